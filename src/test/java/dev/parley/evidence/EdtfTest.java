package dev.parley.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.Example;

/**
 * The examples of the Extended Date/Time Format specification (Library of Congress, 4 February
 * 2019, the annex of ISO 8601-2), level by level.
 */
class EdtfTest {
  private static final ImmutableMap<String, String> LEVEL_0 =
      ImmutableMap.<String, String>builder()
          .put("1985-04-12", "12 April 1985")
          .put("1985-04", "April 1985")
          .put("1985", "1985")
          .put("1985-04-12T23:20:30", "12 April 1985, 23:20:30")
          .put("1985-04-12T23:20:30Z", "12 April 1985, 23:20:30 UTC")
          .put("1985-04-12T23:20:30-04", "12 April 1985, 23:20:30 UTC-4")
          .put("1985-04-12T23:20:30+04:30", "12 April 1985, 23:20:30 UTC+4:30")
          .put("1964/2008", "from 1964 to 2008")
          .put("2004-06/2006-08", "from June 2004 to August 2006")
          .put("2004-02-01/2005-02-08", "from 1 February 2004 to 8 February 2005")
          .put("2004-02-01/2005-02", "from 1 February 2004 to February 2005")
          .put("2004-02-01/2005", "from 1 February 2004 to 2005")
          .put("2005/2006-02", "from 2005 to February 2006")
          .buildOrThrow();

  private static final ImmutableMap<String, String> LEVEL_1 =
      ImmutableMap.<String, String>builder()
          .put("2001-21", "spring 2001")
          .put("1984?", "1984 (uncertain)")
          .put("2004-06~", "about June 2004")
          .put("2004-06-11%", "about 11 June 2004 (uncertain)")
          .put("201X", "the 2010s")
          .put("20XX", "between 2000 and 2099")
          .put("2004-XX", "a month in 2004")
          .put("1985-04-XX", "a day in April 1985")
          .put("1985-XX-XX", "a day in 1985")
          .put("1985-04-12/..", "from 12 April 1985 on")
          .put("1985-04/..", "from April 1985 on")
          .put("1985/..", "from 1985 on")
          .put("../1985-04-12", "until 12 April 1985")
          .put("../1985-04", "until April 1985")
          .put("../1985", "until 1985")
          .put("1985-04-12/", "from 12 April 1985, end unknown")
          .put("1985-04/", "from April 1985, end unknown")
          .put("1985/", "from 1985, end unknown")
          .put("/1985-04-12", "until 12 April 1985, start unknown")
          .put("/1985-04", "until April 1985, start unknown")
          .put("/1985", "until 1985, start unknown")
          .put("1984~/2004-06", "from about 1984 to June 2004")
          .put("1984/2004-06~", "from 1984 to about June 2004")
          .put("1984~/2004~", "from about 1984 to about 2004")
          .put("1984?/2004%", "from 1984 (uncertain) to about 2004 (uncertain)")
          .put("1984-06?/2004-08?", "from June 1984 (uncertain) to August 2004 (uncertain)")
          .put("1984-06-02?/2004-08-08~", "from 2 June 1984 (uncertain) to about 8 August 2004")
          .put("1984-06-02?/", "from 2 June 1984 (uncertain), end unknown")
          .buildOrThrow();

  /** Years of level 1 that are not read. */
  private static final ImmutableList<String> OTHER_YEARS =
      ImmutableList.of("Y170000002", "Y-170000002", "-1985");

  private static final ImmutableMap<String, String> LEVEL_2 =
      ImmutableMap.<String, String>builder()
          .put("Y-17E7", "a year with an exponent (E)")
          .put("Y17E8", "a year with an exponent (E)")
          .put("1950S2", "significant digits (S)")
          .put("Y171010000S3", "significant digits (S)")
          .put("Y3388E2S3", "significant digits (S)")
          .put("2001-34", "a part of a year (34)")
          .put("[1667,1668,1670..1672]", "a set of dates")
          .put("[..1760-12-03]", "a set of dates")
          .put("[1760-12..]", "a set of dates")
          .put("[1760-01,1760-02,1760-12..]", "a set of dates")
          .put("[1667,1760-12]", "a set of dates")
          .put("{1667,1668,1670..1672}", "a set of dates")
          .put("{1960,1961-12}", "a set of dates")
          .put("{..1984}", "a set of dates")
          .put("2004-06~-11", "a mark on a part of a date")
          .put("2004?-06-11", "a mark on a part of a date")
          .put("?2004-06-~11", "a mark on a part of a date")
          .put("2004-%06-11", "a mark on a part of a date")
          .put("156X-12-25", "an unspecified digit before one that is given")
          .put("15XX-12-25", "an unspecified digit before one that is given")
          .put("XXXX-12-XX", "an unspecified digit before one that is given")
          .put("1XXX-XX", "an unspecified digit before one that is given")
          .put("1XXX-12", "an unspecified digit before one that is given")
          .put("1984-1X", "an unspecified digit before one that is given")
          .put("2004-06-~01/2004-06-~20", "a mark on a part of a date")
          .put("2004-06-XX/2004-07-03", "an unspecified digit in an interval")
          .buildOrThrow();

