package dev.parley.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.json.Json;
import dev.parley.progress.RoundVerdict;
import dev.parley.report.page.Html;
import dev.parley.report.tidy.RecordTables;
import dev.parley.scenario.Scenario;
import net.jqwik.api.Example;

/** Wherever a verdict is told, it is told what is settled no more, and how many issues are open. */
class RoundCountsTest {
  private static final Scenario REOPENED =
      Scenario.parse(
          "x.yaml",
          """
          parley: 1
          title: A wage that was settled
          parties:
            crew: {name: Crew, role: principal}
            port: {name: Port, role: principal}
          issues:
            pay: {from: 0, to: 20, unit: percent}
            rest: {from: 0, to: 9, unit: days}
          record:
            - {crew opens round}
            - {crew demands of: port, rest: at least 6}
            - {port demands of: crew, rest: at most 2}
            - {id: o1, port offers: crew, pay: 5, rest: 1, severable: yes}
            - {crew accepts: o1, parts: pay}
            - {crew closes round}
            - {crew opens round}
            - {crew demands of: port, pay: at least 8}
            - {crew closes round}
          """);
  private static final Transcript TRANSCRIPT = Transcript.of(REOPENED);

  @Example
  void the_second_round_unsettles_what_the_first_one_settled() {
    RoundVerdict first = REOPENED.negotiation().round(1);
    RoundVerdict second = REOPENED.negotiation().round(2);
    assertThat(first.closed()).hasToString("[pay]");
    assertThat(second.opened()).hasToString("[pay]");
    assertThat(second.openAfter()).isGreaterThan(second.openBefore());
  }

  @Example
  void a_transcript_says_so_below_the_steps() {
    assertThat(TRANSCRIPT.text())
        .contains("unsettled  pay", "issues     1 open -> 2", "issues     0 open -> 1");
  }

  @Example
  void markdown_and_a_page_say_so_with_the_verdict() {
    assertThat(Markdown.of(TRANSCRIPT))
        .contains("unsettled: pay", "issues: 1 open -&gt; 2", "issues: 0 open -&gt; 1");
    assertThat(Html.of(TRANSCRIPT)).contains("unsettled: pay", "issues: 1 open -&gt; 2");
  }

  @Example
  void json_and_the_steps_as_rows_carry_the_figures() {
    assertThat(Json.of(TRANSCRIPT))
        .contains("\"unsettled\" : [ {", "\"open-before\" : 1", "\"open-after\" : 2");
    assertThat(
            RecordTables.of(TRANSCRIPT).table("verdicts").orElseThrow().rows().stream()
                .map(row -> row.subList(5, 8)))
        .anyMatch(row -> row.equals(java.util.List.of("pay", "1", "2")));
  }
}
