package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.DelegationId;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.demand.Demand;
import dev.parley.demand.Line;
import dev.parley.demand.Offer;
import dev.parley.demand.Position;
import dev.parley.demand.Tie;
import dev.parley.evidence.When;
import dev.parley.progress.Gap;
import dev.parley.progress.Heard;
import dev.parley.progress.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Where a negotiation stands: all that decides which moves are legal, and nothing of the past
 * beyond it. Two ways to the same situation give equal situations, so that they can be compared and
 * counted. It holds no entries, no dates of the past and no sources; those are in the {@link
 * Chronicle}. Immutable.
 */
@Value.Immutable
public sealed interface Situation permits ImmutableSituation {
  /**
   * Returns the agenda as it is amended so far.
   *
   * @return the agenda
   */
  Agenda agenda();

  /**
   * Returns the coder's choices.
   *
   * @return the policy
   */
  Policy policy();

  /**
   * Returns the stage.
   *
   * @return the stage
   */
  Stage stage();

  /**
   * Returns whether a round is open.
   *
   * @return whether it is
   */
  boolean roundOpen();

  /**
   * Returns the tracks on which the open round runs.
   *
   * @return the tracks, in order of opening; empty when no round is open or no track was named
   */
  ImmutableSet<String> tracks();

  /**
   * Returns whether the parties met since the last round was closed.
   *
   * @return whether a meeting was held or a round opened
   */
  boolean met();

  /**
   * Returns all positions.
   *
   * @return the position on every line
   */
  Grid<Position> positions();

  /**
   * Returns all positions at the close of the previous round.
   *
   * @return the position on every line
   */
  Grid<Position> baseline();

  /**
   * Returns what was heard since the close of the previous round.
   *
   * @return what was heard of every line
   */
  Grid<Heard> heard();

  /**
   * Returns what was told of parties since the baseline without saying on which issue.
   *
   * @return softer or harder, by party
   */
  ImmutableMap<ActorId, ImmutableSet<Told>> unplaced();

  /**
   * Returns the issues that were closed since the baseline.
   *
   * @return the issues
   */
  ImmutableSet<IssueId> newlyClosed();

  /**
   * Returns the standing offers.
   *
   * @return each offer and how it stands; oldest first
   */
  ImmutableMap<Offer, Standing> offers();

  /**
   * Returns the demands, standing or not.
   *
   * @return each demand and its state; oldest first
   */
  ImmutableMap<Demand, DemandState> demands();

  /**
   * Returns which commitments are tied to which.
   *
   * @return the ties
   */
  ImmutableSet<Tie> ties();

  /**
   * Returns who attests what.
   *
   * @return the attestations that are not yet agreements, and who has given each
   */
  ImmutableMap<Attestation, ImmutableSet<ActorId>> attestations();

  /**
   * Returns what is agreed.
   *
   * @return the attestations that every principal concerned has given
   */
  ImmutableSet<Attestation> agreements();

  /**
   * Returns the agreed values.
   *
   * @return the values by issue
   */
  ImmutableMap<IssueId, dev.parley.agenda.Value> closed();

  /**
   * Returns who has declared an impasse.
   *
   * @return the principals
   */
  ImmutableSet<ActorId> impasseDeclared();

  /**
   * Returns who has suspended or walked out and not come back.
   *
   * @return the parties
   */
  ImmutableSet<ActorId> away();

  /**
   * Returns who has ratified.
   *
   * @return the principals
   */
  ImmutableSet<ActorId> ratified();

  /**
   * Returns who has ended its part.
   *
   * @return the principals
   */
  ImmutableSet<ActorId> ended();

  /**
   * Returns since when the agreement is in force.
   *
   * @return the date, or empty
   */
  Optional<When> inForceSince();

  /**
   * Returns the obligations.
   *
   * @return each obligation and where it stands, in the order of the agreement
   */
  ImmutableMap<Obligation, Obligation.Status> obligations();

