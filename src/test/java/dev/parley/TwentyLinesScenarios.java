package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agenda.Agenda;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.demand.GeneralDemand;
import dev.parley.demand.Offer;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Stage;
import net.jqwik.api.Example;

/** The talks that the README tells, line by line. */
class TwentyLinesScenarios {
  @Example
  void talks_read_like_talks() {
    Agenda agenda =
        Agenda.builder()
            .principal("union", "Writers' union")
            .principal("studios", "Studios")
            .mediator("board", "Mediation board")
            .issue("rise", Scale.quantity("0", "10", "0.5", "percent"))
            .issue("staff", Scale.quantity(1, 12, "writers"))
            .build();
    Offer first = Offer.of("studios", "union", Terms.on(agenda).set("rise", "4").build());
    Offer second = Offer.of("studios", "union", Terms.on(agenda).set("rise", "5").build());

    Negotiation talks =
        Negotiation.about(agenda)
            .with(
                Move.by("board").on("2023-05-01").opensRound(),
                Move.by("union")
                    .demands(GeneralDemand.of("union", "studios", "rise", "at least 6")),
                Move.by("studios").offers(first),
                Move.by("board").on("2023-05-01").closesRound(),
                Move.by("board").on("2023-08-11").opensRound(),
                Move.by("studios").on("2023-08-11").offers(second),
                Move.by("union").on("2023-08-22").rejects(second),
                Move.by("board").on("2023-08-22").closesRound());

    assertThat(talks.round(2).describe()).isEqualTo("MOVED");
    assertThat(talks.round(2).steps().get(1).size().orElseThrow()).isEqualByComparingTo("1");
    assertThat(talks.situation().stage()).isEqualTo(Stage.IN_RECESS);
    assertThat(talks.apply(Move.by("union").accepts(second)).toString())
        .isEqualTo(
            "union cannot accept offer [6] (rise 5): it was rejected in round 2, entry [7]. "
                + "No offer to union stands.");
  }
}
