package dev.parley.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.analysis.Analysis;
import dev.parley.analysis.Linkage.Deadlock;
import dev.parley.json.Json;
import dev.parley.scenario.Scenario;
import dev.parley.talks.Negotiation;
import java.nio.file.Path;
import net.jqwik.api.Example;

/** The last section of a transcript, of the examples. */
class ObstaclesSectionTest {
  private static Negotiation example(String file) {
    return Scenario.read(Path.of("examples", file)).negotiation();
  }

  private static String section(Negotiation negotiation) {
    String text = Transcript.of(negotiation).text();
    return text.substring(text.indexOf("WHAT STANDS IN THE WAY"));
  }

  @Example
  void where_little_is_stated_it_says_what_would_need_to_be_known() {
    Golden.check("gaza-in-the-way.txt", section(example("gaza-2025.yaml")));
  }

  @Example
  void a_ring_is_shown_with_the_packages_that_open_it() {
    Negotiation harbour = example("harbour-ring.yaml");
    assertThat(Analysis.of(harbour).linkage().deadlock()).isEqualTo(Deadlock.RING);
    Golden.check("harbour-in-the-way.txt", section(harbour));
  }

  @Example
  void words_are_shown_as_they_were_said_whatever_signs_they_hold() {
    Negotiation talks =
        Scenario.parse(
                "t.yaml",
                """
                parley: 1
                title: t
                parties: {port: {name: Port, role: principal}, crew: {name: Crew, role: principal}}
                issues: {pay: {from: 0, to: 9, unit: euros}}
                record:
                  - {crew demands of: port, pay: {in words: 5 % more and %s}}
                """)
            .negotiation();
    assertThat(section(talks).replaceAll("\\s+", " "))
        .contains(
            "pay: no position on record of Port; of Crew no more than words, \"5 % more and %s\"");
  }

  @Example
  void an_analysis_is_written_as_json() {
    Golden.check("harbour-in-the-way.json", Json.of(Analysis.of(example("harbour-ring.yaml"))));
  }

  @Example
  void nothing_is_in_the_way_of_what_is_agreed() {
    assertThat(Records.docksSettled().text()).doesNotContain("WHAT STANDS IN THE WAY");
    assertThat(Records.ceaseFire().text()).contains("WHAT STANDS IN THE WAY");
  }
}
