package dev.parley.talks;

/** The life of an offer, per addressee and, where it is severable, per issue. */
public enum OfferState {
  /** It can be accepted. */
  STANDING,
  /** The addressee has accepted it. */
  ACCEPTED,
  /** An addressee has rejected it. */
  REJECTED,
  /** An addressee has answered it with an offer that names it. */
  COUNTERED,
  /**
   * Its maker has made another to the same party on a shared issue, or an alternative was accepted.
   */
  REPLACED,
  /** Its maker has withdrawn it. */
  WITHDRAWN,
  /** Its last day has passed. */
  LAPSED,
  /** Its maker and the addressee have settled one of its issues otherwise. */
  OVERTAKEN
}
