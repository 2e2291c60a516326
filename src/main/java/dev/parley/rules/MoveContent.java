package dev.parley.rules;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Mandate.Authority;
import dev.parley.agreement.Obligation;
import dev.parley.demand.Demand;
import dev.parley.demand.Offer;
import dev.parley.demand.Text;
import dev.parley.talks.Act;
import dev.parley.talks.ActKind;
import dev.parley.talks.Move;
import dev.parley.talks.Shape;
import dev.parley.talks.Situation;
import dev.parley.talks.Substantive;
import java.util.Optional;

/** What a move puts forward, accepts or carries out: what several rules ask is answered here. */
final class MoveContent {
  private MoveContent() {}

  /** Returns the text that a move attests. */
  static Optional<Text> attested(Move move) {
    return move.act().value(Shape.TEXT);
  }

  /** Returns the text that a move consents to finally: attests, accepts, signs or confirms. */
  static Optional<Text> signed(Move move) {
    ActKind kind = move.act().kind();
    return attested(move)
        .or(() -> accepted(move).filter(MoveContent::isFinal).map(a -> a.offer().text()))
        .or(
            () ->
                kind == ActKind.SIGN || kind == ActKind.CONFIRM
                    ? move.act().value(Shape.STANDING_TEXT)
                    : Optional.empty());
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
    return move.act() instanceof Substantive.Accept accept ? Optional.of(accept) : Optional.empty();
  }

  /** Returns the issues that are accepted. */
  static ImmutableSet<IssueId> parts(Substantive.Accept accept) {
    return accept.parts().isEmpty() ? accept.offer().terms().issues() : accept.parts();
  }

  static Optional<Obligation> performed(Move move) {
    return move.act().value(Shape.OBLIGATION).filter(o -> move.act().kind() == ActKind.PERFORM);
  }

  /** Returns the principals to whom a substantive move speaks: those it names, or all others. */
  static ImmutableSet<ActorId> addressed(Situation s, Move move) {
    if (!move.act().isSubstantive()) {
      return ImmutableSet.of();
    }
    ImmutableSet<ActorId> named = named(move);
    ImmutableSet<ActorId> all = s.agenda().counterparts(move.by());
    return named.isEmpty() ? all : Sets.intersection(named, all).immutableCopy();
  }

  private static ImmutableSet<ActorId> named(Move move) {
    Act act = move.act();
    if (!act.offersMade().isEmpty()) {
      return act.offersMade().stream().flatMap(o -> o.to().stream()).collect(toImmutableSet());
    }
    return act.value(Shape.DEMAND)
        .map(Demand::of)
        .or(() -> act.value(Shape.TEXT).map(Text::parties))
        .or(() -> act.value(Shape.ACTORS))
        .or(() -> act.value(Shape.STANDING_OFFER).map(offer -> otherSide(offer, move.by())))
        .or(() -> act.value(Shape.STANDING_TEXT).map(Text::parties))
        .or(() -> act.value(Shape.STANDING_DEMAND).map(demand -> ImmutableSet.of(demand.by())))
        .orElse(ImmutableSet.of());
  }

  /** What is said to an offer is said to its other side, to a proposal to all it was put to. */
  private static ImmutableSet<ActorId> otherSide(Offer offer, ActorId by) {
    return offer.by().equals(by) || offer.proposal() ? offer.to() : ImmutableSet.of(offer.by());
  }
}
