package dev.parley.explore;

import dev.parley.talks.Move;
import java.time.LocalDate;

/** What can happen in a negotiation under exploration. Immutable. */
public sealed interface NegotiationMove {
  /**
   * Somebody makes a move.
   *
   * @param move the move; without a date where time passes, since it is made on the day that it is
   */
  record Made(Move move) implements NegotiationMove {
    @Override
    public String toString() {
      return move.by() + " " + NegotiationWords.of(move);
    }
  }

  /**
   * Nobody moves until the next day that matters.
   *
   * @param to the first day on which something may be judged otherwise than before
   */
  record TimePasses(LocalDate to) implements NegotiationMove {
    static final String UNTIL = "time passes until ";

    @Override
    public String toString() {
      return UNTIL + to;
    }
  }
}
