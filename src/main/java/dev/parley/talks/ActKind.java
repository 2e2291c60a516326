package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * Every kind of act, a line each: its form, its conduct, what the stage makes of it, and who can do
 * it. A kind that is added here is read, written, renamed, drawn and shrunk by its form.
 */
@SuppressWarnings("ImmutableEnumChecker") // forms and conducts are immutable, and cannot say so
public enum ActKind {
  /** {@link Procedural.OpenRound}. */
  OPEN_ROUND(
      Procedural.OpenRound.FORM,
      new ProceduralConduct.OpenRound(),
      Stage.Event.OPEN_ROUND,
      Who.PARTY,
      "open a round"),
  /** {@link Procedural.CloseRound}. */
  CLOSE_ROUND(
      Procedural.CloseRound.FORM,
      new ProceduralConduct.CloseRound(),
      Stage.Event.CLOSE_ROUND,
      Who.PARTY,
      "close a round"),
  /** {@link Procedural.HoldMeeting}. */
  HOLD_MEETING(
      Procedural.HoldMeeting.FORM,
      new ProceduralConduct.HoldMeeting(),
      Stage.Event.MEET,
      Who.PARTY,
      "hold a meeting"),
  /** {@link Procedural.Suspend}. */
  SUSPEND(
      Procedural.Suspend.FORM,
      new ProceduralConduct.Suspend(),
      Stage.Event.SUSPEND,
      Stage.Event.CARRY_OUT,
      Who.PARTY,
      "suspend"),
  /** {@link Procedural.Resume}. */
  RESUME(
      Procedural.Resume.FORM,
      new ProceduralConduct.Resume(),
      Stage.Event.RESUME,
      Stage.Event.CARRY_OUT,
      Who.PARTY,
      "resume"),
  /** {@link Procedural.BreakOff}. */
  BREAK_OFF(
      Procedural.BreakOff.FORM,
      new ProceduralConduct.BreakOff(),
      Stage.Event.BREAK_OFF,
      Who.PRINCIPAL,
      "break off"),
  /** {@link Procedural.Abandon}. */
  ABANDON(
      Procedural.Abandon.FORM,
      new ProceduralConduct.Abandon(),
      Stage.Event.ABANDON,
      Who.PRINCIPAL,
      "abandon the talks"),
  /** {@link Procedural.DeclareImpasse}. */
  DECLARE_IMPASSE(
      Procedural.DeclareImpasse.FORM,
      new ProceduralConduct.DeclareImpasse(),
      Stage.Event.DECLARE_IMPASSE,
      Who.PRINCIPAL,
      "declare an impasse"),
  /** {@link Procedural.SetDeadline}. */
  SET_DEADLINE(
      Procedural.SetDeadline.FORM,
      new ProceduralConduct.SetDeadline(),
      Stage.Event.PROCEED,
      Who.ANYBODY,
      "set a deadline"),
  /** {@link Procedural.ExtendDeadline}. */
  EXTEND_DEADLINE(
      Procedural.ExtendDeadline.FORM,
      new ProceduralConduct.ExtendDeadline(),
      Stage.Event.PROCEED,
      Who.ANYBODY,
      "extend a deadline"),
  /** {@link Procedural.SendDelegation}. */
  SEND_DELEGATION(
      Procedural.SendDelegation.FORM,
      new ProceduralConduct.SendDelegation(),
      Stage.Event.PROCEED,
      Who.PARTY,
      "send a delegation"),
  /** {@link Procedural.AmendAgenda}. */
  AMEND_AGENDA(
      Procedural.AmendAgenda.FORM,
      new ProceduralConduct.AmendAgenda(),
      Stage.Event.PROCEED,
      Who.PARTY,
      "amend the agenda"),
  /** {@link Procedural.Admit}. */
  ADMIT(
      Procedural.Admit.FORM,
      new PartyConduct.Admit(),
      Stage.Event.PROCEED,
      Who.PARTY,
      "admit a party"),
  /** {@link Procedural.Leave}. */
  LEAVE(
      Procedural.Leave.FORM,
      new PartyConduct.Leave(),
      Stage.Event.LEAVE,
      Who.PRINCIPAL,
      "leave the talks"),
  /** {@link Procedural.Exclude}. */
  EXCLUDE(
      Procedural.Exclude.FORM,
      new PartyConduct.Exclude(),
      Stage.Event.LEAVE,
      Who.PARTY,
      "exclude a party"),
  /** {@link Substantive.RaiseDemand}. */
  RAISE_DEMAND(
      Substantive.RaiseDemand.FORM,
      new DemandConduct.Raise(),
      Stage.Event.SPEAK,
      Who.PRINCIPAL,
      "raise a demand"),
  /** {@link Substantive.AmendDemand}. */
  AMEND_DEMAND(
      Substantive.AmendDemand.FORM,
      new DemandConduct.Amend(),
      Stage.Event.SPEAK,
      Who.PRINCIPAL,
      "amend a demand"),
  /** {@link Substantive.DropDemand}. */
  DROP_DEMAND(
      Substantive.DropDemand.FORM,
      new DemandConduct.Drop(),
      Stage.Event.SPEAK,
      Who.PRINCIPAL,
      "drop a demand"),
  /** {@link Substantive.RejectDemand}. */
  REJECT_DEMAND(
      Substantive.RejectDemand.FORM,
      new DemandConduct.Reject(),
      Stage.Event.SPEAK,
      Who.PRINCIPAL,
      "reject a demand"),
  /** {@link Substantive.TieCommitment}. */
  TIE(
      Substantive.TieCommitment.FORM,
      new DemandConduct.TieCommitment(),
      Stage.Event.SPEAK,
      Who.PRINCIPAL,
      "tie a commitment to others"),
  /** {@link Substantive.Untie}. */
  UNTIE(
      Substantive.Untie.FORM,
      new DemandConduct.Untie(),
      Stage.Event.SPEAK,
      Who.PRINCIPAL,
      "untie a commitment"),
  /** {@link Substantive.MakeOffer}. */
  MAKE_OFFER(
      Substantive.MakeOffer.FORM,
      new OfferConduct.Make(),
      Stage.Event.SPEAK,
      Who.PARTY,
      "make an offer"),
  /** {@link Substantive.Propose}. */
  PROPOSE(
      Substantive.Propose.FORM,
      new OfferConduct.Propose(),
      Stage.Event.SPEAK,
      Who.PARTY,
      "propose a text"),
  /** {@link Substantive.WithdrawOffer}. */
  WITHDRAW_OFFER(
      Substantive.WithdrawOffer.FORM,
      new OfferConduct.Withdraw(),
      Stage.Event.SPEAK,
      Who.PARTY,
      "withdraw an offer"),
  /** {@link Substantive.Accept}. */
  ACCEPT(
      Substantive.Accept.FORM,
      new AcceptConduct.Accept(),
      Stage.Event.AGREE,
      Who.PRINCIPAL,
      "accept an offer"),
  /** {@link Substantive.RejectOffer}. */
  REJECT_OFFER(
      Substantive.RejectOffer.FORM,
      new OfferConduct.Reject(),
      Stage.Event.SPEAK,
      Who.PRINCIPAL,
      "reject an offer"),
  /** {@link Substantive.Attest}. */
  ATTEST(
      Substantive.Attest.FORM,
      new AgreementConduct.Attest(),
      Stage.Event.AGREE,
      Who.PARTY,
      "attest an agreement"),
  /** {@link Substantive.Sign}. */
  SIGN(
      Substantive.Sign.FORM,
      new AgreementConduct.Sign(),
      Stage.Event.AGREE,
      Who.PARTY,
      "sign a text"),
  /** {@link Substantive.Initial}. */
  INITIAL(
      Substantive.Initial.FORM,
      new AgreementConduct.Initial(),
      Stage.Event.AGREE,
      Who.PARTY,
      "initial a text"),
  /** {@link Substantive.Shift}. */
  SHIFT(
      Substantive.Shift.FORM,
      new DemandConduct.Shift(),
      Stage.Event.SPEAK,
      Who.PRINCIPAL,
      "move in a direction"),
  /** {@link AfterDeal.Ratify}. */
  RATIFY(
      AfterDeal.Ratify.FORM,
      new RatifyingConduct.Ratify(),
      Stage.Event.CARRY_OUT,
      Who.PRINCIPAL,
      "ratify"),
  /** {@link AfterDeal.FailToRatify}. */
  FAIL_TO_RATIFY(
      AfterDeal.FailToRatify.FORM,
      new RatifyingConduct.FailToRatify(),
      Stage.Event.CARRY_OUT,
      Who.PRINCIPAL,
      "fail to ratify"),
  /** {@link AfterDeal.Confirm}. */
  CONFIRM(
      AfterDeal.Confirm.FORM,
      new RatifyingConduct.Confirm(),
      Stage.Event.CARRY_OUT,
      Who.PARTY,
      "confirm a consent"),
  /** {@link AfterDeal.Denounce}. */
  DENOUNCE(
      AfterDeal.Denounce.FORM,
      new LeavingConduct.Denounce(),
      Stage.Event.CARRY_OUT,
      Who.PARTY,
      "denounce an agreement"),
  /** {@link AfterDeal.AgreeToEnd}. */
  AGREE_TO_END(
      AfterDeal.AgreeToEnd.FORM,
      new LeavingConduct.AgreeToEnd(),
      Stage.Event.CARRY_OUT,
      Who.PARTY,
      "agree to end an agreement"),
  /** {@link AfterDeal.Join}. */
  JOIN(
      AfterDeal.Join.FORM,
      new LeavingConduct.Join(),
      Stage.Event.CARRY_OUT,
      Who.PARTY,
      "join an agreement"),
  /** {@link AfterDeal.SetOff}. */
  SET_OFF(
      AfterDeal.SetOff.FORM,
      new ObligationConduct.SetOff(),
      Stage.Event.CARRY_OUT,
      Who.ANYBODY,
      "set off an obligation"),
  /** {@link AfterDeal.Perform}. */
  PERFORM(
      AfterDeal.Perform.FORM,
      new ObligationConduct.Perform(),
      Stage.Event.CARRY_OUT,
      Who.PARTY,
      "perform an obligation"),
  /** {@link AfterDeal.AllegeBreach}. */
  ALLEGE_BREACH(
      AfterDeal.AllegeBreach.FORM,
      new ObligationConduct.AllegeBreach(),
      Stage.Event.CARRY_OUT,
      Who.ANYBODY,
      "allege a breach"),
  /** {@link AfterDeal.Excuse}. */
  EXCUSE(
      AfterDeal.Excuse.FORM,
      new ObligationConduct.Excuse(),
      Stage.Event.CARRY_OUT,
      Who.PARTY,
      "excuse an obligation"),
  /** {@link AfterDeal.Find}. */
  FIND(
      AfterDeal.Find.FORM,
      new FindingConduct.Find(),
      Stage.Event.CARRY_OUT,
      Who.PARTY,
      "find what is done"),
  /** {@link AfterDeal.Note}. */
  NOTE(
      AfterDeal.Note.FORM,
      new FindingConduct.Note(),
      Stage.Event.CARRY_OUT,
      Who.ANYBODY,
      "note what has come about"),
  /** {@link AfterDeal.Interpret}. */
  INTERPRET(
      AfterDeal.Interpret.FORM,
      new FindingConduct.Interpret(),
      Stage.Event.CARRY_OUT,
      Who.PARTY,
      "interpret a term"),
  /** {@link Communicative.MakeClaim}. */
  CLAIM(
      Communicative.MakeClaim.FORM,
      new SpeechConduct(),
      Stage.Event.COMMUNICATE,
      Who.ANYBODY,
      "make a claim"),
  /** {@link Communicative.Accuse}. */
  ACCUSE(
      Communicative.Accuse.FORM,
      new SpeechConduct.Accuse(),
      Stage.Event.COMMUNICATE,
      Who.ANYBODY,
      "accuse"),
  /** {@link Communicative.Promise}. */
  PROMISE(
      Communicative.Promise.FORM,
      new SpeechConduct(),
      Stage.Event.COMMUNICATE,
      Who.ANYBODY,
      "promise"),
  /** {@link Communicative.Threaten}. */
  THREATEN(
      Communicative.Threaten.FORM,
      new SpeechConduct(),
      Stage.Event.COMMUNICATE,
      Who.ANYBODY,
      "threaten"),
  /** {@link Communicative.Commit}. */
  COMMIT(
      Communicative.Commit.FORM,
      new SpeechConduct(),
      Stage.Event.COMMUNICATE,
      Who.ANYBODY,
      "commit in public"),
  /** {@link Exogenous.Incident}. */
  INCIDENT(
      Exogenous.Incident.FORM,
      new SpeechConduct(),
      Stage.Event.COMMUNICATE,
      Who.ANYBODY,
      "be part of an incident"),
  /** {@link Exogenous.ChangeOfGovernment}. */
  CHANGE_OF_GOVERNMENT(
      Exogenous.ChangeOfGovernment.FORM,
      new SpeechConduct(),
      Stage.Event.COMMUNICATE,
      Who.ANYBODY,
      "change its government"),
  /** {@link Exogenous.Press}. */
  PRESS(
      Exogenous.Press.FORM,
      new SpeechConduct.Press(),
      Stage.Event.COMMUNICATE,
      Who.ANYBODY,
      "press others");

