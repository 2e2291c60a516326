package dev.parley.testing;

import com.google.common.primitives.ImmutableLongArray;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds the simplest value that still fails, by trying what is simpler as long as something is:
 * delta debugging (Zeller and Hildebrandt 2002, Simplifying and Isolating Failure-Inducing Input).
 * For engines that do not shrink by themselves, and for use without any.
 */
public final class Minimiser {
  /**
   * What is simpler than a value, most promising first: a play without its second half, without one
   * move, with smaller numbers. Whoever looks for the simplest failing value tries these in turn,
   * goes on from the first that still fails, and stops where none does.
   *
   * <p>Law: all that is simpler weighs less, so that this comes to an end. Immutable.
   *
   * @param <T> what is simplified
   */
  public interface Simplification<T> {
    /**
     * Returns what is simpler.
     *
     * @param value a value
     * @return simpler ones, made up as they are asked for
     */
    Stream<T> simplerThan(T value);

    /**
     * Returns how far a value is from the simplest.
     *
     * @param value a value
     * @return numbers from 0 on, the first of which counts most
     */
    ImmutableLongArray weight(T value);
  }

  private static final Comparator<com.google.common.primitives.ImmutableLongArray> LIGHTER =
      (one, other) -> {
        for (int i = 0; i < Math.min(one.length(), other.length()); i++) {
          int order = Long.compare(one.get(i), other.get(i));
          if (order != 0) {
            return order;
          }
        }
        return Integer.compare(one.length(), other.length());
      };

  private Minimiser() {}

  /**
   * Simplifies a value that fails.
   *
   * @param failing a value that fails
   * @param by what is simpler
   * @param fails whether a value fails
   * @param <T> what is simplified
   * @return a value that fails, of which nothing simpler fails
   * @throws IllegalArgumentException if the value does not fail
   */
  public static <T> T minimise(T failing, Simplification<T> by, Predicate<? super T> fails) {
    if (!fails.test(failing)) {
      throw new IllegalArgumentException(
          "what is to be made simpler must fail, and this does not:\n" + failing);
    }
    T simplest = failing;
    while (true) {
      T now = simplest;
      Optional<T> next =
          by.simplerThan(now)
              .filter(v -> LIGHTER.compare(by.weight(v), by.weight(now)) < 0)
              .filter(fails)
              .findFirst();
      if (next.isEmpty()) {
        return simplest;
      }
      simplest = next.get();
    }
  }
}
