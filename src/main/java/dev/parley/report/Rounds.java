package dev.parley.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import dev.parley.evidence.When;
import dev.parley.progress.RoundVerdict;
import dev.parley.report.words.Deeds;
import dev.parley.report.words.EntryWords;
import dev.parley.report.words.Mark;
import dev.parley.report.words.RoundWords;
import dev.parley.report.words.StepWords;
import dev.parley.report.words.TextLayout;
import dev.parley.report.words.Wording;
import dev.parley.talks.Entry;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Procedural;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The part of a transcript that goes through the chronicle, round by round. */
final class Rounds {
  private static final int LABEL = 9;

  private final Negotiation negotiation;
  private final RoundWords told;
  private final TextLayout page;
  private final EntryWords telling;

  private Rounds(Wording wording, TextLayout page) {
    this.negotiation = wording.negotiation();
    this.told = new RoundWords(wording);
    this.page = page;
    telling = wording.telling();
  }

  static void print(Wording wording, TextLayout page) {
    new Rounds(wording, page).print();
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
      opened = telling.opening(entries.get(first));
      first += opened.isEmpty() ? 1 : 0;
    }
    if (first > 0) {
      boolean counts = number <= negotiation.closedRounds() || first < entries.size();
      page.blank();
      page.ends(
          Mark.HEADING.on(
              number == 1
                  ? counts ? "BEFORE ROUND 1" : "BEFORE ANY ROUND"
                  : "AFTER ROUND " + (number - 1)),
          counts ? "counts in round " + number : "");
      told(entries.subList(0, first), true);
      silences(entries.subList(0, first));
    }
    if (opened.isPresent()) {
      telling.heading(entries.get(first).id());
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
        Mark.HEADING.on("ROUND " + number)
            + "  "
            + (verdict.isPresent() ? period(open.on(), end) : "since " + open.on().describe())
            + Deeds.tracks(round.tracks()).replaceFirst("^ in ", ", in ")
            + Deeds.format(round.format()),
        verdict.map(StepWords::verdict).orElse("open: no verdict yet"));
    told(within, false);
    silences(within);
    verdict.ifPresent(this::verdict);
  }

  private void silences(List<Entry> entries) {
    entries.forEach(e -> page.labelled("silence", LABEL, told.silences(e.id())));
  }

  private static String period(When from, When to) {
    if (from.equals(to) || to.isUnknown()) {
      return from.describe();
    }
    if (from.isInterval() && from.latest().isPresent() && from.latest().equals(to.latest())) {
      return from.describe().replaceFirst("^from ", "");
    }
    return When.spanning(from, to)
        .map(span -> span.describe().replaceFirst("^from ", ""))
        .orElseGet(() -> from.describe() + " to " + to.describe());
  }

  /** Prints entries, the name of who acts where it changes, and the date where it does. */
  private void told(List<Entry> entries, boolean recess) {
    List<List<String>> rows = new ArrayList<>();
    String lastBy = "";
    When lastDate = recess || entries.isEmpty() ? When.UNKNOWN : entries.get(0).on();
    for (Entry entry : entries) {
      String name = telling.who(entry);
      String date =
          entry.on().equals(lastDate) || entry.on().isUnknown() ? "" : entry.on().describe() + ": ";
      lastDate = entry.on().isUnknown() ? lastDate : entry.on();
      rows.add(List.of(name.equals(lastBy) ? "" : name, date + telling.words(entry), mark(entry)));
      lastBy = name;
    }
    page.table(TextLayout.INDENT, true, rows);
  }

  private String mark(Entry entry) {
    String fate = telling.fate(entry);
    return fate.isEmpty() ? entry.id().toString() : fate + " " + entry.id();
  }

  private void verdict(RoundVerdict verdict) {
    List<List<String>> rows = told.steps(verdict);
    if (!rows.isEmpty()) {
      page.paragraph(TextLayout.INDENT, 0, "steps");
      page.table(TextLayout.INDENT + 2, true, rows);
    }
    told.lines(verdict).asMap().forEach((label, lines) -> page.labelled(label, LABEL, lines));
  }
}