  /**
   * Returns the standing deadlines.
   *
   * @return the deadlines by name
   */
  ImmutableMap<String, Deadline> deadlines();

  /**
   * Returns which delegations have been sent.
   *
   * @return the delegations
   */
  ImmutableSet<DelegationId> delegations();

  /**
   * Returns how many rounds in a row were held or regressed.
   *
   * @return from 0 to the policy's stall; unreported rounds neither count nor end it
   */
  int stalledRounds();

  /**
   * Returns how many rounds in a row were held, regressed or unreported.
   *
   * @return from 0 to the policy's stall
   */
  int stalledOrUnreportedRounds();

  /**
   * Returns whether a position has changed with the last move, or softened: what ends an impasse.
   *
   * @return whether somebody moved; false except while a move is weighed
   */
  @Value.Auxiliary
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
        .positions(nothing)
        .baseline(nothing)
        .heard(Grid.of(agenda, Heard.NOTHING))
        .build();
  }

  /**
   * Returns the position on a line.
   *
   * @param line a principal's line on an issue of the agenda
   * @return the position, not stated before the first statement
   */
  default Position position(Line line) {
    return positions().get(line);
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
   * Returns whether no move is legal any more.
   *
   * @return whether the stage is absorbing
   */
  default boolean isOver() {
    return stage().isOver();
  }

  /**
   * Returns the principals concerned by what is agreed.
   *
   * @return the principals; empty when nothing is
   */
  @Value.Lazy
  default ImmutableSet<ActorId> concerned() {
    return agreements().stream()
        .flatMap(a -> a.among().stream())
        .collect(ImmutableSet.toImmutableSet());
  }

  /**
   * Returns whether enough rounds in a row were held or regressed.
   *
   * @return whether it is a stall by the policy
   */
  default boolean isStalled() {
    return stalledRounds() >= policy().stallAfter();
  }

  /**
   * Returns whether it cannot be told if the talks are stalled.
   *
   * @return whether they would be, were unreported rounds counted
   */
  default boolean cannotTellStall() {
    return !isStalled() && stalledOrUnreportedRounds() >= policy().stallAfter();
  }

  /**
   * Returns whether what is agreed was attested as the whole, or leaves no issue open and the
   * policy lets parts add up.
   *
   * @return whether it is an agreement in principle
   */
  default boolean everythingAgreed() {
    if (agreements().isEmpty()) {
      return false;
    }
    for (Attestation agreed : agreements()) {
      if (agreed.binding() == dev.parley.demand.Binding.WHOLE) {
        return true;
      }
    }
    return !policy().singleUndertaking()
        && agenda().issues().keySet().stream().noneMatch(i -> status(i) == IssueStatus.OPEN);
  }

  /**
   * Returns whether every obligation is over.
   *
   * @return whether there is one, and none is left
   */
  default boolean allDone() {
    return !obligations().isEmpty()
        && obligations().values().stream().allMatch(s -> s.state().isOver());
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
        Optional<Region> region = position(new Line(party, issue, other)).region();
        if (region.isEmpty()) {
          continue;
        }
        stated = true;
        if (common.isEmpty()) {
          common = region;
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
    return apart ? IssueStatus.OPEN : IssueStatus.MET;
  }

  /**
   * Returns the issues that no value would settle as things stand.
   *
   * @return the open issues, in the order of the agenda
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
   * Returns the demands that stand.
   *
   * @return the demands, oldest first
   */
  default ImmutableSet<Demand> standingDemands() {
    return ImmutableSet.copyOf(
        com.google.common.collect.Maps.filterValues(demands(), DemandState::stands).keySet());
  }

  /**
   * Returns what became of the demands of those who have agreed.
   *
   * @return the demands that are settled, oldest first; empty while nothing is agreed
   */
  default ImmutableList<Settlement> settlements() {
    return Settlement.of(this);
  }

  /** Builds a situation. */
  final class Builder extends ImmutableSituation.Builder {
    Builder() {}
  }
}
