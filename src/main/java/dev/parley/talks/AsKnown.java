package dev.parley.talks;

import com.google.common.collect.ImmutableListMultimap;
import dev.parley.evidence.EntryId;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A record as it was known on a day. Of a record that tells 5 January, then 3 January, then a
 * report of "January", the first entry is left out on 4 January and the second is not; the third,
 * which may be of either side of that day, is left out as well, because it stands after one that is
 * later.
 *
 * <p>Laws: an entry is left out that is certainly dated later than the day; so is one whose date
 * leaves that open, or that has none, if it stands after one that is certainly later, since the
 * order of the chronicle holds where dates do not tell. An entry that was corrected or denied by
 * the day was known by then, whatever its own date. A word on what is left out, and what refers to
 * it, is left out with it; an entry that cites it as its reason stays, without that reason. Numbers
 * are those of the whole record. Immutable.
 *
 * @param negotiation the record then
 * @param findings what it broke, and what was remarkable in it, by what was known then
 */
public record AsKnown(Negotiation negotiation, ImmutableListMultimap<EntryId, Finding> findings) {

  /**
   * Returns a record as it was known on a day.
   *
   * @param whole the whole record
   * @param day the day
   * @return what of it was known
   */
  public static AsKnown on(Negotiation whole, LocalDate day) {
    Set<EntryId> known = new HashSet<>();
    for (Entry entry : whole.chronicle().entries()) {
      if (!entry.on().isUnknown() && !entry.on().possiblyAfter(day)) {
        target(entry).ifPresent(known::add);
      }
    }
    Negotiation then = whole.atTheBeginning();
    boolean later = false;
    for (Entry entry : whole.chronicle().entries()) {
      boolean itself = known.contains(entry.id());
      if (entry.on().certainlyAfter(day) && !itself) {
        later = true;
        continue;
      }
      if (later && entry.on().possiblyAfter(day) && !itself) {
        continue;
      }
      Chronicle here = then.chronicle();
      if (target(entry).flatMap(here::entry).isEmpty() && !(entry instanceof Entry.Told)) {
        continue;
      }
      if (then.again(without(entry, here)) instanceof Outcome.Accepted accepted) {
        then = accepted.negotiation();
      }
    }
    return new AsKnown(then, then.findings());
  }

  private static Optional<EntryId> target(Entry entry) {
    if (entry instanceof Entry.Corrected corrected) {
      return Optional.of(corrected.target());
    }
    return entry instanceof Entry.Denied denied ? Optional.of(denied.target()) : Optional.empty();
  }

  /** Returns an entry without the reasons that are left out. */
  private static Entry without(Entry entry, Chronicle here) {
    if (!(entry instanceof Entry.Told told) || told.move().becauseOf().isEmpty()) {
      return entry;
    }
    return new Entry.Told(
        told.id(),
        told.move()
            .withBecauseOf(
                told.move().becauseOf().stream()
                    .filter(reason -> here.entry(reason).isPresent())
                    .toList()));
  }
}
