package dev.parley.analysis.bargaining;

import com.google.common.collect.ImmutableList;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Products of gains, each to the power of its party's bargaining power. Logarithms in doubles
 * decide where they are further apart than their rounding can make them; whole numbers decide the
 * rest, so that ties are ties.
 */
final class PowerProducts {
  /**
   * Logarithms below 1,000, each rounded a few times, are off by less than a thousandth of this.
   */
  private static final double DECIDES = 1e-9;

  /** Whole numbers up to so many bits are doubles without loss of the leading digits. */
  private static final int BITS = 1_000;

  private final List<Gains> gains = new ArrayList<>();
  private final List<Integer> powers = new ArrayList<>();
  private final double sum;

  PowerProducts(List<Profile> profiles, List<BigInteger> units) {
    List<BigInteger> whole = profiles.stream().map(p -> Profiles.power(p).thousandths()).toList();
    BigInteger common = whole.stream().reduce(BigInteger::gcd).orElseThrow();
    whole.forEach(w -> powers.add(w.divide(common).intValueExact()));
    sum = powers.stream().mapToInt(p -> p).sum();
    for (int p = 0; p < profiles.size(); p++) {
      gains.add(new Gains(profiles.get(p), units.get(p)));
    }
  }

  /** A payoff, its gains, and the weighted mean of their logarithms. */
  private record Scored(Payoff payoff, ImmutableList<BigInteger> gains, double logarithm) {}

  /** Returns all payoffs of the largest product. */
  ImmutableList<Payoff> best(List<Payoff> set) {
    List<Scored> best = new ArrayList<>();
    for (Payoff payoff : set) {
      Scored scored = scored(payoff);
      int order = best.isEmpty() ? 0 : compare(scored, best.get(0));
      if (order > 0) {
        best.clear();
      }
      if (order >= 0) {
        best.add(scored);
      }
    }
    return best.stream().map(Scored::payoff).collect(ImmutableList.toImmutableList());
  }

  private Scored scored(Payoff payoff) {
    ImmutableList.Builder<BigInteger> own = ImmutableList.builder();
    double mean = 0;
    for (int p = 0; p < powers.size(); p++) {
      BigInteger gain = gains.get(p).of(payoff.inUnits(p));
      own.add(gain);
      mean += powers.get(p) / sum * logarithm(gain);
    }
    return new Scored(payoff, own.build(), mean);
  }

  private static double logarithm(BigInteger gain) {
    int beyond = Math.max(0, gain.bitLength() - BITS);
    return Math.log(gain.shiftRight(beyond).doubleValue()) + beyond * Math.log(2);
  }

  private int compare(Scored one, Scored other) {
    boolean nothing = Double.isInfinite(one.logarithm) || Double.isInfinite(other.logarithm);
    if (nothing || Math.abs(one.logarithm - other.logarithm) > DECIDES) {
      return Double.compare(one.logarithm, other.logarithm);
    }
    return product(one).compareTo(product(other));
  }

  private BigInteger product(Scored scored) {
    BigInteger product = BigInteger.ONE;
    for (int p = 0; p < powers.size(); p++) {
      product = product.multiply(scored.gains.get(p).pow(powers.get(p)));
    }
    return product;
  }
}
