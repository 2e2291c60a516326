package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.ActorId;
import dev.parley.demand.Offer;
import dev.parley.evidence.Attribution;
import dev.parley.evidence.EntryId;
import dev.parley.talks.Standing.OfferState;
import org.jspecify.annotations.Nullable;

/** What became of an offer: asked of the chronicle when somebody reads a refusal. */
final class Fates {
  private final Offer offer;
  private @Nullable EntryId made;
  private @Nullable EntryId ended;
  private @Nullable OfferState state;
  private final Negotiation negotiation;

  Fates(Negotiation negotiation, Offer offer) {
    this(negotiation, offer, negotiation.chronicle().readings());
  }

  /** Asks of what came before, as it is read by all that is known since. */
  Fates(Negotiation negotiation, Offer offer, ImmutableList<Chronicle.Reading> readings) {
    this.negotiation = negotiation;
    this.offer = offer;
    Situation s = Situation.start(negotiation.firstAgenda(), negotiation.ruleBook().policy());
    for (Chronicle.Reading reading : readings) {
      if (reading.move().act().offersMade().contains(offer)) {
        made = reading.id();
        ended = null;
        state = null;
      }
      Attribution word = reading.attribution(s);
      if (word == Attribution.ALLEGED || word == Attribution.DENIED) {
        continue;
      }
      EntryId now = reading.id();
      s =
          Effects.of(
              s,
              reading.move(),
              new Draft.Ends() {
                @Override
                public void offer(Offer ending, ActorId addressee, OfferState how) {
                  end(ending, how, now);
                }
              });
    }
  }

  private void end(Offer ending, OfferState how, EntryId now) {
    if (ending.equals(offer) && !now.equals(made)) {
      ended = now;
      state = how;
    }
  }

  boolean neverMade() {
    return made == null;
  }

  String describe() {
    if (made == null) {
      return "an offer (%s): it was never made".formatted(offer.terms());
    }
    if (ended == null || state == null) {
      return "offer %s (%s): it stands".formatted(made, offer.terms());
    }
    @Nullable Integer round = negotiation.withinRounds().get(ended);
    return "offer %s (%s): it was %s%s entry %s"
        .formatted(
            made,
            offer.terms(),
            state.name().toLowerCase(java.util.Locale.ROOT),
            round == null ? " in" : " in round " + round + ",",
            ended);
  }
}
