package dev.parley.talks;

/** Every kind of act: what the stage makes of it, and who can do it. */
public enum ActKind {
  /** {@link Procedural.OpenRound}. */
  OPEN_ROUND(StageEvent.OPEN_ROUND, Who.PARTY, "open a round"),
  /** {@link Procedural.CloseRound}. */
  CLOSE_ROUND(StageEvent.CLOSE_ROUND, Who.PARTY, "close a round"),
  /** {@link Procedural.HoldMeeting}. */
  HOLD_MEETING(StageEvent.MEET, Who.PARTY, "hold a meeting"),
  /** {@link Procedural.Suspend}. */
  SUSPEND(StageEvent.SUSPEND, Who.PARTY, "suspend"),
  /** {@link Procedural.Resume}. */
  RESUME(StageEvent.RESUME, Who.PARTY, "resume"),
  /** {@link Procedural.BreakOff}. */
  BREAK_OFF(StageEvent.BREAK_OFF, Who.PRINCIPAL, "break off"),
  /** {@link Procedural.DeclareImpasse}. */
  DECLARE_IMPASSE(StageEvent.DECLARE_IMPASSE, Who.PRINCIPAL, "declare an impasse"),
  /** {@link Procedural.SetDeadline}. */
  SET_DEADLINE(StageEvent.PROCEED, Who.ANYBODY, "set a deadline"),
  /** {@link Procedural.ExtendDeadline}. */
  EXTEND_DEADLINE(StageEvent.PROCEED, Who.ANYBODY, "extend a deadline"),
  /** {@link Procedural.SendDelegation}. */
  SEND_DELEGATION(StageEvent.PROCEED, Who.PARTY, "send a delegation"),
  /** {@link Procedural.AmendAgenda}. */
  AMEND_AGENDA(StageEvent.PROCEED, Who.PARTY, "amend the agenda"),
  /** {@link Substantive.RaiseDemand}. */
  RAISE_DEMAND(StageEvent.SPEAK, Who.PRINCIPAL, "raise a demand"),
  /** {@link Substantive.AmendDemand}. */
  AMEND_DEMAND(StageEvent.SPEAK, Who.PRINCIPAL, "amend a demand"),
  /** {@link Substantive.DropDemand}. */
  DROP_DEMAND(StageEvent.SPEAK, Who.PRINCIPAL, "drop a demand"),
  /** {@link Substantive.RejectDemand}. */
  REJECT_DEMAND(StageEvent.SPEAK, Who.PRINCIPAL, "reject a demand"),
  /** {@link Substantive.TieCommitment}. */
  TIE(StageEvent.SPEAK, Who.PRINCIPAL, "tie a commitment to others"),
  /** {@link Substantive.MakeOffer}. */
  MAKE_OFFER(StageEvent.SPEAK, Who.PRINCIPAL, "make an offer"),
  /** {@link Substantive.WithdrawOffer}. */
  WITHDRAW_OFFER(StageEvent.SPEAK, Who.PRINCIPAL, "withdraw an offer"),
  /** {@link Substantive.Accept}. */
  ACCEPT(StageEvent.AGREE, Who.PRINCIPAL, "accept an offer"),
  /** {@link Substantive.RejectOffer}. */
  REJECT_OFFER(StageEvent.SPEAK, Who.PRINCIPAL, "reject an offer"),
  /** {@link Substantive.Attest}. */
  ATTEST(StageEvent.AGREE, Who.PRINCIPAL, "attest an agreement"),
  /** {@link Substantive.Shift}. */
  SHIFT(StageEvent.SPEAK, Who.PRINCIPAL, "move in a direction"),
  /** {@link AfterDeal.Ratify}. */
  RATIFY(StageEvent.RATIFY, Who.PRINCIPAL, "ratify"),
  /** {@link AfterDeal.FailToRatify}. */
  FAIL_TO_RATIFY(StageEvent.FAIL_TO_RATIFY, Who.PRINCIPAL, "fail to ratify"),
  /** {@link AfterDeal.SetOff}. */
  SET_OFF(StageEvent.CARRY_OUT, Who.ANYBODY, "set off an obligation"),
  /** {@link AfterDeal.Perform}. */
  PERFORM(StageEvent.CARRY_OUT, Who.PRINCIPAL, "perform an obligation"),
  /** {@link AfterDeal.AllegeBreach}. */
  ALLEGE_BREACH(StageEvent.CARRY_OUT, Who.ANYBODY, "allege a breach"),
  /** {@link AfterDeal.Excuse}. */
  EXCUSE(StageEvent.CARRY_OUT, Who.PRINCIPAL, "excuse an obligation"),
  /** {@link AfterDeal.Terminate}. */
  TERMINATE(StageEvent.TERMINATE, Who.PRINCIPAL, "terminate"),
  /** {@link Communicative.MakeClaim}. */
  CLAIM(StageEvent.COMMUNICATE, Who.ANYBODY, "make a claim"),
  /** {@link Communicative.Accuse}. */
  ACCUSE(StageEvent.COMMUNICATE, Who.ANYBODY, "accuse"),
  /** {@link Communicative.Promise}. */
  PROMISE(StageEvent.COMMUNICATE, Who.ANYBODY, "promise"),
  /** {@link Communicative.Threaten}. */
  THREATEN(StageEvent.COMMUNICATE, Who.ANYBODY, "threaten"),
  /** {@link Communicative.Commit}. */
  COMMIT(StageEvent.COMMUNICATE, Who.ANYBODY, "commit in public"),
  /** {@link Exogenous.Incident}. */
  INCIDENT(StageEvent.COMMUNICATE, Who.ANYBODY, "be part of an incident"),
  /** {@link Exogenous.ChangeOfGovernment}. */
  CHANGE_OF_GOVERNMENT(StageEvent.COMMUNICATE, Who.ANYBODY, "change its government");

  /** Who can do something. */
  public enum Who {
    /** A principal. */
    PRINCIPAL,
    /** A party in any role. */
    PARTY,
    /** A party or an outsider. */
    ANYBODY
  }

  private final StageEvent event;
  private final Who who;
  private final String words;

  ActKind(StageEvent event, Who who, String words) {
    this.event = event;
    this.who = who;
    this.words = words;
  }

  /** {@return what the stage makes of such an act} */
  public StageEvent event() {
    return event;
  }

  /** {@return who can do it} */
  public Who who() {
    return who;
  }

  /** {@return the act in words, such as {@code "accept an offer"}} */
  public String words() {
    return words;
  }
}
