package dev.parley.report.words;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import dev.parley.analysis.Analysis;
import dev.parley.analysis.prospect.Preference;
import dev.parley.talks.Negotiation;
import java.util.List;
import java.util.Locale;

/**
 * What follows from a record, as labelled lines: laid out by a transcript, a page for a browser and
 * Markdown alike. A line that begins with a dash belongs to the one before.
 *
 * @param heading what it is about, as a sentence
 * @param lines the lines by their label
 */
public record Passage(String heading, ImmutableListMultimap<String, String> lines) {
  public static final String ITEM = "- ";

  /** Returns what stands in the way of a deal and would close it; empty when nothing does. */
  public static ImmutableList<Passage> of(
      Negotiation negotiation, List<Preference> preferences, Names names) {
    if (!InTheWay.isOpen(negotiation)) {
      return ImmutableList.of();
    }
    Analysis analysis = Analysis.of(negotiation);
    Passage inTheWay = InTheWay.passage(negotiation, analysis, names);
    return preferences.isEmpty()
        ? ImmutableList.of(inTheWay)
        : ImmutableList.of(
            inTheWay,
            FairAndLasting.passage(
                FairAndLasting.prospect(negotiation, preferences, analysis), names));
  }

  public void print(Page page) {
    page.blank();
    page.paragraph(0, Page.INDENT, Mark.HEADING.on(heading.toUpperCase(Locale.ROOT)));
    lines.asMap().forEach((label, all) -> page.labelled(label, Page.LABEL, all));
  }
}
