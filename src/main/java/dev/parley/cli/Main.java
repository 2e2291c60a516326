package dev.parley.cli;

import dev.parley.files.WholeFile;
import dev.parley.report.Transcript;
import dev.parley.report.Transcript.Ink;
import dev.parley.report.words.TextLayout;
import dev.parley.scenario.Scenario;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * The program: {@code show} a record, make a {@code page} of it, {@code export} it, {@code check}
 * it, {@code compare} it with another coder's, {@code explore} how it can go on, draw a {@code
 * diagram}. {@code --help} lists the rest. What it prints is UTF-8 whatever the platform; colour is
 * for an interactive terminal, unless {@code NO_COLOR} is set or {@code TERM} is {@code dumb}.
 */
public final class Main {
  /** What stat says of the type of a file: a pipe, a socket. */
  private static final int TYPE = 0170000;

  private static final int PIPE = 0010000;
  private static final int SOCKET = 0140000;

  private Main() {}

  /**
   * Runs the program; ends the process only when something is wrong.
   *
   * @param args the command line, as {@code --help} describes it
   */
  public static void main(String[] args) {
    // Not closed: the streams are the process's, which may go on.
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, false, StandardCharsets.UTF_8);
    boolean interactive = isInteractive(System.console());
    Desk desk =
        new Desk(
            out,
            err,
            ink(interactive, System.getenv()),
            width(System.getenv(), interactive ? Main::columns : () -> TextLayout.WIDTH),
            Main::load,
            WholeFile::write,
            interactive ? new ProgressBar(err) : new ProgressLines(err, System::nanoTime));
    int code = new Program(desk).run(args);
    if (out.checkError() && !hasReader()) {
      err.println("cannot write standard output to its end: is the disk full?");
      err.flush();
      code = Program.FAILED;
    }
    if (code != Program.DONE) {
      System.exit(code);
    }
  }

  /** A reader who stops reading is no error; only pipes and sockets have readers. */
  private static boolean hasReader() {
    try {
      int type = (int) Files.getAttribute(Path.of("/dev/stdout"), "unix:mode") & TYPE;
      return type == PIPE || type == SOCKET;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return false;
    }
  }

  static Desk.Loaded load(Path file) {
    Scenario scenario =
        file.equals(Desk.STANDARD_STREAM)
            ? Scenario.read("standard input", System.in)
            : Scenario.read(file);
    return new Desk.Loaded() {
      @Override
      public Scenario scenario() {
        return scenario;
      }

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

  /** Returns the ink for a terminal; see no-color.org for the variable. */
  static Ink ink(boolean interactive, Map<String, String> environment) {
    boolean refused =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || environment.getOrDefault("TERM", "").equals("dumb");
    return interactive && !refused ? Ink.COLOUR : Ink.PLAIN;
  }

  /** Returns how wide a page is: as COLUMNS says or else the terminal, but at most 100. */
  static int width(Map<String, String> environment, IntSupplier terminal) {
    String columns = environment.getOrDefault("COLUMNS", "");
    int wide = columns.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(columns) : terminal.getAsInt();
    return Math.max(Transcript.NARROWEST, Math.min(TextLayout.WIDTH, wide));
  }

  /** Asks the terminal, by way of what wraps the help. */
  private static int columns() {
    return new UsageMessageSpec().autoWidth(true).width();
  }

  /** From JDK 22 on there is a console even where there is no terminal, and it can be asked. */
  private static boolean isInteractive(@Nullable Console console) {
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
