package dev.parley.report.words;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.demand.Demand;
import dev.parley.demand.Line;
import dev.parley.demand.Position;
import dev.parley.progress.Gap;
import dev.parley.progress.Settled;
import dev.parley.talks.Situation;
import dev.parley.talks.Situation.IssueStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The table of issues: each principal's position, the status and the gap. */
public final class IssueTable {
  /** With more principals than this, each has a line of its own. */
  private static final int COLUMNS = 2;

  /** So many are named one by one; more are counted. */
  private static final int NAMED = 3;

  private final Situation situation;
  private final Names names;

  public IssueTable(Situation situation, Names names) {
    this.situation = situation;
    this.names = names;
  }

  /** Returns the table, its heading in the first row. */
  public static List<List<String>> rows(Situation situation, Names names) {
    IssueTable table = new IssueTable(situation, names);
    return situation.agenda().principals().size() <= COLUMNS ? table.wide() : table.tall();
  }

  private List<List<String>> wide() {
    List<ActorId> principals = situation.agenda().principals();
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>();
    head.add("issue");
    principals.forEach(p -> head.add(names.party(p)));
    head.add("gap");
    rows.add(head);
    for (IssueId issue : situation.agenda().issues().keySet()) {
      List<String> row = new ArrayList<>();
      row.add(names.issue(issue));
      principals.forEach(p -> row.add(position(p, issue).orElse("not stated")));
      row.add(String.join("\n", gaps(issue)));
      rows.add(row);
    }
    return rows;
  }

