package dev.parley.agreement;

/**
 * How far an obligation is implemented, on the scale of the Peace Accords Matrix (Joshi, Quinn and
 * Regan 2015).
 */
public enum Implementation {
  /** 0: nothing yet. */
  NONE,
  /** 1: minimal. */
  MINIMAL,
  /** 2: intermediate. */
  INTERMEDIATE,
  /** 3: full. */
  FULL
}
