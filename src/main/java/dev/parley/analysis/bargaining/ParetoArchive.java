package dev.parley.analysis.bargaining;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A frontier of any number of parties. Doubles decide wherever they can: they keep the order, so
 * two that differ tell which is greater; two that are equal leave it to the exact numbers, unless
 * both are whole numbers that a double holds exactly.
 */
final class ParetoArchive {
  /** Up to here a double holds every whole number. */
  private static final double EXACT = 0x1p53;

  private final boolean whole;
  private final List<Entry> entries = new ArrayList<>();

  /** A point of the frontier. */
  static final class Entry {
    final double[] near;
    final Fraction[] exact;
    BigInteger number;
    BigInteger outcomes;

    Entry(double[] near, Fraction[] exact, BigInteger number, BigInteger outcomes) {
      this.near = near;
      this.exact = exact;
      this.number = number;
      this.outcomes = outcomes;
    }
  }

  /** Returns an archive of utilities that are whole numbers of units, or any fractions. */
  static ParetoArchive ofUnits() {
    return new ParetoArchive(true);
  }

  static ParetoArchive ofFractions() {
    return new ParetoArchive(false);
  }

  private ParetoArchive(boolean whole) {
    this.whole = whole;
  }

  List<Entry> entries() {
    return entries;
  }

  /**
   * Looks at an outcome, or at several of the same utilities.
   *
   * @param near the utilities as doubles, which are copied if kept
   * @param exact the utility of each party, asked only where doubles leave it open
   */
  void look(double[] near, IntFunction<Fraction> exact, BigInteger number, BigInteger outcomes) {
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      int verdict = compare(entry, near, exact);
      if (verdict == EQUAL) {
        entry.number = entry.number.min(number);
        entry.outcomes = entry.outcomes.add(outcomes);
        return;
      }
      if (verdict == DOMINATES) {
        // What dominated one outcome is likely to dominate the next.
        entries.set(i, entries.get(0));
        entries.set(0, entry);
        return;
      }
      if (verdict == DOMINATED) {
        Entry last = entries.remove(entries.size() - 1);
        if (i < entries.size()) {
          entries.set(i, last);
        }
        i--;
      }
    }
    Fraction[] all = new Fraction[near.length];
    for (int p = 0; p < all.length; p++) {
      all[p] = exact.apply(p);
    }
    entries.add(new Entry(near.clone(), all, number, outcomes));
  }

  void look(ParetoArchive other) {
    for (Entry entry : other.entries) {
      look(entry.near, p -> entry.exact[p], entry.number, entry.outcomes);
    }
  }

  private static final int EQUAL = 0;
  private static final int DOMINATES = 1;
  private static final int DOMINATED = -1;
  private static final int NEITHER = 2;

  private int compare(Entry entry, double[] near, IntFunction<Fraction> exact) {
    int verdict = EQUAL;
    for (int p = 0; p < near.length; p++) {
      double one = entry.near[p];
      int sign;
      if (one != near[p]) {
        sign = one > near[p] ? DOMINATES : DOMINATED;
      } else if (whole && Math.abs(one) < EXACT) {
        sign = EQUAL;
      } else {
        sign = Integer.signum(entry.exact[p].compareTo(exact.apply(p)));
      }
      if (sign != EQUAL) {
        if (verdict != EQUAL && verdict != sign) {
          return NEITHER;
        }
        verdict = sign;
      }
    }
    return verdict;
  }
}
