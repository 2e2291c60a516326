package dev.parley.evidence;

import dev.parley.evidence.DatePoint.Precision;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;

/** Says dates in English words. */
final class DateWords {
  private DateWords() {}

  /** Says a date that is no interval. */
  static String of(DatePoint point) {
    return said(point, true, true);
  }

  /** Says an interval; what its two ends share is said once. */
  static String between(DatePoint start, DatePoint end) {
    if (!start.precision().isGiven()) {
      return "until " + of(end) + (start.precision() == Precision.UNKNOWN ? ", start unknown" : "");
    }
    if (!end.precision().isGiven()) {
      return "from " + of(start) + (end.precision() == Precision.UNKNOWN ? ", end unknown" : " on");
    }
    if (start.precision().hasTime() && end.precision().hasTime()) {
      return start.firstDay().equals(end.firstDay()) && start.offset() == end.offset()
          ? "from %s to %s on %s"
              .formatted(start.clock(), end.clock() + zone(end), day(end, true, true))
          : "from " + of(start) + " to " + of(end);
    }
    LocalDate from = start.firstDay();
    LocalDate to = end.firstDay();
    // Not where that would leave open what "about" or "uncertain" belongs to.
    boolean alike =
        start.precision() == end.precision()
            && (start.precision() == Precision.DAY || start.precision() == Precision.MONTH)
            && start.mark() == DatePoint.Mark.SURE
            && end.mark() == DatePoint.Mark.SURE;
    boolean sameYear = alike && from.getYear() == to.getYear();
    boolean sameMonth =
        sameYear
            && start.precision() == Precision.DAY
            && from.getMonthValue() == to.getMonthValue();
    return "from " + said(start, !sameMonth, !sameYear) + " to " + of(end);
  }

  private static String said(DatePoint point, boolean withMonth, boolean withYear) {
    return (point.mark().isAbout() ? "about " : "")
        + plain(point, withMonth, withYear)
        + (point.mark().isUncertain() ? " (uncertain)" : "");
  }

  private static String plain(DatePoint point, boolean withMonth, boolean withYear) {
    LocalDate date = point.firstDay();
    int year = date.getYear();
    return switch (point.precision()) {
      case OPEN, UNKNOWN -> "date unknown";
      case CENTURY -> "between " + year + " and " + point.lastDay().getYear();
      case DECADE -> "the " + year / 10 * 10 + "s";
      case YEAR -> "" + year;
      case SOME_MONTH -> "a month in " + year;
      case SOME_DAY_OF_YEAR -> "a day in " + year;
      case SEASON -> season(point.season()) + " " + year;
      case MONTH -> withYear ? month(date) + " " + year : month(date);
      case SOME_DAY -> "a day in " + month(date) + " " + year;
      case DAY -> day(point, withMonth, withYear);
      case MINUTE, SECOND -> day(point, true, true) + ", " + point.clock() + zone(point);
    };
  }

  private static String day(DatePoint point, boolean withMonth, boolean withYear) {
    LocalDate date = point.firstDay();
    return date.getDayOfMonth()
        + (withMonth ? " " + month(date) : "")
        + (withYear ? " " + date.getYear() : "");
  }

  private static String month(LocalDate date) {
    return date.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  private static String season(int season) {
    return switch (season) {
      case 21 -> "spring";
      case 22 -> "summer";
      case 23 -> "autumn";
      default -> "winter";
    };
  }

  private static String zone(DatePoint point) {
    if (!point.hasOffset()) {
      return "";
    }
    int ahead = Math.abs(point.offset());
    if (ahead == 0) {
      return " UTC";
    }
    String hours = " UTC" + (point.offset() < 0 ? "-" : "+") + ahead / 60;
    return ahead % 60 == 0 ? hours : hours + String.format(Locale.ROOT, ":%02d", ahead % 60);
  }
}
