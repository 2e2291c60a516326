package dev.parley.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.BoundType;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

class IntervalTest {
  private static BigDecimal n(String number) {
    return new BigDecimal(number);
  }

  private static Interval closed(String low, String high) {
    return Interval.between(n(low), n(high));
  }

  @Example
  void ends_are_printed_as_included_excluded_or_missing() {
    assertThat(closed("95.0", "100")).hasToString("[95, 100]");
    assertThat(Interval.moreThan(n("45000"))).hasToString("(45000, ..)");
    assertThat(Interval.atMost(n("-3"))).hasToString("(.., -3]");
    assertThat(Interval.of(Range.open(n("1"), n("2")))).hasToString("(1, 2)");
    assertThat(Interval.all()).hasToString("(.., ..)");
  }

  @Example
  void zeros_after_the_point_make_no_difference() {
    assertThat(Interval.exactly(n("1.00")))
        .isEqualTo(Interval.exactly(n("1")))
        .hasSameHashCodeAs(Interval.exactly(n("1")));
    assertThat(closed("1", "1.5").plus(closed("0", "0.5"))).isEqualTo(closed("1", "2"));
  }

  @Example
  void the_arithmetic_is_that_of_the_textbook() {
    assertThat(closed("1", "2").plus(closed("10", "20"))).isEqualTo(closed("11", "22"));
    assertThat(closed("1", "2").minus(closed("10", "20"))).isEqualTo(closed("-19", "-8"));
    assertThat(closed("-1", "2").times(closed("-3", "4"))).isEqualTo(closed("-6", "8"));
    assertThat(closed("1", "2").dividedBy(closed("4", "8"))).contains(closed("0.125", "0.5"));
    assertThat(Interval.atLeast(n("38")).plus(closed("1", "2"))).hasToString("[39, ..)");
    assertThat(Interval.moreThan(n("38")).plus(closed("1", "2"))).hasToString("(39, ..)");
    assertThat(Interval.exactly(n("0")).times(Interval.all())).hasToString("[0, 0]");
    assertThat(closed("0", "1").times(Interval.moreThan(n("2")))).hasToString("[0, ..)");
    assertThat(Interval.atLeast(n("1")).dividedBy(Interval.atLeast(n("1")))).isPresent();
    assertThat(Interval.atLeast(n("1")).dividedBy(Interval.atLeast(n("1"))).orElseThrow())
        .hasToString("(0, ..)");
    assertThat(closed("1", "2").dividedBy(Interval.of(Range.openClosed(n("0"), n("4")))))
        .hasValueSatisfying(it -> assertThat(it).hasToString("[0.25, ..)"));
    assertThat(closed("1", "2").dividedBy(Interval.of(Range.closedOpen(n("-4"), n("0")))))
        .hasValueSatisfying(it -> assertThat(it).hasToString("(.., -0.25]"));
  }

  @Example
  void division_rounds_outwards_and_needs_a_divisor_without_zero() {
    assertThat(Interval.exactly(n("1")).dividedBy(Interval.exactly(n("3"))))
        .contains(closed("0.3333333333333333", "0.3333333333333334"));
    assertThat(closed("1", "2").dividedBy(closed("-1", "1"))).isEmpty();
    assertThat(closed("1", "2").dividedBy(closed("0", "1"))).isEmpty();
  }

  @Example
  void intervals_that_miss_say_by_how_much() {
    assertThat(closed("1", "3").gap(closed("8", "9"))).contains(n("5"));
    assertThat(closed("8", "9").gap(closed("1", "3"))).contains(n("5"));
    assertThat(closed("1", "3").gap(closed("3", "9"))).isEmpty();
    assertThat(Interval.exactly(n("3")).gap(Interval.moreThan(n("3")))).contains(n("0"));
    assertThat(closed("1", "3").isBelow(closed("8", "9"))).isTrue();
    assertThat(closed("8", "9").isBelow(closed("1", "3"))).isFalse();
    assertThat(closed("1", "3").intersection(Interval.lessThan(n("2"))))
        .hasValueSatisfying(it -> assertThat(it).hasToString("[1, 2)"));
  }

