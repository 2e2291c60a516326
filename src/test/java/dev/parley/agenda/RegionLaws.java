package dev.parley.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.parley.agenda.Issue.Better;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/** Regions against brute force over every value of small scales. */
@StatisticsReport(StatisticsReportMode.OFF)
class RegionLaws {
  private static final Scale LEVELS =
      Scale.levels("none", "up to now", "at least some", "a or b", "all");
  private static final Scale OPTIONS = Scale.options("norway", "oman or chile", "peru");
  private static final Scale WHOLE = Scale.quantity(-3, 8, "tons");
  private static final Scale HALVES = Scale.quantity("0", "4", "0.5", "per cent");
  private static final Scale LIST = Scale.checklist("names", "living", "deceased", "health");

  record Two(Scale scale, Region one, Region other) {}

  @Provide
  Arbitrary<Two> pairs() {
    return Arbitraries.of(LEVELS, OPTIONS, WHOLE, HALVES, LIST)
        .flatMap(s -> Combinators.combine(regions(s), regions(s)).as((a, b) -> new Two(s, a, b)));
  }

  /** Regions of every form that can be written on a scale. */
  static Arbitrary<Region> regions(Scale scale) {
    Arbitrary<Value> value = Arbitraries.of(values(scale));
    if (scale instanceof Scale.Options) {
      return value.list().ofMinSize(1).ofMaxSize(3).map(all -> Region.anyOf(scale, all));
    }
    List<Arbitrary<Region>> forms = new ArrayList<>();
    forms.add(value.map(v -> Region.exactly(scale, v)));
    forms.add(value.map(v -> Region.atLeast(scale, v)));
    forms.add(value.map(v -> Region.atMost(scale, v)));
    forms.add(Arbitraries.just(Region.all(scale)));
    if (scale instanceof Scale.Checklist list) {
      Arbitrary<java.util.Set<String>> items = Arbitraries.of(list.items()).set().ofMaxSize(3);
      forms.add(
          Combinators.combine(items, items)
              .as(
                  (in, out) ->
                      new ItemSets(
                          list,
                          ImmutableSet.of(
                              new ItemSets.Pattern(
                                  ImmutableSet.copyOf(in),
                                  Sets.difference(out, in).immutableCopy())))));
    } else {
      forms.add(
          Combinators.combine(value, value)
              .as(
                  (a, b) ->
                      Span.coordinate(scale, a).compareTo(Span.coordinate(scale, b)) <= 0
                          ? Region.between(scale, a, b)
                          : Region.between(scale, b, a)));
    }
    Arbitrary<Region> simple = Arbitraries.oneOf(forms);
    return simple
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(all -> all.stream().reduce(Region::union).get());
  }

  static List<Value> values(Scale scale) {
    if (scale instanceof Scale.Levels levels) {
      return levels.names().stream().<Value>map(Value::level).toList();
    }
    if (scale instanceof Scale.Options options) {
      return options.names().stream().<Value>map(Value::option).toList();
    }
    if (scale instanceof Scale.Checklist list) {
      return Sets.powerSet(ImmutableSet.copyOf(list.items())).stream()
          .<Value>map(s -> Value.items(s.toArray(String[]::new)))
          .toList();
    }
    Scale.Quantity q = (Scale.Quantity) scale;
    List<Value> all = new ArrayList<>();
    for (BigDecimal n = q.least(); n.compareTo(q.most()) <= 0; n = n.add(q.step())) {
      all.add(Value.amount(n));
    }
    return all;
  }

  private static List<Value> held(Scale scale, Region region) {
    return values(scale).stream().filter(region::holds).toList();
  }

  private static BigDecimal apart(Scale scale, Value one, Value other) {
    if (one instanceof Value.Option) {
      return one.equals(other) ? BigDecimal.ZERO : BigDecimal.ONE;
    }
    if (one instanceof Value.Items a && other instanceof Value.Items b) {
      return BigDecimal.valueOf(Sets.symmetricDifference(a.names(), b.names()).size());
    }
    return Span.coordinate(scale, one).subtract(Span.coordinate(scale, other)).abs();
  }

  @Property(tries = 500)
  void what_is_described_reads_back_as_the_same_region(@ForAll("pairs") Two two) {
    Region read = Region.parse(two.scale(), two.one().describe());
    assertThat(read.sameAs(two.one())).as("%s", two.one().describe()).isTrue();
    assertThat(held(two.scale(), read)).isEqualTo(held(two.scale(), two.one()));
    assertThat(read.describe()).isEqualTo(two.one().describe());
  }

