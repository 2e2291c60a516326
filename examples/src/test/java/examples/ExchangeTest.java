package examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.explore.Counterexample;
import dev.parley.talks.Negotiation;
import dev.parley.talks.RuleBook;
import dev.parley.talks.Stage;
import dev.parley.testing.LegalPlay;
import dev.parley.testing.Negotiations;
import dev.parley.testing.Script;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** The rule in random play, and in every play: with its mistake, and mended. */
class ExchangeTest {
  private static LegalPlay plays(ReleaseForRelease.Bound bound) {
    return LegalPlay.ANY
        .on(Exchange.AGENDA)
        .under(RuleBook.DEFAULT.and(new ReleaseForRelease(bound)))
        .withMoves(10, 40);
  }

  private static boolean isBroken(Script play) {
    return play.course().states().stream()
        .map(Negotiation::situation)
        .anyMatch(Exchange::somebodyReleasedForNothing);
  }

  @Provide
  Arbitrary<Script> mended() {
    return Negotiations.plays()
        .on(Exchange.AGENDA)
        .under(RuleBook.DEFAULT.and(new ReleaseForRelease(ReleaseForRelease.Bound.IN_EFFECT)))
        .withMoves(10, 40);
  }

  @Property
  void nobody_releases_for_nothing_under_the_mended_rule(@ForAll("mended") Script play) {
    Statistics.label("in force")
        .collect(
            play.course().states().stream().anyMatch(t -> t.situation().stage() == Stage.IN_FORCE))
        .coverage(coverage -> coverage.check(true).count(n -> n > 0));
    assertThat(isBroken(play)).as(play.toString()).isFalse();
  }

  @Example
  void random_play_finds_the_mistake_and_tells_it_in_five_moves() {
    LegalPlay plays = plays(ReleaseForRelease.Bound.BY_PROMISE);
    Script found =
        LongStream.range(0, 100_000)
            .mapToObj(plays::draw)
            .filter(ExchangeTest::isBroken)
            .findFirst()
            .orElseThrow();
    Script simplest = found.simplest(ExchangeTest::isBroken);
    System.out.println(simplest);
    assertThat(simplest.moves()).as(simplest.toString()).hasSize(5);
  }

  @Example
  void exploring_finds_the_mistake_in_as_many_moves() {
    Counterexample<?, ?> found =
        Exchange.explored(ReleaseForRelease.Bound.BY_PROMISE).counterexample().orElseThrow();
    assertThat(found.play().steps()).hasSize(5);
  }

  @Example
  void no_play_at_all_breaks_the_mended_rule() {
    var explored = Exchange.explored(ReleaseForRelease.Bound.IN_EFFECT);
    assertThat(explored.holds()).as(explored.toString()).isTrue();
  }
}
