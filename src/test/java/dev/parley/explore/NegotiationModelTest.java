package dev.parley.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.agenda.Agenda;
import dev.parley.agenda.Ratification;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.demand.Offer;
import dev.parley.demand.Provisions.Instalment;
import dev.parley.demand.Undertaking.Trigger;
import dev.parley.evidence.When;
import dev.parley.explore.Exploration.Counterexample;
import dev.parley.explore.Exploration.Verdict.Status;
import dev.parley.explore.NegotiationModel.Happening;
import dev.parley.explore.NegotiationModel.State;
import dev.parley.rules.Rules;
import dev.parley.scenario.Scenario;
import dev.parley.talks.ActKind;
import dev.parley.talks.Deadline;
import dev.parley.talks.Finding;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Procedural;
import dev.parley.talks.Rule;
import dev.parley.talks.RuleBook;
import dev.parley.talks.Stage;
import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.Tag;

/** Negotiations as models: what is counted, what is found, and in which form it comes back. */
class NegotiationModelTest {
  private static final LocalDate NEW_YEAR = LocalDate.of(2025, 1, 1);

  private static NegotiationModel bargaining(Rule... rules) {
    RuleBook book = RuleBook.DEFAULT;
    for (Rule rule : rules) {
      book = book.and(rule);
    }
    return NegotiationModel.about(Wages.agenda(3), book)
        .drawing(3, ActKind.MAKE_OFFER, ActKind.ACCEPT, ActKind.REJECT_OFFER)
        .writtenAs("Wages.MODEL");
  }

  /**
   * SPIN 6.5.2 counts the same states, and one transition more for the start, on the model {@code
   * wages.pml} beside this test, in which the parts of a situation are written out as variables.
   */
  @Tag("slow")
  @Example
  void naming_figures_leads_to_as_many_situations_as_spin_counts() {
    assertCounts(2, 3_929, 25_492);
    assertCounts(3, 27_469, 234_150);
  }

  private static void assertCounts(int values, int states, long successors) {
    Exploration<State, Happening> found = Explorer.of(Wages.naming(values)).explore();
    assertThat(found.extent().isComplete()).isTrue();
    assertThat(found.statistics().distinct()).isEqualTo(states);
    assertThat(found.statistics().generated()).isEqualTo(successors);
  }

  @Tag("slow")
  @Example
  void threads_find_the_same() {
    NegotiationModel model = bargaining(Rules.noBacksliding().warning());
    Explorer<State, Happening> explorer =
        Explorer.of(model).maxDepth(5).check(model.keeps("no-backsliding"));
    Exploration<State, Happening> alone = explorer.explore();
    assertThat(explorer.threads(4).explore()).hasToString(alone.toString());
    assertThat(alone.statistics().distinct()).isGreaterThan(1000);
  }

  @Example
  void a_rule_that_warns_is_broken_by_a_shortest_play() {
    NegotiationModel model = bargaining(Rules.noBacksliding().warning());
    Counterexample<State, Happening> broken =
        Explorer.of(model)
            .check(model.keeps("no-backsliding"))
            .stopAtFirstViolation()
            .explore()
            .counterexample()
            .orElseThrow();
    assertThat(broken)
        .hasToString(
            """
            violated after 3 moves: an offer is no worse for its addressee than its maker's last one on the same issue
            start  exploratory
            1      union offers rise 1
            2      firm offers rise 1
            3      union offers rise 2
            end    exploratory; standing: rise 1 by firm; rise 2 by union
            """);
    assertThat(broken.swimLanes())
        .isEqualTo(
            """
            union         | firm
            -----------------------------
            offers rise 1 |
                          | offers rise 1
            offers rise 2 |
            """);
    assertThat(broken.mermaid()).contains("p2->>p1: offers rise 1");
  }

  @Example
  void a_counterexample_is_a_scenario_that_breaks_the_rule_when_it_is_read() {
    NegotiationModel model = bargaining(Rules.noBacksliding().warning());
    Counterexample<State, Happening> broken =
        Explorer.of(model)
            .check(model.keeps("no-backsliding"))
            .maxDepth(4)
            .explore()
            .counterexample()
            .orElseThrow();
    String file = Scenario.of("Found", model.negotiation(broken.play())).write();
    assertThat(file)
        .endsWith(
            """
            rules:
              - {rule: no-backsliding, severity: warn}
            record:
              - {union offers: firm, rise: 1}
              - {firm offers: union, rise: 1}
              - {union offers: firm, rise: 2}
            ...
            """);
    assertThat(Scenario.parse("found.yaml", file).findings().values())
        .extracting(Finding::rule)
        .containsExactly("no-backsliding");
  }

