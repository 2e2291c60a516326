package dev.parley.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.scenario.Scenario;
import dev.parley.talks.Finding;
import dev.parley.talks.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** For every ready-made rule a record, and beside it what the rule finds there. */
class GoldenRulesTest {
  private static final Path FILES = Path.of("src/test/resources/dev/parley/rules");

  @Provide
  static Arbitrary<String> rules() {
    return Arbitraries.of(Registry.readyMade().names());
  }

  private static Scenario scenario(String rule) {
    return Scenario.read(FILES.resolve(rule + ".yaml"));
  }

  private static List<String> findings(String rule) {
    try {
      return Files.readAllLines(FILES.resolve(rule + ".findings"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Audit audit(Scenario scenario) {
    return Audit.of(scenario.negotiation(), scenario.negotiation().ruleBook());
  }

  @Property
  void what_the_rule_finds_stands_beside_the_record(@ForAll("rules") String rule) {
    assertThat(audit(scenario(rule)).toString().lines().toList()).isEqualTo(findings(rule));
  }

  @Property
  void every_record_breaks_the_one_rule_that_it_names_and_keeps_it_somewhere(
      @ForAll("rules") String rule) {
    Scenario scenario = scenario(rule);
    assertThat(scenario.negotiation().ruleBook().rules())
        .extracting(Rule::id)
        .containsExactly(rule);
    assertThat(audit(scenario).lines())
        .isNotEmpty()
        .hasSizeLessThan(scenario.negotiation().chronicle().size())
        .allMatch(line -> line.finding().rule().equals(rule));
  }

  @Property
  void a_record_and_its_rule_read_back_as_they_were_written(@ForAll("rules") String rule) {
    Scenario scenario = scenario(rule);
    assertThat(Scenario.parse("again.yaml", scenario.write())).isEqualTo(scenario);
  }

  @Property
  void what_a_lawful_entry_breaks_is_found_when_it_is_recorded(@ForAll("rules") String rule) {
    Scenario scenario = scenario(rule);
    List<Finding> recorded =
        scenario.findings().values().stream().filter(f -> f.rule().equals(rule)).toList();
    assertThat(audit(scenario).lines()).extracting(Audit.Line::finding).containsAll(recorded);
    assertThat(recorded).isNotEmpty();
  }
}
