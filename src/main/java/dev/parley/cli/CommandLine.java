package dev.parley.cli;

import dev.parley.evidence.EntryId;
import dev.parley.json.Json;
import dev.parley.report.Csv;
import dev.parley.report.Diagram;
import dev.parley.report.Ink;
import dev.parley.report.Markdown;
import dev.parley.report.Transcript;
import dev.parley.report.page.Html;
import dev.parley.report.page.MissingChartsException;
import dev.parley.report.words.Names;
import dev.parley.report.words.TextLayout;
import dev.parley.report.words.Text;
import dev.parley.scenario.ScenarioException;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Rejudgement;
import dev.parley.talks.Tables;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Answers a command line: prints what it asks for, or what is wrong with it. Knows of no process
 * and no terminal, so that it can be tried out anywhere.
 */
final class CommandLine {
  static final String DEFAULT_FILE = "examples/gaza-2025.yaml";

  static final int DONE = 0;
  static final int UNREADABLE = 1;
  static final int MISUSED = 2;

  /** A file that was read. */
  interface Loaded {
    /** Returns what the record looks like. */
    Transcript transcript();

    /** Returns the file in its canonical form. */
    String written();
  }

  /** Reads files. */
  interface Reader {
    /** Reads a file, or throws a {@link ScenarioException} that lists what is wrong with it. */
    Loaded read(Path file);
  }

  /** Writes files. */
  interface Writer {
    /** Writes a text into a file, in UTF-8. */
    void write(Path file, String text) throws IOException;
  }

  private final PrintStream out;
  private final PrintStream err;
  private final Ink terminal;
  private final Reader reader;
  private final Writer writer;
  private final Optional<ProgressBar> progress;

  CommandLine(
      PrintStream out,
      PrintStream err,
      Ink terminal,
      Reader reader,
      Writer writer,
      Optional<ProgressBar> progress) {
    this.out = out;
    this.err = err;
    this.terminal = terminal;
    this.reader = reader;
    this.writer = writer;
    this.progress = progress;
  }

  /**
   * Returns the exit code: 0, 1 when a file cannot be read or written, 2 when the command line is
   * wrong.
   */
  int run(String... args) {
    try {
      answer(Options.parse(args));
      return DONE;
    } catch (Options.Misused e) {
      err.println(e.getMessage());
      return MISUSED;
    } catch (InvalidPathException e) {
      err.println("no such file (%s)".formatted(Text.safe(e.getInput())));
      return UNREADABLE;
    } catch (ScenarioException | UncheckedIOException | MissingChartsException e) {
      err.println(e.getMessage());
      return UNREADABLE;
    } catch (RuntimeException e) {
      err.println("this is a defect of Parley, please report it: " + Text.safe(e.toString()));
      return UNREADABLE;
    } finally {
      out.flush();
      err.flush();
    }
  }

  private void answer(Options options) throws Options.Misused {
    switch (options.output()) {
      case HELP -> out.print(HELP);
      case DIAGRAM -> out.print(diagram(options));
      case YAML -> out.print(load(options).written());
      case REJUDGEMENT -> out.print(rejudged(transcript(options).negotiation(), options.inJson()));
      case HTML -> write(target(options), Html.of(transcript(options)));
      case CSV ->
          out.print(
              options.csv().equals(Optional.of("steps"))
                  ? Csv.steps(transcript(options))
                  : Csv.moves(transcript(options)));
      case MARKDOWN -> out.print(Markdown.of(transcript(options)));
      case OUTLOOK -> {
        Transcript transcript = transcript(options);
        out.print(
            ExplorationReport.of(
                transcript.negotiation(),
                transcript.day(),
                options.explore().orElseThrow(),
                progress));
      }
      case TRANSCRIPT -> {
        Transcript transcript = transcript(options);
        out.print(
            options.inJson()
                ? Json.of(transcript)
                : transcript.text(options.plain() ? Ink.PLAIN : terminal));
      }
    }
  }

  /** Returns where a page goes, which is never the record that it is made from. */
  private static Path target(Options options) throws Options.Misused {
    Path target = Path.of(options.html().orElseThrow());
    if (whole(target).equals(whole(file(options)))) {
      throw new Options.Misused(
          "option (--html) would overwrite the file that it reads (%s): name another"
              .formatted(Text.safe(target.toString())));
    }
    return target;
  }

  private static Path whole(Path file) {
    return file.toAbsolutePath().normalize();
  }

  private void write(Path file, String page) {
    try {
      writer.write(file, page);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write (%s): %s".formatted(Text.safe(file.toString()), why(e)), e);
    }
    out.println("written: " + Text.safe(file.toString()));
  }

