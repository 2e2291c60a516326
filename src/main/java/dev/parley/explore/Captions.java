package dev.parley.explore;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Function;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;

/**
 * How states and moves are printed: who moves, towards whom, what is done, and the Java that stands
 * for it. The mover's name is not part of the move's words: {@code A} and {@code offers 5}, not
 * {@code A offers 5}. A move without a mover happens to all, as when {@code a day passes}.
 * Immutable.
 *
 * @param <S> the states
 * @param <M> the moves
 */
@Immutable(copy = false)
public sealed interface Captions<S, M> permits ImmutableCaptions {
  /**
   * {@return the words for a move, in the form that follows a name; {@code toString} unless given}
   */
  @Default
  default Function<M, String> move() {
    return String::valueOf;
  }

  /** {@return who makes a move, or empty for what happens to all; empty unless given} */
  @Default
  default Function<M, Optional<String>> mover() {
    return move -> Optional.empty();
  }

  /**
   * {@return whom a move addresses, for the arrows of a sequence diagram, or empty for nobody in
   * particular; empty unless given}
   */
  @Default
  default Function<M, Optional<String>> addressee() {
    return move -> Optional.empty();
  }

  /** {@return the words for a state; {@code toString} unless given} */
  @Default
  default Function<S, String> state() {
    return String::valueOf;
  }

  /**
   * {@return those who move, in the order of their columns; those who are missing follow in the
   * order in which they move}
   */
  ImmutableList<String> lanes();

  /**
   * {@return the Java expression for the model, such as {@code new Haggling(20, 20, 30)}, or empty}
   */
  Optional<String> modelSource();

  /**
   * {@return the Java expressions for moves, such as {@code Haggling.offer(5)} for a move, or
   * empty}
   */
  Optional<Function<M, String>> moveSource();

  /**
   * {@return the captions of a model that gives none: everything by its {@code toString}}
   *
   * @param <S> the states
   * @param <M> the moves
   */
  static <S, M> Captions<S, M> plain() {
    return Captions.<S, M>builder().build();
  }

  /**
   * {@return an empty builder}
   *
   * @param <S> the states
   * @param <M> the moves
   */
  static <S, M> Builder<S, M> builder() {
    return new Builder<>();
  }

  /**
   * Builds captions.
   *
   * @param <S> the states
   * @param <M> the moves
   */
  final class Builder<S, M> extends ImmutableCaptions.Builder<S, M> {
    Builder() {}
  }
}
