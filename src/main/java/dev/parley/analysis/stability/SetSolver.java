package dev.parley.analysis.stability;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Stability of a decision maker whose preferences are partly unknown: state by state, from the set
 * of states that count as better. What the others reach from an improvement is kept.
 */
final class SetSolver {
  private final ConflictModel model;
  private final PreferenceOrder.Facts focal;
  private final Arcs own;
  private final StabilityConcept concept;
  private final Assumption leaning;
  private final LegalSequences others;
  private final @Nullable BitSet[] reached;

  SetSolver(
      ConflictModel model,
      PreferenceOrder[] steppers,
      int dm,
      StabilityConcept concept,
      MoveKind steps,
      Assumption leaning) {
    this.model = model;
    this.focal = (PreferenceOrder.Facts) model.order(dm);
    this.own = model.arcs(dm);
    this.concept = concept;
    this.leaning = leaning;
    others = new LegalSequences(model, steppers, model.everybody() & ~(1 << dm), steps);
    reached = new BitSet[model.size()];
  }

  BitSet stable() {
    BitSet stable = new BitSet(model.size());
    for (int state = 0; state < model.size(); state++) {
      stable.set(state, isStable(state));
    }
    return stable;
  }

  private boolean isStable(int state) {
    BitSet sanctions = null;
    for (int at = own.begin(state); at < own.end(state); at++) {
      int to = own.to(at);
      if (!leaning.isBetter(focal, to, state)) {
        continue;
      }
      if (concept == StabilityConcept.NASH) {
        return false;
      }
      if (sanctions == null) {
        sanctions = sanctions(state);
      }
      if (!isAnswered(to, sanctions)) {
        return false;
      }
    }
    return true;
  }

  private boolean isAnswered(int improvement, BitSet sanctions) {
    if (leaning == Assumption.FOR
        && (!model.isExplored(improvement)
            || reached(improvement).intersects(model.unexplored()))) {
      return true;
    }
    return reached(improvement).intersects(sanctions);
  }

  private BitSet sanctions(int state) {
    BitSet sanctions = new BitSet(model.size());
    if (leaning == Assumption.AGAINST) {
      sanctions.or(focal.notBetter(state));
    } else {
      sanctions.set(0, model.size());
      sanctions.andNot(focal.better(state));
    }
    if (concept == StabilityConcept.SMR) {
      for (int s = sanctions.nextSetBit(0); s >= 0; s = sanctions.nextSetBit(s + 1)) {
        sanctions.set(s, model.isExplored(s) && !escapes(s, state));
      }
    }
    return sanctions;
  }

  private boolean escapes(int from, int state) {
    for (int at = own.begin(from); at < own.end(from); at++) {
      if (leaning.isBetter(focal, own.to(at), state)) {
        return true;
      }
    }
    return false;
  }

  private BitSet reached(int improvement) {
    BitSet known = reached[improvement];
    if (known == null) {
      known = others.from(improvement).reached();
      reached[improvement] = known;
    }
    return known;
  }
}
