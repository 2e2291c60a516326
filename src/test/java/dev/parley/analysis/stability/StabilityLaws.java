package dev.parley.analysis.stability;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import dev.parley.analysis.stability.Coalitions.Improvement;
import dev.parley.analysis.stability.ConflictModel.UnilateralMove;
import dev.parley.analysis.stability.Witness.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every conflict; and that each law is put to the test. */
class StabilityLaws {
  @Provide
  Arbitrary<Sketch> conflicts() {
    return Sketch.any(8);
  }

  @Provide
  Arbitrary<Sketch> tiny() {
    return Sketch.any(3).filter(s -> s.who().size() <= 3);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void nash_implies_seq_and_smr_and_each_of_them_gmr(@ForAll("conflicts") Sketch sketch) {
    Cases cases =
        new Cases(
            "SEQ stable, not Nash stable",
            "SMR stable, not Nash stable",
            "GMR stable, not SEQ stable",
            "GMR stable, not SMR stable",
            "SEQ stable, not SMR stable",
            "SMR stable, not SEQ stable",
            "unstable under every concept");
    StabilityAnalysis analysis = StabilityAnalysis.of(sketch.model());
    for (String one : sketch.who()) {
      for (int state = 1; state <= sketch.states(); state++) {
        boolean nash = analysis.verdict(StabilityConcept.NASH, one, state) == Stability.STABLE;
        boolean gmr = analysis.verdict(StabilityConcept.GMR, one, state) == Stability.STABLE;
        boolean smr = analysis.verdict(StabilityConcept.SMR, one, state) == Stability.STABLE;
        boolean seq = analysis.verdict(StabilityConcept.SEQ, one, state) == Stability.STABLE;
        assertThat(!nash || seq && smr).isTrue();
        assertThat(!seq && !smr || gmr).isTrue();
        cases.sometimes("SEQ stable, not Nash stable", seq && !nash);
        cases.sometimes("SMR stable, not Nash stable", smr && !nash);
        cases.sometimes("GMR stable, not SEQ stable", gmr && !seq);
        cases.sometimes("GMR stable, not SMR stable", gmr && !smr);
        cases.sometimes("SEQ stable, not SMR stable", seq && !smr);
        cases.sometimes("SMR stable, not SEQ stable", smr && !seq);
        cases.sometimes("unstable under every concept", !gmr);
      }
    }
    cases.count();
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void one_pass_says_what_the_definitions_say(@ForAll("conflicts") Sketch sketch) {
    Cases cases = new Cases("stable", "unstable");
    ConflictModel model = sketch.model();
    StabilityAnalysis analysis = StabilityAnalysis.of(model);
    for (StabilityConcept concept : StabilityConcept.values()) {
      for (String one : sketch.who()) {
        for (int state = 1; state <= sketch.states(); state++) {
          boolean stable = analysis.verdict(concept, one, state).isStableWhatever();
          cases.sometimes(stable ? "stable" : "unstable", true);
          assertThat(stable)
              .as("%s of %s at %s", concept, one, state)
              .isEqualTo(Definitions.isStable(model, concept, one, state));
        }
      }
    }
    cases.count();
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void every_verdict_has_a_witness_that_holds(@ForAll("conflicts") Sketch sketch) {
    Cases cases =
        new Cases("an answer of several moves", "an answer in which one moves several times");
    ConflictModel model = sketch.model();
    StabilityAnalysis analysis = StabilityAnalysis.of(model);
    for (StabilityConcept concept : StabilityConcept.values()) {
      for (String one : sketch.who()) {
        for (int state = 1; state <= sketch.states(); state++) {
          Reason reason = analysis.why(concept, one, state);
          WitnessChecker.check(model, concept, one, state, reason);
          reason.stable().stream()
              .flatMap(w -> w.answers().stream())
              .forEach(answer -> meet(cases, answer));
        }
      }
    }
    cases.count();
  }

  private static void meet(Cases cases, Witness.Answer answer) {
    List<String> movers = answer.sequence().stream().map(UnilateralMove::by).toList();
    cases.sometimes("an answer of several moves", movers.size() > 1);
    cases.sometimes(
        "an answer in which one moves several times", Set.copyOf(movers).size() < movers.size());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void other_numbers_change_nothing_else(@ForAll("conflicts") Sketch sketch, @ForAll Random lots) {
    Cases cases = new Cases("a relabelled equilibrium");
    List<Integer> shuffled = new ArrayList<>(IntStream.range(0, sketch.states()).boxed().toList());
    Collections.shuffle(shuffled, lots);
    int[] to = shuffled.stream().mapToInt(s -> s).toArray();
    StabilityAnalysis before = StabilityAnalysis.of(sketch.partly(List.of()));
    StabilityAnalysis after = StabilityAnalysis.of(sketch.relabelled(to).partly(List.of()));
    for (StabilityConcept concept :
        List.of(StabilityConcept.NASH, StabilityConcept.GMR, StabilityConcept.SMR)) {
      assertThat(after.equilibria(concept)).isEqualTo(moved(before.equilibria(concept), to));
      assertThat(after.possibleEquilibria(concept))
          .isEqualTo(moved(before.possibleEquilibria(concept), to));
    }
    StabilityAnalysis known = StabilityAnalysis.of(sketch.model());
    ImmutableSortedSet<Integer> lasting = known.equilibria(StabilityConcept.SEQ);
    assertThat(StabilityAnalysis.of(sketch.relabelled(to).model()).equilibria(StabilityConcept.SEQ))
        .isEqualTo(moved(lasting, to));
    cases.sometimes(
        "a relabelled equilibrium", !lasting.isEmpty() && !moved(lasting, to).equals(lasting));
    cases.count();
  }

  private static ImmutableSortedSet<Integer> moved(Set<Integer> states, int[] to) {
    return states.stream()
        .map(s -> to[s - 1] + 1)
        .collect(ImmutableSortedSet.toImmutableSortedSet(Integer::compare));
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void a_verdict_under_unknowns_is_what_all_completions_say(@ForAll("tiny") Sketch sketch) {
    Cases cases =
        new Cases(
            "NASH depends", "GMR depends", "SMR depends", "SEQ depends", "all depend at once");
    ConflictModel model = sketch.partly(List.of());
    StabilityAnalysis analysis = StabilityAnalysis.of(model);
    List<ConflictModel> completed = sketch.completions(model).stream().map(sketch::model).toList();
    assertThat(completed).isNotEmpty();
    for (StabilityConcept concept : StabilityConcept.values()) {
      for (int state = 1; state <= sketch.states(); state++) {
        int at = state;
        long lasting =
            completed.stream()
                .filter(
                    c ->
                        sketch.who().stream()
                            .allMatch(w -> Definitions.isStable(c, concept, w, at)))
                .count();
        Stability found = analysis.verdict(concept, state);
        assertThat(found)
            .as("%s of all at %s", concept, state)
            .isIn(exact(lasting, completed.size()), Stability.CANNOT_TELL);
        assertThat(found != Stability.CANNOT_TELL || concept == StabilityConcept.SEQ).isTrue();
        cases.sometimes("all depend at once", found == Stability.DEPENDS);
      }
    }
    for (StabilityConcept concept : StabilityConcept.values()) {
      for (String one : sketch.who()) {
        for (int state = 1; state <= sketch.states(); state++) {
          int at = state;
          long stable =
              completed.stream().filter(c -> Definitions.isStable(c, concept, one, at)).count();
          Stability exact = exact(stable, completed.size());
          Stability found = analysis.verdict(concept, one, state);
          if (found == Stability.CANNOT_TELL) {
            assertThat(concept).isEqualTo(StabilityConcept.SEQ);
          } else {
            assertThat(found).as("%s of %s at %s", concept, one, state).isEqualTo(exact);
            cases.sometimes(concept.name() + " depends", found == Stability.DEPENDS);
          }
        }
      }
    }
    cases.count();
  }

  private static Stability exact(long stable, int completions) {
    if (stable == completions) {
      return Stability.STABLE;
    }
    return stable == 0 ? Stability.UNSTABLE : Stability.DEPENDS;
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void what_is_stable_whatever_the_unknowns_is_so_for_some(@ForAll("conflicts") Sketch sketch) {
    Cases cases = new Cases("stable whatever the unknowns", "stable for some completion only");
    StabilityAnalysis partly = StabilityAnalysis.of(sketch.partly(List.of()));
    StabilityAnalysis known = StabilityAnalysis.of(sketch.model());
    for (StabilityConcept concept : StabilityConcept.values()) {
      assertThat(partly.possibleEquilibria(concept)).containsAll(partly.equilibria(concept));
      assertThat(known.equilibria(concept)).containsAll(partly.equilibria(concept));
      cases.sometimes(
          "stable whatever the unknowns",
          !partly.model().isFullyKnown() && !partly.equilibria(concept).isEmpty());
      cases.sometimes(
          "stable for some completion only",
          partly.possibleEquilibria(concept).size() > partly.equilibria(concept).size());
      for (String one : sketch.who()) {
        for (int state = 1; state <= sketch.states(); state++) {
          Stability then = partly.verdict(concept, one, state);
          Stability now = known.verdict(concept, one, state);
          assertThat(EnumSet.of(now, Stability.DEPENDS, Stability.CANNOT_TELL)).contains(then);
        }
      }
    }
    cases.count();
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void the_facts_that_a_witness_takes_for_granted_decide(@ForAll("conflicts") Sketch sketch) {
    Cases cases = new Cases("SEQ cannot be told", "facts decide for", "facts decide against");
    StabilityAnalysis partly = StabilityAnalysis.of(sketch.partly(List.of()));
    for (StabilityConcept concept : StabilityConcept.values()) {
      for (String one : sketch.who()) {
        for (int state = 1; state <= sketch.states(); state++) {
          Reason reason = partly.why(concept, one, state);
          cases.sometimes("SEQ cannot be told", reason.verdict() == Stability.CANNOT_TELL);
          assertThat(reason.stable().isPresent()).isEqualTo(reason.verdict().isStableForSome());
          assertThat(reason.unstable().isPresent())
              .isEqualTo(
                  reason.verdict() == Stability.UNSTABLE || reason.verdict() == Stability.DEPENDS);
          reason.stable().ifPresent(w -> decides(cases, reason, w, Stability.STABLE));
          reason.unstable().ifPresent(w -> decides(cases, reason, w, Stability.UNSTABLE));
          int at = state;
          reason
              .stable()
              .ifPresent(
                  w -> assertThat(after(sketch, w, concept, one, at)).isEqualTo(Stability.STABLE));
          reason
              .unstable()
              .ifPresent(
                  w ->
                      assertThat(after(sketch, w, concept, one, at)).isEqualTo(Stability.UNSTABLE));
        }
      }
    }
    cases.count();
  }

  private static Stability after(
      Sketch sketch, Witness witness, StabilityConcept concept, String one, int state) {
    return StabilityAnalysis.of(sketch.partly(witness.given())).verdict(concept, one, state);
  }

  private static void decides(Cases cases, Reason reason, Witness witness, Stability side) {
    assertThat(witness.given().isEmpty()).isEqualTo(reason.verdict() == side);
    cases.sometimes("facts decide for", side == Stability.STABLE && !witness.given().isEmpty());
    cases.sometimes(
        "facts decide against", side == Stability.UNSTABLE && !witness.given().isEmpty());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void a_coalition_reaches_what_legal_sequences_reach(@ForAll("conflicts") Sketch sketch) {
    Cases cases = new Cases("a coalition gains where no member does alone");
    ConflictModel model = sketch.model();
    Coalitions coalitions = Coalitions.of(model);
    for (Set<String> members : Sets.powerSet(Set.copyOf(sketch.who()))) {
      for (int state = 1; !members.isEmpty() && state <= sketch.states(); state++) {
        Set<Integer> reachable = Definitions.reachable(model, members, state, false);
        reachable.remove(state);
        assertThat(coalitions.reachable(members, state)).isEqualTo(reachable);
        ImmutableList<Improvement> found = coalitions.improvements(members, state);
        assertThat(found.stream().map(Improvement::to))
            .containsExactlyElementsOf(
                reachable.stream()
                    .filter(to -> allGain(model, members, found, to))
                    .sorted()
                    .toList());
        found.forEach(improvement -> walks(model, improvement));
        int from = state;
        cases.sometimes(
            "a coalition gains where no member does alone",
            !found.isEmpty()
                && members.stream()
                    .allMatch(m -> coalitions.improvements(Set.of(m), from).isEmpty()));
      }
    }
    cases.count();
  }

  private static boolean allGain(
      ConflictModel model, Set<String> members, List<Improvement> found, int to) {
    return !found.isEmpty()
        && members.stream().allMatch(m -> Definitions.isBetter(model, m, to, found.get(0).from()));
  }

  private static void walks(ConflictModel model, Improvement improvement) {
    int at = improvement.from();
    String last = "";
    for (UnilateralMove move : improvement.moves()) {
      assertThat(improvement.coalition()).contains(move.by());
      assertThat(move.by()).isNotEqualTo(last);
      assertThat(move.from()).isEqualTo(at);
      assertThat(model.moves(move.by(), at)).contains(move.to());
      at = move.to();
      last = move.by();
    }
    assertThat(at).isEqualTo(improvement.to());
  }
}
