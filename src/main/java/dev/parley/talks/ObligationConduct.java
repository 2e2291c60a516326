package dev.parley.talks;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agreement.Accord;
import dev.parley.agreement.AgreementStage;
import dev.parley.agreement.Consent;
import dev.parley.agreement.Obligation;
import dev.parley.agreement.Obligation.Implementation;
import dev.parley.agreement.ObligationState;
import dev.parley.demand.Undertaking.Trigger;
import dev.parley.evidence.When;
import dev.parley.talks.TransitionTable.Transition;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How obligations arise, are set off, performed, breached and excused. */
final class ObligationConduct {
  private static final Tables.Report NOTHING_MORE = new Tables.Report(Implementation.NONE, false);

  private ObligationConduct() {}

  /** Returns the obligations under an agreement as far as it is signed; those there before stay. */
  static ImmutableMap<Obligation, Obligation.Status> arising(Situation s, Accord accord) {
    Map<Obligation, Obligation.Status> all = new LinkedHashMap<>(accord.obligations());
    for (Obligation owed : Owed.under(s.agenda(), accord.text(), accord.settles())) {
      if (!accord.is(owed.by(), kind -> kind == Consent.Kind.WITHDRAWN)) {
        all.putIfAbsent(owed, soFar(s, accord, owed));
      }
    }
    return ImmutableMap.copyOf(all);
  }

  /** Sets off what waits for nothing but the agreement itself, once no condition is open. */
  static Accord begun(Situation s, Accord accord) {
    return accord.stage() == AgreementStage.IN_FORCE && !isConditional(accord)
        ? each(
            s,
            accord,
            o -> o.undertaking().trigger() instanceof Trigger.OnForce,
            Tables.ObligationEvent.SET_OFF)
        : accord;
  }

  /** Sets off what is to be done so many days after it has come into force, once these are over. */
  static Accord come(Situation s, Accord accord, When on) {
    return accord.stage() == AgreementStage.IN_FORCE && !isConditional(accord)
        ? each(
            s,
            accord,
            o -> day(accord, o).filter(on::startsWithinOrAfter).isPresent(),
            Tables.ObligationEvent.SET_OFF)
        : accord;
  }

  /** Returns the days on which something is set off that is still pending. */
  static List<When> days(Accord accord) {
    return accord.obligations().entrySet().stream()
        .filter(e -> e.getValue().state() == ObligationState.PENDING)
        .flatMap(e -> day(accord, e.getKey()).stream())
        .toList();
  }

  private static Optional<When> day(Accord accord, Obligation obligation) {
    return obligation.undertaking().trigger() instanceof Trigger.AfterDays after
        ? accord.entered().flatMap(on -> on.endPlus(Duration.ofDays(after.days())))
        : Optional.empty();
  }

  /** What hung on a condition that has failed is owed no more. */
  static Accord discharged(Situation s, Accord accord) {
    return each(s, accord, o -> true, Tables.ObligationEvent.DISCHARGE);
  }

  /** What is owed under an agreement that is over is owed no more; what was done stands. */
  static Accord ended(Situation s, Accord accord) {
    return each(s, accord, o -> true, Tables.ObligationEvent.TERMINATE);
  }

  /** Tells all that one party owes under an agreement what happens to it. */
  static Accord byOne(Situation s, Accord accord, ActorId by, Tables.ObligationEvent event) {
    return each(s, accord, o -> o.by().equals(by), event);
  }

  /** What an amendment makes owed anew is owed under it, and what was done of it counts. */
  static Accord amended(Situation s, Accord earlier, Accord amendment) {
    return each(
        s,
        earlier,
        o -> amendment.obligations().keySet().stream().anyMatch(n -> isSame(n, o)),
        Tables.ObligationEvent.DISCHARGE);
  }

  private static boolean isSame(Obligation one, Obligation other) {
    return one.name().equals(other.name()) && one.by().equals(other.by());
  }

  /** How much of what is owed now was done under the agreement that is amended. */
  private static Obligation.Status soFar(Situation s, Accord accord, Obligation owed) {
    Obligation.Status none = Obligation.Status.of(s.machine().obligation().start());
    return accord.text().amends().map(s.agreements()::get).stream()
        .flatMap(earlier -> earlier.obligations().entrySet().stream())
        .filter(was -> isSame(was.getKey(), owed))
        .findFirst()
        .map(was -> none.done(was.getValue().degree(), was.getValue().done()))
        .orElse(none);
  }

