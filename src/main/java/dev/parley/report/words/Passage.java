package dev.parley.report.words;

import com.google.common.collect.ImmutableListMultimap;
import java.util.Locale;

/**
 * What follows from a record, as labelled lines: laid out by a transcript, a page for a browser and
 * Markdown alike. A line that begins with a dash belongs to the one before.
 *
 * @param heading what it is about, as a sentence
 * @param lines the lines by their label
 */
public record Passage(String heading, ImmutableListMultimap<String, String> lines) {
  /** Begins a line that belongs to the one before. */
  public static final String ITEM = "- ";

  /** Lays the passage out under its heading. */
  public void print(TextLayout page) {
    page.blank();
    page.paragraph(0, TextLayout.INDENT, Mark.HEADING.on(heading.toUpperCase(Locale.ROOT)));
    lines.asMap().forEach((label, all) -> page.labelled(label, TextLayout.LABEL, all));
  }
}
