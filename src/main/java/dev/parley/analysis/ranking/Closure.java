package dev.parley.analysis.ranking;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Terms;
import java.util.Arrays;
import java.util.BitSet;

/** All that follows from comparisons of outcomes. */
final class Closure {
  private final ImmutableMap<Terms, Integer> numbers;

  /** By outcome: those that it is at least as good as. */
  private final BitSet[] under;

  /** By outcome: those that it is better than. */
  private final BitSet[] below;

  /** One comparison. */
  record Stated(Terms one, Terms other, boolean strictly) {}

  private Closure(ImmutableMap<Terms, Integer> numbers) {
    this.numbers = numbers;
    this.under = new BitSet[numbers.size()];
    this.below = new BitSet[numbers.size()];
    Arrays.setAll(under, i -> new BitSet());
    Arrays.setAll(below, i -> new BitSet());
  }

  static Closure of(ActorId party, ImmutableSet<Terms> outcomes, ImmutableList<Stated> stated) {
    ImmutableMap.Builder<Terms, Integer> numbers = ImmutableMap.builder();
    int next = 0;
    for (Terms outcome : outcomes) {
      numbers.put(outcome, next++);
    }
    Closure closure = new Closure(numbers.buildOrThrow());
    closure.state(stated);
    closure.close();
    for (Stated fact : stated) {
      if (fact.strictly && closure.isContradicted(fact)) {
        throw new IllegalArgumentException(
            "ranking of (%s) states that (%s) is better than (%s), and by what else it states the second is at least as good as the first"
                .formatted(party, fact.one, fact.other));
      }
    }
    return closure;
  }

  private boolean isContradicted(Stated fact) {
    return under[number(fact.other)].get(number(fact.one));
  }

  private void state(ImmutableList<Stated> stated) {
    for (int i = 0; i < under.length; i++) {
      under[i].set(i);
    }
    for (Stated fact : stated) {
      under[number(fact.one)].set(number(fact.other));
      if (fact.strictly) {
        below[number(fact.one)].set(number(fact.other));
      }
    }
  }

  /**
   * What is at least as good as something is so of all below it; and what is better than something,
   * or at least as good as what is better, is better than all below that.
   */
  private void close() {
    for (int via = 0; via < under.length; via++) {
      for (int i = 0; i < under.length; i++) {
        if (under[i].get(via)) {
          under[i].or(under[via]);
        }
      }
    }
    BitSet[] stated = new BitSet[below.length];
    Arrays.setAll(stated, i -> (BitSet) below[i].clone());
    for (int i = 0; i < under.length; i++) {
      BitSet reached = new BitSet();
      for (int at = under[i].nextSetBit(0); at >= 0; at = under[i].nextSetBit(at + 1)) {
        reached.or(stated[at]);
      }
      for (int at = reached.nextSetBit(0); at >= 0; at = reached.nextSetBit(at + 1)) {
        below[i].or(under[at]);
      }
    }
  }

  private int number(Terms outcome) {
    Integer number = numbers.get(outcome);
    return number == null ? -1 : number;
  }

  ImmutableSet<Terms> outcomes() {
    return numbers.keySet();
  }

  boolean isBetter(Terms first, Terms second) {
    return holds(below, first, second);
  }

  boolean isAtLeastAsGood(Terms first, Terms second) {
    return holds(under, first, second);
  }

  private boolean holds(BitSet[] relation, Terms first, Terms second) {
    int from = number(first);
    int to = number(second);
    return from >= 0 && to >= 0 && relation[from].get(to);
  }
}
