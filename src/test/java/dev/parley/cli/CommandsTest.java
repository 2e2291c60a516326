package dev.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.json.Json;
import dev.parley.report.Diagram;
import dev.parley.report.Markdown;
import dev.parley.report.Transcript;
import dev.parley.report.Transcript.Ink;
import dev.parley.report.page.Html;
import dev.parley.report.words.PlainText;
import dev.parley.scenario.Scenario;
import dev.parley.talks.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Example;

/** The commands, on files. */
class CommandsTest extends Terminal {
  private static final String TALKS =
      """
      parley: 1
      title: A wage round
      record-to: 2023-05-02
      parties:
        union: {name: Writers' union, role: principal}
        studios: {name: Studios, role: principal}
      issues:
        rise: {from: 0, to: 10, by: 5, unit: percent}
      record:
        - {studios opens round, on: 2023-05-01}
        - {studios offers: union, rise: 5, on: 2023-05-01}
      """;

  private Path talks = Path.of("");

  @Override
  void fill() throws IOException {
    talks = Files.writeString(folder.resolve("talks.yaml"), TALKS);
  }

  private Transcript transcript() {
    return Transcript.of(Scenario.read(talks));
  }

  @Example
  void show_prints_for_the_terminal_and_plainly_into_a_file() {
    assertThat(run("show", talks)).isZero();
    assertThat(out()).isEqualTo(transcript().text(Ink.COLOUR, 80));
    assertThat(run("show", talks, "--width=60", "--no-colour", "--as-known-at", 1)).isZero();
    assertThat(out()).startsWith("A wage round, as known at [1]").doesNotContain("\u001b");
    assertThat(out().lines()).allMatch(line -> PlainText.width(line) <= 60);
    Path target = folder.resolve("talks.txt");
    assertThat(run("show", talks, "-o", target)).isZero();
    assertThat(target).hasContent(transcript().text(Ink.PLAIN, 80));
    assertThat(out()).isEqualTo("written: " + target + System.lineSeparator());
  }

  @Example
  void every_example_keeps_to_eighty_columns() {
    for (String name :
        List.of("gaza-2025", "gaza-deal", "iran-1981", "wga-2023", "colombia-2016")) {
      assertThat(run("show", Path.of("examples", name + ".yaml"), "--no-color")).isZero();
      assertThat(out().lines()).allMatch(line -> PlainText.width(line) <= 80);
    }
  }

  @Example
  void page_prints_a_page_or_writes_it() {
    assertThat(run("page", talks)).isZero();
    assertThat(out()).isEqualTo(Html.of(transcript()));
    Path target = folder.resolve("talks.html");
    assertThat(run("page", talks, "--output=" + target)).isZero();
    assertThat(target).hasContent(Html.of(transcript()));
  }

  @Example
  void export_gives_the_format_that_is_named_or_that_the_ending_names() {
    assertThat(run("export", talks)).isZero();
    assertThat(out()).isEqualTo(Json.of(transcript()));
    assertThat(run("export", talks, "-f", "steps")).isZero();
    assertThat(out()).isEqualTo(Export.of(transcript(), "steps"));
    assertThat(run("export", talks, "--format=yaml", "-o", "-")).isZero();
    assertThat(out()).isEqualTo(Scenario.read(talks).write());
    for (String ending : List.of("csv", "MD", "yml", "json")) {
      assertThat(run("export", talks, "-o", folder.resolve("x." + ending))).isZero();
    }
    assertThat(folder.resolve("x.csv")).hasContent(Export.of(transcript(), "moves"));
    assertThat(folder.resolve("x.MD")).hasContent(Markdown.of(transcript()));
    assertThat(folder.resolve("x.yml")).hasContent(Scenario.read(talks).write());
    misused(
        "the ending of (x.txt) names no format: add --format json|yaml|markdown|moves|steps",
        "export",
        talks,
        "-o",
        folder.resolve("x.txt"));
    misused("there is no format (jsn): did you mean (json)?", "export", talks, "-f", "jsn");
    misused(
        "option (--on) does not go with (--format yaml), which is about the whole file: leave one"
            + " out",
        "export",
        talks,
        "--on=2024-01-01",
        "--format=yaml");
  }

  @Example
  void check_tells_findings_and_fails_on_them_only_when_strict() throws IOException {
    assertThat(run("check", talks)).isZero();
    assertThat(out()).isEqualTo(talks + ": no findings in 2 entries\n");
    Path odd =
        Files.writeString(
            folder.resolve("odd.yaml"), TALKS + "  - {union opens round, on: 2023-05-02}\n");
    assertThat(run("check", talks, odd)).isZero();
    assertThat(out())
        .contains("talks.yaml: no findings in 2 entries\n", "odd.yaml: 1 finding in 3 entries\n")
        .contains("\n   [3] breaks ");
    assertThat(run("check", "--strict", talks)).isZero();
    assertThat(run("check", "--strict", odd, talks)).isEqualTo(1);
    assertThat(out()).contains("talks.yaml: no findings in 2 entries\n");
  }

