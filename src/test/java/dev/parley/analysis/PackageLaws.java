package dev.parley.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.demand.Ask;
import dev.parley.demand.Demand;
import dev.parley.demand.GeneralDemand;
import dev.parley.evidence.EntryId;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;

/** A package is played through the machine, by parties that keep their word. */
class PackageLaws {
  private static final Scope SCOPE = Scope.builder().first(8).sets(300).build();

  @Provide
  static Arbitrary<Negotiation> talks() {
    return Arbitraries.longs().between(0, 1_000_000_000).withoutEdgeCases().map(Problems::small);
  }

  @Tag("slow")
  @Property(tries = 250)
  void a_package_closes_the_deal_when_played_and_not_without_one_concession(
      @ForAll("talks") Negotiation talks) {
    Packages packages = Analysis.of(talks, SCOPE).packages();
    int played = 0;
    for (ClosingPackage closing : packages.first()) {
      if (closing.terms().isEmpty()) {
        continue;
      }
      played++;
      Negotiation after = new Witness(talks).play(closing.moves(talks.situation()));
      assertThat(Witness.isAgreed(after, closing.terms().get())).as("%s", closing).isTrue();
      assertThat(after.situation().stage() == Stage.CONCLUDED)
          .as("%s, after which there is nothing left to settle", closing)
          .isEqualTo(closing.terms().get().isComplete(talks.agenda()));
      for (Concession concession : closing.concessions()) {
        ClosingPackage less = Witness.without(closing, concession);
        Negotiation without = new Witness(talks).play(less.moves(talks.situation()));
        assertThat(Witness.isAgreed(without, closing.terms().get()))
            .as("%s without %s", closing, concession)
            .isFalse();
      }
    }
    Statistics.label("verdict").collect(packages.verdict());
    Statistics.label("played").collect(played > 0);
    Statistics.label("played").coverage(c -> c.check(true).percentage(p -> p > 30));
  }

  /** Every combination of values that firm demands allow asks at least what some package asks. */
  @Property(tries = 200)
  void no_combination_of_values_escapes_the_packages(@ForAll("unconditional") Negotiation talks) {
    int tried = tryAllTerms(talks);
    Statistics.label("tried").collect(tried > 10);
    Statistics.label("tried").coverage(c -> c.check(true).percentage(p -> p > 20));
  }

  @Property(tries = 200)
  void no_combination_escapes_where_offers_hang_on_conditions(@ForAll("talks") Negotiation talks) {
    int tried = tryAllTerms(talks);
    boolean conditions =
        talks.situation().offers().keySet().stream().anyMatch(o -> !o.conditions().isEmpty());
    Statistics.label("tried").collect(conditions && tried > 10);
    Statistics.label("tried").coverage(c -> c.check(true).percentage(p -> p > 10));
  }

