package dev.parley.analysis.bargaining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parley.agenda.Terms;
import dev.parley.analysis.bargaining.BargainingProblem.Method;
import dev.parley.analysis.bargaining.Profile.ReservationPoint;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Example;

/** Two random domains against what NegMAS and an exact recomputation find in them, cell by cell. */
class KnownAnswersTest {
  private static final Map<String, SolutionConcept> PICKS =
      Map.of(
          "nash", SolutionConcept.NASH,
          "kalai_egalitarian", SolutionConcept.EGALITARIAN,
          "max_welfare", SolutionConcept.UTILITARIAN,
          "max_relative_welfare", SolutionConcept.RELATIVE_UTILITARIAN,
          "kalai_smorodinsky_smallest_spread", SolutionConcept.SMALLEST_SPREAD,
          "ks_ideal_over_all_outcomes", SolutionConcept.OVERALL_IDEAL_SHARES,
          "ks_ideal_over_rational_outcomes", SolutionConcept.KALAI_SMORODINSKY);

  private static final Map<String, SolutionConcept> EXACT =
      Map.of(
          "exact_nash", SolutionConcept.NASH,
          "exact_kalai_egalitarian", SolutionConcept.EGALITARIAN,
          "exact_ks", SolutionConcept.OVERALL_IDEAL_SHARES,
          "exact_max_welfare", SolutionConcept.UTILITARIAN);

  @Example
  void every_pick_frontier_and_count_of_lin_1e4_is_found_by_every_method() {
    everyMethod("lin-1e4");
  }

  @Example
  void every_pick_frontier_and_count_of_sao_1k_is_found_by_every_method() {
    everyMethod("sao-1k");
  }

  private static void everyMethod(String name) {
    BargainingProblem problem = Domains.read(name + ".domain");
    for (BargainingProblem one :
        List.of(problem, Domains.counted(problem), Domains.valued(problem))) {
      for (Method method : Method.values()) {
        boolean additive = one == problem;
        if (additive || method != Method.MERGING) {
          check(name, one.by(method).frontier());
        }
      }
    }
  }

  private static void check(String name, Frontier frontier) {
    List<List<String>> answers = Domains.lines(name + ".result");
    int read = 0;
    for (List<String> answer : answers) {
      String key = answer.get(0);
      if (PICKS.containsKey(key)) {
        assertThat(cells(frontier.solution(PICKS.get(key)).payoffs()))
            .as(key)
            .containsExactly(String.join(" ", answer.subList(1, answer.size())));
        read++;
      } else if (EXACT.containsKey(key)) {
        assertThat(cells(frontier.solution(EXACT.get(key)).payoffs()))
            .as(key)
            .singleElement()
            .asString()
            .startsWith(answer.get(1) + " " + answer.get(2) + " ");
        read++;
      } else if (!key.equals("pareto")) {
        count(key, answer.get(1), frontier);
        read++;
      }
    }
    List<String> pareto =
        answers.stream()
            .filter(a -> a.get(0).equals("pareto"))
            .map(a -> String.join(" ", a.subList(1, a.size())))
            .toList();
    assertThat(cells(frontier.negotiationSet())).containsExactlyInAnyOrderElementsOf(pareto);
    assertThat(read + pareto.size()).isEqualTo(answers.size());
    assertThat(frontier.ideal().values()).containsExactly(Fraction.ONE, Fraction.ONE);
    assertThat(frontier.worst().values()).containsExactly(Fraction.ZERO, Fraction.ZERO);
    assertThat(frontier.isComplete()).isTrue();
  }

  private static void count(String key, String answer, Frontier frontier) {
    switch (key) {
      case "n_outcomes" -> assertThat(frontier.space().size()).isEqualTo(answer);
      case "n_rational_ge" ->
          frontier.census().ifPresent(c -> assertThat(c.rational()).isEqualTo(whole(answer)));
      case "n_rational_gt" ->
          frontier.census().ifPresent(c -> assertThat(c.gainful()).isEqualTo(whole(answer)));
      case "rational_fraction" ->
          frontier
              .census()
              .ifPresent(
                  c ->
                      assertThat(Fraction.of(c.gainful(), c.outcomes()))
                          .isEqualTo(Fraction.parse(answer)));
      case "pareto_size_negmas" ->
          assertThat((long) frontier.negotiationSet().size()).isEqualTo(whole(answer));
      case "pareto_size_all_unfiltered" ->
          assertThat((long) frontier.efficient().size()).isEqualTo(whole(answer));
      case "opposition_level" ->
          assertThat(opposition(frontier)).isCloseTo(Double.parseDouble(answer), within(1e-12));
      default -> throw new AssertionError("nobody reads " + key);
    }
  }

