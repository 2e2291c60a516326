package dev.parley.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.parley.report.Transcript;
import dev.parley.report.tidy.RecordTables;
import dev.parley.report.words.PlainText;
import dev.parley.spelling.Nearest;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.OptionalInt;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The values that options can have: each is read here, or refused with what it needs. */
final class Values {
  static final ImmutableList<String> TABLES =
      ImmutableList.of("stage", "offer", "demand", "obligation");

  static final ImmutableList<String> ROWS = RecordTables.NAMES;

  static final ImmutableList<String> FORMATS =
      ImmutableList.of("json", "yaml", "markdown", "moves", "steps");

  /** A value that each option could have, for messages. */
  private static final ImmutableMap<String, String> EXAMPLES =
      ImmutableMap.<String, String>builder()
          .put("--on", "2025-01-03")
          .put("--as-known-at", "12")
          .put("--as-known-on", "2025-01-03")
          .put("--pairs", "pairs.csv")
          .put("--out", "tables")
          .put("--explore", "100000")
          .put("--states", "100000")
          .put("--width", "80")
          .put("--html", "target/talks.html")
          .put("--output", "talks.html")
          .put("--csv", String.join("|", ROWS))
          .put("--format", String.join("|", FORMATS))
          .put("--table", String.join("|", TABLES))
          .put("--diagram", String.join("|", TABLES))
          .buildOrThrow();

  private Values() {}

  static String example(String option) {
    return option + " " + EXAMPLES.get(option);
  }

  private static TypeConversionException needs(String option, String what) {
    return new TypeConversionException(
        "option (%s) needs %s: %s".formatted(option, what, example(option)));
  }

  /** Returns a number from 1 to 999,999,999. */
  private static int number(String text, String option, String needed) {
    if (!text.matches("[1-9][0-9]{0,8}")) {
      throw needs(option, "%s, not (%s)".formatted(needed, PlainText.safe(text)));
    }
    return Integer.parseInt(text);
  }

  private static String oneOf(List<String> known, String name, String none, String option) {
    if (known.contains(name)) {
      return name;
    }
    throw new TypeConversionException(
        "%s (%s): %s"
            .formatted(
                none, PlainText.safe(name), Nearest.meant(name, known).orElse(example(option))));
  }

  static final class Day implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String text) {
      return day(text, "--on");
    }
  }

  /** The day on which something was known. */
  static final class DayKnown implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String text) {
      return day(text, "--as-known-on");
    }
  }

  private static LocalDate day(String text, String option) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw needs(option, "a day, not (%s)".formatted(PlainText.safe(text)));
    }
  }

  static final class EntryNumber implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return text.equals("0") ? 0 : number(text, "--as-known-at", "the number of an entry");
    }
  }

  /** The number of states after which an exploration stops. */
  static final class States implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return number(text, "--states", "a number of states");
    }
  }

  /** The same for the flag of before. */
  static final class StatesToExplore implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return number(text, "--explore", "a number of states");
    }
  }

  static final class Columns implements ITypeConverter<OptionalInt> {
    @Override
    public OptionalInt convert(String text) {
      String needed = "%s to %s columns".formatted(Transcript.NARROWEST, Transcript.WIDEST);
      int columns = number(text, "--width", needed);
      if (columns < Transcript.NARROWEST || columns > Transcript.WIDEST) {
        throw needs("--width", "%s, not (%s)".formatted(needed, columns));
      }
      return OptionalInt.of(columns);
    }
  }

  static final class File implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
      if (text.isBlank()) {
        throw new TypeConversionException("a file needs a name, not (%s)".formatted(text));
      }
      return path(text);
    }
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new NoPath(e);
    }
  }

  /** A name that no file can have. */
  static final class NoPath extends TypeConversionException {
    private static final long serialVersionUID = 1;

    NoPath(InvalidPathException cause) {
      super("no such file (%s)".formatted(PlainText.safe(cause.getInput())));
    }
  }

  static final class Page implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
      if (text.isBlank()) {
        throw needs("--html", "the name of a file");
      }
      return path(text);
    }
  }

  static final class Rows implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
      return oneOf(ROWS, text, "there is no table", "--csv");
    }
  }

  static final class Format implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
      return oneOf(FORMATS, text, "there is no format", "--format");
    }
  }

  static final class Table implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
      return oneOf(TABLES, text, "there is no table", "--table");
    }
  }

  /** The same for the flag of before. */
  static final class Diagram implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
      return oneOf(TABLES, text, "there is no diagram", "--diagram");
    }
  }
}
