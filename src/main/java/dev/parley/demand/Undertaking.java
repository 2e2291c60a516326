package dev.parley.demand;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.Terms;
import dev.parley.evidence.When;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What one party would be bound to do by an agreement: who, what, by when, triggered by what,
 * secured by which guarantor. It becomes an obligation when the agreement comes into force.
 * Immutable.
 */
@Value.Immutable
public sealed interface Undertaking extends WithUndertaking permits ImmutableUndertaking {
  /**
   * Returns its name.
   *
   * @return the name, unique in an agreement
   */
  String name();

  /**
   * Returns who is bound.
   *
   * @return a principal
   */
  ActorId by();

  /**
   * Returns what on the agenda it delivers.
   *
   * @return the terms, or empty when only words say it
   */
  Optional<Terms> terms();

  /**
   * Returns what it delivers, in words.
   *
   * @return the words; empty when the terms say it all
   */
  @Value.Default
  default String words() {
    return "";
  }

  /**
   * Returns by when.
   *
   * @return the date, or empty when none was given
   */
  Optional<When> due();

  /**
   * Returns what sets it off.
   *
   * @return the trigger; coming into force unless given
   */
  @Value.Default
  default Trigger trigger() {
    return new Trigger.OnForce();
  }

  /**
   * Returns who stands for its performance.
   *
   * @return a guarantor, or empty when there is none
   */
  Optional<ActorId> guarantor();

  /** Checks that it delivers something. */
  @Value.Check
  default void check() {
    if (terms().isEmpty() && words().isBlank()) {
      throw new IllegalArgumentException(
          "undertaking (%s) delivers nothing: give terms or words".formatted(name()));
    }
  }

  /**
   * Returns an empty builder.
   *
   * @return a builder
   */
  static Builder builder() {
    return new Builder();
  }

  /** Builds an undertaking. */
  final class Builder extends ImmutableUndertaking.Builder {
    Builder() {}
  }
}
