package dev.parley.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.parley.analysis.Analysis;
import dev.parley.analysis.prospect.Prospect;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.Source;
import dev.parley.report.Transcript;
import dev.parley.report.words.DealAnalysis;
import dev.parley.report.words.JsonShape;
import dev.parley.report.words.JsonType;
import dev.parley.talks.Entry;
import dev.parley.talks.Entry.Note;
import dev.parley.talks.Finding;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Observation;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A whole record as JSON, with every result that follows from it. */
final class JsonRecord {
  private JsonRecord() {}

  /** A note in the chronicle, where it is told. */
  private record Told(Entry entry, Negotiation negotiation, Optional<Integer> round) {
    private Optional<Integer> countsIn() {
      OptionalInt round = negotiation.countsIn(entry.id());
      return round.isPresent() ? Optional.of(round.getAsInt()) : Optional.empty();
    }

    private JsonActs.Seen seen(Move move, EntryId at) {
      return new JsonActs.Seen(move, negotiation.agendaAt(at));
    }

    private JsonActs.Seen move() {
      return seen(((Entry.Told) entry).move(), entry.id());
    }

    private Entry.Corrected corrected() {
      return (Entry.Corrected) entry;
    }

    private Optional<JsonActs.Seen> instead() {
      return corrected().instead().map(m -> seen(m, corrected().target()));
    }

    private Entry.Denied denied() {
      return (Entry.Denied) entry;
    }
  }

  private static final JsonShape<Note> NOTE =
      JsonShape.<Note>of("note", "Who says so, and when.")
          .date("on", "when", Note::on)
          .textIf("source", "who reports it", n -> n.source().map(Source::id))
          .text("words", "in which words, or empty", Note::words)
          .build();

  private static JsonShape.Builder<Told> entry(String kind, String meaning) {
    return JsonShape.<Told>of("entry-" + kind, meaning)
        .entry("entry", "its number", t -> t.entry().id())
        .integerIf("round", "the round within which it lies; null outside rounds", Told::round)
        .integerIf("counts-in", "the round in which it counts", Told::countsIn)
        .fixed("entry-kind", "what kind of entry it is", kind);
  }

  private static final JsonShape<Told> MOVE =
      entry("told", "A move.").including(JsonActs.MOVE, Told::move).build();

  private static final JsonShape<Told> CORRECTED =
      entry("corrected", "A move that is told in the place of an earlier entry.")
          .entry("target", "the entry that it corrects", t -> t.corrected().target())
          .including(NOTE, t -> t.corrected().note())
          .oneIf("instead", "the move", JsonActs.MOVE, Told::instead)
          .build();

  private static final JsonShape<Told> CANCELLED =
      entry("cancelled", "An earlier entry is taken back.")
          .entry("target", "the entry that is taken back", t -> t.corrected().target())
          .including(NOTE, t -> t.corrected().note())
          .build();

  private static final JsonShape<Told> DENIED =
      entry("denied", "Somebody says that an earlier entry is not so.")
          .entry("target", "the entry that is denied", t -> t.denied().target())
          .text("by", "who denies it", t -> t.denied().by())
          .including(NOTE, t -> t.denied().note())
          .build();

  private static JsonShape<Told> shape(Told told) {
    if (told.entry() instanceof Entry.Told) {
      return MOVE;
    }
    if (told.entry() instanceof Entry.Denied) {
      return DENIED;
    }
    return told.corrected().instead().isPresent() ? CORRECTED : CANCELLED;
  }

  private static final JsonType<Told> ENTRY =
      JsonType.of(
          (out, told) -> shape(told).write(out, told),
          JsonType.anyOf(ImmutableList.of(MOVE, CORRECTED, CANCELLED, DENIED)));

  private static final JsonShape<Map.Entry<EntryId, Finding>> FOUND =
      JsonShape.<Map.Entry<EntryId, Finding>>of("found", "What a rule has to say of an entry.")
          .entry("entry", "which entry", Map.Entry::getKey)
          .including(JsonResults.FINDING, Map.Entry::getValue)
          .build();

  /** A record, and what follows from it. */
  record Read(Transcript transcript, DealAnalysis deal) {
    static Read of(Transcript transcript) {
      return new Read(
          transcript, DealAnalysis.of(transcript.negotiation(), transcript.preferences()));
    }

    private Negotiation talks() {
      return transcript.negotiation();
    }

    private ImmutableList<Told> entries() {
      ImmutableMap<EntryId, Integer> rounds = ImmutableMap.copyOf(talks().withinRounds());
      return talks().chronicle().entries().stream()
          .map(e -> new Told(e, talks(), Optional.ofNullable(rounds.get(e.id()))))
          .collect(ImmutableList.toImmutableList());
    }

    private ImmutableList<Observation> observations() {
      return transcript.day().map(talks()::observe).orElse(ImmutableList.of());
    }

    private Optional<Analysis> analysis() {
      return deal.analysis();
    }

    private Optional<Prospect> prospect() {
      return deal.prospect();
    }
  }

  static final JsonShape<Read> RECORD =
      JsonShape.<Read>of("record", "A record of talks, with every result that follows from it.")
          .text("title", "its title", r -> r.transcript().title())
          .textIf("record-to", "the day up to which it goes", r -> r.transcript().recordTo())
          .textIf("looked-at", "the day on which it is looked at", r -> r.transcript().day())
          .including(JsonResults.SUMMARY, r -> r.transcript().summary())
          .one(
              "policy",
              "the coder's choices",
              JsonAgenda.POLICY,
              r -> r.talks().situation().policy())
          .including(JsonAgenda.AGENDA, r -> r.talks().agenda())
          .list(
              "sources",
              "who reports something",
              JsonEvidence.SOURCE,
              r -> r.transcript().sources())
          .list("entries", "what was done and said", ENTRY, Read::entries)
          .list("rounds", "the verdicts on rounds", JsonResults.VERDICT, r -> r.talks().rounds())
          .one(
              "situation",
              "where the talks stand",
              JsonSituation.SITUATION,
              r -> JsonSituation.in(r.talks().situation()))
          .list(
              "preferences",
              "how good each value is for a party, on somebody's word",
              JsonProspect.PREFERENCE,
              r -> r.transcript().preferences())
          .onlyIf(
              "in-the-way",
              "what stands in the way of a deal, while there is something",
              JsonAnalysis.ANALYSIS,
              Read::analysis)
          .onlyIf(
              "prospect",
              "what to expect of the packages that would close it, where preferences are given",
              JsonProspect.PROSPECT,
              Read::prospect)
          .list(
              "observations",
              "what is seen on the day",
              JsonResults.OBSERVATION,
              Read::observations)
          .list(
              "agreements",
              "the agreements, with their history",
              JsonAgreements.AGREEMENT,
              r ->
                  r.talks().agreements().stream()
                      .map(a -> new JsonAgreements.Seen(a, r.transcript().day()))
                      .toList())
          .list(
              "contests",
              "claims that cannot all be true",
              JsonEvidence.CONTEST,
              r -> r.talks().contests())
          .list(
              "accounts",
              "whether figures add up",
              JsonEvidence.RECONCILIATION,
              r ->
                  r.transcript().accounts().stream()
                      .map(a -> a.reconcile(r.talks().situation().policy().about()))
                      .toList())
          .list(
              "findings", "what rules have to say", FOUND, r -> r.transcript().findings().entries())
          .build();
}
