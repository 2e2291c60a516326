package dev.parley.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

class WhenTest {
  private static final LocalDate DEC_1 = LocalDate.of(2024, 12, 1);
  private static final LocalDate NOV_30 = LocalDate.of(2024, 11, 30);

  @Example
  void every_form_has_its_words() {
    assertThat(When.parse("2025-01-02").describe()).isEqualTo("2 January 2025");
    assertThat(When.parse("2024-12").describe()).isEqualTo("December 2024");
    assertThat(When.parse("2024").describe()).isEqualTo("2024");
    assertThat(When.parse("0099").describe()).isEqualTo("99");
    assertThat(When.parse("2024-12~").describe()).isEqualTo("about December 2024");
    assertThat(When.parse("2024-12-01/2024-12-24").describe())
        .isEqualTo("from 1 to 24 December 2024");
    assertThat(When.parse("2024-11-01/2024-12-24").describe())
        .isEqualTo("from 1 November to 24 December 2024");
    assertThat(When.parse("2024-12-24/2025-01-02").describe())
        .isEqualTo("from 24 December 2024 to 2 January 2025");
    assertThat(When.parse("2024-11/2024-12").describe())
        .isEqualTo("from November to December 2024");
    assertThat(When.parse("2023/2024").describe()).isEqualTo("from 2023 to 2024");
    assertThat(When.parse("2024/2024-03").describe()).isEqualTo("from 2024 to March 2024");
    assertThat(When.parse("2024-12-01~/2024-12-24").describe())
        .isEqualTo("from about 1 December 2024 to 24 December 2024");
    assertThat(When.parse("../2024-12-01").describe()).isEqualTo("until 1 December 2024");
    assertThat(When.parse("2024-12-01/..").describe()).isEqualTo("from 1 December 2024 on");
    assertThat(When.parse("XXXX").describe()).isEqualTo("date unknown");
  }

  @Example
  void words_and_text_do_not_depend_on_the_locale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(When.day(2025, 1, 2).describe()).isEqualTo("2 January 2025");
      assertThat(When.day(2025, 1, 2)).hasToString("2025-01-02");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Example
  void the_factories_and_the_text_say_the_same() {
    assertThat(When.on(DEC_1)).isEqualTo(When.parse("2024-12-01"));
    assertThat(When.day(2024, 12, 1)).isEqualTo(When.parse("2024-12-01"));
    assertThat(When.month(2024, 12)).isEqualTo(When.parse("2024-12"));
    assertThat(When.year(2024)).isEqualTo(When.parse("2024"));
    assertThat(When.between(NOV_30, DEC_1)).isEqualTo(When.parse("2024-11-30/2024-12-01"));
    assertThat(When.from(When.month(2024, 12))).isEqualTo(When.parse("2024-12/.."));
    assertThat(When.until(When.month(2024, 12))).isEqualTo(When.parse("../2024-12"));
    assertThat(When.month(2024, 12).approximately()).isEqualTo(When.parse("2024-12~"));
    assertThat(When.UNKNOWN).isEqualTo(When.parse("XXXX")).isEqualTo(When.UNKNOWN.approximately());
  }

  @Example
  void a_month_is_any_of_its_days() {
    When december = When.month(2024, 12);
    assertThat(december.earliest()).contains(DEC_1);
    assertThat(december.latest()).contains(LocalDate.of(2024, 12, 31));
    assertThat(december.certainlyAfter(NOV_30)).isTrue();
    assertThat(december.certainlyAfter(DEC_1)).isFalse();
    assertThat(december.possiblyAfter(DEC_1)).isTrue();
    assertThat(december.possiblyBefore(DEC_1)).isFalse();
    assertThat(december.certainlyBefore(LocalDate.of(2025, 1, 1))).isTrue();
  }

  @Example
  void about_a_month_may_be_the_month_before_or_after_but_reports_the_same_days() {
    When december = When.parse("2024-12~");
    assertThat(december.earliest()).contains(DEC_1);
    assertThat(december.latest()).contains(LocalDate.of(2024, 12, 31));
    assertThat(december.certainlyAfter(NOV_30)).isFalse();
    assertThat(december.certainlyAfter(LocalDate.of(2024, 10, 31))).isTrue();
    assertThat(december.certainlyBefore(LocalDate.of(2025, 1, 31))).isFalse();
    assertThat(december.certainlyBefore(LocalDate.of(2025, 2, 1))).isTrue();
    assertThat(december.overlaps(When.month(2025, 1))).isTrue();
    assertThat(december.overlaps(When.month(2025, 2))).isFalse();
    assertThat(When.month(2024, 12).overlaps(When.month(2025, 1))).isFalse();
    assertThat(When.parse("2024-11~").overlaps(When.day(2024, 12, 31))).isTrue();
    assertThat(When.parse("9999~").possiblyAfter(LocalDate.of(9999, 12, 31))).isTrue();
  }

