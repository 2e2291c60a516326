package dev.parley.report.words;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.ActorId;
import dev.parley.demand.Demand;
import dev.parley.demand.Offer;
import dev.parley.demand.Text;
import dev.parley.demand.Tie;
import dev.parley.evidence.EntryId;
import dev.parley.talks.Act;
import dev.parley.talks.Chronicle.Reading;
import dev.parley.talks.Negotiation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which entries of a chronicle, as they are read today, stand behind a thing. */
public final class Citations {
  private final ImmutableList<Reading> readings;
  private final ImmutableList<ActorId> principals;
  private final Map<Object, List<EntryId>> made = new HashMap<>();
  private final Map<String, List<EntryId>> deadlines = new HashMap<>();
  private final Map<EntryId, Reading> byEntry = new HashMap<>();
  private final Map<EntryId, List<Offer>> alternatives = new HashMap<>();

  public Citations(Negotiation negotiation) {
    principals = negotiation.agenda().principals();
    readings = negotiation.chronicle().readings();
    for (Reading reading : readings) {
      byEntry.put(reading.id(), reading);
      reading
          .move()
          .act()
          .deadlineName()
          .ifPresent(
              name -> deadlines.computeIfAbsent(name, n -> new ArrayList<>()).add(reading.id()));
      things(reading.move().act())
          .forEach(thing -> made.computeIfAbsent(thing, t -> new ArrayList<>()).add(reading.id()));
      if (reading.move().act().offersMade().size() > 1) {
        alternatives.put(reading.id(), reading.move().act().offersMade());
      }
    }
  }

  /** A text is put forward as an offer's, or by itself. */
  private List<?> things(Act act) {
    List<Object> all = new ArrayList<>(act.brings());
    for (Object thing : act.brings()) {
      if (thing instanceof Offer offer) {
        all.add(offer.text());
      } else if (thing instanceof Text text && text.parties().isEmpty()) {
        all.add(text.withParties(principals));
      }
    }
    return all;
  }

  public ImmutableList<Reading> readings() {
    return readings;
  }

  /** Returns the last entry before another one that made or attested this, none or one. */
  public List<EntryId> before(Object thing, EntryId entry) {
    List<EntryId> all = made.getOrDefault(thing, List.of());
    int place = Collections.binarySearch(all, entry);
    int earlier = place < 0 ? -place - 1 : place;
    return earlier == 0 ? List.of() : List.of(all.get(earlier - 1));
  }

  /** Returns which of several alternatives an offer was that another entry answers, from 1. */
  public Optional<Integer> alternative(Offer offer, EntryId entry) {
    return before(offer, entry).stream()
        .map(made -> alternatives.getOrDefault(made, List.of()).indexOf(offer) + 1)
        .filter(number -> number > 0)
        .findFirst();
  }

  /** Returns the entries that made an offer, a demand or a tie. */
  public List<EntryId> of(Offer offer) {
    return made.getOrDefault(offer, List.of());
  }

  public List<EntryId> of(Demand demand) {
    return made.getOrDefault(demand, List.of());
  }

  public List<EntryId> of(Tie tie) {
    return made.getOrDefault(tie, List.of());
  }

  /** Returns the entry that put a text forward, none or one. */
  public List<EntryId> of(Text text) {
    List<EntryId> all = made.getOrDefault(text, List.of());
    return all.isEmpty() ? all : all.subList(0, 1);
  }

  public List<EntryId> deadline(String name) {
    return deadlines.getOrDefault(name, List.of());
  }

  public Reading reading(EntryId id) {
    return Optional.ofNullable(byEntry.get(id)).orElseThrow();
  }
}
