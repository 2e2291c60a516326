package dev.parley.report.page;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Value;
import dev.parley.demand.Offer;
import dev.parley.evidence.Attribution;
import dev.parley.evidence.EntryId;
import dev.parley.report.words.JsonWriter;
import dev.parley.report.words.Names;
import dev.parley.talks.Chronicle.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Positions over time, an issue below the other on one axis: each principal's region as a band from
 * the entry that says so to the end of its round, and fainter for as long as it stands; offers as
 * marks; the gap where both spoke; where it is settled. Nothing is drawn where nobody reported
 * anything.
 */
final class CoursePanel implements Panel {
  /** An offer on an issue. */
  private record Mark(
      IssueId issue, int at, ActorId by, Region value, String words, boolean alleged) {}

  private final Material of;
  private final ImmutableListMultimap<IssueId, Mark> offers;

  CoursePanel(Material of) {
    this.of = of;
    this.offers = Multimaps.index(offers(of), Mark::issue);
  }

  @Override
  public Material of() {
    return of;
  }

  @Override
  public String id() {
    return "course";
  }

  @Override
  public void html(Markup page) {
    page.element("p", of.say("course.how"), "class", "note");
    Panel.chart(page, "course-chart", of.say("course.label"));
    List<String> silent = new ArrayList<>();
    for (Issue issue : of.names().agenda().issueList()) {
      if (isSilent(issue)) {
        silent.add(of.names().issue(issue.id()));
      } else {
        issue(page, issue);
      }
    }
    if (!silent.isEmpty()) {
      page.element("p", of.say("course.silent", Names.some(silent)), "class", "note");
    }
  }

  private boolean isSilent(Issue issue) {
    return of.course().said(issue.id()).isEmpty() && offers.get(issue.id()).isEmpty();
  }

  /** {@return whether anybody has said anything on any issue} */
  boolean isEmpty() {
    return of.names().agenda().issueList().stream().allMatch(this::isSilent);
  }

  private void issue(Markup page, Issue issue) {
    List<TalksHistory.Stretch> said = of.course().said(issue.id());
    page.open("details")
        .element("summary", of.names().issue(issue.id()), "dir", "auto")
        .element("p", scale(issue.scale()), "class", "note");
    List<List<String>> rows = new ArrayList<>();
    for (TalksHistory.Stretch stretch : said) {
      rows.add(
          List.of("[" + stretch.from() + "]", round(stretch.from()), who(stretch), words(stretch)));
    }
    for (Mark offer : offers.get(issue.id())) {
      rows.add(
          List.of(
              "[" + offer.at() + "]",
              round(offer.at()),
              of.names().party(offer.by()),
              offer.words()));
    }
    for (TalksHistory.Apart apart : of.course().apart(issue.id())) {
      rows.add(gap(apart));
      if (apart.more() > 0) {
        rows.add(
            List.of(
                of.say("positions.by", apart.at() - 1),
                round(apart.at() - 1),
                of.say("positions.more", Names.counted(apart.more(), "more pair", "more pairs")),
                ""));
      }
    }
    Panel.table(
        page,
        of.say("positions.table", of.names().issue(issue.id())),
        List.of(of.say("entry"), of.say("round"), of.say("who"), of.say("positions.position")),
        rows);
    page.end();
  }

  private String round(int entry) {
    return of.round(new EntryId(entry));
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
        round(apart.at() - 1),
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

  private static List<Mark> offers(Material of) {
    List<Mark> marks = new ArrayList<>();
    for (Reading reading : of.deeds().citations().readings()) {
      Attribution word = of.telling().word(reading);
      if (word == Attribution.DENIED) {
        continue;
      }
      for (Offer offer : reading.move().act().offersMade()) {
        for (IssueId id : offer.terms().issues()) {
          Optional<Issue> issue = of.names().agenda().issue(id);
          Value value = offer.terms().on(id).orElseThrow();
          if (issue.isPresent() && issue.get().scale().holds(value)) {
            marks.add(
                new Mark(
                    id,
                    reading.id().number(),
                    offer.by(),
                    Region.exactly(issue.get().scale(), value),
                    of.say("positions.offers", of.names().value(id, value)),
                    word == Attribution.ALLEGED));
          }
        }
      }
    }
    return marks;
  }

  @Override
  public void data(JsonWriter data) {
    data.objects("issues", of.names().agenda().issueList(), this::data);
  }

  private void data(JsonWriter sheet, Issue issue) {
    Bands bands = new Bands(issue.scale());
    List<ActorId> principals = of.names().agenda().principals();
    sheet.objects(
        "stretches",
        of.course().said(issue.id()),
        (s, stretch) -> {
          s.put("party", principals.indexOf(stretch.party()));
          s.put("from", stretch.from()).put("to", stretch.to());
          s.put("until", Math.min(stretch.until(), of.negotiation().chronicle().size() + 1));
          stretch.said().region().ifPresent(region -> bands.region(s, region));
          s.put("who", who(stretch)).put("text", words(stretch));
          s.put("tentative", stretch.said().isTentative());
        });
    sheet.objects(
        "offers",
        offers.get(issue.id()),
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
    sheet.objects(
        "settled",
        of.course().settled(issue.id()),
        (s, settled) -> {
          s.put("at", settled.at());
          settled
              .value()
              .filter(issue.scale()::holds)
              .ifPresent(v -> bands.region(s, Region.exactly(issue.scale(), v)));
          s.put(
              "text",
              settled
                  .value()
                  .map(v -> of.say("course.settled", of.names().value(issue.id(), v)))
                  .orElse(of.say("course.unsettled")));
        });
  }
}
