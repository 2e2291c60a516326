package dev.parley.scenario;

import static dev.parley.scenario.ShortOnes.problemsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.evidence.Account;
import dev.parley.evidence.Account.Reconciliation;
import dev.parley.evidence.Attribution;
import dev.parley.evidence.EntryId;
import dev.parley.json.Json;
import dev.parley.json.JsonTree;
import dev.parley.report.Transcript;
import dev.parley.report.page.Html;
import dev.parley.report.tidy.RecordTables;
import dev.parley.talks.Finding;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Observation;
import dev.parley.talks.Stage;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Example;

/** What happened, told as it was reported: by whom, of whom, why, and when it was known. */
class EvidenceScenarios {
  private static final String HEAD =
      """
      parley: 1
      title: River talks
      parties:
        up: {name: Upstream, role: principal}
        down: {name: Downstream, role: principal}
        med: {name: Mediator, role: mediator}
      issues: {water: {from: 0, to: 9, unit: gates}}
      sources:
        wire: {report: Wire}
        daily: {report: The Daily}
        up-said: {statement of: up}
        down-said: {statement of: down}
        count: {document: A later count, on: 1953-08}
      """;

  private static Scenario read(String rest) {
    Scenario scenario = Scenario.parse("river.yaml", HEAD + rest);
    assertThat(Scenario.parse("written.yaml", scenario.write())).isEqualTo(scenario);
    return scenario;
  }

  private static Negotiation talks(String record) {
    return read("record:\n" + record).negotiation();
  }

  private static String transcript(String rest) {
    return Transcript.of(read(rest)).text().replaceAll(" +", " ");
  }

  private static List<String> findings(String record) {
    return read("record:\n" + record).findings().values().stream().map(Finding::rule).toList();
  }

  @Example
  void only_who_did_something_denies_it() {
    assertThatThrownBy(
            () ->
                read(
                    "record:\n  - {up offers: down, water: 3}\n  - {deny: [1], source: down-said}\n"))
        .hasMessageContaining(
            "down cannot deny [1], which tells what up did. Enter it as a claim of down");
    assertThat(
            talks("  - {up offers: down, water: 3}\n  - {deny: [1], source: wire}\n")
                .situation()
                .offers())
        .isEmpty();
  }

  @Example
  void what_is_found_is_found_in_the_record_as_it_is_read_today() {
    String rejected =
        "  - {id: o, up offers: down, water: 3}\n  - {down accepts: o}\n  - {down rejects: o}\n";
    assertThat(findings(rejected)).containsExactly("OFFER_STANDS");
    assertThat(findings(rejected + "  - {cancel: [2]}\n")).isEmpty();
    String performed =
        "  - {id: o, up offers: down, water: 3}\n  - {down accepts: o}\n  - {up performs: o/water}\n";
    String owed = "issues: {water: {from: 0, to: 9, unit: gates, obligor: up}}";
    String head = HEAD.replace("issues: {water: {from: 0, to: 9, unit: gates}}", owed);
    Scenario gone =
        Scenario.parse("river.yaml", head + "record:\n" + performed + "  - {deny: [2]}\n");
    assertThat(gone.findings().keySet()).extracting(EntryId::number).containsExactly(3);
    assertThat(Transcript.of(gone).text()).contains("REMARKS ON THE RECORD");
  }

  @Example
  void shares_of_different_wholes_cannot_both_be_true() {
    String claims =
        "  - {up claims: boats lost, figure: 31 of 50}\n  - {down claims: boats lost, figure: 31 of %s}\n";
    assertThat(transcript("record:\n" + claims.formatted(51))).contains("contested boats lost");
    assertThat(transcript("record:\n" + claims.formatted(50))).doesNotContain("contested");
  }

  @Example
  void a_claim_that_is_denied_contests_nothing_and_is_no_figure() {
    String text =
        transcript(
            """
            accounts:
              boats: {unit: boats, whole: {sent: {figure: 8, on: 1953}}, parts: {came: {figure: 5, on: 1953}, lost: {claim: lost}}}
            record:
              - {id: lost, up claims: boats lost, figure: 3, on: 1953-01-05}
              - {down claims: boats lost, figure: 4, on: 1953-01-06}
              - {deny: lost, on: 1953-01-07}
            """);
    assertThat(text).doesNotContain("contested").contains("denied since", "lost not given");
  }

