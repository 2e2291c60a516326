package dev.parley.analysis.stability;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Maps;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.agreement.ObligationState;
import dev.parley.demand.Line;
import dev.parley.demand.Position;
import dev.parley.evidence.EntryId;
import dev.parley.talks.Chronicle;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Situation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a record entry by entry and notes every change of stance. */
final class StanceReader {
  private final Negotiation record;
  private final ImmutableSet<IssueId> issues;
  private final Map<ActorId, Map<ImmutableMap<IssueId, Said>, Integer>> numbers =
      new LinkedHashMap<>();
  private final Map<StanceChange, Set<EntryId>> changes = new LinkedHashMap<>();
  private final Map<ActorId, List<ImmutableSetMultimap<IssueId, Region>>> regions =
      new LinkedHashMap<>();

  /**
   * What a party has said on an issue.
   *
   * @param words the position; toward each counterpart where that differs
   * @param toEverybody whether it has said something to every counterpart
   * @param agreed whether it agreed to a value with one of them
   */
  private record Said(String words, boolean toEverybody, boolean agreed) {}

  /**
   * What the record tells of stances.
   *
   * @param stances the stances of every principal, in the order of the record
   * @param present those in which the record leaves the parties
   * @param changes the changes of stance, each with the entries behind it
   * @param regions the values that a party accepts in a stance, by issue
   */
  record Read(
      ImmutableMap<ActorId, ImmutableList<Stance>> stances,
      ImmutableList<Stance> present,
      ImmutableMap<StanceChange, ImmutableSet<EntryId>> changes,
      ImmutableMap<Stance, ImmutableSetMultimap<IssueId, Region>> regions) {}

  StanceReader(Negotiation record, ImmutableSet<IssueId> issues) {
    this.record = record;
    this.issues = issues;
  }

  Read read() {
    Negotiation now = Negotiation.about(record.firstAgenda(), record.ruleBook());
    Map<ActorId, Integer> stand = stand(now.situation());
    for (Chronicle.Reading reading : record.chronicle().readings()) {
      if (reading.denied()) {
        continue;
      }
      // What answers a denied offer has nothing to answer here, and is left out with it.
      now = now.record(reading.move()).negotiation();
      Map<ActorId, Integer> next = stand(now.situation());
      note(reading, stand, next);
      stand = next;
    }
    // The view is of those who negotiate at the end.
    numbers.keySet().retainAll(stand.keySet());
    changes.keySet().removeIf(change -> !numbers.containsKey(change.by()));
    addWaysBack();
    ImmutableMap.Builder<ActorId, ImmutableList<Stance>> stances = ImmutableMap.builder();
    stand
        .keySet()
        .forEach(
            party -> stances.put(party, stances(party, numbers.getOrDefault(party, Map.of()))));
    ImmutableMap<ActorId, ImmutableList<Stance>> all = stances.buildOrThrow();
    ImmutableList.Builder<Stance> present = ImmutableList.builder();
    stand.forEach(
        (party, at) -> present.add(all.getOrDefault(party, ImmutableList.of()).get(at - 1)));
    ImmutableMap.Builder<StanceChange, ImmutableSet<EntryId>> told = ImmutableMap.builder();
    changes.forEach((change, entries) -> told.put(change, ImmutableSet.copyOf(entries)));
    ImmutableMap.Builder<Stance, ImmutableSetMultimap<IssueId, Region>> accepted =
        ImmutableMap.builder();
    all.forEach(
        (party, own) ->
            own.forEach(
                stance ->
                    accepted.put(
                        stance, regions.getOrDefault(party, List.of()).get(stance.number() - 1))));
    return new Read(all, present.build(), told.buildOrThrow(), accepted.buildOrThrow());
  }

  private static ImmutableList<Stance> stances(
      ActorId party, Map<ImmutableMap<IssueId, Said>, Integer> own) {
    return own.entrySet().stream()
        .map(e -> new Stance(party, e.getValue(), words(e.getKey())))
        .collect(ImmutableList.toImmutableList());
  }

  private static ImmutableMap<IssueId, String> words(ImmutableMap<IssueId, Said> positions) {
    return ImmutableMap.copyOf(Maps.transformValues(positions, Said::words));
  }

