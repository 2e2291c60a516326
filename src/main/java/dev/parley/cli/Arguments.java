package dev.parley.cli;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.parley.evidence.EntryId;
import dev.parley.report.words.PlainText;
import dev.parley.spelling.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a command line asks for. Each option is declared once, for picocli to read and to list. */
@Command(
    name = "parley",
    mixinStandardHelpOptions = true,
    versionProvider = Arguments.Version.class,
    sortOptions = false,
    usageHelpWidth = 100,
    description = {
      "Parley replays the record of a negotiation: what was done round by round, on whose word,"
          + " whether each round moved or stalled, and where that leaves it.",
      ""
    },
    footer = {
      "",
      "Exit codes: 0 done, 1 a file cannot be read or written, 2 the command line is wrong.",
      "",
      "Examples, each after mvn -q compile:",
      "  mvn -q exec:java",
      "  mvn -q exec:java -Dexec.args=\"my-talks.yaml --on 2025-01-19\"",
      "  mvn -q exec:java -Dexec.args=\"my-talks.yaml --as-known-at 12\"",
      "  mvn -q exec:java -Dexec.args=\"my-talks.yaml --html target/my-talks.html\"",
      "  mvn -q exec:java -Dexec.args=\"my-talks.yaml --rejudge --json\"",
      "  mvn -q exec:java -Dexec.args=\"my-talks.yaml --explore 100000\"",
      "  mvn -q exec:java -Dexec.args=\"my-talks.yaml --diagram stage\""
    })
final class Arguments {
  static final String DEFAULT_FILE = "examples/gaza-2025.yaml";

  /** Named in the place of a file, it reads what is piped in. */
  static final String STANDARD_INPUT = "-";

  static final ImmutableList<String> DIAGRAMS =
      ImmutableList.of("stage", "offer", "demand", "obligation");

  static final ImmutableList<String> ROWS = ImmutableList.of("moves", "steps");

  /** A value that each option could have, for messages. */
  private static final ImmutableMap<String, String> EXAMPLES =
      ImmutableMap.of(
          "--on", "2025-01-03",
          "--as-known-at", "12",
          "--explore", "100000",
          "--html", "target/talks.html",
          "--csv", String.join("|", ROWS),
          "--diagram", String.join("|", DIAGRAMS));

  /** Options that say what is printed instead of a transcript. */
  private static final ImmutableList<String> OUTPUTS =
      ImmutableList.of(
          "--rejudge", "--write", "--html", "--csv", "--markdown", "--explore", "--diagram");

