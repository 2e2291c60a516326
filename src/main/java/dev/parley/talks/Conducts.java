package dev.parley.talks;

import java.util.EnumMap;
import java.util.Map;

/** How each kind of act is conducted: one conduct, and only one, for every kind. */
final class Conducts {
  private static final Map<ActKind, Conduct<?>> ALL = new EnumMap<>(ActKind.class);

  static {
    ALL.put(ActKind.OPEN_ROUND, new ProceduralConduct.OpenRound());
    ALL.put(ActKind.CLOSE_ROUND, new ProceduralConduct.CloseRound());
    ALL.put(ActKind.HOLD_MEETING, new ProceduralConduct.HoldMeeting());
    ALL.put(ActKind.SUSPEND, new ProceduralConduct.Leave<Procedural.Suspend>());
    ALL.put(ActKind.RESUME, new ProceduralConduct.Resume());
    ALL.put(ActKind.BREAK_OFF, new ProceduralConduct.Leave<Procedural.BreakOff>());
    ALL.put(ActKind.DECLARE_IMPASSE, new ProceduralConduct.DeclareImpasse());
    ALL.put(ActKind.SET_DEADLINE, new ProceduralConduct.SetDeadline());
    ALL.put(ActKind.EXTEND_DEADLINE, new ProceduralConduct.ExtendDeadline());
    ALL.put(ActKind.SEND_DELEGATION, new ProceduralConduct.SendDelegation());
    ALL.put(ActKind.AMEND_AGENDA, new ProceduralConduct.AmendAgenda());
    ALL.put(ActKind.RAISE_DEMAND, new DemandConduct.Raise());
    ALL.put(ActKind.AMEND_DEMAND, new DemandConduct.Amend());
    ALL.put(ActKind.DROP_DEMAND, new DemandConduct.Drop());
    ALL.put(ActKind.REJECT_DEMAND, new DemandConduct.Reject());
    ALL.put(ActKind.TIE, new DemandConduct.TieCommitment());
    ALL.put(ActKind.SHIFT, new DemandConduct.Shift());
    ALL.put(ActKind.MAKE_OFFER, new OfferConduct.Make());
    ALL.put(ActKind.WITHDRAW_OFFER, new OfferConduct.Withdraw());
    ALL.put(ActKind.REJECT_OFFER, new OfferConduct.Reject());
    ALL.put(ActKind.ACCEPT, new AgreementConduct.Accept());
    ALL.put(ActKind.ATTEST, new AgreementConduct.Attest());
    ALL.put(ActKind.RATIFY, new AgreementConduct.Ratify());
    ALL.put(ActKind.FAIL_TO_RATIFY, new AgreementConduct.FailToRatify());
    ALL.put(ActKind.TERMINATE, new AgreementConduct.Terminate());
    ALL.put(ActKind.SET_OFF, new ObligationConduct.SetOff());
    ALL.put(ActKind.PERFORM, new ObligationConduct.Perform());
    ALL.put(ActKind.ALLEGE_BREACH, new ObligationConduct.AllegeBreach());
    ALL.put(ActKind.EXCUSE, new ObligationConduct.Excuse());
    Conduct<Communicative.Accuse> accusing =
        new Conduct<>() {
          @Override
          public void refers(Situation s, Move move, Communicative.Accuse act, Breaches breaches) {
            Judgement.knows(s, act.of(), breaches);
          }
        };
    ALL.put(ActKind.ACCUSE, accusing);
    for (ActKind kind : ActKind.values()) {
      if (kind.event() == StageEvent.COMMUNICATE && kind != ActKind.ACCUSE) {
        ALL.put(kind, new Conduct<Act>() {});
      }
    }
  }

  private Conducts() {}

  @SuppressWarnings("unchecked")
  static Conduct<Act> of(ActKind kind) {
    return (Conduct<Act>) java.util.Objects.requireNonNull(ALL.get(kind));
  }
}
