package dev.parley.demand;

import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.demand.Demand.Firmness;
import java.util.Optional;

/**
 * What the builders of all ready-made kinds of demand have in common: who asks, of whom, and how
 * firmly. What is asked is each kind's own.
 *
 * @param <B> the builder itself
 */
interface DemandBuilder<B extends DemandBuilder<B>> {
  /**
   * Sets who asks.
   *
   * @param by who asks
   * @return this builder
   */
  B by(ActorId by);

  /**
   * Adds of whom it is asked.
   *
   * @param of principals
   * @return this builder
   */
  B addAllOf(Iterable<? extends ActorId> of);

  /**
   * Sets how firm the demand is.
   *
   * @param firmness the firmness, or empty when nobody said
   * @return this builder
   */
  B firmness(Optional<? extends Firmness> firmness);

  /**
   * Sets whether meeting the demand was declared to be enough.
   *
   * @param sufficient whether it was
   * @return this builder
   */
  B sufficient(boolean sufficient);

  /**
   * Sets who asks and of whom, when both are one.
   *
   * @param by who asks
   * @param of of whom
   * @return this builder
   */
  default B between(String by, String of) {
    return by(ActorId.of(by)).addAllOf(ImmutableSet.of(ActorId.of(of)));
  }

  /**
   * Sets who asks, of whom and how firmly as in another demand, and leaves out what that one asks.
   *
   * @param other a demand
   * @return this builder
   */
  default B as(Demand other) {
    return by(other.by())
        .addAllOf(other.of())
        .firmness(other.firmness())
        .sufficient(other.sufficient());
  }
}
