package dev.parley.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import dev.parley.compare.Reliability.Between;
import dev.parley.compare.Reliability.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Agreement among coders, against worked examples of the literature. */
class ReliabilityTest {
  /**
   * Four observers and twelve units (Krippendorff 2011, Computing Krippendorff's Alpha-Reliability,
   * section C): a point is a unit that the observer did not rate.
   */
  private static final Ratings OBSERVERS =
      Ratings.byCoder(
          coder("1 2 3 3 2 1 4 1 2 . . ."),
          coder("1 2 3 3 2 2 4 1 2 5 . 3"),
          coder(". 3 3 3 2 3 4 2 2 5 1 ."),
          coder("1 2 3 3 2 4 4 1 2 5 1 ."));

  private static List<OptionalDouble> coder(String ratings) {
    List<OptionalDouble> values = new ArrayList<>();
    for (String rating : ratings.split(" ")) {
      values.add(
          rating.equals(".")
              ? OptionalDouble.empty()
              : OptionalDouble.of(Double.parseDouble(rating)));
    }
    return values;
  }

  @Example
  void alpha_is_that_of_krippendorffs_example_under_each_metric() {
    assertThat(Reliability.alpha(OBSERVERS, Metric.NOMINAL).orElseThrow())
        .isCloseTo(0.743, within(0.0005));
    assertThat(Reliability.alpha(OBSERVERS, Metric.ORDINAL).orElseThrow())
        .isCloseTo(0.815, within(0.0005));
    assertThat(Reliability.alpha(OBSERVERS, Metric.INTERVAL).orElseThrow())
        .isCloseTo(0.849, within(0.0005));
    assertThat(Reliability.alpha(OBSERVERS, Metric.RATIO).orElseThrow())
        .isCloseTo(0.797, within(0.0005));
  }

  /**
   * Fifty proposals read by two readers: both yes 20, both no 15, the first alone yes 5, the second
   * alone 10. Observed 0.7, by chance 0.5 x 0.6 + 0.5 x 0.4 = 0.5 (the formula of Cohen 1960).
   */
  private static final Ratings PROPOSALS = table(20, 5, 10, 15);

  private static Ratings table(int bothYes, int firstYes, int secondYes, int bothNo) {
    List<OptionalDouble> first = new ArrayList<>();
    List<OptionalDouble> second = new ArrayList<>();
    int[][] cells = {{bothYes, 1, 1}, {firstYes, 1, 0}, {secondYes, 0, 1}, {bothNo, 0, 0}};
    for (int[] cell : cells) {
      for (int i = 0; i < cell[0]; i++) {
        first.add(OptionalDouble.of(cell[1]));
        second.add(OptionalDouble.of(cell[2]));
      }
    }
    return Ratings.byCoder(first, second);
  }

  @Example
  void kappa_is_agreement_beyond_what_chance_would_bring() {
    assertThat(Reliability.percentAgreement(PROPOSALS).orElseThrow()).isEqualTo(0.7);
    assertThat(Reliability.kappa(PROPOSALS).orElseThrow()).isCloseTo(0.4, within(1e-9));
    assertThat(Reliability.kappa(table(45, 15, 25, 15)).orElseThrow())
        .isCloseTo(0.1304, within(0.0001));
    assertThat(Reliability.kappa(table(25, 35, 5, 35)).orElseThrow())
        .isCloseTo(0.2593, within(0.0001));
  }

  @Example
  void one_kind_only_says_nothing_beyond_chance() {
    assertThat(Reliability.kappa(table(9, 0, 0, 0))).isEmpty();
    assertThat(Reliability.alpha(table(9, 0, 0, 0), Metric.NOMINAL)).isEmpty();
    assertThat(Reliability.percentAgreement(table(9, 0, 0, 0))).hasValue(1);
    Ratings none = Ratings.byCoder(coder("1 . 1"), coder(". 1 ."));
    assertThat(Reliability.percentAgreement(none)).isEmpty();
    assertThat(Reliability.kappa(none)).isEmpty();
    assertThat(Reliability.alpha(none, Metric.NOMINAL)).isEmpty();
    assertThat(Reliability.bootstrap(none, Metric.NOMINAL, 100, 1)).isEmpty();
  }

