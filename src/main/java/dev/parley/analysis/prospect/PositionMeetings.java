package dev.parley.analysis.prospect;

import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.agenda.Terms;
import dev.parley.analysis.stability.RecordedConflict;
import dev.parley.analysis.stability.Stance;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** In which states of a conflict the positions meet, and in what. */
final class PositionMeetings {
  private final RecordedConflict conflict;
  private final Iterable<Issue> issues;
  private final ImmutableMap<ActorId, Stance> present;
  private final Map<String, Optional<ImmutableMap<IssueId, Region>>> met = new LinkedHashMap<>();

  PositionMeetings(
      RecordedConflict conflict,
      ImmutableMap<String, ImmutableMap<ActorId, Stance>> states,
      Iterable<Issue> issues,
      Terms outcome) {
    this.conflict = conflict;
    this.issues = issues;
    this.present = Objects.requireNonNull(states.get(conflict.present()));
    states.forEach((name, taken) -> met.put(name, meeting(taken)));
    // The package is one of the values in which the positions meet: its own.
    met.put(conflict.present(), Optional.of(exactly(outcome)));
  }

  private ImmutableMap<IssueId, Region> exactly(Terms outcome) {
    ImmutableMap.Builder<IssueId, Region> values = ImmutableMap.builder();
    for (Issue issue : issues) {
      values.put(issue.id(), Region.exactly(issue.scale(), outcome.on(issue.id()).orElseThrow()));
    }
    return values.buildOrThrow();
  }

  private Optional<ImmutableMap<IssueId, Region>> meeting(Map<ActorId, Stance> taken) {
    ImmutableMap.Builder<IssueId, Region> met = ImmutableMap.builder();
    for (Issue issue : issues) {
      Optional<Region> common = Optional.of(Region.all(issue.scale()));
      for (Map.Entry<ActorId, Stance> entry : taken.entrySet()) {
        Iterable<Region> own = conflict.regions(entry.getValue(), issue.id());
        Stance later = Objects.requireNonNull(present.get(entry.getKey()));
        if (!own.iterator().hasNext() && !conflict.regions(later, issue.id()).isEmpty()) {
          return Optional.empty();
        }
        for (Region region : own) {
          common = common.flatMap(c -> c.intersection(region));
        }
      }
      if (common.isEmpty()) {
        return Optional.empty();
      }
      met.put(issue.id(), common.get());
    }
    return Optional.of(met.buildOrThrow());
  }

  /** Returns the states, and in what values the positions meet there; empty where they do not. */
  Map<String, Optional<ImmutableMap<IssueId, Region>>> all() {
    return met;
  }

  /** Returns in what the positions meet in one state. */
  Optional<ImmutableMap<IssueId, Region>> in(String state) {
    return met.getOrDefault(state, Optional.empty());
  }

  /** Returns the outcome as text where each region holds one value only. */
  static Optional<String> outcome(ImmutableMap<IssueId, Region> regions) {
    return regions.values().stream().allMatch(region -> Worths.only(region).isPresent())
        ? Optional.of(regions.values().stream().map(Region::describe).toList().toString())
        : Optional.empty();
  }
}
