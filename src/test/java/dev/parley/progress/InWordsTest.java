package dev.parley.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agenda.Agenda;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.demand.GeneralDemand;
import dev.parley.demand.Offer;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import java.util.List;
import net.jqwik.api.Example;

/** Steps and gaps say in one line what they are. */
class InWordsTest {
  private static final Agenda AGENDA =
      Agenda.builder()
          .principal("union", "Union")
          .principal("studios", "Studios")
          .issue("rise", Scale.quantity("0", "10", "0.5", "percent"))
          .issue("pledge", Scale.levels("none", "letter", "law"))
          .build();

  private static Offer offer(String rise) {
    return Offer.of("studios", "union", Terms.on(AGENDA).set("rise", rise).build());
  }

  private static Negotiation rounds() {
    return Negotiation.about(AGENDA)
        .with(
            Move.by("union").opensRound(),
            Move.by("union").demands(GeneralDemand.of("union", "studios", "rise", "at least 6")),
            Move.by("studios").offers(offer("4")),
            Move.by("union").closesRound(),
            Move.by("union").opensRound(),
            Move.by("studios").offers(offer("5.5")),
            Move.by("union").holds("rise"),
            Move.by("union").softens("pledge"),
            Move.by("studios").hardens(),
            Move.by("union").closesRound());
  }

  private static List<String> steps(int round) {
    return rounds().round(round).steps().stream().map(Step::describe).toList();
  }

  @Example
  void a_step_names_who_what_how_far_and_its_entries() {
    assertThat(steps(1))
        .containsExactly(
            "union on rise towards studios: STATED, at least 6 [2]",
            "studios on rise towards union: STATED, 4 [3]");
    assertThat(steps(2))
        .containsExactly(
            "union on rise towards studios: HELD, at least 6 [7]",
            "union on pledge towards studios: CONCEDED, size unknown [8]",
            "studios on rise towards union: CONCEDED by 1.5 percent, 4 -> 5.5 [6]",
            "studios, issue not reported: HARDENED, size unknown [9]");
  }

  @Example
  void a_step_that_only_changed_says_how_its_distance_did() {
    Step step =
        rounds().round(2).steps().stream()
            .filter(s -> s.size().isPresent() && s.size().orElseThrow().signum() > 0)
            .findFirst()
            .orElseThrow()
            .withKind(StepKind.CHANGED);
    assertThat(step.describe())
        .isEqualTo("studios on rise towards union: CHANGED, nearer by 1.5 percent, 4 -> 5.5 [6]");
    assertThat(step.withSize(step.size().orElseThrow().negate()).describe())
        .isEqualTo("studios on rise towards union: CHANGED, farther by 1.5 percent, 4 -> 5.5 [6]");
  }

  @Example
  void a_gap_names_both_regions_and_the_distance() {
    Negotiation talks = rounds();
    assertThat(talks.situation().gaps(IssueId.of("rise")).get(0).describe())
        .isEqualTo("union at least 6, studios 5.5: 0.5 percent");
    assertThat(talks.situation().gaps(IssueId.of("pledge")).get(0).describe())
        .isEqualTo("union not stated, studios not stated");
    assertThat(
            talks
                .with(Move.by("studios").offers(offer("6")))
                .situation()
                .gaps(IssueId.of("rise"))
                .get(0)
                .describe())
        .isEqualTo("union at least 6, studios 6: no gap");
  }
}
