package dev.parley.analysis.prospect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Issue;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.agenda.Value;
import dev.parley.analysis.Analysis;
import dev.parley.analysis.Problems;
import dev.parley.analysis.Scope;
import dev.parley.analysis.bargaining.BargainingProblem;
import dev.parley.analysis.bargaining.Evaluation;
import dev.parley.analysis.bargaining.Fraction;
import dev.parley.analysis.bargaining.OutcomeSpace;
import dev.parley.analysis.bargaining.Profile.ReservationPoint;
import dev.parley.analysis.prospect.Preference.Weighing;
import dev.parley.analysis.prospect.Prospect.PackageProspect;
import dev.parley.analysis.stability.RecordedConflict;
import dev.parley.analysis.stability.Stability;
import dev.parley.analysis.stability.StabilityConcept;
import dev.parley.analysis.stability.Stance;
import dev.parley.evidence.Source;
import dev.parley.talks.Negotiation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;

/** Small talks with made-up preferences, every answer held against the definition, term by term. */
class ProspectLaws {
  private record Case(Negotiation talks, List<Preference> preferences, Prospect prospect) {
    Preference of(ActorId party) {
      return preferences.stream().filter(p -> p.party().equals(party)).findFirst().orElseThrow();
    }

    Agenda agenda() {
      return talks.agenda();
    }

    List<Terms> outcomes() {
      OutcomeSpace space =
          OutcomeSpace.of(
              agenda().issueList().stream()
                  .filter(i -> prospect.issues().contains(i.id()))
                  .toList());
      List<Terms> all = new ArrayList<>();
      for (int i = 0; i < space.size().intValueExact(); i++) {
        all.add(space.outcome(i));
      }
      return all;
    }
  }

  @Provide
  static Arbitrary<Case> known() {
    return Arbitraries.longs()
        .between(0, 1_000_000_000)
        .withoutEdgeCases()
        .map(seed -> drawn(seed, false));
  }

  @Provide
  static Arbitrary<Case> partly() {
    return Arbitraries.longs()
        .between(0, 1_000_000_000)
        .withoutEdgeCases()
        .map(seed -> drawn(seed, true));
  }

  private static Case drawn(long seed, boolean gaps) {
    Negotiation talks = Problems.small(seed);
    Random random = new Random(seed);
    List<Preference> preferences = new ArrayList<>();
    for (ActorId party : talks.agenda().principals()) {
      if (!gaps || random.nextInt(3) > 0) {
        preferences.add(preference(talks.agenda(), party, random, gaps));
      }
    }
    return new Case(
        talks,
        preferences,
        Prospect.of(
            talks,
            Analysis.of(talks, Scope.builder().first(4).sets(200).build()).packages(),
            preferences,
            BargainingProblem.BUDGET));
  }

  private static Preference preference(Agenda agenda, ActorId party, Random random, boolean gaps) {
    Preference.Builder preference =
        Preference.assumedBy(Source.document("desk", "Estimates"), party.text());
    for (Issue issue : agenda.issueList()) {
      preference.putWeighing(
          issue.id(), new Weighing(Fraction.of(random.nextInt(5), 1), worth(issue, random)));
    }
    if (!gaps || random.nextBoolean()) {
      preference.reservation(ReservationPoint.of(Fraction.of(random.nextInt(40), 4)));
    }
    return preference.build();
  }

  private static Evaluation worth(Issue issue, Random random) {
    if ((issue.scale() instanceof Scale.Levels || issue.scale() instanceof Scale.Quantity)
        && random.nextBoolean()) {
      return new Evaluation.Linear(
          Fraction.of(random.nextInt(5), 1), Fraction.of(random.nextInt(5), 1));
    }
    OutcomeSpace values = OutcomeSpace.of(List.of(issue));
    Evaluation.Table table = Evaluation.table();
    for (int v = 0; v < values.size().intValueExact(); v++) {
      String value = values.outcome(v).on(issue.id()).orElseThrow().toString();
      table = table.value(value, Fraction.of(random.nextInt(5), 1));
    }
    return table;
  }

