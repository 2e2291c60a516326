package dev.parley.scenario;

import static dev.parley.scenario.ShortOnes.problems;
import static dev.parley.scenario.ShortOnes.problemsOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.report.Transcript;
import net.jqwik.api.Example;

/** What a reader of a wrong file is told: each problem at its own place, and nothing besides. */
class ScenarioProblemsTest {
  private static final String D1 = "{id: d1, hamas demands of: israel, end-of-war: permanent end}";
  private static final String O1 = "{id: o1, israel offers: hamas, hostages: 20}";

  @Example
  void a_value_off_its_scale_names_the_end_it_is_beyond() {
    assertThat(problems("{israel offers: hamas, hostages: 120}"))
        .containsExactly(
            "x.yaml:19:38 record[1].hostages: 120 persons is above the scale's most (100)");
  }

  @Example
  void a_day_that_does_not_exist_is_told_with_the_length_of_its_month() {
    assertThat(problems("{israel holds: hostages, on: 2024-02-30}"))
        .containsExactly(
            "x.yaml:19:34 record[1].on: date (2024-02-30) does not exist: February 2024 has 29 days");
  }

  @Example
  void a_comma_that_ends_a_text_is_told_how_to_be_kept() {
    assertThat(problems("{hamas claims: dead, figure: 3,313, on: 2024}"))
        .containsExactly(
            "x.yaml:19:36 record[1].313: unknown key (313): a comma inside braces ends a value; put"
                + " the text in quotes: figure: \"3,313\"");
    assertThat(problems("{hamas claims: dead, text: yes, words: at dawn, by bus, and on foot}"))
        .containsExactly(
            "x.yaml:19:53 record[1][by bus]: unknown key (by bus): a comma inside braces ends a value;"
                + " put the text in quotes: words: \"at dawn, by bus, and on foot\"");
    assertThat(problems("{hamas claims: dead, text: he said: no}"))
        .singleElement()
        .asString()
        .endsWith("). A text with a colon in it stands in quotes");
  }

  @Example
  void a_blank_cell_is_told_how_to_be_filled_or_left_out() {
    assertThat(problems("{hamas claims: dead, figure: }"))
        .containsExactly(
            "x.yaml:19:20 record[1][hamas claims]: the figure is blank: write (not given) where"
                + " nobody gave one");
    assertThat(problems("{hamas claims: met, date: }"))
        .containsExactly(
            "x.yaml:19:20 record[1][hamas claims]: the date is blank: write (XXXX) where nobody"
                + " knows it");
    assertThat(problems("{hamas claims: met, text: }"))
        .containsExactly(
            "x.yaml:19:20 record[1][hamas claims]: the answer is blank: give it, or leave the claim"
                + " out");
    assertThat(problems("{hamas claims: met, text: \"\"}"))
        .containsExactly(
            "x.yaml:19:31 record[1].text: text of an answer () must not be blank: give the answer,"
                + " or leave the claim out where nobody gave one");
  }

  @Example
  void a_blank_cell_of_what_may_be_left_out_loses_no_entry() {
    assertThat(
            ShortOnes.scenario(
                    "{hamas claims: met, text: yes, source: , through: , on: , concerning: }")
                .negotiation()
                .chronicle()
                .size())
        .isEqualTo(1);
  }

  @Example
  void a_wrong_step_is_told_at_the_step() {
    String head = ShortOnes.HEAD.replace("to: 100, unit", "to: 100, by: BY, unit");
    assertThat(problemsOf(head.replace("BY", "0") + "  []\n"))
        .containsExactly(
            "x.yaml:12:36 issues.hostages.by: a quantity's step (0) must be above zero");
    assertThat(problemsOf(head.replace("BY", "3") + "  []\n"))
        .containsExactly(
            "x.yaml:12:36 issues.hostages.by: a quantity from (0) to (100) must be a whole number of"
                + " steps of (3)");
  }

