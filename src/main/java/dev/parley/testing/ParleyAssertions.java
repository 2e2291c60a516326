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
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.SoftAssertions;

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
   * Asserts several things and tells all that fail together, as AssertJ's {@code assertSoftly}
   * does:
   *
   * <pre>{@code
   * softly(softly -> {
   *   softly.assertThat(talks).isInStage(Stage.IN_SESSION).hasClosedRounds(2);
   *   softly.assertThat(talks.round(2)).hasMoved();
   *   softly.assertThat(talks.agreements()).isEmpty();
   * });
   * }</pre>
   *
   * @param assertions what is asserted
   */
  public static void softly(Consumer<? super Softly> assertions) {
    Softly softly = new Softly();
    softly.check(() -> assertions.accept(softly));
    softly.assertAll();
  }

  /**
   * Assertions that are all made, whatever fails: Parley's and AssertJ's own. A failure after which
   * nothing more can be asked, such as of a round that is not closed, ends them.
   */
  @SuppressWarnings("exports")
  public static final class Softly extends SoftAssertions {
    Softly() {}

    /**
     * Starts assertions about a negotiation.
     *
     * @param talks the negotiation
     * @return the assertions
     */
    public NegotiationAssert assertThat(Negotiation talks) {
      return new NegotiationAssert(talks, this::collectAssertionError);
    }

    /**
     * Starts assertions about what came of a move.
     *
     * @param outcome what came of it
     * @return the assertions
     */
    public OutcomeAssert assertThat(Outcome outcome) {
      return new OutcomeAssert(outcome, this::collectAssertionError);
    }

    /**
     * Starts assertions about the verdict of a round.
     *
     * @param verdict the verdict
     * @return the assertions
     */
    public RoundAssert assertThat(RoundVerdict verdict) {
      return new RoundAssert(verdict, Optional.empty(), this::collectAssertionError);
    }
  }

  /**
   * Assertions about what came of a move: accepted, or refused because of what. What fails shows
   * the last round and where the talks stand.
   */
  @SuppressWarnings("exports")
  public static final class OutcomeAssert extends AbstractAssert<OutcomeAssert, Outcome> {
    private final Consumer<AssertionError> failing;

    OutcomeAssert(Outcome actual) {
      this(actual, NegotiationAssert.HARD);
    }

    OutcomeAssert(Outcome actual, Consumer<AssertionError> failing) {
      super(actual, OutcomeAssert.class);
      this.failing = failing;
    }

    /**
     * Asserts that the move was accepted.
     *
     * @return assertions about the negotiation after it
     */
    public NegotiationAssert isAccepted() {
      isNotNull();
      if (actual instanceof Refusal refusal) {
        fails(
            "expected the move to be accepted, but it was refused:\n" + refusal.message(),
            refusal.negotiation());
      }
      return new NegotiationAssert(actual.negotiation(), failing);
    }

    /**
     * Asserts that the move was refused because of these laws and no others.
     *
     * @param laws the laws, in any order
     * @return this
     */
    public OutcomeAssert isRefusedBecauseOf(Law... laws) {
      return refused(
          "because of " + words(Arrays.asList(laws)),
          refusal ->
              refusal.laws().equals(Set.of(laws))
                  ? Optional.empty()
                  : Optional.of(
                      "expected a refusal because of %s, but it was because of %s:\n%s"
                          .formatted(
                              words(Arrays.asList(laws)),
                              words(refusal.laws()),
                              refusal.message())));
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
      return refused("by rule " + words(expected), refusal -> otherRules(expected, refusal));
    }

    private static Optional<String> otherRules(List<String> expected, Refusal refusal) {
      List<String> by =
          refusal.laws().equals(Set.of(Law.RULE_BOOK))
              ? refusingRules(refusal)
              : refusal.laws().stream().map(Law::name).toList();
      return Set.copyOf(by).equals(Set.copyOf(expected))
          ? Optional.empty()
          : Optional.of(
              "expected a refusal by rule %s, but it was by %s:\n%s"
                  .formatted(words(expected), words(by), refusal.message()));
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
      return refused(
          "with the words (" + words + ")",
          refusal ->
              refusal.message().contains(words)
                  ? Optional.empty()
                  : Optional.of(
                      "expected a refusal with the words (%s), but it says:\n%s"
                          .formatted(words, refusal.message())));
    }

    /** Fails where the move was accepted, or something is wrong with its refusal. */
    private OutcomeAssert refused(String how, Function<Refusal, Optional<String>> wrong) {
      isNotNull();
      if (actual instanceof Accepted accepted) {
        fails(
            "expected a refusal %s, but the move was accepted as %s"
                .formatted(how, accepted.entry()),
            accepted.negotiation());
        return this;
      }
      Refusal refusal = (Refusal) actual;
      wrong.apply(refusal).ifPresent(message -> fails(message, refusal.negotiation()));
      return this;
    }

    private static String words(Collection<?> all) {
      return all.stream().map(o -> "(" + o + ")").collect(Collectors.joining(" and "));
    }

    private void fails(String message, Negotiation around) {
      failing.accept(failure("%s", message + Excerpt.ofEnd(around)));
    }
  }
}
