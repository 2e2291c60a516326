package dev.parley.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.parley.play.Acceptance.Window;
import dev.parley.play.Bidding.Bidder;
import dev.parley.play.Strategy.Player;
import dev.parley.play.TimeDependent.Shape;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;

/** Each strategy against the formula of its paper, by answers that were worked out by hand. */
class KnownAnswersTest {
  private static final double TINY = 1e-9;

  /**
   * Faratin, Sierra and Jennings 1998: alpha(t) = kappa + (1 - kappa) t^(1/beta). With beta 1/2 and
   * t = 1/2 that is 1/4; with beta 2 and t = 1/4 it is 1/2; with kappa 0.2 and beta 1, at t = 1/2,
   * 0.2 + 0.8 x 0.5 = 0.6.
   */
  @Example
  void the_polynomial_concedes_as_the_paper_says() {
    assertThat(TimeDependent.boulware(0.5).conceded(0.5)).isCloseTo(0.25, within(TINY));
    assertThat(TimeDependent.conceder(2).conceded(0.25)).isCloseTo(0.5, within(TINY));
    assertThat(TimeDependent.linear().conceded(0.3)).isCloseTo(0.3, within(TINY));
    assertThat(new TimeDependent(Shape.POLYNOMIAL, 1, 0.2).conceded(0.5))
        .isCloseTo(0.6, within(TINY));
  }

  /**
   * alpha(t) = exp((1 - t)^beta ln kappa): kappa at the start, 1 at the end, and with kappa 1/16
   * and beta 1, at t = 1/2, the square root of kappa, 1/4; with beta 2, kappa to the 1/4, 1/2.
   */
  @Example
  void the_exponential_concedes_as_the_paper_says() {
    TimeDependent even = new TimeDependent(Shape.EXPONENTIAL, 1, 1 / 16.0);
    assertThat(even.conceded(0)).isCloseTo(1 / 16.0, within(TINY));
    assertThat(even.conceded(0.5)).isCloseTo(0.25, within(TINY));
    assertThat(even.conceded(1)).isCloseTo(1, within(TINY));
    assertThat(new TimeDependent(Shape.EXPONENTIAL, 2, 1 / 16.0).conceded(0.5))
        .isCloseTo(0.5, within(TINY));
  }

  /** min + (1 - alpha)(max - min): between 0.2 and 1, with 1/4 conceded, 0.2 + 0.75 x 0.8 = 0.8. */
  @Example
  void the_aim_lies_between_the_reservation_and_the_best() {
    assertThat(TimeDependent.boulware(0.5).target(0.5, 0.2, 1)).isCloseTo(0.8, within(TINY));
  }

  /**
   * A seller of 0 to 10 with a reservation of 0.2, in 5 rounds: the aims of beta 1 are 1, 0.8, 0.6,
   * 0.4, 0.2, of beta 1/2 they are 1, 0.95, 0.8, 0.55, 0.2, and of beta 2 1, 0.6, 0.434, 0.307,
   * 0.2.
   */
  @Example
  void prices_fall_from_the_best_to_the_reservation() {
    assertThat(prices(TimeDependent.linear())).containsExactly(10, 8, 6, 4, 2);
    assertThat(prices(TimeDependent.boulware(0.5))).containsExactly(10, 10, 8, 6, 2);
    assertThat(prices(TimeDependent.conceder(2))).containsExactly(10, 6, 5, 4, 2);
    assertThat(prices(Bidding.hardLiner())).containsExactly(10, 10, 10, 10, 10);
  }

  private static List<Integer> prices(Bidding bidding) {
    Seat seat = Tables.seat(Tables.seller("0.2"), 5);
    Bidder bidder = bidding.start(seat);
    List<Integer> prices = new ArrayList<>();
    for (int round = 1; round <= 5; round++) {
      seat.turn(round, Seat.NOTHING, seat.record());
      prices.add(bidder.bid());
    }
    return prices;
  }

  /**
   * Faratin, Sierra and Jennings 1998: the ratio of two offers of the counterpart times one's own
   * last. The buyer offers 3, 4, 6; the seller last asked 8. Relative with 1 step: 4/6 x 0.8 =
   * 0.533, so 6. With 2 steps: 3/4 x 0.8 = 0.6, so 6. Averaged over 2: 3/6 x 0.8 = 0.4, so 4; with
   * 1 it is the relative one.
   */
  @Example
  void tit_for_tat_answers_as_the_paper_says() {
    assertThat(TitForTat.target(0.4, 0.6, 0.8, 0, 1)).isCloseTo(0.8 * 2 / 3, within(TINY));
    assertThat(answer(TitForTat.relative(1), 8, 3, 4, 6)).isEqualTo(6);
    assertThat(answer(TitForTat.relative(2), 8, 3, 4, 6)).isEqualTo(6);
    assertThat(answer(TitForTat.averaged(2), 8, 3, 4, 6)).isEqualTo(4);
    assertThat(answer(TitForTat.averaged(1), 8, 3, 4, 6))
        .isEqualTo(answer(TitForTat.relative(1), 8, 3, 4, 6));
  }

