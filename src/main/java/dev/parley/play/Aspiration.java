package dev.parley.play;

import dev.parley.analysis.bargaining.UtilityTable;

/** From a utility that a party aims at to an outcome that it can offer. */
final class Aspiration {
  /** A target counts as reached by what falls short of it by rounding only. */
  private static final double ROUNDING = 1e-12;

  private Aspiration() {}

  /** Returns the least good acceptable outcome that reaches a target, else the best of all. */
  static int outcome(UtilityTable own, double target) {
    double slack = ROUNDING * Math.max(1, Math.abs(target));
    int reaching = Math.min(own.count(target - slack), own.acceptable());
    return own.outcome(Math.max(reaching, 1) - 1);
  }

  /** Returns below what the party does not go: the utility of its worst acceptable outcome. */
  static double least(UtilityTable own) {
    return own.profile().reservedUtility().isPresent()
        ? Math.max(own.worst(), own.profile().reservedUtility().get().doubleValue())
        : own.worst();
  }
}
