package dev.parley.talks;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.HashBasedTable;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableTable;
import com.google.common.collect.Table;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.agenda.Scale;
import dev.parley.demand.Ask;
import dev.parley.demand.Demand;
import dev.parley.demand.Line;
import dev.parley.demand.Offer;
import dev.parley.demand.Position;
import dev.parley.demand.Tie;
import dev.parley.progress.Told;
import dev.parley.spelling.Listed;
import dev.parley.spelling.OwnCode;
import dev.parley.talks.DemandLife.DemandState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How demands are raised, amended, dropped and rejected, and commitments tied. */
final class DemandConduct {
  private DemandConduct() {}

  /** Returns those whom a demand or a statement addresses: the ones named, or all counterparts. */
  static ImmutableSet<ActorId> addressed(Situation s, ActorId by, ImmutableSet<ActorId> named) {
    return named.isEmpty() ? s.agenda().counterparts(by) : named;
  }

  /** Returns the lines on which a demand asks something, in the order of what it asks. */
  private static List<Line> lines(Situation s, Demand demand) {
    List<Line> lines = new ArrayList<>();
    for (IssueId issue : demand.asks().keySet()) {
      for (ActorId toward : addressed(s, demand.by(), demand.of())) {
        if (s.agenda().isPrincipal(toward) && !toward.equals(demand.by())) {
          lines.add(new Line(demand.by(), issue, toward));
        }
      }
    }
    return lines;
  }

  /** A demand that counts on a line, its maker's last one there, and how it stands there. */
  private record Counting(Demand demand, DemandState state) {
    Optional<Demand> standing() {
      return state.stands() ? Optional.of(demand) : Optional.empty();
    }
  }

  /** Returns what counts on the lines of a demand's maker, on the issues on which it asks. */
  private static Table<IssueId, ActorId, Counting> counting(Situation s, Demand demand) {
    Table<IssueId, ActorId, Counting> counting = HashBasedTable.create();
    s.demands()
        .forEach(
            (other, life) -> {
              if (other.by().equals(demand.by())) {
                for (IssueId issue : demand.asks().keySet()) {
                  life.states()
                      .row(issue)
                      .forEach((to, state) -> counting.put(issue, to, new Counting(other, state)));
                }
              }
            });
    return counting;
  }

  /** Checks that all that a demand names is there, and that its asks lie on their scales. */
  private static void refers(Situation s, Move move, Demand demand, Breaches breaches) {
    answers(demand, move);
    Judgement.knows(s, demand.by(), breaches);
    demand.of().forEach(of -> Judgement.knows(s, of, breaches));
    demand.asks().forEach((id, ask) -> refers(s, id, ask, breaches));
  }

  /** A demand may be of a user's own kind, and what it fails to say is told with the move. */
  private static void answers(Demand demand, Move move) {
    answers(demand, move, demand::kind);
    answers(demand, move, demand::by);
    answers(demand, move, demand::of);
    answers(demand, move, demand::asks);
    answers(demand, move, demand::firmness);
  }

