package dev.parley.cli;

import dev.parley.explore.Exploration.SearchProgress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Shows it as a bar on one line of a terminal that is written over and over. */
final class ProgressBar implements Progress {
  private static final int WIDTH = 20;
  private static final String ERASE_LINE = "\r\u001b[K";

  private final PrintStream terminal;

  /** Shows a bar on a terminal; a stream that no terminal reads would keep every line. */
  ProgressBar(PrintStream terminal) {
    this.terminal = terminal;
  }

  @Override
  public LongSupplier clock() {
    return System::nanoTime;
  }

  @Override
  public Duration every() {
    return Duration.ofMillis(200);
  }

  @Override
  public void accept(SearchProgress progress) {
    terminal.print(ERASE_LINE + progress.line(WIDTH));
    terminal.flush();
  }

  @Override
  public void finish() {
    terminal.print(ERASE_LINE);
    terminal.flush();
  }
}
