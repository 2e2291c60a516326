package dev.parley.evidence;

import dev.parley.travel.RecordForm;
import java.io.Serializable;
import java.math.BigDecimal;

/**
 * How far "about" may be off, in percent of the number: with 5 %, "about 250" is 237.5 to 262.5. No
 * source ever says it; it is the assumption of whoever codes the record, stated once, and printed
 * with every result that rests on it. Law: more than 0, at most 100. Immutable.
 *
 * @param percent the tolerance in percent, more than 0 and at most 100
 */
public record Tolerance(BigDecimal percent) implements Serializable {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /**
   * Checks the law above.
   *
   * @param percent the tolerance in percent, more than 0 and at most 100
   */
  public Tolerance {
    Wording.checkDigits("tolerance", percent);
    if (percent.signum() <= 0 || percent.compareTo(HUNDRED) > 0) {
      throw new IllegalArgumentException(
          "tolerance ("
              + Wording.plain(percent)
              + " %) must be more than 0 % and at most 100 %: leave it out if about has no bounds");
    }
    percent = percent.stripTrailingZeros();
  }

  /**
   * {@return the tolerance of this many percent}
   *
   * @param percent more than 0 and at most 100
   */
  public static Tolerance ofPercent(BigDecimal percent) {
    return new Tolerance(percent);
  }

  /**
   * {@return the tolerance of this many percent}
   *
   * @param percent 1 to 100
   */
  public static Tolerance ofPercent(long percent) {
    return new Tolerance(BigDecimal.valueOf(percent));
  }

  /**
   * Returns what "about" a number covers: the number, less and more this percentage of it.
   *
   * @param number the number
   * @return the interval around it, both ends included
   */
  public Interval around(BigDecimal number) {
    BigDecimal off = number.abs().multiply(percent).movePointLeft(2);
    return Interval.between(number.subtract(off), number.add(off));
  }

  /** Returns the percentage and the sign: {@code 5 %}. */
  @Override
  public String toString() {
    return Wording.plain(percent) + " %";
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
