package dev.parley.compare;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;

/**
 * How far coders agree, and how far beyond chance: per cent agreement, Cohen's kappa for two coders
 * (Cohen 1960, A Coefficient of Agreement for Nominal Scales), Krippendorff's alpha for any number
 * of coders, with missing ratings and with any {@link Metric} (Krippendorff 2011, Computing
 * Krippendorff's Alpha-Reliability). 1 is perfect agreement, 0 what chance would bring; less than 0
 * is systematic disagreement. Krippendorff takes conclusions from alpha 0.800 on, tentative ones
 * from 0.667.
 */
public final class Reliability {
  /** How far apart two values are. Immutable. */
  public enum Metric {
    /** Used for kinds without order: equal or not. */
    NOMINAL,
    /** Used for ranks: by how many ratings lie between them. */
    ORDINAL,
    /** Used for figures whose differences count: 3 from 4 as 103 from 104. */
    INTERVAL,
    /** Used for figures whose proportions count: 3 from 4 as 75 from 100. */
    RATIO
  }

  /**
   * Where a statistic of other samples of such units would lie.
   *
   * @param low the lower end
   * @param high the upper end
   */
  public record Between(double low, double high) {}

  private Reliability() {}

  /**
   * {@return the share of the units rated by both coders on which they agree, 0 to 1; empty when
   * both rated none}
   *
   * @param ratings the ratings of two coders
   */
  public static OptionalDouble percentAgreement(Ratings ratings) {
    int both = 0;
    int alike = 0;
    for (double[] unit : rated(ratings, true)) {
      both++;
      alike += unit[0] == unit[1] ? 1 : 0;
    }
    return both == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) alike / both);
  }

  /**
   * {@return Cohen's kappa: the agreement of two coders on kinds beyond what their own shares of
   * each kind would bring by chance; empty when both rated no unit, or both use one kind only}
   *
   * @param ratings the ratings of two coders; units that only one has rated are left out
   */
  public static OptionalDouble kappa(Ratings ratings) {
    List<double[]> units = rated(ratings, true);
    Map<Double, int[]> counts = new TreeMap<>();
    int alike = 0;
    for (double[] unit : units) {
      counts.computeIfAbsent(unit[0], k -> new int[2])[0]++;
      counts.computeIfAbsent(unit[1], k -> new int[2])[1]++;
      alike += unit[0] == unit[1] ? 1 : 0;
    }
    double n = units.size();
    double chance = 0;
    for (int[] count : counts.values()) {
      chance += count[0] / n * (count[1] / n);
    }
    return n == 0 || counts.size() == 1
        ? OptionalDouble.empty()
        : OptionalDouble.of((alike / n - chance) / (1 - chance));
  }

  /**
   * {@return Krippendorff's alpha: 1 less the disagreement observed within units, measured against
   * that expected among all ratings; empty when no unit has two ratings, or all ratings are one
   * value}
   *
   * @param ratings the ratings; a unit that fewer than two have rated is left out
   * @param metric how far apart two values are
   */
  public static OptionalDouble alpha(Ratings ratings, Metric metric) {
    return alpha(rated(ratings, false), metric);
  }

  private static OptionalDouble alpha(List<double[]> units, Metric metric) {
    TreeMap<Double, Double> counts = new TreeMap<>();
    double n = 0;
    for (double[] unit : units) {
      for (double value : unit) {
        counts.merge(value, 1.0, Double::sum);
        n++;
      }
    }
    double[][] distance = distances(counts, metric);
    ImmutableList<Double> values = ImmutableList.copyOf(counts.keySet());
    double observed = 0;
    for (double[] unit : units) {
      double within = 0;
      for (double one : unit) {
        for (double other : unit) {
          within += distance[values.indexOf(one)][values.indexOf(other)];
        }
      }
      observed += within / (unit.length - 1);
    }
    double expected = 0;
    for (int i = 0; i < values.size(); i++) {
      for (int j = 0; j < values.size(); j++) {
        expected += count(counts, values.get(i)) * count(counts, values.get(j)) * distance[i][j];
      }
    }
    return expected == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(1 - (n - 1) * observed / expected);
  }

  private static double count(Map<Double, Double> counts, double value) {
    return counts.getOrDefault(value, 0.0);
  }

  /** Returns the squared distance of each value from each. */
  private static double[][] distances(NavigableMap<Double, Double> counts, Metric metric) {
    ImmutableList<Double> values = ImmutableList.copyOf(counts.keySet());
    double[][] distance = new double[values.size()][values.size()];
    for (int i = 0; i < values.size(); i++) {
      for (int j = 0; j < values.size(); j++) {
        double one = values.get(Math.min(i, j));
        double other = values.get(Math.max(i, j));
        double apart =
            switch (metric) {
              case NOMINAL -> i == j ? 0 : 1;
              case ORDINAL ->
                  counts.subMap(one, true, other, true).values().stream().mapToDouble(c -> c).sum()
                      - (count(counts, one) + count(counts, other)) / 2;
              case INTERVAL -> other - one;
              case RATIO -> one + other == 0 ? 0 : (other - one) / (one + other);
            };
        distance[i][j] = i == j ? 0 : apart * apart;
      }
    }
    return distance;
  }

  /**
   * Returns where alpha would lie for other samples of such units: 95 of 100 samples, drawn from
   * these units with replacement, have it within. The same seed gives the same interval.
   *
   * @param ratings the ratings
   * @param metric how far apart two values are
   * @param samples how many samples are drawn, from 1 to 100,000
   * @param seed the seed of the draws
   * @return the interval, or empty when alpha is, or fewer than two units have two ratings
   */
  public static java.util.Optional<Between> bootstrap(
      Ratings ratings, Metric metric, int samples, long seed) {
    if (samples < 1 || samples > 100_000) {
      throw new IllegalArgumentException(
          "samples (" + samples + ") must be from 1 to 100,000: 1,000 are usual");
    }
    List<double[]> units = rated(ratings, false);
    if (units.size() < 2 || alpha(units, metric).isEmpty()) {
      return java.util.Optional.empty();
    }
    Random random = new Random(seed);
    double[] drawn = new double[samples];
    int found = 0;
    for (int i = 0; i < samples; i++) {
      List<double[]> sample = new ArrayList<>();
      for (int j = 0; j < units.size(); j++) {
        sample.add(units.get(random.nextInt(units.size())));
      }
      // Where a sample has one value only, nobody disagrees in it.
      drawn[found++] = alpha(sample, metric).orElse(1);
    }
    Arrays.sort(drawn);
    return java.util.Optional.of(
        new Between(
            drawn[(int) Math.floor(0.025 * (samples - 1))],
            drawn[(int) Math.ceil(0.975 * (samples - 1))]));
  }

  /** Returns the units that two or more have rated, with the ratings alone. */
  private static List<double[]> rated(Ratings ratings, boolean two) {
    List<double[]> units = new ArrayList<>();
    for (ImmutableList<OptionalDouble> unit : ratings.units()) {
      if (two && unit.size() != 2) {
        throw new IllegalArgumentException(
            "ratings are of (" + unit.size() + ") coders: kappa compares two, alpha any number");
      }
      double[] values =
          unit.stream()
              .filter(OptionalDouble::isPresent)
              .mapToDouble(OptionalDouble::getAsDouble)
              .toArray();
      if (values.length > 1) {
        units.add(values);
      }
    }
    return units;
  }
}
