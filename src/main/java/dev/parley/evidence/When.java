package dev.parley.evidence;

import dev.parley.evidence.DatePoint.Mark;
import dev.parley.evidence.DatePoint.Precision;
import dev.parley.travel.TextForm;
import dev.parley.travel.Travelling;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A date as it was reported: known to the minute, to the day, to the month or to the year,
 * approximate, uncertain, an interval, or unknown. "Officials spoke of progress in December 2024"
 * is {@code 2024-12}; "about the end of 2024" may be {@code 2024-12~}; "talks from 1 to 24
 * December" are {@code 2024-12-01/2024-12-24}; "the truce ended at seven" is {@code
 * 2023-12-01T07:00}. It is not a point in time to compute with: to ask whether it comes before a
 * deadline is to ask whether it certainly does, or possibly.
 *
 * <p>The written form is EDTF (ISO 8601-2): level 0 whole, with times to the minute as well, and of
 * level 1 what is listed here. Years before 0001 and after 9999 and all of level 2 are refused, by
 * name.
 *
 * <table>
 * <caption>What can be written</caption>
 * <tr><th>text</th><th>in words</th></tr>
 * <tr><td>{@code 2025-01-02}</td><td>2 January 2025</td></tr>
 * <tr><td>{@code 2024-12}</td><td>December 2024</td></tr>
 * <tr><td>{@code 2024}</td><td>2024</td></tr>
 * <tr><td>{@code 2021-03-03T21:10}</td><td>3 March 2021, 21:10</td></tr>
 * <tr><td>{@code 1981-01-20T12:00-05:00}, {@code Z} for UTC</td>
 *     <td>20 January 1981, 12:00 UTC-5</td></tr>
 * <tr><td>{@code 2024-12~}</td><td>about December 2024</td></tr>
 * <tr><td>{@code 2024-12?}</td><td>December 2024 (uncertain)</td></tr>
 * <tr><td>{@code 2024-12%}</td><td>about December 2024 (uncertain)</td></tr>
 * <tr><td>{@code 199X}, {@code 19XX}</td><td>the 1990s, between 1900 and 1999</td></tr>
 * <tr><td>{@code 1998-XX}, {@code 1998-11-XX}, {@code 1998-XX-XX}</td>
 *     <td>a month in 1998, a day in November 1998, a day in 1998</td></tr>
 * <tr><td>{@code 2001-21} to {@code 24}</td><td>spring, summer, autumn, winter 2001</td></tr>
 * <tr><td>{@code 2024-12-01/2024-12-24}</td><td>from 1 to 24 December 2024</td></tr>
 * <tr><td>{@code 2024-12-01/..}, {@code ../2024-12-01}</td>
 *     <td>from 1 December 2024 on, until 1 December 2024</td></tr>
 * <tr><td>{@code 1998/}, {@code /1998}</td>
 *     <td>from 1998, end unknown; until 1998, start unknown</td></tr>
 * <tr><td>{@code XXXX}</td><td>date unknown</td></tr>
 * </table>
 *
 * <p>Laws: {@link #parse} is the inverse of {@link #toString}; years run from 0001 to 9999; an
 * interval does not end before it starts; what is certain is possible, and nothing is both
 * certainly after and possibly not after a day. "About" widens neither {@link #earliest} nor {@link
 * #latest}, which repeat what was reported; but an approximate date may be off by one unit of its
 * own precision to either side (about December 2024: November to January), an uncertain one may be
 * another date altogether, and a season may be that of either half of the world (its earliest and
 * latest day are the northern ones: winter 2001 ends in February 2002), so the questions of
 * certainty and {@link #overlaps} take them that way. Two times that both have an offset are
 * compared as moments; a date without an offset is read on the clock of the one that it is compared
 * with. The order of what happened on one day, as far as times do not tell, is the order of the
 * record. Immutable.
 */
public final class When implements Travelling {
  /** A date of which nothing is known, {@code XXXX}. */
  public static final When UNKNOWN = new When(DatePoint.UNKNOWN, DatePoint.UNKNOWN, false);

  private final DatePoint start;
  private final DatePoint end;
  private final boolean interval;

  private When(DatePoint start, DatePoint end, boolean interval) {
    this.start = start;
    this.end = end;
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
    return point(Edtf.of(year, month, day, Precision.DAY));
  }

  /**
   * {@return the date that is known to be this minute, on the clock of the place, which is not
   * known}
   *
   * @param minute the minute, without seconds
   * @throws IllegalArgumentException if it has seconds, or the year is outside 0001 to 9999
   */
  public static When at(LocalDateTime minute) {
    return at(minute, DatePoint.NO_OFFSET);
  }

  /**
   * {@return the date that is known to be this minute, on a clock that is so far ahead of UTC}
   *
   * @param minute the minute, without seconds
   * @param offset how far the clock is ahead of UTC, in whole minutes, from -12:00 to +14:00
   * @throws IllegalArgumentException if it has seconds, the offset has seconds or there is no such
   *     offset, or the year is outside 0001 to 9999
   */
  public static When at(LocalDateTime minute, ZoneOffset offset) {
    if (offset.getTotalSeconds() % 60 != 0) {
      throw new IllegalArgumentException(
          "offset (%s) has seconds: offsets are known to the minute".formatted(offset));
    }
    return at(minute, Edtf.checkOffset(minute + "" + offset, offset.getTotalSeconds() / 60));
  }

  private static When at(LocalDateTime minute, short offset) {
    on(minute.toLocalDate());
    if (!minute.equals(minute.truncatedTo(ChronoUnit.MINUTES))) {
      throw new IllegalArgumentException(
          ("time (%s) has seconds: use truncatedTo(ChronoUnit.MINUTES), or When.parse for a date"
                  + " that is known to the second")
              .formatted(minute));
    }
    return point(DatePoint.moment(minute, Precision.MINUTE, offset));
  }

  /**
   * {@return a day in this month, such as {@code month(2024, 12)}; which one is not known}
   *
   * @param year the year, 1 to 9999
   * @param month the month, 1 to 12
   * @throws IllegalArgumentException if there is no such month
   */
  public static When month(int year, int month) {
    return point(Edtf.of(year, month, 1, Precision.MONTH));
  }

  /**
   * {@return a day in this year, such as {@code year(2024)}; which one is not known}
   *
   * @param year the year, 1 to 9999
   * @throws IllegalArgumentException if the year is outside 1 to 9999
   */
  public static When year(int year) {
    return point(Edtf.of(year, 1, 1, Precision.YEAR));
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
   * {@return the interval from the start of one date to the end of another, where they make one:
   * neither is an interval, unknown, or written with unspecified digits, and the second does not
   * end before the first starts}
   *
   * @param start the start
   * @param end the end
   */
  public static Optional<When> spanning(When start, When end) {
    boolean points =
        !start.interval
            && !end.interval
            && start.start.precision().isGiven()
            && end.start.precision().isGiven()
            && !start.start.precision().isUnspecified()
            && !end.start.precision().isUnspecified();
    return points && !isLater(start.start.first(), start.start, end.end.last(), end.end)
        ? Optional.of(new When(start.start, end.end, true))
        : Optional.empty();
  }

  /**
   * {@return the interval from this date on, with no end known: {@code 2024-12-01/..}}
   *
   * @param start the start, not itself an interval and not unknown
   * @throws IllegalArgumentException if the start is itself an interval or unknown
   */
  public static When from(When start) {
    return new When(start.asEnd(), DatePoint.OPEN, true);
  }

  /**
   * {@return the interval up to this date, with no start known: {@code ../2024-12-01}}
   *
   * @param end the end, not itself an interval and not unknown
   * @throws IllegalArgumentException if the end is itself an interval or unknown
   */
  public static When until(When end) {
    return new When(DatePoint.OPEN, end.asEnd(), true);
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
    return Edtf.read(text);
  }

  /**
   * {@return this date marked as approximate: {@code 2024-12} becomes {@code 2024-12~}}
   *
   * <p>Of an interval both known ends are marked; a time of day and an unknown date stay as they
   * are.
   */
  public When approximately() {
    return marked(Mark.ABOUT);
  }

  /**
   * {@return this date marked as uncertain: {@code 2024-12} becomes {@code 2024-12?}, and {@code
   * 2024-12~} becomes {@code 2024-12%}}
   *
   * <p>A time of day and an unknown date stay as they are.
   */
  public When uncertainly() {
    return marked(Mark.UNCERTAIN);
  }

  private When marked(Mark mark) {
    return interval
        ? new When(start.with(mark), end.with(mark), true)
        : isUnknown() ? this : point(start.with(mark));
  }

  /**
   * {@return the earliest day that was reported: 1 December 2024 for {@code 2024-12}, and also for
   * {@code 2024-12~}; empty when the start is open or the date unknown}
   */
  public Optional<LocalDate> earliest() {
    return start.precision().isGiven() ? Optional.of(start.firstDay()) : Optional.empty();
  }

  /**
   * {@return the latest day that was reported: 31 December 2024 for {@code 2024-12}, and also for
   * {@code 2024-12~}; empty when the end is open or the date unknown}
   */
  public Optional<LocalDate> latest() {
    return end.precision().isGiven() ? Optional.of(end.lastDay()) : Optional.empty();
  }

  /**
   * {@return the last day that the date may be, an approximate one taken as late as it allows: 31
   * January 2025 for {@code 2024-12~}; empty when the end is open, uncertain or unknown}
   */
  public Optional<LocalDate> lastPossible() {
    return end.precision().isGiven() && !end.mark().isUncertain()
        ? Optional.of(DatePoint.dayOf(end.highest()))
        : Optional.empty();
  }

  /** {@return whether nothing is known of the date: true for {@link #UNKNOWN} only} */
  public boolean isUnknown() {
    return !start.precision().isGiven() && !end.precision().isGiven();
  }

  /**
   * {@return whether the date, or an end of it, is marked as approximate: true for {@code
   * 2024-12~}}
   */
  public boolean isApproximate() {
    return start.mark().isAbout() || end.mark().isAbout();
  }

  /**
   * {@return whether the date, or an end of it, is marked as uncertain: true for {@code 2024-12?}}
   */
  public boolean isUncertain() {
    return start.mark().isUncertain() || end.mark().isUncertain();
  }

  /** {@return whether it, or both of its ends, are known to the minute or better} */
  public boolean hasTime() {
    return start.precision().hasTime() && end.precision().hasTime();
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
    return start.lowest() > DatePoint.endOf(day);
  }

  /**
   * {@return whether some of the date may lie after a day: a day that it may be is later than this
   * day}
   *
   * @param day the day
   */
  public boolean possiblyAfter(LocalDate day) {
    return end.highest() > DatePoint.endOf(day);
  }

  /**
   * {@return whether all of the date must lie before a day: no day that it may be is this day or
   * later}
   *
   * @param day the day
   */
  public boolean certainlyBefore(LocalDate day) {
    return end.highest() < DatePoint.startOf(day);
  }

  /**
   * {@return whether some of the date may lie before a day: a day that it may be is earlier than
   * this day}
   *
   * @param day the day
   */
  public boolean possiblyBefore(LocalDate day) {
    return start.lowest() < DatePoint.startOf(day);
  }

  /**
   * {@return whether all of this date must lie after all of another: no moment that it may be is as
   * early as a moment that the other may be}
   *
   * @param other the other date, such as the last day of an offer
   */
  public boolean certainlyAfter(When other) {
    return isLater(start.lowest(), start, other.end.highest(), other.end);
  }

  /**
   * {@return whether some of this date may lie after the end of another, as that was reported: 24
   * December after {@code 2024-12-23}, and after {@code 2024-12-23~}, too}
   *
   * @param other the other date, such as the last day of an offer
   */
  public boolean possiblyAfterEndOf(When other) {
    return other.end.precision().isGiven()
        && isLater(end.highest(), end, other.end.last(), other.end);
  }

  /**
   * {@return whether this date, as it was reported, begins no earlier than another does: what
   * enters into force at 11:15 has done so at 11:30, and nobody knows whether on a day without a
   * time; no where the start of either is open or unknown}
   *
   * @param other the other date
   */
  public boolean startsWithinOrAfter(When other) {
    return start.precision().isGiven()
        && other.start.precision().isGiven()
        && !isLater(other.start.first(), other.start, start.first(), start);
  }

  /**
   * {@return how the reported ends of two dates stand to each other: negative when this one ends
   * first, 0 when they end at the same moment; an end that is open or unknown comes before all
   * others}
   *
   * <p>Here a time without an offset counts as one of UTC, so that it is an order for any number of
   * dates.
   *
   * @param other the other date
   */
  public int compareEnds(When other) {
    return Long.compare(end.order(false), other.end.order(false));
  }

  /**
   * {@return how the reported starts of two dates stand to each other, as {@link #compareEnds} says
   * it of their ends}
   *
   * @param other the other date
   */
  public int compareStarts(When other) {
    return Long.compare(start.order(true), other.start.order(true));
  }

  /**
   * {@return the date so long after the end of this one, on the same clock: to the minute where
   * this date has a time of day or the length is no number of whole days, else to the day; empty
   * when the end is open or unknown, or the year would be after 9999}
   *
   * @param length how long
   */
  public Optional<When> endPlus(Duration length) {
    if (!end.precision().isGiven()) {
      return Optional.empty();
    }
    boolean timed = end.precision().hasTime();
    LocalDateTime last = timed ? end.firstMoment() : end.lastDay().atTime(23, 59);
    LocalDateTime then = last.plus(length);
    if (then.getYear() > 9999) {
      return Optional.empty();
    }
    boolean wholeDays = length.equals(Duration.ofDays(length.toDays()));
    return Optional.of(
        timed || !wholeDays
            ? point(DatePoint.moment(then, Precision.MINUTE, end.offset()))
            : on(then.toLocalDate()));
  }

  /** Returns how long it is from the end of this to the start of another, if both have a time. */
  Optional<Duration> timeUntil(When other) {
    if (!end.precision().hasTime() || !other.start.precision().hasTime()) {
      return Optional.empty();
    }
    long from = end.first() - end.ahead(other.start);
    long to = other.start.first() - other.start.ahead(end);
    return Optional.of(Duration.ofSeconds(to - from));
  }

  private static boolean isLater(long one, DatePoint of, long other, DatePoint than) {
    return minus(one, of.ahead(than)) > minus(other, than.ahead(of));
  }

  private static long minus(long second, long ahead) {
    return second == Long.MIN_VALUE || second == Long.MAX_VALUE ? second : second - ahead;
  }

  /**
   * {@return whether two dates may have a day in common; an unknown date overlaps every date}
   *
   * <p>Two sources that date one event by dates which do not overlap contradict each other.
   *
   * @param other the other date
   */
  public boolean overlaps(When other) {
    return !certainlyAfter(other) && !other.certainlyAfter(this);
  }

  /**
   * {@return the date in English words, the same in every locale, such as {@code 2 January 2025},
   * {@code about December 2024} or {@code from 1 to 24 December 2024}}
   */
  public String describe() {
    if (isUnknown()) {
      return "date unknown";
    }
    return interval ? DateWords.between(start, end) : DateWords.of(start);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof When that
        && interval == that.interval
        && start.equals(that.start)
        && end.equals(that.end);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * start.hashCode() + end.hashCode()) + (interval ? 1 : 0);
  }

  /** Returns the written form, which {@link #parse} reads. */
  @Override
  public String toString() {
    if (isUnknown()) {
      return "XXXX";
    }
    return interval ? start.written() + "/" + end.written() : start.written();
  }

  private DatePoint asEnd() {
    if (interval || isUnknown() || start.precision().isUnspecified()) {
      throw new IllegalArgumentException(
          "date ("
              + this
              + ") cannot be the end of an interval: use a day, a month or a year,"
              + " and When.from or When.until for an open end");
    }
    return start;
  }

  static When point(DatePoint point) {
    return new When(point, point, false);
  }

  static When interval(DatePoint start, DatePoint end, String text) {
    boolean given = start.precision().isGiven() && end.precision().isGiven();
    if (given && isLater(start.first(), start, end.last(), end)) {
      String from = start.written();
      String to = end.written();
      throw new IllegalArgumentException(
          "date (%s) must not end (%s) before it starts (%s): write %s/%s"
              .formatted(text, to, from, to, from));
    }
    return new When(start, end, true);
  }

  private Object writeReplace() {
    return TextForm.of(this);
  }
}
