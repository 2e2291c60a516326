package dev.parley.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agenda.IssueId;
import dev.parley.agreement.Accord;
import dev.parley.agreement.AgreementStage;
import dev.parley.agreement.Ledger;
import dev.parley.agreement.Obligation;
import dev.parley.agreement.ObligationState;
import dev.parley.report.Transcript;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Settlement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;

/** Two read what they have agreed differently: both readings stay, what hangs on it is unknown. */
class ContestedTermScenarios {
  private static final String HEAD =
      """
      parley: 1
      title: t
      parties:
        port: {name: Port, role: principal}
        crew: {name: Crew, role: principal}
        judge: {name: Judge, role: mediator}
      issues:
        pay: {name: Pay, from: 0, to: 100, unit: euros, obligor: port}
        rest: {name: Rest, from: 0, to: 9, unit: days, obligor: crew}
      """;

  private static final String AGREED =
      """
      - {crew demands of: port, pay: at least 50, on: 2024-01-01}
      - {id: o, port offers: crew, pay: 60, on: 2024-01-02}
      - {crew accepts: o, on: 2024-01-03}
      """;

  private static final String READ_IN_TWO_WAYS =
      AGREED
          + """
          - {port interprets: o, term: pay, as: before taxes, on: 2024-01-04}
          - {crew interprets: o, term: pay, as: after taxes, on: 2024-01-05}
          """;

  private static final String PERFORMED = "- {port performs: o/pay, on: 2024-01-06}\n";

  private static final String UNDERSTOOD =
      "- {port interprets: o, term: pay, as: After  taxes, on: 2024-01-07}\n";

  private static Scenario scenario(String record) {
    return Scenario.parse("t.yaml", HEAD + "record:\n" + record.indent(2));
  }

  private static Negotiation talks(String record) {
    return scenario(record).negotiation();
  }

  private static List<String> findings(String record) {
    return scenario(record).findings().values().stream().map(Object::toString).toList();
  }

  private static Accord first(String record) {
    return talks(record).agreements().get(0).accord();
  }

  private static Obligation.Status owed(String record) {
    return first(record).obligations().values().iterator().next();
  }

  private static Settlement.Extent demand(String record) {
    return talks(record).situation().settlements().get(0).extent();
  }

  @Example
  void both_readings_stay_with_the_agreement() {
    assertThat(findings(READ_IN_TWO_WAYS)).isEmpty();
    IssueId pay = IssueId.of("pay");
    assertThat(first(AGREED).isContested(pay)).isFalse();
    assertThat(first(READ_IN_TWO_WAYS).readings().get(pay)).hasSize(2);
    assertThat(first(READ_IN_TWO_WAYS).isContested(pay)).isTrue();
    assertThat(first(READ_IN_TWO_WAYS + UNDERSTOOD).isContested(pay))
        .as("whoever takes on the other's reading contests it no more")
        .isFalse();
    assertThat(talks(READ_IN_TWO_WAYS).agreements().get(0).interpretations()).hasSize(2);
  }

  @Example
  void whether_a_demand_is_met_by_it_cannot_be_told() {
    assertThat(demand(AGREED)).isEqualTo(Settlement.Extent.MET);
    assertThat(demand(READ_IN_TWO_WAYS)).isEqualTo(Settlement.Extent.CANNOT_TELL);
    assertThat(talks(READ_IN_TWO_WAYS).situation().demands().values().toString())
        .contains("CANNOT_TELL");
    assertThat(talks(READ_IN_TWO_WAYS + UNDERSTOOD).situation().demands().values().toString())
        .contains("MET")
        .doesNotContain("CANNOT_TELL");
    assertThat(demand(READ_IN_TWO_WAYS + UNDERSTOOD)).isEqualTo(Settlement.Extent.MET);
  }

