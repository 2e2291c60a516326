package dev.parley.play;

import dev.parley.agenda.ActorId;
import dev.parley.analysis.bargaining.Profile;
import dev.parley.analysis.bargaining.UtilityTable;

/**
 * A party in a session: what it prefers, and how it acts. Immutable.
 *
 * @param utilities what it makes of each outcome; only its own strategy sees it
 * @param strategy what it does at each turn
 */
public record Participant(UtilityTable utilities, Strategy strategy) {
  /**
   * {@return a party with a profile and a strategy}
   *
   * @param profile what it prefers
   * @param strategy what it does at each turn
   * @throws IllegalArgumentException if there are more than {@link UtilityTable#MOST} outcomes
   */
  public static Participant of(Profile profile, Strategy strategy) {
    return new Participant(UtilityTable.of(profile), strategy);
  }

  /** {@return which party it is} */
  public ActorId party() {
    return utilities.party();
  }
}
