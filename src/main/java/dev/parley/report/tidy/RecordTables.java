package dev.parley.report.tidy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Value;
import dev.parley.demand.Line;
import dev.parley.demand.Offer;
import dev.parley.demand.Position;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.Source;
import dev.parley.progress.Gap;
import dev.parley.progress.RoundVerdict;
import dev.parley.progress.Step;
import dev.parley.report.Transcript;
import dev.parley.report.words.EntryWords;
import dev.parley.report.words.Wording;
import dev.parley.talks.Entry;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Shape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A record as tidy data, for a spreadsheet, R or pandas: moves, the terms that were put forward,
 * positions, steps, verdicts, gaps, claims, the figures of accounts, agreements and obligations,
 * one fact a row, with a dictionary of every column.
 *
 * <p>Laws: parties and issues by their identifiers, and parties by their names beside; dates in
 * EDTF ({@code 2024-12}, {@code XXXX} when unknown) and as the earliest and the latest day; entries
 * by their numbers; a number apart from its unit; {@code round} only for what lies within a round,
 * with the round in which it counts beside it; what is not known is empty, and zero is 0; several
 * values in a field are parted by spaces; each scheme of codes has a column of its own, {@code
 * code_plover}.
 */
public final class RecordTables {
  /** What the tables are called, in their order. */
  public static final ImmutableList<String> NAMES =
      ImmutableList.of(
          "moves",
          "terms",
          "positions",
          "steps",
          "verdicts",
          "gaps",
          "claims",
          "figures",
          "agreements",
          "obligations");

  private final Negotiation negotiation;
  private final Wording wording;
  private final Map<EntryId, Integer> rounds;

  private RecordTables(Transcript transcript) {
    this.negotiation = transcript.negotiation();
    this.wording = Wording.of(negotiation, transcript.sources());
    this.rounds = negotiation.withinRounds();
  }

  /**
   * Returns all tables of a record.
   *
   * @param transcript a record
   * @return the tables, with their dictionary
   */
  public static DataPackage of(Transcript transcript) {
    RecordTables all = new RecordTables(transcript);
    EvidenceTables evidence = new EvidenceTables(transcript);
    AgreementTables agreements = new AgreementTables(transcript);
    return new DataPackage(
        "record",
        transcript.title(),
        ImmutableList.of(
            all.moves(),
            all.terms(),
            all.positions(),
            all.steps(),
            all.verdicts(),
            all.gaps(),
            evidence.claims(),
            evidence.figures(),
            agreements.agreements(),
            agreements.obligations()));
  }

  private Table moves() {
    List<Column<Entry>> columns = new ArrayList<>();
    columns.add(Column.integer("entry", "its number", e -> Optional.of(e.id().number())));
    columns.add(
        Column.integer(
            "round",
            "the round within which it lies; empty before, between and after rounds",
            e -> Optional.ofNullable(rounds.get(e.id()))));
    columns.add(
        Column.integer(
            "counts_in",
            "the round in which it counts: what is said before a round counts in it",
            e -> {
              OptionalInt round = negotiation.countsIn(e.id());
              return round.isPresent() ? Optional.of(round.getAsInt()) : Optional.empty();
            }));
    columns.addAll(Column.dates("date", "when", e -> Optional.of(e.on())));
    columns.add(Column.text("party", "who acts; empty where nobody is named", Wording::actor));
    columns.add(Column.text("party_name", "the name of who acts", e -> wording.telling().who(e)));
    columns.add(
        Column.text("kind", "the kind of act, or denied, corrected, cancelled", this::kind));
    columns.add(
        Column.ids(
            "target_parties", "to whom it is addressed, or whose act it answers", this::targets));
    columns.add(
        Column.ids(
            "issues",
            "the issues that it is about",
            e -> e.tells().map(m -> m.act().issues()).orElse(ImmutableSet.of())));
    columns.add(
        Column.ids(
            "sources",
            "who reports it",
            e -> EntryWords.sources(e).stream().map(Source::id).toList()));
    columns.add(
        Column.text(
            "attribution",
            "on whose word: attested, reported, alleged, denied",
            e ->
                e instanceof Entry.Told told
                    ? Column.lower(told.move().attribution(negotiation.agendaAt(e.id())))
                    : ""));
    columns.add(
        Column.ids(
            "because_of",
            "the entries that it gives as its reason",
            e ->
                e.tells().stream()
                    .flatMap(m -> m.becauseOf().stream())
                    .map(EntryId::number)
                    .toList()));
    columns.add(Column.text("text", "what was done, in words", e -> wording.telling().deed(e)));
    columns.add(
        Column.text(
            "noted",
            "what was said of it later: corrected, denied",
            e -> wording.telling().fate(e)));
    for (String scheme : schemes()) {
      columns.add(
          Column.text(
              "code_" + scheme.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_"),
              "its code by the scheme " + scheme,
              e -> e.tells().map(m -> m.codes().getOrDefault(scheme, "")).orElse("")));
    }
    return Table.of("moves", "An entry of the record.", columns, entries()).keyedBy("entry");
  }

