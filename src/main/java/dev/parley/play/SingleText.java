package dev.parley.play;

import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Mandate.Authority;
import dev.parley.analysis.bargaining.OutcomeSpace;
import dev.parley.demand.Offer;
import dev.parley.play.SessionResult.End;
import dev.parley.talks.Substantive;

/** A mediator who puts drafts of one text to a vote. */
final class SingleText {
  private final Session session;
  private final Table table;
  private final ActorId mediator;
  private final int[] values;

  SingleText(Session session, Table table) {
    this.session = session;
    this.table = table;
    mediator = session.mediators().get(0);
    OutcomeSpace space = session.space();
    values = space.issues().stream().mapToInt(i -> space.values(i.id()).intValueExact()).toArray();
  }

  SessionResult play() {
    int agreed = Seat.NOTHING;
    int base = table.chance().nextInt(table.utilities(0).size());
    for (int round = 1; round <= session.rounds(); round++) {
      int draft = round == 1 ? base : changed(base);
      Offer text = session.offers().draft(mediator, draft);
      if (!table.does(mediator, round, new Substantive.Propose(text))) {
        return table.refused(round);
      }
      table.offered(Seat.NOTHING, draft, round);
      int votes = 0;
      for (int seat = 0; seat < table.size(); seat++) {
        Action action = table.ask(seat, round, draft);
        if (action instanceof Action.Leave) {
          return table.left(seat, round);
        }
        boolean yes = action instanceof Action.Accept;
        if (!votes(seat, round, text, yes, votes == seat)) {
          return table.refused(round);
        }
        votes += yes ? 1 : 0;
      }
      if (votes == table.size()) {
        agreed = draft;
        base = draft;
        table.draftAgreed(draft);
      }
    }
    return agreed == Seat.NOTHING
        ? table.ended(End.OUT_OF_TIME, session.rounds())
        : concluding(agreed);
  }

  /** A no ends a draft for all, so that later votes on it are no moves any more. */
  private boolean votes(int seat, int round, Offer text, boolean yes, boolean standing) {
    return !standing
        || table.does(
            table.party(seat),
            round,
            yes
                ? new Substantive.Accept(text, ImmutableSet.of(), Authority.AD_REFERENDUM)
                : new Substantive.RejectOffer(text, ImmutableSet.of()));
  }

  private SessionResult concluding(int agreed) {
    Offer text = session.offers().draft(mediator, agreed);
    int round = session.rounds();
    if (!table.does(mediator, round, new Substantive.Propose(text))) {
      return table.refused(round);
    }
    for (int seat = 0; seat < table.size(); seat++) {
      boolean yes = table.utilities(seat).isAcceptable(agreed);
      if (!table.does(
          table.party(seat),
          round,
          yes
              ? new Substantive.Accept(text, ImmutableSet.of(), Authority.FINAL)
              : new Substantive.RejectOffer(text, ImmutableSet.of()))) {
        return table.refused(round);
      }
      if (!yes) {
        return table.ended(End.OUT_OF_TIME, round);
      }
    }
    return table.agreed(agreed, round);
  }

  /** Returns an outcome with another value on one issue, both by chance. */
  private int changed(int outcome) {
    int issue = table.chance().nextInt(values.length);
    int weight = 1;
    for (int i = values.length - 1; i > issue; i--) {
      weight *= values[i];
    }
    int value = outcome / weight % values[issue];
    int step = 1 + table.chance().nextInt(values[issue] - 1);
    return outcome + ((value + step) % values[issue] - value) * weight;
  }
}
