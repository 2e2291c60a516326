package dev.parley.analysis;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Issue;
import dev.parley.agenda.Issue.Better;
import dev.parley.agenda.Region;
import dev.parley.agenda.Value;
import dev.parley.demand.Line;
import dev.parley.demand.Offer;
import dev.parley.demand.Position;
import dev.parley.demand.Provisions.Condition;
import dev.parley.evidence.EntryId;
import dev.parley.talks.Situation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one principal accepts on an issue, towards all others: each line's position, and of what was
 * offered under conditions, which.
 */
final class AcceptedValues {
  final ActorId party;
  private final Issue issue;
  private final List<Towards> lines = new ArrayList<>();

  /** A line's position, and the ways in which what is only offered there is given. */
  private record Towards(
      Region position,
      Optional<Region> demanded,
      ImmutableList<Reading> readings,
      ImmutableList<EntryId> entries) {}

  /** What an alternative reads, and on which conditions. */
  private record Reading(Region region, ImmutableList<Condition> conditions) {}

  /** What a value would take: nothing, a new value, or what is offered under conditions. */
  record Cost(
      Optional<Concession.NewValue> newValue,
      ImmutableList<ImmutableList<Condition>> ways,
      Optional<Concession.WithoutCondition> otherwise) {
    static final Cost NOTHING = new Cost(Optional.empty(), ImmutableList.of(), Optional.empty());
  }

  AcceptedValues(Situation situation, StatementIndex statements, Issue issue, ActorId party) {
    this.party = party;
    this.issue = issue;
    for (ActorId other : situation.agenda().counterparts(party)) {
      Line line = new Line(party, issue.id(), other);
      Position position = situation.position(line);
      if (position.region().isPresent()) {
        lines.add(
            new Towards(
                position.region().get(),
                position.demanded(),
                readings(position, statements.offers(line)),
                statements.of(line)));
      }
    }
  }

  boolean isStated() {
    return !lines.isEmpty();
  }

  List<Region> regions() {
    List<Region> regions = new ArrayList<>();
    for (Towards line : lines) {
      regions.add(line.position);
      line.demanded.ifPresent(regions::add);
      line.readings.forEach(r -> regions.add(r.region));
    }
    return regions;
  }

  /** Returns all conditions under which something is offered here. */
  Set<Condition> conditions() {
    Set<Condition> all = new LinkedHashSet<>();
    lines.forEach(l -> l.readings.forEach(r -> all.addAll(r.conditions)));
    return all;
  }

  private ImmutableList<Reading> readings(Position position, ImmutableList<Offer> alternatives) {
    if (position.offered().isEmpty()) {
      return ImmutableList.of();
    }
    List<Offer> here =
        alternatives.stream().filter(o -> o.terms().on(issue.id()).isPresent()).toList();
    if (here.stream().noneMatch(o -> !o.conditions().isEmpty())) {
      return ImmutableList.of(new Reading(position.offered().get(), ImmutableList.of()));
    }
    ImmutableList.Builder<Reading> readings = ImmutableList.builder();
    for (Offer offer : here) {
      readings.add(new Reading(reading(position, offer), offer.conditions()));
    }
    // What a condition asks for on this issue, its maker accepts as it is.
    alternatives.stream()
        .flatMap(o -> o.conditions().stream())
        .filter(c -> c.issue().equals(issue.id()))
        .flatMap(c -> c.ask().on(issue.scale()).stream())
        .forEach(region -> readings.add(new Reading(region, ImmutableList.of())));
    return readings.build();
  }

  /** An offered value reads "this, or better for its maker", where a better end is known. */
  private Region reading(Position position, Offer offer) {
    Value value = offer.terms().on(issue.id()).orElseThrow();
    Optional<Better> better =
        Optional.ofNullable(issue.better().get(party))
            .or(() -> position.demanded().flatMap(Region::oneSided));
    Region exactly = Region.exactly(issue.scale(), value);
    return better.map(b -> Region.orBetter(issue.scale(), value, b)).orElse(exactly);
  }

  Cost cost(Value value, BigDecimal waiver) {
    Region exactly = Region.exactly(issue.scale(), value);
    Towards farthest = null;
    BigDecimal most = BigDecimal.ZERO;
    for (Towards line : lines) {
      BigDecimal distance = line.position.distance(exactly);
      if (distance.compareTo(most) > 0) {
        farthest = line;
        most = distance;
      }
    }
    if (farthest == null) {
      return underConditions(value, exactly, waiver);
    }
    return new Cost(
        Optional.of(
            new Concession.NewValue(
                party,
                issue.id(),
                value,
                farthest.position,
                Widening.of(farthest.position, value),
                most,
                Option.size(most, issue.scale().length()),
                farthest.entries)),
        ImmutableList.of(),
        Optional.empty());
  }

  private Cost underConditions(Value value, Region exactly, BigDecimal waiver) {
    Set<ImmutableList<Condition>> ways = new LinkedHashSet<>();
    BigDecimal size = BigDecimal.ZERO;
    ImmutableList<EntryId> entries = ImmutableList.of();
    for (Towards line : lines) {
      boolean free =
          line.demanded.filter(d -> d.holds(value)).isPresent()
              || line.readings.stream()
                  .anyMatch(r -> r.conditions.isEmpty() && r.region.holds(value));
      if (free) {
        continue;
      }
      for (Reading reading : line.readings) {
        if (reading.region.holds(value)) {
          ways.add(reading.conditions);
        }
      }
      size =
          size.max(
              line.demanded
                  .map(d -> Option.size(d.distance(exactly), issue.scale().length()))
                  .orElse(waiver));
      entries = line.entries;
    }
    if (ways.isEmpty()) {
      return Cost.NOTHING;
    }
    ImmutableList<dev.parley.agenda.IssueId> issues =
        ways.stream()
            .flatMap(List::stream)
            .map(Condition::issue)
            .distinct()
            .collect(ImmutableList.toImmutableList());
    return new Cost(
        Optional.empty(),
        ImmutableList.copyOf(ways),
        Optional.of(
            new Concession.WithoutCondition(party, issue.id(), value, issues, size, entries)));
  }
}
