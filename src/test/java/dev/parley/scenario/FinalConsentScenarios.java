package dev.parley.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.agenda.ActorId;
import dev.parley.agreement.Agreement;
import dev.parley.agreement.AgreementStage;
import dev.parley.agreement.Consent;
import java.util.List;
import net.jqwik.api.Example;

/** How a consent is meant, who makes it final, and on what it can depend. */
class FinalConsentScenarios {
  private static final String HEAD =
      """
      parley: 1
      title: t
      parties:
        port: {name: Port, role: principal}
        crew: {name: Crew, role: principal}
      ratification: [crew]
      delegations:
        envoys: {of: port, name: Envoys, mandate: ad referendum, confirmed by: board}
        board: {of: port, name: Board, level: heads}
      issues:
        pay: {from: 0, to: 100, unit: euros}
        rest: {from: 0, to: 9, unit: days, obligor: crew}
        rights: {levels: [none, some, all]}
      record:
      """;

  private static Scenario scenario(String record) {
    return Scenario.parse("t.yaml", HEAD + record.indent(2));
  }

  private static List<Agreement> agreements(String record) {
    return scenario(record).negotiation().agreements();
  }

  private static Consent.Kind consent(String record, String party) {
    return agreements(record).get(0).accord().assents().get(ActorId.of(party)).kind();
  }

  private static List<String> findings(String record) {
    return scenario(record).findings().values().stream()
        .map(f -> f.rule() + ": " + f.message())
        .toList();
  }

  private static final String PROVISIONAL =
      """
      - {id: o, crew offers: port, pay: 60, on: 2024-01-01}
      - {port accepts: o, through: envoys, ad referendum: yes, on: 2024-01-02}
      """;

  @Example
  void a_consent_ad_referendum_is_confirmed_by_the_organ_that_the_mandate_names() {
    String by = PROVISIONAL + "- {port confirms: o, through: board, on: 2024-01-03}\n";
    assertThat(findings(by)).isEmpty();
    assertThat(consent(by, "port")).isEqualTo(Consent.Kind.SIGNED);
    assertThat(findings(PROVISIONAL + "- {port confirms: o, on: 2024-01-03}\n"))
        .singleElement()
        .asString()
        .startsWith("BY_ORGAN: port cannot confirm ")
        .contains(": the mandate names (board) to confirm it");
  }

  @Example
  void what_is_confirmed_by_all_stands_open_no_more() {
    String by = PROVISIONAL + "- {port confirms: o, through: board}\n";
    assertThat(scenario(PROVISIONAL).negotiation().situation().offers()).hasSize(1);
    assertThat(scenario(by).negotiation().situation().offers()).isEmpty();
  }

  @Example
  void what_is_confirmed_need_not_be_named_where_one_agreement_awaits_it() {
    assertThat(findings(PROVISIONAL + "- {port confirms: , through: board}\n")).isEmpty();
    assertThat(consent(PROVISIONAL + "- {port confirms: , through: board}\n", "port"))
        .isEqualTo(Consent.Kind.SIGNED);
    assertThat(findings("- {port confirms: }\n- {crew joins: }\n- {crew denounces: }\n"))
        .hasSize(3)
        .allSatisfy(f -> assertThat(f).contains("ONE_AWAITS_IT"));
  }

  private static final String SIGNED =
      """
      - {id: o, port offers: crew, pay: 60, on: 2024-01-01}
      - {crew accepts: o, on: 2024-01-02}
      """;

  @Example
  void an_act_that_names_no_agreement_means_the_only_one_of_which_it_is_awaited() {
    String signed = SIGNED + "- {crew ratifies: }\n";
    String end = signed + "- {crew agrees to end: }\n- {port agrees to end: }\n";
    assertThat(findings(end)).isEmpty();
    assertThat(agreements(end).get(0).stage()).isEqualTo(AgreementStage.TERMINATED);
    String two =
        signed
            + "- {id: p, port offers: crew, rest: 3}\n- {crew accepts: p}\n- {crew ratifies: p}\n";
    assertThat(findings(two + "- {crew agrees to end: }\n"))
        .singleElement()
        .asString()
        .contains("crew cannot agree to end without saying what: several agreements await it");
  }

