package dev.parley.report;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Delegation;
import dev.parley.agenda.Delegation.Level;
import dev.parley.agenda.DelegationId;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Mandate;
import dev.parley.agenda.Outsider;
import dev.parley.agenda.Party;
import dev.parley.agenda.Party.Role;
import dev.parley.agenda.Ratification;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.agenda.Value;
import dev.parley.agreement.Obligation;
import dev.parley.agreement.Obligation.Implementation;
import dev.parley.demand.Ask;
import dev.parley.demand.Demand.Firmness;
import dev.parley.demand.EndOfWar;
import dev.parley.demand.GeneralDemand;
import dev.parley.demand.Offer;
import dev.parley.demand.Provisions.Condition;
import dev.parley.demand.Tie;
import dev.parley.demand.Undertaking;
import dev.parley.evidence.Account;
import dev.parley.evidence.Claim;
import dev.parley.evidence.Claim.Answer;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.Figure;
import dev.parley.evidence.Source;
import dev.parley.evidence.Tolerance;
import dev.parley.evidence.When;
import dev.parley.scenario.Scenario;
import dev.parley.talks.AfterDeal;
import dev.parley.talks.Entry.Note;
import dev.parley.talks.Finding;
import dev.parley.talks.Move;
import dev.parley.talks.Mover;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Outcome;
import dev.parley.talks.Outcome.Accepted;
import dev.parley.talks.Policy;
import dev.parley.talks.Procedural;
import dev.parley.talks.RuleBook;
import dev.parley.talks.Substantive;
import dev.parley.talks.Substantive.Direction;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/** Two records to print: a made-up strike, and talks about a cease-fire as a reader knows them. */
public final class Records {
  private Records() {}

  private static Mover by(String who, String day) {
    return Move.by(who).on(day);
  }

  public static Agenda docks() {
    return Agenda.builder()
        .principal("union", "Dockers' Union")
        .principal("port", "Port Authority")
        .addPartyList(Party.of("service", "Mediation Service", Role.MEDIATOR, Role.GUARANTOR))
        .addOutsiders(new Outsider(ActorId.of("court"), "Labour Court"))
        .addDelegationList(
            Delegation.builder()
                .id(DelegationId.of("port-team"))
                .party(ActorId.of("port"))
                .name("negotiating team")
                .level(Level.SENIOR)
                .mandate(Mandate.adReferendum())
                .build())
        .ratification(Ratification.all())
        .issue("wage-rise", Scale.quantity("0", "20", "0.5", "percent"))
        .issue("shifts", Scale.levels("unchanged", "on trial", "abolished"))
        .issue("arbiter", Scale.options("the court", "a panel"))
        .issue("guarantees", Scale.checklist("pensions", "no lay-offs", "training"))
        .build();
  }

  /** A scenario file. */
  public static Transcript example(Path file) {
    return Transcript.of(Scenario.read(file));
  }

