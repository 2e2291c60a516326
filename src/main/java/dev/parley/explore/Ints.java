package dev.parley.explore;

import org.jspecify.annotations.Nullable;

/** A growing array of ints that never copies what it holds: it grows by pieces. */
final class Ints {
  private static final int BITS = 14;
  private static final int MASK = (1 << BITS) - 1;

  private int[] @Nullable [] pieces = new int[16][];
  private int used;
  private long size;

  int get(long i) {
    int[] piece = pieces[(int) (i >>> BITS)];
    return piece == null ? 0 : piece[(int) i & MASK];
  }

  void set(long i, int value) {
    int[] piece = pieces[(int) (i >>> BITS)];
    if (piece == null) {
      throw new IndexOutOfBoundsException("no room at " + i);
    }
    piece[(int) i & MASK] = value;
  }

  void add(int value) {
    reserve(size + 1);
    set(size++, value);
  }

  long size() {
    return size;
  }

  /** Makes room for the indexes below a bound. */
  void reserve(long bound) {
    int needed = (int) ((bound + MASK) >>> BITS);
    if (needed > pieces.length) {
      pieces = java.util.Arrays.copyOf(pieces, Math.max(needed, pieces.length * 2));
    }
    while (used < needed) {
      pieces[used++] = new int[1 << BITS];
    }
  }

  long bytes() {
    return ((long) used << BITS) * Integer.BYTES + 8L * pieces.length;
  }
}