  private static Fraction utility(Case drawn, ActorId party, Terms outcome) {
    Fraction sum = Fraction.ZERO;
    for (Map.Entry<dev.parley.agenda.IssueId, Weighing> e :
        drawn.of(party).weighings().entrySet()) {
      Issue issue = drawn.agenda().requireIssue(e.getKey());
      Optional<Value> value = outcome.on(e.getKey());
      if (value.isPresent()) {
        sum = sum.plus(e.getValue().weight().times(e.getValue().worth().of(issue, value.get())));
      }
    }
    return sum;
  }

  @Property(tries = 300)
  void a_package_is_efficient_exactly_where_no_outcome_is_better_for_one_and_worse_for_nobody(
      @ForAll("known") Case drawn) {
    int wasteful = 0;
    int efficient = 0;
    for (PackageProspect each : drawn.prospect().packages()) {
      if (each.appraisal().isEmpty()) {
        assertThat(drawn.prospect().missing()).isNotEmpty();
        continue;
      }
      boolean dominated =
          drawn.outcomes().stream().anyMatch(other -> dominates(drawn, other, each.outcome()));
      assertThat(each.appraisal().get().isEfficient()).isEqualTo(!dominated);
      each.appraisal()
          .get()
          .better()
          .ifPresent(b -> assertThat(dominates(drawn, b.outcome(), each.outcome())).isTrue());
      for (ActorId party : drawn.agenda().principals()) {
        Fraction utility = utility(drawn, party, each.outcome());
        assertThat(each.utilities()).containsEntry(party, utility);
        assertThat(each.refusers().contains(party))
            .isEqualTo(
                utility.compareTo(drawn.of(party).reservedUtility(drawn.agenda()).orElseThrow())
                    < 0);
      }
      wasteful += dominated ? 1 : 0;
      efficient += dominated ? 0 : 1;
    }
    Statistics.label("wasteful").collect(wasteful > 0);
    Statistics.label("wasteful").coverage(c -> c.check(true).percentage(p -> p > 10));
    Statistics.label("efficient").collect(efficient > 0);
    Statistics.label("efficient").coverage(c -> c.check(true).percentage(p -> p > 10));
  }

  private static boolean dominates(Case drawn, Terms one, Terms other) {
    boolean better = false;
    for (ActorId party : drawn.agenda().principals()) {
      int order = utility(drawn, party, one).compareTo(utility(drawn, party, other));
      if (order < 0) {
        return false;
      }
      better |= order > 0;
    }
    return better;
  }

  /** All that a state could be worth: what everybody accepts there, outcome by outcome. */
  private static List<Fraction> worths(
      Case drawn, Durability durability, int state, ActorId party) {
    RecordedConflict conflict = durability.conflict();
    Map<ActorId, Stance> taken = conflict.states().get(durability.analysis().model().name(state));
    Map<ActorId, Stance> present = conflict.states().get(conflict.present());
    List<Fraction> worths = new ArrayList<>();
    for (Terms outcome : drawn.outcomes()) {
      boolean agreed = true;
      for (ActorId each : taken.keySet()) {
        for (var issue : outcome.issues()) {
          var regions = conflict.regions(taken.get(each), issue);
          agreed &=
              regions.stream().allMatch(r -> r.holds(outcome.on(issue).orElseThrow()))
                  && (!regions.isEmpty() || conflict.regions(present.get(each), issue).isEmpty());
        }
      }
      if (agreed) {
        worths.add(utility(drawn, party, outcome));
      }
    }
    return worths.isEmpty()
        ? List.of(drawn.of(party).reservedUtility(drawn.agenda()).orElseThrow())
        : worths;
  }