  private static Accord each(
      Situation s, Accord accord, Predicate<Obligation> which, Tables.ObligationEvent event) {
    ImmutableMap.Builder<Obligation, Obligation.Status> obligations = ImmutableMap.builder();
    accord
        .obligations()
        .forEach(
            (obligation, status) ->
                obligations.put(
                    obligation,
                    which.test(obligation)
                        ? status.in(
                            s.machine().obligation().next(status.state(), event, NOTHING_MORE))
                        : status));
    return accord.withObligations(obligations.buildOrThrow());
  }

  private static void one(
      Draft draft,
      Obligation obligation,
      Tables.ObligationEvent event,
      Tables.Report report,
      UnaryOperator<Obligation.Status> change) {
    @Nullable Accord accord = draft.situation.agreements().get(obligation.under());
    Obligation.@Nullable Status status =
        accord == null ? null : accord.obligations().get(obligation);
    if (accord == null
        || status == null
        || !(draft.situation.machine().obligation().fire(status.state(), event, report)
            instanceof Transition<ObligationState, Tables.ObligationEvent, Tables.Report> fired)) {
      return;
    }
    draft.put(
        accord.withObligations(
            Draft.with(accord.obligations(), obligation, change.apply(status).in(fired.to()))));
  }

  /** Says whether it has arisen; it is a breach if it has not, or has no place for the event. */
  static boolean hasPlace(
      Situation s, Obligation obligation, Tables.ObligationEvent event, Breaches breaches) {
    Obligation.@Nullable Status status = s.obligations().get(obligation);
    if (status == null) {
      breaches.add(
          Law.OBLIGATION_ARISEN,
          () ->
              (s.owedUnder(obligation.under()).contains(obligation)
                      ? "nothing is owed yet under (%s): its agreement is not signed, or is over"
                      : "there is no obligation (%s)")
                  .formatted(obligation.name()),
          () -> obligations(s));
      return false;
    }
    breaches.require(
        s.machine().obligation().hasPlace(status.state(), event),
        Law.OBLIGATION_OPEN,
        () ->
            "obligation (%s) is %s, which has no place for %s"
                .formatted(obligation.name(), status.state(), event),
        () -> "It has a place for " + s.machine().obligation().events(status.state()));
    return true;
  }

  /** What its obligor does about one obligation, and nobody else. */
  static void byObligor(
      Draft draft, Obligation obligation, ActorId by, Tables.ObligationEvent event) {
    if (obligation.by().equals(by)) {
      one(draft, obligation, event, NOTHING_MORE, status -> status);
    }
  }

  /** Says which obligations have arisen. */
  static String obligations(Situation s) {
    return s.obligations().isEmpty()
        ? "No obligation has arisen"
        : "Obligations: " + s.obligations().keySet().stream().map(Obligation::name).toList();
  }

  /** What happens to one obligation; the four acts differ in who may do it and what follows. */
  abstract static class About<A extends AfterDeal> implements Conduct<A> {
    private final Tables.ObligationEvent event;

    About(Tables.ObligationEvent event) {
      this.event = event;
    }

    private static Obligation obligation(AfterDeal act) {
      return act.value(Shape.OBLIGATION).orElseThrow();
    }

    Tables.Report report(Situation s, Move move, A act) {
      return NOTHING_MORE;
    }

    /** What is told of the obligation beside its state. */
    Obligation.Status after(Obligation.Status status, Move move, A act) {
      return status;
    }

    @Override
    public List<Optional<Object>> subjects(Situation s, ActorId by) {
      return s.obligations().keySet().stream().map(Optional::<Object>of).collect(toImmutableList());
    }

    @Override
    public void openTo(Situation s, ActorId by, Optional<Object> subject, Breaches breaches) {
      if (!(subject.orElse(null) instanceof Obligation obligation)) {
        return;
      }
      if (hasPlace(s, obligation, event, breaches)) {
        openTo(s, by, obligation, breaches);
      }
    }

