package dev.parley.evidence;

import com.google.common.collect.BoundType;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;

/**
 * All the numbers that a figure may stand for: from 38 up for "at least 38", above 45,000 for "more
 * than 45,000", 237.5 to 262.5 for "about 250" with a tolerance of 5 %. Each end is included,
 * excluded or missing. The arithmetic is interval arithmetic: the result holds what comes out for
 * every choice of numbers from the two intervals, so that nothing possible is lost.
 *
 * <p>It is not a guess with a distribution: no number in it is likelier than another. And it
 * forgets where it came from, so that an interval less itself is not zero.
 *
 * <p>Laws: never empty; {@link #plus}, {@link #minus} and {@link #times} are exact and as narrow as
 * can be; {@link #dividedBy} rounds its ends to sixteen digits, outwards, so that the truth stays
 * inside. Immutable.
 */
public final class Interval {
  private static final MathContext DOWN =
      new MathContext(MathContext.DECIMAL64.getPrecision(), RoundingMode.FLOOR);
  private static final MathContext UP =
      new MathContext(MathContext.DECIMAL64.getPrecision(), RoundingMode.CEILING);

  private final Edge low;
  private final Edge high;

  /** An end: minus or plus infinity, or a number that is included or not. */
  private record Edge(int infinite, BigDecimal at, boolean included) {
    static Edge infinity(int sign) {
      return new Edge(sign, BigDecimal.ZERO, false);
    }

    static Edge at(BigDecimal at, boolean included) {
      return new Edge(0, at.stripTrailingZeros(), included);
    }

    Optional<BigDecimal> number() {
      return infinite == 0 ? Optional.of(at) : Optional.empty();
    }

    int sign() {
      return infinite == 0 ? at.signum() : infinite;
    }

    int compare(Edge other) {
      return infinite != 0 || other.infinite != 0
          ? Integer.compare(infinite, other.infinite)
          : at.compareTo(other.at);
    }

    Edge plus(Edge other) {
      return infinite != 0 || other.infinite != 0
          ? infinity(infinite != 0 ? infinite : other.infinite)
          : at(at.add(other.at), included && other.included);
    }

    Edge negated() {
      return new Edge(-infinite, at.negate(), included);
    }

    Edge times(Edge other) {
      if (sign() == 0 || other.sign() == 0) {
        // Zero times anything is zero; one included zero is enough to reach it.
        boolean reached = sign() == 0 && included || other.sign() == 0 && other.included;
        return at(BigDecimal.ZERO, reached);
      }
      return infinite != 0 || other.infinite != 0
          ? infinity(sign() * other.sign())
          : at(at.multiply(other.at), included && other.included);
    }

    /** Divides by an end of an interval without zero whose numbers have this sign. */
    Edge dividedBy(Edge other, int sign, MathContext rounding) {
      if (sign() == 0) {
        return this;
      }
      if (other.infinite != 0) {
        return at(BigDecimal.ZERO, false);
      }
      return infinite != 0 || other.sign() == 0
          ? infinity(sign() * sign)
          : at(at.divide(other.at, rounding), included && other.included);
    }

    /** Returns the outer of two ends, in the direction of the sign; included if either is. */
    Edge outer(Edge other, int direction) {
      int order = compare(other) * direction;
      if (order == 0) {
        return included ? this : other;
      }
      return order > 0 ? this : other;
    }
  }

  private Interval(Edge low, Edge high) {
    this.low = low;
    this.high = high;
  }

  /**
   * {@return the interval that holds one number alone}
   *
   * @param number the number
   */
  public static Interval exactly(BigDecimal number) {
    return between(number, number);
  }

  /**
   * {@return the interval from one number to another, both included}
   *
   * @param low the lowest number
   * @param high the highest number, not less than the lowest
   * @throws IllegalArgumentException if the highest is less than the lowest
   */
  public static Interval between(BigDecimal low, BigDecimal high) {
    if (low.compareTo(high) > 0) {
      throw new IllegalArgumentException(
          "interval must not end (" + high + ") below its start (" + low + "): swap the two");
    }
    return new Interval(Edge.at(low, true), Edge.at(high, true));
  }

  /**
   * {@return the interval of this number and all above}
   *
   * @param low the lowest number
   */
  public static Interval atLeast(BigDecimal low) {
    return new Interval(Edge.at(low, true), Edge.infinity(1));
  }

