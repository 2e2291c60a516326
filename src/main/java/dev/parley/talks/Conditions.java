package dev.parley.talks;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.agenda.Value;
import dev.parley.agreement.Accord;
import dev.parley.agreement.Accord.Fulfilment;
import dev.parley.agreement.Consent;
import dev.parley.agreement.Obligation;
import dev.parley.agreement.ObligationState;
import dev.parley.demand.Line;
import dev.parley.demand.Provisions.Condition;
import dev.parley.demand.Text;
import dev.parley.evidence.When;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the conditions of agreements are met or have failed, and what follows. */
final class Conditions {
  private Conditions() {}

  /** Asks whether the open conditions of an agreement are met, or have failed. */
  static void weigh(Draft draft, Accord accord) {
    if (accord.stage().isSigned() && accord.isConditional()) {
      weighed(draft, accord, found(draft.situation, accord));
    }
  }

  /** Lets fail what has failed before it is signed: it settles nothing, and overtakes nothing. */
  static Accord weighFirst(Draft draft, Accord accord) {
    if (accord.isConditional()) {
      Map<Condition, Fulfilment> found = found(draft.situation, accord);
      if (found.containsValue(Fulfilment.FAILED)) {
        weighed(draft, accord, found);
      }
    }
    return requireNonNull(draft.situation.agreements().get(accord.text()));
  }

  private static Map<Condition, Fulfilment> found(Situation s, Accord accord) {
    Map<Condition, Fulfilment> now = new LinkedHashMap<>(accord.conditions());
    now.replaceAll(
        (condition, was) -> was == Fulfilment.OPEN ? fulfilment(s, accord, condition) : was);
    return now;
  }

  /** Takes down that a party ratifies, once some conditions are met. */
  static void ratify(
      Draft draft, Accord accord, ActorId party, List<Condition> conditions, When on) {
    draft.put(
        accord.withRatifiedIf(
            Draft.with(accord.ratifiedIf(), party, ImmutableSet.copyOf(conditions))));
    ratify(draft, accord.text(), on);
  }

  /** Lets those ratify of whose conditions none is open any more. */
  static void ratify(Draft draft, Text text, When on) {
    Accord accord = requireNonNull(draft.situation.agreements().get(text));
    accord
        .ratifiedIf()
        .forEach(
            (party, conditions) -> {
              List<Fulfilment> found =
                  conditions.stream().map(c -> fulfilment(draft.situation, accord, c)).toList();
              if (found.contains(Fulfilment.FAILED)) {
                answered(draft, text, party);
              } else if (!found.contains(Fulfilment.OPEN)) {
                answered(draft, text, party);
                Consenting.confirm(draft, party, text, Consent.Kind.RATIFIED, on);
              }
            });
  }

  private static void answered(Draft draft, Text text, ActorId party) {
    Accord accord = requireNonNull(draft.situation.agreements().get(text));
    draft.put(accord.withRatifiedIf(Draft.without(accord.ratifiedIf(), party)));
  }

  /** Takes down what somebody notes of conditions under which an agreement was ratified. */
  static void noted(Draft draft, Text text, Map<IssueId, Fulfilment> said, When on) {
    Accord accord = requireNonNull(draft.situation.agreements().get(text));
    Map<ActorId, ImmutableSet<Condition>> open = new LinkedHashMap<>();
    accord
        .ratifiedIf()
        .forEach(
            (party, conditions) -> {
              if (conditions.stream().noneMatch(c -> said.get(c.issue()) == Fulfilment.FAILED)) {
                open.put(
                    party,
                    conditions.stream()
                        .filter(c -> !said.containsKey(c.issue()))
                        .collect(toImmutableSet()));
              }
            });
    draft.put(accord.withRatifiedIf(open));
    ratify(draft, text, on);
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
      draft.agreed(weighed);
      draft.put(weighed); // what hung on it alone is set off with all that has come
    }
  }

  /**
   * A condition is met once all have settled its issue inside it, or one of them has done so much,
   * and fails once two settle it outside.
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
        if (!Settling.isContested(s, issue.id(), bound.get(i), bound.get(j))) {
          Settling.value(s, issue.id(), bound.get(i), bound.get(j)).ifPresent(settled::add);
        } // a value that each reads differently cannot tell
      }
    }
    if (!settled.stream().allMatch(asked.get()::holds)) {
      return Fulfilment.FAILED;
    }
    if (isPerformed(s, bound, issue, asked.get())) {
      return Fulfilment.MET;
    }
    boolean amongAll = settled.size() == bound.size() * (bound.size() - 1) / 2;
    return amongAll ? Fulfilment.MET : Fulfilment.OPEN;
  }

  private static boolean isPerformed(
      Situation s, Collection<ActorId> bound, Issue issue, Region asked) {
    return s.obligations().entrySet().stream()
        .filter(owed -> bound.contains(owed.getKey().by()))
        .filter(owed -> !ObligationConduct.isContested(s, owed.getKey()))
        .anyMatch(
            owed ->
                done(owed.getKey(), owed.getValue(), issue.id()).filter(asked::holds).isPresent());
  }

  /** Returns how much of an issue is done with an obligation: in units, or all that it delivers. */
  private static Optional<Value> done(
      Obligation obligation, Obligation.Status status, IssueId issue) {
    if (!obligation.isOn(issue)) {
      return Optional.empty();
    }
    Optional<Value> delivered = obligation.undertaking().terms().flatMap(t -> t.on(issue));
    boolean counted = obligation.total().isPresent() && status.done().signum() > 0;
    return counted
        ? Optional.of(Value.amount(status.done()))
        : delivered.filter(v -> status.state() == ObligationState.FULFILLED);
  }
}
