package dev.parley.analysis;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.analysis.Commitment.Precondition;
import dev.parley.demand.Tie;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A linkage by number: commitments and alternatives in the order in which they were given. */
final class LinkageGraph {
  final ImmutableList<String> names;

  /** Which commitment an alternative belongs to. */
  final int[] owner;

  /** What an alternative needs done first, and what it needs done by then. */
  final int[][] after;

  final int[][] together;

  /** The alternatives of a commitment. */
  final int[][] own;

  /** The alternatives that need a commitment done first, and those that need it done by then. */
  final int[][] afterIt;

  final int[][] withIt;
  final boolean[] done;
  final boolean[] divisible;

  LinkageGraph(
      ImmutableMap<String, ImmutableList<ImmutableSet<Precondition>>> preconditions,
      ImmutableSet<String> done,
      ImmutableSet<String> divisible) {
    names = preconditions.keySet().asList();
    ImmutableMap<String, Integer> index = index(names);
    List<int[]> firsts = new ArrayList<>();
    List<int[]> togethers = new ArrayList<>();
    List<Integer> owners = new ArrayList<>();
    own = new int[names.size()][];
    for (int c = 0; c < names.size(); c++) {
      int start = owners.size();
      for (ImmutableSet<Precondition> alternative : preconditions.values().asList().get(c)) {
        owners.add(c);
        firsts.add(needs(alternative, Tie.Order.AFTER, index));
        togethers.add(needs(alternative, Tie.Order.TOGETHER, index));
      }
      own[c] = java.util.stream.IntStream.range(start, owners.size()).toArray();
    }
    owner = owners.stream().mapToInt(Integer::intValue).toArray();
    after = firsts.toArray(int[][]::new);
    together = togethers.toArray(int[][]::new);
    afterIt = users(after);
    withIt = users(together);
    this.done = flags(done);
    this.divisible = flags(divisible);
  }

  private static ImmutableMap<String, Integer> index(ImmutableList<String> names) {
    ImmutableMap.Builder<String, Integer> index = ImmutableMap.builder();
    for (int i = 0; i < names.size(); i++) {
      index.put(names.get(i), i);
    }
    return index.buildOrThrow();
  }

  private static int[] needs(
      ImmutableSet<Precondition> all, Tie.Order order, ImmutableMap<String, Integer> index) {
    return all.stream()
        .filter(p -> p.order() == order)
        .mapToInt(p -> java.util.Objects.requireNonNull(index.get(p.on())))
        .distinct()
        .toArray();
  }

  private int[][] users(int[][] needs) {
    int[] count = new int[names.size()];
    for (int[] need : needs) {
      for (int c : need) {
        count[c]++;
      }
    }
    int[][] users = new int[names.size()][];
    Arrays.setAll(users, c -> new int[count[c]]);
    for (int a = 0; a < needs.length; a++) {
      for (int c : needs[a]) {
        users[c][--count[c]] = a;
      }
    }
    return users;
  }

  private boolean[] flags(ImmutableSet<String> chosen) {
    boolean[] flags = new boolean[names.size()];
    for (int c = 0; c < flags.length; c++) {
      flags[c] = chosen.contains(names.get(c));
    }
    return flags;
  }

  int size() {
    return names.size();
  }

  /** Returns, for each commitment, the blocked ones that it waits for; none for the others. */
  int[][] waits(boolean[] blocked) {
    int[][] waits = new int[size()][];
    for (int c = 0; c < size(); c++) {
      if (!blocked[c]) {
        waits[c] = new int[0];
        continue;
      }
      java.util.stream.IntStream.Builder all = java.util.stream.IntStream.builder();
      for (int a : own[c]) {
        for (int d : after[a]) {
          all.add(d);
        }
        for (int d : together[a]) {
          all.add(d);
        }
      }
      waits[c] = all.build().filter(d -> blocked[d]).distinct().toArray();
    }
    return waits;
  }
}
