package dev.parley.analysis;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.agenda.Scale;
import dev.parley.demand.Line;
import dev.parley.demand.Reservation;
import dev.parley.progress.Gap;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Situation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the zones of a record: each issue, each pair of principals, in the order of the agenda.
 * Where these are more than the budget, only pairs that have both stated a region count, and of
 * those the first.
 */
final class Zones {
  /** So many distances at the close of earlier rounds are measured in all. */
  private static final long HISTORY = 200_000;

  private final Negotiation negotiation;
  private final Situation situation;
  private final StatementIndex statements;
  private final ImmutableList<Reservation> reservations;
  private final ImmutableList<Gap> gaps;
  private final long all;
  private final int firstRound;

  Zones(Negotiation negotiation, Scope scope) {
    this.negotiation = negotiation;
    situation = negotiation.situation();
    statements = new StatementIndex(negotiation);
    reservations = scope.reservations();
    long principals = situation.agenda().principals().size();
    all = principals * (principals - 1) / 2 * situation.agenda().issueList().size();
    gaps = all <= scope.pairs() ? every() : stated(scope.pairs());
    int rounds = negotiation.closedRounds();
    long told = HISTORY / Math.max(1, gaps.size());
    firstRound = rounds <= told ? 1 : rounds - (int) told + 1;
  }

  private ImmutableList<Gap> every() {
    ImmutableList.Builder<Gap> gaps = ImmutableList.builder();
    situation.agenda().issues().keySet().forEach(issue -> gaps.addAll(situation.gaps(issue)));
    return gaps.build();
  }

  private ImmutableList<Gap> stated(int most) {
    return situation.agenda().issues().keySet().stream()
        .flatMap(issue -> situation.knownGaps().get(issue).stream())
        .limit(most)
        .collect(ImmutableList.toImmutableList());
  }

  ImmutableList<Zone> all() {
    return gaps.stream()
        .map(gap -> zone(situation.agenda().requireIssue(gap.issue()), gap))
        .collect(ImmutableList.toImmutableList());
  }

  /** {@return what was left out, a sentence for each budget that was used up} */
  ImmutableList<String> limits() {
    ImmutableList.Builder<String> limits = ImmutableList.builder();
    if (gaps.size() < all) {
      limits.add(
          String.format(
              Locale.ROOT,
              "%,d of %,d pairs of positions were measured: stated ones first",
              gaps.size(),
              all));
    }
    if (firstRound > 1) {
      limits.add(
          String.format(
              Locale.ROOT,
              "distances by round are given from round %,d on, for they are many",
              firstRound));
    }
    return limits.build();
  }

  private Zone zone(Issue issue, Gap gap) {
    Optional<BigDecimal> distance = gap.size();
    Optional<Region> its = reserved(issue, gap.one());
    Optional<Region> theirs = reserved(issue, gap.other());
    return Zone.builder()
        .gap(gap)
        .stated(verdict(gap.its(), gap.theirs()))
        .distance(distance)
        .share(distance.map(d -> share(d, issue.scale())))
        .meeting(meeting(gap.its(), gap.theirs()))
        .reserved(verdict(its, theirs))
        .reservedMeeting(meeting(its, theirs))
        .addAllHistory(history(issue.id(), gap.one(), gap.other()))
        .addAllEntries(statements.of(new Line(gap.one(), issue.id(), gap.other())))
        .addAllEntries(statements.of(new Line(gap.other(), issue.id(), gap.one())))
        .build();
  }

  static BigDecimal share(BigDecimal distance, Scale scale) {
    return distance.divide(scale.length(), 4, RoundingMode.HALF_UP);
  }

  private Optional<Region> reserved(Issue issue, ActorId party) {
    return reservations.stream()
        .filter(r -> r.party().equals(party) && r.issue().equals(issue.id()))
        .flatMap(r -> r.region().on(issue.scale()).stream())
        .findFirst();
  }

  private static Zone.Verdict verdict(Optional<Region> one, Optional<Region> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return Zone.Verdict.UNKNOWN;
    }
    return one.get().meets(other.get()) ? Zone.Verdict.MEET : Zone.Verdict.APART;
  }

  private static Optional<Region> meeting(Optional<Region> one, Optional<Region> other) {
    return one.isEmpty() || other.isEmpty()
        ? Optional.empty()
        : one.get().intersection(other.get());
  }

  private List<Zone.AtRound> history(IssueId issue, ActorId one, ActorId other) {
    List<Zone.AtRound> history = new ArrayList<>();
    for (int round = firstRound; round <= negotiation.closedRounds(); round++) {
      Situation then = negotiation.afterRound(round);
      if (then.agenda().issue(issue).isPresent()) {
        Optional<Region> its = then.position(new Line(one, issue, other)).region();
        Optional<Region> theirs = then.position(new Line(other, issue, one)).region();
        history.add(
            new Zone.AtRound(
                round, its.isEmpty() ? Optional.empty() : theirs.map(its.get()::distance)));
      }
    }
    return history;
  }
}
