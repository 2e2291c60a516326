package dev.parley.report.page;

import dev.parley.agenda.IssueId;
import dev.parley.agreement.Agreement;
import dev.parley.agreement.Consent;
import dev.parley.report.words.JsonWriter;
import dev.parley.report.words.Names;
import dev.parley.report.words.Section;
import java.util.List;
import java.util.stream.Collectors;

/** What is agreed: each agreement as a bar through its stages, and all of it in words. */
record AgreementsPanel(Material of, Section section) implements Panel {
  @Override
  public String id() {
    return "agreements";
  }

  @Override
  public void html(Markup page) {
    if (!of.negotiation().agreements().isEmpty()) {
      page.element("p", of.say("agreements.how"), "class", "note");
      Panel.chart(page, "agreements-chart", of.say("agreements.label"));
    }
    SectionPanel.lines(page, section);
  }

  @Override
  public void data(JsonWriter data) {
    data.objects("agreements", of.negotiation().agreements(), this::agreement);
  }

  private void agreement(JsonWriter sheet, Agreement agreement) {
    List<IssueId> issues = agreement.accord().text().terms().issues().asList();
    String about =
        agreement.accord().text().comprehensive()
            ? of.say("agreements.whole")
            : issues.isEmpty()
                ? of.say("agreements.no-terms")
                : Names.some(issues.stream().map(of.names()::issue).toList());
    sheet.put("name", agreement.entry() + " " + about);
    sheet.objects(
        "turns",
        agreement.turns(),
        (s, t) ->
            s.put("at", t.entry().number()).put("stage", t.stage().name()).put("text", stage(t)));
    sheet.objects(
        "consents",
        agreement.consents(),
        (s, c) ->
            s.put("at", c.entry().number())
                .put("stands", c.kind().stands())
                .put("text", consent(c)));
    sheet.objects(
        "done",
        agreement.performances(),
        (s, p) ->
            s.put("at", p.entry().number())
                .put(
                    "text",
                    of.say(
                        "agreements.done",
                        of.names().party(p.obligation().by()),
                        Names.label(p.obligation().name()))));
  }

  private static String stage(Agreement.Turn turn) {
    return Names.words(turn.stage())
        + (turn.on().isUnknown() ? "" : " " + Names.on(turn.on()))
        + " "
        + turn.entry();
  }

  private String consent(Consent consent) {
    return List.of(
            of.names().party(consent.party()),
            Names.words(consent.kind()),
            consent.on().isUnknown() ? "" : Names.on(consent.on()),
            consent.entry().toString())
        .stream()
        .filter(w -> !w.isEmpty())
        .collect(Collectors.joining(" "));
  }
}
