package dev.parley.testing;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which places of a list to leave out, most promising first: each tells which places stay. */
final class Omissions {
  private Omissions() {}

  /** Returns what is left without one run of neighbours: all, halves, quarters, single places. */
  static Stream<IntPredicate> ofRuns(int all) {
    return IntStream.iterate(all, size -> size > 0, size -> size / 2)
        .boxed()
        .flatMap(
            size ->
                IntStream.iterate(0, from -> from + size <= all, from -> from + size)
                    .mapToObj(from -> place -> place < from || place >= from + size));
  }

  /** Returns what is left without two places, below so many places apart or as many. */
  static Stream<IntPredicate> ofPairs(int all, int far) {
    return IntStream.range(0, all)
        .boxed()
        .flatMap(
            i ->
                IntStream.range(i + 1, Math.min(all, i + 1 + far))
                    .mapToObj(j -> place -> place != i && place != j));
  }
}
