package dev.parley.analysis.bargaining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The division of Rubinstein, by its paper. */
class RubinsteinDivisionTest {
  /** (1 - 0.9)/(1 - 0.81) = 0.1/0.19. */
  @Example
  void with_discounts_of_nine_tenths_the_first_gets_ten_of_nineteen() {
    RubinsteinDivision division = RubinsteinDivision.of("0.9", "0.9");
    assertThat(division.firstShare()).isEqualTo(Fraction.of(10, 19));
    assertThat(division.secondShare()).isEqualTo(Fraction.of(9, 19));
  }

  /** 0.9 times 0.5 is 0.45, and with equal discounts d the first gets 1/(1 + d) = 20/29. */
  @Example
  void a_chance_that_talks_end_counts_like_impatience() {
    assertThat(RubinsteinDivision.of("0.9", "0.9").goingOn("0.5").firstShare())
        .isEqualTo(Fraction.of(20, 29));
  }

  /**
   * What makes it an equilibrium: each offers the other exactly what the other would get a round
   * later, when it is its turn to offer.
   */
  @Property(tries = 200)
  void each_is_offered_what_waiting_would_bring(
      @ForAll @IntRange(min = 1, max = 99) int one, @ForAll @IntRange(min = 1, max = 99) int two) {
    RubinsteinDivision now = new RubinsteinDivision(Fraction.of(one, 100), Fraction.of(two, 100));
    RubinsteinDivision later = new RubinsteinDivision(now.second(), now.first());
    assertThat(now.secondShare()).isEqualTo(now.second().times(later.firstShare()));
    assertThat(now.firstShare().plus(now.secondShare())).isEqualTo(Fraction.ONE);
  }

  /** With d2 = d1 squared, the first has twice the patience: log d2 / (3 log d1) = 2/3. */
  @Example
  void the_power_in_the_limit_is_the_share_of_patience() {
    assertThat(RubinsteinDivision.of("0.9", "0.81").firstPower())
        .isEqualTo(BargainingPower.of("0.667"));
    assertThat(RubinsteinDivision.of("0.81", "0.9").firstPower())
        .isEqualTo(BargainingPower.of("0.333"));
    assertThat(RubinsteinDivision.of("0.7", "0.7").firstPower())
        .isEqualTo(BargainingPower.of("0.5"));
    assertThat(RubinsteinDivision.of("0.999999", "0.000001").firstPower())
        .isEqualTo(BargainingPower.of("0.999"));
  }

  @Example
  void a_discount_of_one_has_no_division() {
    assertThatThrownBy(() -> RubinsteinDivision.of("1", "0.9"))
        .hasMessage(
            "discount (1) must be above 0 and below 1: a unit a round later is worth less, but not nothing");
    assertThatThrownBy(() -> RubinsteinDivision.of("0.9", "0.9").goingOn("0"))
        .hasMessageStartingWith("chance of going on (0) must be above 0 and below 1");
  }
}
