package dev.parley.explore;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of plays in the long run, on a finished graph: whether they can still reach an end,
 * and whether one can avoid all ends, by getting stuck or by going round in a circle (a lasso: the
 * way into the circle is its stem). A play that has reached an end is done, whatever may follow.
 */
final class Liveness {
  private final Edges edges;
  private final BitSet over;

  /**
   * Per state, the one before it on a shortest way without an end: -1 before all, -2 for no way.
   */
  private final int[] parent;

  /** The states that have such a way, nearest first. */
  private final int[] order;

  /**
   * A play that never ends.
   *
   * @param states the numbers of its states, from a start
   * @param loopFrom the place in it that the last state leads back to, or -1 when it is stuck
   */
  @SuppressWarnings("ArrayRecordComponent") // made once, read once, never compared
  record Endless(int[] states, int loopFrom) {}

  Liveness(Edges edges, int starts, BitSet over) {
    this.edges = edges;
    this.over = over;
    parent = new int[edges.states()];
    int[] reached = new int[edges.states()];
    int tail = 0;
    Arrays.fill(parent, -2);
    for (int s = 0; s < starts; s++) {
      if (!over.get(s)) {
        parent[s] = -1;
        reached[tail++] = s;
      }
    }
    for (int head = 0; head < tail; head++) {
      int s = reached[head];
      for (int e = edges.from(s); e < edges.to(s); e++) {
        int t = edges.target(e);
        if (parent[t] == -2 && !over.get(t)) {
          parent[t] = s;
          reached[tail++] = t;
        }
      }
    }
    order = Arrays.copyOf(reached, tail);
  }

  /**
   * Returns the states of a shortest play that comes, without an end, to where no end can be
   * reached any more; or null. Searches backwards from the ends.
   */
  int @Nullable [] lost() {
    int n = edges.states();
    int[] first = new int[n + 1];
    for (int e = 0; e < edges.size(); e++) {
      first[edges.target(e) + 1]++;
    }
    for (int s = 0; s < n; s++) {
      first[s + 1] += first[s];
    }
    int[] sources = new int[edges.size()];
    int[] fill = Arrays.copyOf(first, n);
    for (int s = 0; s < n; s++) {
      for (int e = edges.from(s); e < edges.to(s); e++) {
        sources[fill[edges.target(e)]++] = s;
      }
    }
    BitSet saved = (BitSet) over.clone();
    int[] queue = new int[n];
    int tail = 0;
    for (int s = over.nextSetBit(0); s >= 0; s = over.nextSetBit(s + 1)) {
      queue[tail++] = s;
    }
    for (int head = 0; head < tail; head++) {
      for (int i = first[queue[head]]; i < first[queue[head] + 1]; i++) {
        if (!saved.get(sources[i])) {
          saved.set(sources[i]);
          queue[tail++] = sources[i];
        }
      }
    }
    for (int s : order) {
      if (!saved.get(s)) {
        return path(s, parent);
      }
    }
    return null;
  }

  /** Returns a play that never comes to an end: the one whose stem is shortest, or null. */
  @Nullable Endless endless() {
    BitSet circling = circling();
    for (int s : order) {
      if (edges.from(s) == edges.to(s)) {
        return new Endless(path(s, parent), -1);
      }
      if (circling.get(s)) {
        int[] stem = path(s, parent);
        int[] circle = shortestCircle(s, circling);
        int[] states = Arrays.copyOf(stem, stem.length + circle.length);
        System.arraycopy(circle, 0, states, stem.length, circle.length);
        return new Endless(states, stem.length - 1);
      }
    }
    return null;
  }

  private static int[] path(int to, int[] parent) {
    int length = 0;
    for (int s = to; s >= 0; s = parent[s]) {
      length++;
    }
    int[] path = new int[length];
    for (int s = to; s >= 0; s = parent[s]) {
      path[--length] = s;
    }
    return path;
  }

  /** Returns the states after the given one on a shortest way back to it, itself at the end. */
  private int[] shortestCircle(int home, BitSet circling) {
    int n = edges.states();
    int[] before = new int[n];
    int[] queue = new int[n];
    Arrays.fill(before, -2);
    int tail = 0;
    queue[tail++] = home;
    before[home] = -1;
    for (int head = 0; head < tail; head++) {
      int s = queue[head];
      for (int e = edges.from(s); e < edges.to(s); e++) {
        int t = edges.target(e);
        if (t == home) {
          int[] there = path(s, before);
          int[] circle = Arrays.copyOfRange(there, 1, there.length + 1);
          circle[circle.length - 1] = home;
          return circle;
        }
        if (before[t] == -2 && circling.get(t)) {
          before[t] = s;
          queue[tail++] = t;
        }
      }
    }
    throw new AssertionError("state " + home + " lies on no circle");
  }

  /**
   * Returns the states that lie on a circle of states that are not over: Tarjan's strongly
   * connected components, with a stack of its own, since the graph may be deeper than Java's.
   */
  private BitSet circling() {
    int n = edges.states();
    int[] index = new int[n];
    int[] low = new int[n];
    int[] next = new int[n];
    int[] path = new int[n];
    int[] stack = new int[n];
    BitSet onStack = new BitSet(n);
    BitSet circling = new BitSet(n);
    int counter = 0;
    int stacked = 0;
    for (int root : order) {
      if (index[root] != 0) {
        continue;
      }
      int depth = 0;
      path[0] = root;
      while (depth >= 0) {
        int s = path[depth];
        if (index[s] == 0) {
          index[s] = ++counter;
          low[s] = counter;
          next[s] = edges.from(s);
          stack[stacked++] = s;
          onStack.set(s);
        }
        if (next[s] < edges.to(s)) {
          int t = edges.target(next[s]++);
          if (over.get(t)) {
            continue;
          }
          if (t == s) {
            circling.set(s);
          } else if (index[t] == 0) {
            path[++depth] = t;
          } else if (onStack.get(t)) {
            low[s] = Math.min(low[s], index[t]);
          }
          continue;
        }
        if (low[s] == index[s]) {
          boolean several = stack[stacked - 1] != s;
          int t;
          do {
            t = stack[--stacked];
            onStack.clear(t);
            if (several) {
              circling.set(t);
            }
          } while (t != s);
        }
        depth--;
        if (depth >= 0) {
          low[path[depth]] = Math.min(low[path[depth]], low[s]);
        }
      }
    }
    return circling;
  }
}
