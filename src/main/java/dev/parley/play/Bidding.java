package dev.parley.play;

/**
 * What a party offers at each turn. References of the literature: {@link TimeDependent} concedes as
 * time passes, {@link TitForTat} answers the other's concessions, {@link #hardLiner} never
 * concedes, and {@link #randomWalker} offers anything. Immutable.
 */
public interface Bidding {
  /** {@return what people call it, with its parameters, such as {@code Boulware (beta 0.2)}} */
  String name();

  /**
   * Takes part in a session.
   *
   * @param seat what the party knows; one outcome or more is acceptable to it
   * @return what offers for the party in this one session
   * @throws IllegalArgumentException if it is not defined for such a session
   */
  Bidder start(Seat seat);

  /** What offers for a party in one session. For one thread only. */
  interface Bidder {
    /**
     * {@return the outcome that the party would offer now: its number, one that is acceptable to
     * it} It is asked once at each turn, also where the party then accepts.
     */
    int bid();
  }

  /** {@return always the best outcome: the limit of {@link TimeDependent} where beta goes to 0} */
  static Bidding hardLiner() {
    return new HardLiner();
  }

  /**
   * {@return any of the outcomes that leave the party no worse off than no agreement, each with the
   * same chance: a base line, not a model of anybody}
   */
  static Bidding randomWalker() {
    return new RandomWalker();
  }
}