  @Example
  void whether_it_is_carried_out_cannot_be_told_until_all_read_it_alike() {
    assertThat(owed(AGREED + PERFORMED).state()).isEqualTo(ObligationState.FULFILLED);
    String contested = READ_IN_TWO_WAYS + PERFORMED;
    assertThat(findings(contested)).isEmpty();
    assertThat(owed(contested).state()).isEqualTo(ObligationState.IN_EFFECT);
    assertThat(first(contested).stage()).isEqualTo(AgreementStage.IN_FORCE);
    assertThat(owed(contested + UNDERSTOOD).state()).isEqualTo(ObligationState.FULFILLED);
    assertThat(first(contested + UNDERSTOOD).stage()).isEqualTo(AgreementStage.FULFILLED);
    assertThat(
            Ledger.of(
                    talks(contested + UNDERSTOOD).agreements().get(0),
                    Optional.of(LocalDate.of(2024, 2, 1)))
                .rows()
                .get(0)
                .completed()
                .map(Object::toString))
        .as("it was done when it was done")
        .contains("2024-01-06");
  }

  @Example
  void what_was_done_before_anybody_read_it_otherwise_is_done() {
    String done =
        AGREED + PERFORMED + "- {crew interprets: o, term: pay, as: after taxes, on: 2024-01-07}\n";
    assertThat(owed(done).state()).isEqualTo(ObligationState.FULFILLED);
  }

  @Example
  void a_condition_on_it_stays_open() {
    String conditional =
        """
        - {id: o, port offers: crew, pay: 60, on: 2024-01-02}
        - {crew accepts: o, on: 2024-01-03}
        - {port interprets: o, term: pay, as: before taxes, on: 2024-01-04}
        - {crew interprets: o, term: pay, as: after taxes, on: 2024-01-05}
        - {id: q, crew offers: port, rest: 3, if: {pay: at least 50}, on: 2024-01-06}
        - {port accepts: q, on: 2024-01-07}
        """;
    assertThat(condition(conditional)).isEqualTo(Accord.Fulfilment.OPEN);
    assertThat(condition(conditional + "- {port interprets: o, term: pay, as: after taxes}\n"))
        .isEqualTo(Accord.Fulfilment.MET);
  }

  private static Accord.Fulfilment condition(String record) {
    return talks(record).agreements().get(1).accord().conditions().values().iterator().next();
  }

  /** The transcript, wherever its lines break. */
  private static String transcript(String record) {
    return Transcript.of(scenario(record)).text().replaceAll("\\s+", " ");
  }

  @Example
  void the_transcript_tells_both_readings_and_what_cannot_be_told() {
    String text = transcript(READ_IN_TWO_WAYS + PERFORMED);
    assertThat(text)
        .contains("reads Pay in the text of [2] as \"before taxes\"")
        .contains(
            "the meaning of Pay is contested: Port reads it as \"before taxes\" [4]; Crew reads it as"
                + " \"after taxes\" [5]")
        .contains("whether that is all cannot be told: what is meant by Pay is contested")
        .contains("Pay: at least 50 euros; cannot tell");
    String summary = Transcript.of(scenario(READ_IN_TWO_WAYS)).summary().text();
    assertThat(summary.replaceAll("\\s+", " "))
        .contains(
            "The meaning of what is agreed is contested: Port reads Pay as \"before taxes\" [4],"
                + " Crew reads Pay as \"after taxes\" [5].");
    assertThat(transcript(READ_IN_TWO_WAYS + UNDERSTOOD)).doesNotContain("is contested: Port");
    assertThat(Scenario.parse("t.yaml", scenario(READ_IN_TWO_WAYS).write()))
        .isEqualTo(scenario(READ_IN_TWO_WAYS));
  }

  private static final String THREE =
      HEAD.replace(
          "  judge: {name: Judge, role: mediator}", "  judge: {name: Judge, role: principal}");

  private static Negotiation three(String record) {
    return Scenario.parse("t.yaml", THREE + "record:\n" + record.indent(2)).negotiation();
  }

