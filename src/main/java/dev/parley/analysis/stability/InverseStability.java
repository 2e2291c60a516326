package dev.parley.analysis.stability;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.analysis.stability.Witness.PreferenceFact;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The inverse question: the fewest preference facts that would have to change to make a state
 * stable. In the prisoner's dilemma one fact for each keeps mutual cooperation under Nash: that it
 * does not like to defect alone better.
 *
 * <p>A fact that counts says that some state is better than the target. For stability at the target
 * nothing else of the focal decision maker's ranking matters, so sets of such facts are searched,
 * not rankings. That other comparisons may have to follow, for the ranking to stay one, is not
 * counted. What is unknown counts as in need of change: it would have to be known. For {@link
 * StabilityConcept#SEQ} the others' improvements are taken as they are. Immutable.
 *
 * @see "Kinsara, Kilgour, Hipel: Inverse approach to the graph model for conflict resolution
 *     (2015)"
 */
public final class InverseStability {
  /** How many steps of the search are made unless said otherwise. */
  public static final int DEFAULT_BUDGET = 1_000_000;

  private final ConflictModel model;
  private final int budget;

  private InverseStability(ConflictModel model, int budget) {
    this.model = model;
    this.budget = budget;
  }

  /**
   * What would have to change. Immutable.
   *
   * @param decisionMaker whose preferences
   * @param concept under which the target is to be stable
   * @param target the number of the state
   * @param fewest how many facts; fewer do not do
   * @param choices every smallest set of facts as they would have to be; one empty set where
   *     nothing has to change
   * @param isComplete whether the search came to its end; if not, there may be more choices, and
   *     where there is none, more facts than {@code fewest} may be needed
   */
  public record Change(
      String decisionMaker,
      StabilityConcept concept,
      int target,
      int fewest,
      ImmutableList<ImmutableSet<PreferenceFact>> choices,
      boolean isComplete) {
    @Override
    public String toString() {
      if (choices.isEmpty()) {
        return String.format(
            Locale.ROOT, "%s: %,d facts or more, the search was cut", decisionMaker, fewest);
      }
      if (fewest == 0) {
        return decisionMaker + ": nothing has to change";
      }
      return decisionMaker
          + ": "
          + String.join(
              "; or ",
              choices.stream()
                  .map(c -> String.join(" and ", c.stream().map(PreferenceFact::toString).toList()))
                  .toList())
          + (isComplete ? "" : "; the search was cut");
    }
  }

  /**
   * Asks about a conflict.
   *
   * @param model a conflict that was not cut
   * @return the question
   * @throws IllegalArgumentException if the model does not hold all that can be reached
   */
  public static InverseStability of(ConflictModel model) {
    return of(model, DEFAULT_BUDGET);
  }

  /**
   * Asks about a conflict within a budget.
   *
   * @param model a conflict that was not cut
   * @param budget how many steps the search makes at most, for each decision maker; 1 or more
   * @return the question
   * @throws IllegalArgumentException if the model does not hold all that can be reached, or the
   *     budget is below 1
   */
  public static InverseStability of(ConflictModel model, int budget) {
    if (!model.isComplete()) {
      throw new IllegalArgumentException(
          "the model was cut: what would make a state last cannot be told. Build it with more states");
    }
    if (budget < 1) {
      throw new IllegalArgumentException("budget (%s) must be 1 or more".formatted(budget));
    }
    return new InverseStability(model, budget);
  }

  /**
   * {@return what would have to change to make a state an equilibrium: the fewest changes of each
   * decision maker, in their order, and so the fewest for all together}
   *
   * @param concept under which concept
   * @param target a state's number
   */
  public ImmutableList<Change> forAll(StabilityConcept concept, int target) {
    return model.decisionMakers().stream()
        .map(one -> forOne(concept, one, target))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * {@return the fewest changes that make a state stable for one}
   *
   * @param concept under which concept
   * @param decisionMaker a decision maker
   * @param target a state's number
   */
  public Change forOne(StabilityConcept concept, String decisionMaker, int target) {
    Search search = new Search(concept, model.dm(decisionMaker), model.index(target));
    int size = 0;
    while (search.found.isEmpty() && search.steps < budget) {
      search.seen.clear();
      search.choose(new BitSet(), size++);
    }
    ImmutableList<ImmutableSet<PreferenceFact>> choices =
        search.found.stream()
            .map(states -> facts(decisionMaker, states, model.index(target)))
            .collect(ImmutableList.toImmutableList());
    return new Change(decisionMaker, concept, target, size - 1, choices, search.steps < budget);
  }

  private static ImmutableSet<PreferenceFact> facts(
      String decisionMaker, BitSet states, int target) {
    return states.stream()
        .mapToObj(state -> PreferenceFact.notBetter(decisionMaker, state, target))
        .collect(ImmutableSet.toImmutableSet());
  }

  /** For each improvement, the ways to be rid of it: sets of states that must not be better. */
  private final class Search {
    private final List<List<BitSet>> ways = new ArrayList<>();
    private final Set<BitSet> seen = new HashSet<>();
    private final Set<BitSet> found = new LinkedHashSet<>();
    private int steps;

    Search(StabilityConcept concept, int dm, int target) {
      Arcs own = model.arcs(dm);
      MoveKind moves = concept == StabilityConcept.SEQ ? MoveKind.IMPROVING : MoveKind.ANY;
      LegalSequences others =
          new LegalSequences(model, model.orders(), model.everybody() & ~(1 << dm), moves);
      for (int at = own.begin(target); at < own.end(target); at++) {
        int improvement = own.to(at);
        if (isBetter(dm, improvement, target)) {
          BitSet itself = new BitSet();
          itself.set(improvement);
          Set<BitSet> choices = new LinkedHashSet<>(List.of(itself));
          if (concept != StabilityConcept.NASH) {
            for (int held : others.from(improvement).nearestFirst()) {
              choices.add(obstacles(concept, dm, held, target));
            }
          }
          ways.add(new ArrayList<>(choices));
        }
      }
    }

    private boolean isBetter(int dm, int state, int than) {
      return Assumption.AGAINST.isBetter(model.order(dm), state, than);
    }

    /** What must not be better for a state to serve as an answer. */
    private BitSet obstacles(StabilityConcept concept, int dm, int held, int target) {
      BitSet states = new BitSet();
      states.set(held, isBetter(dm, held, target));
      Arcs own = model.arcs(dm);
      for (int at = own.begin(held); concept == StabilityConcept.SMR && at < own.end(held); at++) {
        if (isBetter(dm, own.to(at), target)) {
          states.set(own.to(at));
        }
      }
      return states;
    }

    void choose(BitSet changed, int most) {
      if (steps >= budget || !seen.add(changed)) {
        return;
      }
      steps++;
      for (List<BitSet> way : ways) {
        if (way.stream().noneMatch(states -> isWithin(states, changed))) {
          for (BitSet states : way) {
            BitSet more = (BitSet) changed.clone();
            more.or(states);
            if (more.cardinality() <= most) {
              choose(more, most);
            }
          }
          return;
        }
      }
      found.add(changed);
    }

    private static boolean isWithin(BitSet states, BitSet all) {
      BitSet rest = (BitSet) states.clone();
      rest.andNot(all);
      return rest.isEmpty();
    }
  }
}
