package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.parley.talks.TransitionTable.Transition;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A small state machine as an explicit table, every row of which can be listed, checked and drawn.
 * For a state and an event the first row whose guard holds fires; when none does, the answer says
 * which guards were tried.
 *
 * <p>Laws, checked when it is built: no two rows are alike, no row stands behind one that always
 * fires, and every state can be reached from the first. Immutable.
 *
 * @param <S> the states
 * @param <E> the events
 * @param <C> what guards look at
 */
@SuppressWarnings("EnumOrdinal") // an array by ordinal is what makes firing cost a few nanoseconds
public final class TransitionTable<S extends Enum<S>, E extends Enum<E>, C> {
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

  private final String name;
  private final S start;
  private final Class<S> states;
  private final Class<E> events;
  private final ImmutableList<Transition<S, E, C>> rows;
  private final @Nullable ImmutableList<Transition<S, E, C>>[][] index;

  private TransitionTable(
      String name,
      S start,
      Class<E> events,
      ImmutableList<Transition<S, E, C>> rows,
      boolean whole) {
    this.name = name;
    this.start = start;
    this.states = start.getDeclaringClass();
    this.events = events;
    this.rows = rows;
    this.index = index(events);
    if (whole) {
      checkReachable();
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private @Nullable ImmutableList<Transition<S, E, C>>[][] index(Class<E> events) {
    int width = events.getEnumConstants().length;
    ImmutableList[][] cells = new ImmutableList[states.getEnumConstants().length][width];
    for (Transition<S, E, C> row : rows) {
      ImmutableList<Transition<S, E, C>> before =
          cells[row.from().ordinal()][row.event().ordinal()];
      if (before == null) {
        before = ImmutableList.of();
      }
      for (Transition<S, E, C> earlier : before) {
        if (earlier.guard().equals(row.guard()) || earlier.guard().equals(Guard.always())) {
          throw new IllegalArgumentException(
              "%s: row (%s) can never fire: (%s) stands before it".formatted(name, row, earlier));
        }
      }
      cells[row.from().ordinal()][row.event().ordinal()] =
          ImmutableList.<Transition<S, E, C>>builder().addAll(before).add(row).build();
    }
    return cells;
  }

  private void checkReachable() {
    Set<S> reached = EnumSet.of(start);
    boolean grew = true;
    while (grew) {
      grew = false;
      for (Transition<S, E, C> row : rows) {
        grew |= reached.contains(row.from()) && reached.add(row.to());
      }
    }
    Set<S> missed = EnumSet.allOf(states);
    missed.removeAll(reached);
    if (!missed.isEmpty()) {
      throw new IllegalArgumentException(
          "%s: no row leads from %s to %s".formatted(name, start, missed));
    }
  }

  /**
   * Starts a table.
   *
   * @param <S> the states
   * @param <E> the events
   * @param <C> what guards look at
   * @param name what the table is about, for messages and drawings
   * @param start the first state
   * @param events the events
   * @param context what guards look at
   * @return a builder without rows
   */
  public static <S extends Enum<S>, E extends Enum<E>, C> Builder<S, E, C> startingAt(
      String name, S start, Class<E> events, Class<C> context) {
    return new Builder<>(name, start, events);
  }

  /** {@return what the table is about} */
  public String name() {
    return name;
  }

  /**
   * Returns this table without one of its rows.
   *
   * @param row the row
   * @return a table in which the row never fires
   */
  TransitionTable<S, E, C> without(Transition<S, E, C> row) {
    return new TransitionTable<>(
        name,
        start,
        events,
        rows.stream().filter(r -> !r.equals(row)).collect(ImmutableList.toImmutableList()),
        false);
  }

  /** {@return the first state} */
  public S start() {
    return start;
  }

  /** {@return all rows, in order} */
  public ImmutableList<Transition<S, E, C>> rows() {
    return rows;
  }

  /**
   * Returns the rows for a state and an event.
   *
   * @param state the state
   * @param event the event
   * @return the rows, in order; empty when the state has no place for the event
   */
  public ImmutableList<Transition<S, E, C>> rows(S state, E event) {
    ImmutableList<Transition<S, E, C>> cell = index[state.ordinal()][event.ordinal()];
    return cell == null ? ImmutableList.of() : cell;
  }

  /**
   * Returns whether a state has a place for an event, guards aside.
   *
   * @param state the state
   * @param event the event
   * @return whether there is a row for both
   */
  public boolean hasPlace(S state, E event) {
    return index[state.ordinal()][event.ordinal()] != null;
  }

  /**
   * Returns whether an event can happen in a state: whether a row always fires, or one would now.
   *
   * @param state the state
   * @param event the event
   * @param context what guards look at
   * @return whether the state has a place for it
   */
  public boolean admits(S state, E event, C context) {
    ImmutableList<Transition<S, E, C>> cell = rows(state, event);
    for (int i = cell.size() - 1; i >= 0; i--) {
      if (cell.get(i).guard().holds(context)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the events for which a state has a place.
   *
   * @param state the state
   * @return the events, in their order
   */
  public ImmutableSet<E> events(S state) {
    return rows.stream()
        .filter(r -> r.from() == state)
        .map(Transition::event)
        .collect(Sets.toImmutableEnumSet());
  }

  /**
   * Returns what comes of an event.
   *
   * @param state the state
   * @param event the event
   * @param context what guards look at
   * @return the row that fires, or why none does
   */
  Firing<S, E, C> fire(S state, E event, C context) {
    ImmutableList<Transition<S, E, C>> cell = index[state.ordinal()][event.ordinal()];
    if (cell == null) {
      return new Firing.NoPlace<>(state, event, ImmutableList.of());
    }
    for (int i = 0; i < cell.size(); i++) {
      Transition<S, E, C> row = cell.get(i);
      if (row.guard().holds(context)) {
        return row;
      }
    }
    return new Firing.NoPlace<>(state, event, cell);
  }

  /**
   * Returns the state after an event, or the same state when no row fires.
   *
   * @param state the state
   * @param event the event
   * @param context what guards look at
   * @return the state after
   */
  public S next(S state, E event, C context) {
    return fire(state, event, context) instanceof Transition<S, E, C> row ? row.to() : state;
  }

  /**
   * Returns the state after an event whose rows look at nothing.
   *
   * @param state the state
   * @param event the event
   * @return the state after, or the same state when there is no row
   * @throws IllegalArgumentException if a row has a guard
   */
  public S next(S state, E event) {
    ImmutableList<Transition<S, E, C>> cell = rows(state, event);
    if (cell.isEmpty()) {
      return state;
    }
    if (!cell.get(0).guard().equals(Guard.always())) {
      throw new IllegalArgumentException(
          "%s: row (%s) has a guard: give what the guard looks at".formatted(name, cell.get(0)));
    }
    return cell.get(0).to();
  }

  /**
   * Builds a table row by row.
   *
   * @param <S> the states
   * @param <E> the events
   * @param <C> what guards look at
   */
  public static final class Builder<S extends Enum<S>, E extends Enum<E>, C> {
    private final String name;
    private final S start;
    private final Class<E> events;
    private final ImmutableList.Builder<Transition<S, E, C>> rows = ImmutableList.builder();

    private Builder(String name, S start, Class<E> events) {
      this.name = name;
      this.start = start;
      this.events = events;
    }

    /**
     * Adds a row.
     *
     * @param from the state before
     * @param event what happens
     * @param guard what must hold
     * @param to the state after
     * @return this builder
     */
    public Builder<S, E, C> row(S from, E event, Guard<? super C> guard, S to) {
      rows.add(new Transition<>(from, event, guard, to));
      return this;
    }

    /**
     * Adds a row that always fires.
     *
     * @param from the state before
     * @param event what happens
     * @param to the state after
     * @return this builder
     */
    public Builder<S, E, C> row(S from, E event, S to) {
      return row(from, event, Guard.always(), to);
    }

    /**
     * Adds rows for events that leave the state as it is.
     *
     * @param state the state
     * @param stays the events
     * @return this builder
     */
    public Builder<S, E, C> stays(S state, List<E> stays) {
      stays.forEach(e -> row(state, e, state));
      return this;
    }

    /**
     * Returns the table.
     *
     * @return the table
     * @throws IllegalArgumentException if a row can never fire or a state can never be reached
     */
    public TransitionTable<S, E, C> build() {
      return new TransitionTable<>(name, start, events, rows.build(), true);
    }
  }

  /**
   * What must hold for a {@link Transition} to fire: a name for tables and drawings, a sentence for
   * refusals, and a test. Immutable; two guards are equal when their names are.
   *
   * @param <C> what the test looks at
   */
  public static final class Guard<C> {
    private static final Guard<Object> ALWAYS = new Guard<>("always", "nothing more", c -> true);

    private final String name;
    private final String sentence;
    private final Predicate<C> test;

    private Guard(String name, String sentence, Predicate<C> test) {
      this.name = name;
      this.sentence = sentence;
      this.test = test;
    }

    /**
     * Returns a guard.
     *
     * @param <C> what the test looks at
     * @param name a short name
     * @param sentence what must hold, such as {@code "every principal concerned has ratified"}
     * @param test the test, a pure function
     * @return the guard
     */
    public static <C> Guard<C> of(String name, String sentence, Predicate<C> test) {
      return new Guard<>(name, sentence, test);
    }

    /** {@return the guard that always holds} */
    public static Guard<Object> always() {
      return ALWAYS;
    }

    /** {@return the name} */
    public String name() {
      return name;
    }

    /** {@return what must hold, without a full stop} */
    public String sentence() {
      return sentence;
    }

    /**
     * Returns whether it holds.
     *
     * @param context what to look at
     * @return whether it holds
     */
    public boolean holds(C context) {
      return test.test(context);
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
      return other instanceof Guard<?> guard && name.equals(guard.name);
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
