package dev.parley.analysis.bargaining;

import dev.parley.agenda.Terms;

/**
 * What a party has without an agreement, and below which it accepts none: a utility, such as 0.5,
 * or an outcome that it values like its best alternative ("as good to us as a truce for 10
 * hostages"). It is known or assumed by the analyst; a profile without one has an unknown
 * reservation, which is not the same as one of zero. Immutable.
 */
public sealed interface ReservationPoint {
  /**
   * {@return a reservation given as a utility}
   *
   * @param utility the utility, on the profile's own scale, such as {@code "0.5"}
   * @throws IllegalArgumentException if the text is not a number
   */
  static ReservationPoint of(String utility) {
    return new Utility(Fraction.parse(utility));
  }

  /**
   * {@return a reservation given as a utility}
   *
   * @param utility the utility, on the profile's own scale
   */
  static ReservationPoint of(Fraction utility) {
    return new Utility(utility);
  }

  /**
   * {@return a reservation given as an outcome}
   *
   * @param outcome a complete package of the profile's space
   */
  static ReservationPoint of(Terms outcome) {
    return new Outcome(outcome);
  }

  /**
   * A reservation given as a utility.
   *
   * @param utility the utility, on the profile's own scale
   */
  record Utility(Fraction utility) implements ReservationPoint {}

  /**
   * A reservation given as an outcome.
   *
   * @param outcome a complete package
   */
  record Outcome(Terms outcome) implements ReservationPoint {}
}
