package dev.parley.testing;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agreement.Agreement;
import dev.parley.agreement.AgreementStage;
import dev.parley.demand.Text;
import dev.parley.progress.Progress;
import dev.parley.progress.RoundVerdict;
import dev.parley.progress.Step;
import dev.parley.progress.StepKind;
import dev.parley.rules.Audit;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Policy;
import dev.parley.talks.Rule;
import dev.parley.talks.RuleBook;
import dev.parley.talks.Situation.IssueStatus;
import dev.parley.talks.Stage;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about a negotiation: where it stands, what stands in it, how its rounds went and
 * whether it keeps a rule. What fails shows the last round and where the talks stand.
 */
@SuppressWarnings("exports")
public final class NegotiationAssert extends AbstractAssert<NegotiationAssert, Negotiation> {
  /** Throws a failure at once. */
  static final Consumer<AssertionError> HARD =
      failure -> {
        throw failure;
      };

  private final Consumer<AssertionError> failing;

  NegotiationAssert(Negotiation actual) {
    this(actual, HARD);
  }

  NegotiationAssert(Negotiation actual, Consumer<AssertionError> failing) {
    super(actual, NegotiationAssert.class);
    this.failing = failing;
  }

  /**
   * Asserts the stage.
   *
   * @param stage the stage
   * @return this
   */
  public NegotiationAssert isInStage(Stage stage) {
    isNotNull();
    Stage is = actual.situation().stage();
    return require(
        is == stage, "expected talks in stage (%s), but they are in stage (%s)", stage, is);
  }

  /**
   * Asserts that the talks are at an impasse.
   *
   * @return this
   */
  public NegotiationAssert isAtImpasse() {
    return isInStage(Stage.AT_IMPASSE);
  }

  /**
   * Asserts that a comprehensive agreement has concluded the talks.
   *
   * @return this
   */
  public NegotiationAssert isConcluded() {
    return isInStage(Stage.CONCLUDED);
  }

  /**
   * Asserts that all principals have abandoned the talks.
   *
   * @return this
   */
  public NegotiationAssert isAbandoned() {
    return isInStage(Stage.ABANDONED);
  }

  /**
   * Asserts that something is agreed in principle: all whom a text binds have consented to it, one
   * at least provisionally.
   *
   * @return this
   */
  public NegotiationAssert isAgreedInPrinciple() {
    return hasAgreement(AgreementStage.INITIALLED);
  }

  /**
   * Asserts that an agreement is in force.
   *
   * @return this
   */
  public NegotiationAssert isInForce() {
    return hasAgreement(AgreementStage.IN_FORCE);
  }

  /**
   * Asserts that some agreement is in a stage, be it over.
   *
   * @param stage the stage
   * @return this
   */
  public NegotiationAssert hasAgreement(AgreementStage stage) {
    isNotNull();
    List<AgreementStage> stages = actual.agreements().stream().map(Agreement::stage).toList();
    return require(
        stages.contains(stage),
        "expected an agreement in stage (%s), but there are agreements in %s",
        stage,
        stages);
  }

  /**
   * Asserts where the agreement on a text stands; the last one, where it was over and consented to
   * anew.
   *
   * @param text the text
   * @param stage the stage
   * @return this
   */
  public NegotiationAssert hasAgreement(Text text, AgreementStage stage) {
    isNotNull();
    Optional<AgreementStage> is =
        actual.agreements().stream()
            .filter(a -> a.accord().text().equals(text))
            .map(Agreement::stage)
            .reduce((first, second) -> second);
    return require(
        is.equals(Optional.of(stage)),
        "expected agreement (%s) to be in stage (%s), but it is in (%s)",
        text.terms(),
        stage,
        is.map(Enum::name).orElse("none: nobody has consented to it"));
  }

  /**
   * Asserts that the talks are over.
   *
   * @return this
   */
  public NegotiationAssert isOver() {
    isNotNull();
    return require(
        actual.isOver(),
        "expected talks that are over, but they are in stage (%s)",
        actual.situation().stage());
  }

  /**
   * Asserts that the talks go on.
   *
   * @return this
   */
  public NegotiationAssert isNotOver() {
    isNotNull();
    return require(
        !actual.isOver(),
        "expected talks that go on, but they are over: stage (%s)",
        actual.situation().stage());
  }

  /**
   * Asserts how many offers stand.
   *
   * @param number how many; alternatives count one by one
   * @return this
   */
  public NegotiationAssert hasStandingOffers(int number) {
    isNotNull();
    return has(number, "standing offers", actual.situation().offers().size());
  }

  /**
   * Asserts how many demands stand.
   *
   * @param number how many
   * @return this
   */
  public NegotiationAssert hasStandingDemands(int number) {
    isNotNull();
    return has(number, "standing demands", actual.situation().standingDemands().size());
  }

  /**
   * Asserts how many rounds are closed.
   *
   * @param number how many
   * @return this
   */
  public NegotiationAssert hasClosedRounds(int number) {
    isNotNull();
    return has(number, "closed rounds", actual.closedRounds());
  }

  /**
   * Asserts the status of an issue.
   *
   * @param issue the issue
   * @param status the status
   * @return this
   */
  public NegotiationAssert hasIssue(String issue, IssueStatus status) {
    isNotNull();
    IssueStatus is =
        actual.situation().status(actual.agenda().requireIssue(IssueId.of(issue)).id());
    return require(
        is == status, "expected issue (%s) to be (%s), but it is (%s)", issue, status, is);
  }