  @Example
  void a_counterexample_is_a_test_whose_moves_are_found_by_their_words() {
    NegotiationModel model = bargaining(Rules.noBacksliding().warning());
    Counterexample<State, Happening> broken =
        Explorer.of(model)
            .check(model.keeps("no-backsliding"))
            .maxDepth(4)
            .explore()
            .counterexample()
            .orElseThrow();
    assertThat(broken.javaTest())
        .endsWith(
            """
              var play =
                  Play.of(Wages.MODEL)
                      .then(Wages.MODEL.move("union offers rise 1"))
                      .then(Wages.MODEL.move("firm offers rise 1"))
                      .then(Wages.MODEL.move("union offers rise 2"));
              assertThat(play.keeps(Wages.MODEL.keeps("no-backsliding"))).as(play.toString()).isTrue();
            }
            """);
    Play<State, Happening> again =
        Play.of(model)
            .then(model.move("union offers rise 1"))
            .then(model.move("firm offers rise 1"))
            .then(model.move("union offers rise 2"));
    assertThat(again.keeps(model.keeps("no-backsliding"))).isFalse();
    assertThat(again.states()).isEqualTo(broken.play().states());
  }

  @Example
  void what_is_played_and_what_is_explored_is_the_same() {
    NegotiationModel model = Wages.naming(3);
    Play<State, Happening> play =
        Play.of(model)
            .then(model.move("union offers rise 3"))
            .then(model.move("firm rejects rise 3"))
            .then(model.move("firm offers rise 1"));
    Negotiation talks = model.negotiation(play);
    assertThat(talks.juncture().withoutSpeakers()).isEqualTo(play.last().juncture());
    assertThat(talks.chronicle().size()).isEqualTo(3);
  }

  @Example
  void a_rule_that_nothing_meets_is_dead_and_one_that_refuses_is_not() {
    Exploration<State, Happening> found =
        Explorer.of(bargaining(Rules.noBacksliding(), Rules.roundLimit(1))).maxDepth(4).explore();
    assertThat(found.deadRules()).containsExactly("round-limit");
    assertThat(found.statistics().refusals().get("no-backsliding")).isPositive();
  }

  @Example
  void moves_that_are_never_legal_and_transitions_never_taken_are_dead() {
    NegotiationModel model =
        Wages.naming(2).menu(Move.by("union").ratifies(), Move.by("union").declaresImpasse());
    Exploration<State, Happening> found = Explorer.of(model).maxDepth(3).explore();
    assertThat(found.deadMoves()).containsExactly("union ratifies");
    assertThat(found.deadTransitions())
        .contains("EXPLORATORY DECLARE_IMPASSE to AT_IMPASSE", "AT_IMPASSE SPEAK to IN_RECESS")
        .doesNotContain("EXPLORATORY DECLARE_IMPASSE to EXPLORATORY")
        .noneMatch(row -> row.contains("RATIFY"));
    assertThat(found.toString())
        .contains("never made so far: union ratifies\n")
        .contains("never taken so far: AT_IMPASSE CARRY_OUT and SETTLE to CONCLUDED, ");
  }

  @Example
  void time_goes_to_the_next_day_that_matters() {
    Offer untilFriday = Wages.offer(3, "union", 2).withExpiry(When.parse("2025-01-03"));
    NegotiationModel model =
        NegotiationModel.about(Wages.agenda(3), RuleBook.DEFAULT)
            .menu(
                Move.by("union").offers(untilFriday),
                Move.by("firm").accepts(untilFriday),
                Move.by("firm")
                    .does(
                        new Procedural.SetDeadline(
                            new Deadline("session", When.parse("2025-01-20"), ""))))
            .startingOn(NEW_YEAR);
    Property<State, Happening> inTime =
        Property.<State, Happening>everyStep(
                "the talks are concluded while the offer runs",
                (before, move, after) ->
                    after.situation().stage() != Stage.CONCLUDED
                        || before.situation().stage() == Stage.CONCLUDED
                        || before.day().orElseThrow().isBefore(LocalDate.of(2025, 1, 4)))
            .beside(Property.sometimes("concluded", s -> s.situation().stage() == Stage.CONCLUDED));
    Exploration<State, Happening> found =
        Explorer.of(model)
            .check(
                inTime,
                Property.sometimes(
                    "the offer has lapsed", s -> on(s, 4) && !s.situation().offers().isEmpty()),
                Property.sometimes("the deadline is over", s -> on(s, 21)),
                Property.always("no other day", s -> on(s, 1) || on(s, 4) || on(s, 21)))
            .explore();
    assertThat(found.holds()).as(found.toString()).isTrue();
    assertThat(found.statistics().refusals()).containsKey("NOT_LAPSED");
  }

  private static boolean on(State state, int dayOfJanuary) {
    return state.day().equals(Optional.of(LocalDate.of(2025, 1, dayOfJanuary)));
  }

