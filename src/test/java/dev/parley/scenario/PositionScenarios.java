package dev.parley.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.demand.Position;
import dev.parley.progress.Progress;
import dev.parley.progress.RoundVerdict;
import dev.parley.progress.Step;
import dev.parley.progress.StepKind;
import dev.parley.report.Transcript;
import dev.parley.talks.DemandLife.DemandState;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Observation;
import dev.parley.talks.Situation.IssueStatus;
import dev.parley.talks.Stage;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;

/** What was said, measured line by line: small records, and what they come to. */
class PositionScenarios {
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

  private static Scenario scenario(String head, String issues, String record) {
    return Scenario.parse("t.yaml", head + issues + "record:\n" + record.indent(2));
  }

  private static Negotiation talks(String head, String issues, String record) {
    return scenario(head, issues, record).negotiation();
  }

  private static final String HOURS = "issues: {hours: {from: 0, to: 40, unit: hours}}\n";

  private static Step step(Negotiation talks, int round, String party, String issue) {
    return talks.round(round).steps().stream()
        .filter(s -> s.party().text().equals(party))
        .filter(s -> s.issue().filter(i -> i.text().equals(issue)).isPresent())
        .findFirst()
        .orElseThrow();
  }

  private static Step step(
      Negotiation talks, int round, String party, String issue, String toward) {
    return talks.round(round).steps().stream()
        .filter(s -> s.party().text().equals(party))
        .filter(s -> s.issue().filter(i -> i.text().equals(issue)).isPresent())
        .filter(s -> s.toward().filter(t -> t.text().equals(toward)).isPresent())
        .findFirst()
        .orElseThrow();
  }

  private static Progress verdict(Negotiation talks, int round) {
    return talks.round(round).progress();
  }

  private static String region(Position position) {
    return position.region().map(Region::describe).orElse("none");
  }

  private static List<RoundVerdict.Remark.Kind> remarks(Negotiation talks, int round) {
    return talks.round(round).remarks().stream().map(RoundVerdict.Remark::kind).toList();
  }

  @Example
  void a_demand_states_the_position_anew_beyond_its_makers_own_offer() {
    Negotiation talks =
        talks(
            TWO,
            HOURS,
            """
            - {port opens round}
            - {port demands of: crew, hours: at most 12}
            - {crew offers: port, hours: 20}
            - {port closes round}
            - {port opens round}
            - {crew demands of: port, hours: at least 36}
            - {port closes round}
            """);
    assertThat(verdict(talks, 2)).isEqualTo(Progress.REGRESSED);
    Step step = step(talks, 2, "crew", "hours");
    assertThat(step.kind()).isEqualTo(StepKind.HARDENED);
    assertThat(step.size().orElseThrow()).isEqualByComparingTo("-16");
    assertThat(region(talks.situation().position("crew", "hours", "port")))
        .isEqualTo("at least 36");
    assertThat(talks.situation().offers()).hasSize(1);
    assertThat(remarks(talks, 2)).contains(RoundVerdict.Remark.Kind.OWN_OFFER_OUTSIDE);
  }

  @Example
  void going_back_on_what_was_signed_reopens() {
    Negotiation talks =
        talks(
            TWO,
            "issues: {hours: {from: 0, to: 40, unit: hours}, rest: {from: 0, to: 9, unit: days}}\n",
            """
            - {port opens round}
            - {port demands of: crew, rest: at most 2}
            - {crew demands of: port, rest: at least 8}
            - {id: deal, port offers: crew, hours: 20}
            - {crew accepts: deal}
            - {port closes round}
            - {port opens round}
            - {crew demands of: port, hours: at least 36}
            - {port closes round}
            """);
    assertThat(verdict(talks, 1)).isEqualTo(Progress.MOVED);
    assertThat(verdict(talks, 2)).isEqualTo(Progress.REGRESSED);
    assertThat(step(talks, 2, "crew", "hours").kind()).isEqualTo(StepKind.REOPENED);
  }

  @Example
  void nothing_is_measured_against_a_demand_that_was_dropped() {
    Negotiation talks =
        talks(
            TWO,
            HOURS,
            """
            - {port opens round}
            - {port demands of: crew, hours: at least 36}
            - {crew offers: port, hours: 16}
            - {port drops: hours}
            - {port closes round}
            - {port opens round}
            - {crew offers: port, hours: 24}
            - {port closes round}
            """);
    assertThat(verdict(talks, 1)).isEqualTo(Progress.MOVED);
    assertThat(step(talks, 1, "port", "hours").kind()).isEqualTo(StepKind.DROPPED);
    assertThat(verdict(talks, 2)).isEqualTo(Progress.STATED);
    Step step = step(talks, 2, "crew", "hours");
    assertThat(step.kind()).isEqualTo(StepKind.CHANGED);
    assertThat(step.size()).isEmpty();
    assertThat(talks.situation().position("port", "hours", "crew").isStated()).isFalse();
  }

