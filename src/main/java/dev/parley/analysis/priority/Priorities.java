package dev.parley.analysis.priority;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.evidence.EntryId;
import dev.parley.talks.Negotiation;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which issues seem to count more for a party, by what it offers and demands alone. A union that
 * comes down from 9 to 5 percent and never moves on the night shift seems to care more for the
 * shift; one that gives a little of the rise for much of the shift, more for the rise.
 *
 * <p>Every order of importance of the issues is held against what the party says, as in Bayesian
 * models of an opponent (K. Hindriks and D. Tykhonov, "Opponent Modelling in Automated Multi-Issue
 * Negotiation Using Bayesian Learning", <em>AAMAS</em> 2008), with weights of 1, 2, 3 and so on
 * from the least important issue on. As talks go on, a party is assumed not to ask for more: an
 * order loses two thirds of its credence for each two statements of which the later would be worth
 * more to the party ({@linkplain IssuePair.Ground#TRADE trades}), unless more than a quarter of
 * them are, whichever the order: then it does not concede, and its trades tell nothing. Of two
 * issues, orders with the one first gain three times as much as those with the other first where
 * the party {@linkplain IssuePair.Ground#OPENING asks for more of it at first}, and the square root
 * of that where it {@linkplain IssuePair.Ground#KEPT keeps} the one and moves on the other. These
 * numbers are a choice.
 *
 * <pre>{@code
 * Priorities wants = Priorities.of(negotiation, "hamas");
 * wants.order(); // such as [[shift], [rise]]
 * wants.pairs(); // such as: shift before rise (confidence 0.9): [2] [4] [5]
 * }</pre>
 *
 * <p>Which end of a scale is better for the party is taken from {@link Issue#better}, or from what
 * it demands (at least, at most); where neither tells, what it said first is taken to be the best.
 * A scale is taken to be worth the same all along. Statements that others allege or their maker
 * denies, and offers that leave a choice between packages, are left out. A party that bluffs is
 * read as it speaks. Immutable.
 *
 * @param party whose priorities they are
 * @param statements the entries that were read: its offers and demands
 * @param issues the issues that are compared, in the order of the agenda
 * @param pairs each two of these issues
 * @param limit why not all statements and issues were read: how many were and what would work;
 *     empty where they were
 */
public record Priorities(
    ActorId party,
    ImmutableSet<EntryId> statements,
    ImmutableSet<IssueId> issues,
    ImmutableList<IssuePair> pairs,
    Optional<String> limit) {
  /**
   * {@return what a party seems to want}
   *
   * @param negotiation the record
   * @param party the party
   * @throws IllegalArgumentException if it is no principal
   */
  public static Priorities of(Negotiation negotiation, String party) {
    return of(
        negotiation, party, negotiation.agenda().issueList().stream().map(Issue::id).toList());
  }

  /**
   * {@return what a party seems to want on some issues}
   *
   * @param negotiation the record
   * @param party the party
   * @param issues the issues; of more than seven, those of which it speaks most are compared
   * @throws IllegalArgumentException if it is no principal, or an issue is unknown
   */
  public static Priorities of(Negotiation negotiation, String party, Collection<IssueId> issues) {
    ActorId actor = ActorId.of(party);
    if (!negotiation.agenda().isPrincipal(actor)) {
      throw new IllegalArgumentException(
          "party (%s) is no principal: only their offers and demands tell what they want. Principals: %s"
              .formatted(party, negotiation.agenda().principals()));
    }
    issues.forEach(negotiation.agenda()::requireIssue);
    StatementReader reader = new StatementReader(negotiation, actor, ImmutableSet.copyOf(issues));
    OrderWeighing weighing = new OrderWeighing(actor, reader);
    return new Priorities(
        actor, weighing.entries(), weighing.compared(), weighing.pairs(), weighing.limit());
  }

  /**
   * {@return whether it has made too few offers and demands for anything to be claimed: no two
   * issues have enough}
   */
  public boolean isTooFew() {
    return pairs.stream().allMatch(p -> p.answer() == IssuePair.Answer.TOO_FEW);
  }

  /**
   * {@return the order of importance that the claims make: the issues by how many others they seem
   * to count more than, less how many seem to count more than they; those that come out alike
   * together. Empty where there are {@linkplain #isTooFew too few} statements}
   */
  public ImmutableList<ImmutableSet<IssueId>> order() {
    if (isTooFew()) {
      return ImmutableList.of();
    }
    TreeMap<Integer, List<IssueId>> tiers =
        issues.stream()
            .collect(Collectors.groupingBy(i -> -score(i), TreeMap::new, Collectors.toList()));
    return tiers.values().stream()
        .map(ImmutableSet::copyOf)
        .collect(ImmutableList.toImmutableList());
  }

  private int score(IssueId issue) {
    int score = 0;
    for (IssuePair pair : pairs) {
      if (pair.answer() == IssuePair.Answer.SEEMS_SO) {
        score += pair.more().equals(issue) ? 1 : pair.less().equals(issue) ? -1 : 0;
      }
    }
    return score;
  }
}
