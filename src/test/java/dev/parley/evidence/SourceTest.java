package dev.parley.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.agenda.ActorId;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Example;

class SourceTest {
  private static final ActorId HAMAS = ActorId.of("hamas");
  private static final ActorId ISRAEL = ActorId.of("israel");
  private static final ActorId QATAR = ActorId.of("qatar");
  private static final Function<ActorId, String> NAMES =
      id -> Character.toUpperCase(id.text().charAt(0)) + id.text().substring(1);

  @Example
  void a_source_is_described_by_whom_it_speaks_for_who_speaks_and_via_whom() {
    Source statement = Source.statementOf("hamas-1", HAMAS);
    assertThat(statement.describe(NAMES)).isEqualTo("Hamas");
    assertThat(statement.withSpeaker("a senior official").withVia("news").describe(NAMES))
        .isEqualTo("Hamas, a senior official, via news");
    assertThat(statement.withSpeaker("an official").withAnonymous(true).describe(NAMES))
        .isEqualTo("Hamas, an official (not named)");
    assertThat(statement.withName("a letter").describe(NAMES)).isEqualTo("Hamas, in a letter");
    assertThat(
            Source.builder()
                .id("s")
                .kind(Source.Kind.STATEMENT)
                .anonymous(true)
                .via("news")
                .build()
                .describe(NAMES))
        .isEqualTo("a source who asked not to be named, via news");
    assertThat(Source.report("news", "The Daily").describe(NAMES)).isEqualTo("The Daily");
    assertThat(Source.document("deal", "The agreement of 2023").describe(NAMES))
        .isEqualTo("The agreement of 2023");
    assertThat(Source.builder().id("r-1").kind(Source.Kind.REPORT).build().describe(NAMES))
        .isEqualTo("report r-1");
  }

  @Example
  void a_statement_is_somebodys() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Source.builder().id("s").kind(Source.Kind.STATEMENT).build())
        .withMessage(
            "source (s) is a statement of nobody: say whom it speaks for, who speaks, or that the"
                + " speaker is anonymous");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Source.report("news", "The Daily").withVia("news"))
        .withMessage(
            "source (news) must not be known via itself: name the outlet, or leave via out");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Source.report("news", " "))
        .withMessage("name of source news ( ) must not be blank: leave it out, or say it in words");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Source.report("The News", "x"))
        .withMessageStartingWith("source id (The News) has (T) at character 1");
  }

  @Example
  void on_whose_word_a_deed_stands_follows_from_who_says_so() {
    Set<ActorId> principals = Set.of(HAMAS, ISRAEL);
    Source hamas = Source.statementOf("h", HAMAS);
    assertThat(Attribution.of(HAMAS, hamas, principals::contains)).isEqualTo(Attribution.ATTESTED);
    assertThat(Attribution.of(ISRAEL, hamas, principals::contains)).isEqualTo(Attribution.ALLEGED);
    assertThat(Attribution.of(HAMAS, Source.statementOf("q", QATAR), principals::contains))
        .isEqualTo(Attribution.REPORTED);
    assertThat(Attribution.of(QATAR, Source.statementOf("q", QATAR), principals::contains))
        .isEqualTo(Attribution.ATTESTED);
    assertThat(Attribution.of(HAMAS, Source.report("n", "The Daily"), principals::contains))
        .isEqualTo(Attribution.REPORTED);
  }
}