  @Example
  void rules_have_days_that_matter_too() {
    NegotiationModel model =
        bargaining(Rules.offerExpiry(14), Rules.silenceLimit(30)).startingOn(NEW_YEAR);
    Exploration<State, Happening> found =
        Explorer.of(model)
            .maxDepth(4)
            .check(
                model.keeps("silence-limit"),
                Property.sometimes("fourteen days later", s -> on(s, 16)))
            .explore();
    assertThat(found.statistics().refusals().get("offer-expiry")).isPositive();
    assertThat(found.verdict("fourteen days later").status()).isEqualTo(Status.HOLDS);
    assertThat(found.counterexample().orElseThrow().toString())
        .isEqualTo(
            """
            violated after 4 moves: the parties are not without contact for longer than so many days
            start  exploratory, on 2025-01-01
            1      union offers rise 1
            2      firm accepts rise 1
            3      time passes until 2025-02-01
            4      union offers rise 1
            end    concluded; standing: rise 1 by union; agreed: rise 1, on 2025-02-01
            """);
  }

  @Example
  void a_record_can_be_gone_on_from() {
    Negotiation talks =
        Negotiation.about(Wages.agenda(3))
            .with(
                Move.by("union").opensRound(), Move.by("union").offers(Wages.offer(3, "union", 2)));
    NegotiationModel model = NegotiationModel.after(talks).drawing(2, ActKind.ACCEPT);
    Exploration<State, Happening> found =
        Explorer.of(model)
            .check(Property.sometimes("concluded", s -> s.situation().stage() == Stage.CONCLUDED))
            .explore();
    assertThat(found.holds()).isTrue();
    assertThat(found.statistics().distinct()).isEqualTo(2);
  }

  @Tag("slow")
  @Example
  void everything_that_can_be_drawn_is_drawn() {
    Exploration<State, Happening> found =
        Explorer.of(
                NegotiationModel.about(
                        Wages.agenda(2).withRatification(Ratification.all()), RuleBook.DEFAULT)
                    .drawing(2))
            .maxStates(60_000)
            .explore();
    assertThat(found.deadMoves())
        .as(found.toString())
        .containsExactlyInAnyOrder(
            "firm initials a text",
            "union initials a text",
            "firm signs a text",
            "union signs a text",
            "firm confirms a consent",
            "union confirms a consent",
            "firm denounces an agreement",
            "union denounces an agreement",
            "firm joins an agreement",
            "union joins an agreement",
            "firm performs an obligation",
            "union performs an obligation",
            "firm excuses an obligation",
            "union excuses an obligation",
            "firm sets off an obligation",
            "union sets off an obligation");
    assertThat(found.statistics().refusals()).isEmpty();
  }

  @Example
  void what_is_wrong_with_a_model_is_said() {
    NegotiationModel model = Wages.naming(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.drawing(2, ActKind.CLAIM))
        .withMessageStartingWith(
            "kind of act (CLAIM) cannot be drawn from scales: put its moves on the menu. Drawn can"
                + " be [");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.drawing(1))
        .withMessage("values (1) of a scale must be 2 or more: its ends are among them");
    Agenda wide =
        Agenda.builder()
            .principal("north", "North")
            .principal("south", "South")
            .issue("grain", Scale.quantity(0, 100, "tons"))
            .issue("water", Scale.quantity(0, 100, "days"))
            .build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NegotiationModel.about(wide, RuleBook.DEFAULT).drawing(101))
        .withMessage(
            "offers drawn (10,201 for each party) must be 1,000 or fewer: draw fewer values, leave"
                + " MAKE_OFFER and PROPOSE out, or put offers on the menu");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.keeps("no-backsliding"))
        .withMessage("rule (no-backsliding) is not in the book: it has []");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bargaining(Rules.noBacksliding()).keeps("no-backsliding"))
        .withMessage(
            "rule (no-backsliding) refuses what breaks it, so that no play does: let it warn to"
                + " find out whether one would");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.move("union offers 9"))
        .withMessageStartingWith(
            "move (union offers 9) is neither on the menu nor drawn. The menu has [union offers"
                + " rise 1, ");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> model.startingOn(NEW_YEAR).menu(Move.by("firm").on("2025-01-02").opensRound()))
        .withMessage(
            "move (firm opens a round) of (2025-01-02) must have no date where time passes: it is"
                + " made on the day that it is");
  }

  @Example
  void an_instalment_is_told_with_what_it_waits_for() {
    Agenda agenda =
        Agenda.builder()
            .principal("north", "North")
            .principal("south", "South")
            .issue("grain", Scale.quantity(0, 50, "tons"))
            .build();
    Terms ten = Terms.on(agenda).set("grain", 10).build();
    Offer offer =
        Offer.of("north", "south", ten)
            .withInstalments(
                new Instalment("first", ten, new Trigger.OnForce()),
                new Instalment("second", ten, new Trigger.When("the road is open")),
                new Instalment("third", ten, new Trigger.After("second")));
    NegotiationModel model =
        NegotiationModel.about(agenda, RuleBook.DEFAULT).menu(Move.by("north").offers(offer));
    assertThat(
            Explorer.of(model)
                .check(Property.never("an offer", s -> !s.situation().offers().isEmpty()))
                .explore()
                .counterexample()
                .orElseThrow()
                .transcript()
                .toString())
        .contains(
            "(first: grain 10; second when the road is open: grain 10; third after second: grain"
                + " 10)");
  }
}
