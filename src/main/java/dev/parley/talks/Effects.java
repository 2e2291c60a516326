package dev.parley.talks;

import dev.parley.demand.Offer;
import dev.parley.demand.Text;
import dev.parley.evidence.When;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a move makes of a situation: first its own effect, then the stage table. */
final class Effects {
  /** Of two dates that end together, the later is the one that says more surely that it came. */
  private static final Comparator<When> LATER =
      ((Comparator<When>) When::compareEnds)
          .thenComparing(When::isApproximate, Comparator.reverseOrder())
          .thenComparing(When::compareStarts)
          .thenComparing(When::toString);

  private Effects() {}

  /** Returns a situation as it stands at a date: what begins or ends by itself up to then has. */
  static Situation come(Situation situation, When date, Draft.@Nullable Ends ends) {
    boolean dated = isAnyDated(situation);
    if (!dated && !doesAnyExpire(situation)) {
      return situation;
    }
    Draft draft = new Draft((ImmutableSituation) situation, date, ends);
    if (dated) {
      Agreeing.comesTo(draft, date);
    }
    Agreeing.lapses(draft, date);
    ImmutableSituation come = draft.done();
    return come.agreements().equals(situation.agreements())
        ? situation
        : come.withStage(settled(situation, come, situation.stage()));
  }

  /** Talks are concluded, or are no more: whatever else changes leaves them where they are. */
  private static Stage settled(Situation before, Situation after, Stage stage) {
    return before.isConcluded() == after.isConcluded()
        ? stage
        : after.machine().stage().next(stage, Stage.Event.SETTLE, after);
  }

  static Situation of(Situation before, Move move, Draft.@Nullable Ends ends) {
    return then(come(before, move.on(), ends), move, ends);
  }

  /** Returns what a move makes of a situation that has come to its date. */
  static Situation then(Situation situation, Move move, Draft.@Nullable Ends ends) {
    Draft draft = new Draft((ImmutableSituation) situation, move.on(), ends);
    for (Move each : Joint.moves(situation, move)) {
      each.act().kind().conduct().effect(draft, each, each.act());
    }
    ImmutableSituation after = draft.done();
    boolean deadlocked = situation.deadlocked() && !after.unfrozen();
    after = after.withDeadlocked(deadlocked);
    Stage stage =
        situation
            .machine()
            .stage()
            .next(situation.stage(), move.act().kind().event(move.act().subject()), after);
    if (!after.agreements().equals(situation.agreements())
        || !after.agenda().equals(situation.agenda())) {
      stage = settled(situation, after, stage);
    }
    if (situation.deadlocked() && !deadlocked) {
      after = after.withImpasseDeclared();
    }
    return dated(after, move)
        .withStage(stage)
        .withDeadlocked(deadlocked || stage == Stage.AT_IMPASSE)
        .withUnfrozen(false);
  }

  /** Time is told only where something runs out, or begins on a day. */
  private static ImmutableSituation dated(ImmutableSituation after, Move move) {
    if (!doesAnyExpire(after) && !isAnyDated(after)) {
      return after.latest().isEmpty() ? after : after.withLatest(Optional.empty());
    }
    boolean later =
        move.on().latest().isPresent()
            && after.latest().map(last -> LATER.compare(move.on(), last) > 0).orElse(true);
    return later ? after.withLatest(move.on()) : after;
  }

  private static boolean doesAnyExpire(Situation situation) {
    for (Offer offer : situation.offers().keySet()) {
      if (offer.expiry().isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAnyDated(Situation situation) {
    for (Text text : situation.agreements().keySet()) {
      if (Agreeing.isDated(text)) {
        return true;
      }
    }
    return false;
  }
}
