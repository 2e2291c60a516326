package dev.parley.analysis.stability;

import static dev.parley.analysis.stability.Definitions.isBetter;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.analysis.stability.ConflictModel.UnilateralMove;
import dev.parley.analysis.stability.Witness.Reason;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Holds a witness against the definition; knows the model's public questions only. */
final class WitnessChecker {
  private WitnessChecker() {}

  static void check(
      ConflictModel model, StabilityConcept concept, String focal, int state, Reason reason) {
    checkFound(model, concept, focal, state, reason);
    assertThat(reason.stable().isPresent()).isEqualTo(reason.verdict() == Stability.STABLE);
    assertThat(reason.unstable().isPresent()).isEqualTo(reason.verdict() == Stability.UNSTABLE);
  }

  static void checkFound(
      ConflictModel model, StabilityConcept concept, String focal, int state, Reason reason) {
    reason.stable().ifPresent(w -> answered(model, concept, focal, state, w));
    reason.unstable().ifPresent(w -> unanswered(model, concept, focal, state, w));
  }

  private static void answered(
      ConflictModel model,
      StabilityConcept concept,
      String focal,
      int state,
      Witness.Answered witness) {
    Set<Integer> improvements = new HashSet<>(model.moves(focal, state));
    improvements.removeIf(s -> !isBetter(model, focal, s, state));
    for (Witness.Answer answer : witness.answers()) {
      assertThat(improvements.remove(answer.improvement().to())).isTrue();
      int held = walk(model, concept, focal, answer.improvement().to(), answer.sequence());
      assertThat(isBetter(model, focal, held, state)).isFalse();
      if (concept == StabilityConcept.SMR) {
        assertThat(model.moves(focal, held)).noneMatch(s -> isBetter(model, focal, s, state));
      }
    }
    assertThat(improvements).isEmpty();
  }

  private static int walk(
      ConflictModel model,
      StabilityConcept concept,
      String focal,
      int from,
      List<UnilateralMove> moves) {
    int at = from;
    String last = focal;
    for (UnilateralMove move : moves) {
      assertThat(move.from()).isEqualTo(at);
      assertThat(move.by()).isNotEqualTo(last).isNotEqualTo(focal);
      assertThat(model.moves(move.by(), at)).contains(move.to());
      assertThat(concept != StabilityConcept.SEQ || isBetter(model, move.by(), move.to(), at))
          .isTrue();
      at = move.to();
      last = move.by();
    }
    return at;
  }

  private static void unanswered(
      ConflictModel model,
      StabilityConcept concept,
      String focal,
      int state,
      Witness.Unanswered witness) {
    int to = witness.improvement().to();
    assertThat(witness.improvement().by()).isEqualTo(focal);
    assertThat(witness.improvement().from()).isEqualTo(state);
    assertThat(model.moves(focal, state)).contains(to);
    assertThat(isBetter(model, focal, to, state)).isTrue();
    Set<String> others = new HashSet<>(model.decisionMakers());
    others.remove(focal);
    Set<Integer> ends = Definitions.reachable(model, others, to, concept == StabilityConcept.SEQ);
    for (int held : concept == StabilityConcept.NASH ? Set.<Integer>of() : ends) {
      boolean free =
          concept == StabilityConcept.SMR
              && model.moves(focal, held).stream().anyMatch(s -> isBetter(model, focal, s, state));
      assertThat(free || isBetter(model, focal, held, state)).isTrue();
    }
  }
}
