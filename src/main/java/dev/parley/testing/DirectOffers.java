package dev.parley.testing;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.parley.agenda.ActorId;
import dev.parley.demand.Offer;
import dev.parley.talks.ActKind;
import dev.parley.talks.Move;
import dev.parley.talks.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The same agreement in fewer moves: what somebody proposes to others and they accept, one of them
 * offers to the rest. The text stays what it is.
 */
final class DirectOffers {
  private DirectOffers() {}

  static Stream<List<Move>> in(List<Move> moves) {
    return IntStream.range(0, moves.size()).boxed().flatMap(place -> at(moves, place));
  }

  private static Stream<List<Move>> at(List<Move> moves, int place) {
    Move move = moves.get(place);
    return move.act().offersMade().stream()
        .filter(Offer::proposal)
        .flatMap(
            proposal ->
                proposal.to().stream().map(maker -> offeredBy(maker, moves, place, proposal)))
        .filter(fewer -> fewer.size() < moves.size());
  }

  /** What was proposed to one of them and the others is offered by the one; all accept but it. */
  private static List<Move> offeredBy(ActorId maker, List<Move> moves, int place, Offer proposal) {
    Offer offer =
        Offer.builder()
            .by(maker)
            .addAllTo(Sets.difference(proposal.to(), ImmutableSet.of(maker)))
            .expiry(proposal.expiry())
            .saying(proposal)
            .build();
    List<Move> now = new ArrayList<>(moves.subList(0, place));
    now.add(Move.by(maker.text()).offers(offer).withOn(moves.get(place).on()));
    for (Move move : moves.subList(place + 1, moves.size())) {
      boolean answers = move.act().value(Shape.STANDING_OFFER).filter(proposal::equals).isPresent();
      boolean signs =
          move.act().kind() == ActKind.SIGN
              && move.act().value(Shape.STANDING_TEXT).filter(offer.text()::equals).isPresent();
      if (signs && move.by().equals(maker)) {
        continue; // what is accepted of its offer signs for the maker
      }
      if (!answers) {
        now.add(move);
      } else if (!move.by().equals(maker) && !move.by().equals(proposal.by())) {
        now.add(move.withAct(move.act().change(naming(proposal, offer))));
      }
    }
    return now;
  }

  private static Shape.Mapping naming(Offer proposal, Offer offer) {
    return new Shape.Mapping() {
      @Override
      public Offer standingOffer(Offer named) {
        return named.equals(proposal) ? offer : named;
      }
    };
  }
}
