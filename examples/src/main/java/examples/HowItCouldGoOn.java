// A wage round that has begun: how could it go on? Invented; the strategies are those of P.
// Faratin,
// C. Sierra and N. R. Jennings (1998), D. de Jonge (2022) and M. Klein and others (2003).
package examples;

import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.analysis.bargaining.Evaluation;
import dev.parley.analysis.bargaining.OutcomeSpace;
import dev.parley.analysis.prospect.Preference;
import dev.parley.demand.Offer;
import dev.parley.evidence.Source;
import dev.parley.play.Bidding;
import dev.parley.play.DraftVoter;
import dev.parley.play.Forecast;
import dev.parley.play.Micro;
import dev.parley.play.Participant;
import dev.parley.play.Protocol;
import dev.parley.play.Session;
import dev.parley.play.SessionResult;
import dev.parley.play.Sessions;
import dev.parley.play.Strategy;
import dev.parley.play.Tally;
import dev.parley.play.TimeDependent;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import java.util.List;
import java.util.Map;

/** Strategies at the table, a mediator's single text, and a record that is continued. */
public final class HowItCouldGoOn {
  private static final Agenda AGENDA =
      Agenda.builder()
          .principal("union", "Union")
          .principal("port", "Port")
          .mediator("chair", "Chair")
          .issue("rise", Scale.quantity("0", "10", "0.5", "percent"))
          .issue("term", Scale.quantity(1, 5, "years"))
          .issue("shifts", Scale.quantity(0, 8, "shifts"))
          .build();

  private static final Source DESK = Source.report("desk", "the author's desk");

  private static final Preference UNION =
      Preference.assumedBy(DESK, "union")
          .weigh("rise", "5", Evaluation.linear("0", "1"))
          .weigh("term", "1", Evaluation.linear("1", "0"))
          .weigh("shifts", "4", Evaluation.linear("1", "0"))
          .reservation("4")
          .build();

  private static final Preference PORT =
      Preference.assumedBy(DESK, "port")
          .weigh("rise", "3", Evaluation.linear("1", "0"))
          .weigh("term", "4", Evaluation.linear("0", "1"))
          .weigh("shifts", "3", Evaluation.linear("0", "1"))
          .reservation("4")
          .build();

  private static final Negotiation BEGUN = begun();

  private HowItCouldGoOn() {}

  private static Negotiation begun() {
    Offer three =
        Offer.of(
            "port",
            "union",
            Terms.on(AGENDA).set("rise", "3").set("term", "5").set("shifts", "6").build());
    return Negotiation.about(AGENDA)
        .with(
            Move.by("union").opensRound(),
            Move.by("port").offers(three),
            Move.by("union").rejects(three),
            Move.by("union").closesRound());
  }

  private static Session session(Strategy union, Strategy port) {
    OutcomeSpace space = OutcomeSpace.of(AGENDA);
    return Session.of(
            BEGUN,
            Participant.of(UNION.profile(AGENDA, space, ImmutableMap.of()), union),
            Participant.of(PORT.profile(AGENDA, space, ImmutableMap.of()), port))
        .within(40);
  }

  /** Runs the story; fails when it ends otherwise than told. */
  public static void main(String[] args) {
    Strategy holdsOut = Strategy.of(TimeDependent.boulware(0.2));
    Strategy givesWay = Strategy.of(TimeDependent.conceder(3));
    SessionResult result = session(holdsOut, givesWay).play(1);
    System.out.println("The union holds out, the port gives way:");
    System.out.println("   round " + result.rounds() + ": " + result.agreement().orElseThrow());
    System.out.println("   worth " + result.utilities());
    System.out.println("   the record: " + result.negotiation().round(2).describe());

    SessionResult micro = session(new Micro(), new Micro()).within(1_000).play(1);
    System.out.println("Two that concede only in reply to something new (MiCRO):");
    System.out.println("   round " + micro.rounds() + ": " + micro.agreement().orElseThrow());

    Session text =
        session(DraftVoter.hillClimber(), DraftVoter.hillClimber()).under(Protocol.SINGLE_TEXT);
    Tally climbers = Sessions.of(text, 300, 7).tally(2);
    Session warm =
        session(DraftVoter.annealer(1), DraftVoter.annealer(1)).under(Protocol.SINGLE_TEXT);
    Tally annealers = Sessions.of(warm, 300, 7).tally(2);
    System.out.println("The chair's single text, 300 plays of 40 drafts each:");
    System.out.println("   hill climbers: agreement " + climbers.agreementRate());
    System.out.println("      off the frontier by " + climbers.frontierDistance().orElseThrow());
    System.out.println("   annealers: agreement " + annealers.agreementRate());
    System.out.println("      off the frontier by " + annealers.frontierDistance().orElseThrow());

    Map<String, Strategy> strategies =
        Map.of("union", Strategy.of(Bidding.randomWalker()), "port", givesWay);
    Forecast forecast = Forecast.of(BEGUN, List.of(UNION, PORT), strategies, 40, 200, 7);
    System.out.println(forecast.describe());
    System.out.print(Forecast.of(BEGUN, List.of(UNION), strategies, 40, 200, 7).describe());

    if (result.utilities().values().asList().get(0).doubleValue() < 6
        || !annealers.equals(Sessions.of(warm, 300, 7).tally())) {
      throw new AssertionError(result);
    }
  }
}
