package dev.parley.report.words;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import com.google.common.collect.Sets;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agreement.Agreement;
import dev.parley.agreement.Consent;
import dev.parley.evidence.EntryId;
import dev.parley.progress.RoundVerdict;
import dev.parley.progress.Settled;
import dev.parley.progress.Step;
import dev.parley.talks.ActKind;
import dev.parley.talks.Chronicle.Silence;
import dev.parley.talks.Entry;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Procedural;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What came of a round, in words: its steps, what was settled, what is remarked; and silences. */
public final class RoundWords {
  private final Negotiation negotiation;
  private final Names names;
  private final StepWords steps;
  private final ImmutableListMultimap<EntryId, Silence> silences;
  private final Map<Integer, String> dates = new HashMap<>();

  public RoundWords(Wording wording) {
    this.negotiation = wording.negotiation();
    this.names = wording.names();
    this.steps = new StepWords(names);
    wording
        .entries()
        .forEach(
            e ->
                wording
                    .telling()
                    .opening(e)
                    .ifPresent(m -> dates.putIfAbsent(negotiation.roundOf(e.id()), opening(m))));
    this.silences = Multimaps.index(negotiation.silences(), Silence::until);
  }

  private static String opening(Move move) {
    Procedural.OpenRound act = (Procedural.OpenRound) move.act();
    String when = move.on().isUnknown() ? "" : move.on().describe();
    return (when + Deeds.tracks(act.tracks()) + Deeds.format(act.format())).strip();
  }

  /** Returns a row for each step. */
  public List<List<String>> steps(RoundVerdict verdict) {
    return steps.rows(verdict);
  }

  /** Returns what else is to be said of a closed round, by label. */
  public ImmutableListMultimap<String, String> lines(RoundVerdict verdict) {
    ImmutableListMultimap.Builder<String, String> lines = ImmutableListMultimap.builder();
    if (!verdict.unreported().isEmpty()) {
      lines.put(
          verdict.steps().isEmpty() ? "all" : "the rest",
          "unreported: " + names.issues(verdict.unreported()));
    }
    lines.putAll("settled", settled(verdict.settled()));
    lines.putAll("unsettled", unsettled(verdict));
    Set<EntryId> refused = refused(verdict);
    if (!refused.isEmpty()) {
      lines.put("later", "refused since " + Names.entries(refused));
    }
    lines.put("issues", StepWords.open(verdict));
    verdict.remarks().forEach(remark -> lines.put("remark", steps.remark(remark)));
    return lines.build();
  }

  /** What is settled no more, and how it came to that, where an agreement ended by it. */
  private List<String> unsettled(RoundVerdict verdict) {
    List<String> lines = new ArrayList<>();
    for (IssueId issue : verdict.opened()) {
      String ended =
          negotiation.agreements().stream()
              .filter(agreement -> agreement.accord().text().terms().on(issue).isPresent())
              .flatMap(agreement -> agreement.turns().stream())
              .filter(turn -> turn.stage().isOver())
              .filter(turn -> negotiation.countsIn(turn.entry()).orElse(0) == verdict.round())
              .map(turn -> how(turn) + " " + turn.entry())
              .distinct()
              .collect(Collectors.joining(", "));
      settled(Sets.filter(verdict.unsettled(), s -> s.issue().equals(issue)))
          .forEach(line -> lines.add(ended.isEmpty() ? line : line + " (" + ended + ")"));
    }
    return lines;
  }

  private String how(Agreement.Turn turn) {
    boolean vote =
        negotiation
            .chronicle()
            .entry(turn.entry())
            .flatMap(Entry::tells)
            .filter(move -> move.act().kind() == ActKind.FAIL_TO_RATIFY)
            .isPresent();
    return vote ? "not ratified" : Names.words(turn.stage());
  }

  /** The entries by which what a round moved by, ad referendum, was refused since. */
  private Set<EntryId> refused(RoundVerdict verdict) {
    Set<EntryId> refused = new TreeSet<>();
    if (!verdict.isAdReferendum()) {
      return refused;
    }
    for (Step step : verdict.steps()) {
      for (Agreement agreement : negotiation.agreements()) {
        List<Consent> its =
            agreement.consents().stream().filter(c -> c.party().equals(step.party())).toList();
        boolean gave =
            its.stream()
                .anyMatch(
                    c ->
                        c.kind() == Consent.Kind.PROVISIONAL && step.entries().contains(c.entry()));
        its.stream()
            .filter(c -> gave && c.kind() == Consent.Kind.REFUSED)
            .forEach(c -> refused.add(c.entry()));
      }
    }
    return refused;
  }

