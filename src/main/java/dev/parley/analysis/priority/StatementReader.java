package dev.parley.analysis.priority;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Issue;
import dev.parley.agenda.Issue.Better;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.agenda.Span;
import dev.parley.agenda.Value;
import dev.parley.demand.Demand;
import dev.parley.demand.Offer;
import dev.parley.evidence.Attribution;
import dev.parley.evidence.EntryId;
import dev.parley.talks.Chronicle.Reading;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Substantive;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a party's offers and demands, and which end of each scale is better for it. */
final class StatementReader {
  private final ActorId party;
  private final List<Issue> issues;
  private final List<Stated> statements = new ArrayList<>();
  private final Map<IssueId, Set<Better>> asked = new HashMap<>();

  /**
   * One statement: what it holds out for on each issue, and what it demanded before that stands.
   *
   * @param entry the entry
   * @param values the values, by issue
   */
  record Stated(EntryId entry, Map<IssueId, Value> values) {}

  StatementReader(Negotiation negotiation, ActorId party, ImmutableSet<IssueId> chosen) {
    this.party = party;
    this.issues =
        negotiation.agenda().issueList().stream().filter(i -> chosen.contains(i.id())).toList();
    Map<IssueId, Value> demanded = new HashMap<>();
    for (Reading reading : negotiation.chronicle().readings()) {
      Attribution attribution = negotiation.attribution(reading);
      if (attribution.counts()) {
        demand(reading).ifPresent(d -> state(reading.id(), d, demanded));
        offer(reading).ifPresent(o -> state(reading.id(), o));
      }
    }
  }

  List<Stated> statements() {
    return statements;
  }

  /** Returns the issues of which the party has spoken, in the order of the agenda. */
  List<Issue> spoken() {
    return issues.stream()
        .filter(i -> statements.stream().anyMatch(s -> s.values.containsKey(i.id())))
        .toList();
  }

  /** Returns which end of a scale is better for the party: on record, or by its demands. */
  Optional<Better> better(Issue issue) {
    Set<Better> ends = asked.getOrDefault(issue.id(), Set.of());
    return Optional.ofNullable(issue.better().get(party))
        .or(() -> ends.size() == 1 ? ends.stream().findFirst() : Optional.empty());
  }

  private Optional<Demand> demand(Reading reading) {
    Optional<Demand> demand =
        reading.move().act() instanceof Substantive.RaiseDemand raised
            ? Optional.of(raised.demand())
            : reading.move().act() instanceof Substantive.AmendDemand amended
                ? Optional.of(amended.demand())
                : Optional.empty();
    return demand.filter(d -> d.by().equals(party));
  }

  private Optional<Offer> offer(Reading reading) {
    ImmutableList<Offer> made = reading.move().act().offersMade();
    return made.size() == 1 && made.get(0).by().equals(party) && !made.get(0).proposal()
        ? Optional.of(made.get(0))
        : Optional.empty();
  }

  private void state(EntryId entry, Demand demand, Map<IssueId, Value> demanded) {
    boolean told = false;
    for (Issue issue : issues) {
      Optional<Region> region =
          Optional.ofNullable(demand.asks().get(issue.id())).flatMap(ask -> ask.on(issue.scale()));
      Optional<Value> value = region.flatMap(r -> Share.heldOut(issue, r));
      if (value.isPresent()) {
        demanded.put(issue.id(), value.get());
        told = true;
      }
      if (region.orElse(null) instanceof Span span) {
        span.oneSided()
            .ifPresent(
                end ->
                    asked.computeIfAbsent(issue.id(), i -> EnumSet.noneOf(Better.class)).add(end));
      }
    }
    if (told) {
      statements.add(new Stated(entry, Map.copyOf(demanded)));
    }
  }

  private void state(EntryId entry, Offer offer) {
    Map<IssueId, Value> values = new LinkedHashMap<>();
    for (Issue issue : issues) {
      offer.terms().on(issue.id()).ifPresent(v -> values.put(issue.id(), v));
    }
    if (!values.isEmpty()) {
      statements.add(new Stated(entry, values));
    }
  }
}
