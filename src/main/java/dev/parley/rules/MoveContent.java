package dev.parley.rules;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Authority;
import dev.parley.agenda.IssueId;
import dev.parley.agreement.Obligation;
import dev.parley.demand.Demand;
import dev.parley.demand.Offer;
import dev.parley.demand.Text;
import dev.parley.talks.Act;
import dev.parley.talks.AfterDeal;
import dev.parley.talks.Move;
import dev.parley.talks.Situation;
import dev.parley.talks.Substantive;
import java.util.Optional;

/** What a move puts forward, accepts or carries out: what several rules ask is answered here. */
final class MoveContent {
  private MoveContent() {}

  /** Returns the offers that a move makes. */
  static ImmutableList<Offer> offers(Move move) {
    return act(move, Substantive.MakeOffer.class)
        .map(Substantive.MakeOffer::alternatives)
        .orElse(ImmutableList.of());
  }

  /** Returns the demand that a move raises, or that it puts in the place of others. */
  static Optional<Demand> demand(Move move) {
    return act(move, Substantive.RaiseDemand.class)
        .map(Substantive.RaiseDemand::demand)
        .or(() -> act(move, Substantive.AmendDemand.class).map(Substantive.AmendDemand::demand));
  }

  /** Returns what a move puts forward, be it bound by it or not: its offers, or its proposal. */
  static ImmutableList<Offer> putForward(Move move) {
    return act(move, Substantive.Propose.class)
        .map(p -> ImmutableList.of(p.proposal()))
        .orElse(offers(move));
  }

  /** Returns the text that a move attests. */
  static Optional<Text> attested(Move move) {
    return act(move, Substantive.Attest.class).map(Substantive.Attest::text);
  }

  /** Returns the text that a move consents to finally: attests, accepts, signs or confirms. */
  static Optional<Text> signed(Move move) {
    return attested(move)
        .or(() -> accepted(move).filter(MoveContent::isFinal).map(a -> a.offer().text()))
        .or(() -> act(move, Substantive.Sign.class).map(Substantive.Sign::text))
        .or(() -> act(move, AfterDeal.Confirm.class).map(AfterDeal.Confirm::text));
  }

  /** Returns the issues that a move agrees on finally. */
  static ImmutableSet<IssueId> agreed(Move move) {
    return accepted(move)
        .filter(MoveContent::isFinal)
        .map(MoveContent::parts)
        .or(() -> signed(move).map(t -> t.terms().issues()))
        .orElse(ImmutableSet.of());
  }

  private static boolean isFinal(Substantive.Accept accept) {
    return accept.authority() == Authority.FINAL;
  }

  static Optional<Substantive.Accept> accepted(Move move) {
    return act(move, Substantive.Accept.class);
  }

  /** Returns the issues that are accepted. */
  static ImmutableSet<IssueId> parts(Substantive.Accept accept) {
    return accept.parts().isEmpty() ? accept.offer().terms().issues() : accept.parts();
  }

  static Optional<Obligation> performed(Move move) {
    return act(move, AfterDeal.Perform.class).map(AfterDeal.Perform::obligation);
  }

  private static <A extends Act> Optional<A> act(Move move, Class<A> kind) {
    return kind.isInstance(move.act()) ? Optional.of(kind.cast(move.act())) : Optional.empty();
  }

  /** Returns the principals to whom a substantive move speaks: those it names, or all others. */
  static ImmutableSet<ActorId> addressed(Situation s, Move move) {
    if (!(move.act() instanceof Substantive)) {
      return ImmutableSet.of();
    }
    ImmutableSet<ActorId> named = named(move);
    ImmutableSet<ActorId> all = s.agenda().counterparts(move.by());
    return named.isEmpty() ? all : Sets.intersection(named, all).immutableCopy();
  }

  private static ImmutableSet<ActorId> named(Move move) {
    ImmutableList<Offer> offers = putForward(move);
    if (!offers.isEmpty()) {
      return offers.stream().flatMap(o -> o.to().stream()).collect(toImmutableSet());
    }
    Optional<ImmutableSet<ActorId>> said =
        demand(move)
            .map(Demand::of)
            .or(() -> attested(move).map(Text::parties))
            .or(() -> act(move, Substantive.Shift.class).map(Substantive.Shift::toward));
    if (said.isPresent()) {
      return said.get();
    }
    if (move.act().subject().orElse(null) instanceof Offer offer) {
      // What is said to a proposal is said to the others to whom it was put.
      return offer.by().equals(move.by()) || offer.proposal()
          ? offer.to()
          : ImmutableSet.of(offer.by());
    }
    if (move.act().subject().orElse(null) instanceof Text text) {
      return text.parties();
    }
    return move.act().subject().orElse(null) instanceof Demand rejected
        ? ImmutableSet.of(rejected.by())
        : ImmutableSet.of();
  }
}
