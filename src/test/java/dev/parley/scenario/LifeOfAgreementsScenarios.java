package dev.parley.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agreement.Agreement;
import dev.parley.agreement.AgreementStage;
import dev.parley.agreement.Ledger;
import dev.parley.agreement.Obligation;
import dev.parley.agreement.ObligationState;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Observation;
import dev.parley.talks.Stage;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;

/** What happens to agreements and what they make owed, by themselves and by what parties do. */
class LifeOfAgreementsScenarios {
  private static final String HEAD =
      """
      parley: 1
      title: t
      parties:
        port: {name: Port, role: principal}
        crew: {name: Crew, role: principal}
        town: {name: Town, role: principal}
        judge: {name: Judge, role: mediator}
      issues:
        pay: {from: 0, to: 100, unit: euros, obligor: port}
        rest: {from: 0, to: 9, unit: days, obligor: crew}
      """;

  private static Scenario scenario(String record) {
    return Scenario.parse("t.yaml", HEAD + "record:\n" + record.indent(2));
  }

  private static List<Agreement> agreements(String record) {
    return scenario(record).negotiation().agreements();
  }

  private static Agreement first(String record) {
    return agreements(record).get(0);
  }

  private static Obligation.Status obligation(String record, String name) {
    return agreements(record).stream()
        .flatMap(a -> a.accord().obligations().entrySet().stream())
        .filter(e -> e.getKey().name().equals(name))
        .map(e -> e.getValue())
        .findFirst()
        .orElseThrow();
  }

  private static List<String> turns(Agreement agreement) {
    return agreement.turns().stream().map(t -> t.stage() + " " + t.on()).toList();
  }

  private static List<String> findings(String record) {
    return scenario(record).findings().values().stream().map(Object::toString).toList();
  }

  private static final String LATE =
      """
      - {id: o, port offers: crew, pay: 60, on: 2024-01-01}
      - {crew accepts: o, on: 2024-01-02}
      - {port performs: o/pay, on: 2024-01-03}
      - id: p
        crew offers: port
        rest: 3
        undertakings:
          leave: {by: crew, what: leaves the quay, when: after o/pay}
          stay: {by: crew, what: stays away, when: after leave}
        on: 2024-01-04
      """;

  @Example
  void what_waits_for_something_done_before_it_was_agreed_is_set_off_at_once() {
    String signed = LATE + "- {port accepts: p, on: 2024-01-05}\n";
    assertThat(obligation(signed, "leave").state()).isEqualTo(ObligationState.IN_EFFECT);
    assertThat(obligation(signed, "stay").state()).isEqualTo(ObligationState.PENDING);
    String left = signed + "- {crew performs: p/leave, on: 2024-01-06}\n";
    assertThat(obligation(left, "stay").state()).isEqualTo(ObligationState.IN_EFFECT);
  }

  private static final String TWO_STEPS =
      """
      - id: t
        port attests with: crew
        pay: 60
        undertakings:
          leave: {by: crew, what: leaves the quay}
          stay: {by: crew, what: stays away, when: after leave}
        denounceable: yes
        in force: 2024-02-01
        on: 2024-01-01
      - {crew signs: t, on: 2024-01-02}
      """;

  @Example
  void nothing_is_set_off_before_the_agreement_is_in_force() {
    String early = TWO_STEPS + "- {crew performs: t/leave, on: 2024-01-20}\n";
    assertThat(obligation(early, "stay").state()).isEqualTo(ObligationState.PENDING);
    assertThat(obligation(early + "- {judge meets: port, on: 2024-02-02}\n", "stay").state())
        .isEqualTo(ObligationState.IN_EFFECT);
    assertThat(findings(TWO_STEPS + "- {judge sets off: t/stay, on: 2024-01-20}\n"))
        .containsExactly(
            "OBLIGATION_OPEN: obligation (stay) cannot be set off: the agreement is not in force."
                + " Wait until it comes into force.");
  }

  @Example
  void what_is_owed_by_one_who_has_suspended_is_set_off_when_it_resumes() {
    String suspended =
        TWO_STEPS
            + """
            - {crew suspends: t, on: 2024-02-02}
            - {crew performs: t/leave, on: 2024-02-03}
            """;
    assertThat(obligation(suspended, "stay").state()).isEqualTo(ObligationState.PENDING);
    assertThat(obligation(suspended + "- {crew resumes: t, on: 2024-02-04}\n", "stay").state())
        .isEqualTo(ObligationState.IN_EFFECT);
  }

