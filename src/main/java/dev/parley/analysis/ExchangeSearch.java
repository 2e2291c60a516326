package dev.parley.analysis;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.Booleans;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The smallest sets of blocked commitments that need nothing blocked outside themselves. */
final class ExchangeSearch {
  private final LinkageGraph web;
  private final boolean[] blocked;
  private int budget;
  private final List<TreeSet<Integer>> found = new ArrayList<>();

  ExchangeSearch(LinkageGraph web, boolean[] blocked, int budget) {
    this.web = web;
    this.blocked = blocked;
    this.budget = budget;
  }

  SmallestSets<String> all() {
    for (int seed : sinksFirst()) {
      grow(new TreeSet<>(List.of(seed)), new ArrayList<>(List.of(seed)));
    }
    found.sort(
        Comparator.<TreeSet<Integer>>comparingInt(TreeSet::size)
            .thenComparing(TreeSet::first)
            .thenComparing(Object::toString));
    ImmutableList.Builder<ImmutableSet<String>> sets = ImmutableList.builder();
    for (TreeSet<Integer> set : found) {
      sets.add(set.stream().map(web.names::get).collect(ImmutableSet.toImmutableSet()));
    }
    boolean complete = budget > 0;
    int bound =
        complete && !found.isEmpty()
            ? found.get(0).size()
            : Booleans.countTrue(blocked) == 0 ? 0 : 2;
    return new SmallestSets<>(sets.build(), complete, bound);
  }

  private List<Integer> sinksFirst() {
    Components components = new Rings(web, blocked).components();
    List<Integer> seeds = new ArrayList<>();
    for (int c = 0; c < blocked.length; c++) {
      if (blocked[c]) {
        seeds.add(c);
      }
    }
    seeds.sort(Comparator.comparingInt(c -> components.of[c]));
    return seeds;
  }

  private void grow(NavigableSet<Integer> set, List<Integer> wanting) {
    if (budget-- <= 0 || found.stream().anyMatch(set::containsAll)) {
      return;
    }
    if (wanting.isEmpty()) {
      found.removeIf(f -> f.containsAll(set));
      found.add(new TreeSet<>(set));
      return;
    }
    int next = wanting.remove(wanting.size() - 1);
    for (int a : web.own[next]) {
      TreeSet<Integer> grown = new TreeSet<>(set);
      List<Integer> still = new ArrayList<>(wanting);
      add(web.after[a], grown, still);
      add(web.together[a], grown, still);
      grow(grown, still);
    }
    wanting.add(next);
  }

  private void add(int[] needs, NavigableSet<Integer> set, List<Integer> wanting) {
    for (int c : needs) {
      if (blocked[c] && set.add(c)) {
        wanting.add(c);
      }
    }
  }
}
