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
  private final boolean owing;
  private final Taste taste;

  Appetite(Negotiation talks, int sinceOpening, Taste taste) {
    this.taste = taste;
    this.situation = talks.situation();
    this.sinceOpening = sinceOpening;
    this.closedRounds = talks.closedRounds();
    this.halfAgreed =
        situation.agreements().values().stream().anyMatch(a -> a.stage() == AgreementStage.TABLED);
    this.muchUnsaid =
        situation.demands().size()
            < situation.agenda().principals().size() * situation.agenda().issueList().size();
    this.owing = situation.obligations().values().stream().anyMatch(s -> !s.state().isOver());
  }

  int of(ActKind kind) {
    int times = taste.times(kind);
    return times == 0 ? 0 : times * usual(kind);
  }

  private int usual(ActKind kind) {
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
      case CLOSE_ROUND -> sinceOpening < 5 ? 1 : 12 * (sinceOpening - 4);
      case MAKE_OFFER -> owing ? 25 : 70;
      case PROPOSE -> 15;
      case RAISE_DEMAND -> muchUnsaid ? 25 : 4;
      case ACCEPT -> 70 + 25 * Math.min(3, closedRounds);
      case REJECT_OFFER -> 12;
      case AMEND_DEMAND -> 12;
      case SHIFT -> 8;
      case RESUME -> 80;
      case ATTEST -> halfAgreed ? 25 : 3;
      case SIGN -> 60;
      case INITIAL -> 8;
      case CONFIRM -> 100;
      case RATIFY -> 200;
      case PERFORM -> 300;
      case DENOUNCE -> 20;
      case JOIN -> 150;
      case AGREE_TO_END -> 6;
      case FIND -> 150;
      case NOTE -> 50;
      case INTERPRET -> 10;
      case SET_OFF -> 120;
      case EXCUSE -> 20;
      case ALLEGE_BREACH -> 50;
      case FAIL_TO_RATIFY -> 20;
      case CLAIM -> 6;
      case HOLD_MEETING -> 5;
      case SEND_DELEGATION, REJECT_DEMAND, DROP_DEMAND, WITHDRAW_OFFER, TIE, SET_DEADLINE -> 4;
      case UNTIE -> situation.ties().isEmpty() ? 0 : 10;
      case EXTEND_DEADLINE -> 6;
      case ACCUSE, PROMISE, THREATEN, COMMIT -> 2;
      case INCIDENT, AMEND_AGENDA, ABANDON -> 2;
      case SUSPEND,
          BREAK_OFF,
          ADMIT,
          LEAVE,
          EXCLUDE,
          DECLARE_IMPASSE,
          CHANGE_OF_GOVERNMENT,
          PRESS ->
          1;
    };
  }
}