  @Example
  void check_goes_on_after_a_file_that_cannot_be_read() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.yaml"), "parley: 1\ntitel: x\n");
    assertThat(run("check", broken, talks)).isEqualTo(1);
    assertThat(err()).contains("broken.yaml:2:1").contains("title");
    assertThat(out()).isEqualTo(talks + ": no findings in 2 entries\n");
    misused("check needs a file: parley check talks.yaml, or - for standard input", "check");
  }

  @Example
  void explore_tells_the_shortest_agreement_and_the_shortest_break_of_a_rule() throws IOException {
    Path ruled =
        Files.writeString(
            folder.resolve("ruled.yaml"),
            TALKS
                .replace(
                    "record:",
                    "rules: [{rule: no-backsliding, severity: warn}, round-limit: 1]\nrecord:")
                .replace("round-limit: 1", "{rule: round-limit, rounds: 1}"));
    assertThat(run("explore", ruled, "--states", 2000)).as(this::err).isZero();
    assertThat(out())
        .startsWith("A wage round: how the talks can go on from 2 May 2023\n")
        .contains("AGREEMENT  The shortest play that concludes the talks: 1 move\n")
        .containsPattern("   Writers' union  2 May 2023: accepts the offer of Studios \\[2] +\\[3]")
        .contains("BROKEN RULE  The shortest play that breaks a rule: 2 moves\n")
        .contains("   breaks        no-backsliding: ")
        .contains("   rule          round-limit: it refuses, so that no play breaks it; here it")
        .contains("TRIED  ");
    assertThat(out().lines()).allMatch(line -> PlainText.width(line) <= 80);
    assertThat(err()).isEmpty();
    assertThat(run("explore", talks, "--states", 1)).isZero();
    assertThat(out())
        .contains("AGREEMENT  No play that was tried concludes the talks.")
        .contains("NOT REACHED  Within the bound: talks that are in recess, suspended,")
        .contains("BROKEN RULE  The file names no rules that a play could break.");
  }

  @Example
  void talks_that_are_concluded_can_be_explored() {
    assertThat(run("explore", Path.of("examples", "colombia-2016.yaml"), "--states=200"))
        .as(this::err)
        .isZero();
    assertThat(out()).contains("AGREEMENT  The talks are concluded already.");
  }

  @Example
  void schema_prints_the_schema_of_a_file_or_of_an_output() {
    assertThat(run("schema")).isZero();
    assertThat(out().lines()).contains("scenario", "record", "comparison").doesNotHaveDuplicates();
    for (String name : out().lines().toList()) {
      assertThat(run("schema", name)).isZero();
      assertThat(out()).as(name).contains("https://json-schema.org/draft/2020-12/schema");
    }
    misused("there is no schema (recrod): did you mean (record)?", "schema", "recrod");
    misused("there is no schema (x): parley schema lists their names", "schema", "x");
    misused("schema prints one at a time, not (record, step)", "schema", "record", "step");
  }

  @Example
  void diagram_draws_a_table_and_marks_the_stage_of_a_file() {
    assertThat(run("diagram", "offer", "--dot")).isZero();
    assertThat(out()).isEqualTo(Diagram.dot(Tables.OFFER, Optional.empty()));
    assertThat(run("diagram", talks)).isZero();
    String marked = out();
    assertThat(marked)
        .isEqualTo(
            Diagram.mermaid(
                Tables.STAGE, Optional.of(transcript().negotiation().situation().stage())));
    assertThat(run("diagram", "stage", talks)).isZero();
    assertThat(out()).isEqualTo(marked);
    assertThat(run("diagram")).isZero();
    assertThat(out()).isEqualTo(Diagram.mermaid(Tables.STAGE, Optional.empty()));
    misused(
        "the table (demand) is the same for every file: leave (%s) out".formatted(talks),
        "diagram",
        "--table=demand",
        talks);
  }

  @Example
  void an_input_is_never_an_output_whatever_it_is_called() throws IOException {
    Path soft = Files.createSymbolicLink(folder.resolve("soft.html"), talks);
    Path hard = Files.createLink(folder.resolve("hard.html"), talks);
    Path linked = Files.createSymbolicLink(folder.resolve("linked"), folder);
    for (Path target : List.of(talks, soft, hard, linked.resolve("talks.yaml"))) {
      String message = "option (%s) would overwrite the file that it reads (%s): name another";
      misused(message.formatted("-o", target), "page", talks, "-o", target);
      misused(
          message.formatted("--html", target),
          target,
          "--html",
          talks.equals(target) ? talks : target);
    }
    assertThat(talks).hasContent(TALKS);
  }

  @Example
  void a_name_in_a_message_steers_no_terminal() {
    String name = "a\u001b[31m\u202eb\nc.yaml";
    assertThat(run("show", name)).isEqualTo(1);
    assertThat(err()).isEqualTo("no such file (a\\u001b[31m\\u202eb\\u000ac.yaml)\n");
    assertThat(run("page", talks, "-o", folder.resolve("no\u202e").resolve("b\n"))).isEqualTo(1);
    assertThat(err())
        .startsWith("cannot write (")
        .contains("no\\u202e")
        .endsWith("): there is no such folder\n");
    assertThat(err().lines()).hasSize(1);
  }

  @Example
  void help_is_there_for_each_command_in_three_ways() {
    for (String command : Program.commands().getSubcommands().keySet()) {
      assertThat(run(command, "--help")).isZero();
      String help = out();
      assertThat(help).startsWith("Usage: parley " + command);
      assertThat(help.lines()).allMatch(line -> line.length() <= 80);
      assertThat(run(command, "-h", "x.yaml")).isZero();
      assertThat(out()).isEqualTo(help);
      assertThat(run("help", command)).isZero();
      assertThat(out()).isEqualTo(help);
      assertThat(run(command, "--version")).isZero();
      assertThat(out()).matches("parley \\S+\n");
    }
    assertThat(run("help")).isZero();
    assertThat(out()).contains("show", "page", "export", "check", "explore", "diagram");
    misused("there is no command (pag): did you mean (page)?", "help", "pag");
    misused(
        "help explains one command at a time, not 2: (parley help show)", "help", "show", "page");
  }

  @Example
  void a_command_says_in_one_line_what_is_wrong() {
    misused("show needs a file: parley show talks.yaml, or - for standard input", "show");
    misused("one file at a time, not 2: (a, b)", "page", "a", "b");
    misused("there is no option (--outptu): did you mean (--output)?", "page", "a", "--outptu");
    misused("option (--output) needs a value after it: --output talks.html", "page", "a", "-o");
    misused("a file needs a name, not ()", "page", "a", "-o", "");
    misused("a file needs a name, not ()", "page", "");
    misused("the command (completion) takes no (a): leave it out", "completion", "a");
    misused("there is no command (shwo): did you mean (show)?", "shwo", "a");
    misused(
        "option (--width) needs 60 to 200 columns, not (30): --width 80",
        "show",
        "a",
        "--width=30");
    misused(
        "option (--width) needs 60 to 200 columns, not (wide): --width 80",
        "show",
        "a",
        "--width=wide");
    misused(
        "there is no table (x): --table stage|offer|demand|obligation", "diagram", "--table", "x");
    misused(
        "options come after the command (show), not before it: (--json show a)",
        "--json",
        "show",
        "a");
  }

  @Example
  void check_names_the_rule_that_an_entry_breaks() throws IOException {
    Files.writeString(
        talks,
        TALKS.replace("record:", "rules: [{rule: round-limit, rounds: 1}]\nrecord:")
            + "  - {studios closes round, on: 2023-05-01}\n"
            + "  - {studios opens round, on: 2023-05-02}\n");
    assertThat(run("check", talks)).isZero();
    assertThat(out()).contains("[4]", "round-limit").doesNotContain("RULE_BOOK");
    assertThat(run("--rejudge", talks)).isZero();
    assertThat(out()).startsWith("[4] round-limit: ").doesNotContain("RULE_BOOK");
  }

  @Example
  void a_thousand_entries_are_counted_with_a_separator() throws IOException {
    Files.writeString(talks, TALKS + "  - {studios promises: more}\n".repeat(998));
    assertThat(run("check", talks)).isZero();
    assertThat(out()).endsWith(": no findings in 1,000 entries\n");
  }

  @Example
  void completion_knows_commands_options_and_files() throws Exception {
    assertThat(run("completion")).isZero();
    assertThat(out())
        .contains("complete -F _complete_parley", "--as-known-at", "export", "compgen -f");
  }

  @Example
  void an_agenda_too_large_to_get_far_is_told_to_be_left_out() throws IOException {
    Path many = folder.resolve("many.yaml");
    String issues =
        IntStream.range(0, 300)
            .mapToObj(i -> "  i%d: {from: 0, to: 9, unit: u}\n".formatted(i))
            .collect(Collectors.joining());
    Files.writeString(
        many,
        "parley: 1\ntitle: Many\nparties:\n  a: {name: A, role: principal}\n"
            + "  b: {name: B, role: principal}\nissues:\n"
            + issues
            + "record:\n  - {a opens round}\n");
    assertThat(run("explore", many)).as(this::err).isZero();
    assertThat(out())
        .isEqualTo(
            "Left out: how the talks can go on. There are 600 positions of one principal towards"
                + " another on an issue, and at most 500 are tried. With --states N they are tried"
                + " all the same.\n");
  }
}
