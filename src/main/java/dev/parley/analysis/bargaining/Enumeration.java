package dev.parley.analysis.bargaining;

import com.google.common.collect.ImmutableList;
import dev.parley.analysis.bargaining.OutcomeSpace.Cursor;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;

/**
 * The frontier of any profiles, by looking at every outcome through a cursor. The space is cut into
 * parts of fixed numbers of outcomes; which thread takes which part does not show in the result.
 */
final class Enumeration {
  private static final long PART = 1 << 14;

  private final OutcomeSpace space;
  private final List<Profile> profiles;
  private final long budget;
  private final boolean parallel;

  Enumeration(OutcomeSpace space, List<Profile> profiles, long budget, boolean parallel) {
    this.space = space;
    this.profiles = profiles;
    this.budget = budget;
    this.parallel = parallel;
  }

  FrontierPoints find() {
    long end = space.size().min(BigInteger.valueOf(budget)).longValueExact();
    Optional<List<UtilityFunction.Counting>> counting = UtilityFunction.counting(profiles);
    if (counting.isPresent()) {
      return counted(counting.get(), end);
    }
    boolean additive = profiles.stream().allMatch(AdditiveProfile.class::isInstance);
    if (!additive) {
      List<UtilityFunction> functions = profiles.stream().map(UtilityFunction::of).toList();
      return exactly(end, () -> new Exact(functions));
    }
    List<RoundedProfile> rounded =
        profiles.stream()
            .map(p -> new RoundedProfile(ScaledProfile.of((AdditiveProfile) p)))
            .toList();
    return exactly(end, () -> new Rounded(rounded));
  }

  /** Returns all parts put together, in their order. */
  private <T> T together(long end, LongFunction<T> part, BinaryOperator<T> sum) {
    LongStream starts = LongStream.range(0, (end - 1) / PART + 1).map(i -> i * PART);
    return (parallel ? starts.parallel() : starts).mapToObj(part).reduce(sum).orElseThrow();
  }

  private FrontierPoints counted(List<UtilityFunction.Counting> functions, long end) {
    ImmutableList<BigInteger> units =
        functions.stream()
            .map(UtilityFunction.Counting::unit)
            .collect(ImmutableList.toImmutableList());
    Counts all =
        together(
            end,
            start -> new Counts(functions).over(start, Math.min(end, start + PART)),
            Counts::and);
    return new FrontierPoints(
        units,
        functions.size() == 2
            ? FrontierPoints.points(all.pairs)
            : FrontierPoints.points(all.vectors),
        all.range(all.lowest),
        all.range(all.highest),
        Optional.of(new Census(end, all.rational, all.gainful)),
        shortfall());
  }

  /** One part of the space, utilities counted in longs. */
  private final class Counts {
    private final List<UtilityFunction.Counting> functions;
    private final ToLongFunction<Cursor>[] units;
    private final long[] least;
    private final long[] above;
    private final long[] lowest;
    private final long[] highest;
    private Staircase pairs = Staircase.EMPTY;
    private final ParetoArchive vectors = ParetoArchive.ofUnits();
    private long rational;
    private long gainful;

    @SuppressWarnings({"unchecked", "rawtypes"})
    Counts(List<UtilityFunction.Counting> functions) {
      this.functions = functions;
      int n = functions.size();
      units = new ToLongFunction[n];
      least = new long[n];
      above = new long[n];
      for (int p = 0; p < n; p++) {
        units[p] = functions.get(p).units();
        least[p] = threshold(p, RoundingMode.CEILING);
        above[p] = threshold(p, RoundingMode.FLOOR);
      }
      lowest = new long[n];
      highest = new long[n];
      Arrays.fill(lowest, Long.MAX_VALUE);
      Arrays.fill(highest, Long.MIN_VALUE);
    }

    /** Returns the reservation in whole units: at least the one, above the other. */
    private long threshold(int p, RoundingMode rounding) {
      Optional<Fraction> reserved = profiles.get(p).reservedUtility();
      if (reserved.isEmpty()) {
        return Long.MIN_VALUE;
      }
      Fraction scaled = reserved.get().times(new Fraction(functions.get(p).unit(), BigInteger.ONE));
      return new BigDecimal(scaled.numerator())
          .divide(new BigDecimal(scaled.denominator()), 0, rounding)
          .toBigInteger()
          .max(BigInteger.valueOf(Long.MIN_VALUE))
          .min(BigInteger.valueOf(Long.MAX_VALUE))
          .longValueExact();
    }

