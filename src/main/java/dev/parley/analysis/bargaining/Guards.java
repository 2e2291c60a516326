package dev.parley.analysis.bargaining;

import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The laws of profiles, and the sentences that name who breaks one. */
final class Guards {
  private Guards() {}

  static void additive(AdditiveProfile profile) {
    known(profile, profile.weights());
    known(profile, profile.evaluations());
    for (Issue issue : profile.space().issues()) {
      Fraction weight = profile.weights().get(issue.id());
      if (weight == null) {
        throw new IllegalArgumentException(
            "profile of (%s) does not weigh issue (%s): give it a weight, 0 if it does not matter"
                .formatted(profile.party(), issue.id()));
      }
      if (weight.signum() < 0) {
        throw new IllegalArgumentException(
            "profile of (%s) weighs issue (%s) by (%s): a weight must not be below zero. Where less is better, let the evaluation fall"
                .formatted(profile.party(), issue.id(), weight));
      }
      Evaluation evaluation = profile.evaluations().get(issue.id());
      if (evaluation == null) {
        throw new IllegalArgumentException(
            "profile of (%s) does not evaluate issue (%s): say how good its values are"
                .formatted(profile.party(), issue.id()));
      }
      try {
        evaluation.check(issue);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "profile of (%s): %s".formatted(profile.party(), e.getMessage()), e);
      }
    }
    reservation(profile);
  }

  static void reservation(Profile profile) {
    if (profile.reservation().orElse(null) instanceof ReservationPoint.Outcome given) {
      try {
        profile.space().number(given.outcome());
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "profile of (%s), reservation: %s".formatted(profile.party(), e.getMessage()), e);
      }
    }
  }

  private static void known(AdditiveProfile profile, ImmutableMap<IssueId, ?> by) {
    for (IssueId issue : by.keySet()) {
      if (!profile.space().has(issue)) {
        throw new IllegalArgumentException(
            "profile of (%s): %s%s"
                .formatted(profile.party(), profile.space().noSuch(issue), hint(profile, issue)));
      }
    }
  }

  private static String hint(AdditiveProfile profile, IssueId issue) {
    return profile.space().issues().stream()
        .map(i -> i.id().text())
        .filter(known -> near(known, issue.text()))
        .findFirst()
        .map(known -> ". Did you mean (%s)?".formatted(known))
        .orElse("");
  }

  /** Returns whether two names differ by one character, or by two that stand next to each other. */
  private static boolean near(String one, String other) {
    int shorter = Math.min(one.length(), other.length());
    if (shorter < 3 || Math.abs(one.length() - other.length()) > 1) {
      return false;
    }
    int start = 0;
    while (start < shorter && one.charAt(start) == other.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
      end++;
    }
    return Math.max(one.length(), other.length()) - start - end <= 2;
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

  static <T> T present(@Nullable T value) {
    return Objects.requireNonNull(value);
  }
}