  @Example
  void all_of_level_0_is_read_and_said() {
    LEVEL_0.forEach((text, words) -> assertThat(When.parse(text).describe()).isEqualTo(words));
    for (String text : LEVEL_0.keySet()) {
      When when = When.parse(text);
      assertThat(When.parse(when.toString())).isEqualTo(when);
      if (!text.endsWith("-04")) {
        assertThat(when).hasToString(text);
      }
    }
    assertThat(When.parse("1985-04-12T23:20:30-04"))
        .isEqualTo(When.parse("1985-04-12T23:20:30-04:00"));
  }

  @Example
  void of_level_1_marks_unspecified_digits_seasons_and_both_kinds_of_end_are_read() {
    LEVEL_1.forEach(
        (text, words) -> {
          assertThat(When.parse(text).describe()).isEqualTo(words);
          assertThat(When.parse(text)).hasToString(text);
        });
    for (String year : OTHER_YEARS) {
      refused(year, "date (" + year + ") does not exist: years run from 0001 to 9999");
    }
  }

  @Example
  void level_2_is_refused_by_name() {
    LEVEL_2.forEach(
        (text, what) ->
            assertThatIllegalArgumentException()
                .isThrownBy(() -> When.parse(text))
                .withMessageStartingWith(
                    "date (%s) has %s, which is EDTF level 2 and is not read: "
                        .formatted(text, what)));
  }

  @Example
  void seasons_run_from_21_to_24() {
    assertThat(List.of("2001-21", "2001-22", "2001-23", "2001-24"))
        .extracting(text -> When.parse(text).describe())
        .containsExactly("spring 2001", "summer 2001", "autumn 2001", "winter 2001");
    refused(
        "2001-25",
        "date (2001-25) has a part of a year (25), which is EDTF level 2 and is not read:"
            + " seasons run from 21 to 24");
    refused("2001-42", "date (2001-42) does not exist: seasons run from 21 to 24");
    refused("2001-20", "date (2001-20) does not exist: months run from 01 to 12");
    refused("2001-21-03", "date (2001-21-03) does not exist: a season (21) has no days of its own");
    When winter = When.parse("2001-24");
    assertThat(winter.earliest()).contains(LocalDate.of(2001, 12, 1));
    assertThat(winter.latest()).contains(LocalDate.of(2002, 2, 28));
    assertThat(winter.certainlyAfter(LocalDate.of(2001, 6, 30)))
        .as("in the south it begins in June")
        .isFalse();
    assertThat(winter.certainlyAfter(LocalDate.of(2000, 12, 31))).isTrue();
    assertThat(winter.certainlyBefore(LocalDate.of(2002, 3, 1))).isTrue();
  }

  @Example
  void an_uncertain_date_may_be_another_altogether_and_reports_what_it_says() {
    When uncertain = When.parse("2024-12-20?");
    assertThat(uncertain.isUncertain()).isTrue();
    assertThat(uncertain.isApproximate()).isFalse();
    assertThat(When.parse("2024%").isApproximate() && When.parse("2024%").isUncertain()).isTrue();
    assertThat(uncertain.earliest()).contains(LocalDate.of(2024, 12, 20));
    assertThat(uncertain.certainlyAfter(LocalDate.of(1990, 1, 1))).isFalse();
    assertThat(uncertain.certainlyBefore(LocalDate.of(2090, 1, 1))).isFalse();
    assertThat(uncertain.overlaps(When.year(1990))).isTrue();
    assertThat(uncertain.lastPossible()).isEmpty();
    assertThat(When.year(2024).uncertainly().approximately()).isEqualTo(When.parse("2024%"));
  }

