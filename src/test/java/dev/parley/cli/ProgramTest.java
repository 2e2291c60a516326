package dev.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.explore.Exploration.SearchProgress;
import dev.parley.json.Json;
import dev.parley.report.Diagram;
import dev.parley.report.Markdown;
import dev.parley.report.Records;
import dev.parley.report.Transcript;
import dev.parley.report.Transcript.Ink;
import dev.parley.report.page.Html;
import dev.parley.report.tidy.RecordTables;
import dev.parley.report.words.TextLayout;
import dev.parley.scenario.Scenario;
import dev.parley.talks.Entry;
import dev.parley.talks.Tables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import net.jqwik.api.Example;
import net.jqwik.api.Tag;

class ProgramTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final List<String> read = new ArrayList<>();
  private final List<String> written = new ArrayList<>();

  private int run(Ink terminal, String... args) {
    return new Program(
            new Desk(
                print(out),
                print(err),
                terminal,
                TextLayout.WIDTH,
                this::load,
                this::write,
                new ProgressLines(print(err), () -> 0)))
        .run(args);
  }

  private int run(String... args) {
    return run(Ink.PLAIN, args);
  }

  private Desk.Loaded load(Path file) {
    read.add(file.toString().replace('\\', '/'));
    if (file.endsWith("broken.yaml")) {
      throw new IllegalStateException("out of\u001b order");
    }
    return new Desk.Loaded() {
      @Override
      public Scenario scenario() {
        return Scenario.of("Cease-fire talks", Records.ceaseFire().negotiation());
      }

      @Override
      public Transcript transcript() {
        return Records.ceaseFire();
      }

      @Override
      public String written() {
        return "parley: 1\n";
      }
    };
  }

  private void write(Path file, String text) throws IOException {
    if (file.startsWith("nowhere")) {
      throw new NoSuchFileException(file.toString());
    }
    written.add(file.toString().replace('\\', '/') + "\n" + text);
  }

  private static PrintStream print(ByteArrayOutputStream to) {
    return new PrintStream(to, false, StandardCharsets.UTF_8);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Tag("slow")
  @Example
  void how_the_talks_can_go_on_is_explored() {
    assertThat(run("--explore", "20000")).isZero();
    assertThat(out())
        .startsWith("Cease-fire talks: how the talks can go on from 3 January 2025\n")
        .contains("AGREEMENT  The shortest play that concludes the talks: 2 moves\n   Israel  ")
        .contains("\n   Hamas   accepts the offer of Israel [15]  ")
        .contains("\n   then          the talks are concluded\n")
        .contains("TRIED  Every play of up to 1 move, and some longer ones, until the bound of")
        .contains("20,000 situations, by ");
    assertThat(run("--explore", "many")).isEqualTo(Program.MISUSED);
    assertThat(err())
        .contains("option (--explore) needs a number of states, not (many): --explore 100000\n");
  }

  @Example
  void in_a_pipe_progress_is_told_in_plain_lines() {
    ProgressLines lines = new ProgressLines(print(err), () -> 0);
    lines.accept(
        new SearchProgress(
            500, 900, 4, 80, OptionalDouble.empty(), Optional.empty(), OptionalDouble.of(0.5)));
    lines.finish();
    assertThat(err()).isEqualTo("exploring: depth 4, 500 states, 80 in the queue" + nl());
  }

  @Example
  void a_bar_is_written_over_until_it_is_taken_away() {
    ProgressBar bar = new ProgressBar(print(err));
    bar.accept(
        new SearchProgress(
            500, 900, 4, 80, OptionalDouble.of(1000), Optional.empty(), OptionalDouble.of(0.5)));
    bar.finish();
    assertThat(err())
        .isEqualTo(
            "\r"
                + "\u001b[K[##########..........] depth 4, 500 states, 80 in the queue, 1,000"
                + " states/s\r"
                + "\u001b[K");
  }

  @Example
  void without_a_file_the_example_is_replayed() {
    assertThat(run()).isZero();
    assertThat(read).containsExactly("examples/gaza-2025.yaml");
    assertThat(out()).isEqualTo(Records.ceaseFire().text());
    assertThat(err()).isEmpty();
  }

  @Example
  void colour_comes_only_from_the_terminal_and_can_be_turned_off() {
    assertThat(run(Ink.COLOUR, "a.yaml")).isZero();
    assertThat(out()).contains("\u001b[1mROUND 1\u001b[0m");
    out.reset();
    assertThat(run(Ink.COLOUR, "a.yaml", "--no-color")).isZero();
    assertThat(out()).doesNotContain("\u001b");
  }

  @Example
  void a_misspelt_option_names_the_nearest_one() {
    assertThat(run("--jsno")).isEqualTo(2);
    assertThat(err()).isEqualTo("there is no option (--jsno): did you mean (--json)?" + nl());
    assertThat(out()).isEmpty();
    assertThat(read).isEmpty();
  }

  @Example
  void what_is_wrong_with_a_command_line_is_said_in_one_line() {
    misused("there is no option (--frobnicate): --help lists the options", "--frobnicate");
    misused("option (--on) needs a value after it: --on 2025-01-03", "--on");
    misused("option (--on) needs a day, not (tomorrow): --on 2025-01-03", "--on", "tomorrow");
    misused(
        "option (--as-known-at) needs the number of an entry, not (-1): --as-known-at 12",
        "--as-known-at=-1");
    misused("there is no entry [99]: the record has [1] to [14]", "--as-known-at", "99");
    misused("there is no diagram (stagee): did you mean (stage)?", "--diagram", "stagee");
    misused("there is no diagram (x): --diagram stage|offer|demand|obligation", "--diagram", "x");
    misused("option (--dot) says how a diagram is drawn: add --diagram stage", "--dot");
    misused("options (--rejudge, --write) exclude each other: give one", "--rejudge", "--write");
    misused("option (--json) does not go with (--write): leave one out", "--write", "--json");
    misused(
        "option (--as-known-at) does not go with (--write), which is about the whole file: leave"
            + " one out",
        "--as-known-at=2",
        "--write");
    misused(
        "option (--on) does not go with (--diagram), which is about the whole file: leave one out",
        "--on=2025-01-03",
        "--diagram=offer");
    misused(
        "option (--html) would overwrite the file that it reads (a.yaml): name another",
        "a.yaml",
        "--html",
        "a.yaml");
    misused(
        "option (--html) would overwrite the file that it reads (%s): name another"
            .formatted(Path.of("x", "..", "a.yaml")),
        "a.yaml",
        "--html=x/../a.yaml");
    misused(
        "option (--html) would overwrite the file that it reads (%s): name another"
            .formatted(Parley.EXAMPLE),
        "--html",
        Parley.EXAMPLE.toString());
    misused("one file at a time, not 2: (a.yaml, b.yaml)", "a.yaml", "b.yaml");
    misused("option (--json) takes no value: leave (=yes) out", "--json=yes");
    misused("option (--html) needs a value after it: --html target/talks.html", "--html");
    misused("option (--html) needs the name of a file: --html target/talks.html", "--html=");
    misused("there is no table (step): did you mean (steps)?", "--csv", "step");
    misused("there is no table (x): --csv " + String.join("|", RecordTables.NAMES), "--csv", "x");
    misused(
        "options (--csv, --markdown) exclude each other: give one", "--csv=steps", "--markdown");
  }

  private void misused(String message, String... args) {
    err.reset();
    out.reset();
    assertThat(run(args)).isEqualTo(2);
    assertThat(err()).isEqualTo(message + nl());
    assertThat(out()).isEmpty();
  }

  private static String nl() {
    return System.lineSeparator();
  }

  @Example
  void a_record_can_be_read_as_it_was_known() {
    assertThat(run("--as-known-at", "0", "a.yaml")).isZero();
    assertThat(out()).startsWith("Cease-fire talks, at the beginning").doesNotContain("ROUND 1");
  }

  @Example
  void a_record_can_be_read_as_it_was_known_at_an_entry() {
    assertThat(run("--as-known-at", "10", "a.yaml")).isZero();
    assertThat(out())
        .startsWith("Cease-fire talks, as known at [10]")
        .contains("WHERE THE TALKS STAND  2 December 2024: in recess")
        .doesNotContain("denied");
  }

  @Example
  void a_record_can_be_looked_at_on_another_day() {
    assertThat(run("--on=2025-02-01", "a.yaml")).isZero();
    assertThat(out())
        .contains("record to 3 January 2025")
        .contains("WHERE THE TALKS STAND  1 February 2025")
        .contains("passed 12 days ago");
  }

  @Example
  void every_output_can_be_asked_for() {
    assertThat(run("--json", "a.yaml")).isZero();
    assertThat(out()).isEqualTo(Json.of(Records.ceaseFire()));
    out.reset();
    assertThat(run("--write", "a.yaml")).isZero();
    assertThat(out()).isEqualTo("parley: 1\n");
    out.reset();
    assertThat(run("--rejudge", "a.yaml")).isZero();
    assertThat(out()).isEqualTo("the record keeps the rules: 14 entries, none would be refused\n");
    out.reset();
    assertThat(run("--rejudge", "--json", "a.yaml")).isZero();
    assertThat(out()).contains("\"rejudged\" : [ ]");
    read.clear();
    for (String table : Values.TABLES) {
      out.reset();
      assertThat(run("--diagram", table)).isZero();
      assertThat(out()).startsWith("stateDiagram-v2");
    }
    assertThat(read).isEmpty();
    out.reset();
    assertThat(run("--diagram", "stage", "--dot", "a.yaml")).isZero();
    assertThat(out()).startsWith("digraph").contains("\"IN_SESSION\" [style=\"rounded,filled\"");
  }

  @Example
  void a_diagram_of_the_stages_shows_where_the_talks_stood() {
    assertThat(run("a.yaml", "--diagram", "stage")).isZero();
    String now = out();
    Entry before =
        Records.ceaseFire().negotiation().chronicle().entries().stream()
            .filter(e -> !diagramAt(e).equals(now))
            .findFirst()
            .orElseThrow();
    out.reset();
    String number = String.valueOf(before.id().number());
    assertThat(run("a.yaml", "--diagram", "stage", "--as-known-at", number)).isZero();
    assertThat(out()).isEqualTo(diagramAt(before));
  }

  private static String diagramAt(Entry entry) {
    Transcript then = Records.ceaseFire().asKnownAt(entry.id());
    return Diagram.mermaid(Tables.STAGE, Optional.of(then.negotiation().situation().stage()));
  }

  @Example
  void a_page_is_written_into_a_file() {
    assertThat(run("a.yaml", "--html", "out/a.html")).isZero();
    assertThat(written).containsExactly("out/a.html\n" + Html.of(Records.ceaseFire()));
    assertThat(out()).isEqualTo("written: " + Path.of("out", "a.html") + nl());
    assertThat(run("a.yaml", "--html", "nowhere/a.html")).isEqualTo(1);
    assertThat(err())
        .isEqualTo(
            "cannot write (%s): there is no such folder".formatted(Path.of("nowhere", "a.html"))
                + nl());
  }

  @Example
  void rows_and_markdown_are_printed() {
    assertThat(run("--csv", "moves", "a.yaml")).isZero();
    assertThat(out()).isEqualTo(Export.of(Records.ceaseFire(), "moves"));
    out.reset();
    assertThat(run("--csv", "steps", "a.yaml")).isZero();
    assertThat(out()).isEqualTo(Export.of(Records.ceaseFire(), "steps"));
    out.reset();
    assertThat(run("--markdown", "a.yaml")).isZero();
    assertThat(out()).isEqualTo(Markdown.of(Records.ceaseFire()));
    assertThat(written).isEmpty();
  }

  @Example
  void help_names_every_option() {
    assertThat(run("--help")).isZero();
    assertThat(out())
        .contains(
            "--on",
            "--as-known-at",
            "--rejudge",
            "--json",
            "--write",
            "--html",
            "--csv",
            "--markdown",
            "--explore",
            "--diagram",
            "--dot",
            "--no-color",
            "--help",
            "exec:java");
    assertThat(out().lines()).allMatch(line -> line.length() <= 100);
  }

  @Example
  void help_and_the_version_are_printed_and_nothing_is_read() {
    assertThat(run("-h", "a.yaml")).isZero();
    String help = out();
    out.reset();
    assertThat(run("--help")).isZero();
    assertThat(out()).isEqualTo(help);
    out.reset();
    assertThat(run("--version", "a.yaml")).isZero();
    assertThat(out()).matches("parley \\S+\n");
    assertThat(read).isEmpty();
  }

  @Example
  void the_last_of_two_values_counts_and_what_follows_two_dashes_is_a_file() {
    assertThat(run("--csv=steps", "--csv", "moves", "--", "--a.yaml")).isZero();
    assertThat(out()).isEqualTo(Export.of(Records.ceaseFire(), "moves"));
    assertThat(read).containsExactly("--a.yaml");
    read.clear();
    assertThat(run("--no-colour", "-")).isZero();
    assertThat(read).containsExactly("-");
  }

  @Example
  void nothing_escapes_but_a_line_and_an_exit_code() {
    assertThat(run("broken.yaml")).isEqualTo(1);
    assertThat(err())
        .isEqualTo(
            "this is a defect of Parley, please report it:"
                + " java.lang.IllegalStateException: out of\\u001b order"
                + nl());
    err.reset();
    assertThat(run("a\0b")).isEqualTo(1);
    assertThat(err()).isEqualTo("no such file (a\\u0000b)" + nl());
  }
}
