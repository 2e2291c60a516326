package dev.parley.analysis.bargaining;

import com.google.common.collect.ImmutableList;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The frontier of additive profiles, issue by issue. An outcome is efficient only if its part on
 * the first issues is efficient among those parts: otherwise the better part, with the rest
 * unchanged, would be better. So dominated parts are dropped as soon as they appear.
 */
final class Merging {
  private final OutcomeSpace space;
  private final List<ScaledProfile> scaled;
  private final long budget;

  Merging(OutcomeSpace space, List<AdditiveProfile> profiles, long budget) {
    this.space = space;
    this.scaled = profiles.stream().map(ScaledProfile::of).toList();
    this.budget = budget;
  }

  FrontierPoints find() {
    ImmutableList<BigInteger> units =
        scaled.stream().map(ScaledProfile::unit).collect(ImmutableList.toImmutableList());
    List<long[][]> longs = scaled.stream().flatMap(s -> s.inLongs().stream()).toList();
    boolean fits = longs.size() == 2 && scaled.size() == 2;
    Progress progress = new Progress();
    List<FrontierPoints.Point> points =
        fits && space.size().bitLength() < Long.SIZE
            ? FrontierPoints.points(pairs(longs.get(0), longs.get(1), progress))
            : FrontierPoints.points(vectors(progress));
    return new FrontierPoints(
        units,
        points,
        scaled.stream().map(ScaledProfile::lowest).toList(),
        scaled.stream().map(ScaledProfile::highest).toList(),
        Optional.empty(),
        progress.shortfall());
  }

  /** How many combinations were formed, and where the budget ended. */
  private final class Progress {
    private long spent;
    private int reached = -1;

    /** Returns whether an issue can be merged in full within the budget. */
    boolean affords(int issue, long points, long values) {
      if (reached >= 0
          || Math.multiplyHigh(points, values) != 0
          || points * values < 0
          || points * values > budget - spent) {
        reached = reached < 0 ? issue : reached;
        return false;
      }
      spent += points * values;
      return true;
    }

    Optional<String> shortfall() {
      return reached < 0
          ? Optional.empty()
          : Optional.of(
              "merging stopped at issue (%s), %s of %s: its combinations go beyond the budget of %s. From there on each issue has one value, so better outcomes may exist. Raise the budget, or take coarser steps"
                  .formatted(
                      space.issues().get(reached).id(),
                      reached + 1,
                      space.issues().size(),
                      LargeNumbers.grouped(budget)));
    }
  }

  private Staircase pairs(long[][] first, long[][] second, Progress progress) {
    Staircase frontier = Staircase.single(0, 0, 0, 1);
    for (int i = 0; i < first.length; i++) {
      List<Staircase> singles = new ArrayList<>(first[i].length);
      for (int v = 0; v < first[i].length; v++) {
        singles.add(Staircase.single(first[i][v], second[i][v], v, 1));
      }
      Staircase values = Staircase.merge(singles);
      if (!progress.affords(i, frontier.size(), values.size())) {
        frontier = frontier.with(values, values.size() / 2, first[i].length);
        continue;
      }
      List<Staircase> parts = new ArrayList<>(values.size());
      for (int v = 0; v < values.size(); v++) {
        parts.add(frontier.with(values, v, first[i].length));
      }
      frontier = Staircase.merge(parts);
    }
    return frontier;
  }

  private ParetoArchive vectors(Progress progress) {
    ParetoArchive frontier = ParetoArchive.ofUnits();
    Fraction[] nothing = new Fraction[scaled.size()];
    java.util.Arrays.fill(nothing, Fraction.ZERO);
    frontier.look(new double[scaled.size()], p -> nothing[p], BigInteger.ZERO, BigInteger.ONE);
    for (int i = 0; i < space.issues().size(); i++) {
      List<ParetoArchive.Entry> values = values(i);
      if (!progress.affords(i, frontier.entries().size(), values.size())) {
        values = values.subList(0, 1);
      }
      BigInteger count = space.order(i).count();
      ParetoArchive next = ParetoArchive.ofUnits();
      for (ParetoArchive.Entry part : frontier.entries()) {
        for (ParetoArchive.Entry value : values) {
          add(next, part, value, count);
        }
      }
      frontier = next;
    }
    return frontier;
  }

  private List<ParetoArchive.Entry> values(int issue) {
    ParetoArchive values = ParetoArchive.ofUnits();
    for (int v = 0; v < scaled.get(0).values(issue); v++) {
      int value = v;
      double[] near = new double[scaled.size()];
      for (int p = 0; p < near.length; p++) {
        near[p] = scaled.get(p).part(issue, v).doubleValue();
      }
      values.look(
          near,
          p -> new Fraction(scaled.get(p).part(issue, value), BigInteger.ONE),
          BigInteger.valueOf(v),
          BigInteger.ONE);
    }
    return values.entries();
  }

  private static void add(
      ParetoArchive to, ParetoArchive.Entry part, ParetoArchive.Entry value, BigInteger count) {
    Fraction[] sums = new Fraction[part.exact.length];
    double[] near = new double[sums.length];
    for (int p = 0; p < sums.length; p++) {
      sums[p] =
          new Fraction(part.exact[p].numerator().add(value.exact[p].numerator()), BigInteger.ONE);
      near[p] = sums[p].numerator().doubleValue();
    }
    to.look(
        near,
        p -> sums[p],
        part.number.multiply(count).add(value.number),
        part.outcomes.multiply(value.outcomes));
  }
}
