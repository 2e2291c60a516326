package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Multimaps;
import com.google.common.collect.Sets;
import dev.parley.agenda.ActorId;
import dev.parley.agreement.Accord;
import dev.parley.agreement.AgreementStage;
import dev.parley.agreement.Obligation;
import dev.parley.demand.Engagement;
import dev.parley.demand.Text;
import dev.parley.evidence.When;
import dev.parley.spelling.Listed;
import java.util.List;
import java.util.Optional;

/**
 * How an agreement in force is suspended: by one party, between itself and others; by all whom it
 * binds, the agreement itself (Vienna Convention on the Law of Treaties, articles 57, 60 and 72).
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
    if (event == Tables.ObligationEvent.SUSPEND) {
      breaches.require(
          others(accord, by).stream().anyMatch(to -> !accord.suspensions().containsEntry(by, to)),
          Law.ONCE,
          () -> "%s has already suspended %s".formatted(by, breaches.name(accord.text())),
          () -> "Resume it before suspending it again");
    } else {
      breaches.require(
          accord.suspensions().containsKey(by),
          Law.WAS_AWAY,
          () ->
              "%s cannot resume %s: it has not suspended it"
                  .formatted(by, breaches.name(accord.text())),
          () ->
              accord.suspensions().isEmpty()
                  ? "Nobody has"
                  : "Suspended by: " + Listed.names(accord.suspensions().keySet()));
    }
  }

  private static ImmutableSet<ActorId> others(Accord accord, ActorId by) {
    return Sets.difference(accord.bound(), ImmutableSet.of(by)).immutableCopy();
  }

  /** An agreement is suspended towards others whom it binds, and nothing else towards anybody. */
  static void toward(Situation s, Move move, Procedural.Suspend act, Breaches breaches) {
    if (act.toward().isEmpty()) {
      return;
    }
    Optional<Accord> accord = act.what().flatMap(what -> named(s, Optional.of(what)));
    breaches.require(
        act.what().filter(Text.class::isInstance).isPresent(),
        Law.CONCERNED,
        () ->
            "%s suspends %s towards %s: only an agreement is suspended towards some"
                .formatted(
                    move.by(),
                    act.what().isPresent() ? "an obligation" : "the talks",
                    Listed.names(act.toward())),
        () -> "Leave out (toward)");
    accord.ifPresent(
        of ->
            breaches.require(
                others(of, move.by()).containsAll(act.toward()),
                Law.CONCERNED,
                () ->
                    "%s cannot suspend %s towards %s: it does not bind all of them beside it"
                        .formatted(move.by(), breaches.name(of.text()), Listed.names(act.toward())),
                () -> "It binds: " + Listed.names(others(of, move.by()))));
  }

  static void suspend(Draft draft, Procedural.Suspend act, ActorId by) {
    Engagement what = act.what().orElseThrow();
    if (what instanceof Obligation owed) {
      ObligationConduct.byObligor(draft, owed, by, Tables.ObligationEvent.SUSPEND);
      return;
    }
    named(draft.situation, Optional.of(what))
        .filter(a -> a.bound().contains(by))
        .ifPresent(
            accord -> {
              ImmutableSet<ActorId> others = others(accord, by);
              Accord less =
                  accord.withSuspensions(
                      ImmutableSetMultimap.<ActorId, ActorId>builder()
                          .putAll(accord.suspensions())
                          .putAll(
                              by,
                              act.toward().isEmpty()
                                  ? others
                                  : Sets.intersection(act.toward(), others))
                          .build());
              draft.put(
                  less.isSuspendedByAll()
                      ? Agreeing.next(
                          draft, suspended(draft, accord, less), Tables.AgreementEvent.SUSPEND)
                      : suspended(draft, accord, less));
            });
  }

  private static Accord suspended(Draft draft, Accord before, Accord now) {
    return ObligationConduct.suspended(draft.situation, before, now);
  }

  static void resume(Draft draft, Engagement what, ActorId by, When on) {
    if (what instanceof Obligation owed) {
      ObligationConduct.byObligor(draft, owed, by, Tables.ObligationEvent.RESUME);
      return;
    }
    named(draft.situation, Optional.of(what))
        .filter(a -> a.suspensions().containsKey(by))
        .ifPresent(
            accord -> {
              Accord again =
                  accord.withSuspensions(
                      Multimaps.filterKeys(accord.suspensions(), p -> !p.equals(by)));
              draft.put(
                  Agreeing.next(
                      draft, suspended(draft, accord, again), Tables.AgreementEvent.RESUME));
              Agreeing.settleUp(draft, on); // what has come meanwhile is set off
            });
  }
}
