package dev.parley.analysis;

import java.math.BigDecimal;

/**
 * How much it counts to change a precondition, which has no scale to measure it by. A convention,
 * not a measurement: a waiver gives the whole of it up, a reordering keeps what is asked and gives
 * up that it comes first, instalments keep both and give up that it is all at once. Immutable.
 *
 * @param waiver what a precondition waived counts, above 0 and at most 1
 * @param reordering what an AFTER made a TOGETHER counts, above 0 and at most 1
 * @param split what a commitment split into instalments counts, above 0 and at most 1
 */
public record Weights(BigDecimal waiver, BigDecimal reordering, BigDecimal split) {
  /** A waiver counts 1, a reordering 0.5, a split 0.25. */
  public static final Weights DEFAULT =
      new Weights(BigDecimal.ONE, new BigDecimal("0.5"), new BigDecimal("0.25"));

  /**
   * Checks the ranges.
   *
   * @param waiver what a precondition waived counts, above 0 and at most 1
   * @param reordering what an AFTER made a TOGETHER counts, above 0 and at most 1
   * @param split what a commitment split into instalments counts, above 0 and at most 1
   */
  public Weights {
    check("waiver", waiver);
    check("reordering", reordering);
    check("split", split);
  }

  private static void check(String what, BigDecimal weight) {
    if (weight.signum() <= 0
        || weight.compareTo(BigDecimal.ONE) > 0
        || weight.stripTrailingZeros().scale() > 9) {
      throw new IllegalArgumentException(
          "the weight of a %s (%s) must be above 0 and at most 1, to nine digits"
              .formatted(what, weight.toPlainString()));
    }
  }

  BigDecimal of(Relief.Kind kind) {
    return switch (kind) {
      case WAIVE -> waiver;
      case REORDER -> reordering;
      case SPLIT -> split;
    };
  }
}
