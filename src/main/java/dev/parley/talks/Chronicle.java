package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import dev.parley.agenda.Agenda;
import dev.parley.evidence.Attribution;
import dev.parley.evidence.Claim;
import dev.parley.evidence.EntryId;
import dev.parley.travel.RecordForm;
import dev.parley.travel.Travelling;
import java.io.InvalidObjectException;
import java.io.ObjectStreamException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was done and said, by whom, on whose word, in the order in which it was entered. It only
 * grows; a correction is an entry of its own. Appending costs the same whatever the length.
 * Immutable.
 */
public final class Chronicle implements Travelling {
  /** The numbers that are left out, after a first one that is none. */
  private static final Log<Integer> NONE_LEFT_OUT = Log.<Integer>empty().plus(0);

  static final Chronicle EMPTY = new Chronicle(Log.empty(), NONE_LEFT_OUT);

  private final Log<Entry> log;
  private final Log<Integer> leftOut;

  private Chronicle(Log<Entry> log, Log<Integer> leftOut) {
    this.log = log;
    this.leftOut = leftOut;
  }

  Chronicle plus(Entry entry) {
    return new Chronicle(log.plus(entry), leftOut);
  }

  /** Returns this without any entry of the numbers before that of the next one. */
  Chronicle leavingOutUpTo(Entry next) {
    Log<Entry> grown = log;
    Log<Integer> more = leftOut;
    while (grown.size() + 1 < next.id().number()) {
      grown = grown.plus(next); // keeps the place, and is never shown
      more = more.plus(grown.size());
    }
    return new Chronicle(grown, more);
  }

  Chronicle first(int count) {
    return new Chronicle(log.first(count), leftOut.upTo(number -> number, count));
  }

  private boolean isLeftOut(int number) {
    return leftOut.size() > 1 && leftOut.upTo(n -> n, number).last() == number;
  }

  private ImmutableList<Entry> shown(ImmutableList<Entry> entries, int from) {
    if (leftOut.size() == 1) {
      return entries;
    }
    ImmutableList.Builder<Entry> shown = ImmutableList.builder();
    for (int i = 0; i < entries.size(); i++) {
      if (!isLeftOut(from + i + 1)) {
        shown.add(entries.get(i));
      }
    }
    return shown.build();
  }

  /** Says whether the last number is that of a move. */
  boolean endsInMove() {
    return size() > 0 && log.last() instanceof Entry.Told && !isLeftOut(size());
  }

  /** Says whether another grew out of this, or is this. */
  @SuppressWarnings("ReferenceEquality") // a log that grew shares its beginning
  boolean begins(Chronicle other) {
    return size() <= other.size() && other.log.first(size()) == log;
  }

  EntryId nextId() {
    return new EntryId(log.size() + 1);
  }

  /**
   * {@return the number of the last entry, or 0; that is how many entries there are, unless some
   * are left out, as they are from a record {@linkplain AsKnown as it was known} on a day}
   */
  public int size() {
    return log.size();
  }

  /**
   * Returns an entry.
   *
   * @param id its number
   * @return the entry, or empty when there is none by this number
   */
  public Optional<Entry> entry(EntryId id) {
    return id.number() > size() || isLeftOut(id.number())
        ? Optional.empty()
        : Optional.of(log.get(id.number() - 1));
  }

  /** {@return the last entry, or empty when there is none} */
  public Optional<Entry> last() {
    for (int number = size(); number > 0; number--) {
      if (!isLeftOut(number)) {
        return Optional.of(log.get(number - 1));
      }
    }
    return Optional.empty();
  }

  /** {@return all entries, oldest first} */
  public ImmutableList<Entry> entries() {
    return after(0);
  }

  /** Returns the entries after the first so many, oldest first. */
  ImmutableList<Entry> after(int count) {
    return shown(log.from(count), count);
  }

