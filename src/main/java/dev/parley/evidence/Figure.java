package dev.parley.evidence;

import com.google.common.base.CharMatcher;
import dev.parley.travel.TextForm;
import dev.parley.travel.Travelling;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as it was reported, its wording kept: "105", "about 250", "at least 38", "more than
 * 45,000", "between 100 and 120", or not given at all. Two reports of "about 250" and "at least
 * 240" need not contradict each other, and a figure that was never given is not zero; both are lost
 * when a report is coded as one number.
 *
 * <p>The unit is not part of it, and it is no measurement with an error: what "about" covers is the
 * {@link Tolerance} of whoever codes the record, and without one an approximate figure has no
 * range.
 *
 * <table>
 * <caption>What can be written</caption>
 * <tr><th>wording</th><th>range</th></tr>
 * <tr><td>{@code 105}, {@code exactly 105}</td><td>{@code [105, 105]}</td></tr>
 * <tr><td>{@code about 250}, {@code around}, {@code approximately}, {@code roughly}</td>
 *     <td>by the tolerance: {@code [237.5, 262.5]} at 5 %</td></tr>
 * <tr><td>{@code at least 38}, {@code no fewer than}, {@code no less than}</td>
 *     <td>{@code [38, ..)}</td></tr>
 * <tr><td>{@code more than 45,000}, {@code over}</td><td>{@code (45000, ..)}</td></tr>
 * <tr><td>{@code at most 120}, {@code up to}, {@code no more than}</td>
 *     <td>{@code (.., 120]}</td></tr>
 * <tr><td>{@code fewer than 120}, {@code less than}</td><td>{@code (.., 120)}</td></tr>
 * <tr><td>{@code between 100 and 120}, {@code 100 to 120}, {@code from 100 to 120}</td>
 *     <td>{@code [100, 120]}</td></tr>
 * <tr><td>{@code not given}, {@code unknown}</td><td>none</td></tr>
 * </table>
 *
 * <p>Any of them may be a share, {@code 31 of 50}: 31, and {@link #outOf} the 50. A share is never
 * less than none and never more than its whole, so that "at least 31 of 50" is 31 to 50.
 *
 * <p>Laws: {@link #parse} is the inverse of {@link #toString}; figures are equal when their wording
 * is; a number has at most 40 digits; commas stand between groups of three; a share is of more than
 * 0. Immutable.
 */
public final class Figure implements Travelling {
  private static final Figure NOT_GIVEN =
      new Figure("not given", Sense.NOT_GIVEN, BigDecimal.ZERO, BigDecimal.ZERO);
  private static final int LONGEST = 200;
  private static final Pattern NUMBER =
      Pattern.compile("-?(?<whole>[0-9][0-9,]*)([.][0-9]+)?(?<rest>.*)", Pattern.DOTALL);
  private static final Pattern RANGE = Pattern.compile("[-–—]\\s*([0-9][0-9,.]*)");
  private static final Pattern SHARE = Pattern.compile("(?:/|out of)\\s*([0-9][0-9,]*)");
  private static final Pattern MULTIPLE =
      Pattern.compile("^(hundred|thousand|million|billion|trillion|lakh|crore|k|m|mn|bn)\\b");
  private static final String WAYS =
      "write a number (45,000), with exactly, about, at least, more than, at most or fewer than"
          + " before it, or between 100 and 120, a share (31 of 50), or not given";

  /** How a wording begins and what it then says of its number; no beginning begins another. */
  private enum Opening {
    EXACTLY("exactly ", Sense.EXACT),
    ABOUT("about ", Sense.ABOUT),
    AROUND("around ", Sense.ABOUT),
    APPROXIMATELY("approximately ", Sense.ABOUT),
    ROUGHLY("roughly ", Sense.ABOUT),
    AT_LEAST("at least ", Sense.AT_LEAST),
    NO_FEWER_THAN("no fewer than ", Sense.AT_LEAST),
    NO_LESS_THAN("no less than ", Sense.AT_LEAST),
    MORE_THAN("more than ", Sense.MORE_THAN),
    OVER("over ", Sense.MORE_THAN),
    AT_MOST("at most ", Sense.AT_MOST),
    UP_TO("up to ", Sense.AT_MOST),
    NO_MORE_THAN("no more than ", Sense.AT_MOST),
    FEWER_THAN("fewer than ", Sense.LESS_THAN),
    LESS_THAN("less than ", Sense.LESS_THAN);

    private final String words;
    private final Sense sense;

    Opening(String words, Sense sense) {
      this.words = words;
      this.sense = sense;
    }
  }

  private enum Sense {
    EXACT,
    ABOUT,
    AT_LEAST,
    MORE_THAN,
    AT_MOST,
    LESS_THAN,
    BETWEEN,
    NOT_GIVEN
  }

  private final String wording;
  private final Sense sense;
  private final BigDecimal low;
  private final BigDecimal high;
  private final Optional<BigDecimal> outOf;

  private Figure(String wording, Sense sense, BigDecimal low, BigDecimal high) {
    this(wording, sense, low, high, Optional.empty());
  }

  private Figure(
      String wording, Sense sense, BigDecimal low, BigDecimal high, Optional<BigDecimal> outOf) {
    this.outOf = outOf;
    this.wording = wording;
    this.sense = sense;
    this.low = low;
    this.high = high;
  }

  /**
   * {@return the figure that was reported as exactly this number; its wording is the number}
   *
   * @param number the number, of at most 40 digits
   */
  public static Figure exactly(BigDecimal number) {
    return of("", Sense.EXACT, number);
  }

  /**
   * {@return the figure that was reported as exactly this number; its wording is the number}
   *
   * @param number the number
   */
  public static Figure exactly(long number) {
    return exactly(BigDecimal.valueOf(number));
  }

  /**
   * {@return the figure "about" this number}
   *
   * @param number the number, of at most 40 digits
   */
  public static Figure about(BigDecimal number) {
    return of("about ", Sense.ABOUT, number);
  }

  /**
   * {@return the figure "about" this number}
   *
   * @param number the number
   */
  public static Figure about(long number) {
    return about(BigDecimal.valueOf(number));
  }

  /**
   * {@return the figure "at least" this number}
   *
   * @param number the number, of at most 40 digits
   */
  public static Figure atLeast(BigDecimal number) {
    return of("at least ", Sense.AT_LEAST, number);
  }

  /**
   * {@return the figure "at least" this number}
   *
   * @param number the number
   */
  public static Figure atLeast(long number) {
    return atLeast(BigDecimal.valueOf(number));
  }

  /**
   * {@return the figure "more than" this number}
   *
   * @param number the number, of at most 40 digits
   */
  public static Figure moreThan(BigDecimal number) {
    return of("more than ", Sense.MORE_THAN, number);
  }

  /**
   * {@return the figure "more than" this number}
   *
   * @param number the number
   */
  public static Figure moreThan(long number) {
    return moreThan(BigDecimal.valueOf(number));
  }

  /**
   * {@return the figure "at most" this number}
   *
   * @param number the number, of at most 40 digits
   */
  public static Figure atMost(BigDecimal number) {
    return of("at most ", Sense.AT_MOST, number);
  }

  /**
   * {@return the figure "at most" this number}
   *
   * @param number the number
   */
  public static Figure atMost(long number) {
    return atMost(BigDecimal.valueOf(number));
  }

  /**
   * {@return the figure "fewer than" this number}
   *
   * @param number the number, of at most 40 digits
   */
  public static Figure fewerThan(BigDecimal number) {
    return of("fewer than ", Sense.LESS_THAN, number);
  }

  /**
   * {@return the figure "fewer than" this number}
   *
   * @param number the number
   */
  public static Figure fewerThan(long number) {
    return fewerThan(BigDecimal.valueOf(number));
  }

  /**
   * {@return the figure "between" two numbers, both included}
   *
   * @param low the lower number, of at most 40 digits
   * @param high the higher number, of at most 40 digits
   * @throws IllegalArgumentException if the second number is less than the first
   */
  public static Figure between(BigDecimal low, BigDecimal high) {
    Wording.checkDigits("figure", low);
    Wording.checkDigits("figure", high);
    return between("between " + Wording.number(low) + " and " + Wording.number(high), low, high);
  }

  /**
   * {@return the figure "between" two numbers, both included}
   *
   * @param low the lower number
   * @param high the higher number
   * @throws IllegalArgumentException if the second number is less than the first
   */
  public static Figure between(long low, long high) {
    return between(BigDecimal.valueOf(low), BigDecimal.valueOf(high));
  }

  /** {@return the figure that nobody gave, worded "not given"} */
  public static Figure notGiven() {
    return NOT_GIVEN;
  }

  /**
   * {@return the figure that this wording reports, with this wording; the inverse of {@link
   * #toString}}
   *
   * <p>Upper case does not matter to what it means, and is kept; extra spaces are not.
   *
   * @param wording the wording, as in the table above
   * @throws IllegalArgumentException if the wording is none of those in the table, a number has
   *     more than 40 digits or misplaced commas, or the two numbers are in the wrong order
   */
  public static Figure parse(String wording) {
    if (wording.length() > LONGEST) {
      throw new IllegalArgumentException(
          "figure (%s) is %s characters long: %s is the most"
              .formatted(Wording.shown(wording), "" + wording.length(), "" + LONGEST));
    }
    return parse(Wording.spaced(wording), Wording.normal(wording));
  }

  private static Figure parse(String wording, String text) {
    if (text.equals("not given") || text.equals("unknown")) {
      return new Figure(wording, Sense.NOT_GIVEN, BigDecimal.ZERO, BigDecimal.ZERO);
    }
    int of = text.lastIndexOf(" of ");
    if (of > 0) {
      return share(wording, text.substring(0, of), text.substring(of + " of ".length()));
    }
    for (Opening opening : Opening.values()) {
      if (text.startsWith(opening.words)) {
        BigDecimal number = number(text.substring(opening.words.length()), wording);
        return new Figure(wording, opening.sense, number, number);
      }
    }
    boolean between = text.startsWith("between ");
    boolean from = text.startsWith("from ");
    String separator = between ? " and " : " to ";
    int split = text.indexOf(separator);
    if (split >= 0) {
      int start = between ? "between ".length() : from ? "from ".length() : 0;
      BigDecimal low = number(text.substring(Math.min(start, split), split), wording);
      BigDecimal high = number(text.substring(split + separator.length()), wording);
      return between(wording, low, high);
    }
    BigDecimal number = number(text, wording);
    return new Figure(wording, Sense.EXACT, number, number);
  }

  private static Figure share(String wording, String part, String whole) {
    String shown = Wording.shown(wording);
    BigDecimal total = number(whole, wording);
    if (total.signum() <= 0) {
      throw new IllegalArgumentException(
          "figure (%s) is a share of (%s): a whole is more than 0"
              .formatted(shown, Wording.number(total)));
    }
    Figure counted = parse(wording, part);
    if (counted.outOf.isPresent()) {
      throw new IllegalArgumentException(
          "figure (%s) is a share of a share: name one whole, as in 31 of 50".formatted(shown));
    }
    if (counted.isKnown()) {
      boolean possible =
          counted.within(share(total)).isPresent() && counted.high.compareTo(total) <= 0;
      if (!possible || counted.low.signum() < 0) {
        throw new IllegalArgumentException(
            ("figure (%s) does not lie between none and all of its whole (%s): correct one of the"
                    + " two, or leave out (of %2$s) where they do not belong together")
                .formatted(shown, Wording.number(total)));
      }
    }
    return new Figure(wording, counted.sense, counted.low, counted.high, Optional.of(total));
  }

  private static Interval share(BigDecimal total) {
    return Interval.between(BigDecimal.ZERO, total);
  }

  /** Returns what is possible of the number itself, "about" taken as exactly. */
  private Optional<Interval> within(Interval bounds) {
    return bare(Optional.empty())
        .or(() -> Optional.of(Interval.exactly(low)))
        .flatMap(bounds::intersection);
  }

  /** {@return of how many it is a share: 50 for "31 of 50"; empty where it is none} */
  public Optional<BigDecimal> outOf() {
    return outOf;
  }

  /** {@return the words in which the figure was reported, with single spaces between its words} */
  public String wording() {
    return wording;
  }

  /** {@return whether any number was given: false for "not given" and "unknown"} */
  public boolean isKnown() {
    return sense != Sense.NOT_GIVEN;
  }

  /**
   * {@return whether the figure is "about" a number, so that its range depends on a tolerance: true
   * for "about 250"; false for "at least 38", which says where it begins}
   */
  public boolean isApproximate() {
    return sense == Sense.ABOUT;
  }

  /**
   * {@return the one number in the wording: 250 for "about 250", 38 for "at least 38"; empty when
   * there are two, or none was given}
   */
  public Optional<BigDecimal> number() {
    return sense == Sense.BETWEEN || sense == Sense.NOT_GIVEN ? Optional.empty() : Optional.of(low);
  }

  /** Says whether its numbers, if it has any, are whole ones. */
  boolean isWhole() {
    return low.stripTrailingZeros().scale() <= 0 && high.stripTrailingZeros().scale() <= 0;
  }

  /**
   * {@return the numbers that the figure may stand for; empty when the figure was not given, or is
   * approximate and there is no tolerance}
   *
   * @param tolerance what "about" covers, if the coder has said so
   */
  public Optional<Interval> range(Optional<Tolerance> tolerance) {
    Optional<Interval> range = bare(tolerance);
    return outOf.isEmpty() ? range : range.flatMap(share(outOf.get())::intersection);
  }

  /** Returns the numbers that the words before "of" allow. */
  private Optional<Interval> bare(Optional<Tolerance> tolerance) {
    return switch (sense) {
      case EXACT, BETWEEN -> Optional.of(Interval.between(low, high));
      case ABOUT -> tolerance.map(about -> about.around(low));
      case AT_LEAST -> Optional.of(Interval.atLeast(low));
      case MORE_THAN -> Optional.of(Interval.moreThan(low));
      case AT_MOST -> Optional.of(Interval.atMost(high));
      case LESS_THAN -> Optional.of(Interval.lessThan(high));
      case NOT_GIVEN -> Optional.empty();
    };
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Figure that && wording.equals(that.wording);
  }

  @Override
  public int hashCode() {
    return wording.hashCode();
  }

  /** Returns the wording, which {@link #parse} reads. */
  @Override
  public String toString() {
    return wording;
  }

  private static Figure of(String opening, Sense sense, BigDecimal number) {
    Wording.checkDigits("figure", number);
    return new Figure(opening + Wording.number(number), sense, number, number);
  }

  private static Figure between(String wording, BigDecimal low, BigDecimal high) {
    if (low.compareTo(high) > 0) {
      throw new IllegalArgumentException(
          "figure (%s) must not end below its start: write between %s and %s"
              .formatted(wording, Wording.number(high), Wording.number(low)));
    }
    return new Figure(wording, Sense.BETWEEN, low, high);
  }

  /** Reads an optional sign, digits with or without commas between thousands, and decimals. */
  private static BigDecimal number(String text, String wording) {
    Matcher number = NUMBER.matcher(text);
    if (!number.matches()) {
      throw new IllegalArgumentException(
          "figure (" + Wording.shown(wording) + ") cannot be read: " + WAYS);
    }
    String rest = number.group("rest");
    if (!rest.isEmpty()) {
      throw new IllegalArgumentException(
          "figure (%s) has (%s) after the number: %s"
              .formatted(
                  Wording.shown(wording),
                  Wording.shown(rest.strip()),
                  instead(rest.strip(), text.substring(0, number.start("rest")))));
    }
    String digits = text.replace(",", "");
    int count = CharMatcher.inRange('0', '9').countIn(digits);
    if (count > Wording.MOST_DIGITS) {
      throw new IllegalArgumentException(
          "figure (%s) has a number of %s digits: %s is the most"
              .formatted(Wording.shown(wording), "" + count, "" + Wording.MOST_DIGITS));
    }
    String grouped = number.group("whole");
    if (grouped.contains(",") && !grouped.matches("[0-9]{1,3}(,[0-9]{3})+")) {
      throw new IllegalArgumentException(
          "figure (%s) must have its commas between groups of three digits: write %s"
              .formatted(Wording.shown(wording), Wording.number(new BigDecimal(digits))));
    }
    return new BigDecimal(digits);
  }

  /** What was probably meant by something after a number. */
  private static String instead(String rest, String number) {
    Matcher range = RANGE.matcher(rest);
    Matcher share = SHARE.matcher(rest);
    if (range.matches()) {
      return "write (%s to %s)".formatted(number, range.group(1));
    } else if (share.matches()) {
      return "write (%s of %s)".formatted(number, share.group(1));
    } else if (rest.startsWith("+")) {
      return "write (at least %s)".formatted(number);
    } else if (MULTIPLE.matcher(rest).find()) {
      return "write it out in digits, such as (1,200,000)";
    }
    return "leave it out, the unit is kept elsewhere";
  }

  private Object writeReplace() {
    return TextForm.of(this);
  }
}
