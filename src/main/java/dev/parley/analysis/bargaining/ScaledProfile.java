package dev.parley.analysis.bargaining;

import dev.parley.agenda.Issue;
import dev.parley.analysis.bargaining.OutcomeSpace.Cursor;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An additive profile in whole units: every weighted evaluation over one common denominator, so
 * that sums need no fractions.
 */
final class ScaledProfile {
  /** Longer scales are not listed value by value. */
  private static final int LONGEST = 1_000_000;

  /** Tables of numbers are no larger than this, which is some 40 MB. */
  private static final long MOST_BITS = 320_000_000;

  private final BigInteger unit;
  private final BigInteger[][] tables;

  private ScaledProfile(BigInteger unit, BigInteger[][] tables) {
    this.unit = unit;
    this.tables = tables;
  }

  static ScaledProfile of(AdditiveProfile profile) {
    List<Issue> issues = profile.space().issues();
    BigInteger values = BigInteger.ZERO;
    for (int i = 0; i < issues.size(); i++) {
      BigInteger own = profile.space().order(i).count();
      refuseLong("issue (" + issues.get(i).id() + ")", own);
      values = values.add(own);
    }
    refuseLong("the outcome space", values);
    Fraction[][] parts = new Fraction[issues.size()][];
    BigInteger unit = BigInteger.ONE;
    for (int i = 0; i < parts.length; i++) {
      parts[i] = parts(profile, issues.get(i), profile.space().order(i));
      for (Fraction part : parts[i]) {
        unit = multiple(unit, part.denominator());
        refuseFine(profile, unit, values);
      }
    }
    BigInteger[][] tables = new BigInteger[parts.length][];
    for (int i = 0; i < parts.length; i++) {
      tables[i] = new BigInteger[parts[i].length];
      for (int v = 0; v < parts[i].length; v++) {
        tables[i][v] = whole(parts[i][v], unit);
      }
    }
    return new ScaledProfile(unit, tables);
  }

  private static void refuseLong(String what, BigInteger values) {
    if (values.compareTo(BigInteger.valueOf(LONGEST)) > 0) {
      throw new IllegalArgumentException(
          "%s has %s values: an additive profile takes up to %s, on one issue and on all together. Take a coarser step or fewer items"
              .formatted(what, LargeNumbers.grouped(values), LargeNumbers.grouped(LONGEST)));
    }
  }

  private static void refuseFine(AdditiveProfile profile, BigInteger unit, BigInteger values) {
    if (unit.bitLength() * values.longValueExact() > MOST_BITS) {
      throw new IllegalArgumentException(
          "profile of (%s): its %s values have so many different denominators that they have no common unit of less than %s bits. Round them, such as to 0.333"
              .formatted(
                  profile.party(),
                  LargeNumbers.grouped(values),
                  LargeNumbers.grouped(unit.bitLength())));
    }
  }

  private static Fraction[] parts(AdditiveProfile profile, Issue issue, ValueOrder order) {
    Fraction weight = Objects.requireNonNull(profile.weights().get(issue.id()));
    Evaluation evaluation = Objects.requireNonNull(profile.evaluations().get(issue.id()));
    Fraction[] parts = new Fraction[order.count().intValueExact()];
    for (int v = 0; v < parts.length; v++) {
      parts[v] = weight.times(evaluation.of(issue, order.at(v)));
    }
    return parts;
  }

  static BigInteger multiple(BigInteger one, BigInteger other) {
    return one.divide(one.gcd(other)).multiply(other);
  }

  /** Returns a fraction in units of one over a multiple of its denominator. */
  static BigInteger whole(Fraction fraction, BigInteger unit) {
    return fraction.numerator().multiply(unit.divide(fraction.denominator()));
  }

  /** Returns how many units make a utility of one. */
  BigInteger unit() {
    return unit;
  }

  /** Returns what a value of an issue adds, in units. */
  BigInteger part(int issue, int value) {
    return tables[issue][value];
  }

  int values(int issue) {
    return tables[issue].length;
  }

  int issues() {
    return tables.length;
  }

  /** Returns a number that no utility goes beyond, above or below zero, in units. */
  BigInteger reach() {
    BigInteger reach = BigInteger.ZERO;
    for (BigInteger[] table : tables) {
      BigInteger most = BigInteger.ZERO;
      for (BigInteger part : table) {
        most = most.max(part.abs());
      }
      reach = reach.add(most);
    }
    return reach;
  }

  /** Returns the same in longs, or empty when a sum might not fit. */
  Optional<long[][]> inLongs() {
    if (reach().bitLength() > Long.SIZE - 2) {
      return Optional.empty();
    }
    long[][] longs = new long[tables.length][];
    for (int i = 0; i < tables.length; i++) {
      longs[i] = new long[tables[i].length];
      for (int v = 0; v < tables[i].length; v++) {
        longs[i][v] = tables[i][v].longValueExact();
      }
    }
    return Optional.of(longs);
  }

  /** Returns the utility of the best outcome. */
  Fraction highest() {
    BigInteger sum = BigInteger.ZERO;
    for (BigInteger[] table : tables) {
      sum = sum.add(java.util.Arrays.stream(table).reduce(BigInteger::max).orElseThrow());
    }
    return new Fraction(sum, unit);
  }

  /** Returns the utility of the worst outcome. */
  Fraction lowest() {
    BigInteger sum = BigInteger.ZERO;
    for (BigInteger[] table : tables) {
      sum = sum.add(java.util.Arrays.stream(table).reduce(BigInteger::min).orElseThrow());
    }
    return new Fraction(sum, unit);
  }

  /** Returns the utility of the outcome at a cursor. */
  Fraction utility(Cursor cursor) {
    BigInteger sum = BigInteger.ZERO;
    for (int i = 0; i < tables.length; i++) {
      sum = sum.add(tables[i][(int) cursor.index(i)]);
    }
    return new Fraction(sum, unit);
  }
}