  private ImmutableList<Entry> entries() {
    return negotiation.chronicle().entries();
  }

  private Set<String> schemes() {
    return entries().stream()
        .flatMap(e -> e.tells().stream())
        .flatMap(m -> m.codes().keySet().stream())
        .collect(ImmutableSortedSet.toImmutableSortedSet(String::compareTo));
  }

  private String kind(Entry entry) {
    return entry instanceof Entry.Told told
        ? Column.lower(told.move().act().kind())
        : entry instanceof Entry.Denied
            ? "denied"
            : ((Entry.Corrected) entry).instead().isPresent() ? "corrected" : "cancelled";
  }

  private Set<ActorId> targets(Entry entry) {
    Set<ActorId> targets = new LinkedHashSet<>();
    for (Move move : entry.tells().stream().toList()) {
      move.act().offersMade().forEach(offer -> targets.addAll(offer.to()));
      move.act().value(Shape.ACTORS).ifPresent(targets::addAll);
      move.act().value(Shape.DEMAND).ifPresent(demand -> targets.addAll(demand.of()));
      move.act().value(Shape.STANDING_DEMAND).ifPresent(demand -> targets.add(demand.by()));
      move.act().value(Shape.STANDING_OFFER).ifPresent(offer -> targets.addAll(sides(offer)));
      targets.remove(move.by());
    }
    return targets;
  }

  private static Set<ActorId> sides(Offer offer) {
    return ImmutableSet.<ActorId>builder().add(offer.by()).addAll(offer.to()).build();
  }

  /** A value that was put forward on an issue. */
  private record Term(
      Entry entry, Move move, int alternative, String kind, IssueId issue, Value value) {}

  private Table terms() {
    List<Term> terms = new ArrayList<>();
    for (Entry entry : entries()) {
      for (Move move : entry.tells().stream().toList()) {
        int alternative = 0;
        for (Offer offer : move.act().offersMade()) {
          alternative++;
          String kind = offer.proposal() ? "proposal" : "offer";
          for (IssueId issue : offer.terms().issues()) {
            terms.add(
                new Term(
                    entry, move, alternative, kind, issue, offer.terms().on(issue).orElseThrow()));
          }
        }
        move.act()
            .value(Shape.TEXT)
            .ifPresent(
                text ->
                    text.terms()
                        .issues()
                        .forEach(
                            issue ->
                                terms.add(
                                    new Term(
                                        entry,
                                        move,
                                        1,
                                        Column.lower(move.act().kind()),
                                        issue,
                                        text.terms().on(issue).orElseThrow()))));
      }
    }
    List<Column<Term>> columns = new ArrayList<>();
    columns.add(Column.integer("entry", "the entry", t -> Optional.of(t.entry().id().number())));
    columns.add(
        Column.integer(
            "alternative", "which of its alternatives, from 1", t -> Optional.of(t.alternative())));
    columns.addAll(Column.dates("date", "when", t -> Optional.of(t.entry().on())));
    columns.add(Column.text("party", "who puts it forward", t -> Wording.actor(t.entry())));
    columns.add(Column.ids("target_parties", "to whom", t -> targets(t.entry())));
    columns.add(
        Column.text("kind", "offer, proposal, or the act that attests or signs it", Term::kind));
    columns.add(Column.text("issue", "on which issue", t -> t.issue().text()));
    columns.add(
        Column.text("issue_name", "the name of the issue", t -> wording.names().issue(t.issue())));
    columns.add(Column.text("value", "the value, as a file writes it", t -> t.value().toString()));
    columns.add(
        Column.number(
            "number",
            "the value as a number, where the scale has numbers",
            t ->
                t.value() instanceof Value.Amount amount
                    ? Optional.of(amount.number())
                    : Optional.empty()));
    columns.add(Column.text("unit", "the unit of the scale", t -> unit(t.issue())));
    return Table.of("terms", "A value that was put forward on an issue.", columns, terms)
        .keyedBy("entry", "alternative", "issue");
  }

  private String unit(IssueId issue) {
    return negotiation.agenda().requireIssue(issue).scale().unit();
  }

  /** Where a party stands on an issue towards another. */
  private record Stance(ActorId party, IssueId issue, ActorId toward, Position position) {}

