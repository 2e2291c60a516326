package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Delegation;
import dev.parley.agenda.IssueId;
import dev.parley.demand.Ask;
import dev.parley.demand.Demand;
import dev.parley.demand.Offer;
import dev.parley.demand.Tie;
import dev.parley.travel.RecordForm;
import java.io.Serializable;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What a joint delegation says, each of those says for whom it speaks: each demands, offers,
 * consents, rejects, walks out. Who accepts or rejects what it offers answers all of them, and what
 * comes of it is one agreement among all.
 */
final class Joint {
  private static final ImmutableSet<ActKind> BESIDES =
      ImmutableSet.of(
          ActKind.SUSPEND,
          ActKind.RESUME,
          ActKind.BREAK_OFF,
          ActKind.DECLARE_IMPASSE,
          ActKind.ABANDON,
          ActKind.LEAVE,
          ActKind.JOIN,
          ActKind.DENOUNCE,
          ActKind.AGREE_TO_END,
          ActKind.CONFIRM,
          ActKind.RATIFY,
          ActKind.FAIL_TO_RATIFY,
          ActKind.INTERPRET);

  private Joint() {}

  /** A demand that a joint delegation raised, as that of one of its parties. */
  private record Shared(Demand said, ActorId by) implements Serializable, Demand {
    @Override
    public String kind() {
      return said.kind();
    }

    @Override
    public ImmutableSet<ActorId> of() {
      return said.of();
    }

    @Override
    public ImmutableMap<IssueId, Ask> asks() {
      return said.asks();
    }

    @Override
    public Optional<Firmness> firmness() {
      return said.firmness();
    }

    @Override
    public boolean sufficient() {
      return said.sufficient();
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  private static Optional<Delegation> delegation(Situation s, Move move) {
    return move.through()
        .map(s.agenda().delegations()::get)
        .filter(d -> !d.others().isEmpty() && d.parties().contains(move.by()));
  }

  /** Returns those who speak with the one that makes a move: nobody but in a joint delegation. */
  static ImmutableSet<ActorId> speakingWith(Situation s, Move move) {
    return delegation(s, move).map(Delegation::parties).orElse(ImmutableSet.of());
  }

  /** Returns what a move comes to: itself, and the same by all for whom it is made, or to all. */
  static ImmutableList<Move> moves(Situation s, Move move) {
    if (s.agenda().jointDelegations().isEmpty()) {
      return ImmutableList.of(move);
    }
    ImmutableSet<ActorId> parties = speakingWith(s, move);
    if (parties.isEmpty()) {
      return answers(move);
    }
    if (!isSaidByEach(move.act())) {
      return ImmutableList.of(move);
    }
    ImmutableList.Builder<Move> moves = ImmutableList.builder();
    moves.add(move.withAct(as(move.by(), parties, move.act())));
    for (ActorId party : parties) {
      if (!party.equals(move.by())) {
        moves.add(move.withBy(party).withAct(as(party, parties, move.act())));
      }
    }
    return moves.build();
  }

  /** Returns what a move comes to for the others for whom it is made. */
  static ImmutableList<Move> saidWith(Situation s, Move move) {
    return move.through().isEmpty() || speakingWith(s, move).isEmpty()
        ? ImmutableList.of()
        : moves(s, move).stream().skip(1).collect(ImmutableList.toImmutableList());
  }

  private static boolean isSaidByEach(Act act) {
    return BESIDES.contains(act.kind())
        || act instanceof Substantive && !(act instanceof Substantive.Propose);
  }

  /** What is said, by one of those who say it together. */
  private static Act as(ActorId party, ImmutableSet<ActorId> parties, Act act) {
    return act.change(
        new Shape.Mapping() {
          @Override
          public Demand demand(Demand demand) {
            return demand.by().equals(party) ? demand : new Shared(demand, party);
          }

          @Override
          public Tie tie(Tie tie) {
            return new Tie(party, tie.issue(), tie.order(), tie.others());
          }

          @Override
          public ImmutableList<Offer> offers(ImmutableList<Offer> offers) {
            return offers.stream()
                .map(offer -> as(party, parties, offer))
                .collect(ImmutableList.toImmutableList());
          }

          @Override
          public Offer standingOffer(Offer offer) {
            return parties.contains(offer.by()) ? as(party, parties, offer) : offer;
          }
        });
  }

  private static Offer as(ActorId party, ImmutableSet<ActorId> parties, Offer offer) {
    Set<ActorId> to = Sets.difference(offer.to(), parties);
    return to.isEmpty()
        ? offer
        : offer
            .withBy(party)
            .withTo(to)
            .withJointly(Sets.difference(parties, ImmutableSet.of(party)));
  }

  /** An answer to what several offer together is an answer to each. */
  private static ImmutableList<Move> answers(Move move) {
    Optional<Offer> answered =
        move.act().value(Shape.STANDING_OFFER).filter(offer -> !offer.jointly().isEmpty());
    if (answered.isEmpty()
        || !(move.act() instanceof Substantive.Accept)
            && !(move.act() instanceof Substantive.RejectOffer)) {
      return ImmutableList.of(move);
    }
    ImmutableSet<ActorId> makers = makers(answered.get());
    ImmutableList.Builder<Move> moves = ImmutableList.builder();
    moves.add(move);
    for (ActorId party : answered.get().jointly()) {
      moves.add(move.withAct(answering(move.act(), offer -> as(party, makers, offer))));
    }
    return moves.build();
  }

  private static ImmutableSet<ActorId> makers(Offer offer) {
    return ImmutableSet.<ActorId>builder().add(offer.by()).addAll(offer.jointly()).build();
  }

  /** Returns the offers that were made together, each by another of its makers. */
  static ImmutableList<Offer> together(Offer offer) {
    ImmutableSet<ActorId> makers = makers(offer);
    return makers.stream()
        .map(party -> makers.size() == 1 ? offer : as(party, makers, offer))
        .collect(ImmutableList.toImmutableList());
  }

  private static Act answering(Act act, UnaryOperator<Offer> change) {
    return act.change(
        new Shape.Mapping() {
          @Override
          public Offer standingOffer(Offer offer) {
            return change.apply(offer);
          }
        });
  }

  /**
   * Returns a move as it is meant: a joint delegation makes an offer jointly, and who answers one
   * may name it as it was told.
   */
  static Move meant(Situation s, Move move) {
    if (s.agenda().jointDelegations().isEmpty()) {
      return move;
    }
    ImmutableSet<ActorId> parties = speakingWith(s, move);
    if (!parties.isEmpty() && isSaidByEach(move.act())) {
      return move.withAct(as(move.by(), parties, move.act()));
    }
    return move.withAct(answering(move.act(), offer -> standing(s, offer)));
  }

  private static Offer standing(Situation s, Offer named) {
    if (s.offers().containsKey(named) || !named.jointly().isEmpty()) {
      return named;
    }
    return s.agenda().jointDelegations().stream()
        .map(Delegation::parties)
        .filter(parties -> parties.contains(named.by()))
        .map(parties -> as(named.by(), parties, named))
        .filter(s.offers()::containsKey)
        .findFirst()
        .orElse(named);
  }
}
