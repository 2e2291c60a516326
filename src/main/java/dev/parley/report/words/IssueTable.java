package dev.parley.report.words;

import com.google.common.collect.HashBasedTable;
import com.google.common.collect.HashMultimap;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import com.google.common.collect.SetMultimap;
import com.google.common.collect.Table;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.demand.Demand;
import dev.parley.demand.Line;
import dev.parley.demand.Position;
import dev.parley.progress.Gap;
import dev.parley.progress.Settled;
import dev.parley.talks.Situation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The table of issues: each principal's position, the status and the gap, within budgets. */
public final class IssueTable {
  /** With more principals than this, each has a line of its own. */
  private static final int COLUMNS = 2;

  /** So many are named one by one; more are counted. */
  private static final int NAMED = 3;

  private final Situation situation;
  private final Names names;
  private final Pairs pairs = new Pairs();
  private final Map<IssueId, Pairs.Measured> measured = new HashMap<>();

  /** Who has stated anything on which issue. */
  private final SetMultimap<IssueId, ActorId> speakers = HashMultimap.create();

  /** What stands of each party's demands on each issue. */
  private final Table<ActorId, IssueId, List<Demand>> demanded = HashBasedTable.create();

  private final ImmutableListMultimap<IssueId, Settled> settled;
  private final Set<List<Object>> settledPairs = new HashSet<>();

  public IssueTable(Situation situation, Names names) {
    this.situation = situation;
    this.names = names;
    this.settled = Multimaps.index(situation.settled(), Settled::issue);
    situation.settled().forEach(s -> settledPairs.add(List.of(s.issue(), s.one(), s.other())));
    situation
        .positions()
        .forEachSet(
            (line, position) -> {
              if (position.isStated()) {
                speakers.put(line.issue(), line.party());
              }
            });
    for (Demand demand : situation.standingDemands()) {
      for (IssueId issue : demand.asks().keySet()) {
        @Nullable List<Demand> others = demanded.get(demand.by(), issue);
        if (others == null) {
          others = new ArrayList<>();
          demanded.put(demand.by(), issue, others);
        }
        others.add(demand);
      }
    }
  }

  /** Returns what a party has stated on an issue, and towards whom; nothing where it has not. */
  public Map<Position, List<ActorId>> said(ActorId party, IssueId issue) {
    Map<Position, List<ActorId>> said = new LinkedHashMap<>();
    if (speakers.containsEntry(issue, party)) {
      for (ActorId other : situation.agenda().counterparts(party)) {
        Position position = situation.position(new Line(party, issue, other));
        if (position.isStated()) {
          said.computeIfAbsent(position, p -> new ArrayList<>()).add(other);
        }
      }
    }
    return said;
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

  /** A position, and how firm it is. */
  private record Stated(Position position, Set<String> firmness) {}

  /** Returns what a party has said, once if it says the same to everybody. */
  private Optional<String> position(ActorId party, IssueId issue) {
    if (!speakers.containsEntry(issue, party)) {
      return Optional.empty();
    }
    Map<Stated, String> inWords = new HashMap<>();
    Map<String, List<ActorId>> byWords = new LinkedHashMap<>();
    for (ActorId other : situation.agenda().counterparts(party)) {
      Position position = situation.position(new Line(party, issue, other));
      Stated stated = new Stated(position, firmness(position, party, issue, other));
      String words = inWords.computeIfAbsent(stated, IssueTable::words);
      byWords.computeIfAbsent(words, w -> new ArrayList<>()).add(other);
    }
    if (byWords.size() == 1) {
      return Optional.of(byWords.keySet().iterator().next());
    }
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, List<ActorId>> each : byWords.entrySet()) {
      if (lines.size() == Pairs.NAMED) {
        lines.add(
            "and "
                + Names.counted(byWords.size() - lines.size(), "more", "more")
                + " towards others");
        break;
      }
      lines.add("towards " + some(each.getValue(), each.getKey()) + ": " + each.getKey());
    }
    return Optional.of(String.join("\n", lines));
  }

  private String some(List<ActorId> parties, String words) {
    return words.equals("not stated") && parties.size() > NAMED
        ? parties.size() + " others"
        : names.parties(parties);
  }

  /** Returns what a position says: the region, words, firmness, and what it rests on. */
  public String words(Position position, ActorId party, IssueId issue, ActorId other) {
    return words(new Stated(position, firmness(position, party, issue, other)));
  }

  private static String words(Stated stated) {
    Position position = stated.position();
    if (!position.isStated()) {
      return "not stated";
    }
    List<String> parts = new ArrayList<>();
    position.region().map(Names::region).ifPresent(parts::add);
    position.words().map(Names::inWords).ifPresent(parts::add);
    parts.addAll(stated.firmness());
    position.marks().stream().map(Names::mark).forEach(parts::add);
    return String.join(", ", parts);
  }

