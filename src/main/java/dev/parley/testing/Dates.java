package dev.parley.testing;

import dev.parley.evidence.When;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Dates as they are known: to the minute, to the day, to the season, month or year, about,
 * uncertain, between two days, from or until one, not at all. Two of five are days. Immutable.
 *
 * @param first the first day
 * @param last the last day, not before the first
 */
public record Dates(LocalDate first, LocalDate last) implements Generator<When> {
  /** In the years 2023 to 2025. */
  public static final Dates ANY = new Dates(LocalDate.of(2023, 1, 1), LocalDate.of(2025, 12, 31));

  /**
   * Checks the order.
   *
   * @param first the first day
   * @param last the last day, not before the first
   */
  public Dates {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(
          "dates from (%s) to (%s) are the wrong way round: put the earlier day first"
              .formatted(first, last));
    }
  }

  @Override
  public When draw(Choices choices) {
    int kind = choices.below(20);
    int days = (int) ChronoUnit.DAYS.between(first, last);
    int after = choices.below(days + 1);
    LocalDate day = first.plusDays(after);
    return switch (kind) {
      case 8 -> When.month(day.getYear(), day.getMonthValue());
      case 9 -> When.year(day.getYear());
      case 10 -> When.on(day).approximately();
      case 11 -> When.month(day.getYear(), day.getMonthValue()).approximately();
      case 12 -> When.between(day, day.plusDays(choices.below(days - after + 1)));
      case 13 -> When.from(When.on(day));
      case 14 -> When.until(When.on(day));
      case 15 -> When.UNKNOWN;
      case 16 -> When.at(day.atTime(choices.below(24), choices.below(60)));
      case 17 ->
          When.at(day.atTime(choices.below(24), 0), ZoneOffset.ofHours(choices.below(7) - 3));
      case 18 -> When.on(day).uncertainly();
      case 19 ->
          When.parse(
              "%04d-2%d"
                  .formatted(day.getYear(), 1 + choices.below(day.getYear() == 9999 ? 3 : 4)));
      default -> When.on(day);
    };
  }
}
