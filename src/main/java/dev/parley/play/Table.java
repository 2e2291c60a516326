package dev.parley.play;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.analysis.bargaining.Fraction;
import dev.parley.analysis.bargaining.UtilityTable;
import dev.parley.evidence.When;
import dev.parley.play.SessionResult.End;
import dev.parley.play.Strategy.Player;
import dev.parley.spelling.OwnCode;
import dev.parley.talks.Act;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Outcome;
import dev.parley.talks.Procedural;
import dev.parley.talks.Refusal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One play of a session: who sits there, and the record as it grows. */
final class Table {
  static final Act OPENING = new Procedural.OpenRound(ImmutableSet.of(), Optional.empty());
  private static final Act CLOSING = new Procedural.CloseRound();
  private static final Act LEAVING = new Procedural.BreakOff();

  private final Session session;
  private final ImmutableList<Seat> seats;
  private final ImmutableList<Player> players;
  private final SplittableRandom chance;
  private Negotiation now;
  private @Nullable Refusal refusal;

  Table(Session session, long seed) {
    this.session = session;
    now = session.opened();
    chance = new SplittableRandom(seed);
    ImmutableList.Builder<Seat> sitting = ImmutableList.builder();
    ImmutableList.Builder<Player> playing = ImmutableList.builder();
    for (int p = 0; p < session.participants().size(); p++) {
      Participant participant = session.participants().get(p);
      Seat seat =
          new Seat(participant.utilities(), others(p), session.rounds(), chance.split(), now);
      sitting.add(seat);
      playing.add(start(participant, seat));
    }
    seats = sitting.build();
    players = playing.build();
  }

  /** A strategy may decline a seat at which it cannot play, and says so in its own words. */
  private static Player start(Participant participant, Seat seat) {
    Supplier<String> who = () -> who(participant);
    Supplier<String> when = () -> "at the start";
    @Nullable Player player;
    try {
      player = participant.strategy().start(seat);
    } catch (IllegalArgumentException declined) {
      throw declined;
    } catch (RuntimeException | Error e) {
      throw OwnCode.failed(who, when, e);
    }
    return OwnCode.asked(who, when, () -> player);
  }

  private static String who(Participant participant) {
    return "strategy (%s) of (%s)".formatted(participant.strategy().name(), participant.party());
  }

  /** Returns the others, from the one whose turn is next. */
  private ImmutableList<ActorId> others(int party) {
    int size = session.participants().size();
    ImmutableList.Builder<ActorId> others = ImmutableList.builder();
    for (int i = 1; i < size; i++) {
      others.add(session.participants().get((party + i) % size).party());
    }
    return others.build();
  }

  static Move move(ActorId by, When on, Act act) {
    return Move.builder().by(by).on(on).act(act).build();
  }

  SplittableRandom chance() {
    return chance;
  }

  int size() {
    return seats.size();
  }

  ActorId party(int seat) {
    return session.participants().get(seat).party();
  }

  UtilityTable utilities(int seat) {
    return session.participants().get(seat).utilities();
  }

  /** Asks a party what it does. */
  Action ask(int seat, int round, int onTable) {
    seats.get(seat).turn(round, onTable, now);
    return OwnCode.asked(
        () -> who(session.participants().get(seat)),
        () -> "in round " + round,
        () -> players.get(seat).act());
  }

  /** Notes that a party has put an outcome before the others. */
  void offered(int maker, int outcome, int round) {
    for (int p = 0; p < seats.size(); p++) {
      if (p == maker) {
        seats.get(p).makes(outcome);
      } else {
        seats.get(p).hears(outcome, round);
      }
    }
  }

  /** Notes that all voted for a draft. */
  void draftAgreed(int outcome) {
    seats.forEach(seat -> seat.draftAgreed(outcome));
  }

  /** Applies an act; returns whether the rules allow it. */
  boolean does(ActorId by, int round, Act act) {
    Outcome outcome = now.apply(move(by, session.on(round), act));
    if (outcome instanceof Refusal refused) {
      refusal = refused;
      return false;
    }
    now = outcome.negotiation();
    return true;
  }

  SessionResult left(int seat, int round) {
    return does(party(seat), round, LEAVING) ? ended(End.LEFT, round) : refused(round);
  }

  SessionResult refused(int round) {
    return ended(End.REFUSED, round);
  }

  SessionResult ended(End end, int round) {
    return result(end, Seat.NOTHING, round);
  }

  SessionResult agreed(int outcome, int round) {
    return result(End.AGREEMENT, outcome, round);
  }

  /** Ends the play; the round is closed where the rules let it be. */
  private SessionResult result(End end, int outcome, int round) {
    Optional<Refusal> why = Optional.ofNullable(refusal);
    ActorId by = session.protocol() == Protocol.SINGLE_TEXT ? session.mediators().get(0) : party(0);
    does(by, round, CLOSING);
    ImmutableMap.Builder<ActorId, Fraction> utilities = ImmutableMap.builder();
    if (outcome != Seat.NOTHING) {
      for (int p = 0; p < size(); p++) {
        utilities.put(party(p), utilities(p).exact(outcome));
      }
    }
    return new SessionResult(
        now,
        end,
        outcome == Seat.NOTHING ? OptionalInt.empty() : OptionalInt.of(outcome),
        outcome == Seat.NOTHING ? Optional.empty() : Optional.of(utilities(0).terms(outcome)),
        utilities.buildOrThrow(),
        round,
        why);
  }
}