  private Map<ActorId, Integer> stand(Situation situation) {
    Map<ActorId, Integer> stand = new LinkedHashMap<>();
    for (ActorId party : situation.agenda().principals()) {
      ImmutableMap.Builder<IssueId, Said> positions = ImmutableMap.builder();
      issues.forEach(i -> said(situation, party, i).ifPresent(said -> positions.put(i, said)));
      Map<ImmutableMap<IssueId, Said>, Integer> own =
          numbers.computeIfAbsent(party, p -> new LinkedHashMap<>());
      int known = own.size();
      stand.put(party, own.computeIfAbsent(positions.buildOrThrow(), p -> known + 1));
      if (own.size() > known) {
        regions.computeIfAbsent(party, p -> new ArrayList<>()).add(accepted(situation, party));
      }
    }
    return stand;
  }

  private ImmutableSetMultimap<IssueId, Region> accepted(Situation situation, ActorId party) {
    ImmutableSetMultimap.Builder<IssueId, Region> accepted = ImmutableSetMultimap.builder();
    for (IssueId issue : issues) {
      if (situation.agenda().issues().containsKey(issue)) {
        for (ActorId toward : situation.agenda().counterparts(party)) {
          situation
              .position(new Line(party, issue, toward))
              .region()
              .map(r -> r.on(record.agenda().requireIssue(issue).scale()))
              .ifPresent(region -> accepted.put(issue, region));
        }
      }
    }
    return accepted.build();
  }

  private static Optional<Said> said(Situation situation, ActorId party, IssueId issue) {
    if (!situation.agenda().issues().containsKey(issue)) {
      return Optional.empty();
    }
    Map<ActorId, Position> positions = new LinkedHashMap<>();
    for (ActorId toward : situation.agenda().counterparts(party)) {
      positions.put(toward, situation.position(new Line(party, issue, toward)));
    }
    if (positions.values().stream().noneMatch(Position::isStated)) {
      return Optional.empty();
    }
    return Optional.of(
        new Said(
            words(positions),
            positions.values().stream().allMatch(Position::isStated),
            positions.values().stream().anyMatch(p -> p.settled().isPresent())));
  }

  private static String words(Map<ActorId, Position> positions) {
    Map<ActorId, String> words = new LinkedHashMap<>();
    positions.forEach(
        (toward, p) ->
            words.put(
                toward, p.settled().map(v -> v.describe() + ", agreed").orElse(p.toString())));
    return Set.copyOf(words.values()).size() == 1
        ? words.values().iterator().next()
        : words.entrySet().stream()
            .map(e -> e.getValue() + " towards " + e.getKey())
            .collect(Collectors.joining(" and "));
  }

  private void note(
      Chronicle.Reading reading, Map<ActorId, Integer> before, Map<ActorId, Integer> after) {
    ImmutableMap.Builder<ActorId, Integer> from = ImmutableMap.builder();
    ImmutableMap.Builder<ActorId, Integer> to = ImmutableMap.builder();
    before.forEach(
        (party, stance) -> {
          Integer now = after.get(party);
          if (now != null && !now.equals(stance)) {
            from.put(party, stance);
            to.put(party, now);
          }
        });
    StanceChange change =
        new StanceChange(reading.move().by(), from.buildOrThrow(), to.buildOrThrow());
    if (!change.from().isEmpty() && before.containsKey(change.by())) {
      changes.computeIfAbsent(change, c -> new LinkedHashSet<>()).add(reading.id());
    }
  }

  /** What a party did alone it can undo, unless something was agreed, delivered or first said. */
  private void addWaysBack() {
    for (StanceChange change : ImmutableList.copyOf(changes.keySet())) {
      if (change.isOwnAlone() && isReversible(change)) {
        changes.computeIfAbsent(change.back(), c -> new LinkedHashSet<>());
      }
    }
  }

  private boolean isReversible(StanceChange change) {
    ImmutableMap<IssueId, Said> from = positions(change.by(), change.from());
    ImmutableMap<IssueId, Said> to = positions(change.by(), change.to());
    for (IssueId issue : issues) {
      Said before = from.get(issue);
      Said after = to.get(issue);
      if (!Objects.equals(before, after)
          && (before == null
              || !before.toEverybody
              || after != null && after.agreed
              || isDelivered(change.by(), issue))) {
        return false;
      }
    }
    return true;
  }

  private ImmutableMap<IssueId, Said> positions(ActorId party, Map<ActorId, Integer> stance) {
    return ImmutableList.copyOf(numbers.getOrDefault(party, Map.of()).keySet())
        .get(stance.getOrDefault(party, 1) - 1);
  }

  private boolean isDelivered(ActorId party, IssueId issue) {
    return record.situation().obligations().entrySet().stream()
        .anyMatch(
            e ->
                e.getKey().by().equals(party)
                    && e.getValue().state() == ObligationState.FULFILLED
                    && e.getKey().undertaking().terms().stream()
                        .anyMatch(terms -> terms.on(issue).isPresent()));
  }
}
