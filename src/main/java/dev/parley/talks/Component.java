package dev.parley.talks;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an act says: the offer that is accepted, the issues that are left undisputed. It
 * has a name, a {@link Shape}, and a place in a file: after the verb, under a key, or spread over
 * keys of its own, as terms are. Immutable.
 *
 * @param <A> the act
 * @param <T> the values
 */
public final class Component<A extends Act, T> {
  private static final String AFTER_VERB = "";
  private static final String SPREAD = "*";

  private final String name;
  private final String key;
  private final Shape<T> shape;
  private final Function<A, T> getter;
  private final @Nullable T usual;

  private Component(
      String name, String key, Shape<T> shape, Function<A, T> getter, @Nullable T usual) {
    this.name = name;
    this.key = key;
    this.shape = shape;
    this.getter = getter;
    this.usual = usual;
  }

  /** A component that follows the verb. */
  static <A extends Act, T> Component<A, T> of(String name, Shape<T> shape, Function<A, T> getter) {
    return new Component<>(name, AFTER_VERB, shape, getter, null);
  }

  /** One that has a key for itself. */
  Component<A, T> under(String ownKey) {
    return new Component<>(name, ownKey, shape, getter, usual);
  }

  /** One that has several keys, or an issue for a key. */
  Component<A, T> spread() {
    return new Component<>(name, SPREAD, shape, getter, usual);
  }

  /** One that need not be said, for it is usually this. */
  Component<A, T> usually(T value) {
    return new Component<>(name, key, shape, getter, value);
  }

  /** One that can be missing. */
  static <A extends Act, T> Component<A, Optional<T>> maybe(
      String name, Shape<T> shape, Function<A, Optional<T>> getter) {
    return new Component<>(name, AFTER_VERB, shape.optional(), getter, Optional.empty());
  }

  /** {@return what it is called, as the record's component is} */
  public String name() {
    return name;
  }

  /** {@return what it holds} */
  public Shape<T> shape() {
    return shape;
  }

  /** {@return whether it follows the verb in a file} */
  public boolean followsVerb() {
    return key.equals(AFTER_VERB);
  }

  /** {@return its key in a file, where it has one for itself} */
  public Optional<String> key() {
    return followsVerb() || key.equals(SPREAD) ? Optional.empty() : Optional.of(key);
  }

  /** {@return what it is when nothing is said of it, or empty where something must be} */
  public Optional<T> usual() {
    return Optional.ofNullable(usual);
  }

  /**
   * Returns what an act says.
   *
   * @param act an act of the kind that has this component
   * @return the value
   */
  public T get(A act) {
    return getter.apply(act);
  }

  boolean isUsual(A act) {
    return Objects.equals(usual, get(act));
  }

  @Override
  public String toString() {
    return name + ": " + shape;
  }
}
