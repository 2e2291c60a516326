package dev.parley.cli;

import dev.parley.explore.Exploration.SearchProgress;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Shows how an exploration gets on, so that nobody takes it for dead. */
interface Progress extends Consumer<SearchProgress> {
  /** Returns how often it wants to be told. */
  Duration every();

  /** Returns the clock by which that is counted, in nanoseconds. */
  LongSupplier clock();

  /** Clears the way for what is printed next. */
  void finish();
}
