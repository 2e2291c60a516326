package dev.parley.cli;

import dev.parley.explore.Exploration.SearchProgress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Shows it as plain lines, for a file or a pipe: one every two seconds. */
final class ProgressLines implements Progress {
  private final PrintStream log;
  private final LongSupplier clock;

  ProgressLines(PrintStream log, LongSupplier clock) {
    this.log = log;
    this.clock = clock;
  }

  @Override
  public LongSupplier clock() {
    return clock;
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(2);
  }

  @Override
  public void accept(SearchProgress progress) {
    log.println("exploring: " + progress.words());
    log.flush();
  }

  @Override
  public void finish() {}
}
