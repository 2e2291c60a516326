package dev.parley.analysis;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.Value;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.Optional;

/** One way to settle an issue, or to free what is blocked, and what it costs whom. */
final class Option {
  private static final int DIGITS = 9;

  final Optional<Value> value;
  final ImmutableList<Concession> concessions;
  final ImmutableList<Proviso> provisos;
  final long largest;
  final long total;

  /**
   * A concession that is needed unless one of several ways is open: in each, some other issues take
   * some of their options.
   */
  record Proviso(ImmutableList<ImmutableList<Need>> ways, Concession otherwise) {
    long size() {
      return units(otherwise.size());
    }
  }

  /** That a variable takes one of these options. */
  record Need(int variable, BitSet options) {}

  Option(
      Optional<Value> value,
      ImmutableList<Concession> concessions,
      ImmutableList<Proviso> provisos) {
    this.value = value;
    this.concessions = concessions;
    this.provisos = provisos;
    long most = 0;
    long sum = 0;
    for (Concession concession : concessions) {
      long size = units(concession.size());
      most = Math.max(most, size);
      sum += size;
    }
    largest = most;
    total = sum;
  }

  /** Sizes are whole billionths, so that their sums do not depend on an order. */
  static long units(BigDecimal size) {
    return size.movePointRight(DIGITS).longValueExact();
  }

  static BigDecimal size(long units) {
    return BigDecimal.valueOf(units, DIGITS).stripTrailingZeros();
  }

  /** A distance is rounded up, so that no concession counts nothing. */
  static BigDecimal size(BigDecimal distance, BigDecimal length) {
    BigDecimal share = distance.divide(length, DIGITS, java.math.RoundingMode.UP);
    return share.stripTrailingZeros();
  }
}
