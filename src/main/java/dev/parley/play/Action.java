package dev.parley.play;

/**
 * What a party does at its turn: it puts an outcome on the table, accepts the one that lies there,
 * or leaves the talks. Outcomes are the numbers of its {@link Seat#utilities table}. Immutable.
 */
public sealed interface Action {
  /** Acceptance of what lies on the table. */
  Action ACCEPT = new Accept();

  /** The end of the talks. */
  Action LEAVE = new Leave();

  /**
   * {@return an offer of an outcome; where a mediator's draft is voted on, a no}
   *
   * @param outcome its number
   */
  static Action bid(int outcome) {
    return new Bid(outcome);
  }

  /**
   * An offer.
   *
   * @param outcome the number of what is offered
   */
  record Bid(int outcome) implements Action {}

  /** Acceptance of what lies on the table. */
  record Accept() implements Action {}

  /** The end of the talks. */
  record Leave() implements Action {}
}
