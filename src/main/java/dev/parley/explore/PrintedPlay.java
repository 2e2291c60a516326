package dev.parley.explore;

import dev.parley.explore.Model.Captions;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A play in words, before it is set as lines, columns or a diagram.
 *
 * @param start the words for the first state
 * @param end the words for the last state
 * @param runs the moves
 * @param lanes the columns: those that the captions name, then the movers in order
 * @param refusal why the play went no further, or empty
 * @param loopFrom how many moves come before the circle of a play that never ends, or -1
 */
record PrintedPlay<M>(
    String start,
    String end,
    List<Run<M>> runs,
    List<String> lanes,
    Optional<String> refusal,
    int loopFrom) {
  static <S, M> PrintedPlay<M> of(
      Captions<S, M> captions,
      S start,
      S end,
      List<M> moves,
      Optional<String> refusal,
      int loopFrom) {
    List<Run<M>> runs = Run.of(captions, moves, loopFrom);
    Set<String> lanes = new LinkedHashSet<>(captions.lanes());
    for (Run<M> run : runs) {
      run.mover().ifPresent(lanes::add);
      run.addressee().ifPresent(lanes::add);
    }
    return new PrintedPlay<>(
        captions.state().apply(start),
        captions.state().apply(end),
        runs,
        List.copyOf(lanes),
        refusal,
        loopFrom);
  }

  /** Returns whether the circle of a play that never ends begins with a run. */
  boolean circlesFrom(Run<M> run) {
    return run.first() - 1 == loopFrom;
  }
}
