package dev.parley.analysis.stability;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The combinations that are states of a model.
 *
 * @param decimals the combinations, ascending
 * @param unexplored the states whose moves were not all followed
 * @param index by decimal, from 1; null where the decimals are to be searched
 */
record OptionStates(long[] decimals, BitSet unexplored, int @Nullable [] index) {
  int size() {
    return decimals.length;
  }

  /** Returns the state of a decimal, or a negative number. */
  int find(long decimal) {
    return index != null ? index[(int) decimal] - 1 : Arrays.binarySearch(decimals, decimal);
  }
}
