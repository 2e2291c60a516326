package dev.parley.report.words;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import dev.parley.agenda.ActorId;
import dev.parley.evidence.Attribution;
import dev.parley.evidence.Claim;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.Source;
import dev.parley.talks.ActKind;
import dev.parley.talks.Chronicle.Reading;
import dev.parley.talks.Entry;
import dev.parley.talks.Entry.Note;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The entries of a chronicle in words: who, what, on whose word, and what was said of it later. */
public final class EntryWords {
  private final Negotiation negotiation;
  private final Names names;
  private final Deeds deeds;
  private final Map<EntryId, Reading> readings = new HashMap<>();
  private final ImmutableListMultimap<EntryId, Entry> laterWords;

  /** The entries that open rounds under a heading, which says how. */
  private final Set<EntryId> headed = new HashSet<>();

  public EntryWords(Negotiation negotiation, Deeds deeds) {
    this.negotiation = negotiation;
    this.deeds = deeds;
    this.names = deeds.names();
    deeds.citations().readings().forEach(r -> readings.put(r.id(), r));
    laterWords =
        Multimaps.index(
            negotiation.chronicle().entries().stream()
                .filter(e -> !(e instanceof Entry.Told))
                .toList(),
            EntryWords::target);
  }

  private static EntryId target(Entry entry) {
    return entry instanceof Entry.Corrected corrected
        ? corrected.target()
        : entry instanceof Entry.Denied denied ? denied.target() : entry.id();
  }

  /** Returns how an entry is read today; empty when it was cancelled, or tells no move. */
  public Optional<Reading> reading(EntryId id) {
    return Optional.ofNullable(readings.get(id));
  }

  /** Returns the move of an entry that opens a round, unless it is only alleged or was denied. */
  public Optional<Move> opening(Entry entry) {
    return reading(entry.id())
        .filter(r -> word(r) == Attribution.ATTESTED || word(r) == Attribution.REPORTED)
        .map(Reading::move)
        .filter(m -> m.act().kind() == ActKind.OPEN_ROUND);
  }

  /** Says that a heading tells how this entry opens its round. */
  public void heading(EntryId entry) {
    headed.add(entry);
  }

  public Attribution word(Reading reading) {
    return negotiation.attribution(reading);
  }

  public static @Nullable ActorId by(Entry entry) {
    if (entry instanceof Entry.Told told) {
      return told.move().by();
    }
    return entry instanceof Entry.Denied denied ? denied.by() : null;
  }

  public String who(Entry entry) {
    ActorId by = by(entry);
    if (by == null) {
      return "coder";
    }
    return by.isNamed() ? names.party(by) : "(not named)";
  }

  /** Returns what an entry says, with its source where the words do not name it anyway. */
  public String words(Entry entry) {
    return entry instanceof Entry.Told told
        ? told(told, true)
        : ofEntry(entry) + note(note(entry), true);
  }

  /** Returns what an entry says, without its source. */
  public String deed(Entry entry) {
    return entry instanceof Entry.Told told
        ? told(told, false)
        : ofEntry(entry) + note(note(entry), false);
  }

  /** Returns all who say so; none where nobody does. */
  public static List<Source> sources(Entry entry) {
    return entry instanceof Entry.Told told
        ? told.move().sources()
        : note(entry).source().stream().toList();
  }

  /** Returns who says so; empty when nobody does. */
  public static Optional<Source> source(Entry entry) {
    return entry instanceof Entry.Told told ? told.move().source() : note(entry).source();
  }

  private static Note note(Entry entry) {
    return entry instanceof Entry.Corrected corrected
        ? corrected.note()
        : ((Entry.Denied) entry).note();
  }

  private String told(Entry.Told told, boolean sourced) {
    Reading reading = readings.get(told.id());
    String first = move(told.move(), told.id(), sourced);
    return reading != null && reading.corrected()
        ? first
            + "\nnow read as: "
            + who(told.move(), reading)
            + move(reading.move(), told.id(), sourced)
        : first;
  }

  private static String ofEntry(Entry entry) {
    if (entry instanceof Entry.Corrected corrected) {
      return (corrected.instead().isPresent() ? "corrects " : "cancels ")
          + "entry "
          + corrected.target();
    }
    return "denies entry " + ((Entry.Denied) entry).target();
  }

