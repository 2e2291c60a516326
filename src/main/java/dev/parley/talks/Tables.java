package dev.parley.talks;

import static dev.parley.talks.Stage.ABANDONED;
import static dev.parley.talks.Stage.AGREED_IN_PRINCIPLE;
import static dev.parley.talks.Stage.AT_IMPASSE;
import static dev.parley.talks.Stage.BROKEN_OFF;
import static dev.parley.talks.Stage.EXPLORATORY;
import static dev.parley.talks.Stage.FULFILLED;
import static dev.parley.talks.Stage.IN_FORCE;
import static dev.parley.talks.Stage.IN_RECESS;
import static dev.parley.talks.Stage.IN_SESSION;
import static dev.parley.talks.Stage.SUSPENDED;
import static dev.parley.talks.Stage.TERMINATED;

import dev.parley.talks.DemandLife.DemandState;
import dev.parley.talks.Obligation.Implementation;
import dev.parley.talks.Standing.OfferState;
import dev.parley.talks.Tables.Acceptance;
import dev.parley.talks.Tables.DemandEvent;
import dev.parley.talks.Tables.ObligationEvent;
import dev.parley.talks.Tables.OfferEvent;
import dev.parley.talks.Tables.Report;
import dev.parley.talks.TransitionTable.Guard;
import java.util.List;

/** The four machines: the negotiation's stage, an offer, a demand, an obligation. */
public final class Tables {
  /**
   * The tables that a negotiation obeys. Whatever changes a stage, an offer, a demand or an
   * obligation asks its table, so that the machine that is drawn is the machine that runs.
   * Immutable.
   *
   * @param stage the stage of the talks
   * @param offer an offer, for each addressee
   * @param demand a demand, on each line
   * @param obligation an obligation
   */
  public record Machine(
      TransitionTable<Stage, Stage.Event, Situation> stage,
      TransitionTable<OfferState, OfferEvent, Acceptance> offer,
      TransitionTable<DemandState, DemandEvent, Object> demand,
      TransitionTable<ObligationState, ObligationEvent, Report> obligation) {
    /** The machine of every negotiation. */
    public static final Machine STANDARD =
        new Machine(Tables.STAGE, Tables.OFFER, Tables.DEMAND, Tables.OBLIGATION);
  }

  private Tables() {}

  /** What can happen to an offer. */
  public enum OfferEvent {
    /** An addressee accepts. */
    ACCEPT,
    /** An addressee rejects. */
    REJECT,
    /** An addressee makes an offer that names it. */
    COUNTER,
    /** Its maker makes another on a shared issue, or an alternative is accepted. */
    REPLACE,
    /** Its maker withdraws it. */
    WITHDRAW,
    /** Its last day passes. */
    EXPIRE,
    /** Its maker and an addressee settle one of its issues otherwise. */
    OVERTAKE
  }

  /** What can happen to a demand. */
  public enum DemandEvent {
    /** Its maker changes what it asks. */
    AMEND,
    /** What is agreed meets it. */
    MEET,
    /** Its maker agrees to what fails it. */
    FAIL,
    /** Something is agreed, and only words say what was asked. */
    SETTLE_IN_WORDS,
    /** Its maker takes it back. */
    DROP,
    /** Its maker raises it again, or the agreement that settled it fails. */
    REOPEN
  }

  /** What can happen to an obligation. */
  public enum ObligationEvent {
    /** Its trigger happens. */
    SET_OFF,
    /** It is performed. */
    PERFORM,
    /** A breach is alleged. */
    BREACH,
    /** Whom it is owed to excuses it. */
    EXCUSE,
    /** A party suspends. */
    SUSPEND,
    /** The party that suspended comes back. */
    RESUME,
    /** The agreement is ended. */
    TERMINATE
  }

  /**
   * How an acceptance is meant.
   *
   * @param isFinal whether it binds, or is subject to confirmation
   */
  public record Acceptance(boolean isFinal) {}

  /**
   * What is said of an obligation.
   *
   * @param degree how far it is implemented
   * @param attested whether a breach is attested by the obligor or its guarantor
   */
  public record Report(Implementation degree, boolean attested) {}

