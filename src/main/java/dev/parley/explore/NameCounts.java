package dev.parley.explore;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Arrays;

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

  void addAll(NameCounts others) {
    for (int i = 0; i < others.size; i++) {
      addByValue(others.names[i], others.counts[i]);
    }
  }

  ImmutableSortedMap<String, Long> sorted() {
    ImmutableSortedMap.Builder<String, Long> sorted = ImmutableSortedMap.naturalOrder();
    for (int i = 0; i < size; i++) {
      sorted.put(names[i], counts[i]);
    }
    return sorted.buildOrThrow();
  }
}
