package dev.parley.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.rules.Registry;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Rule;
import dev.parley.talks.RuleBook;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Files in which work or words could grow faster than they do themselves. */
class BoundedTest {
  private static final int MANY = 4_000;

  /** With costs that grow with the square, each takes minutes. */
  private static final Duration LONG = Duration.ofSeconds(40);

  private static final String HEAD =
      """
      parley: 1
      title: Many
      parties: {north: {name: North, role: principal}, south: {name: South, role: principal}}
      issues: {x: {from: 0, to: 100, unit: u}}
      record:
      """;

  private static String each(IntFunction<String> entry) {
    return IntStream.range(0, MANY)
        .mapToObj(i -> "  - {" + entry.apply(i) + "}\n")
        .collect(Collectors.joining());
  }

  @Provide
  static Arbitrary<String> records() {
    String offers = each(i -> "id: o%d, north offers: south, x: %d".formatted(i, i % 100));
    return Arbitraries.of(
        offers
            + each(
                i ->
                    "correct: [%d], instead: {north offers: south, x: %d}"
                        .formatted(i + 1, (i + 1) % 100)),
        offers + each(i -> "cancel: [%d]".formatted(i + 1)),
        each(i -> "north promises: to come " + i) + each(i -> "deny: [%d]".formatted(i + 1)),
        offers
            + each(i -> "north withdraws: o" + (MANY - 1 - i))
            + each(i -> "south accepts: o" + i));
  }

  @Property
  void corrections_and_answers_to_what_is_gone_are_read_and_written_in_time(
      @ForAll("records") String record) {
    assertThat(
            CompletableFuture.supplyAsync(
                () -> {
                  Scenario scenario = Scenario.parse("many.yaml", HEAD + record);
                  scenario.findings();
                  assertThat(Scenario.parse("again.yaml", scenario.write())).isEqualTo(scenario);
                  return scenario.negotiation().chronicle().size();
                }))
        .succeedsWithin(LONG)
        .matches(size -> size >= 2 * MANY);
  }

  @Example
  void messages_do_not_multiply_the_file() {
    String options =
        IntStream.range(0, 40_000).mapToObj(i -> "o" + i).collect(Collectors.joining(", "));
    String text =
        """
        parley: 1
        title: Many
        parties: {north: {name: North, role: principal}, south: {name: South, role: principal}}
        issues: {x: {options: [%s]}}
        record:
        """
            .formatted(options);
    String wrong = each(i -> "north demands of: south, x: wrong" + i);
    assertThatThrownBy(() -> Scenario.parse("x.yaml", text + wrong))
        .isInstanceOfSatisfying(
            ScenarioException.class,
            e -> {
              assertThat(e.problems()).hasSize(MANY);
              assertThat(e.problems())
                  .allSatisfy(p -> assertThat(p.message()).hasSizeLessThan(300));
              assertThat(e.problems().get(0).message())
                  .contains(
                      "o0 | o1 | o2 | o3 | o4 | o5 | o6 | o7 | o8 | o9 | o10 | o11 and 39,988 more");
            });
  }

  @Example
  void what_cannot_be_read_is_not_written() {
    Rule quiet = Rule.of("quiet", "nobody speaks", (situation, move) -> "");
    Negotiation start = ShortOnes.scenario().negotiation();
    Negotiation own = Negotiation.about(start.firstAgenda(), RuleBook.DEFAULT.and(quiet));
    Scenario scenario = Scenario.of("Own", own);
    assertThatThrownBy(scenario::write)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(
            "rule (quiet) cannot be written: a reader would not know it. Known here: ");
    Registry registry = Registry.readyMade().and("quiet", parameters -> quiet);
    assertThat(scenario.write(Layout.READABLE, DemandKinds.READY_MADE, registry))
        .contains("{rule: quiet");
    Scenario wordy =
        Scenario.of(
            "Wordy",
            Negotiation.about(start.firstAgenda())
                .record(Move.by("hamas").promises("x".repeat(100_001)))
                .orThrow());
    assertThatThrownBy(wordy::write)
        .hasMessage(
            "scenario (Wordy) cannot be written: one of its texts has 100,001 characters, and a text may have 100,000. Go on in a new file");
    Negotiation longTalks = Negotiation.about(start.firstAgenda());
    for (int i = 0; i < 100_001; i++) {
      longTalks = longTalks.record(Move.by("hamas").promises("more")).orThrow();
    }
    Scenario many = Scenario.of("Long", longTalks);
    assertThatThrownBy(many::write).hasMessageContaining("and a file may hold 300,000");
  }

  @Example
  void what_the_parser_says_in_its_own_words_is_said_in_ours() {
    assertThatThrownBy(() -> Scenario.parse("x.yaml", "%YAML 9.0\n---\nparley: 1\n"))
        .hasMessageContaining("the file asks for another version of YAML than 1.2")
        .hasMessageNotContaining("major");
    assertThatThrownBy(() -> Scenario.parse("x.yaml", "%YAML 99999999999.0\n---\nparley: 1\n"))
        .isInstanceOf(ScenarioException.class)
        .hasMessageNotContaining("input string");
  }
}