  @Example
  void what_waits_for_something_that_is_owed_no_more_is_not_set_off() {
    String discharged =
        """
        - id: t
          port offers: crew
          pay: 60
          undertakings:
            leave: {by: crew, what: leaves the quay}
          on: 2024-01-01
        - {crew accepts: t, on: 2024-01-02}
        - id: p
          port offers: crew
          rest: 3
          undertakings:
            stay: {by: crew, what: stays away, when: after t/leave}
          on: 2024-01-03
        - {crew accepts: p, on: 2024-01-04}
        - {port agrees to end: t, on: 2024-01-05}
        - {crew agrees to end: t, on: 2024-01-06}
        """;
    assertThat(obligation(discharged, "stay").state()).isEqualTo(ObligationState.PENDING);
  }

  private static final String AMENDED =
      """
      - {id: t, port attests with: [crew, town], pay: 60, interim: yes, lasts: 30 days,
          on: 2024-01-01}
      - {crew signs: t, on: 2024-01-01}
      - {town signs: t, on: 2024-01-01}
      - {id: more, port attests with: crew, pay: 80, amends: t, interim: yes, in force: 2024-01-20,
          on: 2024-01-10}
      - {crew signs: more, on: 2024-01-10}
      - {port performs: t/pay, amount: 50, on: 2024-01-15}
      """;

  @Example
  void an_amendment_changes_nothing_before_it_is_in_force() {
    Agreement before = first(AMENDED);
    assertThat(before.accord().obligations().values())
        .extracting(Obligation.Status::state)
        .containsExactly(ObligationState.IN_EFFECT);
  }

  @Example
  void an_amendment_in_force_counts_what_was_done_and_leaves_others_what_they_are_owed() {
    String inForce = AMENDED + "- {judge meets: port, on: 2024-01-21}\n";
    assertThat(scenario(inForce).negotiation().situation().obligations())
        .hasSize(2)
        .allSatisfy(
            (owed, status) -> {
              assertThat(status.state()).isEqualTo(ObligationState.IN_EFFECT);
              assertThat(status.done()).isEqualByComparingTo("50");
            });
    assertThat(first(inForce).accord().creditors(owed(first(inForce))))
        .extracting(Object::toString)
        .containsExactly("town");
    String all =
        AMENDED.replace("attests with: crew, pay: 80", "attests with: [crew, town], pay: 80");
    String byAll =
        all + "- {town signs: more, on: 2024-01-16}\n- {judge meets: port, on: 2024-01-21}\n";
    assertThat(first(byAll).accord().obligations().values())
        .extracting(Obligation.Status::state)
        .containsExactly(ObligationState.DISCHARGED);
  }

  private static Obligation owed(Agreement agreement) {
    return agreement.accord().obligations().keySet().iterator().next();
  }

  @Example
  void an_amendment_to_nothing_owed_fulfils_nothing() {
    String amended =
        """
        - {id: o, port offers: crew, pay: 60, on: 2024-01-01}
        - {crew accepts: o, on: 2024-01-02}
        - {id: p, crew offers: port, pay: 0, amends: o, on: 2024-01-03}
        - {port accepts: p, on: 2024-01-04}
        """;
    assertThat(agreements(amended).get(1).accord().obligations().values())
        .extracting(Obligation.Status::state)
        .as("nothing was done, and nobody says so")
        .containsOnly(ObligationState.IN_EFFECT);
  }

  @Example
  void an_extension_lets_what_it_amends_last_as_long() {
    String extended =
        """
        - {id: t, port attests with: crew, pay: 60, interim: yes, lasts: {until: 2024-01-31},
            on: 2024-01-01}
        - {crew signs: t, on: 2024-01-01}
        - {id: longer, port attests with: crew, rest: 1, interim: yes, amends: t,
            lasts: {until: 2024-02-29}, on: 2024-01-20}
        - {crew signs: longer, on: 2024-01-20}
        - {judge meets: port, on: 2024-02-10}
        """;
    assertThat(first(extended).stage()).isEqualTo(AgreementStage.IN_FORCE);
    assertThat(first(extended + "- {judge meets: crew, on: 2024-03-01}\n").stage())
        .isEqualTo(AgreementStage.EXPIRED);
  }

