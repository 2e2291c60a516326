package dev.parley.evidence;

import com.google.common.base.Strings;
import dev.parley.evidence.DatePoint.Mark;
import dev.parley.evidence.DatePoint.Precision;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads dates in EDTF (ISO 8601-2): level 0 whole, of level 1 what {@link When} lists. */
final class Edtf {
  private static final String WAYS =
      "write a day (2024-12-20), a month (2024-12), a year (2024), a time on a day"
          + " (2024-12-20T21:10), ~ after a date for about (2024-12~) and ? for uncertain,"
          + " an interval (2024-12-01/2024-12-24) with .. for an open end, or XXXX for unknown";
  private static final int LONGEST = 60;
  private static final Pattern POINT =
      Pattern.compile(
          "(?<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)"
              + "(-(?<month>[0-9]{2}|XX)(-(?<day>[0-9]{2}|XX))?)?"
              + "(?<time>T(?<hour>[0-9]{2}):(?<minute>[0-9]{2})(:(?<second>[0-9]{2}))?)?"
              + "(?<offset>Z|[+-][0-9]{2}(:[0-9]{2})?)?"
              + "(?<mark>[?~%])?");

  /** A day with a time of day that is refused, where it is clear what was meant. */
  private static final Pattern TIME =
      Pattern.compile(
          "(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})T(?<hour>[0-9]{2})"
              + "(:(?<minute>[0-9]{2})(?<second>:[0-9]{2})?(?<fraction>[.,][0-9]+)?)?"
              + "(?<zone>Z|[+-][0-9:]{1,8})?");

  private final String whole;

  private Edtf(String whole) {
    this.whole = whole;
  }

  static When read(String text) {
    if (text.equals("XXXX")) {
      return When.UNKNOWN;
    }
    Edtf reader = new Edtf(text);
    int slash = text.length() > LONGEST ? -1 : text.indexOf('/');
    if (slash < 0) {
      return When.point(reader.point(text));
    }
    String start = text.substring(0, slash);
    String end = text.substring(slash + 1);
    if (isOpen(start) && isOpen(end)) {
      throw refused("date (%s) must have a start or an end: write XXXX for an unknown date", text);
    }
    return When.interval(reader.end(start), reader.end(end), text);
  }

  private static boolean isOpen(String end) {
    return end.isEmpty() || end.equals("..");
  }

  private DatePoint end(String text) {
    if (text.isEmpty()) {
      return DatePoint.UNKNOWN;
    }
    if (text.equals("..")) {
      return DatePoint.OPEN;
    }
    if (text.equals("XXXX")) {
      throw refused(
          "date (%s) writes an unknown end as XXXX: leave it empty, as in 1998/ or /1998", whole);
    }
    DatePoint point = point(text);
    if (point.precision().isUnspecified()) {
      throw levelTwo("an unspecified digit in an interval", "give the month or the year alone");
    }
    return point;
  }

  private DatePoint point(String text) {
    Matcher date = text.length() > LONGEST ? null : matched(text);
    if (date == null) {
      refuseByName(text);
      throw refused("date (%s) cannot be read: " + WAYS, Wording.shown(whole));
    }
    @Nullable String mark = date.group("mark");
    if (date.group("time") != null) {
      if (mark != null) {
        throw refused(
            "date (%s) marks a time of day (%s): mark a day, a month or a year", whole, mark);
      }
      return moment(date);
    }
    if (date.group("offset") != null) {
      throw refused(
          "date (%s) has an offset (%s) without a time: write %s, or add the time of day, as in"
              + " 2024-12-20T21:10%2$s",
          whole, date.group("offset"), text.substring(0, date.start("offset")));
    }
    return day(date, mark(mark));
  }

  private static @Nullable Matcher matched(String text) {
    Matcher date = POINT.matcher(text);
    return date.matches() ? date : null;
  }

  private static Mark mark(@Nullable String sign) {
    for (Mark mark : Mark.values()) {
      if (mark.sign.equals(sign)) {
        return mark;
      }
    }
    return Mark.SURE;
  }

