package dev.parley.analysis.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.analysis.bargaining.AdditiveProfile;
import dev.parley.analysis.bargaining.BargainingProblem;
import dev.parley.analysis.bargaining.Evaluation;
import dev.parley.analysis.bargaining.Frontier;
import dev.parley.analysis.bargaining.OutcomeSpace;
import dev.parley.analysis.ranking.Standing.Answer;
import dev.parley.analysis.ranking.Standing.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/** What rankings say, against every way in which the unknown may turn out. */
class RankingLaws {
  private static final Agenda TABLE =
      Agenda.builder()
          .principal("union", "Union")
          .principal("port", "Port")
          .issue("plan", Scale.options("a", "b", "c", "d"))
          .issue("rise", Scale.quantity(0, 5, "percent"))
          .build();
  private static final Terms A = plan("a");
  private static final Terms B = plan("b");
  private static final Terms C = plan("c");

  private static Terms plan(String name) {
    return Terms.on(TABLE).set("plan", name).build();
  }

  private static Standing standing(Terms outcome, Ranking... rankings) {
    return Rankings.of(rankings).standing(outcome);
  }

  @Example
  void what_both_like_less_than_another_is_dominated_whatever_the_numbers() {
    Ranking union = Ranking.of("union").order(A, B, C).build();
    Ranking port = Ranking.of("port").order(B, A, C).build();
    Rankings all = Rankings.of(union, port);
    assertThat(all.standings())
        .extracting(s -> s.outcome() + " " + s.efficient() + " " + s.winner())
        .containsExactly("plan a YES YES", "plan b YES YES", "plan c NO NO");
    assertThat(all.standing(C).better()).hasValue(A);
    assertThat(all.standing(A).acceptable()).isEqualTo(Answer.CANNOT_TELL);
  }

  @Example
  void what_a_comparison_would_decide_cannot_be_told_and_the_comparison_is_named() {
    Ranking union = Ranking.of("union").order(A, B).build();
    Ranking port = Ranking.of("port").order(B, Terms.NONE).better(C, Terms.NONE).build();
    Standing b = standing(B, union, port);
    assertThat(b.efficient()).isEqualTo(Answer.CANNOT_TELL);
    assertThat(b.open())
        .containsExactly(
            new Question(union.party(), B, Terms.NONE),
            new Question(port.party(), B, A),
            new Question(union.party(), B, C),
            new Question(port.party(), B, C));
    assertThat(b.winner()).isEqualTo(Answer.CANNOT_TELL);
    Standing refused = standing(B, Ranking.of("union").better(Terms.NONE, B).build(), port);
    assertThat(refused.acceptable()).isEqualTo(Answer.NO);
  }

  @Example
  void what_follows_is_known_too_and_contradictions_are_refused() {
    Ranking ranking = Ranking.of("union").atLeastAsGood(A, B).better(B, C).build();
    assertThat(ranking.isBetter(A, C)).isTrue();
    assertThat(ranking.isBetter(A, B)).isFalse();
    assertThat(ranking.isAtLeastAsGood(B, A)).isFalse();
    assertThat(ranking.isAtLeastAsGood(plan("d"), plan("d"))).isTrue();
    assertThat(ranking).hasToString("union: 3 outcomes");
    assertThatThrownBy(() -> Ranking.of("union").order(A, B, C).atLeastAsGood(C, A).build())
        .hasMessage(
            "ranking of (union) states that (plan a) is better than (plan b), and by what else it states the second is at least as good as the first");
    assertThatThrownBy(() -> Ranking.of("union").better(A, A).build())
        .hasMessageStartingWith("ranking of (union) states that (plan a) is better than (plan a)");
    assertThatThrownBy(() -> Ranking.of("union").order(A))
        .hasMessage("order of (union) names 1 outcome: an order needs two or more, the best first");
    assertThatThrownBy(() -> Rankings.of(ranking, ranking))
        .hasMessage("party (union) has two rankings: one party, one ranking");
    assertThatThrownBy(() -> Rankings.of(ranking))
        .hasMessage(
            "rankings ([union: 3 outcomes]) name 3 outcomes: two parties and one outcome are needed at least");
    assertThatThrownBy(() -> Rankings.of(ranking, Ranking.of("port").build()).standing(plan("d")))
        .hasMessage("outcome (plan d) is in no ranking: compare it with another");
  }

