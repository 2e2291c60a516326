package dev.parley.analysis.stability;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;

/**
 * A state that a coalition can bring about together and that each of its members likes better, and
 * how: in the prisoner's dilemma both go from mutual defection to mutual cooperation, the first at
 * a loss until the second follows. Immutable.
 *
 * @param coalition its members, one or more
 * @param from the number of the state that is left
 * @param to the number of the state that is better for each member
 * @param moves a shortest legal sequence of the members' moves
 */
public record CoalitionImprovement(
    ImmutableSet<String> coalition, int from, int to, ImmutableList<UnilateralMove> moves) {
  @Override
  public String toString() {
    return "%s from (%s) to (%s): %s"
        .formatted(
            String.join(" and ", coalition),
            from,
            to,
            String.join(", ", moves.stream().map(UnilateralMove::toString).toList()));
  }
}
