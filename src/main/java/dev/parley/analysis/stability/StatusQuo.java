package dev.parley.analysis.stability;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
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
    improving = new LegalSequences(model, model.orders(), all, Steps.IMPROVING).from(state);
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
   * Returns how a state can be reached.
   *
   * @param target a state's number
   * @return the shortest ways
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
    return model.better(move.by(), move.from(), move.to()) == Preferred.BETTER;
  }

  private boolean isUnknown(UnilateralMove move) {
    return model.better(move.by(), move.to(), move.from()) != Preferred.BETTER
        && model.better(move.by(), move.from(), move.to()) == Preferred.UNKNOWN;
  }

  /**
   * Returns how the equilibria can be reached.
   *
   * @param concept which equilibria
   * @return a route to each that can be reached, the present state among them where it is one; in
   *     the order of their numbers
   */
  public ImmutableList<Route> equilibria(Concept concept) {
    return analysis.equilibria(concept).stream()
        .map(this::route)
        .filter(route -> route.byAnyMoves().isPresent())
        .collect(ImmutableList.toImmutableList());
  }
}