  /**
   * Three with a cycle (M. de Condorcet, 1785): each of the three is beaten by another; with one
   * comparison unknown, each may still win or not.
   */
  @Example
  void condorcets_cycle_has_no_winner() {
    Ranking one = Ranking.of("one").order(A, B, C).build();
    Ranking two = Ranking.of("two").order(B, C, A).build();
    Ranking three = Ranking.of("three").order(C, A, B).build();
    assertThat(Rankings.of(one, two, three).standings())
        .extracting(Standing::winner)
        .containsOnly(Answer.NO);
    Ranking half = Ranking.of("three").better(A, B).build();
    assertThat(Rankings.of(one, two, half).standings())
        .extracting(Standing::winner)
        .containsExactly(Answer.CANNOT_TELL, Answer.NO, Answer.NO);
  }

  /** Every complete ranking with ties that fits, held against the definitions. */
  @Property(tries = 150)
  void answers_are_what_holds_in_every_completion(@ForAll @IntRange(max = 1 << 30) int seed) {
    Random random = new Random(seed);
    int parties = 2 + random.nextInt(2);
    List<Terms> outcomes = parties == 2 ? List.of(A, B, C, Terms.NONE) : List.of(A, B, Terms.NONE);
    List<Ranking> rankings = new ArrayList<>();
    List<List<int[]>> completions = new ArrayList<>();
    for (int p = 0; p < parties; p++) {
      int[] truth = outcomes.stream().mapToInt(o -> random.nextInt(outcomes.size())).toArray();
      Ranking ranking = heard(p, outcomes, truth, random);
      rankings.add(ranking);
      completions.add(
          ranks(outcomes.size()).stream().filter(r -> fits(ranking, outcomes, r)).toList());
    }
    Rankings all = Rankings.of(rankings);
    for (Standing standing : all.standings()) {
      int x = outcomes.indexOf(standing.outcome());
      assertThat(standing.acceptable())
          .isEqualTo(answer(completions, ranks -> acceptable(ranks, x, outcomes.size() - 1)));
      List<Integer> others =
          all.standings().stream().map(s -> outcomes.indexOf(s.outcome())).toList();
      Answer efficient =
          answer(completions, r -> others.stream().noneMatch(y -> dominates(r, y, x)));
      assertThat(standing.efficient()).isEqualTo(efficient);
      Answer winner = answer(completions, r -> others.stream().allMatch(y -> margin(r, y, x) <= 0));
      assertThat(standing.winner()).isEqualTo(winner);
      assertThat(standing.better().isPresent()).isEqualTo(efficient == Answer.NO);
      standing
          .better()
          .ifPresent(
              better ->
                  assertThat(answer(completions, r -> dominates(r, outcomes.indexOf(better), x)))
                      .isEqualTo(Answer.YES));
      assertThat(standing.open().isEmpty())
          .isEqualTo(
              efficient != Answer.CANNOT_TELL && standing.acceptable() != Answer.CANNOT_TELL);
      if (parties == 2) {
        assertThat(winner).isEqualTo(efficient);
      }
      Statistics.label("efficient").collect(efficient);
      Statistics.label("winner").collect(winner);
    }
    for (String label : List.of("efficient", "winner")) {
      for (Answer answer : Answer.values()) {
        Statistics.label(label).coverage(c -> c.check(answer).count(n -> n > 5));
      }
    }
  }

  private static Ranking heard(int p, List<Terms> outcomes, int[] truth, Random random) {
    Ranking.Builder ranking = Ranking.of("party" + p);
    for (int i = 0; i < truth.length; i++) {
      for (int j = 0; j < truth.length; j++) {
        if (i != j && truth[i] >= truth[j] && random.nextInt(3) > 0) {
          if (truth[i] > truth[j] && random.nextBoolean()) {
            ranking.better(outcomes.get(i), outcomes.get(j));
          } else {
            ranking.atLeastAsGood(outcomes.get(i), outcomes.get(j));
          }
        }
      }
    }
    if (p == 0) {
      outcomes.forEach(o -> ranking.asGood(o, o));
    }
    return ranking.build();
  }

  /** All ways to give each of some outcomes a rank, which include every order with ties. */
  private static List<int[]> ranks(int outcomes) {
    int all = (int) Math.pow(outcomes, outcomes);
    return IntStream.range(0, all)
        .mapToObj(
            n ->
                IntStream.range(0, outcomes)
                    .map(i -> n / (int) Math.pow(outcomes, i) % outcomes)
                    .toArray())
        .filter(RankingLaws::isDense)
        .toList();
  }

  private static boolean isDense(int[] ranks) {
    int most = IntStream.of(ranks).max().orElseThrow();
    return IntStream.of(ranks).distinct().count() == most + 1;
  }