  /**
   * {@return the interval of all numbers above this one}
   *
   * @param low the number that all are more than
   */
  public static Interval moreThan(BigDecimal low) {
    return new Interval(Edge.at(low, false), Edge.infinity(1));
  }

  /**
   * {@return the interval of this number and all below}
   *
   * @param high the highest number
   */
  public static Interval atMost(BigDecimal high) {
    return new Interval(Edge.infinity(-1), Edge.at(high, true));
  }

  /**
   * {@return the interval of all numbers below this one}
   *
   * @param high the number that all are less than
   */
  public static Interval lessThan(BigDecimal high) {
    return new Interval(Edge.infinity(-1), Edge.at(high, false));
  }

  /** {@return the interval of all numbers: the interval without ends} */
  public static Interval all() {
    return new Interval(Edge.infinity(-1), Edge.infinity(1));
  }

  /**
   * {@return the interval of the numbers in a range}
   *
   * @param range the range
   * @throws IllegalArgumentException if the range is empty, such as {@code [3..3)}
   */
  public static Interval of(Range<BigDecimal> range) {
    Edge low =
        range.hasLowerBound()
            ? Edge.at(range.lowerEndpoint(), range.lowerBoundType() == BoundType.CLOSED)
            : Edge.infinity(-1);
    Edge high =
        range.hasUpperBound()
            ? Edge.at(range.upperEndpoint(), range.upperBoundType() == BoundType.CLOSED)
            : Edge.infinity(1);
    if (low.compare(high) == 0 && !(low.included && high.included)) {
      throw new IllegalArgumentException(
          "interval (" + range + ") must hold a number: include both of its ends");
    }
    return new Interval(low, high);
  }

  /** {@return the lower end: the number at it; empty when there is none} */
  public Optional<BigDecimal> low() {
    return low.number();
  }

  /** {@return the upper end: the number at it; empty when there is none} */
  public Optional<BigDecimal> high() {
    return high.number();
  }

  /** {@return the same numbers as a range, with open and closed ends as here} */
  public Range<BigDecimal> range() {
    BoundType lower = low.included ? BoundType.CLOSED : BoundType.OPEN;
    BoundType upper = high.included ? BoundType.CLOSED : BoundType.OPEN;
    if (low.infinite == 0 && high.infinite == 0) {
      return Range.range(low.at, lower, high.at, upper);
    }
    if (low.infinite == 0) {
      return Range.downTo(low.at, lower);
    }
    return high.infinite == 0 ? Range.upTo(high.at, upper) : Range.all();
  }

  /** {@return whether this interval holds one number only: both ends are the same} */
  public boolean isExact() {
    return low.infinite == 0 && low.compare(high) == 0;
  }

  /**
   * {@return the whole numbers in it, from the least to the greatest: 61 and more for more than 60;
   * empty when there are none}
   */
  public Optional<Interval> whole() {
    Range<BigDecimal> range = range();
    Optional<BigDecimal> least = low().map(n -> n.setScale(0, RoundingMode.CEILING));
    Optional<BigDecimal> most = high().map(n -> n.setScale(0, RoundingMode.FLOOR));
    if (least.isPresent() && excludes(range, least.get())) {
      least = least.map(n -> n.add(BigDecimal.ONE));
    }
    if (most.isPresent() && excludes(range, most.get())) {
      most = most.map(n -> n.subtract(BigDecimal.ONE));
    }
    if (least.isPresent() && most.isPresent()) {
      return least.get().compareTo(most.get()) > 0
          ? Optional.empty()
          : Optional.of(between(least.get(), most.get()));
    }
    Optional<BigDecimal> greatest = most;
    return Optional.of(
        least.map(Interval::atLeast).or(() -> greatest.map(Interval::atMost)).orElse(this));
  }

  /** Says whether a number is an end of a range that does not belong to it. */
  private static boolean excludes(Range<BigDecimal> range, BigDecimal number) {
    return range.hasLowerBound()
            && range.lowerEndpoint().compareTo(number) == 0
            && !range.contains(number)
        || range.hasUpperBound()
            && range.upperEndpoint().compareTo(number) == 0
            && !range.contains(number);
  }

  /**
   * {@return whether a number is in the interval}
   *
   * @param number the number
   */
  public boolean contains(BigDecimal number) {
    return intersects(exactly(number));
  }

