package dev.parley.evidence;

import java.math.BigDecimal;
import java.util.Locale;

/** The laws of free text and of numbers as this room prints them, the same in every locale. */
final class Wording {
  /** The most characters of a value that a message repeats. */
  private static final int SHOWN = 60;

  /** The most digits that a number may have when it is written out. */
  static final int MOST_DIGITS = 40;

  private Wording() {}

  /** Returns the text, or its beginning and three dots when it is too long for a message. */
  static String shown(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
  }

  /** Returns the text when it has something to read in it. */
  static String checkNotBlank(String name, String text, String wayOut) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(
          name + " (" + shown(text) + ") must not be blank: " + wayOut);
    }
    return text;
  }

  /** Returns the text in lower case, with single spaces between its words and none around them. */
  static String normal(String text) {
    return spaced(text).toLowerCase(Locale.ROOT);
  }

  /** Returns the text on one line, with single spaces between its words and none around them. */
  static String spaced(String text) {
    StringBuilder result = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        gap = true;
        continue;
      }
      if (gap && result.length() > 0) {
        result.append(' ');
      }
      gap = false;
      result.append(c);
    }
    return result.toString();
  }

  /** Returns the number when it can be written out with at most {@link #MOST_DIGITS} digits. */
  static BigDecimal checkDigits(String name, BigDecimal number) {
    long before = Math.max(1L, (long) number.precision() - number.scale());
    long digits = before + Math.max(0L, number.scale());
    if (digits > MOST_DIGITS) {
      throw new IllegalArgumentException(
          name + " has " + digits + " digits when written out: " + MOST_DIGITS + " is the most");
    }
    return number;
  }

  /** Returns the number in digits, with commas between thousands: {@code 45,000}. */
  static String number(BigDecimal number) {
    String plain = plain(number.abs());
    int point = plain.indexOf('.');
    int whole = point < 0 ? plain.length() : point;
    StringBuilder result = new StringBuilder(number.signum() < 0 ? "-" : "");
    for (int i = 0; i < whole; i++) {
      if (i > 0 && (whole - i) % 3 == 0) {
        result.append(',');
      }
      result.append(plain.charAt(i));
    }
    return result.append(plain, whole, plain.length()).toString();
  }

  /** Returns the number in digits alone, without trailing zeros after the point. */
  static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