  private Table positions() {
    List<Stance> stances = new ArrayList<>();
    for (IssueId issue : negotiation.agenda().issues().keySet()) {
      for (ActorId party : negotiation.agenda().principals()) {
        for (ActorId toward : negotiation.agenda().counterparts(party)) {
          stances.add(
              new Stance(
                  party,
                  issue,
                  toward,
                  negotiation.situation().position(new Line(party, issue, toward))));
        }
      }
    }
    return Table.of(
            "positions",
            "Where a party stands at the end of the record on an issue towards a counterpart.",
            List.of(
                Column.<Stance>text("party", "who", s -> s.party().text()),
                Column.text("party_name", "its name", s -> wording.names().party(s.party())),
                Column.text("toward", "towards whom", s -> s.toward().text()),
                Column.text("issue", "on which issue", s -> s.issue().text()),
                Column.flag(
                    "stated",
                    "whether it has stated one",
                    s -> Optional.of(s.position().isStated())),
                Column.text(
                    "region",
                    "what it would take; empty where that is not known",
                    s -> s.position().region().map(r -> r.describe()).orElse("")),
                Column.text("unit", "the unit of the scale", s -> unit(s.issue())),
                Column.text(
                    "words",
                    "what it has said, where no region is known",
                    s -> s.position().words().orElse("")),
                Column.ids(
                    "marks",
                    "what it rests on: ad-referendum, in-a-package, conditional",
                    s -> s.position().marks().stream().map(Column::lower).toList())),
            stances)
        .keyedBy("party", "toward", "issue");
  }

  /** A step in a round. */
  private record Stepped(RoundVerdict round, Step step) {}

  private Table steps() {
    List<Stepped> steps = new ArrayList<>();
    for (RoundVerdict round : negotiation.rounds()) {
      round.steps().forEach(step -> steps.add(new Stepped(round, step)));
    }
    return Table.of(
        "steps",
        "What became of a party's position on an issue towards a counterpart in a closed round.",
        List.of(
            Column.<Stepped>integer("round", "the round", s -> Optional.of(s.round().round())),
            Column.text(
                "verdict", "the verdict on the round", s -> Column.lower(s.round().progress())),
            Column.text("party", "who", s -> s.step().party().text()),
            Column.text("party_name", "its name", s -> wording.names().party(s.step().party())),
            Column.text(
                "toward",
                "towards whom; empty where that is all",
                s -> s.step().toward().map(ActorId::text).orElse("")),
            Column.text(
                "issue",
                "on which issue; empty where nobody says",
                s -> s.step().issue().map(IssueId::text).orElse("")),
            Column.text("kind", "the kind of step", s -> Column.lower(s.step().kind())),
            Column.number("size", "how large; empty where it is unknown", s -> s.step().size()),
            Column.text("unit", "the unit of the size", s -> s.step().unit()),
            Column.number("share", "the size as a share of the scale", s -> s.step().share()),
            Column.text(
                "before",
                "its position before",
                s -> s.step().before().map(r -> r.describe()).orElse("")),
            Column.text(
                "opening",
                "its first statement, where it was made in this round",
                s -> s.step().opening().map(r -> r.describe()).orElse("")),
            Column.text(
                "after",
                "its position after",
                s -> s.step().after().map(r -> r.describe()).orElse("")),
            Column.flag(
                "tentative",
                "whether it rests on what may fall back",
                s -> Optional.of(s.step().tentative())),
            Column.ids(
                "entries",
                "the entries behind it",
                s -> s.step().entries().stream().map(EntryId::number).toList())),
        steps);
  }

  private Table verdicts() {
    return Table.of(
            "verdicts",
            "The verdict on a closed round.",
            List.of(
                Column.<RoundVerdict>integer("round", "the round", v -> Optional.of(v.round())),
                Column.text(
                    "verdict",
                    "over what is attested or reported",
                    v -> Column.lower(v.progress())),
                Column.<RoundVerdict>flag(
                    "ad_referendum",
                    "whether it moved by nothing but what is still to be confirmed",
                    v -> Optional.of(v.isAdReferendum())),
                Column.text(
                    "as_alleged",
                    "the verdict with all that is alleged, where it differs",
                    v -> v.asAlleged().map(Column::lower).orElse("")),
                Column.ids("settled", "the issues that were settled in it", v -> v.closed()),
                Column.ids("unsettled", "the issues that were opened again", v -> v.opened()),
                Column.integer(
                    "open_before",
                    "how many issues were open before",
                    v -> Optional.of(v.openBefore())),
                Column.integer(
                    "open_after", "how many were open after", v -> Optional.of(v.openAfter())),
                Column.text("text", "the verdict in words", RoundVerdict::describe)),
            negotiation.rounds())
        .keyedBy("round");
  }

  private Table gaps() {
    List<Gap> gaps = new ArrayList<>();
    negotiation
        .agenda()
        .issues()
        .keySet()
        .forEach(issue -> gaps.addAll(negotiation.situation().gaps(issue)));
    return Table.of(
            "gaps",
            "How far two principals are apart on an issue at the end of the record.",
            List.of(
                Column.<Gap>text("issue", "on which issue", g -> g.issue().text()),
                Column.text("one", "the first", g -> g.one().text()),
                Column.text("other", "the second", g -> g.other().text()),
                Column.text(
                    "one_region",
                    "what the first would take",
                    g -> g.its().map(r -> r.describe()).orElse("")),
                Column.text(
                    "other_region",
                    "what the second would take",
                    g -> g.theirs().map(r -> r.describe()).orElse("")),
                Column.number("size", "how far; empty where it is unknown", g -> g.size()),
                Column.text("unit", "the unit of the size", g -> unit(g.issue()))),
            gaps)
        .keyedBy("issue", "one", "other");
  }
}
