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

/**
 * What a joint delegation says, each of those says for whom it speaks: each demands, offers,
 * consents, rejects, walks out. Who accepts or rejects what it offers answers all of them.
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
          ActKind.FAIL_TO_RATIFY);

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
      return answers(s, move);
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
    return to.isEmpty() ? offer : offer.withBy(party).withTo(to);
  }

  /** An answer to what several offer together is an answer to each. */
  private static ImmutableList<Move> answers(Situation s, Move move) {
    if (!(move.act() instanceof Substantive.Accept)
        && !(move.act() instanceof Substantive.RejectOffer)) {
      return ImmutableList.of(move);
    }
    ImmutableSet.Builder<Move> moves = ImmutableSet.builder();
    moves.add(move);
    for (Delegation delegation : s.agenda().jointDelegations()) {
      for (ActorId party : delegation.parties()) {
        Act answer =
            move.act()
                .change(
                    new Shape.Mapping() {
                      @Override
                      public Offer standingOffer(Offer offer) {
                        Offer same = as(party, delegation.parties(), offer);
                        return delegation.parties().contains(offer.by())
                                && s.offers().containsKey(same)
                            ? same
                            : offer;
                      }
                    });
        moves.add(move.withAct(answer));
      }
    }
    return moves.build().asList();
  }
}
