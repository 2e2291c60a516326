package examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agreement.Obligation;
import dev.parley.agreement.ObligationState;
import dev.parley.explore.Exploration.Counterexample;
import dev.parley.talks.AfterDeal;
import dev.parley.talks.Negotiation;
import dev.parley.talks.RuleBook;
import dev.parley.talks.Situation;
import dev.parley.testing.LegalPlay;
import dev.parley.testing.Negotiations;
import dev.parley.testing.Script;
import java.util.Comparator;
import java.util.Set;
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
        .withMoves(20, 60);
  }

  /** Judged when somebody releases: what is owed for it can be replaced, or excused, afterwards. */
  private static boolean isBroken(Script play) {
    Set<Obligation> before = Set.of();
    for (Negotiation state : play.course().states()) {
      Situation now = state.situation();
      Set<Obligation> released = Exchange.released(now);
      for (Obligation done : released) {
        if (!before.contains(done) && Exchange.isForNothing(now, done)) {
          return true;
        }
      }
      before = released;
    }
    return false;
  }

  private static boolean somebodyReleased(Script play) {
    return play.course().end().situation().obligations().values().stream()
        .anyMatch(status -> status.state() == ObligationState.FULFILLED);
  }

  @Provide
  Arbitrary<Script> mended() {
    return Negotiations.plays()
        .on(Exchange.AGENDA)
        .under(RuleBook.DEFAULT.and(new ReleaseForRelease(ReleaseForRelease.Bound.IN_EFFECT)))
        .withMoves(20, 60);
  }

  @Property
  void nobody_releases_for_nothing_under_the_mended_rule(@ForAll("mended") Script play) {
    Statistics.label("somebody has released")
        .collect(somebodyReleased(play))
        .coverage(coverage -> coverage.check(true).count(n -> n > 0));
    assertThat(isBroken(play)).as(play::toString).isFalse();
  }

  @Example
  void random_play_finds_the_mistake_and_tells_it_in_three_moves() {
    LegalPlay plays = plays(ReleaseForRelease.Bound.BY_PROMISE);
    // Each is made as short as it can be, in talks where nobody must ratify; two ways to the
    // mistake differ in length.
    Script shortest =
        LongStream.range(0, 100_000)
            .mapToObj(plays::draw)
            .filter(ExchangeTest::isBroken)
            .limit(3)
            .map(found -> found.simplest(ExchangeTest::isBroken))
            .min(Comparator.comparingInt(play -> play.moves().size()))
            .orElseThrow();
    assertThat(shortest.moves()).as(shortest::toString).hasSize(3);
    assertThat(shortest.moves().get(2).act()).isInstanceOf(AfterDeal.Perform.class);
  }

  @Example
  void exploring_finds_the_mistake_with_two_ratifications_more() {
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
