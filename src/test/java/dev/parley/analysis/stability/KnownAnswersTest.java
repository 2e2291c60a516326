package dev.parley.analysis.stability;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.parley.analysis.stability.Bridging.Bridge;
import dev.parley.analysis.stability.Coalitions.Improvement;
import dev.parley.analysis.stability.ConflictModel.UnilateralMove;
import dev.parley.analysis.stability.StatusQuo.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Example;

/** Every cell that is known of conflicts from the literature, small games and random models. */
class KnownAnswersTest {
  private static final List<Known> CLASSIC = Known.read("classic.txt");
  private static final List<Known> OPTIONS = Known.read("options.txt");
  private static final List<Known> ARCS = Known.read("arcs.txt");
  private int compared;

  private static List<Known> all() {
    List<Known> all = new ArrayList<>(CLASSIC);
    all.addAll(OPTIONS);
    all.addAll(ARCS);
    return all;
  }

  @Example
  void states_and_moves_of_the_option_form_are_as_known() {
    for (Known known : all()) {
      ConflictModel model = known.model();
      assertThat(names(model)).as(known.name()).isEqualTo(known.states());
      for (String one :
          known.lines().containsKey("moves " + known.who().get(0))
              ? known.who()
              : List.<String>of()) {
        for (int state = 1; state <= model.size(); state++) {
          assertThat(model.moves(one, state))
              .as("%s, %s from %s", known, one, state)
              .containsExactlyElementsOf(known.relation("moves " + one).get(state));
          compared++;
        }
      }
    }
    assertThat(compared).isEqualTo(2_136);
  }

  private static List<String> names(ConflictModel model) {
    List<String> names = new ArrayList<>();
    for (int state = 1; state <= model.size(); state++) {
      names.add(model.name(state));
    }
    return names;
  }

  @Example
  void every_cell_of_nash_gmr_smr_and_seq_is_as_known() {
    for (Known known : all()) {
      StabilityAnalysis analysis = StabilityAnalysis.of(known.model());
      for (StabilityConcept concept : StabilityConcept.values()) {
        for (String one : known.who()) {
          String cells = known.lines().get(key(concept) + " " + one);
          for (int state = 1; state <= cells.length(); state++) {
            assertThat(analysis.verdict(concept, one, state))
                .as("%s, %s of %s at %s", known, concept, one, state)
                .isEqualTo(cells.charAt(state - 1) == '1' ? Stability.STABLE : Stability.UNSTABLE);
            compared++;
          }
        }
      }
    }
    assertThat(compared).isEqualTo(23_804);
  }

  @Example
  void every_equilibrium_is_as_known() {
    for (Known known : all()) {
      StabilityAnalysis analysis = StabilityAnalysis.of(known.model());
      for (StabilityConcept concept : StabilityConcept.values()) {
        if (known.lines().containsKey("equilibria " + key(concept))) {
          assertThat(analysis.equilibria(concept))
              .as("%s %s", known, concept)
              .isEqualTo(known.set("equilibria " + key(concept)));
          assertThat(analysis.possibleEquilibria(concept)).isEqualTo(analysis.equilibria(concept));
          compared++;
        }
      }
    }
    assertThat(compared).isEqualTo(456);
  }

  @Example
  void every_equilibrium_of_the_576_two_by_two_games_is_as_known() {
    Map<StabilityConcept, Integer> games = new java.util.EnumMap<>(StabilityConcept.class);
    for (String line : Known.lines("games.txt")) {
      List<String> parts = line.isBlank() ? List.of() : Splitter.on(' ').splitToList(line);
      if (parts.isEmpty()) {
        continue;
      }
      StabilityAnalysis analysis =
          StabilityAnalysis.of(
              ConflictModel.byOptions()
                  .decisionMakers("A", "B")
                  .option("A", "a")
                  .option("B", "b")
                  .payoffs("A", digits(parts.get(0)))
                  .payoffs("B", digits(parts.get(1)))
                  .build());
      for (StabilityConcept concept : StabilityConcept.values()) {
        String known = parts.get(2 + concept.ordinal());
        ImmutableSortedSet<Integer> found = analysis.equilibria(concept);
        assertThat(found).as(line).containsExactly(boxed(known));
        games.merge(concept, found.isEmpty() ? 0 : 1, Integer::sum);
        compared++;
      }
    }
    assertThat(compared).isEqualTo(4 * 576);
    assertThat(games)
        .isEqualTo(
            Map.of(
                StabilityConcept.NASH,
                504,
                StabilityConcept.GMR,
                576,
                StabilityConcept.SMR,
                544,
                StabilityConcept.SEQ,
                576));
  }

  private static int[] digits(String text) {
    return text.chars().map(c -> c - '0').toArray();
  }

