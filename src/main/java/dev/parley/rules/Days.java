package dev.parley.rules;

import dev.parley.evidence.When;
import java.time.LocalDate;
import java.util.Optional;

/** Days that are certain, from dates that may not be. */
final class Days {
  private Days() {}

  /** Returns the last day that a date allows, an approximate one taken as late as it may be. */
  static Optional<LocalDate> latest(When date) {
    Optional<LocalDate> day = date.latest();
    while (day.isPresent() && date.isApproximate() && date.possiblyAfter(day.get())) {
      day = day.map(d -> d.plusDays(1));
    }
    return day;
  }
}
