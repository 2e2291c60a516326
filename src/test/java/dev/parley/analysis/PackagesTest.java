package dev.parley.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.analysis.Packages.Unknown;
import dev.parley.analysis.Scope.Weights;
import dev.parley.demand.Ask;
import dev.parley.demand.Demand.Firmness;
import dev.parley.demand.GeneralDemand;
import dev.parley.demand.Offer;
import dev.parley.demand.Provisions.Condition;
import dev.parley.demand.Reservation;
import dev.parley.demand.Tie;
import dev.parley.evidence.EntryId;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Example;

class PackagesTest {
  private static Negotiation apart() {
    return Rise.start()
        .with(
            Rise.asks("union", "rise", "at least 6"),
            Rise.asks("studios", "rise", "at most 4"),
            Rise.asks("union", "term", "one year to two years"),
            Rise.asks("studios", "term", "two years to three years"));
  }

  @Example
  void the_package_that_asks_least_of_whoever_gives_most_stands_first() {
    Packages packages = Analysis.of(apart()).packages();
    assertThat(packages.verdict()).isEqualTo(Packages.Verdict.CLOSABLE);
    assertThat(packages.more()).isFalse();
    assertThat(packages.first())
        .extracting(
            p -> p.terms().orElseThrow().toString(),
            p -> p.largest().toPlainString(),
            p -> p.total().toPlainString())
        .containsExactly(
            tuple("rise 5; term two years", "0.1", "0.2"),
            tuple("rise 4.5; term two years", "0.15", "0.2"),
            tuple("rise 5.5; term two years", "0.15", "0.2"),
            tuple("rise 4; term two years", "0.2", "0.2"),
            tuple("rise 6; term two years", "0.2", "0.2"));
  }

  @Example
  void it_says_who_gives_what_and_who_gains() {
    ClosingPackage last = Analysis.of(apart()).packages().first().get(4);
    assertThat(last.concessions())
        .singleElement()
        .isInstanceOfSatisfying(
            Concession.NewValue.class,
            c -> {
              assertThat(c.by()).isEqualTo(ActorId.of("studios"));
              assertThat(c.from().describe()).isEqualTo("at most 4");
              assertThat(c.to().describe()).isEqualTo("at most 6");
              assertThat(c.distance()).isEqualByComparingTo("2");
              assertThat(c.entries()).containsExactly(new EntryId(3));
            });
    assertThat(last.balances())
        .extracting(ClosingPackage.Balance::gains, ClosingPackage.Balance::loses)
        .containsExactly(tuple(true, false), tuple(false, true));
  }

  @Example
  void the_first_so_many_are_given_and_whether_there_are_more() {
    Packages two = Analysis.of(apart(), Scope.builder().first(2).build()).packages();
    assertThat(two.first()).hasSize(2);
    assertThat(two.more()).isTrue();
    assertThat(Analysis.of(apart(), Scope.builder().first(5).build()).packages().more()).isFalse();
  }

  @Example
  void firm_demands_that_clash_are_named_and_there_is_no_package() {
    Negotiation talks =
        Rise.start()
            .with(
                Rise.asks("union", "rise", "at least 6", Firmness.ESSENTIAL),
                Rise.asks("studios", "rise", "at most 4", Firmness.ESSENTIAL));
    Packages packages = Analysis.of(talks).packages();
    assertThat(packages.verdict()).isEqualTo(Packages.Verdict.NOT_CLOSABLE);
    assertThat(packages.first()).isEmpty();
    assertThat(packages.clashes())
        .singleElement()
        .satisfies(
            c -> {
              assertThat(c.issue()).isEqualTo(IssueId.of("rise"));
              assertThat(c.demands()).hasSize(2);
              assertThat(c.entries()).containsExactly(new EntryId(2), new EntryId(3));
            });
  }

