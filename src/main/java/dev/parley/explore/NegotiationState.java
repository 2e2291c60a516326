package dev.parley.explore;

import dev.parley.talks.Juncture;
import dev.parley.talks.Situation;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A state of a negotiation under exploration: where it is, and which day it is where time passes.
 * Immutable.
 *
 * @param juncture the situation, and what the rules remember
 * @param day the day, or empty in a model without time
 */
public record NegotiationState(Juncture juncture, Optional<LocalDate> day) {
  /** {@return where the negotiation stands} */
  public Situation situation() {
    return juncture.situation();
  }

  @Override
  public String toString() {
    return NegotiationWords.of(situation()) + day.map(d -> ", on " + d).orElse("");
  }
}
