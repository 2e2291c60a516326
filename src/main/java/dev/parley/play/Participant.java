package dev.parley.play;

import dev.parley.agenda.ActorId;
import dev.parley.analysis.bargaining.Profile;
import dev.parley.analysis.bargaining.UtilityTable;
import java.io.InvalidObjectException;
import java.io.ObjectStreamException;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A party in a session: what it prefers, and how it acts. Two are equal when their profiles and
 * their strategies are. It travels when its strategy does, and its profile: a profile by a function
 * does not. Immutable.
 *
 * @param utilities what it makes of each outcome; only its own strategy sees it
 * @param strategy what it does at each turn
 */
public record Participant(UtilityTable utilities, Strategy strategy) implements Serializable {
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

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Participant participant
        && participant.utilities.profile().equals(utilities.profile())
        && participant.strategy.equals(strategy);
  }

  @Override
  public int hashCode() {
    return 31 * utilities.profile().hashCode() + strategy.hashCode();
  }

  private Object writeReplace() {
    return new Form(utilities.profile(), strategy);
  }

  /** What travels in its place: the table is made anew where it arrives. */
  private record Form(@Nullable Profile profile, @Nullable Strategy strategy)
      implements Serializable {
    private Object readResolve() throws ObjectStreamException {
      if (profile == null || strategy == null) {
        throw new InvalidObjectException("a participant has a profile and a strategy");
      }
      return Participant.of(profile, strategy);
    }
  }
}
