package dev.parley.talks;

import org.jspecify.annotations.Nullable;

/**
 * Where a record leads by all that is known now, with some of the places on the way, from which it
 * is read again when an entry is corrected. After a correction that no later entry can depend on,
 * it is read only when somebody asks. Immutable, but for what it has found out.
 */
final class KnownNow {
  /** How many entries there are between two places that are kept, at most. */
  static final int STRIDE = 32;

  private final Chronicle chronicle;
  private Log<Reached> kept;
  private @Nullable Reached end;

  private KnownNow(Chronicle chronicle, Log<Reached> kept, @Nullable Reached end) {
    this.chronicle = chronicle;
    this.kept = kept;
    this.end = end;
  }

  static KnownNow start(Juncture juncture) {
    Reached start = Reached.start(juncture);
    return new KnownNow(Chronicle.EMPTY, Log.<Reached>empty().plus(start), start);
  }

  /** Returns where a longer record leads that is read anew from a place on, when somebody asks. */
  static KnownNow from(Log<Reached> places, Chronicle chronicle) {
    return new KnownNow(chronicle, places, null);
  }

  /** Returns where the record leads. */
  synchronized Reached end() {
    Reached known = end;
    if (known == null) {
      Reader now = new Reader(kept);
      chronicle.readings(kept.last().size(), chronicle.size()).forEach(now::read);
      KnownNow found = now.end(chronicle);
      kept = found.kept;
      known = found.end();
      end = known;
    }
    return known;
  }

  /** Returns where one more move leads, which was read by what was known then. */
  KnownNow and(Chronicle grown, Reached next) {
    end();
    synchronized (this) {
      return new KnownNow(grown, keeping(kept, next), next);
    }
  }

  /** Returns the last place that is kept before an entry: nothing that is said of it changes it. */
  synchronized Log<Reached> before(int entry) {
    return kept.upTo(Reached::size, entry - 1);
  }

  private static Log<Reached> keeping(Log<Reached> kept, Reached now) {
    return now.size() - kept.last().size() >= STRIDE ? kept.plus(now) : kept;
  }

  /** Reads on from a place. */
  static final class Reader {
    private Log<Reached> kept;
    private Reached now;

    Reader(Log<Reached> places) {
      this.kept = places;
      this.now = places.last();
    }

    Reached now() {
      return now;
    }

    void read(Chronicle.Reading reading) {
      now = now.after(reading);
      kept = keeping(kept, now);
    }

    /** Returns what is known at the end of a chronicle, of which all moves were read. */
    KnownNow end(Chronicle whole) {
      return new KnownNow(whole, kept, now.at(whole.size()));
    }
  }
}
