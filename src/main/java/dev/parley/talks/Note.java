package dev.parley.talks;

import dev.parley.evidence.Source;
import dev.parley.evidence.When;
import java.util.Optional;

/**
 * When, on whose word and why a correction or a denial was entered. Immutable.
 *
 * @param on when, which may be unknown
 * @param source on whose word, or empty for the coder's
 * @param words why; empty when nothing is said
 */
public record Note(When on, Optional<Source> source, String words) {
  /**
   * Returns a note of the coder's.
   *
   * @param on when, in the form of {@link When#parse}
   * @param words why
   * @return the note
   */
  public static Note of(String on, String words) {
    return new Note(When.parse(on), Optional.empty(), words);
  }
}
