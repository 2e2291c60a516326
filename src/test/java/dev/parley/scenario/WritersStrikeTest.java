package dev.parley.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.agenda.Value;
import dev.parley.agreement.Agreement;
import dev.parley.agreement.AgreementStage;
import dev.parley.agreement.Consent;
import dev.parley.demand.Demand;
import dev.parley.progress.Progress;
import dev.parley.progress.StepKind;
import dev.parley.talks.Chronicle.Silence;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Observation;
import dev.parley.talks.Stage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.stream.Stream;
import net.jqwik.api.Example;

/** What the replay of the screenwriters' strike of 2023 concludes. */
class WritersStrikeTest {
  private final Told strike = Told.by("wga-2023");
  private final Negotiation talks = strike.talks();

  /** One writer an episode up to six, then one for every two more, twelve at most. */
  private static int writers(int episodes) {
    return Math.min(12, episodes <= 6 ? episodes : 6 + (episodes - 6) / 2);
  }

  private static BigDecimal compounded(String... percents) {
    return Stream.of(percents)
        .map(p -> new BigDecimal(p).movePointLeft(2).add(BigDecimal.ONE))
        .reduce(BigDecimal.ONE, BigDecimal::multiply)
        .subtract(BigDecimal.ONE)
        .movePointRight(2)
        .setScale(2, RoundingMode.HALF_UP);
  }

  private String position(Negotiation at, String party, String issue) {
    return at.situation().position(party, issue, party.equals("wga") ? "amptp" : "wga").toString();
  }

  @Example
  void the_formula_for_writers_asks_for_eight_on_ten_episodes_as_a_second_source_says() {
    assertThat(writers(10)).isEqualTo(8);
    assertThat(writers(20)).isEqualTo(12);
    Region asked = talks.situation().position("wga", "writers", "amptp").demanded().orElseThrow();
    assertThat(asked.holds(Value.amount(writers(10)))).isTrue();
    assertThat(asked.holds(Value.amount(writers(10) - 1))).isFalse();
    assertThat(strike.contested("writers that the guild first wanted for a series of ten episodes"))
        .isEmpty();
  }

  @Example
  void the_studios_go_from_four_to_five_percent_and_the_guild_from_six() {
    Negotiation may = strike.at("no-counter");
    assertThat(position(may, "wga", "first-year")).isEqualTo("at least 6");
    assertThat(position(may, "amptp", "first-year")).isEqualTo("at most 4");
    assertThat(position(strike.at("counter"), "amptp", "first-year"))
        .isEqualTo("at most 5, tentative");
    assertThat(talks.situation().closed().get(IssueId.of("first-year"))).isEqualTo(Value.amount(5));
  }

  @Example
  void half_of_the_gap_over_three_years_is_conceded_by_each_and_it_ends_at_the_studios_offer() {
    Negotiation may = strike.at("no-counter");
    BigDecimal first = compounded("4", "3", "2");
    BigDecimal second = compounded("5", "4", "3.5");
    BigDecimal asked = compounded("6", "5", "5");
    assertThat(position(may, "amptp", "three-years")).isEqualTo("at most " + first);
    assertThat(position(may, "wga", "three-years")).isEqualTo("at least " + asked);
    assertThat(may.situation().gaps(IssueId.of("three-years")).get(0).size())
        .contains(asked.subtract(first));
    assertThat(strike.step(3, "amptp", "three-years"))
        .isEqualTo("CONCEDED " + second.subtract(first))
        .isEqualTo("CONCEDED 3.76");
    assertThat(strike.step(5, "wga", "three-years"))
        .isEqualTo("CONCEDED " + asked.subtract(second))
        .isEqualTo("CONCEDED 3.85");
    assertThat(strike.step(5, "amptp", "three-years")).startsWith("HELD");
    assertThat(talks.situation().closed().get(IssueId.of("three-years")))
        .isEqualTo(Value.amount(second));
  }