  private static final Guard<Situation> STALLED =
      Guard.of("stalled", "enough rounds in a row were held or regressed", Situation::isStalled);
  private static final Guard<Situation> ALL_SAY_SO =
      Guard.of(
          "all say so",
          "every principal has declared an impasse",
          s -> s.impasseDeclared().containsAll(s.agenda().principals()));
  private static final Guard<Situation> EVERYTHING_AGREED =
      Guard.of(
          "everything agreed",
          "every principal concerned attests terms that leave no issue open, or attests them as the"
              + " whole",
          Situation::everythingAgreed);
  private static final Guard<Situation> ALL_RATIFIED =
      Guard.of(
          "all ratified",
          "every principal concerned has ratified",
          s -> s.ratified().containsAll(s.concerned()));
  private static final Guard<Situation> ALL_DONE =
      Guard.of("all done", "every obligation is over", Situation::allDone);
  private static final Guard<Situation> ALL_ENDED =
      Guard.of(
          "all ended",
          "every principal has ended its part",
          s -> s.ended().containsAll(s.agenda().principals()));
  private static final Guard<Situation> BACK_AT_IMPASSE =
      Guard.of(
          "all back, nobody moved",
          "nobody is away any more, and nobody has moved since the impasse",
          s -> s.away().isEmpty() && s.deadlocked());
  private static final Guard<Situation> ONLY_SUSPENDED =
      Guard.of(
          "those who walked out are back",
          "nobody who walked out is away any more, and somebody has suspended",
          s -> s.walkedOut().isEmpty() && !s.away().isEmpty());
  private static final Guard<Situation> OTHERS_GO_ON =
      Guard.of(
          "others go on",
          "two principals or more are still there",
          s -> s.agenda().principals().stream().filter(p -> !s.away().contains(p)).count() > 1);
  private static final Guard<Situation> BACK_IN_ROUND =
      Guard.of(
          "all back, round open",
          "nobody is away any more, and a round is open",
          s -> s.away().isEmpty() && s.roundOpen());
  private static final Guard<Situation> BACK =
      Guard.of("all back", "nobody is away any more", s -> s.away().isEmpty());
  private static final Guard<Situation> MOVED_IN_ROUND =
      Guard.of(
          "somebody moved, round open",
          "a position has changed, and a round is open",
          s -> s.unfrozen() && s.roundOpen());
  private static final Guard<Situation> MOVED =
      Guard.of("somebody moved", "a position has changed", Situation::unfrozen);
  private static final Guard<Situation> ROUND_OPEN =
      Guard.of("round open", "a round is open", Situation::roundOpen);

  /** The stage of a negotiation. Guards look at the situation as the move leaves it. */
  public static final TransitionTable<Stage, Stage.Event, Situation> STAGE = stage();

  /** An offer, per addressee. */
  public static final TransitionTable<OfferState, OfferEvent, Acceptance> OFFER =
      TransitionTable.startingAt("offer", OfferState.STANDING, OfferEvent.class, Acceptance.class)
          .row(
              OfferState.STANDING,
              OfferEvent.ACCEPT,
              Guard.of("final", "the acceptance is final", Acceptance::isFinal),
              OfferState.ACCEPTED)
          .row(OfferState.STANDING, OfferEvent.ACCEPT, OfferState.STANDING)
          .row(OfferState.STANDING, OfferEvent.REJECT, OfferState.REJECTED)
          .row(OfferState.STANDING, OfferEvent.COUNTER, OfferState.COUNTERED)
          .row(OfferState.STANDING, OfferEvent.REPLACE, OfferState.REPLACED)
          .row(OfferState.STANDING, OfferEvent.WITHDRAW, OfferState.WITHDRAWN)
          .row(OfferState.STANDING, OfferEvent.EXPIRE, OfferState.LAPSED)
          .row(OfferState.STANDING, OfferEvent.OVERTAKE, OfferState.OVERTAKEN)
          .build();

  /** A demand. */
  public static final TransitionTable<DemandState, DemandEvent, Object> DEMAND = demand();

