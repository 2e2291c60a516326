package dev.parley.report.page;

import dev.parley.agenda.Issue;
import dev.parley.report.words.JsonWriter;
import dev.parley.report.words.Section;

/**
 * Every issue in one row: where each principal stands on its scale, how that moved since the round
 * before, how far they are apart, and whether it is settled; words where there is no figure.
 */
record OverviewPanel(Material of, Section section) implements Panel {
  @Override
  public String id() {
    return "positions";
  }

  @Override
  public void html(Markup page) {
    if (!of.entries().isEmpty()) {
      page.element("p", of.say("positions.how"), "class", "note");
      Panel.chart(page, "overview-chart", of.say("positions.label"));
    }
    page.open("details").element("summary", of.say("as-table"));
    Panel.table(
        page,
        of.say("positions.now"),
        section.table().get(0),
        section.table().subList(1, section.table().size()));
    page.end();
    SectionPanel.lines(page, section);
  }

  @Override
  public void data(JsonWriter data) {
    data.texts(
        "principals", of.names().agenda().principals().stream().map(of.names()::party).toList());
    data.objects("issues", of.names().agenda().issueList(), this::issue);
  }

  private void issue(JsonWriter sheet, Issue issue) {
    sheet.put("name", of.names().issue(issue.id()));
    new Bands(issue.scale()).scale(sheet);
  }
}