  @Example
  void three_months_without_contact_are_dormant_and_no_stall() {
    Negotiation july = strike.at("strike");
    assertThat(july.observe(LocalDate.of(2023, 7, 31)))
        .extracting(Observation::kind)
        .containsExactly(Observation.Kind.DORMANT);
    assertThat(july.situation().stage()).isEqualTo(Stage.IN_RECESS);
    assertThat(july.situation().stalledRounds()).isZero();
    assertThat(talks.silences()).extracting(Silence::days).containsExactly(95L);
  }

  @Example
  void in_august_the_studios_move_twice_and_then_hold_while_their_offer_is_rejected() {
    assertThat(talks.rounds())
        .extracting(r -> r.progress())
        .containsExactly(
            Progress.STATED, Progress.MOVED, Progress.MOVED, Progress.HELD, Progress.MOVED);
    assertThat(talks.round(2).steps())
        .filteredOn(s -> s.kind() == StepKind.CONCEDED)
        .singleElement()
        .satisfies(
            s -> {
              assertThat(s.issue()).contains(IssueId.of("tv-minimums"));
              assertThat(s.size()).isEmpty();
            });
    assertThat(strike.step(2, "amptp", "writers")).isEqualTo("HELD 0");
    assertThat(strike.step(2, "amptp", "success-residuals")).isEqualTo("HELD 0");
    assertThat(strike.at("rejected").situation().offers()).isEmpty();
    assertThat(strike.reading(strike.entry("blackout")).move().act().kind().words())
        .isEqualTo("make a claim");
  }

  @Example
  void what_was_rejected_without_a_counter_has_no_position_of_the_studios() {
    Negotiation may = strike.at("no-counter");
    assertThat(position(may, "amptp", "writers")).isEqualTo("not stated");
    assertThat(may.situation().standingDemands())
        .extracting(Demand::asks)
        .anySatisfy(asks -> assertThat(asks).containsKey(IssueId.of("writers")));
    assertThat(strike.step(1, "amptp", "weeks")).isEqualTo("HELD 0");
  }

  @Example
  void weeks_offers_and_an_outlier_stay_contested() {
    assertThat(strike.contested("weeks guaranteed in the offer of 11 August"))
        .containsExactly("20 by august", "10 by variety");
    assertThat(strike.contested("offers made by AMPTP during the strike"))
        .containsExactly("1 by wga-says", "put forward repeatedly by amptp-says");
    assertThat(strike.contested("yearly increases of the minimums"))
        .containsExactly(
            "5, 4 and 3.5 percent by tbivision",
            "5, 4 and 3.5 percent by wrap-points",
            "5, 4 and 3.5 percent by yahoo",
            "3 percent by student-media");
  }

  @Example
  void it_is_signed_and_still_to_be_ratified_when_the_record_ends() {
    assertThat(strike.stageAt("deal")).isEqualTo(Stage.IN_SESSION);
    assertThat(strike.stageAt("deal-too")).isEqualTo(Stage.CONCLUDED);
    assertThat(talks.situation().stage()).isEqualTo(Stage.CONCLUDED);
    Agreement deal = talks.agreements().get(0);
    assertThat(deal.stage()).isEqualTo(AgreementStage.SIGNED);
    assertThat(deal.consents())
        .extracting(Consent::kind)
        .containsExactly(Consent.Kind.SIGNED, Consent.Kind.SIGNED);
    assertThat(talks.observe(strike.scenario().recordTo().orElseThrow()))
        .extracting(Observation::message)
        .containsExactly("deadline (ratification-vote) in 12 days");
  }

  @Example
  void what_no_page_was_seen_for_is_marked_so() {
    assertThat(talks.chronicle().readings())
        .filteredOn(r -> r.move().by().text().equals("coder"))
        .hasSize(4)
        .allSatisfy(r -> assertThat(r.move().source().map(s -> s.id())).contains("unsourced"));
    assertThat(talks.chronicle().readings())
        .allSatisfy(r -> assertThat(r.move().source()).isPresent());
  }

  @Example
  void the_record_breaks_no_law_and_reads_back_equal() {
    assertThat(strike.scenario().findings().entries()).isEmpty();
    assertThat(talks.rejudge()).isEmpty();
    assertThat(Scenario.parse("again.yaml", strike.scenario().write()))
        .isEqualTo(strike.scenario());
  }
}
