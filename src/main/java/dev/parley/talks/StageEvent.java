package dev.parley.talks;

/** What can happen to the stage of a negotiation; every {@link ActKind} is one of these to it. */
public enum StageEvent {
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
  /** An agreement is ratified, denounced or carried out, or fails. */
  CARRY_OUT,
  /** What is agreed has changed. */
  SETTLE,
  /** A principal says that it abandons the talks. */
  ABANDON,
  /** Something is said or happens that changes no position. */
  COMMUNICATE
}
