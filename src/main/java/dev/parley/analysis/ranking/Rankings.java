package dev.parley.analysis.ranking;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Terms;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What several parties' {@linkplain Ranking rankings} say of some outcomes, whatever utilities fit
 * them: which are efficient and which dominated, which nobody refuses, and which would win. If both
 * like a rise of 4 with a hall better than a rise of 3, the second is not efficient, whatever the
 * hall is worth; if nobody knows how the port likes the two, it cannot be told.
 *
 * <p>The outcomes are those that some ranking names, without {@link Terms#NONE}, which is having no
 * agreement. Parties complete what is unknown independently of each other.
 *
 * @param rankings what is known of the parties, two or more, one each
 * @param standings what follows for each outcome, in the order in which the rankings name them
 */
public record Rankings(ImmutableList<Ranking> rankings, ImmutableList<Standing> standings) {
  /** The most comparisons: outcomes times outcomes times parties. */
  static final long MOST_COMPARISONS = 20_000_000;

  /**
   * {@return what follows from some rankings}
   *
   * @param rankings what is known of the parties, two or more, one each
   * @throws IllegalArgumentException if there are fewer than two, a party has two, none names an
   *     outcome, or they name too many
   */
  public static Rankings of(Ranking... rankings) {
    return of(List.of(rankings));
  }

  /**
   * {@return what follows from some rankings}
   *
   * @param rankings what is known of the parties, two or more, one each
   * @throws IllegalArgumentException if there are fewer than two, a party has two, none names an
   *     outcome, or they name too many
   */
  public static Rankings of(Collection<Ranking> rankings) {
    ImmutableList<Ranking> all = ImmutableList.copyOf(rankings);
    Set<ActorId> seen = new HashSet<>();
    Set<Terms> outcomes = new LinkedHashSet<>();
    for (Ranking ranking : all) {
      if (!seen.add(ranking.party())) {
        throw new IllegalArgumentException(
            "party (%s) has two rankings: one party, one ranking".formatted(ranking.party()));
      }
      outcomes.addAll(ranking.outcomes());
    }
    outcomes.remove(Terms.NONE);
    if (all.size() < 2 || outcomes.isEmpty()) {
      throw new IllegalArgumentException(
          "rankings (%s) name %s outcomes: two parties and one outcome are needed at least"
              .formatted(all, outcomes.size()));
    }
    long comparisons = (long) outcomes.size() * outcomes.size() * all.size();
    if (comparisons > MOST_COMPARISONS) {
      throw new IllegalArgumentException(
          "rankings name %s outcomes for %s parties, which makes %s comparisons, more than %s: rank fewer outcomes"
              .formatted(outcomes.size(), all.size(), comparisons, MOST_COMPARISONS));
    }
    ImmutableSet<Terms> candidates = ImmutableSet.copyOf(outcomes);
    return new Rankings(
        all,
        candidates.stream()
            .map(outcome -> new Weighing(all, candidates, outcome).standing())
            .collect(ImmutableList.toImmutableList()));
  }

  /**
   * {@return what follows for one outcome}
   *
   * @param outcome an outcome that some ranking names
   * @throws IllegalArgumentException if none names it
   */
  public Standing standing(Terms outcome) {
    return standings.stream()
        .filter(s -> s.outcome().equals(outcome))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "outcome (%s) is in no ranking: compare it with another".formatted(outcome)));
  }
}
