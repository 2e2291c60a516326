package dev.parley.testing;

import java.util.List;

/**
 * Where a generator takes its decisions from: one bounded whole number after the other. From a seed
 * they are drawn at random, from a record they are played back; a fuzzer or another engine for
 * property tests comes in as a lambda. The same choices give the same agenda, the same play.
 *
 * <p>A stream, used once.
 */
@FunctionalInterface
public interface Choices {
  /**
   * Returns the next choice.
   *
   * @param bound how many there are to choose from, 1 or more
   * @return a number from 0 to below the bound
   */
  int below(int bound);

  /**
   * Chooses a number.
   *
   * @param least the least
   * @param most the most, not below the least
   * @return a number from the least to the most
   */
  default int between(int least, int most) {
    return least + below(most - least + 1);
  }

  /**
   * Chooses whether something happens that happens rarely; never at choice 0.
   *
   * @param many how rarely, 1 for always
   * @return whether it happens, once in so many times
   */
  default boolean oneIn(int many) {
    return below(many) == many - 1;
  }

  /**
   * Chooses from a list.
   *
   * @param all one element or more
   * @param <T> what is chosen
   * @return one of them
   */
  default <T> T of(List<? extends T> all) {
    return all.get(below(all.size()));
  }

  /**
   * Draws from a seed, by SplitMix64 (Steele, Lea and Flood 2014, Fast Splittable Pseudorandom
   * Number Generators).
   *
   * @param seed any number
   * @return the choices, the same for the same seed
   */
  static Choices seeded(long seed) {
    return new Choices() {
      private long state = seed;

      @Override
      public int below(int bound) {
        state += 0x9E3779B97F4A7C15L;
        long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return (int) Long.remainderUnsigned(z ^ (z >>> 31), bound);
      }
    };
  }

  /**
   * Plays back numbers, each brought below its bound; then zeros.
   *
   * @param numbers the numbers
   * @return the choices
   */
  static Choices recorded(List<Integer> numbers) {
    return new Choices() {
      private int at;

      @Override
      public int below(int bound) {
        return at < numbers.size() ? Math.floorMod(numbers.get(at++), bound) : 0;
      }
    };
  }
}
