package dev.parley.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.report.tidy.Column;
import dev.parley.report.tidy.RecordTables;
import dev.parley.report.tidy.Table;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The record as rows, and in Markdown. */
class TableFormatsTest {
  private static final Transcript GAZA = Records.example(Path.of("examples", "gaza-2025.yaml"));

  @Example
  void each_move_and_each_step_is_a_row() {
    for (String table : RecordTables.NAMES) {
      Golden.check(
          "docks-" + table + ".csv", csv(Records.docksSettled(), table).replace("\r\n", "\n"));
    }
    Golden.check("docks-datapackage.json", RecordTables.of(Records.docksSettled()).dictionary());
    assertThat(RecordTables.of(GAZA).tables())
        .extracting(Table::name)
        .isEqualTo(RecordTables.NAMES);
    assertThat(csv(GAZA, "moves").lines()).hasSize(1 + 41);
    assertThat(csv(GAZA, "steps").lines())
        .hasSize(1 + GAZA.negotiation().rounds().stream().mapToInt(r -> r.steps().size()).sum());
  }

  private static String csv(Transcript transcript, String table) {
    return RecordTables.of(transcript).table(table).orElseThrow().csv();
  }

  /** As R and pandas do: by the types of the dictionary, an empty field apart from zero. */
  @Example
  void every_field_reads_as_the_type_that_the_dictionary_says() {
    for (Transcript record : List.of(GAZA, Records.ceaseFire(), Records.docksSettled())) {
      for (Table table : RecordTables.of(record).tables()) {
        for (List<String> row : table.rows()) {
          assertThat(row).hasSameSizeAs(table.columns());
          for (int i = 0; i < row.size(); i++) {
            String field = row.get(i);
            String pattern =
                switch (table.columns().get(i).type()) {
                  case STRING -> ".*";
                  case INTEGER -> "(-?[0-9]+)?";
                  case NUMBER -> "(-?[0-9]+([.][0-9]+)?)?";
                  case BOOLEAN -> "(true|false)?";
                  case DATE -> "([0-9]{4}-[0-9]{2}-[0-9]{2})?";
                };
            assertThat(field)
                .as(table.name() + "." + table.columns().get(i).name())
                .matches(pattern);
          }
        }
      }
    }
    Table obligations = RecordTables.of(Records.example(DEAL)).table("obligations").orElseThrow();
    assertThat(column(obligations, "total")).contains("", "33");
    assertThat(column(obligations, "done")).contains("", "33").doesNotContain("0");
  }

  private static final Path DEAL = Path.of("examples", "gaza-deal.yaml");

  private static List<String> column(Table table, String name) {
    List<String> names = table.columns().stream().map(c -> c.name()).toList();
    return table.rows().stream().map(row -> row.get(names.indexOf(name))).toList();
  }

  @Example
  void codes_have_a_column_for_each_scheme_and_rounds_are_empty_outside() {
    Table moves =
        RecordTables.of(
                Transcript.of(
                    dev.parley.scenario.Scenario.parse(
                        "x.yaml",
                        """
                        parley: 1
                        title: Codes
                        parties: {a: {name: A, role: principal}, b: {name: B, role: principal}}
                        issues: {x: {from: 0, to: 9, unit: seats}}
                        record:
                          - {a offers: b, x: 0, codes: {plover: CONCEDE}, on: 2024-12}
                          - {opens round: doha, codes: {cameo: "036"}}
                          - {b claims: dead, figure: 31 of 50}
                        """)))
            .table("moves")
            .orElseThrow();
    assertThat(column(moves, "code_plover")).containsExactly("CONCEDE", "", "");
    assertThat(column(moves, "code_cameo")).containsExactly("", "036", "");
    assertThat(column(moves, "round")).containsExactly("", "1", "1");
    assertThat(column(moves, "counts_in")).containsExactly("1", "1", "1");
    assertThat(column(moves, "target_parties")).containsExactly("b", "", "");
    assertThat(column(moves, "date")).containsExactly("2024-12", "XXXX", "XXXX");
    assertThat(column(moves, "earliest_day")).containsExactly("2024-12-01", "", "");
    assertThat(column(moves, "latest_day")).containsExactly("2024-12-31", "", "");
  }

  @Example
  void a_field_with_a_comma_or_a_quote_is_quoted() {
    List<String> rows = csv(GAZA, "moves").lines().toList();
    assertThat(rows.get(20 + 1))
        .contains(
            "21,2,2,2024-12,2024-12-01,2024-12-31,hamas,Hamas,shift,,withdrawal-days,hamas-senior,attested,,"
                + "\"softens on withdrawal days; no figure given: \"\"flexible on the timetable of"
                + " the withdrawal; the demand for a full one stands\"\"\",");
  }

  @Example
  void no_spreadsheet_takes_a_text_for_a_formula() {
    assertThat(csv(HostileRecord.transcript(), "moves").lines()).hasSize(1 + 9);
    for (String start : List.of("=", "+", "-", "@")) {
      assertThat(field(start + "1+1")).isEqualTo("'" + start + "1+1");
    }
    assertThat(field("1 = 1")).isEqualTo("1 = 1");
  }

  private static String field(String words) {
    return Table.of("t", "", List.of(Column.<String>text("words", "", w -> w)), List.of(words))
        .rows()
        .get(0)
        .get(0);
  }

  @Example
  void a_record_in_markdown_stands_where_it_is_pasted() {
    Golden.check("gaza-2025.md", Markdown.of(GAZA));
  }

  @Example
  void markdown_shows_what_the_record_says_as_it_stands() {
    assertThat(Markdown.of(HostileRecord.transcript()))
        .doesNotContain("<script", "<img", "<b ", "<!--")
        .contains("&lt;script&gt;alert(1)")
        .contains("\\|\\_\\*\\[x\\](javascript:y)");
  }

  @Property(tries = 200)
  void a_cell_of_a_table_is_one_cell(@ForAll String text) {
    String cell = Markdown.escaped(text);
    assertThat(cell.replaceAll("\\\\.", "")).doesNotContain("|", "<", "`", "*", "_", "#");
  }
}
