package dev.parley.analysis.stability;

/** Which way every unknown is read, to see whether it matters. */
enum Leaning {
  /** As if it spoke for stability. */
  FOR,
  /** As if it spoke against stability. */
  AGAINST;

  /** Whether a state counts as better for the focal decision maker. */
  boolean isBetter(Order focal, int state, int than) {
    Preferred known = focal.better(state, than);
    return known == Preferred.BETTER || known == Preferred.UNKNOWN && this == AGAINST;
  }
}
