package dev.parley.rules;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import dev.parley.talks.Rule;
import dev.parley.talks.RuleBook;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A rule book as a table: what is asked of a move, and what it means to break it. Its rows are in
 * the order of their ids, so that two books with the same rules print alike. Immutable.
 *
 * @param rows a row for each rule
 */
record RuleTable(ImmutableList<Rule> rows) {
  private static final ImmutableList<String> HEADINGS =
      ImmutableList.of("rule", "severity", "statement", "parameters");

  /**
   * {@return the table of a rule book}
   *
   * @param book the rule book
   */
  static RuleTable of(RuleBook book) {
    return new RuleTable(
        book.rules().stream().sorted(Comparator.comparing(Rule::id)).collect(toImmutableList()));
  }

  /** {@return a line of headings, then a line for each rule, in columns} */
  @Override
  public String toString() {
    ImmutableList<ImmutableList<String>> lines =
        Stream.concat(Stream.of(HEADINGS), rows.stream().map(RuleTable::cells))
            .collect(toImmutableList());
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

  private static ImmutableList<String> cells(Rule rule) {
    return ImmutableList.of(
        rule.id(),
        rule.severity().name(),
        rule.statement(),
        rule.parameters().entrySet().stream()
            .map(p -> p.getKey() + ": " + p.getValue())
            .collect(joining("; ")));
  }
}
