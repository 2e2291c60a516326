package dev.parley.play;

import dev.parley.analysis.bargaining.UtilityTable;
import java.io.Serializable;
import java.util.BitSet;

/**
 * The benchmark strategy MiCRO: Minimal Concession in Reply to new Offers (D. de Jonge, "An
 * Analysis of the Linear Bilateral ANAC Domains Using the MiCRO Benchmark Strategy", IJCAI 2022).
 * It goes down its own outcomes one by one, from the best, and takes a step only when the
 * counterpart has made as many different offers as it has itself, or more; otherwise it repeats one
 * of its own by chance. It accepts what is at least as good as the worst outcome that it is ready
 * to offer. It never goes below no agreement: at the end of what is acceptable it repeats itself.
 * For two parties only; it knows nothing of time. Immutable.
 */
public record Micro() implements Serializable, Strategy {
  @Override
  public String name() {
    return "MiCRO";
  }

  @Override
  public Player start(Seat seat) {
    Counterparts.one(seat, name());
    UtilityTable own = seat.utilities();
    return own.acceptable() == 0 ? () -> Action.LEAVE : new Conceding(seat);
  }

  /** Counts the different offers of both. */
  private static final class Conceding implements Player {
    private final Seat seat;
    private final UtilityTable own;
    private final BitSet heard = new BitSet();
    private int read;
    private int different;
    private int made;

    Conceding(Seat seat) {
      this.seat = seat;
      own = seat.utilities();
    }

    @Override
    public Action act() {
      for (; read < seat.offersReceived(); read++) {
        if (!heard.get(seat.received(read))) {
          heard.set(seat.received(read));
          different++;
        }
      }
      boolean concedes = made <= different && made < own.acceptable();
      int lowest = concedes ? made : made - 1;
      int offered = seat.onTable();
      if (offered != Seat.NOTHING
          && own.isAcceptable(offered)
          && own.exact(offered).compareTo(own.exact(own.outcome(lowest))) >= 0) {
        return Action.ACCEPT;
      }
      if (concedes) {
        return Action.bid(own.outcome(made++));
      }
      return Action.bid(own.outcome(seat.chance().nextInt(made)));
    }
  }
}
