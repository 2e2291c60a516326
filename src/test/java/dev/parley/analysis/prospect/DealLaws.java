package dev.parley.analysis.prospect;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.analysis.bargaining.BargainingProblem;
import dev.parley.analysis.bargaining.Evaluation;
import dev.parley.analysis.bargaining.Fraction;
import dev.parley.analysis.bargaining.Frontier;
import dev.parley.analysis.bargaining.OutcomeSpace;
import dev.parley.analysis.bargaining.Profile.ReservationPoint;
import dev.parley.analysis.bargaining.SolutionConcept;
import dev.parley.analysis.prospect.DealAppraisal.AgainstNone;
import dev.parley.analysis.prospect.DealAppraisal.Answer;
import dev.parley.analysis.prospect.DealAppraisal.Bounds;
import dev.parley.analysis.prospect.DealAppraisal.Worth;
import dev.parley.analysis.prospect.Preference.Weighing;
import dev.parley.analysis.stability.ArcForm;
import dev.parley.analysis.stability.ConflictModel;
import dev.parley.analysis.stability.Stability;
import dev.parley.analysis.stability.StabilityAnalysis;
import dev.parley.analysis.stability.StabilityConcept;
import dev.parley.demand.Provisions.Binding;
import dev.parley.demand.Provisions.Condition;
import dev.parley.demand.Text;
import dev.parley.evidence.Source;
import dev.parley.talks.ActKind;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Deals that are drawn by chance, every answer held against the definition, outcome by outcome. */
class DealLaws {
  /** A deal among the first two or all parties, with what everybody gets at every outcome. */
  private record Case(Negotiation talks, List<Preference> preferences, DealAppraisal deal) {
    Agenda agenda() {
      return talks.agenda();
    }

    Preference of(ActorId party) {
      return preferences.stream().filter(p -> p.party().equals(party)).findFirst().orElseThrow();
    }

    List<Terms> outcomes() {
      OutcomeSpace space =
          OutcomeSpace.of(
              agenda().issueList().stream()
                  .filter(i -> deal.outcome().containsKey(i.id()))
                  .toList());
      List<Terms> all = new ArrayList<>();
      for (int i = 0; i < space.size().intValueExact(); i++) {
        all.add(space.outcome(i));
      }
      return all;
    }

    /** The outcomes that can still come of the deal. */
    List<Terms> possible() {
      return outcomes().stream()
          .filter(
              o ->
                  deal.outcome().entrySet().stream()
                      .allMatch(e -> e.getValue().holds(o.on(e.getKey()).orElseThrow())))
          .toList();
    }

    Fraction utility(ActorId party, Terms outcome) {
      Fraction sum = Fraction.ZERO;
      for (Map.Entry<IssueId, Weighing> e : of(party).weighings().entrySet()) {
        if (outcome.on(e.getKey()).isPresent()) {
          sum =
              sum.plus(
                  e.getValue()
                      .weight()
                      .times(
                          e.getValue()
                              .worth()
                              .of(
                                  agenda().requireIssue(e.getKey()),
                                  outcome.on(e.getKey()).orElseThrow())));
        }
      }
      return sum;
    }

    Fraction none(ActorId party) {
      return of(party).reservedUtility(agenda()).orElseThrow();
    }

    boolean isRational(Terms outcome) {
      return deal.among().stream().allMatch(p -> utility(p, outcome).compareTo(none(p)) >= 0);
    }

    boolean dominates(Terms one, Terms other) {
      boolean better = false;
      for (ActorId party : deal.among()) {
        int order = utility(party, one).compareTo(utility(party, other));
        if (order < 0) {
          return false;
        }
        better |= order > 0;
      }
      return better;
    }

    boolean isEfficient(Terms outcome) {
      return outcomes().stream().noneMatch(other -> dominates(other, outcome));
    }

    Answer answer(Function<Terms, Boolean> holds) {
      long yes = possible().stream().filter(holds::apply).count();
      return yes == 0 ? Answer.NO : yes == possible().size() ? Answer.YES : Answer.DEPENDS;
    }
  }

