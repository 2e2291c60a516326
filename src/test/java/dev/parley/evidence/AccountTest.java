package dev.parley.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableMap;
import dev.parley.evidence.Account.Reconciliation;
import dev.parley.evidence.Account.Reconciliation.Side;
import dev.parley.evidence.Account.Reconciliation.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;

class AccountTest {
  private static final Optional<Tolerance> NONE = Optional.empty();
  private static final Optional<Tolerance> FIVE = Optional.of(Tolerance.ofPercent(5));

  private static final Account HOSTAGES =
      Account.builder()
          .name("hostages")
          .unit("people")
          .whole("taken", Figure.parse("about 250"))
          .part("released", Figure.parse("105"), "news")
          .part("rescued", Figure.parse("8"))
          .part("remains", Figure.parse("at least 38"))
          .part("killed", Figure.parse("3"))
          .part("held", Figure.parse("around 100"))
          .build();

  private static final String SUM =
      "taken about 250 = released 105 + rescued 8 + remains at least 38 + killed 3 + held around"
          + " 100: ";

  private static Account account(String whole, String... parts) {
    Account.Builder account =
        Account.builder().name("test").unit("things").whole("all", Figure.parse(whole));
    for (int i = 0; i < parts.length; i++) {
      account.part("p" + i, Figure.parse(parts[i]));
    }
    return account.build();
  }

  @Example
  void the_figures_reconcile_under_the_tolerance_of_the_coder() {
    Reconciliation result = HOSTAGES.reconcile(FIVE);
    assertThat(result.verdict()).isEqualTo(Verdict.RECONCILES);
    assertThat(result.whole()).hasToString("[238, 262]");
    assertThat(result.sum()).hasToString("[249, ..)");
    assertThat(result.tolerance()).isEqualTo(FIVE);
    assertThat(result.gap()).isEmpty();
    assertThat(result.larger()).isEmpty();
    assertThat(result.describe())
        .isEqualTo(SUM + "adds up (reading \"about\" as within 5 %, the coder's choice)");
  }

  @Example
  void without_a_tolerance_nothing_can_be_told_of_about() {
    Reconciliation result = HOSTAGES.reconcile(NONE);
    assertThat(result.verdict()).isEqualTo(Verdict.CANNOT_TELL);
    assertThat(result.lackingTolerance()).containsExactly("taken", "held");
    assertThat(result.missing()).isEmpty();
    assertThat(result.describe())
        .isEqualTo(SUM + "cannot tell: about 250, around 100 have no tolerance");
  }

  @Example
  void a_tolerance_may_be_too_small() {
    Reconciliation result = HOSTAGES.reconcile(Optional.of(Tolerance.ofPercent(1)));
    assertThat(result.verdict()).isEqualTo(Verdict.CANNOT);
    assertThat(result.describe())
        .isEqualTo(
            SUM
                + "cannot be, the parts are larger by at least 1 (reading \"about\" as within 1 %, the coder's choice)");
  }

  @Example
  void a_missing_figure_is_told_apart_from_one_without_a_tolerance() {
    Reconciliation result = account("250", "100", "not given", "about 5").reconcile(NONE);
    assertThat(result.missing()).containsExactly("p1");
    assertThat(result.lackingTolerance()).containsExactly("p2");
    assertThat(result.describe())
        .isEqualTo(
            "all 250 = p0 100 + p1 not given + p2 about 5: cannot tell: p1 is not known; about 5"
                + " has no tolerance");
    assertThat(account("unknown", "unknown").reconcile(FIVE).describe())
        .isEqualTo("all unknown = p0 unknown: cannot tell: all, p0 are not known");
  }

  @Example
  void figures_that_miss_say_by_how_much_and_which_side_is_larger() {
    Reconciliation parts = account("250", "105", "149").reconcile(FIVE);
    assertThat(parts.verdict()).isEqualTo(Verdict.CANNOT);
    assertThat(parts.gap()).contains(BigDecimal.valueOf(4));
    assertThat(parts.larger()).contains(Side.PARTS);
    assertThat(parts.tolerance()).isEmpty();
    assertThat(parts.describe())
        .isEqualTo("all 250 = p0 105 + p1 149: cannot be, the parts are larger by 4");
    Reconciliation whole = account("at least 250", "105", "up to 100").reconcile(NONE);
    assertThat(whole.larger()).contains(Side.WHOLE);
    assertThat(whole.describe()).endsWith("cannot be, the whole is larger by at least 45");
    assertThat(account("100", "more than 100").reconcile(NONE).describe())
        .endsWith("cannot be, the parts are larger by at least 1");
  }

  @Example
  void a_contradiction_is_seen_even_when_a_figure_is_missing() {
    Reconciliation result = account("100", "105", "not given").reconcile(NONE);
    assertThat(result.verdict()).isEqualTo(Verdict.CANNOT);
    assertThat(result.describe()).endsWith("cannot be, the parts are larger by at least 5");
  }

