package dev.parley.rules;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.parley.talks.Finding;
import dev.parley.talks.Rule;
import dev.parley.talks.RuleBook;
import java.util.Comparator;
import java.util.stream.Collectors;

/**
 * A rule book as a table: what is asked of a move, and what it means to break it. Its rows are in
 * the order of their ids, so that two books with the same rules print alike. Immutable.
 *
 * @param rows a row for each rule
 */
public record RuleTable(ImmutableList<Row> rows) {
  /**
   * A rule in one row. Immutable.
   *
   * @param id the rule's id
   * @param severity what breaking it means
   * @param statement what it says
   * @param parameters what it is set to
   */
  public record Row(
      String id,
      Finding.Severity severity,
      String statement,
      ImmutableMap<String, String> parameters) {
    private ImmutableList<String> cells() {
      return ImmutableList.of(
          id,
          severity.name(),
          statement,
          parameters.entrySet().stream()
              .map(p -> p.getKey() + ": " + p.getValue())
              .collect(Collectors.joining("; ")));
    }
  }

  private static final ImmutableList<String> HEADINGS =
      ImmutableList.of("rule", "severity", "statement", "parameters");

  /**
   * Returns the table of a rule book.
   *
   * @param book the rule book
   * @return the table
   */
  public static RuleTable of(RuleBook book) {
    return new RuleTable(
        book.rules().stream()
            .sorted(Comparator.comparing(Rule::id))
            .map(r -> new Row(r.id(), r.severity(), r.statement(), r.parameters()))
            .collect(ImmutableList.toImmutableList()));
  }

  /**
   * Prints the table.
   *
   * @return a line of headings, then a line for each rule, in columns
   */
  @Override
  public String toString() {
    ImmutableList.Builder<ImmutableList<String>> all = ImmutableList.builder();
    all.add(HEADINGS);
    rows.forEach(r -> all.add(r.cells()));
    ImmutableList<ImmutableList<String>> lines = all.build();
    StringBuilder text = new StringBuilder();
    for (ImmutableList<String> line : lines) {
      StringBuilder row = new StringBuilder();
      for (int i = 0; i < HEADINGS.size(); i++) {
        int column = i;
        int width = lines.stream().mapToInt(l -> l.get(column).length()).max().orElse(0);
        row.append(line.get(i)).append(" ".repeat(width - line.get(i).length() + 2));
      }
      text.append(row.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
