package dev.parley.analysis.priority;

import com.google.common.collect.Collections2;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Issue;
import dev.parley.agenda.Issue.Better;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Value;
import dev.parley.analysis.bargaining.Fraction;
import dev.parley.analysis.priority.IssuePair.Ground;
import dev.parley.analysis.priority.IssuePair.Sign;
import dev.parley.analysis.priority.StatementReader.Stated;
import dev.parley.evidence.EntryId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Holds every order of some issues against what a party has said on them. */
final class OrderWeighing {
  /** The most issues: seven have 5,040 orders. */
  static final int MOST_ISSUES = 7;

  /** The most comparisons of two statements under an order. */
  static final long MOST_COMPARISONS = 10_000_000;

  /** Differences of sums of shares below this are rounding. */
  private static final double ROUNDING = 1e-9;

  /** What a sign counts, in powers of three. */
  private static final double OPENING = 0.5;

  private static final double KEPT = 0.25;

  /** Where every order is broken by a larger share than this, the party does not concede. */
  private static final double MOST_BROKEN = 0.25;

  private final ActorId party;
  private final List<Issue> issues;
  private final List<Stated> statements;
  private final Optional<String> limit;

  /** By statement and issue: the share of what could be asked; not a number where it is silent. */
  private final double[][] shares;

  private final List<Evidence> evidence = new ArrayList<>();
  private boolean concedes = true;

  /** What speaks for the first of two issues, and for the second. */
  private static final class Evidence {
    private final int one;
    private final int other;
    private final List<Sign> forOne = new ArrayList<>();
    private final List<Sign> forOther = new ArrayList<>();
    private int statements;
    private double balance;

    /** The credence of orders with the first before the second, and of all. */
    private double before;

    /** By statement: how much more often it breaks orders with the first before the second. */
    private final double[] broken;

    Evidence(int one, int other, int statements) {
      this.one = one;
      this.other = other;
      this.broken = new double[statements];
    }

    boolean isFirst(int[] weights) {
      return weights[one] > weights[other];
    }

    void sign(Stated stated, Ground ground, int side, double weight) {
      if (side != 0) {
        (side > 0 ? forOne : forOther).add(new Sign(stated.entry(), ground));
        balance += side * weight;
      }
    }
  }

  OrderWeighing(ActorId party, StatementReader reader) {
    this.party = party;
    List<Issue> spoken = reader.spoken();
    this.issues =
        spoken.stream()
            .sorted(Comparator.comparing(i -> -times(reader, i)))
            .limit(MOST_ISSUES)
            .sorted(Comparator.comparing(spoken::indexOf))
            .toList();
    long orders = IntStream.rangeClosed(1, issues.size()).asLongStream().reduce(1, (a, b) -> a * b);
    int most = (int) Math.sqrt(2.0 * MOST_COMPARISONS / orders);
    List<Stated> all = reader.statements();
    this.statements = all.subList(Math.max(0, all.size() - most), all.size());
    this.limit =
        issues.size() < spoken.size() || statements.size() < all.size()
            ? Optional.of(tooMany(spoken.size(), all.size()))
            : Optional.empty();
    this.shares = shares(reader, all);
    for (int i = 0; i < issues.size(); i++) {
      for (int j = i + 1; j < issues.size(); j++) {
        evidence.add(new Evidence(i, j, statements.size()));
      }
    }
  }

  private static int times(StatementReader reader, Issue issue) {
    return (int)
        reader.statements().stream().filter(s -> s.values().containsKey(issue.id())).count();
  }

  private String tooMany(int spoken, int stated) {
    return String.format(
        Locale.ROOT,
        "what (%s) seems to want: compared are %,d of its %,d issues, by the latest %,d of %,d"
            + " statements. Name fewer issues",
        party,
        issues.size(),
        spoken,
        statements.size(),
        stated);
  }

  private double[][] shares(StatementReader reader, List<Stated> all) {
    double[][] table = new double[statements.size()][issues.size()];
    for (int i = 0; i < issues.size(); i++) {
      Issue issue = issues.get(i);
      IssueId id = issue.id();
      Optional<Better> better = reader.better(issue);
      Value first =
          all.stream()
              .flatMap(s -> Optional.ofNullable(s.values().get(id)).stream())
              .findFirst()
              .orElseThrow();
      for (int t = 0; t < table.length; t++) {
        Value value = statements.get(t).values().get(id);
        table[t][i] =
            value == null
                ? Double.NaN
                : Share.claimed(issue, value, better)
                    .orElseGet(() -> Fraction.ONE.minus(Share.between(issue, first, value)))
                    .doubleValue();
      }
    }
    return table;
  }

