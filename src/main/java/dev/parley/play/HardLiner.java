package dev.parley.play;

import java.io.Serializable;

/** Always the best outcome. */
record HardLiner() implements Serializable, Bidding {
  @Override
  public String name() {
    return "hard-liner";
  }

  @Override
  public Bidder start(Seat seat) {
    int best = seat.utilities().outcome(0);
    return () -> best;
  }
}
