package dev.parley.analysis;

import com.google.common.collect.ImmutableList;
import dev.parley.analysis.Commitment.Precondition;
import dev.parley.demand.Tie;
import java.util.stream.Collectors;

/**
 * A circle of commitments, each of which waits for the next, one of them at least for the next to
 * be done first: "you first". The northern port pays after the union works, the union works after
 * the northern port pays.
 *
 * <p>Laws: every link is a precondition of the linkage; each link waits for the commitment of the
 * one after it, the last for that of the first; one link is an AFTER. Immutable.
 *
 * @param links who waits for whom, for what, since when, on whose word; one or more
 */
public record Ring(ImmutableList<Link> links) {
  /**
   * One commitment of a ring, and what it waits for.
   *
   * @param commitment the commitment that waits
   * @param precondition what it waits for: the commitment of the next link
   */
  public record Link(Commitment commitment, Precondition precondition) {
    @Override
    public String toString() {
      return "%s (%s) %s".formatted(commitment.name(), commitment.by(), precondition);
    }
  }

  /** {@return whether each waits for the next to be done first} */
  public boolean allAfter() {
    return links.stream().allMatch(l -> l.precondition().order() == Tie.Order.AFTER);
  }

  @Override
  public String toString() {
    return links.stream().map(Link::toString).collect(Collectors.joining("; "));
  }
}
