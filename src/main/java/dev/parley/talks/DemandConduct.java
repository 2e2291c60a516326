package dev.parley.talks;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.demand.Ask;
import dev.parley.demand.Demand;
import dev.parley.demand.Line;
import dev.parley.demand.Position;
import dev.parley.demand.Tie;
import dev.parley.progress.Told;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How demands are raised, amended, dropped and rejected, and commitments tied. */
final class DemandConduct {
  private DemandConduct() {}

  /** Returns those whom a demand or a statement addresses: the ones named, or all counterparts. */
  static ImmutableSet<ActorId> addressed(Situation s, ActorId by, ImmutableSet<ActorId> named) {
    return named.isEmpty() ? s.agenda().counterparts(by) : named;
  }

  /** Returns the demands of a maker that share an issue and an addressee with another demand. */
  private static ImmutableList<Demand> overlapping(Situation s, Demand demand, boolean standing) {
    ImmutableList.Builder<Demand> found = ImmutableList.builder();
    s.demands()
        .forEach(
            (other, state) -> {
              if (state.stands() == standing && overlap(s, demand, other)) {
                found.add(other);
              }
            });
    return found.build();
  }

  private static boolean overlap(Situation s, Demand one, Demand other) {
    return other.by().equals(one.by())
        && !Sets.intersection(other.asks().keySet(), one.asks().keySet()).isEmpty()
        && !Sets.intersection(
                addressed(s, other.by(), other.of()), addressed(s, one.by(), one.of()))
            .isEmpty();
  }

  /** Checks that all that a demand names is there, and that its asks lie on their scales. */
  private static void refers(Situation s, Demand demand, Breaches breaches) {
    Judgement.knows(s, demand.by(), breaches);
    demand.of().forEach(of -> Judgement.knows(s, of, breaches));
    demand.asks().forEach((id, ask) -> refers(s, id, ask, breaches));
  }

  static void refers(Situation s, IssueId id, Ask ask, Breaches breaches) {
    Optional<Issue> issue = s.agenda().issue(id);
    if (issue.isEmpty()) {
      Judgement.knows(s, id, breaches);
      return;
    }
    try {
      ask.on(issue.get().scale());
    } catch (IllegalArgumentException e) {
      breaches.add(
          Law.ON_SCALE,
          () -> id + ": " + e.getMessage(),
          () -> "The scale is " + issue.get().scale().describe());
    }
  }

  private static void ownAndAddressed(Situation s, Move move, Demand demand, Breaches breaches) {
    Judgement.ownName(move, demand.by(), "a demand", breaches);
    Judgement.addressedToOthers(s, demand.by(), demand.of(), "demand", breaches);
  }

  private static void speak(Draft draft, Move move, Demand demand) {
    ImmutableSituation s = draft.situation;
    for (Map.Entry<IssueId, Ask> asked : demand.asks().entrySet()) {
      Ask ask = asked.getValue();
      Issue issue = s.agenda().requireIssue(asked.getKey());
      Optional<Region> region = ask.on(issue.scale());
      for (ActorId toward : addressed(s, demand.by(), demand.of())) {
        if (!s.agenda().isPrincipal(toward) || toward.equals(demand.by())) {
          continue;
        }
        Line line = new Line(demand.by(), issue.id(), toward);
        draft.state(
            line,
            move.speaker(),
            region,
            Told.STATED,
            p -> region.isPresent() ? p.demanding(region.get()) : p.saying(ask.words()));
      }
    }
  }

  private static void put(Draft draft, List<Demand> gone, Demand demand, DemandState state) {
    ImmutableMap.Builder<Demand, DemandState> demands = ImmutableMap.builder();
    draft
        .situation
        .demands()
        .forEach(
            (other, was) -> {
              if (!gone.contains(other) && !other.equals(demand)) {
                demands.put(other, was);
              }
            });
    draft.situation = draft.situation.withDemands(demands.put(demand, state).buildOrThrow());
  }

  static void setStates(
      Draft draft, java.util.function.Predicate<Demand> which, Tables.DemandEvent event) {
    ImmutableMap.Builder<Demand, DemandState> demands = ImmutableMap.builder();
    boolean changed = false;
    for (Map.Entry<Demand, DemandState> entry : draft.situation.demands().entrySet()) {
      DemandState next =
          which.test(entry.getKey())
              ? Tables.DEMAND.next(entry.getValue(), event, event)
              : entry.getValue();
      changed |= next != entry.getValue();
      demands.put(entry.getKey(), next);
    }
    if (changed) {
      draft.situation = draft.situation.withDemands(demands.buildOrThrow());
    }
  }