    Counts over(long from, long to) {
      Cursor cursor = space.cursor();
      cursor.moveTo(from);
      Staircase.Gatherer gatherer = new Staircase.Gatherer();
      long[] utilities = new long[units.length];
      double[] near = new double[units.length];
      for (long n = from; n < to; n++) {
        boolean reaches = true;
        boolean gains = true;
        for (int p = 0; p < units.length; p++) {
          long u = units[p].applyAsLong(cursor);
          utilities[p] = u;
          reaches &= u >= least[p];
          gains &= u > above[p];
          lowest[p] = Math.min(lowest[p], u);
          highest[p] = Math.max(highest[p], u);
        }
        rational += reaches ? 1 : 0;
        gainful += gains ? 1 : 0;
        if (units.length == 2) {
          gatherer.look(utilities[0], utilities[1], n);
        } else {
          lookAtAll(utilities, near, n);
        }
        cursor.next();
      }
      pairs = gatherer.done();
      return this;
    }

    private void lookAtAll(long[] utilities, double[] near, long n) {
      for (int p = 0; p < near.length; p++) {
        near[p] = utilities[p];
      }
      vectors.look(near, p -> Fraction.of(utilities[p]), BigInteger.valueOf(n), BigInteger.ONE);
    }

    Counts and(Counts other) {
      pairs = Staircase.merge(pairs, other.pairs);
      vectors.look(other.vectors);
      rational += other.rational;
      gainful += other.gainful;
      for (int p = 0; p < lowest.length; p++) {
        lowest[p] = Math.min(lowest[p], other.lowest[p]);
        highest[p] = Math.max(highest[p], other.highest[p]);
      }
      return this;
    }

    List<Fraction> range(long[] ends) {
      List<Fraction> range = new ArrayList<>();
      for (int p = 0; p < ends.length; p++) {
        range.add(new Fraction(BigInteger.valueOf(ends[p]), functions.get(p).unit()));
      }
      return range;
    }
  }

  private FrontierPoints exactly(long end, Supplier<Exact> parts) {
    Exact all =
        together(end, start -> parts.get().over(start, Math.min(end, start + PART)), Exact::and);
    BigInteger[] units = new BigInteger[profiles.size()];
    Arrays.fill(units, BigInteger.ONE);
    for (ParetoArchive.Entry entry : all.vectors.entries()) {
      for (int p = 0; p < units.length; p++) {
        units[p] = ScaledProfile.multiple(units[p], entry.exact[p].denominator());
      }
    }
    ImmutableList<BigInteger> common = ImmutableList.copyOf(units);
    return new FrontierPoints(
        common,
        FrontierPoints.points(all.vectors, common),
        List.of(all.lowest),
        List.of(all.highest),
        Optional.of(new Census(end, all.rational, all.gainful)),
        shortfall());
  }

  /** One part of the space, utilities as fractions. */
  private class Exact {
    private final List<UtilityFunction> functions;
    final List<Optional<Fraction>> reserved;
    final ParetoArchive vectors = ParetoArchive.ofFractions();
    final Fraction[] lowest;
    final Fraction[] highest;
    long rational;
    long gainful;

    Exact(List<UtilityFunction> functions) {
      this.functions = functions;
      this.reserved = profiles.stream().map(Profile::reservedUtility).toList();
      this.lowest = new Fraction[profiles.size()];
      this.highest = new Fraction[profiles.size()];
    }

    Exact over(long from, long to) {
      Cursor cursor = space.cursor();
      cursor.moveTo(from);
      Fraction[] utilities = new Fraction[functions.size()];
      double[] near = new double[utilities.length];
      for (long n = from; n < to; n++) {
        boolean reaches = true;
        boolean gains = true;
        for (int p = 0; p < utilities.length; p++) {
          Fraction u = functions.get(p).utility(cursor);
          utilities[p] = u;
          near[p] = u.doubleValue();
          int over = reserved.get(p).map(u::compareTo).orElse(1);
          reaches &= over >= 0;
          gains &= over > 0;
          lowest[p] = n == from ? u : lowest[p].min(u);
          highest[p] = n == from ? u : highest[p].max(u);
        }
        rational += reaches ? 1 : 0;
        gainful += gains ? 1 : 0;
        vectors.look(near, p -> utilities[p], BigInteger.valueOf(n), BigInteger.ONE);
        cursor.next();
      }
      return this;
    }

    Exact and(Exact other) {
      vectors.look(other.vectors);
      rational += other.rational;
      gainful += other.gainful;
      for (int p = 0; p < lowest.length; p++) {
        lowest[p] = lowest[p].min(other.lowest[p]);
        highest[p] = highest[p].max(other.highest[p]);
      }
      return this;
    }
  }

  /**
   * One part of the space, utilities in rounded units that decide wherever they are far enough
   * apart, and as fractions elsewhere.
   */
  private final class Rounded extends Exact {
    private static final int WITNESSES = 128;

