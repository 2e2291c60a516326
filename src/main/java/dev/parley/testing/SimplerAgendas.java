package dev.parley.testing;

import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import com.google.common.primitives.ImmutableLongArray;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Delegation;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Mandate;
import dev.parley.agenda.Ratification;
import dev.parley.testing.Minimiser.Simplification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is simpler than an agenda: fewer parties, outsiders, delegations and issues. */
final class SimplerAgendas implements Simplification<Agenda> {
  static final SimplerAgendas ALL = new SimplerAgendas();

  private SimplerAgendas() {}

  @Override
  public Stream<Agenda> simplerThan(Agenda agenda) {
    Stream.Builder<Agenda> simpler = Stream.builder();
    if (!agenda.delegationList().isEmpty()) {
      simpler.add(agenda.withDelegationList());
    }
    if (!agenda.mustRatify().isEmpty()) {
      simpler.add(agenda.withRatification(Ratification.none()));
    }
    for (ActorId actor : agenda.actors().keySet()) {
      without(agenda, actor).ifPresent(simpler::add);
    }
    if (agenda.issueList().size() > 1) {
      agenda.issues().keySet().forEach(issue -> simpler.add(without(agenda, issue)));
    }
    for (Issue issue : agenda.issueList()) {
      if (dress(issue) > 0) {
        Issue plain =
            issue
                .withBetter(java.util.Map.of())
                .withObligor(Optional.empty())
                .withDemandKind(Optional.empty());
        simpler.add(
            agenda.withIssueList(
                agenda.issueList().stream().map(i -> i.equals(issue) ? plain : i).toList()));
      }
    }
    return simpler.build();
  }

  private static int dress(Issue issue) {
    return issue.better().size()
        + (issue.obligor().isPresent() ? 1 : 0)
        + (issue.demandKind().isPresent() ? 1 : 0);
  }

  /** Returns the agenda without an actor; empty for one of the last two principals. */
  static Optional<Agenda> without(Agenda agenda, ActorId id) {
    if (agenda.isPrincipal(id) && agenda.principals().size() == 2) {
      return Optional.empty();
    }
    return Optional.of(
        Agenda.builder()
            .addAllPartyList(
                agenda.partyList().stream()
                    .filter(p -> !p.id().equals(id))
                    .map(p -> p.withAllyOf(Sets.difference(p.allyOf(), Set.of(id))))
                    .toList())
            .addAllOutsiders(agenda.outsiders().stream().filter(o -> !o.id().equals(id)).toList())
            .addAllDelegationList(
                agenda.delegationList().stream().filter(d -> !d.parties().contains(id)).toList())
            .addAllIssueList(
                agenda.issueList().stream()
                    .map(
                        i ->
                            i.withBetter(Maps.filterKeys(i.better(), p -> !p.equals(id)))
                                .withObligor(i.obligor().filter(p -> !p.equals(id))))
                    .toList())
            .ratification(without(agenda.ratification(), id))
            .build());
  }

  private static Ratification without(Ratification ratification, ActorId id) {
    return ratification instanceof Ratification.Those those
        ? Ratification.by(those.parties().stream().filter(p -> !p.equals(id)).toList())
        : ratification;
  }

  /** Returns the agenda with an issue more, or in place of the one with its identifier. */
  static Agenda with(Agenda agenda, Issue issue) {
    List<Issue> issues = new ArrayList<>(agenda.issueList());
    issues.replaceAll(i -> i.id().equals(issue.id()) ? issue : i);
    if (!issues.contains(issue)) {
      issues.add(issue);
    }
    return agenda.withIssueList(issues);
  }

  static Agenda without(Agenda agenda, IssueId issue) {
    return Agenda.builder()
        .addAllPartyList(agenda.partyList())
        .addAllOutsiders(agenda.outsiders())
        .addAllIssueList(agenda.issueList().stream().filter(i -> !i.id().equals(issue)).toList())
        .addAllDelegationList(agenda.delegationList().stream().map(d -> without(d, issue)).toList())
        .ratification(agenda.ratification())
        .build();
  }

  private static Delegation without(Delegation delegation, IssueId issue) {
    Mandate mandate = delegation.mandate();
    return delegation.withMandate(
        new Mandate(
            com.google.common.collect.ImmutableMap.copyOf(
                Maps.filterKeys(mandate.on(), i -> !i.equals(issue))),
            mandate.otherwise()));
  }

  @Override
  public ImmutableLongArray weight(Agenda agenda) {
    long dress = agenda.issueList().stream().mapToInt(SimplerAgendas::dress).sum();
    return ImmutableLongArray.of(
        dress
            + agenda.mustRatify().size()
            + 10L
                * (agenda.actors().size()
                    + agenda.delegationList().size()
                    + agenda.issueList().size()));
  }
}
