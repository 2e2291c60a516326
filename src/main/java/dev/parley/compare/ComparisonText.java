package dev.parley.compare;

import com.google.common.collect.ImmutableList;
import dev.parley.evidence.EntryId;
import dev.parley.report.Transcript;
import dev.parley.report.words.PlainText;
import dev.parley.report.words.TextLayout;
import dev.parley.talks.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes a comparison for a terminal. */
final class ComparisonText {
  private ComparisonText() {}

  static String of(Comparison of, int columns) {
    if (columns < Transcript.NARROWEST || columns > Transcript.WIDEST) {
      throw new IllegalArgumentException(
          "columns (%s) must be from %s to %s"
              .formatted(columns, Transcript.NARROWEST, Transcript.WIDEST));
    }
    TextLayout page = new TextLayout(columns);
    page.paragraph(0, 0, "COMPARISON");
    page.table(TextLayout.INDENT, false, plain(ComparisonParts.extent(of)));
    for (ComparisonParts.Part part : ComparisonParts.of(of)) {
      page.blank();
      page.paragraph(0, 0, part.heading().toUpperCase(Locale.ROOT));
      List<List<String>> rows = new ArrayList<>();
      rows.add(part.head());
      rows.addAll(plain(part.rows()));
      page.table(TextLayout.INDENT, false, rows);
    }
    page.blank();
    ComparisonParts.notes(of).forEach(note -> page.paragraph(0, 0, note));
    return page.text();
  }

  /** Takes out what is for a terminal with colours. */
  private static List<List<String>> plain(ImmutableList<ImmutableList<String>> rows) {
    List<List<String>> plain = new ArrayList<>();
    rows.forEach(row -> plain.add(row.stream().map(ComparisonText::plain).toList()));
    return plain;
  }

  private static String plain(String text) {
    return PlainText.readable(text).replace('\u00a0', ' ');
  }

  static String pairs(Comparison of) {
    StringBuilder text = new StringBuilder();
    text.append(
        "# Which entries tell the same event: an entry of the first record, one of the second.\n");
    text.append("one,other\n");
    for (Matching.Pair pair : of.matching().pairs()) {
      comment(text, told(of, pair.one(), true));
      comment(text, told(of, pair.other(), false));
      text.append(pair.one().number()).append(',').append(pair.other().number()).append('\n');
    }
    alone(text, of, of.onlyInOne(), true);
    alone(text, of, of.onlyInOther(), false);
    return text.toString();
  }

  private static void alone(StringBuilder text, Comparison of, List<Entry> entries, boolean first) {
    if (!entries.isEmpty()) {
      comment(text, "Only in the " + (first ? "first" : "second") + " record:");
      entries.forEach(entry -> comment(text, told(of, entry.id(), first)));
    }
  }

  private static void comment(StringBuilder text, String words) {
    text.append("# ").append(plain(words)).append('\n');
  }

  private static String told(Comparison of, EntryId id, boolean first) {
    Entry entry = (first ? of.one() : of.other()).negotiation().chronicle().entry(id).orElseThrow();
    return id + " " + ComparisonParts.told(entry, of.coding(first).wording());
  }
}
