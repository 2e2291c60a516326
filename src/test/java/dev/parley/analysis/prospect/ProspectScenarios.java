package dev.parley.analysis.prospect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.analysis.Analysis;
import dev.parley.analysis.bargaining.BargainingPower;
import dev.parley.analysis.bargaining.BargainingProblem;
import dev.parley.analysis.bargaining.Evaluation;
import dev.parley.analysis.bargaining.Fraction;
import dev.parley.analysis.bargaining.Frontier.Appraisal;
import dev.parley.analysis.bargaining.SolutionConcept;
import dev.parley.analysis.bargaining.TimeCost;
import dev.parley.analysis.prospect.Durability.Departure;
import dev.parley.analysis.prospect.Preference.Weighing;
import dev.parley.analysis.prospect.Prospect.PackageProspect;
import dev.parley.analysis.stability.Stability;
import dev.parley.analysis.stability.StabilityConcept;
import dev.parley.demand.GeneralDemand;
import dev.parley.demand.Offer;
import dev.parley.evidence.Attribution;
import dev.parley.evidence.Source;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import java.util.List;
import net.jqwik.api.Example;

/** A wage round, and what somebody says or assumes of what the two sides prefer. */
class ProspectScenarios {
  private static final Source DESK = Source.document("desk", "Estimates");
  private static final ActorId UNION = ActorId.of("union");
  private static final ActorId STUDIOS = ActorId.of("studios");

  private static final Agenda AGENDA =
      Agenda.builder()
          .principal("union", "Union")
          .principal("studios", "Studios")
          .issue("rise", Scale.quantity(0, 10, "percent"))
          .issue("crew", Scale.levels("none", "small", "full"))
          .build();

  /** The union asks for 8 and a full crew, the studios offer 4 and none: 4 apart, and 2 levels. */
  private static final Negotiation TALKS =
      Negotiation.about(AGENDA)
          .with(
              Move.by("union").on("2024-05-01").opensRound(),
              Move.by("union")
                  .on("2024-05-01")
                  .demands(GeneralDemand.of("union", "studios", "rise", "at least 8")),
              Move.by("union")
                  .on("2024-05-01")
                  .demands(GeneralDemand.of("union", "studios", "crew", "full")),
              Move.by("studios")
                  .on("2024-05-01")
                  .demands(GeneralDemand.of("studios", "union", "rise", "at most 4")),
              Move.by("studios")
                  .on("2024-05-01")
                  .demands(GeneralDemand.of("studios", "union", "crew", "none")));

  private static Preference.Builder union() {
    return Preference.assumedBy(DESK, "union")
        .weigh("rise", "10", Evaluation.linear("0", "1"))
        .weigh("crew", "2", Evaluation.linear("0", "1"));
  }

  private static Preference.Builder studios() {
    return Preference.assumedBy(DESK, "studios")
        .weigh("rise", "10", Evaluation.linear("1", "0"))
        .weigh("crew", "8", Evaluation.linear("1", "0"));
  }

  private static Prospect prospect(Preference... preferences) {
    return Prospect.of(TALKS, List.of(preferences));
  }

  private static PackageProspect at(Prospect prospect, long rise, String crew) {
    Terms terms = Terms.on(AGENDA).set("rise", rise).set("crew", crew).build();
    return prospect.packages().stream()
        .filter(p -> p.outcome().equals(terms))
        .findFirst()
        .orElseThrow();
  }

  @Example
  void a_package_is_appraised_and_nobody_leaves_what_beats_no_agreement() {
    Prospect prospect =
        prospect(union().reservation("5").build(), studios().reservation("5").build());
    assertThat(prospect.missing()).isEmpty();
    PackageProspect fair = at(prospect, 6, "none");
    assertThat(fair.utilities().values())
        .containsExactly(Fraction.parse("6"), Fraction.parse("12"));
    assertThat(fair.isRational()).hasValue(true);
    Appraisal appraisal = fair.appraisal().orElseThrow();
    assertThat(appraisal.isEfficient()).isTrue();
    // A level of crew costs the studios 4 and gives the union 1, a percent costs 1 and gives 1.
    PackageProspect wasteful = at(prospect, 6, "full");
    assertThat(wasteful.appraisal().orElseThrow().better().orElseThrow().outcome())
        .hasToString("crew small; rise 10");
    assertThat(fair.durability().orElseThrow().lastsUnder())
        .containsExactly(StabilityConcept.values());
    assertThat(fair.durability().orElseThrow().departures(StabilityConcept.NASH)).isEmpty();
  }

