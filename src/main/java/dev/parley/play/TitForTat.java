package dev.parley.play;

import dev.parley.analysis.bargaining.UtilityTable;
import dev.parley.travel.RecordForm;
import java.io.Serializable;

/**
 * A party that answers concessions in kind (P. Faratin, C. Sierra and N. R. Jennings, "Negotiation
 * decision functions for autonomous agents", <em>Robotics and Autonomous Systems</em> 24, 1998,
 * section 4.3). With <em>u</em> its own utility, it multiplies the utility of its last offer by a
 * ratio of two offers of its counterpart, and stays between its least and its most:
 *
 * <ul>
 *   <li>relative: the offer so many steps before the last, over the one that followed it;
 *   <li>averaged: the offer so many steps before the last, over the last.
 * </ul>
 *
 * <p>Where the counterpart's offers rise from 0.3 to 0.4 for this party and its own last was worth
 * 0.8, it aims at 0.3/0.4 x 0.8 = 0.6. The paper applies this to each issue; here it is applied to
 * the utility, and the party offers the least good outcome that reaches the aim. Until the
 * counterpart has made offers enough it offers its best, and where the later of the two is worth
 * nothing to it the ratio is not defined: it repeats its last aim. For two parties only. Immutable.
 *
 * @param kind which of the two ratios
 * @param steps how many of the counterpart's offers before its last one the earlier offer was made,
 *     1 or more
 */
public record TitForTat(Kind kind, int steps) implements Serializable, Bidding {
  /** Which of the counterpart's offers are compared. */
  public enum Kind {
    /** Used when an offer is compared with the one that followed it. */
    RELATIVE,
    /** Used when an offer is compared with the last. */
    AVERAGED
  }

  /**
   * Checks the range.
   *
   * @param kind which of the two ratios
   * @param steps how many of the counterpart's offers before its last one the earlier offer was
   *     made, 1 or more
   */
  public TitForTat {
    if (steps < 1) {
      throw new IllegalArgumentException("steps (%s) must be 1 or more".formatted(steps));
    }
  }

  /**
   * {@return one that answers a single concession}
   *
   * @param steps how old it is: 1 for the last one
   */
  public static TitForTat relative(int steps) {
    return new TitForTat(Kind.RELATIVE, steps);
  }

  /**
   * {@return one that answers what the counterpart conceded over several offers}
   *
   * @param window over how many, 1 or more; with 1 it is the relative one
   */
  public static TitForTat averaged(int window) {
    return new TitForTat(Kind.AVERAGED, window);
  }

  /**
   * {@return the utility that it aims at}
   *
   * @param earlier what the counterpart's earlier offer was worth
   * @param later what its later offer was worth, above 0
   * @param own what the party's own last offer was worth
   * @param least the least that it would take
   * @param most what its best outcome is worth
   */
  public static double target(double earlier, double later, double own, double least, double most) {
    return Math.min(Math.max(earlier / later * own, least), most);
  }

  @Override
  public String name() {
    return "%s tit-for-tat (%s)".formatted(kind == Kind.RELATIVE ? "relative" : "averaged", steps);
  }

  @Override
  public Bidder start(Seat seat) {
    Counterparts.one(seat, name());
    return new Answering(seat);
  }

  /** Keeps its last aim. */
  private final class Answering implements Bidder {
    private final Seat seat;
    private final UtilityTable own;
    private final double least;

    Answering(Seat seat) {
      this.seat = seat;
      own = seat.utilities();
      least = Aspiration.least(own);
    }

    @Override
    public int bid() {
      int last = seat.offersReceived() - 1;
      int from = last - steps;
      if (from < 0 || seat.offersMade() == 0) {
        return own.outcome(0);
      }
      int mine = seat.made(seat.offersMade() - 1);
      double earlier = own.utility(seat.received(from));
      double later = own.utility(seat.received(kind == Kind.RELATIVE ? from + 1 : last));
      return later > 0
          ? Aspiration.outcome(own, target(earlier, later, own.utility(mine), least, own.best()))
          : mine;
    }
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