  @Example
  void an_unspecified_digit_is_any_of_its_digits() {
    assertThat(When.parse("199X").earliest()).contains(LocalDate.of(1990, 1, 1));
    assertThat(When.parse("199X").latest()).contains(LocalDate.of(1999, 12, 31));
    assertThat(When.parse("1998-02-XX").latest()).contains(LocalDate.of(1998, 2, 28));
    assertThat(When.parse("1998-XX")).isNotEqualTo(When.parse("1998"));
    assertThat(When.parse("199X~").possiblyAfter(LocalDate.of(2009, 12, 30))).isTrue();
    assertThat(When.parse("000X").earliest()).contains(LocalDate.of(1, 1, 1));
    assertThat(When.parse("000X")).hasToString("000X");
  }

  @Example
  void an_open_end_is_not_an_unknown_one() {
    assertThat(When.parse("1998/..")).isNotEqualTo(When.parse("1998/"));
    assertThat(When.parse("../1998")).isNotEqualTo(When.parse("/1998"));
    refused("/..", "date (/..) must have a start or an end: write XXXX for an unknown date");
  }

  @Example
  void a_time_goes_with_a_day_and_an_offset_with_a_time() {
    assertThat(When.parse("2021-03-03T21:10")).hasToString("2021-03-03T21:10");
    assertThat(When.at(LocalDateTime.of(2021, 3, 3, 21, 10)))
        .isEqualTo(When.parse("2021-03-03T21:10"));
    assertThat(When.at(LocalDateTime.of(2021, 3, 3, 21, 10), ZoneOffset.ofHours(2)))
        .isEqualTo(When.parse("2021-03-03T21:10+02:00"));
    assertThat(When.parse("2021-03-03T21:10/2021-03-03T23:00").describe())
        .isEqualTo("from 21:10 to 23:00 on 3 March 2021");
    assertThat(When.parse("2021-03-03T21:10Z/2021-03-04T01:00Z").describe())
        .isEqualTo("from 3 March 2021, 21:10 UTC to 4 March 2021, 01:00 UTC");
    refused(
        "2021-03-03+02:00",
        "date (2021-03-03+02:00) has an offset (+02:00) without a time: write"
            + " 2021-03-03, or add the time of day, as in 2024-12-20T21:10+02:00");
    refused(
        "2021-03Z",
        "date (2021-03Z) has an offset (Z) without a time: write 2021-03, or add the time of day,"
            + " as in 2024-12-20T21:10Z");
    refused(
        "2021-03T21:10",
        "date (2021-03T21:10) has a time of day without a day: write the whole date");
    refused(
        "2021-03-03T21:10~",
        "date (2021-03-03T21:10~) marks a time of day (~): mark a day, a month or a year");
    refused("2021-03-03T24:00", "date (2021-03-03T24:00) does not exist: hours run from 00 to 23");
    refused(
        "2021-03-03T21:60", "date (2021-03-03T21:60) does not exist: minutes run from 00 to 59");
    refused(
        "2021-03-03T21:10:60",
        "date (2021-03-03T21:10:60) does not exist: seconds run from 00 to 59");
    refused(
        "2021-03-03T21:10+15:00",
        "date (2021-03-03T21:10+15:00) does not exist: offsets run from -12:00 to +14:00");
    refused(
        "2021-02-29T21:10", "date (2021-02-29T21:10) does not exist: February 2021 has 28 days");
  }

  @Example
  void a_time_that_is_finer_or_less_full_than_it_is_read_is_refused_by_name() {
    refused(
        "2021-03-03T21:10:30.5Z",
        "date (2021-03-03T21:10:30.5Z) has a fraction of a second (.5): times are read to the"
            + " second; write 2021-03-03T21:10:30Z");
    refused(
        "2021-03-03T21:10+02:00:30",
        "date (2021-03-03T21:10+02:00:30) has an offset with seconds (+02:00:30): offsets are read"
            + " to the minute; write 2021-03-03T21:10+02:00");
    refused(
        "2021-03-03T21:10+2",
        "date (2021-03-03T21:10+2) has an offset (+2) that cannot be read: write Z, +02 or +02:00");
    refused(
        "2021-03-03T21",
        "date (2021-03-03T21) has an hour (21) without its minutes: write 2021-03-03, or"
            + " 2021-03-03T21:00 where it was the full hour");
  }

