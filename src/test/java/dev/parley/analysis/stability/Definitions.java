package dev.parley.analysis.stability;

import java.util.HashSet;
import java.util.Set;

/**
 * The definitions of stability word by word, state by state, through the public questions of a
 * model alone: slow, and without a thought in common with the solver.
 */
final class Definitions {
  private Definitions() {}

  static boolean isStable(ConflictModel model, StabilityConcept concept, String focal, int state) {
    for (int improvement : model.moves(focal, state)) {
      if (isBetter(model, focal, improvement, state)
          && (concept == StabilityConcept.NASH
              || !isAnswered(model, concept, focal, state, improvement))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAnswered(
      ConflictModel model, StabilityConcept concept, String focal, int state, int improvement) {
    Set<String> others = new HashSet<>(model.decisionMakers());
    others.remove(focal);
    for (int held : reachable(model, others, improvement, concept == StabilityConcept.SEQ)) {
      boolean free =
          concept == StabilityConcept.SMR
              && model.moves(focal, held).stream().anyMatch(s -> isBetter(model, focal, s, state));
      if (!isBetter(model, focal, held, state) && !free) {
        return true;
      }
    }
    return false;
  }

  static Set<Integer> reachable(
      ConflictModel model, Set<String> movers, int start, boolean improving) {
    Set<Arrival> seen = new HashSet<>();
    arrive(model, movers, new Arrival(start, "nobody"), improving, seen);
    Set<Integer> states = new HashSet<>();
    seen.forEach(arrival -> states.add(arrival.state));
    return states;
  }

  private record Arrival(int state, String last) {}

  private static void arrive(
      ConflictModel model, Set<String> movers, Arrival at, boolean improving, Set<Arrival> seen) {
    for (String mover : movers) {
      for (int to : mover.equals(at.last) ? Set.<Integer>of() : model.moves(mover, at.state)) {
        Arrival next = new Arrival(to, mover);
        if ((!improving || isBetter(model, mover, to, at.state)) && seen.add(next)) {
          arrive(model, movers, next, improving, seen);
        }
      }
    }
  }

  static boolean isBetter(ConflictModel model, String who, int state, int than) {
    return model.better(who, state, than) == Comparison.BETTER;
  }
}