  /** Who can do something. */
  public enum Who {
    /** A principal. */
    PRINCIPAL,
    /** A party in any role. */
    PARTY,
    /** A party or an outsider. */
    ANYBODY
  }

  private final Form<? extends Act> form;
  private final Conduct<? extends Act> conduct;
  private final Stage.Event event;
  private final Stage.Event named;
  private final Who who;
  private final String words;

  <A extends Act> ActKind(
      Form<A> form, Conduct<? super A> conduct, Stage.Event event, Who who, String words) {
    this(form, conduct, event, event, who, words);
  }

  /** One that is another event where it names what it is about: an agreement, not the talks. */
  <A extends Act> ActKind(
      Form<A> form,
      Conduct<? super A> conduct,
      Stage.Event event,
      Stage.Event named,
      Who who,
      String words) {
    this.form = form;
    this.conduct = (Conduct<? extends Act>) (Conduct<?>) conduct;
    this.event = event;
    this.named = named;
    this.who = who;
    this.words = words;
  }

  /** {@return how it is told and of what it is made} */
  public Form<? extends Act> form() {
    return form;
  }

  /** {@return how it is conducted} */
  @SuppressWarnings("unchecked")
  Conduct<Act> conduct() {
    return (Conduct<Act>) conduct;
  }

  /** {@return what the stage makes of such an act that names nothing it is about} */
  public Stage.Event event() {
    return event;
  }

  /**
   * {@return what the stage makes of such an act}
   *
   * @param subject what it is about
   */
  public Stage.Event event(Optional<Object> subject) {
    return subject.isPresent() ? named : event;
  }

  /** {@return who can do it} */
  public Who who() {
    return who;
  }

  /**
   * Returns the act of this kind that is about something and says what is usual in all else.
   *
   * @param subject what it is about; empty for nothing in particular
   * @return the act; empty where something else must be said, such as terms or a date
   */
  public Optional<Act> about(Optional<Object> subject) {
    return form.all(subject, component -> ImmutableList.of()).stream()
        .<Act>map(act -> act)
        .findFirst();
  }

  /** {@return whether it changes who negotiates: a party is admitted, leaves or is excluded} */
  public boolean changesWhoNegotiates() {
    return this == ADMIT || this == LEAVE || this == EXCLUDE;
  }

  /** {@return whether it changes the agenda: who negotiates, or about what} */
  public boolean amendsAgenda() {
    return this == AMEND_AGENDA || changesWhoNegotiates();
  }

  /** {@return the act in words, such as {@code "accept an offer"}} */
  public String words() {
    return words;
  }
}
