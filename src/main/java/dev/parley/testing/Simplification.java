package dev.parley.testing;

import com.google.common.primitives.ImmutableLongArray;
import java.util.stream.Stream;

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
