package dev.parley.report.tidy;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import dev.parley.report.words.JsonWriter;
import dev.parley.report.words.PlainText;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A table: one fact a row, one variable a column. It writes itself as comma-separated values (RFC
 * 4180: a heading first, each row ended by CR LF).
 *
 * <p>Laws: no two columns have one name; a field that is not known is empty, and zero is {@code 0}.
 * A text that a spreadsheet would take for a formula, one that begins with {@code =}, {@code +},
 * {@code -} or {@code @}, has an apostrophe before it; numbers stay numbers. Nothing in a text
 * steers a terminal, and no field has a line break. Immutable.
 */
public final class Table {
  /** What begins a formula; some spreadsheets take the wide forms, too. */
  private static final CharMatcher FORMULA = CharMatcher.anyOf("=+-@\uff1d\uff0b\uff0d\uff20");

  private static final CharMatcher QUOTED = CharMatcher.anyOf("\",\r\n");

  private final String name;
  private final String meaning;
  private final ImmutableList<Column<?>> columns;
  private final ImmutableList<String> key;
  private final ImmutableList<ImmutableList<String>> rows;

  private Table(
      String name,
      String meaning,
      ImmutableList<Column<?>> columns,
      ImmutableList<String> key,
      ImmutableList<ImmutableList<String>> rows) {
    this.name = name;
    this.meaning = meaning;
    this.columns = columns;
    this.key = key;
    this.rows = rows;
  }

  /**
   * {@return a table}
   *
   * @param <R> what the rows are made from
   * @param name what it is called: the file is {@code name.csv}
   * @param meaning what one row says, for the dictionary
   * @param columns the columns, in order
   * @param rows what the rows are made from, in order
   * @throws IllegalArgumentException if two columns have one name
   */
  public static <R> Table of(
      String name, String meaning, List<Column<R>> columns, Iterable<? extends R> rows) {
    Set<String> names = new HashSet<>();
    for (Column<R> column : columns) {
      if (!names.add(column.name())) {
        throw new IllegalArgumentException(
            "table (%s) has two columns (%s): name them apart".formatted(name, column.name()));
      }
    }
    ImmutableList.Builder<ImmutableList<String>> fields = ImmutableList.builder();
    for (R row : rows) {
      fields.add(
          columns.stream()
              .map(column -> field(column.type(), column.value().apply(row)))
              .collect(ImmutableList.toImmutableList()));
    }
    return new Table(
        name, meaning, ImmutableList.copyOf(columns), ImmutableList.of(), fields.build());
  }

  /**
   * {@return this table, whose rows differ in some columns: its primary key}
   *
   * @param names the names of these columns
   */
  public Table keyedBy(String... names) {
    return new Table(name, meaning, columns, ImmutableList.copyOf(names), rows);
  }

  /** {@return what it is called} */
  public String name() {
    return name;
  }

  /** {@return its columns, in order} */
  public ImmutableList<Column<?>> columns() {
    return columns;
  }

  /** {@return its rows: the fields in the order of the columns} */
  public ImmutableList<ImmutableList<String>> rows() {
    return rows;
  }

  private static String field(Column.Type type, String words) {
    if (type != Column.Type.STRING) {
      return words;
    }
    String line = PlainText.safe(PlainText.readable(words));
    return !line.isEmpty() && FORMULA.matches(line.charAt(0)) ? "'" + line : line;
  }

  /** {@return it as comma-separated values} */
  public String csv() {
    StringBuilder csv = new StringBuilder();
    write(csv, columns.stream().map(Column::name).toList());
    rows.forEach(row -> write(csv, row));
    return csv.toString();
  }

  private static void write(StringBuilder csv, List<String> row) {
    for (int i = 0; i < row.size(); i++) {
      String field = row.get(i);
      csv.append(i == 0 ? "" : ",")
          .append(QUOTED.matchesNoneOf(field) ? field : '"' + field.replace("\"", "\"\"") + '"');
    }
    csv.append("\r\n");
  }

  /** Puts what the dictionary says of it. */
  void describe(JsonWriter sheet) {
    sheet.put("name", name).put("path", name + ".csv").put("profile", "tabular-data-resource");
    sheet.put("description", meaning);
    sheet.put("format", "csv").put("mediatype", "text/csv").put("encoding", "utf-8");
    sheet.object(
        "dialect",
        d -> d.put("delimiter", ",").put("lineTerminator", "\r\n").put("quoteChar", "\""));
    sheet.object(
        "schema",
        schema -> {
          schema.objects(
              "fields",
              columns,
              (s, c) ->
                  s.put("name", c.name()).put("type", c.type()).put("description", c.meaning()));
          schema.texts("missingValues", List.of(""));
          if (!key.isEmpty()) {
            schema.texts("primaryKey", key);
          }
        });
  }
}
