package dev.parley.talks;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.demand.Offer.Instalment;
import dev.parley.demand.Undertaking;
import dev.parley.demand.Undertaking.Trigger;
import dev.parley.talks.Obligation.Implementation;
import dev.parley.talks.TransitionTable.Transition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** How obligations arise, are set off, performed, breached and excused. */
final class ObligationConduct {
  private static final Tables.Report NOTHING_MORE = new Tables.Report(Implementation.NONE, false);

  private ObligationConduct() {}

  /** Returns the obligations of what is agreed, those without a trigger of their own in effect. */
  static ImmutableMap<Obligation, Obligation.Status> arising(Situation s) {
    Map<Obligation, Obligation.Status> all = new LinkedHashMap<>();
    for (Attestation agreed : s.agreements()) {
      for (Undertaking undertaking :
          agreed.undertakings().isEmpty() ? implied(s, agreed) : agreed.undertakings()) {
        ImmutableSet<ActorId> owedTo =
            Sets.difference(agreed.among(), ImmutableSet.of(undertaking.by())).immutableCopy();
        ObligationState state =
            undertaking.trigger() instanceof Trigger.OnForce
                ? s.machine()
                    .obligation()
                    .next(ObligationState.PENDING, Tables.ObligationEvent.SET_OFF)
                : ObligationState.PENDING;
        all.put(
            new Obligation(undertaking, owedTo), new Obligation.Status(state, Implementation.NONE));
      }
    }
    return ImmutableMap.copyOf(all);
  }

  /**
   * Each issue is owed by its obligor, or else by all alike; in instalments where there are any.
   */
  private static List<Undertaking> implied(Situation s, Attestation agreed) {
    List<Undertaking> all = new java.util.ArrayList<>();
    for (IssueId issue : agreed.terms().issues()) {
      Optional<ActorId> obligor = s.agenda().requireIssue(issue).obligor();
      Set<ActorId> obligors = obligor.<Set<ActorId>>map(ImmutableSet::of).orElse(agreed.among());
      List<Instalment> steps =
          agreed.instalments().stream().filter(i -> i.terms().on(issue).isPresent()).toList();
      for (ActorId by : obligors) {
        String name = obligors.size() == 1 ? issue.text() : issue + " by " + by;
        if (steps.isEmpty()) {
          all.add(
              Undertaking.builder()
                  .name(name)
                  .by(by)
                  .terms(agreed.terms().only(Set.of(issue)))
                  .build());
        }
        for (Instalment step : steps) {
          all.add(
              Undertaking.builder()
                  .name(step.name() + ": " + name)
                  .by(by)
                  .terms(step.terms().only(Set.of(issue)))
                  .trigger(step.trigger())
                  .build());
        }
      }
    }
    return all;
  }

  static void all(Draft draft, Predicate<Obligation> which, Tables.ObligationEvent event) {
    ImmutableMap.Builder<Obligation, Obligation.Status> obligations = ImmutableMap.builder();
    draft
        .situation
        .obligations()
        .forEach(
            (obligation, status) ->
                obligations.put(
                    obligation,
                    which.test(obligation)
                        ? new Obligation.Status(
                            draft.situation.machine().obligation().next(status.state(), event),
                            status.degree())
                        : status));
    draft.situation = draft.situation.withObligations(obligations.buildOrThrow());
  }

  private static void one(
      Draft draft, Obligation obligation, Tables.ObligationEvent event, Tables.Report report) {
    Obligation.Status status = draft.situation.obligations().get(obligation);
    if (status == null
        || !(draft.situation.machine().obligation().fire(status.state(), event, report)
            instanceof Transition<ObligationState, Tables.ObligationEvent, Tables.Report> fired)) {
      return;
    }
    Implementation degree =
        event == Tables.ObligationEvent.PERFORM ? report.degree() : status.degree();
    draft.situation =
        draft.situation.withObligations(
            Draft.with(
                draft.situation.obligations(),
                obligation,
                new Obligation.Status(fired.to(), degree)));
  }

  /** What happens to one obligation; the four acts differ in who may do it and what follows. */
  abstract static class About<A extends AfterDeal> implements Conduct<A> {
    private final Tables.ObligationEvent event;

