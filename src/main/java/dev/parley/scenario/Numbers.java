package dev.parley.scenario;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * Numbers as scenarios write them: plain decimal digits, with a point and a minus where needed,
 * such as {@code 120}, {@code -3} or {@code 62.5}. No exponents, no separators between thousands,
 * no leading zeros, and at most {@value #DIGITS} digits, so that a number is as long as it looks.
 */
final class Numbers {
  /** The most digits that a number may have. */
  static final int DIGITS = 40;

  private Numbers() {}

  /** Returns the number that the scalar writes; a problem if it writes none. */
  static Optional<BigDecimal> decimal(ScalarNode scalar, Problems problems) {
    String text = scalar.text();
    String law = lawBrokenBy(text);
    if (law.isEmpty()) {
      return Optional.of(new BigDecimal(text));
    }
    if (!scalar.isRefused()) {
      problems.add(scalar, "number " + Problem.shown(text) + " " + law);
    }
    return Optional.empty();
  }

  /**
   * Returns the whole number that the scalar writes; a problem if it writes none, or one outside
   * the range.
   */
  static Optional<Integer> whole(ScalarNode scalar, int least, int most, Problems problems) {
    Optional<BigDecimal> number = decimal(scalar, problems);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal value = number.get();
    if (value.stripTrailingZeros().scale() > 0) {
      problems.add(scalar, "number (%s) must be whole".formatted(scalar.text()));
      return Optional.empty();
    }
    if (value.compareTo(BigDecimal.valueOf(least)) < 0
        || value.compareTo(BigDecimal.valueOf(most)) > 0) {
      problems.add(
          scalar, "number (%s) must be from %s to %s".formatted(scalar.text(), least, most));
      return Optional.empty();
    }
    return Optional.of(value.intValueExact());
  }

  private static String lawBrokenBy(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    int point = -1;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' && point < 0) {
        point = i;
      } else if (c == 'e' || c == 'E') {
        boolean number = i > start && Character.isDigit(text.charAt(i - 1));
        return number ? "has an exponent: write all its digits" : notDigits();
      } else if (c < '0' || c > '9') {
        return notDigits();
      }
    }
    int whole = (point < 0 ? text.length() : point) - start;
    int digits = text.length() - start - (point < 0 ? 0 : 1);
    if (whole == 0 || point == text.length() - 1) {
      return notDigits();
    }
    if (digits > DIGITS) {
      return String.format(Locale.ROOT, "has %,d digits: %s is the most", digits, DIGITS);
    }
    if (whole > 1 && text.charAt(start) == '0') {
      return "starts with a zero that counts for nothing: leave it out";
    }
    return "";
  }

  private static String notDigits() {
    return "must be written in digits, such as 120, -3 or 62.5";
  }
}
