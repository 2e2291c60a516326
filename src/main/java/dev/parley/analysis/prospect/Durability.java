package dev.parley.analysis.prospect;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.analysis.stability.ConflictModel;
import dev.parley.analysis.stability.ConflictModel.UnilateralMove;
import dev.parley.analysis.stability.RecordedConflict;
import dev.parley.analysis.stability.Stability;
import dev.parley.analysis.stability.StabilityAnalysis;
import dev.parley.analysis.stability.StabilityConcept;
import dev.parley.analysis.stability.Stance;
import dev.parley.analysis.stability.Witness;
import dev.parley.analysis.stability.Witness.Reason;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether a package would last once every party has said what it asks of it and before anybody has
 * signed: would one of them go back on it? The record, continued by the package's concessions, is
 * read as a conflict, and the state in which it leaves the parties is held against the stability
 * concepts.
 *
 * <p>What a state is worth to a party: where the positions of all meet in one value on each issue,
 * the utility of that outcome; where they meet in several, something between the worst and the best
 * of them, and which, nobody knows; where they do not meet, what the party has without an
 * agreement. The package itself is worth its own terms. A party that has stated nothing on an issue
 * is not waited for there.
 *
 * <p>It says nothing of what is signed, where a party can no longer take back what it conceded, and
 * nothing of stances that nobody has taken. Immutable.
 */
public final class Durability {
  private final RecordedConflict conflict;
  private final StabilityAnalysis analysis;
  private final int state;
  private final ImmutableMap<String, ImmutableMap<ActorId, Stance>> stances;
  private final PositionMeetings meetings;

  Durability(
      RecordedConflict conflict,
      StabilityAnalysis analysis,
      ImmutableMap<String, ImmutableMap<ActorId, Stance>> stances,
      PositionMeetings meetings) {
    this.conflict = conflict;
    this.analysis = analysis;
    this.stances = stances;
    this.meetings = meetings;
    state = analysis.model().state(conflict.present());
  }

  /**
   * {@return the record, continued by the package's concessions, as a conflict: the view; its
   * present state is the package}
   */
  public RecordedConflict conflict() {
    return conflict;
  }

  /**
   * {@return which of its states would last: the analysis, preferences as far as they are known}
   */
  public StabilityAnalysis analysis() {
    return analysis;
  }

  /** {@return the package's state: its number in the {@link #analysis}} */
  public int state() {
    return state;
  }

  /**
   * {@return the values in which the positions meet in a state, by issue; in the package's state,
   * its own values; empty where they do not meet on all of them, and there is no agreement}
   *
   * @param number the number of a state in the {@link #analysis}
   */
  public Optional<ImmutableMap<IssueId, Region>> meeting(int number) {
    return meetings.in(analysis.model().name(number));
  }

  /**
   * {@return whether all would stay}
   *
   * @param concept in which sense
   */
  public Stability verdict(StabilityConcept concept) {
    return analysis.verdict(concept, state);
  }

  /**
   * {@return why a party would stay or not: the verdict with its witnesses}
   *
   * @param concept in which sense
   * @param party a principal
   */
  public Reason why(StabilityConcept concept, ActorId party) {
    return analysis.why(concept, party.text(), state);
  }

  /**
   * {@return in which senses all would stay, whatever the unknowns are: the concepts; none where
   * somebody would or could leave in every sense}
   */
  public ImmutableSet<StabilityConcept> lastsUnder() {
    return Arrays.stream(StabilityConcept.values())
        .filter(concept -> verdict(concept) == Stability.STABLE)
        .collect(ImmutableSet.toImmutableSet());
  }

  /**
   * {@return who would leave by which move: a move for each party that would leave, or would for
   * some completion of what is unknown; in the order of the agenda}
   *
   * @param concept in which sense
   */
  public ImmutableList<Departure> departures(StabilityConcept concept) {
    ImmutableList.Builder<Departure> all = ImmutableList.builder();
    ConflictModel model = analysis.model();
    for (ActorId party : conflict.stances().keySet()) {
      why(concept, party)
          .unstable()
          .ifPresent(
              witness -> {
                UnilateralMove move = witness.improvement();
                all.add(
                    new Departure(
                        party,
                        stance(model.name(move.from()), party),
                        stance(model.name(move.to()), party),
                        witness));
              });
    }
    return all.build();
  }

  private Stance stance(String name, ActorId party) {
    return Objects.requireNonNull(Objects.requireNonNull(stances.get(name)).get(party));
  }

  /**
   * A move by which a party would leave a package: the union, held to 4 by it, takes back that it
   * would accept 4, since it has 5 without an agreement. Immutable.
   *
   * @param party who would leave
   * @param from its stance in the package
   * @param to the stance that it would take
   * @param witness the move, to which the others have no answer, and the unknown facts that it
   *     takes for granted
   */
  public record Departure(ActorId party, Stance from, Stance to, Witness.Unanswered witness) {
    /** {@return whether the party would leave whatever the unknowns are} */
    public boolean isCertain() {
      return witness.given().isEmpty();
    }

    /** {@return on what the two stances differ: the issues, in the order of their identifiers} */
    public ImmutableSortedSet<IssueId> issues() {
      ImmutableSortedSet.Builder<IssueId> differing = ImmutableSortedSet.naturalOrder();
      from.positions().entrySet().stream()
          .filter(e -> !to.positions().entrySet().contains(e))
          .forEach(e -> differing.add(e.getKey()));
      to.positions().keySet().stream()
          .filter(issue -> !from.positions().containsKey(issue))
          .forEach(differing::add);
      return differing.build();
    }
  }
}