  @Example
  void an_unknown_date_is_possibly_everything_and_certainly_nothing() {
    assertThat(When.UNKNOWN.possiblyAfter(DEC_1)).isTrue();
    assertThat(When.UNKNOWN.possiblyBefore(DEC_1)).isTrue();
    assertThat(When.UNKNOWN.certainlyAfter(DEC_1)).isFalse();
    assertThat(When.UNKNOWN.certainlyBefore(DEC_1)).isFalse();
    assertThat(When.UNKNOWN.earliest()).isEmpty();
    assertThat(When.UNKNOWN.overlaps(When.day(1, 1, 1))).isTrue();
  }

  @Example
  void an_open_end_has_no_bound() {
    When later = When.parse("2024-12-01/..");
    assertThat(later.latest()).isEmpty();
    assertThat(later.certainlyAfter(NOV_30)).isTrue();
    assertThat(later.possiblyAfter(LocalDate.of(9999, 1, 1))).isTrue();
  }

  @Example
  void a_day_that_does_not_exist_is_refused() {
    refused("2024-02-30", "date (2024-02-30) does not exist: February 2024 has 29 days");
    refused("2023-02-29", "date (2023-02-29) does not exist: February 2023 has 28 days");
    refused("2024-02-00", "date (2024-02-00) does not exist: days are counted from 01");
    refused("2024-13", "date (2024-13) does not exist: months run from 01 to 12");
    refused("0000", "date (0000) does not exist: years run from 0001 to 9999");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> When.on(LocalDate.of(10000, 1, 1)))
        .withMessage("date (10000-01-01) does not exist: years run from 0001 to 9999");
  }

  @Example
  void an_interval_does_not_end_before_it_starts() {
    refused(
        "2024-12-24/2024-12-01",
        "date (2024-12-24/2024-12-01) must not end (2024-12-01) before it starts (2024-12-24):"
            + " write 2024-12-01/2024-12-24");
    refused("../..", "date (../..) must have a start or an end: write XXXX for an unknown date");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> When.from(When.UNKNOWN))
        .withMessage(
            "date (XXXX) cannot be the end of an interval: use a day, a month or a year, and"
                + " When.from or When.until for an open end");
  }

  @Example
  void what_is_no_date_is_told_how_to_write_one() {
    String ways =
        " cannot be read: write a day (2024-12-20), a month (2024-12), a year (2024), a time"
            + " on a day (2024-12-20T21:10), ~ after a date for about (2024-12~) and ? for uncertain,"
            + " an interval (2024-12-01/2024-12-24) with .. for an open end, or XXXX for unknown";
    for (String text :
        new String[] {
          "",
          "soon",
          "2024-1",
          "2024-12-1",
          "20241220",
          "2024/12/20",
          "~",
          "2024~~",
          "-024",
          "2024-12-20T9:00",
          "2024-12-20 09:00",
          "٢٠٢٤",
          "XXXX~",
          " 2024"
        }) {
      refused(text, "date (" + text + ")" + ways);
    }
    refused(
        "XXXX/2024",
        "date (XXXX/2024) writes an unknown end as XXXX: leave it empty, as in 1998/ or /1998");
    refused("/", "date (/) must have a start or an end: write XXXX for an unknown date");
    refused("9".repeat(100_000), "date (" + "9".repeat(60) + "...)" + ways);
  }

  private static void refused(String text, String message) {
    assertThatIllegalArgumentException().isThrownBy(() -> When.parse(text)).withMessage(message);
  }

  @Property
  void parse_is_the_inverse_of_the_text(@ForAll("dates") When when) {
    assertThat(When.parse(when.toString())).isEqualTo(when).hasSameHashCodeAs(when);
    Statistics.label("interval").collect(when.isInterval());
    Statistics.label("interval").coverage(it -> it.check(true).count(c -> c > 0));
  }

  @Property
  void dates_that_differ_are_written_differently(
      @ForAll("dates") When one, @ForAll("dates") When other) {
    assertThat(one.equals(other)).isEqualTo(one.toString().equals(other.toString()));
  }

  @Property
  void what_is_certain_is_possible_and_excludes_the_opposite(
      @ForAll("dates") When when, @ForAll("days") LocalDate day) {
    boolean after = when.certainlyAfter(day);
    boolean before = when.certainlyBefore(day);
    if (after) {
      assertThat(when.possiblyAfter(day)).isTrue();
      assertThat(when.possiblyBefore(day)).isFalse();
    }
    if (before) {
      assertThat(when.possiblyBefore(day)).isTrue();
      assertThat(when.possiblyAfter(day)).isFalse();
    }
    assertThat(when.overlaps(When.on(day))).isEqualTo(!after && !before);
    Statistics.collect(after ? "after" : before ? "before" : "neither");
    Statistics.coverage(
        it -> {
          it.check("after").count(c -> c > 0);
          it.check("before").count(c -> c > 0);
          it.check("neither").count(c -> c > 0);
        });
  }

  @Property
  void to_come_after_another_date_is_an_order_and_an_overlap_is_none(
      @ForAll("dates") When one, @ForAll("dates") When other) {
    boolean after = one.certainlyAfter(other);
    boolean before = other.certainlyAfter(one);
    assertThat(after && before).isFalse();
    assertThat(one.overlaps(other)).isEqualTo(!after && !before);
    assertThat(one.compareEnds(other)).isEqualTo(-other.compareEnds(one));
    if (after && other.latest().isPresent()) {
      assertThat(one.possiblyAfterEndOf(other)).isTrue();
    }
    Statistics.collect(after || before ? "apart" : "may meet");
    Statistics.coverage(
        it -> {
          it.check("apart").count(c -> c > 0);
          it.check("may meet").count(c -> c > 0);
        });
  }

  @Property
  void approximation_takes_certainty_away_and_never_adds_it(
      @ForAll("dates") When when, @ForAll("days") LocalDate day) {
    When about = when.approximately();
    assertThat(about.earliest()).isEqualTo(when.earliest());
    assertThat(about.latest()).isEqualTo(when.latest());
    assertThat(about.certainlyAfter(day) && !when.certainlyAfter(day)).isFalse();
    assertThat(about.certainlyBefore(day) && !when.certainlyBefore(day)).isFalse();
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.integers()
        .between(-800, 800)
        .map(days -> LocalDate.of(2024, 2, 29).plusDays(days));
  }

  private Arbitrary<When> points() {
    Arbitrary<LocalDate> anyDay =
        Arbitraries.oneOf(
            days(),
            Arbitraries.longs()
                .between(
                    LocalDate.of(1, 1, 1).toEpochDay(), LocalDate.of(9999, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay));
    return Combinators.combine(
            anyDay, Arbitraries.integers().between(0, 5), Arbitraries.of("", "?", "~", "%"))
        .as(
            (day, precision, mark) -> {
              When when =
                  switch (precision) {
                    case 0 -> When.on(day);
                    case 1 -> When.month(day.getYear(), day.getMonthValue());
                    case 2 ->
                        When.parse(
                            "%04d-2%d"
                                .formatted(
                                    day.getYear(),
                                    1 + day.getDayOfMonth() % (day.getYear() == 9999 ? 3 : 4)));
                    case 3 -> When.at(day.atTime(day.getDayOfMonth() % 24, 30));
                    case 4 ->
                        When.at(
                            day.atTime(day.getDayOfMonth() % 24, 30),
                            ZoneOffset.ofHours(day.getDayOfMonth() % 20 - 10));
                    default -> When.year(day.getYear());
                  };
              return mark.equals("?") || mark.equals("%")
                  ? (mark.equals("%") ? when.approximately() : when).uncertainly()
                  : mark.isEmpty() ? when : when.approximately();
            });
  }

  @Provide
  Arbitrary<When> dates() {
    Arbitrary<When> intervals =
        Combinators.combine(points(), points())
            .as(
                (one, other) ->
                    !other.startsWithinOrAfter(one)
                        ? When.between(other, one)
                        : When.between(one, other));
    return Arbitraries.oneOf(
        points(),
        intervals,
        points().map(When::from),
        points().map(When::until),
        points().map(point -> When.parse("/" + point)),
        points().map(point -> When.parse(point + "/")),
        Arbitraries.of("199X", "19XX", "2024-XX", "2024-02-XX", "2024-XX-XX").map(When::parse),
        Arbitraries.just(When.UNKNOWN));
  }
}
