package dev.parley.report;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import dev.parley.agenda.ActorId;
import dev.parley.evidence.Attribution;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.Source;
import dev.parley.evidence.When;
import dev.parley.progress.RoundVerdict;
import dev.parley.talks.Chronicle.Reading;
import dev.parley.talks.Communicative;
import dev.parley.talks.Entry;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Note;
import dev.parley.talks.Procedural;
import dev.parley.talks.Silence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The part of a transcript that goes through the chronicle, round by round. */
final class Rounds {
  private static final int LABEL = 9;

  private final Negotiation negotiation;
  private final Names names;
  private final Deeds deeds;
  private final Steps steps;
  private final Page page;
  private final Map<EntryId, Reading> readings = new HashMap<>();
  private final ImmutableListMultimap<EntryId, Entry> laterWords;
  private final ImmutableListMultimap<EntryId, Silence> silences;

  /** The entries that open rounds: their headings say how. */
  private final Set<EntryId> opening = new HashSet<>();

  private Rounds(Negotiation negotiation, Deeds deeds, Page page) {
    this.negotiation = negotiation;
    this.deeds = deeds;
    this.names = deeds.names();
    this.steps = new Steps(names);
    this.page = page;
    deeds.citations().readings().forEach(r -> readings.put(r.id(), r));
    silences = Multimaps.index(negotiation.silences(), Silence::until);
    laterWords =
        Multimaps.index(
            negotiation.chronicle().entries().stream()
                .filter(e -> !(e instanceof Entry.Told))
                .toList(),
            Rounds::target);
  }

  private static EntryId target(Entry entry) {
    return entry instanceof Entry.Corrected corrected
        ? corrected.target()
        : entry instanceof Entry.Denied denied ? denied.target() : entry.id();
  }

  static void print(Negotiation negotiation, Deeds deeds, Page page) {
    new Rounds(negotiation, deeds, page).print();
  }

  private void print() {
    ImmutableListMultimap<Integer, Entry> byRound =
        Multimaps.index(negotiation.chronicle().entries(), e -> negotiation.roundOf(e.id()));
    byRound.asMap().forEach((number, entries) -> round(number, ImmutableList.copyOf(entries)));
  }

  private void round(int number, ImmutableList<Entry> entries) {
    int first = 0;
    Optional<Move> opened = Optional.empty();
    while (first < entries.size() && opened.isEmpty()) {
      opened = opening(entries.get(first));
      first += opened.isEmpty() ? 1 : 0;
    }
    if (first > 0) {
      boolean counts = number <= negotiation.closedRounds() || first < entries.size();
      page.blank();
      page.ends(
          Ink.Mark.HEADING.on(
              number == 1
                  ? counts ? "BEFORE ROUND 1" : "BEFORE ANY ROUND"
                  : "AFTER ROUND " + (number - 1)),
          counts ? "counts in round " + number : "");
      told(entries.subList(0, first), true);
    }
    if (opened.isPresent()) {
      opening.add(entries.get(first).id());
      round(number, opened.get(), entries.subList(first, entries.size()));
    }
  }

  private void round(int number, Move open, List<Entry> within) {
    Optional<RoundVerdict> verdict =
        number <= negotiation.closedRounds()
            ? Optional.of(negotiation.round(number))
            : Optional.empty();
    When end = within.get(within.size() - 1).on();
    Procedural.OpenRound round = (Procedural.OpenRound) open.act();
    page.blank();
    page.ends(
        Ink.Mark.HEADING.on("ROUND " + number)
            + "  "
            + (verdict.isPresent() ? period(open.on(), end) : "since " + open.on().describe())
            + Deeds.tracks(round.tracks()).replaceFirst("^ in ", ", in ")
            + Deeds.format(round.format()),
        verdict.map(Steps::verdict).orElse("open: no verdict yet"));
    told(within, false);
    within.forEach(entry -> silences.get(entry.id()).forEach(this::silence));
    verdict.ifPresent(this::verdict);
  }

  private void silence(Silence silence) {
    page.labelled(
        "silence",
        LABEL,
        "no contact on record for %s before %s, since %s: dormant"
            .formatted(
                Names.counted(silence.days(), "day", "days"), silence.until(), silence.after()));
  }

  /** Returns the move of an entry that opens a round, unless it is only alleged or was denied. */
  private Optional<Move> opening(Entry entry) {
    return Optional.ofNullable(readings.get(entry.id()))
        .filter(r -> word(r) == Attribution.ATTESTED || word(r) == Attribution.REPORTED)
        .map(Reading::move)
        .filter(m -> m.act() instanceof Procedural.OpenRound);
  }

  private Attribution word(Reading reading) {
    return reading.attribution(negotiation.situation());
  }

  private static String period(When from, When to) {
    if (from.equals(to) || to.isUnknown()) {
      return from.describe();
    }
    if (from.isInterval() && from.latest().isPresent() && from.latest().equals(to.latest())) {
      return from.describe().replaceFirst("^from ", "");
    }
    boolean inOrder =
        !from.isInterval()
            && !to.isInterval()
            && from.earliest().isPresent()
            && to.latest().filter(end -> end.isBefore(from.earliest().get())).isEmpty();
    return inOrder
        ? When.between(from, to).describe().replaceFirst("^from ", "")
        : from.describe() + " to " + to.describe();
  }