  /**
   * A move as it is read today, with all corrections and denials so far.
   *
   * @param id the number of the entry that told it
   * @param move the move, as corrected
   * @param corrected whether it was corrected
   * @param denied whether its actor has denied it
   */
  public record Reading(EntryId id, Move move, boolean corrected, boolean denied)
      implements Serializable {
    /**
     * Returns on whose word it is, by who negotiates when it is made: {@link
     * Negotiation#attribution(Reading)} knows that of each entry.
     *
     * @param agenda who negotiates then
     * @return the attribution, denied where its actor has said that it is not so
     */
    public Attribution attribution(Agenda agenda) {
      return denied ? Attribution.DENIED : move.attribution(agenda);
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * Returns the moves as they are read today: corrected ones as corrected, cancelled ones left out.
   * An answer to an offer or a demand that was corrected after the answer is read as an answer to
   * what the correction says.
   *
   * @return the readings, oldest first
   */
  public ImmutableList<Reading> readings() {
    return readings(0, size());
  }

  /** {@return what is claimed and not denied, as it is read today, oldest first, each once} */
  public ImmutableSet<Claim> claims() {
    ImmutableSet.Builder<Claim> claims = ImmutableSet.builder();
    for (Reading reading : Iterables.filter(readings(), r -> !r.denied())) {
      reading.move().act().value(Shape.CLAIM).ifPresent(claims::add);
    }
    return claims.build();
  }

  /** Returns the readings of the entries from one index to another, by all entries so far. */
  ImmutableList<Reading> readings(int from, int to) {
    Map<EntryId, Entry.Corrected> corrections = new HashMap<>();
    Map<EntryId, EntryId> denials = new HashMap<>();
    ImmutableList<Entry> entries = after(from);
    for (Entry entry : entries) {
      if (entry instanceof Entry.Corrected corrected) {
        corrections.put(corrected.target(), corrected);
      } else if (entry instanceof Entry.Denied denied) {
        denials.put(denied.target(), denied.id());
      }
    }
    // A denial is lifted by cancelling it; a correction changes what is said, not on whose word.
    denials.values().removeAll(corrections.keySet());
    ImmutableList.Builder<Reading> readings = ImmutableList.builder();
    Renaming renaming = Renaming.of(this, entries, from);
    for (Entry entry : entries) {
      if (entry.id().number() > to) {
        break;
      }
      if (!(entry instanceof Entry.Told told)) {
        continue;
      }
      Entry.Corrected corrected = corrections.get(told.id());
      boolean denied = denials.containsKey(told.id());
      if (corrected != null) {
        corrected
            .instead()
            .map(m -> renaming.read(told.id(), corrected.id(), m))
            .ifPresent(m -> readings.add(new Reading(told.id(), m, true, denied)));
      } else {
        Move move = renaming.read(told.id(), told.id(), told.move());
        readings.add(new Reading(told.id(), move, false, denied));
      }
    }
    return readings.build();
  }

  @Override
  public boolean equals(@org.jspecify.annotations.Nullable Object other) {
    return other instanceof Chronicle chronicle
        && log.equals(chronicle.log)
        && leftOut.equals(chronicle.leftOut);
  }

  @Override
  public int hashCode() {
    return log.hashCode();
  }

  @Override
  public String toString() {
    return size() + " entries";
  }

  /**
   * A stretch of the record without any contact between the parties that was longer than the policy
   * allows: after 1 May 2023 writers and studios did not meet, and put nothing to each other, for
   * 95 days. Such talks are dormant, which is no stall: nobody has refused anything. Immutable.
   *
   * @param after the last contact before it
   * @param until the contact that ended it
   * @param days for how many days at least: from the last day that the one may have been on to the
   *     first day that the other may have been on
   */
  public record Silence(EntryId after, EntryId until, long days) {}

  private Object writeReplace() {
    return new Form(entries());
  }

  /** What travels in its place. */
  private record Form(ImmutableList<Entry> entries) implements Serializable {
    private static final int MOST_LEFT_OUT = 1_000_000;

    private Object readResolve() throws ObjectStreamException {
      Chronicle chronicle = EMPTY;
      for (Entry entry : entries) {
        int number = entry.id().number();
        if (number <= chronicle.size() || number - chronicle.size() > MOST_LEFT_OUT) {
          throw new InvalidObjectException("entry %s is out of order".formatted(entry.id()));
        }
        chronicle = chronicle.leavingOutUpTo(entry).plus(entry);
      }
      return chronicle;
    }
  }
}
