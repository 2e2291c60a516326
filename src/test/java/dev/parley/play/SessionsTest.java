package dev.parley.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.parley.agenda.ActorId;
import dev.parley.play.SessionResult.End;
import net.jqwik.api.Example;

/** Many plays, added up. */
class SessionsTest {
  private static final Strategy RANDOM = Strategy.of(Bidding.randomWalker());
  private static final Session SESSION = Tables.price(RANDOM, RANDOM).within(3);

  @Example
  void any_number_of_threads_gives_the_same_tally() {
    Sessions sessions = Sessions.of(SESSION, 500, 7);
    Tally one = sessions.tally();
    assertThat(sessions.tally(2)).isEqualTo(one);
    assertThat(sessions.tally(5)).isEqualTo(one);
    assertThat(sessions.tally(5).csv()).isEqualTo(one.csv());
    assertThat(Sessions.of(SESSION, 500, 8).tally()).isNotEqualTo(one);
  }

  @Example
  void parts_merge_in_any_order_and_grouping() {
    var parts = Sessions.of(SESSION, 100, 7).split(3);
    Tally a = parts.get(0).tally();
    Tally b = parts.get(1).tally();
    Tally c = parts.get(2).tally();
    Tally whole = Sessions.of(SESSION, 100, 7).tally();
    assertThat(a.plus(b).plus(c)).isEqualTo(whole);
    assertThat(c.plus(a.plus(b))).isEqualTo(whole);
    assertThat(a.plus(b).plus(c).plays()).isEqualTo(100);
  }

  @Example
  void a_play_can_be_looked_at_by_its_number() {
    Sessions sessions = Sessions.of(SESSION, 50, 7);
    assertThat(sessions.play(3)).isEqualTo(sessions.play(3));
    assertThat(sessions.split(2).get(1).play(30)).isEqualTo(sessions.play(30));
  }

  /**
   * Every play of two that concede evenly in 11 rounds ends at 5 in round 6. After Wilson, 20 of 20
   * is at least 20/(20 + z^2), with z^2 = 3.8414588.
   */
  @Example
  void figures_of_a_certain_play_are_certain() {
    Strategy linear = Strategy.of(TimeDependent.linear());
    Tally tally = Sessions.of(Tables.price(linear, linear).within(11), 20, 1).tally();
    assertThat(tally.agreementRate().value()).isEqualTo(1);
    assertThat(tally.agreementRate().low()).isCloseTo(0.8389, within(1e-4));
    assertThat(tally.rounds()).isEqualTo(new Estimate(6, 6, 6, 20));
    assertThat(tally.agreementsBy(5).value()).isEqualTo(0);
    assertThat(tally.agreementsBy(6).value()).isEqualTo(1);
    assertThat(tally.welfare()).contains(new Estimate(1, 1, 1, 20));
    assertThat(tally.nashDistance()).contains(new Estimate(0, 0, 0, 20));
    assertThat(tally.frontierDistance()).contains(new Estimate(0, 0, 0, 20));
    assertThat(tally.gainShare(ActorId.of("seller"))).contains(new Estimate(0.5, 0.5, 0.5, 20));
    assertThat(tally.csv())
        .isEqualTo(
            """
            measure,party,value,low,high,plays
            agreement,,1.0,0.8388748419471806,1.0,20
            out_of_time,,0.0,0.0,0.16112515805281938,20
            left,,0.0,0.0,0.16112515805281938,20
            refused,,0.0,0.0,0.16112515805281938,20
            rounds,,6.0,6.0,6.0,20
            welfare,,1.0,1.0,1.0,20
            frontier_distance,,0.0,0.0,0.0,20
            nash_distance,,0.0,0.0,0.0,20
            utility,seller,0.5,0.5,0.5,20
            gain_share,seller,0.5,0.5,0.5,20
            utility,buyer,0.5,0.5,0.5,20
            gain_share,buyer,0.5,0.5,0.5,20
            """
                .replace("\n", "\r\n"));
  }

  /**
   * On a price every outcome is efficient, and the Nash solution is 5: an agreement at 8 is 0.3 off
   * for both, 0.3 times the square root of 2.
   */
  @Example
  void distance_is_measured_in_utilities() {
    Strategy hard = Strategy.of(Bidding.hardLiner(), Acceptance.constant(1));
    Strategy soft = Strategy.of(Bidding.hardLiner(), Acceptance.time(0));
    Tally tally = Sessions.of(Tables.price(hard, soft).within(2), 4, 1).tally();
    assertThat(tally.nashDistance().orElseThrow().value())
        .isCloseTo(0.5 * Math.sqrt(2), within(1e-12));
    assertThat(tally.frontierDistance().orElseThrow().value()).isEqualTo(0);
  }

  @Example
  void without_an_agreement_there_is_nothing_to_share() {
    Strategy hard = Strategy.of(Bidding.hardLiner());
    Tally tally = Sessions.of(Tables.price(hard, hard).within(3), 10, 1).tally();
    assertThat(tally.share(End.OUT_OF_TIME).value()).isEqualTo(1);
    assertThat(tally.welfare()).isEmpty();
    assertThat(tally.agreements()).isEmpty();
    assertThat(tally.csv()).contains("welfare,,,,,\r\n");
  }

  @Example
  void a_page_shows_the_figures_with_their_intervals() {
    Strategy linear = Strategy.of(TimeDependent.linear());
    Strategy hard = Strategy.of(Bidding.hardLiner());
    String page =
        Sessions.of(Tables.price(linear, linear).within(11), 20, 1).tally().page("A <price>");
    assertThat(page)
        .startsWith("<!DOCTYPE html>")
        .contains("<h1 dir=\"auto\">A &lt;price&gt;</h1>")
        .contains("agreement</th>", ">1.000</td>", ">0.839</td>")
        .contains("out of time", "share of its possible gain", "price: 5", "Of 20 plays")
        .doesNotContain("<script");
    assertThat(Sessions.of(Tables.price(hard, hard).within(3), 10, 1).tally().page("Nothing"))
        .contains("How the plays ended")
        .doesNotContain("id=\"agreements\"");
  }

  @Example
  void wrong_numbers_are_named() {
    assertThatThrownBy(() -> Sessions.of(SESSION, 0, 1))
        .hasMessageContaining("plays from (0) to (0)");
    assertThatThrownBy(() -> Sessions.of(SESSION, 1, 1).split(0))
        .hasMessage("parts (0) must be 1 or more");
    Tally tally = Sessions.of(SESSION, 1, 1).tally();
    assertThatThrownBy(() -> tally.plus(Sessions.of(SESSION.within(4), 1, 1).tally()))
        .hasMessage("tallies of two different sessions cannot be added");
    assertThatThrownBy(() -> tally.utility(ActorId.of("broker")))
        .hasMessage("party (broker) takes no part. Participants: [seller, buyer]");
  }
}
