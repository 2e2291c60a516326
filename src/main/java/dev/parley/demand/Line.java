package dev.parley.demand;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.travel.RecordForm;
import java.io.Serializable;

/**
 * A party's line: what it says on one issue towards one counterpart. Whoever speaks for the party
 * moves it. Immutable.
 *
 * @param party the principal whose line it is
 * @param issue the issue
 * @param toward the principal it is said to
 */
public record Line(ActorId party, IssueId issue, ActorId toward) implements Serializable {
  /**
   * {@return the line that the counterpart takes in return: the counterpart's line on the issue
   * towards this party}
   */
  public Line inReturn() {
    ActorId counterpart = toward;
    return new Line(counterpart, issue, party);
  }

  @Override
  public String toString() {
    return party + " on " + issue + " towards " + toward;
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
