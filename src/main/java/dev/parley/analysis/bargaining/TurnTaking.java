package dev.parley.analysis.bargaining;

import com.google.common.collect.ImmutableList;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Two parties that make offers in turn over a negotiation set. The first party's best comes first,
 * so that what one accepts at a place it accepts at every place nearer to its own end, and each
 * side's best offer is found by halving.
 */
final class TurnTaking {
  private final List<Payoff> set;
  private final List<List<BigInteger>> gains = new ArrayList<>();
  private final List<Fraction> factors = new ArrayList<>();

  TurnTaking(List<Payoff> set, List<Profile> profiles, List<BigInteger> units) {
    this.set = set;
    for (int p = 0; p < 2; p++) {
      int party = p;
      Gains measured = new Gains(profiles.get(p), units.get(p));
      gains.add(set.stream().map(payoff -> measured.of(payoff.inUnits(party))).toList());
      factors.add(profiles.get(p).timeCost().orElseThrow().factor());
    }
  }

  /** Returns what is agreed if a party offers first, in one stationary equilibrium or another. */
  ImmutableList<Payoff> agreed(int first) {
    ImmutableList.Builder<Payoff> agreed = ImmutableList.builder();
    for (int i = 0; i < set.size(); i++) {
      int answer = first == 0 ? firstOffers(secondOffers(i)) : secondOffers(firstOffers(i));
      if (answer == i) {
        agreed.add(set.get(i));
      }
    }
    return agreed.build();
  }

  /** Returns the first party's best that the second does not refuse, awaiting its own offer. */
  private int firstOffers(int awaited) {
    return least(i -> accepts(1, i, awaited));
  }

  /** Returns the second party's best that the first does not refuse, awaiting its own offer. */
  private int secondOffers(int awaited) {
    return least(i -> !accepts(0, i, awaited)) - 1;
  }

  private boolean accepts(int p, int offered, int awaited) {
    Fraction factor = factors.get(p);
    return gains
            .get(p)
            .get(offered)
            .multiply(factor.denominator())
            .compareTo(gains.get(p).get(awaited).multiply(factor.numerator()))
        >= 0;
  }

  /** Returns the first place where something holds that holds from there on; the size if none. */
  private int least(IntPredicate holds) {
    int from = 0;
    int to = set.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (holds.test(middle)) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return from;
  }
}
