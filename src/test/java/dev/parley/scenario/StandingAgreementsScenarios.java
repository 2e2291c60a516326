package dev.parley.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.agenda.Terms;
import dev.parley.agreement.Accord;
import dev.parley.agreement.Agreement;
import dev.parley.agreement.AgreementStage;
import dev.parley.agreement.Ledger;
import dev.parley.agreement.ObligationState;
import dev.parley.demand.Text;
import dev.parley.evidence.EntryId;
import dev.parley.progress.Progress;
import dev.parley.progress.Step;
import dev.parley.report.Transcript;
import dev.parley.talks.Law;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Outcome;
import dev.parley.talks.Refusal;
import dev.parley.talks.Stage;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;

/**
 * What stands of an agreement: confirmed afterwards, agreed in portions, left and signed again, or
 * come to its day with nothing told.
 */
class StandingAgreementsScenarios {
  private static final String TWO =
      """
      parley: 1
      title: t
      parties: {mill: {name: Mill, role: principal}, farm: {name: Farm, role: principal}}
      issues:
        price: {name: Price, from: 0, to: 10, unit: euros, obligor: mill}
        grain: {name: Grain, from: 0, to: 10, unit: tons, obligor: farm}
      """;

  private static final String THREE =
      TWO.replace("farm: {name: Farm", "bank: {name: Bank, role: principal}, farm: {name: Farm");

  private static Scenario scenario(String head, String record) {
    return Scenario.parse("t.yaml", head + "record:\n" + record.indent(2));
  }

  private static Negotiation talks(String record) {
    return scenario(TWO, record).negotiation();
  }

  private static List<String> steps(Negotiation talks, int round) {
    return talks.round(round).steps().stream().map(Step::describe).toList();
  }

  private static Accord only(Negotiation talks) {
    assertThat(talks.agreements()).hasSize(1);
    return talks.agreements().get(0).accord();
  }

  private static final String CONFIRMED =
      """
      - {mill opens round}
      - {id: old, mill offers: farm, price: 2}
      - {farm offers one of: mill, alternatives: {high: {price: 8, grain: 9}, low: {price: 6, grain: 4}}}
      - {mill accepts: low, ad referendum: yes}
      - {mill %s: low}
      - {mill closes round}
      """;

  @Example
  void what_is_confirmed_is_signed_for_the_maker_too_and_ends_what_it_settles_otherwise() {
    for (String verb : List.of("confirms", "ratifies")) {
      String head = TWO + ("ratifies".equals(verb) ? "ratification: [mill]\n" : "");
      Negotiation talks = scenario(head, CONFIRMED.formatted(verb)).negotiation();
      assertThat(talks.situation().settled()).hasSize(2);
      assertThat(talks.situation().offers()).isEmpty();
      assertThat(talks.round(1).progress()).isEqualTo(Progress.MOVED);
      assertThat(talks.situation().stage()).isEqualTo(Stage.CONCLUDED);
    }
    Negotiation reopened =
        talks(
            CONFIRMED.formatted("confirms")
                + """
                - {farm opens round}
                - {farm demands of: mill, price: at least 8}
                - {farm closes round}
                """);
    assertThat(steps(reopened, 2))
        .containsExactly("farm on price towards mill: REOPENED, 6 -> at least 8 [8]");
  }

  private static final String IN_PORTIONS =
      """
      - {id: o, mill offers: farm, price: 5, grain: 6, severable: yes}
      - {farm accepts: o, parts: [price], ad referendum: yes}
      - {farm accepts: o, parts: [grain]}
      """;

  @Example
  void a_portion_is_confirmed_though_another_was_final() {
    Scenario confirmed = scenario(TWO, IN_PORTIONS + "- {farm confirms: o}\n");
    assertThat(confirmed.findings().values()).isEmpty();
    assertThat(only(confirmed.negotiation()).settles()).hasSize(2);
    assertThat(confirmed.negotiation().situation().settled()).hasSize(2);
    assertThat(only(talks(IN_PORTIONS)).settles()).hasSize(1);
    assertThat(
            confirmed.negotiation().agreements().get(0).consents().stream()
                .map(c -> c.party() + " " + c.kind() + " " + c.issues() + " " + c.entry()))
        .containsExactly(
            "mill SIGNED [grain, price] [2]",
            "farm PROVISIONAL [price] [2]",
            "farm SIGNED [grain] [3]",
            "farm SIGNED [price] [4]");
  }

