package dev.parley.testing;

import dev.parley.progress.RoundVerdict;
import dev.parley.talks.Law;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Outcome;
import dev.parley.talks.Outcome.Accepted;
import dev.parley.talks.Refusal;
import dev.parley.testing.NegotiationAssert.RoundAssert;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/**
 * The entrance to the assertions for AssertJ:
 *
 * <pre>{@code
 * assertThat(talks).isInStage(Stage.IN_SESSION).hasStandingOffers(0).round(2).hasMoved()
 *     .hasStep("hamas", "withdrawal-days", CONCEDED);
 * assertThat(talks.apply(Move.by("egypt").opensRound())).isRefusedBecauseOf(Law.PLACE_IN_STAGE);
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

  /**
   * Assertions about what came of a move: accepted, or refused because of what. What fails shows
   * the last round and where the talks stand.
   */
  @SuppressWarnings("exports")
  public static final class OutcomeAssert extends AbstractAssert<OutcomeAssert, Outcome> {
    OutcomeAssert(Outcome actual) {
      super(actual, OutcomeAssert.class);
    }

    /**
     * Asserts that the move was accepted.
     *
     * @return assertions about the negotiation after it
     */
    public NegotiationAssert isAccepted() {
      isNotNull();
      if (actual instanceof Refusal refusal) {
        throw fail(
            "expected the move to be accepted, but it was refused:\n" + refusal.message(),
            refusal.negotiation());
      }
      return new NegotiationAssert(actual.negotiation());
    }

    /**
     * Asserts that the move was refused because of these laws and no others.
     *
     * @param laws the laws, in any order
     * @return this
     */
    public OutcomeAssert isRefusedBecauseOf(Law... laws) {
      Refusal refusal = refusal("because of " + words(Arrays.asList(laws)));
      if (!refusal.laws().equals(Set.of(laws))) {
        throw fail(
            "expected a refusal because of %s, but it was because of %s:\n%s"
                .formatted(words(Arrays.asList(laws)), words(refusal.laws()), refusal.message()),
            refusal.negotiation());
      }
      return this;
    }

    /**
     * Asserts that the move was refused by rules of the rule book, these and no others, and kept
     * the machine's laws.
     *
     * @param ids the ids of the rules, in any order
     * @return this
     */
    public OutcomeAssert isRefusedBecauseOfRules(String... ids) {
      List<String> expected = List.of(ids);
      Refusal refusal = refusal("by rule " + words(expected));
      List<String> by =
          refusal.laws().equals(Set.of(Law.RULE_BOOK))
              ? refusingRules(refusal)
              : refusal.laws().stream().map(Law::name).toList();
      if (!Set.copyOf(by).equals(Set.copyOf(expected))) {
        throw fail(
            "expected a refusal by rule %s, but it was by %s:\n%s"
                .formatted(words(expected), words(by), refusal.message()),
            refusal.negotiation());
      }
      return this;
    }

    private static List<String> refusingRules(Refusal refusal) {
      return refusal.breaches().stream().map(b -> b.message().replaceAll(": .*", "")).toList();
    }

    /**
     * Asserts that the move was refused with these words among others.
     *
     * @param words part of the message
     * @return this
     */
    public OutcomeAssert isRefusedSaying(String words) {
      Refusal refusal = refusal("with the words (" + words + ")");
      if (!refusal.message().contains(words)) {
        throw fail(
            "expected a refusal with the words (%s), but it says:\n%s"
                .formatted(words, refusal.message()),
            refusal.negotiation());
      }
      return this;
    }

    private Refusal refusal(String how) {
      isNotNull();
      if (actual instanceof Accepted accepted) {
        throw fail(
            "expected a refusal %s, but the move was accepted as %s"
                .formatted(how, accepted.entry()),
            accepted.negotiation());
      }
      return (Refusal) actual;
    }

    private static String words(Collection<?> all) {
      return all.stream().map(o -> "(" + o + ")").collect(Collectors.joining(" and "));
    }

    private AssertionError fail(String message, Negotiation around) {
      return failure("%s", message + Excerpt.ofEnd(around));
    }
  }
}
