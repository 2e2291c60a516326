package dev.parley.play;

/**
 * When a party accepts what lies on the table (T. Baarslag, K. Hindriks and C. Jonker, "Acceptance
 * Conditions in Automated Negotiation", 2013). Choose {@link #next} for what is at least as good as
 * its own next offer, {@link #constant} for a fixed utility, {@link #time} for the last moment, and
 * {@link #combined} for the paper's combination of them. Immutable.
 */
public interface Acceptance {
  /** {@return what people call it, with its parameters, such as {@code AC_next}} */
  String name();

  /**
   * {@return whether the party accepts}
   *
   * @param seat what it knows
   * @param offered the outcome on the table, one that leaves it no worse off than no agreement
   * @param next the outcome that it would offer otherwise
   */
  boolean accepts(Seat seat, int offered, int next);

  /** {@return AC_next: what is at least as good as its own next offer, compared exactly} */
  static Acceptance next() {
    return next(1, 0);
  }

  /**
   * {@return AC_next with a factor and a constant: where alpha times the utility of what is
   * offered, plus beta, reaches that of its own next offer}
   *
   * @param alpha the factor
   * @param beta the constant
   */
  static Acceptance next(double alpha, double beta) {
    return new AcceptanceConditions.Next(alpha, beta);
  }

  /**
   * {@return AC_const: what is worth a utility or more}
   *
   * @param least the utility
   */
  static Acceptance constant(double least) {
    return new AcceptanceConditions.Constant(least);
  }

  /**
   * {@return AC_time: anything, from a moment on}
   *
   * @param from the share of the time that has passed by then, from 0 to 1
   */
  static Acceptance time(double from) {
    return new AcceptanceConditions.Time(from);
  }

  /**
   * {@return AC_combi: AC_next, or from a moment on what reaches the best or the mean of what was
   * offered in a window before}
   *
   * @param from the share of the time that has passed by that moment, from 0 to 1
   * @param window what it must reach
   */
  static Acceptance combined(double from, Window window) {
    return new AcceptanceConditions.Combined(from, window);
  }

  /** What a late offer must reach in {@link #combined}. */
  enum Window {
    /** Used when it must reach the best that was offered so far (MAX in the paper). */
    BEST,
    /**
     * Used when it must reach the best that was offered within the time that is left, counted back
     * from now (MAX with a window W in the paper).
     */
    BEST_IN_WINDOW,
    /** Used when it must reach the mean over that window (AVG with a window W in the paper). */
    MEAN_IN_WINDOW
  }
}
