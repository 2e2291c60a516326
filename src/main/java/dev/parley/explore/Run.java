package dev.parley.explore;

import dev.parley.explore.Model.Captions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Equal moves in a row, as one line of print.
 *
 * @param first the number of the first of them, from 1
 * @param times how many there are
 * @param mover who makes them, or empty
 * @param addressee whom they address, or empty
 * @param text what is done, without the number of times
 * @param move the move itself
 */
record Run<M>(
    int first, int times, Optional<String> mover, Optional<String> addressee, String text, M move) {
  /** Returns the runs of a play; none goes across the place where a loop begins. */
  static <M> List<Run<M>> of(Captions<?, M> captions, List<M> moves, int loopFrom) {
    List<Run<M>> runs = new ArrayList<>();
    int number = 0;
    for (M move : moves) {
      number++;
      Run<M> run =
          new Run<>(
              number,
              1,
              captions.mover().apply(move),
              captions.addressee().apply(move),
              captions.move().apply(move),
              move);
      int last = runs.size() - 1;
      if (last >= 0 && number - 1 != loopFrom && runs.get(last).sameAs(run)) {
        runs.set(last, runs.get(last).longer());
      } else {
        runs.add(run);
      }
    }
    return runs;
  }

  private boolean sameAs(Run<M> other) {
    return mover.equals(other.mover)
        && addressee.equals(other.addressee)
        && text.equals(other.text)
        && move.equals(other.move);
  }

  private Run<M> longer() {
    return new Run<>(first, times + 1, mover, addressee, text, move);
  }

  int last() {
    return first + times - 1;
  }

  /** Returns what is done, with the number of times: {@code a day passes x 30}. */
  String counted() {
    return times == 1 ? text : text + " x " + times;
  }
}
