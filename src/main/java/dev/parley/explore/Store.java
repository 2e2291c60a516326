package dev.parley.explore;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The states that were found, numbered in the order of the search, each with the state and the move
 * that it was first reached by. Grows by pieces, so that nothing is copied. Written by several
 * threads at once, each at numbers of its own.
 */
final class Store<S> {
  /** The most states that can be numbered. */
  static final int MOST = (1 << 30) - 1;

  private static final int BITS = 14;
  private static final int MASK = (1 << BITS) - 1;

  private @Nullable Object[] @Nullable [] states = new Object[16][];
  private int used;
  private final Ints parents = new Ints();
  private final Ints moves = new Ints();

  /** Makes room for the numbers below a bound. */
  void reserve(int bound) {
    int needed = (bound + MASK) >>> BITS;
    if (needed > states.length) {
      states = Arrays.copyOf(states, Math.max(needed, states.length * 2));
    }
    while (used < needed) {
      states[used++] = new Object[1 << BITS];
    }
    parents.reserve(bound);
    moves.reserve(bound);
  }

  void set(int number, S state, int parent, int move) {
    @Nullable Object[] piece = states[number >>> BITS];
    if (piece == null) {
      throw new IndexOutOfBoundsException("no room for state " + number);
    }
    piece[number & MASK] = state;
    parents.set(number, parent);
    moves.set(number, move);
  }

  @SuppressWarnings({"unchecked", "NullAway"})
  S state(int number) {
    return (S) states[number >>> BITS][number & MASK];
  }

  /** Returns the state that this one was first reached from, or -1 for a start. */
  int parent(int number) {
    return parents.get(number);
  }

  /** Returns the place of the move among those of the parent, or of the start among the starts. */
  int move(int number) {
    return moves.get(number);
  }

  /** Returns the bytes of the arrays, with references of four bytes. */
  long bytes() {
    return ((long) used << BITS) * 4 + parents.bytes() + moves.bytes();
  }
}