  @Example
  void the_alternative_that_is_answered_is_named() {
    assertThat(
            Transcript.of(
                    ShortOnes.scenario(
                        "{id: o1, israel offers one of: hamas, alternatives: {a: {hostages: 1}, b:"
                            + " {hostages: 2}}}",
                        "{hamas rejects: b}",
                        "{hamas accepts: a}"))
                .text())
        .contains("rejects the offer of Israel [1], alternative 2")
        .contains("accepts the offer of Israel [1], alternative 1");
  }

  @Example
  void a_digit_of_another_script_is_no_number() {
    assertThat(problems("{israel offers: hamas, hostages: \u0663}"))
        .containsExactly(
            "x.yaml:19:38 record[1].hostages: (\u0663) is not a number: write one from 0 to 100"
                + " persons by 1");
    assertThat(problems("{israel offers: hamas, hostages: \uff13}")).hasSize(1);
  }

  @Example
  void a_demand_cannot_be_accepted() {
    assertThat(problems(D1, O1, "{hamas accepts: d1}"))
        .containsExactly(
            "x.yaml:21:21 record[3][hamas accepts]: hamas cannot accept (d1): it is a demand;"
                + " only an offer can be accepted. Offers: o1");
  }

  @Example
  void a_claim_cannot_be_accepted_and_an_offer_is_no_demand() {
    assertThat(
            problems(
                "{id: c1, hamas claims: near, answer: yes}",
                O1,
                "{hamas accepts: c1}",
                "{hamas rejects demand: o1}"))
        .containsExactly(
            "x.yaml:21:21 record[3][hamas accepts]: hamas cannot accept (c1): it is a claim;"
                + " only an offer can be accepted. Offers: o1",
            "x.yaml:22:28 record[4][hamas rejects demand]: hamas cannot reject (o1) as a demand:"
                + " it is an offer. Demands: none so far");
  }

  @Example
  void several_offers_are_accepted_one_by_one() {
    assertThat(
            problems(
                "{id: o1, israel offers one of: hamas, alternatives: {a: {hostages: 1}, b: {hostages: 2}}}",
                "{hamas accepts: o1}"))
        .containsExactly(
            "x.yaml:20:21 record[2][hamas accepts]: hamas cannot accept (o1): it is an entry with"
                + " several offers; name one by its own label; only an offer can be accepted. Offers: a, b");
  }

  @Example
  void what_is_unknown_is_told_with_the_nearest_that_is_known() {
    assertThat(
            problems(
                O1,
                "{hammas accepts: o1}",
                "{hamas acepts: o1}",
                "{hamas accepts: o2}",
                "{israel holds: hostage}",
                "{israel holds: hostages, source: nws}",
                "{israel holds: hostages, through: tem}",
                "{israel demands of: hamas, hostages: 5, firmnes: essential}",
                "{israel offers: hamas, hostags: 5}",
                "{israel demands of: hamas, hostages: 5, firmness: esential}",
                "{israel demands of: hamas, hostages: 5, kind: hostage relaese}",
                "{israel offers: hams, hostages: 5}"))
        .containsExactly(
            "x.yaml:20:6 record[2][hammas accepts]: party or outsider (hammas) is unknown:"
                + " did you mean (hamas)? known here: israel, hamas, qatar, court",
            "x.yaml:21:6 record[3][hamas acepts]: unknown verb (acepts): did you mean (accepts)?",
            "x.yaml:22:21 record[4][hamas accepts]: label (o2) is unknown: did you mean (o1)?"
                + " Offers: o1",
            "x.yaml:23:20 record[5][israel holds]: issue (hostage) is unknown: did you mean"
                + " (hostages)? known here: hostages, end-of-war, hostage-list",
            "x.yaml:24:38 record[6].source: source (nws) is unknown: did you mean (news)?"
                + " known here: news, hamas",
            "x.yaml:25:39 record[7].through: delegation (tem) is unknown: did you mean (team)?"
                + " known here: team",
            "x.yaml:26:45 record[8].firmnes: unknown key (firmnes): did you mean (firmness)?"
                + " known here: id, on, source, through, words, because of, in the name of, firmness,"
                + " sufficient, kind, issues, hostages, end-of-war, hostage-list",
            "x.yaml:27:28 record[9].hostags: unknown key (hostags): did you mean (hostages)?"
                + " known here: id, on, source, through, words, because of, counters, in the name of, until,"
                + " if, instalments, severable, whole, interim, stands alone, open to, denounceable,"
                + " verified by, in force, lasts, replaces,"
                + " amends, brackets, undertakings, issues, hostages, end-of-war, hostage-list",
            "x.yaml:28:55 record[10].firmness: firmness (esential) is unknown: did you mean"
                + " (essential)? use one of precondition, essential, negotiable",
            "x.yaml:29:51 record[11].kind: demand kind (hostage relaese) is unknown: did you mean"
                + " (hostage release)? known here: demand, end of war, withdrawal, prisoner"
                + " release, hostage release, hostage list. A kind of your own is added with"
                + " DemandKinds.with",
            "x.yaml:30:21 record[12][israel offers]: party or outsider (hams) is unknown: did you"
                + " mean (hamas)? known here: israel, hamas, qatar, court");
  }

