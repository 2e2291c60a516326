package dev.parley.analysis.stability;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.analysis.stability.Coalitions.Improvement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Stuck but bridgeable: nobody gains by moving alone, and some gain by moving together. The bridges
 * are the smallest packages that do it, each with the moves and with who would lose.
 *
 * <p>In a model by options a package is a set of options that change, its parties are their owners,
 * and it is smallest when no part of it is a package. In a model by arcs it is a coalition and a
 * target, and smallest when no part of the coalition can bring that target about to its gain.
 * Immutable.
 */
public final class Bridging {
  private final StabilityAnalysis analysis;
  private final ConflictModel model;
  private final int state;

  private Bridging(StabilityAnalysis analysis, int state) {
    this.analysis = analysis;
    this.model = analysis.model();
    this.state = state;
  }

  /**
   * Looks for bridges.
   *
   * @param analysis the analysis of the conflict
   * @param state the number of the present state
   * @return the bridges from it
   */
  public static Bridging of(StabilityAnalysis analysis, int state) {
    return new Bridging(analysis, analysis.model().index(state));
  }

  /** {@return the conflict} */
  public ConflictModel model() {
    return model;
  }

  /** {@return whether nobody gains by moving alone} */
  public boolean isStuck() {
    return analysis.verdict(StabilityConcept.NASH, state + 1) == Stability.STABLE;
  }

  /** {@return whether nobody gains by moving alone and some gain by moving together} */
  public boolean isStuckButBridgeable() {
    return isStuck() && !bridges().isEmpty();
  }

  /**
   * {@return the smallest packages, wherever they lead: the bridges; fewer changes or members
   * first}
   */
  public ImmutableList<Bridge> bridges() {
    return bridges(Optional.empty());
  }

  /**
   * {@return the smallest packages that lead to an equilibrium, whatever the unknowns are; fewer
   * changes or members first}
   *
   * @param concept which equilibrium
   */
  public ImmutableList<Bridge> bridges(StabilityConcept concept) {
    return bridges(Optional.of(concept));
  }

  private ImmutableList<Bridge> bridges(Optional<StabilityConcept> lasting) {
    BitSet targets = new BitSet();
    targets.set(0, model.size());
    lasting.ifPresent(concept -> analysis.of(concept).forEach(each -> targets.and(each.surely())));
    return model.options().isEmpty() ? ofCoalitions(targets) : ofOptions(targets);
  }

  private ImmutableList<Bridge> ofCoalitions(BitSet targets) {
    Coalitions coalitions = Coalitions.of(model);
    ImmutableList.Builder<Bridge> found = ImmutableList.builder();
    Map<Integer, List<Integer>> movers = new HashMap<>();
    for (int members : Coalitions.bySize(model)) {
      for (Improvement improvement : coalitions.improvements(members, state)) {
        List<Integer> before =
            movers.computeIfAbsent(improvement.to(), target -> new ArrayList<>());
        if (targets.get(improvement.to() - 1)
            && before.stream().noneMatch(smaller -> (smaller & ~members) == 0)) {
          before.add(members);
          found.add(bridge(improvement, ImmutableList.of()));
        }
      }
    }
    return found.build();
  }

  private ImmutableList<Bridge> ofOptions(BitSet targets) {
    Coalitions coalitions = Coalitions.of(model);
    Map<Integer, LegalSequences> sequences = new HashMap<>();
    ImmutableList.Builder<Bridge> found = ImmutableList.builder();
    List<Long> before = new ArrayList<>();
    for (long flips : changes(targets)) {
      int members = owners(flips);
      int to = target(flips);
      if (before.stream().anyMatch(smaller -> (smaller & ~flips) == 0)
          || !coalitions.gains(members, state, to)) {
        continue;
      }
      LegalSequences reached =
          sequences.computeIfAbsent(members, m -> LegalSequences.of(model, m).from(state));
      if (reached.reaches(to)) {
        before.add(flips);
        found.add(
            bridge(
                new Improvement(coalitions.names(members), state + 1, to + 1, reached.to(to)),
                options(flips)));
      }
    }
    return found.build();
  }

  /** Returns the changes that lead to these targets; fewer first, then the first options first. */
  private long[] changes(BitSet targets) {
    return targets.stream()
        .filter(to -> to != state)
        .mapToObj(to -> model.decimal(state) ^ model.decimal(to))
        .sorted(
            java.util.Comparator.<Long>comparingInt(Long::bitCount)
                .thenComparing(Long::reverse, (a, b) -> Long.compareUnsigned(b, a)))
        .mapToLong(flips -> flips)
        .toArray();
  }

  private int target(long flips) {
    return model.find(model.decimal(state) ^ flips);
  }

  private int owners(long flips) {
    int members = 0;
    for (OptionForm.Option option : options(flips)) {
      members |= 1 << model.dm(option.owner());
    }
    return members;
  }

  private ImmutableList<OptionForm.Option> options(long flips) {
    ImmutableList.Builder<OptionForm.Option> changed = ImmutableList.builder();
    for (int o = 0; o < model.options().size(); o++) {
      if ((flips >> o & 1) == 1) {
        changed.add(model.options().get(o));
      }
    }
    return changed.build();
  }

  private Bridge bridge(Improvement improvement, ImmutableList<OptionForm.Option> changes) {
    ImmutableSet.Builder<String> losers = ImmutableSet.builder();
    for (int dm = 0; dm < model.count(); dm++) {
      if (model.order(dm).better(state, improvement.to() - 1) == Comparison.BETTER) {
        losers.add(model.decisionMakers().get(dm));
      }
    }
    return new Bridge(improvement, changes, losers.build());
  }

  /**
   * A package that leads out of a state: who would move together, to where, by which moves, and who
   * else would lose by it. In the prisoner's dilemma: both, to mutual cooperation. Immutable.
   *
   * @param improvement the coalition, the target and the moves; each member gains
   * @param changes the options that are taken or given up, in a model by options; else empty
   * @param losers who is worse off at the target, members of the coalition never
   */
  public record Bridge(
      Improvement improvement,
      ImmutableList<OptionForm.Option> changes,
      ImmutableSet<String> losers) {
    @Override
    public String toString() {
      return improvement
          + (losers.isEmpty()
              ? "; nobody loses"
              : "; " + String.join(", ", losers) + " would lose");
    }
  }
}
