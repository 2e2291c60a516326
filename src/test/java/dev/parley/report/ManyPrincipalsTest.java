package dev.parley.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.json.Json;
import dev.parley.report.page.Html;
import dev.parley.scenario.Scenario;
import dev.parley.scenario.ScenarioException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Example;

/** Reports on talks among many: what grows with the square of the principals is counted instead. */
class ManyPrincipalsTest {
  private static Transcript talks(int principals) {
    String parties =
        IntStream.range(0, principals)
            .mapToObj(i -> "  p%d: {name: P%d, role: principal}\n".formatted(i, i))
            .collect(Collectors.joining());
    String record =
        IntStream.range(0, principals)
            .mapToObj(i -> "  - {p%d demands of: all, x: %d}\n".formatted(i, i % 100))
            .collect(Collectors.joining());
    return Transcript.of(
        Scenario.parse(
            "many.yaml",
            "parley: 1\ntitle: Many\nparties:\n"
                + parties
                + "issues:\n  x: {from: 0, to: 100, unit: u}\nrecord:\n"
                + record));
  }

  @Example
  void twelve_pairs_are_named_and_the_others_counted() {
    assertThat(talks(8).text())
        .contains("P0, P1: 1 u", "P1, P6: 5 u", "and 16 more pairs, up to 6 u apart");
    assertThat(talks(5).text()).contains("P0, P4: 4 u", "P3, P4: 1 u").doesNotContain("more pair");
  }

  @Example
  void a_report_grows_with_the_principals_and_not_with_their_pairs() {
    Transcript few = talks(50);
    Transcript many = talks(200);
    assertThat(many.text().length()).isLessThan(5 * few.text().length());
    assertThat(Html.of(many).length()).isLessThan(1_500_000);
  }

  @Example
  void what_was_not_measured_is_said() {
    assertThat(talks(210).text()).contains("not measured: 1,945 pairs; at most 20,000 are");
  }

  @Example
  void a_page_says_at_how_few_entries_its_slider_stops() {
    assertThat(Html.of(talks(50)).contains("The slider stops")).isFalse();
    assertThat(
            Html.of(talks(200))
                .contains("The slider stops at 10 of 200 entries, spread over the record."))
        .isTrue();
  }

  @Example
  void json_lists_at_most_twenty_thousand_pairs_and_counts_the_others() {
    String few = Json.of(talks(60));
    assertThat(few.contains("gaps-left-out")).isFalse();
    String many = Json.of(talks(220));
    assertThat(many.contains("\"gaps-left-out\" : 4090")).isTrue();
    assertThat(
            many.contains("20,000 of 24,090 pairs of positions were measured: stated ones first"))
        .isTrue();
  }

  @Example
  void more_positions_than_an_agenda_has_room_for_are_refused_by_name() {
    assertThatThrownBy(() -> talks(1_001))
        .isInstanceOf(ScenarioException.class)
        .hasMessageContaining(
            "an agenda has room for 1,000,000 positions, and (1,001) principals would have"
                + " (1,001,000) on (1) issues towards each other");
  }
}