  @Example
  void a_portion_that_is_agreed_is_not_told_as_the_whole() {
    String text =
        Transcript.of(
                scenario(
                    TWO,
                    """
                    - {id: o, mill offers: farm, price: 5, grain: 6, severable: yes}
                    - {farm accepts: o, parts: [price]}
                    """))
            .text();
    assertThat(text)
        .containsIgnoringWhitespaces(
            "signed a partial agreement", "It settles one of two issues: Price: 5 euros [1].");
  }

  @Example
  void a_round_that_moved_ad_referendum_says_so_and_that_it_was_refused_since() {
    String moved =
        """
        - {mill opens round}
        - {farm demands of: mill, price: at least 8}
        - {id: o, mill offers: farm, price: 5}
        - {mill closes round}
        - {mill opens round}
        - {farm accepts: o, ad referendum: yes}
        - {mill closes round}
        """;
    Negotiation talks = talks(moved);
    assertThat(talks.round(2).describe()).isEqualTo("MOVED, ad referendum");
    assertThat(talks.round(1).isAdReferendum()).isFalse();
    Negotiation refused = talks(moved + "- {farm rejects: o}\n");
    assertThat(refused.round(2)).isEqualTo(talks.round(2));
    assertThat(Transcript.of(refused).text())
        .contains("later      refused since [8]")
        .contains("MOVED, ad referendum\n");
    assertThat(Transcript.of(talks).text()).doesNotContain("refused since");
  }

  private static final String AMONG_THREE =
      """
      - {id: t, mill attests with: all, price: 5, grain: 6, denounceable: yes, on: 2020-01-01}
      - {farm signs: t, on: 2020-01-01}
      - {bank signs: t, on: 2020-01-01}
      - {farm performs: t/grain, on: 2020-01-05}
      - {mill denounces: t, on: 2020-02-01}
      """;

  @Example
  void what_one_owed_who_left_is_not_carried_out() {
    Negotiation left = scenario(THREE, AMONG_THREE).negotiation();
    assertThat(only(left).stage()).isEqualTo(AgreementStage.IN_FORCE);
    assertThat(Transcript.of(left).text())
        .containsIgnoringWhitespaces("Mill left it on 1 February 2020 [5].");
  }

  @Example
  void who_signs_again_is_bound_again_and_so_are_the_others_to_it() {
    Negotiation back =
        scenario(THREE, AMONG_THREE + "- {mill signs: t, on: 2020-03-01}\n").negotiation();
    assertThat(back.situation().settled()).hasSize(6);
    assertThat(only(back).obligations().values())
        .extracting(status -> status.state())
        .containsExactlyInAnyOrder(ObligationState.IN_EFFECT, ObligationState.FULFILLED);
    assertThat(back.situation().stage()).isEqualTo(Stage.CONCLUDED);
  }

  @Example
  void who_denounces_what_it_signed_reopens_it() {
    Negotiation talks =
        talks(
            """
            - {mill opens round}
            - {id: t, mill attests with: farm, price: 5, denounceable: yes}
            - {farm signs: t}
            - {mill closes round}
            - {mill opens round}
            - {farm denounces: t}
            - {mill closes round}
            """);
    assertThat(steps(talks, 2)).containsExactly("farm on price towards mill: REOPENED [6]");
    assertThat(talks.round(2).progress()).isEqualTo(Progress.REGRESSED);
  }

  @Example
  void to_refrain_is_not_done_before_its_time_is_up() {
    String record =
        """
        - id: t
          mill attests with: farm
          verified by: bank
          undertakings: {calm: {by: mill, what: shuts nobody out, refrain: yes}}
          on: 2020-01-01
        - {farm signs: t, on: 2020-01-02}
        """;
    String head = THREE.replace("Bank, role: principal", "Bank, role: observer");
    for (String said : List.of("- {mill performs: t/calm}\n", "- {bank finds: t/calm}\n")) {
      Negotiation talks = scenario(head, record + said).negotiation();
      assertThat(only(talks).obligations().values())
          .extracting(status -> status.state())
          .containsExactly(ObligationState.IN_EFFECT);
      assertThat(only(talks).stage()).isEqualTo(AgreementStage.IN_FORCE);
    }
  }

