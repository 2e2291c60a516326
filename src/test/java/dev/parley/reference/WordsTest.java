package dev.parley.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Enums;
import dev.parley.agreement.AgreementStage;
import dev.parley.agreement.Consent;
import dev.parley.agreement.ObligationState;
import dev.parley.progress.StepKind;
import dev.parley.report.Markdown;
import dev.parley.report.Transcript;
import dev.parley.scenario.Scenario;
import dev.parley.talks.ActKind;
import dev.parley.talks.DemandLife.DemandState;
import dev.parley.talks.Law;
import dev.parley.talks.Stage;
import dev.parley.talks.Standing.OfferState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Example;

/** What people read has words for people in it: of the examples, and of records drawn by lot. */
class WordsTest {
  /** A verdict and a kind of step are written so; of everything else a constant is no word. */
  private static final Pattern CONSTANT =
      Pattern.compile(
          Stream.of(
                  ActKind.values(),
                  Law.values(),
                  Stage.values(),
                  AgreementStage.values(),
                  ObligationState.values(),
                  DemandState.values(),
                  OfferState.values(),
                  Consent.Kind.values())
              .flatMap(Arrays::stream)
              .map(Enum::name)
              .filter(name -> name.contains("_") || name.length() > 4)
              .filter(name -> Enums.getIfPresent(StepKind.class, name).toJavaUtil().isEmpty())
              .distinct()
              .collect(Collectors.joining("|", "\\b(?:", ")\\b")));

  private static final Pattern LIST =
      Pattern.compile("\\[[a-z][a-z0-9-]*(?:, [a-z][a-z0-9-]*)+\\]");
  private static final Pattern ONE =
      Pattern.compile(
          "(?<![\\d.,:-])(?<!to )(?<!or )\\b1 (?:persons|days|levels|items|options|rounds|entries|coins|tons)\\b");
  private static final Pattern JAVA =
      Pattern.compile("\\b\\w+(?:\\{\\w+=|\\[\\w+=)|Optional\\[|@[0-9a-f]{6,}|\\bnull\\b");

  /** What is wrong in a text, but for headings. */
  private static List<String> wrong(String text) {
    String flowing =
        text.lines()
            .filter(line -> line.isEmpty() || !Character.isUpperCase(line.charAt(0)))
            .collect(Collectors.joining(" "))
            .replaceAll("\\s+", " ");
    return Stream.of(CONSTANT, LIST, ONE, JAVA)
        .flatMap(pattern -> pattern.matcher(unquoted(flowing)).results())
        .map(MatchResult::group)
        .toList();
  }

  /** What somebody said is said as it was said. */
  private static String unquoted(String text) {
    return text.replaceAll("\"[^\"]*\"", "\"\"");
  }

  /** A diagram is source text, in which ids are what they are. */
  private static String withoutDiagrams(String markdown) {
    return markdown.replaceAll("(?s)```.*?```", "");
  }

  private static Stream<Scenario> examples() {
    try (Stream<Path> files = Files.list(Path.of("examples"))) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .map(Scenario::read)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Example
  void the_transcripts_of_the_examples_have_words_for_people() {
    examples()
        .forEach(
            scenario -> {
              Transcript transcript = Transcript.of(scenario);
              assertThat(wrong(transcript.text())).as(scenario.title()).isEmpty();
              assertThat(wrong(withoutDiagrams(Markdown.of(transcript))))
                  .as(scenario.title())
                  .isEmpty();
              for (String party : ids(scenario)) {
                assertThat(unquoted(transcript.text()))
                    .as("the id of somebody who has a name")
                    .doesNotContainPattern("(?<![\\w-])" + party + "(?![\\w-])");
              }
            });
  }

  /** The ids of parties whose names differ from them in more than capitals. */
  private static List<String> ids(Scenario scenario) {
    return scenario.negotiation().agenda().actors().values().stream()
        .filter(a -> !a.name().toLowerCase(java.util.Locale.ROOT).contains(a.id().text()))
        .map(a -> a.id().text())
        .filter(id -> id.length() > 2)
        .toList();
  }

  @Example
  void the_transcripts_of_records_drawn_by_lot_have_words_for_people() {
    List<String> found =
        IntStream.rangeClosed(1, 300)
            .mapToObj(seed -> RandomRecords.of(seed).negotiation())
            .map(talks -> Transcript.of(Scenario.of("t", talks)).text())
            .flatMap(text -> wrong(text).stream())
            .distinct()
            .toList();
    assertThat(found).isEmpty();
  }

  @Example
  void what_is_wrong_is_found() {
    assertThat(wrong("the talks are IN_RECESS, north offers [pay, rest]: 1 days, Offer{by=north}"))
        .containsExactly("IN_RECESS", "[pay, rest]", "1 days", "Offer{by=");
    assertThat(wrong("\"IN_RECESS\", MOVED as attested, [1] [2]")).isEmpty();
  }
}
