package dev.parley.testing;

import dev.parley.agreement.AgreementStage;
import dev.parley.talks.ActKind;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Situation;

/** How much one feels like doing something as talks stand; out of a few hundred. */
final class Appetite {
  private final Situation situation;
  private final int sinceOpening;
  private final int closedRounds;
  private final boolean halfAgreed;
  private final boolean muchUnsaid;

  Appetite(Negotiation talks, int sinceOpening) {
    this.situation = talks.situation();
    this.sinceOpening = sinceOpening;
    this.closedRounds = talks.closedRounds();
    this.halfAgreed =
        situation.agreements().values().stream().anyMatch(a -> a.stage() == AgreementStage.TABLED);
    this.muchUnsaid =
        situation.demands().size()
            < situation.agenda().principals().size() * situation.agenda().issueList().size();
  }

  int of(ActKind kind) {
    int much = much(kind);
    boolean late = situation.stage().isEnd();
    return switch (kind) {
      case RAISE_DEMAND, AMEND_DEMAND, MAKE_OFFER, PROPOSE, ACCEPT, REJECT_OFFER, SHIFT ->
          late ? 1 + much / 20 : situation.roundOpen() ? much : 1 + much / 4;
      default -> much;
    };
  }

  private int much(ActKind kind) {
    return switch (kind) {
      case OPEN_ROUND -> situation.roundOpen() ? 1 : 90;
      case CLOSE_ROUND -> sinceOpening < 4 ? 1 : 15 * (sinceOpening - 2);
      case MAKE_OFFER -> 70;
      case PROPOSE -> 15;
      case RAISE_DEMAND -> muchUnsaid ? 45 : 5;
      case ACCEPT -> 12 + 15 * Math.min(3, closedRounds);
      case REJECT_OFFER -> 20;
      case AMEND_DEMAND -> 20;
      case SHIFT -> 12;
      case RESUME -> 80;
      case ATTEST -> halfAgreed ? 15 : 2;
      case SIGN -> 25;
      case INITIAL -> 6;
      case CONFIRM -> 60;
      case RATIFY, PERFORM -> 200;
      case DENOUNCE, JOIN -> 60;
      case AGREE_TO_END -> 4;
      case FIND -> 30;
      case NOTE -> 40;
      case SET_OFF -> 60;
      case EXCUSE, CLAIM -> 8;
      case ALLEGE_BREACH -> 20;
      case HOLD_MEETING, FAIL_TO_RATIFY -> 6;
      case SEND_DELEGATION, REJECT_DEMAND, DROP_DEMAND, WITHDRAW_OFFER, TIE, SET_DEADLINE -> 4;
      case UNTIE -> situation.ties().isEmpty() ? 0 : 2;
      case EXTEND_DEADLINE -> 6;
      case ACCUSE, PROMISE, THREATEN, COMMIT -> 3;
      case INCIDENT, AMEND_AGENDA -> 2;
      case SUSPEND, BREAK_OFF, DECLARE_IMPASSE, CHANGE_OF_GOVERNMENT, PRESS -> 1;
      case ABANDON -> 4;
    };
  }
}
