package dev.parley.report.page;

import dev.parley.report.Summary;

/** The outcome first: where the talks stand, in cited sentences. */
record SummaryPanel(Material of) implements Panel {
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
    page.open("ul", "class", "summary");
    for (Summary.Sentence sentence : of.transcript().summary().sentences()) {
      page.open("li").cited(sentence.text()).close();
    }
    page.end();
  }
}
