package dev.parley.analysis.stability;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** The combinations that are states of a model, in ascending order of their decimals. */
final class OptionStates {
  private final long[] decimals;
  private final BitSet unexplored;

  /** By decimal, from 1; null where the decimals are to be searched. */
  private final int @Nullable [] index;

  OptionStates(long[] decimals, BitSet unexplored, int @Nullable [] index) {
    this.decimals = decimals;
    this.unexplored = unexplored;
    this.index = index;
  }

  int size() {
    return decimals.length;
  }

  long[] decimals() {
    return decimals;
  }

  /** Returns the states whose moves were not all followed. */
  BitSet unexplored() {
    return unexplored;
  }

  /** Returns the state of a decimal, or a negative number. */
  int find(long decimal) {
    return index != null ? index[(int) decimal] - 1 : Arrays.binarySearch(decimals, decimal);
  }
}
