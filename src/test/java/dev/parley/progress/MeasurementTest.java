package dev.parley.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.agenda.Scale;
import dev.parley.demand.Position;
import java.math.BigDecimal;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/** One step, measured from what stood before and after and from what was heard. */
@StatisticsReport(StatisticsReportMode.OFF)
class MeasurementTest {
  private static final Scale TONS = Scale.quantity("0", "100", "0.5", "tons");
  private static final BigDecimal NO_E = BigDecimal.ZERO;

  private static Region region(String text) {
    return Region.parse(TONS, text);
  }

  private static Position demands(String region) {
    return Position.NOT_STATED.demanding(Optional.of(region(region)), "", Optional.empty(), false);
  }

  private static Position saying(Position before) {
    return before.demanding(Optional.empty(), "enough", Optional.empty(), false);
  }

  private static ImmutableList<Position.Stated> put(
      String region, boolean conditional, boolean inPackage) {
    return ImmutableList.of(
        new Position.Stated(
            Optional.empty(),
            Optional.of(region(region)),
            Optional.of(region(region)),
            "",
            conditional ? ImmutableSet.of(IssueId.of("war")) : ImmutableSet.of(),
            inPackage));
  }

  private static Heard stated(String theirs) {
    return Heard.NOTHING.and(Told.STATED, Optional.of(region(theirs)));
  }

  private static String measured(Position before, Position after, Heard heard, BigDecimal e) {
    return Measurement.of(before, after, heard, e)
        .map(m -> m.kind() + m.step().map(s -> " " + s.toPlainString()).orElse(""))
        .orElse("no step");
  }

  private static String measured(String before, String after, String theirs, String e) {
    return measured(demands(before), demands(after), stated(theirs), new BigDecimal(e));
  }

  @Example
  void a_step_counts_when_it_is_more_than_what_counts_for_nothing() {
    assertThat(measured("80", "79.5", "20", "0")).isEqualTo("CONCEDED 0.5");
    assertThat(measured("80", "79.5", "20", "0.4")).isEqualTo("CONCEDED 0.5");
    assertThat(measured("80", "79.5", "20", "0.5")).isEqualTo("CHANGED 0.5");
    assertThat(measured("80", "80.5", "20", "0.5")).isEqualTo("CHANGED -0.5");
    assertThat(measured("80", "80.5", "20", "0.4")).isEqualTo("HARDENED -0.5");
    assertThat(measured("80", "80", "20", "0.4")).isEqualTo("HELD 0");
  }

  @Example
  void nothing_heard_is_unreported_and_never_unchanged() {
    assertThat(measured(demands("80"), demands("80"), Heard.NOTHING, NO_E)).isEqualTo("UNREPORTED");
    assertThat(Heard.NOTHING.told()).isEmpty();
    assertThat(Heard.NOTHING.theirs()).isEmpty();
    Heard unchanged = Heard.NOTHING.and(Told.UNCHANGED, Optional.empty());
    assertThat(measured(demands("80"), demands("80"), unchanged, NO_E)).isEqualTo("HELD 0");
    Heard rejected = Heard.NOTHING.and(Told.REJECTED, Optional.empty());
    assertThat(measured(Position.NOT_STATED, Position.NOT_STATED, rejected, NO_E))
        .isEqualTo("HELD 0");
  }

  @Example
  void the_same_region_in_other_words_is_held() {
    assertThat(measured("at most 100", "anything", "20", "0")).isEqualTo("HELD 0");
    assertThat(measured("10 to 20 or 20.5 to 30", "10 to 30", "50", "0")).isEqualTo("HELD 0");
  }

  @Example
  void touching_the_others_region_is_meeting_it_and_not_going_across() {
    assertThat(measured("80", "50", "40 to 50", "0")).isEqualTo("CONCEDED 30");
    assertThat(measured("80", "39.5", "40 to 50", "0")).isEqualTo("CHANGED 29.5");
    assertThat(measured("10", "60", "40 to 50", "0")).isEqualTo("CHANGED 20");
    assertThat(measured("40", "90", "40 to 50", "0")).isEqualTo("HARDENED -40");
    assertThat(measured("50", "10", "40 to 50", "0")).isEqualTo("HARDENED -30");
  }

