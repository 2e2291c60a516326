package dev.parley.analysis.bargaining;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * A concept's score in whole numbers: every party's share (utility less base, over span) gets one
 * common denominator, so that scores of outcomes compare without fractions.
 */
final class Scoring {
  private final SolutionConcept concept;
  private final List<BigInteger> factors = new ArrayList<>();
  private final List<BigInteger> bases = new ArrayList<>();
  private final List<Integer> parties = new ArrayList<>();
  private BigInteger denominator = BigInteger.ONE;

  Scoring(SolutionConcept concept, Frontier frontier) {
    this.concept = concept;
    List<Fraction> slopes = new ArrayList<>();
    List<Fraction> starts = new ArrayList<>();
    for (int p = 0; p < frontier.profiles().size(); p++) {
      Fraction base = base(frontier, p);
      Fraction span = span(frontier, p, base);
      if (span.signum() == 0) {
        continue;
      }
      Fraction slope =
          Fraction.ONE.over(span.times(new Fraction(frontier.unit(p), BigInteger.ONE)));
      Fraction start = base.over(span);
      denominator = ScaledProfile.multiple(denominator, slope.denominator());
      denominator = ScaledProfile.multiple(denominator, start.denominator());
      slopes.add(slope);
      starts.add(start);
      parties.add(p);
    }
    slopes.forEach(s -> factors.add(ScaledProfile.whole(s, denominator)));
    starts.forEach(s -> bases.add(ScaledProfile.whole(s, denominator)));
  }

  private Fraction base(Frontier frontier, int p) {
    return switch (concept.base()) {
      case RESERVATION -> Guards.reserved(frontier.profiles().get(p));
      case NOTHING -> Fraction.ZERO;
      case LOWEST -> frontier.lowest(p);
    };
  }

  private Fraction span(Frontier frontier, int p, Fraction base) {
    return switch (concept.span()) {
      case ONE -> Fraction.ONE;
      case RATIONAL_IDEAL -> frontier.rationalIdeal(p).minus(base);
      case IDEAL, RANGE -> frontier.highest(p).minus(base);
    };
  }

  /** Returns the score, as a multiple of one over the denominator or a power of it. */
  BigInteger score(Payoff payoff) {
    BigInteger product = BigInteger.ONE;
    BigInteger sum = BigInteger.ZERO;
    BigInteger least = null;
    BigInteger most = null;
    for (int i = 0; i < parties.size(); i++) {
      BigInteger share =
          payoff.inUnits(parties.get(i)).multiply(factors.get(i)).subtract(bases.get(i));
      if (concept.fold() == SolutionConcept.Fold.PRODUCT) {
        product = product.multiply(share);
      }
      sum = sum.add(share);
      least = least == null ? share : least.min(share);
      most = most == null ? share : most.max(share);
    }
    if (least == null || most == null) {
      return BigInteger.ZERO;
    }
    return switch (concept.fold()) {
      case PRODUCT -> product;
      case SUM -> sum;
      case LEAST -> least;
      case SPREAD -> least.subtract(most);
    };
  }

  /** Returns the score that people read. */
  Fraction fraction(BigInteger score) {
    BigInteger below =
        concept.fold() == SolutionConcept.Fold.PRODUCT
            ? denominator.pow(parties.size())
            : denominator;
    return concept.fold() == SolutionConcept.Fold.SPREAD
        ? new Fraction(score.negate(), below)
        : new Fraction(score, below);
  }
}
