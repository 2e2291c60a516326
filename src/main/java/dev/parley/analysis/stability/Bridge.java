package dev.parley.analysis.stability;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;

/**
 * A package that leads out of a state: who would move together, to where, by which moves, and who
 * else would lose by it. In the prisoner's dilemma: both, to mutual cooperation. Immutable.
 *
 * @param improvement the coalition, the target and the moves; each member gains
 * @param changes the options that are taken or given up, in a model by options; else empty
 * @param losers who is worse off at the target, members of the coalition never
 */
public record Bridge(
    CoalitionImprovement improvement,
    ImmutableList<OptionForm.Option> changes,
    ImmutableSet<String> losers) {
  @Override
  public String toString() {
    return improvement
        + (losers.isEmpty() ? "; nobody loses" : "; " + String.join(", ", losers) + " would lose");
  }
}
