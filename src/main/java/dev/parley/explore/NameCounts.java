package dev.parley.explore;

import java.util.Arrays;
import java.util.Map;

/**
 * How often each of a few names came up. Names are mostly constants, so that identity finds them
 * first. Used by one thread.
 */
final class NameCounts {
  private String[] names = new String[8];
  private long[] counts = new long[8];
  private int size;

  @SuppressWarnings("ReferenceEquality") // mostly settles it, and the rest is compared by value
  void add(String name) {
    for (int i = 0; i < size; i++) {
      if (names[i] == name) {
        counts[i]++;
        return;
      }
    }
    addByValue(name, 1);
  }

  private void addByValue(String name, long count) {
    for (int i = 0; i < size; i++) {
      if (names[i].equals(name)) {
        names[i] = name;
        counts[i] += count;
        return;
      }
    }
    if (size == names.length) {
      names = Arrays.copyOf(names, size * 2);
      counts = Arrays.copyOf(counts, size * 2);
    }
    names[size] = name;
    counts[size++] = count;
  }

  void addTo(Map<String, Long> sums) {
    for (int i = 0; i < size; i++) {
      sums.merge(names[i], counts[i], Long::sum);
    }
  }
}
