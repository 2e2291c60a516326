package dev.parley.talks;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.demand.Offer;
import dev.parley.travel.Travelling;
import org.immutables.serial.Serial.Structural;
import org.immutables.value.Value.Immutable;

/**
 * How an offer stands with those it was made to. An offer is in a situation as long as it stands
 * with one of them. Immutable.
 */
@Structural
@SuppressWarnings("unchecked") // of what is read from a stream
@Immutable(lazyhash = true)
public sealed interface Standing extends Travelling, WithStanding permits ImmutableStanding {
  /** The life of an offer, per addressee and, where it is severable, per issue. */
  enum OfferState {
    /** It can be accepted. */
    STANDING,
    /** The addressee has accepted it. */
    ACCEPTED,
    /** An addressee has rejected it. */
    REJECTED,
    /** An addressee has answered it with an offer that names it. */
    COUNTERED,
    /**
     * Its maker has made another to the same party on a shared issue, or an alternative was
     * accepted.
     */
    REPLACED,
    /** Its maker has withdrawn it. */
    WITHDRAWN,
    /** Its last day has passed. */
    LAPSED,
    /** Its maker and the addressee have settled one of its issues otherwise. */
    OVERTAKEN
  }

  /**
   * {@return with whom it stands: the addressees who can still accept it, and on which issues of
   * its terms}
   */
  ImmutableMap<ActorId, ImmutableSet<IssueId>> open();

  /** {@return who has accepted it finally: the addressees, and on which issues} */
  ImmutableMap<ActorId, ImmutableSet<IssueId>> accepted();

  /**
   * {@return the offers that were made as alternatives to it: the other alternatives; empty for
   * most offers}
   */
  ImmutableSet<Offer> alternatives();

  /** {@return an empty builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a standing. */
  final class Builder extends ImmutableStanding.Builder {
    Builder() {}
  }
}