  private static void answers(Demand demand, Move move, Supplier<?> what) {
    OwnCode.asked(
        () -> "demand (%s)".formatted(demand.getClass().getSimpleName()),
        () -> "on (%s: %s)".formatted(move.by(), move.act().kind().words()),
        what);
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
          () -> "The scale is " + issue.get().scale().brief());
    }
  }

  private static void ownAndAddressed(Situation s, Move move, Demand demand, Breaches breaches) {
    Judgement.ownName(move, demand.by(), "a demand", breaches);
    Judgement.addressedToOthers(s, demand.by(), demand.of(), "demand", breaches);
  }

  /** States a demand on all its lines anew, and puts it in the place of those before it there. */
  private static void speak(Draft draft, Move move, Demand demand) {
    ImmutableSituation s = draft.situation;
    ImmutableTable.Builder<IssueId, ActorId, DemandState> states = ImmutableTable.builder();
    ImmutableSet<ActorId> partners = Joint.speakingWith(s, move);
    Table<IssueId, ActorId, Counting> counting = counting(s, demand);
    for (Line line : lines(s, demand)) {
      if (partners.contains(line.toward())) {
        continue;
      }
      Optional<Counting> there = Optional.ofNullable(counting.get(line.issue(), line.toward()));
      Optional<DemandState> was = there.map(Counting::state);
      Optional<Demand> before = there.flatMap(Counting::standing);
      Tables.DemandEvent event =
          before.isPresent() ? Tables.DemandEvent.AMEND : Tables.DemandEvent.REOPEN;
      if (was.isPresent() && !s.machine().demand().hasPlace(was.get(), event)) {
        continue;
      }
      before.filter(Demand::sufficient).ifPresent(d -> markGoalposts(draft, line, d, demand));
      speak(draft, move, line, demand);
      if (was.isPresent() && before.filter(d -> asksTheSame(d, demand, line.issue())).isPresent()) {
        states.put(line.issue(), line.toward(), was.get());
        continue;
      }
      states.put(
          line.issue(),
          line.toward(),
          was.map(state -> s.machine().demand().next(state, event))
              .orElse(s.machine().demand().start()));
    }
    put(draft, demand, new DemandLife(states.buildOrThrow()));
  }

  /** What is asked again as it was is not amended. */
  private static boolean asksTheSame(Demand one, Demand other, IssueId issue) {
    return Objects.equals(one.asks().get(issue), other.asks().get(issue))
        && one.firmness().equals(other.firmness())
        && one.sufficient() == other.sufficient();
  }

  private static void speak(Draft draft, Move move, Line line, Demand demand) {
    Ask ask = Objects.requireNonNull(demand.asks().get(line.issue()));
    Optional<Region> region = ask.on(draft.situation.agenda().requireIssue(line.issue()).scale());
    Position before = draft.position(line);
    if (!draft.state(
        line,
        move.speaker(),
        Told.STATED,
        p -> p.demanding(region, ask.words(), demand.firmness(), demand.sufficient()))) {
      return;
    }
    boolean outside =
        region.isPresent()
            && before.stated().stream()
                .flatMap(v -> v.value().stream())
                .anyMatch(value -> !region.get().encloses(value));
    if (outside || before.isLeftOut()) {
      draft.tell(line, Told.STIFFENED);
    }
    if (region.isPresent() && standsOutside(draft, line, region.get())) {
      draft.tell(line, Told.OWN_OFFER_OUTSIDE);
    }
  }

  /** Says whether an offer of one's own stands that says something else than what is demanded. */
  private static boolean standsOutside(Draft draft, Line line, Region demanded) {
    for (Map.Entry<Offer, Standing> each : draft.offers().entrySet()) {
      Offer offer = each.getKey();
      @Nullable Set<IssueId> open = each.getValue().open().get(line.toward());
      if (offer.by().equals(line.party())
          && open != null
          && (open.contains(line.issue()) || offer.terms().on(line.issue()).isEmpty())
          && Consenting.agreed(draft, offer.text(), line.issue())
              .filter(says -> !demanded.encloses(says))
              .isPresent()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Puts a demand last, and takes its lines out of its maker's others; made again, it goes on
   * counting where it is not said now.
   */
  private static void put(Draft draft, Demand demand, DemandLife life) {
    Map<Demand, DemandLife> demands = new LinkedHashMap<>();
    ImmutableTable.Builder<IssueId, ActorId, DemandState> states = ImmutableTable.builder();
    states.putAll(life.states());
    draft
        .situation
        .demands()
        .forEach(
            (other, was) -> {
              DemandLife left = other.by().equals(demand.by()) ? without(was, life) : was;
              if (other.equals(demand)) {
                states.putAll(left.states());
              } else if (!left.states().isEmpty()) {
                demands.put(other, left);
              }
            });
    demands.put(demand, new DemandLife(states.buildOrThrow()));
    draft.situation = draft.situation.withDemands(demands);
  }

  private static DemandLife without(DemandLife life, DemandLife said) {
    boolean apart =
        said.states().rowMap().entrySet().stream()
            .allMatch(
                row ->
                    Collections.disjoint(
                        row.getValue().keySet(), life.states().row(row.getKey()).keySet()));
    if (apart) {
      return life;
    }
    return new DemandLife(
        life.states().cellSet().stream()
            .filter(cell -> !said.states().contains(cell.getRowKey(), cell.getColumnKey()))
            .collect(
                ImmutableTable.toImmutableTable(
                    Table.Cell::getRowKey, Table.Cell::getColumnKey, Table.Cell::getValue)));
  }

  /** Tells what happens to demands on some lines. */
  static void tell(Draft draft, BiFunction<Demand, Line, Optional<Tables.DemandEvent>> events) {
    Map<Demand, DemandLife> demands = new LinkedHashMap<>();
    draft
        .situation
        .demands()
        .forEach(
            (demand, life) -> {
              ImmutableTable.Builder<IssueId, ActorId, DemandState> states =
                  ImmutableTable.builder();
              life.states()
                  .rowMap()
                  .forEach(
                      (issue, row) ->
                          row.forEach(
                              (toward, state) -> {
                                Line line = new Line(demand.by(), issue, toward);
                                states.put(
                                    issue,
                                    toward,
                                    events
                                        .apply(demand, line)
                                        .map(e -> draft.situation.machine().demand().next(state, e))
                                        .orElse(state));
                              }));
              demands.put(demand, new DemandLife(states.buildOrThrow()));
            });
    if (!demands.equals(draft.situation.demands())) {
      draft.situation = draft.situation.withDemands(demands);
    }
  }

  /** What was declared sufficient was met by the counterpart's position, and is tightened now. */
  private static void markGoalposts(Draft draft, Line line, Demand before, Demand demand) {
    Scale scale = draft.situation.agenda().requireIssue(line.issue()).scale();
    markIfTightened(
        draft,
        line,
        Objects.requireNonNull(before.asks().get(line.issue())).on(scale),
        Objects.requireNonNull(demand.asks().get(line.issue())).on(scale));
  }

  /** What was declared sufficient was met where the counterpart lay inside, then or now. */
  static void markIfTightened(
      Draft draft, Line line, Optional<Region> old, Optional<Region> tight) {
    Position theirs = draft.position(line.inReturn());
    if (old.isPresent()
        && tight.isPresent()
        && (draft.position(line).isMet() || theirs.isInside(old.get()))
        && old.get().encloses(tight.get())
        && !tight.get().encloses(old.get())) {
      draft.tell(line, Told.MOVED_GOALPOSTS);
    }
  }

  static final class Raise implements Conduct<Substantive.RaiseDemand> {
    @Override
    public void refers(Situation s, Move move, Substantive.RaiseDemand act, Breaches breaches) {
      DemandConduct.refers(s, move, act.demand(), breaches);
    }

    @Override
    public void admits(Situation s, Move move, Substantive.RaiseDemand act, Breaches breaches) {
      Demand demand = act.demand();
      ownAndAddressed(s, move, demand, breaches);
      Map<Demand, Set<IssueId>> standing = standing(s, demand);
      for (Map.Entry<Demand, Set<IssueId>> other : standing.entrySet()) {
        breaches.add(
            Law.ONE_DEMAND,
            () ->
                "%s already demands (%s) on %s"
                    .formatted(demand.by(), other.getKey().kind(), Listed.names(other.getValue())),
            () -> "Amend or drop that demand");
      }
    }

    @Override
    public ImmutableMap<IssueId, Region> admissible(
        Situation s, ActorId by, Optional<Object> subject) {
      return OfferConduct.wholeScales(s);
    }

    @Override
    public void effect(Draft draft, Move move, Substantive.RaiseDemand act) {
      speak(draft, move, act.demand());
    }
  }

  /** Returns the standing demands on the lines of another, each with the issues that both share. */
  private static Map<Demand, Set<IssueId>> standing(Situation s, Demand demand) {
    Map<Demand, Set<IssueId>> found = new LinkedHashMap<>();
    Table<IssueId, ActorId, Counting> counting = counting(s, demand);
    for (Line line : lines(s, demand)) {
      Optional.ofNullable(counting.get(line.issue(), line.toward()))
          .flatMap(Counting::standing)
          .ifPresent(d -> found.computeIfAbsent(d, n -> new LinkedHashSet<>()).add(line.issue()));
    }
    return found;
  }

  static final class Amend implements Conduct<Substantive.AmendDemand> {
    @Override
    public void refers(Situation s, Move move, Substantive.AmendDemand act, Breaches breaches) {
      DemandConduct.refers(s, move, act.demand(), breaches);
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
      breaches.require(
          !standing(s, demand).isEmpty(),
          Law.DEMAND_STANDS,
          () ->
              "%s has no standing demand on %s to amend"
                  .formatted(demand.by(), Listed.names(demand.asks().keySet())),
          () -> "Raise it as a new demand");
    }

    @Override
    public ImmutableMap<IssueId, Region> admissible(
        Situation s, ActorId by, Optional<Object> subject) {
      return OfferConduct.wholeScales(s);
    }

    @Override
    public void effect(Draft draft, Move move, Substantive.AmendDemand act) {
      speak(draft, move, act.demand());
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
        breaches.require(
            demandedIssues(s, move.by()).contains(issue),
            Law.DEMAND_STANDS,
            () -> "%s has no standing demand on (%s)".formatted(move.by(), issue),
            () -> "It demands on " + Listed.names(demandedIssues(s, move.by())));
      }
      breaches.require(
          !act.issues().isEmpty(),
          Law.DEMAND_STANDS,
          () -> move.by() + " names no issue to drop",
          () -> "Name an issue on which it demands something");
    }

    private static ImmutableSet<IssueId> demandedIssues(Situation s, ActorId by) {
      return s.demands().entrySet().stream()
          .filter(e -> e.getKey().by().equals(by))
          .flatMap(e -> e.getValue().standsOn().stream())
          .collect(ImmutableSet.toImmutableSet());
    }

    @Override
    public void effect(Draft draft, Move move, Substantive.DropDemand act) {
      for (IssueId issue : act.issues()) {
        for (ActorId toward : addressed(draft.situation, move.by(), ImmutableSet.of())) {
          Line line = new Line(move.by(), issue, toward);
          draft.reconcile(line);
          if (draft.position(line).holdsDemand()) {
            draft.state(line, move.speaker(), Told.DROPPED, Position::dropping);
          }
        }
      }
      tell(
          draft,
          (demand, line) ->
              line.party().equals(move.by()) && act.issues().contains(line.issue())
                  ? Optional.of(Tables.DemandEvent.DROP)
                  : Optional.empty());
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
      @Nullable DemandLife life = s.demands().get(demand);
      breaches.require(
          life == null || life.stands(),
          Law.DEMAND_STANDS,
          () -> "%s cannot reject a demand (%s) that stands no more".formatted(by, demand.kind()),
          () -> "Only a demand that stands can be rejected");
      breaches.require(
          addressed(s, demand.by(), demand.of()).contains(by),
          Law.BY_ADDRESSEE,
          () -> "%s cannot reject a demand that was not made of it".formatted(by),
          () -> "It was made of " + Listed.names(addressed(s, demand.by(), demand.of())));
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
      tie(draft, ties.add(tie).build(), tie.by(), tie.issue());
    }
  }

  /**
   * Puts ties in the place of those that stand; who has stated nothing at the baseline is silent.
   */
  private static void tie(Draft draft, ImmutableSet<Tie> ties, ActorId by, IssueId issue) {
    int before = Ties.harder(draft.situation, by, issue);
    draft.situation = draft.situation.withTies(ties);
    boolean freer = Ties.harder(draft.situation, by, issue) < before;
    for (ActorId toward : addressed(draft.situation, by, ImmutableSet.of())) {
      Line line = new Line(by, issue, toward);
      if (draft.stood(line)) {
        draft.tell(line, Told.TIED);
        if (freer) {
          draft.markMoved();
        }
      }
    }
  }

  /** A party gives up the ties of a commitment: it makes it without waiting for the others. */
  static final class Untie implements Conduct<Substantive.Untie> {
    @Override
    public void refers(Situation s, Move move, Substantive.Untie act, Breaches breaches) {
      Judgement.knows(s, act.issue(), breaches);
    }

    @Override
    public void admits(Situation s, Move move, Substantive.Untie act, Breaches breaches) {
      breaches.require(
          s.ties().stream().anyMatch(tie -> isOf(tie, move, act)),
          Law.TIE_STANDS,
          () -> "%s has not tied (%s) to anything".formatted(move.by(), act.issue()),
          () -> {
            List<IssueId> tied = tied(s, move.by());
            return tied.isEmpty() ? "It has no ties" : "It has ties on " + tied;
          });
    }

    private static List<IssueId> tied(Situation s, ActorId by) {
      return s.ties().stream().filter(t -> t.by().equals(by)).map(Tie::issue).distinct().toList();
    }

    private static boolean isOf(Tie tie, Move move, Substantive.Untie act) {
      return tie.by().equals(move.by()) && tie.issue().equals(act.issue());
    }

    @Override
    public void effect(Draft draft, Move move, Substantive.Untie act) {
      ImmutableSet<Tie> left =
          draft.situation.ties().stream()
              .filter(tie -> !isOf(tie, move, act))
              .collect(ImmutableSet.toImmutableSet());
      if (left.size() < draft.situation.ties().size()) {
        tie(draft, left, move.by(), act.issue());
      }
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
      ImmutableSet<ActorId> partners = Joint.speakingWith(draft.situation, move);
      for (ActorId toward : addressed(draft.situation, move.by(), act.toward())) {
        if (!partners.contains(toward)) {
          draft.tell(new Line(move.by(), act.issue().get(), toward), told);
        }
      }
    }
  }
}