  /** A line for each principal that has a position; those that have none are named together. */
  private List<List<String>> tall() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("issue", "principal", "position"));
    for (IssueId issue : situation.agenda().issues().keySet()) {
      List<String> silent = new ArrayList<>();
      String shown = names.issue(issue);
      for (ActorId party : situation.agenda().principals()) {
        Optional<String> position = position(party, issue);
        if (position.isEmpty()) {
          silent.add(names.party(party));
        } else {
          rows.add(List.of(shown, names.party(party), position.get()));
          shown = "";
        }
      }
      if (!silent.isEmpty()) {
        boolean all = silent.size() == situation.agenda().principals().size();
        rows.add(List.of(shown, all ? "all" : "the others", "not stated"));
        shown = "";
      }
      rows.add(List.of(shown, "gap", String.join("\n", gaps(issue))));
    }
    return rows;
  }

  /** Returns what a party has said, once if it says the same to everybody. */
  private Optional<String> position(ActorId party, IssueId issue) {
    Map<String, List<ActorId>> byWords = new LinkedHashMap<>();
    for (ActorId other : situation.agenda().counterparts(party)) {
      Position position = situation.position(new Line(party, issue, other));
      String words = position.isStated() ? words(position, party, issue, other) : "not stated";
      byWords.computeIfAbsent(words, w -> new ArrayList<>()).add(other);
    }
    if (byWords.size() == 1) {
      String only = byWords.keySet().iterator().next();
      return only.equals("not stated") ? Optional.empty() : Optional.of(only);
    }
    return Optional.of(
        byWords.entrySet().stream()
            .map(e -> "towards " + some(e.getValue(), e.getKey()) + ": " + e.getKey())
            .collect(Collectors.joining("\n")));
  }

  private String some(List<ActorId> parties, String words) {
    return words.equals("not stated") && parties.size() > NAMED
        ? parties.size() + " others"
        : names.parties(parties);
  }

  /** Returns what a position says: the region, words, firmness, and what it rests on. */
  public String words(Position position, ActorId party, IssueId issue, ActorId other) {
    List<String> parts = new ArrayList<>();
    position.region().map(Names::region).ifPresent(parts::add);
    position.words().map(Names::quoted).ifPresent(parts::add);
    Set<String> firmness = new LinkedHashSet<>();
    if (position.demanded().isPresent() || position.words().isPresent()) {
      for (Demand demand : situation.standingDemands()) {
        if (demand.by().equals(party)
            && demand.asks().containsKey(issue)
            && (demand.of().isEmpty() || demand.of().contains(other))) {
          demand.firmness().map(Names::words).ifPresent(firmness::add);
        }
      }
    }
    parts.addAll(firmness);
    position.marks().stream().map(Names::mark).forEach(parts::add);
    return String.join(", ", parts);
  }

  /** Returns how far the principals are apart on an issue, a line for each pair. */
  public List<String> gaps(IssueId issue) {
    IssueStatus status = situation.status(issue);
    if (status == IssueStatus.CLOSED) {
      return List.of(
          "closed: "
              + Optional.ofNullable(situation.closed().get(issue))
                  .map(v -> names.value(issue, v))
                  .orElse("agreed"));
    }
    List<Gap> all = new ArrayList<>(situation.gaps(issue));
    if (all.size() == 1) {
      return List.of(
          all.get(0)
              .size()
              .map(
                  d ->
                      d.signum() == 0
                          ? "none: the positions meet"
                          : Names.size(d, unit(issue)) + ", open")
              .orElseGet(() -> unknown(issue, all)));
    }
    List<String> lines = new ArrayList<>();
    for (Settled settled : situation.settled()) {
      if (settled.issue().equals(issue)) {
        all.removeIf(g -> g.one().equals(settled.one()) && g.other().equals(settled.other()));
        lines.add(
            "%s, %s: settled at %s"
                .formatted(
                    names.party(settled.one()),
                    names.party(settled.other()),
                    names.value(issue, settled.value())));
      }
    }
    for (Gap gap : all) {
      gap.size()
          .filter(d -> d.signum() > 0)
          .ifPresent(
              d ->
                  lines.add(
                      "%s, %s: %s"
                          .formatted(
                              names.party(gap.one()),
                              names.party(gap.other()),
                              Names.size(d, unit(issue)))));
    }
    long meet = all.stream().filter(g -> g.size().filter(d -> d.signum() == 0).isPresent()).count();
    if (meet > 0) {
      lines.add(
          meet == all.size()
              ? "none: the positions meet"
              : Names.counted(meet, "pair meets", "pairs meet"));
    }
    long unknown = all.stream().filter(g -> g.size().isEmpty()).count();
    if (unknown == all.size() && unknown <= NAMED || nobodySpoke(issue)) {
      lines.add(unknown(issue, all));
    } else if (unknown > 0) {
      lines.add("unknown for %s of %s pairs".formatted(unknown, all.size()));
    }
    return lines;
  }

  private String unknown(IssueId issue, List<Gap> gaps) {
    Set<ActorId> inWords = new LinkedHashSet<>();
    Set<ActorId> silent = new LinkedHashSet<>();
    for (Gap gap : gaps) {
      if (gap.its().isEmpty()) {
        (words(gap.one(), issue, gap.other()) ? inWords : silent).add(gap.one());
      }
      if (gap.theirs().isEmpty()) {
        (words(gap.other(), issue, gap.one()) ? inWords : silent).add(gap.other());
      }
    }
    silent.removeIf(p -> position(p, issue).isPresent());
    int principals = situation.agenda().principals().size();
    List<String> why = new ArrayList<>();
    if (silent.size() == principals) {
      why.add("nobody's position is on record");
    } else if (!silent.isEmpty()) {
      why.add("no position on record of " + names.parties(silent));
    }
    if (!inWords.isEmpty()) {
      why.add("no figure from " + names.parties(inWords));
    }
    return why.isEmpty() ? "unknown" : "unknown: " + String.join("; ", why);
  }

  private boolean nobodySpoke(IssueId issue) {
    return situation.agenda().principals().stream().noneMatch(p -> position(p, issue).isPresent());
  }

  private boolean words(ActorId party, IssueId issue, ActorId toward) {
    return situation.position(new Line(party, issue, toward)).isStated();
  }

  private String unit(IssueId issue) {
    return situation.agenda().requireIssue(issue).scale().unit();
  }
}
