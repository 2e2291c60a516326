package dev.parley.scenario;

import com.google.common.base.Strings;
import dev.parley.scenario.ScenarioException.Problem;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers as scenarios write them: plain decimal digits, with a point and a minus where needed,
 * such as {@code 120}, {@code -3} or {@code 62.5}. No exponents, no separators between thousands,
 * no leading zeros, and at most {@value #DIGITS} digits, so that a number is as long as it looks.
 */
final class Numbers {
  /** The most digits that a number may have. */
  static final int DIGITS = 40;

  private static final Pattern PLAIN = Pattern.compile("-?(?<whole>[0-9]+)([.](?<part>[0-9]+))?");
  private static final Pattern EXPONENT =
      Pattern.compile("-?[0-9]*+([.][0-9]*+)?(?<=[0-9])[eE].*", Pattern.DOTALL);

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
    Matcher number = PLAIN.matcher(text);
    if (!number.matches()) {
      return EXPONENT.matcher(text).matches()
          ? "has an exponent: write all its digits"
          : "must be written in digits, such as 120, -3 or 62.5";
    }
    String whole = number.group("whole");
    String part = Strings.nullToEmpty(number.group("part"));
    int digits = whole.length() + part.length();
    if (digits > DIGITS) {
      return String.format(Locale.ROOT, "has %,d digits: %s is the most", digits, DIGITS);
    }
    return whole.length() > 1 && whole.startsWith("0")
        ? "starts with a zero that counts for nothing: leave it out"
        : "";
  }
}
