package dev.parley.progress;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.demand.Position;
import dev.parley.evidence.EntryId;
import dev.parley.travel.RecordForm;
import dev.parley.travel.Travelling;
import java.io.Serializable;
import java.util.Collection;
import java.util.Optional;
import org.immutables.serial.Serial.Structural;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;

/**
 * Whether a round moved or stalled, and why: the verdict over what is attested or reported and not
 * denied, the steps behind it, and what it would be if what is alleged were so. {@code MOVED as
 * attested; MIXED if [5] or [6] is so}. Immutable.
 */
@Structural
@Immutable
public sealed interface RoundVerdict extends Travelling, WithRoundVerdict
    permits ImmutableRoundVerdict {
  /** {@return which round, from 1} */
  int round();

  /** {@return the verdict as attested} */
  Progress progress();

  /**
   * {@return the steps behind it: every step that somebody attested or reported, in the order of
   * the agenda}
   */
  ImmutableList<Step> steps();

  /**
   * Returns the issues of which nobody said anything. One on which two speakers of a party
   * contradict each other has no step, and is none of these.
   *
   * @return issues by nobody's word, in the order of the agenda
   */
  ImmutableSet<IssueId> unreported();

  /** {@return what was newly settled, or settled otherwise, in this round, and between whom} */
  ImmutableSet<Settled> settled();

  /** {@return the issues that were newly settled, be it between some} */
  default ImmutableSet<IssueId> closed() {
    return settled().stream().map(Settled::issue).collect(ImmutableSet.toImmutableSet());
  }

  /** {@return the issues that were settled and are no more, be it between some} */
  default ImmutableSet<IssueId> opened() {
    return unsettled().stream().map(Settled::issue).collect(ImmutableSet.toImmutableSet());
  }

  /** {@return what was settled before and is no more, and between whom} */
  ImmutableSet<Settled> unsettled();

  /** {@return how many issues no value would settle when the round began} */
  @Default
  default int openBefore() {
    return 0;
  }

  /** {@return how many issues no value would settle when the round was closed} */
  @Default
  default int openAfter() {
    return 0;
  }

  /**
   * {@return what it would be with everything alleged or denied taken for so: the verdict, empty
   * when it is the same}
   */
  Optional<Progress> asAlleged();

  /**
   * {@return every smallest set of allegations that makes a difference: the differences, smaller
   * sets first; empty when no allegation makes one}
   */
  ImmutableList<Difference> differences();

  /**
   * {@return remarks on the round: two speakers who contradict each other, goalposts that were
   * moved, an escalation, in order}
   */
  ImmutableList<Remark> remarks();

  /**
   * A set of allegations, and the verdict if they are so.
   *
   * @param allegations the entries, none of which could be left out
   * @param progress the verdict with these taken for so
   */
  record Difference(ImmutableSortedSet<EntryId> allegations, Progress progress)
      implements Serializable {
    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * A remark on a party's line.
   *
   * @param kind what is remarked
   * @param party the party
   * @param issue the issue
   * @param entries the entries it rests on, in order
   */
  record Remark(Kind kind, ActorId party, IssueId issue, ImmutableList<EntryId> entries)
      implements Serializable {
    /** What is remarked. */
    public enum Kind {
      /** Two who speak for the party contradict each other: there is no step. */
      INTERNAL_INCONSISTENCY,
      /** What was declared sufficient was met, and then tightened. */
      MOVED_GOALPOSTS,
      /** A demand, a condition or an offer was tightened, and no goalposts were moved by it. */
      ESCALATION,
      /** A demand leaves out an offer of its maker that stands, and can still be accepted. */
      OWN_OFFER_OUTSIDE
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * {@return whether it moved by nothing but what is still to be confirmed: every concession in it
   * is a consent ad referendum, which may be refused later; the verdict stays}
   */
  default boolean isAdReferendum() {
    return progress() == Progress.MOVED
        && settled().isEmpty()
        && steps().stream()
            .filter(s -> s.kind() == StepKind.CONCEDED || s.kind() == StepKind.DROPPED)
            .allMatch(s -> s.marks().contains(Position.Mark.AD_REFERENDUM));
  }

  /**
   * {@return the verdict in one line, such as {@code "MOVED as attested; MIXED if allegation [5] or
   * [6] is true"}}
   */
  default String describe() {
    String moved = progress() + (isAdReferendum() ? ", ad referendum" : "");
    if (differences().isEmpty()) {
      return moved;
    }
    StringBuilder line = new StringBuilder(moved + (isAdReferendum() ? "," : "") + " as attested");
    com.google.common.collect.ImmutableListMultimap<Progress, Difference> byVerdict =
        com.google.common.collect.Multimaps.index(differences(), Difference::progress);
    byVerdict
        .asMap()
        .forEach(
            (progress, sets) ->
                line.append("; ")
                    .append(progress)
                    .append(isOne(sets) ? " if allegation " : " if allegations ")
                    .append(
                        String.join(
                            " or ",
                            sets.stream()
                                .map(
                                    d ->
                                        String.join(
                                            " and ",
                                            d.allegations().stream()
                                                .map(EntryId::toString)
                                                .toList()))
                                .toList()))
                    .append(isOne(sets) ? " is true" : " are true"));
    return line.toString();
  }

  private static boolean isOne(Collection<Difference> sets) {
    return sets.stream().allMatch(d -> d.allegations().size() == 1);
  }

  /** {@return an empty builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a verdict. */
  final class Builder extends ImmutableRoundVerdict.Builder {
    Builder() {}
  }
}
