package dev.parley.evidence;

import dev.parley.travel.RecordForm;
import java.io.Serializable;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How long after one date another comes: what was due on 1 March and done on 6 March is 5 days
 * late; due at 07:00 and done at 08:30 of the same day, 1 hour 30 minutes. It is counted in days
 * where one of the two is known to the day only, and in hours and minutes where both have a time.
 *
 * <p>Law: longer than nothing. Immutable.
 *
 * @param length how long
 * @param timed whether both dates have a time of day, so that it is counted in hours and minutes
 */
public record Delay(Duration length, boolean timed) implements Serializable {
  private static final int HOURS_AT_MOST = 72;

  /**
   * Checks the law above.
   *
   * @param length how long
   * @param timed whether it is counted in hours and minutes
   */
  public Delay {
    if (length.isNegative() || length.isZero()) {
      throw new IllegalArgumentException(
          "delay (" + length + ") must be longer than nothing: leave it out if there is none");
    }
  }

  /**
   * Returns how long after the end of one date another begins, by what was reported.
   *
   * @param due the date that it is counted from
   * @param done the date that it is counted to
   * @return how long, or empty when it does not begin after the end, or the dates do not tell
   */
  public static Optional<Delay> between(When due, When done) {
    Optional<Duration> time = due.timeUntil(done);
    if (time.isPresent()) {
      return time.filter(it -> !it.isNegative() && !it.isZero()).map(it -> new Delay(it, true));
    }
    return due.latest()
        .flatMap(last -> done.earliest().map(first -> ChronoUnit.DAYS.between(last, first)))
        .filter(days -> days > 0)
        .map(days -> new Delay(Duration.ofDays(days), false));
  }

  /** {@return how many days it is, whole ones} */
  public long days() {
    return length.toDays();
  }

  /** {@return how many hours it is, whole ones; empty where it is known by the day only} */
  public Optional<Long> hours() {
    return timed ? Optional.of(length.toHours()) : Optional.empty();
  }

  /**
   * Returns the delay in words: {@code 5 days}, {@code 1 hour 30 minutes}, {@code 4 days 2 hours}.
   */
  @Override
  public String toString() {
    if (!timed) {
      return count(length.toDays(), "day");
    }
    List<String> parts = new ArrayList<>();
    long minutes = length.toMinutes();
    long days = length.toHours() > HOURS_AT_MOST ? length.toDays() : 0;
    long hours = length.toHours() - 24 * days;
    if (days > 0) {
      parts.add(count(days, "day"));
    }
    if (hours > 0) {
      parts.add(count(hours, "hour"));
    }
    if (minutes % 60 > 0) {
      parts.add(count(minutes % 60, "minute"));
    }
    return parts.isEmpty() ? "less than a minute" : String.join(" ", parts);
  }

  private static String count(long number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
