package dev.parley.analysis.stability;

import java.util.Optional;

/**
 * A verdict and what shows it. One that depends on what is unknown has a witness on either side,
 * each with the facts that would decide it. Immutable.
 *
 * @param verdict the verdict
 * @param stable what shows that the state is stable, or could be; empty when it is not, or nobody
 *     can tell
 * @param unstable what shows that it is unstable, or could be; empty when it is not, or nobody can
 *     tell
 */
public record Reason(
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
