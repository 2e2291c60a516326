package dev.parley.evidence;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * One end of an interval, or the whole of a date that is none: the seconds that it may be, on the
 * clock of the place where it was reported.
 *
 * @param first the first second of what was reported, from 1970 on that clock
 * @param last the last second of it
 * @param precision how far it is known
 * @param mark how sure it is
 * @param offset how many minutes that clock is ahead of UTC, or {@link #NO_OFFSET}
 */
record DatePoint(long first, long last, Precision precision, Mark mark, short offset) {
  /** No offset is known. */
  static final short NO_OFFSET = Short.MIN_VALUE;

  static final DatePoint OPEN = new DatePoint(0, 0, Precision.OPEN, Mark.SURE, NO_OFFSET);
  static final DatePoint UNKNOWN = new DatePoint(0, 0, Precision.UNKNOWN, Mark.SURE, NO_OFFSET);

  private static final int DAY = 24 * 60 * 60;

  /** How far a date is known, and how it is then written. */
  enum Precision {
    /** An end that is open: it goes on. */
    OPEN,
    /** An end that there was, and nobody knows when. */
    UNKNOWN,
    /** A year of which the last two digits are not known. */
    CENTURY,
    /** A year of which the last digit is not known. */
    DECADE,
    YEAR,
    /** A month of a year, not known which. */
    SOME_MONTH,
    /** A day of a year, not known which. */
    SOME_DAY_OF_YEAR,
    SEASON,
    MONTH,
    /** A day of a month, not known which. */
    SOME_DAY,
    DAY,
    MINUTE,
    SECOND;

    /** Says whether there is a date at all. */
    boolean isGiven() {
      return this != OPEN && this != UNKNOWN;
    }

    boolean hasTime() {
      return this == MINUTE || this == SECOND;
    }

    /** Says whether digits of it are left out by an X. */
    boolean isUnspecified() {
      return switch (this) {
        case CENTURY, DECADE, SOME_MONTH, SOME_DAY_OF_YEAR, SOME_DAY -> true;
        default -> false;
      };
    }
  }

  /** How sure a date is. */
  enum Mark {
    SURE(""),
    UNCERTAIN("?"),
    ABOUT("~"),
    UNCERTAIN_AND_ABOUT("%");

    final String sign;

    Mark(String sign) {
      this.sign = sign;
    }

    boolean isUncertain() {
      return this == UNCERTAIN || this == UNCERTAIN_AND_ABOUT;
    }

    boolean isAbout() {
      return this == ABOUT || this == UNCERTAIN_AND_ABOUT;
    }

    Mark and(Mark other) {
      if (this == SURE || this == other) {
        return other;
      }
      return other == SURE ? this : UNCERTAIN_AND_ABOUT;
    }
  }

  /** Returns the days from one to another, both within it. */
  static DatePoint days(LocalDate first, LocalDate last, Precision precision, Mark mark) {
    return new DatePoint(
        first.toEpochDay() * DAY, last.toEpochDay() * DAY + DAY - 1, precision, mark, NO_OFFSET);
  }

  /** Returns a minute, or a second, on a clock. */
  static DatePoint moment(LocalDateTime at, Precision precision, short offset) {
    long second = at.toEpochSecond(ZoneOffset.UTC);
    return new DatePoint(
        second, precision == Precision.MINUTE ? second + 59 : second, precision, Mark.SURE, offset);
  }

  /** Returns the first second of a day. */
  static long startOf(LocalDate day) {
    return day.toEpochDay() * DAY;
  }

  /** Returns the last second of a day. */
  static long endOf(LocalDate day) {
    return startOf(day) + DAY - 1;
  }

  /** Returns the day on which a second falls. */
  static LocalDate dayOf(long second) {
    return LocalDate.ofEpochDay(Math.floorDiv(second, (long) DAY));
  }

  DatePoint with(Mark more) {
    return precision.isGiven() && !precision.hasTime()
        ? new DatePoint(first, last, precision, mark.and(more), offset)
        : this;
  }

  boolean hasOffset() {
    return offset != NO_OFFSET;
  }

  LocalDate firstDay() {
    return dayOf(first);
  }

  LocalDate lastDay() {
    return dayOf(last);
  }

  LocalDateTime firstMoment() {
    return LocalDateTime.ofEpochSecond(first, 0, ZoneOffset.UTC);
  }

  /** Returns the first second that it may be, with what its mark allows. */
  long lowest() {
    if (!precision.isGiven() || mark.isUncertain()) {
      return Long.MIN_VALUE;
    }
    LocalDate day = firstDay();
    if (precision == Precision.SEASON) {
      // Which half of the world is meant is not said: a season of a year begins within that year.
      day = LocalDate.of(day.getYear(), 1, 1);
    }
    return mark.isAbout() ? startOf(shifted(day, -1)) : startOf(day) + timeOf(first);
  }

  /** Returns the last second that it may be, with what its mark allows. */
  long highest() {
    if (!precision.isGiven() || mark.isUncertain()) {
      return Long.MAX_VALUE;
    }
    LocalDate next = lastDay().plusDays(1);
    if (precision == Precision.SEASON) {
      boolean mayCrossTheYear = season() == 22 || season() == 24;
      next = LocalDate.of(firstDay().getYear() + 1, mayCrossTheYear ? 3 : 1, 1);
    }
    // The day after the last one begins the next unit, so that a month ends with the month.
    return mark.isAbout()
        ? startOf(shifted(next, 1)) - 1
        : precision == Precision.SEASON ? startOf(next) - 1 : last;
  }

  private static long timeOf(long second) {
    return Math.floorMod(second, (long) DAY);
  }

  private LocalDate shifted(LocalDate day, int units) {
    return switch (precision) {
      case CENTURY -> day.plusYears(100L * units);
      case DECADE -> day.plusYears(10L * units);
      case YEAR, SOME_MONTH, SOME_DAY_OF_YEAR -> day.plusYears(units);
      case SEASON -> day.plusMonths(3L * units);
      case MONTH, SOME_DAY -> day.plusMonths(units);
      default -> day.plusDays(units);
    };
  }

  /** Returns 21 for spring to 24 for winter. */
  int season() {
    return 20 + firstDay().getMonthValue() / 3;
  }

  /**
   * Returns what to take from the seconds of this clock before they are held against another: both
   * offsets are known, or both clocks are taken as one.
   */
  long ahead(DatePoint other) {
    return hasOffset() && other.hasOffset() ? offset * 60L : 0;
  }

  /** Returns a number by which starts, or ends, of any clocks are put in order. */
  long order(boolean start) {
    if (!precision.isGiven()) {
      return Long.MIN_VALUE;
    }
    return (start ? first : last) - (hasOffset() ? offset * 60L : 0);
  }

  /** Returns the text that {@link Edtf} reads. */
  String written() {
    if (precision == Precision.OPEN) {
      return "..";
    }
    if (precision == Precision.UNKNOWN) {
      return "";
    }
    String day = firstDay().toString();
    String text =
        switch (precision) {
          case CENTURY -> day.substring(0, 2) + "XX";
          case DECADE -> day.substring(0, 3) + "X";
          case YEAR -> day.substring(0, 4);
          case SOME_MONTH -> day.substring(0, 4) + "-XX";
          case SOME_DAY_OF_YEAR -> day.substring(0, 4) + "-XX-XX";
          case SEASON -> day.substring(0, 5) + season();
          case MONTH -> day.substring(0, 7);
          case SOME_DAY -> day.substring(0, 7) + "-XX";
          default -> day;
        };
    return text + (precision.hasTime() ? "T" + clock() + writtenOffset() : "") + mark.sign;
  }

  /** Returns the time of day: {@code 21:10}, with seconds where they were given. */
  String clock() {
    LocalDateTime at = firstMoment();
    String time = String.format(Locale.ROOT, "%02d:%02d", at.getHour(), at.getMinute());
    return precision == Precision.SECOND
        ? time + String.format(Locale.ROOT, ":%02d", at.getSecond())
        : time;
  }

  private String writtenOffset() {
    return hasOffset() ? ZoneOffset.ofTotalSeconds(offset * 60).toString() : "";
  }
}
