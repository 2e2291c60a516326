package dev.parley.compare;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

/**
 * How far coders agree, and how far beyond chance: per cent agreement, Cohen's kappa for two coders
 * (Cohen 1960, A Coefficient of Agreement for Nominal Scales), Krippendorff's alpha for any number
 * of coders, with missing ratings and with any {@link Metric} (Krippendorff 2011, Computing
 * Krippendorff's Alpha-Reliability). 1 is perfect agreement, 0 what chance would bring; less than 0
 * is systematic disagreement. Krippendorff takes conclusions from alpha 0.800 on, tentative ones
 * from 0.667.
 *
 * <p>Time and memory grow with the number of ratings; only {@link Metric#RATIO} compares every
 * value with every other, and takes up to {@value #MOST_RATIO} of them.
 */
public final class Reliability {
  /** The most different values that are compared by their proportions. */
  private static final int MOST_RATIO = 1_000;

  private static final int MOST_SAMPLES = 100_000;

  /** How far apart two values are. Immutable. */
  public enum Metric {
    /** Used for kinds without order: equal or not. */
    NOMINAL,
    /** Used for ranks: by how many ratings lie between them. */
    ORDINAL,
    /** Used for figures whose differences count: 3 from 4 as 103 from 104. */
    INTERVAL,
    /** Used for figures of 0 or more whose proportions count: 3 from 4 as 75 from 100. */
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
   * @throws IllegalArgumentException if they are of more than two
   */
  public static OptionalDouble percentAgreement(Ratings ratings) {
    Table table = Table.ofTwo(ratings);
    return table.units.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) table.alike() / table.units.length);
  }

  /**
   * {@return Cohen's kappa: the agreement of two coders on kinds beyond what their own shares of
   * each kind would bring by chance; empty when both rated no unit, or both use one kind only}
   *
   * @param ratings the ratings of two coders; units that only one has rated are left out
   * @throws IllegalArgumentException if they are of more than two
   */
  public static OptionalDouble kappa(Ratings ratings) {
    Table table = Table.ofTwo(ratings);
    double n = table.units.length;
    if (table.values.length < 2) {
      return OptionalDouble.empty();
    }
    int[] ones = new int[table.values.length];
    int[] others = new int[table.values.length];
    for (int[] unit : table.units) {
      ones[unit[0]]++;
      others[unit[1]]++;
    }
    double chance = 0;
    for (int i = 0; i < ones.length; i++) {
      chance += ones[i] / n * (others[i] / n);
    }
    return OptionalDouble.of((table.alike() / n - chance) / (1 - chance));
  }

  /**
   * {@return Krippendorff's alpha: 1 less the disagreement observed within units, measured against
   * that expected among all ratings; empty when no unit has two ratings, or all ratings are one
   * value}
   *
   * @param ratings the ratings; a unit that fewer than two have rated is left out
   * @param metric how far apart two values are
   * @throws IllegalArgumentException if a figure is below zero or there are more than a thousand
   *     different ones, where proportions count
   */
  public static OptionalDouble alpha(Ratings ratings, Metric metric) {
    Table table = Table.of(ratings);
    check(table, metric);
    return alpha(table, table.units, metric);
  }

  private static void check(Table table, Metric metric) {
    double[] values = table.values;
    if (metric != Metric.RATIO || values.length == 0) {
      return;
    }
    if (values[0] < 0) {
      throw new IllegalArgumentException(
          "figure (%s) is below zero, and has no proportion: take INTERVAL".formatted(values[0]));
    }
    if (values.length > MOST_RATIO) {
      throw new IllegalArgumentException(
          "ratings have (%s) different values: RATIO compares up to %s. Round them, or take INTERVAL"
              .formatted(values.length, MOST_RATIO));
    }
  }

  private static OptionalDouble alpha(Table table, int[][] units, Metric metric) {
    double[] counts = new double[table.values.length];
    double n = 0;
    for (int[] unit : units) {
      for (int value : unit) {
        counts[value]++;
        n++;
      }
    }
    if (Arrays.stream(counts).filter(c -> c > 0).count() < 2) {
      return OptionalDouble.empty();
    }
    double[] places = places(table.values, counts, metric);
    double observed = 0;
    for (int[] unit : units) {
      double within = 0;
      for (int one : unit) {
        for (int other : unit) {
          within += apart(one, other, places, metric);
        }
      }
      observed += within / (unit.length - 1);
    }
    return OptionalDouble.of(1 - (n - 1) * observed / expected(counts, n, places, metric));
  }

  /** Returns where the values lie, such that their distance is how far apart they are. */
  private static double[] places(double[] values, double[] counts, Metric metric) {
    double[] places = new double[values.length];
    double before = 0;
    // Halves: the range of all doubles is no double.
    double range = values[values.length - 1] / 2 - values[0] / 2;
    for (int i = 0; i < values.length; i++) {
      places[i] =
          switch (metric) {
            case NOMINAL -> i;
            case ORDINAL -> before + counts[i] / 2;
            case INTERVAL -> (values[i] / 2 - values[0] / 2) / range;
            case RATIO -> values[i];
          };
      before += counts[i];
    }
    return places;
  }

  /** Returns the squared distance of two values. */
  private static double apart(int one, int other, double[] places, Metric metric) {
    if (one == other) {
      return 0;
    }
    double apart =
        switch (metric) {
          case NOMINAL -> 1;
          case ORDINAL, INTERVAL -> places[one] - places[other];
          case RATIO -> (places[one] - places[other]) / (places[one] + places[other]);
        };
    return apart * apart;
  }

  /** Returns the squared distances of all ratings from all. */
  private static double expected(double[] counts, double n, double[] places, Metric metric) {
    double sum = 0;
    if (metric == Metric.NOMINAL) {
      for (double count : counts) {
        sum += count * (n - count);
      }
    } else if (metric == Metric.RATIO) {
      for (int i = 0; i < counts.length; i++) {
        for (int j = 0; j < counts.length; j++) {
          sum += counts[i] * counts[j] * apart(i, j, places, metric);
        }
      }
    } else {
      double mean = 0;
      for (int i = 0; i < counts.length; i++) {
        mean += counts[i] / n * places[i];
      }
      for (int i = 0; i < counts.length; i++) {
        sum += 2 * n * counts[i] * (places[i] - mean) * (places[i] - mean);
      }
    }
    return sum;
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
  public static Optional<Between> bootstrap(
      Ratings ratings, Metric metric, int samples, long seed) {
    if (samples < 1 || samples > MOST_SAMPLES) {
      throw new IllegalArgumentException(
          "samples (" + samples + ") must be from 1 to 100,000: 1,000 are usual");
    }
    Table table = Table.of(ratings);
    check(table, metric);
    int[][] units = table.units;
    if (units.length < 2 || alpha(table, units, metric).isEmpty()) {
      return Optional.empty();
    }
    Random random = new Random(seed);
    double[] drawn = new double[samples];
    int[][] sample = new int[units.length][];
    for (int i = 0; i < samples; i++) {
      for (int j = 0; j < sample.length; j++) {
        sample[j] = units[random.nextInt(units.length)];
      }
      // Where a sample has one value only, nobody disagrees in it.
      drawn[i] = alpha(table, sample, metric).orElse(1);
    }
    Arrays.sort(drawn);
    return Optional.of(
        new Between(
            drawn[(int) Math.floor(0.025 * (samples - 1))],
            drawn[(int) Math.ceil(0.975 * (samples - 1))]));
  }

  /** Ratings in numbers from 0: which of the values, in ascending order, each rating is. */
  private static final class Table {
    /** The different values, ascending. */
    private final double[] values;

    /** The units that two or more have rated. */
    private final int[][] units;

    private Table(double[] values, int[][] units) {
      this.values = values;
      this.units = units;
    }

    static Table ofTwo(Ratings ratings) {
      if (!ratings.units().isEmpty() && ratings.units().get(0).size() != 2) {
        throw new IllegalArgumentException(
            "ratings are of (%s) coders: kappa compares two, alpha any number"
                .formatted(ratings.units().get(0).size()));
      }
      return of(ratings);
    }

    static Table of(Ratings ratings) {
      ImmutableList<double[]> rated =
          ratings.units().stream()
              .map(
                  unit ->
                      unit.stream()
                          .filter(OptionalDouble::isPresent)
                          .mapToDouble(OptionalDouble::getAsDouble)
                          .toArray())
              .filter(unit -> unit.length > 1)
              .collect(ImmutableList.toImmutableList());
      double[] values =
          rated.stream().flatMapToDouble(Arrays::stream).sorted().distinct().toArray();
      int[][] units =
          rated.stream()
              .map(unit -> Arrays.stream(unit).mapToInt(v -> index(values, v)).toArray())
              .toArray(int[][]::new);
      return new Table(values, units);
    }

    private static int index(double[] values, double value) {
      return Arrays.binarySearch(values, value);
    }

    int alike() {
      return (int) Arrays.stream(units).filter(unit -> unit[0] == unit[1]).count();
    }
  }
}