  @Property(tries = 500)
  void a_union_holds_what_either_holds(@ForAll("pairs") Two two) {
    Region union = two.one().union(two.other());
    for (Value value : values(two.scale())) {
      assertThat(union.holds(value))
          .as("%s in %s or %s", value, two.one().describe(), two.other().describe())
          .isEqualTo(two.one().holds(value) || two.other().holds(value));
    }
    assertThat(union.encloses(two.one())).isTrue();
    assertThat(union.encloses(two.other())).isTrue();
    assertThat(two.other().union(two.one()).sameAs(union)).isTrue();
    assertThat(two.one().union(two.one())).isEqualTo(two.one());
  }

  @Property(tries = 500)
  void an_intersection_holds_what_both_hold(@ForAll("pairs") Two two) {
    Optional<Region> both = two.one().intersection(two.other());
    for (Value value : values(two.scale())) {
      assertThat(both.filter(b -> b.holds(value)).isPresent())
          .as("%s in %s and %s", value, two.one().describe(), two.other().describe())
          .isEqualTo(two.one().holds(value) && two.other().holds(value));
    }
    assertThat(both.isPresent()).isEqualTo(two.one().meets(two.other()));
    Statistics.label("meet").collect(both.isPresent());
    Statistics.label("meet").coverage(c -> c.check(false).percentage(p -> p > 5));
  }

  @Property(tries = 500)
  void a_distance_is_that_of_the_nearest_values(@ForAll("pairs") Two two) {
    BigDecimal nearest = null;
    for (Value one : held(two.scale(), two.one())) {
      for (Value other : held(two.scale(), two.other())) {
        BigDecimal apart = apart(two.scale(), one, other);
        nearest = nearest == null ? apart : nearest.min(apart);
      }
    }
    assertThat(two.one().distance(two.other())).isEqualByComparingTo(nearest);
    assertThat(two.other().distance(two.one())).isEqualByComparingTo(nearest);
    assertThat(nearest).isLessThanOrEqualTo(two.scale().length());
    Statistics.label("apart").collect(nearest.signum() > 0);
    Statistics.label("apart").coverage(c -> c.check(true).percentage(p -> p > 5));
  }

  @Property(tries = 500)
  void a_region_encloses_another_when_it_holds_all_its_values(@ForAll("pairs") Two two) {
    boolean all = held(two.scale(), two.one()).containsAll(held(two.scale(), two.other()));
    if (!(two.one() instanceof Span)) {
      assertThat(two.one().encloses(two.other())).isEqualTo(all);
    } else if (two.one().encloses(two.other())) {
      assertThat(all).isTrue();
    }
    assertThat(two.one().encloses(two.one())).isTrue();
    assertThat(two.one().sameAs(two.other())).isEqualTo(two.other().sameAs(two.one()));
    Statistics.label("encloses").collect(all);
    Statistics.label("encloses").coverage(c -> c.check(true).percentage(p -> p > 5));
    Statistics.label("encloses").coverage(c -> c.check(false).percentage(p -> p > 5));
  }

  @Property(tries = 500)
  void a_span_that_holds_all_values_of_another_encloses_it(@ForAll("pairs") Two two) {
    if (two.one() instanceof Span) {
      boolean all = held(two.scale(), two.one()).containsAll(held(two.scale(), two.other()));
      assertThat(two.one().encloses(two.other()))
          .as("%s encloses %s", two.one().describe(), two.other().describe())
          .isEqualTo(all);
    }
  }

  @Property
  void a_region_keeps_its_values_on_a_wider_scale(@ForAll("pairs") Two two) {
    Scale wider = wider(two.scale());
    Region moved = two.one().on(wider);
    assertThat(moved.scale()).isEqualTo(wider);
    for (Value value : values(two.scale())) {
      assertThat(moved.holds(value))
          .as("%s in %s", value, moved.describe())
          .isEqualTo(two.one().holds(value));
    }
    assertThat(two.one().on(two.scale())).isEqualTo(two.one());
    assertThat(wider.widens(two.scale())).isTrue();
    assertThat(two.scale().widens(wider)).isFalse();
  }

  private static Scale wider(Scale scale) {
    if (scale instanceof Scale.Levels) {
      return Scale.levels("less", "none", "up to now", "at least some", "a or b", "all", "more");
    }
    if (scale instanceof Scale.Options) {
      return Scale.options("peru", "norway", "oman or chile", "fiji");
    }
    if (scale instanceof Scale.Checklist) {
      return Scale.checklist("shoes", "names", "living", "deceased", "health");
    }
    Scale.Quantity q = (Scale.Quantity) scale;
    return new Scale.Quantity(
        q.least().subtract(q.step()), q.most().add(q.step()), q.step(), q.unit());
  }

