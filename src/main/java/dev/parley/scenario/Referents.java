package dev.parley.scenario;

import com.google.common.collect.ImmutableList;
import dev.parley.demand.Offer;
import dev.parley.demand.Text;
import dev.parley.evidence.EntryId;
import dev.parley.scenario.Scenario.Label;
import dev.parley.talks.Act;
import dev.parley.talks.ActKind;
import dev.parley.talks.Entry;
import dev.parley.talks.Move;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The offers and demands of a record and where each was made, as the record reads so far: a label
 * of a corrected entry names what the correction says.
 */
final class Referents {
  private final Map<Label, Object> at = new HashMap<>();
  private final Map<Object, List<Label>> makers = new HashMap<>();
  private final Set<EntryId> replaced = new HashSet<>();

  /** Returns the offer, demand or attestation at a label; null when there is none, or several. */
  @Nullable Object at(Label label) {
    return at.get(label);
  }

  /** Says whether a later word has cancelled or corrected an entry. */
  boolean isReplaced(EntryId entry) {
    return replaced.contains(entry);
  }

  /** Returns where an offer or demand was last made. */
  Optional<Label> makerOf(Object referent) {
    List<Label> labels = makers.get(referent);
    if (labels == null && referent instanceof Text text && !text.parties().isEmpty()) {
      labels = makers.get(text.withParties()); // attested among all principals
    }
    return labels == null || labels.isEmpty()
        ? Optional.empty()
        : Optional.of(labels.get(labels.size() - 1));
  }

  void add(Entry entry) {
    if (entry instanceof Entry.Told told) {
      made(told.id(), told.id(), told.move());
    } else if (entry instanceof Entry.Corrected corrected) {
      replaced.add(corrected.target());
      forget(corrected.target());
      corrected.instead().ifPresent(move -> made(corrected.target(), corrected.id(), move));
    }
  }

  /** Takes the offers and demands of a move; several are named by the entry that tells them. */
  private void made(EntryId single, EntryId several, Move move) {
    ImmutableList<Object> answerable = answerable(move.act());
    if (answerable.size() == 1) {
      put(new Label(single, 0), answerable.get(0));
      return;
    }
    for (int i = 0; i < answerable.size(); i++) {
      put(new Label(several, i + 1), answerable.get(i));
    }
  }

  /** What later entries can name: offers and demands, but not ties. */
  private static ImmutableList<Object> answerable(Act act) {
    return act.kind() == ActKind.TIE ? ImmutableList.of() : act.brings();
  }

  private void put(Label label, Object referent) {
    at.put(label, referent);
    makers.computeIfAbsent(referent, r -> new ArrayList<>(1)).add(label);
    if (referent instanceof Offer offer) {
      makers.computeIfAbsent(offer.text(), r -> new ArrayList<>(1)).add(label);
    }
  }

  private void forget(EntryId entry) {
    at.keySet().removeIf(label -> label.entry().equals(entry));
    makers.values().forEach(labels -> labels.removeIf(label -> label.entry().equals(entry)));
  }
}
