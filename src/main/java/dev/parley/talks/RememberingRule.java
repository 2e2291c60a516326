package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.Agenda;

/**
 * A rule that needs something of the past, such as how many rounds there were. It declares what it
 * remembers, a small immutable value that is folded move by move, so that two ways to the same
 * situation and the same memory are one state.
 *
 * @param <M> what it remembers; immutable, with equality by content
 */
public interface RememberingRule<M> extends Rule {
  /**
   * Returns what it remembers before the first move.
   *
   * @param agenda the agenda
   * @return the first memory
   */
  M blank(Agenda agenda);

  /**
   * Returns what it remembers after a move that was accepted or recorded.
   *
   * @param memory what it remembered
   * @param before the situation before the move
   * @param move the move
   * @param after the situation after it
   * @return the memory now
   */
  M fold(M memory, Situation before, Move move, Situation after);

  /**
   * Checks a move.
   *
   * @param memory what it remembers
   * @param situation where the negotiation stands before the move
   * @param move the move
   * @return what the rule remarks; empty when the move keeps it
   */
  ImmutableList<Finding> check(M memory, Situation situation, Move move);

  @Override
  default ImmutableList<Finding> check(Situation situation, Move move) {
    return check(blank(situation.agenda()), situation, move);
  }
}
