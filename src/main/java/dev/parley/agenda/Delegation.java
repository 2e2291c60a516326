package dev.parley.agenda;

import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;

/**
 * Who speaks for a party at a meeting: a delegation of mid-level security officials, say, with a
 * mandate to commit ad referendum. It is counted and ranked, its members are not named. Immutable.
 */
@Immutable
public sealed interface Delegation extends WithDelegation permits ImmutableDelegation {
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

  /** {@return the party that sends it} */
  ActorId party();

  /** {@return how it is called, such as {@code "security officials"}} */
  String name();

  /** {@return how high it is} */
  Level level();

  /** {@return how far it can bind its party: the mandate; full unless given} */
  @Default
  default Mandate mandate() {
    return Mandate.full();
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
