package dev.parley.play;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.ActorId;
import dev.parley.analysis.bargaining.UtilityTable;
import dev.parley.talks.Negotiation;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A party's place at the table in one session, and all that it knows there: its own utilities, the
 * others' names and offers, its own offers, the time and the public record. What another party
 * prefers is not here. The session keeps it up to date; strategies read it, without asking again
 * for what is past.
 */
public final class Seat {
  /** Stands for no outcome. */
  public static final int NOTHING = -1;

  private final UtilityTable utilities;
  private final ImmutableList<ActorId> others;
  private final int rounds;
  private final SplittableRandom chance;
  private int[] received = new int[16];
  private int[] receivedIn = new int[16];
  private int receivedCount;
  private int bestReceived = NOTHING;
  private int[] made = new int[16];
  private int madeCount;
  private int round = 1;
  private int onTable = NOTHING;
  private int agreedDraft = NOTHING;
  private Negotiation record;

  Seat(
      UtilityTable utilities,
      ImmutableList<ActorId> others,
      int rounds,
      SplittableRandom chance,
      Negotiation record) {
    this.utilities = utilities;
    this.others = others;
    this.rounds = rounds;
    this.chance = chance;
    this.record = record;
  }

  /** {@return what the party makes of each outcome: its own utilities} */
  public UtilityTable utilities() {
    return utilities;
  }

  /** {@return who else takes part, in the order of their turns} */
  public ImmutableList<ActorId> others() {
    return others;
  }

  /** {@return which round it is, from 1} */
  public int round() {
    return round;
  }

  /** {@return how many rounds there are at most} */
  public int rounds() {
    return rounds;
  }

  /** {@return how much of the time has passed: 0 in the first round, 1 in the last} */
  public double time() {
    return time(round);
  }

  /**
   * {@return how much of the time has passed in a round: 0 in the first, 1 in the last, and 1 where
   * there is only one}
   *
   * @param in the round, from 1
   */
  public double time(int in) {
    return rounds == 1 ? 1 : (in - 1) / (double) (rounds - 1);
  }

  /** {@return the outcome that can be accepted now, or {@link #NOTHING}} */
  public int onTable() {
    return onTable;
  }

  /**
   * {@return the last of the mediator's drafts that everybody voted for, or {@link #NOTHING}; it
   * does not bind anybody yet}
   */
  public int agreedDraft() {
    return agreedDraft;
  }

  /** {@return how many offers were made to the party, the one on the table among them} */
  public int offersReceived() {
    return receivedCount;
  }

  /**
   * {@return an offer that was made to the party: its outcome}
   *
   * @param index which, from 0, the oldest
   */
  public int received(int index) {
    return received[checked(index, receivedCount)];
  }

  /**
   * {@return in which round an offer was made to the party}
   *
   * @param index which, from 0, the oldest
   */
  public int receivedIn(int index) {
    return receivedIn[checked(index, receivedCount)];
  }

  /** {@return the best outcome that was offered to the party so far, or {@link #NOTHING}} */
  public int bestReceived() {
    return bestReceived;
  }

  /** {@return how many offers the party has made} */
  public int offersMade() {
    return madeCount;
  }

  /**
   * {@return an offer that the party made: its outcome}
   *
   * @param index which, from 0, the oldest
   */
  public int made(int index) {
    return made[checked(index, madeCount)];
  }

  private static int checked(int index, int count) {
    if (index < 0 || index >= count) {
      throw new IndexOutOfBoundsException(
          "offer (%s) does not exist: there are %s, numbered from 0".formatted(index, count));
    }
    return index;
  }

  /** {@return the source of chance: seeded, and the party's own in this session} */
  public SplittableRandom chance() {
    return chance;
  }

  /** {@return the public record up to now} */
  public Negotiation record() {
    return record;
  }

  void turn(int in, int offered, Negotiation now) {
    round = in;
    onTable = offered;
    record = now;
  }

  void hears(int outcome, int in) {
    if (receivedCount == received.length) {
      received = Arrays.copyOf(received, receivedCount * 2);
      receivedIn = Arrays.copyOf(receivedIn, receivedCount * 2);
    }
    if (bestReceived == NOTHING || utilities.rank(outcome) < utilities.rank(bestReceived)) {
      bestReceived = outcome;
    }
    receivedIn[receivedCount] = in;
    received[receivedCount++] = outcome;
  }

  void makes(int outcome) {
    if (madeCount == made.length) {
      made = Arrays.copyOf(made, madeCount * 2);
    }
    made[madeCount++] = outcome;
  }

  void draftAgreed(int outcome) {
    agreedDraft = outcome;
  }
}
