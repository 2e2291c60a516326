package dev.parley.talks;

import dev.parley.progress.RoundVerdict;
import org.jspecify.annotations.Nullable;

/**
 * A closed round: where it started, and where the next one did. A word on one of its entries, or on
 * an earlier one, makes another round of it. Immutable, but for what it has found out.
 */
final class Round {
  private final int number;
  private final Start start;
  private final Start end;
  private @Nullable RoundVerdict verdict;

  Round(int number, Start start, Start end) {
    this.number = number;
    this.start = start;
    this.end = end;
  }

  /** Where a round starts, and how many entries there are then. */
  record Start(Juncture juncture, int from) {}

  /** Returns the number of the entry that closed it. */
  int to() {
    return end.from();
  }

  /** Returns the situation when it had just been closed. */
  Situation end() {
    return end.juncture().situation();
  }

  /** Returns the verdict, which is read once from a chronicle that has this round. */
  synchronized RoundVerdict verdict(Chronicle chronicle) {
    @Nullable RoundVerdict known = verdict;
    if (known == null) {
      known =
          RoundReading.verdict(
              number,
              start.juncture().situation(),
              chronicle.readings(start.from(), to() - 1),
              () -> chronicle.readings(0, start.from()));
      verdict = known;
    }
    return known;
  }
}
