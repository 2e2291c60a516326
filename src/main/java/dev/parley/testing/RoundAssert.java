package dev.parley.testing;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.progress.Progress;
import dev.parley.progress.RoundVerdict;
import dev.parley.progress.Step;
import dev.parley.progress.StepKind;
import dev.parley.talks.Negotiation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about a closed round: whether it moved or stalled, and by which steps. What fails
 * shows the round as it stands in the transcript.
 */
@SuppressWarnings("exports")
public final class RoundAssert extends AbstractAssert<RoundAssert, RoundVerdict> {
  private final Optional<Negotiation> talks;

  RoundAssert(RoundVerdict actual) {
    this(actual, Optional.empty());
  }

  RoundAssert(RoundVerdict actual, Optional<Negotiation> talks) {
    super(actual, RoundAssert.class);
    this.talks = talks;
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
      throw fail(
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
      throw fail(
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
      throw fail(
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

  private AssertionError fail(String message) {
    String around =
        talks
            .map(t -> Excerpt.ofRound(t, actual.round()))
            .orElseGet(() -> "\n\n" + actual.describe() + ": " + actual.steps() + "\n");
    return failure("%s", message + around);
  }
}
