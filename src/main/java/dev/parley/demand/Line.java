package dev.parley.demand;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;

/**
 * A party's line: what it says on one issue towards one counterpart. Whoever speaks for the party
 * moves it. Immutable.
 *
 * @param party the principal whose line it is
 * @param issue the issue
 * @param toward the principal it is said to
 */
public record Line(ActorId party, IssueId issue, ActorId toward) {
  @Override
  public String toString() {
    return party + " on " + issue + " towards " + toward;
  }
}