  private DatePoint day(Matcher date, Mark mark) {
    String year = date.group("year");
    @Nullable String month = date.group("month");
    @Nullable String day = date.group("day");
    if (year.endsWith("X")) {
      if (month != null) {
        throw unspecified();
      }
      int least = Integer.parseInt(year.replace('X', '0'));
      int most = Integer.parseInt(year.replace('X', '9'));
      return DatePoint.days(
          LocalDate.of(Math.max(1, least), 1, 1),
          LocalDate.of(most, 12, 31),
          year.endsWith("XX") ? Precision.CENTURY : Precision.DECADE,
          mark);
    }
    int y = Integer.parseInt(year);
    if (month == null) {
      return of(y, 1, 1, Precision.YEAR, mark);
    }
    if (month.equals("XX")) {
      if (day != null && !day.equals("XX")) {
        throw unspecified();
      }
      return of(y, 1, 1, day == null ? Precision.SOME_MONTH : Precision.SOME_DAY_OF_YEAR, mark);
    }
    int m = Integer.parseInt(month);
    if (m > 20) {
      return season(y, m, day, mark);
    }
    if (day == null) {
      return of(y, m, 1, Precision.MONTH, mark);
    }
    return day.equals("XX")
        ? of(y, m, 1, Precision.SOME_DAY, mark)
        : of(y, m, Integer.parseInt(day), Precision.DAY, mark);
  }

  private DatePoint season(int year, int season, @Nullable String day, Mark mark) {
    if (season > 24 && season <= 41) {
      throw levelTwo("a part of a year (" + season + ")", "seasons run from 21 to 24");
    }
    if (season > 24) {
      throw missing("seasons run from 21 to 24");
    }
    if (day != null) {
      throw missing("a season (" + season + ") has no days of its own");
    }
    checkYear(year);
    if (year == 9999 && season == 24) {
      throw missing("years run from 0001 to 9999, and the winter of 9999 ends after them");
    }
    int month = 3 * (season - 20);
    YearMonth last = YearMonth.of(year, month).plusMonths(2);
    return DatePoint.days(
        LocalDate.of(year, month, 1), last.atEndOfMonth(), Precision.SEASON, mark);
  }

  private DatePoint moment(Matcher date) {
    @Nullable String month = date.group("month");
    @Nullable String day = date.group("day");
    if (month == null || day == null || (date.group("year") + month + day).contains("X")) {
      throw refused("date (%s) has a time of day without a day: write the whole date", whole);
    }
    if (Integer.parseInt(month) > 20) {
      throw missing("months run from 01 to 12");
    }
    LocalDate on = day(date, Mark.SURE).firstDay();
    @Nullable String second = date.group("second");
    return DatePoint.moment(
        LocalDateTime.of(
            on.getYear(),
            on.getMonth(),
            on.getDayOfMonth(),
            within(date.group("hour"), 23, "hours run from 00 to 23"),
            within(date.group("minute"), 59, "minutes run from 00 to 59"),
            second == null ? 0 : within(second, 59, "seconds run from 00 to 59")),
        second == null ? Precision.MINUTE : Precision.SECOND,
        offset(date.group("offset")));
  }

  private short offset(@Nullable String text) {
    if (text == null) {
      return DatePoint.NO_OFFSET;
    }
    if (text.equals("Z")) {
      return 0;
    }
    int hours = Integer.parseInt(text.substring(1, 3));
    int minutes =
        text.length() > 3
            ? within(text.substring(4), 59, "the minutes of an offset run from 00 to 59")
            : 0;
    return checkOffset(whole, (text.charAt(0) == '-' ? -1 : 1) * (60 * hours + minutes));
  }

  /** Returns by how many minutes a clock is ahead of UTC, if any clock is. */
  static short checkOffset(String whole, int ahead) {
    if (ahead < -12 * 60 || ahead > 14 * 60) {
      throw new Edtf(whole).missing("offsets run from -12:00 to +14:00");
    }
    return (short) ahead;
  }

  private int within(String digits, int most, String law) {
    int number = Integer.parseInt(digits);
    if (number > most) {
      throw missing(law);
    }
    return number;
  }

  /** Returns what is known to the year, the month or the day, if the calendar has it. */
  private DatePoint of(int year, int month, int day, Precision precision, Mark mark) {
    checkYear(year);
    if (month < 1 || month > 12) {
      throw missing("months run from 01 to 12");
    }
    YearMonth in = YearMonth.of(year, month);
    if (day < 1) {
      throw missing("days are counted from 01");
    }
    if (day > in.lengthOfMonth()) {
      throw missing(name(in.getMonth()) + " " + year + " has " + in.lengthOfMonth() + " days");
    }
    LocalDate first = LocalDate.of(year, month, day);
    LocalDate last =
        switch (precision) {
          case MONTH, SOME_DAY -> in.atEndOfMonth();
          case DAY -> first;
          default -> LocalDate.of(year, 12, 31);
        };
    return DatePoint.days(first, last, precision, mark);
  }