  @Example
  void what_each_concept_picks_is_picked_from_all_outcomes() {
    Prospect prospect =
        prospect(union().reservation("5").build(), studios().reservation("5").build());
    // On the frontier crew is none and the union's gain is rise - 5, the studios' 13 - rise.
    assertThat(prospect.solutions().get(SolutionConcept.NASH).payoffs().get(0).outcome())
        .hasToString("crew none; rise 9");
    assertThat(prospect.solutions()).hasSize(SolutionConcept.values().length - 1);
  }

  @Example
  void stated_powers_and_costs_of_time_are_used_where_a_solution_is_defined_for_them() {
    Preference union =
        union()
            .reservation("5")
            .power(BargainingPower.of("3"))
            .timeCost(TimeCost.of("0.5"))
            .build();
    Preference studios =
        studios()
            .reservation("5")
            .power(BargainingPower.of("1"))
            .timeCost(TimeCost.of("0.5"))
            .build();
    Prospect prospect = prospect(union, studios);
    // Of gains that add up to 8 on the frontier, the union can have 5 at most: rise is 10 at most.
    assertThat(prospect.solutions().get(SolutionConcept.ASYMMETRIC_NASH))
        .hasToString("asymmetric Nash: union 10, studios 8: crew none; rise 10");
    // By the formula whoever begins gets 2/3 of the 8: more than the 5 that the union can have.
    assertThat(prospect.rubinstein())
        .extracting(r -> r.first() + ": " + r.payoffs())
        .containsExactly(
            "union: [union 10, studios 8: crew none; rise 10]",
            "studios: [union 8, studios 10: crew none; rise 8]");
    assertThat(prospect.missing()).isEmpty();
    Prospect half = prospect(union, studios().reservation("5").build());
    assertThat(half.missing())
        .extracting(Object::toString)
        .containsExactly("the bargaining power of (studios)", "what time costs (studios)");
    assertThat(half.solutions()).hasSize(SolutionConcept.values().length - 1);
    assertThat(half.rubinstein()).isEmpty();
  }

  @Example
  void who_is_left_below_what_it_has_without_an_agreement_takes_its_concession_back() {
    Prospect prospect =
        prospect(union().reservation("7").build(), studios().reservation("5").build());
    PackageProspect poor = at(prospect, 6, "none");
    assertThat(poor.refusers()).containsExactly(UNION);
    assertThat(poor.isRational()).hasValue(false);
    Durability durability = poor.durability().orElseThrow();
    assertThat(durability.lastsUnder()).isEmpty();
    for (StabilityConcept concept : StabilityConcept.values()) {
      assertThat(durability.verdict(concept)).isEqualTo(Stability.UNSTABLE);
      assertThat(durability.departures(concept)).hasSize(1);
    }
    Departure departure = durability.departures(StabilityConcept.SEQ).get(0);
    assertThat(departure.party()).isEqualTo(UNION);
    assertThat(departure.isCertain()).isTrue();
    assertThat(departure.issues()).containsExactly(IssueId.of("crew"));
    assertThat(departure.from().positions().get(IssueId.of("crew"))).isEqualTo("none to full");
    assertThat(departure.to().positions().get(IssueId.of("crew"))).isEqualTo("full");
    assertThat(durability.meeting(departure.witness().improvement().to())).isEmpty();
    assertThat(durability.meeting(durability.state()).orElseThrow().values())
        .extracting(r -> r.describe())
        .containsExactly("6", "none");
  }

  @Example
  void what_is_not_known_is_named_and_decides_nothing() {
    Prospect without = prospect(union().reservation("7").build());
    assertThat(without.missing())
        .extracting(Missing::toString)
        .containsExactly("what (studios) prefers");
    assertThat(without.frontier()).isEmpty();
    assertThat(without.solutions()).isEmpty();
    PackageProspect poor = at(without, 6, "none");
    assertThat(poor.appraisal()).isEmpty();
    assertThat(poor.utilities()).containsOnlyKeys(UNION);
    assertThat(poor.undecided()).containsExactly(STUDIOS);
    assertThat(poor.isRational()).hasValue(false);
    assertThat(at(without, 8, "none").isRational()).isEmpty();
    // The union would leave whatever the studios prefer; of the studios nobody can tell.
    Durability durability = poor.durability().orElseThrow();
    assertThat(durability.verdict(StabilityConcept.NASH)).isEqualTo(Stability.UNSTABLE);
    assertThat(durability.why(StabilityConcept.NASH, STUDIOS).verdict())
        .isEqualTo(Stability.DEPENDS);
    Durability other = at(without, 8, "none").durability().orElseThrow();
    assertThat(other.verdict(StabilityConcept.NASH)).isEqualTo(Stability.DEPENDS);
    assertThat(other.departures(StabilityConcept.NASH))
        .hasSize(1)
        .allSatisfy(
            d -> {
              assertThat(d.party()).isEqualTo(STUDIOS);
              assertThat(d.isCertain()).isFalse();
              assertThat(d.witness().given()).hasSize(1);
            });
  }

