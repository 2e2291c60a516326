package dev.parley.analysis.stability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.analysis.stability.ConflictModel.UnilateralMove;
import dev.parley.analysis.stability.OptionForm.Reversibility;
import dev.parley.analysis.stability.StatusQuo.Route;
import java.util.List;
import net.jqwik.api.Example;

/** Ways out of the present state, and the step on them that needs a guarantee. */
class StatusQuoTest {
  /** Each would have the other move first; what is done cannot be undone. */
  private static OptionForm youFirst() {
    return ConflictModel.byOptions()
        .decisionMakers("A", "B")
        .option("A", "release", Reversibility.TAKEN_FOR_GOOD)
        .option("B", "withdraw", Reversibility.TAKEN_FOR_GOOD);
  }

  private static StatusQuo from(ConflictModel model, String state) {
    return StatusQuo.of(StabilityAnalysis.of(model), model.state(state));
  }

  @Example
  void the_first_step_that_is_a_loss_to_its_mover_needs_a_guarantee() {
    ConflictModel model =
        youFirst()
            .ranking("A", "NY", "YY", "NN", "YN")
            .ranking("B", "YN", "YY", "NN", "NY")
            .build();
    Route route = from(model, "NN").route(model.state("YY"));
    assertThat(route.byAnyMoves())
        .contains(
            com.google.common.collect.ImmutableList.of(
                new UnilateralMove("A", 1, 2), new UnilateralMove("B", 2, 4)));
    assertThat(route.byImprovements()).isEmpty();
    assertThat(route.firstLoss()).contains(new UnilateralMove("A", 1, 2));
    assertThat(route.firstUnknown()).isEmpty();
    assertThat(route)
        .hasToString(
            "(4) not by improvements alone: A from (1) to (2), B from (2) to (4); A from (1) to (2) is a loss and needs a guarantee");
  }

  @Example
  void a_step_of_which_nobody_knows_is_no_loss_and_no_gain() {
    ConflictModel model = youFirst().ranking("A", "YY", "NN").ranking("B", "YY", "YN").build();
    Route route = from(model, "NN").route(4);
    assertThat(route.firstLoss()).isEmpty();
    assertThat(route.firstUnknown()).contains(new UnilateralMove("A", 1, 2));
    assertThat(route)
        .hasToString(
            "(4) not by improvements alone: A from (1) to (2), B from (2) to (4); A from (1) to (2) may be a loss, nobody says");
  }

  @Example
  void a_step_that_is_as_good_needs_no_guarantee() {
    ConflictModel model = youFirst().payoffs("A", 1, 1, 2, 3).payoffs("B", 1, 2, 1, 3).build();
    Route route = from(model, "NN").route(4);
    assertThat(route.byImprovements()).isEmpty();
    assertThat(route.firstLoss()).isEmpty();
    assertThat(route.firstUnknown()).isEmpty();
    assertThat(route)
        .hasToString("(4) not by improvements alone: A from (1) to (2), B from (2) to (4)");
  }

  @Example
  void where_improvements_lead_nobody_needs_a_guarantee() {
    ConflictModel model = youFirst().payoffs("A", 1, 2, 1, 2).payoffs("B", 1, 1, 2, 2).build();
    StatusQuo present = from(model, "NN");
    assertThat(present.route(4))
        .hasToString("(4) by improvements: A from (1) to (2), B from (2) to (4)");
    assertThat(present.route(1)).hasToString("(1) is the present state");
    assertThat(present.reachableByImprovements()).containsExactly(2, 3, 4);
    assertThat(present.equilibria(StabilityConcept.NASH)).extracting(Route::to).containsExactly(4);
  }

  @Example
  void what_cannot_be_reached_is_no_route_and_no_reachable_equilibrium() {
    ConflictModel model = youFirst().payoffs("A", 1, 2, 1, 2).payoffs("B", 1, 1, 2, 2).build();
    StatusQuo late = from(model, "YN");
    assertThat(late.route(1)).hasToString("(1) cannot be reached");
    assertThat(late.reachable()).containsExactly(4);
    ConflictModel apart =
        ConflictModel.byArcs().decisionMakers("A").states("x", "y").payoffs("A", 1, 1).build();
    assertThat(StabilityAnalysis.of(apart).equilibria(StabilityConcept.NASH)).containsExactly(1, 2);
    assertThat(from(apart, "x").equilibria(StabilityConcept.NASH))
        .extracting(Route::to)
        .isEqualTo(List.of(1));
  }

  @Example
  void nobody_moves_twice_in_a_row() {
    ConflictModel steps =
        ConflictModel.byArcs()
            .decisionMakers("A", "B")
            .states("s1", "s2", "s3")
            .arc("A", "s1", "s2")
            .arc("A", "s2", "s3")
            .build();
    assertThat(from(steps, "s1").reachable()).containsExactly(2);
    ConflictModel between =
        ConflictModel.byArcs()
            .decisionMakers("A", "B")
            .states("s1", "s2", "s3", "s4")
            .arc("A", "s1", "s2")
            .arc("B", "s2", "s4")
            .arc("A", "s4", "s3")
            .build();
    assertThat(from(between, "s1").route(3))
        .hasToString(
            "(3) not by improvements alone: A from (1) to (2), B from (2) to (4), A from (4) to (3); A from (1) to (2) may be a loss, nobody says");
  }
}
