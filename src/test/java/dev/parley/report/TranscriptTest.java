package dev.parley.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.report.Transcript.Ink;
import net.jqwik.api.Example;

class TranscriptTest {
  @Example
  void a_settled_strike_reads_from_the_first_demand_to_the_breach_alleged() {
    Golden.check("docks.txt", Records.docksSettled().text());
  }

  @Example
  void an_open_record_shows_what_is_alleged_and_what_nobody_reported() {
    Golden.check("cease-fire.txt", Records.ceaseFire().text());
  }

  @Example
  void two_rounds_without_a_step_read_as_a_stall_among_three() {
    Golden.check("river.txt", Records.riverStalled().text());
  }

  @Example
  void colour_is_put_on_headings_verdicts_and_allegations_only() {
    assertThat(Records.ceaseFire().text(Ink.COLOUR))
        .contains("\u001b[1mWHERE THE TALKS STAND\u001b[0m")
        .contains("\u001b[36mMOVED\u001b[0m as attested")
        .contains("\u001b[33malleged by Hamas:\u001b[0m");
  }
}