  /** An obligation. */
  public static final TransitionTable<ObligationState, ObligationEvent, Report> OBLIGATION =
      obligation();

  private static TransitionTable<DemandState, DemandEvent, Object> demand() {
    TransitionTable.Builder<DemandState, DemandEvent, Object> table =
        TransitionTable.startingAt("demand", DemandState.STANDING, DemandEvent.class, Object.class);
    for (DemandState state : DemandState.values()) {
      if (state.stands()) {
        table
            .row(state, DemandEvent.AMEND, DemandState.AMENDED)
            .row(state, DemandEvent.MEET, DemandState.MET)
            .row(state, DemandEvent.FAIL, DemandState.NOT_MET)
            .row(state, DemandEvent.SETTLE_IN_WORDS, DemandState.CANNOT_TELL)
            .row(state, DemandEvent.DROP, DemandState.DROPPED);
      } else {
        table.row(state, DemandEvent.REOPEN, DemandState.REOPENED);
      }
    }
    return table.build();
  }

  private static TransitionTable<ObligationState, ObligationEvent, Report> obligation() {
    Guard<Report> full =
        Guard.of("in full", "it is implemented in full", r -> r.degree() == Implementation.FULL);
    Guard<Report> attested =
        Guard.of("attested", "the obligor or its guarantor attests the breach", Report::attested);
    TransitionTable.Builder<ObligationState, ObligationEvent, Report> table =
        TransitionTable.startingAt(
            "obligation", ObligationState.PENDING, ObligationEvent.class, Report.class);
    for (ObligationState state : ObligationState.values()) {
      if (state.isOver()) {
        continue;
      }
      table
          .row(state, ObligationEvent.PERFORM, full, ObligationState.FULFILLED)
          .row(state, ObligationEvent.PERFORM, state)
          .row(state, ObligationEvent.EXCUSE, ObligationState.EXCUSED)
          .row(state, ObligationEvent.TERMINATE, ObligationState.TERMINATED);
      if (state != ObligationState.VIOLATED) {
        table.row(state, ObligationEvent.BREACH, attested, ObligationState.VIOLATED);
      }
      table.row(state, ObligationEvent.BREACH, state);
    }
    return table
        .row(ObligationState.PENDING, ObligationEvent.SET_OFF, ObligationState.IN_EFFECT)
        .row(ObligationState.IN_EFFECT, ObligationEvent.SUSPEND, ObligationState.SUSPENDED)
        .row(ObligationState.SUSPENDED, ObligationEvent.RESUME, ObligationState.IN_EFFECT)
        .build();
  }

