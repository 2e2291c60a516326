package dev.parley.analysis.bargaining;

import dev.parley.analysis.bargaining.OutcomeSpace.Cursor;
import java.math.BigInteger;

/**
 * An additive profile whose units do not fit a long, in longs all the same: each weighted
 * evaluation rounded down to a multiple of a power of two. What an outcome is worth lies at or
 * above the sum of these, and less than one for each issue above it; so sums that are at least so
 * far apart stand in the order of the exact utilities.
 */
final class RoundedProfile {
  private static final int BITS = 60;

  private final ScaledProfile scaled;
  private final int shift;
  private final long[][] floors;

  RoundedProfile(ScaledProfile scaled) {
    this.scaled = scaled;
    shift = Math.max(0, scaled.reach().bitLength() - BITS);
    floors = new long[scaled.issues()][];
    for (int i = 0; i < floors.length; i++) {
      floors[i] = new long[scaled.values(i)];
      for (int v = 0; v < floors[i].length; v++) {
        floors[i][v] = scaled.part(i, v).shiftRight(shift).longValueExact();
      }
    }
  }

  /** Returns a number that the utility of the outcome at a cursor reaches. */
  long least(Cursor cursor) {
    long sum = 0;
    for (int i = 0; i < floors.length; i++) {
      sum += floors[i][(int) cursor.index(i)];
    }
    return sum;
  }

  /** Returns by how much less than this a utility can exceed its {@link #least}. */
  long slack() {
    return floors.length;
  }

  /** Returns the largest whole number that a utility reaches, as far as it can be told apart. */
  long floor(Fraction utility) {
    BigInteger[] parts =
        utility
            .numerator()
            .multiply(scaled.unit())
            .shiftRight(shift)
            .divideAndRemainder(utility.denominator());
    BigInteger whole = parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    return whole
        .max(BigInteger.valueOf(Long.MIN_VALUE / 2))
        .min(BigInteger.valueOf(Long.MAX_VALUE / 2))
        .longValueExact();
  }

  /** Returns the utility of the outcome at a cursor, exact. */
  Fraction exact(Cursor cursor) {
    return scaled.utility(cursor);
  }
}