  /**
   * {@return whether a number is in both intervals}
   *
   * @param other the other interval
   */
  public boolean intersects(Interval other) {
    return startsWithin(low, other.high) && startsWithin(other.low, high);
  }

  /**
   * {@return the interval of the numbers that are in both; empty when there are none}
   *
   * @param other the other interval
   */
  public Optional<Interval> intersection(Interval other) {
    return intersects(other)
        ? Optional.of(new Interval(inner(low, other.low, -1), inner(high, other.high, 1)))
        : Optional.empty();
  }

  /**
   * {@return how far two intervals miss each other: 5 for {@code [1, 3]} and {@code [8, 9]}; empty
   * when they have a number in common; 0 when they only touch, at an end that one of them leaves
   * out}
   *
   * @param other the other interval
   */
  public Optional<BigDecimal> gap(Interval other) {
    if (intersects(other)) {
      return Optional.empty();
    }
    boolean below = high.compare(other.low) <= 0;
    Edge from = below ? high : other.high;
    Edge to = below ? other.low : low;
    return Optional.of(to.at.subtract(from.at).stripTrailingZeros());
  }

  /**
   * {@return whether every number here is less than every number there}
   *
   * @param other the other interval
   */
  public boolean isBelow(Interval other) {
    return !startsWithin(other.low, high);
  }

  /**
   * {@return the sums: the interval of a number here plus a number there}
   *
   * @param other what to add
   */
  public Interval plus(Interval other) {
    return new Interval(low.plus(other.low), high.plus(other.high));
  }

  /**
   * {@return the differences: the interval of a number here minus a number there}
   *
   * @param other what to take away
   */
  public Interval minus(Interval other) {
    return new Interval(low.plus(other.high.negated()), high.plus(other.low.negated()));
  }

  /**
   * {@return the products: the interval of a number here times a number there}
   *
   * @param other what to multiply by
   */
  public Interval times(Interval other) {
    Edge[] corners = {
      low.times(other.low), low.times(other.high), high.times(other.low), high.times(other.high)
    };
    return new Interval(outermost(corners, -1), outermost(corners, 1));
  }

  /**
   * {@return the quotients: the interval of a number here divided by a number there; empty when the
   * divisor contains zero}
   *
   * <p>An end that has more than sixteen digits is rounded away from the other end, in the
   * precision of {@link MathContext#DECIMAL64}.
   *
   * @param divisor what to divide by
   */
  public Optional<Interval> dividedBy(Interval divisor) {
    if (divisor.contains(BigDecimal.ZERO)) {
      return Optional.empty();
    }
    int sign = divisor.low.sign() >= 0 ? 1 : -1;
    return Optional.of(
        new Interval(
            outermost(quotients(divisor, sign, DOWN), -1),
            outermost(quotients(divisor, sign, UP), 1)));
  }

  private Edge[] quotients(Interval divisor, int sign, MathContext rounding) {
    return new Edge[] {
      low.dividedBy(divisor.low, sign, rounding),
      low.dividedBy(divisor.high, sign, rounding),
      high.dividedBy(divisor.low, sign, rounding),
      high.dividedBy(divisor.high, sign, rounding)
    };
  }

  private static Edge outermost(Edge[] edges, int direction) {
    Edge result = edges[0];
    for (Edge edge : edges) {
      result = result.outer(edge, direction);
    }
    return result;
  }

  private static Edge inner(Edge one, Edge other, int direction) {
    int order = one.compare(other) * direction;
    if (order == 0) {
      return one.included ? other : one;
    }
    return order > 0 ? other : one;
  }

  private static boolean startsWithin(Edge low, Edge high) {
    if (low.infinite < 0 || high.infinite > 0) {
      return true;
    }
    int order = low.compare(high);
    return order < 0 || order == 0 && low.included && high.included;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Interval that && low.equals(that.low) && high.equals(that.high);
  }

  @Override
  public int hashCode() {
    return Objects.hash(low, high);
  }

  /** Returns the ends in brackets, round where an end is left out: {@code (45000, ..)}. */
  @Override
  public String toString() {
    return (low.included ? "[" : "(")
        + low.number().map(Wording::plain).orElse("..")
        + ", "
        + high.number().map(Wording::plain).orElse("..")
        + (high.included ? "]" : ")");
  }
}
