package dev.parley.analysis.stability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.analysis.stability.OptionForm.Reversibility;
import java.util.List;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A space that is held in part: what is found there is so in the whole. */
class CutModelTest {
  private static OptionForm form(int options, int people, long seed) {
    return form(options, people, people, seed);
  }

  /** Of the decision makers after the first so many, nothing is known but one fact. */
  private static OptionForm form(int options, int people, int known, long seed) {
    OptionForm form = ConflictModel.byOptions();
    Random lots = new Random(seed);
    for (int dm = 0; dm < people; dm++) {
      form.decisionMakers("D" + dm);
    }
    for (int o = 0; o < options; o++) {
      Reversibility direction = Reversibility.values()[Math.max(0, lots.nextInt(6) - 3)];
      form.option("D" + o % people, "o" + o, o == 0 ? Reversibility.REVERSIBLE : direction);
    }
    for (int dm = 0; dm < people; dm++) {
      long salt = lots.nextLong();
      if (dm >= known) {
        String nothing = "N".repeat(options);
        String first = "Y" + nothing.substring(1);
        form.better("D" + dm, dm == 1 ? first : nothing, dm == 1 ? nothing : first);
        continue;
      }
      form.payoff("D" + dm, taken -> new Random(salt ^ taken * 0x9E3779B97F4A7C15L).nextInt(5));
    }
    return form;
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void a_verdict_of_a_cut_model_is_that_of_the_whole(
      @ForAll @IntRange(min = 2, max = 7) int options,
      @ForAll @IntRange(min = 2, max = 4) int people,
      @ForAll @IntRange(min = 0, max = 4) int known,
      @ForAll @IntRange(min = 3, max = 100) int budget,
      @ForAll long seed) {
    Cases cases =
        new Cases(
            "cut", "complete", "told when cut", "not told when cut", "told of unknowns when cut");
    ConflictModel whole = form(options, people, known, seed).build();
    ConflictModel part =
        form(options, people, known, seed).reachableFrom("N".repeat(options), budget).build();
    StabilityAnalysis all = StabilityAnalysis.of(whole);
    StabilityAnalysis some = StabilityAnalysis.of(part);
    assertThat(part.size()).isLessThanOrEqualTo(budget);
    cases.sometimes(part.isComplete() ? "complete" : "cut", true);
    for (StabilityConcept concept : StabilityConcept.values()) {
      for (String one : whole.decisionMakers()) {
        for (int state = 1; state <= part.size(); state++) {
          Stability told = some.verdict(concept, one, state);
          if (told != Stability.CANNOT_TELL) {
            assertThat(told).isEqualTo(all.verdict(concept, one, whole.state(part.name(state))));
          }
          boolean isTold = told != Stability.CANNOT_TELL;
          assertThat(isTold || !part.isComplete() || !part.isFullyKnown()).isTrue();
          assertThat(some.why(concept, one, state).verdict()).isEqualTo(told);
          if (part.isFullyKnown()) {
            WitnessChecker.checkFound(part, concept, one, state, some.why(concept, one, state));
          }
          cases.sometimes(
              "told of unknowns when cut", isTold && !part.isFullyKnown() && !part.isComplete());
          cases.sometimes("told when cut", isTold && !part.isComplete());
          cases.sometimes("not told when cut", !isTold);
        }
      }
    }
    cases.count();
  }

  @Example
  void sixty_options_can_be_looked_at_from_where_one_stands() {
    ConflictModel model = form(60, 10, 7).reachableFrom("N".repeat(60), 500).build();
    assertThat(model.size()).isEqualTo(500);
    assertThat(model.isComplete()).isFalse();
    assertThat(model.toString())
        .startsWith("conflict of D0, D1, D2, D3, D4, D5, D6, D7, D8, D9, 500 states, ")
        .endsWith("moves, cut: not all that can be reached is held");
    StabilityAnalysis analysis = StabilityAnalysis.of(model);
    int present = model.state("N".repeat(60));
    assertThat(List.of(Stability.UNSTABLE, Stability.CANNOT_TELL))
        .contains(analysis.verdict(StabilityConcept.NASH, present));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> InverseStability.of(model))
        .withMessage(
            "the model was cut: what would make a state last cannot be told. Build it with more states");
  }
}
