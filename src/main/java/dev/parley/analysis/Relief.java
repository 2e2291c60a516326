package dev.parley.analysis;

/**
 * What would let a blocked commitment be carried out, from the most that is given up to the least.
 * Immutable.
 *
 * @param kind what is done about its preconditions
 * @param commitment the name of the commitment
 */
public record Relief(Kind kind, String commitment) {
  /** What is done about the preconditions of a commitment. */
  public enum Kind {
    /** It is waited for nothing any more: the commitment is carried out as it is. */
    WAIVE,
    /** What had to be done first may be done at the same time: each AFTER becomes a TOGETHER. */
    REORDER,
    /**
     * It is carried out in instalments: the first waits for nothing, and whoever waits for the
     * whole waits for the first alone; the last waits for what the whole waited for.
     */
    SPLIT
  }

  @Override
  public String toString() {
    return switch (kind) {
      case WAIVE -> "waive the preconditions of " + commitment;
      case REORDER -> "carry out " + commitment + " together with what it waits for";
      case SPLIT -> "carry out " + commitment + " in instalments";
    };
  }
}
