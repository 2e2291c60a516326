package dev.parley.report;

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
}