  @Example
  void who_signs_or_initials_an_offer_that_nobody_has_answered_accepts_it() {
    Scenario signed = scenario(TWO, "- {id: o, mill offers: farm, price: 5}\n- {farm signs: o}\n");
    assertThat(signed.findings().values()).isEmpty();
    assertThat(signed.negotiation().situation().settled()).hasSize(1);
    Scenario initialled =
        scenario(TWO, "- {id: o, mill offers: farm, price: 5}\n- {farm initials: o}\n");
    assertThat(initialled.findings().values()).isEmpty();
    assertThat(only(initialled.negotiation()).stage()).isEqualTo(AgreementStage.INITIALLED);
  }

  @Example
  void an_issue_that_all_have_agreed_on_within_a_range_is_open_inside_it() {
    Negotiation talks =
        talks(
            "- {id: o, mill offers: farm, price: 5, if: {grain: at least 7}}\n- {farm accepts: o}\n");
    assertThat(talks.situation().openIssues())
        .extracting(Object::toString)
        .containsExactly("grain");
    assertThat(Transcript.of(talks).text())
        .contains("agreed within at least 7 tons, open inside it");
    Negotiation settled =
        talks(
            "- {id: o, mill offers: farm, price: 5, if: {grain: at least 7}}\n- {farm accepts: o}\n"
                + "- {id: g, mill offers: farm, grain: 8}\n- {farm accepts: g}\n");
    assertThat(settled.situation().openIssues()).isEmpty();
  }

  @Example
  void who_may_commit_only_ad_referendum_consents_so_whatever_it_says() {
    String head = TWO + "delegations: {envoys: {of: farm, name: envoys, mandate: ad referendum}}\n";
    for (String said :
        List.of(
            "- {id: o, mill offers: farm, price: 5}\n- {farm accepts: o, through: envoys}\n",
            "- {id: o, mill attests with: farm, price: 5}\n- {farm signs: o, through: envoys}\n",
            "- {id: o, farm attests with: mill, price: 5, through: envoys}\n- {mill signs: o}\n")) {
      Scenario told = scenario(head, said);
      assertThat(told.findings().values()).extracting(f -> f.rule()).contains("WITHIN_MANDATE");
      assertThat(only(told.negotiation()).stage()).isEqualTo(AgreementStage.INITIALLED);
      Negotiation confirmed = scenario(head, said + "- {farm confirms: o}\n").negotiation();
      assertThat(only(confirmed).stage()).isEqualTo(AgreementStage.IN_FORCE);
      assertThat(confirmed.situation().settled()).hasSize(1);
    }
  }

  @Example
  void one_that_joins_counts_among_so_many_that_must_ratify() {
    String head =
        THREE.replace(
            "bank: {name: Bank, role: principal}",
            "bank: {name: Bank, role: principal}, port: {name: Port, role: principal}");
    String two =
        """
        - {id: t, mill attests with: [farm, bank], price: 5, open to: port, in force: {ratified by: 3}}
        - {farm signs: t}
        - {bank signs: t}
        - {mill ratifies: t}
        - {farm ratifies: t}
        """;
    Scenario signed = scenario(head + "ratification: all\n", two);
    assertThat(Transcript.of(signed).text())
        .containsIgnoringWhitespaces("Mill and Farm ratified it [4] [5]; one more must ratify it");
    Negotiation three =
        scenario(head + "ratification: all\n", two + "- {port joins: t}\n- {port ratifies: t}\n")
            .negotiation();
    assertThat(only(three).stage()).isEqualTo(AgreementStage.IN_FORCE);
  }

  private static final String AMENDED =
      """
      - {id: t, mill attests with: farm, price: 5, grain: 6, on: 2020-01-01}
      - {farm signs: t, on: 2020-01-01}
      - {mill performs: t/price, amount: 3, on: 2020-01-10}
      - {id: u, mill attests with: farm, price: 8, amends: t, on: 2020-02-01}
      - {farm signs: u, on: 2020-02-01}
      - {mill performs: u/price, amount: 2, on: 2020-02-10}
      - {farm performs: t/grain, amount: 1, on: 2020-02-05}
      """;