  /**
   * To accept the north asks more of a than to accept the east, towards c, though both count as one
   * step; the north is worth it only where b's condition counts, at a pay of 5.
   */
  @Example
  void what_ties_with_a_package_that_asks_only_a_part_of_it_is_not_listed() {
    Agenda agenda =
        Agenda.builder()
            .principal("a", "A")
            .principal("b", "B")
            .principal("c", "C")
            .issue("place", Scale.options("north", "south", "east"))
            .issue("pay", Scale.quantity(0, 10, "tons"))
            .build();
    Terms five = Terms.on(agenda).set("pay", 5).build();
    Negotiation talks =
        Negotiation.about(agenda)
            .with(
                Move.by("a").opensRound(),
                Move.by("a").demands(GeneralDemand.of("a", "b", "place", "south or east")),
                Move.by("a").demands(GeneralDemand.of("a", "c", "place", "south")),
                Move.by("b").demands(GeneralDemand.of("b", "a", "place", "north or east")),
                Move.by("c").demands(GeneralDemand.of("c", "a", "place", "north or east")),
                Move.by("a").demands(GeneralDemand.of("a", "b", "pay", "at most 3")),
                Move.by("b")
                    .offers(
                        Offer.of("b", "a", five).withConditions(Condition.of("place", "north"))));
    assertThat(Analysis.of(talks).packages().first())
        .filteredOn(p -> p.total().equals(new BigDecimal("1.2")))
        .extracting(p -> p.terms().orElseThrow().toString())
        .containsExactly("pay 5; place north", "pay 3; place east", "pay 4; place east");
  }

  private static Negotiation essential(Scale scale, int parties, IntFunction<String> asked) {
    Agenda.Builder agenda = Agenda.builder().issue("level", scale);
    for (int p = 0; p < parties; p++) {
      agenda.principal("p" + p, "Party " + p);
    }
    Negotiation talks = Negotiation.about(agenda.build()).with(Move.by("p0").opensRound());
    for (int p = 0; p < parties; p++) {
      talks =
          talks.with(
              Move.by("p" + p)
                  .demands(
                      GeneralDemand.builder()
                          .by(ActorId.of("p" + p))
                          .putWanted(IssueId.of("level"), Ask.of(asked.apply(p)))
                          .firmness(Firmness.ESSENTIAL)
                          .build()));
    }
    return talks;
  }

  /** Of thirty demands that all can be met there are a thousand million sets. */
  @Example
  void many_firm_demands_are_not_tried_set_by_set() {
    Scale scale = Scale.quantity(0, 100, "tons");
    Packages packages = Analysis.of(essential(scale, 30, p -> "at least " + (p + 1))).packages();
    assertThat(packages.clashes()).isEmpty();
    assertThat(packages.first().get(0).terms()).hasToString("Optional[level 65]");
    Packages pair =
        Analysis.of(essential(scale, 30, p -> p == 7 ? "at most 25" : "at least " + (p + 1)))
            .packages();
    assertThat(pair.clashes())
        .singleElement()
        .satisfies(
            c ->
                assertThat(c.demands())
                    .extracting(d -> d.by().text())
                    .containsExactly("p7", "p25"));
  }

  @Example
  void of_many_that_clash_only_all_together_none_can_be_left_out() {
    List<String> names = IntStream.range(0, 14).mapToObj(i -> "place" + i).toList();
    Negotiation talks =
        essential(
            Scale.options(names.toArray(String[]::new)),
            14,
            p -> String.join(" or ", names.stream().filter(n -> !n.equals(names.get(p))).toList()));
    assertThat(Analysis.of(talks).packages().clashes())
        .singleElement()
        .satisfies(c -> assertThat(c.demands()).hasSize(14));
  }

  @Example
  void an_essential_demand_is_not_conceded() {
    Negotiation talks =
        Rise.start()
            .with(
                Rise.asks("union", "rise", "at least 6", Firmness.ESSENTIAL),
                Rise.asks("studios", "rise", "at most 4", Firmness.NEGOTIABLE));
    assertThat(Analysis.of(talks).packages().first())
        .singleElement()
        .satisfies(p -> assertThat(p.terms()).hasToString("Optional[rise 6]"));
  }

  private static Move fourForThreeYears() {
    Terms four = Terms.on(Rise.AGENDA).set("rise", "4").build();
    return Move.by("studios")
        .offers(
            Offer.of("studios", "union", four).withConditions(Condition.of("term", "three years")));
  }

