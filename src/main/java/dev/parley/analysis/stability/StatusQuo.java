package dev.parley.analysis.stability;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.parley.analysis.stability.ConflictModel.UnilateralMove;
import java.util.Optional;

/**
 * Status-quo analysis: which states, and which equilibria, can be reached from the present state by
 * legal sequences of everybody's moves, and which of them by improvements alone. Immutable.
 *
 * @see "Li, Kilgour, Hipel: Status quo analysis in the graph model for conflict resolution (2005)"
 */
public final class StatusQuo {
  private final StabilityAnalysis analysis;
  private final ConflictModel model;
  private final int state;
  private final LegalSequences any;
  private final LegalSequences improving;

  private StatusQuo(StabilityAnalysis analysis, int state) {
    this.analysis = analysis;
    this.model = analysis.model();
    this.state = state;
    int all = model.everybody();
    any = LegalSequences.of(model, all).from(state);
    improving = new LegalSequences(model, model.orders(), all, MoveKind.IMPROVING).from(state);
  }

  /**
   * Analyses what can come of the present state.
   *
   * @param analysis the analysis of the conflict
   * @param state the number of the present state
   * @return the status quo
   */
  public static StatusQuo of(StabilityAnalysis analysis, int state) {
    return new StatusQuo(analysis, analysis.model().index(state));
  }

  /**
   * {@return what can be reached by any moves: the numbers of the states, without the present one}
   */
  public ImmutableSortedSet<Integer> reachable() {
    return StabilityAnalysis.numbers(any.reached());
  }

  /**
   * {@return what can be reached by moves that are each better for who makes it: the numbers of the
   * states, without the present one}
   */
  public ImmutableSortedSet<Integer> reachableByImprovements() {
    return StabilityAnalysis.numbers(improving.reached());
  }

  /**
   * {@return how a state can be reached: the shortest ways}
   *
   * @param target a state's number
   */
  public Route route(int target) {
    int to = model.index(target);
    if (to == state) {
      Optional<ImmutableList<UnilateralMove>> nothing = Optional.of(ImmutableList.of());
      return new Route(target, nothing, nothing, Optional.empty(), Optional.empty());
    }
    if (!any.reaches(to)) {
      return new Route(
          target, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
    ImmutableList<UnilateralMove> moves = any.to(to);
    if (improving.reaches(to)) {
      return new Route(
          target,
          Optional.of(moves),
          Optional.of(improving.to(to)),
          Optional.empty(),
          Optional.empty());
    }
    return new Route(
        target,
        Optional.of(moves),
        Optional.empty(),
        moves.stream().filter(this::isLoss).findFirst(),
        moves.stream().filter(this::isUnknown).findFirst());
  }

  private boolean isLoss(UnilateralMove move) {
    return model.better(move.by(), move.from(), move.to()) == Comparison.BETTER;
  }

  private boolean isUnknown(UnilateralMove move) {
    return model.better(move.by(), move.to(), move.from()) != Comparison.BETTER
        && model.better(move.by(), move.from(), move.to()) == Comparison.UNKNOWN;
  }

  /**
   * {@return how the equilibria can be reached: a route to each that can be reached, the present
   * state among them where it is one; in the order of their numbers}
   *
   * @param concept which equilibria
   */
  public ImmutableList<Route> equilibria(StabilityConcept concept) {
    return analysis.equilibria(concept).stream()
        .map(this::route)
        .filter(route -> route.byAnyMoves().isPresent())
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * How the present state could become another. Where the way by improvements is missing, somebody
   * has to take a step that is a loss until others follow: that step needs a guarantee. Immutable.
   *
   * @param to the number of the state that is reached
   * @param byAnyMoves a shortest legal sequence; empty when there is none, without moves when it is
   *     the present state
   * @param byImprovements a shortest legal sequence in which each step is better for who makes it
   * @param firstLoss where only {@code byAnyMoves} is there: its first step that is worse for who
   *     makes it
   * @param firstUnknown where only {@code byAnyMoves} is there: its first step of which it is not
   *     known whether it is better, or whether it is worse
   */
  public record Route(
      int to,
      Optional<ImmutableList<UnilateralMove>> byAnyMoves,
      Optional<ImmutableList<UnilateralMove>> byImprovements,
      Optional<UnilateralMove> firstLoss,
      Optional<UnilateralMove> firstUnknown) {
    @Override
    public String toString() {
      if (byImprovements.isPresent()) {
        return byImprovements.get().isEmpty()
            ? "(%s) is the present state".formatted(to)
            : "(%s) by improvements: %s".formatted(to, moves(byImprovements.get()));
      }
      if (byAnyMoves.isEmpty()) {
        return "(%s) cannot be reached".formatted(to);
      }
      return "(%s) not by improvements alone: %s%s%s"
          .formatted(
              to,
              moves(byAnyMoves.get()),
              firstLoss.map(m -> "; %s is a loss and needs a guarantee".formatted(m)).orElse(""),
              firstUnknown.map(m -> "; %s may be a loss, nobody says".formatted(m)).orElse(""));
    }

    private static String moves(ImmutableList<UnilateralMove> moves) {
      return String.join(", ", moves.stream().map(UnilateralMove::toString).toList());
    }
  }
}
