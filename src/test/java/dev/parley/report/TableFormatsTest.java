package dev.parley.report;

import static org.assertj.core.api.Assertions.assertThat;

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
    Golden.check("docks-moves.csv", Csv.moves(Records.docksSettled()).replace("\r\n", "\n"));
    Golden.check("docks-steps.csv", Csv.steps(Records.docksSettled()).replace("\r\n", "\n"));
    assertThat(Csv.moves(GAZA).lines()).hasSize(1 + 41);
    assertThat(Csv.steps(GAZA).lines())
        .hasSize(1 + GAZA.negotiation().rounds().stream().mapToInt(r -> r.steps().size()).sum());
  }

  @Example
  void a_field_with_a_comma_or_a_quote_is_quoted() {
    List<String> rows = Csv.moves(GAZA).lines().toList();
    assertThat(rows.get(20 + 1))
        .isEqualTo(
            "21,2,2,2024-12,hamas,shift,withdrawal-days,hamas-senior,attested,"
                + "\"softens on withdrawal days; no figure given: \"\"flexible on the timetable of"
                + " the withdrawal; the demand for a full one stands\"\"\",");
  }

  @Example
  void no_spreadsheet_takes_a_text_for_a_formula() {
    assertThat(Csv.moves(HostileRecord.transcript()).lines()).hasSize(1 + 9);
    for (String start : List.of("=", "+", "-", "@")) {
      assertThat(Csv.text(start + "1+1")).isEqualTo("'" + start + "1+1");
    }
    assertThat(Csv.text("1 = 1")).isEqualTo("1 = 1");
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
