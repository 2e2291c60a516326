package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.ActorId;
import dev.parley.agreement.Accord;
import dev.parley.agreement.AgreementStage;
import dev.parley.agreement.Obligation;
import dev.parley.demand.Engagement;
import dev.parley.evidence.When;
import dev.parley.spelling.Listed;
import java.util.List;
import java.util.Optional;

/**
 * How an agreement in force is suspended: by one party, what it owes; by all whom it binds, the
 * agreement itself (Vienna Convention on the Law of Treaties, articles 57 and 60).
 */
final class Suspending {
  private Suspending() {}

  /** Returns the talks, the agreements in force, and what a party owes under them. */
  static List<Optional<Object>> subjects(Situation s, ActorId by) {
    ImmutableList.Builder<Optional<Object>> subjects = ImmutableList.builder();
    subjects.add(Optional.empty());
    s.agreements().values().stream()
        .filter(Suspending::isInForce)
        .forEach(
            accord -> {
              subjects.add(Optional.of(accord.text()));
              accord.obligations().keySet().stream()
                  .filter(o -> o.by().equals(by))
                  .forEach(o -> subjects.add(Optional.of(o)));
            });
    return subjects.build();
  }

  /** Says whether it has come into force and is not over: suspended or not. */
  static boolean isInForce(Accord accord) {
    return accord.stage() == AgreementStage.IN_FORCE || accord.stage() == AgreementStage.SUSPENDED;
  }

  static Optional<Accord> named(Situation s, Optional<Object> subject) {
    return AgreementConduct.named(s, subject).filter(Suspending::isInForce);
  }

  static void openTo(
      Situation s,
      ActorId by,
      Object subject,
      Tables.ObligationEvent event,
      String verb,
      Breaches breaches) {
    if (subject instanceof Obligation obligation) {
      ObligationConduct.hasPlace(s, obligation, event, breaches);
      breaches.require(
          obligation.by().equals(by),
          Law.BY_OBLIGOR,
          () -> "%s cannot %s the obligation (%s)".formatted(by, verb, obligation.name()),
          () -> "It is for " + obligation.by());
      return;
    }
    AgreementConduct.stands(s, by, Optional.of(subject), verb, breaches);
    AgreementConduct.named(s, Optional.of(subject))
        .ifPresent(
            accord -> {
              breaches.require(
                  isInForce(accord),
                  Law.AGREEMENT_STANDS,
                  () ->
                      "%s cannot %s %s: it is not in force"
                          .formatted(by, verb, breaches.name(accord.text())),
                  () -> "Wait until all who must have ratified");
              if (isInForce(accord)) {
                inTurn(accord, by, event, breaches);
              }
            });
  }

  /** Who has suspended it can resume it, and nobody else. */
  private static void inTurn(
      Accord accord, ActorId by, Tables.ObligationEvent event, Breaches breaches) {
    boolean suspended = accord.suspendedBy().contains(by);
    if (event == Tables.ObligationEvent.SUSPEND) {
      breaches.require(
          !suspended,
          Law.ONCE,
          () -> "%s has already suspended %s".formatted(by, breaches.name(accord.text())),
          () -> "Resume it before suspending it again");
    } else {
      breaches.require(
          suspended,
          Law.WAS_AWAY,
          () ->
              "%s cannot resume %s: it has not suspended it"
                  .formatted(by, breaches.name(accord.text())),
          () ->
              accord.suspendedBy().isEmpty()
                  ? "Nobody has"
                  : "Suspended by: " + Listed.names(accord.suspendedBy()));
    }
  }

  static void suspend(Draft draft, Engagement what, ActorId by) {
    if (what instanceof Obligation owed) {
      ObligationConduct.byObligor(draft, owed, by, Tables.ObligationEvent.SUSPEND);
      return;
    }
    named(draft.situation, Optional.of(what))
        .filter(a -> a.bound().contains(by))
        .ifPresent(
            accord -> {
              Accord less =
                  ObligationConduct.byOne(
                      draft.situation,
                      accord.withSuspendedBy(Draft.with(accord.suspendedBy(), by)),
                      by,
                      Tables.ObligationEvent.SUSPEND);
              boolean byAll = less.suspendedBy().containsAll(less.bound());
              draft.put(byAll ? Agreeing.next(draft, less, Tables.AgreementEvent.SUSPEND) : less);
            });
  }

  static void resume(Draft draft, Engagement what, ActorId by, When on) {
    if (what instanceof Obligation owed) {
      ObligationConduct.byObligor(draft, owed, by, Tables.ObligationEvent.RESUME);
      return;
    }
    named(draft.situation, Optional.of(what))
        .filter(a -> a.suspendedBy().contains(by))
        .ifPresent(
            accord -> {
              draft.put(
                  Agreeing.next(
                      draft,
                      ObligationConduct.byOne(
                          draft.situation,
                          accord.withSuspendedBy(Draft.without(accord.suspendedBy(), by)),
                          by,
                          Tables.ObligationEvent.RESUME),
                      Tables.AgreementEvent.RESUME));
              Agreeing.settleUp(draft, on); // what has come meanwhile is set off
            });
  }
}
