package dev.parley.talks;

import dev.parley.agenda.ActorId;
import dev.parley.demand.Offer;
import dev.parley.demand.Text;
import dev.parley.evidence.EntryId;
import dev.parley.talks.Standing.OfferState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What became of every offer, by what was known at a place, and which entry put a text forward:
 * asked of the chronicle when somebody reads a refusal. It is read once, and read on as the
 * chronicle grows by moves; it answers for every place on the way.
 */
final class Fates {
  /** When an offer was made, and how it ended; nulls while it stands. */
  private record Fate(EntryId made, @Nullable EntryId ended, @Nullable OfferState state) {}

  private final Map<Offer, List<Fate>> offers = new HashMap<>();
  private final Map<Text, List<EntryId>> texts = new HashMap<>();
  private final TreeSet<Integer> openings = new TreeSet<>();
  private final int start;
  private Chronicle read;
  private Situation situation;

  Fates(Negotiation negotiation) {
    this.situation = Situation.start(negotiation.firstAgenda(), negotiation.ruleBook().policy());
    this.read = negotiation.chronicle();
    this.start =
        read.entries().reverse().stream()
            .filter(entry -> !(entry instanceof Entry.Told))
            .findFirst()
            .map(entry -> entry.id().number())
            .orElse(0);
    read.readings().forEach(this::read);
  }

  /**
   * Says whether this answers for a chronicle, and reads on to its end: since the last word on an
   * earlier entry, it has only grown by moves.
   */
  synchronized boolean covers(Chronicle chronicle) {
    if (chronicle.size() < start) {
      return false;
    }
    if (chronicle.begins(read)) {
      return true;
    }
    if (!read.begins(chronicle)) {
      return false;
    }
    List<Entry> grown = chronicle.after(read.size());
    if (!grown.stream().allMatch(Entry.Told.class::isInstance)) {
      return false;
    }
    for (Entry entry : grown) {
      read(new Chronicle.Reading(entry.id(), ((Entry.Told) entry).move(), false, false));
    }
    read = chronicle;
    return true;
  }

  private void read(Chronicle.Reading reading) {
    EntryId now = reading.id();
    Act act = reading.move().act();
    for (Offer offer : act.offersMade()) {
      offers.computeIfAbsent(offer, o -> new ArrayList<>(1)).add(new Fate(now, null, null));
    }
    for (Object brought : act.brings()) {
      if (brought instanceof Offer offer) {
        putForward(offer.text(), now);
      } else if (brought instanceof Text text) {
        putForward(text, now);
      }
    }
    if (!reading.attribution(situation.agenda()).counts()) {
      return;
    }
    if (act.kind() == ActKind.OPEN_ROUND) {
      openings.add(now.number());
    }
    situation =
        Effects.of(
            situation,
            reading.move(),
            new Draft.Ends() {
              @Override
              public void offer(Offer ending, ActorId addressee, OfferState how) {
                end(ending, how, now);
              }
            });
  }

  private void putForward(Text text, EntryId now) {
    texts.computeIfAbsent(text, t -> new ArrayList<>(1)).add(now);
  }

  private void end(Offer ending, OfferState how, EntryId now) {
    List<Fate> fates = offers.get(ending);
    if (fates != null && !now.equals(fates.get(fates.size() - 1).made())) {
      Fate last = fates.remove(fates.size() - 1);
      fates.add(new Fate(last.made(), now, how));
    }
  }

  /** Says whether an offer was never made before the end of a chronicle that this covers. */
  synchronized boolean neverMade(Chronicle chronicle, Offer offer) {
    return last(chronicle, offer).isEmpty();
  }

  private Optional<Fate> last(Chronicle chronicle, Offer offer) {
    List<Fate> fates = offers.getOrDefault(offer, List.of());
    for (int i = fates.size() - 1; i >= 0; i--) {
      if (fates.get(i).made().number() <= chronicle.size()) {
        return Optional.of(fates.get(i));
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the last entry that put a text forward before the end of a chronicle that this covers,
   * be it with its parties or without them where all are meant.
   */
  synchronized Optional<EntryId> origin(Chronicle chronicle, Text text, Situation there) {
    Optional<EntryId> named = last(chronicle, text);
    Text unnamed = text.withParties();
    if (unnamed.equals(text) || !Settling.resolved(there, unnamed).equals(text)) {
      return named;
    }
    Optional<EntryId> all = last(chronicle, unnamed);
    return all.isPresent() && (named.isEmpty() || named.get().number() < all.get().number())
        ? all
        : named;
  }

  private Optional<EntryId> last(Chronicle chronicle, Text text) {
    List<EntryId> entries = texts.getOrDefault(text, List.of());
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (entries.get(i).number() <= chronicle.size()) {
        return Optional.of(entries.get(i));
      }
    }
    return Optional.empty();
  }

  /** Returns what became of an offer by the end of a chronicle that this covers. */
  synchronized String describe(Negotiation negotiation, Offer offer) {
    Optional<Fate> fate = last(negotiation.chronicle(), offer);
    if (fate.isEmpty()) {
      return "an offer (%s): it was never made".formatted(offer.terms());
    }
    EntryId made = fate.get().made();
    EntryId ended = fate.get().ended();
    OfferState state = fate.get().state();
    if (ended == null || state == null || ended.number() > negotiation.chronicle().size()) {
      return "offer %s (%s): it stands".formatted(made, offer.terms());
    }
    return "offer %s (%s): it was %s%s entry %s"
        .formatted(
            made,
            offer.terms(),
            state.name().toLowerCase(Locale.ROOT),
            round(negotiation, ended),
            ended);
  }

  /** Names the round within which an entry lies, from its opening to its closing. */
  private String round(Negotiation negotiation, EntryId entry) {
    Integer opening = openings.floor(entry.number());
    int round = negotiation.roundOf(entry);
    return opening != null && negotiation.roundOf(new EntryId(opening)) == round
        ? " in round " + round + ","
        : " in";
  }
}
