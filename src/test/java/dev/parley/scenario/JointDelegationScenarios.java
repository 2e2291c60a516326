package dev.parley.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Terms;
import dev.parley.agenda.Value;
import dev.parley.agreement.Agreement;
import dev.parley.agreement.AgreementStage;
import dev.parley.demand.Line;
import dev.parley.demand.Offer;
import dev.parley.progress.Step;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Stage;
import java.util.Map;
import net.jqwik.api.Example;

/** Two unions send one delegation: what it says, each of them says. */
class JointDelegationScenarios {
  private static final String HEAD =
      """
      parley: 1
      title: t
      parties:
        weavers: {name: Weavers, role: principal}
        dyers: {name: Dyers, role: principal}
        mill: {name: Mill, role: principal}
      delegations:
        team: {of: [weavers, dyers], name: joint committee, mandate: {wage: final}}
        envoy: {of: mill, name: envoy}
      issues:
        wage: {from: 0, to: 20, unit: euros}
        rest: {from: 0, to: 9, unit: hours}
      record:
      """;

  private static Negotiation talks(String record) {
    return Scenario.parse("t.yaml", HEAD + record.indent(2)).negotiation();
  }

  private static String position(Negotiation talks, String party, String toward) {
    return talks
        .situation()
        .position(new Line(ActorId.of(party), IssueId.of("wage"), ActorId.of(toward)))
        .toString();
  }

  @Example
  void each_demands_and_drops_what_the_delegation_does() {
    String record =
        """
        - {mill opens round}
        - {weavers demands of: mill, wage: at least 12, through: team}
        - {mill closes round}
        """;
    Negotiation talks = talks(record);
    assertThat(talks.round(1).steps())
        .extracting(Step::describe)
        .containsExactly(
            "weavers on wage towards mill: STATED, at least 12 [2]",
            "dyers on wage towards mill: STATED, at least 12 [2]");
    Negotiation dropped = talks(record + "- {dyers drops: wage, through: team}\n");
    assertThat(position(dropped, "weavers", "mill")).isEqualTo("not stated");
    assertThat(position(dropped, "dyers", "mill")).isEqualTo("not stated");
  }

  @Example
  void nothing_is_demanded_of_those_who_speak_together() {
    Negotiation talks =
        talks("- {weavers demands of: [dyers, mill], wage: at least 12, through: team}\n");
    assertThat(position(talks, "weavers", "dyers")).isEqualTo("not stated");
    assertThat(position(talks, "dyers", "weavers")).isEqualTo("not stated");
    assertThat(position(talks, "dyers", "mill")).isEqualTo("at least 12");
  }

  @Example
  void what_they_offer_together_becomes_one_agreement_among_all() {
    Negotiation talks =
        talks(
            """
            - {mill opens round}
            - {id: joint, dyers offers: mill, wage: 9, whole: yes, through: team}
            - {mill accepts: joint}
            """);
    assertThat(talks.agreements())
        .singleElement()
        .satisfies(
            agreement ->
                assertThat(agreement.accord().bound())
                    .extracting(ActorId::text)
                    .containsExactlyInAnyOrder("weavers", "dyers", "mill"));
    assertThat(talks.situation().settled().stream().map(s -> s.one() + " " + s.other()))
        .containsExactlyInAnyOrder("weavers dyers", "weavers mill", "dyers mill");
    assertThat(talks.situation().stage()).isEqualTo(Stage.CONCLUDED);
    Negotiation rejected =
        talks(
            """
            - {id: joint, dyers offers: mill, wage: 9, through: team}
            - {mill rejects: joint}
            """);
    assertThat(rejected.situation().offers()).isEmpty();
  }

  @Example
  void what_a_delegation_reads_into_a_term_is_the_reading_of_each_for_whom_it_speaks() {
    Negotiation talks =
        talks(
            """
            - {id: joint, dyers offers: mill, wage: 9, through: team}
            - {mill accepts: joint}
            - {dyers interprets: joint, term: wage, as: an hour, through: team}
            - {mill interprets: joint, term: wage, as: a piece}
            """);
    assertThat(talks.agreements().get(0).interpretations())
        .extracting(said -> said.by() + " " + said.words() + " " + said.entry())
        .containsExactly("dyers an hour [3]", "weavers an hour [3]", "mill a piece [4]");
  }