  @Example
  void what_an_amendment_makes_owed_stands_in_one_ledger_with_what_was_done_before() {
    Negotiation talks = talks(AMENDED);
    Ledger ledger = Ledger.amended(talks.agreements().get(0), talks.agreements(), Optional.empty());
    assertThat(ledger.rows()).hasSize(2);
    assertThat(ledger.deliveries()).extracting(p -> p.entry().number()).containsExactly(3, 7, 6);
    assertThat(Transcript.of(talks).text())
        .containsIgnoringWhitespaces(
            "It settles two of two issues: Price: 8 euros; Grain: 6 tons [1] [4].",
            "Mill, Price: 8 euros, 5 of 8 on 10 February 2020 [3] [6]");
  }

  @Example
  void an_offer_whose_last_day_is_over_carries_no_consent_any_more() {
    String record =
        """
        - {mill opens round, on: 2024-01-01}
        - {farm demands of: mill, price: at least 8, on: 2024-01-01}
        - {id: o, mill offers: farm, price: 5, until: 2024-01-10, on: 2024-01-02}
        - {farm accepts: o, ad referendum: yes, on: 2024-01-05}
        - {mill closes round, on: 2024-01-06}
        - {mill opens round, on: 2024-02-01}
        - {farm confirms: o, on: 2024-02-01}
        - {mill closes round, on: 2024-02-01}
        """;
    Scenario scenario = scenario(TWO, record);
    assertThat(scenario.findings().values()).extracting(f -> f.rule()).contains("AGREEMENT_STANDS");
    Negotiation talks = scenario.negotiation();
    assertThat(talks.agreements()).isEmpty();
    assertThat(steps(talks, 2))
        .containsExactly("farm on price towards mill: RESTORED, at least 8 [6]");
    assertThat(Transcript.of(talks).text()).containsIgnoringWhitespaces("it has lapsed");
    Negotiation before = talks.asKnownAt(new EntryId(5));
    assertThat(before.on(LocalDate.of(2024, 1, 10)).situation().agreements()).hasSize(1);
    assertThat(before.on(LocalDate.of(2024, 1, 11)).situation().agreements()).isEmpty();
  }

  private static final String DATED =
      """
      - {id: t, mill attests with: farm, price: 5, interim: yes, in force: 2020-02-01, lasts: 30 days, on: 2020-01-01}
      - {farm signs: t, on: 2020-01-02}
      """;

  @Example
  void what_comes_about_by_itself_has_on_the_day_on_which_the_record_ends() {
    Negotiation talks = talks(DATED);
    assertThat(only(talks).stage()).isEqualTo(AgreementStage.SIGNED);
    assertThat(only(talks.on(LocalDate.of(2020, 1, 31)))).isEqualTo(only(talks));
    Negotiation begun = talks.on(LocalDate.of(2020, 2, 10));
    assertThat(only(begun).stage()).isEqualTo(AgreementStage.IN_FORCE);
    assertThat(begun.situation().agreements().values()).containsExactly(only(begun));
    Negotiation ended = talks.on(LocalDate.of(2020, 6, 1));
    assertThat(only(ended).stage()).isEqualTo(AgreementStage.EXPIRED);
    assertThat(ended.situation().agreements()).isEmpty();
    Agreement last = ended.agreements().get(0);
    assertThat(last.since(AgreementStage.EXPIRED)).map(Object::toString).contains("2020-03-02");
    assertThat(ended.on(LocalDate.of(2020, 1, 10))).isEqualTo(talks);
    assertThat(ended.chronicle()).isEqualTo(talks.chronicle());
    assertThat(Transcript.of(talks).until(LocalDate.of(2020, 6, 1)).text())
        .containsIgnoringWhitespaces("it expired on 2 March 2020 [1].");
  }

  @Example
  void what_waits_for_a_ratification_is_not_overdue() {
    Negotiation talks =
        scenario(
                TWO + "ratification: [mill]\n",
                """
                - id: t
                  mill attests with: farm
                  undertakings: {pay: {by: mill, what: pays, due: 2020-02-01}}
                  on: 2020-01-01
                - {farm signs: t, on: 2020-01-02}
                """)
            .negotiation();
    LocalDate later = LocalDate.of(2020, 3, 1);
    assertThat(talks.observe(later)).noneMatch(o -> o.toString().contains("pay"));
    assertThat(Ledger.of(talks.agreements().get(0), Optional.of(later)).rows())
        .allMatch(row -> row.late().isEmpty());
  }

