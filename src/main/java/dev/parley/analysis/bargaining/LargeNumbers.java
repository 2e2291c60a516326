package dev.parley.analysis.bargaining;

import java.math.BigInteger;
import java.util.Locale;

/** Large numbers in sentences. */
final class LargeNumbers {
  private LargeNumbers() {}

  static String grouped(BigInteger number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
