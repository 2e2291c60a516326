package dev.parley.scenario;

import static dev.parley.scenario.DocumentTest.problems;
import static dev.parley.scenario.DocumentTest.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.scenario.ScenarioException.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;

class NumbersTest {
  private static ScalarNode scalar(String text) {
    return new ScalarNode(null, 0, 3, 7, text, ScalarNode.Style.PLAIN);
  }

  private static String problem(String text) {
    Problems problems = new Problems("x.yaml");
    assertThat(Numbers.decimal(scalar(text), problems)).isEmpty();
    assertThat(problems.sorted()).hasSize(1);
    return problems.sorted().get(0).message();
  }

  @Property
  void a_number_reads_back_from_its_plain_digits(
      @ForAll @BigRange(min = "-99999999999999999999", max = "99999999999999999999") @Scale(6)
          BigDecimal number) {
    Problems problems = new Problems("x.yaml");

    assertThat(Numbers.decimal(scalar(number.toPlainString()), problems)).contains(number);
    assertThat(problems.isEmpty()).isTrue();
  }

  @Example
  void forty_digits_are_the_most() {
    Problems problems = new Problems("x.yaml");
    assertThat(Numbers.decimal(scalar("-" + "9".repeat(38) + ".99"), problems)).isPresent();
    assertThat(problem("9".repeat(41)))
        .isEqualTo("number (" + "9".repeat(41) + ") has 41 digits: 40 is the most");
  }

  @Example
  void a_number_of_a_million_digits_is_refused_at_once() {
    assertThat(problem("9".repeat(1_000_000)))
        .isEqualTo("number (" + "9".repeat(60) + "...) has 1,000,000 digits: 40 is the most");
    assertThat(problems(read("a: " + "9".repeat(1_000_000)))).hasSize(1);
  }

  @Example
  void an_exponent_is_refused() {
    assertThat(problem("1e999999999"))
        .isEqualTo("number (1e999999999) has an exponent: write all its digits");
    assertThat(problem("2.5E-3"))
        .isEqualTo("number (2.5E-3) has an exponent: write all its digits");
  }

  @Example
  void what_only_resembles_a_number_is_refused() {
    for (String text :
        List.of(
            "", "-", ".5", "5.", "-.5", "1.2.3", "+1", "1,000", "1_000", "0x10", "ten", "e5",
            ".inf", "1 ", "١٢", "--1", "elder")) {
      assertThat(problem(text))
          .isEqualTo("number (" + text + ") must be written in digits, such as 120, -3 or 62.5");
    }
    assertThat(problem("007"))
        .isEqualTo("number (007) starts with a zero that counts for nothing: leave it out");
  }

  @Example
  void a_whole_number_keeps_to_its_range() {
    Problems problems = new Problems("x.yaml");

    assertThat(Numbers.whole(scalar("12"), 0, 12, problems)).contains(12);
    assertThat(Numbers.whole(scalar("3.0"), 0, 12, problems)).contains(3);
    assertThat(problems.isEmpty()).isTrue();
    assertThat(Numbers.whole(scalar("13"), 0, 12, problems)).isEqualTo(Optional.empty());
    assertThat(Numbers.whole(scalar("-1"), 0, 12, problems)).isEqualTo(Optional.empty());
    assertThat(Numbers.whole(scalar("2.5"), 0, 12, problems)).isEqualTo(Optional.empty());
    assertThat(Numbers.whole(scalar("9".repeat(40)), 0, 12, problems)).isEqualTo(Optional.empty());
    assertThat(problems.sorted())
        .extracting(Problem::message)
        .containsExactlyInAnyOrder(
            "number (13) must be from 0 to 12",
            "number (-1) must be from 0 to 12",
            "number (2.5) must be whole",
            "number (" + "9".repeat(40) + ") must be from 0 to 12");
  }
}
