package dev.parley.analysis;

import com.google.common.collect.Comparators;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.Booleans;
import dev.parley.analysis.Commitment.Relief;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * All sets of reliefs none of which can be left out, by increasing size, that free everything or
 * one commitment. To free everything, what is blocked and waits for nothing else that is blocked
 * must be relieved in one member at least: so many such parts as there are, so many reliefs are
 * needed, and each is tried in turn (a hitting set, by iterative deepening). To free one, something
 * must be relieved of what it waits for, directly or not, or itself.
 */
final class ReliefSearch {
  private static final ImmutableList<Relief.Kind> KINDS =
      ImmutableList.copyOf(Relief.Kind.values());

  private final LinkageGraph web;
  private final ImmutableSet<Relief.Kind> kinds;
  private final OptionalInt target;
  private int budget;
  private final Relief.Kind[] chosen;
  private final List<TreeSet<Integer>> found = new ArrayList<>();
  private Set<Set<Integer>> seen = new HashSet<>();
  private boolean cut;
  private int bound;

  ReliefSearch(LinkageGraph web, ImmutableSet<Relief.Kind> kinds, OptionalInt target, int budget) {
    this.web = web;
    this.kinds = kinds;
    this.target = target;
    this.budget = budget;
    chosen = new Relief.Kind[web.size()];
  }

  SmallestSets<Relief> all() {
    boolean complete = false;
    for (int size = 0; size <= web.size() && !complete && budget > 0; size++) {
      cut = false;
      seen = new HashSet<>();
      bound = found.isEmpty() ? Math.max(bound, size) : bound;
      deepen(new TreeSet<>(), size);
      complete = !cut && budget > 0;
    }
    found.sort(
        Comparator.<TreeSet<Integer>>comparingInt(TreeSet::size)
            .thenComparing(
                s -> s, Comparators.<Integer, Integer>lexicographical(Comparator.naturalOrder())));
    ImmutableList.Builder<ImmutableSet<Relief>> sets = ImmutableList.builder();
    found.forEach(s -> sets.add(reliefs(s)));
    return new SmallestSets<>(sets.build(), complete, bound);
  }

  private ImmutableSet<Relief> reliefs(Set<Integer> set) {
    return set.stream()
        .map(code -> new Relief(KINDS.get(code % KINDS.size()), web.names.get(code / KINDS.size())))
        .collect(ImmutableSet.toImmutableSet());
  }

  private void deepen(Set<Integer> set, int more) {
    if (budget <= 0 || !seen.add(ImmutableSet.copyOf(set))) {
      return;
    }
    if (found.stream().anyMatch(set::containsAll)) {
      return;
    }
    budget--;
    Fixpoint after = new Fixpoint(web, chosen);
    if (target.isPresent() ? after.carried[target.getAsInt()] : after.isFree()) {
      found.add(new TreeSet<>(set));
      return;
    }
    if (target.isPresent()) {
      waitedFor(set, more, after.blocked());
      return;
    }
    Rings rings = new Rings(web, after.blocked());
    boolean[] sinks = rings.sinks();
    int needed = Booleans.countTrue(sinks);
    if (set.isEmpty()) {
      bound = Math.max(bound, needed);
    }
    if (needed > more) {
      cut = true;
      return;
    }
    relieveOne(set, more, members(smallest(sinks, rings.components()), rings.components()));
  }

  private void relieveOne(Set<Integer> set, int more, List<Integer> commitments) {
    for (int c : commitments) {
      for (Relief.Kind kind : kinds) {
        relieve(set, more, c, kind);
      }
    }
  }

  /** Relieves something of what the target waits for; what else there is makes no difference. */
  private void waitedFor(Set<Integer> set, int more, boolean[] blocked) {
    bound = Math.max(bound, 1);
    if (more < 1) {
      cut = true;
      return;
    }
    int[][] waits = web.waits(blocked);
    BitSet reached = new BitSet();
    reached.set(target.getAsInt());
    List<Integer> open = new ArrayList<>(List.of(target.getAsInt()));
    while (!open.isEmpty()) {
      for (int other : waits[open.remove(open.size() - 1)]) {
        if (!reached.get(other)) {
          reached.set(other);
          open.add(other);
        }
      }
    }
    relieveOne(set, more, reached.stream().boxed().toList());
  }

  private void relieve(Set<Integer> set, int more, int commitment, Relief.Kind kind) {
    if (chosen[commitment] != null || !helps(commitment, kind)) {
      return;
    }
    int code = commitment * KINDS.size() + KINDS.indexOf(kind);
    chosen[commitment] = kind;
    set.add(code);
    deepen(set, more - 1);
    set.remove(code);
    unchoose(commitment);
  }

  @SuppressWarnings("NullAway") // no relief is null in this array
  private void unchoose(int commitment) {
    chosen[commitment] = null;
  }

  private boolean helps(int commitment, Relief.Kind kind) {
    return switch (kind) {
      case WAIVE -> true;
      case REORDER -> {
        boolean first = false;
        for (int a : web.own[commitment]) {
          first |= web.after[a].length > 0;
        }
        yield first;
      }
      case SPLIT -> web.divisible[commitment] && web.own[commitment].length > 0;
    };
  }

  private static int smallest(boolean[] sinks, Components components) {
    int[] size = new int[sinks.length];
    for (int component : components.of) {
      if (component >= 0) {
        size[component]++;
      }
    }
    int best = -1;
    for (int i = 0; i < sinks.length; i++) {
      if (sinks[i] && (best < 0 || size[i] < size[best])) {
        best = i;
      }
    }
    return best;
  }

  private static List<Integer> members(int component, Components components) {
    List<Integer> members = new ArrayList<>();
    for (int c = 0; c < components.of.length; c++) {
      if (components.of[c] == component) {
        members.add(c);
      }
    }
    return members;
  }
}