  @Example
  void an_entry_that_failed_is_passed_over_by_those_that_refer_to_it() {
    assertThat(
            problems(
                "{id: o1, israel offers: hamas, hostages: 120}",
                "{hamas accepts: o1}",
                "{hamas performs: hostages}",
                "{correct: o1, instead: {israel offers: hamas, hostages: 20}}",
                "{deny: [1]}",
                "{israel extends deadline: x, date: 2025}"))
        .containsExactly(
            "x.yaml:19:46 record[1].hostages: 120 persons is above the scale's most (100)");
  }

  @Example
  void what_never_came_about_is_told_when_nothing_failed_before() {
    assertThat(problems("{hamas performs: hostages}"))
        .containsExactly(
            "x.yaml:19:22 record[1][hamas performs]: there is no obligation (hostages):"
                + " none has arisen");
    assertThat(problems("{israel extends deadline: x, date: 2025}"))
        .containsExactly(
            "x.yaml:19:6 record[1][israel extends deadline]: deadline (x) was never set."
                + " No deadline stands");
    assertThat(problems(O1, "{cancel: o1}", "{hamas accepts: o1}"))
        .containsExactly(
            "x.yaml:21:21 record[3][hamas accepts]: hamas cannot accept (o1): it is an entry"
                + " that was cancelled, or corrected to something else; only an offer can be accepted. Offers: none so far");
  }

  @Example
  void a_correction_needs_an_entry_that_tells_a_move() {
    assertThat(problems("{correct: [9], instead: {israel holds: hostages}}"))
        .containsExactly(
            "x.yaml:19:15 record[1].correct: entry [9] does not exist: before this one there is none");
    assertThat(problems(O1, "{correct: [9], instead: {israel holds: hostages}}"))
        .containsExactly(
            "x.yaml:20:15 record[2].correct: entry [9] does not exist: before this one there are"
                + " [1] to [1]");
    assertThat(problems(O1, "{id: x, cancel: o1}", "{cancel: x}"))
        .containsExactly(
            "x.yaml:21:14 record[3].cancel: entry [2] tells no move but is a word on entry [1]:"
                + " correct that one");
    assertThat(problems(O1, "{correct: o1}"))
        .containsExactly("x.yaml:20:5 record[2]: key (instead) is missing");
  }

  @Example
  void labels_keep_the_law_of_identifiers_and_stand_once() {
    assertThat(problems("{id: O1, israel holds: hostages}", "{id: a, israel holds: hostages}"))
        .containsExactly(
            "x.yaml:19:10 record[1].id: label id (O1) has (O) at character 1: use a lower-case"
                + " letter, then lower-case letters, digits, hyphens, such as (o1)");
    assertThat(problems(O1, O1))
        .containsExactly(
            "x.yaml:20:10 record[2].id: label (o1) stands on line 19 already: give each its own");
  }

  @Example
  void a_condition_does_not_refer_to_itself() {
    assertThat(problems("{israel offers: hamas, hostages: 10, if: {hostages: at least 5}}"))
        .containsExactly(
            "x.yaml:19:47 record[1].if.hostages: a condition on (hostages) refers to itself: the"
                + " offer's own terms give (10) there. Leave one of them out");
  }

