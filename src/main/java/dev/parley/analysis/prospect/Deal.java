package dev.parley.analysis.prospect;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.agenda.Value;
import dev.parley.agreement.Accord;
import dev.parley.agreement.Accord.Fulfilment;
import dev.parley.agreement.Agreement;
import dev.parley.agreement.AgreementStage;
import dev.parley.agreement.Consent;
import dev.parley.demand.Provisions.Condition;
import dev.parley.talks.Negotiation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is agreed among some parties by agreements that stand: by one of them, and by whatever else
 * binds them all.
 *
 * @param agreements the agreements of which this is the deal
 * @param among the principals whom they bind
 * @param said what is said on each issue: the value, or the range within which it is agreed
 */
record Deal(
    ImmutableList<Agreement> agreements,
    ImmutableSet<ActorId> among,
    ImmutableMap<IssueId, Region> said) {
  /** Returns the deals of a record; agreements that come to the same are one deal. */
  static ImmutableList<Deal> of(Negotiation negotiation) {
    Agenda agenda = negotiation.agenda();
    List<Agreement> standing =
        negotiation.agreements().stream()
            .filter(a -> isAgreed(a.accord()))
            .sorted(Comparator.comparing(a -> a.turns().get(a.turns().size() - 1).entry()))
            .toList();
    Map<Deal, List<Agreement>> deals = new LinkedHashMap<>();
    for (Agreement agreement : standing) {
      ImmutableSet<ActorId> among = among(agenda, agreement.accord());
      if (among.size() > 1) {
        ImmutableMap<IssueId, Region> said = said(agenda, governing(agenda, standing, agreement));
        if (!said.isEmpty()) {
          deals
              .computeIfAbsent(new Deal(ImmutableList.of(), among, said), same -> new ArrayList<>())
              .add(agreement);
        }
      }
    }
    return deals.entrySet().stream()
        .map(e -> new Deal(ImmutableList.copyOf(e.getValue()), e.getKey().among, e.getKey().said))
        .collect(toImmutableList());
  }

  private static boolean isAgreed(Accord accord) {
    return accord.stage() == AgreementStage.INITIALLED || accord.stage().isSigned();
  }

  private static ImmutableSet<ActorId> among(Agenda agenda, Accord accord) {
    return agenda.principals().stream().filter(accord.bound()::contains).collect(toImmutableSet());
  }

  /**
   * Returns what governs an agreement's deal, from the weakest on: what is initialled, then what is
   * signed, in the order in which it came about; before all, where it is initialled only, itself.
   */
  private static List<Accord> governing(
      Agenda agenda, List<Agreement> standing, Agreement agreement) {
    ImmutableSet<ActorId> among = among(agenda, agreement.accord());
    List<Accord> governing = new ArrayList<>();
    for (boolean signed : new boolean[] {false, true}) {
      for (Agreement other : standing) {
        if (other.accord().stage().isSigned() == signed
            && among(agenda, other.accord()).containsAll(among)) {
          governing.add(other.accord());
        }
      }
    }
    if (!agreement.accord().stage().isSigned()) {
      governing.remove(agreement.accord());
      governing.add(agreement.accord());
    }
    return governing;
  }

  private static ImmutableMap<IssueId, Region> said(Agenda agenda, List<Accord> governing) {
    Map<IssueId, Region> said = new LinkedHashMap<>();
    for (Accord accord : governing) {
      for (IssueId issue : agreed(accord)) {
        agenda
            .issue(issue)
            .ifPresent(i -> said.put(issue, exactly(i, accord.text().terms().on(issue).get())));
      }
      accord.conditions().forEach((condition, state) -> within(agenda, said, condition, state));
    }
    ImmutableMap.Builder<IssueId, Region> ordered = ImmutableMap.builder();
    for (Issue issue : agenda.issueList()) {
      Region region = said.get(issue.id());
      if (region != null) {
        ordered.put(issue.id(), region);
      }
    }
    return ordered.buildOrThrow();
  }

  private static Region exactly(Issue issue, Value value) {
    return Region.exactly(issue.scale(), value);
  }

  private static ImmutableSet<IssueId> agreed(Accord accord) {
    if (accord.conditions().containsValue(Fulfilment.FAILED)) {
      return ImmutableSet.of();
    }
    return accord.agreed(accord.stage().isSigned() ? Consent.Kind::isFinal : Consent.Kind::stands);
  }

  /** What hangs on a condition is agreed, and with it that the condition will be met. */
  private static void within(
      Agenda agenda, Map<IssueId, Region> said, Condition condition, Fulfilment state) {
    if (state == Fulfilment.FAILED) {
      return;
    }
    agenda
        .issue(condition.issue())
        .flatMap(issue -> condition.ask().on(issue.scale()))
        .ifPresent(
            range ->
                said.merge(
                    condition.issue(),
                    range,
                    (before, now) -> before.intersection(now).orElse(before)));
  }
}