  @Example
  void a_value_offered_under_a_condition_is_given_without_it_or_the_condition_is_met() {
    Negotiation talks =
        Rise.start()
            .with(
                Rise.asks("union", "rise", "4"),
                Rise.asks("studios", "rise", "at most 2"),
                Rise.asks("union", "term", "one year"),
                Rise.asks("studios", "term", "at least one year"),
                fourForThreeYears());
    assertThat(Analysis.of(talks).packages().first())
        .extracting(
            p -> p.terms().orElseThrow().toString(),
            p -> p.concessions().get(0).getClass().getSimpleName(),
            p -> p.total().toPlainString())
        .contains(
            tuple("rise 4; term one year", "WithoutCondition", "0.2"),
            tuple("rise 4; term three years", "NewValue", "1"));
  }

  @Example
  void what_nobody_has_stated_is_named_and_nothing_is_made_of_it() {
    Packages packages =
        Analysis.of(
                Rise.start()
                    .with(
                        Rise.asks("union", "rise", "at least 6"),
                        Rise.asks("studios", "rise", "at most 4"),
                        Rise.asks("union", "term", "one year")))
            .packages();
    assertThat(packages.verdict()).isEqualTo(Packages.Verdict.AS_FAR_AS_STATED);
    assertThat(packages.unknown())
        .containsExactly(new Unknown(ActorId.of("studios"), IssueId.of("term"), Optional.empty()));
    assertThat(packages.first())
        .allSatisfy(p -> assertThat(p.terms().orElseThrow().issues()).hasSize(1));
  }

  @Example
  void whoever_is_freed_gains_and_whoever_waits_no_more_gives() {
    Negotiation talks =
        Rise.start()
            .with(
                Rise.asks("union", "rise", "4"),
                Rise.asks("studios", "rise", "4"),
                Rise.asks("union", "term", "one year"),
                Rise.asks("studios", "term", "one year"),
                Move.by("union").ties("term", Tie.Order.AFTER, "rise"),
                Move.by("studios").ties("rise", Tie.Order.AFTER, "term"));
    Packages packages = Analysis.of(talks).packages();
    ClosingPackage waived =
        packages.first().stream()
            .filter(
                p -> p.concessions().stream().allMatch(c -> c.by().equals(ActorId.of("studios"))))
            .findFirst()
            .orElseThrow();
    assertThat(waived.balances())
        .extracting(
            b -> b.party().text(), ClosingPackage.Balance::gains, ClosingPackage.Balance::loses)
        .containsExactly(tuple("union", true, false), tuple("studios", false, true));
  }

  @Example
  void a_condition_that_what_is_agreed_rules_out_is_met_no_more() {
    Negotiation talks =
        Rise.start()
            .with(
                Rise.asks("union", "rise", "4"),
                Rise.asks("studios", "rise", "at most 2"),
                fourForThreeYears());
    assertThat(agreed(talks, "three years").first())
        .singleElement()
        .satisfies(p -> assertThat(p.concessions()).isEmpty());
    assertThat(agreed(talks, "one year").first())
        .extracting(p -> p.concessions().get(0).getClass().getSimpleName())
        .contains("WithoutCondition");
  }

  private static Packages agreed(Negotiation talks, String term) {
    Terms only = Terms.on(Rise.AGENDA).set("term", term).build();
    return Analysis.of(
            talks.with(
                Move.by("union").attestsInPart(only), Move.by("studios").attestsInPart(only)))
        .packages();
  }

  @Example
  void what_is_said_in_words_only_is_unknown_in_these_words() {
    Negotiation talks =
        Rise.start()
            .with(
                Rise.asks("union", "rise", "at least 6"),
                Rise.asks("studios", "rise", "at most 4"),
                Rise.asks("union", "term", "one year"),
                Move.by("studios")
                    .demands(
                        Rise.demand("studios", "rise", "at most 4")
                            .withWanted(
                                ImmutableMap.of(IssueId.of("term"), Ask.inWords("a long one")))));
    assertThat(Analysis.of(talks).packages().unknown())
        .containsExactly(
            new Unknown(ActorId.of("studios"), IssueId.of("term"), Optional.of("a long one")));
  }