  private static final String OPEN =
      """
      - {id: t, port attests with: crew, pay: 60, open to: [town], denounceable: yes}
      - {crew signs: t}
      - {town joins: t}
      """;

  @Example
  void what_is_owed_is_owed_to_one_who_has_joined_too() {
    assertThat(findings(OPEN + "- {town excuses: t/pay}\n")).isEmpty();
    assertThat(obligation(OPEN + "- {crew excuses: t/pay}\n", "pay").state())
        .isEqualTo(ObligationState.IN_EFFECT);
    assertThat(
            obligation(OPEN + "- {crew excuses: t/pay}\n- {town excuses: t/pay}\n", "pay").state())
        .isEqualTo(ObligationState.EXCUSED);
    assertThat(Ledger.of(first(OPEN), Optional.empty()).rows().get(0).owedTo())
        .extracting(Object::toString)
        .containsExactly("crew", "town");
  }

  @Example
  void one_who_has_joined_can_leave_suspend_and_agree_to_end() {
    assertThat(findings(OPEN + "- {town suspends: t}\n- {town resumes: t}\n")).isEmpty();
    assertThat(findings(OPEN + "- {town denounces: t}\n")).isEmpty();
    assertThat(first(OPEN + "- {town denounces: t}\n").stage()).isEqualTo(AgreementStage.IN_FORCE);
    String end = OPEN + "- {port agrees to end: t}\n- {crew agrees to end: t}\n";
    assertThat(first(end).stage()).isEqualTo(AgreementStage.IN_FORCE);
    assertThat(first(end + "- {town agrees to end: t}\n").stage())
        .isEqualTo(AgreementStage.TERMINATED);
    assertThat(first(end + "- {town denounces: t}\n").stage()).isEqualTo(AgreementStage.TERMINATED);
  }

  @Example
  void one_to_whom_a_text_is_open_owes_what_it_says_there_once_it_has_joined() {
    String open =
        """
        - id: t
          port offers: crew
          pay: 60
          open to: [judge]
          undertakings:
            guard: {by: judge, what: guards the money}
        - {crew accepts: t}
        """;
    assertThat(findings(open)).isEmpty();
    assertThat(first(open).accord().obligations().keySet())
        .extracting(Obligation::name)
        .containsExactly("pay");
    String joined = open + "- {judge joins: t}\n";
    assertThat(findings(joined)).isEmpty();
    assertThat(obligation(joined, "guard").state()).isEqualTo(ObligationState.IN_EFFECT);
  }

  @Example
  void one_who_joins_and_must_ratify_is_bound_when_it_has_and_holds_up_nobody() {
    String file = HEAD + "ratification: [town]\nrecord:\n" + OPEN.indent(2);
    Scenario joined = Scenario.parse("t.yaml", file);
    assertThat(joined.findings().values()).isEmpty();
    assertThat(joined.negotiation().agreements().get(0).stage()).isEqualTo(AgreementStage.IN_FORCE);
    Scenario ratified = Scenario.parse("t.yaml", file + "  - {town ratifies: t}\n");
    assertThat(ratified.findings().values()).isEmpty();
    Scenario refused = Scenario.parse("t.yaml", file + "  - {town fails to ratify: t}\n");
    assertThat(refused.findings().values()).isEmpty();
    assertThat(refused.negotiation().agreements().get(0).stage())
        .isEqualTo(AgreementStage.IN_FORCE);
  }

  private static final String OF_THREE =
      """
      - {town demands of: crew, rest: at least 5}
      - {id: t, port attests with: all, pay: 60, rest: 5, denounceable: yes}
      - {crew signs: t}
      - {town signs: t}
      """;

  @Example
  void who_leaves_owes_nothing_more_and_its_demands_stand_again() {
    String left = OF_THREE + "- {crew denounces: t}\n";
    assertThat(obligation(left, "rest").state()).isEqualTo(ObligationState.TERMINATED);
    assertThat(obligation(left, "pay").state()).isEqualTo(ObligationState.IN_EFFECT);
    assertThat(scenario(OF_THREE).negotiation().situation().standingDemands()).isEmpty();
    assertThat(scenario(left).negotiation().situation().standingDemands()).hasSize(1);
  }

