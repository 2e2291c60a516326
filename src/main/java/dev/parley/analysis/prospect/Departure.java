package dev.parley.analysis.prospect;

import com.google.common.collect.ImmutableSortedSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.analysis.stability.Stance;
import dev.parley.analysis.stability.Witness;

/**
 * A move by which a party would leave a package: the union, held to 4 by it, takes back that it
 * would accept 4, since it has 5 without an agreement. Immutable.
 *
 * @param party who would leave
 * @param from its stance in the package
 * @param to the stance that it would take
 * @param witness the move, to which the others have no answer, and the unknown facts that it takes
 *     for granted
 */
public record Departure(ActorId party, Stance from, Stance to, Witness.Unanswered witness) {
  /** {@return whether the party would leave whatever the unknowns are} */
  public boolean isCertain() {
    return witness.given().isEmpty();
  }

  /** {@return on what the two stances differ: the issues, in the order of their identifiers} */
  public ImmutableSortedSet<IssueId> issues() {
    ImmutableSortedSet.Builder<IssueId> differing = ImmutableSortedSet.naturalOrder();
    from.positions().entrySet().stream()
        .filter(e -> !to.positions().entrySet().contains(e))
        .forEach(e -> differing.add(e.getKey()));
    to.positions().keySet().stream()
        .filter(issue -> !from.positions().containsKey(issue))
        .forEach(differing::add);
    return differing.build();
  }
}