  @Example
  void nothing_is_measured_against_an_offer_that_was_withdrawn() {
    Negotiation talks =
        talks(
            TWO,
            HOURS,
            """
            - {port opens round}
            - {id: first, crew offers: port, hours: 32}
            - {port demands of: crew, hours: 20 to 24}
            - {crew withdraws: first}
            - {port closes round}
            - {port opens round}
            - {port amends demand of: crew, hours: 12 to 16}
            - {port closes round}
            """);
    assertThat(verdict(talks, 1)).isEqualTo(Progress.REGRESSED);
    assertThat(verdict(talks, 2)).isEqualTo(Progress.STATED);
    assertThat(step(talks, 2, "port", "hours").kind()).isEqualTo(StepKind.CHANGED);
  }

  @Example
  void words_in_the_place_of_a_number_have_no_gap() {
    String record =
        """
        - {port opens round}
        - {port demands of: crew, days: at most 60}
        - {crew offers: port, days: 180, place: here}
        - {port closes round}
        - {port opens round}
        - {crew offers: port, place: there}
        - {crew demands of: port, days: {in words: until the harbour is safe}}
        - {port closes round}
        """;
    String issues =
        """
        issues:
          days: {from: 0, to: 365, unit: days, better: {crew: more, port: less}}
          place: {options: [here, there]}
        """;
    Negotiation talks = talks(TWO, issues, record);
    assertThat(verdict(talks, 2)).isEqualTo(Progress.STATED);
    Step words = step(talks, 2, "crew", "days");
    assertThat(words.kind()).isEqualTo(StepKind.CHANGED);
    assertThat(words.size()).isEmpty();
    assertThat(step(talks, 2, "crew", "place").kind()).isEqualTo(StepKind.CHANGED);
    assertThat(talks.situation().gaps(IssueId.of("days")).get(0).size()).isEmpty();
    assertThat(talks.situation().position("crew", "days", "port").toString())
        .contains("until the harbour is safe");
    Negotiation later =
        talks(
            TWO,
            issues,
            record
                + """
                - {port opens round}
                - {crew offers: port, days: 90}
                - {port closes round}
                """);
    Step figure = step(later, 3, "crew", "days");
    assertThat(figure.kind()).isEqualTo(StepKind.CONCEDED);
    assertThat(figure.size().orElseThrow()).isEqualByComparingTo("90");
  }

  @Example
  void whether_words_were_met_cannot_be_told() {
    Negotiation talks =
        talks(
            TWO,
            "issues: {days: {from: 0, to: 365, unit: days, better: {crew: more, port: less}}}\n",
            """
            - {crew demands of: port, days: {in words: many}, on: 2020-01-01}
            - {id: deal, port offers: crew, days: 1, on: 2020-01-02}
            - {crew accepts: deal, on: 2020-01-03}
            """);
    assertThat(state(talks, "crew", "days")).contains(DemandState.CANNOT_TELL);
  }

  private static Optional<DemandState> state(Negotiation talks, String party, String issue) {
    return talks.situation().demands().entrySet().stream()
        .filter(e -> e.getKey().by().text().equals(party))
        .flatMap(e -> e.getValue().on(IssueId.of(issue)).stream())
        .findFirst();
  }

  @Example
  void the_state_of_a_demand_is_kept_for_each_issue() {
    Negotiation talks =
        talks(
            TWO,
            """
            issues:
              pay: {levels: [none, half, full], better: {crew: more, port: less}}
              leave: {levels: [no, yes], better: {crew: more, port: less}}
            """,
            """
            - {crew opens round, on: 2020-01-01}
            - {crew demands of: port, pay: full, leave: yes, firmness: essential, on: 2020-01-01}
            - {id: deal, port offers: crew, pay: half, severable: yes, on: 2020-01-02}
            - {crew accepts: deal, parts: pay, on: 2020-01-03}
            - {crew closes round, on: 2020-01-03}
            - {crew opens round, on: 2020-02-01}
            - {crew amends demand of: port, leave: yes, firmness: essential, on: 2020-02-01}
            - {crew closes round, on: 2020-02-02}
            """);
    assertThat(verdict(talks, 1)).isEqualTo(Progress.MOVED);
    Step step = step(talks, 1, "crew", "pay");
    assertThat(step.kind()).isEqualTo(StepKind.CONCEDED);
    assertThat(step.describe()).contains("STATED full, then CONCEDED by 1");
    assertThat(state(talks, "crew", "pay")).contains(DemandState.NOT_MET);
    assertThat(state(talks, "crew", "leave").filter(DemandState::stands)).isPresent();
    assertThat(step(talks, 2, "crew", "leave").kind()).isEqualTo(StepKind.HELD);
  }

