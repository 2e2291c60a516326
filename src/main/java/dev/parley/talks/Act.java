package dev.parley.talks;

import java.util.Optional;

/**
 * What a move does, without who, when and on whose word: an offer, a walk-out, an air strike. A
 * closed family, in five groups. Only {@link Substantive} acts can change a position. Immutable.
 */
public sealed interface Act permits Procedural, Substantive, AfterDeal, Communicative, Exogenous {
  /** {@return which act this is} */
  ActKind kind();

  /**
   * {@return the standing thing that this act is about: the offer that it accepts, the obligation
   * that it performs, a demand, an obligation, a delegation's id or a deadline's name; empty for
   * acts that bring something new}
   */
  default Optional<Object> subject() {
    return Optional.empty();
  }
}
