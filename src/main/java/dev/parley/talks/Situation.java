package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.DelegationId;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Value;
import dev.parley.agreement.Accord;
import dev.parley.agreement.Obligation;
import dev.parley.demand.Demand;
import dev.parley.demand.Line;
import dev.parley.demand.Offer;
import dev.parley.demand.Position;
import dev.parley.demand.Text;
import dev.parley.demand.Tie;
import dev.parley.evidence.When;
import dev.parley.progress.Gap;
import dev.parley.progress.Heard;
import dev.parley.progress.Settled;
import dev.parley.progress.Told;
import dev.parley.talks.Tables.Machine;
import dev.parley.travel.Travelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.serial.Serial.Structural;
import org.immutables.value.Value.Auxiliary;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;
import org.immutables.value.Value.Lazy;

/**
 * Where a negotiation stands: all that decides which moves are legal, and nothing of the past
 * beyond it. Two ways to the same situation give equal situations, so that they can be compared and
 * counted. It holds no entries, no dates of the past and no sources; those are in the {@link
 * Chronicle}. Immutable.
 */
@Structural
@SuppressWarnings("unchecked") // of what is read from a stream
@Immutable
public sealed interface Situation extends Travelling permits ImmutableSituation {
  /** How an issue stands among the principals. */
  enum IssueStatus {
    /** A principal has stated nothing. */
    UNSTATED,
    /** No value lies in all regions, or in words only nobody can tell. */
    OPEN,
    /** A value lies in all regions, and nobody has agreed to it yet. */
    MET,
    /** Agreed. */
    CLOSED
  }

  /** {@return the agenda as it is amended so far} */
  Agenda agenda();

  /** {@return the coder's choices} */
  Policy policy();

  /** {@return the tables that it obeys} */
  @Auxiliary
  @Default
  default Machine machine() {
    return Machine.STANDARD;
  }

  /** {@return the stage} */
  Stage stage();

  /** {@return whether a round is open} */
  boolean roundOpen();

  /**
   * {@return the tracks on which the open round runs, in order of opening; empty when no round is
   * open or no track was named}
   */
  ImmutableSet<String> tracks();

  /** {@return whether the parties met since the last round was closed} */
  boolean met();

  /** {@return all positions: the position on every line} */
  Grid<Position> positions();

  /** {@return all positions at the close of the previous round: the position on every line} */
  Grid<Position> baseline();

  /**
   * {@return what was heard since the close of the previous round: what was heard of every line}
   */
  Grid<Heard> heard();

  /**
   * {@return what was told of parties since the baseline without saying on which issue: softer or
   * harder, by party}
   */
  ImmutableMap<ActorId, ImmutableSet<Told>> unplaced();

  /** {@return what was settled at the close of the previous round, and between whom} */
  ImmutableSet<Settled> settledAtBaseline();

  /** {@return the standing offers: each offer and how it stands; oldest first} */
  ImmutableMap<Offer, Standing> offers();

  /** {@return the demands, standing or not, each with what became of it; oldest first} */
  ImmutableMap<Demand, DemandLife> demands();

  /** {@return which commitments are tied to which} */
  ImmutableSet<Tie> ties();

  /** {@return which commitments were tied to which at the close of the previous round} */
  ImmutableSet<Tie> tiesAtBaseline();

  /**
   * {@return the agreements that are not over, and those that are fulfilled: how each stands, by
   * its text; oldest first}
   */
  ImmutableMap<Text, Accord> agreements();

  /**
   * {@return what is settled, and between whom: each issue for each two who have signed a value}
   */
  ImmutableSet<Settled> settled();

  /** {@return who has declared an impasse} */
  ImmutableSet<ActorId> impasseDeclared();

  /** {@return who has suspended or walked out and not come back} */
  ImmutableSet<ActorId> away();

  /** {@return which of those who are away have walked out} */
  ImmutableSet<ActorId> walkedOut();

  /**
   * {@return whether an impasse was reached that nobody has moved to end, be the talks suspended or
   * broken off since}
   */
  boolean deadlocked();

  /**
   * {@return the latest date of a move so far, kept while something runs out or begins on a day;
   * what a move without a date is judged by}
   */
  Optional<When> latest();

  /** {@return which principals have said that they abandon the talks} */
  ImmutableSet<ActorId> abandoning();

  /** {@return the standing deadlines} */
  ImmutableMap<String, Deadline> deadlines();

  /** {@return which delegations have been sent} */
  ImmutableSet<DelegationId> delegations();

  /**
   * {@return how many rounds in a row were held or regressed: from 0 to the policy's stall;
   * unreported rounds neither count nor end it}
   */
  int stalledRounds();

  /**
   * {@return how many rounds in a row were held, regressed or unreported: from 0 to the policy's
   * stall}
   */
  int stalledOrUnreportedRounds();

  /**
   * {@return whether a position has changed with the last move, or softened: what ends an impasse;
   * false except while a move is weighed}
   */
  @Auxiliary
  boolean unfrozen();