  @Example
  void a_demand_dropped_towards_two_is_reopened_towards_each() {
    Negotiation talks =
        talks(
            THREE,
            HOURS,
            """
            - {port opens round}
            - {port demands of: [crew, town], hours: at least 32}
            - {port drops: hours}
            - {port closes round}
            - {port opens round}
            - {port demands of: town, hours: at least 32}
            - {port closes round}
            - {port opens round}
            - {port demands of: crew, hours: at least 32}
            - {port closes round}
            """);
    assertThat(verdict(talks, 1)).isEqualTo(Progress.MOVED);
    assertThat(verdict(talks, 2)).isEqualTo(Progress.REGRESSED);
    assertThat(verdict(talks, 3)).isEqualTo(Progress.REGRESSED);
    assertThat(step(talks, 2, "port", "hours", "town").kind()).isEqualTo(StepKind.REOPENED);
    assertThat(step(talks, 3, "port", "hours", "crew").kind()).isEqualTo(StepKind.REOPENED);
    assertThat(talks.situation().stage()).isEqualTo(Stage.AT_IMPASSE);
  }

  @Example
  void what_one_was_never_asked_is_stated_to_it_and_not_reopened() {
    Negotiation talks =
        talks(
            THREE,
            HOURS,
            """
            - {port opens round}
            - {port demands of: crew, hours: at least 32}
            - {port drops: hours}
            - {port closes round}
            - {port opens round}
            - {port demands of: [crew, town], hours: at least 32}
            - {port closes round}
            """);
    assertThat(step(talks, 2, "port", "hours", "crew").kind()).isEqualTo(StepKind.REOPENED);
    assertThat(step(talks, 2, "port", "hours", "town").kind()).isEqualTo(StepKind.STATED);
  }

  @Example
  void an_opening_bid_and_a_move_in_one_round_are_both_told() {
    Negotiation talks =
        talks(
            TWO,
            "issues: {pilots: {from: 0, to: 20, unit: pilots, better: {crew: more, port: less}}}\n",
            """
            - {port opens round, on: 2020-05-25}
            - {port offers: crew, pilots: 1, on: 2020-05-25}
            - {port closes round, on: 2020-05-25}
            - {port opens round, on: 2020-06-04}
            - {crew offers: port, pilots: 10, on: 2020-06-04}
            - {id: deal, port attests with: crew, pilots: 7, on: 2020-06-08}
            - {crew attests with: port, same as: deal, on: 2020-06-08}
            - {port closes round, on: 2020-06-08}
            """);
    assertThat(verdict(talks, 2)).isEqualTo(Progress.MOVED);
    Step crew = step(talks, 2, "crew", "pilots");
    assertThat(crew.kind()).isEqualTo(StepKind.CONCEDED);
    assertThat(crew.size().orElseThrow()).isEqualByComparingTo("3");
    assertThat(crew.opening().map(Region::describe)).contains("at least 10");
    assertThat(step(talks, 2, "port", "pilots").size().orElseThrow()).isEqualByComparingTo("6");
    assertThat(talks.round(2).closed()).containsExactly(IssueId.of("pilots"));
  }

  @Example
  void a_harder_condition_is_an_escalation() {
    Negotiation talks =
        talks(
            TWO,
            "issues: {hours: {from: 0, to: 40, unit: hours}, days: {from: 0, to: 90, unit:"
                + " days}}\n",
            """
            - {port opens round}
            - {port offers: crew, hours: 20, if: {days: at least 30}}
            - {port closes round}
            - {port opens round}
            - {port offers: crew, hours: 20, if: {days: at least 60}}
            - {port closes round}
            """);
    assertThat(verdict(talks, 2)).isEqualTo(Progress.REGRESSED);
    Step step = step(talks, 2, "port", "days");
    assertThat(step.kind()).isEqualTo(StepKind.HARDENED);
    assertThat(step.size()).isEmpty();
    assertThat(remarks(talks, 2)).containsExactly(RoundVerdict.Remark.Kind.ESCALATION);
  }

