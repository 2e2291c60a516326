package dev.parley.analysis.bargaining;

/**
 * What a theory of bargaining calls fair. Each concept scores the outcomes that are efficient and
 * leave nobody below the reservation, and picks those with the best score, all of them where
 * several tie; with no such outcome it picks none. The textbooks define the first five on convex
 * sets, where each picks one point; on finitely many outcomes the scores are the same and ties are
 * possible.
 *
 * <p>A party's <em>gain</em> is its utility without its reservation; its <em>ideal</em> is the most
 * that it could get.
 */
public enum SolutionConcept {
  /**
   * The largest product of gains. No unit of anybody's utility matters (J. F. Nash, "The Bargaining
   * Problem", <em>Econometrica</em> 18, 1950). Where nobody can gain without another gaining
   * nothing, all products are zero and all tie.
   */
  NASH("Nash", Base.RESERVATION, Span.ONE, Fold.PRODUCT),
  /**
   * The largest product of gains, each to the power of its party's {@linkplain Profile#power()
   * bargaining power}: of one unit, powers of 2 and 1 give two thirds and one third (J. C. Harsanyi
   * and R. Selten, "A Generalized Nash Solution for Two-Person Bargaining Games with Incomplete
   * Information", <em>Management Science</em> 18, 1972; E. Kalai, "Nonsymmetric Nash Solutions and
   * Replications of 2-Person Bargaining", <em>International Journal of Game Theory</em> 6, 1977).
   * Only the ratio of the powers matters; equal ones give {@link #NASH}. It is there only where the
   * power of every party is stated. It has no {@linkplain Frontier.Solution#score score}: most of
   * these products are no fractions.
   */
  ASYMMETRIC_NASH("asymmetric Nash", Base.RESERVATION, Span.ONE, Fold.POWERS),
  /**
   * The largest smallest share of what each could gain: gain over (ideal less reservation), the
   * ideal taken over the outcomes that leave nobody below the reservation. This is the textbook's
   * (E. Kalai and M. Smorodinsky, "Other Solutions to Nash's Bargaining Problem",
   * <em>Econometrica</em> 43, 1975). A party that cannot gain at all is left out of the comparison.
   */
  KALAI_SMORODINSKY("Kalai-Smorodinsky", Base.RESERVATION, Span.RATIONAL_IDEAL, Fold.LEAST),
  /**
   * The largest smallest gain, not normalised: utilities of different parties are compared as they
   * are (E. Kalai, "Proportional Solutions to Bargaining Situations", <em>Econometrica</em> 45,
   * 1977, with equal weights). Among outcomes of one smallest gain only efficient ones count.
   */
  EGALITARIAN("egalitarian (Kalai)", Base.RESERVATION, Span.ONE, Fold.LEAST),
  /**
   * The largest sum of utilities, compared as they are (J. C. Harsanyi, "Cardinal Welfare,
   * Individualistic Ethics, and Interpersonal Comparisons of Utility", <em>Journal of Political
   * Economy</em> 63, 1955), among outcomes that leave nobody below the reservation.
   */
  UTILITARIAN("utilitarian", Base.NOTHING, Span.ONE, Fold.SUM),
  /**
   * The largest sum of utilities when each party's worst outcome of all counts 0 and its best 1 (A.
   * Dhillon and J.-F. Mertens, "Relative Utilitarianism", <em>Econometrica</em> 67, 1999).
   */
  RELATIVE_UTILITARIAN("relative utilitarian", Base.LOWEST, Span.RANGE, Fold.SUM),
  /**
   * As {@link #KALAI_SMORODINSKY}, with the ideal taken over all outcomes, also those that somebody
   * would refuse. Some tools call this Kalai-Smorodinsky; it is not the textbook's.
   */
  OVERALL_IDEAL_SHARES("shares of the overall ideal", Base.RESERVATION, Span.IDEAL, Fold.LEAST),
  /**
   * The smallest spread between the largest and the smallest share of the overall ideal. NegMAS
   * calls this Kalai-Smorodinsky; it may pick an outcome where all are equally badly off.
   */
  SMALLEST_SPREAD("smallest spread of shares", Base.RESERVATION, Span.IDEAL, Fold.SPREAD);

  /** From where a utility is measured. */
  enum Base {
    RESERVATION,
    NOTHING,
    LOWEST
  }

  /** In units of what it is measured. */
  enum Span {
    ONE,
    RATIONAL_IDEAL,
    IDEAL,
    RANGE
  }

  /** How the parties' numbers become one score, of which more is better. */
  enum Fold {
    PRODUCT,
    POWERS,
    LEAST,
    SUM,
    SPREAD
  }

  private final String title;
  private final Base base;
  private final Span span;
  private final Fold fold;

  SolutionConcept(String title, Base base, Span span, Fold fold) {
    this.title = title;
    this.base = base;
    this.span = span;
    this.fold = fold;
  }

  /** {@return the name that people read, such as {@code Kalai-Smorodinsky}} */
  public String title() {
    return title;
  }

  Base base() {
    return base;
  }

  Span span() {
    return span;
  }

  Fold fold() {
    return fold;
  }
}
