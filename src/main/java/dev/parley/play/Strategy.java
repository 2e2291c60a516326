package dev.parley.play;

/**
 * What a party does at each turn, given what it knows: its own utilities, what was offered, the
 * public record, how much time has passed, and a seeded source of chance. It is never shown what
 * another party prefers.
 *
 * <p>Most strategies have two parts (the bidding strategy and the acceptance condition of T.
 * Baarslag, K. Hindriks, M. Hendrikx, A. Dirkzwager and C. Jonker, "Decoupling Negotiating Agents
 * to Explore the Space of Negotiation Strategies", 2014): choose {@link #of} for those. Choose
 * {@link Micro} for the benchmark of de Jonge, {@link DraftVoter} for votes on a mediator's drafts,
 * and implement this interface for anything else. A strategy is immutable; what changes during one
 * session is kept by its {@link Player}. The ready-made ones travel; one's own does when it is
 * {@link java.io.Serializable}.
 */
public interface Strategy {
  /** {@return what people call it, with its parameters, such as {@code Boulware (beta 0.2)}} */
  String name();

  /**
   * Takes part in a session.
   *
   * @param seat what the party knows, kept up to date while the session goes on
   * @return who acts for the party in this one session
   * @throws IllegalArgumentException if the strategy is not defined for such a session
   */
  Player start(Seat seat);

  /** Who acts for a party in one session. For one thread only. */
  interface Player {
    /** {@return what the party does now: it is asked once at each of its turns} */
    Action act();
  }

  /**
   * {@return a strategy of two parts} It plans its next offer, accepts what lies on the table where
   * the condition says so in view of that plan, and makes the offer otherwise. It accepts nothing,
   * and offers nothing, that leaves it worse off than no agreement; where every outcome does, it
   * leaves.
   *
   * @param bidding what it offers
   * @param acceptance what it accepts
   */
  static Strategy of(Bidding bidding, Acceptance acceptance) {
    return new Composed(bidding, acceptance);
  }

  /**
   * {@return a strategy that accepts what is at least as good as its own next offer}
   *
   * @param bidding what it offers
   */
  static Strategy of(Bidding bidding) {
    return of(bidding, Acceptance.next());
  }
}