  @Example
  void an_instalment_at_once_is_due_when_the_agreement_is_in_force() {
    Negotiation talks =
        talks(
            """
            - id: t
              mill attests with: farm
              price: 9
              instalments: {first: {price: 3, when: in force}, second: {price: 6, when: 5 days after first}}
              on: 2020-01-01T08:00
            - {farm signs: t, on: 2020-01-01T09:00}
            - {mill performs: 't/second: price', amount: 1, on: 2020-01-03T11:00}
            - {mill performs: 't/first: price', on: 2020-01-02T11:00}
            """);
    Ledger ledger = Ledger.of(talks.agreements().get(0), Optional.of(LocalDate.of(2020, 1, 4)));
    assertThat(ledger.rows().get(0).late()).map(Object::toString).contains("26 hours");
    assertThat(ledger.schedules(LocalDate.of(2020, 1, 4)))
        .singleElement()
        .satisfies(
            all -> {
              assertThat(all.total()).isEqualByComparingTo("9");
              assertThat(all.due()).isEqualByComparingTo("3");
            });
  }

  @Example
  void an_instalment_of_one_issue_is_named_by_its_own_name() {
    String text =
        """
        - id: t
          mill attests with: farm
          price: 9
          grain: 8
          instalments: {first: {price: 3}, second: {price: 6, grain: 8}}
        - {farm signs: t}
        """;
    assertThat(scenario(TWO, text + "- {mill performs: t/first}\n").findings().values()).isEmpty();
    assertThatThrownBy(() -> scenario(TWO, text + "- {mill performs: t/second}\n"))
        .hasMessageContaining("(t/second) is several obligations: name one of them in quotes,")
        .hasMessageContaining("\"t/second: price\"");
  }

  @Example
  void deliveries_are_told_by_date() {
    Negotiation talks =
        talks(
            """
            - {id: t, mill attests with: farm, price: 5, on: 2020-01-01}
            - {farm signs: t, on: 2020-01-02}
            - {mill performs: t/price, amount: 1, on: 2020-01-09}
            - {mill performs: t/price, amount: 2, on: 2020-01-05}
            - {mill performs: t/price, amount: 1}
            """);
    assertThat(Ledger.of(talks.agreements().get(0), Optional.empty()).deliveries())
        .extracting(p -> p.entry().number())
        .containsExactly(4, 3, 5);
  }

  @Example
  void a_draft_replaces_what_is_known_today_of_the_one_before_it() {
    String drafts =
        """
        - {id: d1, bank proposes to: [mill, farm], price: 5}
        - {id: d2, bank proposes to: [mill, farm], price: 5, grain: 6, replaces: d1}
        """;
    Negotiation talks =
        scenario(
                THREE.replace(
                    "bank: {name: Bank, role: principal}", "bank: {name: Bank, role: mediator}"),
                drafts
                    + """
                    - {mill accepts: d2}
                    - {correct: d1, instead: {bank proposes to: [mill, farm], price: 4}}
                    """)
            .negotiation();
    assertThat(talks.situation().offers().keySet())
        .singleElement()
        .satisfies(
            offer ->
                assertThat(offer.replaces().map(Text::terms).map(Object::toString))
                    .contains("price 4"));
    assertThat(talks.situation().agreements()).hasSize(1);
  }

  @Example
  void nothing_is_replaced_that_was_never_put_forward() {
    Negotiation talks = talks("- {id: t, mill attests with: farm, price: 5}\n");
    Text said = only(talks).text();
    Text never = said.withTerms(Terms.on(talks.agenda()).set("price", "7").build());
    Text next = said.withTerms(Terms.on(talks.agenda()).set("price", "6").build());
    for (Text earlier : List.of(said, never)) {
      Move move = Move.by("mill").attests(next.withReplaces(earlier));
      for (Outcome outcome : List.of(talks.apply(move), talks.record(move))) {
        assertThat(
                outcome instanceof Refusal refusal && refusal.laws().contains(Law.KNOWN_AGREEMENT))
            .isEqualTo(earlier.equals(never));
      }
    }
  }
}
