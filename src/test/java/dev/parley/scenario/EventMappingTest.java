package dev.parley.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dev.parley.scenario.coded.EventMapping;
import dev.parley.scenario.coded.EventMapping.LeftOut;
import dev.parley.scenario.coded.EventMapping.Mapped;
import dev.parley.talks.ActKind;
import dev.parley.talks.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Example;

/** Coded events become a record by a mapping, and what does not fit is kept with the reason. */
class EventMappingTest {
  private static final String HEAD =
      """
      parley: 1
      title: Water of a shared river
      parties:
        upstream: {name: Upstream, role: principal}
        downstream: {name: Downstream, role: principal}
      issues:
        water: {from: 0, to: 100, unit: percent of the flow}
      sources:
        events: {document: an event data set}
      """;

  private static final String EVENTS =
      """
      events:
        columns: {date: Event Date, actor: Source Name, code: CAMEO Code, text: Event Text}
        dates: {date: yyyyMMdd}
        values:
          actor: {Upstream Republic: upstream, Downstream Kingdom: downstream}
        by: code
        each: {on: $date, source: events, codes: {cameo: $code}}
        entries:
          "036": {$actor meets, words: $text}
          "05*": {$actor promises: $text}
          "057":
            - {$actor signs: $text}
            - {$actor threatens: $text}
      """;

  private static final String HEADING = "Event Date,Source Name,CAMEO Code,Event Text\r\n";

  private static Mapped map(String rows) {
    return EventMapping.parse("mapping.yaml", HEAD + EVENTS).map("events.csv", HEADING + rows);
  }

  private static ImmutableList<ActKind> kinds(Mapped mapped) {
    return mapped.scenario().negotiation().chronicle().entries().stream()
        .flatMap(entry -> entry.tells().stream())
        .map(move -> move.act().kind())
        .collect(ImmutableList.toImmutableList());
  }

  @Example
  void each_row_becomes_an_entry_with_its_date_its_source_and_its_code() {
    Mapped mapped = map("20240201,Upstream Republic,036,\"ministers meet, \"\"at last\"\"\"\r\n");
    Entry entry = mapped.scenario().negotiation().chronicle().entries().get(0);
    assertThat(kinds(mapped)).containsExactly(ActKind.HOLD_MEETING);
    assertThat(entry.on()).hasToString("2024-02-01");
    assertThat(entry.tells().get().codes()).containsEntry("cameo", "036");
    assertThat(entry.tells().get().words()).isEqualTo("ministers meet, \"at last\"");
    assertThat(mapped.leftOut()).isEmpty();
    assertThat(Scenario.parse("again.yaml", mapped.scenario().write()))
        .isEqualTo(mapped.scenario());
  }

  @Example
  void the_longest_code_counts_and_then_the_first_entry_that_can_be_read() {
    Mapped mapped =
        map(
            """
            20240201,Upstream Republic,051,to publish levels
            20240202,Downstream Kingdom,057,the dam is safe
            """);
    assertThat(kinds(mapped)).containsExactly(ActKind.PROMISE, ActKind.THREATEN);
  }

  @Example
  void a_row_that_becomes_no_entry_is_kept_with_the_reason() {
    Mapped mapped =
        map(
            """
            20240201,Upstream Republic,036,a meeting
            20240202,Farmers,051,to block the road
            20240203,Upstream Republic,190,shots at the border
            20241303,Upstream Republic,036,a meeting
            20240204,Upstream Republic,051
            20240205,Upstream Republic,036,another
            """);
    assertThat(mapped.scenario().negotiation().chronicle().size()).isEqualTo(2);
    assertThat(mapped.leftOut())
        .extracting(LeftOut::toString)
        .containsExactly(
            "line 3 (20240202,Farmers,051,to block the road): actor (Farmers) is not among the"
                + " values that the mapping gives",
            "line 4 (20240203,Upstream Republic,190,shots at the border): no entry is given for"
                + " (190)",
            "line 5 (20241303,Upstream Republic,036,a meeting): date (20241303) is no date as the"
                + " mapping says they are written",
            "line 6 (20240204,Upstream Republic,051): it has 3 fields, the heading has 4");
  }