  @Example
  void an_ally_is_told_with_whom_it_stands() {
    String allied = HEAD.replace("role: mediator}", "role: mediator, ally of: [up, down]}");
    Scenario scenario = Scenario.parse("river.yaml", allied + "record: []\n");
    assertThat(Scenario.parse("written.yaml", scenario.write())).isEqualTo(scenario);
    assertThat(Transcript.of(scenario).text())
        .contains("Mediator, ally of Upstream and Downstream");
    assertThatThrownBy(
            () ->
                Scenario.parse("river.yaml", allied.replace("[up, down]", "med") + "record: []\n"))
        .hasMessageContaining("party (med) is said to be an ally of itself");
    assertThatThrownBy(
            () ->
                Scenario.parse("river.yaml", allied.replace("[up, down]", "sea") + "record: []\n"))
        .hasMessageContaining("party (sea) is unknown");
  }

  @Example
  void as_known_then_no_later_part_of_an_account_and_no_later_source_is_there() {
    Scenario scenario =
        read(
            """
            accounts:
              list:
                unit: persons
                whole: {listed: {figure: 100, on: 1953-01}}
                parts: {returned: {figure: 60, on: 1953-01}, found later: {figure: 40, on: 1953-08, source: count}}
            record:
              - {id: o, up offers: down, water: 3, on: 1953-02-01, source: wire}
              - {down offers: up, water: 1, on: 1953, source: wire}
              - {down rejects: o, on: 1953-05-01, source: daily}
            """);
    Transcript then = Transcript.of(scenario).asKnownAt(new EntryId(2));
    assertThat(then.recordTo()).contains(LocalDate.of(1953, 5, 1));
    assertThat(then.sources()).extracting(source -> source.id()).containsExactly("wire");
    assertThat(then.text() + Json.of(then) + Html.of(then))
        .doesNotContain("found later", "A later count", "The Daily");
    assertThat(then.accounts()).singleElement().satisfies(a -> assertThat(a.complete()).isFalse());
  }

  @Example
  void several_sources_of_one_event_are_one_entry_and_each_is_shown() {
    String record = "  - {up offers: down, water: 3, on: 1953, source: [wire, daily]}\n";
    assertThat(talks(record).chronicle().size()).isEqualTo(1);
    assertThat(transcript("record:\n" + record)).contains("(Wire; The Daily)".replace("(", ""));
    assertThat(
            RecordTables.of(Transcript.of(read("record:\n" + record)))
                .table("moves")
                .orElseThrow()
                .csv())
        .contains("wire daily");
  }

  @Example
  void the_source_that_says_it_most_surely_counts() {
    assertThat(attribution("[down-said, wire]")).isEqualTo(Attribution.REPORTED);
    assertThat(attribution("[wire, up-said]")).isEqualTo(Attribution.ATTESTED);
    assertThat(attribution("down-said")).isEqualTo(Attribution.ALLEGED);
    assertThat(
            problemsOf(HEAD + "record:\n  - {up offers: down, water: 3, source: [wire, wire]}\n"))
        .singleElement()
        .asString()
        .endsWith("source (wire) is given twice");
  }

  private static Attribution attribution(String sources) {
    Negotiation talks = talks("  - {up offers: down, water: 3, source: " + sources + "}\n");
    return talks.chronicle().readings().get(0).attribution(talks.agenda());
  }

  private static final String UNNAMED =
      """
        - {opens round: doha, on: 1953-01-02, source: wire}
        - {up offers: down, water: 3, on: 1953-01-03}
        - {incident: a dam bursts, on: 1953-01-04}
        - {suspended, because of: [3], on: 1953-01-05}
        - {resumed, on: 1953-01-08}
        - {closes round, on: 1953-01-09}
      """;

  @Example
  void nobody_needs_to_be_named_where_the_report_names_nobody() {
    Negotiation talks = talks(UNNAMED);
    assertThat(findings(UNNAMED)).isEmpty();
    assertThat(talks.closedRounds()).isEqualTo(1);
    assertThat(talks.asKnownAt(new EntryId(4)).situation().stage()).isEqualTo(Stage.SUSPENDED);
    assertThat(talks.asKnownAt(new EntryId(5)).situation().stage()).isEqualTo(Stage.IN_SESSION);
    assertThat(transcript("record:\n" + UNNAMED))
        .contains("(not named) the round opens (Wire)")
        .contains("4 January 1953: incident: \"a dam bursts\"")
        .contains("the talks are suspended, because of [3]")
        .contains("the talks resume")
        .contains("the round closes");
  }

