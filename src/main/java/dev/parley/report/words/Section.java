package dev.parley.report.words;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.util.List;
import java.util.Locale;

/**
 * A part of a report, which a transcript, a page for a browser and Markdown lay out alike: a table,
 * where there is one, and labelled lines below it. A line that begins with a dash belongs to the
 * one before.
 *
 * @param id its identifier, which the page uses as an anchor
 * @param heading what it is about, as a sentence
 * @param lead what its heading goes on with, such as a day and a stage; empty for nothing
 * @param table rows of cells, their names in the first row; empty for none
 * @param lines the lines by their label
 */
public record Section(
    String id,
    String heading,
    String lead,
    ImmutableList<List<String>> table,
    ImmutableListMultimap<String, String> lines) {
  /** Begins a line that belongs to the one before. */
  public static final String ITEM = "- ";

  /** Returns a part that has no table. */
  static Section of(String id, String heading, ImmutableListMultimap<String, String> lines) {
    return new Section(id, heading, "", ImmutableList.of(), lines);
  }

  /** Returns this part with something after its heading. */
  Section led(String words) {
    return new Section(id, heading, words, table, lines);
  }

  /** Returns this part with a table. */
  Section with(List<List<String>> rows) {
    return new Section(id, heading, lead, ImmutableList.copyOf(rows), lines);
  }

  /** {@return whether it says nothing} */
  public boolean isEmpty() {
    return table.isEmpty() && lines.isEmpty();
  }

  /** Lays it out under its heading. */
  public void print(TextLayout page) {
    page.blank();
    page.paragraph(
        0,
        TextLayout.INDENT,
        Mark.HEADING.on(heading.toUpperCase(Locale.ROOT)) + (lead.isEmpty() ? "" : "  " + lead));
    body(page);
  }

  private void body(TextLayout page) {
    if (!table.isEmpty()) {
      page.table(TextLayout.INDENT, false, headed());
      if (!lines.isEmpty()) {
        page.blank();
      }
    }
    lines.asMap().forEach((label, all) -> page.labelled(label, TextLayout.LABEL, all));
  }

  private List<List<String>> headed() {
    ImmutableList.Builder<List<String>> rows = ImmutableList.builder();
    rows.add(table.get(0).stream().map(Mark.HEADING::on).toList());
    return rows.addAll(table.subList(1, table.size())).build();
  }
}
