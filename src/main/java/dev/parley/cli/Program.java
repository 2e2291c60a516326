package dev.parley.cli;

import dev.parley.evidence.EntryId;
import dev.parley.json.Json;
import dev.parley.report.Csv;
import dev.parley.report.Diagram;
import dev.parley.report.Markdown;
import dev.parley.report.Transcript;
import dev.parley.report.Transcript.Ink;
import dev.parley.report.page.Html;
import dev.parley.report.page.MissingChartsException;
import dev.parley.report.words.Names;
import dev.parley.report.words.PlainText;
import dev.parley.report.words.TextLayout;
import dev.parley.scenario.ScenarioException;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Negotiation.Rejudgement;
import dev.parley.talks.Tables;
import dev.parley.talks.TransitionTable;
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
final class Program {
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

  Program(
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
      answer(Arguments.parse(args));
      return DONE;
    } catch (Arguments.Misused e) {
      err.println(e.getMessage());
      return MISUSED;
    } catch (InvalidPathException e) {
      err.println("no such file (%s)".formatted(PlainText.safe(e.getInput())));
      return UNREADABLE;
    } catch (ScenarioException | UncheckedIOException | MissingChartsException e) {
      err.println(e.getMessage());
      return UNREADABLE;
    } catch (RuntimeException e) {
      err.println("this is a defect of Parley, please report it: " + PlainText.safe(e.toString()));
      return UNREADABLE;
    } finally {
      out.flush();
      err.flush();
    }
  }

  private void answer(Arguments arguments) throws Arguments.Misused {
    if (arguments.aboutParley().isPresent()) {
      out.print(arguments.aboutParley().get());
    } else if (arguments.html.isPresent()) {
      write(target(arguments), Html.of(transcript(arguments)));
    } else {
      out.print(printed(arguments));
    }
  }

  private String printed(Arguments arguments) throws Arguments.Misused {
    if (arguments.diagram.isPresent()) {
      return diagram(arguments);
    }
    if (arguments.write) {
      return load(arguments).written();
    }
    Transcript transcript = transcript(arguments);
    if (arguments.rejudge) {
      return rejudged(transcript.negotiation(), arguments.json);
    }
    if (arguments.csv.isPresent()) {
      return arguments.csv.get().equals("steps") ? Csv.steps(transcript) : Csv.moves(transcript);
    }
    if (arguments.explore.isPresent()) {
      return ExplorationReport.of(
          transcript.negotiation(), transcript.day(), arguments.explore.get(), progress);
    }
    if (arguments.markdown) {
      return Markdown.of(transcript);
    }
    return arguments.json
        ? Json.of(transcript)
        : transcript.text(arguments.plain ? Ink.PLAIN : terminal);
  }

  /** Returns where a page goes, which is never the record that it is made from. */
  private static Path target(Arguments arguments) throws Arguments.Misused {
    Path target = Path.of(arguments.html.orElseThrow());
    if (whole(target).equals(whole(file(arguments)))) {
      throw new Arguments.Misused(
          "option (--html) would overwrite the file that it reads (%s): name another"
              .formatted(PlainText.safe(target.toString())));
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
          "cannot write (%s): %s".formatted(PlainText.safe(file.toString()), why(e)), e);
    }
    out.println("written: " + PlainText.safe(file.toString()));
  }

  private static String why(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such folder";
    }
    return e instanceof AccessDeniedException
        ? "it may not be written"
        : PlainText.safe(String.valueOf(e.getMessage()));
  }

  private Loaded load(Arguments arguments) {
    return reader.read(file(arguments));
  }

  private static Path file(Arguments arguments) {
    return Path.of(arguments.file().orElse(Arguments.DEFAULT_FILE));
  }

  private Transcript transcript(Arguments arguments) throws Arguments.Misused {
    Transcript transcript = load(arguments).transcript();
    if (arguments.asKnownAt.isPresent()) {
      EntryId entry = arguments.asKnownAt.get();
      int size = transcript.negotiation().chronicle().size();
      if (entry.number() > size) {
        throw new Arguments.Misused(
            "there is no entry %s: the record has %s"
                .formatted(entry, size == 0 ? "none" : "[1] to [" + size + "]"));
      }
      transcript = transcript.asKnownAt(entry);
    }
    return arguments.on.isPresent() ? transcript.seenOn(arguments.on.get()) : transcript;
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
                              PlainText.safe(breach.message()),
                              PlainText.safe(breach.wayOut()))));
    }
    return page.text();
  }

  private String diagram(Arguments arguments) throws Arguments.Misused {
    boolean dot = arguments.dot;
    return switch (arguments.diagram.orElseThrow()) {
      case "offer" -> drawn(Tables.OFFER, Optional.empty(), dot);
      case "demand" -> drawn(Tables.DEMAND, Optional.empty(), dot);
      case "obligation" -> drawn(Tables.OBLIGATION, Optional.empty(), dot);
      default ->
          drawn(
              Tables.STAGE,
              arguments.file().isEmpty()
                  ? Optional.empty()
                  : Optional.of(transcript(arguments).negotiation().situation().stage()),
              dot);
    };
  }

  private static <S extends Enum<S>, E extends Enum<E>, C> String drawn(
      TransitionTable<S, E, C> table, Optional<S> current, boolean dot) {
    return dot ? Diagram.dot(table, current) : Diagram.mermaid(table, current);
  }
}
