package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import dev.parley.talks.TransitionTable.Transition;

/**
 * What comes of an event: a {@link Transition} that fires, or a {@link NoPlace} that says which
 * guards were tried. Immutable.
 *
 * @param <S> the states
 * @param <E> the events
 * @param <C> what guards look at
 */
sealed interface Firing<S extends Enum<S>, E extends Enum<E>, C>
    permits Transition, Firing.NoPlace {
  /**
   * No row of the table fires.
   *
   * @param <S> the states
   * @param <E> the events
   * @param <C> what guards look at
   * @param state the state
   * @param event the event
   * @param tried the rows for both whose guards did not hold; empty when the state has no place for
   *     the event
   */
  record NoPlace<S extends Enum<S>, E extends Enum<E>, C>(
      S state, E event, ImmutableList<Transition<S, E, C>> tried) implements Firing<S, E, C> {}
}
