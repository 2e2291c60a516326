package dev.parley.talks;

import com.google.common.collect.ImmutableList;

/**
 * A rule of the user's own about negotiations, such as "nothing binding by a mediator". It looks at
 * the situation before a move and at the move, and remarks or refuses. A rule is a pure function
 * and a value: equal by id and parameters.
 */
public interface Rule {
  /**
   * Returns the rule's id.
   *
   * @return the id, unique in a rule book, by the law of {@link dev.parley.agenda.Identifier}
   */
  String id();

  /**
   * Returns what the rule says.
   *
   * @return one sentence
   */
  String statement();

  /**
   * Checks a move.
   *
   * @param situation where the negotiation stands before the move
   * @param move the move, by somebody on the agenda, about things that are there
   * @return what the rule remarks; empty when the move keeps it
   */
  ImmutableList<Finding> check(Situation situation, Move move);
}
