package dev.parley.analysis.prospect;

import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.agenda.Terms;
import dev.parley.analysis.bargaining.Fraction;
import dev.parley.analysis.bargaining.Frontier;
import dev.parley.analysis.bargaining.Payoff;
import dev.parley.analysis.bargaining.SolutionConcept;
import dev.parley.analysis.prospect.DealAppraisal.Answer;
import dev.parley.analysis.prospect.DealAppraisal.Bounds;
import dev.parley.analysis.prospect.DealAppraisal.Improvement;
import dev.parley.analysis.prospect.DealAppraisal.Worth;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Holds a deal against the outcomes that could have been. */
final class DealComparison {
  /** So many times an outcome of the deal is held against an efficient one. */
  static final long MOST_COMPARISONS = 1_000_000;

  private final Optional<Frontier> frontier;
  private final Map<ActorId, Worth> worth;
  private final ImmutableList.Builder<String> limits = ImmutableList.builder();
  private final Map<SolutionConcept, Answer> matches = new EnumMap<>(SolutionConcept.class);
  private Answer efficient = Answer.CANNOT_TELL;
  private Optional<Improvement> better = Optional.empty();

  DealComparison(
      Terms settled,
      List<Issue> issues,
      ImmutableMap<IssueId, Region> outcome,
      Optional<Frontier> frontier,
      Optional<Frontier> part,
      Map<ActorId, Worth> worth,
      boolean reserved,
      boolean powers) {
    this.frontier = frontier;
    this.worth = worth;
    for (SolutionConcept concept : SolutionConcept.values()) {
      if (powers || concept != SolutionConcept.ASYMMETRIC_NASH) {
        matches.put(concept, Answer.CANNOT_TELL);
      }
    }
    part.flatMap(some -> improvement(some, settled.only(issues(some)), Terms.NONE))
        .ifPresent(this::betterWhatever);
    if (frontier.isPresent()) {
      frontier.get().shortfall().ifPresent(limits::add);
      ImmutableMap<SolutionConcept, ImmutableSet<ImmutableMap<ActorId, Fraction>>> picked =
          reserved && frontier.get().isComplete() ? picked(frontier.get()) : ImmutableMap.of();
      long most = Math.max(1, MOST_COMPARISONS / frontier.get().efficient().size());
      Optional<Settlings> all = Settlings.of(settled, issues, outcome, most);
      if (all.isPresent()) {
        each(all.get(), frontier.get(), picked);
      } else {
        limits.add(tooMany(most));
        picked.forEach(this::outOfReach);
      }
    }
  }

  private static ImmutableSet<IssueId> issues(Frontier some) {
    return some.space().issues().stream().map(Issue::id).collect(toImmutableSet());
  }

  private void betterWhatever(Improvement found) {
    efficient = Answer.NO;
    better = Optional.of(found);
  }

  private static ImmutableMap<SolutionConcept, ImmutableSet<ImmutableMap<ActorId, Fraction>>>
      picked(Frontier frontier) {
    return frontier.concepts().stream()
        .collect(
            toImmutableMap(
                c -> c,
                c ->
                    frontier.solution(c).payoffs().stream()
                        .map(Payoff::utilities)
                        .collect(toImmutableSet())));
  }

  /** Counts of how many ways to settle what is open something holds. */
  private static final class Count {
    private long all;
    private long dominated;
    private final Map<SolutionConcept, Long> matched = new EnumMap<>(SolutionConcept.class);
    private Optional<Improvement> first = Optional.empty();
  }

  private void each(
      Settlings settlings,
      Frontier frontier,
      Map<SolutionConcept, ImmutableSet<ImmutableMap<ActorId, Fraction>>> picked) {
    Count count = new Count();
    settlings.forEach(
        settling -> {
          count.all++;
          Optional<Improvement> found = improvement(frontier, settling.outcome(), settling.given());
          if (found.isPresent()) {
            count.dominated++;
            count.first = count.first.or(() -> found);
          }
          ImmutableMap<ActorId, Fraction> utilities = utilities(frontier, settling.outcome());
          picked.forEach(
              (concept, those) ->
                  count.matched.merge(concept, those.contains(utilities) ? 1L : 0L, Long::sum));
        });
    if (efficient != Answer.NO) {
      better = count.first;
      efficient =
          count.dominated == count.all
              ? Answer.NO
              : !frontier.isComplete()
                  ? Answer.CANNOT_TELL
                  : count.dominated == 0 ? Answer.YES : Answer.DEPENDS;
    }
    count.matched.forEach(
        (concept, matched) ->
            matches.put(
                concept,
                matched == 0 ? Answer.NO : matched == count.all ? Answer.YES : Answer.DEPENDS));
  }

  private static ImmutableMap<ActorId, Fraction> utilities(Frontier frontier, Terms outcome) {
    return frontier.profiles().stream()
        .collect(toImmutableMap(p -> p.party(), p -> p.utility(outcome)));
  }

  private static Optional<Improvement> improvement(Frontier frontier, Terms outcome, Terms given) {
    return frontier
        .better(outcome)
        .map(
            payoff -> {
              ImmutableMap<ActorId, Fraction> now = utilities(frontier, outcome);
              return new Improvement(
                  payoff.outcome(),
                  payoff.utilities().entrySet().stream()
                      .collect(
                          toImmutableMap(
                              e -> e.getKey(),
                              e ->
                                  e.getValue().minus(now.getOrDefault(e.getKey(), Fraction.ZERO)))),
                  given);
            });
  }

  /** A solution that gives somebody what nothing of what is open does is not matched. */
  private void outOfReach(
      SolutionConcept concept, ImmutableSet<ImmutableMap<ActorId, Fraction>> those) {
    if (those.stream().noneMatch(this::isWithin)) {
      matches.put(concept, Answer.NO);
    }
  }

  private boolean isWithin(Map<ActorId, Fraction> utilities) {
    return utilities.entrySet().stream()
        .allMatch(
            e -> {
              Worth known = worth.get(e.getKey());
              return known == null || holds(known.utility(), e.getValue());
            });
  }

  private static boolean holds(Bounds bounds, Fraction number) {
    return bounds.least().compareTo(number) <= 0 && bounds.most().compareTo(number) >= 0;
  }

  private String tooMany(long most) {
    return String.format(
        Locale.ROOT,
        "what is still open can be settled in more than %,d ways, held against %,d efficient outcomes:"
            + " what hangs on it is told by bounds only. Settle more, or ask with a narrower range",
        most,
        frontier.map(f -> f.efficient().size()).orElse(0));
  }

  Answer efficient() {
    return efficient;
  }

  Optional<Improvement> better() {
    return better;
  }

  ImmutableMap<SolutionConcept, Answer> matches() {
    return ImmutableMap.copyOf(matches);
  }

  ImmutableList<String> limits() {
    return limits.build();
  }
}
