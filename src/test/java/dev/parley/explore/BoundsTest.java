package dev.parley.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.explore.Exploration.Extent.Ending;
import dev.parley.explore.Exploration.SearchProgress;
import dev.parley.explore.Exploration.Verdict;
import dev.parley.explore.Exploration.Verdict.Status;
import dev.parley.explore.Haggling.Act;
import dev.parley.explore.Haggling.Care;
import dev.parley.explore.Haggling.Table;
import dev.parley.explore.Model.Next;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** A bound that is hit gives what was found so far, and says how far that is. */
class BoundsTest {
  private static final Haggling MODEL = new Haggling(12, 12, 20);

  @Provide
  Arbitrary<Graph> graphs() {
    return Graph.any();
  }

  private static Explorer<Table, Act> explorer() {
    return Explorer.of(MODEL)
        .check(
            Haggling.EVEN_ROUNDS,
            Haggling.AGREED,
            Haggling.EXPIRED,
            Property.everyPlayCanEnd(),
            Property.everyPlayEnds());
  }

  @Example
  void a_bound_on_depth_leaves_open_what_lies_beyond() {
    Exploration<Table, Act> found = explorer().maxDepth(14).explore();
    assertThat(found.extent())
        .hasToString("complete to depth 14, not beyond (the bound of 14 moves in a row was hit)");
    assertThat(found.holds()).isFalse();
    assertThat(found.verdicts())
        .extracting(Verdict::status)
        .containsExactly(
            Status.HOLDS_SO_FAR,
            Status.HOLDS,
            Status.NOT_MET_SO_FAR,
            Status.UNSOUND,
            Status.UNSOUND);
    assertThat(found.toString())
        .contains(
            "holds so far: it is A's turn exactly when the round is even (complete to depth 14, not"
                + " beyond (the bound of 14 moves in a row was hit))\n")
        .contains("holds: there is an agreement (first after 2 moves)\n")
        .contains("not met so far: the talks expire (complete to depth 14")
        .contains("not judged: every play ends (this needs every reachable state: complete to");
    assertThat(found.statistics().levels()).hasSize(15);
  }

