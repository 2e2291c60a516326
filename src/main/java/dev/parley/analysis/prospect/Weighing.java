package dev.parley.analysis.prospect;

import dev.parley.analysis.bargaining.Evaluation;
import dev.parley.analysis.bargaining.Fraction;

/**
 * How much one issue counts for a party, and how good each value is: arrears count 5, from 1 for
 * paying nothing down to 0 for paying all. Immutable.
 *
 * @param weight how much the issue counts beside the party's others, zero or more; weights need not
 *     add up to one
 * @param worth how good each value is
 */
public record Weighing(Fraction weight, Evaluation worth) {
  /**
   * Checks that the weight is not below zero.
   *
   * @param weight how much the issue counts beside the party's others, zero or more
   * @param worth how good each value is
   */
  public Weighing {
    if (weight.signum() < 0) {
      throw new IllegalArgumentException(
          "weight (%s) must not be below zero. Where less is better, let the worth fall"
              .formatted(weight));
    }
  }
}
