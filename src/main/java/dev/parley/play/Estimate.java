package dev.parley.play;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A number found in a sample of sessions, and the interval in which it would lie for all sessions,
 * at 95 per cent confidence: 8 of 10 is 0.8, from 0.490 to 0.943. Immutable.
 *
 * @param value what was found
 * @param low the lower end of the interval
 * @param high the upper end
 * @param sessions how many sessions it rests on, 1 or more
 */
public record Estimate(double value, double low, double high, long sessions)
    implements Serializable {
  private static final double Z = 1.959963984540054;

  /** Up to so many sessions a mean's interval is found by resampling. */
  private static final int RESAMPLED = 2_000;

  private static final int RESAMPLES = 1_000;

  /**
   * {@return a share with its interval after E. B. Wilson ("Probable Inference, the Law of
   * Succession, and Statistical Inference", <em>Journal of the American Statistical
   * Association</em> 22, 1927)}
   *
   * @param hits how many
   * @param of of how many, 1 or more
   */
  public static Estimate share(long hits, long of) {
    if (of < 1 || hits < 0 || hits > of) {
      throw new IllegalArgumentException(
          "share (%s of %s) must be of 1 or more, and not more than all".formatted(hits, of));
    }
    double share = hits / (double) of;
    double square = Z * Z;
    double middle = share + square / (2 * of);
    double reach = Z * Math.sqrt(share * (1 - share) / of + square / (4.0 * of * of));
    double below = 1 + square / of;
    return new Estimate(
        share,
        hits == 0 ? 0 : Math.max(0, (middle - reach) / below),
        hits == of ? 1 : Math.min(1, (middle + reach) / below),
        of);
  }

  /**
   * Returns a mean with its interval: the percentile bootstrap (B. Efron, 1979) with 1,000
   * resamples for up to 2,000 sessions, the normal interval beyond, where the two agree.
   */
  static Estimate mean(double[] values, long[] counts) {
    long all = 0;
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      all += counts[i];
      sum += values[i] * counts[i];
    }
    double mean = sum / all;
    return all <= RESAMPLED
        ? resampled(values, counts, (int) all, mean)
        : normal(values, counts, all, mean);
  }

  private static Estimate normal(double[] values, long[] counts, long all, double mean) {
    double squares = 0;
    for (int i = 0; i < values.length; i++) {
      squares += (values[i] - mean) * (values[i] - mean) * counts[i];
    }
    double reach = Z * Math.sqrt(squares / (all - 1.0) / all);
    return new Estimate(mean, mean - reach, mean + reach, all);
  }

  private static Estimate resampled(double[] values, long[] counts, int all, double mean) {
    double[] sample = new double[all];
    int next = 0;
    for (int i = 0; i < values.length; i++) {
      for (long c = 0; c < counts[i]; c++) {
        sample[next++] = values[i];
      }
    }
    SplittableRandom chance = new SplittableRandom(all);
    double[] means = new double[RESAMPLES];
    for (int r = 0; r < RESAMPLES; r++) {
      double sum = 0;
      for (int i = 0; i < all; i++) {
        sum += sample[chance.nextInt(all)];
      }
      means[r] = sum / all;
    }
    Arrays.sort(means);
    int cut = RESAMPLES / 40;
    return new Estimate(mean, means[cut], means[RESAMPLES - 1 - cut], all);
  }

  /** {@return the number and its interval, such as {@code 0.800 (0.490 to 0.943)}} */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", value, low, high);
  }
}
