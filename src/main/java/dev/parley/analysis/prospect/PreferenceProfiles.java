package dev.parley.analysis.prospect;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Value;
import dev.parley.analysis.ClosingPackage;
import dev.parley.analysis.Packages;
import dev.parley.analysis.bargaining.AdditiveProfile;
import dev.parley.analysis.bargaining.BargainingProblem;
import dev.parley.analysis.bargaining.Frontier;
import dev.parley.analysis.bargaining.OutcomeSpace;
import dev.parley.analysis.prospect.Prospect.Missing;
import dev.parley.talks.Negotiation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns preferences into profiles over what is open, and notes what is missing. */
final class PreferenceProfiles {
  private final Negotiation negotiation;
  private final Agenda agenda;
  private final ImmutableList<ClosingPackage> closing;
  private final ImmutableList<Preference> preferences;
  private final ImmutableMap<IssueId, Value> agreed;
  private final ImmutableList<Issue> open;
  private final Map<ActorId, AdditiveProfile> profiles = new LinkedHashMap<>();
  private final List<Missing> missing = new ArrayList<>();

  PreferenceProfiles(
      Negotiation negotiation, Packages packages, ImmutableList<Preference> preferences) {
    this.negotiation = negotiation;
    this.agenda = negotiation.agenda();
    this.preferences = preferences;
    this.agreed = ImmutableMap.copyOf(negotiation.situation().closed());
    closing =
        packages.first().stream()
            .filter(p -> p.terms().isPresent())
            .collect(ImmutableList.toImmutableList());
    open =
        closing.isEmpty()
            ? ImmutableList.of()
            : agenda.issueList().stream()
                .filter(i -> closing.get(0).terms().orElseThrow().on(i.id()).isPresent())
                .collect(ImmutableList.toImmutableList());
  }

  Prospect prospect(long budget) {
    Map<ActorId, Preference> byParty = new LinkedHashMap<>();
    for (Preference preference : preferences) {
      preference.check(agenda);
      Preference first = byParty.putIfAbsent(preference.party(), preference);
      if (first != null) {
        throw new IllegalArgumentException(
            "party (%s) has two preferences, of (%s) and of (%s): weigh the packages once with each"
                .formatted(preference.party(), first.source().id(), preference.source().id()));
      }
    }
    for (ActorId party : agenda.principals()) {
      Preference preference = byParty.get(party);
      if (preference == null) {
        missing.add(new Missing(Missing.What.PREFERENCE, party, Optional.empty()));
      } else {
        weigh(preference);
      }
    }
    Optional<Frontier> frontier =
        open.isEmpty() || profiles.size() < agenda.principals().size()
            ? Optional.empty()
            : Optional.of(
                BargainingProblem.of(OutcomeSpace.of(open), List.copyOf(profiles.values()))
                    .within(budget)
                    .frontier());
    Aftermath aftermath = new Aftermath(negotiation, open, profiles);
    return new Prospect(
        preferences,
        open.stream().map(Issue::id).collect(ImmutableSet.toImmutableSet()),
        ImmutableList.copyOf(missing),
        frontier,
        closing.stream()
            .map(
                p ->
                    new PackageProspect(
                        p,
                        p.terms().orElseThrow(),
                        agenda.principals(),
                        profiles,
                        frontier,
                        aftermath))
            .collect(ImmutableList.toImmutableList()));
  }

  private void weigh(Preference preference) {
    ActorId party = preference.party();
    int before = missing.size();
    for (Issue issue : open) {
      if (!preference.weighings().containsKey(issue.id())) {
        missing.add(new Missing(Missing.What.WEIGHT, party, Optional.of(issue.id())));
      }
    }
    preference
        .weighings()
        .forEach(
            (issue, weighing) -> {
              boolean settled =
                  agreed.containsKey(issue) || open.stream().anyMatch(i -> i.id().equals(issue));
              if (!settled && !closing.isEmpty() && weighing.weight().signum() > 0) {
                missing.add(new Missing(Missing.What.VALUE, party, Optional.of(issue)));
              }
            });
    if (missing.size() == before && !open.isEmpty()) {
      profiles.put(party, preference.profile(agenda, OutcomeSpace.of(open), agreed));
    }
    if (preference.reservation().isEmpty()) {
      missing.add(new Missing(Missing.What.RESERVATION, party, Optional.empty()));
    }
  }
}
