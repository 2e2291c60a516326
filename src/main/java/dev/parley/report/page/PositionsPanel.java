package dev.parley.report.page;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Issue;
import dev.parley.agenda.Region;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.demand.Offer;
import dev.parley.evidence.Attribution;
import dev.parley.report.words.JsonWriter;
import dev.parley.report.words.Names;
import dev.parley.report.words.Section;
import dev.parley.talks.Chronicle.Reading;
import java.util.ArrayList;
import java.util.List;

/**
 * Positions by issue: each principal's region as a band on the issue's scale, from the entry that
 * says so to the end of its round; offers as marks; the gap where both spoke. Nothing is drawn
 * where nobody reported anything.
 */
record PositionsPanel(Material of, Section section) implements Panel {
  /** An offer on an issue. */
  private record Mark(int at, ActorId by, Region value, String words, boolean alleged) {}

  @Override
  public String id() {
    return "positions";
  }

  @Override
  public void html(Markup page) {
    page.element("p", of.say("positions.how"));
    Panel.table(
        page,
        of.say("positions.now"),
        section.table().get(0),
        section.table().subList(1, section.table().size()));
    SectionPanel.lines(page, section);
    ImmutableList<Issue> issues = of.names().agenda().issueList();
    for (int i = 0; i < issues.size(); i++) {
      Issue issue = issues.get(i);
      page.open("section", "class", "issue", "aria-labelledby", "issue-" + i);
      page.element("h3", of.names().issue(issue.id()), "id", "issue-" + i, "dir", "auto");
      issue(page, issue, i);
      page.end();
    }
  }

  private void issue(Markup page, Issue issue, int number) {
    List<TalksHistory.Stretch> said = of.course().said(issue.id());
    List<Mark> offers = offers(issue);
    page.element("p", scale(issue.scale()), "class", "note");
    if (said.isEmpty() && offers.isEmpty()) {
      page.element("p", of.say("positions.silent"), "class", "silent");
      return;
    }
    Panel.chart(
        page,
        "positions-chart-" + number,
        of.say("positions.label", of.names().issue(issue.id())),
        said.stream().anyMatch(s -> s.said().region().isPresent()) || !offers.isEmpty()
            ? "middling"
            : "low");
    List<List<String>> rows = new ArrayList<>();
    for (TalksHistory.Stretch stretch : said) {
      rows.add(
          List.of(
              "[" + stretch.from() + "]",
              of.say("in-round", round(stretch.from())),
              who(stretch),
              words(stretch)));
    }
    for (Mark offer : offers) {
      rows.add(
          List.of(
              "[" + offer.at() + "]",
              of.say("in-round", round(offer.at())),
              of.names().party(offer.by()),
              offer.words()));
    }
    of.course().apart(issue.id()).forEach(apart -> rows.add(gap(apart)));
    folded(
        page,
        of.say("positions.table", of.names().issue(issue.id())),
        List.of("entry", "round", "who", "positions.position"),
        rows);
  }

  private int round(int entry) {
    return of.negotiation().roundOf(of.entries().get(entry - 1).id());
  }

  private String who(TalksHistory.Stretch stretch) {
    String who = of.names().party(stretch.party());
    return of.names().agenda().counterparts(stretch.party()).size() == stretch.toward().size()
        ? who
        : of.say("positions.toward", who, of.names().parties(stretch.toward()));
  }

  private String words(TalksHistory.Stretch stretch) {
    List<String> words = new ArrayList<>();
    stretch.said().region().map(Names::region).ifPresent(words::add);
    stretch.said().words().map(Names::quoted).ifPresent(words::add);
    stretch.said().marks().stream().map(Names::mark).forEach(words::add);
    return String.join(", ", words);
  }

  private List<String> gap(TalksHistory.Apart apart) {
    return List.of(
        of.say("positions.by", apart.at() - 1),
        of.say("in-round", round(apart.at() - 1)),
        of.names().parties(List.of(apart.gap().one(), apart.gap().other())),
        apart
            .gap()
            .size()
            .map(
                size ->
                    size.signum() == 0
                        ? of.say("positions.meet")
                        : of.say(
                            "positions.gap",
                            Names.size(
                                size,
                                of.names()
                                    .agenda()
                                    .requireIssue(apart.gap().issue())
                                    .scale()
                                    .unit())))
            .orElse(""));
  }

  private String scale(Scale scale) {
    return of.say(
        scale instanceof Scale.Levels
            ? "scale.levels"
            : scale instanceof Scale.Options
                ? "scale.options"
                : scale instanceof Scale.Quantity ? "scale.quantity" : "scale.checklist",
        Names.scale(scale));
  }

  private List<Mark> offers(Issue issue) {
    List<Mark> marks = new ArrayList<>();
    for (Reading reading : of.deeds().citations().readings()) {
      Attribution word = of.telling().word(reading);
      for (Offer offer : reading.move().act().offersMade()) {
        mark(reading, offer, issue).filter(m -> word != Attribution.DENIED).ifPresent(marks::add);
      }
    }
    return marks;
  }

  private java.util.Optional<Mark> mark(Reading reading, Offer offer, Issue issue) {
    Terms terms = offer.terms();
    return terms
        .on(issue.id())
        .filter(issue.scale()::holds)
        .map(
            value ->
                new Mark(
                    reading.id().number(),
                    offer.by(),
                    Region.exactly(issue.scale(), value),
                    of.say("positions.offers", of.names().value(issue.id(), value)),
                    of.telling().word(reading) == Attribution.ALLEGED));
  }

  @Override
  public void data(JsonWriter data) {
    data.texts(
        "principals", of.names().agenda().principals().stream().map(of.names()::party).toList());
    data.objects("issues", of.names().agenda().issueList(), this::data);
  }

  private void data(JsonWriter sheet, Issue issue) {
    sheet.put("name", of.names().issue(issue.id()));
    Bands bands = new Bands(issue.scale());
    bands.scale(sheet);
    List<ActorId> principals = of.names().agenda().principals();
    sheet.objects(
        "stretches",
        of.course().said(issue.id()),
        (s, stretch) -> {
          s.put("party", principals.indexOf(stretch.party()));
          s.put("from", stretch.from()).put("to", stretch.to());
          stretch.said().region().ifPresent(region -> bands.region(s, region));
          s.put("who", who(stretch)).put("text", words(stretch));
          s.put("tentative", stretch.said().isTentative());
        });
    sheet.objects(
        "offers",
        offers(issue),
        (s, offer) -> {
          s.put("party", principals.indexOf(offer.by())).put("at", offer.at());
          bands.region(s, offer.value());
          s.put("who", of.names().party(offer.by())).put("text", offer.words());
          s.put("alleged", offer.alleged());
        });
    sheet.objects(
        "gaps",
        of.course().apart(issue.id()).stream()
            .filter(a -> bands.between(a.gap()).isPresent())
            .toList(),
        (s, apart) -> {
          s.put("at", apart.at()).put("text", gap(apart).get(3));
          s.put("pair", gap(apart).get(2));
          bands.between(apart.gap()).ifPresent(e -> s.put("low", e.low()).put("high", e.high()));
        });
  }
}
