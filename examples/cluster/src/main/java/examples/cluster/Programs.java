package examples.cluster;

import dev.parley.scenario.ScenarioException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** What the two programs have in common: how they fail, and how they tell how fast they were. */
final class Programs {
  private Programs() {}

  /** Runs a program: 0 done, 1 it could not be done, 2 it was asked wrongly. */
  static int run(Callable<Integer> program, String... args) {
    return command(program).execute(args);
  }

  static CommandLine command(Callable<Integer> program) {
    return new CommandLine(program)
        .setExecutionExceptionHandler(
            (e, command, parsed) -> {
              if (isExpected(e)) {
                command.getErr().println(command.getCommandName() + ": " + e.getMessage());
                return e instanceof IllegalArgumentException ? 2 : 1;
              }
              throw e;
            });
  }

  /** Whether the message says all that a user needs; anything else is shown with its trace. */
  private static boolean isExpected(Exception e) {
    return e instanceof IllegalArgumentException
        || e instanceof ScenarioException
        || e instanceof IOException
        || e instanceof UncheckedIOException
        || e instanceof org.apache.spark.SparkException;
  }

  static void require(boolean so, String otherwise, Object value) {
    if (!so) {
      throw new IllegalArgumentException(otherwise.formatted(value));
    }
  }

  /** Tells on the error output what was done, and how fast. */
  static void report(long start, String done, long count, String what) {
    double seconds = (System.nanoTime() - start) / 1e9;
    System.err.println(
        String.format(
            Locale.ROOT,
            "%s, %,d %s in %.1f s: %,.0f %s a second",
            done,
            count,
            what,
            seconds,
            count / seconds,
            what));
  }
}