  /**
   * Returns the situation in which a negotiation starts.
   *
   * @param agenda who negotiates, about what
   * @param policy the coder's choices
   * @return the situation, exploratory, with nothing stated
   */
  static Situation start(Agenda agenda, Policy policy) {
    Grid<Position> nothing = Grid.of(agenda, Position.NOT_STATED);
    return new Builder()
        .agenda(agenda)
        .policy(policy)
        .stage(Stage.EXPLORATORY)
        .roundOpen(false)
        .met(false)
        .stalledRounds(0)
        .stalledOrUnreportedRounds(0)
        .unfrozen(false)
        .deadlocked(false)
        .positions(nothing)
        .baseline(nothing)
        .heard(Grid.of(agenda, Heard.NOTHING))
        .build();
  }

  /**
   * Returns the position on a line.
   *
   * @param line a principal's line on an issue of the agenda
   * @return the position, not stated before the first statement, and for whoever is no principal
   */
  default Position position(Line line) {
    return isWithoutPosition(line.party()) || isWithoutPosition(line.toward())
        ? Position.NOT_STATED
        : positions().get(line);
  }

  private boolean isWithoutPosition(ActorId actor) {
    return !agenda().isPrincipal(actor) && agenda().actors().containsKey(actor);
  }

  /**
   * Returns the position of a party towards another.
   *
   * @param party a principal
   * @param issue an issue on the agenda
   * @param toward another principal
   * @return the position
   */
  default Position position(String party, String issue, String toward) {
    return position(new Line(ActorId.of(party), IssueId.of(issue), ActorId.of(toward)));
  }

  /**
   * Returns what a move would make of this, were it accepted: what a rule asks that looks at the
   * step rather than at the words.
   *
   * @param move a move by somebody on the agenda, about things that are there; legal or not
   * @return the situation after it
   */
  default Situation after(Move move) {
    return Effects.of(this, move, null);
  }

  /**
   * {@return this as it stands at a date: an agreement whose day has come is in force, one whose
   * time is up has expired}
   *
   * @param date the date; what is unknown is the latest so far
   */
  default Situation at(When date) {
    return Effects.come(this, date, null);
  }

  /**
   * {@return whether no move is legal any more: the talks are concluded or abandoned, and every
   * agreement that was signed is over}
   */
  @Lazy
  default boolean isOver() {
    return stage().isEnd()
        && agreements().values().stream()
            .noneMatch(a -> a.stage().isSigned() && !a.stage().isOver());
  }

  /** {@return the parties that a signed agreement binds; empty when none is signed} */
  @Lazy
  default ImmutableSet<ActorId> concerned() {
    return agreements().values().stream()
        .filter(a -> a.stage().isSigned())
        .flatMap(a -> a.bound().stream())
        .collect(ImmutableSet.toImmutableSet());
  }

  /**
   * {@return the issues that are settled among all principals, each with the agreed value, in the
   * order of the agenda}
   */
  @Lazy
  default ImmutableMap<IssueId, Value> closed() {
    return Settling.amongAll(this);
  }

  /**
   * {@return who has still to ratify a signed agreement before it comes into force; empty where
   * nobody has}
   *
   * @param text the agreement's text, its parties named
   */
  default ImmutableSet<ActorId> stillToRatify(Text text) {
    return RatifyingConduct.stillToRatify(this, text);
  }

  /** {@return the obligations under all agreements: each and where it stands} */
  @Lazy
  default ImmutableMap<Obligation, Obligation.Status> obligations() {
    ImmutableMap.Builder<Obligation, Obligation.Status> all = ImmutableMap.builder();
    agreements().values().forEach(a -> all.putAll(a.obligations()));
    return all.buildOrThrow();
  }

  /**
   * {@return what would be owed under a text once all whom it binds have signed it, in its order}
   *
   * @param text a text, its parties named
   */
  default ImmutableList<Obligation> owedUnder(Text text) {
    return Owed.under(agenda(), text, text.terms().issues());
  }

  /**
   * {@return whether a comprehensive agreement is signed: among all principals, and it claims the
   * whole or leaves, with the others, no issue unsettled}
   */
  @Lazy
  default boolean isConcluded() {
    return Settling.concludes(this);
  }

  /** {@return whether enough rounds in a row were held or regressed} */
  default boolean isStalled() {
    return stalledRounds() >= policy().stallAfter();
  }

  /** {@return whether it cannot be told if the talks are stalled} */
  default boolean cannotTellStall() {
    return !isStalled() && stalledOrUnreportedRounds() >= policy().stallAfter();
  }

