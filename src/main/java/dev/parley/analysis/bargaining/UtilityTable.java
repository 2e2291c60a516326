package dev.parley.analysis.bargaining;

import com.google.common.primitives.ImmutableIntArray;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Terms;
import dev.parley.analysis.bargaining.OutcomeSpace.Cursor;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/**
 * What one party makes of every outcome, worked out once: the utility of each, and its inverse, the
 * outcomes from the best to the worst. With utilities 0.9, 0.2 and 0.7 the outcomes in order are 0,
 * 2, 1, and two of them are worth 0.5 or more.
 *
 * <p>Outcomes are the numbers of the {@linkplain OutcomeSpace space}, from 0. Order and inverse are
 * exact, ties go by the outcome's number; {@link #utility(int)} is the nearest double. Immutable,
 * and for any number of threads.
 */
public final class UtilityTable {
  /** How many outcomes a table may have. */
  public static final int MOST = 1_000_000;

  private final Profile profile;
  private final Exact exact;
  private final double[] utilities;
  private final int[] outcomes;
  private final int[] ranks;
  private final int acceptable;
  private final AtomicReferenceArray<Terms> terms;

  /** The exact utilities, by number. */
  private interface Exact extends Comparator<Integer> {
    Fraction of(int outcome);

    double nearest(int outcome);
  }

  /** Utilities in whole units. */
  private static final class Units implements Exact {
    /** Whole numbers of so many bits are doubles, and their quotient is the nearest one. */
    private static final int EXACT_BITS = 53;

    private final long[] units;
    private final BigInteger unit;

    Units(long[] units, BigInteger unit) {
      this.units = units;
      this.unit = unit;
    }

    @Override
    public Fraction of(int outcome) {
      return new Fraction(BigInteger.valueOf(units[outcome]), unit);
    }

    @Override
    public double nearest(int outcome) {
      long count = units[outcome];
      return unit.bitLength() <= EXACT_BITS
              && Long.SIZE - Long.numberOfLeadingZeros(Math.abs(count)) <= EXACT_BITS
          ? (double) count / unit.doubleValue()
          : of(outcome).doubleValue();
    }

    @Override
    public int compare(Integer one, Integer other) {
      return Long.compare(units[one], units[other]);
    }
  }

  /** Utilities that do not fit a long. */
  private static final class Fractions implements Exact {
    private final Fraction[] utilities;

    Fractions(Fraction[] utilities) {
      this.utilities = utilities;
    }

    @Override
    public Fraction of(int outcome) {
      return utilities[outcome];
    }

    @Override
    public double nearest(int outcome) {
      return utilities[outcome].doubleValue();
    }

    @Override
    public int compare(Integer one, Integer other) {
      return utilities[one].compareTo(utilities[other]);
    }
  }

  private UtilityTable(Profile profile, int size) {
    this.profile = profile;
    exact = exact(profile, size);
    utilities = new double[size];
    for (int n = 0; n < size; n++) {
      utilities[n] = exact.nearest(n);
    }
    Integer[] order = IntStream.range(0, size).boxed().toArray(Integer[]::new);
    Arrays.sort(order, exact.reversed());
    outcomes = Arrays.stream(order).mapToInt(n -> n).toArray();
    ranks = new int[size];
    for (int rank = 0; rank < size; rank++) {
      ranks[outcomes[rank]] = rank;
    }
    terms = new AtomicReferenceArray<>(size);
    acceptable = profile.reservedUtility().map(this::count).orElse(size);
  }

  /**
   * {@return the table of a profile}
   *
   * @param profile what the party makes of outcomes
   * @throws IllegalArgumentException if there are more than {@link #MOST} outcomes
   */
  public static UtilityTable of(Profile profile) {
    BigInteger size = profile.space().size();
    if (size.compareTo(BigInteger.valueOf(MOST)) > 0) {
      throw new IllegalArgumentException(
          "outcome space (%s) is too large for a table: %s outcomes at most. Take a coarser step or fewer issues"
              .formatted(profile.space(), LargeNumbers.grouped(MOST)));
    }
    return new UtilityTable(profile, size.intValueExact());
  }