  @Example
  void what_begins_and_ends_before_the_next_move_is_told_of_its_own_days() {
    String short_ =
        """
        - {id: t, port attests with: crew, pay: 60, interim: yes, in force: 2024-02-01,
            lasts: 3 days, on: 2024-01-01}
        - {crew signs: t, on: 2024-01-02}
        - {judge meets: port, on: 2024-03-01}
        """;
    assertThat(turns(first(short_)))
        .containsExactly(
            "TABLED 2024-01-01", "SIGNED 2024-01-02", "IN_FORCE 2024-02-01", "EXPIRED 2024-02-04");
  }

  private static final String CALM =
      """
      - id: t
        port attests with: crew
        pay: 60
        undertakings:
          calm: {by: crew, what: does not strike, refrain: yes, due: 2024-02-01}
        on: 2024-01-01
      - {crew signs: t, on: 2024-01-01}
      """;

  @Example
  void what_is_to_be_refrained_from_until_a_day_is_done_after_it_and_never_overdue() {
    assertThat(obligation(CALM + "- {judge meets: port, on: 2024-02-02}\n", "calm").state())
        .isEqualTo(ObligationState.FULFILLED);
    Negotiation talks = scenario(CALM).negotiation();
    assertThat(talks.observe(LocalDate.of(2024, 3, 1)))
        .extracting(Observation::kind)
        .doesNotContain(Observation.Kind.OBLIGATION_OVERDUE);
  }

  @Example
  void breaches_are_counted_each_and_end_nothing_by_themselves() {
    String breached =
        CALM
            + """
            - {port alleges breach of: t/calm, words: a walk-out, on: 2024-01-10}
            - {port alleges breach of: t/calm, words: another, on: 2024-01-12}
            - {judge meets: port, on: 2024-02-02}
            - {port alleges breach of: t/calm, words: one more, told late, on: 2024-02-03}
            """
                .replace("one more, told late", "one more");
    assertThat(first(breached).breaches()).hasSize(3);
    assertThat(obligation(breached, "calm").state()).isEqualTo(ObligationState.FULFILLED);
    assertThat(findings(breached)).isEmpty();
  }

  @Example
  void what_was_found_wanting_is_complete_when_it_is_done_again() {
    String again =
        """
        - {id: t, port attests with: crew, pay: 60, verified by: judge, on: 2024-01-01}
        - {crew signs: t, on: 2024-01-01}
        - {port performs: t/pay, on: 2024-01-05}
        - {judge finds: t/pay, amount: 40, on: 2024-01-08}
        """;
    Ledger.Row open = Ledger.of(first(again), Optional.empty()).rows().get(0);
    assertThat(open.completed()).isEmpty();
    Ledger.Row done =
        Ledger.of(
                first(again + "- {port performs: t/pay, amount: 20, on: 2024-01-20}\n"),
                Optional.empty())
            .rows()
            .get(0);
    assertThat(done.completed().orElseThrow()).hasToString("2024-01-20");
  }

  @Example
  void talks_that_are_suspended_stay_so_whatever_is_carried_out() {
    String suspended =
        """
        - {id: t, port attests with: all, pay: 60, rest: 5}
        - {crew signs: t}
        - {town signs: t}
        - {port suspends}
        - {port performs: t/pay}
        """;
    assertThat(scenario(suspended).negotiation().situation().stage()).isEqualTo(Stage.SUSPENDED);
  }

  @Example
  void a_condition_is_met_or_has_failed_and_not_both() {
    String both =
        """
        - {id: o, port offers: crew, pay: 60, if: {rest: at least 2}}
        - {crew accepts: o}
        - {judge notes: o, met: rest, failed: rest}
        """;
    assertThat(findings(both))
        .contains(
            "NOTABLE: judge notes that the condition on (rest) is met and that it has failed. Say"
                + " one of the two.");
  }

  @Example
  void whoever_speaks_for_a_party_commits_it_on_undertakings_and_conditions_too() {
    String file =
        HEAD
            + """
            delegations:
              clerks: {of: port, name: the clerks, mandate: {pay: final}}
            record:
              - {id: o, crew offers: port, pay: 60, if: {rest: at most 2}}
              - {port accepts: o, through: clerks}
            """;
    assertThat(
            Scenario.parse("t.yaml", file).findings().values().stream()
                .map(Object::toString)
                .toList())
        .hasSize(1)
        .allMatch(f -> f.startsWith("WITHIN_MANDATE: "));
  }

