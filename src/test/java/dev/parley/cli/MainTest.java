package dev.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Optional;
import net.jqwik.api.Example;

class MainTest {
  private static int run(ByteArrayOutputStream out, ByteArrayOutputStream err, String... args) {
    return new Program(
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            Ink.PLAIN,
            Main::load,
            Files::writeString,
            Optional.empty())
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
        .contains("MOVED as attested", "MIXED if [", "open: no verdict yet")
        .contains("in 17 days", "reconciles (about = 5 %", "together with", "WHAT IS NOT REPORTED")
        .doesNotContain("violat");
    assertThat(text.lines()).allMatch(line -> PlainText.width(line) <= TextLayout.WIDTH);
  }

  @Example
  void what_is_written_reads_back_as_the_same_record() {
    String written = told("--write");
    assertThat(Scenario.parse("again.yaml", written))
        .isEqualTo(Scenario.read(Path.of(Arguments.DEFAULT_FILE)));
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
    Path file = Path.of(Arguments.DEFAULT_FILE);
    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream(Files.readAllBytes(file)));
      assertThat(told("-")).isEqualTo(told(file.toString()));
      System.setIn(new ByteArrayInputStream(new byte[] {(byte) 0xff}));
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      assertThat(run(new ByteArrayOutputStream(), err, "-")).isEqualTo(1);
      assertThat(err.toString(StandardCharsets.UTF_8).strip())
          .isEqualTo("standard input is not UTF-8");
    } finally {
      System.setIn(before);
    }
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
