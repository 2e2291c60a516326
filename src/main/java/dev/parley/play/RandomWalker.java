package dev.parley.play;

import dev.parley.analysis.bargaining.UtilityTable;
import java.io.Serializable;

/** Any acceptable outcome. */
record RandomWalker() implements Serializable, Bidding {
  @Override
  public String name() {
    return "random walker";
  }

  @Override
  public Bidder start(Seat seat) {
    UtilityTable own = seat.utilities();
    return () -> own.outcome(seat.chance().nextInt(own.acceptable()));
  }
}
