package dev.parley.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agenda.Agenda;
import dev.parley.agenda.Ratification;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.agreement.Accord;
import dev.parley.agreement.AgreementStage;
import dev.parley.agreement.Consent;
import dev.parley.demand.Offer;
import dev.parley.demand.Text;
import dev.parley.explore.NegotiationModel.Happening;
import dev.parley.explore.NegotiationModel.State;
import dev.parley.talks.Move;
import dev.parley.talks.RuleBook;
import dev.parley.talks.Situation;
import java.util.function.Predicate;
import net.jqwik.api.Example;
import net.jqwik.api.Tag;

/** Every way in which two agreements between two parties can come about, and end. */
class AgreementsExploredTest {
  private static final Agenda AGENDA =
      Agenda.builder()
          .principal("north", "North")
          .principal("south", "South")
          .issue("x", Scale.quantity(1, 2, "units"))
          .issue("y", Scale.quantity(1, 2, "units"))
          .ratification(Ratification.all())
          .build();

  private static final Offer OFFER =
      Offer.of("north", "south", Terms.on(AGENDA).set("x", 1).build());

  private static final Text OTHER =
      Text.builder()
          .terms(Terms.on(AGENDA).set("y", 2).build())
          .build()
          .withParties(AGENDA.principals());

  private static NegotiationModel model() {
    Text text = OFFER.text();
    return NegotiationModel.about(AGENDA, RuleBook.DEFAULT)
        .menu(
            Move.by("north").offers(OFFER),
            Move.by("north").withdraws(OFFER),
            Move.by("south").accepts(OFFER),
            Move.by("south").acceptsAdReferendum(OFFER),
            Move.by("south").rejects(OFFER),
            Move.by("south").confirms(text),
            Move.by("north").attests(OTHER),
            Move.by("south").signs(OTHER),
            Move.by("south").initials(OTHER),
            Move.by("south").confirms(OTHER),
            Move.by("north").ratifies(text),
            Move.by("south").ratifies(text),
            Move.by("south").failsToRatify(text),
            Move.by("north").ratifies(OTHER),
            Move.by("south").ratifies(OTHER),
            Move.by("north").agreesToEnd(text),
            Move.by("south").agreesToEnd(text),
            Move.by("north").abandonsTalks(),
            Move.by("south").abandonsTalks());
  }

  private static Property<State, Happening> ofEach(String name, Predicate<Accord> holds) {
    return Property.always(
        name, state -> state.situation().agreements().values().stream().allMatch(holds));
  }

  private static boolean isAlive(Accord accord) {
    return accord.stage().isSigned() && !accord.stage().isOver();
  }

  private static boolean isAliveAfterTheEnd(Situation situation) {
    return situation.isOver()
        && situation.agreements().values().stream().anyMatch(AgreementsExploredTest::isAlive);
  }

  @Tag("slow")
  @Example
  void no_agreement_is_signed_or_in_force_without_the_consents_that_it_takes() {
    Exploration<State, Happening> found =
        Explorer.of(model())
            .check(
                ofEach(
                    "what is signed is signed by each whom it binds",
                    a ->
                        !isAlive(a)
                            || a.bound().stream().allMatch(p -> a.is(p, Consent.Kind::isFinal))),
                ofEach(
                    "what is in force is ratified by each who must",
                    a ->
                        a.stage() != AgreementStage.IN_FORCE
                            || a.bound().stream()
                                .allMatch(p -> a.is(p, kind -> kind == Consent.Kind.RATIFIED))),
                Property.always(
                    "nothing is over while an agreement is alive",
                    state -> !isAliveAfterTheEnd(state.situation())))
            .explore();
    assertThat(found.extent().isComplete()).as(found.toString()).isTrue();
    assertThat(found.counterexample()).isEmpty();
    assertThat(found.statistics().distinct()).isEqualTo(49_272);
    assertThat(found.deadMoves()).isEmpty();
  }
}