  @net.jqwik.api.Property
  void a_bound_on_states_is_kept_to_the_state(
      @ForAll("graphs") Graph graph,
      @ForAll @IntRange(min = 1, max = 40) int bound,
      @ForAll @IntRange(min = 1, max = 3) int threads) {
    Naive<Integer, Integer> naive = Naive.search(graph);
    Exploration<Integer, Integer> found =
        Explorer.of(graph).maxStates(bound).threads(threads).explore();
    int all = naive.depths().size();
    assertThat(found.statistics().distinct()).isEqualTo(Math.min(bound, all));
    assertThat(found.extent().ending()).isEqualTo(bound < all ? Ending.STATES : Ending.COMPLETE);
    // Complete means complete: every state to that depth is among those that were found.
    int inDepth =
        naive.levels().stream()
            .limit(found.extent().depth() + 1L)
            .mapToInt(Integer::intValue)
            .sum();
    assertThat(inDepth).isLessThanOrEqualTo(found.statistics().distinct());
    assertThat(found.statistics().levels().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(found.statistics().distinct());
  }

  @Example
  void a_bound_below_the_starts_is_complete_to_no_depth() {
    Model<Integer, Integer> two = new TwoStarts();
    Exploration<Integer, Integer> found = Explorer.of(two).maxStates(1).explore();
    assertThat(found.extent()).hasToString("complete to no depth (the bound of 1 states was hit)");
  }

  private static final class TwoStarts implements Model<Integer, Integer> {
    @Override
    public List<Integer> starts() {
      return List.of(1, 2);
    }

    @Override
    public List<Integer> moves(Integer state) {
      return List.of();
    }

    @Override
    public Next<Integer> next(Integer state, Integer move) {
      throw new AssertionError("there are no moves");
    }
  }

  @Example
  void a_bound_on_time_is_told_by_the_callers_clock() {
    AtomicLong clock = new AtomicLong();
    Exploration<Table, Act> found =
        explorer().maxTime(Duration.ofSeconds(2), () -> clock.addAndGet(100_000_000)).explore();
    assertThat(found.extent().ending()).isEqualTo(Ending.TIME);
    assertThat(found.extent().toString())
        .startsWith("complete to depth ")
        .endsWith(", not beyond (the bound of 2 s was hit)");
    assertThat(found.verdict("every play ends").status()).isEqualTo(Status.UNSOUND);
  }

  @Example
  void a_bound_on_memory_counts_the_states_at_the_size_that_is_given() {
    Exploration<Table, Act> found = explorer().maxBytes(3_000_000, 100).explore();
    assertThat(found.extent().ending()).isEqualTo(Ending.MEMORY);
    assertThat(found.extent().because()).isEqualTo("the bound of 3,000,000 bytes was hit");
    assertThat(found.statistics().distinct()).isBetween(1_000, 30_000);
  }

  @Example
  void an_interrupt_ends_it_and_is_left_for_the_caller() {
    Thread.currentThread().interrupt();
    Exploration<Table, Act> found = explorer().explore();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(found.extent())
        .hasToString("complete to depth 0, not beyond (the thread was interrupted)");
  }

  @Example
  void stopping_at_a_violation_is_the_same_for_any_threads() {
    Haggling late = new Haggling(12, 12, 20, Care.ACCEPTS_TOO_LATE);
    Exploration<Table, Act> alone =
        Explorer.of(late).check(late.inTime()).stopAtFirstViolation().explore();
    assertThat(alone.extent())
        .hasToString("complete to depth 21, not beyond (a violation ended it)");
    assertThat(alone.counterexample().orElseThrow().play().steps()).hasSize(22);
    Exploration<Table, Act> shared =
        Explorer.of(late).check(late.inTime()).stopAtFirstViolation().threads(3).explore();
    assertThat(shared).hasToString(alone.toString());
  }

  @Example
  void a_violation_in_the_start_ends_it_there() {
    Exploration<Table, Act> found =
        Explorer.of(MODEL)
            .check(Property.never("nobody has spoken", t -> t.round() == 0))
            .stopAtFirstViolation()
            .explore();
    assertThat(found.counterexample().orElseThrow().transcript())
        .isEqualTo(
            """
            violated after 0 moves: never: nobody has spoken
            start  open on day 0, A silent, B silent
            """);
    assertThat(found.extent().depth()).isZero();
  }

  @Example
  void progress_is_told_by_level_or_by_the_clock() {
    List<SearchProgress> levels = new ArrayList<>();
    Exploration<Table, Act> found = Explorer.of(MODEL).onLevel(levels::add).explore();
    assertThat(levels).hasSize(found.statistics().depth());
    assertThat(levels.get(0)).hasToString("depth 1, 15 states, 14 in the queue");

    AtomicLong clock = new AtomicLong();
    List<SearchProgress> ticks = new ArrayList<>();
    Explorer.of(MODEL)
        .maxStates(1000)
        .onProgress(Duration.ofMillis(100), () -> clock.addAndGet(50_000_000), ticks::add)
        .explore();
    assertThat(ticks).isNotEmpty();
    SearchProgress first = ticks.get(0);
    assertThat(first.statesPerSecond()).isPresent();
    assertThat(first.timeLeft()).isPresent();
    assertThat(
            new SearchProgress(
                    412_000,
                    1,
                    14,
                    3_100,
                    first.statesPerSecond(),
                    first.timeLeft(),
                    java.util.OptionalDouble.of(0.5))
                .line(10))
        .startsWith("[#####.....] depth 14, 412,000 states, 3,100 in the queue, ")
        .endsWith(" s left");
  }

  @Example
  void settings_outside_their_range_are_turned_down() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Explorer.of(MODEL).threads(0))
        .withMessage("threads (0) must be from 1 to 64");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Explorer.of(MODEL).maxDepth(-1))
        .withMessage("max depth (-1) must be 0 or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> explorer().check(Haggling.AGREED))
        .withMessageEndingWith("must have different sentences");
  }
}