  private static String why(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such folder";
    }
    return e instanceof AccessDeniedException
        ? "it may not be written"
        : Text.safe(String.valueOf(e.getMessage()));
  }

  private Loaded load(Options options) {
    return reader.read(file(options));
  }

  private static Path file(Options options) {
    return Path.of(options.file().orElse(DEFAULT_FILE));
  }

  private Transcript transcript(Options options) throws Options.Misused {
    Transcript transcript = load(options).transcript();
    if (options.asKnownAt().isPresent()) {
      EntryId entry = options.asKnownAt().get();
      int size = transcript.negotiation().chronicle().size();
      if (entry.number() > size) {
        throw new Options.Misused(
            "there is no entry %s: the record has %s"
                .formatted(entry, size == 0 ? "none" : "[1] to [" + size + "]"));
      }
      transcript = transcript.asKnownAt(entry);
    }
    return options.on().isPresent() ? transcript.seenOn(options.on().get()) : transcript;
  }

  private static String rejudged(Negotiation negotiation, boolean inJson) {
    List<Rejudgement> found = negotiation.rejudge();
    if (inJson) {
      return Json.ofRejudgements(found);
    }
    if (found.isEmpty()) {
      return "the record keeps the rules: %s, none would be refused\n"
          .formatted(Names.counted(negotiation.chronicle().size(), "entry", "entries"));
    }
    TextLayout page = new TextLayout();
    for (Rejudgement differing : found) {
      differing
          .refusal()
          .breaches()
          .forEach(
              breach ->
                  page.paragraph(
                      0,
                      TextLayout.INDENT,
                      "%s %s: %s. %s."
                          .formatted(
                              differing.entry(),
                              breach.law(),
                              Text.safe(breach.message()),
                              Text.safe(breach.wayOut()))));
    }
    return page.text();
  }

  private String diagram(Options options) throws Options.Misused {
    boolean dot = options.inDot();
    return switch (options.diagram().orElse("")) {
      case "offer" ->
          dot
              ? Diagram.dot(Tables.OFFER, Optional.empty())
              : Diagram.mermaid(Tables.OFFER, Optional.empty());
      case "demand" ->
          dot
              ? Diagram.dot(Tables.DEMAND, Optional.empty())
              : Diagram.mermaid(Tables.DEMAND, Optional.empty());
      case "obligation" ->
          dot
              ? Diagram.dot(Tables.OBLIGATION, Optional.empty())
              : Diagram.mermaid(Tables.OBLIGATION, Optional.empty());
      default -> {
        Optional<dev.parley.talks.Stage> stage =
            options.file().isEmpty()
                ? Optional.empty()
                : Optional.of(transcript(options).negotiation().situation().stage());
        yield dot ? Diagram.dot(Tables.STAGE, stage) : Diagram.mermaid(Tables.STAGE, stage);
      }
    };
  }

  static final String HELP =
      """
      Parley replays the record of a negotiation: what was done round by round, on whose word, whether
      each round moved or stalled, and where that leaves it.

      Usage: parley [options] [file]

      The file is a scenario in YAML or JSON; without one it is %s.

        --on DATE          look at it on another day than the record's last: deadlines, silence
        --as-known-at N    as it was known when entry N had just been made
        --rejudge          print where the record and the rules differ
        --json             print the record, or with --rejudge the differences, as JSON
        --write            print the file in its canonical form
        --html FILE        write a page for a browser: time line, positions, charts, the record
        --csv ROWS         print comma-separated values: moves (one row each) or steps
        --markdown         print it for a readme or an issue
        --explore N        try out how the talks can go on under their rules, up to N states: what can
                           be reached, and which rules a play would break
        --diagram TABLE    draw a table for Mermaid: stage (with the file's stage marked when a file
                           is named), offer, demand or obligation
        --dot              draw it for Graphviz instead
        --no-color         plain characters even in a terminal; so do NO_COLOR and TERM=dumb
        --help             this text

      Exit codes: 0 done, 1 a file cannot be read or written, 2 the command line is wrong.

      Examples, each after mvn -q compile:
        mvn -q exec:java
        mvn -q exec:java -Dexec.args="my-talks.yaml --on 2025-01-19"
        mvn -q exec:java -Dexec.args="my-talks.yaml --as-known-at 12"
        mvn -q exec:java -Dexec.args="my-talks.yaml --html target/my-talks.html"
        mvn -q exec:java -Dexec.args="my-talks.yaml --rejudge --json"
        mvn -q exec:java -Dexec.args="my-talks.yaml --explore 100000"
        mvn -q exec:java -Dexec.args="my-talks.yaml --diagram stage"
      """
          .formatted(DEFAULT_FILE);
}
