package dev.parley.analysis.bargaining;

import com.google.common.base.CharMatcher;
import dev.parley.travel.RecordForm;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * An exact fraction, such as a utility of 1/3 or a weight of 0.25. Sums, products and comparisons
 * are exact; {@code 2/4}, {@code 1/2} and {@code 0.50} are one value. Immutable.
 *
 * @param numerator the numerator
 * @param denominator the denominator, above zero, without a common divisor with the numerator
 */
public record Fraction(BigInteger numerator, BigInteger denominator)
    implements Serializable, Comparable<Fraction> {
  /** Nothing. */
  public static final Fraction ZERO = of(0);

  /** One whole. */
  public static final Fraction ONE = of(1);

  /** Longer texts than this are no numbers that anybody wrote. */
  private static final int LONGEST = 400;

  /** Rounding to this many digits first keeps the order, and so does rounding on to a double. */
  private static final MathContext DIGITS = new MathContext(40);

  /**
   * Cancels what both have in common.
   *
   * @param numerator the numerator
   * @param denominator the denominator, above zero, without a common divisor with the numerator
   */
  public Fraction {
    if (denominator.signum() == 0) {
      throw new IllegalArgumentException(
          "fraction (%s/0) has no value: the denominator must not be zero".formatted(numerator));
    }
    if (!denominator.equals(BigInteger.ONE)) {
      BigInteger common = numerator.gcd(denominator);
      if (denominator.signum() < 0) {
        common = common.negate();
      }
      numerator = numerator.divide(common);
      denominator = denominator.divide(common);
    }
  }

  /**
   * {@return a whole number}
   *
   * @param number the number
   */
  public static Fraction of(long number) {
    return new Fraction(BigInteger.valueOf(number), BigInteger.ONE);
  }

  /**
   * {@return a fraction}
   *
   * @param numerator the numerator
   * @param denominator the denominator, not zero
   */
  public static Fraction of(long numerator, long denominator) {
    return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  /**
   * {@return a decimal number}
   *
   * @param number the number
   */
  public static Fraction of(BigDecimal number) {
    return number.scale() <= 0
        ? new Fraction(number.toBigIntegerExact(), BigInteger.ONE)
        : new Fraction(number.unscaledValue(), BigInteger.TEN.pow(number.scale()));
  }

  /**
   * {@return the shortest decimal number that a double is printed as: {@code 0.1} is one tenth, not
   * the binary number next to it}
   *
   * @param number the number
   * @throws IllegalArgumentException if it is infinite or not a number
   */
  public static Fraction of(double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException(notNumber(Double.toString(number)));
    }
    return of(new BigDecimal(Double.toString(number)));
  }

  /**
   * {@return the number that a text names}
   *
   * @param text a decimal such as {@code 0.25} or {@code 1.5e-3}, or a fraction such as {@code 1/3}
   * @throws IllegalArgumentException if it names none
   */
  public static Fraction parse(String text) {
    String stripped = text.strip();
    int slash = stripped.indexOf('/');
    try {
      if (stripped.length() > LONGEST || !CharMatcher.ascii().matchesAllOf(stripped)) {
        throw new NumberFormatException();
      }
      if (slash >= 0) {
        return new Fraction(
            new BigInteger(stripped.substring(0, slash).strip()),
            new BigInteger(stripped.substring(slash + 1).strip()));
      }
      BigDecimal number = new BigDecimal(stripped);
      if (Math.abs((long) number.scale()) > LONGEST) {
        throw new NumberFormatException();
      }
      return of(number);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(notNumber(stripped), e);
    }
  }

  private static String notNumber(String text) {
    return "(%s) is not a number: write a decimal such as 0.25 or a fraction such as 1/4"
        .formatted(text.length() > 60 ? text.substring(0, 20) + "..." : text);
  }

  /**
   * {@return the sum of this and the other}
   *
   * @param other the other
   */
  public Fraction plus(Fraction other) {
    return new Fraction(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  /**
   * {@return the difference: this without the other}
   *
   * @param other the other
   */
  public Fraction minus(Fraction other) {
    return plus(new Fraction(other.numerator.negate(), other.denominator));
  }

  /**
   * {@return the product: this times the other}
   *
   * @param other the other
   */
  public Fraction times(Fraction other) {
    return new Fraction(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /**
   * {@return the quotient: this over the other}
   *
   * @param other the other, not zero
   * @throws IllegalArgumentException if the other is zero
   */
  public Fraction over(Fraction other) {
    return new Fraction(
        numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  /** {@return the sign: -1, 0 or 1} */
  public int signum() {
    return numerator.signum();
  }

  /**
   * {@return the lesser of two; this where both are equal}
   *
   * @param other the other
   */
  public Fraction min(Fraction other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /**
   * {@return the greater of two; this where both are equal}
   *
   * @param other the other
   */
  public Fraction max(Fraction other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /**
   * {@return a number near this one, infinite where a double does not reach so far} Law: a lesser
   * fraction never gives a greater double, so that unequal doubles decide an order and equal ones
   * leave it open.
   */
  public double doubleValue() {
    return new BigDecimal(numerator).divide(new BigDecimal(denominator), DIGITS).doubleValue();
  }

  @Override
  public int compareTo(Fraction other) {
    return denominator.equals(other.denominator)
        ? numerator.compareTo(other.numerator)
        : numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  /**
   * {@return the number as people write it, such as {@code 0.25} where a decimal ends, {@code 1/3}
   * where none does; {@link #parse} reads it}
   */
  @Override
  public String toString() {
    if (denominator.equals(BigInteger.ONE)) {
      return numerator.toString();
    }
    try {
      return new BigDecimal(numerator).divide(new BigDecimal(denominator)).toPlainString();
    } catch (ArithmeticException endless) {
      return numerator + "/" + denominator;
    }
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
