package dev.parley.analysis;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Value;
import dev.parley.analysis.Packages.Clash;
import dev.parley.analysis.Packages.Unknown;
import dev.parley.demand.Ask;
import dev.parley.demand.Demand;
import dev.parley.demand.Demand.Firmness;
import dev.parley.demand.Line;
import dev.parley.demand.Provisions.Condition;
import dev.parley.evidence.EntryId;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Situation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What there is to choose on each issue on which two principals have a position: the values that
 * keep all firm demands, and what each costs whom.
 */
final class IssueOptions {
  private static final int COMPARED = 300;

  /** Of more firm demands on one issue not every set is tried, only pairs. */
  private static final int SUBSETS = 12;

  private final Situation situation;
  private final Agenda agenda;
  private final StatementIndex statements;
  private final Scope scope;
  private final CandidateValues candidates;
  private final Map<IssueId, List<AcceptedValues>> stances = new LinkedHashMap<>();
  private final List<Clash> clashes = new ArrayList<>();
  private final List<Issue> issues = new ArrayList<>();
  private final List<List<Raw>> raw = new ArrayList<>();

  /** A value, what it costs each party, and which conditions on its issue it meets. */
  private record Raw(Value value, List<AcceptedValues.Cost> costs, BitSet meets) {
    boolean isFree() {
      return costs.stream().allMatch(c -> c.equals(AcceptedValues.Cost.NOTHING));
    }
  }

  /** A condition and whose it is. */
  private record Whose(ActorId party, Condition condition) {}

  IssueOptions(Negotiation negotiation, Scope scope) {
    situation = negotiation.situation();
    agenda = negotiation.agenda();
    statements = new StatementIndex(negotiation);
    this.scope = scope;
    candidates = new CandidateValues(scope.values());
    for (Issue issue : agenda.issueList()) {
      if (!situation.closed().containsKey(issue.id())) {
        read(issue);
      }
    }
    ImmutableList<Whose> conditions = conditions();
    for (Issue issue : issues) {
      raw.add(settle(issue, conditions));
    }
  }

  private void read(Issue issue) {
    List<AcceptedValues> own = new ArrayList<>();
    for (ActorId party : agenda.principals()) {
      AcceptedValues stance = new AcceptedValues(situation, statements, issue, party);
      if (stance.isStated()) {
        own.add(stance);
      }
    }
    stances.put(issue.id(), own);
    clash(issue).ifPresent(clashes::add);
    if (own.size() > 1) {
      issues.add(issue);
    }
  }

  ImmutableList<Issue> issues() {
    return ImmutableList.copyOf(issues);
  }

  ImmutableList<Clash> clashes() {
    return ImmutableList.copyOf(clashes);
  }

  ImmutableList<String> limits() {
    return candidates.limits();
  }

  /** Returns whether a principal has a position on an issue. */
  boolean isStated(ActorId party, IssueId issue) {
    return stances.getOrDefault(issue, List.of()).stream().anyMatch(s -> s.party.equals(party));
  }

  /** Returns the positions and conditions that nobody has stated as a region. */
  ImmutableList<Unknown> unknown() {
    ImmutableSet.Builder<Unknown> unknown = ImmutableSet.builder();
    for (IssueId issue : stances.keySet()) {
      for (ActorId party : agenda.principals()) {
        if (!isStated(party, issue)) {
          unknown.add(new Unknown(party, issue, inWords(party, issue)));
        }
      }
    }
    for (Whose whose : conditions()) {
      if (whose.condition.ask().region().isEmpty()) {
        unknown.add(
            new Unknown(
                whose.party, whose.condition.issue(), Optional.of(whose.condition.ask().words())));
      }
    }
    return unknown.build().asList();
  }

  private Optional<String> inWords(ActorId party, IssueId issue) {
    return agenda.counterparts(party).stream()
        .flatMap(q -> situation.position(new Line(party, issue, q)).words().stream())
        .findFirst();
  }

  private ImmutableList<Whose> conditions() {
    ImmutableSet.Builder<Whose> all = ImmutableSet.builder();
    stances
        .values()
        .forEach(
            own -> own.forEach(s -> s.conditions().forEach(c -> all.add(new Whose(s.party, c)))));
    return all.build().asList();
  }

  private ImmutableList<Demand> firm(IssueId issue) {
    return situation.standingDemands().stream()
        .filter(d -> d.firmness().filter(f -> f != Firmness.NEGOTIABLE).isPresent())
        .filter(d -> d.asks().containsKey(issue) && region(d, issue).isPresent())
        .collect(ImmutableList.toImmutableList());
  }

