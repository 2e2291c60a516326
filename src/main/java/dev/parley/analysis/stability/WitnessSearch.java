package dev.parley.analysis.stability;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.analysis.stability.ConflictModel.UnilateralMove;
import dev.parley.analysis.stability.Witness.PreferenceFact;
import dev.parley.analysis.stability.Witness.Reason;
import java.util.Optional;

/**
 * Finds the witness of one verdict from the definition, by searching from each improvement of that
 * state alone.
 */
final class WitnessSearch {
  private final ConflictModel model;
  private final PreferenceOrder[] steppers;
  private final int dm;
  private final PreferenceOrder focal;
  private final Arcs own;
  private final StabilityConcept concept;
  private final Assumption leaning;
  private final MoveKind steps;
  private final LegalSequences others;
  private final ImmutableSet.Builder<PreferenceFact> given = ImmutableSet.builder();

  private WitnessSearch(
      ConflictModel model,
      PreferenceOrder[] steppers,
      int dm,
      StabilityConcept concept,
      MoveKind steps,
      Assumption leaning) {
    this.model = model;
    this.steppers = steppers;
    this.dm = dm;
    this.focal = model.order(dm);
    this.own = model.arcs(dm);
    this.concept = concept;
    this.leaning = leaning;
    this.steps = steps;
    others = new LegalSequences(model, steppers, model.everybody() & ~(1 << dm), steps);
  }

  static Reason why(
      ConflictModel model,
      ImmutableList<PreferenceOrder[]> completions,
      Stability verdict,
      StabilityConcept concept,
      int dm,
      int state) {
    Optional<Witness.Answered> stable = Optional.empty();
    Optional<Witness.Unanswered> unstable = Optional.empty();
    boolean seq = concept == StabilityConcept.SEQ;
    PreferenceOrder[] known = model.orders();
    MoveKind fewest = seq ? MoveKind.IMPROVING : MoveKind.ANY;
    MoveKind most = seq ? MoveKind.PERHAPS_IMPROVING : MoveKind.ANY;
    switch (verdict) {
      case STABLE ->
          stable =
              new WitnessSearch(model, known, dm, concept, fewest, Assumption.AGAINST)
                  .answered(state);
      case UNSTABLE ->
          unstable =
              new WitnessSearch(model, known, dm, concept, most, Assumption.FOR).unanswered(state);
      case DEPENDS -> {
        for (PreferenceOrder[] completion : seq ? completions : ImmutableList.of(known)) {
          if (stable.isEmpty()) {
            stable =
                new WitnessSearch(model, completion, dm, concept, fewest, Assumption.FOR)
                    .answered(state);
          }
          if (unstable.isEmpty()) {
            unstable =
                new WitnessSearch(model, completion, dm, concept, fewest, Assumption.AGAINST)
                    .unanswered(state);
          }
        }
      }
      case CANNOT_TELL -> {}
    }
    return new Reason(verdict, stable, unstable);
  }

  private Optional<Witness.Answered> answered(int state) {
    ImmutableList.Builder<Witness.Answer> answers = ImmutableList.builder();
    for (int at = own.begin(state); at < own.end(state); at++) {
      int to = own.to(at);
      if (leaning.isBetter(focal, to, state)) {
        int sanction = sanction(to, state);
        if (sanction < 0) {
          return Optional.empty();
        }
        ImmutableList<UnilateralMove> sequence = others.to(sanction);
        answers.add(new Witness.Answer(model.move(dm, state, to), sequence));
        granted(sequence);
        grantedHeld(sanction, state);
      } else {
        weighed(to, state);
      }
    }
    return Optional.of(new Witness.Answered(answers.build(), given.build()));
  }

  private Optional<Witness.Unanswered> unanswered(int state) {
    for (int at = own.begin(state); at < own.end(state); at++) {
      int to = own.to(at);
      if (leaning.isBetter(focal, to, state) && sanction(to, state) < 0) {
        weighed(to, state);
        if (concept != StabilityConcept.NASH) {
          grantedFree(to, state);
        }
        return Optional.of(new Witness.Unanswered(model.move(dm, state, to), given.build()));
      }
    }
    return Optional.empty();
  }

  /** Returns the nearest state to which an improvement is held, or a negative number. */
  private int sanction(int improvement, int state) {
    if (concept != StabilityConcept.NASH) {
      for (int held : others.from(improvement).nearestFirst()) {
        if (!leaning.isBetter(focal, held, state)
            && (concept != StabilityConcept.SMR || !escapes(held, state))) {
          return held;
        }
      }
    }
    return -1;
  }

  private boolean escapes(int from, int state) {
    if (leaning == Assumption.AGAINST && !model.isExplored(from)) {
      return true;
    }
    for (int at = own.begin(from); at < own.end(from); at++) {
      if (leaning.isBetter(focal, own.to(at), state)) {
        return true;
      }
    }
    return false;
  }

  /** Notes how a state is read that is not known to be better or no better. */
  private void weighed(int state, int than) {
    if (focal.better(state, than) == Comparison.UNKNOWN) {
      String name = model.decisionMakers().get(dm);
      given.add(
          leaning == Assumption.AGAINST
              ? PreferenceFact.better(name, state, than)
              : PreferenceFact.notBetter(name, state, than));
    }
  }

  private void grantedHeld(int held, int state) {
    weighed(held, state);
    if (concept == StabilityConcept.SMR) {
      for (int at = own.begin(held); at < own.end(held); at++) {
        weighed(own.to(at), state);
      }
    }
  }

  private void granted(ImmutableList<UnilateralMove> sequence) {
    if (concept == StabilityConcept.SEQ) {
      sequence.forEach(m -> step(model.dm(m.by()), m.from() - 1, m.to() - 1));
    }
  }

  private void step(int mover, int from, int to) {
    if (model.order(mover).better(to, from) == Comparison.UNKNOWN) {
      String name = model.decisionMakers().get(mover);
      given.add(
          steps.admits(steppers[mover], from, to)
              ? PreferenceFact.better(name, to, from)
              : PreferenceFact.notBetter(name, to, from));
    }
  }

  /** Notes all that keeps an improvement from being answered. */
  private void grantedFree(int improvement, int state) {
    for (int held : others.from(improvement).nearestFirst()) {
      int way = concept == StabilityConcept.SMR ? wayOut(held, state) : -1;
      if (way >= 0 && focal.better(way, state) == Comparison.BETTER) {
        continue;
      }
      weighed(focal.better(held, state) == Comparison.NOT_BETTER ? way : held, state);
    }
    if (concept == StabilityConcept.SEQ) {
      refusedSteps(improvement);
      for (int reached : others.nearestFirst()) {
        refusedSteps(reached);
      }
    }
  }

  /** Returns an escape, a known one where there is any; or a negative number. */
  private int wayOut(int held, int state) {
    int open = -1;
    for (int at = own.begin(held); at < own.end(held); at++) {
      Comparison known = focal.better(own.to(at), state);
      if (known == Comparison.BETTER) {
        return own.to(at);
      }
      open = known == Comparison.UNKNOWN ? own.to(at) : open;
    }
    return open;
  }

  private void refusedSteps(int from) {
    for (int mover = 0; mover < model.count(); mover++) {
      Arcs arcs = model.arcs(mover);
      for (int at = arcs.begin(from); mover != dm && at < arcs.end(from); at++) {
        if (!steps.admits(steppers[mover], from, arcs.to(at))) {
          step(mover, from, arcs.to(at));
        }
      }
    }
  }
}
