package dev.parley.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import dev.parley.rules.Registry.Parameters;
import dev.parley.rules.Registry.RegistryException;
import dev.parley.talks.Finding;
import dev.parley.talks.Rule;
import dev.parley.talks.RuleBook;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;

class RegistryTest {
  private static final Registry READY = Registry.readyMade();

  /** Every rule with what it needs, and once more with everything that it takes. */
  private static final Map<String, List<Map<String, String>>> SETTINGS = new LinkedHashMap<>();

  static {
    SETTINGS.put(
        "concession-size",
        List.of(Map.of("least", "rise 0.5"), Map.of("least", "staff 2; rise 0.50")));
    SETTINGS.put("deadline-respected", List.of(Map.of(), Map.of("deadline", "season")));
    SETTINGS.put(
        "exchange-balance",
        List.of(
            Map.of("rate", "30 prisoners for 1 hostages"),
            Map.of("rate", "3.0 a for 2 b", "tolerance", "7.50", "instalments", "yes")));
    SETTINGS.put("goalposts", List.of(Map.of(), Map.of("when", "always")));
    SETTINGS.put("guarantor-needed", List.of(Map.of(), Map.of("issues", "staff, rise")));
    SETTINGS.put("instalments-in-order", List.of(Map.of(), Map.of("done", "minimal")));
    SETTINGS.put("mediator-binds-nothing", List.of(Map.of()));
    SETTINGS.put("no-backsliding", List.of(Map.of()));
    SETTINGS.put("no-new-demands", List.of(Map.of()));
    SETTINGS.put("no-reopening", List.of(Map.of(), Map.of("undisputed", "yes")));
    SETTINGS.put("offer-expiry", List.of(Map.of("days", "14")));
    SETTINGS.put("offers-within-mandate", List.of(Map.of(), Map.of("authority", "final")));
    SETTINGS.put(
        "order-of-issues",
        List.of(
            Map.of("order", "rise, staff"), Map.of("order", "staff,rise", "when", "carrying-out")));
    SETTINGS.put("ratification-first", List.of(Map.of(), Map.of("principals", "all")));
    SETTINGS.put("reciprocity", List.of(Map.of(), Map.of("answer", "concession")));
    SETTINGS.put("round-limit", List.of(Map.of("rounds", "3"), Map.of("rounds", "4")));
    SETTINGS.put("silence-limit", List.of(Map.of("days", "30")));
    SETTINGS.put("stated-before-accepting", List.of(Map.of(), Map.of("on", "every")));
  }

  @Example
  void every_rule_that_issue_3_names_is_there() {
    assertThat(READY.names()).containsExactlyElementsOf(SETTINGS.keySet()).hasSize(18);
  }

  @Example
  void a_rule_is_made_again_by_its_written_parameters_and_is_a_value() {
    SETTINGS.forEach(
        (id, settings) -> {
          for (Map<String, String> setting : settings) {
            Rule rule = READY.rule(id, setting);
            assertThat(rule.id()).isEqualTo(id);
            assertThat(READY.rule(id, Registry.written(rule)))
                .isEqualTo(rule)
                .hasSameHashCodeAs(rule);
            assertThat(rule.parameters().keySet()).containsAll(setting.keySet());
          }
          if (settings.size() == 2) {
            assertThat(READY.rule(id, settings.get(0)))
                .isNotEqualTo(READY.rule(id, settings.get(1)));
          }
        });
  }

  @Example
  void every_rule_can_be_made_to_warn_and_has_a_severity_of_its_own() {
    SETTINGS.forEach(
        (id, settings) -> {
          Rule rule = READY.rule(id, settings.get(0));
          assertThat(rule.severity())
              .isEqualTo(
                  id.equals("silence-limit") ? Finding.Severity.WARN : Finding.Severity.REFUSE);
          for (Finding.Severity severity : Finding.Severity.values()) {
            Map<String, String> more = new LinkedHashMap<>(settings.get(0));
            more.put("severity", Parameters.word(severity));
            assertThat(READY.rule(id, more).severity()).isEqualTo(severity);
          }
        });
  }

  @Example
  void every_rule_says_in_one_sentence_what_it_asks_and_why() {
    SETTINGS.forEach(
        (id, settings) -> {
          for (Map<String, String> setting : settings) {
            Rule rule = READY.rule(id, setting);
            assertThat(rule.statement()).isNotBlank().doesNotContain(".").hasSizeLessThan(100);
            assertThat(rule.rationale())
                .matches(
                    why ->
                        why.matches(".*[( ](19|20)\\d\\d[,);: ].*")
                            || why.contains("2015")
                            || why.startsWith("Parley's own"),
                    "names its source and year");
          }
        });
  }

