package dev.parley.talks;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.agenda.Value;
import dev.parley.agreement.Accord;
import dev.parley.demand.Line;
import dev.parley.demand.Text;
import dev.parley.progress.Settled;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What agreements settle between whom, and whether they conclude the talks. */
final class Settling {
  private Settling() {}

  private record Pair(IssueId issue, ActorId one, ActorId other) {}

  /**
   * Returns what is settled: on each issue between each two that have signed a value there, the
   * later agreement before the earlier, as long as neither has taken it up again.
   */
  static ImmutableSet<Settled> between(Draft draft, Predicate<Accord> counting) {
    Map<Pair, Value> values = new LinkedHashMap<>();
    for (Accord accord : draft.situation.agreements().values()) {
      for (IssueId issue : counting.test(accord) ? accord.settles() : Set.<IssueId>of()) {
        Value value = accord.text().terms().on(issue).orElseThrow();
        Region exactly = draft.situation.agenda().requireIssue(issue).exactly(value);
        for (Pair pair : pairs(draft.situation, issue, accord.bound())) {
          if (isHeldTo(draft, pair, exactly)) {
            values.put(pair, value);
          }
        }
      }
    }
    if (values.isEmpty()) {
      return ImmutableSet.of();
    }
    ImmutableList<IssueId> order = draft.situation.agenda().issues().keySet().asList();
    return values.entrySet().stream()
        .map(e -> new Settled(e.getKey().issue, e.getKey().one, e.getKey().other, e.getValue()))
        .sorted(Comparator.comparingInt(settled -> order.indexOf(settled.issue())))
        .collect(toImmutableSet());
  }

  private static Set<Pair> pairs(Situation s, IssueId issue, Set<ActorId> bound) {
    List<ActorId> principals = s.agenda().principals().stream().filter(bound::contains).toList();
    Set<Pair> pairs = new LinkedHashSet<>();
    for (int i = 0; i < principals.size(); i++) {
      for (int j = i + 1; j < principals.size(); j++) {
        pairs.add(new Pair(issue, principals.get(i), principals.get(j)));
      }
    }
    return pairs;
  }

  /** One that has taken up again what it signed holds the issue open. */
  private static boolean isHeldTo(Draft draft, Pair pair, Region value) {
    Line line = new Line(pair.one, pair.issue, pair.other);
    return holds(draft, line, value) && holds(draft, line.inReturn(), value);
  }

  private static boolean holds(Draft draft, Line line, Region value) {
    return draft.position(line).hasSigned(value);
  }

  /** Returns the issues on which every two principals have settled the same value. */
  static ImmutableMap<IssueId, Value> amongAll(Situation s) {
    int principals = s.agenda().principals().size();
    int pairs = principals * (principals - 1) / 2;
    ImmutableMap.Builder<IssueId, Value> closed = ImmutableMap.builder();
    for (IssueId issue : s.agenda().issues().keySet()) {
      List<Settled> here = s.settled().stream().filter(x -> x.issue().equals(issue)).toList();
      if (here.size() == pairs && here.stream().map(Settled::value).distinct().count() == 1) {
        closed.put(issue, here.get(0).value());
      }
    }
    return closed.buildOrThrow();
  }

  /** Returns whether a comprehensive agreement is signed and not over, or fulfilled. */
  static boolean concludes(Situation s) {
    for (Accord accord : s.agreements().values()) {
      if (accord.stage().isSigned() && isComprehensive(s, accord, a -> a.stage().isSigned())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns whether an agreement is among all principals and claims the whole, or leaves, with the
   * others that count, no issue of the agenda unsettled. An interim one never is.
   */
  static boolean isComprehensive(Situation s, Accord accord, Predicate<Accord> counting) {
    if (!isAmongAll(s, accord)) {
      return false;
    }
    if (accord.text().comprehensive()) {
      return true;
    }
    Set<IssueId> left = new LinkedHashSet<>(s.agenda().issues().keySet());
    for (Accord other : s.agreements().values()) {
      if (isAmongAll(s, other) && counting.test(other)) {
        left.removeAll(other.agreedFinally());
      }
    }
    left.removeAll(accord.agreedFinally());
    return left.isEmpty();
  }

  private static boolean isAmongAll(Situation s, Accord accord) {
    return !accord.text().interim() && accord.bound().containsAll(s.agenda().principals());
  }

  /** Returns the value that agreements settle between two, or empty. */
  static Optional<Value> value(Situation s, IssueId issue, ActorId one, ActorId other) {
    for (Settled settled : s.settled()) {
      if (settled.issue().equals(issue) && settled.isBetween(one, other)) {
        return Optional.of(settled.value());
      }
    }
    return Optional.empty();
  }

  /** Says whether it cannot be told what is settled between two: it has readings that differ. */
  static boolean isContested(Situation s, IssueId issue, ActorId one, ActorId other) {
    return s.agreements().values().stream()
        .filter(accord -> accord.settles().contains(issue))
        .filter(accord -> accord.bound().contains(one) && accord.bound().contains(other))
        .reduce((earlier, later) -> later)
        .filter(accord -> accord.isContested(issue))
        .isPresent();
  }

  /** Returns a text with those whom it binds: the parties that it names, or all principals. */
  static Text resolved(Situation s, Text text) {
    return text.parties().isEmpty() ? text.withParties(s.agenda().principals()) : text;
  }
}
