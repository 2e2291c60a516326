package dev.parley.analysis.stability;

import java.util.Arrays;

/**
 * One decision maker's arcs: for each state, those it can move to. Held in two arrays, the targets
 * of a state in one stretch.
 */
final class Arcs {
  private final int[] first;
  private final int[] to;

  private Arcs(int[] first, int[] to) {
    this.first = first;
    this.to = to;
  }

  int begin(int state) {
    return first[state];
  }

  int end(int state) {
    return first[state + 1];
  }

  int to(int at) {
    return to[at];
  }

  int size() {
    return first[first.length - 1];
  }

  Arcs reversed() {
    int[] start = new int[first.length];
    int size = size();
    for (int at = 0; at < size; at++) {
      start[to[at] + 1]++;
    }
    for (int state = 1; state < start.length; state++) {
      start[state] += start[state - 1];
    }
    int[] next = start.clone();
    int[] from = new int[size];
    for (int state = 0; state < first.length - 1; state++) {
      for (int at = first[state]; at < first[state + 1]; at++) {
        from[next[to[at]]++] = state;
      }
    }
    return new Arcs(start, from);
  }

  /** Takes arcs state by state, in ascending order. */
  static final class Builder {
    private final int[] first;
    private int[] to = new int[16];
    private int size;
    private int state;

    Builder(int states) {
      first = new int[states + 1];
    }

    void add(int target) {
      if (size == to.length) {
        to = Arrays.copyOf(to, size + (size >> 1));
      }
      to[size++] = target;
    }

    void endState() {
      first[++state] = size;
    }

    Arcs build() {
      return new Arcs(first, Arrays.copyOf(to, size));
    }
  }
}
