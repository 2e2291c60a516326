package dev.parley.testing;

import com.google.common.collect.ImmutableList;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Refusal;

/**
 * What came of a {@link Script}: the moves that were accepted, the negotiation before the first and
 * after each of them, and the moves that were refused. Immutable.
 *
 * @param states the negotiations, one more than moves
 * @param moves the moves that were accepted, in order
 * @param refusals the moves that were refused, in order, each with the negotiation as it stood
 */
public record Course(
    ImmutableList<Negotiation> states, ImmutableList<Move> moves, ImmutableList<Refusal> refusals) {
  /** {@return the negotiation before the first move} */
  public Negotiation start() {
    return states.get(0);
  }

  /** {@return the negotiation after the last move: the end, which need not be over} */
  public Negotiation end() {
    return states.get(states.size() - 1);
  }

  @Override
  public String toString() {
    return "a course of %s moves, %s refused".formatted(moves.size(), refusals.size());
  }
}
