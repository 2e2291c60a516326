package dev.parley.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.explore.Exploration.Verdict;
import dev.parley.explore.Exploration.Verdict.Status;
import dev.parley.explore.Haggling.Act;
import dev.parley.explore.Haggling.Care;
import dev.parley.explore.Haggling.Table;
import dev.parley.explore.Model.Next;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/** What the explorer finds, against counts from elsewhere and against a search by eye. */
class ExplorerLaws {
  @Provide
  Arbitrary<Graph> graphs() {
    return Graph.any();
  }

  @SuppressWarnings("unchecked")
  private static Explorer<Table, Act> checking(Haggling model) {
    return Explorer.of(model).check(model.properties().toArray(dev.parley.explore.Property[]::new));
  }

  @Tag("slow")
  @Example
  void the_haggling_of_20_prices_20_offers_30_days_has_701_102_states() {
    Exploration<Table, Act> found = checking(new Haggling(20, 20, 30)).explore();
    assertThat(found.extent()).hasToString("complete: every reachable state, to depth 51");
    assertThat(found.holds()).as(found.toString()).isTrue();
    dev.parley.explore.Exploration.Statistics figures = found.statistics();
    assertThat(figures.distinct()).isEqualTo(701_102);
    assertThat(figures.expanded()).isEqualTo(701_102);
    assertThat(figures.generated()).isEqualTo(2_974_081);
    assertThat(figures.levels()).hasSize(52);
    assertThat(figures.depth()).isEqualTo(51);
    assertThat(figures.widest()).isEqualTo(22_862);
    assertThat(figures.widestDepth()).isEqualTo(21);
    assertThat(figures.bytes() / figures.distinct()).isLessThan(120);
  }

  @Example
  void the_figures_and_the_verdicts_do_not_depend_on_the_threads() {
    Haggling model = new Haggling(12, 12, 20, Care.ALL_TRIED);
    Exploration<Table, Act> alone = checking(model).check(Haggling.NO_BACKSLIDING).explore();
    for (int threads = 2; threads <= 4; threads++) {
      Exploration<Table, Act> shared =
          checking(model).check(Haggling.NO_BACKSLIDING).threads(threads).explore();
      assertThat(shared).hasToString(alone.toString());
      assertThat(shared.statistics().levels()).isEqualTo(alone.statistics().levels());
    }
  }

  @Tag("slow")
  @Example
  void the_seeded_mistake_has_a_shortest_counterexample_of_33_states_with_any_threads() {
    Haggling model = new Haggling(20, 20, 30, Care.ACCEPTS_TOO_LATE);
    for (int threads : new int[] {1, 2, 4}) {
      Exploration<Table, Act> found =
          Explorer.of(model).check(model.inTime()).threads(threads).explore();
      assertThat(found.extent().isComplete()).isTrue();
      assertThat(found.holds()).isFalse();
      Verdict<Table, Act> verdict = found.verdict("an agreement comes before the deadline");
      assertThat(verdict.status()).isEqualTo(Status.VIOLATED);
      Play<Table, Act> play = verdict.counterexample().orElseThrow().play();
      assertThat(play.states()).hasSize(33);
      assertThat(play.transcript())
          .isEqualTo(
              """
              start  open on day 0, A silent, B silent
              1      A offers 1
              2-31   a day passes x 30
              32     B accepts
              end    agreed on 1 on day 30, A at 1, B silent
              """);
      assertThat(found.counterexample().orElseThrow().play().moves()).isEqualTo(play.moves());
    }
  }

