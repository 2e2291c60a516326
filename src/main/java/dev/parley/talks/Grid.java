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
 * A value for every {@link Line} of an agenda: a grid is copied with almost every move, and
 * compared with almost every state that is explored. It is kept in parts, of which grids that grew
 * out of each other share those that did not change, and lacks those in which nothing was ever set:
 * what a move costs depends on the lines that it changes. Immutable.
 *
 * @param <T> the values
 */
public final class Grid<T> implements Travelling {
  /** Among how many principals one is found as fast by looking at each. */
  private static final int FEW = 8;

  /** How many cells a part has, but for the last one. */
  private static final int PART = 1024;

  private final Agenda agenda;
  private final T elsewhere;

  /** The cells, part by part; null for a part that holds nothing else than the usual value. */
  private final T[] @Nullable [] parts;

  private final int size;

  private int hash;

  private Grid(Agenda agenda, T elsewhere, T[] @Nullable [] parts) {
    this.agenda = agenda;
    this.elsewhere = elsewhere;
    this.parts = parts;
    this.size = cells(agenda);
  }

  @SuppressWarnings("unchecked")
  static <T> Grid<T> of(Agenda agenda, T everywhere) {
    T[] @Nullable [] parts = (T[][]) new Object[(cells(agenda) + PART - 1) / PART][];
    return new Grid<>(agenda, everywhere, parts);
  }

  private static int cells(Agenda agenda) {
    int parties = agenda.principals().size();
    return parties * agenda.issueList().size() * parties;
  }

  /**
   * Returns the same values on an amended agenda: old lines keep theirs, new ones get the default,
   * which an amendment does not change, and those of who negotiates no more are gone.
   */
  Grid<T> on(Agenda amended, T elsewhere, BiFunction<Line, T, T> moved) {
    Grid<T> wider = of(amended, elsewhere);
    Edit<T> edit = wider.edit();
    forEachSet(
        (line, value) -> {
          if (amended.isPrincipal(line.party()) && amended.isPrincipal(line.toward())) {
            edit.set(line, moved.apply(line, value));
          }
        });
    return edit.done();
  }

  /** Returns this with other values, where another one than the usual is; itself without any. */
  Grid<T> with(UnaryOperator<T> change) {
    Edit<T> edit = edit();
    for (int cell = first(); cell < size; cell = next(cell)) {
      if (isSet(get(cell))) {
        edit.set(cell, change.apply(get(cell)));
      }
    }
    return edit.done();
  }

  /** Returns the cell after another one, past the parts in which nothing was ever set. */
  private int next(int cell) {
    int next = cell + 1;
    while (next % PART == 0 && next < size && parts[next / PART] == null) {
      next += PART;
    }
    return next;
  }

  private boolean isSet(T value) {
    return value != elsewhere && !value.equals(elsewhere);
  }

  private T get(int cell) {
    T[] part = parts[cell / PART];
    return part == null ? elsewhere : part[cell % PART];
  }

  private int place(ActorId party) {
    List<ActorId> principals = agenda.principals();
    return principals.size() <= FEW
        ? principals.indexOf(party)
        : agenda.principalPlaces().getOrDefault(party, -1);
  }

  /** Returns the number of a line's cell, the same in every grid of this agenda. */
  int cell(Line line) {
    int cell = cell(line.party(), line.issue(), line.toward());
    if (cell < 0) {
      throw new IllegalArgumentException(
          "(%s) is not a principal and has no position. Principals: %s"
              .formatted(
                  agenda.isPrincipal(line.party()) ? line.toward() : line.party(),
                  Listed.names(agenda.principals())));
    }
    return cell;
  }

  /** Returns the number of a cell, or a negative one where one of the two is no principal. */
  private int cell(ActorId party, IssueId issue, ActorId toward) {
    Integer place = agenda.places().get(issue);
    if (place == null) {
      throw new IllegalArgumentException(agenda.noSuch(issue));
    }
    int from = place(party);
    int to = place(toward);
    return from < 0 || to < 0
        ? -1
        : (from * agenda.issueList().size() + place) * agenda.principals().size() + to;
  }

  /** Returns the number of the cell of the counterpart's line. */
  private int inReturn(int cell) {
    int parties = agenda.principals().size();
    int issues = agenda.issueList().size();
    int row = cell / parties;
    return (cell % parties * issues + row % issues) * parties + row / issues;
  }

  private Line line(int cell) {
    List<ActorId> principals = agenda.principals();
    int issue = cell / principals.size();
    return new Line(
        principals.get(issue / agenda.issueList().size()),
        agenda.issueList().get(issue % agenda.issueList().size()).id(),
        principals.get(cell % principals.size()));
  }

  /**
   * Returns the value on a line.
   *
   * @param line a principal's line on an issue of the agenda
   * @return the value
   * @throws IllegalArgumentException if there is no such line; the message says what is missing
   */
  public T get(Line line) {
    return get(cell(line));
  }

  /**
   * Visits every line.
   *
   * @param action what to do with a line and its value, in the order of the agenda
   */
  public void forEach(BiConsumer<Line, T> action) {
    for (int cell = 0; cell < size; cell++) {
      Line line = line(cell);
      if (!line.party().equals(line.toward())) {
        action.accept(line, get(cell));
      }
    }
  }

