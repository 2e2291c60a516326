package dev.parley.rules;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.Authority;
import dev.parley.agenda.IssueId;
import dev.parley.demand.Undertaking;
import dev.parley.talks.AfterDeal;
import dev.parley.talks.Finding;
import dev.parley.talks.Move;
import dev.parley.talks.Obligation;
import dev.parley.talks.Rule;
import dev.parley.talks.Situation;
import dev.parley.talks.Substantive;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One issue comes before another: the cease-fire before the withdrawal, the withdrawal before the
 * vote. When agreeing, nobody accepts or attests a later issue unless every earlier one is agreed,
 * or is agreed with it; when carrying out, nobody performs what is owed on a later issue while
 * something is still owed on an earlier one. Immutable.
 *
 * @param order the issues, two or more, first to last
 * @param when whether it is asked when agreeing, when carrying out, or both
 * @param severity what breaking it means; illegal unless given
 */
public record OrderOfIssues(ImmutableList<IssueId> order, When when, Finding.Severity severity)
    implements Rule, OnIssues {
  static final String ID = "order-of-issues";

  /** When the order is asked for. */
  public enum When {
    /** When issues are agreed. */
    AGREEING,
    /** When obligations are performed. */
    CARRYING_OUT,
    /** Both times. */
    BOTH
  }

  /**
   * Checks that there is an order.
   *
   * @param order the issues, two or more, first to last
   * @param when whether it is asked when agreeing, when carrying out, or both
   * @param severity what breaking it means; illegal unless given
   */
  public OrderOfIssues {
    if (order.size() < 2 || ImmutableSet.copyOf(order).size() < order.size()) {
      throw new IllegalArgumentException(
          "order (%s) must be of two issues or more, each once".formatted(words(order)));
    }
  }

  /**
   * Returns the rule about agreeing and carrying out, which refuses.
   *
   * @param order the issues, two or more, first to last
   * @return the rule
   */
  public static OrderOfIssues of(String... order) {
    return new OrderOfIssues(
        java.util.Arrays.stream(order).map(IssueId::of).collect(ImmutableList.toImmutableList()),
        When.BOTH,
        Finding.Severity.REFUSE);
  }

  static OrderOfIssues from(Parameters p) {
    return new OrderOfIssues(
        p.read(
            "order",
            "ids of two issues or more, each once",
            "ceasefire, withdrawal",
            OrderOfIssues::inOrder),
        p.choice("when", When.BOTH),
        p.severity(Finding.Severity.REFUSE));
  }

  private static ImmutableList<IssueId> inOrder(String text) {
    ImmutableList<IssueId> issues = Parameters.ids(text);
    if (issues.size() < 2) {
      throw new IllegalArgumentException(text);
    }
    return issues;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String statement() {
    return switch (when) {
      case AGREEING -> "an issue is agreed only with or after those before it in the order";
      case CARRYING_OUT -> "an issue is carried out only after those before it in the order";
      case BOTH -> "an issue is agreed and carried out only after those before it in the order";
    };
  }

  @Override
  public String rationale() {
    return "A conflict is taken apart into issues that can be taken in turn"
        + " (Fisher 1964, Fractionating Conflict)";
  }

  @Override
  public ImmutableMap<String, String> parameters() {
    return ImmutableMap.of("order", words(order), "when", Parameters.word(when));
  }

  @Override
  public ImmutableSet<IssueId> issues() {
    return ImmutableSet.copyOf(order);
  }

  @Override
  public ImmutableList<Finding> check(Situation situation, Move move) {
    if (when != When.CARRYING_OUT && move.act() instanceof Substantive.Attest attest) {
      return agreeing(situation, move, attest.terms().issues());
    }
    if (when != When.CARRYING_OUT
        && move.act() instanceof Substantive.Accept accept
        && accept.authority() == Authority.FINAL) {
      return agreeing(
          situation,
          move,
          accept.parts().isEmpty() ? accept.offer().terms().issues() : accept.parts());
    }
    return when != When.AGREEING && move.act() instanceof AfterDeal.Perform perform
        ? carryingOut(situation, move, perform.obligation())
        : ImmutableList.of();
  }

  private ImmutableList<Finding> agreeing(Situation s, Move move, Set<IssueId> agreed) {
    Optional<IssueId> open = Optional.empty();
    for (IssueId issue : order) {
      if (agreed.contains(issue) && open.isPresent()) {
        return finding(
            "%s agrees on (%s) while (%s) is open".formatted(move.by(), issue, open.get()),
            "Agree on (%s) first, or together with it".formatted(open.get()));
      }
      if (open.isEmpty() && !agreed.contains(issue) && !s.closed().containsKey(issue)) {
        open = Optional.of(issue);
      }
    }
    return ImmutableList.of();
  }

  private ImmutableList<Finding> carryingOut(Situation s, Move move, Obligation performed) {
    int last = -1;
    for (int i = 0; i < order.size(); i++) {
      last = isOn(performed, order.get(i)) ? i : last;
    }
    for (int i = 0; i < last; i++) {
      IssueId earlier = order.get(i);
      Optional<Obligation> owed =
          s.obligations().entrySet().stream()
              .filter(o -> isOn(o.getKey(), earlier) && !o.getValue().state().isOver())
              .map(java.util.Map.Entry::getKey)
              .filter(o -> !o.equals(performed))
              .findFirst();
      if (owed.isPresent()) {
        return finding(
            "%s performs (%s) while %s still owes (%s)"
                .formatted(move.by(), performed.name(), owed.get().by(), owed.get().name()),
            "Let %s perform that first".formatted(owed.get().by()));
      }
    }
    return ImmutableList.of();
  }

  private static boolean isOn(Obligation obligation, IssueId issue) {
    Undertaking what = obligation.undertaking();
    return what.terms().filter(t -> t.issues().contains(issue)).isPresent();
  }

  private static String words(ImmutableList<IssueId> issues) {
    return issues.stream().map(IssueId::text).collect(Collectors.joining(", "));
  }
}
