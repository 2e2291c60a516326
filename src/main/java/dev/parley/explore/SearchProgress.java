package dev.parley.explore;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Where a running exploration is. Immutable.
 *
 * @param states the distinct states found so far
 * @param generated the successors generated so far
 * @param depth the depth of the states that are being expanded
 * @param queue the states that were found and not yet expanded
 * @param statesPerSecond the rate since the start, or empty without a clock
 * @param timeLeft the time until a bound on states or time is hit at this rate, or empty; nobody
 *     knows when an exploration without bounds ends
 * @param share how much of the nearest bound is used up, from 0 to 1, or empty without a bound
 */
public record SearchProgress(
    long states,
    long generated,
    int depth,
    long queue,
    OptionalDouble statesPerSecond,
    Optional<Duration> timeLeft,
    OptionalDouble share) {
  private static final double NANOS = 1e9;

  /**
   * Returns where an exploration is after so many nanoseconds, 0 without a clock, with a bound on
   * its states and perhaps one on its time.
   */
  static SearchProgress of(
      int states,
      long generated,
      int depth,
      int queue,
      long nanos,
      int maxStates,
      @Nullable Duration maxTime) {
    double rate = nanos > 0 ? states * NANOS / nanos : 0;
    OptionalDouble share = OptionalDouble.empty();
    double left = Double.POSITIVE_INFINITY;
    if (maxStates < Store.MOST) {
      share = OptionalDouble.of((double) states / maxStates);
      left = rate > 0 ? (maxStates - states) / rate : left;
    }
    if (maxTime != null) {
      double allowed = maxTime.toNanos();
      share = OptionalDouble.of(Math.max(share.orElse(0), Math.min(1, nanos / allowed)));
      left = Math.min(left, Math.max(0, allowed - nanos) / NANOS);
    }
    return new SearchProgress(
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

  /**
   * Returns a line for a terminal, with a bar where there is a bound: {@code [#####.....] depth 14,
   * 412,000 states, 3,100 in the queue, 1,200,000 states/s, at most 3 s left}.
   *
   * @param width the characters of the bar, 1 or more
   * @return one line, without a line break
   */
  public String line(int width) {
    StringBuilder line = new StringBuilder();
    if (share.isPresent()) {
      int full = (int) Math.round(Math.min(1, Math.max(0, share.getAsDouble())) * width);
      line.append('[').append("#".repeat(full)).append(".".repeat(width - full)).append("] ");
    }
    line.append(
        String.format(
            Locale.ROOT, "depth %,d, %,d states, %,d in the queue", depth, states, queue));
    if (statesPerSecond.isPresent()) {
      line.append(String.format(Locale.ROOT, ", %,.0f states/s", statesPerSecond.getAsDouble()));
    }
    timeLeft.ifPresent(
        left -> line.append(", at most ").append(left.toSeconds()).append(" s left"));
    return line.toString();
  }

  @Override
  public String toString() {
    return line(20);
  }
}
