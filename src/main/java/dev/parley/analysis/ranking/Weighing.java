package dev.parley.analysis.ranking;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.Terms;
import dev.parley.analysis.ranking.Standing.Answer;
import dev.parley.analysis.ranking.Standing.Question;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Holds one outcome against all others. What is best for it in one party's unknown comparisons is
 * best against every other outcome at once: it can be put right below those that are known to be at
 * least as good, above all the rest. So pairs decide what may be, as they decide what must be.
 */
final class Weighing {
  private final List<Ranking> rankings;
  private final ImmutableSet<Terms> outcomes;
  private final Terms outcome;
  private final Set<Question> open = new LinkedHashSet<>();

  Weighing(List<Ranking> rankings, ImmutableSet<Terms> outcomes, Terms outcome) {
    this.rankings = rankings;
    this.outcomes = outcomes;
    this.outcome = outcome;
  }

  Standing standing() {
    Answer acceptable = acceptable();
    Optional<Terms> better = others().filter(this::isDominatedBy).findFirst();
    Answer efficient = better.isPresent() ? Answer.NO : efficient();
    return new Standing(
        outcome, acceptable, efficient, better, winner(), ImmutableList.copyOf(open));
  }

  private java.util.stream.Stream<Terms> others() {
    return outcomes.stream().filter(o -> !o.equals(outcome));
  }

  private Answer acceptable() {
    boolean refused = false;
    ImmutableList.Builder<Question> unknown = ImmutableList.builder();
    for (Ranking ranking : rankings) {
      if (ranking.isBetter(Terms.NONE, outcome)) {
        refused = true;
      } else if (!ranking.isAtLeastAsGood(outcome, Terms.NONE)) {
        unknown.add(new Question(ranking.party(), outcome, Terms.NONE));
      }
    }
    if (refused) {
      return Answer.NO;
    }
    open.addAll(unknown.build());
    return unknown.build().isEmpty() ? Answer.YES : Answer.CANNOT_TELL;
  }

  private boolean isDominatedBy(Terms other) {
    return rankings.stream().allMatch(r -> r.isAtLeastAsGood(other, outcome))
        && rankings.stream().anyMatch(r -> r.isBetter(other, outcome));
  }

  private boolean mayBeDominatedBy(Terms other) {
    return rankings.stream().noneMatch(r -> r.isBetter(outcome, other))
        && !rankings.stream().allMatch(r -> r.isAtLeastAsGood(outcome, other));
  }

  /** Decides where nothing is known to dominate it. */
  private Answer efficient() {
    List<Terms> rivals = others().filter(this::mayBeDominatedBy).toList();
    for (Terms rival : rivals) {
      for (Ranking ranking : rankings) {
        boolean known =
            ranking.isBetter(rival, outcome)
                || ranking.isAtLeastAsGood(outcome, rival)
                    && ranking.isAtLeastAsGood(rival, outcome);
        if (!known) {
          open.add(new Question(ranking.party(), outcome, rival));
        }
      }
    }
    return rivals.isEmpty() ? Answer.YES : Answer.CANNOT_TELL;
  }

  private Answer winner() {
    if (others().allMatch(other -> margin(other, false) <= 0)) {
      return Answer.YES;
    }
    return others().allMatch(other -> margin(other, true) <= 0) ? Answer.CANNOT_TELL : Answer.NO;
  }

  /**
   * Returns how many more like another better than like it less, what is unknown being so or so.
   */
  private int margin(Terms other, boolean inFavour) {
    int margin = 0;
    for (Ranking ranking : rankings) {
      if (inFavour) {
        margin +=
            ranking.isBetter(other, outcome) ? 1 : ranking.isAtLeastAsGood(other, outcome) ? 0 : -1;
      } else {
        margin +=
            ranking.isBetter(outcome, other) ? -1 : ranking.isAtLeastAsGood(outcome, other) ? 0 : 1;
      }
    }
    return margin;
  }
}
