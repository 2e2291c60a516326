package dev.parley.analysis;

import dev.parley.agenda.Agenda;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Scale;
import dev.parley.demand.Ask;
import dev.parley.demand.Demand.Firmness;
import dev.parley.demand.GeneralDemand;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import java.util.Optional;

/** A union and its studios, apart on a rise. */
final class Rise {
  static final Agenda AGENDA =
      Agenda.builder()
          .principal("union", "Union")
          .principal("studios", "Studios")
          .issue("rise", Scale.quantity("0", "10", "0.5", "percent"))
          .issue("term", Scale.levels("one year", "two years", "three years"))
          .build();

  private Rise() {}

  static Negotiation start() {
    return Negotiation.about(AGENDA).with(Move.by("union").opensRound());
  }

  static Move asks(String by, String issue, String region) {
    return asks(by, issue, region, Optional.empty());
  }

  static Move asks(String by, String issue, String region, Firmness firmness) {
    return asks(by, issue, region, Optional.of(firmness));
  }

  private static Move asks(String by, String issue, String region, Optional<Firmness> firmness) {
    return Move.by(by).demands(demand(by, issue, region).withFirmness(firmness));
  }

  static GeneralDemand demand(String by, String issue, String region) {
    return GeneralDemand.builder()
        .by(dev.parley.agenda.ActorId.of(by))
        .putWanted(IssueId.of(issue), Ask.of(region))
        .build();
  }

  /** Talks on one quantity that runs to so many. */
  static Negotiation wide(long most) {
    return Negotiation.about(
            Agenda.builder()
                .principal("union", "Union")
                .principal("studios", "Studios")
                .issue(Issue.of("pay", Scale.quantity(0, most, "pence")))
                .build())
        .with(
            Move.by("union").opensRound(),
            asks("union", "pay", "at least " + most / 2),
            asks("studios", "pay", "at most " + most / 4));
  }
}
