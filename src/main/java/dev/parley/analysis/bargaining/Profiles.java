package dev.parley.analysis.bargaining;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.parley.agenda.ActorId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Several profiles, and the sentences that name which of them does not fit. */
final class Profiles {
  private Profiles() {}

  static String parties(Collection<? extends Profile> profiles) {
    return profiles.stream().map(p -> p.party().text()).collect(Collectors.joining(", "));
  }

  /** Returns the reservation that a concept needs. */
  static Fraction reserved(Profile profile) {
    return profile
        .reservedUtility()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "profile of (%s) has no reservation, from which gains are measured: give it one, or ask for all efficient outcomes"
                        .formatted(profile.party())));
  }

  /** Returns the power that a concept needs. */
  static BargainingPower power(Profile profile) {
    return profile
        .power()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "profile of (%s) states no bargaining power: give it one, such as 2, or ask for the solution of Nash, in which all have the same"
                        .formatted(profile.party())));
  }

  /** Returns the concepts that need no power, and those that do where all powers are stated. */
  static ImmutableSet<SolutionConcept> concepts(boolean powers) {
    return Arrays.stream(SolutionConcept.values())
        .filter(c -> powers || c != SolutionConcept.ASYMMETRIC_NASH)
        .collect(Sets.toImmutableEnumSet());
  }

  static void sameSpace(OutcomeSpace space, Profile profile) {
    if (!profile.space().equals(space)) {
      throw new IllegalArgumentException(
          "profile of (%s) values other outcomes (%s) than the problem's (%s): build it on the same space"
              .formatted(profile.party(), issues(profile.space()), issues(space)));
    }
  }

  private static String issues(OutcomeSpace space) {
    return space.issues().stream().map(i -> i.id().text()).collect(Collectors.joining(", "));
  }

  static ActorId once(Set<ActorId> seen, Profile profile) {
    if (seen.contains(profile.party())) {
      throw new IllegalArgumentException(
          "party (%s) has two profiles: one party, one profile".formatted(profile.party()));
    }
    return profile.party();
  }
}
