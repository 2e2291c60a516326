package dev.parley.evidence;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as it was reported: known to the day, to the month or to the year, approximate, an
 * interval, or unknown. "Officials spoke of progress in December 2024" is {@code 2024-12}; "about
 * the end of 2024" may be {@code 2024-12~}; "talks from 1 to 24 December" are {@code
 * 2024-12-01/2024-12-24}. It is not a point in time to compute with: to ask whether it comes before
 * a deadline is to ask whether it certainly does, or possibly.
 *
 * <p>The written form is a part of EDTF (ISO 8601-2, levels 0 and 1):
 *
 * <table>
 * <caption>What can be written</caption>
 * <tr><th>text</th><th>in words</th></tr>
 * <tr><td>{@code 2025-01-02}</td><td>2 January 2025</td></tr>
 * <tr><td>{@code 2024-12}</td><td>December 2024</td></tr>
 * <tr><td>{@code 2024}</td><td>2024</td></tr>
 * <tr><td>{@code 2024-12~}</td><td>about December 2024</td></tr>
 * <tr><td>{@code 2024-12-01/2024-12-24}</td><td>from 1 to 24 December 2024</td></tr>
 * <tr><td>{@code ../2024-12-01}</td><td>until 1 December 2024</td></tr>
 * <tr><td>{@code 2024-12-01/..}</td><td>from 1 December 2024 on</td></tr>
 * <tr><td>{@code XXXX}</td><td>date unknown</td></tr>
 * </table>
 *
 * <p>Laws: {@link #parse} is the inverse of {@link #toString}; years run from 0001 to 9999; an
 * interval does not end before it starts; what is certain is possible, and nothing is both
 * certainly after and possibly not after a day. "About" widens neither {@link #earliest} nor {@link
 * #latest}, which repeat what was reported; but an approximate date may be off by one unit of its
 * own precision to either side (about December 2024: November to January), so the questions of
 * certainty and {@link #overlaps} take it that way. The order of what happened on one day is the
 * order of the record, not of its dates. Immutable.
 */
public final class When {
  /** A date of which nothing is known, {@code XXXX}. */
  public static final When UNKNOWN = new When(End.OPEN, End.OPEN, false);

  private static final String WAYS =
      "write a day (2024-12-20), a month (2024-12), a year (2024), ~ after it for about (2024-12~),"
          + " an interval (2024-12-01/2024-12-24) with .. for an open end, or XXXX for unknown";
  private static final int LONGEST = 23;
  private static final Pattern WRITTEN =
      Pattern.compile("(?<year>[0-9]{4})(-(?<month>[0-9]{2})(-(?<day>[0-9]{2}))?)?~?");

  private static final byte OPEN = 0;
  private static final byte YEAR = 1;
  private static final byte MONTH = 2;
  private static final byte DAY = 3;

  // A record of a million moves holds a million of these: days since 1970 and five small fields.
  private final int first;
  private final int last;
  private final byte startPrecision;
  private final byte endPrecision;
  private final boolean startAbout;
  private final boolean endAbout;
  private final boolean interval;

  /** One end of an interval, or the whole of a date that is none. */
  private record End(int first, int last, byte precision, boolean about) {
    static final End OPEN = new End(0, 0, When.OPEN, false);
  }

  private When(End start, End end, boolean interval) {
    this.first = start.first;
    this.last = end.last;
    this.startPrecision = start.precision;
    this.endPrecision = end.precision;
    this.startAbout = start.about;
    this.endAbout = end.about;
    this.interval = interval;
  }

  /**
   * {@return the date that is known to be this day}
   *
   * @param day the day, in the years 0001 to 9999
   * @throws IllegalArgumentException if the year is outside 0001 to 9999
   */
  public static When on(LocalDate day) {
    return day(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
  }

  /**
   * {@return the date that is known to be this day, such as {@code day(2025, 1, 2)}}
   *
   * @param year the year, 1 to 9999
   * @param month the month, 1 to 12
   * @param day the day of the month, from 1
   * @throws IllegalArgumentException if there is no such day
   */
  public static When day(int year, int month, int day) {
    return point(end(year, month, day, DAY, false));
  }

  /**
   * {@return a day in this month, such as {@code month(2024, 12)}; which one is not known}
   *
   * @param year the year, 1 to 9999
   * @param month the month, 1 to 12
   * @throws IllegalArgumentException if there is no such month
   */
  public static When month(int year, int month) {
    return point(end(year, month, 1, MONTH, false));
  }

  /**
   * {@return a day in this year, such as {@code year(2024)}; which one is not known}
   *
   * @param year the year, 1 to 9999
   * @throws IllegalArgumentException if the year is outside 1 to 9999
   */
  public static When year(int year) {
    return point(end(year, 1, 1, YEAR, false));
  }

  /**
   * {@return the interval from one day to another, both within it}
   *
   * @param start the first day
   * @param end the last day, not before the first
   * @throws IllegalArgumentException if it ends before it starts, or a year is outside 0001 to 9999
   */
  public static When between(LocalDate start, LocalDate end) {
    return between(on(start), on(end));
  }

  /**
   * {@return the interval from the start of one date to the end of another, such as {@code
   * between(month(2024, 11), day(2024, 12, 24))}}
   *
   * @param start the start, not itself an interval and not unknown
   * @param end the end, not itself an interval and not unknown
   * @throws IllegalArgumentException if it ends before it starts, or either is itself an interval
   *     or unknown
   */
  public static When between(When start, When end) {
    return interval(start.asEnd(), end.asEnd(), start + "/" + end);
  }

  /**
   * {@return the interval from this date on, with no end known: {@code 2024-12-01/..}}
   *
   * @param start the start, not itself an interval and not unknown
   * @throws IllegalArgumentException if the start is itself an interval or unknown
   */
  public static When from(When start) {
    return new When(start.asEnd(), End.OPEN, true);
  }

  /**
   * {@return the interval up to this date, with no start known: {@code ../2024-12-01}}
   *
   * @param end the end, not itself an interval and not unknown
   * @throws IllegalArgumentException if the end is itself an interval or unknown
   */
  public static When until(When end) {
    return new When(End.OPEN, end.asEnd(), true);
  }

  /**
   * {@return the date that this text writes; the inverse of {@link #toString}}
   *
   * @param text the date, in the form described above
   * @throws IllegalArgumentException if the text is not in that form, names a day that does not
   *     exist, or an interval that ends before it starts; the message says which and how to write
   *     it
   */
  public static When parse(String text) {
    if (text.equals("XXXX")) {
      return UNKNOWN;
    }
    int slash = text.length() > LONGEST ? -1 : text.indexOf('/');
    if (slash < 0) {
      return point(parseEnd(text, text));
    }
    String start = text.substring(0, slash);
    String end = text.substring(slash + 1);
    boolean openStart = start.equals("..");
    boolean openEnd = end.equals("..");
    if (openStart && openEnd) {
      throw new IllegalArgumentException(
          "date (../..) must have a start or an end: write XXXX for an unknown date");
    }
    return interval(
        openStart ? End.OPEN : parseEnd(start, text),
        openEnd ? End.OPEN : parseEnd(end, text),
        text);
  }

  /**
   * {@return this date marked as approximate: {@code 2024-12} becomes {@code 2024-12~}}
   *
   * <p>Of an interval both known ends are marked; an unknown date stays as it is.
   */
  public When approximately() {
    End start = new End(first, first, startPrecision, startPrecision != OPEN);
    End end = new End(last, last, endPrecision, endPrecision != OPEN);
    return isUnknown() ? this : new When(start, end, interval);
  }

  /**
   * {@return the earliest day that was reported: 1 December 2024 for {@code 2024-12}, and also for
   * {@code 2024-12~}; empty when the start is open or the date unknown}
   */
  public Optional<LocalDate> earliest() {
    return startPrecision == OPEN ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(first));
  }

  /**
   * {@return the latest day that was reported: 31 December 2024 for {@code 2024-12}, and also for
   * {@code 2024-12~}; empty when the end is open or the date unknown}
   */
  public Optional<LocalDate> latest() {
    return endPrecision == OPEN ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(last));
  }

  /**
   * {@return the last day that the date may be, an approximate one taken as late as it allows: 31
   * January 2025 for {@code 2024-12~}; empty when the end is open or the date unknown}
   */
  public Optional<LocalDate> lastPossible() {
    return endPrecision == OPEN ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(highest()));
  }

  /** {@return whether nothing is known of the date: true for {@link #UNKNOWN} only} */
  public boolean isUnknown() {
    return startPrecision == OPEN && endPrecision == OPEN;
  }

  /**
   * {@return whether the date, or an end of it, is marked as approximate: true for {@code
   * 2024-12~}}
   */
  public boolean isApproximate() {
    return startAbout || endAbout;
  }

  /**
   * {@return whether the date is written as an interval, with a start or an end or both: true for
   * {@code 2024-12-01/..}, false for {@code 2024-12}}
   */
  public boolean isInterval() {
    return interval;
  }

  /**
   * {@return whether all of the date must lie after a day: no day that it may be is this day or
   * earlier}
   *
   * @param day the day
   */
  public boolean certainlyAfter(LocalDate day) {
    return lowest() > day.toEpochDay();
  }

  /**
   * {@return whether some of the date may lie after a day: a day that it may be is later than this
   * day}
   *
   * @param day the day
   */
  public boolean possiblyAfter(LocalDate day) {
    return highest() > day.toEpochDay();
  }

  /**
   * {@return whether all of the date must lie before a day: no day that it may be is this day or
   * later}
   *
   * @param day the day
   */
  public boolean certainlyBefore(LocalDate day) {
    return highest() < day.toEpochDay();
  }

  /**
   * {@return whether some of the date may lie before a day: a day that it may be is earlier than
   * this day}
   *
   * @param day the day
   */
  public boolean possiblyBefore(LocalDate day) {
    return lowest() < day.toEpochDay();
  }

  /**
   * {@return whether two dates may have a day in common; an unknown date overlaps every date}
   *
   * <p>Two sources that date one event by dates which do not overlap contradict each other.
   *
   * @param other the other date
   */
  public boolean overlaps(When other) {
    return lowest() <= other.highest() && other.lowest() <= highest();
  }

  /**
   * {@return the date in English words, the same in every locale, such as {@code 2 January 2025},
   * {@code about December 2024} or {@code from 1 to 24 December 2024}}
   */
  public String describe() {
    if (isUnknown()) {
      return "date unknown";
    }
    if (!interval) {
      return words(first, startPrecision, startAbout, true, true);
    }
    if (startPrecision == OPEN) {
      return "until " + words(last, endPrecision, endAbout, true, true);
    }
    if (endPrecision == OPEN) {
      return "from " + words(first, startPrecision, startAbout, true, true) + " on";
    }
    LocalDate start = LocalDate.ofEpochDay(first);
    LocalDate end = LocalDate.ofEpochDay(last);
    // What the two ends share is said once, unless that would leave open what "about" belongs to.
    boolean alike = startPrecision == endPrecision && startPrecision != YEAR && !isApproximate();
    boolean sameYear = alike && start.getYear() == end.getYear();
    boolean sameMonth =
        sameYear && startPrecision == DAY && start.getMonthValue() == end.getMonthValue();
    return "from "
        + words(first, startPrecision, startAbout, !sameMonth, !sameYear)
        + " to "
        + words(last, endPrecision, endAbout, true, true);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof When that
        && first == that.first
        && last == that.last
        && startPrecision == that.startPrecision
        && endPrecision == that.endPrecision
        && startAbout == that.startAbout
        && endAbout == that.endAbout
        && interval == that.interval;
  }

  @Override
  public int hashCode() {
    int marks = startPrecision + 4 * endPrecision + (startAbout ? 16 : 0) + (endAbout ? 32 : 0);
    return 31 * (31 * first + last) + marks + (interval ? 64 : 0);
  }

  /** Returns the written form, which {@link #parse} reads. */
  @Override
  public String toString() {
    if (isUnknown()) {
      return "XXXX";
    }
    String start = written(first, startPrecision, startAbout);
    return interval ? start + "/" + written(last, endPrecision, endAbout) : start;
  }

  private long lowest() {
    if (startPrecision == OPEN) {
      return Long.MIN_VALUE;
    }
    return startAbout ? shifted(first, startPrecision, -1) : first;
  }

  private long highest() {
    if (endPrecision == OPEN) {
      return Long.MAX_VALUE;
    }
    // The day after the last one begins the next unit, so that a month ends with the month.
    return endAbout ? shifted(last + 1, endPrecision, 1) - 1 : last;
  }

  private static long shifted(int day, byte precision, int units) {
    if (precision == DAY) {
      return (long) day + units;
    }
    LocalDate date = LocalDate.ofEpochDay(day);
    return (precision == MONTH ? date.plusMonths(units) : date.plusYears(units)).toEpochDay();
  }

  private End asEnd() {
    if (interval || isUnknown()) {
      throw new IllegalArgumentException(
          "date ("
              + this
              + ") cannot be the end of an interval: use a day, a month or a year,"
              + " and When.from or When.until for an open end");
    }
    return new End(first, last, startPrecision, startAbout);
  }

  private static When point(End end) {
    return new When(end, end, false);
  }

  private static When interval(End start, End end, String text) {
    if (start.precision != OPEN && end.precision != OPEN && start.first > end.last) {
      String from = written(start.first, start.precision, start.about);
      String to = written(end.first, end.precision, end.about);
      throw new IllegalArgumentException(
          "date (%s) must not end (%s) before it starts (%s): write %s/%s"
              .formatted(text, to, from, to, from));
    }
    return new When(start, end, true);
  }

  private static End parseEnd(String part, String whole) {
    Matcher date = WRITTEN.matcher(part);
    if (!date.matches()) {
      throw new IllegalArgumentException(
          "date (" + Wording.shown(whole) + ") cannot be read: " + WAYS);
    }
    String month = date.group("month");
    String day = date.group("day");
    return end(
        Integer.parseInt(date.group("year")),
        month == null ? 1 : Integer.parseInt(month),
        day == null ? 1 : Integer.parseInt(day),
        month == null ? YEAR : day == null ? MONTH : DAY,
        part.endsWith("~"));
  }

  private static End end(int year, int month, int day, byte precision, boolean about) {
    if (year < 1 || year > 9999) {
      throw missing(year, month, day, precision, "years run from 0001 to 9999");
    }
    if (month < 1 || month > 12) {
      throw missing(year, month, day, precision, "months run from 01 to 12");
    }
    int days = YearMonth.of(year, month).lengthOfMonth();
    if (day < 1) {
      throw missing(year, month, day, precision, "days are counted from 01");
    }
    if (day > days) {
      String law = name(Month.of(month)) + " " + year + " has " + days + " days";
      throw missing(year, month, day, precision, law);
    }
    LocalDate first = LocalDate.of(year, month, day);
    LocalDate last =
        switch (precision) {
          case YEAR -> LocalDate.of(year, 12, 31);
          case MONTH -> LocalDate.of(year, month, days);
          default -> first;
        };
    return new End((int) first.toEpochDay(), (int) last.toEpochDay(), precision, about);
  }

  private static IllegalArgumentException missing(
      int year, int month, int day, byte precision, String law) {
    String form = precision == YEAR ? "%04d" : precision == MONTH ? "%04d-%02d" : "%04d-%02d-%02d";
    return new IllegalArgumentException(
        "date (" + String.format(Locale.ROOT, form, year, month, day) + ") does not exist: " + law);
  }

  private static String written(int epochDay, byte precision, boolean about) {
    if (precision == OPEN) {
      return "..";
    }
    String day = LocalDate.ofEpochDay(epochDay).toString();
    String text = day.substring(0, precision == YEAR ? 4 : precision == MONTH ? 7 : 10);
    return about ? text + "~" : text;
  }

  private static String name(Month month) {
    return month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  private static String words(
      int epochDay, byte precision, boolean about, boolean withMonth, boolean withYear) {
    LocalDate date = LocalDate.ofEpochDay(epochDay);
    StringBuilder text = new StringBuilder(about ? "about " : "");
    String gap = "";
    if (precision == DAY) {
      text.append(date.getDayOfMonth());
      gap = " ";
    }
    if (precision >= MONTH && withMonth) {
      text.append(gap).append(name(date.getMonth()));
      gap = " ";
    }
    if (withYear) {
      text.append(gap).append(date.getYear());
    }
    return text.toString();
  }
}
