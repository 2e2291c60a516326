package dev.parley.analysis.bargaining;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/** Exact fractions, and the doubles that must never contradict them. */
@StatisticsReport(StatisticsReportMode.OFF)
class FractionLaws {
  @Provide
  Arbitrary<Fraction> fractions() {
    Arbitrary<BigInteger> small =
        Arbitraries.bigIntegers().between(BigInteger.valueOf(-50), BigInteger.valueOf(50));
    Arbitrary<BigInteger> huge =
        Arbitraries.bigIntegers()
            .between(BigInteger.TWO.pow(200).negate(), BigInteger.TWO.pow(200));
    Arbitrary<BigInteger> any = Arbitraries.oneOf(small, huge);
    return Combinators.combine(any, any.filter(d -> d.signum() != 0)).as(Fraction::new);
  }

  @Property
  void arithmetic_keeps_its_laws(
      @ForAll("fractions") Fraction a,
      @ForAll("fractions") Fraction b,
      @ForAll("fractions") Fraction c) {
    assertThat(a.plus(b)).isEqualTo(b.plus(a));
    assertThat(a.plus(b).minus(b)).isEqualTo(a);
    assertThat(a.times(b.plus(c))).isEqualTo(a.times(b).plus(a.times(c)));
    if (b.signum() != 0) {
      assertThat(a.over(b).times(b)).isEqualTo(a);
    }
    assertThat(Integer.signum(a.compareTo(b))).isEqualTo(a.minus(b).signum());
    assertThat(a.min(b).plus(a.max(b))).isEqualTo(a.plus(b));
    assertThat(Fraction.parse(a.toString().length() > 400 ? "0" : a.toString()))
        .isEqualTo(a.toString().length() > 400 ? Fraction.ZERO : a);
  }

  @Property
  void a_lesser_fraction_never_has_a_greater_double(
      @ForAll("fractions") Fraction a, @ForAll("fractions") Fraction b) {
    Fraction near = a.plus(new Fraction(BigInteger.ONE, BigInteger.TWO.pow(300)));
    assertThat(near.doubleValue()).isGreaterThanOrEqualTo(a.doubleValue());
    if (a.compareTo(b) <= 0) {
      assertThat(a.doubleValue()).isLessThanOrEqualTo(b.doubleValue());
    }
    Statistics.collect(near.doubleValue() == a.doubleValue());
    Statistics.coverage(c -> c.check(true).count(n -> n > 10));
  }

  @Example
  void a_number_is_what_was_written() {
    assertThat(Fraction.of(0.1)).isEqualTo(Fraction.of(1, 10));
    assertThat(Fraction.of(new BigDecimal("1E+3"))).isEqualTo(Fraction.of(1000));
    assertThat(Fraction.parse("-2/-4")).hasToString("0.5");
    assertThat(Fraction.parse("2/-6")).hasToString("-1/3");
    assertThat(Fraction.parse(" 1.50e-1 ")).hasToString("0.15");
    assertThat(Fraction.parse("0.50").hashCode()).isEqualTo(Fraction.of(1, 2).hashCode());
  }
}
