package dev.parley.scenario;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Lists;
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
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The offers and demands of a record and where each was made, as the record reads so far: a label
 * of a corrected entry names what the correction says.
 */
final class Referents {
  /** What a label names, and how many labels were given before. */
  private record Named(Object referent, int place) {}

  /** Where something was made, as the so-manyth label. */
  private record Maker(int place, Label label) {}

  /** Who negotiated when something was said to be agreed among all. */
  private final Map<Label, ImmutableSet<ActorId>> all = new HashMap<>();

  private final Map<Label, Named> at = new HashMap<>();

  /** Where each was made, the last last; found out when it is asked for. */
  private @Nullable Map<Object, List<Maker>> makers;

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
    Map<Object, List<Maker>> index = makers();
    @Nullable List<Maker> made = index.get(referent);
    if (made != null) {
      return Lists.transform(Lists.reverse(made), Maker::label);
    }
    if (!(referent instanceof Text text)) {
      return List.of();
    }
    return Lists.reverse(index.getOrDefault(text.withParties(), List.of())).stream()
        .map(Maker::label)
        .filter(label -> text.parties().equals(all.get(label)))
        .toList();
  }

  private Map<Object, List<Maker>> makers() {
    if (makers == null) {
      makers = new HashMap<>();
      at.entrySet().stream()
          .sorted(Comparator.comparingInt(each -> each.getValue().place()))
          .forEach(each -> index(each.getValue(), each.getKey()));
    }
    return makers;
  }

  private void index(Named named, Label label) {
    Maker maker = new Maker(named.place(), label);
    Map<Object, List<Maker>> index = requireNonNull(makers);
    index.computeIfAbsent(named.referent(), r -> new ArrayList<>(1)).add(maker);
    if (named.referent() instanceof Offer offer) {
      index.computeIfAbsent(offer.text(), r -> new ArrayList<>(1)).add(maker);
    }
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
    Named named = new Named(referent, given++);
    if (referent instanceof Text text && text.parties().isEmpty()) {
      all.put(label, ImmutableSortedSet.copyOf(then.principals()));
    }
    at.put(label, named);
    labels.computeIfAbsent(read, r -> new ArrayList<>(1)).add(label);
    if (makers != null) {
      index(named, label);
    }
  }

  private void forget(EntryId read) {
    List<Label> gone = labels.remove(read);
    if (gone == null) {
      return;
    }
    for (Label label : gone) {
      Named named = at.remove(label);
      if (named != null && makers != null) {
        take(makers, named.referent(), named.place());
        if (named.referent() instanceof Offer offer) {
          take(makers, offer.text(), named.place());
        }
      }
    }
  }

  /** What nothing has made any more is as if it never was, whenever the index was begun. */
  private static void take(Map<Object, List<Maker>> index, Object referent, int place) {
    index.computeIfPresent(
        referent,
        (same, made) -> {
          made.removeIf(maker -> maker.place() == place);
          return made.isEmpty() ? null : made;
        });
  }
}
