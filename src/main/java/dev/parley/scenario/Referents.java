package dev.parley.scenario;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.demand.Offer;
import dev.parley.demand.Text;
import dev.parley.evidence.EntryId;
import dev.parley.scenario.Scenario.Label;
import dev.parley.talks.Act;
import dev.parley.talks.ActKind;
import dev.parley.talks.Entry;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The offers and demands of a record and where each was made, as the record reads so far: a label
 * of a corrected entry names what the correction says.
 */
final class Referents {
  /** What a label names, and how many labels were given before. */
  private record Named(Object referent, int place) {}

  /** Who negotiated when something was said to be agreed among all. */
  private final Map<Label, ImmutableSet<ActorId>> all = new HashMap<>();

  private final Map<Label, Named> at = new HashMap<>();
  private final Map<Object, NavigableMap<Integer, Label>> makers = new HashMap<>();
  private final Map<EntryId, List<Label>> labels = new HashMap<>();
  private final Set<EntryId> replaced = new HashSet<>();
  private int given;

  /** Returns the offer, demand or attestation at a label; null when there is none, or several. */
  @Nullable Object at(Label label) {
    Named named = at.get(label);
    return named == null ? null : named.referent();
  }

  /** Says whether a later word has cancelled or corrected an entry. */
  boolean isReplaced(EntryId entry) {
    return replaced.contains(entry);
  }

  /** Returns where an offer or demand was made, the last first. */
  Collection<Label> makersOf(Object referent) {
    @Nullable NavigableMap<Integer, Label> made = makers.get(referent);
    if (made != null) {
      return made.descendingMap().values();
    }
    if (!(referent instanceof Text text)) {
      return List.of();
    }
    @Nullable NavigableMap<Integer, Label> amongAll = makers.get(text.withParties());
    return amongAll == null
        ? List.of()
        : amongAll.descendingMap().values().stream()
            .filter(label -> text.parties().equals(all.get(label)))
            .toList();
  }

  /** Returns a text as it was agreed at a label: one among all names those who negotiated then. */
  Text resolved(Label label, Text text) {
    return text.parties().isEmpty()
        ? text.withParties(all.getOrDefault(label, ImmutableSet.of()))
        : text;
  }

  /** Takes an entry, which was made under an agenda. */
  void add(Entry entry, Agenda then) {
    if (entry instanceof Entry.Told told) {
      made(told.id(), told.id(), told.move(), then);
    } else if (entry instanceof Entry.Corrected corrected) {
      replaced.add(corrected.target());
      forget(corrected.target());
      corrected.instead().ifPresent(move -> made(corrected.target(), corrected.id(), move, then));
    }
  }

  /** Returns the agenda under which an entry of a record was made. */
  @SuppressWarnings("ReferenceEquality") // an agenda that was never amended is the first itself
  static Agenda agenda(Negotiation record, Entry entry) {
    Agenda first = record.firstAgenda();
    return record.agenda() == first ? first : record.asKnownAt(entry.id()).agenda();
  }

  /**
   * Takes the offers and demands of a move. One can be named by the entry that is corrected, and by
   * the one that corrects it; several are named by the entry that tells them.
   */
  private void made(EntryId read, EntryId told, Move move, Agenda then) {
    ImmutableList<Object> answerable = answerable(move.act());
    if (answerable.size() == 1) {
      if (!told.equals(read)) {
        put(read, new Label(told, 0), answerable.get(0), then);
      }
      put(read, new Label(read, 0), answerable.get(0), then);
      return;
    }
    for (int i = 0; i < answerable.size(); i++) {
      put(read, new Label(told, i + 1), answerable.get(i), then);
    }
  }

  /** What later entries can name: offers and demands, but not ties. */
  static ImmutableList<Object> answerable(Act act) {
    return act.kind() == ActKind.TIE ? ImmutableList.of() : act.brings();
  }

  private void put(EntryId read, Label label, Object referent, Agenda then) {
    int place = given++;
    if (referent instanceof Text text && text.parties().isEmpty()) {
      all.put(label, ImmutableSortedSet.copyOf(then.principals()));
    }
    at.put(label, new Named(referent, place));
    labels.computeIfAbsent(read, r -> new ArrayList<>(1)).add(label);
    makers.computeIfAbsent(referent, r -> new TreeMap<>()).put(place, label);
    if (referent instanceof Offer offer) {
      makers.computeIfAbsent(offer.text(), r -> new TreeMap<>()).put(place, label);
    }
  }

  private void forget(EntryId read) {
    List<Label> gone = labels.remove(read);
    if (gone == null) {
      return;
    }
    for (Label label : gone) {
      Named named = at.remove(label);
      if (named != null) {
        take(named.referent(), named.place());
        if (named.referent() instanceof Offer offer) {
          take(offer.text(), named.place());
        }
      }
    }
  }

  private void take(Object referent, int place) {
    NavigableMap<Integer, Label> made = makers.get(referent);
    if (made != null) {
      made.remove(place);
    }
  }
}
