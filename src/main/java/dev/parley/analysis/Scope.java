package dev.parley.analysis;

import com.google.common.collect.ImmutableList;
import dev.parley.analysis.Commitment.Relief;
import dev.parley.demand.Reservation;
import java.math.BigDecimal;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;

/**
 * How far an analysis goes: how many packages it gives, how many cases it tries before it stops and
 * says so, what is known of private bottom lines. Immutable.
 */
@Immutable
public sealed interface Scope extends WithScope permits ImmutableScope {
  /** The first twenty packages, within budgets that take about a second. */
  Scope DEFAULT = builder().build();

  /** {@return how many packages are given: the first so many, 1 or more; 20 unless given} */
  @Default
  default int first() {
    return 20;
  }

  /**
   * {@return how many combinations of values, whole or in part, are tried in search of packages:
   * the budget, 1 or more; 500,000 unless given}
   */
  @Default
  default int combinations() {
    return 500_000;
  }

  /**
   * {@return how many sets of commitments are tried in search of what would free the rest: the
   * budget, 1 or more; 1,000 unless given}
   */
  @Default
  default int sets() {
    return 1_000;
  }

  /**
   * {@return how many values of one scale are tried: the limit, 2 or more; 2,000 unless given. On a
   * larger scale only the ends of stated regions are tried, and the result says so}
   */
  @Default
  default int values() {
    return 2_000;
  }

  /**
   * {@return how many pairs of positions are measured in zones, over all issues: the budget, 1 or
   * more; 20,000 unless given. Where there are more, those of two who have both stated a region are
   * measured, the first so many, and the result says so}
   */
  @Default
  default int pairs() {
    return 20_000;
  }

  /** {@return how much a changed precondition counts} */
  @Default
  default Weights weights() {
    return Weights.DEFAULT;
  }

  /**
   * {@return what is known or assumed of private bottom lines: the reservations; none unless given}
   */
  ImmutableList<Reservation> reservations();

  /** Checks the ranges above. */
  @Check
  default void check() {
    atLeast("packages", first(), 1);
    atLeast("combinations", combinations(), 1);
    atLeast("sets", sets(), 1);
    atLeast("values", values(), 2);
    atLeast("pairs", pairs(), 1);
  }

  private static void atLeast(String what, int number, int least) {
    if (number < least) {
      throw new IllegalArgumentException(
          "scope: (%s) %s must be %s or more".formatted(number, what, least));
    }
  }

  /** {@return an empty builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a scope. */
  final class Builder extends ImmutableScope.Builder {
    Builder() {}
  }

  /**
   * How much it counts to change a precondition, which has no scale to measure it by. A convention,
   * not a measurement: a waiver gives the whole of it up, a reordering keeps what is asked and
   * gives up that it comes first, instalments keep both and give up that it is all at once.
   * Immutable.
   *
   * @param waiver what a precondition waived counts, above 0 and at most 1
   * @param reordering what an AFTER made a TOGETHER counts, above 0 and at most 1
   * @param split what a commitment split into instalments counts, above 0 and at most 1
   */
  record Weights(BigDecimal waiver, BigDecimal reordering, BigDecimal split) {
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
}
