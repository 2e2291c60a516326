package dev.parley.explore;

import org.jspecify.annotations.Nullable;

/**
 * One thread's part of the table of all states, by hash: open addressing, linear probing. An entry
 * holds the hash in its upper half and in its lower half where to find the state: above 0 the
 * state's number plus 1, below 0 a candidate that has no number yet.
 */
final class Shard<S> {
  /** Where the states are that the entries stand for. */
  interface Lookup<S> {
    S at(int reference);
  }

  private static final double FULL = 0.7;

  private long[] entries = new long[64];
  private int size;
  private int slot;

  /** Spreads a hash, so that poor ones fill the table evenly. */
  static int smear(int hash) {
    int h = hash * 0x9E3779B1;
    h ^= h >>> 15;
    h *= 0x85EBCA77;
    return h ^ (h >>> 13);
  }

  /** Makes room for so many more states; the slots move. */
  void reserve(int more) {
    long needed = (long) ((size + (long) more) / FULL) + 1;
    if (needed <= entries.length) {
      return;
    }
    long length = entries.length;
    while (length < needed) {
      length *= 2;
    }
    if (length > 1 << 30) {
      throw new OutOfMemoryError("a table of " + length + " states");
    }
    long[] old = entries;
    long[] now = new long[(int) length];
    int mask = now.length - 1;
    for (long entry : old) {
      if (entry != 0) {
        int i = (int) (entry >>> 32) & mask;
        while (now[i] != 0) {
          i = (i + 1) & mask;
        }
        now[i] = entry;
      }
    }
    entries = now;
  }

  /**
   * Finds an equal state and returns its reference; or puts the given one, returns 0 and leaves the
   * slot in {@link #slot}. There must be room.
   */
  int findOrPut(int hash, S state, int reference, Lookup<S> lookup) {
    long[] table = entries;
    int mask = table.length - 1;
    int i = hash & mask;
    while (true) {
      long entry = table[i];
      if (entry == 0) {
        table[i] = ((long) hash << 32) | (reference & 0xFFFFFFFFL);
        size++;
        slot = i;
        return 0;
      }
      if ((int) (entry >>> 32) == hash) {
        int found = (int) entry;
        if (same(lookup.at(found), state)) {
          return found;
        }
      }
      i = (i + 1) & mask;
    }
  }

  private static boolean same(@Nullable Object one, Object other) {
    return one == other || other.equals(one);
  }

  int slot() {
    return slot;
  }

  /** Gives the state in a slot its number. */
  void number(int at, int number) {
    entries[at] = (entries[at] & 0xFFFFFFFF00000000L) | (number + 1);
  }

  long bytes() {
    return 8L * entries.length;
  }
}
