package dev.parley.analysis.stability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import net.jqwik.api.Example;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What is no conflict is refused by name, with the way out. */
class BadInputTest {
  private static void refused(ThrowingCallable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
  }

  private static ArcForm arcs() {
    return ConflictModel.byArcs().decisionMakers("A", "B").states("s1", "s2", "s3", "s4");
  }

  private static OptionForm options(int count) {
    OptionForm form = ConflictModel.byOptions().decisionMakers("A", "B", "C", "D");
    for (int o = 0; o < count; o++) {
      form.option("ABCD".substring(o % 4, o % 4 + 1), "o" + o);
    }
    return form;
  }

  @Example
  void cyclic_preferences_are_refused() {
    refused(
        () -> arcs().ranking("A", "s1", "s2", "s3").better("A", "s3", "s1").build(),
        "preferences of (A) are cyclic: (s1) (s2) (s3) (s1), each at least as good as the next, the first better than the second. Take one of these facts back");
    refused(
        () -> arcs().better("B", "s2", "s4").asGood("B", "s4", "s2").build(),
        "preferences of (B) are cyclic: (s2) (s4) (s2), each at least as good as the next, the first better than the second. Take one of these facts back");
    refused(
        () -> arcs().better("B", "s2", "s2").build(),
        "preferences of (B) are cyclic: (s2) (s2), each at least as good as the next, the first better than the second. Take one of these facts back");
    assertThat(arcs().asGood("A", "s1", "s2").asGood("A", "s2", "s3").build().better("A", 3, 1))
        .isEqualTo(Comparison.NOT_BETTER);
  }

  @Example
  void arcs_between_unknown_states_are_refused() {
    refused(
        () -> arcs().arc("A", "s1", "s9"),
        "arc of (A) from (s1) to (s9): state (s9) is none of the 4 states so far. Add it first");
    refused(
        () -> arcs().arc("A", "s0", "s1"),
        "arc of (A) from (s0) to (s1): state (s0) is none of the 4 states so far. Add it first");
    refused(
        () -> arcs().arc("A", "s1", "s1"),
        "arc of (A) from (s1) to (s1) leads to where it begins: leave it out");
    refused(() -> arcs().states("s2"), "state (s2) appears twice: give each a name of its own");
  }

  @Example
  void preferences_about_unknown_states_are_refused() {
    refused(
        () -> arcs().better("A", "s1", "s9").build(), "state (s9) is none of the model's 4 states");
    refused(
        () -> options(2).better("A", "YN", "YYY").build(),
        "state (YYY) is none of the model's 4 states");
  }

  @Example
  void unknown_decision_makers_are_refused() {
    String message = "decision maker (C) is none of the model's: [A, B]";
    refused(() -> arcs().arc("C", "s1", "s2"), message);
    refused(() -> arcs().payoffs("C", 1, 2, 3, 4), message);
    refused(() -> ConflictModel.byOptions().decisionMakers("A", "B").option("C", "o"), message);
    StabilityAnalysis analysis = StabilityAnalysis.of(arcs().build());
    refused(() -> analysis.verdict(StabilityConcept.NASH, "C", 1), message);
    refused(() -> Coalitions.of(analysis.model()).improvements(Set.of("C"), 1), message);
    refused(
        () -> arcs().decisionMakers("A"),
        "decision maker (A) appears twice: give each a name of its own");
  }

  @Example
  void duplicate_options_are_refused() {
    refused(
        () -> options(4).option("A", "o0"),
        "option (o0) of (A) appears twice: give each a name of its own");
    assertThat(options(4).option("A", "o1").build().size()).isEqualTo(32);
  }

  @Example
  void a_model_without_a_feasible_state_is_refused() {
    refused(
        () -> options(3).infeasible("Y--", "N-Y", "N-N").build(),
        "every one of the 8 combinations of 3 options is infeasible: take a pattern back");
  }

