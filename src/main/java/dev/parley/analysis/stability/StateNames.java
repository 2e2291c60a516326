package dev.parley.analysis.stability;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.Locale;

/** The names of the states, by their index from 0. */
sealed interface StateNames {
  int size();

  String name(int state);

  /** Returns the index, or a negative number. */
  int find(String name);

  default int number(String name) {
    int state = find(name);
    if (state < 0) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "state (%s) is none of the model's %,d states", name, size()));
    }
    return state;
  }

  /** Names that were given one by one. */
  record Given(ImmutableMap<String, Integer> numbers) implements StateNames {
    @Override
    public int size() {
      return numbers.size();
    }

    @Override
    public String name(int state) {
      return numbers.keySet().asList().get(state);
    }

    @Override
    public int find(String name) {
      return numbers.getOrDefault(name, -1);
    }
  }

  /** A letter for each option, Y where it is taken; in the order of the bits' number. */
  record YesNo(long[] decimals, int options) implements StateNames {
    @Override
    public int size() {
      return decimals.length;
    }

    @Override
    public String name(int state) {
      StringBuilder letters = new StringBuilder(options);
      for (int o = 0; o < options; o++) {
        letters.append((decimals[state] >> o & 1) == 1 ? 'Y' : 'N');
      }
      return letters.toString();
    }

    @Override
    public int find(String name) {
      if (name.length() != options || !name.matches("[YN]*")) {
        return -1;
      }
      long decimal = 0;
      for (int o = 0; o < options; o++) {
        decimal |= name.charAt(o) == 'Y' ? 1L << o : 0;
      }
      return find(decimal);
    }

    int find(long decimal) {
      return Arrays.binarySearch(decimals, decimal);
    }

    long decimal(int state) {
      return decimals[state];
    }
  }
}
