package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.demand.Offer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What becomes of its maker's standing offers to somebody when it makes new ones. They replace
 * those that share an issue with them, save among alternatives: one made alone that is one of them
 * changes nothing, and one that improves one of them takes its place beside the others. It improves
 * that one with which alone it shares an issue, or else a value or a condition. Immutable.
 *
 * @param kept the alternatives beside which the new offers stand
 * @param replaced the offers that the new ones replace
 */
record Replacement(ImmutableSet<Offer> kept, ImmutableSet<Offer> replaced) {
  /**
   * Returns what becomes of the offers of one party to another.
   *
   * @param standing all standing offers
   * @param by who makes new offers
   * @param to to whom
   * @param made what it makes: the new offers to that addressee
   */
  static Replacement of(Map<Offer, Standing> standing, ActorId by, ActorId to, List<Offer> made) {
    Set<Offer> kept = new LinkedHashSet<>();
    Set<Offer> replaced = new LinkedHashSet<>();
    Set<Offer> seen = new LinkedHashSet<>();
    standing.forEach(
        (offer, how) -> {
          if (offer.by().equals(by) && how.open().containsKey(to) && !seen.contains(offer)) {
            Set<Offer> group = new LinkedHashSet<>(Set.of(offer));
            how.alternatives().stream()
                .filter(o -> standing.containsKey(o) && open(standing, o).containsKey(to))
                .forEach(group::add);
            seen.addAll(group);
            Set<Offer> over = replaced(standing, to, group, made);
            replaced.addAll(over);
            if (group.containsAll(made) || over.size() == 1 && made.size() == 1) {
              kept.addAll(Sets.difference(group, over));
            }
          }
        });
    return new Replacement(ImmutableSet.copyOf(kept), ImmutableSet.copyOf(replaced));
  }

  private static Set<Offer> replaced(
      Map<Offer, Standing> standing, ActorId to, Set<Offer> group, List<Offer> made) {
    if (group.containsAll(made)) {
      return Set.of();
    }
    ImmutableList<Offer> sharing =
        group.stream()
            .filter(
                o -> !made.contains(o) && made.stream().anyMatch(m -> share(standing, to, o, m)))
            .collect(ImmutableList.toImmutableList());
    if (made.size() == 1) {
      ImmutableList<Offer> like =
          sharing.stream()
              .filter(o -> alike(o, made.get(0)))
              .collect(ImmutableList.toImmutableList());
      if (like.size() == 1) {
        return ImmutableSet.copyOf(like);
      }
    }
    return ImmutableSet.copyOf(sharing);
  }

  private static Map<ActorId, ImmutableSet<IssueId>> open(
      Map<Offer, Standing> standing, Offer offer) {
    Standing how = standing.get(offer);
    return how == null ? Map.of() : how.open();
  }

  /** An issue of conditions, or of terms that are still open. */
  private static boolean share(Map<Offer, Standing> standing, ActorId to, Offer offer, Offer next) {
    Set<IssueId> open = open(standing, offer).getOrDefault(to, ImmutableSet.of());
    return offer.issues().stream()
        .anyMatch(
            i -> next.issues().contains(i) && (offer.terms().on(i).isEmpty() || open.contains(i)));
  }

  private static boolean alike(Offer one, Offer other) {
    return one.terms().issues().stream()
            .anyMatch(i -> one.terms().on(i).equals(other.terms().on(i)))
        || one.conditions().stream().anyMatch(other.conditions()::contains);
  }
}