  @Example
  void a_tie_does_not_refer_to_itself() {
    assertThat(problems("{israel ties: hostages, after: [hostages]}"))
        .containsExactly(
            "x.yaml:19:36 record[1].after: a tie of (hostages) refers to itself: a commitment cannot"
                + " wait for itself. Leave (hostages) out of [hostages]");
  }

  @Example
  void an_instalment_that_can_never_happen_is_told_at_its_trigger() {
    assertThat(
            problems(
                "{israel offers: hamas, hostages: 9, instalments: {a: {hostages: 3, when: after b},"
                    + " b: {hostages: 6, when: after a}}}",
                "{israel offers: hamas, hostages: 9, instalments: {a: {hostages: 3, when: after c}}}",
                "{israel offers: hamas, hostages: 9, instalments: {a: {end-of-war: truce}}}"))
        .containsExactly(
            "x.yaml:19:78 record[1].instalments.a.when: instalment (a) can never happen: its trigger"
                + " waits for (b), which waits for it in turn",
            "x.yaml:20:78 record[2].instalments.a.when: instalment (a) can never happen: its trigger"
                + " waits for (c), which is no instalment of this offer. Instalments: [a]",
            "x.yaml:21:55 record[3].instalments.a: instalment (a) delivers (end-of-war), on which"
                + " the offer gives no value: add it to the terms");
  }

  @Example
  void an_entry_tells_one_act() {
    assertThat(
            problems(
                "{hamas suspends, hamas resumes}",
                "{on: 2025}",
                "just words",
                "{hamas breaks off: yes}",
                "{correct: [1], cancel: [1]}"))
        .containsExactly(
            "x.yaml:19:22 record[1][hamas resumes]: an entry tells one act, and (hamas suspends) is"
                + " one: make (hamas resumes) an entry of its own",
            "x.yaml:20:5 record[2]: an entry needs who does what, such as (hamas accepts: o1): none"
                + " of its keys has a verb",
            "x.yaml:21:5 record[3]: is a text (just words); an entry, such as {hamas accepts: o1,"
                + " on: 2025-01-15}, was expected",
            "x.yaml:22:24 record[4][hamas breaks off]: is a text (yes); nothing was expected after"
                + " this verb",
            "x.yaml:23:5 record[5]: an entry corrects, cancels or denies one entry: keep one of"
                + " these keys");
  }

  @Example
  void a_claim_gives_one_answer_and_an_accusation_has_words() {
    assertThat(
            problems(
                "{hamas claims: how many, figure: 5, answer: yes}",
                "{hamas claims: how many}",
                "{hamas accuses: israel}"))
        .containsExactly(
            "x.yaml:19:20 record[1][hamas claims]: a claim gives one answer, not 2: use figure,"
                + " date, text or answer",
            "x.yaml:20:20 record[2][hamas claims]: a claim gives one answer, not 0: use figure,"
                + " date, text or answer",
            "x.yaml:21:5 record[3]: key (words) is missing");
  }

