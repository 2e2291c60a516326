package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.stream.Collectors;

/**
 * A move that was refused, with every law that it breaks. Nothing has changed. Immutable.
 *
 * @param negotiation the negotiation, as it was
 * @param move the move
 * @param breaches every law that it breaks, one or more, in the order in which laws are asked
 */
public record Refusal(Negotiation negotiation, Move move, ImmutableList<Breach> breaches)
    implements Outcome {
  /** {@return the codes of what was broken} */
  public ImmutableSet<Law> laws() {
    return breaches.stream().map(Breach::law).collect(Sets.toImmutableEnumSet());
  }

  /**
   * {@return everything that is wrong, and each way out: a sentence or two for each breach, a line
   * each}
   */
  public String message() {
    return breaches.stream()
        .map(b -> b.message() + ". " + b.wayOut() + ".")
        .collect(Collectors.joining("\n"));
  }

  @Override
  public Negotiation orThrow() {
    throw new RefusedException(this);
  }

  @Override
  public String toString() {
    return message();
  }
}