  @Example
  void a_condition_that_is_given_up_is_a_concession_and_a_new_one_is_not() {
    String issues =
        "issues: {hours: {from: 0, to: 40, unit: hours}, days: {from: 0, to: 90, unit: days}}\n";
    Negotiation without =
        talks(
            TWO,
            issues,
            """
            - {port opens round}
            - {port offers: crew, hours: 20, if: {days: at least 30}}
            - {port closes round}
            - {port opens round}
            - {port offers: crew, hours: 20}
            - {port closes round}
            """);
    assertThat(verdict(without, 2)).isEqualTo(Progress.MOVED);
    assertThat(step(without, 2, "port", "hours").kind()).isEqualTo(StepKind.CONCEDED);
    Negotiation with =
        talks(
            TWO,
            issues,
            """
            - {port opens round}
            - {port offers: crew, hours: 20}
            - {port closes round}
            - {port opens round}
            - {port offers: crew, hours: 20, if: {days: at least 30}}
            - {port closes round}
            """);
    assertThat(verdict(with, 2)).isEqualTo(Progress.REGRESSED);
    assertThat(step(with, 2, "port", "hours").kind()).isEqualTo(StepKind.HARDENED);
  }

  @Example
  void a_precondition_that_becomes_negotiable_is_a_concession() {
    String record =
        """
        - {port opens round}
        - {port demands of: crew, hours: at least 32, firmness: precondition}
        - {crew demands of: port, hours: at most 12}
        - {port closes round}
        - {port opens round}
        - {port amends demand of: crew, hours: at least 32, firmness: negotiable}
        - {port closes round}
        """;
    Negotiation talks = talks(TWO, HOURS, record);
    assertThat(verdict(talks, 2)).isEqualTo(Progress.MOVED);
    Step step = step(talks, 2, "port", "hours");
    assertThat(step.kind()).isEqualTo(StepKind.CONCEDED);
    assertThat(step.size()).isEmpty();
    Negotiation firmer =
        talks(
            TWO,
            HOURS,
            record
                .replace("precondition", "NEG")
                .replace("negotiable", "essential")
                .replace("NEG", "negotiable"));
    assertThat(step(firmer, 2, "port", "hours").kind()).isEqualTo(StepKind.HARDENED);
  }

  @Example
  void a_tie_that_is_given_up_is_a_concession() {
    Negotiation talks =
        talks(
            TWO,
            "issues: {pay: {from: 0, to: 9, unit: per cent}, rest: {from: 0, to: 9, unit: days}}\n",
            """
            - {port opens round}
            - {port demands of: crew, pay: at most 3}
            - {port ties: pay, together with: rest}
            - {port closes round}
            - {port opens round}
            - {port unties: pay}
            - {port closes round}
            """);
    assertThat(verdict(talks, 1)).isEqualTo(Progress.STATED);
    assertThat(verdict(talks, 2)).isEqualTo(Progress.MOVED);
    assertThat(step(talks, 2, "port", "pay").kind()).isEqualTo(StepKind.CONCEDED);
    assertThat(talks.situation().ties()).isEmpty();
  }

  private static final String PAY_AND_REST =
      "issues: {pay: {from: 0, to: 9, unit: per cent}, rest: {from: 0, to: 9, unit: days}}\n";

  @Example
  void a_tie_that_is_made_and_given_up_in_one_round_is_neither() {
    Negotiation talks =
        talks(
            TWO,
            PAY_AND_REST,
            """
            - {port opens round}
            - {port demands of: crew, pay: at most 3}
            - {port closes round}
            - {port opens round}
            - {port ties: pay, together with: rest}
            - {port unties: pay}
            - {port closes round}
            """);
    assertThat(step(talks, 2, "port", "pay").kind()).isEqualTo(StepKind.HELD);
    assertThat(verdict(talks, 2)).isNotIn(Progress.MOVED, Progress.REGRESSED, Progress.MIXED);
  }

  @Example
  void a_tie_that_is_given_up_and_made_again_is_neither_and_a_narrower_one_concedes() {
    String record =
        """
        - {port opens round}
        - {port demands of: crew, pay: at most 3}
        - {port ties: pay, after: [rest, hours]}
        - {port closes round}
        - {port opens round}
        - {port unties: pay}
        - {port ties: pay, after: [rest, hours]}
        - {port closes round}
        """;
    String three = PAY_AND_REST.replace("}}", "}, hours: {from: 0, to: 9, unit: hours}}");
    assertThat(step(talks(TWO, three, record), 2, "port", "pay").kind()).isEqualTo(StepKind.HELD);
    String narrower = record.replaceFirst("(?s)(unties.*)\\[rest, hours\\]", "$1[rest]");
    assertThat(step(talks(TWO, three, narrower), 2, "port", "pay").kind())
        .isEqualTo(StepKind.CONCEDED);
  }

