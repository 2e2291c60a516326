package dev.parley.rules;

import static java.lang.String.format;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agreement.Obligation;
import dev.parley.demand.Undertaking;
import dev.parley.talks.Finding;
import dev.parley.talks.Move;
import dev.parley.talks.Situation;
import dev.parley.travel.RecordForm;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@link Rules#orderOfIssues}. */
record OrderOfIssues(Settings settings) implements Declared {
  /** Asked when issues are agreed, when obligations are performed, or both times. */
  enum When {
    AGREEING,
    CARRYING_OUT,
    BOTH
  }

  static final Setting<ImmutableList<IssueId>> ORDER =
      Setting.of(
              "order",
              "ids of two issues or more, each once",
              "ceasefire, withdrawal",
              Setting::ids)
          .under(OrderOfIssues::twoOrMore)
          .written(Setting::words);
  static final Setting<When> WHEN = Setting.choice("when", When.BOTH);
  static final RuleKind KIND =
      new RuleKind(
          "order-of-issues",
          "an issue is agreed and carried out only after those before it in the order",
          "A conflict is taken apart into issues that can be taken in turn"
              + " (Fisher 1964, Fractionating Conflict)",
          OrderOfIssues::new,
          ORDER,
          WHEN);

  private static ImmutableList<IssueId> twoOrMore(ImmutableList<IssueId> order) {
    if (order.size() < 2 || ImmutableSet.copyOf(order).size() < order.size()) {
      throw new IllegalArgumentException(
          format("order (%s) must be of two issues or more, each once", Setting.words(order)));
    }
    return order;
  }

  @Override
  public String statement() {
    return switch (get(WHEN)) {
      case AGREEING -> "an issue is agreed only with or after those before it in the order";
      case CARRYING_OUT -> "an issue is carried out only after those before it in the order";
      case BOTH -> KIND.statement();
    };
  }

  @Override
  public ImmutableSet<IssueId> issues() {
    return ImmutableSet.copyOf(get(ORDER));
  }

  @Override
  public ImmutableList<Finding> check(Situation situation, Move move) {
    ImmutableSet<IssueId> agreed = MoveContent.agreed(move);
    if (!agreed.isEmpty() && get(WHEN) != When.CARRYING_OUT) {
      return agreeing(situation, move, agreed);
    }
    Optional<Obligation> performed = MoveContent.performed(move);
    return performed.isPresent() && get(WHEN) != When.AGREEING
        ? carryingOut(situation, move, performed.get())
        : ImmutableList.of();
  }

  /** What others have not settled between them keeps nobody from settling more among some. */
  private ImmutableList<Finding> agreeing(Situation s, Move move, Set<IssueId> agreed) {
    Set<ActorId> among =
        MoveContent.signed(move).map(text -> Agreed.parties(s, text)).orElse(ImmutableSet.of());
    Optional<IssueId> open = Optional.empty();
    for (IssueId issue : get(ORDER)) {
      if (agreed.contains(issue) && open.isPresent()) {
        return finding(
            format("%s agrees on (%s) while (%s) is open", move.by(), issue, open.get()),
            format("Agree on (%s) first, or together with it", open.get()));
      }
      if (open.isEmpty() && !agreed.contains(issue) && !Agreed.isSettled(s, issue, among)) {
        open = Optional.of(issue);
      }
    }
    return ImmutableList.of();
  }

  private ImmutableList<Finding> carryingOut(Situation s, Move move, Obligation performed) {
    ImmutableList<IssueId> order = get(ORDER);
    int last = -1;
    for (int i = 0; i < order.size(); i++) {
      last = isOn(performed, order.get(i)) ? i : last;
    }
    for (int i = 0; i < last; i++) {
      IssueId earlier = order.get(i);
      Optional<Obligation> owed =
          s.obligations().entrySet().stream()
              .filter(o -> isOn(o.getKey(), earlier) && !o.getValue().state().isOver())
              .map(Map.Entry::getKey)
              .filter(o -> !o.equals(performed))
              .findFirst();
      if (owed.isPresent()) {
        return finding(
            format(
                "%s performs (%s) while %s still owes (%s)",
                move.by(), performed.name(), owed.get().by(), owed.get().name()),
            format("Let %s perform that first", owed.get().by()));
      }
    }
    return ImmutableList.of();
  }

  private static boolean isOn(Obligation obligation, IssueId issue) {
    Undertaking what = obligation.undertaking();
    return what.terms().filter(t -> t.issues().contains(issue)).isPresent();
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
