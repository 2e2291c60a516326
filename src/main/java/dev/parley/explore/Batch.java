package dev.parley.explore;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a run of neighbouring states leads to, in the order of the states and of their moves:
 * candidates for new states, not yet compared with those that are known. Filled by one thread, used
 * again for the next run.
 */
final class Batch<S> {
  /** The candidates of one batch are told from those of another by the bits above these. */
  static final int BITS = 24;

  /** A candidate that turned out to be known. */
  static final int KNOWN = -1;

  private @Nullable Object[] states = new Object[256];
  int[] hashes = new int[256];
  int[] parents = new int[256];
  int[] moves = new int[256];

  /** The slot in the candidate's shard, or {@link #KNOWN}. */
  int[] slots = new int[256];

  /** The reference that stands for the state, for the graph. */
  int[] references = new int[256];

  int size;

  /** How many candidates are new, per shard. */
  final int[] fresh;

  /** The number of the first new state. */
  int base;

  /** The first of the states that were expanded here, and the first that was not. */
  int from;

  int to;

  /** What went wrong here, if anything. */
  @Nullable String fault;

  /** Per watched property, the first candidate (steps) or state that settles it, or -1. */
  final int[] hits;

  final SearchFigures figures = new SearchFigures();

  Batch(int shards, int properties) {
    fresh = new int[shards];
    hits = new int[properties];
  }

  void clear(int first, int bound) {
    from = first;
    to = bound;
    if (size > 1 << 16) {
      // One wide state must not hold its memory for ever.
      states = new Object[256];
      hashes = new int[256];
      parents = new int[256];
      moves = new int[256];
      slots = new int[256];
      references = new int[256];
    } else {
      Arrays.fill(states, 0, size, null);
    }
    size = 0;
    base = 0;
    fault = null;
    Arrays.fill(fresh, 0);
    Arrays.fill(hits, -1);
  }

  void add(S state, int hash, int parent, int move) {
    if (size == states.length) {
      int length = size * 2;
      states = Arrays.copyOf(states, length);
      hashes = Arrays.copyOf(hashes, length);
      parents = Arrays.copyOf(parents, length);
      moves = Arrays.copyOf(moves, length);
      slots = Arrays.copyOf(slots, length);
      references = Arrays.copyOf(references, length);
    }
    states[size] = state;
    hashes[size] = hash;
    parents[size] = parent;
    moves[size] = move;
    size++;
  }

  @SuppressWarnings({"unchecked", "NullAway"})
  S state(int i) {
    return (S) states[i];
  }

  int news() {
    int sum = 0;
    for (int f : fresh) {
      sum += f;
    }
    return sum;
  }

  long bytes() {
    return 24L * states.length;
  }
}
