package dev.parley.analysis.bargaining;

import dev.parley.analysis.bargaining.OutcomeSpace.Cursor;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** A profile made ready to be asked for the utility of many outcomes. */
interface UtilityFunction {
  /** Returns the utility of the outcome at a cursor. */
  Fraction utility(Cursor cursor);

  static UtilityFunction of(Profile profile) {
    return profile instanceof AdditiveProfile additive
        ? ScaledProfile.of(additive)::utility
        : ((FunctionProfile) profile)::utility;
  }

  /**
   * A profile that counts in units.
   *
   * @param unit how many make a utility of one
   * @param units the utility of the outcome at a cursor
   */
  record Counting(BigInteger unit, ToLongFunction<Cursor> units) {}

  /** Returns all profiles as counting ones, or empty when one of them cannot count in longs. */
  static Optional<List<Counting>> counting(List<Profile> profiles) {
    List<Counting> all = new ArrayList<>();
    for (Profile profile : profiles) {
      Optional<Counting> one = counting(profile);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      all.add(one.get());
    }
    return Optional.of(all);
  }

  /** Returns a profile as a counting one, or empty when it cannot count in longs. */
  static Optional<Counting> counting(Profile profile) {
    return profile instanceof AdditiveProfile additive
        ? counting(additive)
        : counting((FunctionProfile) profile);
  }

  private static Optional<Counting> counting(FunctionProfile profile) {
    return profile.counting().map(units -> new Counting(BigInteger.valueOf(profile.unit()), units));
  }

  private static Optional<Counting> counting(AdditiveProfile profile) {
    ScaledProfile scaling = ScaledProfile.of(profile);
    return scaling.inLongs().map(tables -> new Counting(scaling.unit(), sum(tables)));
  }

  private static ToLongFunction<Cursor> sum(long[][] tables) {
    return cursor -> {
      long sum = 0;
      for (int i = 0; i < tables.length; i++) {
        sum += tables[i][(int) cursor.index(i)];
      }
      return sum;
    };
  }
}
