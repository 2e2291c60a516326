package dev.parley.compare;

import com.google.common.collect.ImmutableList;
import dev.parley.compare.Comparison.Measured;
import dev.parley.compare.Comparison.StepLine;
import dev.parley.evidence.EntryId;
import dev.parley.progress.RoundVerdict;
import dev.parley.progress.Step;
import dev.parley.report.words.Names;
import dev.parley.talks.Negotiation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What follows from two records for their rounds, side by side. */
final class Measures {
  private Measures() {}

  /** A round of each record, and how many events they have in common. */
  private record Rounds(int one, int other, int common) {}

  static ImmutableList<Measured> of(Negotiation one, Negotiation other, Matching matching) {
    Map<Integer, Integer> beside = beside(one, other, matching);
    ImmutableList.Builder<Measured> measured = ImmutableList.builder();
    for (int round = 1; round <= one.closedRounds(); round++) {
      add(
          measured,
          Optional.of(one.round(round)),
          Optional.ofNullable(beside.get(round)).map(other::round));
    }
    for (int round = 1; round <= other.closedRounds(); round++) {
      if (!beside.containsValue(round)) {
        add(measured, Optional.empty(), Optional.of(other.round(round)));
      }
    }
    return measured.build();
  }

  /** Returns which closed round of the second record stands beside one of the first. */
  private static Map<Integer, Integer> beside(
      Negotiation one, Negotiation other, Matching matching) {
    Map<EntryId, Integer> ones = one.withinRounds();
    Map<EntryId, Integer> others = other.withinRounds();
    Map<Map.Entry<Integer, Integer>, Integer> common = new HashMap<>();
    for (Matching.Pair pair : matching.pairs()) {
      @Nullable Integer here = ones.get(pair.one());
      @Nullable Integer there = others.get(pair.other());
      if (here != null
          && there != null
          && here <= one.closedRounds()
          && there <= other.closedRounds()) {
        common.merge(Map.entry(here, there), 1, Integer::sum);
      }
    }
    List<Rounds> candidates = new ArrayList<>();
    common.forEach(
        (rounds, count) -> candidates.add(new Rounds(rounds.getKey(), rounds.getValue(), count)));
    // What has nothing in common stands by its number.
    for (int n = 1; n <= Math.min(one.closedRounds(), other.closedRounds()); n++) {
      candidates.add(new Rounds(n, n, 0));
    }
    candidates.sort(
        Comparator.comparingInt(Rounds::common)
            .reversed()
            .thenComparing(Rounds::one)
            .thenComparing(Rounds::other));
    Map<Integer, Integer> beside = new HashMap<>();
    Set<Integer> taken = new HashSet<>();
    for (Rounds rounds : candidates) {
      if (!beside.containsKey(rounds.one()) && taken.add(rounds.other())) {
        beside.put(rounds.one(), rounds.other());
      }
    }
    return beside;
  }

  private static void add(
      ImmutableList.Builder<Measured> measured,
      Optional<RoundVerdict> one,
      Optional<RoundVerdict> other) {
    Optional<Integer> round = one.map(RoundVerdict::round);
    Optional<Integer> otherRound = other.map(RoundVerdict::round);
    measured.add(
        new Measured(
            round,
            otherRound,
            Optional.empty(),
            one.map(Measures::verdict),
            other.map(Measures::verdict)));
    Map<StepLine, String> here = one.map(Measures::steps).orElse(Map.of());
    Map<StepLine, String> there = other.map(Measures::steps).orElse(Map.of());
    Set<StepLine> all = new LinkedHashSet<>(here.keySet());
    all.addAll(there.keySet());
    for (StepLine line : all) {
      measured.add(
          new Measured(
              round,
              otherRound,
              Optional.of(line),
              Optional.ofNullable(here.get(line)),
              Optional.ofNullable(there.get(line))));
    }
  }

  private static String verdict(RoundVerdict verdict) {
    return Names.words(verdict.progress());
  }

  private static Map<StepLine, String> steps(RoundVerdict verdict) {
    Map<StepLine, String> steps = new LinkedHashMap<>();
    for (Step step : verdict.steps()) {
      steps.merge(
          new StepLine(step.party(), step.toward(), step.issue()),
          Names.words(step.kind()),
          (a, b) -> a + ", " + b);
    }
    return steps;
  }
}
