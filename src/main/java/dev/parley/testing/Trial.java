package dev.parley.testing;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A property that is held against plays, and what it fails with. */
final class Trial {
  private final Consumer<? super Script> property;

  Trial(Consumer<? super Script> property) {
    this.property = property;
  }

  boolean fails(Script play) {
    return thrown(play).isPresent();
  }

  /** What a property throws is how it says that a play does not keep it. */
  private Optional<Throwable> thrown(Script play) {
    try {
      property.accept(play);
      return Optional.empty();
    } catch (AssertionError | RuntimeException failure) {
      return Optional.of(failure);
    }
  }

  /**
   * Returns what to fail with: the simplest play that still fails in the same way, and how the
   * original is drawn.
   *
   * @param original the play that failed
   * @param counts which plays are simpler ones
   * @param seed what the original was drawn from
   */
  AssertionError failure(Script original, Predicate<Script> counts, long seed) {
    Class<?> type = thrown(original).orElseThrow().getClass();
    Script simplest =
        original.simplest(
            play ->
                thrown(play).filter(type::isInstance).isPresent()
                    && (play.equals(original) || counts.test(play)));
    Throwable cause = thrown(simplest).orElseThrow();
    return new AssertionError(
        "%s%n%nThe simplest play that fails:%n%n%s%nIt was found by a play of %s moves: draw(%s) makes it again."
            .formatted(cause.getMessage(), simplest.transcript(), original.moves().size(), seed),
        cause);
  }
}
