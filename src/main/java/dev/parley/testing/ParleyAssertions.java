package dev.parley.testing;

import dev.parley.progress.RoundVerdict;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Outcome;

/**
 * The entrance to the assertions for AssertJ:
 *
 * <pre>{@code
 * assertThat(talks).isAtImpasse().hasStandingOffers(2).round(3).isMixed()
 *     .hasStep("hamas", "withdrawal-days", CONCEDED);
 * assertThat(talks.apply(move)).isRefusedBecauseOf(Law.OFFER_STANDS);
 * }</pre>
 *
 * <p>Import it statically beside AssertJ's own. Whatever fails shows the transcript around it.
 */
@SuppressWarnings("exports")
public final class ParleyAssertions {
  private ParleyAssertions() {}

  /**
   * Starts assertions about a negotiation.
   *
   * @param talks the negotiation
   * @return the assertions
   */
  public static NegotiationAssert assertThat(Negotiation talks) {
    return new NegotiationAssert(talks);
  }

  /**
   * Starts assertions about what came of a move.
   *
   * @param outcome what came of it
   * @return the assertions
   */
  public static OutcomeAssert assertThat(Outcome outcome) {
    return new OutcomeAssert(outcome);
  }

  /**
   * Starts assertions about the verdict of a round.
   *
   * @param verdict the verdict
   * @return the assertions, which without the negotiation show its steps only
   */
  public static RoundAssert assertThat(RoundVerdict verdict) {
    return new RoundAssert(verdict);
  }
}