  /** Returns how long nobody met before an entry, where that was longer than the policy allows. */
  public List<String> silences(EntryId entry) {
    return silences.get(entry).stream()
        .map(
            silence ->
                "no contact on record for %s before %s, since %s: dormant"
                    .formatted(
                        Names.counted(silence.days(), "day", "days"),
                        silence.until(),
                        silence.after()))
        .toList();
  }

  /**
   * Returns a row for each round, their names in the first: its number, when and where, the verdict
   * with its reason, and what came of it. A round that is open has no verdict yet.
   */
  public List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("round", "when", "verdict", "what came of it"));
    int closed = negotiation.closedRounds();
    int last = negotiation.chronicle().last().map(e -> negotiation.roundOf(e.id())).orElse(0);
    for (int round = 1; round <= Math.max(closed, last); round++) {
      List<String> came = new ArrayList<>(silences(round));
      Optional<RoundVerdict> verdict =
          round <= closed ? Optional.of(negotiation.round(round)) : Optional.empty();
      verdict.ifPresent(v -> came.addAll(all(v)));
      boolean open = round > closed && negotiation.situation().roundOpen();
      if (verdict.isPresent() || open || !came.isEmpty()) {
        rows.add(
            List.of(
                String.valueOf(round),
                dates.getOrDefault(round, ""),
                verdict.map(this::told).orElse(open ? "open: no verdict yet" : "not opened yet"),
                String.join("\n", came)));
      }
    }
    return rows;
  }

  private String told(RoundVerdict verdict) {
    return verdict.describe() + "\n" + steps.reason(verdict).words();
  }

  /** Returns all that came of a closed round, line by line. */
  public List<String> all(RoundVerdict verdict) {
    List<String> all = new ArrayList<>();
    String issue = "";
    for (List<String> row : steps.rows(verdict)) {
      issue = row.get(0).isEmpty() ? issue : row.get(0);
      all.add(issue + ": " + String.join(" ", row.subList(1, row.size())).strip());
    }
    lines(verdict).forEach((label, line) -> all.add(label + ": " + line));
    return all;
  }

  /** Returns how long nobody met in a round, closed or not. */
  public List<String> silences(int round) {
    return silences.keySet().stream()
        .filter(entry -> negotiation.roundOf(entry) == round)
        .flatMap(entry -> silences(entry).stream())
        .toList();
  }

  /** Says what was settled, or is no more, and among whom where that is not everybody. */
  private List<String> settled(Set<Settled> settled) {
    Map<List<Object>, List<Settled>> alike = new LinkedHashMap<>();
    for (Settled each : settled) {
      alike
          .computeIfAbsent(List.of(each.issue(), each.value()), same -> new ArrayList<>())
          .add(each);
    }
    List<String> lines = new ArrayList<>();
    for (List<Settled> pairs : alike.values()) {
      IssueId issue = pairs.get(0).issue();
      lines.add(
          among(pairs) + names.issue(issue) + ": " + names.value(issue, pairs.get(0).value()));
    }
    return lines;
  }

  /** Says between whom, where that is not between all: every two of some, or pair by pair. */
  private String among(List<Settled> pairs) {
    Set<ActorId> parties = new LinkedHashSet<>();
    pairs.forEach(pair -> parties.addAll(List.of(pair.one(), pair.other())));
    if (pairs.size() < Pairs.among(parties.size())) {
      return pairs.size() > Pairs.NAMED
          ? "between " + Names.counted(pairs.size(), "pair", "pairs") + ": "
          : pairs.stream()
              .map(pair -> names.parties(List.of(pair.one(), pair.other())))
              .collect(Collectors.joining(", ", "between ", ": "));
    }
    return parties.containsAll(names.agenda().principals())
        ? ""
        : "between " + names.parties(parties) + ": ";
  }
}