    About(Tables.ObligationEvent event) {
      this.event = event;
    }

    abstract Obligation obligation(A act);

    Tables.Report report(Move move, A act) {
      return NOTHING_MORE;
    }

    @Override
    public List<Optional<Object>> subjects(Situation s, ActorId by) {
      return s.obligations().keySet().stream().map(Optional::<Object>of).collect(toImmutableList());
    }

    @Override
    public void refers(Situation s, Move move, A act, Breaches breaches) {
      breaches.require(
          s.obligations().containsKey(obligation(act)),
          Law.KNOWN_OBLIGATION,
          () -> "there is no obligation (%s)".formatted(obligation(act).name()),
          () ->
              s.obligations().isEmpty()
                  ? "No obligation has arisen"
                  : "Obligations: "
                      + s.obligations().keySet().stream().map(Obligation::name).toList());
    }

    @Override
    public void openTo(Situation s, ActorId by, Optional<Object> subject, Breaches breaches) {
      if (!(subject.orElse(null) instanceof Obligation obligation)) {
        return;
      }
      Obligation.Status status = s.obligations().get(obligation);
      if (status == null) {
        return;
      }
      breaches.require(
          s.machine().obligation().hasPlace(status.state(), event),
          Law.OBLIGATION_OPEN,
          () ->
              "obligation (%s) is %s, which has no place for %s"
                  .formatted(obligation.name(), status.state(), event),
          () -> "It has a place for " + s.machine().obligation().events(status.state()));
      openTo(s, by, obligation, breaches);
    }

    void openTo(Situation s, ActorId by, Obligation obligation, Breaches breaches) {}

    @Override
    public void effect(Draft draft, Move move, A act) {
      one(draft, obligation(act), event, report(move, act));
      setOffWhatWaits(draft);
    }

    /** An instalment is set off when all of the instalment that it waits for is fulfilled. */
    private static void setOffWhatWaits(Draft draft) {
      ImmutableMap<Obligation, Obligation.Status> now = draft.situation.obligations();
      all(
          draft,
          o -> {
            Obligation.Status status = now.get(o);
            return status != null
                && status.state() == ObligationState.PENDING
                && o.undertaking().trigger() instanceof Trigger.After after
                && now.entrySet().stream()
                    .filter(e -> isOf(e.getKey(), after.instalment()))
                    .allMatch(e -> e.getValue().state().isOver());
          },
          Tables.ObligationEvent.SET_OFF);
    }

    private static boolean isOf(Obligation obligation, String instalment) {
      return obligation.name().equals(instalment)
          || obligation.name().startsWith(instalment + ": ");
    }
  }

  static final class SetOff extends About<AfterDeal.SetOff> {
    SetOff() {
      super(Tables.ObligationEvent.SET_OFF);
    }

    @Override
    Obligation obligation(AfterDeal.SetOff act) {
      return act.obligation();
    }
  }

  static final class Perform extends About<AfterDeal.Perform> {
    Perform() {
      super(Tables.ObligationEvent.PERFORM);
    }

    @Override
    Obligation obligation(AfterDeal.Perform act) {
      return act.obligation();
    }

    @Override
    Tables.Report report(Move move, AfterDeal.Perform act) {
      return new Tables.Report(act.degree(), false);
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
    }
  }

  static final class AllegeBreach extends About<AfterDeal.AllegeBreach> {
    AllegeBreach() {
      super(Tables.ObligationEvent.BREACH);
    }

    @Override
    Obligation obligation(AfterDeal.AllegeBreach act) {
      return act.obligation();
    }

    @Override
    Tables.Report report(Move move, AfterDeal.AllegeBreach act) {
      Obligation obligation = act.obligation();
      Optional<ActorId> guarantor = obligation.undertaking().guarantor();
      boolean attested =
          move.by().equals(obligation.by()) || guarantor.filter(move.by()::equals).isPresent();
      return new Tables.Report(Implementation.NONE, attested);
    }
  }

  static final class Excuse extends About<AfterDeal.Excuse> {
    Excuse() {
      super(Tables.ObligationEvent.EXCUSE);
    }

    @Override
    Obligation obligation(AfterDeal.Excuse act) {
      return act.obligation();
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
