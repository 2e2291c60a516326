package dev.parley.testing;

import com.google.common.primitives.ImmutableLongArray;
import dev.parley.evidence.EntryId;
import dev.parley.talks.Entry;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Outcome;
import dev.parley.talks.Outcome.Accepted;
import dev.parley.testing.Minimiser.Simplification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * What is simpler than a record: the same one without some entries, told again. A word on an entry
 * that is gone, and a move that then refers to nothing, go with it.
 */
final class SimplerRecords implements Simplification<Negotiation> {
  static final SimplerRecords ALL = new SimplerRecords();

  /** Pairs are tried at a distance of up to so many entries. */
  private static final int NEAR = 5;

  private SimplerRecords() {}

  @Override
  public Stream<Negotiation> simplerThan(Negotiation record) {
    int all = record.chronicle().size();
    return Stream.concat(Omissions.ofRuns(all), Omissions.ofPairs(all, NEAR))
        .map(kept -> toldAgain(record, kept));
  }

  private static Negotiation toldAgain(Negotiation record, IntPredicate kept) {
    Negotiation now = Negotiation.about(record.firstAgenda(), record.ruleBook());
    Map<EntryId, EntryId> ids = new HashMap<>();
    List<Entry> entries = record.chronicle().entries();
    for (int i = 0; i < entries.size(); i++) {
      if (kept.test(i)) {
        Entry entry = entries.get(i);
        Outcome outcome = told(now, entry, ids);
        if (outcome instanceof Accepted accepted) {
          ids.put(entry.id(), accepted.entry());
          now = accepted.negotiation();
        }
      }
    }
    return now;
  }

  private static @org.jspecify.annotations.Nullable Outcome told(
      Negotiation now, Entry entry, Map<EntryId, EntryId> ids) {
    if (entry instanceof Entry.Told told) {
      return now.record(told.move());
    }
    EntryId target =
        ids.get(
            entry instanceof Entry.Corrected corrected
                ? corrected.target()
                : ((Entry.Denied) entry).target());
    if (target == null) {
      return null;
    }
    if (entry instanceof Entry.Denied denied) {
      return now.deny(target, denied.note());
    }
    Entry.Corrected corrected = (Entry.Corrected) entry;
    return corrected
        .instead()
        .map(move -> now.correct(target, move, corrected.note()))
        .orElseGet(() -> now.cancel(target, corrected.note()));
  }

  @Override
  public ImmutableLongArray weight(Negotiation record) {
    return ImmutableLongArray.of(record.chronicle().size());
  }
}
