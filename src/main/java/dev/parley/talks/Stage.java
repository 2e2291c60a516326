package dev.parley.talks;

/**
 * The stage of a negotiation. It is not a ladder: stages go back. {@code DORMANT} and {@code
 * DEADLINE_PASSED} are no stages but {@linkplain Observation observations} at a date.
 */
public enum Stage {
  /** Talks about talks. */
  EXPLORATORY,
  /** A round is open, on one track or several. */
  IN_SESSION,
  /** Between rounds. */
  IN_RECESS,
  /** A party has said that talks are suspended. */
  SUSPENDED,
  /** A stall, or all principals say so. */
  AT_IMPASSE,
  /** A principal has walked out; talks can resume. */
  BROKEN_OFF,
  /** Every principal concerned attests the same terms; ratification is open. */
  AGREED_IN_PRINCIPLE,
  /** Ratified; obligations run. */
  IN_FORCE,
  /** Over: every obligation is done. */
  FULFILLED,
  /** Over: the agreement was ended. */
  TERMINATED,
  /** Over: the talks were ended without an agreement in force. */
  ABANDONED;

  /** {@return whether the negotiation is over: no move is legal} */
  public boolean isOver() {
    return compareTo(FULFILLED) >= 0;
  }
}
