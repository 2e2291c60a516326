package dev.parley.analysis;

import com.google.common.collect.Comparators;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * The smallest exchanges after which one commitment can be carried out, or is. Each way to carry it
 * out chooses an alternative for everything blocked on the way; what then waits in a ring through
 * an AFTER must be exchanged, with all that it waits for, and the rest follows.
 */
final class TargetExchanges {
  private final LinkageGraph web;
  private final boolean[] blocked;
  private int budget;
  private final int[] choice;
  private final List<BitSet> found = new ArrayList<>();

  TargetExchanges(LinkageGraph web, boolean[] blocked, int budget) {
    this.web = web;
    this.blocked = blocked;
    this.budget = budget;
    choice = new int[web.size()];
    Arrays.fill(choice, -1);
  }

  SmallestSets<String> of(int target) {
    if (!blocked[target]) {
      return new SmallestSets<>(ImmutableList.of(), true, 0);
    }
    BitSet first = new BitSet();
    first.set(target);
    choose(first, new ArrayList<>(List.of(target)));
    found.sort(
        Comparator.comparingInt(BitSet::cardinality)
            .thenComparing(
                set -> set.stream().boxed().toList(),
                Comparators.<Integer, Integer>lexicographical(Comparator.naturalOrder())));
    ImmutableList.Builder<ImmutableSet<String>> sets = ImmutableList.builder();
    for (BitSet set : found) {
      sets.add(set.stream().mapToObj(web.names::get).collect(ImmutableSet.toImmutableSet()));
    }
    boolean complete = budget > 0;
    return new SmallestSets<>(
        sets.build(), complete, complete && !found.isEmpty() ? found.get(0).cardinality() : 2);
  }

  private void choose(BitSet needed, List<Integer> wanting) {
    if (budget-- <= 0) {
      return;
    }
    if (wanting.isEmpty()) {
      keep(exchanged(needed));
      return;
    }
    int next = wanting.remove(wanting.size() - 1);
    for (int alternative : web.own[next]) {
      choice[next] = alternative;
      BitSet grown = (BitSet) needed.clone();
      List<Integer> still = new ArrayList<>(wanting);
      for (int[] needs : new int[][] {web.after[alternative], web.together[alternative]}) {
        for (int other : needs) {
          if (blocked[other] && !grown.get(other)) {
            grown.set(other);
            still.add(other);
          }
        }
      }
      choose(grown, still);
    }
    choice[next] = -1;
    wanting.add(next);
  }

  private void keep(BitSet exchange) {
    if (found.stream().noneMatch(smaller -> holds(exchange, smaller))) {
      found.removeIf(larger -> holds(larger, exchange));
      found.add(exchange);
    }
  }

  private static boolean holds(BitSet larger, BitSet smaller) {
    BitSet lacking = (BitSet) smaller.clone();
    lacking.andNot(larger);
    return lacking.isEmpty();
  }

  private BitSet exchanged(BitSet needed) {
    BitSet exchange = new BitSet();
    needed.stream()
        .forEach(
            one -> {
              for (int other : web.after[choice[one]]) {
                if (blocked[other] && reached(other).get(one)) {
                  exchange.or(reached(one));
                }
              }
            });
    return exchange;
  }

  /** Returns a commitment and all blocked ones that it waits for, by the alternatives chosen. */
  private BitSet reached(int from) {
    BitSet reached = new BitSet();
    reached.set(from);
    List<Integer> open = new ArrayList<>(List.of(from));
    while (!open.isEmpty()) {
      int next = open.remove(open.size() - 1);
      for (int[] needs : new int[][] {web.after[choice[next]], web.together[choice[next]]}) {
        for (int other : needs) {
          if (blocked[other] && !reached.get(other)) {
            reached.set(other);
            open.add(other);
          }
        }
      }
    }
    return reached;
  }
}
