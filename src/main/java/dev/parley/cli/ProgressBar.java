package dev.parley.cli;

import dev.parley.explore.Exploration.SearchProgress;
import java.io.PrintStream;
import java.util.function.Consumer;

/**
 * Shows how an exploration gets on, as a bar on one line of a terminal that is written over and
 * over. Hand one to {@link dev.parley.explore.Explorer#onProgress}.
 */
final class ProgressBar implements Consumer<SearchProgress> {
  private static final int WIDTH = 20;
  private static final String ERASE_LINE = "\r\u001b[K";

  private final PrintStream terminal;

  /** Shows a bar on a terminal; a stream that no terminal reads would keep every line. */
  ProgressBar(PrintStream terminal) {
    this.terminal = terminal;
  }

  @Override
  public void accept(SearchProgress progress) {
    terminal.print(ERASE_LINE + progress.line(WIDTH));
    terminal.flush();
  }

  /** Takes the bar away, so that what is printed next begins on a clean line. */
  void finish() {
    terminal.print(ERASE_LINE);
    terminal.flush();
  }
}