  private static Integer[] boxed(String text) {
    return text.equals("-")
        ? new Integer[0]
        : text.chars().mapToObj(c -> c - '0').toArray(Integer[]::new);
  }

  @Example
  void every_improvement_of_a_coalition_is_as_known() {
    for (Known known : all()) {
      ConflictModel model = known.model();
      Coalitions coalitions = Coalitions.of(model);
      for (String key : known.lines().keySet()) {
        int at = key.indexOf(' ');
        if (!ImmutableSet.of("coalition", "improvements", "unimproved", "together")
            .contains(at < 0 ? key : key.substring(0, at))) {
          continue;
        }
        Set<String> members = ImmutableSet.copyOf(Splitter.on(" + ").split(key.substring(at + 1)));
        for (int state = 1; state <= model.size(); state++) {
          List<Improvement> found = coalitions.improvements(members, state);
          List<Integer> targets = found.stream().map(Improvement::to).toList();
          switch (key.substring(0, at)) {
            case "coalition", "improvements" ->
                assertThat(targets).as(known + " " + key).isEqualTo(known.relation(key).get(state));
            case "unimproved" ->
                assertThat(targets.isEmpty())
                    .isEqualTo(known.lines().get(key).charAt(state - 1) == '1');
            default ->
                assertThat(coalitions.reachable(members, state))
                    .as(known + " " + key)
                    .containsExactlyElementsOf(known.relation(key).get(state));
          }
          compared++;
        }
      }
    }
    assertThat(compared).isEqualTo(9_229);
  }

  @Example
  void every_way_from_the_status_quo_is_as_known() {
    for (Known known : CLASSIC) {
      if (!known.lines().containsKey("ways 1")) {
        continue;
      }
      StabilityAnalysis analysis = StabilityAnalysis.of(known.model());
      StatusQuo present = StatusQuo.of(analysis, 1);
      assertThat(present.reachable()).isEqualTo(known.set("ways 1"));
      assertThat(present.reachableByImprovements()).isEqualTo(known.set("gains 1"));
      for (StabilityConcept concept :
          List.of(StabilityConcept.NASH, StabilityConcept.SMR, StabilityConcept.SEQ)) {
        List<Route> routes = present.equilibria(concept);
        assertThat(routes.stream().map(Route::to))
            .containsExactlyElementsOf(known.set("ways-to " + key(concept) + " 1"));
        assertThat(routes.stream().filter(r -> r.byImprovements().isPresent()).map(Route::to))
            .containsExactlyElementsOf(known.set("gains-to " + key(concept) + " 1"));
      }
      known
          .lines()
          .forEach(
              (key, value) -> {
                if (key.startsWith("ways-by 1 ") || key.startsWith("gains-by 1 ")) {
                  Route route =
                      present.route(Integer.parseInt(key.substring(key.lastIndexOf(' ') + 1)));
                  Optional<ImmutableList<UnilateralMove>> moves =
                      key.startsWith("ways") ? route.byAnyMoves() : route.byImprovements();
                  assertThat(moves.orElseThrow().stream().map(m -> m.by() + " > " + m.to()))
                      .containsExactlyElementsOf(Splitter.on(", ").split(value));
                  compared++;
                }
              });
    }
    assertThat(compared).isEqualTo(10);
  }

  @Example
  void every_bridging_package_is_as_known() {
    for (Known known : CLASSIC) {
      for (String key : known.lines().keySet()) {
        if (!key.startsWith("bridges 1 ")) {
          continue;
        }
        Bridging bridging = Bridging.of(StabilityAnalysis.of(known.model()), 1);
        String lasting = key.substring(10);
        List<Bridge> bridges =
            lasting.equals("any")
                ? bridging.bridges()
                : bridging.bridges(StabilityConcept.valueOf(lasting.toUpperCase(Locale.ROOT)));
        assertThat(bridges.stream().map(b -> written(b, bridging)))
            .as("%s %s", known, key)
            .containsExactlyElementsOf(
                Splitter.on(" | ").omitEmptyStrings().split(known.lines().get(key)));
        assertThat(bridges).allMatch(b -> b.losers().isEmpty());
        compared++;
      }
    }
    assertThat(compared).isEqualTo(20);
  }

  private static String written(Bridge bridge, Bridging from) {
    Improvement improvement = bridge.improvement();
    List<OptionForm.Option> options = from.model().options();
    return "%s / %s / %s"
        .formatted(
            String.join(" ", bridge.changes().stream().map(o -> "" + options.indexOf(o)).toList()),
            improvement.to(),
            String.join(" + ", improvement.coalition()));
  }

  private static String key(StabilityConcept concept) {
    return concept.name().toLowerCase(Locale.ROOT);
  }
}
