package dev.parley.demand;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.travel.RecordForm;
import java.io.Serializable;

/**
 * A reservation: a party's private bottom line on an issue, as the analyst knows or assumes it. It
 * is no position: nobody has said it, no verdict rests on it, and it is never printed unless asked
 * for. Immutable.
 *
 * @param party a principal
 * @param issue the issue
 * @param region what the party would accept in the end
 */
public record Reservation(ActorId party, IssueId issue, Ask region) implements Serializable {
  /**
   * {@return whose reservation it is, without what it is, such as {@code "reservation of hamas on
   * prisoners, withheld"}}
   */
  @Override
  public String toString() {
    return "reservation of %s on %s, withheld".formatted(party, issue);
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
