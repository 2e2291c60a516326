package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import dev.parley.evidence.EntryId;

/**
 * A move that was accepted. Immutable.
 *
 * @param negotiation the negotiation after it
 * @param entry the number under which it stands in the chronicle
 * @param findings what rules remark about it; in a record also the laws that it breaks
 */
public record Accepted(Negotiation negotiation, EntryId entry, ImmutableList<Finding> findings)
    implements Outcome {
  @Override
  public Negotiation orThrow() {
    return negotiation;
  }
}