  /** Weighs the orders, and says what follows for each two issues. */
  ImmutableList<IssuePair> pairs() {
    evidence.forEach(this::openingAndKept);
    weighOrders();
    return evidence.stream().map(this::pair).collect(ImmutableList.toImmutableList());
  }

  ImmutableSet<EntryId> entries() {
    return statements.stream().map(Stated::entry).collect(ImmutableSet.toImmutableSet());
  }

  ImmutableSet<IssueId> compared() {
    return issues.stream().map(Issue::id).collect(ImmutableSet.toImmutableSet());
  }

  Optional<String> limit() {
    return limit;
  }

  private void openingAndKept(Evidence pair) {
    int before = -1;
    for (int t = 0; t < shares.length; t++) {
      double one = shares[t][pair.one];
      double other = shares[t][pair.other];
      if (Double.isNaN(one) || Double.isNaN(other)) {
        continue;
      }
      Stated stated = statements.get(t);
      if (before < 0) {
        pair.sign(stated, Ground.OPENING, Double.compare(one, other), OPENING);
      } else {
        boolean kept = one == shares[before][pair.one];
        boolean otherKept = other == shares[before][pair.other];
        pair.sign(stated, Ground.KEPT, Boolean.compare(kept, otherKept), KEPT);
      }
      before = t;
      pair.statements++;
    }
  }

  private void weighOrders() {
    int count = issues.size();
    List<int[]> orders =
        Collections2.orderedPermutations(IntStream.range(0, count).boxed().toList()).stream()
            .map(order -> order.stream().mapToInt(i -> i).toArray())
            .toList();
    int[] broken = new int[orders.size()];
    int[][] weights = new int[orders.size()][count];
    for (int o = 0; o < broken.length; o++) {
      for (int place = 0; place < count; place++) {
        weights[o][orders.get(o)[place]] = count - place;
      }
      for (int t = 1; t < shares.length; t++) {
        int here = broken(t, weights[o]);
        broken[o] += here;
        for (Evidence pair : evidence) {
          pair.broken[t] += pair.isFirst(weights[o]) ? here : -here;
        }
      }
    }
    long held = (long) shares.length * (shares.length - 1) / 2;
    concedes = Arrays.stream(broken).min().orElse(0) <= held * MOST_BROKEN;
    double[] credence = new double[orders.size()];
    for (int o = 0; o < credence.length; o++) {
      credence[o] = concedes ? -broken[o] : 0;
      for (Evidence pair : evidence) {
        credence[o] += pair.isFirst(weights[o]) ? pair.balance : -pair.balance;
      }
    }
    double most = Arrays.stream(credence).max().orElse(0);
    double all = 0;
    for (int o = 0; o < credence.length; o++) {
      double weight = Math.pow(3, credence[o] - most);
      all += weight;
      for (Evidence pair : evidence) {
        pair.before += pair.isFirst(weights[o]) ? weight : 0;
      }
    }
    for (Evidence pair : evidence) {
      pair.before /= all;
    }
  }

  /** Returns how many statements before one asked for less than it, under some weights. */
  private int broken(int t, int[] weights) {
    int broken = 0;
    for (int s = 0; s < t; s++) {
      double gained = 0;
      for (int i = 0; i < weights.length; i++) {
        double step = shares[t][i] - shares[s][i];
        gained += Double.isNaN(step) ? 0 : weights[i] * step;
      }
      broken += gained > ROUNDING ? 1 : 0;
    }
    return broken;
  }

  private IssuePair pair(Evidence found) {
    for (int t = 0; t < shares.length && concedes; t++) {
      found.sign(statements.get(t), Ground.TRADE, -Double.compare(found.broken[t], 0), 0);
    }
    boolean first = found.before >= 0.5;
    double confidence = first ? found.before : 1 - found.before;
    return new IssuePair(
        issues.get(first ? found.one : found.other).id(),
        issues.get(first ? found.other : found.one).id(),
        Fraction.of(Math.round(confidence * 1_000), 1_000),
        found.statements,
        inOrder(first ? found.forOne : found.forOther),
        inOrder(first ? found.forOther : found.forOne));
  }

  private static ImmutableList<Sign> inOrder(List<Sign> signs) {
    return signs.stream()
        .sorted(Comparator.comparing(Sign::entry).thenComparing(Sign::ground))
        .collect(ImmutableList.toImmutableList());
  }
}