  @Example
  void regions_are_written_as_people_say_them() {
    assertThat(read(WHOLE, "at least 5")).isEqualTo(Region.atLeast(WHOLE, Value.amount(5)));
    assertThat(read(WHOLE, " at most 5 ")).isEqualTo(Region.atMost(WHOLE, Value.amount(5)));
    assertThat(read(WHOLE, "exactly 5")).isEqualTo(Region.exactly(WHOLE, Value.amount(5)));
    assertThat(read(WHOLE, "-3 to -1 or 4")).hasToString(read(WHOLE, "4 or -3 to -1").toString());
    assertThat(read(WHOLE, "1 to 2 or 3 to 4").describe()).isEqualTo("1 to 4");
    assertThat(read(HALVES, "1 to 2 or 3").describe()).isEqualTo("1 to 2 or 3");
    assertThat(read(HALVES, "1.50").describe()).isEqualTo("1.5");
    assertThat(read(LEVELS, "up to now to all").describe()).isEqualTo("up to now to all");
    assertThat(read(LEVELS, "at least some").describe()).isEqualTo("at least some");
    assertThat(read(LEVELS, "at least at least some").describe())
        .isEqualTo("at least at least some");
    assertThat(read(LEVELS, "a or b").describe()).isEqualTo("a or b");
    assertThat(read(OPTIONS, "oman or chile").describe()).isEqualTo("oman or chile");
    assertThat(read(LIST, "names, living").describe()).isEqualTo("living, names");
    assertThat(read(LIST, "names but without living").describe())
        .isEqualTo("names but without living");
    assertThat(read(LIST, "without living").describe()).isEqualTo("without living");
    assertThat(read(LIST, "exactly nothing").describe()).isEqualTo("exactly nothing");
    assertThat(read(LIST, "anything").describe()).isEqualTo("anything");
    assertThat(read(WHOLE, "anything")).isEqualTo(Region.all(WHOLE));
  }

  private static Region read(Scale scale, String text) {
    return Region.parse(scale, text);
  }

  @Example
  void what_is_no_region_is_refused_with_the_scale() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(WHOLE, "at least 9"))
        .withMessage("9 tons is above the scale's most (8)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(WHOLE, "5 to 2"))
        .withMessage("a range from (5) to (2) is the wrong way round: put the lower value first");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(WHOLE, ""))
        .withMessage("() is not a number: write one from -3 to 8 tons by 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(LIST, "names but without names"))
        .withMessage("items [names] are both required and excluded: nothing could satisfy that");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(LIST, "shoes"))
        .withMessage("(shoes) is not on the scale (any of names, living, deceased, health)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Region.between(OPTIONS, Value.option("norway"), Value.option("peru")))
        .withMessage(
            "the scale (norway | oman or chile | peru) has no order: name its values one by one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Region.anyOf(WHOLE, List.of()))
        .withMessage("a region needs one value or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Region.exactly(WHOLE, Value.level("all")))
        .withMessage("(all) is not on the scale (-3 to 8 tons by 1)");
  }

  @Example
  void regions_of_different_kinds_of_scale_are_not_compared() {
    Region tons = Region.all(WHOLE);
    Region levels = Region.all(LEVELS);
    Region options = Region.all(OPTIONS);
    Region list = Region.all(LIST);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tons.distance(levels))
        .withMessage(
            "regions on (-3 to 8 tons by 1) and on (none < up to now < at least some < a or b <"
                + " all) cannot be compared");
    for (Region other : List.of(tons, levels, list)) {
      assertThatIllegalArgumentException().isThrownBy(() -> options.union(other));
    }
    for (Region other : List.of(tons, levels, options)) {
      assertThatIllegalArgumentException().isThrownBy(() -> list.encloses(other));
    }
  }

  @Example
  void a_span_knows_its_open_side() {
    assertThat(((Span) read(WHOLE, "at least 5")).oneSided()).contains(Better.MORE);
    assertThat(((Span) read(WHOLE, "at most 5")).oneSided()).contains(Better.LESS);
    assertThat(((Span) read(WHOLE, "2 to 5")).oneSided()).isEmpty();
    assertThat(((Span) read(WHOLE, "anything")).oneSided()).isEmpty();
    assertThat(((Span) read(WHOLE, "at most 5")).low()).isEqualByComparingTo("-3");
    assertThat(((Span) read(WHOLE, "at least 5")).high()).isEqualByComparingTo("8");
    assertThat(((Span) read(LEVELS, "at least a or b")).low()).isEqualByComparingTo("3");
    assertThat(((Span) read(LEVELS, "anything")).high()).isEqualByComparingTo("4");
  }
}
