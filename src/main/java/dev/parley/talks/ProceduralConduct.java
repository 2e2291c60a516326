package dev.parley.talks;

import static com.google.common.collect.ImmutableList.toImmutableList;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.DelegationId;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Party;
import dev.parley.agenda.Scale;
import dev.parley.demand.Line;
import dev.parley.demand.Position;
import dev.parley.evidence.When;
import dev.parley.progress.Heard;
import dev.parley.spelling.Listed;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/** How rounds, meetings, deadlines, delegations and the agenda are conducted. */
final class ProceduralConduct {
  private ProceduralConduct() {}

  static final class OpenRound implements Conduct<Procedural.OpenRound> {
    @Override
    public void effect(Draft draft, Move move, Procedural.OpenRound act) {
      ImmutableSituation s =
          draft.situation.withRoundOpen(true).withTracks(act.tracks()).withMet(true);
      draft.situation = s.deadlocked() ? s : s.withImpasseDeclared();
    }
  }

  static final class CloseRound implements Conduct<Procedural.CloseRound> {
    @Override
    public void openTo(Situation s, ActorId by, Optional<Object> subject, Breaches breaches) {
      breaches.require(
          s.roundOpen(),
          Law.ROUND_IS_OPEN,
          () -> by + " cannot close a round: none is open",
          () -> "Open one first");
    }

    @Override
    public void effect(Draft draft, Move move, Procedural.CloseRound act) {
      if (!draft.situation.roundOpen()) {
        return;
      }
      ImmutableSituation s = draft.done();
      int k = s.policy().stallAfter();
      int stalled = s.stalledRounds();
      int orUnreported = s.stalledOrUnreportedRounds();
      switch (RoundReading.progress(s)) {
        case HELD, REGRESSED -> {
          stalled = Math.min(k, stalled + 1);
          orUnreported = Math.min(k, orUnreported + 1);
        }
        case UNREPORTED -> orUnreported = Math.min(k, orUnreported + 1);
        case MOVED, MIXED, STATED -> {
          stalled = 0;
          orUnreported = 0;
        }
      }
      draft.resetRound();
      draft.situation =
          draft.situation.withStalledRounds(stalled).withStalledOrUnreportedRounds(orUnreported);
    }
  }

  static final class HoldMeeting implements Conduct<Procedural.HoldMeeting> {
    /** Whoever is on the agenda is met, not a place to meet in; a track may have its name. */
    @Override
    public void refers(Situation s, Move move, Procedural.HoldMeeting act, Breaches breaches) {
      act.track()
          .filter(track -> !s.tracks().contains(track))
          .ifPresent(
              track ->
                  breaches.require(
                      s.agenda().actors().keySet().stream().noneMatch(a -> a.text().equals(track)),
                      Law.TRACK_IS_A_PLACE,
                      () ->
                          "%s cannot hold a meeting in (%s), who is on the agenda and no track of this round"
                              .formatted(move.by(), track),
                      () ->
                          "Say that it meets (%s), or open a round on that track"
                              .formatted(track)));
    }

    @Override
    public void effect(Draft draft, Move move, Procedural.HoldMeeting act) {
      draft.situation = draft.situation.withMet(true);
      if (draft.situation.roundOpen() && act.track().isPresent()) {
        draft.situation =
            draft.situation.withTracks(Draft.with(draft.situation.tracks(), act.track().get()));
      }
    }
  }

  /** A party is away from the talks until it resumes; or it suspends an agreement. */
  static final class Suspend implements Conduct<Procedural.Suspend> {
    @Override
    public List<Optional<Object>> subjects(Situation s, ActorId by) {
      return Suspending.subjects(s, by);
    }

    @Override
    public void openTo(Situation s, ActorId by, Optional<Object> subject, Breaches breaches) {
      if (subject.isPresent()) {
        Suspending.openTo(
            s, by, subject.get(), Tables.ObligationEvent.SUSPEND, "suspend", breaches);
        return;
      }
      staysUntilItLeaves(s, by, breaches);
      breaches.require(
          s.stage() != Stage.CONCLUDED || s.roundOpen(),
          Law.PLACE_IN_STAGE,
          () -> by + " cannot suspend the talks: they are concluded, and no round is open",
          () -> "Name the agreement that is suspended");
    }

