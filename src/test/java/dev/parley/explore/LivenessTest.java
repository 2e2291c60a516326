package dev.parley.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.explore.Exploration.Counterexample;
import dev.parley.explore.Exploration.Verdict;
import dev.parley.explore.Exploration.Verdict.Status;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/** Whether plays end, on small graphs. */
class LivenessTest {
  @Provide
  Arbitrary<Graph> graphs() {
    return Graph.any();
  }

  private static Exploration<Integer, Integer> explored(Graph graph, int threads) {
    return Explorer.of(graph)
        .check(Property.everyPlayCanEnd(), Property.everyPlayEnds())
        .threads(threads)
        .explore();
  }

  private static Verdict<Integer, Integer> canEnd(Graph graph) {
    return explored(graph, 1).verdict("every play can still end");
  }

  private static Verdict<Integer, Integer> ends(Graph graph) {
    return explored(graph, 1).verdict("every play ends");
  }

  @Example
  void a_line_ends() {
    Graph line = Graph.of(3, "0>1 1>2");
    assertThat(canEnd(line))
        .hasToString("holds: every play can still end (all 3 states that can be reached)");
    assertThat(ends(line).status()).isEqualTo(Status.HOLDS);
  }

  @Example
  void a_circle_with_a_way_out_can_end_and_need_not() {
    Graph circle = Graph.of(5, "0>1 1>2 2>3 3>1 3>4");
    assertThat(canEnd(circle).status()).isEqualTo(Status.HOLDS);
    Verdict<Integer, Integer> verdict = ends(circle);
    assertThat(verdict)
        .hasToString(
            "violated: every play ends (after 4 moves, of which the last 3 may go on for ever)");
    Counterexample<Integer, Integer> lasso = verdict.counterexample().orElseThrow();
    assertThat(lasso.loopFrom()).hasValue(1);
    assertThat(lasso.play().states()).containsExactly(0, 1, 2, 3, 1);
    assertThat(lasso.transcript())
        .isEqualTo(
            """
            violated after 4 moves: every play ends
            start  0
            1      1
            again and again:
            2      2
            3      3
            4      1
            end    1
            """);
  }

  @Example
  void a_state_that_leads_to_itself_is_the_smallest_circle() {
    Counterexample<Integer, Integer> lasso =
        ends(Graph.of(3, "0>1 1>1 1>2")).counterexample().orElseThrow();
    assertThat(lasso.play().states()).containsExactly(0, 1, 1);
    assertThat(lasso.loopFrom()).hasValue(1);
  }

  @Example
  void a_circle_after_the_end_does_no_harm() {
    assertThat(ends(Graph.of(3, "0>1 1>2 2>1").endingAt(1)).status()).isEqualTo(Status.HOLDS);
  }

  @Example
  void a_state_that_is_stuck_before_the_end_is_found() {
    Graph stuck = Graph.of(4, "0>1 0>2 2>3").endingAt(3);
    assertThat(canEnd(stuck))
        .hasToString(
            "violated: every play can still end (after 1 move, from where no end can be reached)");
    assertThat(ends(stuck))
        .hasToString(
            "violated: every play ends (after 1 move, where it is stuck without being over)");
    assertThat(ends(stuck).counterexample().orElseThrow().play().last()).isEqualTo(1);
  }

  @Example
  void a_trap_that_is_a_circle_is_no_end() {
    Graph trap = Graph.of(5, "0>1 0>4 1>2 2>3 3>2");
    assertThat(canEnd(trap).counterexample().orElseThrow().play().states()).containsExactly(0, 1);
  }

  @Tag("slow")
  @Example
  void haggling_ends_because_the_days_run_out() {
    Exploration<Haggling.Table, Haggling.Act> found =
        Explorer.of(new Haggling(6, 6, 6))
            .check(Property.everyPlayCanEnd(), Property.everyPlayEnds())
            .threads(2)
            .explore();
    assertThat(found.holds()).as(found.toString()).isTrue();
  }

  @net.jqwik.api.Property(tries = 1000)
  void the_long_run_is_judged_as_by_brute_force(
      @ForAll("graphs") Graph graph, @ForAll @IntRange(min = 1, max = 3) int threads) {
    Exploration<Integer, Integer> found = explored(graph, threads);
    // An end is where a play stops, so that nothing after it counts.
    Graph stopping = graph.stoppingAtEnds();
    Set<Integer> reached = Naive.search(stopping).depths().keySet();
    boolean canEnd = reached.stream().allMatch(state -> reaches(graph, state));
    boolean ends = ends(graph, 0, graph.leadsTo().size());
    Statistics.label("can end, ends").collect(canEnd, ends);
    Statistics.label("can end, ends")
        .coverage(
            coverage -> {
              coverage.check(true, true).count(count -> count > 0);
              coverage.check(true, false).count(count -> count > 0);
              coverage.check(false, false).count(count -> count > 0);
              coverage.check(false, true).count(count -> count == 0);
            });
    assertThat(found.verdict("every play can still end").status())
        .isEqualTo(canEnd ? Status.HOLDS : Status.VIOLATED);
    Verdict<Integer, Integer> verdict = found.verdict("every play ends");
    assertThat(verdict.status()).isEqualTo(ends ? Status.HOLDS : Status.VIOLATED);
    verdict.counterexample().ifPresent(lasso -> isEndless(graph, lasso));
  }

  /** The lasso is a play of the graph, meets no end, and closes or gets stuck. */
  private static void isEndless(Graph graph, Counterexample<Integer, Integer> lasso) {
    List<Integer> states = lasso.play().states();
    assertThat(states).noneMatch(graph::isOver);
    for (int i = 1; i < states.size(); i++) {
      assertThat(graph.leadsTo().get(states.get(i - 1))).contains(states.get(i));
    }
    int last = states.get(states.size() - 1);
    if (lasso.loopFrom().isPresent()) {
      assertThat(lasso.loopFrom().getAsInt()).isLessThan(states.size() - 1);
      assertThat(states.get(lasso.loopFrom().getAsInt())).isEqualTo(last);
    } else {
      assertThat(graph.leadsTo().get(last)).isEmpty();
    }
  }

  private static boolean reaches(Graph graph, int from) {
    Set<Integer> seen = new HashSet<>(Set.of(from));
    List<Integer> queue = new java.util.ArrayList<>(seen);
    for (int i = 0; i < queue.size(); i++) {
      if (graph.isOver(queue.get(i))) {
        return true;
      }
      graph.leadsTo().get(queue.get(i)).stream().filter(seen::add).forEach(queue::add);
    }
    return false;
  }

  /** A play that makes more moves than there are states without an end goes round in a circle. */
  private static boolean ends(Graph graph, int start, int states) {
    Set<Integer> level = Set.of(start);
    for (int moves = 0; moves <= states; moves++) {
      Set<Integer> next = new HashSet<>();
      for (int state : level) {
        if (!graph.isOver(state)) {
          if (graph.leadsTo().get(state).isEmpty()) {
            return false;
          }
          next.addAll(graph.leadsTo().get(state));
        }
      }
      level = next;
    }
    return level.isEmpty();
  }
}
