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
final class Solver {
  private final ConflictModel model;
  private final ImmutableList<Order[]> completions;
  private final int dm;
  private final Concept concept;

  private Solver(ConflictModel model, ImmutableList<Order[]> completions, int dm, Concept concept) {
    this.model = model;
    this.completions = completions;
    this.dm = dm;
    this.concept = concept;
  }

  /**
   * Stable whatever the unknowns are; perhaps stable; stable, and unstable, for some completion.
   */
  record Cells(BitSet surely, BitSet perhaps, BitSet forSome, BitSet againstSome) {
    Verdict verdict(int state) {
      if (surely.get(state)) {
        return Verdict.STABLE;
      }
      if (!perhaps.get(state)) {
        return Verdict.UNSTABLE;
      }
      return forSome.get(state) && againstSome.get(state) ? Verdict.DEPENDS : Verdict.CANNOT_TELL;
    }
  }

  static Cells solve(
      ConflictModel model, ImmutableList<Order[]> completions, int dm, Concept concept) {
    return new Solver(model, completions, dm, concept).cells();
  }

  /** Returns complete rankings of all decision makers in which all that is known holds. */
  static ImmutableList<Order[]> completions(ConflictModel model) {
    if (model.isFullyKnown()) {
      return ImmutableList.of(model.orders());
    }
    Order[][] tried = new Order[4][model.count()];
    for (int dm = 0; dm < model.count(); dm++) {
      Order[] completed = model.order(dm).completions();
      for (int i = 0; i < tried.length; i++) {
        tried[i][dm] = completed[i % completed.length];
      }
    }
    return ImmutableList.copyOf(tried);
  }

  private Cells cells() {
    boolean seq = concept == Concept.SEQ;
    Order[] known = model.orders();
    BitSet surely = stable(known, seq ? Steps.IMPROVING : Steps.ANY, Leaning.AGAINST);
    boolean nothingUnknown =
        model.order(dm) instanceof Order.Ranked && (!seq || model.isFullyKnown());
    if (nothingUnknown && model.isComplete()) {
      return new Cells(surely, surely, surely, surely);
    }
    BitSet perhaps = stable(known, seq ? Steps.PERHAPS_IMPROVING : Steps.ANY, Leaning.FOR);
    BitSet forSome = new BitSet();
    BitSet againstSome = new BitSet();
    if (model.isComplete()) {
      for (Order[] completion : seq ? completions : ImmutableList.of(known)) {
        Steps steps = seq ? Steps.IMPROVING : Steps.ANY;
        forSome.or(stable(completion, steps, Leaning.FOR));
        BitSet unstable = stable(completion, steps, Leaning.AGAINST);
        unstable.flip(0, model.size());
        againstSome.or(unstable);
      }
    }
    return new Cells(surely, perhaps, forSome, againstSome);
  }

  private BitSet stable(Order[] steppers, Steps steps, Leaning leaning) {
    BitSet stable =
        model.order(dm) instanceof Order.Ranked own
            ? byLevels(own, steppers, steps, leaning)
            : new BySets(model, steppers, dm, concept, steps, leaning).stable();
    if (leaning == Leaning.AGAINST) {
      stable.andNot(model.unexplored());
    }
    return stable;
  }

  private BitSet byLevels(Order.Ranked own, Order[] steppers, Steps steps, Leaning leaning) {
    int[] level = new int[model.size()];
    for (int state = 0; state < level.length; state++) {
      level[state] = level(own, state, leaning);
    }
    int[] heldTo =
        concept == Concept.NASH
            ? own.rank
            : Flood.lowest(model, steppers, dm, steps, level, own.ranks + 1);
    return Flood.stable(model.arcs(dm), own.rank, heldTo);
  }

  /** Of a state whose moves were not all followed, anything may be so. */
  private int level(Order.Ranked own, int state, Leaning leaning) {
    if (!model.isExplored(state)) {
      return leaning == Leaning.FOR ? 0 : concept == Concept.SMR ? own.ranks : own.rank[state];
    }
    int level = own.rank[state];
    if (concept == Concept.SMR) {
      Arcs arcs = model.arcs(dm);
      for (int at = arcs.begin(state); at < arcs.end(state); at++) {
        level = Math.max(level, own.rank[arcs.to(at)]);
      }
    }
    return level;
  }
}
