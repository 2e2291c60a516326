package dev.parley.talks;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableTable;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.travel.RecordForm;
import java.io.Serializable;
import java.util.Optional;

/**
 * What became of a demand, issue by issue and counterpart by counterpart: dropped towards one, it
 * can stand towards another, and settled on one issue, it can stand on the next. What another
 * demand of its maker has taken the place of is not told. Immutable.
 *
 * @param states the state on each issue towards each principal
 */
public record DemandLife(ImmutableTable<IssueId, ActorId, DemandLife.DemandState> states)
    implements Serializable {
  /** The life of a demand on one issue, towards one of those of whom it was made. */
  public enum DemandState {
    /** It stands as it was raised. */
    STANDING,
    /** It stands as it was amended. */
    AMENDED,
    /** Its maker has taken it back. */
    DROPPED,
    /** It was dropped or settled, and stands again. */
    REOPENED,
    /** What is agreed lies in what was asked. */
    MET,
    /** Its maker agreed to something else. */
    NOT_MET,
    /** Something is agreed, and whether it is what was asked cannot be told: only words say it. */
    CANNOT_TELL;

    /** {@return whether it stands} */
    public boolean stands() {
      return this == STANDING || this == AMENDED || this == REOPENED;
    }
  }

  /** {@return whether it stands anywhere} */
  public boolean stands() {
    return states.values().stream().anyMatch(DemandState::stands);
  }

  /** {@return the issues on which it stands towards somebody, in the order in which it asks} */
  public ImmutableSet<IssueId> standsOn() {
    return states.rowKeySet().stream()
        .filter(issue -> states.row(issue).values().stream().anyMatch(DemandState::stands))
        .collect(ImmutableSet.toImmutableSet());
  }

  /**
   * Returns the state on an issue.
   *
   * @param issue an issue
   * @return the state towards all: the first that stands, or else the first; empty where it has
   *     none
   */
  public Optional<DemandState> on(IssueId issue) {
    return states.row(issue).values().stream()
        .filter(DemandState::stands)
        .findFirst()
        .or(() -> states.row(issue).values().stream().findFirst());
  }

  /**
   * Returns the state on an issue towards a principal.
   *
   * @param issue an issue
   * @param toward a principal
   * @return the state, or empty where it was not asked, or something newer is
   */
  public Optional<DemandState> on(IssueId issue, ActorId toward) {
    return Optional.ofNullable(states.get(issue, toward));
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
