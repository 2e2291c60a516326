package dev.parley.agenda;

import org.immutables.value.Value;

/**
 * Who speaks for a party at a meeting: a delegation of mid-level security officials, say, with a
 * mandate to commit ad referendum. It is counted and ranked, its members are not named. Immutable.
 */
@Value.Immutable
public sealed interface Delegation extends WithDelegation permits ImmutableDelegation {
  /**
   * Returns the identifier.
   *
   * @return the identifier, unique on an agenda
   */
  DelegationId id();

  /**
   * Returns the party that sends it.
   *
   * @return a party on the agenda
   */
  ActorId party();

  /**
   * Returns how it is called.
   *
   * @return such as {@code "security officials"}
   */
  String name();

  /**
   * Returns how high it is.
   *
   * @return the level
   */
  Level level();

  /**
   * Returns how far it can bind its party.
   *
   * @return the mandate; full unless given
   */
  @Value.Default
  default Mandate mandate() {
    return Mandate.full();
  }

  /**
   * Returns an empty builder.
   *
   * @return a builder
   */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a delegation. */
  final class Builder extends ImmutableDelegation.Builder {
    Builder() {}
  }
}