  private static boolean fits(Ranking ranking, List<Terms> outcomes, int[] ranks) {
    for (int i = 0; i < ranks.length; i++) {
      for (int j = 0; j < ranks.length; j++) {
        if (ranking.isBetter(outcomes.get(i), outcomes.get(j)) && ranks[i] <= ranks[j]
            || ranking.isAtLeastAsGood(outcomes.get(i), outcomes.get(j)) && ranks[i] < ranks[j]) {
          return false;
        }
      }
    }
    return true;
  }

  private static Answer answer(List<List<int[]>> completions, Predicate<List<int[]>> holds) {
    boolean[] seen = new boolean[2];
    each(completions, new ArrayList<>(), ranks -> seen[holds.test(ranks) ? 1 : 0] = true);
    return seen[0] && seen[1] ? Answer.CANNOT_TELL : seen[1] ? Answer.YES : Answer.NO;
  }

  private static void each(
      List<List<int[]>> completions,
      List<int[]> chosen,
      java.util.function.Consumer<List<int[]>> then) {
    if (chosen.size() == completions.size()) {
      then.accept(chosen);
      return;
    }
    for (int[] ranks : completions.get(chosen.size())) {
      chosen.add(ranks);
      each(completions, chosen, then);
      chosen.remove(chosen.size() - 1);
    }
  }

  private static boolean acceptable(List<int[]> ranks, int x, int none) {
    return ranks.stream().allMatch(r -> r[x] >= r[none]);
  }

  private static boolean dominates(List<int[]> ranks, int y, int x) {
    return ranks.stream().allMatch(r -> r[y] >= r[x]) && ranks.stream().anyMatch(r -> r[y] > r[x]);
  }

  private static int margin(List<int[]> ranks, int y, int x) {
    return ranks.stream().mapToInt(r -> Integer.compare(r[y], r[x])).sum();
  }

  /** Where all is known, rankings and utilities say the same. */
  @Property(tries = 60)
  void whole_orders_agree_with_the_frontier_of_any_numbers_that_fit(
      @ForAll @IntRange(max = 1 << 30) int seed) {
    Random random = new Random(seed);
    OutcomeSpace space = OutcomeSpace.of(TABLE);
    List<AdditiveProfile> profiles =
        List.of(profile(space, "union", random), profile(space, "port", random));
    List<Terms> outcomes =
        IntStream.range(0, space.size().intValueExact()).mapToObj(space::outcome).toList();
    Frontier frontier = BargainingProblem.of(space, profiles).frontier();
    Rankings rankings = Rankings.of(profiles.stream().map(p -> Ranking.of(p, outcomes)).toList());
    for (Standing standing : rankings.standings()) {
      Frontier.Appraisal appraisal = frontier.appraise(standing.outcome());
      assertThat(standing.efficient()).isEqualTo(appraisal.isEfficient() ? Answer.YES : Answer.NO);
      assertThat(standing.acceptable())
          .isEqualTo(appraisal.refusers().isEmpty() ? Answer.YES : Answer.NO);
      assertThat(standing.open()).isEmpty();
    }
    assertThat(rankings.standings()).hasSize(24);
  }

  private static AdditiveProfile profile(OutcomeSpace space, String party, Random random) {
    Evaluation.Table table = Evaluation.table();
    for (String name : ImmutableList.of("a", "b", "c", "d")) {
      table = table.value(name, Integer.toString(random.nextInt(4)));
    }
    return AdditiveProfile.on(space, party)
        .issue("plan", "1", table)
        .issue("rise", "2", Evaluation.linear("0", Integer.toString(random.nextInt(5) - 2)))
        .reservation(Integer.toString(random.nextInt(3)))
        .build();
  }

  @Example
  void too_many_outcomes_are_refused_with_the_way_out() {
    Agenda wide =
        Agenda.builder()
            .principal("union", "Union")
            .principal("port", "Port")
            .issue("rise", Scale.quantity(0, 2_000, "percent"))
            .build();
    OutcomeSpace space = OutcomeSpace.of(wide);
    AdditiveProfile profile =
        AdditiveProfile.on(space, "union").issue("rise", "1", Evaluation.linear("0", "1")).build();
    List<Terms> outcomes = IntStream.range(0, 2_001).mapToObj(space::outcome).toList();
    assertThatThrownBy(() -> Ranking.of(profile, outcomes))
        .hasMessage(
            "ranking of (union) names more than 1000 outcomes: compare fewer, or give the party a profile with numbers");
    assertThat(Ranking.of(profile, outcomes.subList(0, 1_000)).outcomes()).hasSize(1_000);
    assertThat(
            Optional.of(
                Ranking.of(profile, outcomes.subList(0, 3))
                    .isBetter(outcomes.get(2), outcomes.get(0))))
        .hasValue(true);
  }
}
