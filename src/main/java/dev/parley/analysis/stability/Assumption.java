package dev.parley.analysis.stability;

/** Which way every unknown is read, to see whether it matters. */
enum Assumption {
  /** As if it spoke for stability. */
  FOR,
  /** As if it spoke against stability. */
  AGAINST;

  /** Whether a state counts as better for the focal decision maker. */
  boolean isBetter(PreferenceOrder focal, int state, int than) {
    Comparison known = focal.better(state, than);
    return known == Comparison.BETTER || known == Comparison.UNKNOWN && this == AGAINST;
  }
}
