package dev.parley.report.page;

import dev.parley.report.Summary;
import dev.parley.report.words.JsonWriter;

/**
 * The outcome first: where the talks stand, in cited sentences; with a slider to an earlier entry,
 * for which the sentences, the stage, the verdicts and the positions are kept.
 */
final class SummaryPanel implements Panel {
  private final Material of;
  private final Moments moments;

  SummaryPanel(Material of) {
    this.of = of;
    this.moments = Moments.of(of);
  }

  @Override
  public Material of() {
    return of;
  }

  @Override
  public String id() {
    return "summary";
  }

  @Override
  public void html(Markup page) {
    page.element(
        "p",
        of.contents().extent(of.transcript().recordTo(), of.transcript().sources().size()),
        "class",
        "note");
    page.open("ul", "class", "summary", "id", "sentences");
    for (Summary.Sentence sentence : of.transcript().summary().sentences()) {
      page.open("li", "dir", "auto").cited(sentence.text()).close();
    }
    page.end();
    if (of.entries().size() > 1) {
      page.open("form", "class", "known", "id", "known", "hidden", "");
      page.element("label", of.say("summary.known"), "for", "known-at");
      page.empty("input", "type", "range", "id", "known-at", "min", "0", "autocomplete", "off");
      page.element("button", of.say("summary.now"), "type", "button", "id", "known-now");
      page.element("output", "", "id", "known-told", "for", "known-at");
      page.end();
    }
    if (moments.size() < of.entries().size()) {
      page.element(
          "p", of.say("summary.moments", moments.size(), of.entries().size()), "class", "note");
    }
  }

  @Override
  public void data(JsonWriter data) {
    if (!of.entries().isEmpty()) {
      moments.data(data);
    }
  }
}