  /** How picocli says that a flag was given a value. */
  private static final Pattern VALUED_FLAG =
      Pattern.compile("option '(.*)' should be specified without '(.*)' parameter");

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "a scenario in YAML or JSON, - for standard input; without one " + DEFAULT_FILE)
  private List<String> files = new ArrayList<>();

  @Option(
      names = "--on",
      paramLabel = "DATE",
      converter = Day.class,
      description = "look at it on another day than the record's last: deadlines, silence")
  Optional<LocalDate> on = Optional.empty();

  @Option(
      names = "--as-known-at",
      paramLabel = "N",
      converter = EntryNumber.class,
      description = "as it was known when entry N had just been made")
  Optional<EntryId> asKnownAt = Optional.empty();

  @Option(
      names = "--rejudge",
      arity = "0",
      description = "print where the record and the rules differ")
  boolean rejudge;

  @Option(
      names = "--json",
      arity = "0",
      description = "print the record, or with --rejudge the differences, as JSON")
  boolean json;

  @Option(names = "--write", arity = "0", description = "print the file in its canonical form")
  boolean write;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      converter = FileName.class,
      description = "write a page for a browser: time line, positions, charts, the record")
  Optional<String> html = Optional.empty();

  @Option(
      names = "--csv",
      paramLabel = "ROWS",
      converter = Rows.class,
      description = "print comma-separated values: moves (one row each) or steps")
  Optional<String> csv = Optional.empty();

  @Option(names = "--markdown", arity = "0", description = "print it for a readme or an issue")
  boolean markdown;

  @Option(
      names = "--explore",
      paramLabel = "N",
      converter = States.class,
      description =
          "try out how the talks can go on under their rules, up to N states: what can be reached,"
              + " and which rules a play would break")
  Optional<Integer> explore = Optional.empty();

  @Option(
      names = "--diagram",
      paramLabel = "TABLE",
      converter = Table.class,
      description =
          "draw a table for Mermaid: stage (with the file's stage marked when a file is named),"
              + " offer, demand or obligation")
  Optional<String> diagram = Optional.empty();

  @Option(names = "--dot", arity = "0", description = "draw it for Graphviz instead")
  boolean dot;

  @Option(
      names = {"--no-color", "--no-colour"},
      arity = "0",
      description = "plain characters even in a terminal; so do NO_COLOR and TERM=dumb")
  boolean plain;

  /** What the standard options print; empty unless one of them is given. */
  private Optional<String> aboutParley = Optional.empty();

  /** Says in one line what is wrong with a command line. */
  static final class Misused extends Exception {
    private static final long serialVersionUID = 1;

    Misused(String message) {
      super(message);
    }
  }

  /** Reads a command line, or says what is wrong with it. */
  static Arguments parse(String... args) throws Misused {
    Arguments arguments = new Arguments();
    CommandLine line =
        new CommandLine(arguments).setOverwrittenOptionsAllowed(true).setExpandAtFiles(false);
    try {
      CommandLine.ParseResult parsed = line.parseArgs(args);
      arguments.check(parsed.matchedOptions().stream().map(o -> o.names()[0]).distinct().toList());
      if (parsed.isUsageHelpRequested()) {
        arguments.aboutParley = Optional.of(line.getUsageMessage(CommandLine.Help.Ansi.OFF));
      } else if (parsed.isVersionHelpRequested()) {
        arguments.aboutParley = Optional.of(new Version().getVersion()[0] + "\n");
      }
      return arguments;
    } catch (ParameterException e) {
      throw new Misused(message(e, line));
    }
  }

  private static String message(ParameterException e, CommandLine line) {
    if (e.getCause() instanceof TypeConversionException unfit) {
      return String.valueOf(unfit.getMessage());
    }
    if (e instanceof UnmatchedArgumentException unmatched) {
      String name = name(unmatched.getUnmatched().get(0));
      return "there is no option (%s): %s"
          .formatted(
              PlainText.safe(name),
              meant(name, line.getCommandSpec().optionsMap().keySet())
                  .orElse("--help lists the options"));
    }
    if (e instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      String name = ((CommandLine.Model.OptionSpec) missing.getMissing().get(0)).longestName();
      return "option (%s) needs a value after it: %s".formatted(name, example(name));
    }
    String message = PlainText.safe(String.valueOf(e.getMessage()));
    Matcher valued = VALUED_FLAG.matcher(message);
    return valued.matches()
        ? "option (%s) takes no value: leave (=%s) out".formatted(valued.group(1), valued.group(2))
        : message;
  }

  private static String name(String arg) {
    return Splitter.on('=').splitToList(arg).get(0);
  }

  private static Optional<String> meant(String word, Collection<String> known) {
    return Nearest.to(word, known).map("did you mean (%s)?"::formatted);
  }

  private static String example(String option) {
    return option + " " + EXAMPLES.get(option);
  }

  private void check(List<String> given) throws Misused {
    List<String> outputs = given.stream().filter(OUTPUTS::contains).toList();
    if (outputs.size() > 1) {
      throw new Misused(
          "options (%s) exclude each other: give one".formatted(String.join(", ", outputs)));
    }
    if (files.size() > 1) {
      throw new Misused(
          "one file at a time, not %s: (%s)"
              .formatted(files.size(), PlainText.safe(String.join(", ", files))));
    }
    if (dot && diagram.isEmpty()) {
      throw new Misused("option (--dot) says how a diagram is drawn: add --diagram stage");
    }
    if (json && !outputs.isEmpty() && !rejudge) {
      throw new Misused(
          "option (--json) does not go with (%s): leave one out".formatted(outputs.get(0)));
    }
    boolean whole = write || diagram.isPresent() && !diagram.get().equals("stage");
    if (whole && !given.contains("-h")) {
      // What a part of the record is chosen by does not go with what is always the whole.
      for (String part : List.of("--as-known-at", "--on")) {
        if (given.contains(part)) {
          throw new Misused(
              "option (%s) does not go with (%s), which is about the whole file: leave one out"
                  .formatted(part, outputs.get(0)));
        }
      }
    }
  }

  /** {@return the help or the version, where they are asked for; then nothing else is done} */
  Optional<String> aboutParley() {
    return aboutParley;
  }

  /** {@return the scenario file, or empty when none is named} */
  Optional<String> file() {
    return files.stream().findFirst();
  }

  /** The version of the build, from a file that the build writes. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      Properties built = new Properties();
      try (InputStream in = Arguments.class.getResourceAsStream("version.properties")) {
        built.load(Objects.requireNonNull(in, "version.properties is missing from the jar"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return new String[] {"parley " + built.getProperty("version")};
    }
  }

  /** Reads the value of an option, or says what it needs. */
  private abstract static class Converter<T> implements CommandLine.ITypeConverter<T> {
    /** Returns a number from 1 to 999,999,999. */
    static int number(String text, String option, String needed) {
      if (!text.matches("[1-9][0-9]{0,8}")) {
        throw needs(option, needed + ", not (%s)".formatted(PlainText.safe(text)));
      }
      return Integer.parseInt(text);
    }

    static TypeConversionException needs(String option, String what) {
      return new TypeConversionException(
          "option (%s) needs %s: %s".formatted(option, what, example(option)));
    }

    static String oneOf(List<String> known, String name, String none, String option) {
      if (known.contains(name)) {
        return name;
      }
      throw new TypeConversionException(
          "%s (%s): %s"
              .formatted(none, PlainText.safe(name), meant(name, known).orElse(example(option))));
    }
  }

  static final class Day extends Converter<LocalDate> {
    @Override
    public LocalDate convert(String text) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeParseException e) {
        throw needs("--on", "a day, not (%s)".formatted(PlainText.safe(text)));
      }
    }
  }

  static final class EntryNumber extends Converter<EntryId> {
    @Override
    public EntryId convert(String text) {
      return new EntryId(number(text, "--as-known-at", "the number of an entry"));
    }
  }

  static final class States extends Converter<Integer> {
    @Override
    public Integer convert(String text) {
      return number(text, "--explore", "a number of states");
    }
  }

  static final class FileName extends Converter<String> {
    @Override
    public String convert(String text) {
      if (text.isBlank()) {
        throw needs("--html", "the name of a file");
      }
      return text;
    }
  }

  static final class Rows extends Converter<String> {
    @Override
    public String convert(String text) {
      return oneOf(ROWS, text, "there are no rows", "--csv");
    }
  }

  static final class Table extends Converter<String> {
    @Override
    public String convert(String text) {
      return oneOf(DIAGRAMS, text, "there is no diagram", "--diagram");
    }
  }
}
