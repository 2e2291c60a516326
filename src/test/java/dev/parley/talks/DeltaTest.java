package dev.parley.talks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.agreement.AgreementStage;
import dev.parley.demand.GeneralDemand;
import dev.parley.demand.Offer;
import dev.parley.testing.LegalPlay;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;

/** What is different between two situations. */
class DeltaTest {
  private static final Agenda AGENDA =
      Agenda.builder()
          .principal("a", "Alpha")
          .principal("b", "Beta")
          .mediator("m", "Host")
          .issue("pay", Scale.quantity(0, 10, "euros"))
          .issue("rest", Scale.quantity(0, 10, "days"))
          .build();

  private static final Offer OFFER =
      Offer.builder()
          .by(ActorId.of("a"))
          .addTo(ActorId.of("b"))
          .terms(Terms.on(AGENDA).set("pay", 5).build())
          .build();

  private static final Negotiation START = Negotiation.about(AGENDA);

  @Example
  void nothing_is_different_from_itself() {
    assertThat(Delta.between(START, START).isEmpty()).isTrue();
    assertThat(Delta.between(START, START.with(Move.by("a").promises("peace"))).describe())
        .isEmpty();
  }

  @Example
  void each_thing_that_changed_is_told_with_what_it_was() {
    Negotiation before =
        START.with(
            Move.by("m").opensRound(),
            Move.by("b").demands(GeneralDemand.of("b", "a", "rest", "at least 6")),
            Move.by("m").setsDeadline("winter", "2030", "an answer"),
            Move.by("a").offers(OFFER));
    Negotiation after = before.with(Move.by("b").accepts(OFFER), Move.by("m").closesRound());
    Delta delta = Delta.between(before, after);
    assertThat(delta.stage())
        .contains(new Delta.Change<>(Optional.of(Stage.IN_SESSION), Optional.of(Stage.IN_RECESS)));
    assertThat(delta.offers().get(OFFER).now()).isEmpty();
    assertThat(delta.agreements().values())
        .containsExactly(
            new Delta.Change<>(Optional.empty(), Optional.of(AgreementStage.IN_FORCE)));
    assertThat(delta.deadlines()).isEmpty();
    assertThat(delta.describe())
        .containsExactly(
            "stage: IN_SESSION -> IN_RECESS",
            "round: closed",
            "position (a on pay towards b): changed",
            "position (b on pay towards a): new",
            "offer (a offers b: pay 5): over",
            "agreement (pay 5): - -> IN_FORCE",
            "settled (pay between a and b: 5): new");
    assertThat(Delta.between(START, before).describe())
        .contains("demand (b demands of a: rest at least 6): new", "deadline (winter): new");
  }

  @Example
  void two_situations_differ_the_other_way_round_by_the_same() {
    for (long seed = 0; seed < 30; seed++) {
      List<Negotiation> states = LegalPlay.ANY.draw(seed).course().states();
      Negotiation first = states.get(states.size() / 2);
      Negotiation last = states.get(states.size() - 1);
      Delta there = Delta.between(first, last);
      Delta back = Delta.between(last, first);
      assertThat(there.describe()).hasSameSizeAs(back.describe());
      assertThat(there.positions().keySet())
          .containsExactlyInAnyOrderElementsOf(back.positions().keySet());
      there
          .offers()
          .forEach(
              (offer, change) ->
                  assertThat(back.offers().get(offer))
                      .isEqualTo(new Delta.Change<>(change.now(), change.before())));
    }
  }
}
