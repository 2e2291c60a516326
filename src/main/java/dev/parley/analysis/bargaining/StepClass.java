package dev.parley.analysis.bargaining;

/**
 * What an offer does compared with its maker's last one, to its maker and to a counterpart (K.
 * Hindriks, C. M. Jonker and D. Tykhonov, "Negotiation Dynamics: Analysis, Concession Tactics, and
 * Outcomes", 2007, the six classes of their dynamics analysis).
 */
public enum StepClass {
  /** Neither utility changes: the same offer, or another of the same worth to both. */
  SILENT,
  /** As good for the maker, better for the other. */
  NICE,
  /** Better for both. */
  FORTUNATE,
  /** Worse for the maker, at least as good for the other. */
  CONCESSION,
  /** Better for the maker, no better for the other. */
  SELFISH,
  /** Worse for the other, no better for the maker; or worse for both. */
  UNFORTUNATE;

  /**
   * Returns the class of a step.
   *
   * @param own how the maker's utility changes
   * @param other how the counterpart's changes
   * @return the class
   */
  public static StepClass of(Fraction own, Fraction other) {
    int mine = own.signum();
    int yours = other.signum();
    if (mine > 0) {
      return yours > 0 ? FORTUNATE : SELFISH;
    }
    if (yours < 0) {
      return UNFORTUNATE;
    }
    if (mine < 0) {
      return CONCESSION;
    }
    return yours > 0 ? NICE : SILENT;
  }
}
