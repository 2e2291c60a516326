package dev.parley.testing;

import dev.parley.talks.Move;
import java.util.List;
import java.util.Optional;

/** Moves after a {@link Rewriting}, which may make of a move what cannot be. */
final class RewrittenMoves {
  private RewrittenMoves() {}

  /** Returns the moves that can be. */
  static List<Move> whatIsLeft(List<Move> moves, Rewriting rewriting) {
    return moves.stream().flatMap(move -> one(move, rewriting).stream()).toList();
  }

  /** Returns all moves; empty where one of them cannot be. */
  static Optional<List<Move>> all(List<Move> moves, Rewriting rewriting) {
    return Optional.of(whatIsLeft(moves, rewriting)).filter(left -> left.size() == moves.size());
  }

  private static Optional<Move> one(Move move, Rewriting rewriting) {
    try {
      return Optional.of(rewriting.move(move));
    } catch (IllegalArgumentException cannotBe) {
      return Optional.empty();
    }
  }
}
