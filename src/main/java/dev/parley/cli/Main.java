package dev.parley.cli;

import dev.parley.report.Transcript;
import dev.parley.report.Transcript.Ink;
import dev.parley.scenario.Scenario;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The program: replays a scenario file, or the one in {@code examples}. {@code --help} lists what
 * else it does. What it prints is UTF-8 whatever the platform; colour is for an interactive
 * terminal, unless {@code NO_COLOR} is set or {@code TERM} is {@code dumb}.
 */
public final class Main {
  private Main() {}

  /**
   * Runs the program; ends the process only when something is wrong.
   *
   * @param args the command line, as {@code --help} describes it
   */
  public static void main(String[] args) {
    // Not closed: the streams are the process's, which may go on. A reader who stops reading
    // (a broken pipe) is no error: a print stream keeps quiet about it.
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, false, StandardCharsets.UTF_8);
    boolean interactive = isInteractive(System.console());
    Ink ink = ink(interactive, System.getenv());
    Optional<ProgressBar> progress =
        interactive ? Optional.of(new ProgressBar(err)) : Optional.empty();
    int code = new Program(out, err, ink, Main::load, Files::writeString, progress).run(args);
    if (code != Program.DONE) {
      System.exit(code);
    }
  }

  static Program.Loaded load(Path file) {
    Scenario scenario =
        file.toString().equals(Arguments.STANDARD_INPUT)
            ? Scenario.parse("standard input", piped())
            : Scenario.read(file);
    return new Program.Loaded() {
      @Override
      public Transcript transcript() {
        return Transcript.of(scenario);
      }

      @Override
      public String written() {
        return scenario.write();
      }
    };
  }

  /** Returns what is piped in, which must be UTF-8 like a file. */
  private static String piped() {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(System.in.readAllBytes()))
          .toString();
    } catch (CharacterCodingException e) {
      throw new UncheckedIOException("standard input is not UTF-8", e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read standard input", e);
    }
  }

  /** Returns the ink for a terminal; see no-color.org for the variable. */
  static Ink ink(boolean interactive, Map<String, String> environment) {
    boolean refused =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || environment.getOrDefault("TERM", "").equals("dumb");
    return interactive && !refused ? Ink.COLOUR : Ink.PLAIN;
  }

  /** From JDK 22 on there is a console even where there is no terminal, and it can be asked. */
  private static boolean isInteractive(@org.jspecify.annotations.Nullable Console console) {
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
