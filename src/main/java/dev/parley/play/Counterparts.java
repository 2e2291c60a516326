package dev.parley.play;

/** What strategies for two parties ask of a session. */
final class Counterparts {
  private Counterparts() {}

  static void one(Seat seat, String strategy) {
    if (seat.others().size() != 1) {
      throw new IllegalArgumentException(
          "%s is defined for two parties, and (%s) has %s counterparts: %s. Take a time-dependent strategy"
              .formatted(strategy, seat.utilities().party(), seat.others().size(), seat.others()));
    }
  }
}