    void openTo(Situation s, ActorId by, Obligation obligation, Breaches breaches) {}

    @Override
    public void effect(Draft draft, Move move, A act) {
      one(
          draft,
          obligation(act),
          event,
          report(draft.situation, move, act),
          s -> after(s, move, act));
      setOffWhatWaits(draft);
      Agreeing.settleUp(draft, move.on());
    }

    /** What waits for another is set off when all of that is over. */
    private static void setOffWhatWaits(Draft draft) {
      ImmutableMap<Obligation, Obligation.Status> all = draft.situation.obligations();
      for (Accord accord : draft.situation.agreements().values()) {
        Accord after =
            each(
                draft.situation,
                accord,
                o ->
                    Objects.requireNonNull(all.get(o)).state() == ObligationState.PENDING
                        && !isConditional(accord)
                        && isDone(all, o.awaited(all.keySet())),
                Tables.ObligationEvent.SET_OFF);
        if (!after.equals(accord)) {
          draft.put(after);
        }
      }
    }

    private static boolean isDone(
        ImmutableMap<Obligation, Obligation.Status> now, ImmutableSet<Obligation> awaited) {
      return !awaited.isEmpty()
          && awaited.stream().allMatch(o -> Objects.requireNonNull(now.get(o)).state().isOver());
    }
  }

  static final class SetOff extends About<AfterDeal.SetOff> {
    SetOff() {
      super(Tables.ObligationEvent.SET_OFF);
    }

    @Override
    void openTo(Situation s, ActorId by, Obligation obligation, Breaches breaches) {
      @Nullable Accord accord = s.agreements().get(obligation.under());
      breaches.require(
          accord == null || !isConditional(accord),
          Law.OBLIGATION_OPEN,
          () ->
              "obligation (%s) cannot be set off: what it depends on is still open"
                  .formatted(obligation.name()),
          () -> "Meet the conditions of the agreement first");
    }

    @Override
    public void effect(Draft draft, Move move, AfterDeal.SetOff act) {
      @Nullable Accord accord = draft.situation.agreements().get(act.obligation().under());
      if (accord != null && !isConditional(accord)) {
        super.effect(draft, move, act);
      }
    }
  }

  private static boolean isConditional(Accord accord) {
    return accord.conditions().containsValue(Accord.Fulfilment.OPEN);
  }

  static final class Perform extends About<AfterDeal.Perform> {
    Perform() {
      super(Tables.ObligationEvent.PERFORM);
    }

    @Override
    Tables.Report report(Situation s, Move move, AfterDeal.Perform act) {
      Implementation degree =
          act.amount().isEmpty()
              ? act.degree()
              : isComplete(s, act) ? Implementation.FULL : Implementation.NONE;
      return new Tables.Report(degree, false);
    }

    @Override
    Obligation.Status after(Obligation.Status status, Move move, AfterDeal.Perform act) {
      BigDecimal done =
          act.amount().isEmpty() && act.degree() == Implementation.FULL
              ? act.obligation().total().orElse(status.done())
              : status.done().add(act.amount().orElse(BigDecimal.ZERO));
      Implementation degree =
          act.amount().isEmpty()
              ? act.degree()
              : act.obligation().total().filter(t -> done.compareTo(t) >= 0).isPresent()
                  ? Implementation.FULL
                  : status.degree();
      return status.done(degree, done.stripTrailingZeros());
    }

    /** What is done so far, and this with it, is all that is owed. */
    private static boolean isComplete(Situation s, AfterDeal.Perform act) {
      Obligation.@Nullable Status status = s.obligations().get(act.obligation());
      return status != null
          && act.amount().isPresent()
          && act.obligation()
              .total()
              .filter(t -> status.done().add(act.amount().get()).compareTo(t) >= 0)
              .isPresent();
    }