    @Override
    public void refers(Situation s, Move move, Procedural.Suspend act, Breaches breaches) {
      act.toward().forEach(p -> Judgement.knows(s, p, breaches));
    }

    @Override
    public void admits(Situation s, Move move, Procedural.Suspend act, Breaches breaches) {
      Suspending.toward(s, move, act, breaches);
    }

    @Override
    public void effect(Draft draft, Move move, Procedural.Suspend act) {
      if (act.what().isPresent()) {
        Suspending.suspend(draft, act, move.by());
      } else {
        draft.situation = draft.situation.withAway(Draft.with(draft.situation.away(), move.by()));
      }
    }
  }

  private static void staysUntilItLeaves(Situation s, ActorId by, Breaches breaches) {
    breaches.require(
        !s.away().contains(by),
        Law.ONCE,
        () -> by + " has already suspended or walked out",
        () -> "Resume before leaving again");
  }

  /** The party is away until it resumes. */
  static final class BreakOff implements Conduct<Procedural.BreakOff> {
    @Override
    public void openTo(Situation s, ActorId by, Optional<Object> subject, Breaches breaches) {
      staysUntilItLeaves(s, by, breaches);
    }

    @Override
    public void admits(Situation s, Move move, Procedural.BreakOff act, Breaches breaches) {
      Judgement.mayCommit(s, move, s.agenda().issues().keySet(), "break off", breaches);
    }

    @Override
    public void effect(Draft draft, Move move, Procedural.BreakOff act) {
      draft.situation =
          draft
              .situation
              .withAway(Draft.with(draft.situation.away(), move.by()))
              .withWalkedOut(Draft.with(draft.situation.walkedOut(), move.by()));
    }
  }

  static final class Resume implements Conduct<Procedural.Resume> {
    @Override
    public List<Optional<Object>> subjects(Situation s, ActorId by) {
      return Suspending.subjects(s, by);
    }

    @Override
    public void openTo(Situation s, ActorId by, Optional<Object> subject, Breaches breaches) {
      if (subject.isPresent()) {
        Suspending.openTo(s, by, subject.get(), Tables.ObligationEvent.RESUME, "resume", breaches);
        return;
      }
      breaches.require(
          by.isNamed()
              ? s.away().contains(by) || s.away().contains(ActorId.UNNAMED)
              : !s.away().isEmpty(),
          Law.WAS_AWAY,
          () -> by + " cannot resume: it has neither suspended nor walked out",
          () -> s.away().isEmpty() ? "Nobody is away" : "Away: " + Listed.names(s.away()));
    }

    @Override
    public void effect(Draft draft, Move move, Procedural.Resume act) {
      if (act.what().isPresent()) {
        Suspending.resume(draft, act.what().get(), move.by(), move.on());
        Agreeing.settleUp(draft, move.on());
        return;
      }
      ImmutableSituation s = draft.situation;
      if (!move.by().isNamed()) {
        draft.situation = s.withAway().withWalkedOut(); // the talks resume: everybody is back
        return;
      }
      // Whoever left unnamed is back with the first who resumes.
      draft.situation =
          s.withAway(Draft.without(Draft.without(s.away(), move.by()), ActorId.UNNAMED))
              .withWalkedOut(
                  Draft.without(Draft.without(s.walkedOut(), move.by()), ActorId.UNNAMED));
    }
  }

  static final class DeclareImpasse implements Conduct<Procedural.DeclareImpasse> {
    @Override
    public void openTo(Situation s, ActorId by, Optional<Object> subject, Breaches breaches) {
      breaches.require(
          !s.impasseDeclared().contains(by),
          Law.ONCE,
          () -> by + " has already declared an impasse",
          () -> "The others have not: " + Listed.names(open(s)));
    }

    private static List<ActorId> open(Situation s) {
      return s.agenda().principals().stream()
          .filter(p -> !s.impasseDeclared().contains(p))
          .collect(toImmutableList());
    }

    @Override
    public void effect(Draft draft, Move move, Procedural.DeclareImpasse act) {
      draft.situation =
          draft.situation.withImpasseDeclared(
              Draft.with(draft.situation.impasseDeclared(), move.by()));
    }
  }

