package dev.parley.talks;

/** Which way a party is reported to have moved, without a figure. */
public enum Direction {
  /** Nearer: "flexible on the timetable". */
  SOFTER,
  /** Farther away: "new conditions". */
  HARDER,
  /** Where it was. */
  UNCHANGED
}
