package dev.parley.analysis.prospect;

import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Span;
import dev.parley.agenda.Value;
import dev.parley.analysis.bargaining.AdditiveProfile;
import dev.parley.analysis.bargaining.Evaluation;
import dev.parley.analysis.bargaining.Fraction;
import dev.parley.analysis.stability.ArcForm;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * States what one party likes better of the states of a conflict, as far as a profile tells. States
 * of a known utility are ranked; one whose utility lies between two bounds is held against those
 * that lie outside them; states without agreement are alike, whatever they are worth.
 */
final class StatePreferences {
  private final PositionMeetings meetings;
  private final ArcForm form;
  private final String party;
  private final TreeMap<Fraction, List<String>> ranked = new TreeMap<>();
  private final Map<String, Bounds> bounded = new HashMap<>();
  private final Map<String, String> alike = new HashMap<>();

  /** Between what the utility of a state lies. */
  private record Bounds(Fraction low, Fraction high) {}

  StatePreferences(PositionMeetings meetings, ArcForm form, String party) {
    this.meetings = meetings;
    this.form = form;
    this.party = party;
  }

  void state(Optional<AdditiveProfile> profile) {
    meetings.all().forEach((name, met) -> sort(name, met, profile));
    if (bounded.isEmpty() && alike.isEmpty()) {
      form.payoffs(party, payoffs());
      return;
    }
    String worse = null;
    for (List<String> level : ranked.values()) {
      for (String other : level.subList(1, level.size())) {
        form.asGood(party, level.get(0), other);
      }
      if (worse != null) {
        form.better(party, level.get(0), worse);
      }
      worse = level.get(0);
    }
    bounded.forEach(this::hold);
  }

  private void sort(
      String name, Optional<ImmutableMap<IssueId, Region>> met, Optional<AdditiveProfile> profile) {
    Optional<Bounds> bounds =
        met.isEmpty()
            ? profile.flatMap(AdditiveProfile::reservedUtility).map(u -> new Bounds(u, u))
            : profile.map(p -> bounds(p, met.get()));
    if (bounds.isPresent()) {
      if (bounds.get().low().equals(bounds.get().high())) {
        ranked.computeIfAbsent(bounds.get().low(), u -> new ArrayList<>()).add(name);
      } else {
        bounded.put(name, bounds.get());
      }
      return;
    }
    Optional<String> outcome =
        met.isEmpty() ? Optional.of("") : PositionMeetings.outcome(met.get());
    String first = alike.putIfAbsent(outcome.orElse(name + "?"), name);
    if (first != null) {
      form.asGood(party, first, name);
    }
  }

  private int[] payoffs() {
    Map<String, Integer> places = new HashMap<>();
    int place = 0;
    for (List<String> level : ranked.values()) {
      for (String name : level) {
        places.put(name, place);
      }
      place++;
    }
    return meetings.all().keySet().stream()
        .mapToInt(name -> Objects.requireNonNull(places.get(name)))
        .toArray();
  }

  private void hold(String name, Bounds bounds) {
    Map.Entry<Fraction, List<String>> above = ranked.ceilingEntry(bounds.high());
    if (above != null) {
      compare(above.getValue().get(0), name, above.getKey(), bounds.high());
    }
    Map.Entry<Fraction, List<String>> below = ranked.floorEntry(bounds.low());
    if (below != null) {
      compare(name, below.getValue().get(0), bounds.low(), below.getKey());
    }
    bounded.forEach(
        (other, its) -> {
          if (bounds.low().compareTo(its.high()) >= 0) {
            compare(name, other, bounds.low(), its.high());
          }
        });
  }

  /** States that one is better than another, or at least as good where the utilities may tie. */
  private void compare(String one, String other, Fraction least, Fraction most) {
    if (least.compareTo(most) > 0) {
      form.better(party, one, other);
    } else {
      form.atLeastAsGood(party, one, other);
    }
  }

  private static Bounds bounds(AdditiveProfile profile, ImmutableMap<IssueId, Region> met) {
    Fraction low = Fraction.ZERO;
    Fraction high = Fraction.ZERO;
    for (Issue issue : profile.space().issues()) {
      Region region = Objects.requireNonNull(met.get(issue.id()));
      Fraction weight = Objects.requireNonNull(profile.weights().get(issue.id()));
      Evaluation worth = Objects.requireNonNull(profile.evaluations().get(issue.id()));
      Fraction least = null;
      Fraction most = null;
      for (Value value : deciding(issue.scale(), worth, region)) {
        Fraction one = weight.times(worth.of(issue, value));
        least = least == null ? one : least.min(one);
        most = most == null ? one : most.max(one);
      }
      low = low.plus(Objects.requireNonNull(least));
      high = high.plus(Objects.requireNonNull(most));
    }
    return new Bounds(low, high);
  }

  /** Returns values of a region, the best and the worst among them. */
  private static List<Value> deciding(Scale scale, Evaluation worth, Region region) {
    if (worth instanceof Evaluation.Table table) {
      return table.values().keySet().stream().map(scale::parse).filter(region::holds).toList();
    }
    Span span = (Span) region;
    return List.of(at(scale, span.low()), at(scale, span.high()));
  }

  private static Value at(Scale scale, BigDecimal coordinate) {
    return scale instanceof Scale.Levels levels
        ? Value.level(levels.names().get(coordinate.intValueExact()))
        : Value.amount(coordinate);
  }
}
