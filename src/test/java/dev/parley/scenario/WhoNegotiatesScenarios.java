package dev.parley.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Party;
import dev.parley.agenda.Party.Role;
import dev.parley.agenda.Scale;
import dev.parley.agreement.Agreement;
import dev.parley.agreement.AgreementStage;
import dev.parley.analysis.stability.RecordedConflict;
import dev.parley.demand.Line;
import dev.parley.evidence.Attribution;
import dev.parley.evidence.EntryId;
import dev.parley.progress.Progress;
import dev.parley.progress.Step;
import dev.parley.report.Transcript;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Situation.IssueStatus;
import dev.parley.talks.Stage;
import java.util.List;
import net.jqwik.api.Example;

/** A party is admitted, leaves, or is excluded, while the talks go on. */
class WhoNegotiatesScenarios {
  private static final String HEAD =
      """
      parley: 1
      title: t
      parties:
        port: {name: Port, role: principal}
        crew: {name: Crew, role: principal}
        town: {name: Town, role: principal}
        firm: {name: Firm, role: [observer, supporter]}
        judge: {name: Judge, role: mediator}
      outsiders: {press: {name: Press}}
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

  private static List<String> findings(String record) {
    return scenario(record).findings().values().stream().map(Object::toString).toList();
  }

  private static Line line(String by, String issue, String toward) {
    return new Line(ActorId.of(by), IssueId.of(issue), ActorId.of(toward));
  }

  private static List<String> principals(Negotiation talks) {
    return talks.agenda().principals().stream().map(ActorId::text).toList();
  }

  @Example
  void one_who_is_admitted_negotiates_from_then_on() {
    String before = "- {port opens round}\n- {port demands of: all, pay: at most 20}\n";
    Negotiation talks =
        talks(
            before
                + """
                - {judge admits: firm}
                - {firm demands of: port, pay: at least 70}
                - {port closes round}
                """);
    assertThat(findings(before + "- {judge admits: firm}\n")).isEmpty();
    assertThat(principals(talks)).containsExactly("port", "crew", "town", "firm");
    assertThat(talks.situation().position(line("firm", "pay", "port")).isStated()).isTrue();
    assertThat(talks.situation().position(line("port", "pay", "firm")).isStated())
        .as("nobody has asked this one anything")
        .isFalse();
    assertThat(talks.agenda().partyList().get(3).roles()).hasSize(3);
  }

  @Example
  void what_all_sign_is_signed_by_those_who_are_in_the_talks() {
    String two =
        """
        - {port opens round}
        - {id: o, port offers: crew, pay: 50, rest: 3}
        - {crew accepts: o}
        """;
    assertThat(talks(two).situation().stage()).isEqualTo(Stage.IN_SESSION);
    assertThat(talks(two + "- {town leaves talks}\n").situation().stage())
        .isEqualTo(Stage.CONCLUDED);
    assertThat(talks(two + "- {town leaves talks}\n- {judge admits: town}\n").situation().stage())
        .isEqualTo(Stage.IN_SESSION);
  }

  @Example
  void what_stood_open_with_one_who_leaves_is_over_and_what_it_said_is_gone() {
    Negotiation talks =
        talks(
            """
            - {port opens round}
            - {town demands of: all, rest: at least 5, firmness: essential}
            - {port demands of: town, rest: at most 1}
            - {port demands of: [crew, town], pay: at most 20}
            - {id: a, town offers: crew, pay: 10}
            - {id: b, port offers: [crew, town], pay: 30}
            - {id: c, judge proposes to: [port, crew, town], rest: 2}
            - {crew accepts: b}
            - {town ties: pay, after: rest}
            - {town declares impasse}
            - {judge excludes: town}
            """);
    assertThat(principals(talks)).containsExactly("port", "crew");
    assertThat(talks.situation().offers().values())
        .as("what the judge has proposed stands with the others")
        .singleElement()
        .satisfies(s -> assertThat(s.open().keySet()).doesNotContain(ActorId.of("town")));
    assertThat(talks.situation().demands()).hasSize(1);
    assertThat(talks.situation().ties()).isEmpty();
    assertThat(talks.situation().impasseDeclared()).isEmpty();
    assertThat(talks.agreements())
        .extracting(Agreement::stage)
        .containsOnly(AgreementStage.REFUSED);
    assertThat(talks.situation().position(line("port", "pay", "crew")).isStated()).isTrue();
  }

  @Example
  void what_one_who_leaves_has_signed_binds_it_as_before() {
    String record =
        """
        - {port opens round}
        - {id: o, port offers: town, pay: 50}
        - {town accepts: o}
        - {town leaves talks}
        - {port performs: o/pay}
        """;
    Agreement signed = talks(record).agreements().get(0);
    assertThat(findings(record)).isEmpty();
    assertThat(signed.stage()).isEqualTo(AgreementStage.FULFILLED);
    assertThat(signed.accord().bound()).contains(ActorId.of("town"));
    assertThat(talks(record).situation().status(IssueId.of("pay")))
        .isNotEqualTo(IssueStatus.CLOSED);
  }

  @Example
  void what_was_signed_before_stands_again_with_one_who_is_admitted_anew() {
    String back =
        """
        - {port opens round}
        - {id: o, port offers: town, pay: 50}
        - {town accepts: o}
        - {town leaves talks}
        - {port closes round}
        - {port opens round}
        - {judge admits: town}
        """;
    Negotiation talks = talks(back + "- {port closes round}\n");
    assertThat(talks.situation().position(line("town", "pay", "port")).toString()).isEqualTo("50");
    assertThat(talks.situation().settled())
        .extracting(s -> s.one() + " " + s.other())
        .containsExactly("port town");
    assertThat(talks.round(2).progress())
        .as("nothing was settled in it that was not before")
        .isEqualTo(Progress.UNREPORTED);
    Negotiation reopened =
        talks(back + "- {town demands of: port, pay: at least 70}\n- {port closes round}\n");
    assertThat(reopened.round(2).steps())
        .extracting(Step::describe)
        .containsExactly("town on pay towards port: REOPENED, 50 -> at least 70 [8]");
  }

  @Example
  void who_must_ratify_must_also_once_it_has_left() {
    String head = HEAD + "ratification: all\n";
    String record =
        """
        record:
          - {id: o, port offers: town, pay: 50}
          - {town accepts: o}
          - {town leaves talks}
          - {port ratifies: o}
        """;
    assertThat(stage(head + record)).isEqualTo(AgreementStage.SIGNED);
    assertThat(stage(head + record + "  - {town ratifies: o}\n"))
        .isEqualTo(AgreementStage.IN_FORCE);
  }

  private static AgreementStage stage(String file) {
    return Scenario.parse("t.yaml", file).negotiation().agreements().get(0).stage();
  }

  @Example
  void talks_that_waited_for_one_who_leaves_go_on() {
    assertThat(talks("- {town breaks off}\n- {town leaves talks}\n").situation().stage())
        .isEqualTo(Stage.IN_RECESS);
    assertThat(
            talks("- {port opens round}\n- {town suspends}\n- {port excludes: town}\n")
                .situation()
                .stage())
        .isEqualTo(Stage.IN_SESSION);
  }

  @Example
  void nobody_need_be_named_who_admits_or_excludes() {
    String record =
        "- {admitted to talks: firm, on: 2024-01-02}\n- {excluded from talks: town, on: 2024-01-03}\n";
    assertThat(findings(record)).isEmpty();
    assertThat(Transcript.of(scenario(record)).text())
        .contains("Firm is admitted to the talks", "Town is excluded from the talks")
        .contains("negotiating   Port, Crew and Firm, since [1] [2]");
  }

  @Example
  void what_cannot_be_is_refused_in_words() {
    assertThat(findings("- {judge admits: crew}\n"))
        .singleElement()
        .asString()
        .contains("(crew) is a principal already. Who can be admitted: firm, judge");
    assertThat(findings("- {judge admits: press}\n"))
        .singleElement()
        .asString()
        .contains(
            "(press) cannot be admitted: it is an outsider. Who can be admitted: firm, judge");
    assertThat(findings("- {judge excludes: firm}\n"))
        .singleElement()
        .asString()
        .contains("(firm) cannot be excluded: it is no principal. Principals: port, crew, town");
    assertThat(findings("- {town excludes: town}\n"))
        .singleElement()
        .asString()
        .contains("town cannot exclude itself. Let it leave the talks");
    assertThat(findings("- {town leaves talks}\n- {crew leaves talks}\n"))
        .singleElement()
        .asString()
        .contains("of the two who negotiate (port, crew) none can leave or be excluded");
    assertThat(findings("- {town leaves talks}\n- {town demands of: all, pay: at least 3}\n"))
        .singleElement()
        .asString()
        .contains("town cannot raise a demand: it is [OBSERVER]. Principals: port, crew");
    assertThatThrownBy(() -> scenario("- {judge admits: nobody}\n")).hasMessageContaining("nobody");
  }

  @Example
  void correcting_an_admission_undoes_what_rests_on_it() {
    String record =
        """
        - {id: x, judge admits: firm, on: 2024-01-02}
        - {firm demands of: port, pay: at least 70, on: 2024-01-03}
        - {cancel: x}
        """;
    Negotiation talks = talks(record);
    assertThat(principals(talks)).containsExactly("port", "crew", "town");
    assertThat(talks.situation().position(line("port", "pay", "crew")).isStated()).isFalse();
  }

  @Example
  void what_is_told_of_others_is_judged_by_who_negotiated_when_it_was_told() {
    Scenario scenario =
        Scenario.parse(
            "t.yaml",
            HEAD
                + """
                sources: {town-says: {name: Town Hall, statement of: town}, firm-says: {name: The Firm, statement of: firm}}
                record:
                  - {port opens round, source: town-says}
                  - {crew opens round}
                  - {port hardens: pay, source: town-says}
                  - {port softens: rest, source: firm-says}
                  - {town leaves talks}
                  - {judge admits: firm}
                  - {port softens: pay, source: town-says}
                  - {port hardens: rest, source: firm-says}
                """);
    Negotiation talks = scenario.negotiation();
    assertThat(talks.chronicle().readings().stream().map(talks::attribution))
        .containsExactly(
            Attribution.ALLEGED,
            Attribution.ATTESTED,
            Attribution.ALLEGED,
            Attribution.REPORTED,
            Attribution.ATTESTED,
            Attribution.ATTESTED,
            Attribution.REPORTED,
            Attribution.ALLEGED);
    assertThat(talks.withinRounds().keySet().stream().map(EntryId::number))
        .as("an alleged opening opens no round, whoever has left since")
        .doesNotContain(1);
    assertThat(Transcript.of(scenario).text())
        .contains("what Port is alleged by Town to have hardened on pay [3]")
        .contains("how far Port softened on rest [4]")
        .contains("how far Port softened on pay [7]")
        .contains("what Port is alleged by Firm to have hardened on rest [8]");
  }

  @Example
  void who_left_has_no_part_in_what_could_happen_next() {
    Negotiation talks =
        talks(
            """
            - {town demands of: port, pay: at least 70}
            - {judge admits: firm}
            - {firm demands of: port, pay: at least 60}
            - {port demands of: [town, firm], pay: at most 20}
            - {town leaves talks}
            - {port amends demand of: firm, pay: at most 40}
            """);
    RecordedConflict conflict = RecordedConflict.of(talks);
    assertThat(conflict.stances().keySet())
        .extracting(ActorId::text)
        .containsExactly("port", "crew", "firm");
    assertThat(conflict.states()).containsKey(conflict.present());
    assertThat(conflict.model().describe(1)).isNotBlank();
  }

  @Example
  void it_is_written_and_read_back() {
    Scenario scenario =
        scenario(
            """
            - {admitted to talks: firm, on: 2024-01-02}
            - {firm demands of: port, pay: at least 70, on: 2024-01-03}
            - {port excludes: town, on: 2024-01-04}
            - {firm leaves talks, on: 2024-01-05}
            """);
    Scenario again = Scenario.parse("t.yaml", scenario.write());
    assertThat(again.negotiation()).isEqualTo(scenario.negotiation());
  }

  @Example
  void nobody_is_admitted_for_whom_an_agenda_has_no_room() {
    Agenda.Builder agenda = Agenda.builder().party(Party.of("firm", "Firm", Role.OBSERVER));
    for (int i = 0; i < 100; i++) {
      agenda.principal("p" + i, "P" + i);
    }
    for (int i = 0; i < 101; i++) {
      agenda.issue("i" + i, Scale.levels("no", "yes"));
    }
    Negotiation talks = Negotiation.about(agenda.build());
    assertThat(talks.apply(Move.by("p1").admits("firm")).toString())
        .contains(
            "the agenda has no room for (firm) as a principal: there would be more than 1,000,000"
                + " positions. Go on without it, or in a record with fewer issues");
    assertThat(talks.record(Move.by("p1").admits("firm")).negotiation().agenda().principals())
        .hasSize(100);
  }

  @Example
  void an_admission_leaves_alone_what_others_are_on_record_to_have_said() {
    String said = "- {firm demands of: port, pay: at least 70}\n";
    assertThat(talks(said).situation().demands()).hasSize(1);
    assertThat(talks(said + "- {crew admits: judge}\n").situation().demands()).hasSize(1);
  }
}