  private Set<String> firmness(Position position, ActorId party, IssueId issue, ActorId other) {
    if (position.demanded().isEmpty() && position.words().isEmpty()) {
      return Set.of();
    }
    Set<String> firmness = new LinkedHashSet<>();
    @Nullable List<Demand> demands = demanded.get(party, issue);
    for (Demand demand : demands == null ? List.<Demand>of() : demands) {
      if (demand.of().isEmpty() || demand.of().contains(other)) {
        demand.firmness().map(Names::words).ifPresent(firmness::add);
      }
    }
    return firmness;
  }

  /** Returns how far the principals are apart on an issue, a line for each of the first pairs. */
  public List<String> gaps(IssueId issue) {
    if (situation.closed().containsKey(issue)) {
      return List.of(
          "closed: "
              + Optional.ofNullable(situation.closed().get(issue))
                  .map(v -> names.value(issue, v))
                  .orElse("agreed"));
    }
    long all = Pairs.among(situation.agenda().principals().size());
    if (all == 1) {
      return List.of(
          situation.knownGaps().get(issue).stream()
              .findFirst()
              .flatMap(Gap::size)
              .map(d -> d.signum() == 0 ? meeting(issue) : Names.size(d, unit(issue)) + ", open")
              .orElseGet(() -> unknown(issue)));
    }
    List<String> lines = new ArrayList<>();
    for (Settled each : settled.get(issue)) {
      if (lines.size() == Pairs.NAMED) {
        int more = settled.get(issue).size() - lines.size();
        lines.add("and " + Names.counted(more, "more pair", "more pairs") + " settled");
        break;
      }
      lines.add(
          "%s, %s: settled at %s"
              .formatted(
                  names.party(each.one()),
                  names.party(each.other()),
                  names.value(issue, each.value())));
    }
    Pairs.Measured found = measured(issue);
    lines.addAll(
        found.lines(
            gap -> names.party(gap.one()) + ", " + names.party(gap.other()),
            size -> Names.size(size, unit(issue))));
    long open = all - settled.get(issue).size();
    if (found.meeting() > 0) {
      lines.add(
          found.meeting() == open
              ? meeting(issue)
              : Names.counted(found.meeting(), "pair meets", "pairs meet"));
    }
    long unknown = open - known(issue).size();
    if (open > 0 && unknown == open && unknown <= NAMED || speakers.get(issue).isEmpty()) {
      lines.add(unknown(issue));
    } else if (unknown > 0) {
      lines.add(String.format(Locale.ROOT, "unknown for %,d of %,d pairs", unknown, open));
    }
    return lines;
  }

  private String meeting(IssueId issue) {
    return situation
        .agreedWithin(issue)
        .map(range -> "agreed within " + Names.region(range) + ", open inside it")
        .orElse("none: the positions meet");
  }

  private List<Gap> known(IssueId issue) {
    return situation.knownGaps().get(issue).stream().filter(gap -> !isSettled(gap)).toList();
  }

  private boolean isSettled(Gap gap) {
    return settledPairs.contains(List.of(gap.issue(), gap.one(), gap.other()));
  }

  /** Returns how far the pairs are apart that have not settled an issue between them. */
  private Pairs.Measured measured(IssueId issue) {
    return measured.computeIfAbsent(issue, i -> pairs.measure(known(i)));
  }

  /** {@return the gap of the only two who are apart on an issue, if no others are} */
  public Optional<Gap> onlyApart(IssueId issue) {
    return measured(issue).only();
  }

  private String unknown(IssueId issue) {
    if (speakers.get(issue).isEmpty()) {
      return "unknown: nobody's position is on record";
    }
    Set<ActorId> inWords = new LinkedHashSet<>();
    Set<ActorId> silent = new LinkedHashSet<>();
    for (Gap gap : situation.gaps(issue)) {
      if (isSettled(gap)) {
        continue;
      }
      if (gap.its().isEmpty()) {
        (words(gap.one(), issue, gap.other()) ? inWords : silent).add(gap.one());
      }
      if (gap.theirs().isEmpty()) {
        (words(gap.other(), issue, gap.one()) ? inWords : silent).add(gap.other());
      }
    }
    silent.removeIf(p -> speakers.containsEntry(issue, p));
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
    return why.isEmpty()
        ? "unknown: nothing is on record between them"
        : "unknown: " + String.join("; ", why);
  }

  private boolean words(ActorId party, IssueId issue, ActorId toward) {
    return situation.position(new Line(party, issue, toward)).isStated();
  }

  private String unit(IssueId issue) {
    return situation.agenda().requireIssue(issue).scale().unit();
  }
}