  /**
   * Asserts that the record keeps a rule, whatever its severity.
   *
   * @param rule the rule
   * @return this
   */
  public NegotiationAssert keeps(Rule rule) {
    isNotNull();
    Policy policy = actual.ruleBook().policy();
    return keeps(RuleBook.DEFAULT.under(policy).and(rule));
  }

  /**
   * Asserts that the record keeps every rule of a book.
   *
   * @param rules the rules
   * @return this
   */
  public NegotiationAssert keeps(RuleBook rules) {
    isNotNull();
    Audit audit = Audit.of(actual, rules);
    return require(
        audit.isClean(),
        "expected a record that keeps the rules, but this breaks them:\n%s",
        audit);
  }

  /**
   * Goes on to a closed round.
   *
   * @param number the round, from 1
   * @return the assertions about it
   */
  public RoundAssert round(int number) {
    isNotNull();
    if (number < 1 || number > actual.closedRounds()) {
      throw failure(
          "%s",
          "expected a closed round (%s), but (%s) are closed"
                  .formatted(number, actual.closedRounds())
              + Excerpt.ofEnd(actual));
    }
    return new RoundAssert(actual.round(number), Optional.of(actual), failing);
  }

  private NegotiationAssert has(int expected, String what, int number) {
    return require(
        number == expected, "expected (%s) %s, but there are (%s)", expected, what, number);
  }

  @SuppressWarnings("AnnotateFormatMethod") // that annotation is no dependency of ours
  private NegotiationAssert require(boolean law, String message, Object... values) {
    if (!law) {
      failing.accept(failure("%s", message.formatted(values) + Excerpt.ofEnd(actual)));
    }
    return this;
  }

  /**
   * Assertions about a closed round: whether it moved or stalled, and by which steps. What fails
   * shows the round as it stands in the transcript.
   */
  @SuppressWarnings("exports")
  public static final class RoundAssert extends AbstractAssert<RoundAssert, RoundVerdict> {
    private final Optional<Negotiation> talks;
    private final Consumer<AssertionError> failing;

    RoundAssert(RoundVerdict actual) {
      this(actual, Optional.empty(), HARD);
    }

    RoundAssert(
        RoundVerdict actual, Optional<Negotiation> talks, Consumer<AssertionError> failing) {
      super(actual, RoundAssert.class);
      this.talks = talks;
      this.failing = failing;
    }

    /**
     * Asserts the verdict, as attested.
     *
     * @param progress the verdict
     * @return this
     */
    public RoundAssert is(Progress progress) {
      isNotNull();
      if (actual.progress() != progress) {
        fails(
            "expected round (%s) to be (%s), but it is (%s)"
                .formatted(actual.round(), progress, actual.progress()));
      }
      return this;
    }

    /**
     * Asserts that some moved nearer and nobody farther away.
     *
     * @return this
     */
    public RoundAssert hasMoved() {
      return is(Progress.MOVED);
    }

    /**
     * Asserts that some moved nearer and some farther away.
     *
     * @return this
     */
    public RoundAssert isMixed() {
      return is(Progress.MIXED);
    }

    /**
     * Asserts that some moved farther away and nobody nearer.
     *
     * @return this
     */
    public RoundAssert hasRegressed() {
      return is(Progress.REGRESSED);
    }

    /**
     * Asserts that everybody is known to have stood still.
     *
     * @return this
     */
    public RoundAssert hasHeld() {
      return is(Progress.HELD);
    }

    /**
     * Asserts a step, towards anybody.
     *
     * @param party whose step
     * @param issue on which issue
     * @param kind what it was
     * @return this
     */
    public RoundAssert hasStep(String party, String issue, StepKind kind) {
      isNotNull();
      List<StepKind> kinds = kinds(party, issue);
      if (!kinds.contains(kind)) {
        fails(
            "expected (%s) to have (%s) on (%s) in round (%s), but %s"
                .formatted(
                    party,
                    kind,
                    issue,
                    actual.round(),
                    kinds.isEmpty() ? "it took no step there" : "it has " + words(kinds)));
      }
      return this;
    }

    /**
     * Asserts that a party took no step on an issue.
     *
     * @param party who
     * @param issue on which issue
     * @return this
     */
    public RoundAssert hasNoStep(String party, String issue) {
      isNotNull();
      List<StepKind> kinds = kinds(party, issue);
      if (!kinds.isEmpty()) {
        fails(
            "expected no step of (%s) on (%s) in round (%s), but it has %s"
                .formatted(party, issue, actual.round(), words(kinds)));
      }
      return this;
    }

    private List<StepKind> kinds(String party, String issue) {
      ActorId who = ActorId.of(party);
      IssueId on = IssueId.of(issue);
      return actual.steps().stream()
          .filter(s -> s.party().equals(who) && s.issue().filter(on::equals).isPresent())
          .map(Step::kind)
          .distinct()
          .toList();
    }

    private static String words(List<StepKind> kinds) {
      return kinds.stream().map(k -> "(" + k + ")").collect(Collectors.joining(" and "));
    }

    private void fails(String message) {
      String around =
          talks
              .map(t -> Excerpt.ofRound(t, actual.round()))
              .orElseGet(() -> "\n\n" + actual.describe() + ": " + actual.steps() + "\n");
      failing.accept(failure("%s", message + around));
    }
  }
}
