package dev.parley.agenda;

import com.google.common.collect.ImmutableSet;
import dev.parley.travel.Travelling;
import java.util.Locale;
import java.util.Optional;
import org.immutables.serial.Serial.Structural;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;

/**
 * Who speaks for a party at a meeting: a delegation of mid-level security officials, say, with a
 * mandate to commit ad referendum. It is counted and ranked, its members are not named.
 *
 * <p>A joint delegation speaks for several parties, a coalition: what it says, each of them says.
 * Immutable.
 */
@Structural
@Immutable
public sealed interface Delegation extends Travelling, WithDelegation permits ImmutableDelegation {
  /** How high a delegation is, from the highest to the lowest. */
  enum Level {
    /** Heads of state, of government or of the organisation. */
    HEADS,
    /** Ministers and their equals. */
    MINISTERIAL,
    /** Senior officials and special envoys. */
    SENIOR,
    /** Mid-level officials. */
    MID_LEVEL,
    /** Experts and technicians. */
    TECHNICAL
  }

  /** {@return the identifier, unique on an agenda} */
  DelegationId id();

  /** {@return the party that sends it; of a joint delegation the one named first} */
  ActorId party();

  /** {@return the other parties for which a joint delegation speaks; empty for most} */
  ImmutableSet<ActorId> others();

  /** {@return for whom it speaks: the parties, one or more} */
  default ImmutableSet<ActorId> parties() {
    return ImmutableSet.<ActorId>builder().add(party()).addAll(others()).build();
  }

  /** {@return how it is called, such as {@code "security officials"}} */
  String name();

  /** {@return how high it is; empty where nobody says: what is not stated is no level} */
  Optional<Level> level();

  /** {@return how far it can bind its party: the mandate; full unless given} */
  @Default
  default Mandate mandate() {
    return Mandate.full();
  }

  /**
   * {@return the organ that confirms what it commits to ad referendum: another delegation of the
   * same party, such as its cabinet; empty where the party itself does}
   */
  Optional<DelegationId> confirmedBy();

  /**
   * {@return its identifier, and its level where that is known, for messages: {@code "envoys
   * (mid-level)"}}
   */
  default String describe() {
    return id() + level().map(l -> " (%s)".formatted(word(l))).orElse("");
  }

  private static String word(Level level) {
    return level.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** {@return an empty builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a delegation. */
  final class Builder extends ImmutableDelegation.Builder {
    Builder() {}
  }
}
