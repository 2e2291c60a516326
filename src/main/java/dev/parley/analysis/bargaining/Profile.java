package dev.parley.analysis.bargaining;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.Terms;
import dev.parley.travel.RecordForm;
import java.io.Serializable;
import java.util.Optional;

/**
 * What one party makes of each outcome of a space: its utility, and below which it would rather
 * have no agreement. A profile is the analyst's knowledge or assumption about a party, never a
 * position. Each has a scale of its own: utilities of two parties are not compared except where a
 * {@link SolutionConcept} does so by its definition.
 *
 * <p>Choose {@link AdditiveProfile} where each issue counts by itself (a weighted sum): then
 * nothing is enumerated, and 10<sup>12</sup> outcomes are no more than a moment. Choose {@link
 * FunctionProfile} for anything else. Immutable.
 */
public sealed interface Profile permits AdditiveProfile, FunctionProfile {
  /** {@return whose preferences these are} */
  ActorId party();

  /** {@return the outcomes that it values} */
  OutcomeSpace space();

  /**
   * {@return what the party has without an agreement: the reservation, or empty when it is not
   * known}
   */
  Optional<ReservationPoint> reservation();

  /**
   * {@return how much bargaining power the party is assumed to have beside the others: the power,
   * or empty when it is not stated}
   */
  Optional<BargainingPower> power();

  /** {@return what a round more of talks costs the party: the cost, or empty when not stated} */
  Optional<TimeCost> timeCost();

  /**
   * {@return the utility of an outcome, exact}
   *
   * @param outcome a complete package of the space
   * @throws IllegalArgumentException if the package is not an outcome of the space
   */
  Fraction utility(Terms outcome);

  /**
   * {@return the utility of having no agreement: the reservation as a utility, or empty when it is
   * not known}
   */
  default Optional<Fraction> reservedUtility() {
    return reservation()
        .map(
            r ->
                r instanceof ReservationPoint.Outcome given
                    ? utility(given.outcome())
                    : ((ReservationPoint.Utility) r).utility());
  }

  /**
   * {@return whether the party would rather have no agreement than this: empty while its
   * reservation is not known; a party that gets exactly its reservation does not refuse}
   *
   * @param utility what the party would get
   */
  default Optional<Boolean> refuses(Fraction utility) {
    return reservedUtility().map(reserved -> utility.compareTo(reserved) < 0);
  }

  /**
   * What a party has without an agreement, and below which it accepts none: a utility, such as 0.5,
   * or an outcome that it values like its best alternative ("as good to us as a truce for 10
   * hostages"). It is known or assumed by the analyst; a profile without one has an unknown
   * reservation, which is not the same as one of zero. Immutable.
   */
  sealed interface ReservationPoint extends Serializable {
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
    record Utility(Fraction utility) implements ReservationPoint {
      private Object writeReplace() {
        return RecordForm.of(this);
      }
    }

    /**
     * A reservation given as an outcome.
     *
     * @param outcome a complete package
     */
    record Outcome(Terms outcome) implements ReservationPoint {
      private Object writeReplace() {
        return RecordForm.of(this);
      }
    }
  }
}