  /** What was declared sufficient was met where the counterpart's whole region lay inside. */
  static void markIfTightened(
      Draft draft, Line line, Optional<Region> old, Optional<Region> tight) {
    Optional<Region> theirs = draft.position(line.inReturn()).region();
    if (old.isPresent()
        && tight.isPresent()
        && theirs.isPresent()
        && old.get().encloses(theirs.get())
        && old.get().encloses(tight.get())
        && !tight.get().encloses(old.get())) {
      draft.tell(line, Told.MOVED_GOALPOSTS);
    }
  }

  static final class Raise implements Conduct<Substantive.RaiseDemand> {
    @Override
    public void refers(Situation s, Move move, Substantive.RaiseDemand act, Breaches breaches) {
      DemandConduct.refers(s, act.demand(), breaches);
    }

    @Override
    public void admits(Situation s, Move move, Substantive.RaiseDemand act, Breaches breaches) {
      Demand demand = act.demand();
      ownAndAddressed(s, move, demand, breaches);
      List<Demand> standing = overlapping(s, demand, true);
      breaches.require(
          standing.isEmpty(),
          Law.ONE_DEMAND,
          () ->
              "%s already demands (%s) on %s"
                  .formatted(demand.by(), standing.get(0).kind(), shared(standing.get(0), demand)),
          () -> "Amend or drop that demand");
    }

    private static String shared(Demand one, Demand other) {
      return Sets.intersection(one.asks().keySet(), other.asks().keySet()).toString();
    }

    @Override
    public ImmutableMap<IssueId, Region> admissible(
        Situation s, ActorId by, Optional<Object> subject) {
      return OfferConduct.wholeScales(s);
    }

    @Override
    public void effect(Draft draft, Move move, Substantive.RaiseDemand act) {
      Demand demand = act.demand();
      List<Demand> before = overlapping(draft.situation, demand, false);
      List<Demand> standing = overlapping(draft.situation, demand, true);
      speak(draft, move, demand);
      for (Demand again : before) {
        for (IssueId issue : Sets.intersection(again.asks().keySet(), demand.asks().keySet())) {
          for (ActorId toward : addressed(draft.situation, demand.by(), demand.of())) {
            Line line = new Line(demand.by(), issue, toward);
            if (!draft.heard(line).told(Told.INCONSISTENT)) {
              draft.tell(line, Told.REOPENED);
            }
          }
        }
      }
      put(
          draft,
          ImmutableList.<Demand>builder().addAll(before).addAll(standing).build(),
          demand,
          before.isEmpty()
              ? DemandState.STANDING
              : Tables.DEMAND.next(DemandState.DROPPED, Tables.DemandEvent.REOPEN, act));
    }
  }

  static final class Amend implements Conduct<Substantive.AmendDemand> {
    @Override
    public void refers(Situation s, Move move, Substantive.AmendDemand act, Breaches breaches) {
      DemandConduct.refers(s, act.demand(), breaches);
    }

    @Override
    public void openTo(Situation s, ActorId by, Optional<Object> subject, Breaches breaches) {
      breaches.require(
          s.standingDemands().stream().anyMatch(d -> d.by().equals(by)),
          Law.DEMAND_STANDS,
          () -> by + " has no standing demand to amend",
          () -> "Raise one");
    }

    @Override
    public void admits(Situation s, Move move, Substantive.AmendDemand act, Breaches breaches) {
      Demand demand = act.demand();
      ownAndAddressed(s, move, demand, breaches);
      List<Demand> replaced = overlapping(s, demand, true);
      breaches.require(
          !replaced.isEmpty(),
          Law.DEMAND_STANDS,
          () ->
              "%s has no standing demand on %s to amend"
                  .formatted(demand.by(), demand.asks().keySet()),
          () -> "Raise it as a new demand");
      for (Demand before : replaced) {
        breaches.require(
            demand.asks().keySet().containsAll(before.asks().keySet())
                && addressed(s, demand.by(), demand.of())
                    .containsAll(addressed(s, before.by(), before.of())),
            Law.WHOLE_DEMAND,
            () ->
                "the demand that stands asks on %s of %s; the amended one leaves some of that out"
                    .formatted(before.asks().keySet(), addressed(s, before.by(), before.of())),
            () -> "Amend it on all its issues, or drop it and raise another");
      }
    }

