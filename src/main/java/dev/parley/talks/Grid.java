package dev.parley.talks;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.IssueId;
import dev.parley.demand.Line;
import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A value for every {@link Line} of an agenda. A copy with some cells changed copies the rows of
 * the parties concerned, nothing else. Immutable.
 *
 * @param <T> the values
 */
public final class Grid<T> {
  private final Agenda agenda;
  private final T[][] rows;
  private int hash;

  private Grid(Agenda agenda, T[][] rows) {
    this.agenda = agenda;
    this.rows = rows;
  }

  @SuppressWarnings("unchecked")
  static <T> Grid<T> of(Agenda agenda, T everywhere) {
    int parties = agenda.principals().size();
    T[][] rows = (T[][]) new Object[parties][];
    T[] row = (T[]) new Object[parties * agenda.issueList().size()];
    Arrays.fill(row, everywhere);
    Arrays.fill(rows, row);
    return new Grid<>(agenda, rows);
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

  private int row(ActorId party) {
    int row = agenda.principals().indexOf(party);
    if (row < 0) {
      throw new IllegalArgumentException(
          "(%s) is not a principal and has no position. Principals: %s"
              .formatted(party, agenda.principals()));
    }
    return row;
  }

  /** Returns the number of a line's cell, the same in every grid of this agenda. */
  int cell(Line line) {
    Integer place = agenda.places().get(line.issue());
    if (place == null) {
      throw new IllegalArgumentException(agenda.noSuch(line.issue()));
    }
    return (row(line.party()) * agenda.issueList().size() + place) * rows.length
        + row(line.toward());
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

  private T get(int cell) {
    return rows[cell / rows[0].length][cell % rows[0].length];
  }

  /**
   * Visits every line.
   *
   * @param action what to do with a line and its value, in the order of the agenda
   */
  public void forEach(BiConsumer<Line, T> action) {
    for (int p = 0; p < rows.length; p++) {
      ActorId party = agenda.principals().get(p);
      int column = 0;
      for (IssueId issue : agenda.issues().keySet()) {
        for (int q = 0; q < rows.length; q++, column++) {
          if (q != p) {
            action.accept(new Line(party, issue, agenda.principals().get(q)), rows[p][column]);
          }
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
    private T @Nullable [][] rows;

    private Edit(Grid<T> from) {
      this.from = from;
    }

    int cell(Line line) {
      return from.cell(line);
    }

    T get(int cell) {
      T[][] now = rows == null ? from.rows : rows;
      return now[cell / now[0].length][cell % now[0].length];
    }

    T get(Line line) {
      return get(cell(line));
    }

    void set(Line line, T value) {
      set(cell(line), value);
    }

    void set(int cell, T value) {
      int width = from.rows[0].length;
      int row = cell / width;
      T[][] now = rows == null ? from.rows : rows;
      if (now[row][cell % width] == value) {
        return;
      }
      if (rows == null) {
        rows = from.rows.clone();
        now = rows;
      }
      if (now[row] == from.rows[row]) {
        now[row] = from.rows[row].clone();
      }
      now[row][cell % width] = value;
    }

    Grid<T> done() {
      return rows == null ? from : new Grid<>(from.agenda, rows);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || other instanceof Grid<?> grid && Arrays.deepEquals(rows, grid.rows);
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      hash = Arrays.deepHashCode(rows);
    }
    return hash;
  }
}
