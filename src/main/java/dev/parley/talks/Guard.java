package dev.parley.talks;

import java.util.function.Predicate;

/**
 * What must hold for a {@link Transition} to fire: a name for tables and drawings, a sentence for
 * refusals, and a test. Immutable; two guards are equal when their names are.
 *
 * @param <C> what the test looks at
 */
public final class Guard<C> {
  private static final Guard<Object> ALWAYS = new Guard<>("always", "nothing more", c -> true);

  private final String name;
  private final String sentence;
  private final Predicate<C> test;

  private Guard(String name, String sentence, Predicate<C> test) {
    this.name = name;
    this.sentence = sentence;
    this.test = test;
  }

  /**
   * Returns a guard.
   *
   * @param <C> what the test looks at
   * @param name a short name
   * @param sentence what must hold, such as {@code "every principal concerned has ratified"}
   * @param test the test, a pure function
   * @return the guard
   */
  public static <C> Guard<C> of(String name, String sentence, Predicate<C> test) {
    return new Guard<>(name, sentence, test);
  }

  /** {@return the guard that always holds} */
  public static Guard<Object> always() {
    return ALWAYS;
  }

  /** {@return the name} */
  public String name() {
    return name;
  }

  /** {@return what must hold, without a full stop} */
  public String sentence() {
    return sentence;
  }

  /**
   * Returns whether it holds.
   *
   * @param context what to look at
   * @return whether it holds
   */
  public boolean holds(C context) {
    return test.test(context);
  }

  @Override
  public boolean equals(@org.jspecify.annotations.Nullable Object other) {
    return other instanceof Guard<?> guard && name.equals(guard.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
