package dev.parley.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.agreement.Accord;
import dev.parley.agreement.Agreement;
import dev.parley.agreement.AgreementStage;
import dev.parley.agreement.Consent;
import dev.parley.agreement.Obligation;
import dev.parley.agreement.Obligation.Implementation;
import dev.parley.agreement.ObligationState;
import dev.parley.demand.Position;
import dev.parley.evidence.EntryId;
import dev.parley.progress.Progress;
import dev.parley.progress.Step;
import dev.parley.progress.StepKind;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Outcome.Accepted;
import dev.parley.talks.Situation.IssueStatus;
import dev.parley.talks.Stage;
import java.util.List;
import net.jqwik.api.Example;

/** Agreements, each with its own text, consents and life: small records, and what they come to. */
class TreatyScenarios {
  private static final String TWO =
      """
      parley: 1
      title: t
      parties: {port: {name: Port, role: principal}, crew: {name: Crew, role: principal}}
      """;

  private static final String THREE =
      """
      parley: 1
      title: t
      parties:
        port: {name: Port, role: principal}
        crew: {name: Crew, role: principal}
        town: {name: Town, role: principal}
      """;

  private static final String MEDIATED =
      """
      parley: 1
      title: t
      parties:
        port: {name: Port, role: principal}
        crew: {name: Crew, role: principal}
        judge: {name: Judge, role: [mediator, guarantor]}
      """;

  private static final String PAY =
      "issues: {pay: {from: 0, to: 100, unit: euros, better: {crew: more, port: less}}}\n";

  private static final String PAY_AND_REST =
      "issues: {pay: {from: 0, to: 100, unit: euros}, rest: {from: 0, to: 9, unit: days}}\n";

  private static Scenario scenario(String head, String issues, String record) {
    return Scenario.parse("t.yaml", head + issues + "record:\n" + record.indent(2));
  }

  private static Negotiation talks(String head, String issues, String record) {
    return scenario(head, issues, record).negotiation();
  }

  private static Agreement agreement(Negotiation talks, int entry) {
    return talks.agreements().stream()
        .filter(a -> a.entry().number() == entry)
        .findFirst()
        .orElseThrow();
  }

  private static String since(Agreement agreement, AgreementStage stage) {
    return agreement.since(stage).map(Object::toString).orElse("never");
  }

