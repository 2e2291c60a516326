package dev.parley.explore;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a running search says about itself. */
final class Words {
  private static final double NANOS = 1e9;

  private Words() {}

  static String duration(Duration time) {
    return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }

  static Headway headway(
      Settings<?, ?> settings, int states, long generated, int depth, int queue, long nanos) {
    double rate = nanos > 0 ? states * NANOS / nanos : 0;
    OptionalDouble share = OptionalDouble.empty();
    double left = Double.POSITIVE_INFINITY;
    if (settings.maxStates < Explorer.MOST_STATES) {
      share = OptionalDouble.of((double) states / settings.maxStates);
      left = rate > 0 ? (settings.maxStates - states) / rate : left;
    }
    if (settings.maxTime != null) {
      double allowed = settings.maxTime.toNanos();
      share = OptionalDouble.of(Math.max(share.orElse(0), Math.min(1, nanos / allowed)));
      left = Math.min(left, Math.max(0, allowed - nanos) / NANOS);
    }
    return new Headway(
        states,
        generated,
        depth,
        queue,
        rate > 0 ? OptionalDouble.of(rate) : OptionalDouble.empty(),
        Double.isInfinite(left)
            ? Optional.empty()
            : Optional.of(Duration.ofMillis((long) (left * 1000))),
        share);
  }
}
