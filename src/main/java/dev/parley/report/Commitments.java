package dev.parley.report;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dev.parley.agenda.ActorId;
import dev.parley.demand.Demand;
import dev.parley.demand.Offer;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.When;
import dev.parley.report.words.Citations;
import dev.parley.report.words.Deeds;
import dev.parley.report.words.Names;
import dev.parley.report.words.StepWords;
import dev.parley.talks.Attestation;
import dev.parley.talks.DemandLife;
import dev.parley.talks.DemandLife.DemandState;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Obligation;
import dev.parley.talks.ObligationState;
import dev.parley.talks.PartyStatus;
import dev.parley.talks.Settlement;
import dev.parley.talks.Situation;
import dev.parley.talks.Standing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What stands between the parties: demands, offers, ties, agreements, obligations. */
final class Commitments {
  private final Situation situation;
  private final List<PartyStatus> statuses;
  private final Names names;
  private final Deeds deeds;
  private final Citations citations;

  Commitments(Negotiation negotiation, Deeds deeds) {
    this.situation = negotiation.situation();
    this.statuses = negotiation.partyStatuses();
    this.names = deeds.names();
    this.deeds = deeds;
    this.citations = deeds.citations();
  }

  List<String> demands() {
    List<String> lines = new ArrayList<>();
    ImmutableMap<Demand, Settlement> settlements =
        Maps.uniqueIndex(situation.settlements(), Settlement::demand);
    for (Map.Entry<Demand, DemandLife> entry : situation.demands().entrySet()) {
      DemandLife life = entry.getValue();
      Optional<Settlement> settled = Optional.ofNullable(settlements.get(entry.getKey()));
      lines.add(
          "%s demands %s%s %s"
              .formatted(
                  names.party(entry.getKey().by()),
                  deeds.demand(entry.getKey()),
                  settled.isPresent()
                      ? "; " + settled(settled.get())
                      : states(life) + unsettled(entry.getKey(), life),
                  Names.entries(citations.of(entry.getKey()))));
    }
    return lines.isEmpty() ? List.of("none") : lines;
  }

  /** Says what became of a demand: once, or for each issue where that differs. */
  private String states(DemandLife life) {
    Set<DemandState> all = Set.copyOf(life.states().values());
    if (all.size() == 1) {
      DemandState state = all.iterator().next();
      return state == DemandState.STANDING ? "" : "; " + Names.words(state);
    }
    return life.states().rowKeySet().stream()
        .map(i -> names.issue(i) + ": " + life.on(i).map(Names::words).orElse(""))
        .collect(Collectors.joining("; ", "; ", ""));
  }

  /** Says what became of a demand, and what is agreed where that is something else. */
  private String settled(Settlement settlement) {
    String extent = Names.words(settlement.extent());
    if (settlement.extent() == Settlement.Extent.MET) {
      return extent;
    }
    return extent
        + ": agreed is "
        + settlement.demand().asks().keySet().stream()
            .map(
                i ->
                    (settlement.demand().asks().size() > 1 ? names.issue(i) + ": " : "")
                        + names.value(i, Objects.requireNonNull(situation.closed().get(i))))
            .collect(Collectors.joining("; "));
  }

  /** Says that an agreement is silent on a demand, as far as the record goes. */
  private String unsettled(Demand demand, DemandLife life) {
    return life.stands()
            && situation.everythingAgreed()
            && situation.concerned().contains(demand.by())
        ? "; what became of it is not reported"
        : "";
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
      if (situation.closed().keySet().containsAll(entry.getKey().terms().issues())) {
        line += "; all it offers is agreed since, these terms or others";
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

  /** Who has signed, ratified, left, and since when; nothing while nobody has. */
  List<String> statuses() {
    List<String> lines = new ArrayList<>();
    for (PartyStatus status : statuses) {
      List<String> parts = new ArrayList<>();
      status.signed().ifPresent(on -> parts.add(at("signed", on)));
      status.ratified().ifPresent(on -> parts.add(at("ratified", on)));
      status.inForceSince().ifPresent(on -> parts.add(at("in force since", on)));
      status.ended().ifPresent(on -> parts.add(at("ended its part", on)));
      if (status.signed().isPresent()
          && status.ratified().isEmpty()
          && situation.concerned().contains(status.party())) {
        parts.add("no ratification on record");
      }
      if (!parts.isEmpty()) {
        lines.add(
            "%s: %s %s"
                .formatted(
                    names.party(status.party()),
                    String.join(", ", parts),
                    Names.entries(status.entries())));
      }
    }
    return lines;
  }

  private static String at(String what, When on) {
    return on.isUnknown() ? what + " (no date)" : what + " " + on.describe();
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
      line.append(": ").append(deeds.undertaking(owed.undertaking()));
      line.append("; ").append(Names.words(status.state()));
      if (citations.performing(owed).isEmpty()) {
        line.append("; nothing reported of its performance");
      } else {
        line.append(", implementation ").append(Names.words(status.degree()));
        line.append(" (").append(StepWords.degree(status.degree())).append(" of 3) ");
        line.append(Names.entries(citations.performing(owed)));
      }
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