  @Example
  void where_nothing_stands_against_anything_it_cannot_be_told() {
    assertThat(
            Analysis.of(Rise.start().with(Rise.asks("union", "rise", "at least 6")))
                .packages()
                .verdict())
        .isEqualTo(Packages.Verdict.CANNOT_TELL);
  }

  @Example
  void a_gap_is_followed_round_by_round_and_reservations_make_a_zone_of_their_own() {
    Offer five = Offer.of("studios", "union", Terms.on(Rise.AGENDA).set("rise", "5").build());
    Negotiation talks =
        Rise.start()
            .with(
                Rise.asks("union", "rise", "at least 6"),
                Move.by("union").closesRound(),
                Move.by("union").opensRound(),
                Rise.asks("studios", "rise", "at most 4"),
                Move.by("union").closesRound(),
                Move.by("union").opensRound(),
                Move.by("studios").offers(five),
                Move.by("union").closesRound());
    Reservation union =
        new Reservation(ActorId.of("union"), IssueId.of("rise"), Ask.of("at least 4.5"));
    Reservation studios =
        new Reservation(ActorId.of("studios"), IssueId.of("rise"), Ask.of("at most 5.5"));
    Zone zone =
        Analysis.of(talks, Scope.builder().addReservations(union, studios).build()).zones().get(0);
    assertThat(zone.stated()).isEqualTo(Zone.Verdict.APART);
    assertThat(zone.distance()).hasValue(BigDecimal.ONE);
    assertThat(zone.share()).hasValueSatisfying(s -> assertThat(s).isEqualByComparingTo("0.1"));
    assertThat(zone.history())
        .containsExactly(
            new Zone.AtRound(1, Optional.empty()),
            new Zone.AtRound(2, Optional.of(new BigDecimal("2"))),
            new Zone.AtRound(3, Optional.of(BigDecimal.ONE)));
    assertThat(zone.reserved()).isEqualTo(Zone.Verdict.MEET);
    assertThat(zone.reservedMeeting()).map(r -> r.describe()).hasValue("4.5 to 5.5");
    Zone half = Analysis.of(talks, Scope.builder().addReservations(union).build()).zones().get(0);
    assertThat(half.reserved()).isEqualTo(Zone.Verdict.UNKNOWN);
    assertThat(half.reservedMeeting()).isEmpty();
  }

  @Example
  void a_scale_too_large_is_searched_at_the_ends_of_regions_and_it_says_so() {
    Packages packages = Analysis.of(Rise.wide(1_000_000)).packages();
    assertThat(packages.limits())
        .containsExactly(
            "issue (pay) has 1,000,001 values, more than 2,000: only the 4 at the ends of stated"
                + " regions were tried. Allow more values, or give the scale a larger step");
    assertThat(packages.more()).isTrue();
    assertThat(packages.first()).hasSize(2);
  }

  @Example
  void a_budget_that_is_used_up_is_told_with_the_size_and_what_was_found() {
    Packages packages = Analysis.of(apart(), Scope.builder().combinations(6).build()).packages();
    assertThat(packages.limits())
        .containsExactly(
            "stopped after 6 steps of a search among 5 combinations: packages found: 1, and there"
                + " may be more. Allow more combinations, or settle some issues first");
    assertThat(packages.first()).hasSize(1);
    assertThat(packages.more()).isTrue();
  }

  @Example
  void a_scope_has_ranges() {
    assertThatThrownBy(() -> Scope.builder().first(0).build())
        .hasMessage("scope: (0) packages must be 1 or more");
    assertThatThrownBy(() -> Scope.builder().combinations(0).build())
        .hasMessage("scope: (0) combinations must be 1 or more");
    assertThatThrownBy(() -> Scope.builder().sets(0).build())
        .hasMessage("scope: (0) sets must be 1 or more");
    assertThatThrownBy(() -> Scope.builder().values(1).build())
        .hasMessage("scope: (1) values must be 2 or more");
    assertThatThrownBy(() -> new Weights(BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ONE))
        .hasMessage("the weight of a reordering (0) must be above 0 and at most 1, to nine digits");
  }
}