  @Example
  void what_two_read_differently_says_nothing_of_what_others_have_settled() {
    String apart =
        """
        - {judge demands of: crew, pay: at least 50}
        - {id: o, port offers: crew, pay: 60}
        - {crew accepts: o}
        - {id: q, judge offers: crew, pay: 60}
        - {crew accepts: q}
        - {id: r, judge offers: port, pay: 60}
        - {port accepts: r}
        - {port interprets: o, term: pay, as: before taxes}
        - {crew interprets: o, term: pay, as: after taxes}
        """;
    assertThat(three(apart).situation().settlements().get(0).extent())
        .isEqualTo(Settlement.Extent.MET);
    assertThat(
            three(apart.replace("judge demands of: crew", "port demands of: crew"))
                .situation()
                .settlements()
                .get(0)
                .extent())
        .isEqualTo(Settlement.Extent.CANNOT_TELL);
  }

  @Example
  void nothing_is_contested_any_more_once_who_read_it_otherwise_has_left() {
    String among =
        """
        - {crew demands of: port, pay: at least 50}
        - {id: o, port offers: all, pay: 60, denounceable: yes}
        - {crew accepts: o}
        - {judge accepts: o}
        - {port interprets: o, term: pay, as: after taxes}
        - {crew interprets: o, term: pay, as: after taxes}
        - {judge interprets: o, term: pay, as: before taxes}
        """;
    assertThat(three(among).situation().demands().values().toString()).contains("CANNOT_TELL");
    assertThat(three(among + "- {judge denounces: o}\n").situation().demands().values().toString())
        .contains("MET")
        .doesNotContain("CANNOT_TELL");
  }

  @Example
  void the_reading_of_one_who_has_left_is_told_no_more() {
    String among =
        """
        - {id: o, port offers: all, pay: 60, denounceable: yes}
        - {crew accepts: o}
        - {judge accepts: o}
        - {port interprets: o, term: pay, as: before taxes}
        - {crew interprets: o, term: pay, as: after taxes}
        - {judge interprets: o, term: pay, as: net of dues}
        """;
    IssueId pay = IssueId.of("pay");
    assertThat(three(among).agreements().get(0).contested(pay)).hasSize(3);
    assertThat(three(among + "- {judge denounces: o}\n").agreements().get(0).contested(pay))
        .extracting(said -> said.by().text())
        .containsExactly("port", "crew");
  }

  @Example
  void only_a_term_is_interpreted_and_by_whom_it_binds() {
    assertThat(findings(AGREED + "- {judge interprets: o, term: pay, as: gross}\n").toString())
        .contains("judge cannot interpret")
        .contains("it is not bound by it");
    assertThat(findings(AGREED + "- {crew interprets: o, term: rest, as: Sundays}\n").toString())
        .contains("(rest) is no term of")
        .contains("Terms: pay");
    assertThat(
            findings(
                    """
                    - {id: o, port offers: crew, pay: 60}
                    - {crew interprets: o, term: pay, as: gross}
                    """)
                .toString())
        .contains("crew interprets no agreement that is signed");
    assertThat(first(AGREED + "- {judge interprets: o, term: pay, as: gross}\n").readings())
        .as("a record may hold it, without effect")
        .isEmpty();
  }

  @Example
  void what_has_come_about_may_be_noted_by_nobody_in_particular() {
    String waiting =
        """
        - {id: o, port offers: crew, pay: 60, if: {rest: {in words: a quiet one}}}
        - {crew accepts: o}
        """;
    String noted = waiting + "- {note: o, met: rest}\n";
    assertThat(findings(noted)).isEmpty();
    assertThat(first(waiting).conditions().values()).containsExactly(Accord.Fulfilment.OPEN);
    assertThat(first(noted).conditions().values()).containsExactly(Accord.Fulfilment.MET);
    assertThat(transcript(noted))
        .contains("it is noted that the condition on Rest is met, in the text of [1]");
  }

  @Example
  void an_open_ratification_under_conditions_stands_in_the_list_of_agreements() {
    String text =
        transcript(
            """
                    - {id: o, port offers: crew, pay: 60, in force: {ratified by: [crew]}}
                    - {crew accepts: o}
                    - {crew ratifies: o, if: {rest: at least 2}}
                    """);
    assertThat(text)
        .contains(
            "Crew has ratified it on a condition that is still open: if Rest: at least 2 days");
  }
}
