package dev.parley.agenda;

/** How high a delegation is, from the highest to the lowest. */
public enum Level {
  /** Heads of state, of government or of the organisation. */
  HEADS,
  /** Ministers and their equals. */
  MINISTERIAL,
  /** Senior officials and special envoys. */
  SENIOR,
  /** Mid-level officials. */
  MID_LEVEL,
  /** Experts and technicians. */
  TECHNICAL
}
