package examples;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.agreement.Obligation;
import dev.parley.agreement.ObligationState;
import dev.parley.demand.Text;
import dev.parley.rules.Registry;
import dev.parley.talks.ActKind;
import dev.parley.talks.AfterDeal;
import dev.parley.talks.Finding;
import dev.parley.talks.Move;
import dev.parley.talks.Rule;
import dev.parley.talks.Situation;

/**
 * Nobody releases before the other side is bound to release: in each instalment of the exchange,
 * whoever performs must be owed a release that is in effect or done. The rule comes with the
 * mistake that its first version had, so that both can be held against every play.
 *
 * @param bound when the other side counts as bound
 */
public record ReleaseForRelease(Bound bound) implements Rule {
  /** When the other side counts as bound. */
  public enum Bound {
    /** As soon as it has promised: the mistake, since a promise may wait for something else. */
    BY_PROMISE,
    /** When its obligation is in effect, or fulfilled. */
    IN_EFFECT
  }

  /** The ready-made rules and this one, for who reads and writes files that name it. */
  static Registry registry() {
    return Registry.readyMade()
        .and(
            "release-for-release",
            p ->
                new ReleaseForRelease(
                    switch (p.text("bound", "when the other side is bound", "in effect")) {
                      case "by promise" -> Bound.BY_PROMISE;
                      case "in effect" -> Bound.IN_EFFECT;
                      default ->
                          throw new IllegalArgumentException("bound: by promise, or in effect");
                    }));
  }

  @Override
  public String id() {
    return "release-for-release";
  }

  @Override
  public String statement() {
    return "nobody releases before the other side is bound to release";
  }

  @Override
  public ImmutableMap<String, String> parameters() {
    return ImmutableMap.of("bound", bound == Bound.BY_PROMISE ? "by promise" : "in effect");
  }

  @Override
  public ImmutableSet<ActKind> kinds() {
    return ImmutableSet.of(ActKind.PERFORM);
  }

  @Override
  public ImmutableList<Finding> check(Situation situation, Move move) {
    if (!(move.act() instanceof AfterDeal.Perform perform)) {
      return ImmutableList.of();
    }
    Obligation released = perform.obligation();
    boolean bound =
        situation.obligations().entrySet().stream()
            .anyMatch(e -> answers(e.getKey(), released) && binds(e.getValue().state()));
    return bound
        ? ImmutableList.of()
        : finding(
            "%s would release (%s) for nothing".formatted(move.by(), released.name()),
            "Let the other side's release be in effect first");
  }

  private boolean binds(ObligationState state) {
    return bound == Bound.BY_PROMISE || isBinding(state);
  }

  /** Whether an obligation in this state binds: the question that the mistake left out. */
  static boolean isBinding(ObligationState state) {
    return state == ObligationState.IN_EFFECT || state == ObligationState.FULFILLED;
  }

  /** Whether one release is what the other side owes for another, in the same deal. */
  static boolean answers(Obligation one, Obligation other) {
    return deal(one.under()).equals(deal(other.under())) && one.owedTo().contains(other.by());
  }

  /** The text that was amended, and amended again: what amends a deal is part of it. */
  private static Text deal(Text text) {
    return text.amends().map(ReleaseForRelease::deal).orElse(text);
  }
}