  private static TransitionTable<Stage, Stage.Event, Situation> stage() {
    TransitionTable.Builder<Stage, Stage.Event, Situation> table =
        TransitionTable.startingAt("stage", EXPLORATORY, Stage.Event.class, Situation.class);
    table
        .row(EXPLORATORY, Stage.Event.OPEN_ROUND, IN_SESSION)
        .row(IN_RECESS, Stage.Event.OPEN_ROUND, IN_SESSION)
        .row(IN_SESSION, Stage.Event.CLOSE_ROUND, STALLED, AT_IMPASSE)
        .row(IN_SESSION, Stage.Event.CLOSE_ROUND, IN_RECESS);
    for (Stage stage : List.of(EXPLORATORY, IN_SESSION, IN_RECESS)) {
      table
          .stays(stage, List.of(Stage.Event.MEET, Stage.Event.SPEAK))
          .row(stage, Stage.Event.AGREE, EVERYTHING_AGREED, AGREED_IN_PRINCIPLE)
          .row(stage, Stage.Event.AGREE, stage)
          .row(stage, Stage.Event.SUSPEND, SUSPENDED)
          .row(stage, Stage.Event.BREAK_OFF, BROKEN_OFF)
          .row(stage, Stage.Event.DECLARE_IMPASSE, ALL_SAY_SO, AT_IMPASSE)
          .row(stage, Stage.Event.DECLARE_IMPASSE, stage);
    }
    table
        .row(AT_IMPASSE, Stage.Event.SPEAK, MOVED_IN_ROUND, IN_SESSION)
        .row(AT_IMPASSE, Stage.Event.SPEAK, MOVED, IN_RECESS)
        .row(AT_IMPASSE, Stage.Event.SPEAK, AT_IMPASSE)
        .row(AT_IMPASSE, Stage.Event.AGREE, EVERYTHING_AGREED, AGREED_IN_PRINCIPLE)
        .row(AT_IMPASSE, Stage.Event.AGREE, MOVED_IN_ROUND, IN_SESSION)
        .row(AT_IMPASSE, Stage.Event.AGREE, MOVED, IN_RECESS)
        .row(AT_IMPASSE, Stage.Event.AGREE, AT_IMPASSE)
        .row(AT_IMPASSE, Stage.Event.SUSPEND, SUSPENDED)
        .row(AT_IMPASSE, Stage.Event.BREAK_OFF, BROKEN_OFF)
        .stays(
            AT_IMPASSE, List.of(Stage.Event.OPEN_ROUND, Stage.Event.MEET, Stage.Event.CLOSE_ROUND))
        .row(BROKEN_OFF, Stage.Event.OPEN_ROUND, OTHERS_GO_ON, IN_SESSION)
        .stays(SUSPENDED, List.of(Stage.Event.SUSPEND, Stage.Event.SPEAK, Stage.Event.CLOSE_ROUND))
        .row(SUSPENDED, Stage.Event.BREAK_OFF, BROKEN_OFF)
        .stays(
            BROKEN_OFF, List.of(Stage.Event.BREAK_OFF, Stage.Event.SPEAK, Stage.Event.CLOSE_ROUND));
    for (Stage stage : List.of(IN_SESSION, IN_RECESS, AT_IMPASSE)) {
      table.stays(stage, List.of(Stage.Event.RESUME));
    }
    table.row(BROKEN_OFF, Stage.Event.RESUME, ONLY_SUSPENDED, SUSPENDED);
    for (Stage away : List.of(SUSPENDED, BROKEN_OFF)) {
      table
          .row(away, Stage.Event.RESUME, BACK_AT_IMPASSE, AT_IMPASSE)
          .row(away, Stage.Event.RESUME, BACK_IN_ROUND, IN_SESSION)
          .row(away, Stage.Event.RESUME, BACK, IN_RECESS)
          .row(away, Stage.Event.RESUME, away);
    }
    table
        .row(AGREED_IN_PRINCIPLE, Stage.Event.RATIFY, ALL_RATIFIED, IN_FORCE)
        .row(AGREED_IN_PRINCIPLE, Stage.Event.RATIFY, AGREED_IN_PRINCIPLE)
        .row(AGREED_IN_PRINCIPLE, Stage.Event.FAIL_TO_RATIFY, ROUND_OPEN, IN_SESSION)
        .row(AGREED_IN_PRINCIPLE, Stage.Event.FAIL_TO_RATIFY, IN_RECESS)
        .stays(
            AGREED_IN_PRINCIPLE,
            List.of(
                Stage.Event.MEET, Stage.Event.SPEAK, Stage.Event.AGREE, Stage.Event.CLOSE_ROUND))
        .row(IN_FORCE, Stage.Event.CARRY_OUT, ALL_DONE, FULFILLED)
        .stays(
            IN_FORCE,
            List.of(
                Stage.Event.CARRY_OUT,
                Stage.Event.MEET,
                Stage.Event.SUSPEND,
                Stage.Event.RESUME,
                Stage.Event.CLOSE_ROUND))
        .row(IN_FORCE, Stage.Event.TERMINATE, ALL_ENDED, TERMINATED)
        .row(IN_FORCE, Stage.Event.TERMINATE, IN_FORCE);
    for (Stage stage : Stage.values()) {
      if (stage.isOver()) {
        continue;
      }
      table.stays(stage, List.of(Stage.Event.PROCEED, Stage.Event.COMMUNICATE));
      if (stage != IN_FORCE) {
        table
            .row(stage, Stage.Event.TERMINATE, ALL_ENDED, ABANDONED)
            .row(stage, Stage.Event.TERMINATE, stage);
      }
    }
    return table.build();
  }
}
