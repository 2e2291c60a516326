package dev.parley.talks;

import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.DelegationId;
import dev.parley.agreement.Accord;
import dev.parley.agreement.AgreementStage;
import dev.parley.agreement.Assent;
import dev.parley.agreement.Consent;
import dev.parley.demand.Text;
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

  static boolean awaitsRatification(Situation s, Accord accord, ActorId party) {
    boolean awaited =
        accord.stage() == AgreementStage.SIGNED
            || accord.stage() == AgreementStage.INITIALLED
            || Suspending.isInForce(accord) && accord.bound().contains(party);
    return awaited
        && Entering.mustRatify(s, accord.text(), party)
        && accord.is(party, kind -> kind.stands() && kind != Consent.Kind.RATIFIED);
  }

  abstract static class Ratifying<A extends Act> extends Awaited<A> {
    Ratifying(String verb) {
      super(verb);
    }

    @Override
    boolean awaits(Situation s, Accord accord, ActorId by) {
      return awaitsRatification(s, accord, by);
    }
  }

  static final class Ratify extends Ratifying<AfterDeal.Ratify> {
    Ratify() {
      super("ratify");
    }

    @Override
    public void refers(Situation s, Move move, AfterDeal.Ratify act, Breaches breaches) {
      act.conditions().forEach(c -> DemandConduct.refers(s, c.issue(), c.ask(), breaches));
    }

    @Override
    void effect(Draft draft, Move move, AfterDeal.Ratify act, Accord meant) {
      if (meant.is(move.by(), Consent.Kind::stands)) {
        Conditions.ratify(draft, meant, move.by(), act.conditions(), move.on());
      }
    }
  }

  static final class FailToRatify extends Ratifying<AfterDeal.FailToRatify> {
    FailToRatify() {
      super("fail to ratify");
    }

    @Override
    void effect(Draft draft, Move move, AfterDeal.FailToRatify act, Accord meant) {
      if (!meant.is(move.by(), kind -> kind == Consent.Kind.RATIFIED)) {
        Agreeing.refuse(draft, meant.text(), move.by());
      }
    }
  }

  /** What was consented to ad referendum is final now. */
  static final class Confirm extends Awaited<AfterDeal.Confirm> {
    Confirm() {
      super("confirm");
    }

    @Override
    boolean awaits(Situation s, Accord accord, ActorId by) {
      return !accord.stage().isOver() && isProvisional(accord, by);
    }

    private static boolean isProvisional(Accord accord, ActorId by) {
      @Nullable Assent given = accord.assents().get(by);
      return given != null && given.isProvisional();
    }

    @Override
    void admits(Move move, Accord meant, Breaches breaches) {
      Optional<DelegationId> organ =
          Optional.ofNullable(meant.assents().get(move.by())).flatMap(Assent::organ);
      breaches.require(
          organ.isEmpty() || organ.equals(move.through()),
          Law.BY_ORGAN,
          () ->
              "%s cannot confirm %s%s: the mandate names (%s) to confirm it"
                  .formatted(
                      move.by(),
                      breaches.name(meant.text()),
                      move.through().map(d -> " through (" + d + ")").orElse(""),
                      organ.orElseThrow()),
          () -> "Let it be confirmed through " + organ.orElseThrow());
    }

    @Override
    void effect(Draft draft, Move move, AfterDeal.Confirm act, Accord meant) {
      Consenting.confirm(draft, move.by(), meant.text(), Consent.Kind.SIGNED, move.on());
    }
  }
}