  @Example
  void a_tie_that_is_given_up_where_nothing_stood_concedes_nothing() {
    Negotiation talks =
        talks(
            TWO,
            PAY_AND_REST,
            """
            - {port opens round}
            - {port ties: pay, together with: rest}
            - {port closes round}
            - {port opens round}
            - {port unties: pay}
            - {port closes round}
            """);
    assertThat(verdict(talks, 2)).isEqualTo(Progress.UNREPORTED);
    assertThat(talks.round(2).steps()).isEmpty();
  }

  @Example
  void a_new_issue_after_an_offer_of_the_whole_is_a_new_condition() {
    Negotiation talks =
        talks(
            TWO,
            "issues: {hours: {from: 0, to: 40, unit: hours}, badge: {levels: [no, yes]}}\n",
            """
            - {port opens round}
            - {crew demands of: port, hours: at least 32}
            - {port offers: crew, hours: 24, whole: yes}
            - {port closes round}
            - {port opens round}
            - {port demands of: crew, badge: yes}
            - {port closes round}
            """);
    assertThat(verdict(talks, 2)).isEqualTo(Progress.REGRESSED);
    Step step = step(talks, 2, "port", "badge");
    assertThat(step.kind()).isEqualTo(StepKind.HARDENED);
    assertThat(step.size()).isEmpty();
  }

  private static final String EITHER_OR =
      """
      - {port opens round}
      - port offers one of: crew
        alternatives:
          low: {hours: 12, if: {rest: at least 5}}
          high: {hours: 32, if: {rest: at least 9}}
      """;

  private static final String HOURS_AND_REST =
      "issues: {hours: {from: 0, to: 40, unit: hours}, rest: {from: 0, to: 10, unit: days}}\n";

  @Example
  void withdrawing_one_alternative_takes_out_its_own_values_only() {
    Negotiation talks = talks(TWO, HOURS_AND_REST, EITHER_OR + "- {port withdraws: high}\n");
    assertThat(region(talks.situation().position("port", "hours", "crew"))).isEqualTo("12");
    assertThat(region(talks.situation().position("port", "rest", "crew"))).isEqualTo("at least 5");
    assertThat(talks.situation().offers()).hasSize(1);
  }

  @Example
  void improving_one_alternative_leaves_it_one_of_them() {
    Negotiation talks =
        talks(
            TWO,
            "issues: {hours: {from: 0, to: 40, unit: hours}, rest: {from: 0, to: 10, unit:"
                + " days}}\n",
            """
            - {port opens round}
            - port offers one of: crew
              alternatives:
                long: {hours: 32}
                easy: {rest: 6}
            - {id: better, port offers: crew, hours: 36}
            - {crew accepts: better}
            """);
    assertThat(talks.situation().offers()).isEmpty();
    assertThat(talks.situation().closed().keySet()).containsExactly(IssueId.of("hours"));
  }

  @Example
  void repeating_an_offer_loses_nothing_of_what_was_accepted_of_it() {
    Negotiation talks =
        talks(
            TWO,
            HOURS_AND_REST,
            """
            - {port opens round}
            - {id: one, port offers: crew, hours: 20, rest: 5, severable: yes}
            - {crew accepts: one, parts: hours}
            - {id: two, port offers: crew, hours: 20, rest: 5, severable: yes}
            """);
    assertThat(talks.situation().offers().values().iterator().next().accepted())
        .containsKey(ActorId.of("crew"));
    assertThat(talks.situation().offers().values().iterator().next().open().get(ActorId.of("crew")))
        .containsExactly(IssueId.of("rest"));
  }

  @Example
  void what_was_left_undisputed_is_open_no_more() {
    Negotiation talks =
        talks(
            TWO,
            """
            issues:
              air: {levels: [barred, free], better: {crew: more, port: less}}
              flag: {levels: [not named, named], better: {crew: more, port: less}}
              men: {levels: [all, some], better: {port: more, crew: less}}
            """,
            """
            - {port opens round, on: 2020-04-01}
            - {crew demands of: port, air: free, flag: named, men: all, on: 2020-04-02}
            - {port demands of: crew, air: barred, flag: not named, men: some, on: 2020-04-02}
            - {port closes round, on: 2020-04-02}
            - {port opens round, on: 2020-04-28}
            - {id: whole, port offers: crew, air: free, flag: not named, men: some, on: 2020-04-28}
            - {crew rejects: whole, undisputed: [air, flag], on: 2020-05-02}
            - {port closes round, on: 2020-05-02}
            """);
    assertThat(verdict(talks, 2)).isEqualTo(Progress.MOVED);
    assertThat(talks.round(2).openBefore()).isEqualTo(3);
    assertThat(talks.round(2).openAfter()).isEqualTo(1);
    assertThat(talks.situation().status(IssueId.of("flag"))).isEqualTo(IssueStatus.MET);
  }

