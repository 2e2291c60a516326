package dev.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.files.WholeFile;
import dev.parley.report.Transcript.Ink;
import dev.parley.report.words.PlainText;
import dev.parley.report.words.TextLayout;
import dev.parley.scenario.Scenario;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import net.jqwik.api.Example;

class MainTest {
  private static int run(ByteArrayOutputStream out, ByteArrayOutputStream err, String... args) {
    PrintStream complaints = new PrintStream(err, false, StandardCharsets.UTF_8);
    return new Program(
            new Desk(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                complaints,
                Ink.PLAIN,
                TextLayout.WIDTH,
                Main::load,
                WholeFile::write,
                new ProgressLines(complaints, () -> 0)))
        .run(args);
  }

  private static String told(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    assertThat(run(out, err, args)).as(err.toString(StandardCharsets.UTF_8)).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }

  @Example
  void the_example_says_what_moved_what_is_alleged_and_what_nobody_reported() {
    String text = told();
    assertThat(text)
        .contains("MOVED as attested", "MIXED if allegation [", "open: no verdict yet")
        .contains(
            "in 17 days", "adds up (reading \"about\" as", "together with", "WHAT IS NOT REPORTED")
        .doesNotContain("violat");
    assertThat(text.lines()).allMatch(line -> PlainText.width(line) <= TextLayout.WIDTH);
  }

  @Example
  void what_is_written_reads_back_as_the_same_record() {
    String written = told("--write");
    assertThat(Scenario.parse("again.yaml", written)).isEqualTo(Scenario.read(Parley.EXAMPLE));
  }

  @Example
  void a_file_with_problems_lists_them_all_and_prints_nothing() throws Exception {
    Path file = Files.createTempFile("parley", ".yaml");
    try {
      Files.writeString(file, "parley: 1\ntitel: Talks\nparties: 7\n");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      assertThat(run(out, err, file.toString())).isEqualTo(1);
      assertThat(out.size()).isZero();
      assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSizeGreaterThan(1);
    } finally {
      Files.delete(file);
    }
  }

  @Example
  void a_file_that_is_not_there_is_named() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    assertThat(run(new ByteArrayOutputStream(), err, "nowhere.yaml")).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8).strip())
        .isEqualTo("no such file (nowhere.yaml)");
  }

  @Example
  void a_record_can_be_piped_in() throws Exception {
    Path file = Parley.EXAMPLE;
    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream(Files.readAllBytes(file)));
      assertThat(told("-")).isEqualTo(told(file.toString()));
      System.setIn(new ByteArrayInputStream(new byte[] {(byte) 0xff}));
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      assertThat(run(new ByteArrayOutputStream(), err, "-")).isEqualTo(1);
      assertThat(err.toString(StandardCharsets.UTF_8).strip())
          .isEqualTo(
              "standard input:1:1: byte 0xFF at offset 0 is not UTF-8: save the file as UTF-8");
    } finally {
      System.setIn(before);
    }
  }

  @Example
  void a_page_is_as_wide_as_the_terminal_but_no_wider_than_is_readable() {
    assertThat(Main.width(Map.of("COLUMNS", "80"), () -> 70)).isEqualTo(80);
    assertThat(Main.width(Map.of(), () -> 70)).isEqualTo(70);
    assertThat(Main.width(Map.of("COLUMNS", "wide"), () -> 240)).isEqualTo(100);
    assertThat(Main.width(Map.of("COLUMNS", "20"), () -> 240)).isEqualTo(60);
  }

  @Example
  void colour_needs_a_terminal_that_wants_it() {
    assertThat(Main.ink(true, Map.of("TERM", "xterm"))).isEqualTo(Ink.COLOUR);
    assertThat(Main.ink(true, Map.of())).isEqualTo(Ink.COLOUR);
    assertThat(Main.ink(false, Map.of("TERM", "xterm"))).isEqualTo(Ink.PLAIN);
    assertThat(Main.ink(true, Map.of("NO_COLOR", "1"))).isEqualTo(Ink.PLAIN);
    assertThat(Main.ink(true, Map.of("NO_COLOR", ""))).isEqualTo(Ink.COLOUR);
    assertThat(Main.ink(true, Map.of("TERM", "dumb"))).isEqualTo(Ink.PLAIN);
  }
}