  private static void refuses(String id, Map<String, String> given, String message) {
    assertThatThrownBy(() -> READY.rule(id, given))
        .isInstanceOf(RegistryException.class)
        .hasMessage(message);
  }

  @Example
  void an_unknown_rule_is_refused_with_the_nearest_one() {
    assertThatThrownBy(() -> READY.rule("round-limits"))
        .isInstanceOfSatisfying(
            RegistryException.class,
            e -> {
              assertThat(e.rule()).isEqualTo("round-limits");
              assertThat(e.parameter()).isEmpty();
            })
        .hasMessageStartingWith(
            "rule (round-limits) is not known. Did you mean (round-limit)? Rules:"
                + " concession-size,");
    assertThatThrownBy(() -> READY.rule("peace"))
        .hasMessageStartingWith("rule (peace) is not known. Rules: concession-size, ");
  }

  @Example
  void a_parameter_that_is_missing_unknown_or_unfit_is_refused_with_the_way_out() {
    refuses(
        "round-limit",
        Map.of(),
        "rule (round-limit) needs the parameter (rounds), a whole number from 1."
            + " Add it, such as rounds: 3");
    refuses(
        "round-limit",
        Map.of("round", "3"),
        "rule (round-limit) needs the parameter (rounds), a whole number from 1."
            + " Did you mean it by (round)?");
    refuses(
        "round-limit",
        Map.of("rounds", "3", "tracks", "2"),
        "rule (round-limit) has no parameter (tracks). It takes rounds, severity");
    refuses(
        "reciprocity",
        Map.of("answers", "any"),
        "rule (reciprocity) has no parameter (answers). It takes answer, severity."
            + " Did you mean (answer)?");
    for (String wrong : List.of("three", "0", "-1", "2.5", "99999999999")) {
      refuses(
          "round-limit",
          Map.of("rounds", wrong),
          "rule (round-limit): rounds (%s) must be a whole number from 1.".formatted(wrong)
              + " Write it such as rounds: 3");
    }
    refuses(
        "round-limit",
        Map.of("rounds", " "),
        "rule (round-limit): rounds () must be a whole number from 1. Write it such as rounds: 3");
    refuses(
        "no-backsliding",
        Map.of("severity", "WARN"),
        "rule (no-backsliding): severity (WARN) must be one of refuse, warn."
            + " Write it such as severity: refuse");
    refuses(
        "no-reopening",
        Map.of("undisputed", "maybe"),
        "rule (no-reopening): undisputed (maybe) must be yes or no."
            + " Write it such as undisputed: yes");
    refuses(
        "order-of-issues",
        Map.of("order", "rise"),
        "rule (order-of-issues): order (rise) must be ids of two issues or more, each once."
            + " Write it such as order: ceasefire, withdrawal");
    for (String wrong : List.of("rise", "rise 0", "rise -1", "rise 1; rise 2", "Rise 1", "1e9 1")) {
      refuses(
          "concession-size",
          Map.of("least", wrong),
          "rule (concession-size): least (%s) must be a size above zero for each issue, with"
                  .formatted(wrong)
              + " semicolons. Write it such as least: rise 0.5; staff 1");
    }
    refuses(
        "exchange-balance",
        Map.of("rate", "30 for 1"),
        "rule (exchange-balance): rate (30 for 1) must be so many of one issue for so many of"
            + " another. Write it such as rate: 30 prisoners for 1 hostages");
    refuses(
        "exchange-balance",
        Map.of("rate", "3 a for 1 b", "tolerance", "10%"),
        "rule (exchange-balance): tolerance (10%) must be a number from 0."
            + " Write it such as tolerance: 2.5");
    refuses(
        "offers-within-mandate",
        Map.of("authority", "none"),
        "rule (offers-within-mandate): authority (none) must be final or ad-referendum");
    refuses(
        "guarantor-needed",
        Map.of("issues", "rise, rise"),
        "rule (guarantor-needed): issues (rise, rise) must be ids of issues, each once, with"
            + " commas. Write it such as issues: rise, staff");
    refuses(
        "deadline-respected",
        Map.of("deadline", "New Year"),
        "rule (deadline-respected): deadline (New Year) must be the name of a deadline."
            + " Write it such as deadline: inauguration");
  }

  @Example
  void an_unfit_parameter_is_named_so_that_a_reader_can_point_at_it() {
    assertThatThrownBy(() -> READY.rule("round-limit", Map.of("rounds", "many")))
        .isInstanceOfSatisfying(
            RegistryException.class,
            e -> {
              assertThat(e.rule()).isEqualTo("round-limit");
              assertThat(e.parameter()).contains("rounds");
            });
  }