  private static Obligation.Status obligation(Negotiation talks, String name) {
    return talks.situation().obligations().entrySet().stream()
        .filter(e -> e.getKey().name().equals(name))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  private static Step step(Negotiation talks, int round, String party, String issue) {
    return talks.round(round).steps().stream()
        .filter(s -> s.party().text().equals(party))
        .filter(s -> s.issue().filter(i -> i.text().equals(issue)).isPresent())
        .findFirst()
        .orElseThrow();
  }

  private static String region(Negotiation talks, String party, String issue, String toward) {
    return talks
        .situation()
        .position(party, issue, toward)
        .region()
        .map(Region::describe)
        .orElse("none");
  }

  private static List<String> findings(Scenario scenario) {
    return scenario.findings().values().stream().map(f -> f.rule()).toList();
  }

  @Example
  void a_haggle_stays_three_moves() {
    Negotiation talks =
        talks(
            TWO,
            "issues: {pay: {from: 0, to: 100, unit: euros, obligor: port}}\n",
            """
            - {crew offers: port, pay: 80, on: 2024-01-01}
            - {id: o, port offers: crew, pay: 75, on: 2024-01-01}
            - {crew accepts: o, on: 2024-01-02}
            - {port performs: o/pay, on: 2024-01-05}
            """);
    Agreement deal = agreement(talks, 2);
    assertThat(since(deal, AgreementStage.SIGNED)).isEqualTo("2024-01-02");
    assertThat(since(deal, AgreementStage.IN_FORCE)).isEqualTo("2024-01-02");
    assertThat(since(deal, AgreementStage.FULFILLED)).isEqualTo("2024-01-05");
    assertThat(talks.situation().stage()).isEqualTo(Stage.CONCLUDED);
    assertThat(talks.isOver()).isTrue();
    assertThat(talks.legalMoves()).isEmpty();
    assertThat(talks.situation().closed()).containsKey(IssueId.of("pay"));
  }

  @Example
  void a_part_is_agreed_and_the_talks_go_on() {
    Scenario scenario =
        scenario(
            TWO,
            PAY_AND_REST,
            """
            - {port opens round, on: 2021-03-03}
            - {id: f, port offers: crew, pay: 10, on: 2021-03-03}
            - {crew accepts: f, on: 2021-03-03}
            - {port closes round, on: 2021-03-03}
            - {port opens round, on: 2021-03-04}
            - {crew breaks off, on: 2021-03-04}
            """);
    Negotiation talks = scenario.negotiation();
    assertThat(since(agreement(talks, 2), AgreementStage.IN_FORCE)).isEqualTo("2021-03-03");
    assertThat(talks.situation().stage()).isEqualTo(Stage.BROKEN_OFF);
    assertThat(talks.round(1).progress()).isEqualTo(Progress.MOVED);
    assertThat(findings(scenario)).isEmpty();
  }

  @Example
  void an_acceptance_of_an_offer_that_is_over_signs_nothing() {
    Scenario scenario =
        scenario(
            TWO,
            PAY,
            """
            - {id: q, port offers: crew, pay: 50}
            - {port withdraws: q}
            - {crew accepts: q}
            """);
    Negotiation talks = scenario.negotiation();
    assertThat(findings(scenario)).containsExactly("OFFER_STANDS");
    assertThat(talks.agreements()).isEmpty();
    assertThat(region(talks, "crew", "pay", "port")).isNotEqualTo("none");
    assertThat(region(talks, "port", "pay", "crew")).isEqualTo("none");
  }

  @Example
  void what_is_withdrawn_before_all_have_accepted_binds_nobody() {
    Negotiation talks =
        talks(
            THREE,
            PAY,
            """
            - {port opens round}
            - {id: o, port offers: [crew, town], pay: 30}
            - {crew accepts: o}
            - {port withdraws: o}
            - {town attests with: all, pay: 30}
            """);
    assertThat(talks.situation().agreements()).hasSize(1);
    Agreement own = agreement(talks, 5);
    assertThat(own.stage()).isEqualTo(AgreementStage.TABLED);
    assertThat(own.consents()).extracting(c -> c.party().text()).containsExactly("town");
    assertThat(region(talks, "port", "pay", "town")).isEqualTo("none");
    assertThat(region(talks, "crew", "pay", "port")).isEqualTo("none");
  }

  @Example
  void what_all_have_accepted_is_agreed_in_whatever_portions_it_came() {
    Negotiation talks =
        talks(
            THREE,
            "issues: {x: {from: 0, to: 10, unit: u}, y: {from: 0, to: 10, unit: u}, z: {from: 0, to: 10, unit: u}}\n",
            """
            - {port opens round}
            - {id: o, port offers: [crew, town], x: 3, y: 4, severable: yes}
            - {crew accepts: o}
            - {town accepts: o, parts: [x]}
            - {town accepts: o, parts: [y]}
            """);
    assertThat(talks.situation().closed().keySet())
        .extracting(IssueId::text)
        .containsExactly("x", "y");
    assertThat(agreement(talks, 2).stage()).isEqualTo(AgreementStage.IN_FORCE);
    assertThat(talks.situation().status(IssueId.of("z"))).isEqualTo(IssueStatus.UNSTATED);
    assertThat(talks.situation().stage()).isEqualTo(Stage.IN_SESSION);
  }

  private static final String DUTIES =
      "issues: {x: {from: 0, to: 10, unit: u, obligor: port}, y: {from: 0, to: 10, unit: u, obligor: crew}}\n";

  @Example
  void a_condition_stays_with_the_agreement_until_it_is_met() {
    String before =
        """
        - {port opens round}
        - {id: o, port offers: crew, x: 5, if: {y: at least 7}}
        - {crew accepts: o}
        """;
    Negotiation open = talks(TWO, DUTIES, before);
    assertThat(open.situation().closed().keySet()).extracting(IssueId::text).containsExactly("x");
    assertThat(obligation(open, "x").state()).isEqualTo(ObligationState.PENDING);
    Negotiation met =
        talks(
            TWO,
            DUTIES,
            before
                + """
                - {id: p, crew attests with: port, y: 8}
                - {port signs: p}
                """);
    assertThat(agreement(met, 2).accord().conditions().values())
        .containsExactly(Accord.Fulfilment.MET);
    assertThat(obligation(met, "x").state()).isEqualTo(ObligationState.IN_EFFECT);
  }

  @Example
  void a_condition_that_is_broken_later_fails_once_all_have_consented() {
    String record =
        """
        - {port opens round}
        - {id: o, port offers: crew, x: 5, if: {y: at least 7}}
        - {crew accepts: o}
        - {id: p, crew attests with: port, y: 1}
        - {port signs: p}
        """;
    Scenario scenario = scenario(TWO, DUTIES, record);
    Negotiation talks = scenario.negotiation();
    assertThat(findings(scenario)).contains("WITHIN_RANGE");
    assertThat(agreement(talks, 2).accord().conditions().values())
        .containsExactly(Accord.Fulfilment.FAILED);
    assertThat(obligation(talks, "x").state()).isEqualTo(ObligationState.DISCHARGED);
    assertThat(region(talks, "port", "x", "crew")).isEqualTo("none");
    assertThat(talks.situation().closed().keySet()).extracting(IssueId::text).containsExactly("y");
  }

  @Example
  void a_complete_single_undertaking_concludes_the_talks_and_is_ratified_by_all() {
    Scenario scenario =
        scenario(
            TWO + "policy: {single-undertaking: yes}\nratification: all\n",
            PAY_AND_REST,
            """
            - {crew opens round, on: 2024-01-01}
            - {id: o, port offers: crew, pay: 38, rest: 2, on: 2024-01-02}
            - {crew accepts: o, on: 2024-01-03}
            - {port closes round, on: 2024-01-03}
            - {crew ratifies: o, on: 2024-01-09}
            - {port ratifies: o, on: 2024-01-09}
            """);
    Negotiation talks = scenario.negotiation();
    assertThat(findings(scenario)).isEmpty();
    assertThat(talks.situation().stage()).isEqualTo(Stage.CONCLUDED);
    assertThat(since(agreement(talks, 2), AgreementStage.SIGNED)).isEqualTo("2024-01-03");
    assertThat(since(agreement(talks, 2), AgreementStage.IN_FORCE)).isEqualTo("2024-01-09");
  }

  @Example
  void a_delivery_adds_up_until_it_is_complete() {
    Negotiation talks =
        talks(
            TWO,
            "issues: {hostages: {from: 0, to: 50, unit: persons}, prisoners: {from: 0, to: 2000, unit: persons}}\n",
            """
            - id: deal
              port offers: crew
              hostages: 33
              prisoners: 1000
              undertakings:
                release: {by: crew, what: releases the hostages, amount: 33, due: 2025-03-01}
                cells: {by: port, what: releases prisoners, amount: 1000, due: 2025-03-10}
              on: 2025-01-15
            - {crew accepts: deal, on: 2025-01-17}
            - {crew performs: deal/release, amount: 3, on: 2025-01-19}
            - {port performs: deal/cells, amount: 90, on: 2025-01-20}
            - {crew performs: deal/release, amount: 4, on: 2025-01-25}
            - {port performs: deal/cells, amount: 510, on: 2025-02-01}
            - {crew performs: deal/release, amount: 26, on: 2025-03-06}
            """);
    assertThat(obligation(talks, "release").state()).isEqualTo(ObligationState.FULFILLED);
    assertThat(obligation(talks, "release").degree()).isEqualTo(Implementation.FULL);
    assertThat(obligation(talks, "cells").done()).isEqualByComparingTo("600");
    assertThat(obligation(talks, "cells").state()).isEqualTo(ObligationState.IN_EFFECT);
  }

  @Example
  void a_mediators_drafts_bind_nobody_until_both_accept_the_last() {
    Scenario scenario =
        scenario(
            MEDIATED,
            """
            issues:
              posts: {levels: [stay, phased, removed], better: {port: more, crew: less}}
              rule: {levels: [none, five years, full], better: {port: more, crew: less}}
              seat: {options: [in the text, in letters, left out]}
            """,
            """
            - {judge opens round, format: proximity}
            - {port demands of: crew, posts: removed}
            - {crew demands of: port, posts: stay}
            - {id: d1, judge proposes to: [port, crew], posts: phased, rule: five years}
            - {crew rejects: d1, undisputed: [rule]}
            - {id: d2, judge proposes to: [port, crew], replaces: d1, rule: five years, seat: in letters, brackets: {posts: {port: removed, crew: stay}}}
            - {port accepts: d2}
            - {id: d3, judge proposes to: [port, crew], replaces: d2, posts: removed, rule: five years, seat: in letters}
            - {port accepts: d3}
            - {crew accepts: d3}
            - {judge closes round}
            """);
    Negotiation talks = scenario.negotiation();
    assertThat(findings(scenario)).isEmpty();
    Agreement deal = agreement(talks, 8);
    assertThat(deal.stage()).isEqualTo(AgreementStage.IN_FORCE);
    assertThat(deal.accord().text().parties())
        .extracting(Object::toString)
        .containsExactly("crew", "port");
    assertThat(deal.consents().get(0).kind()).isEqualTo(Consent.Kind.PROVISIONAL);
    assertThat(deal.consents().get(0).issues())
        .extracting(IssueId::text)
        .containsExactly("rule", "seat");
    assertThat(talks.situation().stage()).isEqualTo(Stage.CONCLUDED);
    assertThat(talks.round(1).progress()).isEqualTo(Progress.MOVED);
    Step crew = step(talks, 1, "crew", "posts");
    assertThat(crew.kind()).isEqualTo(StepKind.CONCEDED);
    assertThat(crew.size().orElseThrow()).isEqualByComparingTo("2");
    assertThat(crew.opening().map(Region::describe)).contains("stay");
    Negotiation rejected = scenario.negotiation().asKnownAt(new EntryId(5));
    assertThat(rejected.situation().agreements()).isEmpty();
    assertThat(region(rejected, "crew", "rule", "port")).isNotEqualTo("none");
    assertThat(region(rejected, "port", "rule", "crew")).isEqualTo("none");
  }

  private static final String DRAFTED =
      """
      - {judge opens round}
      - {port demands of: crew, pay: at most 20, rest: at most 2}
      - {crew demands of: port, pay: at least 80, rest: at least 8}
      - {judge closes round}
      - {judge opens round}
      - {id: d1, judge proposes to: [port, crew], pay: 50, rest: 5}
      - {port accepts: d1, ad referendum: yes}
      """;

  @Example
  void a_yes_that_carries_over_to_the_next_draft_is_a_step_and_is_not_taken_back() {
    Negotiation talks =
        talks(
            MEDIATED,
            PAY_AND_REST,
            DRAFTED
                + """
                - {id: d2, judge proposes to: [port, crew], pay: 50, rest: 6, replaces: d1}
                - {judge closes round}
                - {judge opens round}
                - {id: d3, judge proposes to: [port, crew], pay: 50, rest: 7, replaces: d2}
                - {judge closes round}
                - {judge opens round}
                - {port rejects: d3}
                - {judge closes round}
                """);
    assertThat(step(talks, 2, "port", "pay").kind()).isEqualTo(StepKind.CONCEDED);
    assertThat(step(talks, 2, "port", "pay").size().orElseThrow()).isEqualByComparingTo("30");
    assertThat(step(talks, 2, "port", "rest").kind()).isEqualTo(StepKind.RESTORED);
    assertThat(talks.round(3).steps()).isEmpty();
    assertThat(step(talks, 4, "port", "pay").kind()).isEqualTo(StepKind.RESTORED);
    assertThat(region(talks, "port", "pay", "crew")).isEqualTo("at most 20");
  }

  @Example
  void a_portion_that_all_have_signed_stands_whatever_becomes_of_the_next_draft() {
    Negotiation talks =
        talks(
            MEDIATED,
            PAY_AND_REST,
            """
            - {judge opens round}
            - {crew demands of: port, pay: at least 80}
            - {id: d1, judge proposes to: [port, crew], pay: 50, rest: 5, severable: yes}
            - {port accepts: d1, parts: [pay]}
            - {crew accepts: d1}
            - {judge closes round}
            - {judge opens round}
            - {id: d2, judge proposes to: [port, crew], pay: 50, rest: 6, severable: yes, replaces: d1}
            - {crew rejects: d2}
            - {judge closes round}
            """);
    assertThat(talks.situation().settled()).hasSize(1);
    assertThat(talks.round(2).unsettled()).isEmpty();
    assertThat(region(talks, "crew", "pay", "port")).isEqualTo("at least 50");
    assertThat(agreement(talks, 3).stage()).isEqualTo(AgreementStage.IN_FORCE);
  }

  @Example
  void a_proposal_that_one_answers_with_a_text_of_its_own_stands() {
    Scenario scenario =
        scenario(
            MEDIATED,
            PAY_AND_REST,
            DRAFTED
                + """
                - {id: own, port offers: crew, pay: 40, counters: d1}
                - {crew accepts: d1}
                - {port accepts: d1}
                - {judge closes round}
                """);
    assertThat(findings(scenario)).isEmpty();
    assertThat(scenario.negotiation().situation().stage()).isEqualTo(Stage.CONCLUDED);
    Negotiation answered = scenario.negotiation().asKnownAt(new EntryId(8));
    assertThat(region(answered, "port", "rest", "crew")).isEqualTo("at most 2");
    assertThat(answered.situation().offers()).hasSize(2);
  }

  private static final String VOTE =
      """
      - {crew opens round, on: 2024-01-01}
      - {crew demands of: port, pay: at least 40, on: 2024-01-01}
      - {port offers: crew, pay: 10, on: 2024-01-02}
      - {port closes round, on: 2024-01-03}
      - {port opens round, on: 2024-02-01}
      - {id: o2, port offers: crew, pay: 25, on: 2024-02-01}
      """;

  @Example
  void a_signature_that_is_not_ratified_restores_what_stood_before() {
    String vote =
        VOTE
            + """
            - {crew accepts: o2, on: 2024-02-02}
            - {crew fails to ratify: o2, on: 2024-02-09, words: the members vote no}
            - {port closes round, on: 2024-02-09}
            """;
    Scenario scenario = scenario(TWO + "ratification: [crew]\n", PAY, vote);
    Negotiation talks = scenario.negotiation();
    assertThat(findings(scenario)).isEmpty();
    assertThat(talks.round(2).progress()).isEqualTo(Progress.MOVED);
    assertThat(step(talks, 2, "port", "pay").kind()).isEqualTo(StepKind.CONCEDED);
    assertThat(step(talks, 2, "port", "pay").size().orElseThrow()).isEqualByComparingTo("15");
    assertThat(step(talks, 2, "crew", "pay").kind()).isEqualTo(StepKind.RESTORED);
    assertThat(region(talks, "crew", "pay", "port")).isEqualTo("at least 40");
    assertThat(agreement(talks, 6).stage()).isEqualTo(AgreementStage.REFUSED);
    assertThat(talks.situation().closed()).isEmpty();
    Scenario unasked = scenario(TWO, PAY, vote);
    assertThat(findings(unasked)).containsExactly("AWAITED");
    assertThat(agreement(unasked.negotiation(), 6).stage()).isEqualTo(AgreementStage.REFUSED);
    assertThat(step(unasked.negotiation(), 2, "crew", "pay").kind()).isEqualTo(StepKind.RESTORED);
  }

  @Example
  void a_consent_ad_referendum_that_the_members_refuse_leaves_nothing_behind() {
    Scenario scenario =
        scenario(
            TWO,
            PAY,
            VOTE
                + """
                - {crew accepts: o2, ad referendum: yes, on: 2024-02-02}
                - {crew rejects: o2, on: 2024-02-09, words: the members vote no}
                - {port closes round, on: 2024-02-09}
                - {port opens round, on: 2024-03-01}
                - {id: o3, port offers: crew, pay: 35, on: 2024-03-01}
                - {crew accepts: o3, ad referendum: yes, on: 2024-03-02}
                - {crew rejects: o3, on: 2024-03-09, words: the members vote no}
                - {port closes round, on: 2024-03-09}
                """);
    Negotiation talks = scenario.negotiation();
    assertThat(talks.round(1).progress()).isEqualTo(Progress.STATED);
    for (int round = 2; round <= 3; round++) {
      assertThat(talks.round(round).progress()).isEqualTo(Progress.MOVED);
      assertThat(step(talks, round, "crew", "pay").kind()).isEqualTo(StepKind.RESTORED);
    }
    assertThat(step(talks, 3, "port", "pay").size().orElseThrow()).isEqualByComparingTo("10");
    assertThat(region(talks, "crew", "pay", "port")).isEqualTo("at least 40");
    assertThat(agreement(talks, 6).stage()).isEqualTo(AgreementStage.REFUSED);
    assertThat(agreement(talks, 11).stage()).isEqualTo(AgreementStage.REFUSED);
    assertThat(talks.rejudge()).isEmpty();
  }

  @Example
  void an_older_offer_is_overtaken_by_what_is_signed_otherwise() {
    Scenario scenario =
        scenario(
            TWO,
            PAY_AND_REST,
            """
            - {port opens round}
            - {id: s, port offers: crew, pay: 3}
            - {id: o, crew offers: port, pay: 8, rest: 2}
            - {port accepts: o}
            - {crew accepts: s}
            """);
    Negotiation talks = scenario.negotiation();
    assertThat(findings(scenario)).containsExactly("OFFER_STANDS");
    assertThat(talks.situation().stage()).isEqualTo(Stage.CONCLUDED);
    assertThat(talks.agreements()).hasSize(1);
    assertThat(talks.rejudge().get(0).refusal().message()).contains("overtaken");
  }

  @Example
  void one_of_three_leaves_and_the_agreement_goes_on_among_the_rest() {
    Scenario scenario =
        scenario(
            THREE,
            PAY,
            """
            - {port opens round, on: 2015-07-01}
            - {id: t, port attests with: all, pay: 5, whole: yes, on: 2015-07-14}
            - {crew signs: t, on: 2015-07-14}
            - {town signs: t, on: 2015-07-14}
            - {port closes round, on: 2015-07-14}
            - {town denounces: t, on: 2018-05-08}
            """);
    Negotiation talks = scenario.negotiation();
    assertThat(findings(scenario)).containsExactly("DENUNCIATION");
    Agreement deal = agreement(talks, 2);
    assertThat(deal.stage()).isEqualTo(AgreementStage.IN_FORCE);
    assertThat(deal.accord().bound()).extracting(Object::toString).containsExactly("crew", "port");
    assertThat(deal.consents().get(3).kind()).isEqualTo(Consent.Kind.WITHDRAWN);
    assertThat(deal.consents().get(3).on().toString()).isEqualTo("2018-05-08");
    assertThat(talks.situation().stage()).isEqualTo(Stage.IN_RECESS);
  }

  @Example
  void ratifying_one_text_ratifies_no_other() {
    Negotiation talks =
        talks(
            TWO + "ratification: all\n",
            PAY,
            """
            - {crew opens round}
            - {id: five, crew attests with: port, pay: 5, whole: yes}
            - {port signs: five}
            - {crew ratifies: five, on: 2024-01-05}
            - {id: three, crew attests with: port, pay: 3, whole: yes, replaces: five}
            - {port signs: three}
            - {port ratifies: three, on: 2024-02-05}
            """);
    assertThat(agreement(talks, 2).stage()).isEqualTo(AgreementStage.REPLACED);
    assertThat(agreement(talks, 5).stage()).isEqualTo(AgreementStage.SIGNED);
    assertThat(talks.situation().closed().values())
        .extracting(Object::toString)
        .containsExactly("3");
    assertThat(talks.apply(Move.by("crew").ratifies())).isInstanceOf(Accepted.class);
  }

  @Example
  void a_text_that_a_vote_refuses_is_followed_by_another() {
    Scenario scenario =
        scenario(
            TWO + "ratification: all\n",
            "issues: {justice: {options: [first text, revised text]}, land: {levels: [no, yes]}}\n",
            """
            - {port opens round, on: 2016-08-01}
            - {id: t, port attests with: crew, justice: first text, land: yes, whole: yes, on: 2016-08-24}
            - {crew signs: t, on: 2016-08-24}
            - {port closes round, on: 2016-08-24}
            - {port fails to ratify: t, on: 2016-10-02, words: the referendum says no}
            - {port opens round, on: 2016-10-07}
            - {id: u, port attests with: crew, justice: revised text, land: yes, whole: yes, replaces: t, on: 2016-11-24}
            - {crew signs: u, on: 2016-11-24}
            - {port closes round, on: 2016-11-24}
            - {port ratifies: u, on: 2016-12-01}
            - {crew ratifies: u, on: 2016-12-01}
            """);
    Negotiation talks = scenario.negotiation();
    assertThat(findings(scenario)).isEmpty();
    assertThat(since(agreement(talks, 2), AgreementStage.REFUSED)).isEqualTo("2016-10-02");
    assertThat(since(agreement(talks, 7), AgreementStage.IN_FORCE)).isEqualTo("2016-12-01");
    assertThat(scenario.negotiation().asKnownAt(new EntryId(5)).situation().stage())
        .isEqualTo(Stage.IN_RECESS);
    assertThat(talks.situation().stage()).isEqualTo(Stage.CONCLUDED);
    assertThat(talks.isOver()).isFalse();
  }

  @Example
  void one_who_is_no_principal_is_bound_by_what_it_undertakes_itself() {
    Scenario scenario =
        scenario(
            MEDIATED + "ratification: [port, crew]\n",
            """
            issues:
              posts: {levels: [stay, removed], obligor: crew}
              aid: {from: 0, to: 5, by: 0.1, unit: billion euros, obligor: judge}
            """,
            """
            - {judge opens round, on: 1978-09-05}
            - {id: fr, crew attests with: port, posts: removed, whole: yes, on: 1978-09-17}
            - {port signs: fr, on: 1978-09-17}
            - {port ratifies: fr, on: 1978-10-01}
            - {id: letter, judge attests with: port, aid: 3, in force: on signature, on: 1979-03-26}
            - {port signs: letter, on: 1979-03-26}
            """);
    Negotiation talks = scenario.negotiation();
    assertThat(findings(scenario)).isEmpty();
    assertThat(agreement(talks, 2).stage()).isEqualTo(AgreementStage.SIGNED);
    assertThat(since(agreement(talks, 5), AgreementStage.IN_FORCE)).isEqualTo("1979-03-26");
    assertThat(obligation(talks, "aid").state()).isEqualTo(ObligationState.IN_EFFECT);
  }

  @Example
  void a_duty_that_waits_for_nothing_is_refused_when_consent_is_given() {
    Scenario scenario =
        scenario(
            TWO,
            PAY,
            """
            - {port opens round}
            - {id: t, port attests with: crew, pay: 5, undertakings: {due: {by: port, what: pays, when: after no such thing}}}
            - {crew signs: t}
            """);
    assertThat(findings(scenario)).containsExactly("TRIGGERED", "TRIGGERED");
    assertThat(scenario.findings().values().iterator().next().message())
        .contains("(no such thing)");
    assertThat(obligation(scenario.negotiation(), "due").state())
        .isEqualTo(ObligationState.PENDING);
    Scenario ring =
        scenario(
            TWO,
            PAY,
            """
            - {port opens round}
            - {port attests with: crew, pay: 5, undertakings: {one: {by: port, what: pays, when: after two}, two: {by: crew, what: works, when: after one}}}
            """);
    assertThat(findings(ring)).containsOnly("TRIGGERED");
  }

  @Example
  void an_interim_truce_holds_until_the_settlement_that_replaces_it_is_in_force() {
    Scenario scenario =
        scenario(
            TWO + "ratification: all\n",
            """
            issues:
              truce: {levels: [none, pause, full]}
              status: {levels: [province, autonomy, independence], better: {crew: more, port: less}}
            """,
            """
            - {port opens round, on: 2000-05-01}
            - {id: t, port attests with: crew, truce: pause, interim: yes, on: 2000-05-12}
            - {crew signs: t, on: 2000-05-12}
            - {port closes round, on: 2000-05-13}
            - {port ratifies: t, on: 2000-06-02}
            - {crew ratifies: t, on: 2000-06-02}
            - {port opens round, on: 2002-06-01}
            - {crew demands of: port, status: independence, on: 2002-06-02}
            - {port demands of: crew, status: at most autonomy, on: 2002-06-02}
            - {port closes round, on: 2002-06-03}
            - {port opens round, on: 2005-07-01}
            - {id: u, port attests with: crew, truce: full, status: autonomy, whole: yes, on: 2005-08-15}
            - {crew signs: u, on: 2005-08-15}
            - {port closes round, on: 2005-08-15}
            - {port ratifies: u, on: 2005-08-20}
            - {crew ratifies: u, on: 2005-08-20}
            """);
    Negotiation talks = scenario.negotiation();
    assertThat(findings(scenario)).isEmpty();
    Agreement truce = agreement(talks, 2);
    assertThat(since(truce, AgreementStage.IN_FORCE)).isEqualTo("2000-06-02");
    assertThat(since(truce, AgreementStage.REPLACED)).isEqualTo("2005-08-20");
    assertThat(scenario.negotiation().asKnownAt(new EntryId(12)).situation().stage())
        .isEqualTo(Stage.IN_SESSION);
    assertThat(scenario.negotiation().asKnownAt(new EntryId(13)).situation().stage())
        .isEqualTo(Stage.CONCLUDED);
    assertThat(talks.round(2).progress()).isEqualTo(Progress.STATED);
    assertThat(talks.round(3).progress()).isEqualTo(Progress.MOVED);
    assertThat(step(talks, 3, "crew", "status").size().orElseThrow()).isEqualByComparingTo("1");
    assertThat(step(talks, 3, "port", "status").kind()).isEqualTo(StepKind.HELD);
    for (String party : List.of("port", "crew")) {
      assertThat(step(talks, 3, party, "truce").kind()).isEqualTo(StepKind.CONCEDED);
      assertThat(step(talks, 3, party, "truce").size().orElseThrow()).isEqualByComparingTo("1");
    }
  }

  @Example
  void two_of_three_settle_nothing_for_the_third() {
    Scenario scenario =
        scenario(
            THREE + "ratification: all\n",
            "issues: {tariff: {from: 0, to: 80, unit: percent}}\n",
            """
            - {port opens round, on: 2008-07-21}
            - {town demands of: [port, crew], tariff: at least 75, firmness: essential, on: 2008-07-21}
            - {id: s, port attests with: crew, tariff: 65, on: 2008-07-27}
            - {crew attests with: port, same as: s, on: 2008-07-27}
            - {port closes round, on: 2008-07-29}
            - {port ratifies: s, on: 2008-08-01}
            - {crew ratifies: s, on: 2008-08-01}
            - {town opens round, on: 2008-08-03}
            """);
    Negotiation talks = scenario.negotiation();
    assertThat(findings(scenario)).isEmpty();
    assertThat(talks.round(1).progress()).isEqualTo(Progress.MOVED);
    assertThat(talks.round(1).settled()).hasSize(1);
    assertThat(since(agreement(talks, 3), AgreementStage.IN_FORCE)).isEqualTo("2008-08-01");
    assertThat(talks.situation().closed()).isEmpty();
    assertThat(talks.situation().stage()).isEqualTo(Stage.IN_SESSION);
    assertThat(region(talks, "town", "tariff", "port")).isEqualTo("at least 75");
    assertThat(region(talks, "port", "tariff", "town")).isEqualTo("none");
    Position crew = talks.situation().position("crew", "tariff", "port");
    assertThat(crew.settled()).isPresent();
    assertThat(scenario.negotiation().asKnownAt(new EntryId(5)).situation().stage())
        .isEqualTo(Stage.IN_RECESS);
  }

  @Example
  void a_denial_of_an_acceptance_undoes_what_rests_on_it() {
    Scenario scenario =
        scenario(
            TWO,
            PAY,
            """
            - {id: o, port offers: crew, pay: 30}
            - {crew accepts: o}
            - {deny: [2], words: we never did}
            """);
    assertThat(scenario.negotiation().agreements()).isEmpty();
    assertThat(scenario.negotiation().situation().stage()).isEqualTo(Stage.EXPLORATORY);
  }
}
