package dev.parley.demand;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.travel.RecordForm;
import java.io.Serializable;

/**
 * Linkage: a party ties its own commitment on an issue to others' on other issues. Hamas ties the
 * hostages together with the end of the war, the withdrawal and the prisoners: no release unless
 * all three are agreed. Immutable.
 *
 * @param by who ties
 * @param issue the issue of its own commitment
 * @param order whether the others must be done first, or all go together
 * @param others the issues that it waits for, one or more: all of them
 */
public record Tie(ActorId by, IssueId issue, Order order, ImmutableSet<IssueId> others)
    implements Serializable {
  /** How a commitment waits for others. */
  public enum Order {
    /** An exchange, or an agreement to do so: all at once. */
    TOGETHER,
    /** You first, done. */
    AFTER
  }

  /**
   * Checks that something else is waited for; puts the issues in order.
   *
   * @param by who ties
   * @param issue the issue of its own commitment
   * @param order whether the others must be done first, or all go together
   * @param others the issues that it waits for, one or more: all of them
   */
  public Tie {
    if (others.isEmpty()) {
      throw new IllegalArgumentException(
          "a tie of (%s) needs one issue or more that it waits for".formatted(issue));
    }
    if (others.contains(issue)) {
      throw new IllegalArgumentException(
          "a tie of (%s) refers to itself: a commitment cannot wait for itself. Leave (%s) out of %s"
              .formatted(issue, issue, others));
    }
    others = ImmutableSortedSet.copyOf(others);
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
