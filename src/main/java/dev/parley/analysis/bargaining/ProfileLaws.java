package dev.parley.analysis.bargaining;

import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.analysis.bargaining.Profile.ReservationPoint;
import java.util.Optional;
import java.util.Set;

/** The laws of profiles, and the sentences that name who breaks one. */
final class ProfileLaws {
  private ProfileLaws() {}

  static void additive(
      ActorId party,
      OutcomeSpace space,
      ImmutableMap<IssueId, Fraction> weights,
      ImmutableMap<IssueId, Evaluation> evaluations) {
    known(party, space, weights.keySet());
    known(party, space, evaluations.keySet());
    for (Issue issue : space.issues()) {
      Fraction weight = weights.get(issue.id());
      if (weight == null) {
        throw new IllegalArgumentException(
            "profile of (%s) does not weigh issue (%s): give it a weight, 0 if it does not matter"
                .formatted(party, issue.id()));
      }
      if (weight.signum() < 0) {
        throw new IllegalArgumentException(
            "profile of (%s) weighs issue (%s) by (%s): a weight must not be below zero. Where less is better, let the evaluation fall"
                .formatted(party, issue.id(), weight));
      }
      Evaluation evaluation = evaluations.get(issue.id());
      if (evaluation == null) {
        throw new IllegalArgumentException(
            "profile of (%s) does not evaluate issue (%s): say how good its values are"
                .formatted(party, issue.id()));
      }
      try {
        evaluation.check(issue);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "profile of (%s): %s".formatted(party, e.getMessage()), e);
      }
    }
  }

  static void reservation(
      ActorId party, OutcomeSpace space, Optional<ReservationPoint> reservation) {
    if (reservation.orElse(null) instanceof ReservationPoint.Outcome given) {
      try {
        space.number(given.outcome());
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "profile of (%s), reservation: %s".formatted(party, e.getMessage()), e);
      }
    }
  }

  private static void known(ActorId party, OutcomeSpace space, Set<IssueId> weighed) {
    for (IssueId issue : weighed) {
      if (!space.has(issue)) {
        throw new IllegalArgumentException(
            "profile of (%s): %s%s".formatted(party, space.noSuch(issue), hint(space, issue)));
      }
    }
  }

  private static String hint(OutcomeSpace space, IssueId issue) {
    return space.issues().stream()
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
}
