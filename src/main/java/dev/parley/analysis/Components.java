package dev.parley.analysis;

import java.util.Arrays;

/**
 * The strongly connected components of a graph (Tarjan 1972), without recursion, so that a chain of
 * ten thousand does not end the stack. Numbered so that edges between components run from higher to
 * lower numbers.
 */
final class Components {
  final int[] of;
  private int count;

  private final int[][] edges;
  private final int[] entered;
  private final int[] low;
  private final int[] next;
  private final int[] open;
  private int opened;
  private int clock;

  /** Finds the components among some nodes; the others are in none (-1). */
  Components(int[][] edges, boolean[] among) {
    int size = edges.length;
    this.edges = edges;
    of = new int[size];
    Arrays.fill(of, -1);
    entered = new int[size];
    low = new int[size];
    next = new int[size];
    open = new int[size];
    int[] path = new int[size];
    for (int root = 0; root < size; root++) {
      if (among[root] && entered[root] == 0) {
        walk(root, path);
      }
    }
  }

  private void walk(int root, int[] path) {
    int depth = 0;
    path[0] = enter(root);
    while (depth >= 0) {
      int at = path[depth];
      if (next[at] < edges[at].length) {
        int to = edges[at][next[at]++];
        if (entered[to] == 0) {
          path[++depth] = enter(to);
        } else if (of[to] < 0) {
          low[at] = Math.min(low[at], entered[to]);
        }
        continue;
      }
      if (low[at] == entered[at]) {
        close(at);
      }
      depth--;
      if (depth >= 0) {
        low[path[depth]] = Math.min(low[path[depth]], low[at]);
      }
    }
  }

  private int enter(int node) {
    entered[node] = ++clock;
    low[node] = clock;
    open[opened++] = node;
    return node;
  }

  private void close(int root) {
    int node;
    do {
      node = open[--opened];
      of[node] = count;
    } while (node != root);
    count++;
  }

  int count() {
    return count;
  }
}
