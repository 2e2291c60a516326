package dev.parley.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.scenario.ScenarioException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** A file in canonical form with every verb in it, and beside it what the record breaks. */
class GoldenTest {
  private static final Path FILES = Path.of("src/test/resources/dev/parley/scenario");

  private static String text() {
    try {
      return Files.readString(FILES.resolve("every-verb.yaml"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Example
  void a_canonical_file_is_written_as_it_was_read() {
    assertThat(Scenario.read(FILES.resolve("every-verb.yaml")).write()).isEqualTo(text());
  }

  @Example
  void what_the_record_breaks_stands_beside_it() throws IOException {
    Scenario scenario = Scenario.read(FILES.resolve("every-verb.yaml"));
    List<String> findings =
        scenario.findings().entries().stream().map(e -> e.getKey() + " " + e.getValue()).toList();
    assertThat(findings).isEqualTo(Files.readAllLines(FILES.resolve("every-verb.findings")));
  }

  @Example
  void every_verb_is_there() {
    for (String verb : Verb.texts()) {
      assertThat(text()).containsPattern(" " + verb + "[:,}]");
    }
  }

  private record Change(int at, int length, String with) {
    String of(String text) {
      int from = at % text.length();
      return text.substring(0, from)
          + with
          + text.substring(Math.min(text.length(), from + length));
    }
  }

  @Provide
  static Arbitrary<List<Change>> changes() {
    Arbitrary<String> words =
        Arbitraries.of(
            "",
            "\n",
            ": ",
            ", ",
            "{",
            "}",
            "[",
            "]",
            "- ",
            "o1",
            "south",
            "5",
            "-1",
            "all",
            "when",
            "accepts",
            "demands of",
            "id: d1, ",
            "1e9",
            "2024-13",
            "\"",
            "border",
            "~",
            "many");
    return Combinators.combine(
            Arbitraries.integers().between(0, 100_000), Arbitraries.integers().between(0, 8), words)
        .as(Change::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  @Tag("slow")
  @Property(tries = 1500)
  void a_garbled_file_is_read_or_its_problems_are_told(@ForAll("changes") List<Change> changes) {
    String garbled = text();
    for (Change change : changes) {
      garbled = change.of(garbled);
    }
    try {
      Scenario read = Scenario.parse("x.yaml", garbled);
      assertThat(Scenario.parse("again.yaml", read.write())).isEqualTo(read);
    } catch (ScenarioException e) {
      Collection<Problem> problems = e.problems();
      assertThat(problems).isNotEmpty().allSatisfy(p -> assertThat(p.message()).isNotBlank());
    }
  }
}
