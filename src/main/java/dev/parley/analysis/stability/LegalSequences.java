package dev.parley.analysis.stability;

import com.google.common.collect.ImmutableList;
import dev.parley.analysis.stability.ConflictModel.UnilateralMove;
import java.util.Arrays;
import java.util.BitSet;

/**
 * What some decision makers can reach from a state by legal sequences, nearest first: none of them
 * moves twice in a row, one may move several times.
 *
 * <p>For what comes after, only the last mover counts, and of a state's last movers only two: from
 * one, everybody else can go on; from a second, the first can, too. A third adds nothing. So every
 * state is entered twice at most, and every arc is followed once.
 */
final class LegalSequences {
  private static final int NOBODY = -1;

  private final ConflictModel model;
  private final PreferenceOrder[] orders;
  private final int movers;
  private final MoveKind steps;
  private final int[] mover;
  private final int[] before;
  private final int[] queue;
  private int start;
  private int tail;

  /** Takes the movers as bits, and whose steps are improvements by which orders. */
  LegalSequences(ConflictModel model, PreferenceOrder[] orders, int movers, MoveKind steps) {
    this.model = model;
    this.orders = orders;
    this.movers = movers;
    this.steps = steps;
    mover = new int[2 * model.size()];
    before = new int[2 * model.size()];
    queue = new int[2 * model.size()];
    Arrays.fill(mover, NOBODY);
  }

  static LegalSequences of(ConflictModel model, int movers) {
    return new LegalSequences(model, model.orders(), movers, MoveKind.ANY);
  }

  /** Searches from a state; what was found from another is forgotten. */
  LegalSequences from(int state) {
    for (int at = 0; at < tail; at++) {
      mover[queue[at]] = NOBODY;
    }
    start = state;
    tail = 0;
    follow(state, NOBODY, movers);
    for (int head = 0; head < tail; head++) {
      int entry = queue[head];
      int first = mover[entry & ~1];
      boolean second = (entry & 1) == 1;
      follow(entry >> 1, entry, second ? 1 << first : movers & ~(1 << first));
    }
    return this;
  }

  private void follow(int state, int entry, int who) {
    for (int left = who; left != 0; left &= left - 1) {
      int dm = Integer.numberOfTrailingZeros(left);
      Arcs arcs = model.arcs(dm);
      for (int at = arcs.begin(state); at < arcs.end(state); at++) {
        int to = arcs.to(at);
        if (to != start && steps.admits(orders[dm], state, to)) {
          enter(to, dm, entry);
        }
      }
    }
  }

  private void enter(int state, int dm, int from) {
    int entry = 2 * state;
    if (mover[entry] != NOBODY) {
      if (mover[entry] == dm || mover[entry + 1] != NOBODY) {
        return;
      }
      entry++;
    }
    mover[entry] = dm;
    before[entry] = from;
    queue[tail++] = entry;
  }

  boolean reaches(int state) {
    return mover[2 * state] != NOBODY;
  }

  /** Returns the states reached, without the start. */
  BitSet reached() {
    BitSet states = new BitSet(model.size());
    for (int at = 0; at < tail; at++) {
      states.set(queue[at] >> 1);
    }
    return states;
  }

  /** Returns the states reached, nearest first. */
  int[] nearestFirst() {
    return Arrays.stream(queue, 0, tail).filter(e -> (e & 1) == 0).map(e -> e >> 1).toArray();
  }

  /** Returns a shortest sequence to a state that is reached. */
  ImmutableList<UnilateralMove> to(int state) {
    ImmutableList.Builder<UnilateralMove> moves = ImmutableList.builder();
    for (int entry = 2 * state; entry != NOBODY; entry = before[entry]) {
      int from = before[entry] == NOBODY ? start : before[entry] >> 1;
      moves.add(model.move(mover[entry], from, entry >> 1));
    }
    return moves.build().reverse();
  }
}