  private static long whole(String text) {
    return Long.parseLong(text);
  }

  /** How near the best outcome comes to both parties' ideal of one. */
  private static double opposition(Frontier frontier) {
    return frontier.efficient().stream()
        .mapToDouble(
            p ->
                p.utilities().values().stream()
                    .mapToDouble(u -> Math.pow(1 - u.doubleValue(), 2))
                    .sum())
        .map(Math::sqrt)
        .min()
        .orElseThrow();
  }

  /** Returns payoffs as the resource writes them: utilities times 10^12, then the outcome. */
  private static List<String> cells(List<Payoff> payoffs) {
    List<String> cells = new ArrayList<>();
    Fraction trillion = Fraction.of(BigDecimal.TEN.pow(12));
    for (Payoff payoff : payoffs) {
      assertThat(payoff.outcomes()).isEqualTo(BigInteger.ONE);
      Terms outcome = payoff.outcome();
      cells.add(
          payoff.utilities().values().stream()
                  .map(u -> u.times(trillion).toString())
                  .collect(Collectors.joining(" "))
              + " "
              + outcome.values().values().stream()
                  .map(Object::toString)
                  .collect(Collectors.joining(" ")));
    }
    return cells;
  }

  @Example
  void where_both_reserve_0_999_there_is_no_zone_of_agreement_and_no_solution() {
    BargainingProblem with = Domains.read("sao-1k.domain");
    List<Profile> reserved = new ArrayList<>();
    for (Profile profile : with.profiles()) {
      reserved.add(((AdditiveProfile) profile).withReservation(ReservationPoint.of("0.999")));
    }
    BargainingProblem without = BargainingProblem.of(with.space(), reserved);
    for (Method method : Method.values()) {
      Frontier frontier = without.by(method).frontier();
      assertThat(frontier.efficient()).hasSize(30);
      assertThat(frontier.negotiationSet()).isEmpty();
      assertThat(frontier.rationalIdeal()).isEmpty();
      frontier.census().ifPresent(c -> assertThat(c).isEqualTo(new Census(1000, 0, 0)));
      for (SolutionConcept concept : frontier.concepts()) {
        assertThat(frontier.solution(concept).isNone()).isTrue();
        assertThat(frontier.solution(concept).score()).isEmpty();
      }
      assertThat(frontier.efficient())
          .allSatisfy(payoff -> assertThat(payoff.refusers()).isNotEmpty());
    }
  }

  @Example
  void a_million_outcomes_have_one_frontier_merged_or_enumerated() {
    BargainingProblem problem = Domains.read("lin-1e6.domain");
    Frontier merged = problem.frontier();
    Frontier enumerated = problem.by(Method.ENUMERATION).frontier();
    assertThat(problem.space().size()).isEqualTo(1_000_000);
    Frontier alone = problem.by(Method.SEQUENTIAL_ENUMERATION).frontier();
    assertThat(merged.efficient()).isEqualTo(enumerated.efficient());
    assertThat(alone.efficient()).isEqualTo(enumerated.efficient());
    assertThat(alone.census()).isEqualTo(enumerated.census());
    assertThat(merged.ideal()).isEqualTo(enumerated.ideal());
    assertThat(merged.worst()).isEqualTo(enumerated.worst());
    for (SolutionConcept concept : merged.concepts()) {
      assertThat(merged.solution(concept)).isEqualTo(enumerated.solution(concept));
      assertThat(merged.solution(concept).payoffs()).isNotEmpty();
    }
  }

  @Example
  void car_a_has_53_efficient_outcomes_where_rounding_counts_55() {
    BargainingProblem problem = Domains.read("car-a.domain");
    for (Method method : Method.values()) {
      Frontier frontier = problem.by(method).frontier();
      assertThat(frontier.efficient()).hasSize(53);
      assertThat(frontier.negotiationSet()).hasSize(40);
    }
  }
}
