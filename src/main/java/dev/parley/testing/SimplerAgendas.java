package dev.parley.testing;

import com.google.common.collect.Maps;
import com.google.common.primitives.ImmutableLongArray;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Delegation;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Mandate;
import dev.parley.agenda.Party;
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
    if (!agenda.outsiders().isEmpty()) {
      simpler.add(agenda.withOutsiders());
    }
    for (Party party : agenda.partyList()) {
      if (!party.isPrincipal() || agenda.principals().size() > 2) {
        simpler.add(without(agenda, party));
      }
    }
    if (agenda.issueList().size() > 1) {
      agenda.issues().keySet().forEach(issue -> simpler.add(without(agenda, issue)));
    }
    for (Issue issue : agenda.issueList()) {
      if (dress(issue) > 0) {
        Issue plain = issue.withBetter(java.util.Map.of()).withObligor(java.util.Optional.empty());
        simpler.add(
            agenda.withIssueList(
                agenda.issueList().stream().map(i -> i.equals(issue) ? plain : i).toList()));
      }
    }
    return simpler.build();
  }

  private static int dress(Issue issue) {
    return issue.better().size() + (issue.obligor().isPresent() ? 1 : 0);
  }

  private static Agenda without(Agenda agenda, Party party) {
    ActorId id = party.id();
    return Agenda.builder()
        .addAllPartyList(agenda.partyList().stream().filter(p -> !p.equals(party)).toList())
        .addAllOutsiders(agenda.outsiders())
        .addAllDelegationList(
            agenda.delegationList().stream().filter(d -> !d.party().equals(id)).toList())
        .addAllIssueList(
            agenda.issueList().stream()
                .map(
                    i ->
                        i.withBetter(Maps.filterKeys(i.better(), p -> !p.equals(id)))
                            .withObligor(i.obligor().filter(p -> !p.equals(id))))
                .toList())
        .build();
  }

  private static Agenda without(Agenda agenda, IssueId issue) {
    return Agenda.builder()
        .addAllPartyList(agenda.partyList())
        .addAllOutsiders(agenda.outsiders())
        .addAllIssueList(agenda.issueList().stream().filter(i -> !i.id().equals(issue)).toList())
        .addAllDelegationList(
            agenda.delegationList().stream().map(d -> without(d, issue)).toList())
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
            + 10L
                * (agenda.actors().size()
                    + agenda.delegationList().size()
                    + agenda.issueList().size()));
  }
}
