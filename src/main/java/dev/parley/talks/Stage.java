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
  /**
   * A comprehensive agreement is signed; a round can be opened again to carry it out or amend it.
   */
  CONCLUDED,
  /** All principals have said that they abandon the talks. */
  ABANDONED;

  /**
   * {@return whether talks end here: no move is legal once every agreement that was signed is over}
   */
  public boolean isEnd() {
    return this == CONCLUDED || this == ABANDONED;
  }
}