  private Optional<Region> region(Demand demand, IssueId issue) {
    Ask ask = java.util.Objects.requireNonNull(demand.asks().get(issue));
    return ask.on(agenda.requireIssue(issue).scale());
  }

  private Optional<Clash> clash(Issue issue) {
    return core(issue, firm(issue.id()))
        .map(
            demands -> {
              ImmutableSortedSet.Builder<EntryId> entries = ImmutableSortedSet.naturalOrder();
              demands.forEach(d -> statements.of(d).forEach(w -> entries.add(w.entry())));
              return new Clash(issue.id(), demands, entries.build().asList());
            });
  }

  /**
   * Returns demands that no value meets together: so few that each set smaller by one could be met;
   * of up to twelve demands, as few as can be.
   */
  private Optional<ImmutableList<Demand>> core(Issue issue, ImmutableList<Demand> firm) {
    if (meet(issue, firm)) {
      return Optional.empty();
    }
    int most = firm.size() > SUBSETS ? 2 : firm.size();
    for (int size = 2; size <= most; size++) {
      for (List<Demand> some : subsets(firm, size)) {
        if (!meet(issue, some)) {
          return Optional.of(ImmutableList.copyOf(some));
        }
      }
    }
    List<Demand> left = new ArrayList<>(firm);
    for (Demand demand : firm) {
      left.remove(demand);
      if (meet(issue, left)) {
        left.add(demand);
      }
    }
    return Optional.of(
        firm.stream().filter(left::contains).collect(ImmutableList.toImmutableList()));
  }

  private boolean meet(Issue issue, List<Demand> demands) {
    Optional<Region> common = Optional.of(Region.all(issue.scale()));
    for (Demand demand : demands) {
      Region region = region(demand, issue.id()).orElseThrow();
      common = common.flatMap(c -> c.intersection(region));
    }
    return common.isPresent();
  }

  /** Returns the sets of so many demands, the first demands first. */
  private static List<List<Demand>> subsets(List<Demand> demands, int size) {
    List<List<Demand>> all = new ArrayList<>();
    if (size == 0) {
      all.add(List.of());
      return all;
    }
    for (int first = 0; first + size <= demands.size(); first++) {
      for (List<Demand> rest : subsets(demands.subList(first + 1, demands.size()), size - 1)) {
        List<Demand> one = new ArrayList<>();
        one.add(demands.get(first));
        one.addAll(rest);
        all.add(one);
      }
    }
    return all;
  }

  private List<Raw> settle(Issue issue, ImmutableList<Whose> conditions) {
    List<AcceptedValues> own = java.util.Objects.requireNonNull(stances.get(issue.id()));
    List<Region> firm =
        firm(issue.id()).stream().map(d -> region(d, issue.id()).orElseThrow()).toList();
    List<Region> stated = new ArrayList<>(firm);
    own.forEach(s -> stated.addAll(s.regions()));
    List<Raw> all = new ArrayList<>();
    for (Value value : candidates.of(issue, stated)) {
      if (firm.stream().allMatch(r -> r.holds(value))) {
        List<AcceptedValues.Cost> costs =
            own.stream().map(s -> s.cost(value, scope.weights().waiver())).toList();
        all.add(new Raw(value, costs, meets(issue, value, own, costs, conditions)));
      }
    }
    return leastOf(issue.scale(), merged(all));
  }

  /** A condition is met by a value in its region, and where its maker has conceded another. */
  private static BitSet meets(
      Issue issue,
      Value value,
      List<AcceptedValues> own,
      List<AcceptedValues.Cost> costs,
      List<Whose> conditions) {
    BitSet meets = new BitSet();
    for (int c = 0; c < conditions.size(); c++) {
      Whose whose = conditions.get(c);
      if (!whose.condition.issue().equals(issue.id())) {
        continue;
      }
      boolean met = whose.condition.ask().on(issue.scale()).map(r -> r.holds(value)).orElse(true);
      for (int s = 0; s < own.size(); s++) {
        met |= own.get(s).party.equals(whose.party) && costs.get(s).newValue().isPresent();
      }
      meets.set(c, met);
    }
    return meets;
  }

  /** Of values in a row that nobody has to give anything for, the middle one stands for all. */
  private static List<Raw> merged(List<Raw> all) {
    List<Raw> merged = new ArrayList<>();
    for (int from = 0; from < all.size(); ) {
      int to = from + 1;
      while (to < all.size()
          && all.get(from).isFree()
          && all.get(to).isFree()
          && all.get(from).meets.equals(all.get(to).meets)) {
        to++;
      }
      merged.add(all.get((from + to - 1) / 2));
      from = to;
    }
    return merged;
  }

