package dev.parley.analysis.ranking;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Terms;
import dev.parley.analysis.bargaining.Fraction;
import dev.parley.analysis.bargaining.Profile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is known of the order in which one party likes outcomes: all of it, a part, or single
 * comparisons. A party likes a whole withdrawal better than half of one, and that at least as well
 * as no agreement; of a tenth nobody has heard it speak.
 *
 * <pre>{@code
 * Terms whole = Terms.on(agenda).set("withdrawal", "100").build();
 * Terms half = Terms.on(agenda).set("withdrawal", "50").build();
 * Ranking.of("hamas").order(whole, half).atLeastAsGood(half, Terms.NONE).build();
 * }</pre>
 *
 * <p>{@link Terms#NONE} is having no agreement. What follows from the comparisons counts as known,
 * too: who likes a better than b and b better than c likes a better than c. Everything else is
 * unknown, not alike.
 *
 * <p>Law: nothing is stated to be better than what is at least as good as itself. Immutable.
 */
public final class Ranking {
  /** The most outcomes that a ranking may name: what follows is found in their square. */
  public static final int MOST_OUTCOMES = 1_000;

  private final ActorId party;
  private final Closure known;

  private Ranking(ActorId party, Closure known) {
    this.party = party;
    this.known = known;
  }

  /**
   * {@return a builder of a ranking, of which nothing is known}
   *
   * @param party whose ranking it is
   */
  public static Builder of(String party) {
    return new Builder(ActorId.of(party));
  }

  /**
   * {@return the whole order in which a profile puts some outcomes, and having no agreement, if its
   * reservation is known}
   *
   * @param profile what the party makes of the outcomes
   * @param outcomes some outcomes of the profile's space, one or more
   * @throws IllegalArgumentException if one is not an outcome of the space, or there are more than
   *     {@value #MOST_OUTCOMES}
   */
  public static Ranking of(Profile profile, Iterable<Terms> outcomes) {
    record Valued(Terms outcome, Fraction utility) {}
    List<Valued> all = new ArrayList<>();
    for (Terms outcome : ImmutableSet.copyOf(outcomes)) {
      all.add(new Valued(outcome, profile.utility(outcome)));
    }
    profile.reservedUtility().ifPresent(u -> all.add(new Valued(Terms.NONE, u)));
    all.sort(Comparator.comparing(Valued::utility).reversed());
    Builder builder = new Builder(profile.party());
    for (int i = 0; i < all.size(); i++) {
      builder.names(all.get(i).outcome);
      if (i > 0 && all.get(i - 1).utility.equals(all.get(i).utility)) {
        builder.asGood(all.get(i - 1).outcome, all.get(i).outcome);
      } else if (i > 0) {
        builder.better(all.get(i - 1).outcome, all.get(i).outcome);
      }
    }
    return builder.build();
  }

  /** {@return whose ranking it is} */
  public ActorId party() {
    return party;
  }

  /** {@return what it names: the outcomes, in the order in which they were named} */
  public ImmutableSet<Terms> outcomes() {
    return known.outcomes();
  }

  /**
   * {@return whether one outcome is known to be better than another}
   *
   * @param first the one
   * @param second the other
   */
  public boolean isBetter(Terms first, Terms second) {
    return known.isBetter(first, second);
  }

  /**
   * {@return whether one outcome is known to be at least as good as another; each is as good as
   * itself}
   *
   * @param first the one
   * @param second the other
   */
  public boolean isAtLeastAsGood(Terms first, Terms second) {
    return first.equals(second) || known.isAtLeastAsGood(first, second);
  }

  /** {@return the party and how much it names, such as {@code union: 4 outcomes}} */
  @Override
  public String toString() {
    int named = outcomes().size();
    return "%s: %s outcome%s".formatted(party, named, named == 1 ? "" : "s");
  }

  /** Builds a ranking. */
  public static final class Builder {
    private final ActorId party;
    private final Set<Terms> outcomes = new LinkedHashSet<>();
    private final List<Closure.Stated> stated = new ArrayList<>();

    Builder(ActorId party) {
      this.party = party;
    }

    /**
     * Says that some outcomes are better one than the next.
     *
     * @param bestFirst the outcomes, the best first, two or more
     * @return this builder
     * @throws IllegalArgumentException if there are fewer than two
     */
    public Builder order(Terms... bestFirst) {
      if (bestFirst.length < 2) {
        throw new IllegalArgumentException(
            "order of (%s) names %s outcome: an order needs two or more, the best first"
                .formatted(party, bestFirst.length));
      }
      for (int i = 1; i < bestFirst.length; i++) {
        better(bestFirst[i - 1], bestFirst[i]);
      }
      return this;
    }

    /**
     * Says that one outcome is better than another.
     *
     * @param one the better one
     * @param other the other
     * @return this builder
     */
    public Builder better(Terms one, Terms other) {
      return say(new Closure.Stated(one, other, true));
    }

    /**
     * Says that one outcome is better than another, or as good.
     *
     * @param one the one
     * @param other the other
     * @return this builder
     */
    public Builder atLeastAsGood(Terms one, Terms other) {
      return say(new Closure.Stated(one, other, false));
    }

    /**
     * Says that two outcomes are alike.
     *
     * @param one the one
     * @param other the other
     * @return this builder
     */
    public Builder asGood(Terms one, Terms other) {
      return atLeastAsGood(one, other).atLeastAsGood(other, one);
    }

    private Builder say(Closure.Stated fact) {
      names(fact.one());
      names(fact.other());
      stated.add(fact);
      return this;
    }

    private void names(Terms outcome) {
      outcomes.add(outcome);
      if (outcomes.size() > MOST_OUTCOMES) {
        throw new IllegalArgumentException(
            "ranking of (%s) names more than %s outcomes: compare fewer, or give the party a profile with numbers"
                .formatted(party, MOST_OUTCOMES));
      }
    }

    /**
     * {@return the ranking, with all that follows}
     *
     * @throws IllegalArgumentException if an outcome is stated to be better than one that is at
     *     least as good as itself
     */
    public Ranking build() {
      return new Ranking(
          party, Closure.of(party, ImmutableSet.copyOf(outcomes), ImmutableList.copyOf(stated)));
    }
  }
}
