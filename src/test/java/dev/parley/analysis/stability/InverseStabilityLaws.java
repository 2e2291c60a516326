package dev.parley.analysis.stability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.parley.analysis.stability.Witness.PreferenceFact;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The fewest facts to change, against every set of facts that could. */
class InverseStabilityLaws {
  private static final ConflictModel DILEMMA =
      ConflictModel.byOptions()
          .decisionMakers("A", "B")
          .option("A", "cooperate")
          .option("B", "cooperate")
          .ranking("A", "NY", "YY", "NN", "YN")
          .ranking("B", "YN", "YY", "NN", "NY")
          .build();

  @Provide
  Arbitrary<Sketch> conflicts() {
    return Sketch.any(6);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void the_choices_are_all_the_smallest_that_do(@ForAll("conflicts") Sketch sketch) {
    Cases cases =
        new Cases(
            "nothing", "one fact", "several facts", "several choices", "fewer than improvements");
    ConflictModel model = sketch.model();
    InverseStability inverse = InverseStability.of(model);
    for (StabilityConcept concept : StabilityConcept.values()) {
      for (String one : sketch.who()) {
        for (int target = 1; target <= sketch.states(); target++) {
          InverseStability.Change change = inverse.forOne(concept, one, target);
          Set<Integer> better = better(model, one, target);
          Set<Set<PreferenceFact>> smallest = new HashSet<>();
          for (int size = 0; smallest.isEmpty(); size++) {
            for (Set<Integer> without : Sets.combinations(better, size)) {
              if (isStable(model, concept, one, target, Sets.difference(better, without))) {
                smallest.add(facts(one, target, without));
              }
            }
          }
          assertThat(change.isComplete()).isTrue();
          assertThat(Set.copyOf(change.choices())).isEqualTo(smallest);
          assertThat(change.choices())
              .doesNotHaveDuplicates()
              .allMatch(c -> c.size() == change.fewest());
          cases.sometimes("nothing", change.fewest() == 0);
          cases.sometimes("one fact", change.fewest() == 1);
          cases.sometimes("several facts", change.fewest() > 1);
          cases.sometimes("several choices", change.choices().size() > 1);
          Set<Integer> improvements = new HashSet<>(model.moves(one, target));
          improvements.retainAll(better);
          cases.sometimes(
              "fewer than improvements",
              change.fewest() > 0 && change.fewest() < improvements.size());
        }
      }
    }
    cases.count();
  }

  private static Set<PreferenceFact> facts(String one, int target, Set<Integer> without) {
    Set<PreferenceFact> facts = new HashSet<>();
    without.forEach(state -> facts.add(new PreferenceFact(one, state, target, false)));
    return facts;
  }

  private static Set<Integer> better(ConflictModel model, String one, int target) {
    Set<Integer> better = new HashSet<>();
    for (int state = 1; state <= model.size(); state++) {
      if (Definitions.isBetter(model, one, state, target)) {
        better.add(state);
      }
    }
    return better;
  }

  /** The definition, with the set of better states instead of a ranking. */
  private static boolean isStable(
      ConflictModel model, StabilityConcept concept, String focal, int state, Set<Integer> better) {
    Set<String> others = new HashSet<>(model.decisionMakers());
    others.remove(focal);
    for (int improvement : model.moves(focal, state)) {
      if (better.contains(improvement)
          && (concept == StabilityConcept.NASH
              || Definitions.reachable(model, others, improvement, concept == StabilityConcept.SEQ)
                  .stream()
                  .noneMatch(
                      held ->
                          !better.contains(held)
                              && (concept != StabilityConcept.SMR
                                  || model.moves(focal, held).stream()
                                      .noneMatch(better::contains))))) {
        return false;
      }
    }
    return true;
  }

  @Example
  void cooperation_lasts_under_nash_when_neither_likes_to_defect_alone_better() {
    assertThat(InverseStability.of(DILEMMA).forAll(StabilityConcept.NASH, 4))
        .extracting(InverseStability.Change::toString)
        .containsExactly(
            "A: A does not like (3) better than (4)", "B: B does not like (2) better than (4)");
    assertThat(InverseStability.of(DILEMMA).forOne(StabilityConcept.SEQ, "A", 4))
        .hasToString("A: nothing has to change");
  }

  @Example
  void what_is_unknown_would_have_to_be_known() {
    ConflictModel unknown = ConflictModel.byOptions().decisionMakers("A").option("A", "a").build();
    assertThat(InverseStability.of(unknown).forOne(StabilityConcept.NASH, "A", 1).choices())
        .isEqualTo(List.of(ImmutableSet.of(new PreferenceFact("A", 2, 1, false))));
  }

  @Example
  void a_search_that_is_cut_says_so() {
    ArcForm wheel = ConflictModel.byArcs().decisionMakers("A").states("hub");
    for (int spoke = 1; spoke <= 9; spoke++) {
      wheel.states("spoke " + spoke).arc("A", "hub", "spoke " + spoke);
    }
    ConflictModel model = wheel.payoffs("A", 0, 1, 2, 3, 4, 5, 6, 7, 8, 9).build();
    InverseStability.Change cut =
        InverseStability.of(model, 4).forOne(StabilityConcept.NASH, "A", 1);
    assertThat(cut.isComplete()).isFalse();
    assertThat(cut.choices()).isEmpty();
    assertThat(cut.fewest()).isBetween(1, 9);
    assertThat(cut.toString()).endsWith("facts or more, the search was cut");
    assertThat(InverseStability.of(model).forOne(StabilityConcept.NASH, "A", 1).fewest())
        .isEqualTo(9);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> InverseStability.of(model, 0))
        .withMessage("budget (0) must be 1 or more");
  }
}
