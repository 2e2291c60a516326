package dev.parley.analysis.bargaining;

import dev.parley.travel.RecordForm;
import java.io.Serializable;

/**
 * What it costs a party when the talks take a round longer: what it gains counts less, or there may
 * be no talks any more. With a discount of 0.9 and a chance of 0.1 that the talks end, a gain of 1
 * a round later is worth 0.81 now.
 *
 * <p>A gain is measured from what the party has without an agreement, which it has while the talks
 * last and also if they end (K. Binmore, A. Rubinstein and A. Wolinsky, "The Nash Bargaining
 * Solution in Economic Modelling", <em>RAND Journal of Economics</em> 17, 1986). It is no deadline.
 * Immutable.
 *
 * @param discount what a gain of 1 a round later is worth now, above 0 and at most 1
 * @param breakdown the chance that the talks end between one round and the next, from 0 to below 1
 */
public record TimeCost(Fraction discount, Fraction breakdown) implements Serializable {
  /**
   * Checks the ranges.
   *
   * @param discount what a gain of 1 a round later is worth now, above 0 and at most 1
   * @param breakdown the chance that the talks end between one round and the next, from 0 to below
   *     1
   */
  public TimeCost {
    if (discount.signum() <= 0 || discount.compareTo(Fraction.ONE) > 0) {
      throw new IllegalArgumentException(
          "discount (%s) must be above 0 and at most 1: it is what a gain of 1 is worth a round later"
              .formatted(discount));
    }
    if (breakdown.signum() < 0 || breakdown.compareTo(Fraction.ONE) >= 0) {
      throw new IllegalArgumentException(
          "breakdown (%s) must be 0 or more and below 1: it is the chance that the talks end after a round"
              .formatted(breakdown));
    }
  }

  /**
   * {@return the cost of a discount}
   *
   * @param discount what a gain of 1 a round later is worth now, such as {@code 0.9}
   * @throws IllegalArgumentException if it is no number above 0 and at most 1
   */
  public static TimeCost of(String discount) {
    return new TimeCost(Fraction.parse(discount), Fraction.ZERO);
  }

  /**
   * {@return the cost of a discount and of talks that may end}
   *
   * @param discount what a gain of 1 a round later is worth now, such as {@code 0.9}; {@code 1}
   *     where only the end of the talks is to be feared
   * @param breakdown the chance that the talks end after a round, such as {@code 0.1}
   * @throws IllegalArgumentException if one is no number in its range
   */
  public static TimeCost of(String discount, String breakdown) {
    return new TimeCost(Fraction.parse(discount), Fraction.parse(breakdown));
  }

  /** {@return what an expected gain of 1 a round later is worth now: above 0, at most 1} */
  public Fraction factor() {
    return discount.times(Fraction.ONE.minus(breakdown));
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