  @Example
  void an_impasse_ends_by_a_move_and_by_nothing_else() {
    String record =
        """
        - {port opens round}
        - {port demands of: crew, hours: at least 32}
        - {crew demands of: port, hours: at most 8}
        - {port closes round}
        - {port declares impasse}
        - {crew declares impasse}
        - {port suspends}
        - {port resumes}
        """;
    assertThat(talks(TWO, HOURS, record).situation().stage()).isEqualTo(Stage.AT_IMPASSE);
    assertThat(talks(TWO, HOURS, record + "- {port opens round}\n").situation().stage())
        .isEqualTo(Stage.AT_IMPASSE);
    assertThat(
            talks(TWO, HOURS, record + "- {port amends demand of: crew, hours: at least 30}\n")
                .situation()
                .stage())
        .isEqualTo(Stage.IN_RECESS);
  }

  @Example
  void talks_are_broken_off_until_those_who_left_are_back() {
    String record =
        """
        - {port opens round}
        - {port suspends}
        - {crew breaks off}
        """;
    assertThat(talks(TWO, HOURS, record).situation().stage()).isEqualTo(Stage.BROKEN_OFF);
    assertThat(talks(TWO, HOURS, record + "- {crew resumes}\n").situation().stage())
        .isEqualTo(Stage.SUSPENDED);
  }

  @Example
  void carrying_out_is_contact() {
    Scenario scenario =
        scenario(
            TWO,
            HOURS,
            """
            - {port opens round, on: 2024-01-01}
            - id: deal
              port offers: crew
              hours: 20
              undertakings: {one: {by: port, what: pays}, two: {by: crew, what: sails}}
              on: 2024-01-01
            - {crew accepts: deal, on: 2024-01-02}
            - {port closes round, on: 2024-01-02}
            - {port ratifies, on: 2024-03-20}
            - {crew ratifies, on: 2024-03-25}
            - {port performs: one, degree: minimal, on: 2024-04-08}
            """);
    assertThat(scenario.negotiation().observe(LocalDate.parse("2024-04-10")))
        .noneMatch(o -> o.kind() == Observation.Kind.DORMANT);
  }

  @Example
  void a_party_meets_somebody_and_nobody_is_a_place() {
    Scenario scenario =
        scenario(
            THREE,
            HOURS,
            """
            - {port opens round}
            - {port meets: town, in: geneva}
            - {port meets: geneva}
            """);
    assertThat(scenario.negotiation().situation().tracks()).containsExactly("geneva");
    assertThat(Scenario.parse("again.yaml", scenario.write()).negotiation().situation())
        .isEqualTo(scenario.negotiation().situation());
  }

  @Example
  void a_party_is_no_place_to_meet_in_unless_a_track_has_its_name() {
    String file =
        TWO
            + HOURS_AND_REST
            + """
            record:
              - {port opens round: geneva}
              - {port meets: crew, in: crew}
            """;
    assertThat(ShortOnes.problemsOf(file))
        .containsExactly(
            "x.yaml:7:6 record[2][port meets]: port cannot hold a meeting in (crew), who is on the"
                + " agenda and no track of this round. Say that it meets (crew), or open a round on"
                + " that track");
    assertThat(ShortOnes.problemsOf(file.replace("round: geneva", "round: crew"))).isEmpty();
  }

  @Example
  void an_offer_beyond_the_mandate_is_refused_in_play_and_a_finding_on_record() {
    String head =
        TWO
            + "delegations: {team: {of: port, name: the team, level: technical,"
            + " mandate: {rest: final, otherwise: none}}}\n";
    Scenario scenario =
        scenario(
            head,
            HOURS_AND_REST,
            """
            - {port opens round}
            - {port offers: crew, hours: 12, through: team}
            """);
    assertThat(scenario.findings().values().toString()).contains("team (technical) cannot offer");
  }