  @Example
  void what_the_record_itself_does_not_allow_is_a_reason_too() {
    String events =
        """
        events:
          columns: {actor: who, issue: what, text: words}
          by: issue
          entries:
            "*":
              - {$actor softens: $issue, words: $text}
              - {$actor softens: unknown issue, words: $text}
        """;
    Mapped mapped =
        EventMapping.parse("mapping.yaml", HEAD + events)
            .map("e.csv", "who,what,words\nupstream,water,ready\nfarmers,water,no\nupstream,,so\n");
    assertThat(kinds(mapped)).containsExactly(ActKind.SHIFT, ActKind.SHIFT);
    assertThat(mapped.leftOut())
        .singleElement()
        .satisfies(row -> assertThat(row.line()).isEqualTo(3))
        .satisfies(row -> assertThat(row.reasons().toString()).contains("farmers"));
  }

  private static void refused(String events, String message) {
    assertThatThrownBy(
            () -> EventMapping.parse("mapping.yaml", HEAD + events).map("events.csv", HEADING))
        .isInstanceOf(ScenarioException.class)
        .hasMessage(message);
  }

  @Example
  void a_mapping_that_cannot_be_says_where_and_why() {
    refused(
        EVENTS.replace("Source Name", "Source Nam"),
        "mapping.yaml:11:38 events.columns.actor: there is no column (Source Nam) in (events.csv):"
            + " did you mean (Source Name)?");
    refused(
        EVENTS.replace("promises: $text", "promises: $tex"),
        "mapping.yaml:19:12 events.entries.05*: no column has the short name (tex): did you mean"
            + " (text)?");
    refused(
        EVENTS.replace("by: code", "bye: code"),
        "mapping.yaml:15:8 events.bye: unknown key (bye): did you mean (by)?");
    refused(EVENTS.replace("  by: code\n", ""), "mapping.yaml:11:3 events: (by) is missing");
    refused(
        EVENTS.replace("yyyyMMdd", "JJJJ"),
        "mapping.yaml:12:17 events.dates.date: (JJJJ) is no form of a date: write one such as"
            + " yyyyMMdd or dd/MM/yyyy");
    refused(
        "record: []\n" + EVENTS,
        "mapping.yaml:10:1 record: a mapping has no record of its own: the events become it");
    refused(
        "",
        "mapping.yaml:1:1: (events) is missing: say which columns there are and which entry each"
            + " code becomes");
    refused(
        EVENTS + "  separator: pipe\n",
        "mapping.yaml:23:14 events.separator: (pipe) is no separator: comma, tab or semicolon");
  }

  @Example
  void what_is_wrong_with_the_head_is_said_at_its_line() {
    assertThatThrownBy(
            () ->
                EventMapping.parse(
                        "mapping.yaml", HEAD.replace("role: principal}", "role: boss}") + EVENTS)
                    .map("events.csv", HEADING))
        .isInstanceOf(ScenarioException.class)
        .hasMessageContaining("mapping.yaml:4:");
  }

  @Example
  void a_table_that_cannot_be_is_refused() {
    EventMapping mapping = EventMapping.parse("mapping.yaml", HEAD + EVENTS);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> mapping.map("events.csv", ""))
        .withMessage("file (events.csv) has no heading: its first line names the columns");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> mapping.map("events.csv", HEADING + "20240201,\"open\n"))
        .withMessage(
            "file (events.csv) has a quote in line 2 that is never closed: close it, or double a"
                + " quote that is meant");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> mapping.map("events.csv", HEADING + "20240201,\"a\" b,036,c\n"))
        .withMessage(
            "file (events.csv) has text after a quoted field in line 2: double a quote that is"
                + " meant");
  }

  @Example
  void tabs_and_line_breaks_in_a_field_are_read() {
    Mapped mapped =
        EventMapping.parse("mapping.yaml", HEAD + EVENTS + "  separator: tab\n")
            .map(
                "events.tab",
                "\ufeff"
                    + HEADING.replace(',', '\t')
                    + "20240201\tUpstream Republic\t036\t\"two\nlines: {#}\"\n\n"
                    + "20240202\tUpstream Republic\t036\tb\n");
    assertThat(mapped.leftOut()).isEmpty();
    assertThat(mapped.scenario().negotiation().chronicle().entries())
        .extracting(entry -> entry.tells().get().words())
        .containsExactly("two lines: {#}", "b");
  }

  @Example
  void an_example_becomes_a_record_by_a_page_of_mapping() throws IOException {
    Path folder = Path.of("examples", "src", "main", "resources", "examples");
    Mapped mapped =
        EventMapping.read(folder.resolve("mapping.yaml")).map(folder.resolve("events.csv"));
    assertThat(mapped.scenario().negotiation().chronicle().size()).isEqualTo(8);
    assertThat(mapped.leftOut()).extracting(LeftOut::line).containsExactly(7, 8, 11, 12);
    assertThat(Files.readAllLines(folder.resolve("mapping.yaml"))).hasSizeLessThan(40);
  }
}