  static final class SetDeadline implements Conduct<Procedural.SetDeadline> {
    @Override
    public void admits(Situation s, Move move, Procedural.SetDeadline act, Breaches breaches) {
      Deadline deadline = act.deadline();
      breaches.require(
          !s.deadlines().containsKey(deadline.name()),
          Law.DEADLINE_ONCE,
          () -> "deadline (%s) stands already".formatted(deadline.name()),
          () -> "Extend it, or use another name");
      breaches.require(
          !certainlyBefore(deadline.date(), move.on()),
          Law.DEADLINE_AHEAD,
          () ->
              "deadline (%s) must be after the day on which it is set (%s)"
                  .formatted(deadline.date(), move.on()),
          () -> "Give a later date");
    }

    @Override
    public void effect(Draft draft, Move move, Procedural.SetDeadline act) {
      draft.situation =
          draft.situation.withDeadlines(
              Draft.with(draft.situation.deadlines(), act.deadline().name(), act.deadline()));
    }
  }

  /** Returns whether one date ends before another can have begun. */
  static boolean certainlyBefore(When one, When other) {
    return other.certainlyAfter(one);
  }

  static final class ExtendDeadline implements Conduct<Procedural.ExtendDeadline> {
    @Override
    public List<Optional<Object>> subjects(Situation s, ActorId by) {
      return s.deadlines().keySet().stream().map(Optional::<Object>of).collect(toImmutableList());
    }

    @Override
    public void refers(Situation s, Move move, Procedural.ExtendDeadline act, Breaches breaches) {
      breaches.require(
          s.deadlines().containsKey(act.name()),
          Law.KNOWN_DEADLINE,
          () -> "deadline (%s) was never set".formatted(act.name()),
          () ->
              s.deadlines().isEmpty()
                  ? "No deadline stands"
                  : "Deadlines: " + String.join(", ", s.deadlines().keySet()));
    }

    @Override
    public void admits(Situation s, Move move, Procedural.ExtendDeadline act, Breaches breaches) {
      Deadline deadline = s.deadlines().get(act.name());
      if (deadline == null) {
        return;
      }
      breaches.require(
          deadline.date().latest().isEmpty() || act.to().possiblyAfterEndOf(deadline.date()),
          Law.DEADLINE_LATER,
          () ->
              "deadline (%s) is on (%s): (%s) is no later"
                  .formatted(act.name(), deadline.date(), act.to()),
          () -> "Give a later date");
    }

    @Override
    public void effect(Draft draft, Move move, Procedural.ExtendDeadline act) {
      Deadline deadline = draft.situation.deadlines().get(act.name());
      if (deadline != null) {
        draft.situation =
            draft.situation.withDeadlines(
                Draft.with(
                    draft.situation.deadlines(),
                    act.name(),
                    new Deadline(act.name(), act.to(), deadline.words())));
      }
    }
  }

  static final class SendDelegation implements Conduct<Procedural.SendDelegation> {
    @Override
    public List<Optional<Object>> subjects(Situation s, ActorId by) {
      return s.agenda().delegations().keySet().stream()
          .map(Optional::<Object>of)
          .collect(toImmutableList());
    }

    @Override
    public void refers(Situation s, Move move, Procedural.SendDelegation act, Breaches breaches) {
      Judgement.knows(s, act.delegation(), breaches);
    }

    @Override
    public void openTo(Situation s, ActorId by, Optional<Object> subject, Breaches breaches) {
      subject.ifPresent(id -> Judgement.owns(s, by, (DelegationId) id, breaches));
    }

    @Override
    public void effect(Draft draft, Move move, Procedural.SendDelegation act) {
      draft.situation =
          draft.situation.withDelegations(
              Draft.with(draft.situation.delegations(), act.delegation()));
    }
  }

