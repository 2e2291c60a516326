package dev.parley.talks;

import dev.parley.talks.Refusal.RefusedException;

/**
 * What comes of a move: {@link Accepted}, with the negotiation after it, or a {@link Refusal}, with
 * the negotiation as it was. Immutable.
 */
public sealed interface Outcome permits Accepted, Refusal {
  /**
   * {@return the negotiation after this: the next negotiation, or the same one when the move was
   * refused}
   */
  Negotiation negotiation();

  /**
   * Returns the negotiation after the move.
   *
   * @return the negotiation
   * @throws RefusedException if the move was refused; its message says why, and the way out
   */
  Negotiation orThrow();
}
