package dev.parley.report.page;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.Agenda;
import dev.parley.evidence.EntryId;
import dev.parley.report.Summary;
import dev.parley.report.Transcript;
import dev.parley.report.words.JsonWriter;
import dev.parley.report.words.Names;
import dev.parley.report.words.Pairs;
import dev.parley.talks.Entry;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Outcome.Accepted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The record as it was known at earlier entries: at each of up to {@value #ENTRIES}, of a longer
 * one at the close of each round; and at so few of them, evenly spread, that no more than {@value
 * #READ} entries and positions are read in all. What did not change from one moment to the next is
 * kept once.
 */
final class Moments {
  private static final int ENTRIES = 500;
  private static final long READ = 400_000;

  /** How things stood when an entry had just been made. */
  private record Moment(
      int entry, int lead, List<Integer> sentences, List<Integer> standing, List<Integer> rounds) {}

  private final Map<String, Integer> texts = new LinkedHashMap<>();
  private final Map<Standing, Integer> standings = new LinkedHashMap<>();
  private final List<Moment> moments = new ArrayList<>();

  private Moments() {}

  static Moments of(Material material) {
    Moments all = new Moments();
    Transcript transcript = material.transcript();
    ImmutableList<Entry> entries = transcript.negotiation().chronicle().entries();
    List<Integer> chosen = chosen(transcript.negotiation());
    Optional<Negotiation> then =
        Optional.of(
            Negotiation.about(
                transcript.negotiation().firstAgenda(), transcript.negotiation().ruleBook()));
    int next = 0;
    for (Entry entry : entries) {
      then = then.flatMap(t -> accepted(t, entry));
      int number = entry.id().number();
      if (next < chosen.size() && chosen.get(next) == number) {
        next++;
        boolean last = number == transcript.negotiation().chronicle().size();
        Negotiation known =
            last
                ? transcript.negotiation()
                : then.orElseGet(() -> transcript.negotiation().asKnownAt(entry.id()));
        all.add(number, known, last ? transcript : at(transcript, known, entry));
      }
    }
    return all;
  }

  /** Goes on by one entry; empty where that cannot be read as it was. */
  private static Optional<Negotiation> accepted(Negotiation then, Entry entry) {
    return then.again(entry) instanceof Accepted accepted
        ? Optional.of(accepted.negotiation())
        : Optional.empty();
  }

  private static Transcript at(Transcript whole, Negotiation known, Entry entry) {
    return whole
        .withNegotiation(known)
        .withRecordTo(entry.on().latest().or(whole::recordTo))
        .withLookedAt(Optional.empty());
  }

  private static List<Integer> chosen(Negotiation negotiation) {
    int size = negotiation.chronicle().size();
    List<Integer> all = new ArrayList<>();
    for (int entry = 1; entry <= size; entry++) {
      boolean closes =
          entry == size
              || negotiation.roundOf(new EntryId(entry))
                  != negotiation.roundOf(new EntryId(entry + 1));
      boolean shown = negotiation.chronicle().entry(new EntryId(entry)).isPresent();
      if (shown && (size <= ENTRIES || closes)) {
        all.add(entry);
      }
    }
    int most = (int) Math.max(2, READ / (size + lines(negotiation.agenda())));
    if (all.size() <= most) {
      return all;
    }
    List<Integer> some = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      some.add(all.get((int) ((long) i * (all.size() - 1) / (most - 1))));
    }
    return some;
  }

  /** Returns how many positions there can be. */
  private static long lines(Agenda agenda) {
    return 2 * Pairs.among(agenda.principals().size()) * agenda.issueList().size();
  }

  /** {@return how many moments there are} */
  int size() {
    return moments.size();
  }

  private void add(int entry, Negotiation known, Transcript then) {
    Summary summary = then.summary();
    Names names = new Names(known.agenda(), then.sources());
    List<Integer> rounds = new ArrayList<>();
    int closed = known.closedRounds();
    for (int round = Math.max(1, closed - 2); round <= closed; round++) {
      rounds.add(text(round + ": " + known.round(round).describe()));
    }
    moments.add(
        new Moment(
            entry,
            text(Names.words(known.situation().stage())),
            summary.sentences().stream().map(s -> text(s.text())).toList(),
            Standing.of(known.situation(), names).stream()
                .map(s -> standings.computeIfAbsent(s, k -> standings.size()))
                .toList(),
            rounds));
  }

  private int text(String words) {
    return texts.computeIfAbsent(words, w -> texts.size());
  }

  void data(JsonWriter sheet) {
    sheet.texts("texts", texts.keySet());
    sheet.objects("standings", standings.keySet(), (s, standing) -> standing.data(s));
    sheet.objects(
        "at",
        moments,
        (s, m) -> {
          s.put("entry", m.entry()).put("stage", m.lead());
          s.numbers("sentences", m.sentences()).numbers("standing", m.standing());
          s.numbers("rounds", m.rounds());
        });
  }
}