  @Example
  void patterns_that_say_nothing_are_refused() {
    refused(
        () -> options(3).infeasible("YX-").build(),
        "pattern (YX-) has (X) at character 2: use Y, N or -");
    refused(
        () -> options(3).infeasible("Y-").build(),
        "pattern (Y-) has 2 letters, the model has 3 options: give one for each");
    refused(
        () -> options(3).reachableFrom("Y-N", 9).build(),
        "state (Y-N) has (-) at character 2: use Y or N");
    refused(
        () -> options(3).infeasible("Y--").reachableFrom("YNN", 9).build(),
        "state (YNN) is infeasible: start from one that no pattern rules out");
    refused(() -> options(3).reachableFrom("YNN", 0), "states (0) must be from 1 to 4,194,304");
  }

  @Example
  void payoffs_that_do_not_fit_are_refused() {
    refused(
        () -> arcs().payoffs("A", 1, 2, 3).build(),
        "payoffs of (A) are 3, the model has 4 states: give one for each, in their order");
    String twice =
        "preferences of (A) are stated already: give payoffs once, and no single facts beside them";
    refused(() -> arcs().payoffs("A", 1, 2, 3, 4).payoffs("A", 1, 2, 3, 4), twice);
    refused(() -> arcs().payoffs("A", 1, 2, 3, 4).better("A", "s1", "s2"), twice);
    refused(() -> arcs().better("A", "s1", "s2").payoffs("A", 1, 2, 3, 4), twice);
    refused(() -> options(2).payoff("A", taken -> 1).payoffs("A", 1, 2, 3, 4), twice);
  }

  @Example
  void models_without_anything_are_refused() {
    refused(() -> ConflictModel.byArcs().build(), "a conflict model needs a decision maker");
    refused(
        () -> ConflictModel.byArcs().decisionMakers("A").build(), "a conflict model needs a state");
    refused(
        () -> ConflictModel.byOptions().decisionMakers("A").build(),
        "a conflict model in option form needs an option");
    refused(
        () -> Coalitions.of(arcs().build()).reachable(Set.of(), 1), "a coalition needs a member");
  }

  @Example
  void states_off_the_model_are_refused() {
    ConflictModel model = arcs().build();
    refused(() -> model.name(5), "state (5) is none of the model's: 1 to 4");
    refused(
        () -> StatusQuo.of(StabilityAnalysis.of(model), 0),
        "state (0) is none of the model's: 1 to 4");
    refused(() -> model.state("s5"), "state (s5) is none of the model's 4 states");
  }

  @Example
  void a_space_too_large_says_its_size_and_what_would_work() {
    refused(
        () -> options(40).build(),
        "40 options make 1,099,511,627,776 combinations, where 16,777,216 are listed at most. Say where you stand: reachableFrom(state, most) holds what can be reached from there");
    refused(
        () -> options(23).build(),
        "8,388,608 combinations of 23 options are feasible, where a model has 4,194,304 states at most. Say where you stand: reachableFrom(state, most) holds what can be reached from there");
    refused(
        () -> options(22).build(),
        "4,194,304 states have up to 788,529,152 moves, where a model holds 268,435,456 at most. Hold fewer states: reachableFrom(state, most) takes the nearest");
    refused(
        () -> options(14).build(),
        "preferences of (A) are single facts, or none, over 16,384 states: facts are kept for 4,096 at most. Give payoffs, which have no such bound");
    refused(
        () -> {
          OptionForm form = ConflictModel.byOptions().decisionMakers("A");
          for (int o = 0; o < 21; o++) {
            form.option("A", "o" + o);
          }
          form.build();
        },
        "decision maker (A) has 21 options: 2,097,151 changes in one move, where those of 20 are tried at most. Model it in arcs");
    refused(() -> options(63), "option (o62) of (C) is one too many: a model has at most 62");
    refused(
        () -> {
          for (int i = 0; i < 30; i++) {
            arcs()
                .decisionMakers(
                    "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15",
                    "16", "17", "18", "19", "20", "21", "22", "23");
          }
        },
        "decision maker (23) is one too many: a model has at most 24");
  }
}
