package dev.parley.analysis.bargaining;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Numbers and names in sentences. */
final class Words {
  private Words() {}

  static String grouped(BigInteger number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  static String parties(Collection<? extends Profile> profiles) {
    return profiles.stream().map(p -> p.party().text()).collect(Collectors.joining(", "));
  }
}
