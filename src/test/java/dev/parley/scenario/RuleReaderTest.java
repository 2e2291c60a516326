package dev.parley.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.rules.Registry;
import dev.parley.rules.Rules;
import dev.parley.talks.Rule;
import java.util.List;
import net.jqwik.api.Example;

class RuleReaderTest {
  private static final Registry OWN =
      Registry.readyMade()
          .and(
              "quiet",
              p ->
                  Rule.of(
                      p.rule(),
                      "nobody threatens",
                      (s, m) ->
                          m.act() instanceof dev.parley.talks.Communicative.Threaten
                              ? "a threat"
                              : ""));

  /** A file with these rules; the first stands in the line of the first entry else. */
  private static String text(String... rules) {
    String[] entries = {"{hamas threatens: to leave}"};
    String list = rules.length == 0 ? "" : "rules:\n  - " + String.join("\n  - ", rules) + "\n";
    return ShortOnes.text(entries).replace("record:\n", list + "record:\n");
  }

  private static Scenario read(Registry registry, String... rules) {
    return Scenario.parse("x.yaml", text(rules), DemandKinds.READY_MADE, registry);
  }

  private static List<String> problems(String... rules) {
    return ShortOnes.problemsOf(text(rules));
  }

  @Example
  void a_file_names_its_rules_and_what_they_are_set_to() {
    Scenario scenario =
        read(
            Registry.readyMade(),
            "{rule: round-limit, rounds: 3, severity: warn}",
            "{rule: order-of-issues, order: [end-of-war, hostages]}");
    assertThat(scenario.negotiation().ruleBook().rules())
        .containsExactly(
            Rules.roundLimit(3).warning(), Rules.orderOfIssues("end-of-war", "hostages"));
    assertThat(Scenario.parse("again.yaml", scenario.write())).isEqualTo(scenario);
    assertThat(scenario.write())
        .contains(
            "rules:\n  - {rule: round-limit, rounds: 3, severity: warn}\n"
                + "  - {rule: order-of-issues, order: \"end-of-war, hostages\", when: both, severity: refuse}\n");
  }

  @Example
  void rules_of_the_callers_own_are_found_through_its_registry() {
    assertThat(problems("{rule: quiet}"))
        .singleElement()
        .asString()
        .startsWith(
            "x.yaml:%d:12 rules[1].rule: rule (quiet) is not known. Rules: ".formatted(line()));
    Scenario scenario = read(OWN, "{rule: quiet}");
    assertThat(scenario.findings().values())
        .extracting(Object::toString)
        .containsExactly("quiet: a threat. The rule says: nobody threatens.");
    assertThat(
            Scenario.parse(
                "again.yaml",
                scenario.write(Layout.READABLE, DemandKinds.READY_MADE, OWN),
                DemandKinds.READY_MADE,
                OWN))
        .isEqualTo(scenario);
  }

  private static int line() {
    return ShortOnes.FIRST;
  }

  @Example
  void what_does_not_fit_is_placed_where_it_stands() {
    int line = line();
    assertThat(
            problems(
                "{rule: round-limit, rounds: many}",
                "{rule: round-limits, rounds: 3}",
                "{rule: reciprocity, answers: any}",
                "{rule: offer-expiry}",
                "{rounds: 3}",
                "round-limit",
                "{rule: goalposts}",
                "{rule: goalposts, when: always}",
                "{rule: order-of-issues, order: [hostages, peace]}",
                "{rule: round-limit, rounds: {a: 1}}"))
        .satisfiesExactly(
            p ->
                assertThat(p)
                    .isEqualTo(
                        "x.yaml:%d:33 rules[1].rounds: rule (round-limit): rounds (many) must be a whole number from 1. Write it such as rounds: 3"
                            .formatted(line)),
            p ->
                assertThat(p)
                    .startsWith(
                        "x.yaml:%d:12 rules[2].rule: rule (round-limits) is not known. Did you mean (round-limit)? Rules: "
                            .formatted(line + 1)),
            p ->
                assertThat(p)
                    .contains(
                        "x.yaml:%d:25 ".formatted(line + 2),
                        "rule (reciprocity) has no parameter (answers). It takes answer, severity. Did you mean (answer)?"),
            p ->
                assertThat(p)
                    .contains(
                        "x.yaml:%d:12 ".formatted(line + 3),
                        "rule (offer-expiry) needs the parameter (days), a whole number from 1. Add it, such as days: 3"),
            p ->
                assertThat(p).contains("x.yaml:%d:5 ".formatted(line + 4), "key (rule) is missing"),
            p ->
                assertThat(p)
                    .contains(
                        "x.yaml:%d:5 ".formatted(line + 5),
                        "a rule, such as {rule: round-limit, rounds: 3}, was expected"),
            p ->
                assertThat(p)
                    .contains(
                        "x.yaml:%d:5 ".formatted(line + 7),
                        "rule (goalposts) appears twice in the book: first in line %d"
                            .formatted(line + 6)),
            p ->
                assertThat(p)
                    .contains(
                        "x.yaml:%d:5 ".formatted(line + 8),
                        "rule (order-of-issues): issue (peace) is not on the agenda. Issues: "),
            p ->
                assertThat(p)
                    .contains(
                        "x.yaml:%d:33 ".formatted(line + 9),
                        "a text, a number or a list of them was expected"));
  }
}
