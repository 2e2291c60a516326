package dev.parley.cli;

import dev.parley.explore.Exploration.SearchProgress;
import java.time.Duration;
import java.util.function.Consumer;

/** Shows how an exploration gets on, so that nobody takes it for dead. */
interface Progress extends Consumer<SearchProgress> {
  /** Returns how often it wants to be told. */
  Duration every();

  /** Clears the way for what is printed next. */
  void finish();
}
