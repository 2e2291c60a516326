package dev.parley.explore;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * A play that breaks a property, and that no shorter one does: {@code A offers 5, a day passes x
 * 30, B accepts}. For a play that never ends it is a lasso, whose last steps go round in a circle.
 * Immutable.
 *
 * @param <S> the states
 * @param <M> the moves
 */
public final class Counterexample<S, M> {
  private final Property<S, M> property;
  private final Play<S, M> play;
  private final int loopFrom;

  Counterexample(Property<S, M> property, Play<S, M> play, int loopFrom) {
    this.property = property;
    this.play = play;
    this.loopFrom = loopFrom;
  }

  /** {@return the property that is broken} */
  public Property<S, M> property() {
    return property;
  }

  /** {@return the play that breaks it} */
  public Play<S, M> play() {
    return play;
  }

  /**
   * {@return where the circle begins, for a play that never ends: how many moves come before the
   * circle, or empty when there is none; the last state equals the one after those moves}
   */
  public OptionalInt loopFrom() {
    return loopFrom < 0 ? OptionalInt.empty() : OptionalInt.of(loopFrom);
  }

  private PrintedPlay<M> printed() {
    return play.printed(loopFrom);
  }

  /**
   * {@return the headline and the play, a line for each move; repeated moves share a line, each
   * ended by a line feed}
   */
  public String transcript() {
    return String.format(
            Locale.ROOT, "violated after %,d moves: %s\n", play.steps().size(), property.words())
        + PlayTranscript.of(printed());
  }

  /**
   * {@return the play as text in columns, one for each party that moves, each ended by a line feed}
   */
  public String swimLanes() {
    return SwimLanes.of(printed());
  }

  /** {@return the play as a sequence diagram: the source for Mermaid} */
  public String mermaid() {
    return Mermaid.of(printed());
  }

  /**
   * Returns the play as a test method for JUnit or jqwik with AssertJ, which fails until the
   * mistake is mended. The property is written as {@link Property#writtenAs} says.
   *
   * @return the source, with a comment above it
   * @throws IllegalStateException when the captions do not say how the model and its moves are
   *     written in Java
   */
  public String javaTest() {
    return CounterexampleSource.of(property, play, loopFrom);
  }

  @Override
  public String toString() {
    return transcript();
  }
}