  @Example
  void talks_that_nobody_is_named_to_have_suspended_go_on_with_whoever_resumes() {
    String named = UNNAMED.replace("{resumed,", "{down resumes,");
    assertThat(findings(named)).isEmpty();
    assertThat(talks(named).asKnownAt(new EntryId(5)).situation().stage())
        .isEqualTo(Stage.IN_SESSION);
    assertThat(findings("  - {resumed, on: 1953}\n")).isNotEmpty();
    assertThat(findings("  - {closes round, on: 1953}\n")).isNotEmpty();
  }

  @Example
  void a_reason_is_an_earlier_entry() {
    assertThat(talks(UNNAMED).chronicle().readings().get(3).move().becauseOf())
        .containsExactly(new EntryId(3));
    assertThat(problemsOf(HEAD + "record:\n  - {suspended, because of: [4], on: 1953}\n"))
        .singleElement()
        .asString()
        .endsWith("entry [4] does not exist: before this one there is none");
  }

  @Example
  void who_met_whom_and_where() {
    String met = "  - {up meets: [down, med], in: geneva, on: 1953-01-02}\n";
    assertThat(transcript("record:\n" + met)).contains("meets Downstream and Mediator in geneva");
    assertThat(problemsOf(HEAD + "record:\n" + met.replace("in: geneva", "in: med")))
        .singleElement()
        .asString()
        .contains("cannot hold a meeting in (med), who is on the agenda and no track");
  }

  @Example
  void claims_that_concern_different_parties_are_not_contested_and_say_whom_they_concern() {
    String record =
        """
          - {up claims: missing, figure: 88000, concerning: up, on: 1951}
          - {down claims: missing, figure: 188000, concerning: down, on: 1951}
        """;
    assertThat(talks(record).contests()).isEmpty();
    assertThat(transcript("record:\n" + record))
        .contains("88000, concerning Upstream (Upstream)")
        .contains("188000, concerning Downstream (Downstream)");
    String third = record + "  - {med claims: missing, figure: 90000, concerning: up, on: 1951}\n";
    assertThat(talks(third).contests())
        .singleElement()
        .satisfies(contest -> assertThat(contest.claims()).hasSize(2));
  }

  @Example
  void contests_on_one_question_are_all_shown_and_told_apart() {
    String record =
        """
        record:
          - {up claims: Missing, figure: 88, concerning: up, on: 1951}
          - {down claims: missing, figure: 90, concerning: up, on: 1951}
          - {up claims: missing, figure: 70, concerning: down, on: 1951}
          - {down claims: missing, figure: 71, concerning: down, on: 1951}
          - {up claims: Held, figure: 5, on: 1951}
          - {down claims: held, figure: 5, on: 1951}
        """;
    String told = transcript(record).replaceAll("\\s+", " ");
    assertThat(told)
        .contains(
            "Accounts differ on \"Missing\", concerning Upstream [1] [2], \"missing\", concerning"
                + " Downstream [3] [4].");
    assertThat(told)
        .contains("Missing, concerning Upstream: 88, concerning Upstream (Upstream) [1];")
        .contains("missing, concerning Downstream: 70, concerning Downstream (Upstream) [3];")
        .contains("Held: 5 (Upstream) [5]; 5 (Downstream) [6]");
    assertThat(Html.of(Transcript.of(read(record))))
        .contains("90, concerning Upstream (Downstream) [2]")
        .contains("71, concerning Downstream (Downstream) [4]");
  }

  private static final String OUT_OF_ORDER =
      """
      record:
        - {opens round: doha, on: 1953-01-01}
        - {id: ten, up offers: down, water: 8, on: 1953-01-05}
        - {down claims: patrols, figure: 3, on: 1953-01-03}
        - {id: nine, up offers: down, water: 9, on: 1953-01}
        - {down rejects: ten, on: 1953-01-04}
        - {down claims: walked out, answer: yes, on: 1953-01-03, because of: [2]}
        - {up claims: raids, figure: 2, on: 1953-01-20}
        - {correct: [7], instead: {up claims: raids, figure: 1, on: 1953-01-02}, on: 1953-01-04}
        - {up claims: undated, figure: 2}
      """;