  /** Takes out the values for which another asks less of everybody. */
  private static List<Raw> leastOf(Scale scale, List<Raw> all) {
    boolean few = all.size() <= COMPARED;
    boolean ordered = scale instanceof Scale.Levels || scale instanceof Scale.Quantity;
    List<Raw> least = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      boolean beaten = false;
      for (int j = few ? 0 : Math.max(0, i - 1);
          j < (few ? all.size() : Math.min(all.size(), i + 2));
          j++) {
        beaten |= j != i && (few || ordered) && beats(all.get(j), all.get(i), j < i);
      }
      if (!beaten) {
        least.add(all.get(i));
      }
    }
    return least;
  }

  /** Whether one value asks no more of anybody than another; of two alike, the first. */
  private static boolean beats(Raw one, Raw other, boolean first) {
    BitSet lacking = (BitSet) other.meets.clone();
    lacking.andNot(one.meets);
    if (!lacking.isEmpty()) {
      return false;
    }
    boolean less = false;
    for (int s = 0; s < one.costs.size(); s++) {
      AcceptedValues.Cost mine = one.costs.get(s);
      AcceptedValues.Cost theirs = other.costs.get(s);
      if (mine.otherwise().isPresent() || theirs.otherwise().isPresent()) {
        return false;
      }
      if (mine.newValue().isPresent()
          && (theirs.newValue().isEmpty()
              || !theirs.newValue().get().to().encloses(mine.newValue().get().to()))) {
        return false;
      }
      less |=
          theirs.newValue().isPresent()
              && (mine.newValue().isEmpty()
                  || !mine.newValue().get().to().encloses(theirs.newValue().get().to()));
    }
    return less || first;
  }

  /** Returns the options of each issue, in the order of {@link #issues}. */
  List<List<Option>> options() {
    ImmutableList<Whose> conditions = conditions();
    List<List<Option>> options = new ArrayList<>();
    for (int i = 0; i < issues.size(); i++) {
      List<Option> own = new ArrayList<>();
      for (Raw each : raw.get(i)) {
        own.add(option(each, stances.get(issues.get(i).id()), conditions));
      }
      options.add(own);
    }
    return options;
  }

  private Option option(
      Raw each,
      @org.jspecify.annotations.Nullable List<AcceptedValues> own,
      List<Whose> conditions) {
    ImmutableList.Builder<Concession> concessions = ImmutableList.builder();
    ImmutableList.Builder<Option.Proviso> provisos = ImmutableList.builder();
    for (int s = 0; s < each.costs.size(); s++) {
      AcceptedValues.Cost cost = each.costs.get(s);
      cost.newValue().ifPresent(concessions::add);
      if (cost.otherwise().isPresent()) {
        ActorId party = java.util.Objects.requireNonNull(own).get(s).party;
        ImmutableList.Builder<ImmutableList<Option.Need>> ways = ImmutableList.builder();
        for (ImmutableList<Condition> way : cost.ways()) {
          needs(party, way, conditions).ifPresent(ways::add);
        }
        ImmutableList<ImmutableList<Option.Need>> open = ways.build();
        if (open.isEmpty()) {
          concessions.add(cost.otherwise().get());
        } else if (open.stream().noneMatch(List::isEmpty)) {
          provisos.add(new Option.Proviso(open, cost.otherwise().get()));
        }
      }
    }
    return new Option(Optional.of(each.value), concessions.build(), provisos.build());
  }

  /** Returns what a way needs of other issues; empty when what is agreed there rules it out. */
  private Optional<ImmutableList<Option.Need>> needs(
      ActorId party, List<Condition> way, List<Whose> conditions) {
    ImmutableList.Builder<Option.Need> needs = ImmutableList.builder();
    for (Condition condition : way) {
      Issue issue = agenda.requireIssue(condition.issue());
      Value closed = situation.closed().get(condition.issue());
      int variable = issues.indexOf(issue);
      if (closed != null) {
        if (!condition.ask().on(issue.scale()).map(r -> r.holds(closed)).orElse(true)) {
          return Optional.empty();
        }
      } else if (variable >= 0) {
        int number = conditions.indexOf(new Whose(party, condition));
        BitSet meeting = new BitSet();
        for (int o = 0; o < raw.get(variable).size(); o++) {
          meeting.set(o, raw.get(variable).get(o).meets.get(number));
        }
        needs.add(new Option.Need(variable, meeting));
      }
    }
    return Optional.of(needs.build());
  }
}
