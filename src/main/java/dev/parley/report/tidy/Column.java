package dev.parley.report.tidy;

import dev.parley.evidence.When;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A column of a table: its name, what it holds, and how it is read off a row. The dictionary and
 * the values come from the same declaration, so that neither can say what the other does not.
 * Immutable.
 *
 * @param <R> the rows
 * @param name the name, in snake case: {@code earliest_day}
 * @param type what its fields are
 * @param meaning what it says, for the dictionary
 * @param value the field of a row; empty where nothing is known
 */
public record Column<R>(String name, Type type, String meaning, Function<? super R, String> value) {

  /** What the fields of a column are, by the names of the Frictionless Table Schema. */
  public enum Type {
    /** Words, identifiers, dates in EDTF. */
    STRING,
    /** Whole numbers. */
    INTEGER,
    /** Decimals, written out, with a point. */
    NUMBER,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** Days, {@code 2024-12-20}. */
    DATE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * {@return a column of words}
   *
   * @param <R> the rows
   * @param name the name
   * @param meaning what it says
   * @param value the field of a row, or an empty text
   */
  public static <R> Column<R> text(String name, String meaning, Function<? super R, String> value) {
    return new Column<>(name, Type.STRING, meaning, value);
  }

  /**
   * {@return a column of one identifier, or of several with spaces between them}
   *
   * @param <R> the rows
   * @param name the name
   * @param meaning what it says
   * @param values the identifiers in a row
   */
  public static <R> Column<R> ids(
      String name, String meaning, Function<? super R, ? extends Collection<?>> values) {
    return text(
        name,
        meaning,
        row -> values.apply(row).stream().map(Object::toString).collect(Collectors.joining(" ")));
  }

  /**
   * {@return a column of whole numbers}
   *
   * @param <R> the rows
   * @param name the name
   * @param meaning what it says
   * @param value the field of a row
   */
  public static <R> Column<R> integer(
      String name, String meaning, Function<? super R, Optional<Integer>> value) {
    return new Column<>(
        name, Type.INTEGER, meaning, row -> value.apply(row).map(String::valueOf).orElse(""));
  }

  /**
   * {@return a column of decimals}
   *
   * @param <R> the rows
   * @param name the name
   * @param meaning what it says
   * @param value the field of a row
   */
  public static <R> Column<R> number(
      String name, String meaning, Function<? super R, Optional<BigDecimal>> value) {
    return new Column<>(
        name,
        Type.NUMBER,
        meaning,
        row ->
            value
                .apply(row)
                .map(n -> n.signum() == 0 ? "0" : n.stripTrailingZeros().toPlainString())
                .orElse(""));
  }

  /**
   * {@return a column of what is so or not}
   *
   * @param <R> the rows
   * @param name the name
   * @param meaning what it says
   * @param value the field of a row
   */
  public static <R> Column<R> flag(
      String name, String meaning, Function<? super R, Optional<Boolean>> value) {
    return new Column<>(
        name, Type.BOOLEAN, meaning, row -> value.apply(row).map(String::valueOf).orElse(""));
  }

  /**
   * {@return a column of days}
   *
   * @param <R> the rows
   * @param name the name
   * @param meaning what it says
   * @param value the field of a row
   */
  public static <R> Column<R> day(
      String name, String meaning, Function<? super R, Optional<LocalDate>> value) {
    return new Column<>(
        name, Type.DATE, meaning, row -> value.apply(row).map(LocalDate::toString).orElse(""));
  }

  /**
   * {@return the three columns of a date: as it was reported, in EDTF, and its earliest and its
   * latest day}
   *
   * @param <R> the rows
   * @param name the name; {@code date} leaves it out of the names of the days
   * @param meaning what it says
   * @param date the date of a row, or empty
   */
  public static <R> List<Column<R>> dates(
      String name, String meaning, Function<? super R, Optional<When>> date) {
    String before = name.equals("date") ? "" : name + "_";
    return List.of(
        text(
            name,
            meaning + ", in EDTF; XXXX when it is unknown",
            row -> date.apply(row).map(When::toString).orElse("")),
        day(
            before + "earliest_day",
            "the earliest day of it",
            row -> date.apply(row).flatMap(When::earliest)),
        day(
            before + "latest_day",
            "the latest day of it",
            row -> date.apply(row).flatMap(When::latest)));
  }

  /** Returns a constant as files write it: {@code raise-demand}. */
  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
