package dev.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.compare.Comparison;
import dev.parley.compare.Matching;
import dev.parley.report.words.PlainText;
import dev.parley.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Example;

/** Two records side by side, on the command line; and a record as it was known on a day. */
class CompareTest extends Terminal {
  private static final String ONE =
      """
      parley: 1
      title: A wage round
      record-to: 2023-05-09
      parties:
        union: {name: Writers' union, role: principal}
        studios: {name: Studios, role: principal}
      issues:
        rise: {from: 0, to: 10, by: 1, unit: percent}
      sources:
        late: {report: A later paper, on: 2024-02}
      accounts:
        list: {unit: persons, whole: {members: 100}, parts: {out: 90, back: 10}, sources: {members: late, out: late, back: late}}
      record:
        - {studios opens round, on: 2023-05-01}
        - {studios offers: union, rise: 5, on: 2023-05-01}
        - {union sets deadline: strike, date: 2023-05-20, on: 2023-05-04}
      """;
  private static final String OTHER =
      ONE.replace("rise: 5, on: 2023-05-01", "rise: 5, on: 2023-05").replace("A wage", "The wage");

  private Path one = Path.of("");
  private Path other = Path.of("");

  @Override
  void fill() throws IOException {
    one = Files.writeString(folder.resolve("one.yaml"), ONE);
    other = Files.writeString(folder.resolve("other.yaml"), OTHER);
  }

  private Comparison comparison() {
    return Comparison.of(Scenario.read(one), Scenario.read(other));
  }

  @Example
  void compare_prints_text_json_a_table_a_page_pairs_or_a_merge() {
    assertThat(run("compare", one, other)).isZero();
    assertThat(out()).isEqualTo(comparison().text(80));
    assertThat(run("compare", one, other, "--width=60")).isZero();
    assertThat(out().lines()).allMatch(line -> PlainText.width(line) <= 60);
    assertThat(run("compare", one, other, "--json")).isZero();
    assertThat(out()).isEqualTo(comparison().json());
    assertThat(run("compare", one, other, "--csv", "differences")).isZero();
    assertThat(out()).isEqualTo(comparison().tables().files().get("differences.csv"));
    assertThat(run("compare", one, other, "--page")).isZero();
    assertThat(out()).isEqualTo(comparison().page());
    Path merged = folder.resolve("merged.yaml");
    assertThat(run("compare", one, other, "--merge", "-o", merged)).isZero();
    assertThat(Scenario.read(merged)).isEqualTo(Scenario.read(one));
  }

  @Example
  void all_tables_go_into_a_folder_that_is_made() {
    Path tables = folder.resolve("deep").resolve("tables");
    assertThat(run("compare", one, other, "--csv=all", "--out", tables)).isZero();
    comparison()
        .tables()
        .files()
        .forEach((name, text) -> assertThat(tables.resolve(name)).hasContent(text));
    assertThat(out()).contains("written: " + tables.resolve("datapackage.json"));
  }

  @Example
  void a_matching_is_listed_corrected_by_hand_and_read_back() throws IOException {
    Path pairs = folder.resolve("pairs.csv");
    assertThat(run("compare", one, other, "--list-pairs", "-o", pairs)).isZero();
    assertThat(Matching.parse(Files.readString(pairs))).isEqualTo(comparison().matching());
    Files.writeString(pairs, "2,2\n");
    assertThat(run("compare", one, other, "--pairs", pairs)).isZero();
    assertThat(out())
        .isEqualTo(
            Comparison.of(Scenario.read(one), Scenario.read(other), Matching.parse("2,2"))
                .text(80));
    Files.writeString(pairs, "2,2\n3,2\n");
    fails(
        1,
        pairs + ": entry [2] of the second record is in two pairs: keep one",
        "compare",
        one,
        other,
        "--pairs",
        pairs);
    Path none = folder.resolve("none.csv");
    fails(
        1,
        "cannot read (" + none + "): there is no such file",
        "compare",
        one,
        other,
        "--pairs",
        none);
  }

  @Example
  void what_does_not_go_together_is_said_in_one_line() {
    fails(2, "compare needs two files: parley compare a.yaml b.yaml", "compare");
    fails(2, "compare needs two files, not 1 (a): parley compare a.yaml b.yaml", "compare", "a");
    fails(2, "standard input (-) is one file: name the other", "compare", "-", "-");
    fails(
        2,
        "options (--json, --merge) exclude each other: give one",
        "compare",
        one,
        other,
        "--json",
        "--merge");
    fails(
        2,
        "option (--csv all) writes several files: add --out DIR",
        "compare",
        one,
        other,
        "--csv",
        "all");
    fails(2, "option (--out) is for tables: add --csv all", "compare", one, other, "--out", "x");
    fails(
        2,
        "there is no table (diferences): did you mean (differences)?",
        "compare",
        one,
        other,
        "--csv",
        "diferences");
    fails(
        2,
        "option (-o) would overwrite the file that it reads (" + other + "): name another",
        "compare",
        one,
        other,
        "--merge",
        "-o",
        other);
    assertThat(other).hasContent(OTHER);
  }

  @Example
  void as_known_on_a_day_nothing_later_shows_through() {
    assertThat(run("show", one, "--as-known-on", "2023-05-03", "--no-colour")).isZero();
    assertThat(out())
        .startsWith("A wage round, as known on 3 May 2023")
        .doesNotContain("strike", "list (persons)", "9 May", "2024");
    assertThat(run("show", one, "--on", "2023-05-03", "--no-colour")).isZero();
    assertThat(out()).doesNotContain("strike", "list (persons)", "9 May", "2024");
    // After the last entry, but before the record ends and the account was published.
    assertThat(run("show", one, "--on", "2023-05-05", "--no-colour")).isZero();
    assertThat(out()).contains("strike").doesNotContain("list (persons)", "9 May", "2024");
    assertThat(run("show", one, "--as-known-on", "2024-03-01", "--no-colour")).isZero();
    assertThat(out()).contains("strike", "list (persons)", "record to 9 May 2023");
    fails(
        2,
        "option (--as-known-on) needs a day, not (x): --as-known-on 2025-01-03",
        "show",
        one,
        "--as-known-on",
        "x");
    fails(
        2,
        "options (--as-known-at, --as-known-on) exclude each other: give one",
        "show",
        one,
        "--as-known-on",
        "2023-05-03",
        "--as-known-at",
        "1");
  }
}
