package dev.parley.talks;

import dev.parley.agenda.ActorId;
import dev.parley.agreement.Accord;
import dev.parley.agreement.Consent;
import dev.parley.agreement.ObligationState;
import dev.parley.spelling.Listed;
import java.util.List;
import java.util.Optional;

/** How a party joins an agreement or leaves it, and how all agree to end one. */
final class LeavingConduct {
  private LeavingConduct() {}

  static final class Denounce implements Conduct<AfterDeal.Denounce> {
    @Override
    public List<Optional<Object>> subjects(Situation s, ActorId by) {
      return AgreementConduct.texts(s, a -> a.stage().isSigned());
    }

    @Override
    public void openTo(Situation s, ActorId by, Optional<Object> subject, Breaches breaches) {
      AgreementConduct.stands(s, by, subject, "denounce", breaches);
      AgreementConduct.named(s, subject)
          .ifPresent(
              accord ->
                  breaches.require(
                      accord.stage().isOver()
                          || accord.text().denounceable()
                          || isBreached(accord, by),
                      Law.DENUNCIATION,
                      () ->
                          "%s cannot denounce %s: the text does not allow it"
                              .formatted(by, breaches.name(accord.text())),
                      () ->
                          "Agree to end it, replace it by agreement, or allege a breach of it first"));
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
    public void admits(Situation s, Move move, AfterDeal.Denounce act, Breaches breaches) {
      Judgement.withinMandate(s, move, Consenting.committed(act.text()), "denounce", breaches);
    }

    @Override
    public void effect(Draft draft, Move move, AfterDeal.Denounce act) {
      AgreementConduct.named(draft.situation, Optional.of(act.text()))
          .filter(a -> a.stage().isSigned() && a.bound().contains(move.by()))
          .ifPresent(a -> Agreeing.leave(draft, a, move.by(), move.on()));
    }
  }

  /** All whom it binds end an agreement, be it open to be denounced or not. */
  static final class AgreeToEnd implements Conduct<AfterDeal.AgreeToEnd> {
    @Override
    public List<Optional<Object>> subjects(Situation s, ActorId by) {
      return AgreementConduct.texts(s, a -> a.stage().isSigned() && !a.stage().isOver());
    }

    @Override
    public void openTo(Situation s, ActorId by, Optional<Object> subject, Breaches breaches) {
      AgreementConduct.stands(s, by, subject, "agree to end", breaches);
      AgreementConduct.named(s, subject)
          .ifPresent(
              accord -> {
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
                    () ->
                        "%s has already agreed to end %s"
                            .formatted(by, breaches.name(accord.text())),
                    () -> "Still to agree: " + Listed.names(leftToEnd(accord)));
              });
    }

    private static List<ActorId> leftToEnd(Accord accord) {
      return accord.bound().stream().filter(p -> !accord.endedBy().contains(p)).toList();
    }

    @Override
    public void admits(Situation s, Move move, AfterDeal.AgreeToEnd act, Breaches breaches) {
      Judgement.withinMandate(s, move, Consenting.committed(act.text()), "agree to end", breaches);
    }

    @Override
    public void effect(Draft draft, Move move, AfterDeal.AgreeToEnd act) {
      AgreementConduct.named(draft.situation, Optional.of(act.text()))
          .filter(a -> a.stage().isSigned() && a.bound().contains(move.by()))
          .map(a -> a.withEndedBy(Draft.with(a.endedBy(), move.by())))
          .ifPresent(
              accord -> {
                if (accord.endedBy().containsAll(accord.bound())) {
                  Agreeing.over(draft, accord, Tables.AgreementEvent.TERMINATE);
                } else {
                  draft.put(accord);
                }
              });
    }
  }

  /** Whoever joins signs what the others have signed, and they are bound to it, too. */
  static final class Join implements Conduct<AfterDeal.Join> {
    @Override
    public List<Optional<Object>> subjects(Situation s, ActorId by) {
      return AgreementConduct.texts(s, a -> isOpenTo(a, by));
    }

    private static boolean isOpenTo(Accord accord, ActorId by) {
      return accord.stage().isSigned()
          && accord.text().openTo().contains(by)
          && !accord.bound().contains(by);
    }

    @Override
    public void openTo(Situation s, ActorId by, Optional<Object> subject, Breaches breaches) {
      AgreementConduct.named(s, subject)
          .filter(a -> isOpenTo(a, by))
          .ifPresentOrElse(
              accord ->
                  breaches.require(
                      !accord.stage().isOver()
                          && (s.agenda().isPrincipal(by)
                              || AgreementConduct.Attest.undertakesSomething(s, accord.text(), by)),
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
    public void admits(Situation s, Move move, AfterDeal.Join act, Breaches breaches) {
      Judgement.withinMandate(s, move, Consenting.committed(act.text()), "join", breaches);
    }

    @Override
    public void effect(Draft draft, Move move, AfterDeal.Join act) {
      AgreementConduct.named(draft.situation, Optional.of(act.text()))
          .filter(a -> isOpenTo(a, move.by()))
          .ifPresent(
              accord -> {
                Consenting.bindOthers(draft, accord, move.by());
                Consenting.consent(draft, move, accord.text(), Consent.Kind.SIGNED);
              });
    }
  }
}
