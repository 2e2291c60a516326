package dev.parley.talks;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agreement.Accord;
import dev.parley.agreement.AgreementStage;
import dev.parley.agreement.Obligation;
import dev.parley.agreement.Obligation.Implementation;
import dev.parley.agreement.ObligationState;
import dev.parley.demand.Text;
import dev.parley.demand.Undertaking.Trigger;
import dev.parley.evidence.When;
import dev.parley.spelling.Listed;
import dev.parley.talks.TransitionTable.Transition;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
      boolean isParty = accord.text().parties().contains(owed.by());
      if (isParty ? accord.bound().contains(owed.by()) : Entering.isBound(s, accord, owed.by())) {
        ObligationState start = s.machine().obligation().start();
        Obligation.Status status = all.getOrDefault(owed, Obligation.Status.of(start));
        boolean endedWithOneWhoIsBack = status.state() == ObligationState.TERMINATED;
        all.put(owed, endedWithOneWhoIsBack ? status.in(start) : status);
      }
    }
    return ImmutableMap.copyOf(all);
  }

  /**
   * Sets off what waits no more, under an agreement in force of which no condition is open: what
   * waits for nothing but that, for a day that has come, or for something else that is done.
   */
  static Accord setOff(Situation s, Accord accord, When on) {
    if (accord.stage() == AgreementStage.SUSPENDED
        || !Entering.isCarriedOut(accord)
        || accord.isConditional()) {
      return accord;
    }
    return each(
        s,
        accord,
        o -> !accord.isSuspended(o) && isCarriedOut(s, accord, o) && hasCome(s, accord, o, on),
        Tables.ObligationEvent.SET_OFF);
  }

  /** Who has still to ratify owes nothing yet, and nothing is owed to it. */
  private static boolean isCarriedOut(Situation s, Accord accord, Obligation owed) {
    return Entering.isCarriedOutBy(s, accord, owed.by())
        && accord.creditors(owed).stream().anyMatch(p -> Entering.isCarriedOutBy(s, accord, p));
  }

  private static boolean hasCome(Situation s, Accord accord, Obligation obligation, When on) {
    if (requireNonNull(accord.obligations().get(obligation)).state() != ObligationState.PENDING) {
      return false;
    }
    Trigger trigger = obligation.undertaking().trigger();
    return trigger instanceof Trigger.OnForce
        || accord.setOffOn(obligation).filter(on::startsWithinOrAfter).isPresent()
        || trigger instanceof Trigger.After after
            && after.later().isZero()
            && isDone(s.obligations(), obligation.awaited(s.obligations().keySet()));
  }

  /** Says whether what a trigger names is done, as somebody means it who says so in a text. */
  static boolean isDone(Situation s, Trigger.After after, Text text) {
    return isDone(s.obligations(), Obligation.awaited(after, text, s.obligations().keySet()));
  }

  private static boolean isDone(
      ImmutableMap<Obligation, Obligation.Status> now, ImmutableSet<Obligation> awaited) {
    return !awaited.isEmpty()
        && awaited.stream()
            .map(o -> requireNonNull(now.get(o)).state())
            .allMatch(s -> s == ObligationState.FULFILLED || s == ObligationState.EXCUSED);
  }

  /** Returns the days on which something is set off that is still pending. */
  static List<When> days(Accord accord) {
    return accord.stage() != AgreementStage.IN_FORCE || accord.isConditional()
        ? ImmutableList.of()
        : accord.obligations().entrySet().stream()
            .filter(e -> e.getValue().state() == ObligationState.PENDING)
            .filter(e -> !accord.isSuspended(e.getKey()))
            .flatMap(e -> accord.setOffOn(e.getKey()).stream())
            .toList();
  }

  /** Returns when the time is up of what is to be refrained from, and is in effect. */
  static List<When> timesUp(Accord accord) {
    return accord.obligations().entrySet().stream()
        .filter(e -> isRefrained(e.getKey(), e.getValue()))
        .flatMap(e -> e.getKey().undertaking().due().stream())
        .toList();
  }

  private static boolean isRefrained(Obligation obligation, Obligation.Status status) {
    return obligation.undertaking().refrain()
        && (status.state() == ObligationState.IN_EFFECT
            || status.state() == ObligationState.SUSPENDED);
  }

  /** What was to be refrained from until its time was up is done then. */
  static Accord refrained(Situation s, Accord accord, Predicate<Obligation> timeIsUp) {
    return each(
        s,
        accord,
        o -> timeIsUp.test(o) && isRefrained(o, requireNonNull(accord.obligations().get(o))),
        Tables.ObligationEvent.PERFORM,
        new Tables.Report(Implementation.FULL, false));
  }

  /** What was done in full is done where nobody reads any more in another way what was owed. */
  static void understood(Draft draft, Accord accord) {
    if (accord.readings().isEmpty()) {
      return;
    }
    Accord understood =
        each(
            draft.situation,
            accord,
            o -> {
              Obligation.Status status = requireNonNull(accord.obligations().get(o));
              return status.degree() == Implementation.FULL
                  && !status.state().isOver()
                  && status.state() != ObligationState.VIOLATED
                  && accord.contested(o).isEmpty();
            },
            Tables.ObligationEvent.PERFORM,
            new Tables.Report(Implementation.FULL, false));
    if (!understood.equals(accord)) {
      draft.put(understood);
    }
  }

  /** Takes down when something else was done for which, or for so long after which, some wait. */
  static Accord awaited(Situation s, Accord accord, When on) {
    Map<Obligation, When> known = new LinkedHashMap<>(accord.awaitedUntil());
    for (Obligation owed : accord.obligations().keySet()) {
      if (owed.undertaking().trigger() instanceof Trigger.After after
          && (!after.later().isZero() || !Entering.isCarriedOut(accord))
          && !known.containsKey(owed)
          && isDone(s.obligations(), owed.awaited(s.obligations().keySet()))) {
        on.endPlus(after.later()).ifPresent(day -> known.put(owed, day));
      }
    }
    return accord.withAwaitedUntil(known);
  }

  /** What hung on a condition that has failed is owed no more. */
  static Accord discharged(Situation s, Accord accord) {
    return each(s, accord, o -> true, Tables.ObligationEvent.DISCHARGE);
  }

  /** What is owed under an agreement that is over is owed no more; what was done stands. */
  static Accord ended(Situation s, Accord accord) {
    Accord last =
        accord.stage() == AgreementStage.EXPIRED ? refrained(s, accord, o -> true) : accord;
    return each(s, last, o -> true, Tables.ObligationEvent.TERMINATE);
  }

  /** What one who has left owed, and what is owed to nobody who is left, is owed no more. */
  static Accord left(Situation s, Accord before, Accord rest, ActorId by) {
    return each(
        s,
        suspended(s, before, rest),
        o -> o.by().equals(by) || rest.creditors(o).isEmpty(),
        Tables.ObligationEvent.TERMINATE);
  }

  /** Suspends what is suspended now towards all to whom it is owed, and takes up the rest. */
  static Accord suspended(Situation s, Accord before, Accord now) {
    Accord fewer =
        each(
            s,
            now,
            o -> now.isSuspended(o) && !before.isSuspended(o),
            Tables.ObligationEvent.SUSPEND);
    return each(
        s, fewer, o -> before.isSuspended(o) && !now.isSuspended(o), Tables.ObligationEvent.RESUME);
  }

  /**
   * What an amendment in force makes owed anew is owed under it to those who have consented to it,
   * and what was done of it under the earlier agreement counts (Vienna Convention, article 40).
   */
  static void amend(Draft draft, Accord earlier, Accord amendment) {
    Map<Obligation, Obligation.Status> was = new LinkedHashMap<>(earlier.obligations());
    Map<Obligation, Obligation.Status> now = new LinkedHashMap<>(amendment.obligations());
    for (Obligation old : earlier.obligations().keySet()) {
      for (Obligation owed : amendment.obligations().keySet()) {
        if (owed.name().equals(old.name()) && owed.by().equals(old.by())) {
          Situation s = draft.situation;
          now.computeIfPresent(
              owed, (o, none) -> carried(s, requireNonNull(was.get(old)), o, none));
          was.computeIfPresent(old, (o, status) -> status.excused(amendment.bound()));
        }
      }
    }
    Accord relieved = earlier.withObligations(was);
    draft.put(
        each(
            draft.situation,
            relieved,
            o -> relieved.creditors(o).isEmpty() && !earlier.creditors(o).isEmpty(),
            Tables.ObligationEvent.DISCHARGE));
    draft.put(amendment.withObligations(now));
  }

  /** What was done before counts where nothing was done yet; where nothing was, nothing is. */
  private static Obligation.Status carried(
      Situation s, Obligation.Status before, Obligation owed, Obligation.Status now) {
    if (!isBegun(before)
        || isBegun(now)
        || now.state() != ObligationState.PENDING && now.state() != ObligationState.IN_EFFECT) {
      return now;
    }
    boolean counted = owed.total().isPresent();
    boolean full = counted ? owed.isAll(before.done()) : before.degree() == Implementation.FULL;
    Implementation degree = full ? Implementation.FULL : lessThanFull(before.degree());
    return now.done(degree, counted ? before.done() : now.done())
        .in(
            full
                ? s.machine()
                    .obligation()
                    .next(
                        now.state(),
                        Tables.ObligationEvent.PERFORM,
                        new Tables.Report(Implementation.FULL, false))
                : now.state());
  }

  /** Says whether what is owed cannot be told: a term on which it hangs is read in two ways. */
  static boolean isContested(Situation s, Obligation obligation) {
    @Nullable Accord accord = s.agreements().get(obligation.under());
    return accord != null && !accord.contested(obligation).isEmpty();
  }

  private static boolean isBegun(Obligation.Status status) {
    return status.done().signum() != 0 || status.degree() != Implementation.NONE;
  }

  /** Where less is done than was said to be all, what was said is that most of it is. */
  static Implementation lessThanFull(Implementation said) {
    return said == Implementation.FULL ? Implementation.INTERMEDIATE : said;
  }

  private static Accord each(
      Situation s, Accord accord, Predicate<Obligation> which, Tables.ObligationEvent event) {
    return each(s, accord, which, event, NOTHING_MORE);
  }

  private static Accord each(
      Situation s,
      Accord accord,
      Predicate<Obligation> which,
      Tables.ObligationEvent event,
      Tables.Report report) {
    ImmutableMap.Builder<Obligation, Obligation.Status> obligations = ImmutableMap.builder();
    accord
        .obligations()
        .forEach(
            (obligation, status) ->
                obligations.put(
                    obligation,
                    which.test(obligation)
                        ? status.in(s.machine().obligation().next(status.state(), event, report))
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
            "obligation (%s) is %s: it cannot be %s"
                .formatted(obligation.name(), Listed.word(status.state()), said(event)),
        () -> whatCanBe(s, status.state()));
    return true;
  }

  private static String said(Tables.ObligationEvent event) {
    return switch (event) {
      case SET_OFF -> "set off";
      case PERFORM -> "performed";
      case BREACH -> "said to be breached";
      case FIND -> "verified";
      case EXCUSE -> "excused";
      case DISCHARGE -> "discharged";
      case SUSPEND -> "suspended";
      case RESUME -> "resumed";
      case TERMINATE -> "ended";
    };
  }

  private static String whatCanBe(Situation s, ObligationState state) {
    List<String> open =
        s.machine().obligation().events(state).stream()
            .filter(e -> e != Tables.ObligationEvent.DISCHARGE)
            .filter(e -> e != Tables.ObligationEvent.TERMINATE)
            .map(ObligationConduct::said)
            .toList();
    return open.isEmpty()
        ? "Nothing more can be done about it"
        : "It can be: " + Listed.names(open);
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
        : "Obligations: " + Listed.names(s.obligations().keySet(), Obligation::name);
  }

  /** A breach of what is to be refrained from ends nothing by itself, and undoes nothing. */
  static Tables.Report breach(Situation s, Obligation obligation, boolean attested) {
    if (!obligation.undertaking().refrain()) {
      return new Tables.Report(Implementation.NONE, attested);
    }
    Obligation.@Nullable Status status = s.obligations().get(obligation);
    boolean done = status != null && status.state() == ObligationState.FULFILLED;
    return new Tables.Report(done ? Implementation.FULL : Implementation.NONE, false);
  }

  /** What happens to one obligation; the acts differ in who may do it and what follows. */
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
      Agreeing.settleUp(draft, move.on());
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
          accord == null || !accord.isConditional(),
          Law.OBLIGATION_OPEN,
          () ->
              "obligation (%s) cannot be set off: what it depends on is still open"
                  .formatted(obligation.name()),
          () -> "Meet the conditions of the agreement first");
      breaches.require(
          accord == null || Entering.isCarriedOut(accord) || !accord.stage().isSigned(),
          Law.OBLIGATION_OPEN,
          () ->
              "obligation (%s) cannot be set off: the agreement is not in force"
                  .formatted(obligation.name()),
          () -> untilInForce(s, obligation));
    }

    @Override
    public void effect(Draft draft, Move move, AfterDeal.SetOff act) {
      @Nullable Accord accord = draft.situation.agreements().get(act.obligation().under());
      if (accord != null && Entering.isCarriedOut(accord) && !accord.isConditional()) {
        super.effect(draft, move, act);
      }
    }
  }

  private static String untilInForce(Situation s, Obligation obligation) {
    ImmutableSet<ActorId> awaited = s.stillToRatify(obligation.under());
    return awaited.isEmpty()
        ? "Wait until it comes into force"
        : "Wait for %s to ratify".formatted(Listed.names(awaited));
  }

  static final class Perform extends About<AfterDeal.Perform> {
    Perform() {
      super(Tables.ObligationEvent.PERFORM);
    }

    @Override
    Tables.Report report(Situation s, Move move, AfterDeal.Perform act) {
      Obligation.@Nullable Status status = s.obligations().get(act.obligation());
      Implementation far = status == null ? act.degree() : degree(status, act, done(status, act));
      boolean goesOn = // to refrain is not done before its time is up
          act.obligation().undertaking().refrain() || isContested(s, act.obligation());
      return new Tables.Report(goesOn ? lessThanFull(far) : far, false);
    }

    @Override
    Obligation.Status after(Obligation.Status status, Move move, AfterDeal.Perform act) {
      BigDecimal done = done(status, act);
      return status.done(degree(status, act, done), done.stripTrailingZeros());
    }

    /** How much is done in all, with this. */
    private static BigDecimal done(Obligation.Status status, AfterDeal.Perform act) {
      return act.amount().isEmpty() && act.degree() == Implementation.FULL
          ? act.obligation().total().orElse(status.done())
          : status.done().add(act.amount().orElse(BigDecimal.ZERO));
    }

    private static Implementation degree(
        Obligation.Status status, AfterDeal.Perform act, BigDecimal done) {
      if (act.amount().isEmpty()) {
        return act.degree();
      }
      return act.obligation().isAll(done) ? Implementation.FULL : status.degree();
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
          accord == null || Entering.isCarriedOut(accord) || !accord.stage().isSigned(),
          Law.OBLIGATION_OPEN,
          () ->
              "%s cannot perform (%s) yet: the agreement is not in force"
                  .formatted(by, obligation.name()),
          () -> untilInForce(s, obligation));
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
      return breach(
          s,
          obligation,
          move.by().equals(obligation.by()) || guarantor.filter(move.by()::equals).isPresent());
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
      @Nullable Accord accord = draft.situation.agreements().get(act.obligation().under());
      Obligation.@Nullable Status status =
          accord == null ? null : accord.obligations().get(act.obligation());
      if (accord == null || status == null || !isOwed(accord, act.obligation(), move.by())) {
        return;
      }
      Accord excused =
          accord.withObligations(
              Draft.with(
                  accord.obligations(),
                  act.obligation(),
                  status.excused(ImmutableSet.of(move.by()))));
      if (excused.creditors(act.obligation()).isEmpty()) {
        super.effect(draft, move, act);
      } else {
        draft.put(excused);
      }
    }

    private static boolean isOwed(Accord accord, Obligation obligation, ActorId to) {
      return accord.bound().contains(to) && !obligation.by().equals(to);
    }

    @Override
    void openTo(Situation s, ActorId by, Obligation obligation, Breaches breaches) {
      Accord accord = requireNonNull(s.agreements().get(obligation.under()));
      breaches.require(
          isOwed(accord, obligation, by),
          Law.BY_CREDITOR,
          () -> "%s cannot excuse the obligation (%s)".formatted(by, obligation.name()),
          () -> "It is owed to " + Listed.names(accord.creditors(obligation)));
    }
  }
}
