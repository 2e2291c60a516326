package dev.parley.talks;

/**
 * One row of a {@link TransitionTable}: from a state, on an event, if a guard holds, to a state.
 * Immutable.
 *
 * @param <S> the states
 * @param <E> the events
 * @param <C> what guards look at
 * @param from the state before
 * @param event what happens
 * @param guard what must hold
 * @param to the state after
 */
public record Transition<S extends Enum<S>, E extends Enum<E>, C>(
    S from, E event, Guard<? super C> guard, S to) implements Firing<S, E, C> {
  @Override
  public String toString() {
    return from + " -- " + event + " [" + guard.name() + "] -> " + to;
  }
}