  /**
   * Visits every line that has another value than all had at first, which was not stated or
   * nothing.
   *
   * @param action what to do with a line and its value, in the order of the agenda
   */
  public void forEachSet(BiConsumer<Line, T> action) {
    for (int cell = first(); cell < size; cell = next(cell)) {
      if (isSet(get(cell))) {
        action.accept(line(cell), get(cell));
      }
    }
  }

  /**
   * Visits every line that was written since another grid, out of which this one grew on the same
   * agenda: be it that the value there is now another, or that the same was said again.
   *
   * @param before the grid
   * @param action what to do with a line and its value, in the order of the agenda
   */
  @SuppressWarnings("ReferenceEquality") // what was not written is the same object
  public void forEachWritten(Grid<T> before, BiConsumer<Line, T> action) {
    for (int part = 0; part < parts.length; part++) {
      if (parts[part] == before.parts[part]) {
        continue;
      }
      int end = Math.min(size, (part + 1) * PART);
      for (int cell = part * PART; cell < end; cell++) {
        if (get(cell) != before.get(cell)) {
          action.accept(line(cell), get(cell));
        }
      }
    }
  }

  Edit<T> edit() {
    return new Edit<>(this);
  }

  /** A copy in the making, which copies a part with the first cell that is set there; used once. */
  static final class Edit<T> {
    private final Grid<T> from;
    private T @Nullable [] @Nullable [] parts;

    private Edit(Grid<T> from) {
      this.from = from;
    }

    /**
     * Returns the number of a line's cell, or a negative one where it is not between principals.
     */
    int find(Line line) {
      return line.party().equals(line.toward())
          ? -1
          : from.cell(line.party(), line.issue(), line.toward());
    }

    /** Returns what stands on the counterpart's line. */
    T inReturn(int cell) {
      return get(from.inReturn(cell));
    }

    T get(int cell) {
      T[] part = (parts == null ? from.parts : parts)[cell / PART];
      return part == null ? from.elsewhere : part[cell % PART];
    }

    T get(Line line) {
      return get(from.cell(line));
    }

    void set(Line line, T value) {
      set(from.cell(line), value);
    }

    void set(int cell, T value) {
      if (get(cell) == value) {
        return;
      }
      if (parts == null) {
        parts = from.parts.clone();
      }
      int number = cell / PART;
      T[] part = parts[number];
      if (part == null) {
        part = empty(Math.min(PART, from.size - number * PART));
        parts[number] = part;
      } else if (part == from.parts[number]) {
        part = part.clone();
        parts[number] = part;
      }
      part[cell % PART] = value;
    }

    @SuppressWarnings("unchecked")
    private T[] empty(int size) {
      T[] part = (T[]) new Object[size];
      Arrays.fill(part, from.elsewhere);
      return part;
    }

    Grid<T> done() {
      return parts == null ? from : new Grid<>(from.agenda, from.elsewhere, parts);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || other instanceof Grid<?> grid
            && size == grid.size
            && elsewhere.equals(grid.elsewhere)
            && hashCode() == grid.hashCode()
            && sameParts(grid);
  }

  private boolean sameParts(Grid<?> other) {
    for (int part = 0; part < parts.length; part++) {
      Object[] mine = parts[part];
      Object[] others = other.parts[part];
      if (mine == others) {
        continue;
      }
      if (mine != null && others != null
          ? !Arrays.equals(mine, others)
          : !isUnset(mine == null ? others : mine)) {
        return false;
      }
    }
    return true;
  }

  private boolean isUnset(Object @Nullable [] part) {
    return part == null || Arrays.stream(part).allMatch(elsewhere::equals);
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      int sum = size;
      for (int cell = first(); cell < size; cell = next(cell)) {
        T value = get(cell);
        if (isSet(value)) {
          sum += spread(value.hashCode() * 0x9E3779B9 + cell);
        }
      }
      hash = sum;
    }
    return hash;
  }

  private static int spread(int bits) {
    int mixed = (bits ^ (bits >>> 16)) * 0x85EBCA6B;
    return mixed ^ (mixed >>> 13);
  }

  private int first() {
    return parts.length == 0 || parts[0] != null ? 0 : next(PART - 1);
  }

  private Object writeReplace() {
    Object[] cells = new Object[size];
    for (int cell = 0; cell < cells.length; cell++) {
      cells[cell] = get(cell);
    }
    return new Form(agenda, elsewhere, cells);
  }

  /** What travels in its place. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Form(Agenda agenda, Object elsewhere, Object[] cells) implements Serializable {
    private Object readResolve() throws ObjectStreamException {
      Grid<Object> read = of(agenda, elsewhere);
      boolean alike =
          Arrays.stream(cells).allMatch(c -> c != null && c.getClass() == elsewhere.getClass());
      if (cells.length != read.size || !alike) {
        throw new InvalidObjectException(
            "a grid of this agenda has %s values of one kind".formatted(read.size));
      }
      Edit<Object> edit = read.edit();
      for (int cell = 0; cell < cells.length; cell++) {
        if (!cells[cell].equals(elsewhere)) {
          edit.set(cell, cells[cell]);
        }
      }
      return edit.done();
    }
  }
}
