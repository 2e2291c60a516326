package dev.parley.compare;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.compare.Comparison.Measured;
import dev.parley.compare.Comparison.Statistic;
import dev.parley.compare.Ratings.Pair;
import dev.parley.compare.Reliability.Metric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** How far two coders agree, field by field, step by step and verdict by verdict. */
final class Statistics {
  static final int SAMPLES = 1_000;
  static final long SEED = 16;

  private static final ImmutableList<String> STEP_ORDER =
      ImmutableList.of("hardened", "held", "conceded");
  private static final ImmutableList<String> VERDICT_ORDER =
      ImmutableList.of("regressed", "held", "mixed", "moved");

  /** What entries are matched on, so that nothing follows from agreement on it. */
  private static final ImmutableSet<String> MATCHED_ON = ImmutableSet.of("kind", "actor");

  private Statistics() {}

  static ImmutableList<Statistic> of(Comparison of) {
    ImmutableList.Builder<Statistic> all = ImmutableList.builder();
    all.add(told(of));
    byField(of)
        .forEach(
            (field, pairs) -> all.add(statistic(field, Ratings.nominal(pairs), Metric.NOMINAL)));
    all.add(figures(of));
    List<Pair> steps = new ArrayList<>();
    List<Pair> verdicts = new ArrayList<>();
    for (Measured each : of.measured()) {
      (each.line().isPresent() ? steps : verdicts).add(new Pair(each.one(), each.other()));
    }
    all.add(statistic("kind of step", Ratings.nominal(steps), Metric.NOMINAL));
    all.add(statistic(ordered(STEP_ORDER), Ratings.ordinal(steps, STEP_ORDER), Metric.ORDINAL));
    all.add(statistic("verdict", Ratings.nominal(verdicts), Metric.NOMINAL));
    all.add(
        statistic(
            ordered(VERDICT_ORDER), Ratings.ordinal(verdicts, VERDICT_ORDER), Metric.ORDINAL));
    return all.build().stream().filter(s -> s.units() > 0).collect(ImmutableList.toImmutableList());
  }

  private static String ordered(List<String> kinds) {
    return String.join(" < ", kinds);
  }

  /** How many of all events both tell; what neither tells is not known, so there is no kappa. */
  private static Statistic told(Comparison of) {
    int both = of.matching().pairs().size();
    int all = both + of.onlyInOne().size() + of.onlyInOther().size();
    return new Statistic(
        "event told by both",
        all,
        all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) both / all),
        OptionalDouble.empty(),
        Metric.NOMINAL,
        OptionalDouble.empty(),
        Optional.empty());
  }

  private static Map<String, List<Pair>> byField(Comparison of) {
    Map<String, List<Pair>> byField = new LinkedHashMap<>();
    for (Matching.Pair pair : of.matching().pairs()) {
      Map<String, String> here = of.coding(true).fields(of.reading(pair.one()));
      Map<String, String> there = of.coding(false).fields(of.otherReading(pair.other()));
      Set<String> names = new LinkedHashSet<>(here.keySet());
      names.addAll(there.keySet());
      names.remove("words");
      if (!of.matchedByHand()) {
        names.removeAll(MATCHED_ON);
      }
      for (String field : names) {
        byField
            .computeIfAbsent(field, f -> new ArrayList<>())
            .add(new Pair(said(here, field), said(there, field)));
      }
    }
    return byField;
  }

  private static Statistic figures(Comparison of) {
    List<OptionalDouble> here = new ArrayList<>();
    List<OptionalDouble> there = new ArrayList<>();
    for (Matching.Pair pair : of.matching().pairs()) {
      here.add(Coding.figure(of.reading(pair.one()).move()));
      there.add(Coding.figure(of.otherReading(pair.other()).move()));
    }
    return statistic("figure claimed", Ratings.byCoder(here, there), Metric.INTERVAL);
  }

  private static Optional<String> said(Map<String, String> fields, String field) {
    return Optional.ofNullable(fields.get(field)).filter(text -> !text.isEmpty());
  }

  private static Statistic statistic(String on, Ratings ratings, Metric metric) {
    int both =
        (int)
            ratings.units().stream()
                .filter(unit -> unit.stream().allMatch(OptionalDouble::isPresent))
                .count();
    return new Statistic(
        on,
        both,
        Reliability.percentAgreement(ratings),
        metric == Metric.NOMINAL ? Reliability.kappa(ratings) : OptionalDouble.empty(),
        metric,
        Reliability.alpha(ratings, metric),
        Reliability.bootstrap(ratings, metric, SAMPLES, SEED));
  }
}
