package dev.parley.explore;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Function;
import org.immutables.value.Value;

/**
 * How states and moves are printed: who moves, towards whom, what is done, and the Java that stands
 * for it. The mover's name is not part of the move's words: {@code A} and {@code offers 5}, not
 * {@code A offers 5}. A move without a mover happens to all, as when {@code a day passes}.
 * Immutable.
 *
 * @param <S> the states
 * @param <M> the moves
 */
@Value.Immutable(copy = false)
public sealed interface Captions<S, M> permits ImmutableCaptions {
  /**
   * Returns the words for a move.
   *
   * @return the words, in the form that follows a name; {@code toString} unless given
   */
  @Value.Default
  default Function<M, String> move() {
    return String::valueOf;
  }

  /**
   * Returns who makes a move.
   *
   * @return the name, or empty for what happens to all; empty unless given
   */
  @Value.Default
  default Function<M, Optional<String>> mover() {
    return move -> Optional.empty();
  }

  /**
   * Returns whom a move addresses, for the arrows of a sequence diagram.
   *
   * @return the name, or empty for nobody in particular; empty unless given
   */
  @Value.Default
  default Function<M, Optional<String>> addressee() {
    return move -> Optional.empty();
  }

  /**
   * Returns the words for a state.
   *
   * @return the words; {@code toString} unless given
   */
  @Value.Default
  default Function<S, String> state() {
    return String::valueOf;
  }

  /**
   * Returns those who move, in the order of their columns.
   *
   * @return the names; those who are missing follow in the order in which they move
   */
  ImmutableList<String> lanes();

  /**
   * Returns the Java expression for the model.
   *
   * @return such as {@code new Haggling(20, 20, 30)}, or empty
   */
  Optional<String> modelSource();

  /**
   * Returns the Java expressions for moves.
   *
   * @return such as {@code Haggling.offer(5)} for a move, or empty
   */
  Optional<Function<M, String>> moveSource();

  /**
   * Returns the captions of a model that gives none: everything by its {@code toString}.
   *
   * @param <S> the states
   * @param <M> the moves
   * @return the captions
   */
  static <S, M> Captions<S, M> plain() {
    return Captions.<S, M>builder().build();
  }

  /**
   * Returns an empty builder.
   *
   * @param <S> the states
   * @param <M> the moves
   * @return a builder
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
