package dev.parley.scenario.coded;

import com.google.common.collect.ImmutableList;
import dev.parley.spelling.SafeText;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a table in comma-separated values (RFC 4180), or with another separator. A field in
 * quotes can hold separators and line breaks; lines with nothing in them are no rows. Immutable.
 *
 * @param heading the names of the columns
 * @param rows the rows below them
 */
record CodedRows(ImmutableList<String> heading, ImmutableList<Row> rows) {
  /** The most rows: a scenario has no room for more. */
  static final int MOST = 100_000;

  /**
   * A row.
   *
   * @param line the line on which it begins, from 1
   * @param cells its fields
   */
  record Row(int line, ImmutableList<String> cells) {}

  static CodedRows parse(String file, String text, char separator) {
    ImmutableList<Row> all = new Reader(file, text, separator).read();
    if (all.isEmpty()) {
      throw new IllegalArgumentException(
          "file (%s) has no heading: its first line names the columns"
              .formatted(SafeText.escaped(file)));
    }
    return new CodedRows(
        all.get(0).cells().stream().map(String::strip).collect(ImmutableList.toImmutableList()),
        all.subList(1, all.size()));
  }

  private static final class Reader {
    private final String file;
    private final String text;
    private final char separator;
    private final ImmutableList.Builder<Row> rows = ImmutableList.builder();
    private int at;
    private int line = 1;
    private int count;

    Reader(String file, String text, char separator) {
      this.file = SafeText.escaped(file);
      this.text = text.startsWith("\ufeff") ? text.substring(1) : text;
      this.separator = separator;
    }

    ImmutableList<Row> read() {
      while (at < text.length()) {
        int begins = line;
        List<String> cells = row();
        if (cells.size() > 1 || !cells.get(0).isBlank()) {
          if (count++ > MOST) {
            throw new IllegalArgumentException(
                "file (%s) has more than %s rows: take it in parts".formatted(file, MOST));
          }
          rows.add(new Row(begins, ImmutableList.copyOf(cells)));
        }
      }
      return rows.build();
    }

    private List<String> row() {
      List<String> cells = new ArrayList<>();
      do {
        cells.add(isNext('"') ? quoted() : plain());
      } while (take(separator));
      if (take('\r')) {
        take('\n');
      } else if (!take('\n') && at < text.length()) {
        throw new IllegalArgumentException(
            "file (%s) has text after a quoted field in line %s: double a quote that is meant"
                .formatted(file, line));
      }
      line++;
      return cells;
    }

    private String plain() {
      int from = at;
      while (at < text.length() && !isNext(separator) && !isNext('\r') && !isNext('\n')) {
        at++;
      }
      return text.substring(from, at);
    }

    private String quoted() {
      int begins = line;
      StringBuilder cell = new StringBuilder();
      at++;
      while (at < text.length()) {
        char c = text.charAt(at++);
        if (c == '"' && !take('"')) {
          return cell.toString();
        }
        line += c == '\n' ? 1 : 0;
        cell.append(c);
      }
      throw new IllegalArgumentException(
          "file (%s) has a quote in line %s that is never closed: close it, or double a quote that is meant"
              .formatted(file, begins));
    }

    private boolean isNext(char c) {
      return at < text.length() && text.charAt(at) == c;
    }

    private boolean take(char c) {
      boolean next = isNext(c);
      at += next ? 1 : 0;
      return next;
    }
  }
}
