package dev.parley.analysis;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.parley.analysis.Commitment.Precondition;
import dev.parley.demand.Tie;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What can be carried out, by the definition, over all sets: a witness for small linkages. */
final class NaiveLinkage {
  private NaiveLinkage() {}

  /** Adds the smallest set that can be carried out at once, until there is none. */
  static Set<String> carriedOut(Linkage linkage) {
    return carriedOut(linkage, Set.of());
  }

  /** The same, once some are exchanged. */
  static Set<String> carriedOut(Linkage linkage, Set<String> exchanged) {
    Set<String> done = new HashSet<>(linkage.done());
    if (!exchanged.isEmpty()) {
      done.addAll(carriedOut(linkage));
      done.addAll(exchanged);
    }
    while (true) {
      Set<String> rest = Sets.difference(linkage.commitments().keySet(), done).immutableCopy();
      Set<String> next =
          Sets.powerSet(rest).stream()
              .filter(s -> !s.isEmpty() && atOnce(linkage, s, done))
              .min(java.util.Comparator.comparingInt(Set::size))
              .orElse(ImmutableSet.of());
      if (next.isEmpty()) {
        return done;
      }
      done.addAll(next);
    }
  }

  static boolean freed(Linkage linkage) {
    return carriedOut(linkage).size() == linkage.commitments().size();
  }

  static boolean atOnce(Linkage linkage, Set<String> set, Set<String> done) {
    return set.stream()
        .allMatch(c -> linkage.preconditions().get(c).stream().anyMatch(a -> met(a, set, done)));
  }

  private static boolean met(Set<Precondition> all, Set<String> set, Set<String> done) {
    return all.stream()
        .allMatch(
            p -> done.contains(p.on()) || p.order() == Tie.Order.TOGETHER && set.contains(p.on()));
  }

  /** Whether a set could be carried out at once, were its AFTERs on each other TOGETHERs. */
  static boolean exchangeable(Linkage linkage, Set<String> set) {
    Set<String> both = Sets.union(set, carriedOut(linkage));
    return set.stream()
        .allMatch(
            c ->
                linkage.preconditions().get(c).stream()
                    .anyMatch(a -> a.stream().allMatch(p -> both.contains(p.on()))));
  }

  /** The sets, none of whose members can be left out, that pass a test. */
  static Set<Set<String>> smallest(
      Set<String> among, java.util.function.Predicate<Set<String>> test) {
    List<Set<String>> passing = Sets.powerSet(among).stream().filter(test).toList();
    Set<Set<String>> least = new HashSet<>();
    for (Set<String> set : passing) {
      if (passing.stream().noneMatch(o -> o.size() < set.size() && set.containsAll(o))) {
        least.add(ImmutableSet.copyOf(set));
      }
    }
    return least;
  }
}
