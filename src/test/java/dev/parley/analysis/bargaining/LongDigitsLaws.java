package dev.parley.analysis.bargaining;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agenda.Issue;
import dev.parley.agenda.Scale;
import dev.parley.analysis.bargaining.BargainingProblem.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Weights and worths of sixteen digits, whose products fit no long: enumeration stays exact. */
class LongDigitsLaws {
  private static final int ISSUES = 3;
  private static final int VALUES = 5;

  @Provide
  static Arbitrary<BargainingProblem> problems() {
    return Arbitraries.longs()
        .between(0, 1_000_000_000)
        .withoutEdgeCases()
        .map(LongDigitsLaws::drawn);
  }

  private static BargainingProblem drawn(long seed) {
    Random random = new Random(seed);
    List<Issue> issues = new ArrayList<>();
    for (int i = 0; i < ISSUES; i++) {
      issues.add(Issue.of("issue" + i, Scale.quantity(0, VALUES - 1, "units")));
    }
    OutcomeSpace space = OutcomeSpace.of(issues);
    List<Profile> profiles = new ArrayList<>();
    int parties = 2 + random.nextInt(2);
    for (int p = 0; p < parties; p++) {
      AdditiveProfile.Builder profile = AdditiveProfile.on(space, "p" + p);
      for (Issue issue : issues) {
        Evaluation.Table worth = Evaluation.table();
        for (int v = 0; v < VALUES; v++) {
          worth = worth.value(String.valueOf(v), digits(random));
        }
        // Some count nothing, and some differ only in the last digit of many.
        profile.issue(issue.id(), random.nextInt(6) == 0 ? Fraction.ZERO : digits(random), worth);
      }
      profiles.add(profile.reservation(String.valueOf(random.nextInt(10) / 10.0)).build());
    }
    return BargainingProblem.of(space, profiles);
  }

  private static Fraction digits(Random random) {
    String tail = random.nextInt(3) == 0 ? "000000000000000" : "";
    StringBuilder text = new StringBuilder("0.").append(random.nextInt(10));
    if (tail.isEmpty()) {
      for (int i = 0; i < 15; i++) {
        text.append(random.nextInt(10));
      }
    } else {
      text.append("5000000000000").append(10 + random.nextInt(3));
    }
    return Fraction.parse(text.toString());
  }

  @Property(tries = 150)
  void what_is_enumerated_is_what_is_merged_and_counted_one_by_one(
      @ForAll("problems") BargainingProblem problem) {
    Frontier enumerated = problem.by(Method.SEQUENTIAL_ENUMERATION).frontier();
    Frontier merged = problem.by(Method.MERGING).frontier();
    assertThat(enumerated.efficient()).isEqualTo(merged.efficient());
    assertThat(enumerated.efficient())
        .extracting(Payoff::outcomes)
        .isEqualTo(merged.efficient().stream().map(Payoff::outcomes).toList());
    assertThat(enumerated.ideal()).isEqualTo(merged.ideal());
    assertThat(enumerated.worst()).isEqualTo(merged.worst());
    assertThat(problem.by(Method.ENUMERATION).frontier().efficient()).isEqualTo(merged.efficient());
    long rational = 0;
    long gainful = 0;
    for (int n = 0; n < problem.space().size().intValueExact(); n++) {
      int number = n;
      List<Integer> over =
          problem.profiles().stream()
              .map(
                  p ->
                      p.utility(problem.space().outcome(number))
                          .compareTo(p.reservedUtility().orElseThrow()))
              .toList();
      rational += over.stream().allMatch(o -> o >= 0) ? 1 : 0;
      gainful += over.stream().allMatch(o -> o > 0) ? 1 : 0;
    }
    assertThat(enumerated.census().orElseThrow().rational()).isEqualTo(rational);
    assertThat(enumerated.census().orElseThrow().gainful()).isEqualTo(gainful);
    boolean rounded =
        problem.profiles().stream()
            .anyMatch(p -> ScaledProfile.of((AdditiveProfile) p).inLongs().isEmpty());
    Statistics.label("rounded").collect(rounded);
    Statistics.label("rounded").coverage(c -> c.check(true).percentage(p -> p > 50));
    Statistics.label("several").collect(merged.efficient().size() > 2);
    Statistics.label("several").coverage(c -> c.check(true).percentage(p -> p > 30));
  }
}
