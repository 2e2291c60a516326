package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import java.util.List;
import java.util.Optional;

/**
 * How one kind of act is conducted: what it can be about, which laws it must keep and what it
 * changes. The laws come in two parts. {@link #openTo} asks only who, and about what: the situation
 * has finitely many answers, which are the openings. {@link #admits} asks about the act's content.
 * Who may do it at all, and in which stage, is asked before, by {@link ActKind} and the stage
 * table.
 *
 * @param <A> the act
 */
interface Conduct<A extends Act> {
  /** Returns the things that such an act can be about now: one empty answer for acts about none. */
  default List<Optional<Object>> subjects(Situation situation, ActorId by) {
    return ImmutableList.of(Optional.empty());
  }

  /** Checks who does it and about what. */
  default void openTo(
      Situation situation, ActorId by, Optional<Object> subject, Breaches breaches) {}

  /** Checks what the act says. */
  default void admits(Situation situation, Move move, A act, Breaches breaches) {}

  /** Checks only that whatever the act names is there. */
  default void refers(Situation situation, Move move, A act, Breaches breaches) {}

  /** Returns which values an opening of this kind admits, where it is about values. */
  default ImmutableMap<IssueId, Region> admissible(
      Situation situation, ActorId by, Optional<Object> subject) {
    return ImmutableMap.of();
  }

  /** Changes the situation. Total: it also applies what a record holds against the laws. */
  default void effect(Draft draft, Move move, A act) {}
}
