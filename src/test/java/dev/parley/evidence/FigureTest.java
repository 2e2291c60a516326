package dev.parley.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

class FigureTest {
  private static final Optional<Tolerance> NONE = Optional.empty();
  private static final Optional<Tolerance> FIVE = Optional.of(Tolerance.ofPercent(5));

  private static String range(String wording) {
    return Figure.parse(wording).range(FIVE).map(Interval::toString).orElse("none");
  }

  @Example
  void every_wording_has_its_range() {
    assertThat(range("105")).isEqualTo("[105, 105]");
    assertThat(range("exactly 105")).isEqualTo("[105, 105]");
    assertThat(range("-1.50")).isEqualTo("[-1.5, -1.5]");
    assertThat(range("about 100")).isEqualTo("[95, 105]");
    assertThat(range("around 250")).isEqualTo("[237.5, 262.5]");
    assertThat(range("Approximately  100")).isEqualTo("[95, 105]");
    assertThat(range("roughly -100")).isEqualTo("[-105, -95]");
    assertThat(range("at least 38")).isEqualTo("[38, ..)");
    assertThat(range("no fewer than 38")).isEqualTo("[38, ..)");
    assertThat(range("no less than 38")).isEqualTo("[38, ..)");
    assertThat(range("more than 45,000")).isEqualTo("(45000, ..)");
    assertThat(range("over 45,000")).isEqualTo("(45000, ..)");
    assertThat(range("at most 120")).isEqualTo("(.., 120]");
    assertThat(range("up to 120")).isEqualTo("(.., 120]");
    assertThat(range("no more than 120")).isEqualTo("(.., 120]");
    assertThat(range("fewer than 120")).isEqualTo("(.., 120)");
    assertThat(range("less than 1,234,567.8")).isEqualTo("(.., 1234567.8)");
    assertThat(range("between 100 and 120")).isEqualTo("[100, 120]");
    assertThat(range("100 to 120")).isEqualTo("[100, 120]");
    assertThat(range("from 1,000 to 1,200")).isEqualTo("[1000, 1200]");
    assertThat(range("not given")).isEqualTo("none");
    assertThat(range("unknown")).isEqualTo("none");
  }

  @Example
  void the_wording_is_kept_on_one_line() {
    assertThat(Figure.parse("Around 100").wording()).isEqualTo("Around 100");
    assertThat(Figure.parse(" about\n 100 ")).hasToString("about 100");
    assertThat(Figure.parse("about 100")).isNotEqualTo(Figure.parse("around 100"));
    assertThat(Figure.moreThan(45_000)).hasToString("more than 45,000");
    assertThat(Figure.exactly(new BigDecimal("-1234567.50"))).hasToString("-1,234,567.5");
    assertThat(Figure.between(100, 120)).hasToString("between 100 and 120");
    assertThat(Figure.notGiven()).hasToString("not given");
  }

  @Example
  void an_approximate_figure_without_tolerance_has_no_range() {
    assertThat(Figure.about(250).range(NONE)).isEmpty();
    assertThat(Figure.about(250).isApproximate()).isTrue();
    assertThat(Figure.about(250).isKnown()).isTrue();
    assertThat(Figure.about(250).number()).contains(BigDecimal.valueOf(250));
    assertThat(Figure.atLeast(38).range(NONE)).isPresent();
    assertThat(Figure.atLeast(38).isApproximate()).isFalse();
  }

  @Example
  void a_figure_that_was_not_given_is_not_zero() {
    assertThat(Figure.notGiven().isKnown()).isFalse();
    assertThat(Figure.notGiven().number()).isEmpty();
    assertThat(Figure.notGiven()).isNotEqualTo(Figure.exactly(0));
  }

  @Example
  void what_is_no_figure_is_told_how_to_write_one() {
    String ways =
        " cannot be read: write a number (45,000), with exactly, about, at least, more than, at"
            + " most or fewer than before it, or between 100 and 120, a share (31 of 50), or not given";
    for (String text :
        new String[] {
          "", "many", "about", "about many", "between 5", ",5", ".5", "-", "--5", "٥", "+5"
        }) {
      refused(text, "figure (" + text + ")" + ways);
    }
    refused(
        "250 hostages",
        "figure (250 hostages) has (hostages) after the number: leave it out, the unit is kept"
            + " elsewhere");
    refused("100-120", "figure (100-120) has (-120) after the number: write (100 to 120)");
    refused("31/50", "figure (31/50) has (/50) after the number: write (31 of 50)");
    refused("100+", "figure (100+) has (+) after the number: write (at least 100)");
    refused(
        "1.2 million",
        "figure (1.2 million) has (million) after the number: write it out in digits, such as"
            + " (1,200,000)");
    refused(
        "1e9999",
        "figure (1e9999) has (e9999) after the number: leave it out, the unit is kept elsewhere");
    refused(
        "45,00", "figure (45,00) must have its commas between groups of three digits: write 4,500");
    refused(
        "1,2,345",
        "figure (1,2,345) must have its commas between groups of three digits: write 12,345");
    refused(
        "4500,000",
        "figure (4500,000) must have its commas between groups of three digits: write 4,500,000");
    refused(
        "between 120 and 100",
        "figure (between 120 and 100) must not end below its start: write between 100 and 120");
  }