  private static final String CLOCKED =
      """
      - id: o
        port offers: crew
        undertakings:
          first: {by: port, what: opens the gate}
          then: {by: crew, what: leaves the quay, when: 3 days after first}
          soon: {by: crew, what: sends word, when: 12 hours after first}
          fixed: {by: port, what: pays, when: 2024-03-01}
        on: 2024-01-01
      - {crew accepts: o, on: 2024-01-02}
      - {port performs: o/first, on: 2024-01-10T07:00}
      """;

  @Example
  void what_comes_so_long_after_something_else_or_on_a_date_is_set_off_then() {
    String day = "- {port meets: crew, on: %s}\n";
    String before = CLOCKED + day.formatted("2024-01-10T18:59");
    assertThat(obligation(before, "soon").state()).isEqualTo(ObligationState.PENDING);
    String after = CLOCKED + day.formatted("2024-01-10T19:00");
    assertThat(obligation(after, "soon").state()).isEqualTo(ObligationState.IN_EFFECT);
    assertThat(obligation(after, "then").state()).isEqualTo(ObligationState.PENDING);
    String third = CLOCKED + day.formatted("2024-01-13T07:00");
    assertThat(obligation(third, "then").state()).isEqualTo(ObligationState.IN_EFFECT);
    assertThat(obligation(third, "fixed").state()).isEqualTo(ObligationState.PENDING);
    String march = CLOCKED + day.formatted("2024-03-01");
    assertThat(obligation(march, "fixed").state()).isEqualTo(ObligationState.IN_EFFECT);
    assertThat(findings(march)).isEmpty();
    Scenario read = scenario(CLOCKED);
    assertThat(read.write())
        .contains("when: 3 days after first", "when: 12 hours after first", "when: 2024-03-01");
    assertThat(Scenario.parse("u.yaml", read.write()).negotiation()).isEqualTo(read.negotiation());
  }

  @Example
  void what_was_done_before_the_agreement_came_into_force_counts_though_its_own_is_over() {
    String done =
        """
        - {id: o, port offers: crew, pay: 60, denounceable: yes}
        - {crew accepts: o}
        - id: p
          crew offers: port
          rest: 3
          in force: {when: the ship is in}
          undertakings:
            leave: {by: crew, what: leaves the quay, when: after o/pay}
        - {port accepts: p}
        - {port performs: o/pay, on: 2024-01-03}
        - {port notes: p, on: 2024-01-05}
        """;
    assertThat(obligation(done, "leave").state()).isEqualTo(ObligationState.IN_EFFECT);
  }

  private static final String AMONG_THREE =
      """
      - {id: t, port attests with: all, pay: 60, rest: 5}
      - {crew signs: t}
      - {town signs: t}
      """;

  @Example
  void who_suspends_an_agreement_towards_some_still_owes_it_to_others() {
    String one = AMONG_THREE + "- {port suspends: t, toward: crew}\n";
    assertThat(findings(one)).isEmpty();
    assertThat(obligation(one, "pay").state()).isEqualTo(ObligationState.IN_EFFECT);
    assertThat(obligation(one, "rest").state()).isEqualTo(ObligationState.IN_EFFECT);
    String both = one + "- {port suspends: t, toward: town}\n";
    assertThat(findings(both)).isEmpty();
    assertThat(obligation(both, "pay").state()).isEqualTo(ObligationState.SUSPENDED);
    assertThat(obligation(both, "rest").state()).isEqualTo(ObligationState.IN_EFFECT);
    assertThat(first(both).stage()).isEqualTo(AgreementStage.IN_FORCE);
    String again = both + "- {port resumes: t}\n";
    assertThat(findings(again)).isEmpty();
    assertThat(obligation(again, "pay").state()).isEqualTo(ObligationState.IN_EFFECT);
    assertThat(scenario(one).write()).contains("toward: crew");
  }

