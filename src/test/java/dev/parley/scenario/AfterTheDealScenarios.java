package dev.parley.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agenda.IssueId;
import dev.parley.agreement.Accord.Fulfilment;
import dev.parley.agreement.Agreement;
import dev.parley.agreement.AgreementStage;
import dev.parley.agreement.Obligation;
import dev.parley.agreement.ObligationState;
import dev.parley.evidence.When;
import dev.parley.talks.ActKind;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Situation.IssueStatus;
import dev.parley.talks.Stage;
import java.util.List;
import net.jqwik.api.Example;

/** What can be done once there is a deal: join it, leave it, suspend it, verify it, note it. */
class AfterTheDealScenarios {
  private static final String HEAD =
      """
      parley: 1
      title: t
      parties:
        port: {name: Port, role: principal}
        crew: {name: Crew, role: principal}
        town: {name: Town, role: principal}
        judge: {name: Judge, role: [mediator, guarantor]}
      issues:
        pay: {from: 0, to: 100, unit: euros, obligor: port}
        rest: {from: 0, to: 9, unit: days}
      """;

  private static Scenario scenario(String record) {
    return Scenario.parse("t.yaml", HEAD + "record:\n" + record.indent(2));
  }

  private static Negotiation talks(String record) {
    return scenario(record).negotiation();
  }

  private static Agreement first(Negotiation talks) {
    return talks.agreements().get(0);
  }