  /**
   * Returns how an issue stands.
   *
   * @param issue an issue on the agenda
   * @return its status
   */
  default IssueStatus status(IssueId issue) {
    if (closed().containsKey(issue)) {
      return IssueStatus.CLOSED;
    }
    Optional<Region> common = Optional.empty();
    boolean apart = false;
    for (ActorId party : agenda().principals()) {
      boolean stated = false;
      for (ActorId other : agenda().counterparts(party)) {
        Position position = position(new Line(party, issue, other));
        Optional<Region> region = position.region();
        stated |= position.isStated();
        apart |= position.isStated() && region.isEmpty();
        if (common.isEmpty() || region.isEmpty()) {
          common = common.isEmpty() ? region : common;
        } else {
          Optional<Region> both = common.get().intersection(region.get());
          apart |= both.isEmpty();
          common = both.isEmpty() ? common : both;
        }
      }
      if (!stated) {
        return IssueStatus.UNSTATED;
      }
    }
    return apart || agreedWithin(issue).isPresent() ? IssueStatus.OPEN : IssueStatus.MET;
  }

  /**
   * Returns the range within which all principals have agreed to settle an issue: what another
   * issue that is agreed depends on.
   *
   * @param issue an issue on the agenda
   * @return the range of the last such agreement, or empty where there is none, or the issue is
   *     settled inside
   */
  default Optional<Region> agreedWithin(IssueId issue) {
    Scale scale = agenda().requireIssue(issue).scale();
    return agreements().values().stream()
        .filter(a -> a.stage().isSigned() && a.bound().containsAll(agenda().principals()))
        .flatMap(a -> a.conditions().entrySet().stream())
        .filter(c -> c.getValue() == Accord.Fulfilment.OPEN && c.getKey().issue().equals(issue))
        .flatMap(c -> c.getKey().ask().on(scale).stream())
        .reduce((earlier, later) -> later);
  }

  /**
   * {@return the issues that no value would settle as things stand: the open issues, in the order
   * of the agenda}
   */
  default ImmutableSet<IssueId> openIssues() {
    return agenda().issues().keySet().stream()
        .filter(i -> status(i) == IssueStatus.OPEN)
        .collect(ImmutableSet.toImmutableSet());
  }

  /**
   * Returns how far the principals are apart on an issue.
   *
   * @param issue an issue on the agenda
   * @return the gap of each pair, in the order of the agenda
   */
  default ImmutableList<Gap> gaps(IssueId issue) {
    List<ActorId> principals = agenda().principals();
    List<Gap> gaps = new ArrayList<>();
    for (int i = 0; i < principals.size(); i++) {
      for (int j = i + 1; j < principals.size(); j++) {
        ActorId one = principals.get(i);
        ActorId other = principals.get(j);
        gaps.add(
            new Gap(
                issue,
                one,
                position(new Line(one, issue, other)).region(),
                other,
                position(new Line(other, issue, one)).region()));
      }
    }
    return ImmutableList.copyOf(gaps);
  }

  /**
   * {@return the gaps of known size: on each issue, between each two principals who have both told
   * the other in which region they would agree, in the order of the agenda}
   */
  @Lazy
  default ImmutableListMultimap<IssueId, Gap> knownGaps() {
    ImmutableListMultimap.Builder<IssueId, Gap> gaps = ImmutableListMultimap.builder();
    positions()
        .forEachSet(
            (line, position) -> {
              Optional<Region> its = position.region();
              if (its.isPresent() && isFirst(line)) {
                positions()
                    .get(line.inReturn())
                    .region()
                    .ifPresent(
                        theirs ->
                            gaps.put(
                                line.issue(),
                                new Gap(
                                    line.issue(),
                                    line.party(),
                                    its,
                                    line.toward(),
                                    Optional.of(theirs))));
              }
            });
    return gaps.build();
  }

  private boolean isFirst(Line line) {
    return agenda().principalPlaces().getOrDefault(line.party(), 0)
        < agenda().principalPlaces().getOrDefault(line.toward(), 0);
  }

  /** {@return what is settled that was not, or otherwise, at the baseline} */
  default ImmutableSet<Settled> newlySettled() {
    return settled().equals(settledAtBaseline())
        ? ImmutableSet.of()
        : Sets.difference(settled(), settledAtBaseline()).immutableCopy();
  }

  /** {@return what was settled at the baseline and is settled no more} */
  default ImmutableSet<Settled> newlyUnsettled() {
    return settled().equals(settledAtBaseline())
        ? ImmutableSet.of()
        : settledAtBaseline().stream()
            .filter(was -> settled().stream().noneMatch(was::isOnSameAs))
            .collect(ImmutableSet.toImmutableSet());
  }

  /** {@return the demands that stand, oldest first} */
  @Lazy
  default ImmutableSet<Demand> standingDemands() {
    return ImmutableSet.copyOf(
        com.google.common.collect.Maps.filterValues(demands(), DemandLife::stands).keySet());
  }

  /**
   * {@return what became of the demands of those who have agreed: the demands that are settled,
   * oldest first; empty while nothing is agreed}
   */
  default ImmutableList<Settlement> settlements() {
    return Settlement.of(this);
  }

  /** Builds a situation. */
  final class Builder extends ImmutableSituation.Builder {
    Builder() {}
  }
}