  @Example
  void a_consent_ad_referendum_that_is_refused_restores_what_stood_before() {
    Negotiation talks =
        talks(
            TWO,
            "issues: {pay: {from: 0, to: 50, unit: percent, better: {crew: more, port: less}}}\n",
            """
            - {crew opens round, on: 2024-01-01}
            - {crew demands of: port, pay: at least 40, on: 2024-01-01}
            - {port offers: crew, pay: 10, on: 2024-01-02}
            - {port closes round, on: 2024-01-03}
            - {port opens round, on: 2024-02-01}
            - {id: second, port offers: crew, pay: 25, on: 2024-02-01}
            - {crew accepts: second, ad referendum: yes, on: 2024-02-02}
            - {crew rejects: second, on: 2024-02-09, words: the members vote no}
            - {port closes round, on: 2024-02-09}
            """);
    assertThat(verdict(talks, 2)).isEqualTo(Progress.MOVED);
    assertThat(step(talks, 2, "port", "pay").size().orElseThrow()).isEqualByComparingTo("15");
    assertThat(step(talks, 2, "crew", "pay").kind()).isEqualTo(StepKind.RESTORED);
    assertThat(region(talks.situation().position("crew", "pay", "port"))).isEqualTo("at least 40");
    assertThat(talks.situation().gaps(IssueId.of("pay")).get(0).size().orElseThrow())
        .isEqualByComparingTo("15");
  }

  @Example
  void an_answer_between_two_corrections_is_read_by_the_second_also_in_a_later_round() {
    Negotiation talks =
        talks(
            TWO,
            HOURS,
            """
            - {port opens round}
            - {id: o, port offers: crew, hours: 20}
            - {correct: o, instead: {port offers: crew, hours: 30}}
            - {crew closes round}
            - {crew opens round}
            - {port accepts: o, ad referendum: yes}
            - {correct: o, instead: {port offers: crew, hours: 20}}
            - {crew closes round}
            """);
    assertThat(step(talks, 2, "port", "hours").kind())
        .as("saying its own offer again")
        .isEqualTo(StepKind.HELD);
  }

  @Example
  void what_was_left_undisputed_counts_as_consent_once_a_later_consent_has_fallen() {
    Negotiation talks =
        talks(
            TWO,
            HOURS,
            """
            - {port opens round}
            - {crew offers: port, hours: 10}
            - {port offers: crew, hours: 30}
            - {port closes round}
            - {port opens round}
            - {id: first, port offers: crew, hours: 28}
            - {crew rejects: first, undisputed: hours}
            - {id: next, port offers: crew, hours: 32}
            - {crew accepts: next, ad referendum: yes}
            - {port offers: crew, hours: 4}
            - {crew holds: hours}
            - {crew closes round}
            """);
    Step step = step(talks, 2, "crew", "hours");
    assertThat(step.kind()).isEqualTo(StepKind.CONCEDED);
    assertThat(step.size().orElseThrow()).isEqualByComparingTo("18");
  }

  @Example
  void an_earlier_consent_is_measured_again_once_a_later_one_has_fallen() {
    Negotiation talks =
        talks(
            TWO,
            HOURS,
            """
            - {id: first, crew offers: port, hours: 3}
            - {id: second, port offers: crew, hours: 8, counters: first}
            - {crew attests with: port, hours: 7}
            - {crew accepts: second, ad referendum: yes}
            - {port opens round}
            - {port withdraws: second}
            - {crew holds: hours}
            - {port closes round}
            """);
    Step step = step(talks, 1, "crew", "hours");
    assertThat(step.kind()).isEqualTo(StepKind.CONCEDED);
    assertThat(step.size().orElseThrow()).isEqualByComparingTo("4");
  }

  @Example
  void the_conditions_of_a_consent_fall_with_the_last_part_of_it() {
    Negotiation talks =
        talks(
            TWO,
            HOURS_AND_REST.replace("issues: {", "issues: {pay: {from: 0, to: 9, unit: euros}, "),
            """
            - {id: o, port offers: crew, hours: 20, pay: 3, if: {rest: at most 2}, severable: yes}
            - {crew accepts: o, parts: [hours], ad referendum: yes}
            - {port offers: crew, hours: 30}
            """);
    assertThat(region(talks.situation().position("crew", "hours", "port"))).isEqualTo("none");
    assertThat(region(talks.situation().position("crew", "rest", "port"))).isEqualTo("none");
  }

