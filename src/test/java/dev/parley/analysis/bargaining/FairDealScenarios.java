package dev.parley.analysis.bargaining;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.analysis.bargaining.Frontier.Appraisal;
import dev.parley.analysis.bargaining.OfferSequence.BidStep;
import dev.parley.analysis.bargaining.OfferSequence.StepClass;
import dev.parley.analysis.bargaining.Profile.ReservationPoint;
import dev.parley.demand.Offer;
import dev.parley.evidence.EntryId;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Example;

/** A small bargain from the agenda to the answer, as a user would ask for it. */
class FairDealScenarios {
  private static final Agenda TABLE =
      Agenda.builder()
          .principal("north", "North")
          .principal("south", "South")
          .mediator("valley", "Valley")
          .issue("border", Scale.levels("closed", "guarded", "open"))
          .issue("grain", Scale.quantity(0, 10, "tons"))
          .issue("custodian", Scale.options("oman", "chile"))
          .build();
  private static final OutcomeSpace SPACE = OutcomeSpace.of(TABLE);

  private static final AdditiveProfile NORTH =
      AdditiveProfile.on(SPACE, "north")
          .issue("border", "0.3", Evaluation.linear("1", "0"))
          .issue("grain", "0.6", Evaluation.linear("0", "1"))
          .issue("custodian", "0.1", Evaluation.table().value("oman", "1").value("chile", "0"))
          .reservation("0.3")
          .build();

  private static final AdditiveProfile SOUTH =
      AdditiveProfile.on(SPACE, "south")
          .issue("border", "0.6", Evaluation.linear("0", "1"))
          .issue("grain", "0.3", Evaluation.linear("1", "0"))
          .issue("custodian", "0.1", Evaluation.table().value("oman", "1").value("chile", "0"))
          .reservation(terms("guarded", 9, "chile"))
          .build();

  private static Terms terms(String border, long grain, String custodian) {
    return Terms.on(TABLE)
        .set("border", border)
        .set("grain", grain)
        .set("custodian", custodian)
        .build();
  }

  @Example
  void what_would_be_fair_reads_in_one_line() {
    Frontier frontier = BargainingProblem.of(SPACE, NORTH, SOUTH).frontier();
    assertThat(SOUTH.reservedUtility()).hasValue(Fraction.parse("0.33"));
    assertThat(frontier.solution(SolutionConcept.NASH))
        .hasToString("Nash: north 0.7, south 0.7: border open; custodian oman; grain 10");
    assertThat(frontier.solution(SolutionConcept.NASH).score()).hasValue(Fraction.parse("0.148"));
    assertThat(frontier.solution(SolutionConcept.KALAI_SMORODINSKY).score())
        .hasValue(Fraction.parse("37/55"));
    assertThat(frontier.ideal().values()).containsExactly(Fraction.ONE, Fraction.ONE);
    assertThat(frontier.rationalIdeal().orElseThrow().values()).hasToString("[0.85, 0.88]");
  }

  @Example
  void a_package_is_appraised_with_what_would_be_better() {
    Frontier frontier = BargainingProblem.of(SPACE, NORTH, SOUTH).frontier();
    Appraisal poor = frontier.appraise(terms("guarded", 5, "chile"));
    assertThat(poor.utilities().values()).hasToString("[0.45, 0.45]");
    assertThat(poor.refusers()).isEmpty();
    assertThat(poor.undecided()).isEmpty();
    assertThat(poor.isEfficient()).isFalse();
    assertThat(poor.better().orElseThrow().utilities().values())
        .allSatisfy(u -> assertThat(u).isGreaterThanOrEqualTo(Fraction.parse("0.45")));
    assertThat(poor.fairUnder()).isEmpty();
    Appraisal fair = frontier.appraise(terms("open", 10, "oman"));
    assertThat(fair.isEfficient()).isTrue();
    assertThat(fair.fairUnder()).contains(SolutionConcept.NASH, SolutionConcept.EGALITARIAN);
    assertThat(frontier.appraise(terms("closed", 10, "oman")).refusers())
        .containsExactly(ActorId.of("south"));
  }

  @Example
  void a_preference_that_adds_up_nowhere_is_a_function() {
    FunctionProfile bound =
        FunctionProfile.of(
                SPACE,
                "south",
                t ->
                    t.on(SPACE.issues().get(0).id()).orElseThrow().toString().equals("open")
                        ? SOUTH.utility(t)
                        : Fraction.ZERO)
            .withReservation(ReservationPoint.of("0.4"));
    Frontier frontier = BargainingProblem.of(SPACE, NORTH, bound).frontier();
    assertThat(frontier.negotiationSet())
        .isNotEmpty()
        .allSatisfy(p -> assertThat(p.outcome().toString()).startsWith("border open"));
    assertThat(frontier.census().orElseThrow()).isEqualTo(new Census(66, 13, 12));
  }

  @Example
  void the_offers_of_a_record_are_steps() {
    Negotiation talks =
        Negotiation.about(TABLE)
            .with(
                Move.by("valley").on("2024-12-01").opensRound("lakeside"),
                Move.by("north").on("2024-12-01").offers(offer("closed", 10)),
                Move.by("north").on("2024-12-02").offers(offer("guarded", 10)),
                Move.by("north").on("2024-12-03").offers(offer("guarded", 10)),
                Move.by("north")
                    .on("2024-12-04")
                    .offers(Offer.of("north", "south", Terms.on(TABLE).set("grain", 3).build())),
                Move.by("north").on("2024-12-05").offers(offer("open", 9)));
    List<BidStep> steps = OfferSequence.of(talks).steps(List.of(NORTH, SOUTH));
    assertThat(
            steps.stream()
                .map(
                    s ->
                        s.unknown()
                            .orElseGet(
                                () ->
                                    s.towards().values().stream()
                                        .map(StepClass::name)
                                        .collect(Collectors.joining()))))
        .containsExactly(
            "it is the first bid of (north)",
            "CONCESSION",
            "SILENT",
            "it leaves open (border, custodian)",
            "of the last bid of (north), it leaves open (border, custodian)");
    assertThat(steps.get(1).bid().entry()).hasValue(new EntryId(3));
    assertThat(steps.get(1).changes())
        .containsExactly(
            Map.entry(ActorId.of("north"), Fraction.parse("-0.15")),
            Map.entry(ActorId.of("south"), Fraction.parse("0.3")));
  }

  private static Offer offer(String border, long grain) {
    return Offer.of("north", "south", terms(border, grain, "oman"));
  }

  @Example
  void every_pair_of_changes_has_its_class() {
    Map<String, StepClass> table =
        Map.of(
            "0 0", StepClass.SILENT,
            "0 1", StepClass.NICE,
            "1 1", StepClass.FORTUNATE,
            "-1 0", StepClass.CONCESSION,
            "-1 1", StepClass.CONCESSION,
            "1 0", StepClass.SELFISH,
            "1 -1", StepClass.SELFISH,
            "0 -1", StepClass.UNFORTUNATE,
            "-1 -1", StepClass.UNFORTUNATE);
    table.forEach(
        (changes, step) -> {
          String[] parts = changes.split(" ", -1);
          assertThat(StepClass.of(Fraction.parse(parts[0]), Fraction.parse(parts[1])))
              .as(changes)
              .isEqualTo(step);
        });
    assertThat(table).hasSize(9);
  }
}
