package dev.parley.analysis.bargaining;

import dev.parley.travel.RecordForm;
import java.io.Serializable;
import java.math.BigInteger;

/**
 * How much bargaining power a party is assumed to have beside the others: 2 beside 1 is twice as
 * much. It is no part of what a party prefers, and no outcome shows it; whoever states it assumes
 * it. Only the ratio of the parties' powers counts, so that 2 and 1 are the same as 0.2 and 0.1.
 * {@link SolutionConcept#ASYMMETRIC_NASH} uses it. Immutable.
 *
 * @param weight the number, above 0 and at most 100, with three decimal places at most
 */
public record BargainingPower(Fraction weight) implements Serializable {
  private static final Fraction MOST = Fraction.of(100);
  private static final BigInteger THOUSAND = BigInteger.valueOf(1_000);

  /**
   * Checks the range.
   *
   * @param weight the number, above 0 and at most 100, with three decimal places at most
   */
  public BargainingPower {
    if (weight.signum() <= 0
        || weight.compareTo(MOST) > 0
        || THOUSAND.mod(weight.denominator()).signum() != 0) {
      throw new IllegalArgumentException(
          "bargaining power (%s) must be above 0 and at most %s, with three decimal places at most. Only the ratio counts: write 1 and 2 for 1/3 and 2/3"
              .formatted(weight, MOST));
    }
  }

  /**
   * {@return a bargaining power}
   *
   * @param weight the number beside the others', such as {@code 2} or {@code 0.667}
   * @throws IllegalArgumentException if it is no number, not above 0, above 100, or finer than
   *     thousandths
   */
  public static BargainingPower of(String weight) {
    return new BargainingPower(Fraction.parse(weight));
  }

  /** Returns the number in thousandths. */
  BigInteger thousandths() {
    return weight.numerator().multiply(THOUSAND.divide(weight.denominator()));
  }

  @Override
  public String toString() {
    return weight.toString();
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
