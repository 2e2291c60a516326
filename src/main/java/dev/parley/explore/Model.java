package dev.parley.explore;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Enclosing;
import org.immutables.value.Value.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be played: where it starts, which moves there are, where each leads. Two
 * parties who haggle over a price are a model: the state is who is to speak and what stands on the
 * table, the moves are the prices that either may name.
 *
 * <p>A model keeps three laws, which the {@link Explorer} checks on a sample. It is deterministic:
 * the same state has the same moves in the same order, and the same move leads to an equal state.
 * It leaves the states that it is given as they were. And its states compare by value: {@code
 * equals} and {@code hashCode} agree and do not depend on identity. With more than one thread its
 * methods are called from several at once.
 *
 * @param <S> the states, such as a record
 * @param <M> the moves
 */
@Enclosing
public interface Model<S, M> {
  /**
   * What becomes of a move: the state that it leads to, or the rules that refuse it. Not an outcome
   * of talks, which also tells what was recorded. Immutable.
   *
   * @param <S> the states
   */
  final class Next<S> {
    private final @Nullable S state;
    private final ImmutableList<String> refusedBy;

    private Next(@Nullable S state, ImmutableList<String> refusedBy) {
      this.state = state;
      this.refusedBy = refusedBy;
    }

    /**
     * {@return what becomes of a move that is made}
     *
     * @param state the state that it leads to
     * @param <S> the states
     */
    public static <S> Next<S> to(S state) {
      return new Next<>(Objects.requireNonNull(state), ImmutableList.of());
    }

    /**
     * {@return what becomes of a move that is refused} A model that refuses much keeps the value
     * and returns it again.
     *
     * @param rule the rule that refuses it, in a word or a sentence, without the particulars of the
     *     move: refusals are counted by it
     * @param more further rules that refuse it
     * @param <S> the states
     */
    public static <S> Next<S> refused(String rule, String... more) {
      return new Next<>(null, ImmutableList.<String>builder().add(rule).add(more).build());
    }

    /** {@return the state that the move leads to, or empty when the move is refused} */
    public Optional<S> state() {
      return Optional.ofNullable(state);
    }

    /** {@return the rules that refuse the move, empty when the move is made} */
    public ImmutableList<String> refusedBy() {
      return refusedBy;
    }

    @Nullable S stateOrNull() {
      return state;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Next<?> next
          && Objects.equals(state, next.state)
          && refusedBy.equals(next.refusedBy);
    }

    @Override
    public int hashCode() {
      return 31 * Objects.hashCode(state) + refusedBy.hashCode();
    }

    @Override
    public String toString() {
      return state != null ? "to " + state : "refused by " + String.join(", ", refusedBy);
    }
  }

  /** {@return the states that a play may start in: one or more states} */
  List<S> starts();

  /**
   * Returns the moves that may be tried in a state. Those that turn out to be refused are counted
   * by the rules that refuse them.
   *
   * @param state a state
   * @return the moves, in an order that depends on the state only; empty where nothing can happen
   */
  List<M> moves(S state);

  /**
   * Makes a move.
   *
   * @param state a state
   * @param move one of its moves
   * @return the state that it leads to, or the rules that refuse it
   */
  Next<S> next(S state, M move);

  /**
   * Returns whether a play has come to its end. Asked for the properties "every play can still end"
   * and "every play ends" only.
   *
   * @param state a state
   * @return whether it is an end; unless the model says otherwise, where there are no moves
   */
  default boolean isOver(S state) {
    return moves(state).isEmpty();
  }

  /**
   * Returns the group that a move is counted in, such as {@code offers} for an offer of any price.
   *
   * @param move a move
   * @return its kind; unless the model says otherwise, an enum constant's name or the name of the
   *     class
   */
  default String kind(M move) {
    return move instanceof Enum<?> constant ? constant.name() : move.getClass().getSimpleName();
  }

  /**
   * Returns the kinds of moves that the model means to be possible. One that is never made is
   * reported as dead.
   *
   * @return the kinds; unless the model says otherwise none, and only kinds that were tried and
   *     always refused are reported
   */
  default ImmutableSet<String> kinds() {
    return ImmutableSet.of();
  }

  /**
   * Returns the rules that may refuse a move. One that never does is reported as dead.
   *
   * @return the names by which {@link Next#refusedBy} cites them; none unless the model says
   *     otherwise
   */
  default ImmutableSet<String> rules() {
    return ImmutableSet.of();
  }

  /**
   * Returns the transitions that the model means to be possible, where it is made of tables whose
   * rows can be named. One that is never taken is reported as dead.
   *
   * @return the names by which {@link #transition} cites them; none unless the model says otherwise
   */
  default ImmutableSet<String> transitions() {
    return ImmutableSet.of();
  }

  /**
   * Returns which transition a step takes. Asked only when there are {@link #transitions}.
   *
   * @param before the state before the move
   * @param move the move
   * @param after the state after the move
   * @return its name, or empty where the step takes none
   */
  default Optional<String> transition(S before, M move, S after) {
    return Optional.empty();
  }

  /**
   * {@return how states and moves are printed: the captions; unless the model says otherwise,
   * {@code toString}}
   */
  default Captions<S, M> captions() {
    return Captions.plain();
  }

  /**
   * How states and moves are printed: who moves, towards whom, what is done, and the Java that
   * stands for it. The mover's name is not part of the move's words: {@code A} and {@code offers
   * 5}, not {@code A offers 5}. A move without a mover happens to all, as when {@code a day
   * passes}. Immutable.
   *
   * @param <S> the states
   * @param <M> the moves
   */
  @Immutable(copy = false)
  sealed interface Captions<S, M> permits ImmutableModel.Captions {
    /**
     * {@return the words for a move, in the form that follows a name; {@code toString} unless
     * given}
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
     * {@return the Java expression for the model, such as {@code new Haggling(20, 20, 30)}, or
     * empty}
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
    final class Builder<S, M> extends ImmutableModel.Captions.Builder<S, M> {
      Builder() {}
    }
  }
}