  @Example
  void as_known_on_a_day_leaves_out_what_was_dated_later_and_nothing_else() {
    Transcript whole = Transcript.of(read(OUT_OF_ORDER));
    Transcript then = whole.asKnownOn(LocalDate.of(1953, 1, 4));
    assertThat(then.negotiation().chronicle().entries())
        .extracting(e -> e.id().number())
        .as("[2] is later, [5] answers it, [4] and [9] may be and stand after it")
        .containsExactly(1, 3, 6, 7, 8);
    assertThat(then.negotiation().chronicle().entry(new EntryId(2))).isEmpty();
    assertThat(then.negotiation().chronicle().readings())
        .filteredOn(r -> r.id().equals(new EntryId(6)))
        .singleElement()
        .satisfies(r -> assertThat(r.move().becauseOf()).isEmpty());
    assertThat(then.text())
        .contains("as known on 4 January 1953")
        .contains("[8]")
        .doesNotContain("8 gates")
        .doesNotContain("[2]");
    assertThat(Html.of(then)).contains("as known on 4 January 1953").doesNotContain("8 gates");
    assertThat(JsonTree.read(Json.of(then))).isNotNull();
    assertThat(whole.asKnownOn(LocalDate.of(1953, 1, 31)).negotiation())
        .isEqualTo(whole.negotiation());
    assertThat(whole.asKnownOn(LocalDate.of(1952, 1, 1)).negotiation().chronicle().entries())
        .isEmpty();
    assertThat(whole.atTheBeginning().negotiation().chronicle().size()).isZero();
    assertThat(whole.atTheBeginning().text()).contains("at the beginning");
  }

  @Example
  void what_stands_before_anything_later_was_known_where_its_date_allows_it() {
    Transcript whole =
        Transcript.of(
            read(
                """
                record:
                  - {up claims: patrols, figure: 3, on: 1953-01}
                  - {down claims: patrols, figure: 4}
                  - {down claims: patrols, figure: 5, on: 1953-01-20}
                """));
    assertThat(whole.asKnownOn(LocalDate.of(1953, 1, 4)).negotiation().chronicle().size())
        .isEqualTo(2);
  }

  @Example
  void json_gives_rounds_as_numbers() {
    String json =
        Json.of(
            Transcript.of(
                read("record:\n  - {up offers: down, water: 1}\n  - {opens round: doha}\n")));
    assertThat(json)
        .contains("\"round\" : null,\n    \"counts-in\" : 1,")
        .contains("\"round\" : 1,\n    \"counts-in\" : 1,");
  }

  private static String account(String account, String record) {
    return "accounts: {list: {unit: persons, " + account + "}}\nrecord:\n" + record;
  }

  private static Reconciliation reconciled(String account, String record) {
    Transcript transcript = Transcript.of(read(account(account, record)));
    return transcript.accounts().get(0).reconcile(java.util.Optional.empty());
  }

  @Example
  void persons_come_whole() {
    Reconciliation list =
        reconciled(
            "whole: {taken: 100}, parts: {released: more than 60, held: more than 39}", "  []\n");
    assertThat(list.verdict()).isEqualTo(Reconciliation.Verdict.CANNOT);
    assertThat(list.describe()).endsWith("cannot be, the parts are larger by at least 1");
    assertThat(
            reconciled("whole: {taken: 31 of 50}, parts: {released: 19, held: 12}", "  []\n")
                .verdict())
        .isEqualTo(Reconciliation.Verdict.RECONCILES);
  }

  private static final String CLAIMS =
      """
        - {id: freed, up claims: freed, figure: 60, on: 1953-02}
        - {id: held, down claims: held, figure: 30, on: 1953-03}
        - {correct: held, instead: {down claims: held, figure: 40, on: 1953-03}, on: 1953-05}
      """;
  private static final String CLAIMED =
      "whole: {taken: {figure: 100, on: 1953-01, source: wire}},"
          + " parts: {released: {claim: freed}, held: {claim: held}}";

  @Example
  void an_account_takes_its_figures_from_claims_and_corrections_reach_it() {
    assertThat(reconciled(CLAIMED, CLAIMS).describe())
        .isEqualTo("taken 100 = released 60 + held 40: adds up");
    Transcript whole = Transcript.of(read(account(CLAIMED, CLAIMS)));
    assertThat(whole.asKnownAt(new EntryId(2)).accounts())
        .extracting(Account::describe)
        .containsExactly("taken 100 = released 60 + held 30");
    assertThat(whole.asKnownAt(new EntryId(1)).accounts())
        .extracting(Account::describe)
        .containsExactly("taken 100 = released 60 + others, not counted");
    assertThat(whole.asKnownOn(LocalDate.of(1953, 1, 31)).accounts()).isEmpty(); // the whole alone
  }