  @Example
  void the_same_seed_gives_the_same_interval_around_alpha() {
    Between first = Reliability.bootstrap(OBSERVERS, Metric.NOMINAL, 1_000, 16).orElseThrow();
    assertThat(Reliability.bootstrap(OBSERVERS, Metric.NOMINAL, 1_000, 16)).contains(first);
    assertThat(Reliability.bootstrap(OBSERVERS, Metric.NOMINAL, 1_000, 17).orElseThrow())
        .isNotEqualTo(first);
    assertThat(first.low()).isLessThan(0.743);
    assertThat(first.high()).isGreaterThan(0.743).isLessThanOrEqualTo(1);
  }

  @Example
  void kappa_compares_two_coders_and_all_rate_the_same_units() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Reliability.kappa(OBSERVERS))
        .withMessage("ratings are of (4) coders: kappa compares two, alpha any number");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ratings.byCoder(coder("1 2"), coder("1")))
        .withMessage("coders must rate the same units: one has (2), another (1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Reliability.bootstrap(OBSERVERS, Metric.NOMINAL, 0, 1))
        .withMessage("samples (0) must be from 1 to 100,000: 1,000 are usual");
  }

  @Example
  void what_is_no_rating_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ratings.byCoder(coder("1")))
        .withMessage("ratings of (1) coders compare nobody: give those of two or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ratings.byCoder(coder("1"), List.of(OptionalDouble.of(Double.NaN))))
        .withMessage("rating (NaN) is no number: leave it empty where a coder did not rate");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ratings.byCoder(coder("1"), List.of()))
        .withMessage("coders must rate the same units: one has (1), another (0)");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Reliability.alpha(Ratings.byCoder(coder("-3 1"), coder("1 2")), Metric.RATIO))
        .withMessage("figure (-3.0) is below zero, and has no proportion: take INTERVAL");
    Ratings zeros = Ratings.byCoder(coder("0 1"), coder("-0 1"));
    assertThat(Reliability.percentAgreement(zeros)).hasValue(1);
  }

  @Example
  void many_different_figures_take_no_square_of_memory() {
    List<OptionalDouble> one =
        IntStream.range(0, 100_000).mapToObj(i -> OptionalDouble.of(i)).toList();
    List<OptionalDouble> other =
        IntStream.range(0, 100_000).mapToObj(i -> OptionalDouble.of(i + i % 2)).toList();
    Ratings many = Ratings.byCoder(one, other);
    for (Metric metric : List.of(Metric.NOMINAL, Metric.ORDINAL, Metric.INTERVAL)) {
      assertThat(Reliability.alpha(many, metric).orElseThrow()).isBetween(0.4, 1.0);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Reliability.alpha(many, Metric.RATIO))
        .withMessage(
            "ratings have (100001) different values: RATIO compares up to 1000. Round them, or take"
                + " INTERVAL");
    Ratings far =
        Ratings.byCoder(
            List.of(OptionalDouble.of(Double.MAX_VALUE), OptionalDouble.of(1)),
            List.of(OptionalDouble.of(-Double.MAX_VALUE), OptionalDouble.of(1)));
    assertThat(Reliability.alpha(far, Metric.INTERVAL).orElseThrow()).isBetween(-1.0, 1.0);
  }

  @Property(tries = 200)
  void two_who_agree_have_one_and_who_is_first_makes_no_difference(
      @ForAll @Size(min = 2, max = 20) List<@IntRange(min = 0, max = 4) Integer> first,
      @ForAll @Size(min = 20, max = 20) List<@IntRange(min = 0, max = 4) Integer> second) {
    List<OptionalDouble> one = first.stream().map(v -> OptionalDouble.of(v)).toList();
    List<OptionalDouble> other =
        IntStream.range(0, first.size()).mapToObj(i -> OptionalDouble.of(second.get(i))).toList();
    for (Metric metric : Metric.values()) {
      Reliability.alpha(Ratings.byCoder(one, one), metric)
          .ifPresent(alpha -> assertThat(alpha).isCloseTo(1, within(1e-9)));
      OptionalDouble alpha = Reliability.alpha(Ratings.byCoder(one, other), metric);
      OptionalDouble turned = Reliability.alpha(Ratings.byCoder(other, one), metric);
      assertThat(alpha.isPresent()).isEqualTo(turned.isPresent());
      alpha.ifPresent(
          a -> assertThat(a).isLessThanOrEqualTo(1).isCloseTo(turned.orElseThrow(), within(1e-9)));
    }
    assertThat(ImmutableList.copyOf(one)).hasSameSizeAs(other);
  }
}