    private final List<RoundedProfile> functions;
    private final long[] reservedAt;
    private final long[] lowestAt;
    private final long[] highestAt;

    /** What outcomes that were looked at reach at least: whatever is below them all is no more. */
    private final List<long[]> witnesses = new ArrayList<>();

    Rounded(List<RoundedProfile> functions) {
      super(List.of());
      this.functions = functions;
      int n = functions.size();
      reservedAt = new long[n];
      for (int p = 0; p < n; p++) {
        RoundedProfile function = functions.get(p);
        reservedAt[p] = reserved.get(p).map(function::floor).orElse(Long.MIN_VALUE / 2);
      }
      lowestAt = new long[n];
      highestAt = new long[n];
    }

    @Override
    Exact over(long from, long to) {
      Cursor cursor = space.cursor();
      cursor.moveTo(from);
      long[] least = new long[functions.size()];
      for (long n = from; n < to; n++) {
        for (int p = 0; p < least.length; p++) {
          least[p] = functions.get(p).least(cursor);
        }
        boolean reaches = true;
        boolean gains = true;
        for (int p = 0; p < least.length; p++) {
          if (n == from || mayBeAnEnd(p, least[p])) {
            extend(p, cursor, n == from);
          }
          int over = againstReserved(p, least[p], cursor);
          reaches &= over >= 0;
          gains &= over > 0;
        }
        rational += reaches ? 1 : 0;
        gainful += gains ? 1 : 0;
        if (!isBeaten(least)) {
          lookExactly(cursor, n);
          remember(least.clone());
        }
        cursor.next();
      }
      return this;
    }

    private boolean mayBeAnEnd(int p, long least) {
      long slack = functions.get(p).slack();
      return least < lowestAt[p] + slack || least + slack > highestAt[p];
    }

    private void extend(int p, Cursor cursor, boolean first) {
      Fraction utility = functions.get(p).exact(cursor);
      if (first || utility.compareTo(lowest[p]) < 0) {
        lowest[p] = utility;
        lowestAt[p] = functions.get(p).least(cursor);
      }
      if (first || utility.compareTo(highest[p]) > 0) {
        highest[p] = utility;
        highestAt[p] = functions.get(p).least(cursor);
      }
    }

    /** Returns 1 where a utility is above the reservation, or none is known. */
    private int againstReserved(int p, long least, Cursor cursor) {
      if (reserved.get(p).isEmpty() || least > reservedAt[p]) {
        return 1;
      }
      return least + functions.get(p).slack() <= reservedAt[p]
          ? -1
          : functions.get(p).exact(cursor).compareTo(reserved.get(p).get());
    }

    private boolean isBeaten(long[] least) {
      for (int i = 0; i < witnesses.size(); i++) {
        long[] witness = witnesses.get(i);
        boolean beats = true;
        for (int p = 0; p < least.length; p++) {
          beats &= witness[p] >= least[p] + functions.get(p).slack();
        }
        if (beats) {
          witnesses.set(i, witnesses.get(0));
          witnesses.set(0, witness);
          return true;
        }
      }
      return false;
    }

    private void remember(long[] least) {
      if (witnesses.size() == WITNESSES) {
        witnesses.set(WITNESSES - 1, least);
      } else {
        witnesses.add(least);
      }
    }

    private void lookExactly(Cursor cursor, long n) {
      Fraction[] utilities = new Fraction[functions.size()];
      double[] near = new double[utilities.length];
      for (int p = 0; p < utilities.length; p++) {
        utilities[p] = functions.get(p).exact(cursor);
        near[p] = utilities[p].doubleValue();
      }
      vectors.look(near, p -> utilities[p], BigInteger.valueOf(n), BigInteger.ONE);
    }
  }

  private Optional<String> shortfall() {
    if (space.size().compareTo(BigInteger.valueOf(budget)) <= 0) {
      return Optional.empty();
    }
    Optional<Profile> bent =
        profiles.stream().filter(p -> !(p instanceof AdditiveProfile)).findFirst();
    String wayOut =
        bent.map(
                p ->
                    "Were the profile of (%s) additive, issues could be merged without enumeration; otherwise raise the budget, or take fewer issues or coarser steps"
                        .formatted(p.party()))
            .orElse("All profiles are additive: merging needs no enumeration");
    return Optional.of(
        "%s outcomes are too many to enumerate within the budget of %s: the first %s were looked at, so better outcomes may exist. %s"
            .formatted(
                LargeNumbers.grouped(space.size()),
                LargeNumbers.grouped(budget),
                LargeNumbers.grouped(budget),
                wayOut));
  }
}
