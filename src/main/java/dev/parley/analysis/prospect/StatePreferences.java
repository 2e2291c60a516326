package dev.parley.analysis.prospect;

import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.analysis.bargaining.AdditiveProfile;
import dev.parley.analysis.bargaining.Evaluation;
import dev.parley.analysis.bargaining.Fraction;
import dev.parley.analysis.prospect.DealAppraisal.Bounds;
import dev.parley.analysis.stability.ArcForm;
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
      if (bounds.get().least().equals(bounds.get().most())) {
        ranked.computeIfAbsent(bounds.get().least(), u -> new ArrayList<>()).add(name);
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
    Map.Entry<Fraction, List<String>> above = ranked.ceilingEntry(bounds.most());
    if (above != null) {
      compare(above.getValue().get(0), name, above.getKey(), bounds.most());
    }
    Map.Entry<Fraction, List<String>> below = ranked.floorEntry(bounds.least());
    if (below != null) {
      compare(name, below.getValue().get(0), bounds.least(), below.getKey());
    }
    bounded.forEach(
        (other, its) -> {
          if (bounds.least().compareTo(its.most()) >= 0) {
            compare(name, other, bounds.least(), its.most());
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
    Bounds sum = new Bounds(Fraction.ZERO, Fraction.ZERO);
    for (Issue issue : profile.space().issues()) {
      Region region = Objects.requireNonNull(met.get(issue.id()));
      Fraction weight = Objects.requireNonNull(profile.weights().get(issue.id()));
      Evaluation worth = Objects.requireNonNull(profile.evaluations().get(issue.id()));
      sum = Worths.plus(sum, Worths.of(issue, region, weight, worth));
    }
    return sum;
  }
}
