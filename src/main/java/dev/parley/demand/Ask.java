package dev.parley.demand;

import dev.parley.agenda.Region;
import dev.parley.agenda.Scale;
import dev.parley.travel.RecordForm;
import java.io.Serializable;
import java.util.Optional;

/**
 * What is asked on one issue, as it was put: a region of its scale ({@code at least 50}), or words
 * that name none ({@code until apprehensions are eliminated}, {@code many, number not stated}). It
 * becomes a {@link Region} on the scale, so that it outlives a scale that is widened.
 * Immutable.
 *
 * @param region what is accepted, in the text form of {@link Region#parse}, or empty when there are
 *     only words
 * @param words the wording, empty when the region says it all
 */
public record Ask(Optional<String> region, String words) implements Serializable {
  /**
   * Checks that something is asked.
   *
   * @param region what is accepted, in the text form of {@link Region#parse}, or empty when there
   *     are only words
   * @param words the wording, empty when the region says it all
   */
  public Ask {
    if (region.isEmpty() && words.isBlank()) {
      throw new IllegalArgumentException("an ask needs a region or words: neither is given");
    }
  }

  /**
   * {@return an ask for a region}
   *
   * @param region the text form of {@link Region#parse}
   */
  public static Ask of(String region) {
    return new Ask(Optional.of(region), "");
  }

  /**
   * {@return an ask that names no region}
   *
   * @param words the wording
   */
  public static Ask inWords(String words) {
    return new Ask(Optional.empty(), words);
  }

  /**
   * {@return what is accepted on a scale, or empty when there are only words}
   *
   * @param scale the scale
   * @throws IllegalArgumentException if the region does not lie on the scale
   */
  public Optional<Region> on(Scale scale) {
    return region.isEmpty() ? Optional.empty() : Optional.of(Region.parse(scale, region.get()));
  }

  @Override
  public String toString() {
    return region.map(r -> words.isEmpty() ? r : r + " (" + words + ")").orElse(words);
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
