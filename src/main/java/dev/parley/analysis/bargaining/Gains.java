package dev.parley.analysis.bargaining;

import java.math.BigInteger;

/** A party's gains over its reservation in whole numbers, of whichever unit. */
final class Gains {
  private final Fraction reserved;

  Gains(Profile profile, BigInteger unit) {
    this.reserved = Profiles.reserved(profile).times(new Fraction(unit, BigInteger.ONE));
  }

  /** Returns the gain of so many units of utility. */
  BigInteger of(BigInteger units) {
    return units.multiply(reserved.denominator()).subtract(reserved.numerator());
  }
}
