package dev.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.evidence.EntryId;
import dev.parley.report.Golden;
import dev.parley.report.Transcript;
import dev.parley.report.words.PlainText;
import dev.parley.report.words.TextLayout;
import dev.parley.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Example;

/** The scenarios under examples, each replayed as the command line does it. */
class ExamplesTest {
  private static List<Path> files() {
    try (Stream<Path> files = Files.list(Path.of("examples"))) {
      return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".yaml", "");
  }

  @Example
  void five_are_real_negotiations() {
    assertThat(files())
        .extracting(ExamplesTest::name)
        .contains("colombia-2016", "gaza-2025", "gaza-deal", "iran-1981", "wga-2023");
  }

  @Example
  void each_reads_as_its_transcript_says() {
    for (Path file : files()) {
      Golden.check(name(file) + ".txt", Main.load(file).transcript().text());
    }
  }

  @Example
  void each_keeps_to_the_width_of_a_page_at_every_entry() {
    for (Path file : files()) {
      Transcript whole = Main.load(file).transcript();
      int size = whole.negotiation().chronicle().size();
      for (int entry = 1; entry <= size; entry++) {
        String text = whole.asKnownAt(new EntryId(entry)).text();
        assertThat(text).contains("[" + entry + "]", "WHERE THE TALKS STAND");
        assertThat(text.lines()).allMatch(line -> PlainText.width(line) <= TextLayout.WIDTH);
      }
    }
  }

  @Example
  void each_is_written_in_a_form_that_reads_back_equal_and_is_written_alike() {
    for (Path file : files()) {
      String written = Main.load(file).written();
      Scenario again = Scenario.parse("again.yaml", written);
      assertThat(again).isEqualTo(Scenario.read(file));
      assertThat(again.write()).isEqualTo(written);
    }
  }
}
