package examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.agenda.Agenda;
import dev.parley.agenda.Scale;
import dev.parley.rules.Rules;
import dev.parley.talks.ActKind;
import dev.parley.talks.Negotiation;
import dev.parley.talks.RuleBook;
import dev.parley.talks.Situation;
import dev.parley.testing.LegalPlay;
import org.junit.jupiter.api.Test;

/** Random plays under JUnit 5 alone: what fails is told as the simplest play, and how to see it. */
class PlainJUnitTest {
  private static final Agenda WAGES =
      Agenda.builder()
          .principal("union", "Writers' union")
          .principal("studios", "Studios")
          .issue("rise", Scale.quantity("0", "10", "0.5", "percent"))
          .build();

  @Test
  void no_issue_is_open_and_closed_at_once() {
    String met =
        LegalPlay.ANY
            .on(WAGES)
            .under(RuleBook.DEFAULT.and(Rules.goalposts()))
            .covering(ActKind.RAISE_DEMAND, ActKind.CLOSE_ROUND)
            .check(100, play -> play.course().peek(PlainJUnitTest::isOpenOrClosed));
    assertThat(met).contains("kinds of moves");
  }

  private static void isOpenOrClosed(Negotiation now) {
    Situation here = now.situation();
    assertThat(here.openIssues()).noneMatch(here.closed()::containsKey);
  }

  @Test
  void what_fails_is_told_as_the_simplest_play() {
    LegalPlay plays = LegalPlay.ANY.on(WAGES).withoutCoverage();
    assertThatThrownBy(
            () ->
                plays.check(
                    100,
                    play ->
                        assertThat(play.course().end().situation().standingDemands()).isEmpty()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("demands");
  }
}