  @Example
  void what_is_agreed_under_a_condition_that_has_failed_overtakes_nothing() {
    Scenario scenario =
        scenario(
            TWO,
            HOURS_AND_REST,
            """
            - {id: first, crew offers: port, rest: 1, if: {hours: 40}}
            - {id: second, port offers: crew, rest: 5}
            - {id: third, port offers: crew, hours: 15}
            - {crew accepts: third}
            - {port accepts: first}
            - {crew accepts: second}
            """);
    assertThat(scenario.findings().values()).isEmpty();
    assertThat(region(scenario.negotiation().situation().position("port", "rest", "crew")))
        .isEqualTo("5");
  }

  @Example
  void the_identical_offer_made_again_loses_nothing_of_what_an_acceptance_has_signed() {
    String accepted =
        """
        - {port opens round}
        - {id: o, port offers: [crew, town], hours: 20, if: {rest: {in words: a quiet one}},
            severable: yes}
        - {crew accepts: o}
        %s- {port closes round}
        - {port opens round}
        - {port offers: [crew, town], hours: 30}
        - {port closes round}
        """;
    String again =
        "- {port offers: [crew, town], hours: 20, if: {rest: {in words: a quiet one}},"
            + " severable: yes}\n";
    Negotiation once = talks(THREE, HOURS_AND_REST, accepted.formatted(""));
    Negotiation twice = talks(THREE, HOURS_AND_REST, accepted.formatted(again));
    assertThat(twice.situation().agreements()).isEqualTo(once.situation().agreements());
    assertThat(step(twice, 2, "port", "hours", "crew").kind())
        .isEqualTo(step(once, 2, "port", "hours", "crew").kind());
  }

  @Example
  void what_was_enough_and_was_met_moves_the_goalposts_though_the_offer_is_over() {
    String met =
        """
        - {port opens round}
        - {crew demands of: port, hours: at least 20, sufficient: yes}
        - {id: o, port offers: crew, hours: 25}
        %s
        - {port closes round}
        - {port opens round}
        - {crew amends demand of: port, hours: at least 30}
        - {port closes round}
        """;
    for (String over :
        List.of(
            "- {port withdraws: o}",
            "- {crew rejects: o}",
            "- {crew accepts: o, ad referendum: yes}\n- {crew rejects: o}")) {
      assertThat(talks(TWO, HOURS, met.formatted(over)).round(2).remarks())
          .extracting(r -> r.kind().name())
          .containsExactly("MOVED_GOALPOSTS");
    }
  }

  @Example
  void a_figure_after_words_is_measured_from_the_last_one_and_cites_both() {
    Negotiation talks =
        talks(
            TWO,
            HOURS,
            """
            - {port opens round}
            - {crew demands of: port, hours: at most 10}
            - {port offers: crew, hours: 30}
            - {port closes round}
            - {port opens round}
            - {port demands of: crew, hours: {in words: as long as it takes}}
            - {port closes round}
            - {port opens round}
            - {port offers: crew, hours: 20}
            - {port closes round}
            """);
    Step words = step(talks, 2, "port", "hours", "crew");
    assertThat(words.kind()).isEqualTo(StepKind.CHANGED);
    assertThat(words.words()).contains("as long as it takes");
    assertThat(words.lastFigure()).isEmpty();
    assertThat(step(talks, 3, "port", "hours", "crew").describe())
        .isEqualTo(
            "port on hours towards crew: CONCEDED by 10 hours, 30 -> 20 [9], from its last figure [3] [6]");
    assertThat(Transcript.of(talks).text())
        .contains(
            "CHANGED: 30 hours -> \"as long as it takes\"", "figure [3], in words between [6]");
  }

  @Example
  void an_own_offer_that_stands_outside_is_told_though_a_demand_came_between() {
    Negotiation talks =
        talks(
            TWO,
            HOURS,
            """
            - {port opens round}
            - {port offers: crew, hours: 10}
            - {port demands of: crew, hours: at most 30}
            - {port amends demand of: crew, hours: at least 20}
            - {port closes round}
            """);
    assertThat(talks.round(1).remarks())
        .extracting(r -> r.kind().name())
        .contains("OWN_OFFER_OUTSIDE");
  }

  @Example
  void steps_are_in_the_order_of_the_agenda() {
    Negotiation talks =
        talks(
            THREE,
            HOURS,
            """
            - {port opens round}
            - {town demands of: all, hours: 10}
            - {port demands of: all, hours: 20}
            - {port closes round}
            """);
    List<ActorId> parties = talks.round(1).steps().stream().map(Step::party).toList();
    assertThat(parties)
        .isSortedAccordingTo(
            Comparator.comparing(p -> List.of("port", "crew", "town").indexOf(p.text())));
  }
}
