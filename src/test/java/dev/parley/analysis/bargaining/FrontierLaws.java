package dev.parley.analysis.bargaining;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agenda.Terms;
import dev.parley.analysis.bargaining.BargainingProblem.Method;
import dev.parley.analysis.bargaining.Frontier.Solution;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/** Frontier and solutions against the bare definitions, on small games full of ties. */
@StatisticsReport(StatisticsReportMode.OFF)
class FrontierLaws {
  @Provide
  Arbitrary<Game> games() {
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(3, Game.games(2)),
        net.jqwik.api.Tuple.of(2, Game.games(3)),
        net.jqwik.api.Tuple.of(1, Game.games(4)));
  }

  @Provide
  Arbitrary<Game> pairs() {
    return Game.games(2);
  }

  private static List<BargainingProblem> ways(BargainingProblem problem) {
    List<BargainingProblem> ways = new ArrayList<>();
    for (Method method : Method.values()) {
      ways.add(problem.by(method));
      if (method != Method.MERGING) {
        ways.add(Domains.counted(problem).by(method));
        ways.add(Domains.valued(problem).by(method));
      }
    }
    return ways;
  }

  @Property
  void every_method_finds_the_frontier_that_a_checker_confirms(@ForAll("games") Game game) {
    BargainingProblem problem = game.problem();
    List<Payoff> merged = problem.frontier().efficient();
    assertThat(Checker.objections(game, merged)).isEmpty();
    for (BargainingProblem way : ways(problem)) {
      Frontier frontier = way.frontier();
      assertThat(frontier.efficient()).isEqualTo(merged);
      assertThat(frontier.efficient().stream().map(Payoff::outcomes))
          .isEqualTo(merged.stream().map(Payoff::outcomes).toList());
      assertThat(frontier.ideal()).isEqualTo(problem.frontier().ideal());
      assertThat(frontier.worst()).isEqualTo(problem.frontier().worst());
    }
    boolean tied = merged.stream().anyMatch(p -> p.outcomes().compareTo(BigInteger.ONE) > 0);
    Statistics.label("tied").collect(tied);
    Statistics.label("tied").coverage(c -> c.check(true).count(n -> n > 10));
    Statistics.label("several").collect(merged.size() > 1);
    Statistics.label("several").coverage(c -> c.check(true).count(n -> n > 10));
  }

  @Property
  void a_payoff_names_the_first_outcome_that_gives_it(@ForAll("games") Game game) {
    List<int[]> outcomes = game.outcomes();
    for (Payoff payoff : game.problem().frontier().efficient()) {
      long[] utilities = game.utilities(game.read(payoff.outcome()));
      int first = 0;
      while (!Arrays.equals(game.utilities(outcomes.get(first)), utilities)) {
        first++;
      }
      assertThat(payoff.number()).isEqualTo(first);
    }
  }

  @Property
  void an_outcome_is_efficient_or_a_better_one_is_shown(@ForAll("games") Game game) {
    Frontier frontier = game.problem().frontier();
    for (int[] outcome : game.outcomes()) {
      Terms terms = terms(game, frontier, outcome);
      long[] here = game.utilities(outcome);
      Optional<Payoff> better = frontier.better(terms);
      if (better.isPresent()) {
        long[] there = game.utilities(game.read(better.get().outcome()));
        assertThat(there).isNotEqualTo(here);
        for (int p = 0; p < here.length; p++) {
          assertThat(there[p]).isGreaterThanOrEqualTo(here[p]);
        }
      } else {
        assertThat(frontier.efficient())
            .anySatisfy(e -> assertThat(game.utilities(game.read(e.outcome()))).isEqualTo(here));
      }
      Statistics.collect(better.isPresent());
    }
    Statistics.coverage(c -> c.check(true).count(n -> n > 10));
    Statistics.coverage(c -> c.check(false).count(n -> n > 10));
  }

  private static Terms terms(Game game, Frontier frontier, int[] outcome) {
    long number = 0;
    for (int i = 0; i < outcome.length; i++) {
      number = number * game.values(i) + outcome[i];
    }
    Terms terms = frontier.space().outcome(number);
    assertThat(game.read(terms)).isEqualTo(outcome);
    return terms;
  }

  @Property
  void every_concept_picks_what_its_definition_picks_all_ties_and_none_too(
      @ForAll("games") Game game) {
    Frontier frontier = game.problem().frontier();
    for (SolutionConcept concept : frontier.concepts()) {
      Solution solution = frontier.solution(concept);
      assertThat(solution.payoffs().stream().map(p -> p.utilities().values().toString()).sorted())
          .as(concept.title())
          .isEqualTo(Checker.picks(game, concept));
      assertThat(frontier.negotiationSet()).containsAll(solution.payoffs());
      Statistics.label(concept.title()).collect(Math.min(2, solution.payoffs().size()));
      Statistics.label(concept.title())
          .coverage(
              c -> {
                c.check(0).count(n -> n > 3);
                c.check(1).count(n -> n > 3);
                c.check(2).count(n -> n > 0);
              });
    }
    if (frontier.negotiationSet().isEmpty()) {
      for (int[] outcome : game.outcomes()) {
        long[] utilities = game.utilities(outcome);
        boolean refused = false;
        for (int p = 0; p < utilities.length; p++) {
          refused |= utilities[p] < game.reserved()[p];
        }
        assertThat(refused).isTrue();
      }
      assertThat(frontier.efficient()).allSatisfy(p -> assertThat(p.refusers()).isNotEmpty());
    }
  }

  @Provide
  Arbitrary<Fraction> factors() {
    return Arbitraries.of("1/3", "2", "0.001", "7/5", "1000000007").map(Fraction::parse);
  }

  @Property
  void nash_and_kalai_smorodinsky_ask_for_no_unit_of_utility(
      @ForAll("games") Game game,
      @ForAll("factors") Fraction one,
      @ForAll("factors") Fraction two) {
    Frontier plain = game.problem().frontier();
    Frontier scaled = game.problem(one, two).frontier();
    for (SolutionConcept concept :
        List.of(
            SolutionConcept.NASH,
            SolutionConcept.KALAI_SMORODINSKY,
            SolutionConcept.OVERALL_IDEAL_SHARES,
            SolutionConcept.RELATIVE_UTILITARIAN)) {
      assertThat(outcomes(scaled, concept)).isEqualTo(outcomes(plain, concept));
    }
    Statistics.collect(
        outcomes(scaled, SolutionConcept.EGALITARIAN)
            .equals(outcomes(plain, SolutionConcept.EGALITARIAN)));
    Statistics.coverage(c -> c.check(false).count(n -> n > 3));
  }

  @Property
  void nash_and_kalai_smorodinsky_ask_for_no_zero_of_utility(
      @ForAll("games") Game game, @ForAll long shift) {
    long by = shift % 1000;
    long[][][] worth = game.worth().clone();
    worth[0] = worth[0].clone();
    worth[0][0] = Arrays.stream(worth[0][0]).map(w -> w + by).toArray();
    long[] reserved = game.reserved().clone();
    reserved[0] += by;
    Frontier plain = game.problem().frontier();
    Frontier shifted = new Game(worth, reserved).problem().frontier();
    for (SolutionConcept concept : plain.concepts()) {
      assertThat(outcomes(shifted, concept)).isEqualTo(outcomes(plain, concept));
    }
  }

  private static List<BigInteger> outcomes(Frontier frontier, SolutionConcept concept) {
    return frontier.solution(concept).payoffs().stream().map(Payoff::number).sorted().toList();
  }

  @Property
  void who_is_named_first_does_not_matter(@ForAll("pairs") Game game) {
    Frontier plain = game.problem().frontier();
    Frontier swapped = game.swapped().problem().frontier();
    for (SolutionConcept concept : plain.concepts()) {
      assertThat(outcomes(swapped, concept)).isEqualTo(outcomes(plain, concept));
    }
  }

  @Property
  void nash_does_not_look_at_what_it_would_not_pick(@ForAll("games") Game game) {
    if (game.values(0) < 3) {
      return;
    }
    Game less = game.withoutLast(0);
    List<String> picked = Checker.picks(game, SolutionConcept.NASH);
    List<String> left =
        less.outcomes().stream().map(o -> Arrays.toString(game.utilities(o))).toList();
    if (left.containsAll(picked) && !picked.isEmpty()) {
      assertThat(
              utilities(less.problem().frontier().solution(SolutionConcept.NASH)).stream().sorted())
          .containsAll(picked);
    }
    Statistics.collect(left.containsAll(picked) && !picked.isEmpty());
    Statistics.coverage(c -> c.check(true).count(n -> n > 10));
  }

  private static List<String> utilities(Solution solution) {
    return solution.payoffs().stream().map(p -> p.utilities().values().toString()).toList();
  }

  @Property
  void more_outcomes_never_lower_the_smallest_gain_or_the_share_of_an_unchanged_ideal(
      @ForAll("games") Game game) {
    if (game.values(0) < 3) {
      return;
    }
    Frontier more = game.problem().frontier();
    Frontier less = game.withoutLast(0).problem().frontier();
    if (less.negotiationSet().isEmpty()) {
      return;
    }
    grows(less, more, SolutionConcept.EGALITARIAN);
    if (less.ideal().equals(more.ideal())) {
      grows(less, more, SolutionConcept.OVERALL_IDEAL_SHARES);
    }
    if (less.rationalIdeal().equals(more.rationalIdeal())) {
      grows(less, more, SolutionConcept.KALAI_SMORODINSKY);
    }
    Statistics.collect(less.rationalIdeal().equals(more.rationalIdeal()));
    Statistics.coverage(c -> c.check(true).count(n -> n > 10));
  }

  private static void grows(Frontier less, Frontier more, SolutionConcept concept) {
    assertThat(more.solution(concept).score().orElseThrow())
        .isGreaterThanOrEqualTo(less.solution(concept).score().orElseThrow());
  }

  @Property(tries = 60)
  void numbers_beyond_a_long_give_the_same_frontier(@ForAll("games") Game game) {
    Fraction huge = Fraction.of(BigDecimal.TEN.pow(30));
    BargainingProblem big = game.problem(huge, huge, huge, huge);
    for (Profile profile : big.profiles()) {
      ScaledProfile scaling = ScaledProfile.of((AdditiveProfile) profile);
      Statistics.collect(scaling.inLongs().isEmpty());
    }
    Statistics.coverage(c -> c.check(true).count(n -> n > 10));
    List<BigInteger> numbers = numbers(game.problem());
    assertThat(numbers(big)).isEqualTo(numbers);
    assertThat(numbers(big.by(Method.ENUMERATION))).isEqualTo(numbers);
  }

  private static List<BigInteger> numbers(BargainingProblem problem) {
    return problem.frontier().efficient().stream().map(Payoff::number).toList();
  }

  @Provide
  Arbitrary<Game> large() {
    return Game.ofShape(2, List.of(8, 8, 8, 8, 10));
  }

  @Provide
  Arbitrary<Game> largeOfThree() {
    return Game.ofShape(3, List.of(8, 8, 8, 8, 5));
  }

  @Tag("slow")
  @Property(tries = 4)
  void several_threads_find_what_one_finds(
      @ForAll("large") Game two, @ForAll("largeOfThree") Game three) {
    for (Game game : List.of(two, three)) {
      BargainingProblem problem = game.problem();
      Frontier alone = problem.by(Method.SEQUENTIAL_ENUMERATION).frontier();
      Frontier together = problem.by(Method.ENUMERATION).frontier();
      assertThat(together.efficient()).isEqualTo(alone.efficient());
      assertThat(together.census()).isEqualTo(alone.census());
      assertThat(problem.frontier().efficient()).isEqualTo(alone.efficient());
      Frontier valued = Domains.valued(problem).frontier();
      assertThat(valued.efficient()).isEqualTo(alone.efficient());
      assertThat(valued.census()).isEqualTo(alone.census());
      assertThat(valued.ideal()).isEqualTo(alone.ideal());
      assertThat(valued.worst()).isEqualTo(alone.worst());
    }
  }

  @Property
  void what_is_found_within_a_budget_is_real_and_says_that_it_is_not_all(
      @ForAll("games") Game game) {
    BargainingProblem problem = game.problem();
    for (BargainingProblem way : ways(problem)) {
      Frontier frontier = way.within(3).frontier();
      assertThat(frontier.efficient()).isNotEmpty();
      List<long[]> claimed = new ArrayList<>();
      for (Payoff payoff : frontier.efficient()) {
        long[] utilities = game.utilities(game.read(payoff.outcome()));
        assertThat(payoff.utilities().values()).hasToString(Arrays.toString(utilities));
        claimed.add(utilities);
      }
      if (frontier.isComplete()) {
        assertThat(frontier.efficient()).isEqualTo(problem.frontier().efficient());
      }
      Statistics.collect(frontier.isComplete());
    }
    Statistics.coverage(c -> c.check(false).count(n -> n > 10));
    Statistics.coverage(c -> c.check(true).count(n -> n > 3));
  }
}
