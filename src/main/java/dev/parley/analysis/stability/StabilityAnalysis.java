package dev.parley.analysis.stability;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.parley.analysis.stability.Witness.Reason;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;

/**
 * Which states of a conflict would last once reached: for every state, decision maker and concept
 * whether the decision maker would stay, and the equilibria, where all would. In the prisoner's
 * dilemma that both defect is an equilibrium under every concept, and that both cooperate under all
 * but Nash.
 *
 * <p>Under unknown preferences a verdict says whether it holds whatever the unknowns are. {@link
 * #why} gives a witness for each.
 *
 * <p>Where all is known it takes one pass over the arcs for each decision maker and concept.
 * Immutable.
 *
 * @see "Xu, Hipel, Kilgour, Fang: Conflict Resolution Using the Graph Model (2018)"
 */
public final class StabilityAnalysis {
  private final ConflictModel model;
  private final ImmutableList<PreferenceOrder[]> completions;
  private final Map<StabilityConcept, ImmutableList<StabilitySolver.Cells>> cells =
      new EnumMap<>(StabilityConcept.class);

  /** The states that are SEQ stable for all at once in one of the completions. */
  private final BitSet together = new BitSet();

  private StabilityAnalysis(ConflictModel model) {
    this.model = model;
    completions = StabilitySolver.completions(model);
    for (StabilityConcept concept : StabilityConcept.values()) {
      cells.put(concept, solve(model, completions, concept));
    }
    if (!model.isFullyKnown()) {
      for (PreferenceOrder[] completion : completions) {
        ConflictModel completed = model.with(completion);
        together.or(
            surely(model, solve(completed, ImmutableList.of(completion), StabilityConcept.SEQ)));
      }
    }
  }

  private static ImmutableList<StabilitySolver.Cells> solve(
      ConflictModel model, ImmutableList<PreferenceOrder[]> completions, StabilityConcept concept) {
    ImmutableList.Builder<StabilitySolver.Cells> each = ImmutableList.builder();
    for (int dm = 0; dm < model.count(); dm++) {
      each.add(StabilitySolver.solve(model, completions, dm, concept));
    }
    return each.build();
  }

  private static BitSet surely(ConflictModel model, ImmutableList<StabilitySolver.Cells> cells) {
    BitSet all = new BitSet();
    all.set(0, model.size());
    cells.forEach(each -> all.and(each.surely()));
    return all;
  }

  /**
   * Analyses a conflict under all four concepts.
   *
   * @param model the conflict
   * @return the analysis
   */
  public static StabilityAnalysis of(ConflictModel model) {
    return new StabilityAnalysis(model);
  }

  /** {@return the conflict} */
  public ConflictModel model() {
    return model;
  }

  /**
   * {@return whether a state is stable for a decision maker}
   *
   * @param concept in which sense
   * @param decisionMaker a decision maker
   * @param state a state's number
   */
  public Stability verdict(StabilityConcept concept, String decisionMaker, int state) {
    return of(concept, model.dm(decisionMaker)).verdict(model.index(state));
  }

  /**
   * {@return whether a state is stable for all decision makers: unstable if it is so for one; else
   * the weakest of the verdicts} Where it depends for several, it depends for all at once: under
   * {@link StabilityConcept#SEQ} that cannot always be told, since what keeps one may move another.
   *
   * @param concept in which sense
   * @param state a state's number
   */
  public Stability verdict(StabilityConcept concept, int state) {
    int index = model.index(state);
    Stability all = Stability.STABLE;
    int depending = 0;
    for (StabilitySolver.Cells each : of(concept)) {
      Stability one = each.verdict(index);
      all = all.and(one);
      depending += one == Stability.DEPENDS ? 1 : 0;
    }
    boolean apart = concept == StabilityConcept.SEQ && depending > 1 && !together.get(index);
    return all == Stability.DEPENDS && apart ? Stability.CANNOT_TELL : all;
  }

  /**
   * {@return the equilibria: the numbers of the states that are stable for all decision makers,
   * whatever the unknowns are}
   *
   * @param concept in which sense
   */
  public ImmutableSortedSet<Integer> equilibria(StabilityConcept concept) {
    return numbers(surely(model, of(concept)));
  }

  /**
   * {@return the numbers of the states that are stable for all decision makers for some completion
   * of what is unknown, {@link #equilibria} among them}
   *
   * @param concept in which sense
   */
  public ImmutableSortedSet<Integer> possibleEquilibria(StabilityConcept concept) {
    BitSet all = new BitSet();
    for (int state = 0; state < model.size(); state++) {
      all.set(state, verdict(concept, state + 1).isStableForSome());
    }
    return numbers(all);
  }

  /**
   * {@return why a state is stable for a decision maker or not: the verdict with its witnesses}
   *
   * @param concept in which sense
   * @param decisionMaker a decision maker
   * @param state a state's number
   */
  public Reason why(StabilityConcept concept, String decisionMaker, int state) {
    int dm = model.dm(decisionMaker);
    return WitnessSearch.why(
        model,
        completions,
        verdict(concept, decisionMaker, state),
        concept,
        dm,
        model.index(state));
  }

  static ImmutableSortedSet<Integer> numbers(BitSet states) {
    return states.stream()
        .mapToObj(s -> s + 1)
        .collect(ImmutableSortedSet.toImmutableSortedSet(Integer::compare));
  }

  ImmutableList<StabilitySolver.Cells> of(StabilityConcept concept) {
    return java.util.Objects.requireNonNull(cells.get(concept));
  }

  private StabilitySolver.Cells of(StabilityConcept concept, int dm) {
    return of(concept).get(dm);
  }

  /**
   * {@return a table, each line ended by a line feed: a line for each state, and for each decision
   * maker the marks of the concepts under which it is stable} A table of many states shows the
   * equilibria first.
   */
  @Override
  public String toString() {
    return StabilityTable.of(this);
  }
}
