package dev.parley.rules;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.demand.Demand;
import dev.parley.demand.Offer;
import dev.parley.talks.AfterDeal;
import dev.parley.talks.Move;
import dev.parley.talks.Obligation;
import dev.parley.talks.Situation;
import dev.parley.talks.Substantive;
import java.util.Optional;

/** What a move puts forward, accepts or carries out: what several rules ask is answered here. */
final class MoveContent {
  private MoveContent() {}

  /** Returns the offers that a move makes. */
  static ImmutableList<Offer> offers(Move move) {
    return move.act() instanceof Substantive.MakeOffer make
        ? make.alternatives()
        : ImmutableList.of();
  }

  /** Returns the demand that a move raises, or that it puts in the place of others. */
  static Optional<Demand> demand(Move move) {
    if (move.act() instanceof Substantive.RaiseDemand raise) {
      return Optional.of(raise.demand());
    }
    return move.act() instanceof Substantive.AmendDemand amend
        ? Optional.of(amend.demand())
        : Optional.empty();
  }

  static Optional<Substantive.Attest> attested(Move move) {
    return move.act() instanceof Substantive.Attest attest ? Optional.of(attest) : Optional.empty();
  }

  static Optional<Substantive.Accept> accepted(Move move) {
    return move.act() instanceof Substantive.Accept accept ? Optional.of(accept) : Optional.empty();
  }

  /** Returns the issues that are accepted. */
  static ImmutableSet<IssueId> parts(Substantive.Accept accept) {
    return accept.parts().isEmpty() ? accept.offer().terms().issues() : accept.parts();
  }

  static Optional<Obligation> performed(Move move) {
    return move.act() instanceof AfterDeal.Perform perform
        ? Optional.of(perform.obligation())
        : Optional.empty();
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
    ImmutableList<Offer> offers = offers(move);
    if (!offers.isEmpty()) {
      return offers.stream().flatMap(o -> o.to().stream()).collect(toImmutableSet());
    }
    Optional<Demand> demand = demand(move);
    if (demand.isPresent()) {
      return demand.get().of();
    }
    if (move.act() instanceof Substantive.Attest attest) {
      return attest.among();
    }
    if (move.act() instanceof Substantive.Shift shift) {
      return shift.toward();
    }
    if (move.act().subject().orElse(null) instanceof Offer offer) {
      return offer.by().equals(move.by()) ? offer.to() : ImmutableSet.of(offer.by());
    }
    return move.act().subject().orElse(null) instanceof Demand rejected
        ? ImmutableSet.of(rejected.by())
        : ImmutableSet.of();
  }
}