  private String who(Move told, Reading now) {
    return told.by().equals(now.move().by()) ? "" : names.party(now.move().by()) + " ";
  }

  private String move(Move move, EntryId id, boolean sourced) {
    StringBuilder text = new StringBuilder();
    Attribution word = move.attribution(negotiation.agendaAt(id));
    if (word == Attribution.ALLEGED) {
      text.append(
          Mark.ALLEGED.on(
              "alleged by "
                  + move.sources().stream()
                      .flatMap(s -> s.speaksFor().stream())
                      .map(names::party)
                      .distinct()
                      .reduce((one, other) -> one + " and " + other)
                      .orElse("others")
                  + ":"));
      text.append(' ');
    } else if (word == Attribution.REPORTED && move.by().isNamed() && !saysSo(move)) {
      text.append("reported: ");
    }
    text.append(did(move, word, id));
    if (!move.words().isBlank()) {
      text.append(": ").append(Names.quoted(move.words()));
    }
    move.through()
        .map(d -> names.agenda().delegations().get(d))
        .ifPresent(d -> text.append(", through ").append(PlainText.safe(d.name())));
    if (!move.becauseOf().isEmpty()) {
      text.append(", because of ").append(Names.entries(move.becauseOf()));
    }
    List<String> voices =
        move.sources().stream()
            .skip(move.act().kind() == ActKind.CLAIM ? 1 : 0)
            .filter(s -> sourced)
            .map(s -> voice(s, word))
            .filter(s -> !s.isEmpty())
            .distinct()
            .toList();
    if (!voices.isEmpty()) {
      text.append(" (").append(String.join("; ", voices)).append(')');
    }
    if (!move.codes().isEmpty()) {
      text.append(
          move.codes().entrySet().stream()
              .map(c -> PlainText.safe(c.getKey()) + " " + PlainText.safe(c.getValue()))
              .collect(Collectors.joining(", ", " {", "}")));
    }
    return text.toString();
  }

  private String did(Move move, Attribution word, EntryId id) {
    if (word == Attribution.REPORTED && saysSo(move)) {
      return names.claimed(move.act().value(Shape.CLAIM).orElseThrow(), true);
    }
    if (!move.by().isNamed()) {
      return deeds.ofNobody(move.act(), id, headed.contains(id));
    }
    return headed.contains(id) ? "opens the round" : deeds.of(move.act(), id);
  }

  /** A claim but for a yes or no, which says itself that it is reported. */
  private static boolean saysSo(Move move) {
    return move.act()
        .value(Shape.CLAIM)
        .filter(claim -> !(claim.says() instanceof Claim.Answer.YesOrNo))
        .isPresent();
  }

  /** Describes a source; its party is left out where the line names it anyway. */
  private String voice(Source source, Attribution word) {
    String whole = names.source(source);
    String party = source.speaksFor().map(names::party).orElse("");
    if (word == Attribution.REPORTED || party.isEmpty()) {
      return whole;
    }
    return whole.equals(party)
        ? ""
        : whole.startsWith(party + ", ") ? whole.substring(party.length() + 2) : whole;
  }

  private String note(Note note, boolean sourced) {
    return (note.words().isBlank() ? "" : ": " + Names.quoted(note.words()))
        + note.source().filter(s -> sourced).map(s -> " (" + names.source(s) + ")").orElse("");
  }

  /** Returns what became of an entry: "denied in [14]", "corrected by [9]", "alleged". */
  public String fate(Entry entry) {
    List<String> marks = new ArrayList<>();
    for (Entry later : laterWords.get(entry.id())) {
      marks.add(
          later instanceof Entry.Denied
              ? Mark.ALLEGED.on("denied in " + later.id())
              : (((Entry.Corrected) later).instead().isPresent() ? "corrected" : "cancelled")
                  + " by "
                  + later.id());
    }
    Reading reading = readings.get(entry.id());
    if (reading != null && word(reading) == Attribution.ALLEGED) {
      marks.add(Mark.ALLEGED.on("alleged"));
    }
    return Joiner.on(", ").join(marks);
  }
}