  private static Exact exact(Profile profile, int size) {
    Cursor cursor = profile.space().cursor();
    UtilityFunction.Counting counting = UtilityFunction.counting(profile).orElse(null);
    if (counting != null) {
      long[] units = new long[size];
      for (int n = 0; n < size; n++) {
        units[n] = counting.units().applyAsLong(cursor);
        cursor.next();
      }
      return new Units(units, counting.unit());
    }
    UtilityFunction function = UtilityFunction.of(profile);
    Fraction[] all = new Fraction[size];
    for (int n = 0; n < size; n++) {
      all[n] = function.utility(cursor);
      cursor.next();
    }
    return new Fractions(all);
  }

  /** {@return whose utilities these are: the profile} */
  public Profile profile() {
    return profile;
  }

  /** {@return whose utilities these are: the party} */
  public ActorId party() {
    return profile.party();
  }

  /** {@return the outcomes} */
  public OutcomeSpace space() {
    return profile.space();
  }

  /** {@return how many outcomes there are, two or more} */
  public int size() {
    return utilities.length;
  }

  /**
   * {@return the utility of an outcome, exact}
   *
   * @param outcome its number
   */
  public Fraction exact(int outcome) {
    return exact.of(outcome);
  }

  /**
   * {@return the utility of an outcome: the nearest double}
   *
   * @param outcome its number
   */
  public double utility(int outcome) {
    return utilities[outcome];
  }

  /** {@return the utility of the best outcome} */
  public double best() {
    return utilities[outcomes[0]];
  }

  /** {@return the utility of the worst outcome} */
  public double worst() {
    return utilities[outcomes[outcomes.length - 1]];
  }

  /**
   * {@return the outcome at a place in the order from the best to the worst: its number}
   *
   * @param rank the place, from 0
   */
  public int outcome(int rank) {
    return outcomes[rank];
  }

  /**
   * {@return the place of an outcome in the order from the best to the worst, from 0}
   *
   * @param outcome its number
   */
  public int rank(int outcome) {
    return ranks[outcome];
  }

  /**
   * {@return how many outcomes have a utility or more: they are the first so many in the order}
   *
   * @param least the utility
   */
  public int count(Fraction least) {
    int low = 0;
    int high = outcomes.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (exact.of(outcomes[middle]).compareTo(least) >= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * {@return how many outcomes have a utility or more, by the doubles}
   *
   * @param least the utility
   */
  public int count(double least) {
    int low = 0;
    int high = outcomes.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (utilities[outcomes[middle]] >= least) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * {@return the outcomes that have a utility or more, from the best on: their numbers}
   *
   * @param least the utility
   */
  public ImmutableIntArray atLeast(Fraction least) {
    return ImmutableIntArray.copyOf(Arrays.copyOf(outcomes, count(least)));
  }

  /**
   * {@return how many outcomes leave the party no worse off than no agreement: all while its
   * reservation is not known; they are the first so many in the order}
   */
  public int acceptable() {
    return acceptable;
  }

  /**
   * {@return whether an outcome leaves the party no worse off than no agreement; so does any while
   * its reservation is not known}
   *
   * @param outcome its number
   */
  public boolean isAcceptable(int outcome) {
    return ranks[outcome] < acceptable;
  }

  /**
   * {@return an outcome: the complete package, made when it is first asked for}
   *
   * @param outcome its number
   */
  public Terms terms(int outcome) {
    Terms known = terms.get(outcome);
    if (known != null) {
      return known;
    }
    Terms made = space().outcome(outcome);
    terms.set(outcome, made);
    return made;
  }

  /** {@return whose they are and of what, such as {@code utilities of union for 33 outcomes...}} */
  @Override
  public String toString() {
    return "utilities of %s for %s".formatted(party(), space());
  }
}
