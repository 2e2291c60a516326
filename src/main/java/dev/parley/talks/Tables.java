package dev.parley.talks;

import static dev.parley.talks.Stage.ABANDONED;
import static dev.parley.talks.Stage.AT_IMPASSE;
import static dev.parley.talks.Stage.BROKEN_OFF;
import static dev.parley.talks.Stage.CONCLUDED;
import static dev.parley.talks.Stage.EXPLORATORY;
import static dev.parley.talks.Stage.IN_RECESS;
import static dev.parley.talks.Stage.IN_SESSION;
import static dev.parley.talks.Stage.SUSPENDED;

import dev.parley.agreement.AgreementStage;
import dev.parley.agreement.Obligation.Implementation;
import dev.parley.agreement.ObligationState;
import dev.parley.talks.DemandLife.DemandState;
import dev.parley.talks.Standing.OfferState;
import dev.parley.talks.Tables.Acceptance;
import dev.parley.talks.Tables.DemandEvent;
import dev.parley.talks.Tables.ObligationEvent;
import dev.parley.talks.Tables.OfferEvent;
import dev.parley.talks.Tables.Report;
import dev.parley.talks.TransitionTable.Guard;
import java.io.NotSerializableException;
import java.io.ObjectStreamException;
import java.io.Serializable;
import java.util.List;

