package dev.parley.report.words;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.evidence.Source;
import dev.parley.talks.Entry;
import dev.parley.talks.Negotiation;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * How a record is put into words, alike in every output.
 *
 * @param negotiation the record
 * @param entries its entries, in the order in which they were made
 * @param deeds acts in words
 * @param telling entries in words
 */
public record Wording(
    Negotiation negotiation, ImmutableList<Entry> entries, Deeds deeds, EntryWords telling) {
  /** Returns the words for a record; its sources are named as they were given. */
  public static Wording of(Negotiation negotiation, Collection<Source> sources) {
    return of(negotiation, sources, negotiation.agenda());
  }

  /** Returns the words of a record in which things are called as an agenda says. */
  public static Wording of(Negotiation negotiation, Collection<Source> sources, Agenda called) {
    Deeds deeds = new Deeds(new Names(called, sources), new Citations(negotiation));
    return new Wording(
        negotiation, negotiation.chronicle().entries(), deeds, new EntryWords(negotiation, deeds));
  }

  /** {@return what things are called} */
  public Names names() {
    return deeds.names();
  }

  /** {@return which entries stand behind a thing} */
  public Citations citations() {
    return deeds.citations();
  }

  /** Returns the identifier of who acts in an entry; nothing for the coder. */
  public static String actor(Entry entry) {
    @Nullable ActorId by = EntryWords.by(entry);
    return by == null || !by.isNamed() ? "" : by.text();
  }
}
