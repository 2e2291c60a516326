package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.ActorId;
import dev.parley.evidence.Attribution;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.When;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where one principal stands with what is agreed: two parties to one agreement can have signed it
 * on different days, and one can be out of it while the other holds on. Immutable.
 *
 * @param party the principal
 * @param signed since when it attests what is agreed, by acceptance or attestation, or empty
 * @param ratified when it ratified, or empty
 * @param inForceSince since when the agreement binds it, or empty
 * @param ended when it ended its part, or empty
 * @param entries the entries that this rests on, in order
 */
public record PartyStatus(
    ActorId party,
    Optional<When> signed,
    Optional<When> ratified,
    Optional<When> inForceSince,
    Optional<When> ended,
    ImmutableList<EntryId> entries) {

  /** Reads the chronicle once for all principals; a failed ratification undoes what was signed. */
  static ImmutableList<PartyStatus> of(Negotiation negotiation) {
    Map<ActorId, Dates> dates = new HashMap<>();
    for (ActorId party : negotiation.agenda().principals()) {
      dates.put(party, new Dates());
    }
    for (Chronicle.Reading reading : negotiation.chronicle().readings()) {
      Attribution word = reading.attribution(negotiation.situation());
      if (word != Attribution.ALLEGED && word != Attribution.DENIED) {
        read(reading, dates);
      }
    }
    Situation now = negotiation.situation();
    ImmutableList.Builder<PartyStatus> all = ImmutableList.builder();
    for (ActorId party : negotiation.agenda().principals()) {
      Dates d = java.util.Objects.requireNonNull(dates.get(party));
      all.add(
          new PartyStatus(
              party,
              d.signed,
              d.ratified,
              now.inForceSince().filter(w -> now.concerned().contains(party)),
              d.ended,
              ImmutableList.copyOf(d.entries)));
    }
    return all.build();
  }

  private static void read(Chronicle.Reading reading, Map<ActorId, Dates> dates) {
    Move move = reading.move();
    Act act = move.act();
    Dates mine = dates.get(move.by());
    if (mine == null) {
      return;
    }
    Optional<When> on = Optional.of(move.on());
    if (act instanceof Substantive.Accept accept
        && accept.authority() == dev.parley.agenda.Mandate.Authority.FINAL) {
      mine.sign(on, reading.id());
      Dates maker = dates.get(accept.offer().by());
      if (maker != null) {
        maker.sign(on, reading.id());
      }
    } else if (act instanceof Substantive.Attest) {
      mine.sign(on, reading.id());
    } else if (act instanceof AfterDeal.Ratify) {
      mine.ratified = on;
      mine.entries.add(reading.id());
    } else if (act instanceof AfterDeal.FailToRatify) {
      dates.values().forEach(Dates::undo);
    } else if (act instanceof AfterDeal.Terminate) {
      mine.ended = on;
      mine.entries.add(reading.id());
    }
  }

  /** What the chronicle has told of one principal so far. */
  private static final class Dates {
    private Optional<When> signed = Optional.empty();
    private Optional<When> ratified = Optional.empty();
    private Optional<When> ended = Optional.empty();
    private final List<EntryId> entries = new ArrayList<>();

    void sign(Optional<When> on, EntryId entry) {
      signed = signed.or(() -> on);
      entries.add(entry);
    }

    void undo() {
      signed = Optional.empty();
      ratified = Optional.empty();
      entries.clear();
    }
  }
}
