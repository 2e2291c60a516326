package dev.parley.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.demand.Ask;
import dev.parley.demand.Reservation;
import dev.parley.json.Json;
import dev.parley.report.Transcript;
import net.jqwik.api.Example;

/** A private bottom line is kept in the file and told to nobody who does not ask for it. */
class ReservationScenarios {
  private static final String HEAD =
      """
      parley: 1
      title: A wage round
      parties:
        union: {name: Union, role: principal}
        employer: {name: Employer, role: principal}
        board: {name: Board, role: mediator}
      issues:
        rise: {from: 0, to: 20, unit: percent}
      """;
  private static final String RECORD =
      """
      record:
        - {union demands of: employer, rise: at least 9}
      """;

  private static Scenario read(String reservations) {
    return Scenario.parse("x.yaml", HEAD + reservations + RECORD);
  }

  @Example
  void a_reservation_is_read_and_written_back() {
    Scenario scenario = read("reservations: {union: {rise: at least 4}}\n");
    assertThat(scenario.reservations())
        .containsExactly(
            new Reservation(ActorId.of("union"), IssueId.of("rise"), Ask.of("at least 4")));
    assertThat(scenario.write()).contains("reservations:");
    assertThat(Scenario.parse("x.yaml", scenario.write())).isEqualTo(scenario);
  }

  @Example
  void nothing_prints_a_reservation() {
    Scenario scenario = read("reservations: {union: {rise: at least 4}}\n");
    assertThat(scenario.reservations().get(0))
        .hasToString("reservation of union on rise, withheld");
    Transcript transcript = Transcript.of(scenario.negotiation());
    assertThat(transcript.text()).doesNotContain("at least 4").contains("at least 9");
    assertThat(Json.of(transcript)).doesNotContain("at least 4");
  }

  @Example
  void a_reservation_off_the_scale_or_of_a_mediator_is_refused_at_its_place() {
    assertThatThrownBy(() -> read("reservations: {union: {rise: 40}, board: {rise: 1}}\n"))
        .isInstanceOf(ScenarioException.class)
        .hasMessage(
            "x.yaml:9:30 reservations.union.rise: 40 percent is above the scale's most (20)\n"
                + "x.yaml:9:35 reservations.board: principal (board) is unknown: known here: union,"
                + " employer");
  }
}
