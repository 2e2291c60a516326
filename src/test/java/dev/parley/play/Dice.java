package dev.parley.play;

import java.util.List;

/** Decisions that all follow from one number, so that jqwik can shrink a play by its numbers. */
final class Dice {
  private long state;

  Dice(long seed) {
    this.state = seed;
  }

  /** Returns a number from zero to below a bound; all zero for the seed zero. */
  int next(int bound) {
    if (state == 0) {
      return 0;
    }
    state += 0x9E3779B97F4A7C15L;
    long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return (int) Long.remainderUnsigned(z ^ (z >>> 31), bound);
  }

  boolean oneIn(int many) {
    return next(many) == many - 1;
  }

  <T> T of(List<T> all) {
    return all.get(next(all.size()));
  }
}
