package dev.parley.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.parley.analysis.Commitment.Relief;
import dev.parley.analysis.Commitment.Ring;
import dev.parley.analysis.Linkage.Deadlock;
import dev.parley.demand.Tie;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** What is said of a linkage is held against the definitions, tried over all sets. */
class LinkageLaws {
  private static final int BUDGET = 20_000;

  @Provide
  static Arbitrary<Linkage> linkages() {
    return Linkages.small(6);
  }

  @Property(tries = 600)
  void what_can_be_carried_out_is_what_the_definition_carries_out(
      @ForAll("linkages") Linkage linkage) {
    Set<String> carried = NaiveLinkage.carriedOut(linkage);
    assertThat(linkage.blocked())
        .isEqualTo(Sets.difference(linkage.commitments().keySet(), carried));
    Set<String> done = new HashSet<>(linkage.done());
    for (ImmutableSet<String> step : linkage.order()) {
      assertThat(NaiveLinkage.atOnce(linkage, step, done)).isTrue();
      done.addAll(step);
    }
    assertThat(done).isEqualTo(carried);
    Statistics.label("blocked").collect(linkage.blocked().isEmpty());
    Statistics.label("blocked")
        .coverage(
            c -> {
              c.check(true).percentage(p -> p > 5);
              c.check(false).percentage(p -> p > 20);
            });
    Statistics.label("exchanges").collect(linkage.order().stream().anyMatch(o -> o.size() > 1));
    Statistics.label("exchanges").coverage(c -> c.check(true).percentage(p -> p > 2));
  }

  @Property(tries = 600)
  void a_ring_is_a_circle_of_the_record_through_an_after(@ForAll("linkages") Linkage linkage) {
    for (Ring ring : linkage.rings()) {
      checkRing(linkage, ring);
    }
    assertThat(linkage.shortestRing()).isEqualTo(linkage.rings().stream().findFirst());
  }

  private static void checkRing(Linkage linkage, Ring ring) {
    List<Ring.Link> links = ring.links();
    Set<String> names = new LinkedHashSet<>();
    for (int i = 0; i < links.size(); i++) {
      Ring.Link link = links.get(i);
      assertThat(names.add(link.commitment().name())).isTrue();
      assertThat(linkage.blocked()).contains(link.commitment().name());
      assertThat(link.precondition().on())
          .isEqualTo(links.get((i + 1) % links.size()).commitment().name());
      assertThat(linkage.preconditions().get(link.commitment().name()))
          .anyMatch(a -> a.contains(link.precondition()));
    }
    assertThat(links).anyMatch(l -> l.precondition().order() == Tie.Order.AFTER);
  }

  @Property(tries = 600)
  void what_is_blocked_holds_a_ring_or_a_dead_end(@ForAll("linkages") Linkage linkage) {
    Deadlock deadlock = linkage.deadlock();
    assertThat(deadlock == Deadlock.NONE).isEqualTo(linkage.blocked().isEmpty());
    assertThat(deadlock == Deadlock.RING || deadlock == Deadlock.RING_AND_DEAD_END)
        .isEqualTo(linkage.shortestRing().isPresent());
    assertThat(linkage.deadEnds())
        .allMatch(d -> linkage.preconditions().get(d).isEmpty())
        .allMatch(linkage.blocked()::contains);
    Statistics.collect(deadlock);
    for (Deadlock each : Deadlock.values()) {
      Statistics.coverage(c -> c.check(each).percentage(p -> p > 1));
    }
  }

  private static Linkage with(Linkage linkage, Relief.Kind kind, Set<String> names) {
    return linkage.with(
        names.stream().map(n -> new Relief(kind, n)).collect(ImmutableSet.toImmutableSet()));
  }

  private static boolean frees(Linkage linkage, Relief.Kind kind, Set<String> names) {
    Linkage relieved = with(linkage, kind, names);
    return NaiveLinkage.carriedOut(relieved).size() == relieved.commitments().size();
  }

  @Property(tries = 300)
  void waivers_are_all_the_smallest_sets_that_free_everything(@ForAll("linkages") Linkage linkage) {
    SmallestSets<String> waivers = linkage.waivers(BUDGET);
    Set<Set<String>> naive =
        NaiveLinkage.smallest(
            linkage.commitments().keySet(), s -> frees(linkage, Relief.Kind.WAIVE, s));
    assertThat(waivers.complete()).isTrue();
    assertThat(new HashSet<Set<String>>(waivers.sets())).isEqualTo(naive);
    assertThat(waivers.lowerBound()).isEqualTo(waivers.sets().get(0).size());
    Statistics.collect(waivers.lowerBound() > 1);
    Statistics.coverage(c -> c.check(true).percentage(p -> p > 2));
  }

