package dev.parley.talks;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.IssueId;
import dev.parley.demand.Line;
import dev.parley.spelling.Listed;
import dev.parley.travel.Travelling;
import java.io.InvalidObjectException;
import java.io.ObjectStreamException;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A value for every {@link Line} of an agenda, in one array: a grid is copied with almost every
 * move, and compared with almost every state that is explored. Immutable.
 *
 * @param <T> the values
 */
public final class Grid<T> implements Travelling {
  /** Among how many principals one is found as fast by looking at each. */
  private static final int FEW = 8;

  private final Agenda agenda;
  private final T[] cells;
  private int hash;

  private Grid(Agenda agenda, T[] cells) {
    this.agenda = agenda;
    this.cells = cells;
  }

  @SuppressWarnings("unchecked")
  static <T> Grid<T> of(Agenda agenda, T everywhere) {
    int parties = agenda.principals().size();
    T[] cells = (T[]) new Object[parties * agenda.issueList().size() * parties];
    Arrays.fill(cells, everywhere);
    return new Grid<>(agenda, cells);
  }

  /**
   * Returns the same values on an amended agenda: old lines keep theirs, new ones get the default.
   */
  Grid<T> on(Agenda amended, T elsewhere, BiFunction<Line, T, T> moved) {
    Grid<T> wider = of(amended, elsewhere);
    Edit<T> edit = wider.edit();
    forEach((line, value) -> edit.set(line, moved.apply(line, value)));
    return edit.done();
  }

  /** Returns this with other values; itself where none is another. */
  @SuppressWarnings("ReferenceEquality") // what is left as it is comes back as the same object
  Grid<T> with(UnaryOperator<T> change) {
    T[] changed = cells;
    for (int i = 0; i < cells.length; i++) {
      T now = change.apply(cells[i]);
      if (now != cells[i]) {
        changed = changed == cells ? cells.clone() : changed;
        changed[i] = now;
      }
    }
    return changed == cells ? this : new Grid<>(agenda, changed);
  }

  private int place(ActorId party) {
    List<ActorId> principals = agenda.principals();
    int place =
        principals.size() <= FEW
            ? principals.indexOf(party)
            : agenda.principalPlaces().getOrDefault(party, -1);
    if (place < 0) {
      throw new IllegalArgumentException(
          "(%s) is not a principal and has no position. Principals: %s"
              .formatted(party, Listed.names(principals)));
    }
    return place;
  }

  /** Returns the number of a line's cell, the same in every grid of this agenda. */
  int cell(Line line) {
    Integer issue = agenda.places().get(line.issue());
    if (issue == null) {
      throw new IllegalArgumentException(agenda.noSuch(line.issue()));
    }
    return (place(line.party()) * agenda.issueList().size() + issue) * agenda.principals().size()
        + place(line.toward());
  }

  /**
   * Returns the value on a line.
   *
   * @param line a principal's line on an issue of the agenda
   * @return the value
   * @throws IllegalArgumentException if there is no such line; the message says what is missing
   */
  public T get(Line line) {
    return cells[cell(line)];
  }

  /**
   * Visits every line.
   *
   * @param action what to do with a line and its value, in the order of the agenda
   */
  public void forEach(BiConsumer<Line, T> action) {
    int cell = 0;
    for (ActorId party : agenda.principals()) {
      for (IssueId issue : agenda.issues().keySet()) {
        for (ActorId toward : agenda.principals()) {
          if (!toward.equals(party)) {
            action.accept(new Line(party, issue, toward), cells[cell]);
          }
          cell++;
        }
      }
    }
  }

  Edit<T> edit() {
    return new Edit<>(this);
  }

  /** A copy in the making; used once. */
  static final class Edit<T> {
    private final Grid<T> from;
    private T @Nullable [] cells;

    private Edit(Grid<T> from) {
      this.from = from;
    }

    int cell(Line line) {
      return from.cell(line);
    }

    T get(int cell) {
      return cells == null ? from.cells[cell] : cells[cell];
    }

    T get(Line line) {
      return get(cell(line));
    }

    void set(Line line, T value) {
      set(cell(line), value);
    }

    void set(int cell, T value) {
      if (get(cell) == value) {
        return;
      }
      if (cells == null) {
        cells = from.cells.clone();
      }
      cells[cell] = value;
    }

    Grid<T> done() {
      return cells == null ? from : new Grid<>(from.agenda, cells);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || other instanceof Grid<?> grid
            && hashCode() == grid.hashCode()
            && Arrays.equals(cells, grid.cells);
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      hash = Arrays.hashCode(cells);
    }
    return hash;
  }

  private Object writeReplace() {
    return new Form(agenda, cells);
  }

  /** What travels in its place. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Form(Agenda agenda, Object[] cells) implements Serializable {
    private Object readResolve() throws ObjectStreamException {
      Grid<Object> read = of(agenda, "");
      boolean alike =
          Arrays.stream(cells).allMatch(c -> c != null && c.getClass() == cells[0].getClass());
      if (cells.length != read.cells.length || !alike) {
        throw new InvalidObjectException(
            "a grid of this agenda has %s values of one kind".formatted(read.cells.length));
      }
      return new Grid<>(agenda, cells.clone());
    }
  }
}