  @Provide
  static Arbitrary<Case> deals() {
    return Arbitraries.longs().between(0, 1_000_000_000).withoutEdgeCases().map(DealLaws::drawn);
  }

  private static Case drawn(long seed) {
    Random random = new Random(seed);
    Agenda.Builder builder = Agenda.builder();
    int parties = 2 + random.nextInt(2);
    for (int p = 0; p < parties; p++) {
      builder.principal("p" + p, "Party " + p);
    }
    builder.issue("days", Scale.quantity(0, 3, "days"));
    builder.issue("level", Scale.levels("none", "some", "all"));
    builder.issue("place", Scale.options("north", "south", "east"));
    Agenda agenda = builder.build();
    List<ActorId> among = agenda.principals().subList(0, 2 + random.nextInt(parties - 1));
    List<Preference> preferences = new ArrayList<>();
    for (ActorId party : among) {
      Preference.Builder preference =
          Preference.assumedBy(Source.document("desk", "Estimates"), party.text());
      boolean opposed = random.nextBoolean();
      for (Issue issue : agenda.issueList()) {
        preference.putWeighing(
            issue.id(),
            new Weighing(
                Fraction.of(random.nextInt(4), 1),
                opposed && !(issue.scale() instanceof Scale.Options)
                    ? opposed(party.equals(among.get(0)))
                    : worth(issue, random)));
      }
      preferences.add(
          preference.reservation(ReservationPoint.of(Fraction.of(random.nextInt(14), 1))).build());
    }
    Text text = text(agenda, among, random, picked(agenda, preferences, random));
    Negotiation talks = Negotiation.about(agenda);
    for (ActorId party : among) {
      talks = talks.with(Move.by(party.text()).attests(text));
    }
    return new Case(talks, preferences, Prospect.of(talks, preferences).deals().get(0));
  }

  /** What some solution picks, in every third case, so that deals match one often enough. */
  private static Optional<Terms> picked(
      Agenda agenda, List<Preference> preferences, Random random) {
    OutcomeSpace space = OutcomeSpace.of(agenda);
    Frontier frontier =
        BargainingProblem.of(
                space,
                preferences.stream().map(p -> p.profile(agenda, space, ImmutableMap.of())).toList())
            .frontier();
    SolutionConcept concept =
        frontier.concepts().asList().get(random.nextInt(frontier.concepts().size()));
    return random.nextInt(3) > 0
        ? Optional.empty()
        : frontier.solution(concept).payoffs().stream().map(p -> p.outcome()).findFirst();
  }

  private static Text text(
      Agenda agenda, List<ActorId> among, Random random, Optional<Terms> picked) {
    Terms.Builder terms = Terms.on(agenda);
    Text.Builder text =
        Text.builder()
            .addAllParties(among)
            .binding(Binding.WHOLE)
            .denounceable(random.nextBoolean());
    if (picked.isPresent()) {
      return text.terms(picked.get()).build();
    }
    terms.set("days", random.nextInt(4));
    if (random.nextBoolean()) {
      terms.set("level", random.nextBoolean() ? "some" : "all");
    } else if (random.nextBoolean()) {
      text.addConditions(Condition.of("level", "at least some"));
    }
    if (random.nextBoolean()) {
      terms.set("place", "east");
    } else if (random.nextBoolean()) {
      text.addConditions(Condition.of("place", "north or south"));
    }
    return text.terms(terms.build()).build();
  }

  private static Evaluation opposed(boolean rising) {
    return new Evaluation.Linear(
        rising ? Fraction.ZERO : Fraction.of(3), rising ? Fraction.of(3) : Fraction.ZERO);
  }

