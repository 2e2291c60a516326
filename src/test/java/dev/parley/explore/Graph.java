package dev.parley.explore;

import dev.parley.explore.Model.Next;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** A model that is given as a graph: the states are numbers from 0, a move names where it leads. */
record Graph(List<List<Integer>> leadsTo, Set<Integer> ends) implements Model<Integer, Integer> {
  /** Such as {@code Graph.of(3, "0>1 1>2")}; states without a way out are ends. */
  static Graph of(int states, String steps) {
    List<List<Integer>> leadsTo = new ArrayList<>();
    for (int i = 0; i < states; i++) {
      leadsTo.add(new ArrayList<>());
    }
    for (String step : steps.split(" ")) {
      int at = step.indexOf('>');
      leadsTo
          .get(Integer.parseInt(step.substring(0, at)))
          .add(Integer.parseInt(step.substring(at + 1)));
    }
    Set<Integer> ends = new java.util.HashSet<>();
    for (int i = 0; i < states; i++) {
      if (leadsTo.get(i).isEmpty()) {
        ends.add(i);
      }
    }
    return new Graph(leadsTo, ends);
  }

  Graph endingAt(Integer... states) {
    return new Graph(leadsTo, Set.of(states));
  }

  Graph stoppingAtEnds() {
    List<List<Integer>> steps = new ArrayList<>();
    for (int i = 0; i < leadsTo.size(); i++) {
      steps.add(ends.contains(i) ? List.of() : leadsTo.get(i));
    }
    return new Graph(steps, ends);
  }

  /** Graphs of up to 40 states, each with up to three ways out; some are ends. */
  static Arbitrary<Graph> any() {
    return Arbitraries.integers()
        .between(1, 40)
        .flatMap(
            n ->
                Arbitraries.integers()
                    .between(0, n - 1)
                    .list()
                    .ofMaxSize(3)
                    .list()
                    .ofSize(n)
                    .flatMap(
                        steps ->
                            Arbitraries.integers()
                                .between(0, n - 1)
                                .set()
                                .ofMaxSize(Math.min(3, n))
                                .map(ends -> new Graph(steps, ends))));
  }

  @Override
  public List<Integer> starts() {
    return List.of(0);
  }

  @Override
  public List<Integer> moves(Integer state) {
    return leadsTo.get(state);
  }

  @Override
  public Next<Integer> next(Integer state, Integer move) {
    return Next.to(move);
  }

  @Override
  public boolean isOver(Integer state) {
    return ends.contains(state);
  }

  @Override
  public String kind(Integer move) {
    return "step";
  }
}
