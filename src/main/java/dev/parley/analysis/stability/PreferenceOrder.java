package dev.parley.analysis.stability;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;

/** What is known of one decision maker's preferences over the states. */
abstract sealed class PreferenceOrder {
  /** Returns whether a state is better than another. */
  abstract Comparison better(int state, int than);

  /** Returns a few complete rankings in which all of this holds; of a complete one, itself. */
  abstract Ranked[] completions();

  /** Every state has a rank, from 0 for the worst, ties allowed: nothing is unknown. */
  static final class Ranked extends PreferenceOrder {
    final int[] rank;
    final int ranks;

    private Ranked(int[] rank, int ranks) {
      this.rank = rank;
      this.ranks = ranks;
    }

    /** Takes any numbers, a higher one for a better state. */
    static Ranked ofPayoffs(int[] payoffs) {
      int[] distinct = IntStream.of(payoffs).sorted().distinct().toArray();
      int[] rank = new int[payoffs.length];
      for (int state = 0; state < rank.length; state++) {
        rank[state] = Arrays.binarySearch(distinct, payoffs[state]);
      }
      return new Ranked(rank, distinct.length);
    }

    @Override
    Comparison better(int state, int than) {
      return rank[state] > rank[than] ? Comparison.BETTER : Comparison.NOT_BETTER;
    }

    @Override
    Ranked[] completions() {
      return new Ranked[] {this};
    }
  }

  /** Single facts and all that follows from them. */
  static final class Facts extends PreferenceOrder {
    /** By state: those that are known to be better. */
    private final BitSet[] better;

    /** By state: those that are known not to be better, itself among them. */
    private final BitSet[] notBetter;

    Facts(BitSet[] better, BitSet[] notBetter) {
      this.better = better;
      this.notBetter = notBetter;
    }

    @Override
    Comparison better(int state, int than) {
      if (better[than].get(state)) {
        return Comparison.BETTER;
      }
      return notBetter[than].get(state) ? Comparison.NOT_BETTER : Comparison.UNKNOWN;
    }

    BitSet better(int than) {
      return better[than];
    }

    BitSet notBetter(int than) {
      return notBetter[than];
    }

    /**
     * Four rankings that differ much: each state as low as the facts allow, each as high, and two
     * without a tie that is not known. A state that is at least as good as another has at least as
     * many that it is known to be at least as good as: by that number they can be sorted.
     */
    @Override
    Ranked[] completions() {
      int states = better.length;
      int[] below = new int[states];
      int[] twin = new int[states];
      for (int s = 0; s < states; s++) {
        below[s] = notBetter[s].cardinality();
        twin[s] = s;
        for (int t = notBetter[s].nextSetBit(0); t < s; t = notBetter[s].nextSetBit(t + 1)) {
          if (notBetter[t].get(s)) {
            twin[s] = t;
            break;
          }
        }
      }
      int[] ascending =
          IntStream.range(0, states)
              .boxed()
              .sorted(Comparator.comparing((Integer s) -> below[s]).thenComparing(s -> twin[s]))
              .mapToInt(s -> s)
              .toArray();
      int[] opposite =
          IntStream.range(0, states)
              .boxed()
              .sorted(Comparator.comparing((Integer s) -> below[s]).thenComparing(s -> -twin[s]))
              .mapToInt(s -> s)
              .toArray();
      return new Ranked[] {
        Ranked.ofPayoffs(lowest(ascending)),
        Ranked.ofPayoffs(highest(ascending)),
        Ranked.ofPayoffs(apart(ascending, twin)),
        Ranked.ofPayoffs(apart(opposite, twin))
      };
    }

    private int[] lowest(int[] ascending) {
      int[] level = new int[ascending.length];
      for (int s : ascending) {
        BitSet under = notBetter[s];
        for (int t = under.nextSetBit(0); t >= 0; t = under.nextSetBit(t + 1)) {
          level[s] = Math.max(level[s], level[t] + (better[t].get(s) ? 1 : 0));
        }
      }
      return level;
    }

    private int[] highest(int[] ascending) {
      int[] level = new int[ascending.length];
      for (int i = ascending.length - 1; i >= 0; i--) {
        int s = ascending[i];
        BitSet under = notBetter[s];
        for (int t = under.nextSetBit(0); t >= 0; t = under.nextSetBit(t + 1)) {
          level[t] = Math.min(level[t], level[s] - (better[t].get(s) ? 1 : 0));
        }
      }
      return level;
    }

    private static int[] apart(int[] ascending, int[] twin) {
      int[] place = new int[ascending.length];
      for (int i = 0; i < ascending.length; i++) {
        int s = ascending[i];
        place[s] = twin[s] == s ? i : place[twin[s]];
      }
      return place;
    }
  }
}
