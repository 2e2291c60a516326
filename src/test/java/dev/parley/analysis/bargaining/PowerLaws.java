package dev.parley.analysis.bargaining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Scale;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/** Bargaining with unequal power, and with time that costs, against the definitions. */
class PowerLaws {
  /** A pie of so many pieces, of which the two parties get all, each piece worth 1. */
  private static List<AdditiveProfile> pie(int pieces) {
    Agenda agenda =
        Agenda.builder()
            .principal("a", "A")
            .principal("b", "B")
            .issue("pie", Scale.quantity(0, pieces, "pieces"))
            .build();
    OutcomeSpace space = OutcomeSpace.of(agenda);
    String all = Integer.toString(pieces);
    return List.of(
        AdditiveProfile.on(space, "a")
            .issue("pie", "1", Evaluation.linear("0", all))
            .reservation("0")
            .build(),
        AdditiveProfile.on(space, "b")
            .issue("pie", "1", Evaluation.linear(all, "0"))
            .reservation("0")
            .build());
  }

  private static Frontier frontier(List<? extends Profile> profiles) {
    return BargainingProblem.of(profiles.get(0).space(), profiles).frontier();
  }

  private static List<AdditiveProfile> powers(List<AdditiveProfile> pie, BargainingPower... own) {
    List<AdditiveProfile> with = new ArrayList<>();
    for (int p = 0; p < own.length; p++) {
      with.add(pie.get(p).withPower(own[p]));
    }
    return with;
  }

  private static List<AdditiveProfile> costs(List<AdditiveProfile> pie, TimeCost a, TimeCost b) {
    return List.of(pie.get(0).withTimeCost(a), pie.get(1).withTimeCost(b));
  }

  private static List<String> shares(List<Payoff> payoffs) {
    return payoffs.stream().map(p -> p.utilities().values().toString()).toList();
  }

  /** The textbook's division of a pie: max x^a (1 - x)^(1 - a) at x = a. */
  @Property(tries = 99)
  void a_pie_is_divided_as_power_is(@ForAll @IntRange(min = 1, max = 99) int percent) {
    List<AdditiveProfile> with =
        powers(
            pie(100),
            new BargainingPower(Fraction.of(percent, 100)),
            new BargainingPower(Fraction.of(100 - percent, 100)));
    assertThat(shares(frontier(with).solution(SolutionConcept.ASYMMETRIC_NASH).payoffs()))
        .containsExactly("[%s, %s]".formatted(percent, 100 - percent));
  }

  @Property(tries = 300)
  void powers_pick_what_the_bare_products_pick(
      @ForAll("games") Game game, @ForAll List<@IntRange(min = 1, max = 5) Integer> drawn) {
    int[] own =
        IntStream.range(0, game.parties()).map(p -> p < drawn.size() ? drawn.get(p) : 1).toArray();
    List<Profile> profiles = new ArrayList<>();
    List<Profile> plain = game.problem().profiles();
    for (int p = 0; p < own.length; p++) {
      profiles.add(
          ((AdditiveProfile) plain.get(p)).withPower(new BargainingPower(Fraction.of(own[p]))));
    }
    Frontier frontier = frontier(profiles);
    List<long[]> set =
        frontier.negotiationSet().stream()
            .map(p -> game.utilities(game.read(p.outcome())))
            .toList();
    BigInteger most =
        set.stream()
            .map(u -> product(game, u, own))
            .reduce(BigInteger::max)
            .orElse(BigInteger.ZERO);
    List<String> best =
        set.stream().filter(u -> product(game, u, own).equals(most)).map(Arrays::toString).toList();
    Frontier.Solution solution = frontier.solution(SolutionConcept.ASYMMETRIC_NASH);
    assertThat(shares(solution.payoffs())).isEqualTo(best);
    assertThat(solution.score()).isEmpty();
    assertThat(frontier.concepts()).contains(SolutionConcept.values());
    if (Arrays.stream(own).distinct().count() == 1) {
      assertThat(solution.payoffs()).isEqualTo(frontier.solution(SolutionConcept.NASH).payoffs());
    }
    Statistics.label("differs")
        .collect(!solution.payoffs().equals(frontier.solution(SolutionConcept.NASH).payoffs()))
        .coverage(c -> c.check(true).percentage(x -> x > 2));
    Statistics.label("ties")
        .collect(best.size() > 1)
        .coverage(c -> c.check(true).count(n -> n > 0));
  }