/** The five machines: the talks, an offer or proposal, a demand, an agreement, an obligation. */
public final class Tables {
  /**
   * The tables that a negotiation obeys. Whatever changes a stage, an offer, a demand, an agreement
   * or an obligation asks its table, so that the machine that is drawn is the machine that runs.
   * Immutable.
   *
   * @param stage the stage of the talks
   * @param offer an offer, for each addressee
   * @param demand a demand, on each line
   * @param agreement an agreement
   * @param obligation an obligation
   */
  public record Machine(
      TransitionTable<Stage, Stage.Event, Situation> stage,
      TransitionTable<OfferState, OfferEvent, Acceptance> offer,
      TransitionTable<DemandState, DemandEvent, Object> demand,
      TransitionTable<AgreementStage, AgreementEvent, Consents> agreement,
      TransitionTable<ObligationState, ObligationEvent, Report> obligation)
      implements Serializable {
    /** The machine of every negotiation. */
    public static final Machine STANDARD =
        new Machine(Tables.STAGE, Tables.OFFER, Tables.DEMAND, Tables.AGREEMENT, Tables.OBLIGATION);

    private Object writeReplace() throws ObjectStreamException {
      if (!equals(STANDARD)) {
        throw new NotSerializableException("a machine with tables of its own does not travel");
      }
      return new Standard();
    }

    /** What travels in its place. */
    private record Standard() implements Serializable {
      private Object readResolve() {
        return STANDARD;
      }
    }
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

  /** What can happen to an agreement. */
  public enum AgreementEvent {
    /** Somebody consents, confirms or ratifies. */
    CONSENT,
    /** The day comes on which it may come into force, or the last ratification. */
    ENTER,
    /** One whose consent it needs refuses. */
    REFUSE,
    /** All whom it binds have suspended it. */
    SUSPEND,
    /** One of them has taken it up again. */
    RESUME,
    /** Whoever verifies it finds that less was done. */
    FALL_SHORT,
    /** All that is owed under it is done, excused or discharged. */
    FULFIL,
    /** Its time is up. */
    EXPIRE,
    /** It is ended by all, or by one of two. */
    TERMINATE,
    /** A later one takes its place. */
    REPLACE
  }

  /** What can happen to an obligation. */
  public enum ObligationEvent {
    /** Its trigger happens. */
    SET_OFF,
    /** It is performed. */
    PERFORM,
    /** A breach is alleged. */
    BREACH,
    /** Whoever verifies the agreement says what was done, or that it was breached. */
    FIND,
    /** Whom it is owed to excuses it. */
    EXCUSE,
    /** What it hangs on has failed. */
    DISCHARGE,
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
   * How far those whom an agreement binds have consented to it.
   *
   * @param all whether all have, be it provisionally
   * @param isFinal whether all have finally, and nothing holds the text back
   * @param ratified whether all who must have ratified, and the day has come where one is named
   */
  public record Consents(boolean all, boolean isFinal, boolean ratified) {}

  /**
   * What is said of an obligation.
   *
   * @param degree how far it is implemented
   * @param attested whether a breach is attested by the obligor, its guarantor or whoever verifies
   */
  public record Report(Implementation degree, boolean attested) {}

  private static final Guard<Situation> STALLED =
      Guard.of("stalled", "enough rounds in a row were held or regressed", Situation::isStalled);
  private static final Guard<Situation> ALL_SAY_SO =
      Guard.of(
          "all say so",
          "every principal has declared an impasse",
          s -> s.impasseDeclared().containsAll(s.agenda().principals()));
  private static final Guard<Situation> COMPREHENSIVE =
      Guard.of(
          "comprehensive agreement",
          "an agreement among all principals is signed that claims the whole, or leaves no issue"
              + " unsettled",
          Situation::isConcluded);
  private static final Guard<Situation> ALL_ABANDON =
      Guard.of(
          "all abandon",
          "every principal says that it abandons the talks",
          s -> s.abandoning().containsAll(s.agenda().principals()));
  private static final Guard<Situation> BACK_AFTER_DEAL =
      Guard.of(
          "all back, agreement signed",
          "nobody is away any more, and a comprehensive agreement is signed",
          s -> s.away().isEmpty() && s.isConcluded());
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

  /** An agreement. */
  public static final TransitionTable<AgreementStage, AgreementEvent, Consents> AGREEMENT =
      agreement();

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

  private static TransitionTable<AgreementStage, AgreementEvent, Consents> agreement() {
    Guard<Consents> all =
        Guard.of(
            "all", "all whom it binds have consented, one at least provisionally", Consents::all);
    Guard<Consents> isFinal =
        Guard.of("finally", "all whom it binds have consented finally", Consents::isFinal);
    Guard<Consents> heldBack =
        Guard.of("held back", "the whole for which it waits has failed", c -> !c.isFinal());
    Guard<Consents> ratified =
        Guard.of(
            "ratified",
            "those have ratified who are to, and its day or event has come where one is named",
            Consents::ratified);
    TransitionTable.Builder<AgreementStage, AgreementEvent, Consents> table =
        TransitionTable.startingAt(
            "agreement", AgreementStage.TABLED, AgreementEvent.class, Consents.class);
    for (AgreementStage open : List.of(AgreementStage.TABLED, AgreementStage.INITIALLED)) {
      table
          .row(open, AgreementEvent.CONSENT, isFinal, AgreementStage.SIGNED)
          .row(open, AgreementEvent.CONSENT, all, AgreementStage.INITIALLED)
          .row(open, AgreementEvent.CONSENT, AgreementStage.TABLED)
          .row(open, AgreementEvent.REFUSE, AgreementStage.REFUSED)
          .row(open, AgreementEvent.REPLACE, AgreementStage.REPLACED);
    }
    table
        .row(AgreementStage.SIGNED, AgreementEvent.CONSENT, heldBack, AgreementStage.INITIALLED)
        .row(AgreementStage.SIGNED, AgreementEvent.CONSENT, AgreementStage.SIGNED)
        .row(AgreementStage.IN_FORCE, AgreementEvent.CONSENT, AgreementStage.IN_FORCE)
        .row(AgreementStage.SIGNED, AgreementEvent.ENTER, ratified, AgreementStage.IN_FORCE)
        .row(AgreementStage.SIGNED, AgreementEvent.REFUSE, AgreementStage.REFUSED)
        .row(AgreementStage.IN_FORCE, AgreementEvent.REFUSE, AgreementStage.REFUSED)
        .row(AgreementStage.IN_FORCE, AgreementEvent.FULFIL, AgreementStage.FULFILLED)
        .row(AgreementStage.IN_FORCE, AgreementEvent.SUSPEND, AgreementStage.SUSPENDED)
        .row(AgreementStage.SUSPENDED, AgreementEvent.RESUME, AgreementStage.IN_FORCE)
        .row(AgreementStage.SUSPENDED, AgreementEvent.CONSENT, AgreementStage.SUSPENDED)
        .row(AgreementStage.FULFILLED, AgreementEvent.CONSENT, AgreementStage.IN_FORCE)
        .row(AgreementStage.FULFILLED, AgreementEvent.FALL_SHORT, AgreementStage.IN_FORCE);
    for (AgreementStage alive :
        List.of(AgreementStage.SIGNED, AgreementStage.IN_FORCE, AgreementStage.SUSPENDED)) {
      table
          .row(alive, AgreementEvent.EXPIRE, AgreementStage.EXPIRED)
          .row(alive, AgreementEvent.TERMINATE, AgreementStage.TERMINATED)
          .row(alive, AgreementEvent.REPLACE, AgreementStage.REPLACED);
    }
    return table.build();
  }

  private static TransitionTable<ObligationState, ObligationEvent, Report> obligation() {
    Guard<Report> full =
        Guard.of("in full", "it is implemented in full", r -> r.degree() == Implementation.FULL);
    Guard<Report> attested =
        Guard.of(
            "attested",
            "the obligor, its guarantor or whoever verifies attests the breach",
            Report::attested);
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
          .row(state, ObligationEvent.FIND, full, ObligationState.FULFILLED)
          .row(state, ObligationEvent.EXCUSE, ObligationState.EXCUSED)
          .row(state, ObligationEvent.DISCHARGE, ObligationState.DISCHARGED);
      if (state != ObligationState.VIOLATED) {
        table
            .row(state, ObligationEvent.TERMINATE, ObligationState.TERMINATED)
            .row(state, ObligationEvent.BREACH, attested, ObligationState.VIOLATED)
            .row(state, ObligationEvent.FIND, attested, ObligationState.VIOLATED);
      }
      table.row(state, ObligationEvent.BREACH, state).row(state, ObligationEvent.FIND, state);
    }
    return table
        .row(ObligationState.FULFILLED, ObligationEvent.BREACH, attested, ObligationState.VIOLATED)
        .row(ObligationState.FULFILLED, ObligationEvent.BREACH, ObligationState.FULFILLED)
        .row(ObligationState.FULFILLED, ObligationEvent.FIND, full, ObligationState.FULFILLED)
        .row(ObligationState.FULFILLED, ObligationEvent.FIND, attested, ObligationState.VIOLATED)
        .row(ObligationState.FULFILLED, ObligationEvent.FIND, ObligationState.IN_EFFECT)
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
          .row(stage, Stage.Event.AGREE, stage)
          .row(stage, Stage.Event.SUSPEND, SUSPENDED)
          .row(stage, Stage.Event.BREAK_OFF, BROKEN_OFF)
          .row(stage, Stage.Event.DECLARE_IMPASSE, ALL_SAY_SO, AT_IMPASSE)
          .row(stage, Stage.Event.LEAVE, ALL_ABANDON, ABANDONED)
          .row(stage, Stage.Event.LEAVE, ALL_SAY_SO, AT_IMPASSE)
          .row(stage, Stage.Event.LEAVE, stage)
          .row(stage, Stage.Event.DECLARE_IMPASSE, stage);
    }
    table
        .row(AT_IMPASSE, Stage.Event.SPEAK, MOVED_IN_ROUND, IN_SESSION)
        .row(AT_IMPASSE, Stage.Event.SPEAK, MOVED, IN_RECESS)
        .row(AT_IMPASSE, Stage.Event.SPEAK, AT_IMPASSE)
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
    for (Stage stage : List.of(AT_IMPASSE, SUSPENDED, BROKEN_OFF)) {
      table.row(stage, Stage.Event.LEAVE, ALL_ABANDON, ABANDONED);
    }
    table
        .stays(AT_IMPASSE, List.of(Stage.Event.LEAVE))
        .row(BROKEN_OFF, Stage.Event.RESUME, ONLY_SUSPENDED, SUSPENDED)
        .row(BROKEN_OFF, Stage.Event.LEAVE, ONLY_SUSPENDED, SUSPENDED);
    for (Stage.Event event : List.of(Stage.Event.RESUME, Stage.Event.LEAVE)) {
      for (Stage away : List.of(SUSPENDED, BROKEN_OFF)) {
        table
            .row(away, event, BACK_AFTER_DEAL, CONCLUDED)
            .row(away, event, BACK_AT_IMPASSE, AT_IMPASSE)
            .row(away, event, BACK_IN_ROUND, IN_SESSION)
            .row(away, event, BACK, IN_RECESS)
            .row(away, event, away);
      }
    }
    table
        .stays(
            CONCLUDED,
            List.of(
                Stage.Event.OPEN_ROUND,
                Stage.Event.MEET,
                Stage.Event.RESUME,
                Stage.Event.LEAVE,
                Stage.Event.SPEAK,
                Stage.Event.AGREE,
                Stage.Event.CLOSE_ROUND))
        .row(CONCLUDED, Stage.Event.SUSPEND, SUSPENDED)
        .row(CONCLUDED, Stage.Event.BREAK_OFF, ROUND_OPEN, BROKEN_OFF)
        .row(CONCLUDED, Stage.Event.SETTLE, ROUND_OPEN, IN_SESSION)
        .row(CONCLUDED, Stage.Event.SETTLE, IN_RECESS);
    for (Stage stage : Stage.values()) {
      table.stays(
          stage, List.of(Stage.Event.PROCEED, Stage.Event.COMMUNICATE, Stage.Event.CARRY_OUT));
      if (!stage.isEnd()) {
        table
            .row(stage, Stage.Event.SETTLE, COMPREHENSIVE, CONCLUDED)
            .row(stage, Stage.Event.ABANDON, ALL_ABANDON, ABANDONED)
            .row(stage, Stage.Event.ABANDON, stage);
      }
    }
    return table.build();
  }
}