  private static int tryAllTerms(Negotiation talks) {
    Packages packages =
        Analysis.of(talks, Scope.builder().first(5000).sets(300).build()).packages();
    if (packages.verdict() == Packages.Verdict.NOT_CLOSABLE || packages.more()) {
      return 0;
    }
    Set<IssueId> issues =
        packages.first().stream()
            .flatMap(p -> p.terms().stream())
            .flatMap(t -> t.issues().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    int tried = 0;
    for (Terms terms : Brute.allTerms(talks.agenda(), issues)) {
      if (Brute.keepsFirm(talks.situation(), terms)) {
        tried++;
        assertThat(packages.first())
            .as("%s", terms)
            .anyMatch(p -> Brute.asksNoMore(talks, p, terms));
      }
    }
    return tried;
  }

  @Provide
  static Arbitrary<Negotiation> unconditional() {
    return Arbitraries.longs()
        .between(0, 1_000_000_000)
        .withoutEdgeCases()
        .map(Problems::unconditional);
  }

  @Property(tries = 300)
  void packages_stand_in_their_order_and_none_holds_another(@ForAll("talks") Negotiation talks) {
    List<ClosingPackage> all = Analysis.of(talks, SCOPE).packages().first();
    for (int i = 1; i < all.size(); i++) {
      ClosingPackage one = all.get(i - 1);
      ClosingPackage next = all.get(i);
      int order = one.largest().compareTo(next.largest());
      assertThat(order < 0 || order == 0 && one.total().compareTo(next.total()) <= 0).isTrue();
      assertThat(next.concessions()).isNotEqualTo(one.concessions());
      for (ClosingPackage earlier : all.subList(0, i)) {
        assertThat(next.concessions().containsAll(earlier.concessions())).isFalse();
      }
    }
    Statistics.collect(all.size() > 1);
    Statistics.coverage(c -> c.check(true).percentage(p -> p > 30));
  }

  /** In both directions: what ties with a package may ask less, and come after it. */
  @Property(tries = 1000)
  void no_package_asks_all_that_another_asks_and_more(@ForAll("talks") Negotiation talks) {
    List<ClosingPackage> all = Analysis.of(talks, SCOPE).packages().first();
    for (ClosingPackage one : all) {
      for (ClosingPackage other : all) {
        boolean holds =
            other.concessions().stream()
                .allMatch(c -> one.concessions().stream().anyMatch(own -> own.includes(c)));
        assertThat(one != other && holds).as("%s holds %s", one, other).isFalse();
      }
    }
    Statistics.collect(all.size() > 1);
    Statistics.coverage(c -> c.check(true).percentage(p -> p > 30));
  }

  @Property(tries = 200)
  void other_names_give_the_same_packages(@ForAll("seeds") long seed) {
    Packages one = Analysis.of(Problems.small(seed), SCOPE).packages();
    Packages other =
        Analysis.of(Problems.small(seed, p -> List.of("zoe", "yan", "xia").get(p)), SCOPE)
            .packages();
    assertThat(other.verdict()).isEqualTo(one.verdict());
    assertThat(other.more()).isEqualTo(one.more());
    assertThat(other.first())
        .extracting(ClosingPackage::terms, ClosingPackage::largest, ClosingPackage::total)
        .containsExactlyElementsOf(
            one.first().stream()
                .map(p -> org.assertj.core.api.Assertions.tuple(p.terms(), p.largest(), p.total()))
                .toList());
  }

  @Property(tries = 200)
  void demands_raised_in_another_order_give_the_same_packages(@ForAll("seeds") long seed) {
    Packages one = Analysis.of(Problems.unconditional(seed), SCOPE).packages();
    Packages other = Analysis.of(Problems.backwards(seed), SCOPE).packages();
    assertThat(other.verdict()).isEqualTo(one.verdict());
    assertThat(other.first())
        .extracting(ClosingPackage::terms, ClosingPackage::largest, ClosingPackage::total)
        .containsExactlyElementsOf(
            one.first().stream()
                .map(p -> org.assertj.core.api.Assertions.tuple(p.terms(), p.largest(), p.total()))
                .toList());
  }

  @Provide
  static Arbitrary<Long> seeds() {
    return Arbitraries.longs().between(0, 1_000_000_000).withoutEdgeCases();
  }

  @Property(tries = 200)
  void a_wider_demand_never_makes_a_closable_deal_unclosable(
      @ForAll("unconditional") Negotiation talks) {
    Packages before = Analysis.of(talks, SCOPE).packages();
    for (Demand demand : talks.situation().standingDemands()) {
      IssueId issue = demand.asks().keySet().iterator().next();
      GeneralDemand wider =
          ((GeneralDemand) demand).withWanted(ImmutableMap.of(issue, Ask.of("anything")));
      if (talks.agenda().requireIssue(issue).scale() instanceof Scale.Options options) {
        wider =
            wider.withWanted(ImmutableMap.of(issue, Ask.of(String.join(" or ", options.names()))));
      }
      Packages after =
          Analysis.of(talks.with(Move.by(demand.by().text()).amends(wider)), SCOPE).packages();
      if (!before.first().isEmpty()) {
        assertThat(after.first()).isNotEmpty();
        assertThat(after.first().get(0).largest())
            .isLessThanOrEqualTo(before.first().get(0).largest());
      }
    }
  }

  @Property(tries = 300)
  void every_answer_cites_entries_that_exist(@ForAll("talks") Negotiation talks) {
    Analysis analysis = Analysis.of(talks, SCOPE);
    List<EntryId> cited = new ArrayList<>();
    analysis.zones().forEach(z -> cited.addAll(z.entries()));
    analysis.packages().clashes().forEach(c -> cited.addAll(c.entries()));
    for (ClosingPackage closing : analysis.packages().first()) {
      for (Concession concession : closing.concessions()) {
        assertThat(concession.entries()).isNotEmpty();
        cited.addAll(concession.entries());
      }
    }
    analysis
        .ring()
        .ifPresent(
            r ->
                r.links()
                    .forEach(
                        l -> {
                          assertThat(l.precondition().words()).isNotEmpty();
                          l.precondition().words().forEach(w -> cited.add(w.entry()));
                        }));
    assertThat(cited).allMatch(e -> talks.chronicle().entry(e).isPresent());
    Statistics.label("ring").collect(analysis.ring().isPresent());
    Statistics.label("ring").coverage(c -> c.check(true).percentage(p -> p > 2));
  }
}
