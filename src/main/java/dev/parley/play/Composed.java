package dev.parley.play;

import dev.parley.travel.RecordForm;
import java.io.Serializable;

/** A bidding strategy with an acceptance condition. */
record Composed(Bidding bidding, Acceptance acceptance) implements Serializable, Strategy {
  @Override
  public String name() {
    return "%s, accepting by %s".formatted(bidding.name(), acceptance.name());
  }

  @Override
  public Player start(Seat seat) {
    if (seat.utilities().acceptable() == 0) {
      return () -> Action.LEAVE;
    }
    Bidding.Bidder bidder = bidding.start(seat);
    return () -> {
      int next = bidder.bid();
      int offered = seat.onTable();
      return offered != Seat.NOTHING
              && seat.utilities().isAcceptable(offered)
              && acceptance.accepts(seat, offered, next)
          ? Action.ACCEPT
          : Action.bid(next);
    };
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
