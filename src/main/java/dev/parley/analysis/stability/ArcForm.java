package dev.parley.analysis.stability;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.parley.analysis.stability.ConflictModel.UnilateralMove;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A conflict model in explicit arcs: named states, and who can move from which to which. Moves need
 * not be transitive: that one can go from (1) to (2) and on to (3) does not say that it can go
 * there at once. Not thread-safe.
 */
public final class ArcForm extends ModelBuilder<ArcForm> {
  private final Map<String, Integer> states = new LinkedHashMap<>();
  private final Set<UnilateralMove> seen = new HashSet<>();
  private final List<UnilateralMove> arcs = new ArrayList<>();

  ArcForm() {}

  @Override
  ArcForm self() {
    return this;
  }

  /**
   * Adds states.
   *
   * @param names their names, in the order of their numbers
   * @return this
   * @throws IllegalArgumentException if a name stands twice
   */
  public ArcForm states(String... names) {
    for (String name : names) {
      if (states.putIfAbsent(name, states.size()) != null) {
        throw new IllegalArgumentException(
            "state (%s) appears twice: give each a name of its own".formatted(name));
      }
    }
    return this;
  }

  /**
   * Adds that a decision maker can move from a state to others.
   *
   * @param decisionMaker who can
   * @param from the name of the state it leaves
   * @param to the names of the states it can reach in one move
   * @return this
   * @throws IllegalArgumentException if the decision maker or a state is unknown, or an arc leads
   *     to where it begins
   */
  public ArcForm arc(String decisionMaker, String from, String... to) {
    of(decisionMaker);
    for (String target : to) {
      String arc = "arc of (%s) from (%s) to (%s)".formatted(decisionMaker, from, target);
      int start = find(arc, from);
      int end = find(arc, target);
      if (start == end) {
        throw new IllegalArgumentException(arc + " leads to where it begins: leave it out");
      }
      UnilateralMove move = new UnilateralMove(decisionMaker, start, end);
      if (seen.add(move)) {
        arcs.add(move);
      }
    }
    return this;
  }

  /**
   * Adds that a decision maker can move between two states, there and back.
   *
   * @param decisionMaker who can
   * @param one the name of a state
   * @param other the name of another
   * @return this
   * @throws IllegalArgumentException as {@link #arc}
   */
  public ArcForm bothWays(String decisionMaker, String one, String other) {
    return arc(decisionMaker, one, other).arc(decisionMaker, other, one);
  }

  private int find(String arc, String name) {
    Integer state = states.get(name);
    if (state == null) {
      throw new IllegalArgumentException(
          "%s: state (%s) is none of the %s states so far. Add it first"
              .formatted(arc, name, states.size()));
    }
    return state;
  }

  @Override
  public ConflictModel build() {
    ImmutableList<String> names = requireSomebody();
    if (states.isEmpty()) {
      throw new IllegalArgumentException("a conflict model needs a state");
    }
    StateNames.Given given = new StateNames.Given(ImmutableMap.copyOf(states));
    Arcs[] forward = new Arcs[names.size()];
    Arcs[] back = new Arcs[names.size()];
    for (int dm = 0; dm < forward.length; dm++) {
      forward[dm] = arcsOf(names.get(dm));
      back[dm] = forward[dm].reversed();
    }
    return new ConflictModel(
        names,
        given,
        forward,
        back,
        orders(given, new long[0]),
        Optional.empty(),
        new java.util.BitSet());
  }

  private Arcs arcsOf(String decisionMaker) {
    List<List<Integer>> targets = new ArrayList<>();
    states.keySet().forEach(s -> targets.add(new ArrayList<>(0)));
    for (UnilateralMove arc : arcs) {
      if (arc.by().equals(decisionMaker)) {
        targets.get(arc.from()).add(arc.to());
      }
    }
    Arcs.Builder built = new Arcs.Builder(targets.size());
    for (List<Integer> reached : targets) {
      reached.stream().sorted().forEach(built::add);
      built.endState();
    }
    return built.build();
  }
}
