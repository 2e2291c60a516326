package dev.parley.explore;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

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
public record Headway(
    long states,
    long generated,
    int depth,
    long queue,
    OptionalDouble statesPerSecond,
    Optional<Duration> timeLeft,
    OptionalDouble share) {
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
