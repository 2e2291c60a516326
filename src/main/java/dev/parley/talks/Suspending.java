package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.ActorId;
import dev.parley.agreement.Accord;
import dev.parley.agreement.AgreementStage;
import dev.parley.demand.Text;
import java.util.List;
import java.util.Optional;

/**
 * How an agreement in force is suspended: by one party, what it owes; by all whom it binds, the
 * agreement itself (Vienna Convention on the Law of Treaties, articles 57 and 60).
 */
final class Suspending {
  private Suspending() {}

  /** Returns the talks, and the agreements in force. */
  static List<Optional<Object>> subjects(Situation s) {
    ImmutableList.Builder<Optional<Object>> subjects = ImmutableList.builder();
    subjects.add(Optional.empty());
    s.agreements().values().stream()
        .filter(Suspending::isInForce)
        .forEach(a -> subjects.add(Optional.of(a.text())));
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
      Situation s, ActorId by, Optional<Object> subject, String verb, Breaches breaches) {
    AgreementConduct.stands(s, by, subject, verb, breaches);
    AgreementConduct.named(s, subject)
        .ifPresent(
            accord ->
                breaches.require(
                    isInForce(accord),
                    Law.AGREEMENT_STANDS,
                    () ->
                        "%s cannot %s (%s): it is not in force"
                            .formatted(by, verb, accord.text().terms()),
                    () -> "Wait until all who must have ratified"));
  }

  static void suspend(Draft draft, Text text, ActorId by) {
    named(draft.situation, Optional.of(text))
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

  static void resume(Draft draft, Text text, ActorId by) {
    named(draft.situation, Optional.of(text))
        .filter(a -> a.suspendedBy().contains(by))
        .ifPresent(
            accord ->
                draft.put(
                    Agreeing.next(
                        draft,
                        ObligationConduct.byOne(
                            draft.situation,
                            accord.withSuspendedBy(Draft.without(accord.suspendedBy(), by)),
                            by,
                            Tables.ObligationEvent.RESUME),
                        Tables.AgreementEvent.RESUME)));
  }
}
