package dev.parley.explore;

import com.google.common.collect.ImmutableList;
import dev.parley.explore.Model.Captions;
import dev.parley.explore.Model.Next;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One way to play a model: a start, and moves with the states that they led to. It ends at the
 * first move that is refused; moves after that are left out, so that the play of a mistake that was
 * mended since can still be written down. Immutable.
 *
 * @param <S> the states
 * @param <M> the moves
 */
public final class Play<S, M> {
  /**
   * A move, and where it led. Immutable.
   *
   * @param move the move
   * @param state the state after it
   * @param <S> the states
   * @param <M> the moves
   */
  public record Step<S, M>(M move, S state) {}

  private final Model<S, M> model;
  private final int startNumber;
  private final S start;
  private final ImmutableList<Step<S, M>> steps;
  private final @Nullable String refusal;

  private Play(
      Model<S, M> model,
      int startNumber,
      S start,
      ImmutableList<Step<S, M>> steps,
      @Nullable String refusal) {
    this.model = model;
    this.startNumber = startNumber;
    this.start = start;
    this.steps = steps;
    this.refusal = refusal;
  }

  /**
   * {@return a play without moves, from the first start of a model}
   *
   * @param model the model
   * @param <S> the states
   * @param <M> the moves
   */
  public static <S, M> Play<S, M> of(Model<S, M> model) {
    return of(model, 0);
  }

  /**
   * {@return a play without moves, from one of a model's starts}
   *
   * @param model the model
   * @param start the place of the start among the starts, from 0
   * @param <S> the states
   * @param <M> the moves
   */
  public static <S, M> Play<S, M> of(Model<S, M> model, int start) {
    List<S> starts = model.starts();
    if (start < 0 || start >= starts.size()) {
      throw new IllegalArgumentException(
          "start (%d) must be from 0 to below (%d), the number of the model's starts"
              .formatted(start, starts.size()));
    }
    return new Play<>(model, start, starts.get(start), ImmutableList.of(), null);
  }

  static <S, M> Play<S, M> of(Model<S, M> model, int startNumber, S start, List<Step<S, M>> steps) {
    return new Play<>(model, startNumber, start, ImmutableList.copyOf(steps), null);
  }

  /**
   * {@return this play with a further move} After a refusal nothing is added.
   *
   * @param move the move
   */
  public Play<S, M> then(M move) {
    if (refusal != null) {
      return this;
    }
    Next<S> next = model.next(last(), move);
    S state = next.stateOrNull();
    if (state == null) {
      String refused =
          "%s: refused by %s"
              .formatted(words(model.captions(), move), String.join(", ", next.refusedBy()));
      return new Play<>(model, startNumber, start, steps, refused);
    }
    ImmutableList<Step<S, M>> more =
        ImmutableList.<Step<S, M>>builder().addAll(steps).add(new Step<>(move, state)).build();
    return new Play<>(model, startNumber, start, more, null);
  }

  /**
   * {@return this play with the same move several times}
   *
   * @param times how often, 0 or more
   * @param move the move
   */
  public Play<S, M> then(int times, M move) {
    Play<S, M> play = this;
    for (int i = 0; i < times; i++) {
      play = play.then(move);
    }
    return play;
  }

  /** {@return the state that it starts in} */
  public S start() {
    return start;
  }

  /**
   * {@return the state that it comes to: the last state, which is the start when there are no
   * moves}
   */
  public S last() {
    return steps.isEmpty() ? start : steps.get(steps.size() - 1).state();
  }

  /** {@return the moves, with the states that they led to} */
  public ImmutableList<Step<S, M>> steps() {
    return steps;
  }

  /** {@return all states, the start first, one more than steps} */
  public ImmutableList<S> states() {
    ImmutableList.Builder<S> states = ImmutableList.<S>builder().add(start);
    steps.forEach(step -> states.add(step.state()));
    return states.build();
  }

  /** {@return the moves} */
  public ImmutableList<M> moves() {
    return steps.stream().map(Step::move).collect(ImmutableList.toImmutableList());
  }

  /**
   * {@return why the play went no further: the move that was refused and the rules that refused it,
   * or empty}
   */
  public Optional<String> refusal() {
    return Optional.ofNullable(refusal);
  }

  /**
   * {@return whether no state and no step of this play breaks a property}
   *
   * @param property a property of the kind always or never; no single play can answer for another
   */
  public boolean keeps(Property<S, M> property) {
    if (property.kind() != Property.Kind.ALWAYS && property.kind() != Property.Kind.NEVER) {
      throw new IllegalArgumentException(
          "property (%s) of kind (%s) must be ALWAYS or NEVER: one play cannot answer for it. Explore the model"
              .formatted(property.sentence(), property.kind()));
    }
    S before = start;
    if (property.settledBy(before)) {
      return false;
    }
    for (Step<S, M> step : steps) {
      if (property.settledBy(step.state())
          || property.brokenBy(before, step.move(), step.state())) {
        return false;
      }
      before = step.state();
    }
    return true;
  }

  /**
   * {@return the play as text, a line for each move; repeated moves share a line, each ended by a
   * line feed}
   */
  public String transcript() {
    return PlayTranscript.of(printed(-1));
  }

  /**
   * {@return the play as text in columns, one for each party that moves, each ended by a line feed}
   */
  public String swimLanes() {
    return SwimLanes.of(printed(-1));
  }

  /** {@return the play as a sequence diagram: the source for Mermaid} */
  public String mermaid() {
    return Mermaid.of(printed(-1));
  }

  /** Returns the play in words, with a circle from a number of moves on, or without one for -1. */
  PrintedPlay<M> printed(int loopFrom) {
    return PrintedPlay.of(captions(), start, last(), moves(), refusal(), loopFrom);
  }

  Captions<S, M> captions() {
    return model.captions();
  }

  int startNumber() {
    return startNumber;
  }

  static <S, M> String words(Captions<S, M> captions, M move) {
    return captions.mover().apply(move).map(mover -> mover + " ").orElse("")
        + captions.move().apply(move);
  }

  @Override
  public String toString() {
    return transcript();
  }
}