  /** Returns the same for the numbers of a program. */
  static DatePoint of(int year, int month, int day, Precision precision) {
    String form =
        switch (precision) {
          case YEAR -> "%04d";
          case MONTH -> "%04d-%02d";
          default -> "%04d-%02d-%02d";
        };
    String text = String.format(Locale.ROOT, form, year, month, day);
    return new Edtf(text).of(year, month, day, precision, Mark.SURE);
  }

  private void checkYear(int year) {
    if (year < 1 || year > 9999) {
      throw missing("years run from 0001 to 9999");
    }
  }

  /** Refuses what EDTF has and this does not, by its name. */
  private void refuseByName(String text) {
    if (whole.startsWith("[") || whole.startsWith("{")) {
      throw levelTwo("a set of dates", "write one date, or one interval");
    }
    if (text.matches("Y?-?[0-9]+(E[0-9]+)?S[0-9]+")) {
      throw levelTwo("significant digits (S)", "write an interval of years");
    }
    if (text.matches("Y-?[0-9]+E[0-9]+")) {
      throw levelTwo("a year with an exponent (E)", "years run from 0001 to 9999");
    }
    if (text.matches("Y-?[0-9]+") || text.matches("-[0-9]{4}([-T].*)?")) {
      throw missing("years run from 0001 to 9999");
    }
    refuseTime(text);
    String plain = text.replaceAll("[?~%]", "");
    if (!plain.equals(text)
        && plain.length() == text.replaceFirst("[?~%]$", "").length()
        && matched(plain) == null) {
      return;
    }
    if (!plain.equals(text) && matched(plain) != null && !text.matches(".*[?~%]{2}")) {
      throw levelTwo("a mark on a part of a date", "mark the whole of it, " + plain + "~");
    }
    if (text.matches("[0-9]XXX")) {
      String digit = text.substring(0, 1);
      throw levelTwo(
          "three unspecified digits in a year",
          "write %s/%s999".formatted(digit.equals("0") ? "0001" : digit + "000", digit));
    }
    if (text.contains("X") && text.matches("[0-9X]{4}(-[0-9X]{2}(-[0-9X]{2})?)?")) {
      throw unspecified();
    }
  }

  /** Refuses a time of day that is written more finely, or less fully, than it is read. */
  private void refuseTime(String text) {
    Matcher time = TIME.matcher(text);
    if (!time.matches()) {
      return;
    }
    String upToMinute = time.group("day") + "T" + time.group("hour") + ":";
    @Nullable String minute = time.group("minute");
    if (minute == null) {
      throw refused(
          "date (%s) has an hour (%s) without its minutes: write %s, or %s00 where it was the full"
              + " hour",
          whole, time.group("hour"), time.group("day"), upToMinute);
    }
    String upToSecond = upToMinute + minute + Strings.nullToEmpty(time.group("second"));
    String zone = Strings.nullToEmpty(time.group("zone"));
    if (time.group("fraction") != null) {
      throw refused(
          "date (%s) has a fraction of a second (%s): times are read to the second; write %s",
          whole, time.group("fraction"), upToSecond + zone);
    }
    if (zone.length() > 6) {
      throw refused(
          "date (%s) has an offset with seconds (%s): offsets are read to the minute; write %s",
          whole, zone, upToSecond + zone.substring(0, 6));
    }
    throw refused(
        "date (%s) has an offset (%s) that cannot be read: write Z, +02 or +02:00", whole, zone);
  }

  private IllegalArgumentException unspecified() {
    return levelTwo(
        "an unspecified digit before one that is given", "put X for the last digits only");
  }

  private IllegalArgumentException levelTwo(String what, String wayOut) {
    return refused(
        "date (%s) has %s, which is EDTF level 2 and is not read: %s", whole, what, wayOut);
  }

  private IllegalArgumentException missing(String law) {
    return refused("date (%s) does not exist: %s", whole, law);
  }

  private static IllegalArgumentException refused(String message, Object... values) {
    return new IllegalArgumentException(String.format(Locale.ROOT, message, values));
  }

  private static String name(Month month) {
    return month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }
}