  @Example
  void an_account_that_is_not_complete_never_reconciles() {
    assertThat(reconciled("complete: no, whole: {taken: 100}, parts: {released: 60}", "  []\n"))
        .extracting(Reconciliation::describe)
        .isEqualTo(
            "taken 100 = released 60 + others, not counted: cannot tell: it is not complete");
    assertThat(
            reconciled("complete: no, whole: {taken: 100}, parts: {released: 160}", "  []\n")
                .verdict())
        .isEqualTo(Reconciliation.Verdict.CANNOT);
  }

  @Example
  void nothing_is_counted_twice_and_a_figure_is_a_figure() {
    assertThat(
            problemsOf(
                HEAD
                    + account(
                        "whole: {taken: 100}, parts: {a: {claim: freed}, b: {claim: freed}}",
                        CLAIMS)))
        .singleElement()
        .asString()
        .endsWith("account (list) takes (a) and (b) from one claim [1]: nothing is counted twice");
    assertThat(
            problemsOf(
                HEAD
                    + account(
                        "whole: {taken: 100}, parts: {a: {claim: o}}",
                        "  - {id: o, up offers: down, water: 3}\n")))
        .singleElement()
        .asString()
        .endsWith("entry [1] claims no figure: name a claim that does");
  }

  private static final String KNOWN =
      """
      record-to: 1953-07-27
      accounts:
        list:
          unit: persons
          whole: {listed: 100}
          parts: {returned: 90, refused: 10}
          sources: {listed: count, returned: count, refused: count}
      record:
        - {up opens round, on: 1953-01-05}
        - {up offers: down, water: 3, on: 1953}
        - {up sets deadline: june, date: 1953-06-30, on: 1953-05-01}
      """;

  @Example
  void as_known_at_an_entry_nothing_later_shows_through() {
    Transcript then = Transcript.of(read(KNOWN)).asKnownAt(new EntryId(2));
    assertThat(then.accounts()).isEmpty();
    assertThat(then.recordTo()).contains(LocalDate.of(1953, 5, 1));
    assertThat(then.text()).doesNotContain("june").doesNotContain("listed");
    assertThat(Transcript.of(read(KNOWN)).accounts()).hasSize(1);
  }

  @Example
  void looked_at_on_a_day_before_the_last_entry_nothing_later_shows_through() {
    Transcript then = Transcript.of(read(KNOWN)).seenOn(LocalDate.of(1953, 4, 1));
    assertThat(then.negotiation().chronicle().size()).isEqualTo(2);
    assertThat(then.text()).doesNotContain("june").doesNotContain("listed");
    Transcript before = Transcript.of(read(KNOWN)).seenOn(LocalDate.of(1952, 4, 1));
    assertThat(before.negotiation().chronicle().size()).isZero();
    Transcript after = Transcript.of(read(KNOWN)).seenOn(LocalDate.of(1953, 8, 1));
    assertThat(after.negotiation().chronicle().size()).isEqualTo(3);
  }

  @Example
  void whether_there_was_silence_cannot_be_told_where_a_contact_is_known_to_the_year() {
    Negotiation then = read(KNOWN).negotiation();
    assertThat(then.observe(LocalDate.of(1953, 5, 1)))
        .extracting(Observation::kind)
        .contains(Observation.Kind.DORMANCY_UNCERTAIN)
        .doesNotContain(Observation.Kind.DORMANT);
    assertThat(then.asKnownAt(new EntryId(1)).observe(LocalDate.of(1953, 5, 1)))
        .extracting(Observation::message)
        .contains("no contact for 116 days, more than 30");
  }

  @Example
  void what_is_said_outside_the_rounds_lies_in_none() {
    String record =
        """
          - {up offers: down, water: 1, on: 1953-01-01}
          - {up opens round, on: 1953-01-02}
          - {up closes round, on: 1953-01-03}
          - {up offers: down, water: 2, on: 1953-01-04}
        """;
    Negotiation talks = talks(record);
    assertThat(talks.withinRounds().keySet()).containsExactly(new EntryId(2), new EntryId(3));
    assertThat(talks.countsIn(new EntryId(1))).hasValue(1);
    assertThat(talks.countsIn(new EntryId(4))).isEmpty();
    assertThat(
            RecordTables.of(Transcript.of(read("record:\n" + record)))
                .table("moves")
                .orElseThrow()
                .csv()
                .lines())
        .extracting(line -> line.replaceAll("^([^,]*,[^,]*,[^,]*),.*", "$1"))
        .containsExactly("entry,round,counts_in", "1,,1", "2,1,1", "3,1,1", "4,,");
  }
}
