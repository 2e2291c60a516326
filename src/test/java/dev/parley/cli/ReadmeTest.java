package dev.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Example;

/** What the README says of the command line and of Maven. */
class ReadmeTest {
  private static final Pattern BLOCK =
      Pattern.compile("^```(\\w*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  private static final Pattern VERSION =
      Pattern.compile("<artifactId>([\\w-]+)</artifactId>\\s*<version>([^<]+)</version>");

  private static List<String> blocks(String language) throws IOException {
    return BLOCK
        .matcher(Files.readString(Path.of("README.md")).replace("\r", ""))
        .results()
        .filter(block -> block.group(1).equals(language))
        .map(block -> block.group(2))
        .toList();
  }

  @Example
  void the_outcome_that_it_shows_is_the_one_that_is_printed() throws IOException {
    String shown =
        blocks("").stream().filter(block -> block.contains("[25]")).findFirst().orElseThrow();
    assertThat(Main.load(Parley.EXAMPLE).transcript().text()).contains("\n" + shown);
  }

  @Example
  void every_command_that_it_shows_is_one_and_its_options_are() throws IOException {
    List<String> lines =
        blocks("").stream()
            .flatMap(String::lines)
            .filter(line -> line.startsWith("parley "))
            .toList();
    assertThat(lines).hasSize(9);
    var known = Program.commands().getSubcommands();
    for (String line : lines) {
      List<String> words = List.of(line.split("  ")[0].split(" "));
      assertThat(known).containsKey(words.get(1));
      assertThat(known.get(words.get(1)).getCommandSpec().optionsMap().keySet())
          .containsAll(words.stream().filter(word -> word.startsWith("-")).toList());
    }
  }

  /** The build of a user's project pins what Parley's own build pins. */
  @Example
  void its_pom_has_the_versions_of_the_build() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    List<MatchResult> versions = VERSION.matcher(String.join("", blocks("xml"))).results().toList();
    assertThat(versions)
        .extracting(version -> version.group(1))
        .contains("parley", "maven-compiler-plugin", "exec-maven-plugin");
    for (MatchResult version : versions) {
      if (!version.group(1).equals("first-talks")) {
        assertThat(pom)
            .containsPattern(
                "<artifactId>%s</artifactId>\\s*<version>%s</version>"
                    .formatted(version.group(1), Pattern.quote(version.group(2))));
      }
    }
  }
}
