package dev.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.files.WholeFile;
import dev.parley.report.Transcript.Ink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

/** A terminal of 80 columns at which the program is run in a folder of its own. */
abstract class Terminal {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  Path folder = Path.of("");

  @BeforeTry
  void makeFolder() throws IOException {
    folder = Files.createTempDirectory("parley");
    fill();
  }

  /** Writes the files on which the program is run. */
  abstract void fill() throws IOException;

  @AfterTry
  void removeFolder() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  final int run(Object... args) {
    out.reset();
    err.reset();
    PrintStream complaints = new PrintStream(err, false, StandardCharsets.UTF_8);
    return new Program(
            new Desk(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                complaints,
                Ink.COLOUR,
                80,
                Main::load,
                WholeFile::write,
                new ProgressLines(complaints, () -> 0)))
        .run(Stream.of(args).map(Object::toString).toArray(String[]::new));
  }

  final String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  final String err() {
    return err.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  final void misused(String message, Object... args) {
    fails(2, message, args);
  }

  final void fails(int code, String message, Object... args) {
    assertThat(run(args)).isEqualTo(code);
    assertThat(err()).isEqualTo(message + "\n");
    assertThat(out()).isEmpty();
  }
}
