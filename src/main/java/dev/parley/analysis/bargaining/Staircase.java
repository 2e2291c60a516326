package dev.parley.analysis.bargaining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A frontier of two parties: points without an order among them, from the first party's best to the
 * second's, each with the lowest number of an outcome there and how many outcomes there are. Points
 * are held in arrays; their arrays are not changed once a staircase is handed out.
 */
final class Staircase {
  static final Staircase EMPTY = new Staircase(0);

  private final long[] first;
  private final long[] second;
  private final long[] number;
  private final long[] outcomes;
  private int size;

  private Staircase(int room) {
    first = new long[room];
    second = new long[room];
    number = new long[room];
    outcomes = new long[room];
  }

  static Staircase single(long first, long second, long number, long outcomes) {
    Staircase one = new Staircase(1);
    one.append(first, second, number, outcomes);
    return one;
  }

  int size() {
    return size;
  }

  long first(int i) {
    return first[i];
  }

  long second(int i) {
    return second[i];
  }

  long number(int i) {
    return number[i];
  }

  long outcomes(int i) {
    return outcomes[i];
  }

  /** Appends a point that comes after all others in order, unless they dominate it. */
  private void append(long a, long b, long n, long count) {
    if (size > 0 && second[size - 1] >= b) {
      if (second[size - 1] == b && first[size - 1] == a) {
        number[size - 1] = Math.min(number[size - 1], n);
        outcomes[size - 1] += count;
      }
      return;
    }
    first[size] = a;
    second[size] = b;
    number[size] = n;
    outcomes[size] = count;
    size++;
  }

  private void appendFrom(Staircase other, int i) {
    append(other.first[i], other.second[i], other.number[i], other.outcomes[i]);
  }

  /** Returns what of two staircases neither dominates. */
  static Staircase merge(Staircase x, Staircase y) {
    if (x.size == 0 || y.size == 0) {
      return x.size == 0 ? y : x;
    }
    Staircase merged = new Staircase(x.size + y.size);
    int i = 0;
    int j = 0;
    while (i < x.size || j < y.size) {
      if (j == y.size || i < x.size && comesFirst(x, i, y, j)) {
        merged.appendFrom(x, i++);
      } else {
        merged.appendFrom(y, j++);
      }
    }
    return merged;
  }

  private static boolean comesFirst(Staircase x, int i, Staircase y, int j) {
    return x.first[i] != y.first[j] ? x.first[i] > y.first[j] : x.second[i] >= y.second[j];
  }

  /** Returns what of many staircases none dominates. */
  static Staircase merge(List<Staircase> all) {
    List<Staircase> level = all;
    while (level.size() > 1) {
      List<Staircase> next = new ArrayList<>((level.size() + 1) / 2);
      for (int i = 0; i + 1 < level.size(); i += 2) {
        next.add(merge(level.get(i), level.get(i + 1)));
      }
      if (level.size() % 2 == 1) {
        next.add(level.get(level.size() - 1));
      }
      level = next;
    }
    return level.isEmpty() ? EMPTY : level.get(0);
  }

  /**
   * Returns each outcome here with one more issue added: both utilities rise by what the value
   * gives, and numbers make room for the values.
   */
  Staircase with(Staircase value, int v, long values) {
    Staircase shifted = new Staircase(size);
    for (int i = 0; i < size; i++) {
      shifted.first[i] = first[i] + value.first[v];
      shifted.second[i] = second[i] + value.second[v];
      shifted.number[i] = number[i] * values + value.number[v];
      shifted.outcomes[i] = outcomes[i] * value.outcomes[v];
    }
    shifted.size = size;
    return shifted;
  }

  /** Returns the place of the last point that is at least as good for the first party, or -1. */
  private int lastAtLeast(long a) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (first[middle] >= a) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  /** Gathers outcomes in the order of their numbers and keeps those that none dominates. */
  static final class Gatherer {
    private static final int ROOM = 1024;

    private Staircase kept = EMPTY;
    private Staircase[] waiting = new Staircase[ROOM];
    private int waitingCount;

    /** Looks at an outcome; makes an object only for one that nothing kept dominates or equals. */
    void look(long a, long b, long n) {
      int i = kept.lastAtLeast(a);
      if (i >= 0 && kept.second[i] >= b) {
        if (kept.second[i] == b && kept.first[i] == a) {
          kept.outcomes[i]++;
        }
        return;
      }
      if (waitingCount == waiting.length) {
        sort();
      }
      waiting[waitingCount++] = single(a, b, n, 1);
    }

    private void sort() {
      kept = merge(kept, merge(Arrays.asList(waiting).subList(0, waitingCount)));
      waitingCount = 0;
      waiting = new Staircase[Math.max(ROOM, kept.size)];
    }

    Staircase done() {
      sort();
      return kept;
    }
  }
}