  @Example
  void a_step_that_breaks_a_property_ends_the_counterexample() {
    dev.parley.explore.Property<Table, Act> neverLate =
        dev.parley.explore.Property.everyStep(
            "B does not accept after A came down twice",
            (before, act, after) ->
                !(act.equals(Act.accept("B")) && before.offerOfA() < 5 && before.round() == 3));
    for (int threads : new int[] {1, 2}) {
      Exploration<Table, Act> found =
          Explorer.of(new Haggling(6, 4, 3)).check(neverLate).threads(threads).explore();
      assertThat(found.counterexample().orElseThrow().transcript())
          .isEqualTo(
              """
              violated after 4 moves: B does not accept after A came down twice
              start  open on day 0, A silent, B silent
              1      A offers 1
              2      B offers 1
              3      A offers 1
              4      B accepts
              end    agreed on 1 on day 0, A at 1, B at 1
              """);
    }
  }

  @net.jqwik.api.Property(tries = 40)
  void small_haggling_is_explored_as_by_eye(
      @ForAll @IntRange(min = 1, max = 6) int prices,
      @ForAll @IntRange(min = 0, max = 6) int rounds,
      @ForAll @IntRange(min = 0, max = 6) int days,
      @ForAll Care care,
      @ForAll @IntRange(min = 1, max = 3) int threads) {
    Haggling model = new Haggling(prices, rounds, days, care);
    agree(model, Explorer.of(model).threads(threads).explore());
    Naive<Table, Act> naive = Naive.search(model);
    Exploration<Table, Act> found = Explorer.of(model).check(model.inTime()).explore();
    Optional<List<Act>> broken =
        naive.ways().entrySet().stream()
            .filter(e -> isLate(e.getKey(), days))
            .map(java.util.Map.Entry::getValue)
            .findFirst();
    assertThat(found.counterexample().map(c -> c.play().moves()).map(List::copyOf))
        .isEqualTo(broken);
    Statistics.label("violated").collect(broken.isPresent());
    Statistics.label("violated")
        .coverage(coverage -> coverage.check(true).count(count -> count > 0));
  }

  private static boolean isLate(Table table, int days) {
    return table.phase() == Haggling.Phase.AGREED && table.day() >= days;
  }

  @Property
  void any_graph_is_explored_as_by_eye(
      @ForAll("graphs") Graph graph, @ForAll @IntRange(min = 1, max = 4) int threads) {
    agree(graph, Explorer.of(graph).threads(threads).explore());
  }

  @Property
  void the_first_way_to_any_state_is_the_shortest_and_the_first_in_order(
      @ForAll("graphs") Graph graph, @ForAll @IntRange(min = 0, max = 39) int wanted) {
    Exploration<Integer, Integer> found =
        Explorer.of(graph)
            .check(dev.parley.explore.Property.sometimes("there", state -> state == wanted))
            .explore();
    List<Integer> way = Naive.search(graph).ways().get(wanted);
    Verdict<Integer, Integer> verdict = found.verdict("there");
    Statistics.collect(verdict.status());
    Statistics.coverage(
        coverage -> {
          coverage.check(Status.HOLDS).count(count -> count > 0);
          coverage.check(Status.NEVER_MET).count(count -> count > 0);
        });
    assertThat(verdict.witness().map(Play::moves).map(List::copyOf))
        .isEqualTo(Optional.ofNullable(way));
  }

  /** A graph of some thousand states, broad enough for the threads to share each level. */
  private static Graph broad(int seed) {
    List<List<Integer>> leadsTo = new java.util.ArrayList<>();
    for (int state = 0; state < 6_000; state++) {
      List<Integer> steps = new java.util.ArrayList<>();
      for (int i = 0; i < 1 + Math.floorMod(state * 31 + seed, 5); i++) {
        steps.add(Math.floorMod((state + seed) * 1_103_515_245 + i * 12_345_677, 6_000));
      }
      leadsTo.add(steps);
    }
    return new Graph(leadsTo, Set.of(1, 2, 3));
  }

