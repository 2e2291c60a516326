package dev.parley.analysis.stability;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.LongToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is said of one decision maker's preferences, until the states are known. */
final class PreferenceStatements {
  /** The most states among which single facts are kept: their closure is quadratic. */
  static final int MOST_STATES = 4_096;

  private record Said(String state, String than, boolean better) {}

  private final String decisionMaker;
  private final List<Said> facts = new ArrayList<>();
  private int @Nullable [] payoffs;
  private @Nullable LongToIntFunction payoff;

  PreferenceStatements(String decisionMaker) {
    this.decisionMaker = decisionMaker;
  }

  void payoffs(int... values) {
    requireNothingSaid();
    payoffs = values.clone();
  }

  void payoff(LongToIntFunction byOptions) {
    requireNothingSaid();
    payoff = byOptions;
  }

  private void requireNothingSaid() {
    if (payoffs != null || payoff != null || !facts.isEmpty()) {
      throw new IllegalArgumentException(
          "preferences of (%s) are stated already: give payoffs once, and no single facts beside them"
              .formatted(decisionMaker));
    }
  }

  void better(String state, String than) {
    say(new Said(state, than, true));
  }

  void atLeastAsGood(String state, String than) {
    say(new Said(state, than, false));
  }

  private void say(Said said) {
    if (payoffs != null || payoff != null) {
      requireNothingSaid();
    }
    facts.add(said);
  }

  /** Returns what follows, for states of these names and option bits. */
  PreferenceOrder order(StateNames names, long[] decimals) {
    int states = names.size();
    if (payoffs != null) {
      if (payoffs.length != states) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "payoffs of (%s) are %,d, the model has %,d states: give one for each, in their order",
                decisionMaker,
                payoffs.length,
                states));
      }
      return PreferenceOrder.Ranked.ofPayoffs(payoffs);
    }
    if (payoff != null) {
      return PreferenceOrder.Ranked.ofPayoffs(Arrays.stream(decimals).mapToInt(payoff).toArray());
    }
    if (states > MOST_STATES) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "preferences of (%s) are single facts, or none, over %,d states: facts are kept for"
                  + " %,d at most. Give payoffs, which have no such bound",
              decisionMaker,
              states,
              MOST_STATES));
    }
    return closure(names);
  }

  private PreferenceOrder closure(StateNames names) {
    int states = names.size();
    BitSet[] under = new BitSet[states];
    BitSet[] better = new BitSet[states];
    List<int[]> strict = new ArrayList<>();
    for (int s = 0; s < states; s++) {
      under[s] = new BitSet(states);
      under[s].set(s);
      better[s] = new BitSet(states);
    }
    for (Said said : facts) {
      int state = names.number(said.state);
      int than = names.number(said.than);
      under[state].set(than);
      if (said.better) {
        strict.add(new int[] {state, than});
      }
    }
    BitSet[] stated = new BitSet[states];
    Arrays.setAll(stated, s -> (BitSet) under[s].clone());
    for (int via = 0; via < states; via++) {
      for (int s = 0; s < states; s++) {
        if (s != via && under[s].get(via)) {
          under[s].or(under[via]);
        }
      }
    }
    for (int[] pair : strict) {
      if (under[pair[1]].get(pair[0])) {
        throw cyclic(stated, pair, names);
      }
      for (int s = 0; s < states; s++) {
        if (under[s].get(pair[0])) {
          BitSet worse = under[pair[1]];
          for (int t = worse.nextSetBit(0); t >= 0; t = worse.nextSetBit(t + 1)) {
            better[t].set(s);
          }
        }
      }
    }
    PreferenceOrder.Facts known = new PreferenceOrder.Facts(better, under);
    return isComplete(known, states) ? known.completions()[0] : known;
  }

  private static boolean isComplete(PreferenceOrder.Facts known, int states) {
    for (int s = 0; s < states; s++) {
      if (known.better(s).cardinality() + known.notBetter(s).cardinality() < states) {
        return false;
      }
    }
    return true;
  }

  /** Names the shortest way from the worse state of a strict fact back to the better one. */
  private IllegalArgumentException cyclic(BitSet[] stated, int[] strict, StateNames names) {
    int[] before = new int[stated.length];
    Arrays.fill(before, -1);
    before[strict[1]] = strict[1];
    Deque<Integer> queue = new ArrayDeque<>(List.of(strict[1]));
    while (before[strict[0]] < 0) {
      int s = queue.remove();
      for (int t = stated[s].nextSetBit(0); t >= 0; t = stated[s].nextSetBit(t + 1)) {
        if (before[t] < 0) {
          before[t] = s;
          queue.add(t);
        }
      }
    }
    List<Integer> circle = new ArrayList<>(List.of(strict[0]));
    for (int s = strict[0]; s != strict[1]; s = before[s]) {
      circle.add(1, before[s]);
    }
    circle.add(strict[0]);
    return new IllegalArgumentException(
        "preferences of (%s) are cyclic: (%s), each at least as good as the next, the first better than the second. Take one of these facts back"
            .formatted(
                decisionMaker,
                circle.stream().map(names::name).collect(Collectors.joining(") ("))));
  }
}