  @Example
  void an_issue_that_is_not_weighed_is_unknown_and_not_unimportant() {
    Prospect partial =
        prospect(
            Preference.assumedBy(DESK, "union")
                .weigh("rise", "10", Evaluation.linear("0", "1"))
                .build(),
            studios().build());
    assertThat(partial.missing())
        .extracting(Missing::toString)
        .containsExactly(
            "how much (crew) counts for (union)",
            "what (union) has without an agreement",
            "what (studios) has without an agreement");
    assertThat(partial.frontier()).isEmpty();
    assertThat(partial.packages().get(0).utilities()).containsOnlyKeys(STUDIOS);
  }

  @Example
  void without_reservations_it_is_known_what_is_efficient_and_not_what_is_fair() {
    Prospect prospect = prospect(union().build(), studios().build());
    assertThat(prospect.frontier()).isPresent();
    assertThat(prospect.solutions()).isEmpty();
    Appraisal appraisal = at(prospect, 6, "full").appraisal().orElseThrow();
    assertThat(appraisal.isEfficient()).isFalse();
    assertThat(appraisal.undecided()).containsExactly(UNION, STUDIOS);
    assertThat(appraisal.fairUnder()).isEmpty();
  }

  @Example
  void what_is_agreed_stays_and_counts() {
    Offer crew = Offer.of("union", "studios", Terms.on(AGENDA).set("crew", "small").build());
    Negotiation half =
        TALKS.with(
            Move.by("union").on("2024-05-02").offers(crew),
            Move.by("studios").on("2024-05-02").accepts(crew));
    assertThat(half.situation().closed()).containsOnlyKeys(IssueId.of("crew"));
    Preference asGood =
        studios()
            .reservation(Terms.on(AGENDA).set("rise", 10).set("crew", "small").build())
            .build();
    Prospect prospect = Prospect.of(half, List.of(union().reservation("7").build(), asGood));
    assertThat(prospect.issues()).containsExactly(IssueId.of("rise"));
    PackageProspect first = prospect.packages().get(0);
    Fraction rise = Fraction.parse(first.outcome().on(IssueId.of("rise")).orElseThrow().toString());
    assertThat(first.utilities())
        .containsEntry(UNION, rise.plus(Fraction.ONE))
        .containsEntry(STUDIOS, Fraction.parse("14").minus(rise));
    assertThat(first.refusers()).doesNotContain(STUDIOS);
    assertThat(first.appraisal().orElseThrow().isEfficient()).isTrue();
  }

  @Example
  void an_issue_that_the_packages_leave_open_keeps_a_party_undecided() {
    Agenda wider =
        Agenda.builder()
            .principal("union", "Union")
            .principal("studios", "Studios")
            .issue("rise", Scale.quantity(0, 10, "percent"))
            .issue("crew", Scale.levels("none", "small", "full"))
            .build();
    Negotiation talks =
        Negotiation.about(wider)
            .with(
                Move.by("union").opensRound(),
                Move.by("union")
                    .demands(GeneralDemand.of("union", "studios", "rise", "at least 8")),
                Move.by("studios")
                    .demands(GeneralDemand.of("studios", "union", "rise", "at most 4")));
    Prospect prospect =
        Prospect.of(
            talks, List.of(union().reservation("1").build(), studios().reservation("1").build()));
    assertThat(prospect.missing())
        .extracting(Missing::toString)
        .containsExactly(
            "the value of (crew), which counts for (union)",
            "the value of (crew), which counts for (studios)");
    assertThat(prospect.packages().get(0).undecided()).containsExactly(UNION, STUDIOS);
    Prospect indifferent =
        Prospect.of(
            talks,
            List.of(
                union()
                    .build()
                    .withWeighings(
                        java.util.Map.of(
                            IssueId.of("rise"),
                            new Weighing(Fraction.ONE, Evaluation.linear("0", "1")),
                            IssueId.of("crew"),
                            new Weighing(Fraction.ZERO, Evaluation.linear("0", "1")))),
                studios().build()));
    assertThat(indifferent.packages().get(0).utilities()).containsOnlyKeys(UNION);
  }