  @Example
  void a_share_lies_between_none_and_its_whole() {
    assertThat(Figure.parse("31 of 50").outOf()).contains(new BigDecimal("50"));
    assertThat(ofShare("at least 31 of 50")).isEqualTo("[31, 50]");
    assertThat(ofShare("more than 45 of 50")).isEqualTo("(45, 50]");
    assertThat(ofShare("at most 5 of 50")).isEqualTo("[0, 5]");
    assertThat(ofShare("about 49 of 50")).isEqualTo("[46.55, 50]");
    assertThat(ofShare("50 of 50")).isEqualTo("[50, 50]");
    String law =
        " does not lie between none and all of its whole (50): correct one of the two, or leave"
            + " out (of 50) where they do not belong together";
    for (String share :
        List.of(
            "51 of 50",
            "at least 51 of 50",
            "more than 50 of 50",
            "between 40 and 60 of 50",
            "at most 60 of 50",
            "-3 of 50",
            "fewer than 0 of 50")) {
      refused(share, "figure (" + share + ")" + law);
    }
    refused("0 of 0", "figure (0 of 0) is a share of (0): a whole is more than 0");
    refused(
        "3 of 31 of 50",
        "figure (3 of 31 of 50) is a share of a share: name one whole, as in 31 of 50");
  }

  private static String ofShare(String figure) {
    return Figure.parse(figure).range(Optional.of(Tolerance.ofPercent(5))).orElseThrow().toString();
  }

  @Example
  void a_hostile_number_is_refused_at_once() {
    assertThat(Figure.parse("9".repeat(40)).isKnown()).isTrue();
    refused(
        "9".repeat(41),
        "figure (" + "9".repeat(41) + ") has a number of 41 digits: 40 is the most");
    refused(
        "9".repeat(1_000_000),
        "figure (" + "9".repeat(60) + "...) is 1000000 characters long: 200 is the most");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Figure.exactly(new BigDecimal("1E+1000000000")))
        .withMessage("figure has 1000000001 digits when written out: 40 is the most");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Figure.about(new BigDecimal("1E-50")))
        .withMessage("figure has 51 digits when written out: 40 is the most");
  }

  @Example
  void a_tolerance_is_more_than_nothing_and_at_most_everything() {
    assertThat(Tolerance.ofPercent(5)).hasToString("5 %");
    assertThat(Tolerance.ofPercent(100)).hasToString("100 %");
    assertThat(Tolerance.ofPercent(new BigDecimal("2.50"))).hasToString("2.5 %");
    assertThat(Tolerance.ofPercent(new BigDecimal("5.0"))).isEqualTo(Tolerance.ofPercent(5));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tolerance.ofPercent(0))
        .withMessage(
            "tolerance (0 %) must be more than 0 % and at most 100 %: leave it out if about has no"
                + " bounds");
    assertThatIllegalArgumentException().isThrownBy(() -> Tolerance.ofPercent(101));
  }

  private static void refused(String wording, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Figure.parse(wording))
        .withMessage(message);
  }

  @Property
  void parse_is_the_inverse_of_the_text(@ForAll("figures") Figure figure) {
    Figure read = Figure.parse(figure.toString());
    assertThat(read).isEqualTo(figure).hasSameHashCodeAs(figure);
    assertThat(read.range(FIVE)).isEqualTo(figure.range(FIVE));
    assertThat(read.range(NONE)).isEqualTo(figure.range(NONE));
    assertThat(read.number().map(BigDecimal::stripTrailingZeros))
        .isEqualTo(figure.number().map(BigDecimal::stripTrailingZeros));
    Statistics.collect(figure.range(NONE).isPresent());
    Statistics.coverage(
        it -> {
          it.check(true).count(c -> c > 0);
          it.check(false).count(c -> c > 0);
        });
  }

  @Property
  void case_does_not_change_the_meaning(@ForAll("figures") Figure figure) {
    Figure loud = Figure.parse(figure.toString().toUpperCase(Locale.ROOT));
    assertThat(loud.range(FIVE)).isEqualTo(figure.range(FIVE));
  }

  @Property
  void a_range_holds_the_number_unless_the_wording_leaves_it_out(@ForAll("figures") Figure figure) {
    boolean leftOut = figure.wording().startsWith("more") || figure.wording().startsWith("fewer");
    if (figure.number().isPresent()) {
      Interval range = figure.range(FIVE).orElseThrow();
      assertThat(range.contains(figure.number().get())).isEqualTo(!leftOut);
    }
    Statistics.collect(leftOut);
    Statistics.coverage(it -> it.check(true).count(c -> c > 0));
  }

  @Provide
  Arbitrary<Figure> figures() {
    Arbitrary<BigDecimal> numbers =
        Arbitraries.bigDecimals()
            .between(new BigDecimal("-1e30"), new BigDecimal("1e30"))
            .ofScale(3);
    Arbitrary<Figure> between =
        Combinators.combine(numbers, numbers).as((a, b) -> Figure.between(a.min(b), a.max(b)));
    return Arbitraries.oneOf(
        numbers.map(Figure::exactly),
        numbers.map(Figure::about),
        numbers.map(Figure::atLeast),
        numbers.map(Figure::moreThan),
        numbers.map(Figure::atMost),
        numbers.map(Figure::fewerThan),
        between,
        Arbitraries.just(Figure.notGiven()));
  }
}
