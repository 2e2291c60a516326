package dev.parley.explore;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What an {@link Explorer} was told. Not changed any more once an explorer has it. */
final class Settings<S, M> {
  final Model<S, M> model;
  ImmutableList<Property<S, M>> properties = ImmutableList.of();
  int threads = 1;
  int maxStates = Explorer.MOST_STATES;
  int maxDepth = Integer.MAX_VALUE;
  long maxBytes = Long.MAX_VALUE;
  int bytesOfState;
  @Nullable Duration maxTime;
  @Nullable LongSupplier clock;
  boolean stopping;
  int sample = 1000;
  @Nullable Consumer<? super Headway> listener;

  /** How often the listener is told; null for once a level. */
  @Nullable Duration interval;

  Settings(Model<S, M> model) {
    this.model = model;
  }

  Settings<S, M> copy() {
    Settings<S, M> copy = new Settings<>(model);
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
