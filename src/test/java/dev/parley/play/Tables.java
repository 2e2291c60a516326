package dev.parley.play;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Scale;
import dev.parley.analysis.bargaining.AdditiveProfile;
import dev.parley.analysis.bargaining.Evaluation;
import dev.parley.analysis.bargaining.OutcomeSpace;
import dev.parley.analysis.bargaining.Profile;
import dev.parley.analysis.bargaining.UtilityTable;
import dev.parley.talks.Negotiation;
import java.util.SplittableRandom;

/** Small talks for the tests of this room. */
final class Tables {
  private Tables() {}

  /** A price from 0 to 10: the seller gets a tenth of it, the buyer the rest. */
  static final Agenda PRICE =
      Agenda.builder()
          .principal("seller", "Seller")
          .principal("buyer", "Buyer")
          .mediator("broker", "Broker")
          .issue("price", Scale.quantity(0, 10, "euro"))
          .build();

  static final OutcomeSpace PRICES = OutcomeSpace.of(PRICE);

  /** Three parties, two issues; each cares for one end of both. */
  static final Agenda THREE =
      Agenda.builder()
          .principal("north", "North")
          .principal("south", "South")
          .principal("west", "West")
          .mediator("valley", "Valley")
          .issue("grain", Scale.quantity(0, 10, "tons"))
          .issue("border", Scale.levels("closed", "guarded", "open"))
          .build();

  static Profile seller(String reservation) {
    return AdditiveProfile.on(PRICES, "seller")
        .issue("price", "1", Evaluation.linear("0", "1"))
        .reservation(reservation)
        .build();
  }

  static Profile buyer(String reservation) {
    return AdditiveProfile.on(PRICES, "buyer")
        .issue("price", "1", Evaluation.linear("1", "0"))
        .reservation(reservation)
        .build();
  }

  static Profile three(String party, String grain, boolean moreGrain, boolean open) {
    return AdditiveProfile.on(OutcomeSpace.of(THREE), party)
        .issue("grain", grain, moreGrain ? up() : down())
        .issue("border", "0.5", open ? up() : down())
        .reservation("0.2")
        .build();
  }

  private static Evaluation up() {
    return Evaluation.linear("0", "1");
  }

  private static Evaluation down() {
    return Evaluation.linear("1", "0");
  }

  static Session price(Strategy seller, Strategy buyer) {
    return Session.of(
        Negotiation.about(PRICE),
        Participant.of(seller("0"), seller),
        Participant.of(buyer("0"), buyer));
  }

  static Session three(Strategy strategy) {
    return Session.of(
        Negotiation.about(THREE),
        Participant.of(three("north", "0.5", true, true), strategy),
        Participant.of(three("south", "0.3", false, true), strategy),
        Participant.of(three("west", "0.1", true, false), strategy));
  }

  /** A seat of the seller, against the buyer. */
  static Seat seat(Profile own, int rounds) {
    return new Seat(
        UtilityTable.of(own),
        ImmutableList.of(ActorId.of("buyer")),
        rounds,
        new SplittableRandom(1),
        Negotiation.about(PRICE));
  }
}