    @Override
    public ImmutableMap<IssueId, Region> admissible(
        Situation s, ActorId by, Optional<Object> subject) {
      return OfferConduct.wholeScales(s);
    }

    @Override
    public void effect(Draft draft, Move move, Substantive.AmendDemand act) {
      Demand demand = act.demand();
      List<Demand> replaced = overlapping(draft.situation, demand, true);
      markGoalposts(draft, demand, replaced);
      speak(draft, move, demand);
      DemandState state = DemandState.STANDING;
      for (Demand before : replaced) {
        DemandState was = draft.situation.demands().getOrDefault(before, DemandState.STANDING);
        state = Tables.DEMAND.next(was, Tables.DemandEvent.AMEND, act);
      }
      put(draft, replaced, demand, state);
    }

    /** What was declared sufficient was met by the counterpart's position, and is tightened now. */
    private static void markGoalposts(Draft draft, Demand demand, List<Demand> replaced) {
      ImmutableSituation s = draft.situation;
      for (Demand before : replaced) {
        if (!before.sufficient()) {
          continue;
        }
        for (IssueId issue : before.asks().keySet()) {
          Ask now = demand.asks().get(issue);
          Ask then = before.asks().get(issue);
          if (now == null || then == null) {
            continue;
          }
          Optional<Region> old = then.on(s.agenda().requireIssue(issue).scale());
          Optional<Region> tight = now.on(s.agenda().requireIssue(issue).scale());
          for (ActorId toward : addressed(s, demand.by(), demand.of())) {
            markIfTightened(draft, new Line(demand.by(), issue, toward), old, tight);
          }
        }
      }
    }
  }

  static final class Drop implements Conduct<Substantive.DropDemand> {
    @Override
    public void refers(Situation s, Move move, Substantive.DropDemand act, Breaches breaches) {
      act.issues().forEach(i -> Judgement.knows(s, i, breaches));
    }

    @Override
    public void openTo(Situation s, ActorId by, Optional<Object> subject, Breaches breaches) {
      breaches.require(
          s.standingDemands().stream().anyMatch(d -> d.by().equals(by)),
          Law.DEMAND_STANDS,
          () -> by + " has no standing demand to drop",
          () -> "Nothing needs to be dropped");
    }

    @Override
    public void admits(Situation s, Move move, Substantive.DropDemand act, Breaches breaches) {
      for (IssueId issue : act.issues()) {
        List<Demand> asking = asking(s, move.by(), issue);
        breaches.require(
            !asking.isEmpty(),
            Law.DEMAND_STANDS,
            () -> "%s has no standing demand on (%s)".formatted(move.by(), issue),
            () -> "It demands on " + demandedIssues(s, move.by()));
        for (Demand demand : asking) {
          breaches.require(
              act.issues().containsAll(demand.asks().keySet()),
              Law.WHOLE_DEMAND,
              () ->
                  "the demand (%s) asks on %s, of which only %s is dropped"
                      .formatted(demand.kind(), demand.asks().keySet(), act.issues()),
              () -> "Drop it on all its issues, or amend it");
        }
      }
      breaches.require(
          !act.issues().isEmpty(),
          Law.DEMAND_STANDS,
          () -> move.by() + " names no issue to drop",
          () -> "Name all the issues of a demand");
    }

    private static List<Demand> asking(Situation s, ActorId by, IssueId issue) {
      return s.standingDemands().stream()
          .filter(d -> d.by().equals(by) && d.asks().containsKey(issue))
          .collect(toImmutableList());
    }

    private static ImmutableSet<IssueId> demandedIssues(Situation s, ActorId by) {
      return s.standingDemands().stream()
          .filter(d -> d.by().equals(by))
          .flatMap(d -> d.asks().keySet().stream())
          .collect(ImmutableSet.toImmutableSet());
    }

    @Override
    public void effect(Draft draft, Move move, Substantive.DropDemand act) {
      for (Demand demand : draft.situation.standingDemands()) {
        if (!demand.by().equals(move.by()) || !act.issues().containsAll(demand.asks().keySet())) {
          continue;
        }
        for (IssueId issue : demand.asks().keySet()) {
          for (ActorId toward : addressed(draft.situation, demand.by(), demand.of())) {
            draft.state(
                new Line(demand.by(), issue, toward),
                move.speaker(),
                Optional.empty(),
                Told.DROPPED,
                Position::dropping);
          }
        }
        setStates(draft, demand::equals, Tables.DemandEvent.DROP);
      }
    }
  }

