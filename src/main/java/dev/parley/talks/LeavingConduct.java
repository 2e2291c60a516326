package dev.parley.talks;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agreement.Accord;
import dev.parley.agreement.Consent;
import dev.parley.agreement.ObligationState;
import dev.parley.demand.Line;
import dev.parley.progress.Told;
import dev.parley.spelling.Listed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a party joins an agreement or leaves it, and how all agree to end one. */
final class LeavingConduct {
  private LeavingConduct() {}

  static final class Denounce extends Awaited<AfterDeal.Denounce> {
    Denounce() {
      super("denounce");
    }

    @Override
    boolean awaits(Situation s, Accord accord, ActorId by) {
      return isBinding(accord, by) && (accord.text().denounceable() || isBreached(accord, by));
    }

    @Override
    void whyNot(ActorId by, Accord accord, Breaches breaches) {
      breaches.require(
          accord.text().denounceable() || isBreached(accord, by),
          Law.DENUNCIATION,
          () ->
              "%s cannot denounce %s: the text does not allow it"
                  .formatted(by, breaches.name(accord.text())),
          () -> "Agree to end it, replace it by agreement, or allege a breach of it first");
    }

    /** A party to whom something is owed may leave for a breach that it alleges. */
    private static boolean isBreached(Accord accord, ActorId by) {
      return accord.obligations().entrySet().stream()
          .anyMatch(
              o ->
                  accord.creditors(o.getKey()).contains(by)
                      && (o.getValue().state() == ObligationState.VIOLATED
                          || o.getValue().allegedBy().contains(by)));
    }

    @Override
    void effect(Draft draft, Move move, AfterDeal.Denounce act, Accord meant) {
      if (isBinding(meant, move.by())) {
        List<Line> signed = signed(draft, meant, move.by());
        Agreeing.leave(draft, meant, move.by(), move.on());
        signed.forEach(line -> draft.state(line, Optional.empty(), Told.REOPENED, p -> p));
      }
    }

    /** Where a party holds to what it has signed of an agreement. */
    private static List<Line> signed(Draft draft, Accord accord, ActorId by) {
      List<Line> signed = new ArrayList<>();
      for (IssueId issue : accord.settles()) {
        for (ActorId other : accord.bound()) {
          Line line = new Line(by, issue, other);
          boolean holds =
              draft.position(line).signatures().stream()
                  .anyMatch(s -> s.to().equals(accord.text()));
          if (holds) {
            signed.add(line);
          }
        }
      }
      return signed;
    }
  }

  /** Says whether an agreement is signed, not over, and binds a party. */
  private static boolean isBinding(Accord accord, ActorId party) {
    return accord.stage().isSigned() && !accord.stage().isOver() && accord.bound().contains(party);
  }

  /** All whom it binds end an agreement, be it open to be denounced or not. */
  static final class AgreeToEnd extends Awaited<AfterDeal.AgreeToEnd> {
    AgreeToEnd() {
      super("agree to end");
    }

    @Override
    boolean awaits(Situation s, Accord accord, ActorId by) {
      return isBinding(accord, by) && !accord.endedBy().contains(by);
    }

    @Override
    void whyNot(ActorId by, Accord accord, Breaches breaches) {
      breaches.require(
          accord.stage().isSigned(),
          Law.AGREEMENT_STANDS,
          () ->
              "%s cannot agree to end %s: it is not signed"
                  .formatted(by, breaches.name(accord.text())),
          () -> "Reject it, or withdraw what was offered");
      breaches.require(
          !accord.endedBy().contains(by),
          Law.ONCE,
          () -> "%s has already agreed to end %s".formatted(by, breaches.name(accord.text())),
          () -> "Still to agree: " + Listed.names(leftToEnd(accord)));
    }

    private static List<ActorId> leftToEnd(Accord accord) {
      return accord.bound().stream().filter(p -> !accord.endedBy().contains(p)).toList();
    }

    @Override
    void effect(Draft draft, Move move, AfterDeal.AgreeToEnd act, Accord meant) {
      if (!isBinding(meant, move.by())) {
        return;
      }
      Accord accord = meant.withEndedBy(Draft.with(meant.endedBy(), move.by()));
      if (accord.endedBy().containsAll(accord.bound())) {
        Agreeing.over(draft, accord, Tables.AgreementEvent.TERMINATE);
      } else {
        draft.put(accord);
      }
    }
  }

  /** Whoever joins signs what the others have signed, and they are bound to it, too. */
  static final class Join extends Awaited<AfterDeal.Join> {
    Join() {
      super("join");
    }

    @Override
    boolean awaits(Situation s, Accord accord, ActorId by) {
      return isOpenTo(accord, by) && canBeBound(s, accord, by);
    }

    private static boolean isOpenTo(Accord accord, ActorId by) {
      return accord.stage().isSigned()
          && accord.text().openTo().contains(by)
          && !accord.bound().contains(by);
    }

    private static boolean canBeBound(Situation s, Accord accord, ActorId by) {
      return !accord.stage().isOver()
          && (s.agenda().isPrincipal(by)
              || AgreementConduct.Attest.undertakesSomething(s, accord.text(), by));
    }

    @Override
    public void openTo(Situation s, ActorId by, Optional<Object> subject, Breaches breaches) {
      if (subject.isEmpty()) {
        super.openTo(s, by, subject, breaches);
        return;
      }
      AgreementConduct.named(s, subject)
          .filter(a -> isOpenTo(a, by))
          .ifPresentOrElse(
              accord ->
                  breaches.require(
                      canBeBound(s, accord, by),
                      Law.OPEN_TO,
                      () ->
                          "%s cannot join %s: it is over, or says nothing that %s would do"
                              .formatted(by, breaches.name(accord.text()), by),
                      () -> AgreementConduct.agreements(s, breaches)),
              () ->
                  breaches.add(
                      Law.OPEN_TO,
                      () -> "%s cannot join: no such agreement is open to it".formatted(by),
                      () -> AgreementConduct.agreements(s, breaches)));
    }

    @Override
    void effect(Draft draft, Move move, AfterDeal.Join act, Accord meant) {
      if (isOpenTo(meant, move.by())) {
        Consenting.bindOthers(draft, meant, move.by());
        Consenting.consent(draft, move, meant.text(), Consent.Kind.SIGNED);
      }
    }
  }
}
