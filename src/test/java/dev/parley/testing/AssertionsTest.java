package dev.parley.testing;

import static dev.parley.progress.StepKind.CONCEDED;
import static dev.parley.progress.StepKind.HELD;
import static dev.parley.testing.ParleyAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.agenda.Agenda;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.agreement.AgreementStage;
import dev.parley.demand.GeneralDemand;
import dev.parley.demand.Offer;
import dev.parley.rules.Rules;
import dev.parley.talks.Law;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Outcome;
import dev.parley.talks.RuleBook;
import dev.parley.talks.Situation.IssueStatus;
import dev.parley.talks.Stage;
import net.jqwik.api.Example;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What the assertions say, word for word, with the transcript around the failure. */
class AssertionsTest {
  private static final Agenda AGENDA =
      Agenda.builder()
          .principal("union", "Union")
          .principal("port", "Port company")
          .issue("rise", Scale.quantity("0", "10", "0.5", "percent"))
          .issue("crews", Scale.quantity(0, 20, "cranes"))
          .build();

  private static final Offer THREE = offer("3");
  private static final Offer FOUR = offer("4");
  private static final Offer TWO = offer("2");

  /** The port goes up from 3 to 4 and back to 2, while the union stands at 6. */
  private static final Negotiation TALKS =
      Negotiation.about(AGENDA)
          .with(
              Move.by("union").on("2025-01-06").opensRound(),
              Move.by("union").on("2025-01-06").demands(asks("at least 6")),
              Move.by("port").on("2025-01-07").offers(THREE),
              Move.by("port").on("2025-01-07").closesRound(),
              Move.by("union").on("2025-01-13").opensRound(),
              Move.by("port").on("2025-01-13").offers(FOUR),
              Move.by("union").on("2025-01-13").holds("rise"),
              Move.by("union").on("2025-01-14").closesRound(),
              Move.by("union").on("2025-01-20").opensRound(),
              Move.by("port").on("2025-01-20").offers(TWO),
              Move.by("union").on("2025-01-21").amends(asks("at least 5")),
              Move.by("port").on("2025-01-21").closesRound());

  private static GeneralDemand asks(String region) {
    return GeneralDemand.of("union", "port", "rise", region);
  }

  private static Offer offer(String rise) {
    return Offer.of("port", "union", Terms.on(AGENDA).set("rise", rise).build());
  }

