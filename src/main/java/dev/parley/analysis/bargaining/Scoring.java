package dev.parley.analysis.bargaining;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A concept's score in whole numbers: every party's share (utility less base, over span) gets one
 * common denominator, so that scores of outcomes compare without fractions.
 */
final class Scoring {
  private final SolutionConcept concept;
  private final List<Profile> profiles;
  private final FrontierPoints found;
  private final IntFunction<Fraction> rationalIdeal;
  private final List<BigInteger> factors = new ArrayList<>();
  private final List<BigInteger> bases = new ArrayList<>();
  private final List<Integer> parties = new ArrayList<>();
  private BigInteger denominator = BigInteger.ONE;

  /** Takes the ideal over individually rational outcomes by party, asked only where it counts. */
  Scoring(
      SolutionConcept concept,
      List<Profile> profiles,
      FrontierPoints found,
      IntFunction<Fraction> rationalIdeal) {
    this.concept = concept;
    this.profiles = profiles;
    this.found = found;
    this.rationalIdeal = rationalIdeal;
    List<Fraction> slopes = new ArrayList<>();
    List<Fraction> starts = new ArrayList<>();
    for (int p = 0; p < profiles.size(); p++) {
      Fraction base = base(p);
      Fraction span = span(p, base);
      if (span.signum() == 0) {
        continue;
      }
      Fraction slope =
          Fraction.ONE.over(span.times(new Fraction(found.units().get(p), BigInteger.ONE)));
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

  private Fraction base(int p) {
    return switch (concept.base()) {
      case RESERVATION -> Profiles.reserved(profiles.get(p));
      case NOTHING -> Fraction.ZERO;
      case LOWEST -> found.lowest().get(p);
    };
  }

  private Fraction span(int p, Fraction base) {
    return switch (concept.span()) {
      case ONE -> Fraction.ONE;
      case RATIONAL_IDEAL -> rationalIdeal.apply(p).minus(base);
      case IDEAL, RANGE -> found.highest().get(p).minus(base);
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
      case POWERS -> throw new IllegalStateException("powers have no score in whole numbers");
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