  /** A strike that is settled: offers, a counter, a correction, an agreement, a breach alleged. */
  public static Transcript docksSettled() {
    Agenda agenda = docks();
    Offer first =
        Offer.of(
            "port",
            "union",
            Terms.on(agenda)
                .set("wage-rise", Value.amount(new java.math.BigDecimal("2.5")))
                .build());
    Offer second =
        Offer.builder()
            .by(ActorId.of("port"))
            .addTo(ActorId.of("union"))
            .terms(Terms.on(agenda).set("wage-rise", 4).set("shifts", "on trial").build())
            .addConditions(Condition.of("arbiter", "the court"))
            .expiry(When.parse("2024-03-31"))
            .build();
    Undertaking pay =
        Undertaking.builder()
            .name("pay-rise")
            .by(ActorId.of("port"))
            .terms(Terms.on(agenda).set("wage-rise", 6).build())
            .due(When.parse("2024-05-01"))
            .guarantor(ActorId.of("service"))
            .build();
    Offer last =
        Offer.builder()
            .by(ActorId.of("union"))
            .addTo(ActorId.of("port"))
            .terms(
                Terms.on(agenda)
                    .set("wage-rise", 6)
                    .set("shifts", "on trial")
                    .set("arbiter", "a panel")
                    .set("guarantees", "pensions, training")
                    .build())
            .addUndertakings(pay)
            .build();
    Negotiation talks =
        Negotiation.about(agenda)
            .with(
                by("port", "2024-02-20").sends("port-team"),
                by("union", "2024-02-28").demands(wages("at least 8", Firmness.ESSENTIAL)),
                by("service", "2024-03-04").opensRound("Harbour House"),
                by("port", "2024-03-04").through("port-team").offers(first),
                by("union", "2024-03-04").rejects(first),
                by("union", "2024-03-05").amends(wages("at least 7", Firmness.NEGOTIABLE)),
                by("service", "2024-03-05").closesRound(),
                by("court", "2024-03-10").setsDeadline("hearing", "2024-04-15", "the strike ends"),
                by("union", "2024-03-12").isPartOf("a one-day strike"),
                by("service", "2024-03-20").opensRound("Harbour House"),
                by("port", "2024-03-20").offers(second),
                by("union", "2024-03-20").counters(second, last));
    talks =
        talks
            .correct(
                new EntryId(6),
                by("union", "2024-03-05").amends(wages("at least 7.5", Firmness.NEGOTIABLE)),
                new Note(
                    When.parse("2024-03-20"),
                    Optional.of(Source.document("minutes", "the minutes")),
                    "the minutes say 7.5"))
            .orThrow();
    talks =
        talks.with(
            by("port", "2024-03-21").accepts(last),
            by("service", "2024-03-21").closesRound(),
            by("union", "2024-03-25").ratifies(),
            by("port", "2024-03-26").ratifies());
    Obligation owed =
        talks.situation().obligations().keySet().stream()
            .filter(o -> o.name().equals("pay-rise"))
            .findFirst()
            .orElseThrow();
    talks =
        talks.with(
            by("port", "2024-05-02").does(AfterDeal.Perform.of(owed, Implementation.INTERMEDIATE)),
            by("union", "2024-05-03")
                .does(new AfterDeal.AllegeBreach(owed, "two terminals were left out")));
    return Transcript.of(talks).titled("Dock strike").until(LocalDate.of(2024, 5, 10));
  }

  private static GeneralDemand wages(String region, Firmness firmness) {
    return GeneralDemand.of("union", "port", "wage-rise", region).withFirmness(firmness);
  }

  /** Three who share a river: alternatives, a tie, an offer that lapses, two rounds of nothing. */
  public static Transcript riverStalled() {
    Agenda agenda =
        Agenda.builder()
            .principal("upper", "Upperland")
            .principal("middle", "Middleland")
            .principal("lower", "Lowerland")
            .issue("water", Scale.quantity(0, 100, "percent of the flow"))
            .issue("dam", Scale.levels("stopped", "half filled", "filled"))
            .build();
    Offer slow =
        Offer.of("upper", "lower", Terms.on(agenda).set("water", 30).set("dam", "filled").build())
            .withExpiry(When.parse("2023-07-31"));
    Offer half =
        Offer.of(
            "upper", "lower", Terms.on(agenda).set("water", 20).set("dam", "half filled").build());
    Negotiation talks =
        Negotiation.about(agenda)
            .with(
                by("upper", "2023-05").opensRound(),
                by("lower", "2023-05")
                    .demands(GeneralDemand.of("lower", "upper", "water", "at least 50")),
                by("middle", "2023-05")
                    .demands(
                        GeneralDemand.of("middle", "upper", "water", "at least 10")
                            .withFirmness(Firmness.PRECONDITION)),
                by("upper", "2023-05").offers(slow, half),
                by("lower", "2023-05").ties("dam", Tie.Order.AFTER, "water"),
                by("upper", "2023-05").closesRound());
    for (String month : new String[] {"2023-06", "2023-07"}) {
      talks =
          talks.with(
              by("upper", month).opensRound(),
              by("upper", month).holds("water"),
              by("middle", month).holds("water"),
              by("lower", month).holds("water"),
              by("upper", month).closesRound());
    }
    return Transcript.of(talks).titled("River talks").until(LocalDate.of(2023, 12, 31));
  }

