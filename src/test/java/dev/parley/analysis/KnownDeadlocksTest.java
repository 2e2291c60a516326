package dev.parley.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dev.parley.analysis.Commitment.Precondition;
import dev.parley.analysis.Linkage.Deadlock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Answers that are known from elsewhere, see the head of the resource. */
@SuppressWarnings("unchecked")
class KnownDeadlocksTest {
  private static final int BUDGET = 1000;

  private record Known(Map<String, Object> fields) {
    Linkage linkage() {
      Linkage.Builder builder = Linkage.builder();
      this.<Map<String, String>>get("by").forEach(builder::commitment);
      this.<Map<String, List<List<String>>>>get("preconditions")
          .forEach(
              (name, alternatives) -> {
                if (alternatives.isEmpty()) {
                  builder.impossible(name);
                }
                for (List<String> all : alternatives) {
                  builder.waits(
                      name, all.stream().map(Precondition::after).toArray(Precondition[]::new));
                }
              });
      return builder.build();
    }

    <T> T get(String field) {
      return (T) fields.get(field);
    }

    Set<Set<String>> sets(String field) {
      return KnownDeadlocksTest.sets(this.<List<List<String>>>get(field));
    }
  }

  private static Set<Set<String>> sets(Collection<? extends Collection<String>> sets) {
    return sets.stream().map(ImmutableSet::copyOf).collect(Collectors.toSet());
  }

  private static List<Known> cases() {
    try {
      String text =
          Files.readString(Path.of("src/test/resources/dev/parley/analysis/known-deadlocks.yaml"));
      Map<String, List<Map<String, Object>>> all =
          (Map<String, List<Map<String, Object>>>)
              new Load(LoadSettings.builder().build()).loadFromString(text);
      return all.get("cases").stream().map(Known::new).toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Example
  void every_known_answer_is_reproduced() {
    assertThat(cases()).hasSize(5);
    for (Known known : cases()) {
      Linkage linkage = known.linkage();
      Set<String> carriedOut = new LinkedHashSet<>();
      linkage.order().forEach(carriedOut::addAll);
      String name = known.get("case");
      assertThat(carriedOut)
          .as(name)
          .containsExactlyInAnyOrderElementsOf(known.<List<String>>get("carried-out"));
      assertThat(linkage.blocked())
          .as(name)
          .containsExactlyInAnyOrderElementsOf(known.<List<String>>get("blocked"));
      assertThat(
              linkage.rings().stream()
                  .map(
                      r ->
                          r.links().stream()
                              .map(l -> l.commitment().name())
                              .collect(Collectors.toSet()))
                  .collect(Collectors.toSet()))
          .as(name)
          .isEqualTo(known.sets("rings"));
      assertThat(sets(linkage.waivers(BUDGET).fewest())).as(name).isEqualTo(known.sets("waivers"));
      assertThat(sets(linkage.exchanges(BUDGET).sets()))
          .as(name)
          .isEqualTo(known.sets("exchanges"));
    }
  }

  @Example
  void a_dead_end_without_a_ring_is_a_verdict_of_its_own() {
    assertThat(cases().stream().map(k -> k.linkage().deadlock()))
        .containsExactly(
            Deadlock.RING, Deadlock.RING, Deadlock.NONE, Deadlock.RING, Deadlock.DEAD_END);
    assertThat(cases().get(4).linkage().deadEnds()).containsExactly("x");
  }
}