  private static Obligation.Status obligation(Negotiation talks, String name) {
    return talks.agreements().stream()
        .flatMap(a -> a.accord().obligations().entrySet().stream())
        .filter(e -> e.getKey().name().equals(name))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  private static List<String> findings(String record) {
    return scenario(record).findings().values().stream().map(Object::toString).toList();
  }

  private static final String DEAL =
      """
      - {id: o, port offers: crew, pay: 60, on: 2024-01-01}
      - {crew accepts: o, on: 2024-01-02}
      """;

  private static final String NOTHING_OWED =
      "OBLIGATION_ARISEN: nothing is owed yet under (pay): its agreement is not signed, or is over."
          + " No obligation has arisen.";

  @Example
  void a_denied_acceptance_leaves_what_was_done_under_it_without_effect() {
    String record = DEAL + "- {port performs: o/pay, on: 2024-02-01}\n- {deny: [2]}\n";
    assertThat(talks(record).situation().agreements()).isEmpty();
    assertThat(findings(record)).containsExactly(NOTHING_OWED);
    assertThat(Scenario.parse("t.yaml", scenario(record).write()).negotiation())
        .isEqualTo(talks(record));
    String told = DEAL + "- {deny: [2]}\n- {port performs: o/pay, on: 2024-02-01}\n";
    assertThat(findings(told)).containsExactly(NOTHING_OWED);
    assertThat(talks(told).situation().agreements()).isEmpty();
  }

  @Example
  void one_obligation_is_suspended_and_taken_up_again() {
    String suspended = DEAL + "- {port suspends: o/pay}\n";
    assertThat(obligation(talks(suspended), "pay").state()).isEqualTo(ObligationState.SUSPENDED);
    assertThat(first(talks(suspended)).stage()).isEqualTo(AgreementStage.IN_FORCE);
    assertThat(talks(suspended).situation().stage()).isEqualTo(Stage.EXPLORATORY);
    assertThat(obligation(talks(suspended + "- {port resumes: o/pay}\n"), "pay").state())
        .isEqualTo(ObligationState.IN_EFFECT);
    assertThat(findings(DEAL + "- {crew suspends: o/pay}\n"))
        .containsExactly("BY_OBLIGOR: crew cannot suspend the obligation (pay). It is for port.");
  }

  @Example
  void an_agreement_is_suspended_while_the_talks_are() {
    Negotiation talks =
        talks("- {port opens round}\n" + DEAL + "- {town breaks off}\n- {port suspends: o}\n");
    assertThat(talks.situation().stage()).isEqualTo(Stage.BROKEN_OFF);
    assertThat(obligation(talks, "pay").state()).isEqualTo(ObligationState.SUSPENDED);
  }

  @Example
  void an_agreement_of_three_is_suspended_when_the_one_that_had_not_leaves() {
    Negotiation talks =
        talks(
            """
            - {id: t, port attests with: all, pay: 60, denounceable: yes}
            - {crew signs: t}
            - {town signs: t}
            - {port suspends: t}
            - {crew suspends: t}
            - {town denounces: t}
            """);
    assertThat(first(talks).stage()).isEqualTo(AgreementStage.SUSPENDED);
  }

  @Example
  void all_whom_it_binds_agree_to_end_it() {
    String one = DEAL + "- {port agrees to end: o}\n";
    assertThat(first(talks(one)).stage()).isEqualTo(AgreementStage.IN_FORCE);
    String all = one + "- {crew agrees to end: o, on: 2024-03-01}\n";
    assertThat(first(talks(all)).stage()).isEqualTo(AgreementStage.TERMINATED);
    assertThat(scenario(all).findings().values()).isEmpty();
    assertThat(obligation(talks(all), "pay").state()).isEqualTo(ObligationState.TERMINATED);
    assertThat(findings(one + "- {port agrees to end: o}\n"))
        .containsExactly(
            "ONCE: port has already agreed to end (pay 60) of [1]. Still to agree: crew.");
  }

  @Example
  void a_text_can_allow_a_party_to_leave() {
    String free =
        """
        - {id: o, port offers: crew, pay: 60, denounceable: yes}
        - {crew accepts: o}
        - {crew denounces: o}
        """;
    assertThat(scenario(free).findings().values()).isEmpty();
    assertThat(first(talks(free)).stage()).isEqualTo(AgreementStage.TERMINATED);
    assertThat(findings(DEAL + "- {crew denounces: o}\n"))
        .containsExactly(
            "DENUNCIATION: crew cannot denounce (pay 60) of [1]: the text does not"
                + " allow it. Agree to end it, replace it by agreement, or allege a"
                + " breach of it first.");
  }

  @Example
  void a_party_joins_what_is_open_to_it() {
    String open =
        """
        - {id: o, port offers: crew, pay: 60, open to: town}
        - {crew accepts: o}
        """;
    assertThat(talks(open).situation().status(IssueId.of("pay"))).isNotEqualTo(IssueStatus.CLOSED);
    Negotiation joined = talks(open + "- {town joins: o}\n");
    assertThat(first(joined).accord().bound()).hasSize(3);
    assertThat(joined.situation().status(IssueId.of("pay"))).isEqualTo(IssueStatus.CLOSED);
    assertThat(findings(DEAL + "- {town joins: o}\n"))
        .containsExactly(
            "OPEN_TO: town cannot join: no such agreement is open to it."
                + " Agreements: (pay 60) of [1].");
    assertThat(findings(open + "- {town joins: o}\n- {town joins: o}\n")).hasSize(1);
  }

  private static final String VERIFIED =
      """
      - id: o
        port offers: crew
        pay: 60
        undertakings: {pay: {by: port, what: pays wages, amount: 60}}
        verified by: judge
      - {crew accepts: o}
      """;

  @Example
  void what_the_verifier_finds_settles_what_was_done() {
    String claimed = VERIFIED + "- {port performs: o/pay, amount: 60, on: 2024-02-01}\n";
    assertThat(first(talks(claimed)).stage()).isEqualTo(AgreementStage.FULFILLED);
    Negotiation found = talks(claimed + "- {judge finds: o/pay, amount: 40, on: 2024-02-03}\n");
    assertThat(obligation(found, "pay").state()).isEqualTo(ObligationState.IN_EFFECT);
    assertThat(obligation(found, "pay").done()).isEqualByComparingTo("40");
    assertThat(first(found).stage()).isEqualTo(AgreementStage.IN_FORCE);
    Negotiation rest =
        found.with(
            dev.parley.talks.Move.by("port")
                .performs(found.situation().obligations().keySet().iterator().next(), "20"));
    assertThat(first(rest).stage()).isEqualTo(AgreementStage.FULFILLED);
  }

  @Example
  void what_the_verifier_finds_breached_is_violated() {
    Negotiation talks = talks(VERIFIED + "- {judge finds: o/pay, breach: nothing came}\n");
    assertThat(obligation(talks, "pay").state()).isEqualTo(ObligationState.VIOLATED);
  }

  @Example
  void only_whoever_verifies_finds() {
    assertThat(findings(VERIFIED + "- {town finds: o/pay}\n"))
        .containsExactly("BY_VERIFIER: town does not verify (pay). That is for judge.");
    assertThat(findings(DEAL + "- {judge finds: o/pay}\n"))
        .containsExactly(
            "BY_VERIFIER: judge does not verify (pay). The agreement names nobody who verifies it:"
                + " let it say (verified by).");
    assertThat(findings(VERIFIED + "- {judge finds: o/pay, amount: 61}\n"))
        .containsExactly("WITHIN_AMOUNT: judge cannot find (61) done of (pay). Owed: 60.");
  }

  private static final String CONDITIONAL =
      """
      - {id: o, port offers: crew, pay: 60, if: {rest: {in words: enough of it}}}
      - {crew accepts: o}
      """;

  @Example
  void a_condition_in_words_is_open_until_somebody_notes_what_became_of_it() {
    assertThat(obligation(talks(CONDITIONAL), "pay").state()).isEqualTo(ObligationState.PENDING);
    Negotiation met = talks(CONDITIONAL + "- {judge notes: o, met: rest}\n");
    assertThat(first(met).accord().conditions().values()).containsExactly(Fulfilment.MET);
    assertThat(obligation(met, "pay").state()).isEqualTo(ObligationState.IN_EFFECT);
    Negotiation failed = talks(CONDITIONAL + "- {judge notes: o, failed: rest}\n");
    assertThat(obligation(failed, "pay").state()).isEqualTo(ObligationState.DISCHARGED);
    assertThat(findings(DEAL + "- {judge notes: o, met: rest}\n"))
        .containsExactly(
            "NOTABLE: judge notes nothing that a signed agreement waits for. Agreements:"
                + " (pay 60) of [1].");
  }

  @Example
  void what_lasts_until_an_event_expires_when_that_is_noted() {
    String truce =
        """
        - {id: o, port offers: crew, rest: 3, interim: yes, lasts: {until: the harvest}}
        - {crew accepts: o, on: 2024-01-02}
        """;
    assertThat(first(talks(truce)).stage()).isEqualTo(AgreementStage.IN_FORCE);
    Negotiation over = talks(truce + "- {judge notes: o, on: 2024-09-01}\n");
    assertThat(first(over).stage()).isEqualTo(AgreementStage.EXPIRED);
    assertThat(first(over).since(AgreementStage.EXPIRED).toString()).contains("2024-09-01");
  }

  @Example
  void an_obligation_waits_for_another_of_another_agreement() {
    String two =
        """
        - id: o
          port offers: crew
          pay: 60
        - {crew accepts: o}
        - id: p
          crew offers: port
          rest: 3
          undertakings: {calm: {by: crew, what: keeps calm, when: after o/pay}}
        - {port accepts: p}
        """;
    assertThat(scenario(two).findings().values()).isEmpty();
    assertThat(obligation(talks(two), "calm").state()).isEqualTo(ObligationState.PENDING);
    assertThat(obligation(talks(two + "- {port performs: o/pay}\n"), "calm").state())
        .isEqualTo(ObligationState.IN_EFFECT);
    assertThat(Scenario.parse("t.yaml", scenario(two).write()).negotiation()).isEqualTo(talks(two));
    assertThat(findings(two.replace("o/pay", "o/nothing")))
        .anyMatch(
            f ->
                f.startsWith(
                    "TRIGGERED: undertaking (calm) waits for (nothing), which is nothing that is"
                        + " agreed."));
  }

  @Example
  void pressure_away_from_the_table_changes_no_position() {
    Negotiation before = talks(DEAL);
    Negotiation after = talks(DEAL + "- {crew presses by: a strike, against: port}\n");
    assertThat(after.situation().positions()).isEqualTo(before.situation().positions());
  }

  @Example
  void one_who_is_no_principal_offers_what_it_undertakes_itself() {
    String letter =
        """
        - id: l
          judge offers: crew
          undertakings: {escort: {by: judge, what: escorts the crew, due: 2024-05-01}}
        - {crew accepts: l, on: 2024-02-01}
        """;
    assertThat(scenario(letter).findings().values()).isEmpty();
    assertThat(first(talks(letter)).stage()).isEqualTo(AgreementStage.IN_FORCE);
    assertThat(obligation(talks(letter), "escort").state()).isEqualTo(ObligationState.IN_EFFECT);
    assertThat(first(talks(letter + "- {judge performs: l/escort}\n")).stage())
        .isEqualTo(AgreementStage.FULFILLED);
    assertThat(findings("- {judge offers: crew, pay: 60}\n"))
        .containsExactly(
            "PRINCIPALS_ONLY: judge cannot offer (pay 60): it is no principal, and can offer only"
                + " what it undertakes itself. Propose it to the principals, or name its own"
                + " undertakings.");
  }

  @Example
  void a_condition_is_met_when_all_whom_it_binds_have_settled_it() {
    String three =
        """
        - {id: o, port offers: [crew, town], pay: 60, if: {rest: at least 3}}
        - {crew accepts: o}
        - {town accepts: o}
        - {id: p, port offers: crew, rest: 4}
        - {crew accepts: p}
        """;
    assertThat(first(talks(three)).accord().conditions().values()).containsExactly(Fulfilment.OPEN);
    String all =
        three
            + "- {id: q, town attests with: all, rest: 4}\n- {port signs: q}\n- {crew signs: q}\n";
    assertThat(first(talks(all)).accord().conditions().values()).containsExactly(Fulfilment.MET);
  }

  @Example
  void what_ends_on_a_day_is_told_to_have_ended_on_that_day() {
    Negotiation talks =
        talks(
            """
            - {id: o, port offers: crew, rest: 3, interim: yes, lasts: 4 days, on: 2024-01-01}
            - {crew accepts: o, on: 2024-01-02}
            - {port meets: crew, on: 2024-03-01}
            """);
    assertThat(first(talks).since(AgreementStage.EXPIRED).toString()).contains("2024-01-06");
  }

  @Example
  void a_move_is_judged_when_what_begins_by_itself_has_begun() {
    String dated =
        """
        - {id: o, port offers: crew, pay: 60, in force: 2024-02-01}
        - {crew accepts: o, on: 2024-01-02}
        """;
    assertThat(scenario(dated + "- {port performs: o/pay, on: 2024-02-01}\n").findings().values())
        .isEmpty();
    assertThat(findings(dated + "- {port performs: o/pay, on: 2024-01-31}\n"))
        .containsExactly(
            "OBLIGATION_OPEN: port cannot perform (pay) yet: the agreement is not in force. Wait"
                + " until it comes into force.");
    Negotiation talks = talks(dated);
    assertThat(talks.legalMoves(When.parse("2024-02-01")))
        .anyMatch(o -> o.kind() == ActKind.PERFORM);
    assertThat(talks.legalMoves()).noneMatch(o -> o.kind() == ActKind.PERFORM);
    String truce =
        """
        - {id: o, port offers: crew, rest: 3, lasts: 4 days}
        - {crew accepts: o, on: 2024-01-02}
        - {crew suspends: o, on: 2024-03-01}
        """;
    assertThat(findings(truce))
        .containsExactly(
            "AGREEMENT_STANDS: crew cannot suspend (rest 3) of [1]: no such agreement stands."
                + " Nothing is agreed yet.");
  }

  @Example
  void what_is_to_be_done_so_many_days_after_is_set_off_then() {
    String dated =
        """
        - id: o
          port offers: crew
          pay: 60
          undertakings: {pay: {by: port, what: pays, when: day 7}}
        - {crew accepts: o, on: 2024-01-02}
        """;
    assertThat(obligation(talks(dated + "- {port meets: crew, on: 2024-01-08}\n"), "pay").state())
        .isEqualTo(ObligationState.PENDING);
    assertThat(obligation(talks(dated + "- {port meets: crew, on: 2024-01-09}\n"), "pay").state())
        .isEqualTo(ObligationState.IN_EFFECT);
  }
}
