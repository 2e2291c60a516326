package dev.parley.analysis.stability;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dev.parley.analysis.stability.Witness.PreferenceFact;
import dev.parley.analysis.stability.Witness.Reason;
import java.util.List;
import net.jqwik.api.Example;

/** How an analysis reads: the table, and why a verdict is so. */
class StabilityAnalysisTest {
  private static OptionForm dilemma() {
    return ConflictModel.byOptions()
        .decisionMakers("Ann", "Bo")
        .option("Ann", "cooperate")
        .option("Bo", "cooperate")
        .ranking("Ann", "NY", "YY", "NN", "YN");
  }

  private static ConflictModel known() {
    return dilemma().ranking("Bo", "YN", "YY", "NN", "NY").build();
  }

  @Example
  void the_table_shows_who_would_stay_where() {
    assertThat(StabilityAnalysis.of(known()))
        .hasToString(
            """
            conflict of Ann, Bo, 4 states, 8 moves

               state  Ann   Bo    all
            1  NN     NGSQ  NGSQ  NGSQ
            2  YN     ....  NGSQ  ....
            3  NY     NGSQ  ....  ....
            4  YY     .GSQ  .GSQ  .GSQ

            N Nash, G general metarational, S symmetric metarational, Q sequential, . not stable
            """);
  }

  @Example
  void what_depends_on_the_unknown_is_written_small() {
    assertThat(StabilityAnalysis.of(dilemma().ranking("Bo", "YY", "NN").build()))
        .hasToString(
            """
            conflict of Ann, Bo, 4 states, 8 moves

               state  Ann   Bo    all
            1  NN     NGSQ  ngsq  ngsq
            2  YN     ....  ngsq  ....
            3  NY     NGSQ  ngsq  ngsq
            4  YY     .GSq  nGsQ  .Gsq

            N Nash, G general metarational, S symmetric metarational, Q sequential, . not stable, small letter: depends on what is unknown
            """);
  }

  @Example
  void of_many_states_the_table_shows_the_equilibria() {
    OptionForm form = ConflictModel.byOptions().decisionMakers("A");
    for (int o = 0; o < 7; o++) {
      form.option("A", "o" + o);
    }
    form.payoff("A", taken -> (int) taken % 3);
    assertThat(StabilityAnalysis.of(form.build()).toString())
        .contains("\n  3  NYNNNNN  NGSQ  NGSQ\n")
        .doesNotContain("\n  1  ")
        .contains("\n... 42 of 128 states shown\n");
  }

  @Example
  void a_cut_model_leaves_cells_open() {
    ConflictModel model =
        ConflictModel.byOptions()
            .decisionMakers("A", "B")
            .option("A", "a")
            .option("B", "b")
            .payoff("A", taken -> (int) taken)
            .payoff("B", taken -> (int) taken)
            .reachableFrom("NN", 2)
            .build();
    assertThat(StabilityAnalysis.of(model))
        .hasToString(
            """
            conflict of A, B, 2 states, 2 moves, cut: not all that can be reached is held

               state  A     B     all
            1  NN     .???  ????  .???
            2  YN     ????  ????  ????

            N Nash, G general metarational, S symmetric metarational, Q sequential, . not stable, ? cannot tell
            """);
    Reason open = StabilityAnalysis.of(model).why(StabilityConcept.GMR, "A", 1);
    assertThat(open.verdict()).isEqualTo(Stability.CANNOT_TELL);
    assertThat(open).hasToString("cannot tell");
  }

  @Example
  void a_reason_names_the_moves() {
    StabilityAnalysis analysis = StabilityAnalysis.of(known());
    assertThat(analysis.why(StabilityConcept.NASH, "Ann", 1))
        .hasToString("stable: there is no improvement");
    assertThat(analysis.why(StabilityConcept.NASH, "Ann", 4))
        .hasToString("unstable: Ann from (4) to (3) is better, and nothing answers it");
    assertThat(analysis.why(StabilityConcept.SEQ, "Ann", 4))
        .hasToString("stable: Ann from (4) to (3) is answered by Bo from (3) to (1)");
  }

  @Example
  void a_reason_under_unknowns_says_what_would_decide() {
    StabilityAnalysis analysis = StabilityAnalysis.of(dilemma().ranking("Bo", "YY", "NN").build());
    Reason reason = analysis.why(StabilityConcept.SEQ, "Ann", 4);
    assertThat(reason.verdict()).isEqualTo(Stability.DEPENDS);
    assertThat(reason)
        .hasToString(
            "stable if: Ann from (4) to (3) is answered by Bo from (3) to (1), given that Bo likes"
                + " (1) better than (3). Unstable if: Ann from (4) to (3) is better, and nothing"
                + " answers it, given that Bo does not like (1) better than (3)");
    assertThat(reason.stable().orElseThrow().given())
        .isEqualTo(ImmutableSet.of(new PreferenceFact("Bo", 1, 3, true)));
    assertThat(reason.unstable().orElseThrow().given())
        .isEqualTo(ImmutableSet.of(new PreferenceFact("Bo", 1, 3, false)));
  }

  @Example
  void what_follows_from_facts_is_known() {
    ConflictModel model =
        ConflictModel.byArcs()
            .decisionMakers("A")
            .states("s1", "s2", "s3", "s4")
            .bothWays("A", "s1", "s2")
            .better("A", "s1", "s2")
            .asGood("A", "s2", "s3")
            .atLeastAsGood("A", "s3", "s4")
            .build();
    assertThat(model.better("A", 1, 4)).isEqualTo(Comparison.BETTER);
    assertThat(model.better("A", 4, 1)).isEqualTo(Comparison.NOT_BETTER);
    assertThat(model.better("A", 4, 2)).isEqualTo(Comparison.NOT_BETTER);
    assertThat(model.better("A", 2, 4)).isEqualTo(Comparison.UNKNOWN).hasToString("unknown");
    assertThat(model.isFullyKnown()).isFalse();
    assertThat(model.moves("A", 2)).isEqualTo(List.of(1));
  }

  @Example
  void facts_that_leave_nothing_open_are_a_ranking() {
    assertThat(known().isFullyKnown()).isTrue();
    assertThat(known().better("Ann", 3, 4)).isEqualTo(Comparison.BETTER);
    assertThat(known().better("Ann", 4, 3)).isEqualTo(Comparison.NOT_BETTER);
    assertThat(dilemma().build().isFullyKnown()).isFalse();
  }

  @Example
  void a_state_says_which_options_are_taken() {
    ConflictModel model = known();
    assertThat(model.describe(model.state("YY"))).isEqualTo("Ann: cooperate, Bo: cooperate");
    assertThat(model.describe(model.state("NY"))).isEqualTo("Bo: cooperate");
    assertThat(model.describe(model.state("NN"))).isEqualTo("nothing taken");
    ConflictModel arcs =
        ConflictModel.byArcs()
            .decisionMakers("A")
            .states("war", "peace")
            .payoffs("A", 1, 2)
            .build();
    assertThat(arcs.describe(2)).isEqualTo("peace");
  }
}
