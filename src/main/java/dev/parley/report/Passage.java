package dev.parley.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import dev.parley.analysis.Analysis;
import java.util.Locale;

/**
 * What follows from a record, as labelled lines: laid out by a transcript, a page for a browser and
 * Markdown alike. A line that begins with a dash belongs to the one before.
 *
 * @param heading what it is about, as a sentence
 * @param lines the lines by their label
 */
record Passage(String heading, ImmutableListMultimap<String, String> lines) {
  static final String ITEM = "- ";

  /** Returns what stands in the way of a deal and would close it; empty when nothing does. */
  static ImmutableList<Passage> of(Transcript transcript, Names names) {
    if (!InTheWay.isOpen(transcript.negotiation())) {
      return ImmutableList.of();
    }
    Analysis analysis = Analysis.of(transcript.negotiation());
    Passage inTheWay = InTheWay.passage(transcript.negotiation(), analysis, names);
    return transcript.preferences().isEmpty()
        ? ImmutableList.of(inTheWay)
        : ImmutableList.of(inTheWay, FairAndLasting.passage(transcript, analysis, names));
  }

  void print(Page page) {
    page.blank();
    page.paragraph(0, Page.INDENT, Ink.Mark.HEADING.on(heading.toUpperCase(Locale.ROOT)));
    lines.asMap().forEach((label, all) -> page.labelled(label, Stands.LABEL, all));
  }
}