  private static Evaluation worth(Issue issue, Random random) {
    if (!(issue.scale() instanceof Scale.Options) && random.nextBoolean()) {
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

  @Property(tries = 400)
  void it_is_efficient_exactly_where_no_outcome_is_better_for_one_and_worse_for_none(
      @ForAll("deals") Case drawn) {
    Answer expected = drawn.answer(drawn::isEfficient);
    assertThat(drawn.deal().efficient()).isEqualTo(expected);
    drawn
        .deal()
        .better()
        .ifPresent(
            better -> {
              for (Terms deal : drawn.possible()) {
                if (better.given().values().entrySet().stream()
                    .allMatch(e -> deal.on(e.getKey()).equals(Optional.of(e.getValue())))) {
                  Map<IssueId, dev.parley.agenda.Value> instead =
                      new LinkedHashMap<>(deal.values());
                  instead.putAll(better.instead().values());
                  Terms other = Terms.of(instead);
                  assertThat(drawn.dominates(other, deal)).isTrue();
                  better
                      .gains()
                      .forEach(
                          (party, gain) ->
                              assertThat(
                                      drawn.utility(party, other).minus(drawn.utility(party, deal)))
                                  .isEqualTo(gain));
                }
              }
            });
    assertThat(drawn.deal().better().isPresent()).isEqualTo(expected != Answer.YES);
    for (Answer answer : List.of(Answer.YES, Answer.NO, Answer.DEPENDS)) {
      Statistics.label(answer.name()).collect(expected == answer);
      Statistics.label(answer.name()).coverage(c -> c.check(true).percentage(p -> p > 3));
    }
  }

  @Property(tries = 400)
  void it_is_worth_to_each_what_the_weights_say_at_every_outcome_that_is_possible(
      @ForAll("deals") Case drawn) {
    for (ActorId party : drawn.deal().among()) {
      Worth worth = drawn.deal().worth().get(party);
      List<Fraction> all = drawn.possible().stream().map(o -> drawn.utility(party, o)).toList();
      Bounds bounds =
          new Bounds(
              all.stream().reduce(Fraction::min).orElseThrow(),
              all.stream().reduce(Fraction::max).orElseThrow());
      assertThat(worth.utility()).isEqualTo(bounds);
      Fraction none = drawn.none(party);
      boolean never = all.stream().noneMatch(u -> u.compareTo(none) > 0);
      boolean always = all.stream().allMatch(u -> u.compareTo(none) >= 0);
      assertThat(worth.againstNone())
          .isEqualTo(
              always && never
                  ? AgainstNone.AS_GOOD
                  : always
                      ? all.contains(none) ? AgainstNone.NOT_WORSE : AgainstNone.BETTER
                      : never
                          ? all.contains(none) ? AgainstNone.NOT_BETTER : AgainstNone.WORSE
                          : AgainstNone.DEPENDS);
      List<Fraction> rational =
          drawn.outcomes().stream()
              .filter(drawn::isRational)
              .map(o -> drawn.utility(party, o))
              .toList();
      Fraction ideal = rational.stream().reduce(none, Fraction::max);
      if (ideal.equals(none)) {
        assertThat(worth.share()).isEmpty();
      } else {
        Bounds share = worth.share().orElseThrow();
        assertThat(share.least().times(ideal.minus(none)).plus(none)).isEqualTo(bounds.least());
        assertThat(share.most().times(ideal.minus(none)).plus(none)).isEqualTo(bounds.most());
      }
    }
  }

  @Property(tries = 400)
  void it_matches_a_solution_exactly_where_none_of_the_rational_and_efficient_scores_more(
      @ForAll("deals") Case drawn) {
    Map<SolutionConcept, Function<Terms, Fraction>> scores =
        Map.of(
            SolutionConcept.NASH,
            o -> gains(drawn, o).stream().reduce(Fraction.ONE, Fraction::times),
            SolutionConcept.EGALITARIAN,
            o -> gains(drawn, o).stream().reduce(Fraction::min).orElseThrow(),
            SolutionConcept.UTILITARIAN,
            o -> gains(drawn, o).stream().reduce(Fraction.ZERO, Fraction::plus));
    List<Terms> candidates =
        drawn.outcomes().stream().filter(drawn::isRational).filter(drawn::isEfficient).toList();
    scores.forEach(
        (concept, score) -> {
          Answer expected =
              drawn.answer(
                  deal ->
                      candidates.contains(deal)
                          && candidates.stream()
                              .allMatch(c -> score.apply(c).compareTo(score.apply(deal)) <= 0));
          assertThat(drawn.deal().matched()).containsEntry(concept, expected);
          Statistics.label(concept + " matched").collect(expected == Answer.YES);
          Statistics.label(concept + " matched")
              .coverage(c -> c.check(true).percentage(p -> p > 1));
        });
  }

  private static List<Fraction> gains(Case drawn, Terms outcome) {
    return drawn.deal().among().stream()
        .map(p -> drawn.utility(p, outcome).minus(drawn.none(p)))
        .toList();
  }

  /** In a model of the deal and of leaving it, all four concepts say what the appraisal says. */
  @Property(tries = 200)
  void whether_a_party_stays_is_what_the_graph_model_says_in_every_sense(
      @ForAll("deals") Case drawn) {
    DealAppraisal deal = drawn.deal();
    for (ActorId party : deal.among()) {
      assertThat(deal.staying().get(party).waysOut().isEmpty())
          .isEqualTo(
              drawn.talks().legalMoves().stream()
                  .noneMatch(o -> o.by().equals(party) && o.kind() == ActKind.DENOUNCE));
    }
    for (Terms outcome : drawn.possible()) {
      ArcForm form =
          ConflictModel.byArcs()
              .decisionMakers(deal.among().stream().map(ActorId::text).toArray(String[]::new))
              .states("deal", "none");
      for (ActorId party : deal.among()) {
        if (!deal.staying().get(party).waysOut().isEmpty()) {
          form.arc(party.text(), "deal", "none");
        }
        int order = drawn.utility(party, outcome).compareTo(drawn.none(party));
        form.payoffs(party.text(), order, 0);
      }
      StabilityAnalysis model = StabilityAnalysis.of(form.build());
      for (ActorId party : deal.among()) {
        for (StabilityConcept concept : StabilityConcept.values()) {
          Stability there = model.why(concept, party.text(), 1).verdict();
          Stability said = deal.staying().get(party).verdict();
          if (said != Stability.DEPENDS) {
            assertThat(there).isEqualTo(said);
          }
        }
      }
    }
    ImmutableList<Stability> all =
        deal.staying().values().stream()
            .map(s -> s.verdict())
            .collect(ImmutableList.toImmutableList());
    Statistics.label("leaves").collect(all.contains(Stability.UNSTABLE));
    Statistics.label("leaves").coverage(c -> c.check(true).percentage(p -> p > 5));
    Statistics.label("hangs").collect(all.contains(Stability.DEPENDS));
    Statistics.label("hangs").coverage(c -> c.check(true).percentage(p -> p > 5));
    Statistics.label("stays").collect(deal.lasts() == Stability.STABLE);
    Statistics.label("stays").coverage(c -> c.check(true).percentage(p -> p > 5));
  }

  @Property(tries = 200)
  void what_is_settled_and_what_is_open_is_what_the_text_says(@ForAll("deals") Case drawn) {
    Text text = drawn.talks().situation().agreements().keySet().iterator().next();
    drawn
        .deal()
        .outcome()
        .forEach(
            (issue, region) -> {
              Scale scale = drawn.agenda().requireIssue(issue).scale();
              Region said =
                  text.terms()
                      .on(issue)
                      .map(v -> Region.exactly(scale, v))
                      .or(
                          () ->
                              text.conditions().stream()
                                  .filter(c -> c.issue().equals(issue))
                                  .findFirst()
                                  .flatMap(c -> c.ask().on(scale)))
                      .orElse(Region.all(scale));
              assertThat(region.sameAs(said)).isTrue();
            });
    assertThat(drawn.deal().settled().values())
        .isEqualTo(text.terms().only(drawn.deal().outcome().keySet()).values());
  }
}