  @Example
  void agreed_terms_are_the_measure_of_who_agrees() {
    Heard agreed = Heard.NOTHING.and(Told.AGREED, Optional.of(region("50")));
    Position after = demands("50");
    assertThat(measured(demands("at least 40"), after, agreed, NO_E)).isEqualTo("HELD 0");
    assertThat(measured(demands("at least 70"), after, agreed, NO_E)).isEqualTo("CONCEDED 20");
    assertThat(measured(demands("at least 50.5"), after, agreed, BigDecimal.ONE))
        .isEqualTo("HELD 0.5");
    assertThat(measured(Position.NOT_STATED, after, agreed, NO_E)).isEqualTo("STATED");
    assertThat(measured(saying(Position.NOT_STATED), after, agreed, NO_E)).isEqualTo("QUANTIFIED");
  }

  @Example
  void a_new_statement_after_an_agreement_is_measured_as_a_statement() {
    Heard both =
        Heard.NOTHING
            .and(Told.AGREED, Optional.of(region("50")))
            .and(Told.STATED, Optional.of(region("20")));
    assertThat(both.told()).containsExactly(Told.STATED);
    assertThat(measured(demands("80"), demands("70"), both, NO_E)).isEqualTo("CONCEDED 10");
  }

  @Example
  void what_is_told_last_of_dropping_and_raising_again_counts() {
    Heard dropped = Heard.NOTHING.and(Told.DROPPED, Optional.empty());
    Position down = demands("80").dropping();
    assertThat(measured(demands("80"), down, dropped, NO_E)).isEqualTo("DROPPED");
    Heard again = dropped.and(Told.REOPENED, Optional.empty());
    assertThat(measured(demands("80"), demands("80"), again, NO_E)).isEqualTo("REOPENED");
    Heard andAgain = again.and(Told.DROPPED, Optional.empty());
    assertThat(measured(demands("80"), down, andAgain, NO_E)).isEqualTo("DROPPED");
    assertThat(dropped.and(Told.STATED, Optional.empty()).told())
        .containsExactly(Told.STATED, Told.DROPPED);
  }

  @Example
  void a_contradiction_gives_no_step_whatever_else_was_told() {
    Heard nothing = Heard.NOTHING;
    Heard.Saying minister = nothing.saying("minister", demands("80"), demands("60"));
    Heard one = nothing.uncontradicted(minister).and(Told.STATED, Optional.empty());
    Heard.Saying general = one.saying("general", demands("60"), demands("90"));
    assertThat(one.contradictedBy(general)).contains(minister);
    Heard both = one.contradicted(general, minister);
    assertThat(measured(demands("80"), demands("80"), both, NO_E)).isEqualTo("no step");
    Heard.Saying back = both.saying("general", demands("80"), demands("50 to 70"));
    assertThat(both.contradictedBy(back)).isEmpty();
    assertThat(both.uncontradicted(back).told()).isEmpty();
    Heard.Saying again = one.saying("minister", demands("60"), demands("90"));
    assertThat(one.contradictedBy(again)).isEmpty();
    Position words = demands("60").demanding(Optional.empty(), "enough", Optional.empty(), false);
    assertThat(one.contradictedBy(one.saying("general", demands("60"), words))).isEmpty();
    Heard.Saying drops = one.saying("general", demands("60"), demands("60").dropping());
    assertThat(one.contradictedBy(drops)).isEmpty();
    Heard afterwards = one.uncontradicted(drops);
    assertThat(afterwards.contradictedBy(minister)).contains(drops);
    assertThat(afterwards.contradictedBy(one.saying("minister", demands("60"), words)))
        .contains(drops);
    assertThat(afterwards).isNotEqualTo(one).isEqualTo(one.uncontradicted(drops));
    assertThat(afterwards.hashCode()).isEqualTo(one.uncontradicted(drops).hashCode());
    assertThat(both.settled()).isEqualTo(nothing);
    assertThat(both).hasToString("[INCONSISTENT]");
  }

  @Example
  void a_step_without_a_place_has_a_direction_alone() {
    assertThat(Measurement.unplaced(Told.SOFTENED))
        .isEqualTo(new Measurement(StepKind.CONCEDED, Optional.empty(), Optional.empty()));
    assertThat(Measurement.unplaced(Told.STIFFENED))
        .isEqualTo(new Measurement(StepKind.HARDENED, Optional.empty(), Optional.empty()));
    assertThat(Measurement.unplaced(Told.UNCHANGED))
        .isEqualTo(new Measurement(StepKind.HELD, Optional.of(BigDecimal.ZERO), Optional.empty()));
  }

