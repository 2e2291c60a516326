package dev.parley.analysis;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.agenda.Value;
import dev.parley.analysis.Commitment.Relief;
import dev.parley.analysis.Scope.Weights;
import dev.parley.evidence.EntryId;
import dev.parley.travel.RecordForm;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Something that one party would have to give for a deal to close: a new value on an issue, a value
 * without the condition under which it was offered, or a precondition waived, reordered or split.
 *
 * <p>Its size is a share from 0 to 1. Of a value: of its distance in the whole scale. Of a
 * precondition, which has no scale: by the convention of {@link Weights}. Immutable.
 */
public sealed interface Concession extends Serializable {
  /** {@return who gives it} */
  ActorId by();

  /** {@return how large it is: above zero, at most 1, to nine digits} */
  BigDecimal size();

  /** {@return the entries that state what is given up, in order} */
  ImmutableList<EntryId> entries();

  /**
   * {@return whether this asks all that another does, or more: the same, or a new value of the same
   * party on the same issue that lies at least as far}
   *
   * @param other another concession
   */
  default boolean includes(Concession other) {
    return equals(other);
  }

  /**
   * A party would also accept another value.
   *
   * @param by who gives it
   * @param issue the issue
   * @param value the value that it would accept
   * @param from its position so far, towards the counterpart from whom it is farthest
   * @param to the position with the value, and with what lies between on a scale with an order
   * @param distance how far it would move, in the scale's unit
   * @param size the distance as a share of the scale
   * @param entries the entries that state its position
   */
  record NewValue(
      ActorId by,
      IssueId issue,
      Value value,
      Region from,
      Region to,
      BigDecimal distance,
      BigDecimal size,
      ImmutableList<EntryId> entries)
      implements Concession {
    @Override
    public boolean includes(Concession other) {
      return other instanceof NewValue value
          && by.equals(value.by)
          && issue.equals(value.issue)
          && to.encloses(value.to);
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * A party would accept a value that it has offered, although the condition of that offer is not
   * met.
   *
   * @param by who gives it
   * @param issue the issue of the value
   * @param value the value
   * @param conditions the issues of the conditions under which it was offered, not all of them met
   * @param size how far the value is from what it accepts without conditions, as a share of the
   *     scale; a whole waiver where it accepts nothing without them
   * @param entries the entries of the offer
   */
  record WithoutCondition(
      ActorId by,
      IssueId issue,
      Value value,
      ImmutableList<IssueId> conditions,
      BigDecimal size,
      ImmutableList<EntryId> entries)
      implements Concession {
    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * A party would change what its commitment waits for.
   *
   * @param by who gives it: whose commitment it is
   * @param relief what is changed
   * @param issue the issue of the commitment, or empty when it stands for none
   * @param size by convention
   * @param entries the entries that state the preconditions
   */
  record Relieved(
      ActorId by,
      Relief relief,
      Optional<IssueId> issue,
      BigDecimal size,
      ImmutableList<EntryId> entries)
      implements Concession {
    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }
}
