package dev.parley.analysis.stability;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dev.parley.analysis.stability.Bridging.Bridge;
import dev.parley.analysis.stability.Coalitions.Improvement;
import net.jqwik.api.Example;

/** Stuck but bridgeable: which coalition, which moves, who loses. */
class BridgingTest {
  private static OptionForm three() {
    return ConflictModel.byOptions()
        .decisionMakers("A", "B", "C")
        .option("A", "a")
        .option("B", "b")
        .option("C", "c");
  }

  private static Bridging from(ConflictModel model, String state) {
    return Bridging.of(StabilityAnalysis.of(model), model.state(state));
  }

  @Example
  void two_gain_together_what_neither_gains_alone_and_a_third_loses() {
    Bridging stuck =
        from(
            three()
                .ranking("A", "YYN", "NNN", "YNN")
                .ranking("B", "YYN", "NNN", "NYN")
                .ranking("C", "NNN", "YYN")
                .better("C", "NNN", "NNY")
                .build(),
            "NNN");
    assertThat(stuck.isStuck()).isTrue();
    assertThat(stuck.isStuckButBridgeable()).isTrue();
    assertThat(stuck.bridges())
        .extracting(Bridge::toString)
        .containsExactly(
            "A and B from (1) to (4): A from (1) to (2), B from (2) to (4); C would lose");
    assertThat(stuck.bridges().get(0).changes())
        .extracting(OptionForm.Option::toString)
        .containsExactly("A: a", "B: b");
    assertThat(stuck.bridges().get(0).losers()).containsExactly("C");
  }

  @Example
  void where_one_gains_alone_it_is_not_stuck() {
    Bridging open = from(three().ranking("A", "YNN", "NNN").build(), "NNN");
    assertThat(open.isStuck()).isFalse();
    assertThat(open.isStuckButBridgeable()).isFalse();
    assertThat(open.bridges())
        .extracting(Bridge::toString)
        .containsExactly("A from (1) to (2): A from (1) to (2); nobody loses");
  }

  @Example
  void where_nobody_gains_there_is_no_bridge() {
    Bridging content =
        from(
            three()
                .payoff("A", s -> s == 0 ? 1 : 0)
                .payoff("B", s -> s == 0 ? 1 : 0)
                .payoff("C", s -> s == 0 ? 1 : 0)
                .build(),
            "NNN");
    assertThat(content.isStuck()).isTrue();
    assertThat(content.isStuckButBridgeable()).isFalse();
  }

  @Example
  void a_gain_that_is_not_known_is_no_bridge() {
    Bridging unknown = from(three().ranking("A", "YYN", "NNN").build(), "NNN");
    assertThat(unknown.bridges()).isEmpty();
    assertThat(unknown.isStuck()).isFalse();
  }

  @Example
  void a_change_that_only_its_owners_rivals_could_bring_about_is_no_bridge() {
    Bridging barred =
        from(
            three()
                .infeasible("YN-")
                .infeasible("NY-")
                .payoff("A", s -> s == 3 ? 1 : 0)
                .payoff("B", s -> s == 3 ? 1 : 0)
                .payoff("C", s -> 0)
                .build(),
            "NNN");
    assertThat(barred.bridges()).isEmpty();
  }

  @Example
  void in_arcs_the_smallest_coalition_for_each_target_is_the_bridge() {
    ConflictModel model =
        ConflictModel.byArcs()
            .decisionMakers("A", "B", "C")
            .states("now", "half", "deal", "other")
            .arc("A", "now", "half")
            .arc("B", "half", "deal")
            .arc("C", "half", "other")
            .payoffs("A", 1, 0, 2, 2)
            .payoffs("B", 1, 1, 2, 0)
            .payoffs("C", 1, 1, 2, 3)
            .build();
    Bridging stuck = from(model, "now");
    assertThat(stuck.isStuckButBridgeable()).isTrue();
    assertThat(stuck.bridges())
        .extracting(Bridge::toString)
        .containsExactly(
            "A and B from (1) to (3): A from (1) to (2), B from (2) to (3); nobody loses",
            "A and C from (1) to (4): A from (1) to (2), C from (2) to (4); B would lose");
    assertThat(stuck.bridges(StabilityConcept.NASH)).hasSize(2);
    assertThat(Coalitions.of(model).improvements(1))
        .extracting(Improvement::coalition)
        .containsExactly(
            ImmutableSet.of("A", "B"), ImmutableSet.of("A", "C"), ImmutableSet.of("A", "B", "C"));
  }

  @Example
  void a_bridge_that_is_to_last_leads_to_an_equilibrium() {
    ConflictModel dilemma =
        ConflictModel.byOptions()
            .decisionMakers("A", "B")
            .option("A", "cooperate")
            .option("B", "cooperate")
            .ranking("A", "NY", "YY", "NN", "YN")
            .ranking("B", "YN", "YY", "NN", "NY")
            .build();
    assertThat(from(dilemma, "NN").bridges(StabilityConcept.SEQ))
        .extracting(Bridge::toString)
        .containsExactly(
            "A and B from (1) to (4): A from (1) to (2), B from (2) to (4); nobody loses");
    assertThat(from(dilemma, "NN").bridges(StabilityConcept.NASH)).isEmpty();
  }
}
