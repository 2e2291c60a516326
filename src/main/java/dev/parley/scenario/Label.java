package dev.parley.scenario;

import dev.parley.evidence.EntryId;

/**
 * What a label names: an entry, or one of the alternatives that an entry offers. Later entries
 * refer to offers and demands by label: {@code hamas accepts: o1}. Immutable.
 *
 * @param entry the entry
 * @param alternative which of the entry's offers, from 1; 0 for the entry itself
 */
public record Label(EntryId entry, int alternative) {
  /**
   * Checks that the alternative is not below zero.
   *
   * @param entry the entry
   * @param alternative which of the entry's offers, from 1; 0 for the entry itself
   */
  public Label {
    if (alternative < 0) {
      throw new IllegalArgumentException(
          "alternative (%s) must be 1 or more, or 0 for the entry itself".formatted(alternative));
    }
  }

  /**
   * {@return what the label of an entry names: the entry itself}
   *
   * @param number the entry's number
   */
  public static Label entry(int number) {
    return new Label(new EntryId(number), 0);
  }

  @Override
  public String toString() {
    return alternative == 0 ? entry.toString() : entry + " alternative " + alternative;
  }
}