    @Override
    public void admits(Situation s, Move move, AfterDeal.Perform act, Breaches breaches) {
      Obligation.@Nullable Status status = s.obligations().get(act.obligation());
      Optional<BigDecimal> total = act.obligation().total();
      if (status == null || act.amount().isEmpty()) {
        return;
      }
      breaches.require(
          act.amount().get().signum() > 0,
          Law.WITHIN_AMOUNT,
          () ->
              "%s cannot do (%s) for (%s)"
                  .formatted(
                      move.by(), act.amount().get().toPlainString(), act.obligation().name()),
          () -> "Say how much was done, or correct the entry that said too much");
      breaches.require(
          total.filter(t -> status.done().add(act.amount().get()).compareTo(t) <= 0).isPresent(),
          Law.WITHIN_AMOUNT,
          () ->
              total.isEmpty()
                  ? "obligation (%s) has no amount of which (%s) could be done"
                      .formatted(act.obligation().name(), act.amount().get().toPlainString())
                  : "%s cannot do (%s) more for (%s): %s of %s are done"
                      .formatted(
                          move.by(),
                          act.amount().get().toPlainString(),
                          act.obligation().name(),
                          status.done().toPlainString(),
                          total.get().toPlainString()),
          () ->
              total.isEmpty()
                  ? "Say to what degree it is done"
                  : "Left: " + total.get().subtract(status.done()).toPlainString());
    }

    /** A record may hold that somebody else did it: then what is owed is owed still. */
    @Override
    public void effect(Draft draft, Move move, AfterDeal.Perform act) {
      if (act.obligation().by().equals(move.by())) {
        super.effect(draft, move, act);
      }
    }

    @Override
    void openTo(Situation s, ActorId by, Obligation obligation, Breaches breaches) {
      breaches.require(
          obligation.by().equals(by),
          Law.BY_OBLIGOR,
          () -> "%s cannot perform the obligation (%s)".formatted(by, obligation.name()),
          () -> "It is for " + obligation.by());
      @Nullable Accord accord = s.agreements().get(obligation.under());
      breaches.require(
          accord == null || accord.stage() != AgreementStage.SIGNED,
          Law.OBLIGATION_OPEN,
          () ->
              "%s cannot perform (%s) yet: the agreement is not in force"
                  .formatted(by, obligation.name()),
          () ->
              s.stillToRatify(obligation.under()).isEmpty()
                  ? "Wait until it comes into force"
                  : "Wait for " + s.stillToRatify(obligation.under()) + " to ratify");
    }
  }

  static final class AllegeBreach extends About<AfterDeal.AllegeBreach> {
    AllegeBreach() {
      super(Tables.ObligationEvent.BREACH);
    }

    @Override
    Tables.Report report(Situation s, Move move, AfterDeal.AllegeBreach act) {
      Obligation obligation = act.obligation();
      Optional<ActorId> guarantor = obligation.undertaking().guarantor();
      boolean attested =
          move.by().equals(obligation.by()) || guarantor.filter(move.by()::equals).isPresent();
      boolean refrains = obligation.undertaking().refrain();
      return new Tables.Report(Implementation.NONE, attested && !refrains);
    }

    @Override
    Obligation.Status after(Obligation.Status status, Move move, AfterDeal.AllegeBreach act) {
      return status.alleged(move.by());
    }
  }

  static final class Excuse extends About<AfterDeal.Excuse> {
    Excuse() {
      super(Tables.ObligationEvent.EXCUSE);
    }

    /** Each of those to whom it is owed excuses it for itself. */
    @Override
    public void effect(Draft draft, Move move, AfterDeal.Excuse act) {
      Obligation.@Nullable Status status = draft.situation.obligations().get(act.obligation());
      if (status == null || !act.obligation().owedTo().contains(move.by())) {
        return;
      }
      ImmutableSet<ActorId> excusing = Draft.with(status.excusedBy(), move.by());
      if (excusing.containsAll(act.obligation().owedTo())) {
        super.effect(draft, move, act);
        return;
      }
      Accord accord =
          Objects.requireNonNull(draft.situation.agreements().get(act.obligation().under()));
      draft.put(
          accord.withObligations(
              Draft.with(accord.obligations(), act.obligation(), status.excused(move.by()))));
    }

    @Override
    void openTo(Situation s, ActorId by, Obligation obligation, Breaches breaches) {
      breaches.require(
          obligation.owedTo().contains(by),
          Law.BY_CREDITOR,
          () -> "%s cannot excuse the obligation (%s)".formatted(by, obligation.name()),
          () -> "It is owed to " + obligation.owedTo());
    }
  }
}