  @Example
  void an_interval_holds_a_number() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> closed("3", "1"))
        .withMessage("interval must not end (1) below its start (3): swap the two");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Interval.of(Range.closedOpen(n("3"), n("3.0"))))
        .withMessageEndingWith("must hold a number: include both of its ends");
  }

  @Property
  void arithmetic_contains_the_pointwise_results(
      @ForAll("intervals") Interval one, @ForAll("intervals") Interval other) {
    Optional<Interval> quotient = one.dividedBy(other);
    for (BigDecimal x : points(one)) {
      for (BigDecimal y : points(other)) {
        assertThat(one.plus(other).contains(x.add(y))).isTrue();
        assertThat(one.minus(other).contains(x.subtract(y))).isTrue();
        assertThat(one.times(other).contains(x.multiply(y))).isTrue();
        quotient.ifPresent(it -> assertThat(meets(it, x, y)).isTrue());
      }
    }
    assertThat(quotient.isPresent()).isEqualTo(!other.contains(BigDecimal.ZERO));
    Statistics.collect(quotient.isPresent());
    Statistics.coverage(
        it -> {
          it.check(true).count(c -> c > 0);
          it.check(false).count(c -> c > 0);
        });
  }

  @Property
  void an_end_of_a_product_is_included_if_and_only_if_it_is_reached(
      @ForAll("intervals") Interval one, @ForAll("intervals") Interval other) {
    Interval product = one.times(other);
    Set<BigDecimal> reached = new HashSet<>();
    for (BigDecimal x : points(one)) {
      for (BigDecimal y : points(other)) {
        reached.add(x.multiply(y).stripTrailingZeros());
      }
    }
    product
        .low()
        .ifPresent(end -> assertThat(reached.contains(end)).isEqualTo(product.contains(end)));
    product
        .high()
        .ifPresent(end -> assertThat(reached.contains(end)).isEqualTo(product.contains(end)));
    assertThat(product).isEqualTo(other.times(one));
    assertThat(one.plus(other)).isEqualTo(other.plus(one));
  }

  @Property
  void two_intervals_meet_or_one_is_below_the_other(
      @ForAll("intervals") Interval one, @ForAll("intervals") Interval other) {
    boolean meet = one.intersects(other);
    assertThat(meet).isEqualTo(!one.isBelow(other) && !other.isBelow(one));
    assertThat(one.gap(other)).isEqualTo(other.gap(one));
    assertThat(one.gap(other).isEmpty()).isEqualTo(meet);
    Range<BigDecimal> a = one.range();
    Range<BigDecimal> b = other.range();
    assertThat(meet).isEqualTo(a.isConnected(b) && !a.intersection(b).isEmpty());
    assertThat(Interval.of(a)).isEqualTo(one);
    one.intersection(other).ifPresent(it -> assertThat(it.range()).isEqualTo(a.intersection(b)));
    Statistics.collect(meet);
    Statistics.coverage(
        it -> {
          it.check(true).count(c -> c > 0);
          it.check(false).count(c -> c > 0);
        });
  }

  /** Whether the true quotient is inside, told without dividing beyond what the ends can show. */
  private static boolean meets(Interval quotient, BigDecimal x, BigDecimal y) {
    BigDecimal down = x.divide(y, 40, RoundingMode.FLOOR);
    BigDecimal up = x.divide(y, 40, RoundingMode.CEILING);
    return quotient.intersects(Interval.between(down, up));
  }

  private static List<BigDecimal> points(Interval interval) {
    List<BigDecimal> points = new ArrayList<>();
    for (int i = -40; i <= 40; i++) {
      BigDecimal point = BigDecimal.valueOf(i).movePointLeft(1).multiply(n("2.5"));
      if (interval.contains(point)) {
        points.add(point);
      }
    }
    interval.low().filter(interval::contains).ifPresent(points::add);
    interval.high().filter(interval::contains).ifPresent(points::add);
    return points;
  }

  @Provide
  Arbitrary<Interval> intervals() {
    Arbitrary<BigDecimal> numbers = Arbitraries.integers().between(-6, 6).map(BigDecimal::valueOf);
    Arbitrary<BoundType> bounds = Arbitraries.of(BoundType.class);
    Arbitrary<Interval> bounded =
        Combinators.combine(numbers, bounds, numbers, bounds)
            .as(
                (a, low, b, high) ->
                    a.equals(b)
                        ? Interval.exactly(a)
                        : Interval.of(Range.range(a.min(b), low, a.max(b), high)));
    return Arbitraries.oneOf(
        bounded,
        bounded,
        numbers.map(Interval::atLeast),
        numbers.map(Interval::moreThan),
        numbers.map(Interval::atMost),
        numbers.map(Interval::lessThan),
        Arbitraries.just(Interval.all()));
  }
}
