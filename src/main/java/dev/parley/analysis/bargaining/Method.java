package dev.parley.analysis.bargaining;

/** How a frontier is found. All give the same answer; they differ in what they can be asked. */
public enum Method {
  /** Merging where every profile is additive, enumeration by all processors otherwise. */
  BEST,
  /**
   * Issue by issue: the frontier of the first issues is merged with the next issue, and what is
   * dominated then stays so. For additive profiles only; the cost follows the size of the frontier,
   * not of the space.
   */
  MERGING,
  /** Every outcome is looked at, by all processors. */
  ENUMERATION,
  /** Every outcome is looked at, by one thread. */
  SEQUENTIAL_ENUMERATION
}