  @Tag("slow")
  @Property(tries = 30)
  void broad_graphs_are_explored_as_by_eye_and_alike_with_any_threads(
      @ForAll int seed, @ForAll @IntRange(min = 0, max = 5_999) int wanted) {
    Graph graph = broad(seed);
    Explorer<Integer, Integer> explorer =
        Explorer.of(graph)
            .check(
                dev.parley.explore.Property.never("there", state -> state == wanted),
                dev.parley.explore.Property.everyStep(
                    "no step from there", (before, move, after) -> before != wanted),
                dev.parley.explore.Property.everyPlayCanEnd(),
                dev.parley.explore.Property.everyPlayEnds());
    Exploration<Integer, Integer> alone = explorer.explore();
    agree(graph, alone);
    List<Integer> way = Naive.search(graph).ways().get(wanted);
    assertThat(alone.verdict("there").counterexample().map(c -> List.copyOf(c.play().moves())))
        .isEqualTo(Optional.ofNullable(way));
    Statistics.label("reached, broader than a share")
        .collect(way != null, alone.statistics().widest() > 256);
    Statistics.label("reached, broader than a share")
        .coverage(coverage -> coverage.check(true, true).count(count -> count > 0));
    for (int threads = 2; threads <= 4; threads++) {
      assertThat(explorer.threads(threads).explore()).hasToString(alone.toString());
      assertThat(explorer.threads(threads).maxStates(700).explore())
          .hasToString(explorer.maxStates(700).explore().toString());
    }
  }

  private static <S, M> void agree(Model<S, M> model, Exploration<S, M> found) {
    Naive<S, M> naive = Naive.search(model);
    assertThat(found.extent().isComplete()).isTrue();
    assertThat(found.statistics().distinct()).isEqualTo(naive.depths().size());
    assertThat(found.statistics().generated()).isEqualTo(naive.generated());
    assertThat(found.statistics().levels()).isEqualTo(naive.levels());
  }

  /** A model whose states all have one hash, each with many ways out. */
  private record Crowd(int size) implements Model<Crowd.Seat, Integer> {
    record Seat(int number) {
      @Override
      public int hashCode() {
        return 7;
      }
    }

    @Override
    public List<Seat> starts() {
      return List.of(new Seat(0), new Seat(1), new Seat(0));
    }

    @Override
    public List<Integer> moves(Seat seat) {
      return java.util.stream.IntStream.range(0, size).boxed().toList();
    }

    @Override
    public Next<Seat> next(Seat seat, Integer move) {
      return Next.to(new Seat((seat.number() * 31 + move) % size));
    }
  }

  @Tag("slow")
  @Example
  void states_with_equal_hashes_and_many_ways_out_are_told_apart() {
    Crowd model = new Crowd(700);
    for (int threads : new int[] {1, 3}) {
      agree(model, Explorer.of(model).threads(threads).explore());
    }
  }

  @Example
  void equal_starts_count_once_and_a_play_names_the_start_that_it_began_in() {
    Exploration<Crowd.Seat, Integer> found =
        Explorer.of(new Crowd(5))
            .check(dev.parley.explore.Property.sometimes("one", seat -> seat.number() == 1))
            .explore();
    assertThat(found.statistics().levels()).containsExactly(2, 3);
    assertThat(found.verdict("one").witness().orElseThrow().startNumber()).isEqualTo(1);
  }

  @Example
  void a_broad_model_is_explored_in_full() {
    Model<Integer, Integer> broad =
        new Graph(
            java.util.stream.IntStream.range(0, 200_000)
                .mapToObj(
                    i ->
                        i == 0
                            ? java.util.stream.IntStream.range(0, 200_000).boxed().toList()
                            : List.of((i * 7) % 200_000))
                .toList(),
            Set.of());
    for (int threads : new int[] {1, 2}) {
      Exploration<Integer, Integer> found = Explorer.of(broad).threads(threads).sample(3).explore();
      assertThat(found.statistics().levels()).containsExactly(1, 199_999);
      assertThat(found.statistics().mostDegree()).isEqualTo(200_000);
    }
  }
}
