package dev.parley.talks;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.agenda.Value;
import dev.parley.agreement.Accord;
import dev.parley.agreement.Accord.Fulfilment;
import dev.parley.demand.Line;
import dev.parley.demand.Provisions.Condition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the conditions of agreements are met or have failed, and what follows. */
final class Conditions {
  private Conditions() {}

  /** Asks whether the open conditions of an agreement are met, or have failed. */
  static void weigh(Draft draft, Accord accord) {
    if (!accord.stage().isSigned() || !accord.isConditional()) {
      return;
    }
    Map<Condition, Fulfilment> now = new LinkedHashMap<>(accord.conditions());
    now.replaceAll(
        (condition, was) ->
            was == Fulfilment.OPEN ? fulfilment(draft.situation, accord, condition) : was);
    weighed(draft, accord, now);
  }

  /** Takes down what has become of the conditions of an agreement, and what follows. */
  static void weighed(Draft draft, Accord accord, Map<Condition, Fulfilment> now) {
    if (now.equals(accord.conditions())) {
      return;
    }
    Accord weighed = accord.withConditions(now);
    if (now.containsValue(Fulfilment.FAILED)) {
      draft.put(ObligationConduct.discharged(draft.situation, weighed));
      for (ActorId party : accord.bound()) {
        for (ActorId other : accord.bound()) {
          for (IssueId issue : accord.text().terms().issues()) {
            draft.change(new Line(party, issue, other), p -> p.discharging(accord.text()));
          }
        }
      }
      draft.resettle();
      Agreeing.reopenDemands(draft, weighed);
    } else {
      draft.put(weighed); // what hung on it alone is set off with all that has come
    }
  }

  /**
   * A condition is met once all have settled its issue inside it, and fails once two do outside.
   */
  private static Fulfilment fulfilment(Situation s, Accord accord, Condition condition) {
    Issue issue = s.agenda().requireIssue(condition.issue());
    Optional<Region> asked = condition.ask().on(issue.scale());
    ImmutableList<ActorId> bound =
        accord.bound().stream().filter(s.agenda()::isPrincipal).collect(toImmutableList());
    if (asked.isEmpty() || bound.size() < 2) {
      return Fulfilment.OPEN; // words cannot tell: somebody must note it
    }
    List<Value> settled = new ArrayList<>();
    for (int i = 0; i < bound.size(); i++) {
      for (int j = i + 1; j < bound.size(); j++) {
        Settling.value(s, issue.id(), bound.get(i), bound.get(j)).ifPresent(settled::add);
      }
    }
    if (!settled.stream().allMatch(asked.get()::holds)) {
      return Fulfilment.FAILED;
    }
    boolean amongAll = settled.size() == bound.size() * (bound.size() - 1) / 2;
    return amongAll ? Fulfilment.MET : Fulfilment.OPEN;
  }
}
