package dev.parley.analysis.prospect;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.agenda.Terms;
import dev.parley.agenda.Value;
import dev.parley.analysis.bargaining.AdditiveProfile;
import dev.parley.analysis.bargaining.BargainingProblem;
import dev.parley.analysis.bargaining.Fraction;
import dev.parley.analysis.bargaining.Frontier;
import dev.parley.analysis.bargaining.OutcomeSpace;
import dev.parley.analysis.prospect.DealAppraisal.AgainstNone;
import dev.parley.analysis.prospect.DealAppraisal.Bounds;
import dev.parley.analysis.prospect.DealAppraisal.Staying;
import dev.parley.analysis.prospect.DealAppraisal.Worth;
import dev.parley.analysis.prospect.Preference.Weighing;
import dev.parley.analysis.stability.Stability;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Appraises one deal by what its parties prefer. */
final class DealAppraising {
  private final Negotiation negotiation;
  private final Agenda agenda;
  private final Deal deal;
  private final ImmutableMap<ActorId, Preference> preferences;
  private final ImmutableList<Issue> issues;
  private final ImmutableMap<IssueId, Region> outcome;
  private final Terms settled;
  private final Set<String> limits = new LinkedHashSet<>();

  private DealAppraising(Negotiation negotiation, Deal deal, Map<ActorId, Preference> preferences) {
    this.negotiation = negotiation;
    this.agenda = negotiation.agenda();
    this.deal = deal;
    this.preferences =
        deal.among().stream()
            .filter(preferences::containsKey)
            .collect(toImmutableMap(p -> p, p -> preferences.get(p)));
    List<Issue> counting = agenda.issueList().stream().filter(this::counts).toList();
    this.issues =
        counting.isEmpty()
            ? deal.said().keySet().stream().map(agenda::requireIssue).collect(toImmutableList())
            : ImmutableList.copyOf(counting);
    this.outcome =
        issues.stream()
            .collect(
                toImmutableMap(
                    i -> i.id(), i -> deal.said().getOrDefault(i.id(), Region.all(i.scale()))));
    Map<IssueId, Value> values = new LinkedHashMap<>();
    outcome.forEach(
        (issue, region) -> Worths.only(region).ifPresent(value -> values.put(issue, value)));
    this.settled = values.isEmpty() ? Terms.NONE : Terms.of(values);
  }

  /** Returns the appraisals of all deals of a record. */
  static ImmutableList<DealAppraisal> all(
      Negotiation negotiation, Map<ActorId, Preference> preferences, long budget) {
    return Deal.of(negotiation).stream()
        .map(deal -> new DealAppraising(negotiation, deal, preferences).appraisal(budget))
        .collect(toImmutableList());
  }

  /** An issue counts unless all say that it does not; one left open counts if somebody says so. */
  private boolean counts(Issue issue) {
    boolean indifferent =
        deal.among().stream()
            .allMatch(p -> weighing(p, issue).filter(w -> w.weight().signum() == 0).isPresent());
    return deal.said().containsKey(issue.id())
        ? !indifferent
        : deal.among().stream()
            .anyMatch(p -> weighing(p, issue).filter(w -> w.weight().signum() > 0).isPresent());
  }

  private Optional<Preference> preference(ActorId party) {
    return Optional.ofNullable(preferences.get(party));
  }

  private Optional<Weighing> weighing(ActorId party, Issue issue) {
    return preference(party).map(preference -> preference.weighings().get(issue.id()));
  }

  private DealAppraisal appraisal(long budget) {
    Optional<Frontier> frontier = weighed(issues) ? frontier(issues, budget) : Optional.empty();
    ImmutableMap<ActorId, Worth> worth = worth(frontier);
    DealComparison comparison =
        new DealComparison(
            settled,
            issues,
            outcome,
            frontier,
            part(budget),
            worth,
            deal.among().stream().allMatch(p -> reserved(p).isPresent()),
            deal.among().stream().allMatch(p -> preference(p).flatMap(x -> x.power()).isPresent()));
    return new DealAppraisal.Builder()
        .addAllAgreements(deal.agreements().stream().map(a -> a.entry()).toList())
        .addAllAmong(deal.among())
        .putAllOutcome(outcome)
        .settled(settled)
        .addAllMissing(missing())
        .frontier(frontier)
        .putAllWorth(worth)
        .efficient(comparison.efficient())
        .better(comparison.better())
        .putAllMatched(comparison.matches())
        .putAllStaying(staying(worth))
        .addAllLimits(comparison.limits())
        .addAllLimits(limits)
        .build();
  }

  private boolean weighed(List<Issue> some) {
    return deal.among().stream()
        .allMatch(p -> some.stream().allMatch(issue -> weighing(p, issue).isPresent()));
  }

  private Optional<Frontier> frontier(List<Issue> some, long budget) {
    OutcomeSpace space = OutcomeSpace.of(some);
    List<AdditiveProfile> profiles =
        preferences.values().stream()
            .map(p -> p.profile(agenda, space, ImmutableMap.of()))
            .toList();
    BargainingProblem problem = BargainingProblem.of(space, profiles).within(budget);
    try {
      return Optional.of(problem.frontier());
    } catch (IllegalArgumentException tooLarge) {
      limits.add(String.valueOf(tooLarge.getMessage()));
      return Optional.empty();
    }
  }