  @Property(tries = 300)
  void a_party_leaves_exactly_where_one_move_of_its_own_is_better_for_it(
      @ForAll("known") Case drawn) {
    int leaves = 0;
    int stays = 0;
    int open = 0;
    for (PackageProspect each : drawn.prospect().packages()) {
      if (each.durability().isEmpty() || each.appraisal().isEmpty()) {
        continue;
      }
      Durability durability = each.durability().get();
      for (ActorId party : drawn.agenda().principals()) {
        Fraction here = utility(drawn, party, each.outcome());
        boolean surely = false;
        boolean maybe = false;
        for (int to : durability.analysis().model().moves(party.text(), durability.state())) {
          List<Fraction> there = worths(drawn, durability, to, party);
          surely |= there.stream().allMatch(u -> u.compareTo(here) > 0);
          maybe |= there.stream().anyMatch(u -> u.compareTo(here) > 0);
        }
        Stability verdict = durability.why(StabilityConcept.NASH, party).verdict();
        assertThat(verdict)
            .isEqualTo(surely ? Stability.UNSTABLE : maybe ? Stability.DEPENDS : Stability.STABLE);
        leaves += surely ? 1 : 0;
        open += !surely && maybe ? 1 : 0;
        stays += maybe ? 0 : 1;
        assertThat(
                durability.departures(StabilityConcept.NASH).stream()
                    .anyMatch(d -> d.party().equals(party) && d.isCertain()))
            .isEqualTo(surely);
      }
    }
    Statistics.label("leaves").collect(leaves > 0);
    Statistics.label("leaves").coverage(c -> c.check(true).percentage(p -> p > 10));
    Statistics.label("stays").collect(stays > 0);
    Statistics.label("stays").coverage(c -> c.check(true).percentage(p -> p > 10));
    Statistics.label("open").collect(open > 0);
    Statistics.label("open").coverage(c -> c.check(true).count(n -> n >= 1));
  }

  /** To learn more never turns a certain answer into another. */
  @Tag("slow")
  @Property(tries = 300)
  void what_is_certain_stays_so_when_more_is_known(@ForAll("partly") Case drawn) {
    Random random = new Random(drawn.talks().chronicle().size() * 31L);
    List<Preference> more = new ArrayList<>();
    for (ActorId party : drawn.agenda().principals()) {
      Preference known =
          drawn.preferences().stream()
              .filter(p -> p.party().equals(party))
              .findFirst()
              .orElseGet(() -> preference(drawn.agenda(), party, random, false));
      more.add(
          known.reservation().isPresent()
              ? known
              : known.withReservation(ReservationPoint.of(Fraction.of(random.nextInt(10), 1))));
    }
    Prospect all =
        Prospect.of(
            drawn.talks(),
            Analysis.of(drawn.talks(), Scope.builder().first(4).sets(200).build()).packages(),
            more,
            BargainingProblem.BUDGET);
    int certain = 0;
    int open = 0;
    for (int i = 0; i < all.packages().size(); i++) {
      PackageProspect before = drawn.prospect().packages().get(i);
      PackageProspect after = all.packages().get(i);
      assertThat(after.refusers()).containsAll(before.refusers());
      before.isRational().ifPresent(r -> assertThat(after.isRational()).hasValue(r));
      for (StabilityConcept concept : StabilityConcept.values()) {
        for (ActorId party : drawn.agenda().principals()) {
          Stability then = before.durability().orElseThrow().why(concept, party).verdict();
          if (then == Stability.STABLE || then == Stability.UNSTABLE) {
            certain++;
            assertThat(after.durability().orElseThrow().why(concept, party).verdict())
                .isEqualTo(then);
          } else {
            open++;
          }
        }
      }
    }
    Statistics.label("certain").collect(certain > 0);
    Statistics.label("certain").coverage(c -> c.check(true).percentage(p -> p > 10));
    Statistics.label("open").collect(open > 0);
    Statistics.label("open").coverage(c -> c.check(true).percentage(p -> p > 10));
  }
}
