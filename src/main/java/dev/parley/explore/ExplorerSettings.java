package dev.parley.explore;

import com.google.common.collect.ImmutableList;
import dev.parley.explore.Exploration.SearchProgress;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What an {@link Explorer} was told. Not changed any more once an explorer has it. */
final class ExplorerSettings<S, M> {
  final Model<S, M> model;
  ImmutableList<Property<S, M>> properties = ImmutableList.of();
  int threads = 1;
  int maxStates = Store.MOST;
  int maxDepth = Integer.MAX_VALUE;
  long maxBytes = Long.MAX_VALUE;
  int bytesOfState;
  @Nullable Duration maxTime;
  @Nullable LongSupplier clock;
  boolean stopping;
  int sample = 1000;
  @Nullable Consumer<? super SearchProgress> listener;

  /** How often the listener is told; null for once a level. */
  @Nullable Duration interval;

  ExplorerSettings(Model<S, M> model) {
    this.model = model;
  }

  ExplorerSettings<S, M> copy() {
    ExplorerSettings<S, M> copy = new ExplorerSettings<>(model);
    copy.properties = properties;
    copy.threads = threads;
    copy.maxStates = maxStates;
    copy.maxDepth = maxDepth;
    copy.maxBytes = maxBytes;
    copy.bytesOfState = bytesOfState;
    copy.maxTime = maxTime;
    copy.clock = clock;
    copy.stopping = stopping;
    copy.sample = sample;
    copy.listener = listener;
    copy.interval = interval;
    return copy;
  }
}
