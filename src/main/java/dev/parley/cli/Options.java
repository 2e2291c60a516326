package dev.parley.cli;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.parley.evidence.EntryId;
import dev.parley.report.words.Text;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a command line asks for.
 *
 * @param output what is printed
 * @param file the scenario file, or empty when none is named
 * @param asKnownAt the entry up to which the record is read, or empty for all
 * @param on the day on which it is looked at, or empty for the end of the record
 * @param explore how many states are explored; empty unless the output is the outlook
 * @param inJson whether a result is printed as JSON
 * @param diagram which table is drawn; empty unless the output is a diagram
 * @param inDot whether it is drawn for Graphviz
 * @param plain whether colour is never used
 * @param html the file into which a page is written; empty unless the output is a page
 * @param csv which rows are printed; empty unless the output is CSV
 */
record Options(
    Output output,
    Optional<String> file,
    Optional<EntryId> asKnownAt,
    Optional<LocalDate> on,
    Optional<Integer> explore,
    boolean inJson,
    Optional<String> diagram,
    boolean inDot,
    boolean plain,
    Optional<String> html,
    Optional<String> csv) {

  /** What is printed. */
  enum Output {
    TRANSCRIPT,
    REJUDGEMENT,
    OUTLOOK,
    DIAGRAM,
    YAML,
    HTML,
    CSV,
    MARKDOWN,
    HELP
  }

  static final ImmutableList<String> DIAGRAMS =
      ImmutableList.of("stage", "offer", "demand", "obligation");

  static final ImmutableList<String> ROWS = ImmutableList.of("moves", "steps");

  /** The options that say what is printed instead of a transcript. */
  private static final ImmutableMap<String, Output> OUTPUTS =
      ImmutableMap.<String, Output>builder()
          .put("--rejudge", Output.REJUDGEMENT)
          .put("--explore", Output.OUTLOOK)
          .put("--diagram", Output.DIAGRAM)
          .put("--write", Output.YAML)
          .put("--html", Output.HTML)
          .put("--csv", Output.CSV)
          .put("--markdown", Output.MARKDOWN)
          .buildOrThrow();

  /** Each option, and whether a value follows it. */
  private static final ImmutableMap<String, Boolean> KNOWN =
      ImmutableMap.<String, Boolean>builder()
          .put("--help", false)
          .put("--json", false)
          .put("--rejudge", false)
          .put("--as-known-at", true)
          .put("--on", true)
          .put("--diagram", true)
          .put("--dot", false)
          .put("--explore", true)
          .put("--write", false)
          .put("--html", true)
          .put("--csv", true)
          .put("--markdown", false)
          .put("--no-color", false)
          .buildOrThrow();

  private static final ImmutableMap<String, String> ALSO =
      ImmutableMap.of("-h", "--help", "--no-colour", "--no-color");

  /** Says in one line what is wrong with a command line. */
  static final class Misused extends Exception {
    private static final long serialVersionUID = 1;

    Misused(String message) {
      super(message);
    }
  }

  static Options parse(String... args) throws Misused {
    List<String> files = new ArrayList<>();
    ImmutableMap.Builder<String, String> given = ImmutableMap.builder();
    boolean optionsEnded = false;
    for (int i = 0; i < args.length; i++) {
      String arg = args[i];
      if (optionsEnded || !arg.startsWith("-") || arg.equals("-")) {
        files.add(arg);
        continue;
      }
      if (arg.equals("--")) {
        optionsEnded = true;
        continue;
      }
      List<String> parts = Splitter.on('=').limit(2).splitToList(arg);
      String name = ALSO.getOrDefault(parts.get(0), parts.get(0));
      Boolean takesValue = KNOWN.get(name);
      if (takesValue == null) {
        throw new Misused(unknown(name));
      }
      if (!takesValue && parts.size() > 1) {
        throw new Misused(
            "option (%s) takes no value: leave (=%s) out".formatted(name, shown(parts.get(1))));
      }
      if (takesValue && parts.size() == 1 && i + 1 == args.length) {
        throw new Misused("option (%s) needs a value after it: %s".formatted(name, example(name)));
      }
      given.put(name, !takesValue ? "" : parts.size() > 1 ? parts.get(1) : args[++i]);
    }
    return checked(given.buildKeepingLast(), files);
  }

  private static Options checked(ImmutableMap<String, String> given, List<String> files)
      throws Misused {
    List<String> outputs = given.keySet().stream().filter(OUTPUTS::containsKey).toList();
    if (outputs.size() > 1) {
      throw new Misused(
          "options (%s) exclude each other: give one".formatted(String.join(", ", outputs)));
    }
    if (files.size() > 1) {
      throw new Misused(
          "one file at a time, not %s: (%s)"
              .formatted(files.size(), shown(String.join(", ", files))));
    }
    if (given.containsKey("--dot") && !given.containsKey("--diagram")) {
      throw new Misused("option (--dot) says how a diagram is drawn: add --diagram stage");
    }
    if (given.containsKey("--json") && !outputs.isEmpty() && !outputs.get(0).equals("--rejudge")) {
      throw new Misused(
          "option (--json) does not go with (%s): leave one out".formatted(outputs.get(0)));
    }
    refuseWhole(given, outputs);
    Output output =
        given.containsKey("--help")
            ? Output.HELP
            : outputs.stream().map(OUTPUTS::get).findFirst().orElse(Output.TRANSCRIPT);
    return new Options(
        output,
        files.stream().findFirst(),
        entry(Optional.ofNullable(given.get("--as-known-at"))),
        day(Optional.ofNullable(given.get("--on"))),
        states(Optional.ofNullable(given.get("--explore"))),
        given.containsKey("--json"),
        diagram(Optional.ofNullable(given.get("--diagram"))),
        given.containsKey("--dot"),
        given.containsKey("--no-color"),
        file(Optional.ofNullable(given.get("--html"))),
        rows(Optional.ofNullable(given.get("--csv"))));
  }

  /** What a part of the record is chosen by does not go with what is always the whole. */
  private static void refuseWhole(ImmutableMap<String, String> given, List<String> outputs)
      throws Misused {
    boolean ofRecord = given.getOrDefault("--diagram", "stage").equals("stage");
    if (given.containsKey("--help") || ofRecord && !given.containsKey("--write")) {
      return;
    }
    for (String part : List.of("--as-known-at", "--on")) {
      if (given.containsKey(part)) {
        throw new Misused(
            "option (%s) does not go with (%s), which is about the whole file: leave one out"
                .formatted(part, outputs.get(0)));
      }
    }
  }

  private static Optional<EntryId> entry(Optional<String> text) throws Misused {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!text.get().matches("[1-9][0-9]{0,8}")) {
      throw new Misused(
          "option (--as-known-at) needs the number of an entry, not (%s): %s"
              .formatted(shown(text.get()), example("--as-known-at")));
    }
    return Optional.of(new EntryId(Integer.parseInt(text.get())));
  }

  private static Optional<Integer> states(Optional<String> text) throws Misused {
    if (text.isPresent() && !text.get().matches("[1-9][0-9]{0,8}")) {
      throw new Misused(
          "option (--explore) needs a number of states, not (%s): %s"
              .formatted(shown(text.get()), example("--explore")));
    }
    return text.map(Integer::valueOf);
  }

  private static Optional<LocalDate> day(Optional<String> text) throws Misused {
    try {
      return text.map(LocalDate::parse);
    } catch (DateTimeParseException e) {
      throw new Misused(
          "option (--on) needs a day, not (%s): %s"
              .formatted(shown(text.orElse("")), example("--on")));
    }
  }

  private static Optional<String> file(Optional<String> name) throws Misused {
    if (name.isPresent() && name.get().isBlank()) {
      throw new Misused(
          "option (--html) needs the name of a file: %s".formatted(example("--html")));
    }
    return name;
  }

  private static Optional<String> rows(Optional<String> name) throws Misused {
    if (name.isPresent() && !ROWS.contains(name.get())) {
      throw new Misused(
          "there are no rows (%s): %s"
              .formatted(
                  shown(name.get()),
                  nearest(name.get(), ROWS)
                      .map("did you mean (%s)?"::formatted)
                      .orElse(example("--csv"))));
    }
    return name;
  }

  private static Optional<String> diagram(Optional<String> name) throws Misused {
    if (name.isPresent() && !DIAGRAMS.contains(name.get())) {
      throw new Misused(
          "there is no diagram (%s): %s"
              .formatted(
                  shown(name.get()),
                  nearest(name.get(), DIAGRAMS)
                      .map("did you mean (%s)?"::formatted)
                      .orElse(example("--diagram"))));
    }
    return name;
  }

  private static String example(String option) {
    return switch (option) {
      case "--as-known-at" -> "--as-known-at 12";
      case "--on" -> "--on 2025-01-03";
      case "--explore" -> "--explore 100000";
      case "--html" -> "--html target/talks.html";
      case "--csv" -> "--csv " + String.join("|", ROWS);
      default -> "--diagram " + String.join("|", DIAGRAMS);
    };
  }

  private static String unknown(String name) {
    String nearest =
        nearest(name, KNOWN.keySet())
            .map("did you mean (%s)?"::formatted)
            .orElse("--help lists the options");
    return "there is no option (%s): %s".formatted(shown(name), nearest);
  }

  private static String shown(String text) {
    return Text.safe(text);
  }

  /** Returns the known word with the fewest typing errors, if at most a third is wrong. */
  private static Optional<String> nearest(String word, Iterable<String> known) {
    int fewest = Math.max(2, word.length() / 3) + 1;
    Optional<String> best = Optional.empty();
    for (String candidate : known) {
      int errors = word.length() > 80 ? fewest : errors(word, candidate);
      if (errors < fewest) {
        fewest = errors;
        best = Optional.of(candidate);
      }
    }
    return best;
  }

  private static int errors(String a, String b) {
    int[] row = new int[b.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
