package dev.parley.analysis.stability;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * How the present state could become another. Where the way by improvements is missing, somebody
 * has to take a step that is a loss until others follow: that step needs a guarantee. Immutable.
 *
 * @param to the number of the state that is reached
 * @param byAnyMoves a shortest legal sequence; empty when there is none, without moves when it is
 *     the present state
 * @param byImprovements a shortest legal sequence in which each step is better for who makes it
 * @param firstLoss where only {@code byAnyMoves} is there: its first step that is worse for who
 *     makes it
 * @param firstUnknown where only {@code byAnyMoves} is there: its first step of which it is not
 *     known whether it is better, or whether it is worse
 */
public record Route(
    int to,
    Optional<ImmutableList<UnilateralMove>> byAnyMoves,
    Optional<ImmutableList<UnilateralMove>> byImprovements,
    Optional<UnilateralMove> firstLoss,
    Optional<UnilateralMove> firstUnknown) {
  @Override
  public String toString() {
    if (byImprovements.isPresent()) {
      return byImprovements.get().isEmpty()
          ? "(%s) is the present state".formatted(to)
          : "(%s) by improvements: %s".formatted(to, moves(byImprovements.get()));
    }
    if (byAnyMoves.isEmpty()) {
      return "(%s) cannot be reached".formatted(to);
    }
    return "(%s) not by improvements alone: %s%s%s"
        .formatted(
            to,
            moves(byAnyMoves.get()),
            firstLoss.map(m -> "; %s is a loss and needs a guarantee".formatted(m)).orElse(""),
            firstUnknown.map(m -> "; %s may be a loss, nobody says".formatted(m)).orElse(""));
  }

  private static String moves(ImmutableList<UnilateralMove> moves) {
    return String.join(", ", moves.stream().map(UnilateralMove::toString).toList());
  }
}
