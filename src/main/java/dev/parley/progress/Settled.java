package dev.parley.progress;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Value;
import dev.parley.travel.RecordForm;
import java.io.Serializable;

/**
 * An issue that is settled between two principals: both have signed one value there, and neither
 * has taken it up again. Two who agree settle nothing for a third. Immutable.
 *
 * @param issue the issue
 * @param one one of the two, the earlier one in the order of the agenda
 * @param other the other
 * @param value what is agreed
 */
public record Settled(IssueId issue, ActorId one, ActorId other, Value value)
    implements Serializable {
  /**
   * {@return whether it is settled between these two, in either order}
   *
   * @param some one of the two
   * @param another the other
   */
  public boolean isBetween(ActorId some, ActorId another) {
    return one.equals(some) && other.equals(another) || one.equals(another) && other.equals(some);
  }

  /**
   * {@return whether another settles the same between the same}
   *
   * @param that another
   */
  public boolean isOnSameAs(Settled that) {
    return issue.equals(that.issue) && one.equals(that.one) && other.equals(that.other);
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
