package dev.parley.explore;

import java.util.Optional;

/**
 * What an exploration says of one property. Immutable.
 *
 * @param property the property
 * @param status the answer
 * @param detail what the answer rests on, in words
 * @param counterexample a shortest play that breaks the property, when it is violated
 * @param witness a shortest play that meets a {@code sometimes}, when there is one
 * @param <S> the states
 * @param <M> the moves
 */
public record Verdict<S, M>(
    Property<S, M> property,
    Status status,
    String detail,
    Optional<Counterexample<S, M>> counterexample,
    Optional<Play<S, M>> witness) {
  /** The possible answers. */
  public enum Status {
    /** It is true of every reachable state; a {@code sometimes} was met. */
    HOLDS("holds"),
    /** It is broken. */
    VIOLATED("violated"),
    /** It is true, and says nothing: the case that stands beside it never arises. */
    VACUOUS("vacuous"),
    /** A {@code sometimes} that no reachable state meets. */
    NEVER_MET("never met"),
    /** It is true as far as the exploration went, which was cut. */
    HOLDS_SO_FAR("holds so far"),
    /** A {@code sometimes} that was not met as far as the exploration went, which was cut. */
    NOT_MET_SO_FAR("not met so far"),
    /** Nothing can be said: the exploration was cut, or the model is not sound. */
    UNSOUND("not judged");

    private final String words;

    Status(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  @Override
  public String toString() {
    return status + ": " + property.words() + (detail.isEmpty() ? "" : " (" + detail + ")");
  }
}
