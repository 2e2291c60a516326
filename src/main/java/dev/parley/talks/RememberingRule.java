package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.Agenda;
import java.time.LocalDate;

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

  /**
   * Returns the days from which this rule may judge a move otherwise than the day before.
   *
   * @param memory what it remembers
   * @param situation where the negotiation stands
   * @return the days, in any order; none unless the rule says otherwise
   */
  default ImmutableSet<LocalDate> turningDays(M memory, Situation situation) {
    return ImmutableSet.of();
  }

  @Override
  default ImmutableSet<LocalDate> turningDays(Situation situation) {
    return turningDays(blank(situation.agenda()), situation);
  }
}