  private static final String RATIFIED_IF =
      SIGNED + "- {crew ratifies: o, if: {rest: at least 4}, on: 2024-01-03}\n";

  @Example
  void who_ratifies_under_a_condition_has_ratified_once_it_is_met() {
    assertThat(findings(RATIFIED_IF)).isEmpty();
    assertThat(consent(RATIFIED_IF, "crew")).isEqualTo(Consent.Kind.SIGNED);
    assertThat(agreements(RATIFIED_IF).get(0).stage()).isEqualTo(AgreementStage.SIGNED);
    String rest =
        "- {id: p, port attests with: crew, rest: %s, on: 2024-02-01}\n- {crew signs: p}\n";
    String met = RATIFIED_IF + rest.formatted(5);
    assertThat(consent(met, "crew")).isEqualTo(Consent.Kind.RATIFIED);
    assertThat(agreements(met).get(0).stage()).isEqualTo(AgreementStage.IN_FORCE);
    String failed = RATIFIED_IF + rest.formatted(3);
    assertThat(consent(failed, "crew")).isEqualTo(Consent.Kind.SIGNED);
    String anew = failed + "- {crew ratifies: o}\n";
    assertThat(findings(anew)).isEmpty();
    assertThat(consent(anew, "crew")).isEqualTo(Consent.Kind.RATIFIED);
  }

  @Example
  void a_condition_in_words_under_which_somebody_ratifies_is_noted() {
    String words = SIGNED + "- {crew ratifies: o, if: {rights: {in words: a law is passed}}}\n";
    assertThat(consent(words, "crew")).isEqualTo(Consent.Kind.SIGNED);
    String met = words + "- {port notes: o, met: rights}\n";
    assertThat(findings(met)).isEmpty();
    assertThat(consent(met, "crew")).isEqualTo(Consent.Kind.RATIFIED);
    String failed = words + "- {port notes: o, failed: rights}\n";
    assertThat(findings(failed)).isEmpty();
    assertThat(consent(failed, "crew")).isEqualTo(Consent.Kind.SIGNED);
    assertThat(findings(failed + "- {port notes: o, met: rights}\n"))
        .singleElement()
        .asString()
        .contains("NOTABLE");
  }

  @Example
  void a_condition_is_met_by_what_is_done_too() {
    String done =
        """
        - {id: o, port offers: crew, pay: 60, if: {rest: at least 3}}
        - {crew accepts: o}
        - {crew ratifies: o}
        - id: p
          port attests with: crew
          rights: some
          undertakings:
            rest: {by: crew, what: stays at work, amount: 5}
        - {crew signs: p}
        - {crew ratifies: p}
        - {crew performs: p/rest, amount: %s}
        """;
    assertThat(agreements(done.formatted(2)).get(0).accord().isConditional()).isTrue();
    assertThat(agreements(done.formatted(3)).get(0).accord().isConditional()).isFalse();
  }

  @Example
  void what_ratifies_and_confirms_is_written_as_it_is_read() {
    String all = RATIFIED_IF + "- {crew ratifies: }\n- {port agrees to end: }\n";
    Scenario read = scenario(all);
    assertThat(Scenario.parse("u.yaml", read.write()).negotiation()).isEqualTo(read.negotiation());
    assertThat(read.write()).contains("confirmed by: board").contains("if: {rest: at least 4}");
  }

  @Example
  void an_organ_is_another_delegation_of_the_same_party() {
    String head = HEAD.replace("confirmed by: board", "confirmed by: envoys");
    assertThatThrownBy(() -> Scenario.parse("t.yaml", head + SIGNED.indent(2)))
        .isInstanceOf(ScenarioException.class)
        .hasMessageContaining(
            "delegation (envoys) is confirmed by (envoys), which is no other delegation of port. Delegations: envoys, board");
  }
}
