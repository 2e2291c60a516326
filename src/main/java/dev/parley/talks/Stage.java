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

  /** What can happen to the stage of a negotiation; every {@link ActKind} is one of these to it. */
  public enum Event {
    /** A round is opened. */
    OPEN_ROUND,
    /** The open round is closed. */
    CLOSE_ROUND,
    /** A meeting is held. */
    MEET,
    /** A party suspends. */
    SUSPEND,
    /** Whoever suspended or walked out comes back. */
    RESUME,
    /** A principal walks out. */
    BREAK_OFF,
    /** A principal leaves for good, or is excluded. */
    LEAVE,
    /** A principal says that the talks are at an impasse. */
    DECLARE_IMPASSE,
    /** A demand or an offer is made, changed, taken back or rejected. */
    SPEAK,
    /** An offer is accepted, or terms are attested. */
    AGREE,
    /** A deadline, a delegation, the agenda. */
    PROCEED,
    /** An agreement is ratified, denounced or carried out, or fails. */
    CARRY_OUT,
    /** What is agreed has changed. */
    SETTLE,
    /** A principal says that it abandons the talks. */
    ABANDON,
    /** Something is said or happens that changes no position. */
    COMMUNICATE
  }
}
