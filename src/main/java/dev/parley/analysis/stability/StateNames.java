package dev.parley.analysis.stability;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.Locale;

/** The names of the states, by their index from 0. */
abstract sealed class StateNames {
  abstract int size();

  abstract String name(int state);

  /** Returns the index, or a negative number. */
  abstract int find(String name);

  final int number(String name) {
    int state = find(name);
    if (state < 0) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "state (%s) is none of the model's %,d states", name, size()));
    }
    return state;
  }

  /** Names that were given one by one. */
  static final class Given extends StateNames {
    private final ImmutableList<String> names;
    private final ImmutableMap<String, Integer> numbers;

    Given(ImmutableMap<String, Integer> numbers) {
      this.names = numbers.keySet().asList();
      this.numbers = numbers;
    }

    @Override
    int size() {
      return names.size();
    }

    @Override
    String name(int state) {
      return names.get(state);
    }

    @Override
    int find(String name) {
      Integer state = numbers.get(name);
      return state == null ? -1 : state;
    }
  }

  /** A letter for each option, Y where it is taken; in the order of the bits' number. */
  static final class YesNo extends StateNames {
    private final long[] decimals;
    private final int options;

    YesNo(long[] decimals, int options) {
      this.decimals = decimals;
      this.options = options;
    }

    @Override
    int size() {
      return decimals.length;
    }

    @Override
    String name(int state) {
      StringBuilder letters = new StringBuilder(options);
      for (int o = 0; o < options; o++) {
        letters.append((decimals[state] >> o & 1) == 1 ? 'Y' : 'N');
      }
      return letters.toString();
    }

    @Override
    int find(String name) {
      if (name.length() != options || !name.matches("[YN]*")) {
        return -1;
      }
      long decimal = 0;
      for (int o = 0; o < options; o++) {
        decimal |= name.charAt(o) == 'Y' ? 1L << o : 0;
      }
      return Arrays.binarySearch(decimals, decimal);
    }

    long decimal(int state) {
      return decimals[state];
    }

    int find(long decimal) {
      return Arrays.binarySearch(decimals, decimal);
    }
  }
}
