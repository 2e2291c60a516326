package examples.cluster;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.parley.report.Transcript;
import dev.parley.report.tidy.Column;
import dev.parley.report.tidy.RecordTables;
import dev.parley.report.tidy.Table;
import dev.parley.scenario.Scenario;
import dev.parley.scenario.ScenarioException;
import dev.parley.scenario.ScenarioException.Problem;
import java.io.InputStream;
import java.io.Serializable;
import java.util.Optional;

/**
 * What one file gave: the rows of its tables, or the problems for which it could not be read. Made
 * from the file alone, so that it is the same wherever it is made. Immutable.
 *
 * @param record the file, by its path in the folder
 * @param tables its tables, by name; the problems are one of them
 */
record Tidied(String record, ImmutableMap<String, Rows> tables) implements Serializable {
  /** The table of what was wrong with files. */
  static final String PROBLEMS = "problems";

  /**
   * The rows of a table.
   *
   * @param columns the names of the columns
   * @param rows the fields
   */
  record Rows(ImmutableList<String> columns, ImmutableList<ImmutableList<String>> rows)
      implements Serializable {
    static Rows of(Table table) {
      return new Rows(
          table.columns().stream().map(Column::name).collect(ImmutableList.toImmutableList()),
          table.rows());
    }
  }

  /** Reads a file. Whatever is wrong with it comes to be a row of its problems. */
  static Tidied read(String record, InputStream in) {
    try {
      return of(record, Scenario.read(record, in));
    } catch (ScenarioException e) {
      return faulty(record, e.problems());
    } catch (RuntimeException | StackOverflowError e) {
      // A defect that one record brings to light must not cost the other hundred thousand.
      return faulty(record, "cannot be told as tables: " + e);
    }
  }

  static Tidied of(String record, Scenario scenario) {
    ImmutableMap.Builder<String, Rows> tables = ImmutableMap.builder();
    for (Table table : RecordTables.of(Transcript.of(scenario)).tables()) {
      tables.put(table.name(), Rows.of(table));
    }
    return new Tidied(record, tables.buildOrThrow());
  }

  static Tidied faulty(String record, String message) {
    return faulty(
        record, ImmutableList.of(new Problem(new Problem.Place(record, 0, 0), "", message)));
  }

  private static Tidied faulty(String record, ImmutableList<Problem> problems) {
    return new Tidied(record, ImmutableMap.of(PROBLEMS, Rows.of(problems(problems))));
  }

  static Table problems(Iterable<Problem> problems) {
    return Table.of(
        PROBLEMS,
        "What kept a file from being read.",
        ImmutableList.of(
            Column.<Problem>integer(
                "line", "the line, from 1; 0 for the whole file", p -> some(p.place().line())),
            Column.integer(
                "column",
                "the column, from 1; 0 for the whole file",
                p -> some(p.place().column())),
            Column.text("path", "the place in the tree of the file", Problem::path),
            Column.text("message", "what is wrong, and the way out", Problem::message)),
        problems);
  }

  private static Optional<Integer> some(int number) {
    return Optional.of(number);
  }

  /** Whether the file could be read. */
  boolean isRead() {
    return !tables.containsKey(PROBLEMS);
  }
}
