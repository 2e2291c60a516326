package dev.parley.play;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.ActorId;
import dev.parley.demand.Offer;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The offers of a session, each made when it is first needed, and shared by all plays of it. */
final class OfferBook {
  private final ImmutableList<Participant> participants;
  private final ImmutableList<AtomicReferenceArray<Offer>> offers;

  OfferBook(ImmutableList<Participant> participants) {
    this.participants = participants;
    this.offers =
        participants.stream()
            .map(p -> new AtomicReferenceArray<Offer>(p.utilities().size()))
            .collect(ImmutableList.toImmutableList());
  }

  /** Returns the offer of an outcome by a participant to all others. */
  Offer of(int maker, int outcome) {
    Offer known = offers.get(maker).get(outcome);
    if (known != null) {
      return known;
    }
    Offer.Builder offer = to(maker, outcome);
    Offer made = offer.by(participants.get(maker).party()).build();
    offers.get(maker).set(outcome, made);
    return made;
  }

  /** Returns a mediator's draft of an outcome, put to all. */
  Offer draft(ActorId mediator, int outcome) {
    return to(-1, outcome).by(mediator).proposal(true).build();
  }

  private Offer.Builder to(int maker, int outcome) {
    Offer.Builder offer = Offer.builder();
    for (int p = 0; p < participants.size(); p++) {
      if (p != maker) {
        offer.addTo(participants.get(p).party());
      }
    }
    return offer.terms(participants.get(0).utilities().terms(outcome));
  }
}
