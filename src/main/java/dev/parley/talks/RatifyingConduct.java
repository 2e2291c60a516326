package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agreement.Accord;
import dev.parley.agreement.AgreementStage;
import dev.parley.agreement.Consent;
import dev.parley.demand.Text;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How an agreement is ratified, or fails to be. */
final class RatifyingConduct {
  private RatifyingConduct() {}

  static ImmutableSet<ActorId> stillToRatify(Situation s, Text text) {
    @Nullable Accord accord = s.agreements().get(text);
    return accord == null || accord.stage() != AgreementStage.SIGNED
        ? ImmutableSet.of()
        : accord.bound().stream()
            .filter(p -> awaitsRatification(s, accord, p))
            .collect(ImmutableSet.toImmutableSet());
  }

  static String awaited(Situation s, ActorId by, Breaches breaches) {
    List<String> awaited =
        s.agreements().values().stream()
            .filter(a -> awaitsRatification(s, a, by))
            .map(a -> breaches.name(a.text()))
            .toList();
    return awaited.isEmpty()
        ? "Nothing is awaited from " + by
        : "Awaited from %s: %s".formatted(by, String.join("; ", awaited));
  }

  static boolean awaitsRatification(Situation s, Accord accord, ActorId party) {
    boolean awaited =
        accord.stage() == AgreementStage.SIGNED
            || accord.stage() == AgreementStage.INITIALLED
            || Suspending.isInForce(accord)
                && !accord.text().parties().contains(party); // it joined
    return awaited
        && Agreeing.mustRatify(s, accord.text(), party)
        && accord.is(party, kind -> kind.stands() && kind != Consent.Kind.RATIFIED);
  }

  /** Ratify, fail to ratify: unnamed, what is meant is the only agreement that awaits it. */
  abstract static class Ratifying<A extends Act> implements Conduct<A> {
    private final String verb;

    Ratifying(String verb) {
      this.verb = verb;
    }

    @Override
    public List<Optional<Object>> subjects(Situation s, ActorId by) {
      List<Optional<Object>> awaiting =
          AgreementConduct.texts(s, a -> awaitsRatification(s, a, by));
      return awaiting.size() == 1 ? ImmutableList.of(Optional.empty(), awaiting.get(0)) : awaiting;
    }

    @Override
    public void openTo(Situation s, ActorId by, Optional<Object> subject, Breaches breaches) {
      AgreementConduct.stands(s, by, subject, verb, breaches);
      List<Optional<Object>> awaiting =
          AgreementConduct.texts(s, a -> awaitsRatification(s, a, by));
      if (subject.isEmpty()) {
        breaches.require(
            awaiting.size() == 1,
            Law.ONE_AWAITS_IT,
            () ->
                awaiting.isEmpty()
                    ? "%s cannot %s: nothing awaits its ratification".formatted(by, verb)
                    : "%s cannot %s without saying what: several agreements await it"
                        .formatted(by, verb),
            () -> awaited(s, by, breaches));
      } else {
        AgreementConduct.named(s, subject)
            .ifPresent(
                accord ->
                    breaches.require(
                        awaitsRatification(s, accord, by),
                        Law.AWAITED,
                        () ->
                            "%s cannot %s %s: its ratification is not awaited"
                                .formatted(by, verb, breaches.name(accord.text())),
                        () -> awaited(s, by, breaches)));
      }
    }

    @Override
    public void admits(Situation s, Move move, A act, Breaches breaches) {
      meant(s, move.by(), act.value(Shape.STANDING_TEXT))
          .ifPresent(
              a ->
                  Judgement.withinMandate(s, move, Consenting.committed(a.text()), verb, breaches));
    }

    /** Returns the agreement that is meant; unnamed, the only one that awaits it. */
    static Optional<Accord> meant(Situation s, ActorId by, Optional<Text> text) {
      if (text.isPresent()) {
        return AgreementConduct.named(s, text.map(t -> (Object) t))
            .filter(a -> !a.stage().isOver());
      }
      List<Accord> awaiting =
          s.agreements().values().stream().filter(a -> awaitsRatification(s, a, by)).toList();
      return awaiting.size() == 1 ? Optional.of(awaiting.get(0)) : Optional.empty();
    }
  }

  static final class Ratify extends Ratifying<AfterDeal.Ratify> {
    Ratify() {
      super("ratify");
    }

    @Override
    public void effect(Draft draft, Move move, AfterDeal.Ratify act) {
      meant(draft.situation, move.by(), act.text())
          .ifPresent(a -> Consenting.confirm(draft, move, a.text(), Consent.Kind.RATIFIED));
    }
  }

  static final class FailToRatify extends Ratifying<AfterDeal.FailToRatify> {
    FailToRatify() {
      super("fail to ratify");
    }

    @Override
    public void effect(Draft draft, Move move, AfterDeal.FailToRatify act) {
      meant(draft.situation, move.by(), act.text())
          .filter(a -> !a.is(move.by(), kind -> kind == Consent.Kind.RATIFIED))
          .ifPresent(a -> Agreeing.refuse(draft, a.text(), move.by()));
    }
  }
}