  @Example
  void a_count_is_never_below_zero() {
    assertThat(account("10", "10", "up to 5").reconcile(NONE).sum()).hasToString("[10, 15]");
    for (String figure : new String[] {"-1", "about -1", "fewer than 0", "at most -1"}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> account("10", figure))
          .withMessage("account (test) counts (p0) as (" + figure + "): a count is never below 0");
    }
  }

  @Example
  void every_part_has_a_label_of_its_own() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Account.builder().part("held", Figure.exactly(1)).part("held", Figure.exactly(2)))
        .withMessage("account has a part (held) already: give each part a label of its own");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HOSTAGES.withWholeLabel("held"))
        .withMessage(
            "account (hostages) must not call a part as it calls the whole (held): rename one of"
                + " them");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> account("10"))
        .withMessage("account (test) must have a part: say what became of the whole");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HOSTAGES.withSources(ImmutableMap.of("lost", "news")))
        .withMessage(
            "account (hostages) has a source (news) for (lost), which it does not count: its labels"
                + " are taken, released, rescued, remains, killed, held");
    assertThat(HOSTAGES.sources()).containsExactly(Map.entry("released", "news"));
  }

  @Property
  void the_order_of_the_parts_does_not_matter(
      @ForAll("figures") Figure whole,
      @ForAll @Size(min = 1, max = 5) List<@From("figures") Figure> parts) {
    List<Figure> reversed = new ArrayList<>(parts);
    Collections.reverse(reversed);
    Reconciliation one = of(whole, parts).reconcile(FIVE);
    Reconciliation other = of(whole, reversed).reconcile(FIVE);
    assertThat(one.verdict()).isEqualTo(other.verdict());
    assertThat(one.sum()).isEqualTo(other.sum());
    Statistics.collect(one.verdict());
    Statistics.coverage(
        it -> {
          for (Verdict verdict : Verdict.values()) {
            it.check(verdict).count(c -> c > 0);
          }
        });
  }

  @Property
  void exchanging_the_whole_and_a_single_part_exchanges_the_sides(
      @ForAll("figures") Figure one, @ForAll("figures") Figure other) {
    Reconciliation there = of(one, List.of(other)).reconcile(FIVE);
    Reconciliation back = of(other, List.of(one)).reconcile(FIVE);
    assertThat(there.verdict()).isEqualTo(back.verdict());
    assertThat(there.gap()).isEqualTo(back.gap());
    assertThat(there.larger().map(side -> side == Side.WHOLE ? Side.PARTS : Side.WHOLE))
        .isEqualTo(back.larger());
    assertThat(there.larger().isPresent()).isEqualTo(there.verdict() == Verdict.CANNOT);
  }

  @Property
  void a_tolerance_never_mends_what_cannot_be_without_one(
      @ForAll("figures") Figure whole,
      @ForAll @Size(min = 1, max = 3) List<@From("figures") Figure> parts) {
    if (of(whole, parts).reconcile(NONE).verdict() == Verdict.CANNOT) {
      assertThat(of(whole, parts).reconcile(FIVE).verdict()).isEqualTo(Verdict.CANNOT);
    }
  }

  @Example
  void what_is_measured_is_not_whole_be_its_unit_singular_or_plural() {
    for (String unit : List.of("days", "day", "tonne", "per cent", "kilometre", "US dollar")) {
      assertThat(verdict(unit)).as(unit).isEqualTo(Verdict.RECONCILES);
    }
    for (String unit : List.of("persons", "person", "truck", "detainees")) {
      assertThat(verdict(unit)).as(unit).isEqualTo(Verdict.CANNOT);
    }
  }

  private static Verdict verdict(String unit) {
    return account("100", "more than 60", "more than 39").withUnit(unit).reconcile(NONE).verdict();
  }

  private static Account of(Figure whole, List<Figure> parts) {
    Account.Builder account = Account.builder().name("test").unit("things").whole("all", whole);
    for (int i = 0; i < parts.size(); i++) {
      account.part("p" + i, parts.get(i));
    }
    return account.build();
  }

  @Provide
  Arbitrary<Figure> figures() {
    Arbitrary<Long> numbers = Arbitraries.longs().between(1, 60);
    return Arbitraries.oneOf(
        numbers.map(Figure::exactly),
        numbers.map(Figure::about),
        numbers.map(Figure::atLeast),
        numbers.map(Figure::moreThan),
        numbers.map(Figure::atMost),
        numbers.map(Figure::fewerThan),
        Combinators.combine(numbers, numbers)
            .as((a, b) -> Figure.between(Math.min(a, b), Math.max(a, b))),
        Arbitraries.just(Figure.notGiven()));
  }
}
