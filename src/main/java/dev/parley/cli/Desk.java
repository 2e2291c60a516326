package dev.parley.cli;

import dev.parley.files.WholeFile;
import dev.parley.report.Transcript;
import dev.parley.report.Transcript.Ink;
import dev.parley.report.words.PlainText;
import dev.parley.scenario.Scenario;
import dev.parley.scenario.ScenarioException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a command works with. It knows of no process and no terminal, so that a command can be tried
 * out anywhere.
 *
 * @param out where results go
 * @param err where complaints and progress go
 * @param ink what a transcript is printed with
 * @param width how many columns it has
 * @param reader reads files
 * @param writer writes files
 * @param progress shows how an exploration gets on
 */
record Desk(
    PrintStream out,
    PrintStream err,
    Ink ink,
    int width,
    Reader reader,
    Writer writer,
    Progress progress) {
  /** Named in the place of a file, it reads what is piped in, or prints. */
  static final Path STANDARD_STREAM = Path.of("-");

  private static final long MOST_BYTES = 8L << 20;

  private static final Path PIPED_IN = Path.of("/dev/stdin");

  /** A file that was read. */
  interface Loaded {
    /** Returns what the file says. */
    Scenario scenario();

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
    /** Writes a text into a file, in UTF-8, whole or not at all. */
    void write(Path file, String text) throws IOException;
  }

  Loaded read(Path file) {
    return reader.read(file);
  }

  /** Returns the text of a file that is no scenario. */
  static String text(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new Faulty(
            "file (%s) is larger than 8 MiB: too large for a list of pairs"
                .formatted(PlainText.safe(file.toString())));
      }
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new Faulty(
          "cannot read (%s): there is no such file".formatted(PlainText.safe(file.toString())));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot read (%s): %s"
              .formatted(PlainText.safe(file.toString()), PlainText.safe(WholeFile.reason(e))),
          e);
    }
  }

  /** Returns a target, which is never the record that the text is made from. */
  static Optional<Path> target(Optional<Path> target, String option, Optional<Path> input)
      throws Misused {
    if (target.isEmpty() || target.get().equals(STANDARD_STREAM)) {
      return Optional.empty();
    }
    Optional<Path> read = input.map(file -> file.equals(STANDARD_STREAM) ? PIPED_IN : file);
    if (read.isPresent() && WholeFile.isSame(target.get(), read.get())) {
      throw new Misused(
          "option (%s) would overwrite the file that it reads (%s): name another"
              .formatted(option, PlainText.safe(target.get().toString())));
    }
    return target;
  }

  /** Prints a text, or writes it into the target and says so. */
  void deliver(String text, Optional<Path> target) {
    if (target.isEmpty()) {
      out.print(text);
      return;
    }
    String name = PlainText.safe(target.get().toString());
    try {
      writer.write(target.get(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write (%s): %s".formatted(name, PlainText.safe(WholeFile.reason(e))), e);
    }
    out.println("written: " + name);
  }
}
