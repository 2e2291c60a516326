package dev.parley.analysis.stability;

import com.google.common.collect.ImmutableList;
import java.util.BitSet;

/**
 * Where one decision maker is stable under one concept. Twice: with every unknown against stability
 * and with every unknown for it; what differs hangs on the unknowns.
 *
 * <p>Of Nash, GMR and SMR stability at a state only the set of better states counts, and the
 * smaller that is, the more is stable. The largest and the smallest that the facts allow are each
 * the set of some completion: there, both answers are exact. Of SEQ stability the others'
 * improvements count, too, and not every unknown can go one way at once: there a few completions
 * are tried, and a verdict that would need others is left open.
 */
final class StabilitySolver {
  private final ConflictModel model;
  private final ImmutableList<PreferenceOrder[]> completions;
  private final int dm;
  private final StabilityConcept concept;

  private StabilitySolver(
      ConflictModel model,
      ImmutableList<PreferenceOrder[]> completions,
      int dm,
      StabilityConcept concept) {
    this.model = model;
    this.completions = completions;
    this.dm = dm;
    this.concept = concept;
  }

  /**
   * Stable whatever the unknowns are; perhaps stable; stable, and unstable, for some completion.
   */
  record Cells(BitSet surely, BitSet perhaps, BitSet forSome, BitSet againstSome) {
    Stability verdict(int state) {
      if (surely.get(state)) {
        return Stability.STABLE;
      }
      if (!perhaps.get(state)) {
        return Stability.UNSTABLE;
      }
      return forSome.get(state) && againstSome.get(state)
          ? Stability.DEPENDS
          : Stability.CANNOT_TELL;
    }
  }

  static Cells solve(
      ConflictModel model,
      ImmutableList<PreferenceOrder[]> completions,
      int dm,
      StabilityConcept concept) {
    return new StabilitySolver(model, completions, dm, concept).cells();
  }

  /** Returns complete rankings of all decision makers in which all that is known holds. */
  static ImmutableList<PreferenceOrder[]> completions(ConflictModel model) {
    if (model.isFullyKnown()) {
      return ImmutableList.of(model.orders());
    }
    PreferenceOrder[][] tried = new PreferenceOrder[4][model.count()];
    for (int dm = 0; dm < model.count(); dm++) {
      PreferenceOrder[] completed = model.order(dm).completions();
      for (int i = 0; i < tried.length; i++) {
        tried[i][dm] = completed[i % completed.length];
      }
    }
    return ImmutableList.copyOf(tried);
  }

  private Cells cells() {
    boolean seq = concept == StabilityConcept.SEQ;
    PreferenceOrder[] known = model.orders();
    BitSet surely = stable(known, seq ? MoveKind.IMPROVING : MoveKind.ANY, Assumption.AGAINST);
    boolean nothingUnknown =
        model.order(dm) instanceof PreferenceOrder.Ranked && (!seq || model.isFullyKnown());
    if (nothingUnknown && model.isComplete()) {
      return new Cells(surely, surely, surely, surely);
    }
    BitSet perhaps = stable(known, seq ? MoveKind.PERHAPS_IMPROVING : MoveKind.ANY, Assumption.FOR);
    BitSet forSome = new BitSet();
    BitSet againstSome = new BitSet();
    if (model.isComplete()) {
      for (PreferenceOrder[] completion : seq ? completions : ImmutableList.of(known)) {
        MoveKind steps = seq ? MoveKind.IMPROVING : MoveKind.ANY;
        forSome.or(stable(completion, steps, Assumption.FOR));
        BitSet unstable = stable(completion, steps, Assumption.AGAINST);
        unstable.flip(0, model.size());
        againstSome.or(unstable);
      }
    }
    return new Cells(surely, perhaps, forSome, againstSome);
  }

  private BitSet stable(PreferenceOrder[] steppers, MoveKind steps, Assumption leaning) {
    BitSet stable =
        model.order(dm) instanceof PreferenceOrder.Ranked own
            ? byLevels(own, steppers, steps, leaning)
            : new SetSolver(model, steppers, dm, concept, steps, leaning).stable();
    if (leaning == Assumption.AGAINST) {
      stable.andNot(model.unexplored());
    }
    return stable;
  }

  private BitSet byLevels(
      PreferenceOrder.Ranked own, PreferenceOrder[] steppers, MoveKind steps, Assumption leaning) {
    int[] level = new int[model.size()];
    for (int state = 0; state < level.length; state++) {
      level[state] = level(own, state, leaning);
    }
    int[] heldTo =
        concept == StabilityConcept.NASH
            ? own.rank
            : Flood.lowest(model, steppers, dm, steps, level, own.ranks + 1);
    return Flood.stable(model.arcs(dm), own.rank, heldTo);
  }

  /** Of a state whose moves were not all followed, anything may be so. */
  private int level(PreferenceOrder.Ranked own, int state, Assumption leaning) {
    if (!model.isExplored(state)) {
      return leaning == Assumption.FOR
          ? 0
          : concept == StabilityConcept.SMR ? own.ranks : own.rank[state];
    }
    int level = own.rank[state];
    if (concept == StabilityConcept.SMR) {
      Arcs arcs = model.arcs(dm);
      for (int at = arcs.begin(state); at < arcs.end(state); at++) {
        level = Math.max(level, own.rank[arcs.to(at)]);
      }
    }
    return level;
  }
}
