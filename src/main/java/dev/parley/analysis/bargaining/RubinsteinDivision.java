package dev.parley.analysis.bargaining;

/**
 * How two patient bargainers divide one unit when waiting costs: the only subgame-perfect
 * equilibrium of alternating offers without a deadline (A. Rubinstein, "Perfect Equilibrium in a
 * Bargaining Model", <em>Econometrica</em> 50, 1982). The first to offer gets <em>(1 - d2)/(1 - d1
 * d2)</em>, the other the rest, at once. With discounts of 0.9 each these are 10/19 and 9/19.
 *
 * <p>A discount is what one unit is worth to a party that gets it a round later. Where the talks
 * may end between two rounds, a party that then has nothing counts a unit a round later as its
 * discount times the chance that the talks go on (K. Binmore, A. Rubinstein and A. Wolinsky, "The
 * Nash Bargaining Solution in Economic Modelling", <em>RAND Journal of Economics</em> 17, 1986):
 * {@link #goingOn}. Immutable.
 *
 * @param first the discount of the party that offers first, above 0 and below 1
 * @param second the discount of the other, above 0 and below 1
 */
public record RubinsteinDivision(Fraction first, Fraction second) {
  /**
   * Checks the ranges.
   *
   * @param first the discount of the party that offers first, above 0 and below 1
   * @param second the discount of the other, above 0 and below 1
   */
  public RubinsteinDivision {
    check("discount", first);
    check("discount", second);
  }

  /**
   * {@return the division under two discounts}
   *
   * @param first the discount of the party that offers first, such as {@code 0.9}
   * @param second the discount of the other
   * @throws IllegalArgumentException if one is no number above 0 and below 1
   */
  public static RubinsteinDivision of(String first, String second) {
    return new RubinsteinDivision(Fraction.parse(first), Fraction.parse(second));
  }

  private static void check(String what, Fraction number) {
    if (number.signum() <= 0 || number.compareTo(Fraction.ONE) >= 0) {
      throw new IllegalArgumentException(
          "%s (%s) must be above 0 and below 1: a unit a round later is worth less, but not nothing"
              .formatted(what, number));
    }
  }

  /**
   * {@return the division where the talks may end between two rounds, and then leave both nothing}
   *
   * @param chance the chance that they go on, such as {@code 0.8}, above 0 and below 1
   * @throws IllegalArgumentException if it is no number above 0 and below 1
   */
  public RubinsteinDivision goingOn(String chance) {
    Fraction number = Fraction.parse(chance);
    check("chance of going on", number);
    return new RubinsteinDivision(first.times(number), second.times(number));
  }

  /** {@return what the party that offers first gets: its share of one unit} */
  public Fraction firstShare() {
    return Fraction.ONE.minus(second).over(Fraction.ONE.minus(first.times(second)));
  }

  /** {@return what the other gets: its share of one unit} */
  public Fraction secondShare() {
    return Fraction.ONE.minus(firstShare());
  }

  /**
   * {@return the bargaining power of the party that offers first, the other's being 1 less this, if
   * the same impatience is spread over ever shorter rounds} Then it no longer matters who begins,
   * and the outcome is the {@linkplain SolutionConcept#ASYMMETRIC_NASH asymmetric Nash solution}
   * with these powers: <em>log d2 / (log d1 + log d2)</em> (Binmore, Rubinstein and Wolinsky,
   * 1986). Discounts of 0.9 and 0.81 give powers of two thirds and one third, which are written
   * 0.667 and 0.333: rounded to three decimal places, and neither below 0.001.
   */
  public BargainingPower firstPower() {
    double mine = Math.log(first.doubleValue());
    double others = Math.log(second.doubleValue());
    long thousandths = Math.round(1_000 * others / (mine + others));
    return new BargainingPower(Fraction.of(Math.max(1, Math.min(999, thousandths)), 1_000));
  }
}