  static final class AmendAgenda implements Conduct<Procedural.AmendAgenda> {
    @Override
    public void admits(Situation s, Move move, Procedural.AmendAgenda act, Breaches breaches) {
      Issue issue = act.issue();
      s.agenda()
          .issue(issue.id())
          .ifPresent(
              before ->
                  breaches.require(
                      issue.scale().widens(before.scale()),
                      Law.ONLY_WIDENED,
                      () ->
                          "issue (%s) cannot go from (%s) to (%s)"
                              .formatted(
                                  issue.id(), before.scale().describe(), issue.scale().describe()),
                      () -> "Keep every value that was on the scale, in its order"));
      for (ActorId party : issue.better().keySet()) {
        requirePrincipal(s, party, breaches);
      }
      issue.obligor().ifPresent(party -> Judgement.knows(s, party, breaches));
      breaches.require(
          hasRoom(s.agenda(), issue),
          Law.KNOWN_ISSUE,
          () ->
              String.format(
                  Locale.ROOT,
                  "the agenda has no room for issue (%s): with it there would be more than %,d positions",
                  issue.id(),
                  Agenda.MOST_POSITIONS),
          () -> "Go on without it, or in a record with fewer principals");
    }

    private static boolean hasRoom(Agenda agenda, Issue issue) {
      long onOne = agenda.positions() / agenda.issueList().size();
      return agenda.issue(issue.id()).isPresent()
          || agenda.positions() + onOne <= Agenda.MOST_POSITIONS;
    }

    private static void requirePrincipal(Situation s, ActorId party, Breaches breaches) {
      breaches.require(
          s.agenda().isPrincipal(party),
          Law.PRINCIPALS_ONLY,
          () -> "(%s) is not a principal".formatted(party),
          () -> "Principals: " + Listed.names(s.agenda().principals()));
    }

    @Override
    public void effect(Draft draft, Move move, Procedural.AmendAgenda act) {
      ImmutableSituation before = draft.done();
      Issue issue = act.issue();
      boolean known = before.agenda().issue(issue.id()).isPresent();
      boolean strangers =
          !before.agenda().principals().containsAll(issue.better().keySet())
              || issue
                  .obligor()
                  .filter(o -> !(before.agenda().actors().get(o) instanceof Party))
                  .isPresent();
      if (strangers
          || !hasRoom(before.agenda(), issue)
          || known && !issue.scale().widens(before.agenda().requireIssue(issue.id()).scale())) {
        return;
      }
      Agenda agenda =
          known
              ? before
                  .agenda()
                  .withIssueList(
                      before.agenda().issueList().stream()
                          .map(i -> i.id().equals(issue.id()) ? issue : i)
                          .collect(toImmutableList()))
              : before
                  .agenda()
                  .withIssueList(
                      com.google.common.collect.ImmutableList.<Issue>builder()
                          .addAll(before.agenda().issueList())
                          .add(issue)
                          .build());
      draft.situation =
          before
              .withAgenda(agenda)
              .withPositions(
                  before.positions().on(agenda, Position.NOT_STATED, moved(issue, Position::on)))
              .withBaseline(
                  before.baseline().on(agenda, Position.NOT_STATED, moved(issue, Position::on)))
              .withHeard(before.heard().on(agenda, Heard.NOTHING, moved(issue, Heard::on)));
      draft.restart();
    }

    private static <T> BiFunction<Line, T, T> moved(Issue issue, BiFunction<T, Scale, T> on) {
      IssueId id = issue.id();
      return (line, value) -> line.issue().equals(id) ? on.apply(value, issue.scale()) : value;
    }
  }

  static final class Abandon implements Conduct<Procedural.Abandon> {
    @Override
    public void openTo(Situation s, ActorId by, Optional<Object> subject, Breaches breaches) {
      breaches.require(
          !s.abandoning().contains(by),
          Law.ONCE,
          () -> by + " has already said that it abandons the talks",
          () ->
              "Still there: "
                  + s.agenda().principals().stream()
                      .filter(p -> !s.abandoning().contains(p))
                      .toList());
    }

    @Override
    public void admits(Situation s, Move move, Procedural.Abandon act, Breaches breaches) {
      Judgement.withinMandate(s, move, s.agenda().issues().keySet(), "abandon the talks", breaches);
    }

    @Override
    public void effect(Draft draft, Move move, Procedural.Abandon act) {
      draft.situation =
          draft.situation.withAbandoning(Draft.with(draft.situation.abandoning(), move.by()));
    }
  }
}
