package dev.parley.explore;

import java.util.Locale;

/**
 * How far an exploration got: {@code complete to depth 14, not beyond (the bound of 100,000 states
 * was hit)}. Immutable.
 *
 * @param ending why it ended
 * @param depth the depth to which every state was found and looked at; the starts have depth 0; -1
 *     when not even that
 * @param because the bound that was hit or what went wrong, in words; empty when complete
 */
public record Extent(Ending ending, int depth, String because) {
  /** Why an exploration ended. */
  public enum Ending {
    /** There was nothing more to find. */
    COMPLETE,
    /** The bound on states was hit. */
    STATES,
    /** The bound on depth was hit. */
    DEPTH,
    /** The bound on time was hit. */
    TIME,
    /** The bound on memory was hit. */
    MEMORY,
    /** A property was violated, and the explorer was to stop at that. */
    VIOLATION,
    /** The thread was interrupted. */
    INTERRUPTED,
    /** The model broke a law of models, so that nothing found can be trusted. */
    FAULT
  }

  /** {@return whether every reachable state was looked at} */
  public boolean isComplete() {
    return ending == Ending.COMPLETE;
  }

  @Override
  public String toString() {
    return switch (ending) {
      case COMPLETE ->
          String.format(Locale.ROOT, "complete: every reachable state, to depth %,d", depth);
      case FAULT -> "not sound: " + because;
      default ->
          depth < 0
              ? "complete to no depth (" + because + ")"
              : String.format(
                  Locale.ROOT, "complete to depth %,d, not beyond (%s)", depth, because);
    };
  }
}
