package dev.parley.analysis.bargaining;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * What a concept picks. Its witness is the frontier that it was picked from: every other payoff of
 * the {@linkplain Frontier#negotiationSet negotiation set} scores less; and where there is none,
 * every {@linkplain Frontier#efficient efficient} payoff names {@linkplain Payoff#refusers who
 * would refuse} it. Immutable.
 *
 * @param concept the concept
 * @param payoffs all that tie for the best score, from the first party's best on; none where every
 *     outcome leaves somebody below the reservation
 * @param score the best score: a product, share, gain, sum or spread; empty where there is none
 * @param shortfall why better outcomes may exist, or empty when the frontier was complete
 */
public record Solution(
    SolutionConcept concept,
    ImmutableList<Payoff> payoffs,
    Optional<Fraction> score,
    Optional<String> shortfall) {
  /** {@return whether nothing is picked} */
  public boolean isNone() {
    return payoffs.isEmpty();
  }

  /**
   * {@return the concept and what it picks, such as {@code Nash: israel 0.71, hamas 0.57: hostages
   * 6; truce yes}}
   */
  @Override
  public String toString() {
    return concept.title()
        + ": "
        + (isNone()
            ? "none, every outcome leaves somebody below the reservation"
            : String.join(" | ", payoffs.stream().map(Payoff::toString).toList()));
  }
}