  @Example
  void everything_wrong_in_the_head_is_told_at_once() {
    assertThat(
            problemsOf(
                """
                parley: 2
                titel: x
                parties:
                  Israel: {name: Israel, role: principle}
                  hamas: {name: Hamas, role: principal}
                outsiders:
                  hamas: {name: Hamas}
                issues:
                  hostages: {from: 100, to: 0, unit: persons, better: {hamas: most}}
                  b: {levels: [one]}
                  c: {levels: [a, b], options: [c, d]}
                delegations:
                  t: {of: hams, name: T, level: midlevel}
                sources:
                  s: {}
                policy: {stall-after: 0, about: five}
                record-to: 2025-01
                record:
                  - {id: o1, hamas offers: israel, hostages: 5}
                  - {hamas accepts: o1}
                  - {hamas accepts: o7}
                """))
        .containsExactly(
            "x.yaml:1:1: key (title) is missing",
            "x.yaml:1:9 parley: version (2) is not known: this library reads version (1)",
            "x.yaml:2:1 titel: unknown key (titel): did you mean (title)? known here: parley, title,"
                + " record-to, policy, parties, outsiders, issues, delegations, ratification, sources, accounts,"
                + " stage-codes, reservations, preferences, rules, record",
            "x.yaml:4:3 parties.Israel: party id (Israel) has (I) at character 1: use a lower-case"
                + " letter, then lower-case letters, digits, hyphens, such as (israel)",
            "x.yaml:4:32 parties.Israel.role: role (principle) is unknown: did you mean (principal)?"
                + " use one of principal, mediator, guarantor, supporter, observer",
            "x.yaml:7:3 outsiders.hamas: party or outsider id (hamas) stands on line 5 already: give"
                + " each its own",
            "x.yaml:9:29 issues.hostages.to: a quantity's most (0) must be above its least (100)",
            "x.yaml:9:63 issues.hostages.better.hamas: better end (most) is unknown: use one of"
                + " more, less",
            "x.yaml:10:15 issues.b.levels: a scale of levels needs 2 or more, not 1: [one]",
            "x.yaml:11:3 issues.c: an issue has one scale, not 2: keep one of levels, options,"
                + " items, or from and to",
            "x.yaml:13:11 delegations.t.of: party (hams) is unknown: did you mean (hamas)? known"
                + " here: hamas",
            "x.yaml:13:33 delegations.t.level: level (midlevel) is unknown: did you mean"
                + " (mid-level)? use one of heads, ministerial, senior, mid-level, technical",
            "x.yaml:15:3 sources.s: source (s) is a statement of nobody: say whom it speaks for, who"
                + " speaks, or that the speaker is anonymous",
            "x.yaml:16:23 policy.stall-after: number (0) must be from 1 to 1000000",
            "x.yaml:16:33 policy.about: is a text (five); a tolerance, such as (5 percent), was"
                + " expected",
            "x.yaml:17:12 record-to: date (2025-01) must be known to the day",
            "x.yaml:21:21 record[3][hamas accepts]: label (o7) is unknown: Offers: none so far");
  }

  @Example
  void a_record_does_not_go_on_after_its_end() {
    String head =
        """
        parley: 1
        title: x
        record-to: 2024-01-31
        parties: {a: {name: A, role: principal}, b: {name: B, role: principal}}
        issues: {i: {levels: [x, y]}}
        record:
          - {a opens round, on: 2024-01-02}
        """;
    assertThat(problemsOf(head + "  - {a closes round, on: 2024-02-01}\n"))
        .containsExactly(
            "x.yaml:3:12 record-to: the record goes on after this day (2024-01-31): entry [2] is dated (2024-02-01). Give a later day, or leave it out");
    assertThat(Scenario.parse("x.yaml", head + "  - {a closes round, on: 2024-01}\n").recordTo())
        .isPresent();
  }

  @Example
  void an_entry_is_named_by_its_label_or_by_its_number_in_brackets() {
    assertThat(
            problemsOf(
                """
                parley: 1
                title: x
                parties: {a: {name: A, role: principal}, b: {name: B, role: principal}}
                issues: {i: {levels: [x, y]}}
                record:
                  - {a opens round}
                  - {cancel: 1}
                """))
        .containsExactly(
            "x.yaml:7:14 record[2].cancel: the number of an entry stands in brackets: [1]");
  }

  @Example
  void a_source_is_of_one_kind_and_the_rest_is_read_on() {
    assertThat(
            problemsOf(
                """
                parley: 1
                title: x
                parties: {a: {name: A, role: principal}, b: {name: B, role: principal}}
                issues: {i: {levels: [x, y]}}
                sources:
                  v: {report: X, document: Y}
                record:
                  - {a meetz}
                """))
        .hasSize(2)
        .first()
        .isEqualTo(
            "x.yaml:6:3 sources.v: a source is one of report, document and statement of: keep one");
  }

  @Example
  void an_agenda_needs_two_principals_and_an_issue() {
    assertThat(
            problemsOf(
                """
                parley: 1
                title: x
                parties:
                  hamas: {name: Hamas, role: principal}
                issues: {wage: {from: 0, to: 9, unit: percent}}
                """))
        .containsExactly(
            "x.yaml:4:3 parties: an agenda needs two principals or more, not 1: [hamas]");
  }
}
