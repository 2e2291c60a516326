package dev.parley.talks;

import dev.parley.agreement.AgreementStage;
import dev.parley.agreement.ObligationState;
import dev.parley.talks.Tables.Acceptance;
import dev.parley.talks.Tables.AgreementEvent;
import dev.parley.talks.Tables.Consents;
import dev.parley.talks.Tables.DemandEvent;
import dev.parley.talks.Tables.ObligationEvent;
import dev.parley.talks.Tables.OfferEvent;
import dev.parley.talks.Tables.Report;

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
    TransitionTable<Stage, StageEvent, Situation> stage,
    TransitionTable<OfferState, OfferEvent, Acceptance> offer,
    TransitionTable<DemandState, DemandEvent, Object> demand,
    TransitionTable<AgreementStage, AgreementEvent, Consents> agreement,
    TransitionTable<ObligationState, ObligationEvent, Report> obligation) {
  /** The machine of every negotiation. */
  public static final Machine STANDARD =
      new Machine(Tables.STAGE, Tables.OFFER, Tables.DEMAND, Tables.AGREEMENT, Tables.OBLIGATION);
}