  /**
   * Returns the efficient outcomes on the settled issues that all have weighed, where these are not
   * all issues: what is better there is so whatever becomes of the others.
   */
  private Optional<Frontier> part(long budget) {
    List<Issue> some =
        issues.stream()
            .filter(issue -> settled.on(issue.id()).isPresent())
            .filter(issue -> weighed(ImmutableList.of(issue)))
            .toList();
    return some.isEmpty() || some.size() == issues.size()
        ? Optional.empty()
        : frontier(some, budget);
  }

  private ImmutableList<Missing> missing() {
    List<Missing> missing = new ArrayList<>();
    for (ActorId party : deal.among()) {
      if (!preferences.containsKey(party)) {
        missing.add(new Missing(Missing.What.PREFERENCE, party, Optional.empty()));
        continue;
      }
      for (Issue issue : issues) {
        if (weighing(party, issue).isEmpty()) {
          missing.add(new Missing(Missing.What.WEIGHT, party, Optional.of(issue.id())));
        }
      }
      if (reserved(party).isEmpty()) {
        missing.add(new Missing(Missing.What.RESERVATION, party, Optional.empty()));
      }
    }
    missing.addAll(Missing.beside(deal.among(), preferences));
    return ImmutableList.copyOf(missing);
  }

  private Optional<Fraction> reserved(ActorId party) {
    return preference(party).flatMap(p -> p.reservedUtility(agenda));
  }

  private ImmutableMap<ActorId, Worth> worth(Optional<Frontier> frontier) {
    Optional<ImmutableMap<ActorId, Fraction>> ideal =
        frontier
            .filter(Frontier::isComplete)
            .filter(f -> deal.among().stream().allMatch(p -> reserved(p).isPresent()))
            .flatMap(Frontier::rationalIdeal);
    ImmutableMap.Builder<ActorId, Worth> all = ImmutableMap.builder();
    preferences.forEach(
        (party, preference) ->
            utility(preference)
                .ifPresent(
                    utility ->
                        all.put(
                            party,
                            new Worth(
                                utility,
                                against(utility, reserved(party)),
                                ideal.flatMap(
                                    best ->
                                        share(
                                            utility,
                                            reserved(party),
                                            Optional.ofNullable(best.get(party))))))));
    return all.buildOrThrow();
  }

  /** An issue that is left open and not weighed makes no difference to what is known. */
  private Optional<Bounds> utility(Preference preference) {
    if (deal.said().keySet().stream()
        .filter(outcome::containsKey)
        .anyMatch(issue -> !preference.weighings().containsKey(issue))) {
      return Optional.empty();
    }
    Bounds sum = new Bounds(Fraction.ZERO, Fraction.ZERO);
    for (Issue issue : issues) {
      Weighing weighing = preference.weighings().get(issue.id());
      Region region = outcome.get(issue.id());
      if (weighing != null && region != null) {
        sum = Worths.plus(sum, Worths.of(issue, region, weighing.weight(), weighing.worth()));
      }
    }
    return Optional.of(sum);
  }

  private static AgainstNone against(Bounds utility, Optional<Fraction> reserved) {
    if (reserved.isEmpty()) {
      return AgainstNone.CANNOT_TELL;
    }
    int least = utility.least().compareTo(reserved.get());
    int most = utility.most().compareTo(reserved.get());
    if (least == 0 && most == 0) {
      return AgainstNone.AS_GOOD;
    }
    if (least >= 0) {
      return least > 0 ? AgainstNone.BETTER : AgainstNone.NOT_WORSE;
    }
    if (most <= 0) {
      return most < 0 ? AgainstNone.WORSE : AgainstNone.NOT_BETTER;
    }
    return AgainstNone.DEPENDS;
  }

  private static Optional<Bounds> share(
      Bounds utility, Optional<Fraction> reserved, Optional<Fraction> ideal) {
    if (reserved.isEmpty() || ideal.filter(i -> i.compareTo(reserved.get()) > 0).isEmpty()) {
      return Optional.empty();
    }
    Fraction none = reserved.get();
    Fraction whole = ideal.get().minus(none);
    return Optional.of(
        new Bounds(
            utility.least().minus(none).over(whole), utility.most().minus(none).over(whole)));
  }

  private ImmutableMap<ActorId, Staying> staying(Map<ActorId, Worth> worth) {
    ImmutableMap.Builder<ActorId, Staying> staying = ImmutableMap.builder();
    for (ActorId party : deal.among()) {
      WaysOut ways = new WaysOut(negotiation, party);
      ImmutableList<ImmutableList<Move>> out =
          deal.agreements().stream()
              .flatMap(a -> ways.of(a.accord()).stream())
              .collect(toImmutableList());
      staying.put(
          party,
          new Staying(
              out.isEmpty()
                  ? Stability.STABLE
                  : verdict(Optional.ofNullable(worth.get(party)).map(Worth::againstNone)),
              out));
    }
    return staying.buildOrThrow();
  }

  private static Stability verdict(Optional<AgainstNone> against) {
    return switch (against.orElse(AgainstNone.CANNOT_TELL)) {
      case BETTER, NOT_WORSE, AS_GOOD -> Stability.STABLE;
      case WORSE -> Stability.UNSTABLE;
      case NOT_BETTER, DEPENDS -> Stability.DEPENDS;
      case CANNOT_TELL -> Stability.CANNOT_TELL;
    };
  }
}
