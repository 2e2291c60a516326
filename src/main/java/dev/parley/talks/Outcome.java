package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import dev.parley.evidence.EntryId;
import dev.parley.talks.Refusal.RefusedException;
import dev.parley.travel.RecordForm;
import java.io.Serializable;

/**
 * What comes of a move: {@link Accepted}, with the negotiation after it, or a {@link Refusal}, with
 * the negotiation as it was. Immutable.
 */
public sealed interface Outcome extends Serializable permits Outcome.Accepted, Refusal {
  /**
   * {@return the negotiation after this: the next negotiation, or the same one when the move was
   * refused}
   */
  Negotiation negotiation();

  /**
   * Returns the negotiation after the move.
   *
   * @return the negotiation
   * @throws RefusedException if the move was refused; its message says why, and the way out
   */
  Negotiation orThrow();

  /**
   * A move that was accepted. Immutable.
   *
   * @param negotiation the negotiation after it
   * @param entry the number under which it stands in the chronicle
   * @param findings what rules remark about it; in a record also the laws that it breaks
   */
  record Accepted(Negotiation negotiation, EntryId entry, ImmutableList<Finding> findings)
      implements Outcome {
    @Override
    public Negotiation orThrow() {
      return negotiation;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }
}