  @Property(tries = 300)
  void exchanges_are_all_the_smallest_sets_that_need_nothing_but_each_other(
      @ForAll("linkages") Linkage linkage) {
    SmallestSets<String> exchanges = linkage.exchanges(BUDGET);
    assertThat(exchanges.complete()).isTrue();
    assertThat(new HashSet<Set<String>>(exchanges.sets()))
        .isEqualTo(
            NaiveLinkage.smallest(
                linkage.blocked(), s -> !s.isEmpty() && NaiveLinkage.exchangeable(linkage, s)));
    Statistics.collect(exchanges.sets().size() > 1);
    Statistics.coverage(c -> c.check(true).percentage(p -> p > 1));
  }

  @Property(tries = 600)
  void waivers_for_one_commitment_are_all_the_smallest_sets_that_free_it(
      @ForAll("linkages") Linkage linkage) {
    int fewer = 0;
    for (String target : linkage.commitments().keySet()) {
      SmallestSets<String> found = linkage.waiversFor(target, BUDGET);
      assertThat(found.complete()).isTrue();
      Set<Set<String>> expected =
          NaiveLinkage.smallest(
              linkage.commitments().keySet(),
              some -> NaiveLinkage.carriedOut(linkage.with(waived(some))).contains(target));
      assertThat(Set.<Set<String>>copyOf(found.sets())).isEqualTo(expected);
      assertThat(found.lowerBound())
          .isEqualTo(expected.stream().mapToInt(Set::size).min().orElseThrow());
      SmallestSets<String> all = linkage.waivers(BUDGET);
      fewer += found.lowerBound() > 0 && found.lowerBound() < all.lowerBound() ? 1 : 0;
    }
    Statistics.label("needs only one side").collect(fewer > 0);
    Statistics.label("needs only one side").coverage(c -> c.check(true).count(n -> n > 2));
  }

  private static Set<Relief> waived(Set<String> some) {
    return some.stream()
        .map(name -> new Relief(Relief.Kind.WAIVE, name))
        .collect(java.util.stream.Collectors.toSet());
  }

  @Property(tries = 600)
  void exchanges_for_one_commitment_are_all_the_smallest_after_which_it_follows(
      @ForAll("linkages") Linkage linkage) {
    int after = 0;
    for (String target : linkage.commitments().keySet()) {
      SmallestSets<String> found = linkage.exchangesFor(target, BUDGET);
      assertThat(found.complete()).isTrue();
      if (!linkage.blocked().contains(target)) {
        assertThat(found.sets()).isEmpty();
        continue;
      }
      Set<Set<String>> expected =
          NaiveLinkage.smallest(
              linkage.blocked(),
              some ->
                  NaiveLinkage.exchangeable(linkage, some)
                      && NaiveLinkage.carriedOut(linkage, some).contains(target));
      assertThat(Set.<Set<String>>copyOf(found.sets())).isEqualTo(expected);
      after += found.sets().stream().anyMatch(s -> !s.contains(target)) ? 1 : 0;
    }
    Statistics.label("follows").collect(after > 0);
    Statistics.label("follows").coverage(c -> c.check(true).percentage(p -> p > 3));
  }

  @Property(tries = 300)
  void splits_are_all_the_smallest_sets_that_free_everything(@ForAll("linkages") Linkage linkage) {
    SmallestSets<String> splits = linkage.splits(BUDGET);
    Set<String> among =
        Sets.filter(linkage.divisible(), d -> !linkage.preconditions().get(d).isEmpty());
    assertThat(new HashSet<Set<String>>(splits.sets()))
        .isEqualTo(NaiveLinkage.smallest(among, s -> frees(linkage, Relief.Kind.SPLIT, s)));
    Statistics.collect(!splits.sets().isEmpty() && !linkage.blocked().isEmpty());
    Statistics.coverage(c -> c.check(true).percentage(p -> p > 1));
  }

  @Property(tries = 200)
  void reliefs_free_everything_and_none_could_be_left_out(@ForAll("linkages") Linkage linkage) {
    SmallestSets<Relief> reliefs = linkage.reliefs(EnumSet.allOf(Relief.Kind.class), BUDGET);
    assertThat(reliefs.sets()).isNotEmpty();
    for (ImmutableSet<Relief> set : reliefs.sets()) {
      assertThat(linkage.with(set).blocked()).isEmpty();
      for (Relief relief : set) {
        assertThat(linkage.with(Sets.difference(set, Set.of(relief))).blocked()).isNotEmpty();
      }
    }
  }
}
