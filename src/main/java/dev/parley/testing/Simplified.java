package dev.parley.testing;

import com.google.common.primitives.ImmutableLongArray;
import dev.parley.testing.Minimiser.Simplification;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;

/** A value that jqwik shrinks by a {@link Simplification}. */
final class Simplified<T> implements Shrinkable<T> {
  private final T value;
  private final Simplification<T> by;
  private final Predicate<? super T> counts;
  private final ShrinkingDistance distance;

  private Simplified(T value, Simplification<T> by, Predicate<? super T> counts) {
    this.value = value;
    this.by = by;
    this.counts = counts;
    ImmutableLongArray weight = by.weight(value);
    this.distance = ShrinkingDistance.of(weight.toArray());
  }

  /** Returns an arbitrary that draws from a generator and shrinks by a simplification. */
  static <T> Arbitrary<T> arbitrary(Generator<T> generator, Simplification<T> by) {
    return Arbitraries.fromGenerator(
        random -> new Simplified<>(generator.draw(random.nextLong()), by, any -> true));
  }

  /** Returns a value that shrinks by a simplification to such as count. */
  static <T> Shrinkable<T> of(T value, Simplification<T> by, Predicate<? super T> counts) {
    return new Simplified<>(value, by, counts);
  }

  /**
   * Returns an arbitrary of small values, which jqwik shrinks by the choices that they came from
   * (MacIver and Donaldson 2020, Test-Case Reduction via Test-Case Generation).
   */
  static <T> Arbitrary<T> byItsChoices(Generator<T> generator) {
    return Arbitraries.integers()
        .between(0, Integer.MAX_VALUE)
        .withDistribution(RandomDistribution.uniform())
        .withoutEdgeCases()
        .list()
        .ofSize(60)
        .map(numbers -> generator.draw(Choices.recorded(numbers)));
  }

  @Override
  public T value() {
    return value;
  }

  @Override
  public Stream<Shrinkable<T>> shrink() {
    return by.simplerThan(value)
        .map(simpler -> new Simplified<>(simpler, by, counts))
        .filter(simpler -> simpler.distance.compareTo(distance) < 0)
        .filter(simpler -> counts.test(simpler.value))
        .map(simpler -> simpler);
  }

  @Override
  public ShrinkingDistance distance() {
    return distance;
  }

  @Override
  public String toString() {
    return "Simplified " + value;
  }
}
