package dev.parley.report.page;

import dev.parley.report.words.Summary;

/** Where the talks stand, in words: stage, last verdict, next deadline, what the record is. */
record SummaryPanel(Material of) implements Panel {
  @Override
  public String id() {
    return "stands";
  }

  @Override
  public void html(Markup page) {
    page.open("dl", "class", "facts");
    Summary summary = of.summary();
    fact(page, "stage", summary.stage());
    fact(page, "verdict", summary.verdict());
    fact(page, "deadline", summary.deadline());
    fact(page, "record", summary.record());
    page.end();
  }

  private void fact(Markup page, String term, String words) {
    page.open("div").element("dt", of.say("stands." + term));
    page.open("dd");
    Panel.lines(page, words);
    page.close().close();
  }
}
