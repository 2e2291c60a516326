package dev.parley.testing;

/**
 * Something that makes values out of {@link Choices}: agendas, offers, plays. It knows no engine
 * for property tests, so that any can be served. The same choices give equal values.
 *
 * @param <T> what it makes
 */
@FunctionalInterface
public interface Generator<T> {
  /**
   * Makes a value.
   *
   * @param choices where its decisions come from
   * @return the value
   */
  T draw(Choices choices);

  /**
   * Makes a value from a seed.
   *
   * @param seed any number
   * @return the value, the same for the same seed
   */
  default T draw(long seed) {
    return draw(Choices.seeded(seed));
  }
}
