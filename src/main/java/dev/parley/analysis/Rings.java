package dev.parley.analysis;

import java.util.Arrays;
import java.util.Optional;

/** The shortest circles through an AFTER, by number. */
final class Rings {
  private final LinkageGraph web;
  private final int[][] waits;
  private final Components components;
  private final int[] distance;
  private final int[] towards;
  private final int[] queue;
  private final boolean[] reached;

  Rings(LinkageGraph web, boolean[] blocked) {
    this.web = web;
    waits = web.waits(blocked);
    components = new Components(waits, blocked);
    distance = new int[web.size()];
    towards = new int[web.size()];
    queue = new int[web.size()];
    reached = new boolean[web.size()];
  }

  Components components() {
    return components;
  }

  /** Returns the numbers of the components that wait for nothing blocked outside themselves. */
  boolean[] sinks() {
    boolean[] sink = new boolean[components.count()];
    Arrays.fill(sink, true);
    for (int c = 0; c < waits.length; c++) {
      for (int d : waits[c]) {
        if (components.of[c] != components.of[d]) {
          sink[components.of[c]] = false;
        }
      }
    }
    return sink;
  }

  /** Returns the shortest circle: each waits for the next, the first for the second by an AFTER. */
  Optional<int[]> shortest() {
    int[] best = null;
    boolean[] settled = new boolean[components.count()];
    boolean[] circles = circles();
    for (int c = 0; c < web.size(); c++) {
      int component = components.of[c];
      if (component < 0 || settled[component]) {
        continue;
      }
      int[] ring = from(c, best == null ? Integer.MAX_VALUE : best.length - 1);
      settled[component] = ring != null && circles[component];
      best = ring == null ? best : ring;
      if (best != null && best.length == 2) {
        break;
      }
    }
    return Optional.ofNullable(best);
  }

  /** A component of as many edges as nodes is one circle, which need not be walked from each. */
  private boolean[] circles() {
    int[] surplus = new int[components.count()];
    for (int c = 0; c < waits.length; c++) {
      if (components.of[c] >= 0) {
        surplus[components.of[c]]--;
        for (int d : waits[c]) {
          surplus[components.of[c]] += components.of[c] == components.of[d] ? 1 : 0;
        }
      }
    }
    boolean[] circles = new boolean[surplus.length];
    for (int i = 0; i < surplus.length; i++) {
      circles[i] = surplus[i] == 0;
    }
    return circles;
  }

  /** Returns the shortest circle whose AFTER goes out from a commitment, if it is short enough. */
  int @org.jspecify.annotations.Nullable [] from(int start, int longest) {
    if (components.of[start] < 0) {
      return null;
    }
    int[] best = null;
    for (int a : web.own[start]) {
      for (int next : web.after[a]) {
        if (components.of[next] == components.of[start]) {
          int[] ring = back(next, start, best == null ? longest : best.length - 1);
          best = ring == null ? best : ring;
        }
      }
    }
    return best;
  }

  private int @org.jspecify.annotations.Nullable [] back(int from, int start, int longest) {
    if (longest < 2) {
      return null;
    }
    int head = 0;
    int tail = 0;
    queue[tail++] = from;
    reached[from] = true;
    distance[from] = 1;
    towards[from] = start;
    int[] found = null;
    while (head < tail && found == null && distance[queue[head]] < longest) {
      int at = queue[head++];
      for (int to : waits[at]) {
        if (to == start) {
          found = path(at, start);
          break;
        }
        if (!reached[to] && components.of[to] == components.of[start]) {
          reached[to] = true;
          distance[to] = distance[at] + 1;
          towards[to] = at;
          queue[tail++] = to;
        }
      }
    }
    for (int i = 0; i < tail; i++) {
      reached[queue[i]] = false;
    }
    return found;
  }

  private int[] path(int last, int start) {
    int[] ring = new int[distance[last] + 1];
    int at = last;
    for (int i = ring.length - 1; i > 0; i--) {
      ring[i] = at;
      at = towards[at];
    }
    ring[0] = start;
    return ring;
  }
}
