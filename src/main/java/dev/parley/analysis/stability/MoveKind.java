package dev.parley.analysis.stability;

/** Which moves count as steps of a sequence. */
enum MoveKind {
  /** Every move. */
  ANY,
  /** Moves that are known to be an improvement for who makes them. */
  IMPROVING,
  /** Moves that are not known to be none. */
  PERHAPS_IMPROVING;

  boolean admits(PreferenceOrder mover, int from, int to) {
    return switch (this) {
      case ANY -> true;
      case IMPROVING -> mover.better(to, from) == Comparison.BETTER;
      case PERHAPS_IMPROVING -> mover.better(to, from) != Comparison.NOT_BETTER;
    };
  }
}