  @Example
  void whoever_signs_the_text_of_a_joint_offer_accepts_it_and_carries_it_out_under_its_label() {
    Scenario scenario =
        Scenario.parse(
            "t.yaml",
            HEAD
                + """
                  - {id: joint, weavers offers: mill, wage: 9, through: team,
                      undertakings: {back pay: {by: mill, what: pay}}}
                  - {mill attests with: [weavers, dyers], same as: joint}
                  - {mill performs: joint/back pay}
                """);
    assertThat(scenario.findings().values()).isEmpty();
    assertThat(scenario.negotiation().agreements())
        .extracting(Agreement::stage)
        .containsExactly(AgreementStage.FULFILLED);
    assertThat(Scenario.parse("t.yaml", scenario.write()).negotiation())
        .isEqualTo(scenario.negotiation());
  }

  @Example
  void what_two_offer_each_for_itself_is_two_offers() {
    Negotiation talks =
        talks(
            """
            - {dyers offers: mill, wage: 9}
            - {id: hers, weavers offers: mill, wage: 9}
            - {mill accepts: hers}
            """);
    assertThat(talks.situation().settled().stream().map(s -> s.one() + " " + s.other()))
        .containsExactly("weavers mill");
    assertThat(talks.situation().offers()).hasSize(1);
  }

  @Example
  void an_answer_names_a_joint_offer_as_it_was_made() {
    Offer offer = Offer.of("dyers", "mill", Terms.of(Map.of(IssueId.of("wage"), Value.amount(9))));
    Negotiation talks =
        talks("- {mill opens round}\n")
            .with(Move.by("dyers").through("team").offers(offer), Move.by("mill").accepts(offer));
    assertThat(talks.agreements())
        .extracting(Agreement::stage)
        .containsExactly(AgreementStage.IN_FORCE);
  }

  @Example
  void what_a_delegation_says_each_of_its_parties_must_be_free_to_say() {
    Scenario scenario =
        Scenario.parse(
            "t.yaml",
            HEAD
                + """
                  - {id: hers, mill offers: weavers, wage: 9}
                  - {weavers accepts: hers, through: team}
                """);
    assertThat(scenario.findings().values().toString())
        .contains("dyers cannot accept an offer that was not made to it");
  }

  @Example
  void each_accepts_what_is_offered_to_all_of_them() {
    Negotiation talks =
        talks(
            """
            - {id: last, mill offers: [weavers, dyers], wage: 10}
            - {weavers accepts: last, through: team}
            """);
    assertThat(talks.situation().closed()).containsKey(IssueId.of("wage"));
  }

  @Example
  void each_signs_and_leaves_what_the_delegation_does() {
    String signed =
        """
        - {id: t, mill attests with: all, wage: 10, denounceable: yes}
        - {weavers signs: t, through: team}
        """;
    assertThat(talks(signed).agreements().get(0).stage()).isEqualTo(AgreementStage.IN_FORCE);
    assertThat(
            talks(signed + "- {dyers denounces: t, through: team}\n").agreements().get(0).stage())
        .isEqualTo(AgreementStage.TERMINATED);
  }

  @Example
  void what_one_says_without_the_delegation_is_its_own() {
    Negotiation talks = talks("- {weavers demands of: mill, wage: at least 12}\n");
    assertThat(position(talks, "dyers", "mill")).isEqualTo("not stated");
  }

  @Example
  void its_mandate_binds_all_and_no_other_party_speaks_through_it() {
    Scenario beyond =
        Scenario.parse("t.yaml", HEAD + "  - {dyers offers: mill, rest: 2, through: team}\n");
    assertThat(beyond.findings().values().toString()).contains("team cannot offer");
    Scenario stranger =
        Scenario.parse("t.yaml", HEAD + "  - {mill offers: dyers, wage: 2, through: team}\n");
    assertThat(stranger.findings().values().toString()).contains("OWN_DELEGATION");
  }

  @Example
  void it_is_written_as_it_was_read() {
    Scenario scenario =
        Scenario.parse(
            "t.yaml", HEAD + "  - {weavers demands of: mill, wage: at least 12, through: team}\n");
    assertThat(scenario.write()).contains("of: [weavers, dyers]");
    assertThat(Scenario.parse("t.yaml", scenario.write()).negotiation())
        .isEqualTo(scenario.negotiation());
    assertThatThrownBy(
            () -> Scenario.parse("t.yaml", HEAD.replace("[weavers, dyers]", "[weavers, bakers]")))
        .hasMessageContaining("bakers");
  }
}
