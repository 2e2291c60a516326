// Hostages for prisoners, in two instalments: does a rule of one's own hold in every play?
package examples;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Ratification;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.agreement.AgreementStage;
import dev.parley.agreement.Obligation;
import dev.parley.agreement.ObligationState;
import dev.parley.demand.Offer;
import dev.parley.demand.Provisions.Instalment;
import dev.parley.demand.Undertaking.Trigger;
import dev.parley.explore.Exploration;
import dev.parley.explore.Exploration.Counterexample;
import dev.parley.explore.Explorer;
import dev.parley.explore.NegotiationModel;
import dev.parley.explore.NegotiationModel.Happening;
import dev.parley.explore.NegotiationModel.State;
import dev.parley.explore.Property;
import dev.parley.scenario.DemandKinds;
import dev.parley.scenario.Layout;
import dev.parley.scenario.Scenario;
import dev.parley.talks.ActKind;
import dev.parley.talks.Move;
import dev.parley.talks.RuleBook;
import dev.parley.talks.Situation;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Explores the exchange under the rule with its mistake, and under the rule as it was mended. */
public final class Exchange {
  /** Who owes what follows from the issues: hostages are Hamas's to release, prisoners Israel's. */
  static final Agenda AGENDA =
      Agenda.builder()
          .principal("israel", "Israel")
          .principal("hamas", "Hamas")
          .ratification(Ratification.all())
          .addIssueList(released("hostages", 250, "hamas"), released("prisoners", 10_000, "israel"))
          .build();

  private static final Terms ALL = terms(33, 1900);

  /** Three hostages for ninety prisoners, and then the others for the others. */
  static final Offer IN_STEP =
      Offer.of("israel", "hamas", ALL)
          .withInstalments(
              new Instalment("first", terms(3, 90), new Trigger.OnForce()),
              new Instalment("second", terms(30, 1810), new Trigger.After("first")));

  /** All hostages go at once, and the prisoners when somebody has agreed on a list of names. */
  static final Offer HOSTAGES_FIRST =
      Offer.of("israel", "hamas", ALL)
          .withInstalments(
              new Instalment("first", hostages(33), new Trigger.OnForce()),
              new Instalment("second", prisoners(1900), new Trigger.When("the list is agreed")));

  private Exchange() {}

  private static Issue released(String id, int most, String by) {
    return Issue.builder()
        .id(IssueId.of(id))
        .scale(Scale.quantity(0, most, "persons"))
        .obligor(ActorId.of(by))
        .build();
  }

  private static Terms terms(int hostages, int prisoners) {
    return Terms.on(AGENDA).set("hostages", hostages).set("prisoners", prisoners).build();
  }

  private static Terms hostages(int number) {
    return Terms.on(AGENDA).set("hostages", number).build();
  }

  private static Terms prisoners(int number) {
    return Terms.on(AGENDA).set("prisoners", number).build();
  }

  /**
   * What the rule is there for, asked of situations, and so independent of the rule: something is
   * released, and all that is owed for it still waits.
   */
  static boolean somebodyReleasedForNothing(Situation situation) {
    return released(situation).stream().anyMatch(done -> isForNothing(situation, done));
  }

  /** What is released: all that is fulfilled, but for what was to be refrained from. */
  static Set<Obligation> released(Situation situation) {
    return situation.obligations().entrySet().stream()
        .filter(done -> done.getValue().state() == ObligationState.FULFILLED)
        .map(Map.Entry::getKey)
        .filter(done -> !done.undertaking().refrain())
        .collect(Collectors.toSet());
  }

  /** Whether the other side owes nothing yet for a release. */
  static boolean isForNothing(Situation situation, Obligation done) {
    return situation.obligations().entrySet().stream()
        .filter(owed -> ReleaseForRelease.answers(owed.getKey(), done))
        .allMatch(owed -> owed.getValue().state() == ObligationState.PENDING);
  }

  static NegotiationModel model(ReleaseForRelease.Bound bound) {
    return NegotiationModel.about(AGENDA, RuleBook.DEFAULT.and(new ReleaseForRelease(bound)))
        .menu(Move.by("israel").offers(IN_STEP), Move.by("israel").offers(HOSTAGES_FIRST))
        .drawing(2, ActKind.ACCEPT, ActKind.RATIFY, ActKind.SET_OFF, ActKind.PERFORM);
  }

  static Exploration<State, Happening> explored(ReleaseForRelease.Bound bound) {
    return Explorer.of(model(bound))
        .check(
            Property.<State, Happening>never(
                    "a release for nothing", s -> somebodyReleasedForNothing(s.situation()))
                .beside(
                    Property.sometimes(
                        "all is released",
                        s ->
                            s.situation().agreements().values().stream()
                                .anyMatch(a -> a.stage() == AgreementStage.FULFILLED))),
            Property.everyPlayCanEnd())
        .explore();
  }

  /** Runs the story; fails when it ends otherwise than told. */
  public static void main(String[] args) {
    var mistaken = explored(ReleaseForRelease.Bound.BY_PROMISE);
    Counterexample<State, Happening> found = mistaken.counterexample().orElseThrow();
    System.out.println("A promise counts as binding:");
    System.out.print(found.transcript());
    System.out.println();
    System.out.print(
        Scenario.of(
                found.property().sentence(),
                model(ReleaseForRelease.Bound.BY_PROMISE).negotiation(found.play()))
            .write(Layout.READABLE, DemandKinds.READY_MADE, ReleaseForRelease.registry()));
    System.out.println();
    var mended = explored(ReleaseForRelease.Bound.IN_EFFECT);
    System.out.println("Only what is in effect counts as binding:");
    mended.verdicts().forEach(System.out::println);
    if (!mended.holds() || found.play().steps().size() != 5) {
      throw new AssertionError(mended);
    }
  }
}
