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
    /** A principal says that the talks are at an impasse. */
    DECLARE_IMPASSE,
    /** A demand or an offer is made, changed, taken back or rejected. */
    SPEAK,
    /** An offer is accepted, or terms are attested. */
    AGREE,
    /** A deadline, a delegation, the agenda. */
    PROCEED,
    /** A party ratifies. */
    RATIFY,
    /** A party fails to ratify. */
    FAIL_TO_RATIFY,
    /** An obligation is set off, performed, said to be breached, or excused. */
    CARRY_OUT,
    /** A party ends its part. */
    TERMINATE,
    /** Something is said or happens that changes no position. */
    COMMUNICATE
  }
}
