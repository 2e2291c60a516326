package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.demand.Offer;
import java.util.Collections;
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
  private static final Replacement NOTHING = new Replacement(ImmutableSet.of(), ImmutableSet.of());

  /**
   * Returns what becomes of the offers of one party to another.
   *
   * @param standing all standing offers
   * @param by who makes new offers
   * @param to to whom
   * @param made what it makes: the new offers to that addressee
   */
  static Replacement of(
      Map<Offer, Standing> standing, ActorId by, ActorId to, ImmutableList<Offer> made) {
    Replacement all = NOTHING;
    Set<Offer> seen = Set.of();
    for (Map.Entry<Offer, Standing> each : standing.entrySet()) {
      Offer offer = each.getKey();
      Standing how = each.getValue();
      if (offer.by().equals(by)
          && !offer.proposal()
          && how.open().containsKey(to)
          && !seen.contains(offer)) {
        ImmutableSet<Offer> group = group(standing, to, offer, how);
        ImmutableSet<Offer> over = replaced(standing, to, group, made);
        boolean stays = group.containsAll(made) || over.size() == 1 && made.size() == 1;
        if (stays || !over.isEmpty()) {
          all = all.and(stays ? Sets.difference(group, over) : Set.of(), over);
        }
        if (group.size() > 1) {
          seen = Sets.union(seen, group).immutableCopy();
        }
      }
    }
    return all;
  }

  private Replacement and(Set<Offer> more, Set<Offer> over) {
    return new Replacement(
        Sets.union(kept, more).immutableCopy(), Sets.union(replaced, over).immutableCopy());
  }

  /** An offer with the alternatives to it that stand with the same addressee. */
  private static ImmutableSet<Offer> group(
      Map<Offer, Standing> standing, ActorId to, Offer offer, Standing how) {
    if (how.alternatives().isEmpty()) {
      return ImmutableSet.of(offer);
    }
    ImmutableSet.Builder<Offer> group = ImmutableSet.builder();
    group.add(offer);
    for (Offer other : how.alternatives()) {
      if (open(standing, other).containsKey(to)) {
        group.add(other);
      }
    }
    return group.build();
  }

  private static ImmutableSet<Offer> replaced(
      Map<Offer, Standing> standing,
      ActorId to,
      ImmutableSet<Offer> group,
      ImmutableList<Offer> made) {
    if (group.containsAll(made)) {
      return ImmutableSet.of();
    }
    ImmutableSet.Builder<Offer> sharing = ImmutableSet.builder();
    ImmutableSet.Builder<Offer> alike = ImmutableSet.builder();
    for (Offer offer : group) {
      if (!made.contains(offer) && sharesWithAny(standing, to, offer, made)) {
        sharing.add(offer);
        if (alike(offer, made.get(0))) {
          alike.add(offer);
        }
      }
    }
    ImmutableSet<Offer> improved = alike.build();
    return made.size() == 1 && improved.size() == 1 ? improved : sharing.build();
  }

  private static boolean sharesWithAny(
      Map<Offer, Standing> standing, ActorId to, Offer offer, ImmutableList<Offer> made) {
    for (Offer next : made) {
      if (share(standing, to, offer, next)) {
        return true;
      }
    }
    return false;
  }

  private static Map<ActorId, ImmutableSet<IssueId>> open(
      Map<Offer, Standing> standing, Offer offer) {
    Standing how = standing.get(offer);
    return how == null ? Map.of() : how.open();
  }

  /** An issue of conditions, or of terms that are still open. */
  private static boolean share(Map<Offer, Standing> standing, ActorId to, Offer offer, Offer next) {
    Set<IssueId> open = open(standing, offer).getOrDefault(to, ImmutableSet.of());
    Set<IssueId> named = next.issues();
    for (IssueId issue : offer.issues()) {
      if (named.contains(issue) && (open.contains(issue) || offer.terms().on(issue).isEmpty())) {
        return true;
      }
    }
    return false;
  }

  private static boolean alike(Offer one, Offer other) {
    for (IssueId issue : one.terms().issues()) {
      if (one.terms().on(issue).equals(other.terms().on(issue))) {
        return true;
      }
    }
    return !Collections.disjoint(one.conditions(), other.conditions());
  }
}
