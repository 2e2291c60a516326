package dev.parley.demand;

import dev.parley.evidence.When;

/**
 * How a signed agreement comes into force (Vienna Convention on the Law of Treaties, article 24).
 * Immutable.
 */
public sealed interface EntryIntoForce {
  /** When all who must ratify have; at signature where nobody must. */
  EntryIntoForce ON_RATIFICATION = new OnRatification();

  /** At signature, whoever must ratify otherwise. */
  EntryIntoForce ON_SIGNATURE = new OnSignature();

  /** When all who must ratify have. */
  record OnRatification() implements EntryIntoForce {
    @Override
    public String toString() {
      return "on ratification";
    }
  }

  /** At signature. */
  record OnSignature() implements EntryIntoForce {
    @Override
    public String toString() {
      return "on signature";
    }
  }

  /**
   * On a date, if all who must ratify have by then.
   *
   * @param date the date
   */
  record OnDate(When date) implements EntryIntoForce {
    @Override
    public String toString() {
      return date.toString();
    }
  }
}
