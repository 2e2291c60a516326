package dev.parley.explore;

import com.google.common.collect.ImmutableList;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a move: the state that it leads to, or the rules that refuse it. Not an outcome
 * of talks, which also tells what was recorded. Immutable.
 *
 * @param <S> the states
 */
public final class Next<S> {
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
   * {@return what becomes of a move that is refused} A model that refuses much keeps the value and
   * returns it again.
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