  @Example
  void tit_for_tat_stays_between_its_least_and_its_most() {
    assertThat(TitForTat.target(0.1, 0.9, 0.8, 0.3, 1)).isEqualTo(0.3);
    assertThat(TitForTat.target(0.9, 0.1, 0.8, 0.3, 1)).isEqualTo(1);
  }

  /** Two steps need three offers; and an offer that is worth nothing makes no ratio. */
  @Example
  void tit_for_tat_starts_from_its_best_and_repeats_where_there_is_no_ratio() {
    assertThat(answer(TitForTat.relative(2), 8, 3, 4)).isEqualTo(10);
    assertThat(answer(TitForTat.relative(1), 8, 3, 0)).isEqualTo(8);
  }

  private static int answer(Bidding bidding, int mine, int... offers) {
    Seat seat = Tables.seat(Tables.seller("0.2"), 10);
    Bidder bidder = bidding.start(seat);
    seat.makes(mine);
    for (int offer : offers) {
      seat.hears(offer, 1);
    }
    return bidder.bid();
  }

  /**
   * De Jonge 2022: with m different offers made and n heard, a new one where m is at most n. The
   * seller asks 10 (0 and 0), then, having heard 0, 9 (1 and 1); the buyer repeats 0 (2 and 1), so
   * it repeats 10 or 9; the buyer offers 1 (2 and 2), so 8. Now 7 would be its next: it accepts 7
   * from the buyer and not 6.
   */
  @Example
  void micro_concedes_when_it_hears_something_new() {
    Seat seat = Tables.seat(Tables.seller("0.2"), 10);
    Player player = new Micro().start(seat);
    assertThat(player.act()).isEqualTo(Action.bid(10));
    assertThat(hears(seat, player, 0)).isEqualTo(Action.bid(9));
    assertThat(hears(seat, player, 0)).isIn(Action.bid(10), Action.bid(9));
    assertThat(hears(seat, player, 1)).isEqualTo(Action.bid(8));
    assertThat(hears(seat, player, 6)).isEqualTo(Action.bid(7));
    assertThat(hears(seat, player, 6)).isInstanceOf(Action.Bid.class);
    assertThat(hears(seat, player, 7)).isEqualTo(Action.ACCEPT);
  }

  /** With a reservation of 0.8 it has 10, 9 and 8 to ask for, and repeats them. */
  @Example
  void micro_never_goes_below_no_agreement() {
    Seat seat = Tables.seat(Tables.seller("0.8"), 100);
    Player player = new Micro().start(seat);
    player.act();
    for (int offer = 0; offer < 8; offer++) {
      Action action = hears(seat, player, offer);
      assertThat(((Action.Bid) action).outcome()).isGreaterThanOrEqualTo(8);
    }
  }

  private static Action hears(Seat seat, Player player, int offer) {
    seat.hears(offer, 1);
    seat.turn(1, offer, seat.record());
    return player.act();
  }

  /**
   * Baarslag, Hindriks and Jonker 2013. What is offered is 5 and the next offer would be 6: AC_next
   * says no, and yes with alpha 1.2 (0.6) or beta 0.1; AC_const compares with 0.5; AC_time with the
   * moment.
   */
  @Example
  void acceptance_conditions_compare_as_the_paper_says() {
    Seat seat = Tables.seat(Tables.seller("0"), 11);
    seat.turn(6, 5, seat.record());
    assertThat(Acceptance.next().accepts(seat, 5, 6)).isFalse();
    assertThat(Acceptance.next().accepts(seat, 6, 6)).isTrue();
    assertThat(Acceptance.next(1.2, 0).accepts(seat, 5, 6)).isTrue();
    assertThat(Acceptance.next(1, 0.1).accepts(seat, 5, 6)).isTrue();
    assertThat(Acceptance.constant(0.5).accepts(seat, 5, 9)).isTrue();
    assertThat(Acceptance.constant(0.51).accepts(seat, 5, 9)).isFalse();
    assertThat(Acceptance.time(0.5).accepts(seat, 0, 9)).isTrue();
    assertThat(Acceptance.time(0.51).accepts(seat, 0, 9)).isFalse();
  }

