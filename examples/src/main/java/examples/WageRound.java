// Nurses and a hospital bargain over a rise by half per cents and over staff on a ward. Source:
// invented.
package examples;

import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Issue;
import dev.parley.agenda.Issue.Better;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.demand.Demand.Firmness;
import dev.parley.demand.GeneralDemand;
import dev.parley.demand.Offer;
import dev.parley.progress.Gap;
import dev.parley.progress.Progress;
import dev.parley.progress.RoundVerdict;
import dev.parley.progress.Step;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import java.math.BigDecimal;

/** Two rounds with numbers: what each side moved, measured, and how far apart they are left. */
public final class WageRound {
  private static final ImmutableMap<ActorId, Better> NURSES_WANT_MORE =
      ImmutableMap.of(
          ActorId.of("nurses"), Better.MORE,
          ActorId.of("hospital"), Better.LESS);

  private static final Agenda AGENDA =
      Agenda.builder()
          .principal("nurses", "Nurses' union")
          .principal("hospital", "Hospital")
          .mediator("board", "Conciliation board")
          .issue(
              Issue.of("rise", Scale.quantity("0", "10", "0.5", "percent"))
                  .withBetter(NURSES_WANT_MORE))
          .issue(Issue.of("staff", Scale.quantity(3, 9, "nurses")).withBetter(NURSES_WANT_MORE))
          .build();

  private WageRound() {}

  private static GeneralDemand demand(String issue, String region) {
    return GeneralDemand.of("nurses", "hospital", issue, region);
  }

  private static Offer offer(String rise, long staff) {
    return Offer.of(
        "hospital", "nurses", Terms.on(AGENDA).set("rise", rise).set("staff", staff).build());
  }

  private static void tell(Negotiation talks) {
    RoundVerdict verdict = talks.round(talks.closedRounds());
    System.out.println("Round " + verdict.round() + ": " + verdict.describe());
    for (Step step : verdict.steps()) {
      System.out.println("   " + step.describe());
    }
    for (IssueId issue : AGENDA.issues().keySet()) {
      for (Gap gap : talks.situation().gaps(issue)) {
        System.out.println("   gap on " + issue + ": " + gap.describe());
      }
    }
  }

  private static BigDecimal gap(Negotiation talks, String issue) {
    return talks.situation().gaps(IssueId.of(issue)).get(0).size().orElseThrow();
  }

  /** Runs the story; fails when it ends otherwise than told. */
  public static void main(String[] args) {
    Negotiation first =
        Negotiation.about(AGENDA)
            .with(
                Move.by("board").on("2024-03-04").opensRound(),
                Move.by("nurses")
                    .on("2024-03-04")
                    .demands(demand("rise", "at least 8").withFirmness(Firmness.ESSENTIAL)),
                Move.by("nurses").on("2024-03-04").demands(demand("staff", "at least 7")),
                Move.by("hospital").on("2024-03-05").offers(offer("2.5", 4)),
                Move.by("board").on("2024-03-05").closesRound());
    tell(first);

    Negotiation second =
        first.with(
            Move.by("board").on("2024-03-18").opensRound(),
            Move.by("nurses").on("2024-03-18").amends(demand("rise", "at least 6.5")),
            Move.by("hospital").on("2024-03-19").offers(offer("4.0", 5)),
            Move.by("nurses").on("2024-03-19").saying("staff is not for sale").holds("staff"),
            Move.by("board").on("2024-03-19").closesRound());
    tell(second);

    // A number between two steps of the scale is refused before it becomes an offer.
    try {
      offer("4.25", 5);
      throw new AssertionError("4.25 is no step of the scale");
    } catch (IllegalArgumentException e) {
      System.out.println("Refused: " + e.getMessage());
    }
    if (first.round(1).progress() != Progress.STATED
        || second.round(2).progress() != Progress.MOVED
        || gap(first, "rise").compareTo(new BigDecimal("5.5")) != 0
        || gap(second, "rise").compareTo(new BigDecimal("2.5")) != 0) {
      throw new AssertionError(second.rounds());
    }
  }
}