  /** Prints entries, the name of who acts where it changes, and the date where it does. */
  private void told(List<Entry> entries, boolean recess) {
    List<List<String>> rows = new ArrayList<>();
    String lastBy = "";
    When lastDate = recess || entries.isEmpty() ? When.UNKNOWN : entries.get(0).on();
    for (Entry entry : entries) {
      ActorId by = by(entry);
      String name = by == null ? "coder" : names.party(by);
      String date =
          entry.on().equals(lastDate) || entry.on().isUnknown() ? "" : entry.on().describe() + ": ";
      lastDate = entry.on().isUnknown() ? lastDate : entry.on();
      rows.add(List.of(name.equals(lastBy) ? "" : name, date + words(entry), mark(entry)));
      lastBy = name;
    }
    page.table(Page.INDENT, true, rows);
  }

  private static @Nullable ActorId by(Entry entry) {
    if (entry instanceof Entry.Told told) {
      return told.move().by();
    }
    return entry instanceof Entry.Denied denied ? denied.by() : null;
  }

  private String words(Entry entry) {
    if (entry instanceof Entry.Told told) {
      Reading reading = readings.get(told.id());
      boolean corrected = reading == null || reading.corrected();
      String first = move(told.move(), told.id());
      return reading != null && corrected
          ? first + "\nnow read as: " + who(told.move(), reading) + move(reading.move(), told.id())
          : first;
    }
    if (entry instanceof Entry.Corrected corrected) {
      return (corrected.instead().isPresent() ? "corrects " : "cancels ")
          + "entry "
          + corrected.target()
          + note(corrected.note());
    }
    return "denies entry " + ((Entry.Denied) entry).target() + note(((Entry.Denied) entry).note());
  }

  private String who(Move told, Reading now) {
    return told.by().equals(now.move().by()) ? "" : names.party(now.move().by()) + " ";
  }

  private String move(Move move, EntryId id) {
    StringBuilder text = new StringBuilder();
    Attribution word = move.attribution(negotiation.situation());
    if (word == Attribution.ALLEGED) {
      text.append(
          Ink.Mark.ALLEGED.on(
              "alleged by "
                  + move.source().flatMap(Source::speaksFor).map(names::party).orElse("others")
                  + ":"));
      text.append(' ');
    } else if (word == Attribution.REPORTED) {
      text.append("reported: ");
    }
    text.append(opening.contains(id) ? "opens the round" : deeds.of(move.act(), id));
    if (!move.words().isBlank()) {
      text.append(": ").append(Names.quoted(move.words()));
    }
    move.through()
        .map(d -> names.agenda().delegations().get(d))
        .ifPresent(d -> text.append(", through ").append(Text.safe(d.name())));
    move.source()
        .filter(s -> !(move.act() instanceof Communicative.MakeClaim))
        .map(s -> voice(s, word))
        .filter(s -> !s.isEmpty())
        .ifPresent(s -> text.append(" (").append(s).append(')'));
    if (!move.codes().isEmpty()) {
      text.append(
          move.codes().entrySet().stream()
              .map(c -> Text.safe(c.getKey()) + " " + Text.safe(c.getValue()))
              .collect(Collectors.joining(", ", " {", "}")));
    }
    return text.toString();
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

  private String note(Note note) {
    return (note.words().isBlank() ? "" : ": " + Names.quoted(note.words()))
        + note.source().map(s -> " (" + names.source(s) + ")").orElse("");
  }

  private String mark(Entry entry) {
    List<String> marks = new ArrayList<>();
    for (Entry later : laterWords.get(entry.id())) {
      marks.add(
          later instanceof Entry.Denied
              ? Ink.Mark.ALLEGED.on("denied in " + later.id())
              : (((Entry.Corrected) later).instead().isPresent() ? "corrected" : "cancelled")
                  + " by "
                  + later.id());
    }
    Reading reading = readings.get(entry.id());
    if (reading != null && word(reading) == Attribution.ALLEGED) {
      marks.add(Ink.Mark.ALLEGED.on("alleged"));
    }
    String said = Joiner.on(", ").join(marks);
    return said.isEmpty() ? entry.id().toString() : said + " " + entry.id();
  }

  private void verdict(RoundVerdict verdict) {
    List<List<String>> rows = steps.rows(verdict);
    if (!rows.isEmpty()) {
      page.paragraph(Page.INDENT, 0, "steps");
      page.table(Page.INDENT + 2, true, rows);
    }
    if (!verdict.unreported().isEmpty()) {
      page.labelled(
          rows.isEmpty() ? "all" : "the rest",
          LABEL,
          "unreported: " + names.issues(verdict.unreported()));
    }
    if (!verdict.closed().isEmpty()) {
      page.labelled("closed", LABEL, names.issues(verdict.closed()));
    }
    verdict.remarks().forEach(r -> page.labelled("remark", LABEL, steps.remark(r)));
  }
}