  @Example
  void no_seconds_of_a_program_are_lost() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> When.at(LocalDateTime.of(2021, 3, 3, 21, 10, 59)))
        .withMessage(
            "time (2021-03-03T21:10:59) has seconds: use truncatedTo(ChronoUnit.MINUTES), or"
                + " When.parse for a date that is known to the second");
    LocalDateTime minute = LocalDateTime.of(2021, 3, 3, 21, 10);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> When.at(minute, ZoneOffset.ofTotalSeconds(30)))
        .withMessage("offset (+00:00:30) has seconds: offsets are known to the minute");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> When.at(minute, ZoneOffset.ofHours(18)))
        .withMessage(
            "date (2021-03-03T21:10+18:00) does not exist: offsets run from -12:00 to +14:00");
  }

  @Example
  void a_year_has_at_most_two_digits_that_are_not_known() {
    refused(
        "1XXX",
        "date (1XXX) has three unspecified digits in a year, which is EDTF level 2 and is not read:"
            + " write 1000/1999");
    refused(
        "0XXX",
        "date (0XXX) has three unspecified digits in a year, which is EDTF level 2 and is not read:"
            + " write 0001/0999");
    refused(
        "1XXX-12",
        "date (1XXX-12) has an unspecified digit before one that is given, which is EDTF level 2"
            + " and is not read: put X for the last digits only");
    refused(
        "9999-24",
        "date (9999-24) does not exist: years run from 0001 to 9999, and the winter of 9999 ends"
            + " after them");
    assertThat(When.parse("9999-23").latest()).contains(LocalDate.of(9999, 11, 30));
  }

  @Example
  void times_are_compared_to_the_minute_and_by_offset_where_both_have_one() {
    When eleven = When.parse("2021-03-03T23:00");
    assertThat(When.parse("2021-03-03T23:01").certainlyAfter(eleven)).isTrue();
    assertThat(eleven.certainlyAfter(eleven)).isFalse();
    assertThat(When.parse("2021-03-03").certainlyAfter(eleven)).isFalse();
    assertThat(When.parse("2021-03-03").possiblyAfterEndOf(eleven)).isTrue();
    assertThat(When.parse("2021-03-04").certainlyAfter(eleven)).isTrue();
    assertThat(eleven.certainlyAfter(When.parse("2021-03-03"))).isFalse();
    When london = When.parse("2021-03-03T22:30Z");
    When paris = When.parse("2021-03-03T23:00+01:00");
    assertThat(london.certainlyAfter(paris)).isTrue();
    assertThat(paris.certainlyAfter(london)).isFalse();
    assertThat(london.compareEnds(paris)).isPositive();
    assertThat(london.overlaps(When.parse("2021-03-03T23:30+01:00"))).isTrue();
    assertThat(eleven.certainlyAfter(london)).as("on one clock").isTrue();
    refused(
        "2021-03-03T22:30Z/2021-03-03T23:00+01:00",
        "date (2021-03-03T22:30Z/2021-03-03T23:00+01:00) must not end"
            + " (2021-03-03T23:00+01:00) before it starts (2021-03-03T22:30Z): write"
            + " 2021-03-03T23:00+01:00/2021-03-03T22:30Z");
  }

  @Example
  void a_delay_is_counted_in_hours_where_both_dates_have_a_time() {
    assertThat(delay("2025-03-01", "2025-03-06")).isEqualTo("5 days");
    assertThat(delay("2025-03-01", "2025-03-02T09:00")).isEqualTo("1 day");
    assertThat(delay("2025-01-19T08:30", "2025-01-19T11:15")).isEqualTo("2 hours 45 minutes");
    assertThat(delay("2025-01-19T08:30", "2025-01-20T09:30")).isEqualTo("25 hours");
    assertThat(delay("2025-01-19T08:30", "2025-01-29T09:31")).isEqualTo("10 days 1 hour 1 minute");
    assertThat(delay("2025-01-19T08:30Z", "2025-01-19T09:45+01:00")).isEqualTo("15 minutes");
    assertThat(delay("2025-01-19T08:30:00", "2025-01-19T08:30:20")).isEqualTo("less than a minute");
    assertThat(delay("2025-01-19T08:30", "2025-01-19")).isEqualTo("none");
    assertThat(delay("2025-01-19", "2025-01-19T23:00")).isEqualTo("none");
    assertThat(delay("2025-03-06", "2025-03-01")).isEqualTo("none");
    assertThat(delay("2025-03", "2025-04-02")).isEqualTo("2 days");
    assertThat(delay("2025-03/..", "2025-04-02")).isEqualTo("none");
  }

  private static String delay(String due, String done) {
    return Delay.between(When.parse(due), When.parse(done)).map(Delay::toString).orElse("none");
  }

  private static void refused(String text, String message) {
    assertThatIllegalArgumentException().isThrownBy(() -> When.parse(text)).withMessage(message);
  }
}
