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
import dev.parley.talks.ActKind;
import dev.parley.talks.Chronicle;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Outcome;
import dev.parley.talks.RuleBook;
import dev.parley.talks.Situation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the zones of a record: each issue, each pair of principals, in the order of the agenda. */
final class Zones {
  private final Situation situation;
  private final StatementIndex statements;
  private final ImmutableList<Reservation> reservations;
  private final ImmutableList<Situation> closes;

  Zones(Negotiation negotiation, ImmutableList<Reservation> reservations) {
    situation = negotiation.situation();
    statements = new StatementIndex(negotiation);
    this.reservations = reservations;
    closes = closes(negotiation);
  }

  /** Plays the record once more, as it is read today, and stops at the close of each round. */
  private static ImmutableList<Situation> closes(Negotiation negotiation) {
    List<Situation> closes = new ArrayList<>();
    Negotiation now =
        Negotiation.about(
            negotiation.firstAgenda(), RuleBook.DEFAULT.under(negotiation.ruleBook().policy()));
    for (Chronicle.Reading reading : negotiation.chronicle().readings()) {
      if (reading.denied()) {
        continue;
      }
      boolean open = now.situation().roundOpen();
      Outcome outcome = now.record(reading.move());
      now = outcome.negotiation();
      if (open && reading.move().act().kind() == ActKind.CLOSE_ROUND) {
        closes.add(now.situation());
      }
    }
    return ImmutableList.copyOf(closes);
  }

  ImmutableList<Zone> all() {
    ImmutableList.Builder<Zone> zones = ImmutableList.builder();
    for (Issue issue : situation.agenda().issueList()) {
      situation.gaps(issue.id()).forEach(gap -> zones.add(zone(issue, gap)));
    }
    return zones.build();
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
    for (int i = 0; i < closes.size(); i++) {
      Situation then = closes.get(i);
      if (then.agenda().issue(issue).isPresent()) {
        Optional<Region> its = then.position(new Line(one, issue, other)).region();
        Optional<Region> theirs = then.position(new Line(other, issue, one)).region();
        history.add(
            new Zone.AtRound(
                i + 1, its.isEmpty() ? Optional.empty() : theirs.map(its.get()::distance)));
      }
    }
    return history;
  }
}
