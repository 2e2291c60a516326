package dev.parley.report;

import dev.parley.agenda.ActorId;
import dev.parley.demand.Demand;
import dev.parley.demand.Offer;
import dev.parley.evidence.EntryId;
import dev.parley.talks.Attestation;
import dev.parley.talks.DemandState;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Obligation;
import dev.parley.talks.ObligationState;
import dev.parley.talks.Situation;
import dev.parley.talks.Standing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What stands between the parties: demands, offers, ties, agreements, obligations. */
final class Commitments {
  private final Situation situation;
  private final Names names;
  private final Deeds deeds;
  private final Citations citations;

  Commitments(Negotiation negotiation, Deeds deeds) {
    this.situation = negotiation.situation();
    this.names = deeds.names();
    this.deeds = deeds;
    this.citations = deeds.citations();
  }

  List<String> demands() {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<Demand, DemandState> entry : situation.demands().entrySet()) {
      DemandState state = entry.getValue();
      lines.add(
          "%s demands %s%s %s"
              .formatted(
                  names.party(entry.getKey().by()),
                  deeds.demand(entry.getKey()),
                  state == DemandState.STANDING ? "" : "; " + Names.words(state),
                  Names.entries(citations.of(entry.getKey()))));
    }
    return lines.isEmpty() ? List.of("none") : lines;
  }

  List<String> offers() {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<Offer, Standing> entry : situation.offers().entrySet()) {
      Standing standing = entry.getValue();
      String line =
          "%s offers %s %s"
              .formatted(
                  names.party(entry.getKey().by()),
                  deeds.offer(entry.getKey()),
                  Names.entries(citations.of(entry.getKey())));
      if (!standing.open().keySet().containsAll(entry.getKey().to())) {
        line += "; stands with " + names.parties(standing.open().keySet());
      }
      if (!standing.accepted().isEmpty()) {
        line += "; accepted by " + names.parties(standing.accepted().keySet());
      }
      if (!standing.provisional().isEmpty()) {
        line += "; accepted ad referendum by " + names.parties(standing.provisional());
      }
      lines.add(line);
    }
    return lines.isEmpty() ? List.of("none stands") : lines;
  }

  List<String> ties() {
    return situation.ties().stream()
        .map(t -> names.party(t.by()) + " " + deeds.tie(t) + " " + Names.entries(citations.of(t)))
        .toList();
  }

  List<String> agreements() {
    return situation.agreements().stream().map(a -> attestation(a, a.among())).toList();
  }

  /** What some attest and not yet all: the word of those who do. */
  List<String> attestations() {
    return situation.attestations().entrySet().stream()
        .map(e -> attestation(e.getKey(), e.getValue()) + "; not by all concerned")
        .toList();
  }

  private String attestation(Attestation attestation, Collection<ActorId> by) {
    List<String> who = new ArrayList<>();
    for (ActorId party : by) {
      List<EntryId> entries = citations.of(attestation, party);
      who.add(names.party(party) + (entries.isEmpty() ? "" : " " + Names.entries(entries)));
    }
    return "%s (%s), attested by %s"
        .formatted(
            names.terms(attestation.terms()),
            attestation.terms().isComplete(names.agenda())
                ? "every issue"
                : Deeds.binding(attestation.binding(), "the whole", "in part"),
            Names.all(who));
  }

  List<String> obligations() {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<Obligation, Obligation.Status> entry : situation.obligations().entrySet()) {
      Obligation owed = entry.getKey();
      Obligation.Status status = entry.getValue();
      StringBuilder line = new StringBuilder();
      line.append(names.party(owed.by()));
      if (!owed.owedTo().isEmpty()) {
        line.append(" to ").append(names.parties(owed.owedTo()));
      }
      line.append(": ").append(Text.safe(owed.name()));
      owed.undertaking().terms().ifPresent(t -> line.append(", ").append(names.terms(t)));
      if (!owed.undertaking().words().isBlank()) {
        line.append(", ").append(Names.quoted(owed.undertaking().words()));
      }
      owed.undertaking().due().ifPresent(due -> line.append("; due ").append(due.describe()));
      owed.undertaking()
          .guarantor()
          .ifPresent(g -> line.append("; guarantor ").append(names.party(g)));
      line.append("; ").append(Names.words(status.state()));
      line.append(", implementation ").append(Names.words(status.degree()));
      line.append(" (").append(Steps.degree(status.degree())).append(" of 3)");
      List<EntryId> alleged = citations.allegingBreach(owed);
      if (!alleged.isEmpty()) {
        line.append(
            status.state() == ObligationState.VIOLATED
                ? "; breach attested "
                : "; breach alleged, not attested ");
        line.append(Names.entries(alleged));
      }
      lines.add(line.toString());
    }
    return lines;
  }
}