  @Example
  void between_two_what_one_suspends_is_suspended_both_ways() {
    String two =
        """
        - {id: o, port offers: crew, pay: 60, rest: 3}
        - {crew accepts: o}
        - {port suspends: o}
        """;
    assertThat(obligation(two, "pay").state()).isEqualTo(ObligationState.SUSPENDED);
    assertThat(obligation(two, "rest").state()).isEqualTo(ObligationState.SUSPENDED);
    assertThat(first(two).stage()).isEqualTo(AgreementStage.IN_FORCE);
    assertThat(first(two + "- {crew suspends: o}\n").stage()).isEqualTo(AgreementStage.SUSPENDED);
  }

  @Example
  void only_an_agreement_is_suspended_towards_some_whom_it_binds() {
    assertThat(findings(AMONG_THREE + "- {port suspends: t, toward: judge}\n"))
        .singleElement()
        .asString()
        .contains("cannot suspend", "towards judge: it does not bind all of them beside it");
    assertThat(findings("- {port suspends: , toward: crew}\n"))
        .singleElement()
        .asString()
        .contains(
            "port suspends the talks towards crew: only an agreement is suspended towards some");
  }

  private static final String INSTALMENTS =
      """
      - id: o
        port offers: crew
        pay: 60
        instalments:
          first: {pay: 10, when: day 1}
          second: {pay: 20, when: day 10}
          third: {pay: 30, when: 30 days after first}
        on: 2024-01-01
      - {crew accepts: o, on: 2024-01-02}
      - {port performs: 'o/first: pay', on: 2024-01-05}
      """;

  @Example
  void an_instalment_is_due_on_its_day_and_all_of_them_add_up() {
    assertThat(findings(INSTALMENTS)).isEmpty();
    Ledger ledger = Ledger.of(first(INSTALMENTS), Optional.of(LocalDate.of(2024, 1, 20)));
    assertThat(ledger.rows())
        .extracting(row -> row.due().map(Object::toString).orElse("-"))
        .containsExactly("2024-01-03", "2024-01-12", "2024-02-04");
    assertThat(ledger.rows().get(0).late())
        .hasValueSatisfying(l -> assertThat(l).hasToString("2 days"));
    assertThat(ledger.rows().get(1).late())
        .hasValueSatisfying(l -> assertThat(l).hasToString("8 days"));
    assertThat(ledger.schedules(LocalDate.of(2024, 1, 20)))
        .singleElement()
        .satisfies(
            all -> {
              assertThat(all.total()).isEqualByComparingTo("60");
              assertThat(all.done()).isEqualByComparingTo("10");
              assertThat(all.due()).isEqualByComparingTo("30");
            });
    Negotiation talks = scenario(INSTALMENTS).negotiation();
    assertThat(talks.observe(LocalDate.of(2024, 1, 20)))
        .filteredOn(o -> o.kind() == Observation.Kind.OBLIGATION_OVERDUE)
        .extracting(Observation::about)
        .containsExactly("second: pay");
  }

  @Example
  void a_further_part_that_is_accepted_after_the_first_is_carried_out_is_owed_too() {
    String parts =
        """
        - {id: o, port offers: crew, pay: 60, rest: 3, severable: yes}
        - {crew accepts: o, parts: [pay]}
        - {port performs: o/pay}
        """;
    assertThat(first(parts).stage()).isEqualTo(AgreementStage.FULFILLED);
    String both = parts + "- {crew accepts: o, parts: [rest]}\n";
    assertThat(findings(both)).isEmpty();
    assertThat(first(both).stage()).isEqualTo(AgreementStage.IN_FORCE);
    assertThat(obligation(both, "rest").state()).isEqualTo(ObligationState.IN_EFFECT);
  }

  @Example
  void what_does_not_bind_a_party_yet_or_any_more_cannot_be_left() {
    String open = "- {id: u, port offers: [crew, town], pay: 60, denounceable: yes}\n";
    String early = open + "- {crew accepts: u}\n- {crew denounces: u}\n";
    assertThat(findings(early)).singleElement().asString().contains("AWAITED");
    String left = open + "- {crew accepts: u}\n- {town accepts: u}\n- {crew denounces: u}\n";
    assertThat(findings(left)).isEmpty();
    assertThat(findings(left + "- {crew denounces: u}\n"))
        .singleElement()
        .asString()
        .contains("AWAITED", "crew cannot denounce (pay 60) of [1]: it is not awaited");
  }
}
