package dev.parley.play;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.Mandate.Authority;
import dev.parley.demand.Offer;
import dev.parley.play.SessionResult.End;
import dev.parley.talks.Substantive;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parties that take turns, two or more. */
final class AlternatingOffers {
  private final Session session;
  private final Table table;
  private @Nullable Offer standing;
  private int outcome = Seat.NOTHING;
  private int accepted;

  AlternatingOffers(Session session, Table table) {
    this.session = session;
    this.table = table;
  }

  SessionResult play() {
    for (int round = 1; round <= session.rounds(); round++) {
      for (int seat = 0; seat < table.size(); seat++) {
        Action action = table.ask(seat, round, outcome);
        if (action instanceof Action.Leave) {
          return table.left(seat, round);
        }
        if (!(action instanceof Action.Bid bid ? bids(seat, round, bid) : accepts(seat, round))) {
          return table.refused(round);
        }
        if (accepted == table.size() - 1) {
          return table.agreed(outcome, round);
        }
      }
    }
    return table.ended(End.OUT_OF_TIME, session.rounds());
  }

  private boolean bids(int seat, int round, Action.Bid bid) {
    int size = table.utilities(seat).size();
    if (bid.outcome() < 0 || bid.outcome() >= size) {
      throw new IllegalStateException(
          "strategy of (%s) offers outcome (%s), which does not exist: there are %s, numbered from 0"
              .formatted(table.party(seat), bid.outcome(), size));
    }
    Offer offer = session.offers().of(seat, bid.outcome());
    Optional<Offer> answered = Optional.ofNullable(standing);
    if (!table.does(
        table.party(seat), round, new Substantive.MakeOffer(ImmutableList.of(offer), answered))) {
      return false;
    }
    standing = offer;
    outcome = bid.outcome();
    accepted = 0;
    table.offered(seat, outcome, round);
    return true;
  }

  private boolean accepts(int seat, int round) {
    if (standing == null) {
      throw new IllegalStateException(
          "strategy of (%s) accepts before anything was offered: %s"
              .formatted(table.party(seat), session.participants().get(seat).strategy().name()));
    }
    accepted++;
    return table.does(
        table.party(seat),
        round,
        new Substantive.Accept(standing, ImmutableSet.of(), Authority.FINAL));
  }
}
