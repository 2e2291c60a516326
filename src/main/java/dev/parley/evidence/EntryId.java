package dev.parley.evidence;

import java.io.Serializable;

/**
 * The number of an entry in a chronicle, from 1: what a verdict, a finding or a claim cites.
 * Printed as {@code [5]}. Immutable.
 *
 * @param number the number, from 1
 */
public record EntryId(int number) implements Serializable, Comparable<EntryId> {
  /**
   * Checks that the number is from 1.
   *
   * @param number the number, from 1
   */
  public EntryId {
    if (number < 1) {
      throw new IllegalArgumentException(
          "entry [%s] cannot be: entries count from 1".formatted(number));
    }
  }

  @Override
  public int compareTo(EntryId other) {
    return Integer.compare(number, other.number);
  }

  @Override
  public String toString() {
    return "[" + number + "]";
  }
}