  @Example
  void on_whose_word_a_preference_stands_is_told_apart() {
    Source own = Source.statementOf("own", UNION);
    Source theirs = Source.statementOf("theirs", STUDIOS);
    assertThat(
            Preference.saidBy(own, "union")
                .weigh("rise", "1", Evaluation.linear("0", "1"))
                .build()
                .attribution(AGENDA))
        .hasValue(Attribution.ATTESTED);
    assertThat(
            Preference.saidBy(theirs, "union")
                .weigh("rise", "1", Evaluation.linear("0", "1"))
                .build()
                .attribution(AGENDA))
        .hasValue(Attribution.ALLEGED);
    assertThat(union().build().attribution(AGENDA)).isEmpty();
    assertThatThrownBy(
            () ->
                Preference.assumedBy(own, "union")
                    .weigh("rise", "1", Evaluation.linear("0", "1"))
                    .build())
        .hasMessage(
            "preference of (union) is assumed by (own), who speaks for it: what a party says of"
                + " itself is said, not assumed");
  }

  @Example
  void bad_preferences_are_refused_by_name() {
    assertThatThrownBy(() -> Prospect.of(TALKS, List.of(union().build(), union().build())))
        .hasMessage(
            "party (union) has two preferences, of (desk) and of (desk): weigh the packages once"
                + " with each");
    assertThatThrownBy(() -> prospect(union().build().withParty(ActorId.of("press"))))
        .hasMessage(
            "preference of (press): only who is a principal at the end has one. Principals: [union,"
                + " studios]");
    assertThatThrownBy(() -> union().weigh("rise", "3", Evaluation.linear("0", "1")))
        .hasMessage("issue (rise) is weighed twice, the second time by (3). Leave one of them out");
    assertThatThrownBy(() -> union().weigh("pay", "NaN", Evaluation.linear("0", "1")))
        .hasMessage(
            "weight of issue (pay): (NaN) is not a number: write a decimal such as 0.25 or a"
                + " fraction such as 1/4");
    assertThatThrownBy(() -> union().weigh("pay", "-1", Evaluation.linear("0", "1")))
        .hasMessage("weight (-1) must not be below zero. Where less is better, let the worth fall");
    assertThatThrownBy(
            () -> prospect(union().weigh("pay", "1", Evaluation.linear("0", "1")).build()))
        .hasMessageContaining("pay");
    assertThatThrownBy(
            () ->
                Prospect.of(
                    TALKS,
                    Analysis.of(TALKS).packages(),
                    List.of(union().build(), studios().build()),
                    0))
        .hasMessage("budget (0) must be one outcome or more");
    assertThatThrownBy(
            () -> union().build().utility(AGENDA, Terms.on(AGENDA).set("rise", 1).build()))
        .hasMessage("terms (rise 1) leave (crew) open, which counts for (union)");
  }

  @Example
  void a_budget_that_does_not_suffice_is_told() {
    Prospect prospect =
        Prospect.of(
            TALKS,
            Analysis.of(TALKS).packages(),
            List.of(union().reservation("1").build(), studios().reservation("1").build()),
            2);
    assertThat(prospect.frontier().orElseThrow().shortfall()).isPresent();
    assertThat(prospect.packages().get(0).appraisal().orElseThrow().shortfall()).isPresent();
    assertThat(BargainingProblem.BUDGET).isGreaterThan(2);
  }

  @Example
  void too_many_stances_are_told_and_the_rest_is_answered() {
    Agenda wide =
        Agenda.builder()
            .principal("union", "Union")
            .principal("studios", "Studios")
            .issue("rise", Scale.quantity(0, 100, "percent"))
            .build();
    Negotiation many = Negotiation.about(wide).with(Move.by("union").opensRound());
    for (int i = 0; i < 36; i++) {
      Terms asked = Terms.on(wide).set("rise", 100 - i).build();
      Terms given = Terms.on(wide).set("rise", i).build();
      many =
          many.with(
              Move.by("union").offers(Offer.of("union", "studios", asked)),
              Move.by("studios").offers(Offer.of("studios", "union", given)));
    }
    Prospect prospect =
        Prospect.of(
            many,
            List.of(
                Preference.assumedBy(DESK, "union")
                    .weigh("rise", "1", Evaluation.linear("0", "1"))
                    .reservation("0")
                    .build(),
                Preference.assumedBy(DESK, "studios")
                    .weigh("rise", "1", Evaluation.linear("1", "0"))
                    .reservation("0")
                    .build()));
    PackageProspect first = prospect.packages().get(0);
    assertThat(first.appraisal().orElseThrow().isEfficient()).isTrue();
    assertThat(first.durability()).isEmpty();
    assertThat(first.limit().orElseThrow())
        .matches(
            "whether it lasts is not weighed: the stances of the record make 1,[0-9]{3} states,"
                + " where 1,024 at most are weighed\\. Read fewer issues with RecordedConflict");
  }
}