  @Example
  void the_unit_of_what_counts_for_nothing_is_one_step_of_the_scale() {
    assertThat(Measurement.unitStep(TONS)).isEqualByComparingTo("0.5");
    assertThat(Measurement.unitStep(Scale.levels("a", "b"))).isEqualByComparingTo("1");
    assertThat(Measurement.unitStep(Scale.checklist("a"))).isEqualByComparingTo("1");
  }

  @Example
  void a_gap_is_the_distance_of_two_regions_and_unknown_without_one() {
    ActorId north = ActorId.of("north");
    ActorId south = ActorId.of("south");
    IssueId grain = IssueId.of("grain");
    Optional<Region> here = Optional.of(region("at least 80"));
    Optional<Region> there = Optional.of(region("at most 20"));
    assertThat(new Gap(grain, north, here, south, there).size().orElseThrow())
        .isEqualByComparingTo("60");
    assertThat(new Gap(grain, north, here, south, Optional.empty()).size()).isEmpty();
    assertThat(new Gap(grain, north, Optional.empty(), south, there).size()).isEmpty();
  }

  @Example
  void a_position_says_what_stands_in_it() {
    assertThat(Position.NOT_STATED).hasToString("not stated");
    assertThat(demands("at least 50")).hasToString("at least 50");
    assertThat(saying(demands("at least 50"))).hasToString("enough");
    assertThat(demands("50").offering(put("60", false, false))).hasToString("50 or 60");
    assertThat(Position.NOT_STATED.offering(put("60", false, true))).hasToString("60, tentative");
    assertThat(saying(Position.NOT_STATED).offering(put("60", true, false)))
        .hasToString("60 (enough), tentative");
    assertThat(saying(demands("50")).measured()).contains(region("50"));
    assertThat(demands("50").dropping()).isNotEqualTo(Position.NOT_STATED);
    assertThat(demands("50").dropping()).hasToString("not stated");
    assertThat(demands("50").dropping().measured()).isEmpty();
    assertThat(demands("50").dropping().isStated()).isFalse();
    Position again =
        demands("50").dropping().demanding(Optional.of(region("60")), "", Optional.empty(), false);
    assertThat(again).isEqualTo(demands("60"));
    assertThat(again).hasSameHashCodeAs(demands("60"));
  }

  @Property
  void two_steps_of_points_are_as_far_as_the_gap_shrank_when_each_spoke_to_what_stood(
      @ForAll @IntRange(max = 100) int from,
      @ForAll @IntRange(max = 100) int to,
      @ForAll @IntRange(max = 100) int theirs) {
    Optional<Measurement> there =
        Measurement.of(demands("" + from), demands("" + to), stated("" + theirs), NO_E);
    Optional<Measurement> back =
        Measurement.of(demands("" + to), demands("" + from), stated("" + theirs), NO_E);
    BigDecimal expected = BigDecimal.valueOf(Math.abs(from - theirs) - Math.abs(to - theirs));
    boolean known = there.orElseThrow().step().isPresent();
    if (known) {
      assertThat(there.get().step().get()).isEqualByComparingTo(expected);
      assertThat(back.orElseThrow().step().orElseThrow()).isEqualByComparingTo(expected.negate());
    }
    boolean across = (from - theirs) * (to - theirs) < 0;
    StepKind kind = there.get().kind();
    if (from == to) {
      assertThat(kind).isEqualTo(StepKind.HELD);
    } else if (across || expected.signum() == 0) {
      assertThat(kind).isEqualTo(StepKind.CHANGED);
    } else {
      assertThat(kind).isEqualTo(expected.signum() > 0 ? StepKind.CONCEDED : StepKind.HARDENED);
    }
    Statistics.label("kind").collect(kind);
    Statistics.label("kind")
        .coverage(
            c -> {
              for (StepKind each :
                  new StepKind[] {StepKind.CONCEDED, StepKind.HARDENED, StepKind.CHANGED}) {
                c.check(each).percentage(p -> p > 5);
              }
            });
  }
}