  private static final Registry OWN =
      READY.and(
          "quiet-board",
          p -> {
            String who = p.text("who", "a party", "board");
            return Rule.of(
                p.rule(),
                who + " stays quiet",
                p.all(),
                (s, move) -> move.by().text().equals(who) ? who + " speaks" : "");
          });

  @Example
  void a_caller_adds_rules_of_its_own() {
    assertThat(OWN.names()).contains("quiet-board").hasSize(19);
    assertThat(READY.names()).doesNotContain("quiet-board");
    RuleBook book =
        OWN.book(
            ImmutableMap.of(
                "quiet-board", Map.of("who", "board"), "round-limit", Map.of("rounds", "2")));
    assertThat(book.rules()).extracting(Rule::id).containsExactly("quiet-board", "round-limit");
    Plays.breaks(
        dev.parley.talks.Negotiation.about(Plays.AGENDA, book),
        Plays.board(),
        "quiet-board: board speaks. The rule says: board stays quiet.");
  }

  @Example
  void a_name_is_taken_once_and_kept_by_the_rule() {
    assertThatThrownBy(() -> OWN.and("quiet-board", RoundLimit.KIND))
        .hasMessage("rule (quiet-board) is already registered. Give yours another name");
    assertThatThrownBy(() -> READY.and("Quiet", RoundLimit.KIND))
        .hasMessageStartingWith("rule id (Quiet) has (Q) at character 1");
    assertThatThrownBy(
            () -> READY.and("limit", RoundLimit.KIND).rule("limit", Map.of("rounds", "2")))
        .hasMessage(
            "the factory of rule (limit) makes a rule with id (round-limit):"
                + " register it by that name");
  }

  @Example
  void rules_name_the_issues_that_they_are_set_to() {
    assertThat(READY.rule("exchange-balance", Map.of("rate", "3 a for 1 b")).issues())
        .extracting(Object::toString)
        .containsExactly("a", "b");
    assertThat(READY.rule("order-of-issues", Map.of("order", "b, a")).issues())
        .extracting(Object::toString)
        .containsExactly("b", "a");
    assertThat(READY.rule("concession-size", Map.of("least", "b 1; a 2")).issues())
        .extracting(Object::toString)
        .containsExactly("a", "b");
    assertThat(READY.rule("guarantor-needed").issues()).isEmpty();
  }

  @Example
  void a_rule_book_prints_as_a_table_in_the_order_of_its_ids() {
    RuleBook book =
        READY.book(
            ImmutableMap.of(
                "silence-limit",
                Map.of("days", "30"),
                "exchange-balance",
                Map.of("rate", "30 prisoners for 1 hostages", "tolerance", "10"),
                "no-backsliding",
                Map.of("severity", "warn")));
    assertThat(RuleTable.of(book))
        .hasToString(
            """
            rule              severity  statement                                                                           parameters
            exchange-balance  REFUSE    so many of one issue go for so many of another, within a tolerance                  rate: 30 prisoners for 1 hostages; tolerance: 10; instalments: no
            no-backsliding    WARN      an offer is no worse for its addressee than its maker's last one on the same issue
            silence-limit     WARN      the parties are not without contact for longer than so many days                    days: 30
            """);
    assertThat(RuleTable.of(RuleBook.DEFAULT))
        .hasToString("rule  severity  statement  parameters\n");
  }

  @Example
  void a_rule_of_ones_own_is_made_again_too_and_has_the_severity_that_it_has() {
    Rule quiet = OWN.rule("quiet-board", Map.of("who", "union"));
    assertThat(Registry.written(quiet))
        .containsExactlyInAnyOrderEntriesOf(Map.of("who", "union", "severity", "refuse"));
    assertThat(OWN.rule("quiet-board", Registry.written(quiet))).isEqualTo(quiet);
    assertThat(OWN.rule("quiet-board", Map.of("who", "board"))).isNotEqualTo(quiet);
    assertThatThrownBy(() -> OWN.rule("quiet-board", Map.of("who", "union", "severity", "warn")))
        .hasMessage(
            "rule (quiet-board): severity (warn) must be refuse, which is its own."
                + " Write it such as severity: refuse");
    assertThatThrownBy(() -> OWN.rule("quiet-board", Map.of("who", "union", "whom", "x")))
        .hasMessageStartingWith("rule (quiet-board) has no parameter (whom). It takes who");
  }
}