  /** Talks about a cease-fire: words without figures, allegations both ways, an open round. */
  public static Transcript ceaseFire() {
    Agenda agenda =
        Agenda.builder()
            .principal("israel", "Israel")
            .principal("hamas", "Hamas")
            .mediator("qatar", "Qatar")
            .mediator("egypt", "Egypt")
            .addPartyList(Party.of("us", "United States", Role.SUPPORTER))
            .addOutsiders(new Outsider(ActorId.of("president-elect"), "US president-elect"))
            .issue("end-of-war", Scale.levels("none", "pause", "truce", "permanent end"))
            .issue("withdrawal", Scale.quantity(0, 100, "percent of forces"))
            .issue("withdrawal-days", Scale.quantity(0, 365, "days"))
            .issue("prisoners", Scale.quantity(0, 10000, "persons"))
            .issue("hostages", Scale.quantity(0, 250, "persons"))
            .issue("hostage-list", Scale.checklist("living", "deceased", "names", "condition"))
            .build();
    Source hamas = Source.statementOf("hamas", ActorId.of("hamas")).withVia("a newspaper");
    Source senior = hamas.withId("hamas-senior").withSpeaker("a senior official");
    Source pm =
        Source.statementOf("israel-pm", ActorId.of("israel"))
            .withSpeaker("the prime minister")
            .withVia("a newspaper");
    Source news = Source.report("news", "a newspaper");
    Source cairo = Source.builder().id("cairo").kind(Source.Kind.STATEMENT).anonymous(true).build();
    Policy policy = Policy.builder().about(Tolerance.ofPercent(5)).build();
    Negotiation talks =
        Negotiation.about(
            agenda, new RuleBook(policy, com.google.common.collect.ImmutableList.of()));
    ImmutableListMultimap.Builder<EntryId, Finding> findings = ImmutableListMultimap.builder();
    for (Move move :
        new Move[] {
          by("qatar", "2024-12")
              .from(news)
              .does(new Procedural.OpenRound(ImmutableSet.of(), Optional.of("proximity"))),
          by("hamas", "2024-12")
              .from(hamas)
              .demands(
                  EndOfWar.of("hamas", "israel", "permanent end").withFirmness(Firmness.ESSENTIAL)),
          by("hamas", "2024-12").from(hamas).demands(prisoners()),
          by("hamas", "2024-12")
              .from(hamas)
              .ties("hostages", Tie.Order.TOGETHER, "end-of-war", "withdrawal", "prisoners"),
          by("hamas", "2024-12")
              .from(senior)
              .saying("flexible on the timetable")
              .softens("withdrawal-days"),
          by("israel", "2024-12").from(hamas).saying("new conditions").hardens(),
          by("hamas", "2024-12")
              .from(pm)
              .saying("goes back on understandings")
              .does(new Substantive.Shift(Direction.HARDER, Optional.empty(), ImmutableSet.of())),
          by("israel", "2024-12")
              .from(news)
              .claims(claim("hostages alive", Figure.atLeast(60), news)),
          by("hamas", "2024-12")
              .from(hamas)
              .claims(claim("hostages alive", Figure.exactly(33), hamas)),
          by("qatar", "2024-12").from(news).closesRound(),
          by("president-elect", "2024-12-02")
              .setsDeadline("inauguration", "2025-01-20", "all hell to pay"),
          by("qatar", "2025-01-03").from(cairo).opensRound("Doha", "Cairo"),
          by("israel", "2025-01-03").from(cairo).demands(list()),
        }) {
      Outcome outcome = talks.record(move);
      if (outcome instanceof Accepted accepted) {
        findings.putAll(accepted.entry(), accepted.findings());
      }
      talks = outcome.orThrow();
    }
    talks =
        talks
            .deny(new EntryId(7), new Note(When.parse("2025-01-03"), Optional.of(hamas), "not so"))
            .orThrow();
    return Transcript.builder()
        .negotiation(talks)
        .title("Cease-fire talks")
        .recordTo(LocalDate.of(2025, 1, 3))
        .addSources(hamas, senior, pm, news, cairo)
        .addAccounts(
            Account.builder()
                .name("hostages")
                .unit("people")
                .whole("taken", Figure.about(250))
                .part("released", Figure.exactly(105))
                .part("rescued", Figure.exactly(8))
                .part("remains", Figure.atLeast(38))
                .part("killed", Figure.exactly(3))
                .part("held", Figure.parse("around 100"))
                .build())
        .putAllFindings(findings.build())
        .build();
  }

  private static Claim claim(String about, Figure figure, Source source) {
    return Claim.of(about, Answer.of(figure), source);
  }

  private static GeneralDemand prisoners() {
    return GeneralDemand.builder()
        .by(ActorId.of("hamas"))
        .addOf(ActorId.of("israel"))
        .putWanted(IssueId.of("prisoners"), Ask.inWords("many, number not stated"))
        .putWanted(IssueId.of("withdrawal"), Ask.of("100"))
        .firmness(Firmness.ESSENTIAL)
        .build();
  }

  private static GeneralDemand list() {
    return GeneralDemand.of("israel", "hamas", "hostage-list", "living");
  }
}
