package dev.parley.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agenda.Agenda;
import dev.parley.agenda.Issue;
import dev.parley.agenda.Party;
import dev.parley.agenda.Party.Role;
import dev.parley.agenda.Ratification;
import dev.parley.agenda.Scale;
import dev.parley.evidence.Tolerance;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Policy;
import dev.parley.talks.RuleBook;
import dev.parley.testing.Agendas;
import dev.parley.testing.Choices;
import dev.parley.testing.LegalPlay;
import dev.parley.testing.Negotiations;
import dev.parley.testing.Records;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;

class ScenarioLaws {
  static Scenario scenario(Negotiation negotiation) {
    return Scenario.builder().title("Generated: a play").negotiation(negotiation).build();
  }

  @Provide
  static Arbitrary<Scenario> scenarios() {
    LegalPlay plays =
        LegalPlay.ANY
            .among(ScenarioLaws::agenda)
            .withMoves(0, 50)
            .withOneWildIn(3)
            .withAwkwardWords();
    return Negotiations.records(Records.of(plays)).map(ScenarioLaws::scenario);
  }

  /** An agenda with identifiers, names and codes that a file could take for something else. */
  private static Agenda agenda(Choices choices) {
    Agenda plain = Agendas.ANY.draw(choices);
    Agenda.Builder agenda =
        Agenda.builder()
            .addAllPartyList(plain.partyList())
            .addAllOutsiders(plain.outsiders())
            .addAllDelegationList(plain.delegationList())
            .addAllIssueList(plain.issueList());
    if (choices.oneIn(2)) {
      agenda.party(Party.of("all", "all of them: #1", Role.OBSERVER, Role.GUARANTOR));
    }
    if (choices.oneIn(2)) {
      agenda.issue(Issue.of("on", Scale.options("Algeria", "no one: yet")));
    }
    if (choices.oneIn(2)) {
      agenda.issue(
          Issue.of("words", Scale.levels("no", "yes", "null"))
              .withName("the question of words")
              .withCodes(Map.of("pa-x", "Code: words")));
    }
    if (choices.oneIn(4)) {
      agenda.ratification(Ratification.all());
    } else if (choices.oneIn(3)) {
      agenda.ratification(Ratification.by(choices.of(plain.principals())));
    }
    return agenda.build();
  }

  @Property(tries = 500)
  void what_was_written_reads_back_equal(@ForAll("scenarios") Scenario scenario) {
    String text = scenario.write();
    assertThat(Scenario.parse("written.yaml", text)).isEqualTo(scenario);
  }

  @Property(tries = 100)
  void what_was_read_is_written_alike(@ForAll("scenarios") Scenario scenario) {
    String text = scenario.write();
    Scenario read = Scenario.parse("written.yaml", text);
    assertThat(read.write()).isEqualTo(text);
    assertThat(read.findings()).isEqualTo(scenario.findings());
    assertThat(read.negotiation().situation()).isEqualTo(scenario.negotiation().situation());
  }

  /** The plays reach what the laws are about. */
  @Tag("slow")
  @Property(tries = 500)
  void plays_reach_offers_agreements_corrections_and_findings(
      @ForAll("scenarios") Scenario scenario) {
    String text = scenario.write();
    for (String what :
        List.of(
            " offers: ",
            "alternatives:",
            " accepts: ",
            "counters: ",
            "correct: ",
            "deny: ",
            " performs: ",
            "widens: ",
            "instalments:",
            "undertakings:",
            "kind: ",
            " issues: ",
            "in the name of: ",
            "ratification: all",
            "ratification: [")) {
      Statistics.label(what)
          .collect(text.contains(what))
          .coverage(coverage -> coverage.check(true).count(c -> c >= 1));
    }
    Statistics.label("findings")
        .collect(!scenario.findings().isEmpty())
        .coverage(coverage -> coverage.check(true).count(c -> c >= 10));
  }

  @Provide
  static Arbitrary<Policy> policies() {
    return Arbitraries.of(
        Policy.DEFAULT,
        Policy.DEFAULT.withStallAfter(3).withNegligible(new BigDecimal("0.25")),
        Policy.DEFAULT
            .withDormantAfterDays(7)
            .withAbout(Tolerance.ofPercent(new BigDecimal("2.5"))),
        Policy.DEFAULT.withAbout(Tolerance.ofPercent(10)));
  }

  @Property(tries = 20)
  void a_policy_and_a_date_read_back(@ForAll("policies") Policy policy) {
    Negotiation talks =
        Negotiation.about(
            ShortOnes.scenario().negotiation().agenda(), RuleBook.DEFAULT.under(policy));
    Scenario scenario = scenario(talks).withRecordTo(LocalDate.of(2025, 1, 3));
    assertThat(Scenario.parse("policy.yaml", scenario.write())).isEqualTo(scenario);
  }
}
