package dev.parley.evidence;

import dev.parley.agenda.ActorId;
import java.util.function.Predicate;

/**
 * On whose word a deed of a party stands. That Hamas softened its timetable is attested when a
 * Hamas official says so, alleged when Israel says so, reported when a newspaper or a mediator
 * does. It is who says so, not whether it is true. Immutable.
 */
public enum Attribution {
  /** Used when the party says of itself that it did so. */
  ATTESTED,
  /** Used when somebody says so who speaks for no principal party: a newspaper, a mediator. */
  REPORTED,
  /** Used when another principal party to the negotiation says so. */
  ALLEGED,
  /** Used when the party says of itself that it did not, whoever says that it did. */
  DENIED;

  /** {@return whether the machine follows it: it is neither alleged nor denied} */
  public boolean counts() {
    return this != ALLEGED && this != DENIED;
  }

  /**
   * Returns on whose word it stands that a party did something, from who the source speaks for. It
   * is never {@link #DENIED}: a denial is a second claim, with a source of its own.
   *
   * @param actor the party that is said to have acted
   * @param source who says so
   * @param principal which parties are principals: negotiate for themselves, and do not mediate or
   *     watch
   * @return ATTESTED if the source speaks for the actor, ALLEGED if it speaks for another party
   *     that is a principal, REPORTED otherwise
   */
  public static Attribution of(ActorId actor, Source source, Predicate<ActorId> principal) {
    if (source.speaksFor().filter(actor::equals).isPresent()) {
      return ATTESTED;
    }
    return source.speaksFor().filter(principal).isPresent() ? ALLEGED : REPORTED;
  }
}
