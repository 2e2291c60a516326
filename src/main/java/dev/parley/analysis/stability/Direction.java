package dev.parley.analysis.stability;

/**
 * Which changes of an option its owner can make. What was signed or delivered cannot be taken back:
 * such an option has one direction.
 */
public enum Direction {
  /** It can be taken and given up again, as a blockade can. */
  EITHER,
  /** It can be taken only (no to yes), as a release. */
  TAKEN_FOR_GOOD,
  /** It can be given up only (yes to no), as a delay. */
  GIVEN_UP_FOR_GOOD
}
