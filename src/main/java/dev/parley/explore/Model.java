package dev.parley.explore;

import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;

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
public interface Model<S, M> {
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
}