  /**
   * In 11 rounds 7 was offered in round 2 (time 0.1), 2 in round 9 (0.8), 4 in round 10 (0.9). At
   * 0.9 a tenth of the time is left, so the window begins at 0.8. The best so far is 7, the best of
   * the window 4, its mean 3.
   */
  @Example
  void the_combined_condition_looks_back_as_far_as_there_is_time_left() {
    Seat seat = Tables.seat(Tables.seller("0"), 11);
    seat.hears(7, 2);
    seat.hears(2, 9);
    seat.hears(4, 10);
    seat.turn(10, 4, seat.record());
    assertThat(Acceptance.combined(0.9, Window.BEST).accepts(seat, 4, 9)).isFalse();
    assertThat(Acceptance.combined(0.9, Window.BEST_IN_WINDOW).accepts(seat, 4, 9)).isTrue();
    assertThat(Acceptance.combined(0.9, Window.BEST_IN_WINDOW).accepts(seat, 3, 9)).isFalse();
    assertThat(Acceptance.combined(0.9, Window.MEAN_IN_WINDOW).accepts(seat, 3, 9)).isTrue();
    assertThat(Acceptance.combined(0.9, Window.MEAN_IN_WINDOW).accepts(seat, 2, 9)).isFalse();
    assertThat(Acceptance.combined(0.95, Window.MEAN_IN_WINDOW).accepts(seat, 4, 9)).isFalse();
    assertThat(Acceptance.combined(0.95, Window.MEAN_IN_WINDOW).accepts(seat, 9, 9)).isTrue();
  }

  /** Klein and others 2003: e^(-loss/T). A loss of 0.1 at T = 0.1 is e^-1; half-way T is half. */
  @Example
  void an_annealer_takes_a_loss_with_the_chance_of_the_paper() {
    DraftVoter annealer = DraftVoter.annealer(0.1);
    assertThat(annealer.chance(-0.1, 0)).isCloseTo(0.36787944117, within(TINY));
    assertThat(annealer.chance(-0.1, 0.5)).isCloseTo(0.13533528323, within(TINY));
    assertThat(annealer.chance(-0.1, 1)).isEqualTo(0);
    assertThat(annealer.chance(0, 0.5)).isEqualTo(1);
    assertThat(DraftVoter.hillClimber().chance(-0.0001, 0)).isEqualTo(0);
  }

  /** Wilson 1927, 8 of 10 at 95 per cent: 0.4902 to 0.9433; 0 of 10: 0 to 0.2775. */
  @Example
  void shares_have_the_interval_of_wilson() {
    Estimate eight = Estimate.share(8, 10);
    assertThat(eight.low()).isCloseTo(0.4901625, within(1e-6));
    assertThat(eight.high()).isCloseTo(0.9433178, within(1e-6));
    assertThat(Estimate.share(0, 10).low()).isEqualTo(0);
    assertThat(Estimate.share(0, 10).high()).isCloseTo(0.2775328, within(1e-6));
    assertThat(Estimate.share(10, 10).high()).isEqualTo(1);
    assertThat(eight).hasToString("0.800 (0.490 to 0.943)");
  }

  /** Of 0 and 1, fifty times each, the mean is 0.5 with a standard error of 0.05: 0.4 to 0.6. */
  @Example
  void means_have_an_interval_by_resampling() {
    Estimate few = Estimate.mean(new double[] {0, 1}, new long[] {50, 50});
    assertThat(few.value()).isEqualTo(0.5);
    assertThat(few.low()).isCloseTo(0.402, within(0.02));
    assertThat(few.high()).isCloseTo(0.598, within(0.02));
    Estimate many = Estimate.mean(new double[] {0, 1}, new long[] {5_000, 5_000});
    assertThat(many.high() - many.low()).isCloseTo(2 * 1.96 * 0.005, within(1e-4));
  }

  @Example
  void wrong_parameters_are_named() {
    assertThatThrownBy(() -> TimeDependent.boulware(1.5))
        .hasMessage("beta (1.5) of a Boulware must be below 1. From 1 on, take linear or conceder");
    assertThatThrownBy(() -> TimeDependent.conceder(Double.NaN)).hasMessageContaining("beta (NaN)");
    assertThatThrownBy(() -> new TimeDependent(Shape.EXPONENTIAL, 1, 0))
        .hasMessageContaining("kappa (0)");
    assertThatThrownBy(() -> TitForTat.relative(0)).hasMessage("steps (0) must be 1 or more");
    assertThatThrownBy(() -> Acceptance.time(2)).hasMessageContaining("moment (2.0)");
    assertThatThrownBy(() -> DraftVoter.annealer(0)).hasMessageContaining("hill climber");
    assertThatThrownBy(() -> Estimate.share(3, 2)).hasMessageContaining("share (3 of 2)");
  }
}
