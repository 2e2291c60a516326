package dev.parley.analysis.stability;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.analysis.stability.ConflictModel.UnilateralMove;
import java.util.Optional;

/**
 * What shows that a state is stable for a decision maker, or is not. It can be checked against the
 * definition, move by move. Immutable.
 */
public sealed interface Witness {
  /**
   * {@return the unknown facts that it takes for granted: were they so, it would hold; empty when
   * it holds whatever the unknowns are}
   */
  ImmutableSet<PreferenceFact> given();

  /**
   * The state is stable: every improvement is answered.
   *
   * @param answers for each improvement, what the others can answer; none when there is no
   *     improvement
   * @param given the unknown facts that it takes for granted
   */
  record Answered(ImmutableList<Answer> answers, ImmutableSet<PreferenceFact> given)
      implements Witness {
    @Override
    public String toString() {
      return (answers.isEmpty() ? "there is no improvement" : lines(answers)) + facts(given);
    }

    private static String lines(ImmutableList<Answer> answers) {
      return String.join("; ", answers.stream().map(Answer::toString).toList());
    }
  }

  /**
   * The state is not stable: an improvement to which the others have no answer.
   *
   * @param improvement the focal decision maker's move
   * @param given the unknown facts that it takes for granted
   */
  record Unanswered(UnilateralMove improvement, ImmutableSet<PreferenceFact> given)
      implements Witness {
    @Override
    public String toString() {
      return improvement + " is better, and nothing answers it" + facts(given);
    }
  }

  /**
   * An improvement, and a legal sequence of the others that holds the focal decision maker to a
   * state that is no better than the one it began with.
   *
   * @param improvement the focal decision maker's move
   * @param sequence the others' moves, one or more
   */
  record Answer(UnilateralMove improvement, ImmutableList<UnilateralMove> sequence) {
    @Override
    public String toString() {
      return improvement
          + " is answered by "
          + String.join(", ", sequence.stream().map(UnilateralMove::toString).toList());
    }
  }

  private static String facts(ImmutableSet<PreferenceFact> given) {
    return given.isEmpty()
        ? ""
        : ", given that "
            + String.join(" and ", given.stream().map(PreferenceFact::toString).toList());
  }

  /**
   * A preference fact: one decision maker's comparison of two states, such as {@code Local
   * Government likes (5) better than (1)}. Immutable.
   *
   * @param decisionMaker whose preference it is
   * @param state the number of the state that is weighed
   * @param than the number of the state that it is held against
   * @param isBetter whether the first is better; if not, it is worse or as good
   */
  record PreferenceFact(String decisionMaker, int state, int than, boolean isBetter) {
    static PreferenceFact better(String decisionMaker, int state, int than) {
      return new PreferenceFact(decisionMaker, state + 1, than + 1, true);
    }

    static PreferenceFact notBetter(String decisionMaker, int state, int than) {
      return new PreferenceFact(decisionMaker, state + 1, than + 1, false);
    }

    @Override
    public String toString() {
      return "%s %s (%s) better than (%s)"
          .formatted(decisionMaker, isBetter ? "likes" : "does not like", state, than);
    }
  }

  /**
   * A verdict and what shows it. One that depends on what is unknown has a witness on either side,
   * each with the facts that would decide it. Immutable.
   *
   * @param verdict the verdict
   * @param stable what shows that the state is stable, or could be; empty when it is not, or nobody
   *     can tell
   * @param unstable what shows that it is unstable, or could be; empty when it is not, or nobody
   *     can tell
   */
  record Reason(
      Stability verdict, Optional<Witness.Answered> stable, Optional<Witness.Unanswered> unstable) {
    @Override
    public String toString() {
      return switch (verdict) {
        case STABLE -> "stable: " + stable.map(Object::toString).orElse("");
        case UNSTABLE -> "unstable: " + unstable.map(Object::toString).orElse("");
        case DEPENDS ->
            "stable if: %s. Unstable if: %s"
                .formatted(
                    stable.map(Object::toString).orElse(""),
                    unstable.map(Object::toString).orElse(""));
        case CANNOT_TELL -> "cannot tell";
      };
    }
  }
}
