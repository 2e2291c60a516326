package dev.parley.analysis.stability;

import java.util.BitSet;

/**
 * For every state, the worst that the others of one decision maker can hold it to from there, in
 * one pass. Each state has a level: what the decision maker would have there. The levels flood the
 * graph backwards, lowest first; the first that arrives at a state is the lowest that can be
 * reached from it.
 *
 * <p>Only the last mover counts for what may follow. A level that arrives at a state by a move of
 * one of the others holds for whoever comes there by anybody else's move; the next that arrives by
 * a move of another one holds for that one, too. So a state is entered twice at most and every arc
 * is followed once, where a search from each state would follow it as often as there are states.
 */
final class Flood {
  private final ConflictModel model;
  private final PreferenceOrder[] orders;
  private final MoveKind steps;
  private final int others;
  private final byte[] entered;
  private final byte[] first;
  private final int[] lowest;
  private final int[] pending;
  private int waiting;

  private Flood(ConflictModel model, PreferenceOrder[] orders, int dm, MoveKind steps) {
    this.model = model;
    this.orders = orders;
    this.steps = steps;
    others = model.everybody() & ~(1 << dm);
    entered = new byte[model.size()];
    first = new byte[model.size()];
    lowest = new int[model.size()];
    pending = new int[2 * model.size()];
  }

  /**
   * Returns by state the lowest level to which the others of a decision maker can bring it, or its
   * own when that is lower still.
   */
  static int[] lowest(
      ConflictModel model,
      PreferenceOrder[] orders,
      int dm,
      MoveKind steps,
      int[] level,
      int levels) {
    Flood flood = new Flood(model, orders, dm, steps);
    for (int state : ascending(level, levels)) {
      flood.rise(state, level[state]);
    }
    return flood.lowest;
  }

  private static int[] ascending(int[] level, int levels) {
    int[] next = new int[levels + 1];
    for (int l : level) {
      next[l + 1]++;
    }
    for (int l = 1; l <= levels; l++) {
      next[l] += next[l - 1];
    }
    int[] states = new int[level.length];
    for (int state = 0; state < level.length; state++) {
      states[next[level[state]]++] = state;
    }
    return states;
  }

  private void rise(int source, int level) {
    if (entered[source] == 2) {
      return;
    }
    int who = others;
    if (entered[source] == 0) {
      lowest[source] = level;
    } else {
      who = 1 << first[source];
    }
    entered[source] = 2;
    back(source, who, level);
    while (waiting > 0) {
      int entry = pending[--waiting];
      int state = entry >> 1;
      int one = 1 << first[state];
      back(state, (entry & 1) == 0 ? others & ~one : one, level);
    }
  }

  /** Enters the states from which any of these can move to a state. */
  private void back(int state, int who, int level) {
    for (int left = who; left != 0; left &= left - 1) {
      int dm = Integer.numberOfTrailingZeros(left);
      Arcs arcs = model.back(dm);
      int end = arcs.end(state);
      int[] rank =
          steps == MoveKind.ANY || !(orders[dm] instanceof PreferenceOrder.Ranked r)
              ? null
              : r.rank;
      for (int at = arcs.begin(state); at < end; at++) {
        int from = arcs.to(at);
        byte seen = entered[from];
        if (seen == 2 || seen == 1 && first[from] == dm) {
          continue;
        }
        boolean admitted =
            rank != null ? rank[state] > rank[from] : steps.admits(orders[dm], from, state);
        if (admitted) {
          enter(from, dm, level);
        }
      }
    }
  }

  private void enter(int state, int dm, int level) {
    if (entered[state]++ == 0) {
      first[state] = (byte) dm;
      lowest[state] = level;
      pending[waiting++] = 2 * state;
    } else {
      pending[waiting++] = 2 * state + 1;
    }
  }

  /** Returns the states from which no improvement of a decision maker escapes what follows. */
  static BitSet stable(Arcs own, int[] rank, int[] heldTo) {
    BitSet stable = new BitSet(rank.length);
    for (int state = 0; state < rank.length; state++) {
      boolean held = true;
      for (int at = own.begin(state); held && at < own.end(state); at++) {
        int to = own.to(at);
        held = rank[to] <= rank[state] || heldTo[to] <= rank[state];
      }
      stable.set(state, held);
    }
    return stable;
  }
}
