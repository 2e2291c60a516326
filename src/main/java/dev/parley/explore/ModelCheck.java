package dev.parley.explore;

import dev.parley.explore.Model.Captions;
import dev.parley.explore.Model.Next;
import dev.parley.spelling.OwnCode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks of a state whether the model keeps the laws of {@link Model} there, and says what is wrong.
 */
final class ModelCheck<S, M> {
  private final Model<S, M> model;
  private final Captions<S, M> captions;

  ModelCheck(Model<S, M> model) {
    this.model = model;
    this.captions = model.captions();
  }

  /** Asks everything twice and compares. */
  @SuppressWarnings("SelfEquals") // what is being asked
  Optional<String> faultAt(S state) {
    if (!state.equals(state)) {
      return Optional.of("state (" + words(state) + ") does not equal itself");
    }
    int hash = state.hashCode();
    List<M> moves = model.moves(state);
    List<M> again = model.moves(state);
    if (!moves.equals(again)) {
      return Optional.of(
          moves.toString().equals(again.toString())
              ? "moves (%s) in state (%s) do not equal the same moves asked for again: %s"
                  .formatted(moves, words(state), valueHint(moves.get(0)))
              : "the model is not deterministic: state (%s) had the moves %s and then %s"
                  .formatted(words(state), moves, again));
    }
    for (M move : moves) {
      Optional<String> fault;
      try {
        fault = compare(state, move, model.next(state, move), model.next(state, move));
      } catch (RuntimeException | Error e) {
        OwnCode.passOn(e);
        return Optional.of("the model failed at %s: %s".formatted(where(state, move), e));
      }
      if (fault.isPresent()) {
        return fault;
      }
    }
    if (hash != state.hashCode()) {
      return Optional.of(
          "the model changes its states: the hash code of state (%s) was (%d) and is (%d) after its moves were tried. Let next return a new state"
              .formatted(words(state), hash, state.hashCode()));
    }
    return Optional.empty();
  }

  private Optional<String> compare(S state, M move, Next<S> one, Next<S> other) {
    if (one.equals(other)) {
      return one.hashCode() == other.hashCode()
          ? Optional.empty()
          : Optional.of(
              "states do not compare by value: (%s) came twice from (%s), equal but with the hash codes (%d) and (%d): %s"
                  .formatted(
                      words(one.stateOrNull()),
                      words(state),
                      Objects.hashCode(one.stateOrNull()),
                      Objects.hashCode(other.stateOrNull()),
                      valueHint(state)));
    }
    S to = one.stateOrNull();
    S then = other.stateOrNull();
    if (to != null && then != null) {
      if (inherits(to) || words(to).equals(words(then))) {
        return Optional.of(
            "states do not compare by value: move (%s) in state (%s) led twice to (%s), which do not equal each other: %s"
                .formatted(text(move), words(state), words(to), valueHint(to)));
      }
      return Optional.of(
          "the model is not deterministic: move (%s) in state (%s) led to (%s) and then to (%s)"
              .formatted(text(move), words(state), words(to), words(then)));
    }
    return Optional.of(
        "the model is not deterministic: move (%s) in state (%s) led %s and then %s"
            .formatted(text(move), words(state), phrase(one), phrase(other)));
  }

  private String phrase(Next<S> next) {
    S state = next.stateOrNull();
    return state == null ? next.toString() : "to (" + words(state) + ")";
  }

  private static boolean inherits(Object value) {
    try {
      return value.getClass().getMethod("equals", Object.class).getDeclaringClass() == Object.class;
    } catch (NoSuchMethodException e) {
      return false;
    }
  }

  private static String valueHint(Object value) {
    String name = value.getClass().getName();
    return inherits(value)
        ? "class %s inherits equals from Object. Make it a record, or give it equals and hashCode"
            .formatted(name)
        : "look at equals and hashCode of %s and of what it holds; arrays, for one, have neither"
            .formatted(name);
  }

  private String words(@Nullable S state) {
    return state == null ? "nothing" : captions.state().apply(state);
  }

  String where(S state, M move) {
    return "move (%s) in state (%s)".formatted(text(move), words(state));
  }

  String where(S state) {
    return "state (%s)".formatted(words(state));
  }

  private String text(M move) {
    return Play.words(captions, move);
  }
}