  @Provide
  Arbitrary<Game> games() {
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(3, Game.games(2)), net.jqwik.api.Tuple.of(1, Game.games(3)));
  }

  private static BigInteger product(Game game, long[] utilities, int[] powers) {
    BigInteger product = BigInteger.ONE;
    for (int p = 0; p < powers.length; p++) {
      product =
          product.multiply(BigInteger.valueOf(utilities[p] - game.reserved()[p]).pow(powers[p]));
    }
    return product;
  }

  /** Logarithms of these products agree in the first twenty digits. */
  @Example
  void a_difference_far_below_the_precision_of_doubles_decides() {
    Agenda agenda =
        Agenda.builder()
            .principal("a", "A")
            .principal("b", "B")
            .issue("plan", Scale.options("even", "odd"))
            .build();
    OutcomeSpace space = OutcomeSpace.of(agenda);
    List<AdditiveProfile> both =
        List.of(
            AdditiveProfile.on(space, "a")
                .issue(
                    "plan",
                    "1",
                    Evaluation.table().value("even", "1000000000000").value("odd", "1000000000001"))
                .reservation("0")
                .build(),
            AdditiveProfile.on(space, "b")
                .issue(
                    "plan",
                    "1",
                    Evaluation.table().value("even", "1000000000000").value("odd", "999999999999"))
                .reservation("0")
                .build());
    BargainingPower same = BargainingPower.of("0.7");
    assertThat(frontier(powers(both, same, same)).solution(SolutionConcept.ASYMMETRIC_NASH))
        .hasToString("asymmetric Nash: a 1000000000000, b 1000000000000: plan even");
    assertThat(
            frontier(powers(both, BargainingPower.of("0.501"), BargainingPower.of("0.499")))
                .solution(SolutionConcept.ASYMMETRIC_NASH)
                .toString())
        .endsWith("plan odd");
  }

  @Example
  void without_a_power_of_everybody_there_is_no_asymmetric_solution() {
    List<AdditiveProfile> half =
        List.of(pie(4).get(0).withPower(BargainingPower.of("2")), pie(4).get(1));
    assertThat(frontier(half).concepts()).doesNotContain(SolutionConcept.ASYMMETRIC_NASH);
    assertThatThrownBy(() -> frontier(half).solution(SolutionConcept.ASYMMETRIC_NASH))
        .hasMessage(
            "profile of (b) states no bargaining power: give it one, such as 2, or ask for the solution of Nash, in which all have the same");
    for (String wrong : List.of("0", "-1", "100.5", "1/3", "0.0005")) {
      assertThatThrownBy(() -> BargainingPower.of(wrong))
          .hasMessageStartingWith("bargaining power (")
          .hasMessageContaining("must be above 0 and at most 100");
    }
  }

  /** (1 - d)/(1 - d*d) is 10/19 with 0.9: ten pieces of nineteen for whoever begins. */
  @Example
  void with_discounts_of_nine_tenths_ten_pieces_of_nineteen_go_to_the_first() {
    TimeCost cost = TimeCost.of("0.9");
    Frontier frontier = frontier(costs(pie(19), cost, cost));
    assertThat(frontier.rubinstein())
        .extracting(r -> r.first() + " " + shares(r.payoffs()))
        .containsExactly("a [[10, 9]]", "b [[9, 10]]");
  }

  /** A discount of 0.9 and a chance of 1/2 that the talks go on: 20/29. */
  @Example
  void talks_that_may_end_are_as_a_discount() {
    TimeCost cost = TimeCost.of("0.9", "0.5");
    assertThat(frontier(costs(pie(29), cost, cost)).rubinstein())
        .extracting(r -> r.first() + " " + shares(r.payoffs()))
        .containsExactly("a [[20, 9]]", "b [[9, 20]]");
  }

  /** Each step of the pie is small beside the cost of a round, so that whole pieces are close. */
  @Property(tries = 60)
  void a_fine_pie_is_divided_as_the_formula_says(
      @ForAll @IntRange(min = 5, max = 95) int one, @ForAll @IntRange(min = 5, max = 95) int two) {
    int pieces = 2_000;
    RubinsteinDivision division =
        new RubinsteinDivision(Fraction.of(one, 100), Fraction.of(two, 100));
    Frontier frontier =
        frontier(
            costs(
                pie(pieces),
                new TimeCost(division.first(), Fraction.ZERO),
                new TimeCost(division.second(), Fraction.ZERO)));
    // Rounding to whole pieces is made good in each round: it grows like a sum of the factors.
    double pull = 2 / (1 - one * two / 10_000.0);
    assertThat(frontier.rubinstein().get(0).payoffs())
        .isNotEmpty()
        .allSatisfy(
            p ->
                assertThat(p.utility("a").doubleValue())
                    .isCloseTo(division.firstShare().doubleValue() * pieces, within(pull)));
  }

  /**
   * Binmore, Rubinstein and Wolinsky: with ever shorter rounds, the asymmetric solution of Nash.
   */
  @Property(tries = 30)
  void short_rounds_come_to_the_asymmetric_solution(
      @ForAll @IntRange(min = 1, max = 9) int one, @ForAll @IntRange(min = 1, max = 9) int two) {
    int pieces = 20_000;
    RubinsteinDivision division =
        new RubinsteinDivision(Fraction.of(1_000 - one, 1_000), Fraction.of(1_000 - two, 1_000));
    BargainingPower power = division.firstPower();
    List<AdditiveProfile> with =
        powers(
            costs(
                pie(pieces),
                new TimeCost(division.first(), Fraction.ZERO),
                new TimeCost(division.second(), Fraction.ZERO)),
            power,
            new BargainingPower(Fraction.ONE.minus(power.weight())));
    Frontier frontier = frontier(with);
    double nash =
        frontier
            .solution(SolutionConcept.ASYMMETRIC_NASH)
            .payoffs()
            .get(0)
            .utility("a")
            .doubleValue();
    for (RubinsteinOutcome outcome : frontier.rubinstein()) {
      assertThat(outcome.payoffs())
          .isNotEmpty()
          .allSatisfy(
              p ->
                  assertThat(p.utility("a").doubleValue() / pieces)
                      .isCloseTo(nash / pieces, within(0.06)));
    }
  }

  /** With a smallest piece and little cost, any division can be agreed on. */
  @Example
  void where_a_round_costs_less_than_a_piece_every_division_holds() {
    TimeCost cost = TimeCost.of("0.99");
    assertThat(frontier(costs(pie(10), cost, cost)).rubinstein().get(0).payoffs()).hasSize(11);
  }

  @Property(tries = 200)
  void each_accepts_what_waiting_would_bring_and_nothing_better_is_accepted(
      @ForAll("pairs") Game game,
      @ForAll @IntRange(min = 1, max = 10) int one,
      @ForAll @IntRange(min = 1, max = 10) int two) {
    List<Profile> plain = game.problem().profiles();
    Frontier frontier =
        frontier(
            List.of(
                ((AdditiveProfile) plain.get(0))
                    .withTimeCost(new TimeCost(Fraction.of(one, 10), Fraction.ZERO)),
                ((AdditiveProfile) plain.get(1))
                    .withTimeCost(new TimeCost(Fraction.of(two, 10), Fraction.ZERO))));
    List<long[]> set =
        frontier.negotiationSet().stream()
            .map(p -> game.utilities(game.read(p.outcome())))
            .toList();
    List<String> agreed = new ArrayList<>();
    for (long[] x : set) {
      if (set.stream()
          .anyMatch(y -> isBest(game, set, 0, x, y, two) && isBest(game, set, 1, y, x, one))) {
        agreed.add(Arrays.toString(x));
      }
    }
    assertThat(shares(frontier.rubinstein().get(0).payoffs())).isEqualTo(agreed);
    assertThat(agreed.isEmpty()).isEqualTo(set.isEmpty());
    assertThat(frontier.rubinstein().get(1).payoffs().isEmpty()).isEqualTo(set.isEmpty());
    Statistics.label("several")
        .collect(set.size() > 1)
        .coverage(c -> c.check(true).percentage(x -> x > 10));
  }

  @Provide
  Arbitrary<Game> pairs() {
    return Game.games(2);
  }

  /** Whether an offer is its maker's best that the other prefers to its own in a round. */
  private static boolean isBest(
      Game game, List<long[]> set, int maker, long[] offer, long[] later, int tenths) {
    return accepts(game, 1 - maker, offer, later, tenths)
        && set.stream()
            .allMatch(
                better ->
                    better[maker] <= offer[maker]
                        || !accepts(game, 1 - maker, better, later, tenths));
  }

  private static boolean accepts(Game game, int p, long[] offer, long[] later, int tenths) {
    return 10 * (offer[p] - game.reserved()[p]) >= tenths * (later[p] - game.reserved()[p]);
  }

  @Example
  void rubinstein_needs_two_parties_whose_costs_of_time_are_known() {
    TimeCost cost = TimeCost.of("0.9");
    List<AdditiveProfile> pie = pie(5);
    assertThat(frontier(pie).rubinstein()).isEmpty();
    assertThat(frontier(List.of(pie.get(0).withTimeCost(cost), pie.get(1))).rubinstein()).isEmpty();
    List<AdditiveProfile> three =
        ImmutableList.<AdditiveProfile>builder()
            .addAll(costs(pie, cost, cost))
            .add(pie.get(0).withParty(dev.parley.agenda.ActorId.of("c")).withTimeCost(cost))
            .build();
    assertThat(frontier(three).rubinstein()).isEmpty();
    List<AdditiveProfile> greedy =
        costs(pie, cost, cost).stream()
            .map(p -> p.withReservation(Profile.ReservationPoint.of("4")))
            .toList();
    assertThat(frontier(greedy).rubinstein().get(0).payoffs()).isEmpty();
    FunctionProfile function =
        FunctionProfile.of(pie.get(0).space(), "a", pie.get(0)::utility)
            .withReservation(Profile.ReservationPoint.of("0"))
            .withPower(BargainingPower.of("1"))
            .withTimeCost(cost);
    Frontier mixed =
        frontier(
            List.of(function, pie.get(1).withPower(BargainingPower.of("4")).withTimeCost(cost)));
    assertThat(shares(mixed.solution(SolutionConcept.ASYMMETRIC_NASH).payoffs()))
        .containsExactly("[1, 4]");
    assertThat(mixed.rubinstein()).hasSize(2);
  }
}