  static final class Reject implements Conduct<Substantive.RejectDemand> {
    @Override
    public List<Optional<Object>> subjects(Situation s, ActorId by) {
      return s.standingDemands().stream().map(Optional::<Object>of).collect(toImmutableList());
    }

    @Override
    public void refers(Situation s, Move move, Substantive.RejectDemand act, Breaches breaches) {
      breaches.require(
          s.demands().containsKey(act.demand()),
          Law.KNOWN_DEMAND,
          () ->
              "%s cannot reject a demand (%s) that was never raised"
                  .formatted(move.by(), act.demand().kind()),
          () -> "Raise it first");
    }

    @Override
    public void openTo(Situation s, ActorId by, Optional<Object> subject, Breaches breaches) {
      if (!(subject.orElse(null) instanceof Demand demand)) {
        return;
      }
      @org.jspecify.annotations.Nullable DemandState state = s.demands().get(demand);
      breaches.require(
          state == null || state.stands(),
          Law.DEMAND_STANDS,
          () -> "%s cannot reject a demand (%s) that is %s".formatted(by, demand.kind(), state),
          () -> "Only a demand that stands can be rejected");
      breaches.require(
          addressed(s, demand.by(), demand.of()).contains(by),
          Law.BY_ADDRESSEE,
          () -> "%s cannot reject a demand that was not made of it".formatted(by),
          () -> "It was made of " + addressed(s, demand.by(), demand.of()));
    }

    @Override
    public void effect(Draft draft, Move move, Substantive.RejectDemand act) {
      Demand demand = act.demand();
      if (demand.by().equals(move.by()) || !draft.situation.agenda().isPrincipal(move.by())) {
        return;
      }
      for (IssueId issue : demand.asks().keySet()) {
        draft.tell(new Line(move.by(), issue, demand.by()), Told.REJECTED);
      }
    }
  }

  static final class TieCommitment implements Conduct<Substantive.TieCommitment> {
    @Override
    public void refers(Situation s, Move move, Substantive.TieCommitment act, Breaches breaches) {
      Judgement.knows(s, act.tie().by(), breaches);
      Judgement.knows(s, act.tie().issue(), breaches);
      act.tie().others().forEach(i -> Judgement.knows(s, i, breaches));
    }

    @Override
    public void admits(Situation s, Move move, Substantive.TieCommitment act, Breaches breaches) {
      Judgement.ownName(move, act.tie().by(), "a tie", breaches);
    }

    /** A tie of the same commitment replaces the one before. */
    @Override
    public void effect(Draft draft, Move move, Substantive.TieCommitment act) {
      Tie tie = act.tie();
      ImmutableSet.Builder<Tie> ties = ImmutableSet.builder();
      for (Tie other : draft.situation.ties()) {
        if (!other.by().equals(tie.by())
            || !other.issue().equals(tie.issue())
            || other.order() != tie.order()) {
          ties.add(other);
        }
      }
      draft.situation = draft.situation.withTies(ties.add(tie).build());
    }
  }

  static final class Shift implements Conduct<Substantive.Shift> {
    @Override
    public void refers(Situation s, Move move, Substantive.Shift act, Breaches breaches) {
      act.issue().ifPresent(i -> Judgement.knows(s, i, breaches));
      act.toward().forEach(t -> Judgement.knows(s, t, breaches));
    }

    @Override
    public void admits(Situation s, Move move, Substantive.Shift act, Breaches breaches) {
      Judgement.addressedToOthers(s, move.by(), act.toward(), "shift", breaches);
    }

    @Override
    public void effect(Draft draft, Move move, Substantive.Shift act) {
      Told told =
          switch (act.direction()) {
            case SOFTER -> Told.SOFTENED;
            case HARDER -> Told.STIFFENED;
            case UNCHANGED -> Told.UNCHANGED;
          };
      if (!draft.situation.agenda().isPrincipal(move.by())) {
        return;
      }
      if (act.issue().isEmpty()) {
        ImmutableMap<ActorId, ImmutableSet<Told>> so = draft.situation.unplaced();
        ImmutableSet<Told> all = Draft.with(so.getOrDefault(move.by(), ImmutableSet.of()), told);
        draft.situation = draft.situation.withUnplaced(Draft.with(so, move.by(), all));
        if (told == Told.SOFTENED) {
          draft.markMoved();
        }
        return;
      }
      for (ActorId toward : addressed(draft.situation, move.by(), act.toward())) {
        draft.tell(new Line(move.by(), act.issue().get(), toward), told);
      }
    }
  }
}