  private static void fails(ThrowingCallable assertion, String message) {
    assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).hasMessage(message);
  }

  private static final String ROUND_THREE =
      """


      ROUND 3  20 to 21 January 2025                                                                 MIXED
         Union         opens the round                                                                 [9]
         Port company  offers Union (as a whole) rise: 2 %                                            [10]
         Union         21 January 2025: now demands of Port company (firmness not stated) rise: at    [11]
                       least 5 %
         Port company  closes the round                                                               [12]
         steps
           rise  Union         CONCEDED 1 % (10 % of the scale): at least 6 % -> at least 5 %         [11]
                 Port company  HARDENED 2 % (20 % of the scale): 4 % -> 2 %                           [10]
         the rest   unreported: crews
         issues     1 open, as before
         remark     Port company on rise: tightened (escalation) [10]
      """;

  private static final String STANDS =
      """

      WHERE THE TALKS STAND  at the end of the record: in recess
         stall         none

      POSITIONS, DEMANDS AND OFFERS
         issue  Union         Port company  gap
         rise   at least 5 %  2 %           3 %, open
         crews  not stated    not stated    unknown: nobody's position is on record

         demands       Union demands of Port company (firmness not stated) rise: at least 5 %; amended
                       [11]
         offers        Port company offers Union (as a whole) rise: 2 % [10]

      WHAT IS NOT REPORTED
         unknown       position of anybody on crews
      """;

  @Example
  void a_chain_goes_from_the_talks_into_a_round() {
    assertThat(TALKS)
        .isInStage(Stage.IN_RECESS)
        .isNotOver()
        .hasStandingOffers(1)
        .hasStandingDemands(1)
        .hasClosedRounds(3)
        .hasIssue("rise", IssueStatus.OPEN)
        .keeps(Rules.roundLimit(3))
        .round(3)
        .isMixed()
        .hasStep("union", "rise", CONCEDED)
        .hasNoStep("union", "crews");
    assertThat(TALKS).round(2).hasMoved().hasStep("union", "rise", HELD);
    assertThat(TALKS.round(1)).is(dev.parley.progress.Progress.STATED);
  }

  @Example
  void an_agreement_and_its_end_have_words_of_their_own() {
    assertThat(TALKS.with(Move.by("union").acceptsAdReferendum(TWO)))
        .isAgreedInPrinciple()
        .hasStandingOffers(1);
    Negotiation inForce = TALKS.with(Move.by("union").accepts(TWO));
    assertThat(inForce)
        .isInForce()
        .hasAgreement(TWO.text(), AgreementStage.IN_FORCE)
        .hasStandingOffers(0)
        .isInStage(Stage.IN_RECESS)
        .isNotOver();
    Terms rest = Terms.on(AGENDA).set("crews", 5).build();
    assertThat(inForce.with(Move.by("union").attests(rest), Move.by("port").attests(rest)))
        .isConcluded()
        .isNotOver();
    assertThat(TALKS.with(Move.by("union").abandonsTalks(), Move.by("port").abandonsTalks()))
        .isAbandoned()
        .isOver();
    Negotiation impasse =
        TALKS.with(Move.by("union").declaresImpasse(), Move.by("port").declaresImpasse());
    assertThat(impasse).isAtImpasse();
  }

  @Example
  void what_fails_shows_the_last_round_and_where_the_talks_stand() {
    String around = ROUND_THREE + STANDS;
    fails(
        () -> assertThat(TALKS).isAtImpasse(),
        "expected talks in stage (AT_IMPASSE), but they are in stage (IN_RECESS)" + around);
    fails(
        () -> assertThat(TALKS).isOver(),
        "expected talks that are over, but they are in stage (IN_RECESS)" + around);
    fails(
        () -> assertThat(TALKS).hasStandingOffers(2),
        "expected (2) standing offers, but there are (1)" + around);
    fails(
        () -> assertThat(TALKS).hasStandingDemands(0),
        "expected (0) standing demands, but there are (1)" + around);
    fails(
        () -> assertThat(TALKS).hasClosedRounds(1),
        "expected (1) closed rounds, but there are (3)" + around);
    fails(
        () -> assertThat(TALKS).hasIssue("rise", IssueStatus.CLOSED),
        "expected issue (rise) to be (CLOSED), but it is (OPEN)" + around);
    fails(
        () -> assertThat(TALKS).round(4),
        "expected a closed round (4), but (3) are closed" + around);
    fails(
        () -> assertThat(TALKS).keeps(Rules.noBacksliding()),
        "expected a record that keeps the rules, but this breaks them:\n"
            + "[10] REFUSE no-backsliding: port offers union on (rise) (2), after (4). Offer (4) or"
            + " better for union."
            + around);
    fails(
        () -> assertThat(TALKS).isInForce(),
        "expected an agreement in stage (IN_FORCE), but there are agreements in []" + around);
    fails(
        () -> assertThat(TALKS).hasAgreement(TWO.text(), AgreementStage.SIGNED),
        "expected agreement (rise 2) to be in stage (SIGNED), but it is in (none: nobody has"
            + " consented to it)"
            + around);
  }

  @Example
  void what_fails_in_a_round_shows_the_round() {
    fails(
        () -> assertThat(TALKS).round(3).hasMoved(),
        "expected round (3) to be (MOVED), but it is (MIXED)" + ROUND_THREE);
    fails(
        () -> assertThat(TALKS).round(3).hasStep("port", "rise", CONCEDED),
        "expected (port) to have (CONCEDED) on (rise) in round (3), but it has (HARDENED)"
            + ROUND_THREE);
    fails(
        () -> assertThat(TALKS).round(3).hasStep("port", "crews", CONCEDED),
        "expected (port) to have (CONCEDED) on (crews) in round (3), but it took no step there"
            + ROUND_THREE);
    fails(
        () -> assertThat(TALKS).round(3).hasNoStep("union", "rise"),
        "expected no step of (union) on (rise) in round (3), but it has (CONCEDED)" + ROUND_THREE);
  }

  @Example
  void a_refusal_is_named_by_its_laws_or_its_rules() {
    Outcome replaced = TALKS.apply(Move.by("union").accepts(THREE));
    assertThat(replaced)
        .isRefusedBecauseOf(Law.OFFER_STANDS)
        .isRefusedSaying("it was replaced in round 2, entry [6]");
    Negotiation limited =
        Negotiation.about(AGENDA, RuleBook.DEFAULT.and(Rules.roundLimit(1)))
            .with(Move.by("union").opensRound(), Move.by("union").closesRound());
    assertThat(limited.apply(Move.by("union").opensRound()))
        .isRefusedBecauseOf(Law.RULE_BOOK)
        .isRefusedBecauseOfRules("round-limit");
    assertThat(TALKS.apply(Move.by("union").accepts(TWO))).isAccepted().isInForce();
  }

  @Example
  void another_outcome_than_expected_says_what_it_was() {
    Outcome replaced = TALKS.apply(Move.by("union").accepts(THREE));
    String why = replaced.toString();
    String around = ROUND_THREE + STANDS;
    fails(
        () -> assertThat(replaced).isAccepted(),
        "expected the move to be accepted, but it was refused:\n" + why + around);
    fails(
        () -> assertThat(replaced).isRefusedBecauseOf(Law.NOT_LAPSED, Law.ONCE),
        "expected a refusal because of (NOT_LAPSED) and (ONCE), but it was because of"
            + " (OFFER_STANDS):\n"
            + why
            + around);
    fails(
        () -> assertThat(replaced).isRefusedBecauseOfRules("round-limit"),
        "expected a refusal by rule (round-limit), but it was by (OFFER_STANDS):\n" + why + around);
    fails(
        () -> assertThat(replaced).isRefusedSaying("lapsed"),
        "expected a refusal with the words (lapsed), but it says:\n" + why + around);
    Outcome opened = TALKS.apply(Move.by("union").opensRound());
    assertThatThrownBy(() -> assertThat(opened).isRefusedBecauseOf(Law.ONCE))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(
            "expected a refusal because of (ONCE), but the move was accepted as [13]\n\n");
  }

  @Example
  void a_description_of_the_users_comes_first() {
    assertThatThrownBy(() -> assertThat(TALKS).as("after the third round").isAtImpasse())
        .hasMessageStartingWith("[after the third round] expected talks in stage (AT_IMPASSE)");
  }
}
