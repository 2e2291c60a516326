package dev.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Example;

/** A table of coded events becomes a record, on the command line. */
class ImportTest extends Terminal {
  private static final String MAPPING =
      """
      parley: 1
      title: A river
      parties:
        up: {name: Up, role: principal}
        down: {name: Down, role: principal}
      issues:
        water: {from: 0, to: 100, unit: percent}
      events:
        columns: {date: date, actor: who, code: code, text: text}
        by: code
        each: {on: $date, codes: {plover: $code}}
        entries:
          AGREE: {$actor promises: $text}
      """;
  private static final String TABLE =
      """
      date,who,code,text
      2024-02-01,up,AGREE,to publish levels
      2024-02-02,down,PROTEST,=a march
      """;

  private Path table = Path.of("");
  private Path mapping = Path.of("");

  @Override
  void fill() throws IOException {
    table = Files.writeString(folder.resolve("events.csv"), TABLE);
    mapping = Files.writeString(folder.resolve("mapping.yaml"), MAPPING);
  }

  @Example
  void a_record_is_printed_and_what_is_left_out_is_listed_and_kept() throws IOException {
    Path left = folder.resolve("left.csv");
    Path talks = folder.resolve("talks.yaml");
    assertThat(run("import", table, "--mapping", mapping)).isZero();
    Scenario record = Scenario.parse("printed.yaml", out());
    assertThat(record.negotiation().chronicle().size()).isEqualTo(1);
    assertThat(err())
        .isEqualTo(
            """
            2 rows became 1 entry; left out:
              line 3 (2024-02-02,down,PROTEST,=a march): no entry is given for (PROTEST)
            """);
    assertThat(run("import", table, "--mapping", mapping, "-o", talks, "--left-out", left))
        .isZero();
    assertThat(Scenario.read(talks)).isEqualTo(record);
    assertThat(Files.readString(left))
        .isEqualTo(
            "line,reasons,row\r\n"
                + "3,no entry is given for (PROTEST),\"2024-02-02,down,PROTEST,=a march\"\r\n");
  }

  @Example
  void a_line_that_cannot_be_run_says_why() {
    fails(
        Program.MISUSED,
        "import needs one table: parley import events.csv --mapping mapping.yaml",
        "import");
    fails(
        Program.MISUSED,
        "import needs a mapping: parley import events.csv --mapping mapping.yaml",
        "import",
        table);
    fails(
        Program.MISUSED,
        "option (-o) would overwrite the file that it reads (%s): name another".formatted(mapping),
        "import",
        table,
        "--mapping",
        mapping,
        "-o",
        mapping);
    fails(
        Program.FAILED,
        "cannot read (%s): there is no such file".formatted(folder.resolve("none.yaml")),
        "import",
        table,
        "--mapping",
        folder.resolve("none.yaml"));
  }
}
