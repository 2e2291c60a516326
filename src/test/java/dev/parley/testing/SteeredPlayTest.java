package dev.parley.testing;

import static dev.parley.testing.ParleyAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Scale;
import dev.parley.agreement.Agreement;
import dev.parley.agreement.AgreementStage;
import dev.parley.agreement.ObligationState;
import dev.parley.demand.Lasting;
import dev.parley.demand.Offer;
import dev.parley.demand.Provisions;
import dev.parley.demand.Text;
import dev.parley.play.Strategy;
import dev.parley.play.TimeDependent;
import dev.parley.rules.Rules;
import dev.parley.talks.ActKind;
import dev.parley.talks.Finding;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Outcome;
import dev.parley.talks.Rule;
import dev.parley.talks.RuleBook;
import dev.parley.talks.Shape;
import dev.parley.talks.Situation;
import dev.parley.talks.Stage;
import dev.parley.testing.Script.Course;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.facades.ShrinkingSupportFacade;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.Store;
import net.jqwik.api.lifecycle.TryExecutionResult;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/** Where plays get to by default, and where they are told to get to. */
@StatisticsReport(StatisticsReportMode.OFF)
class SteeredPlayTest {
  private static final Agenda AGENDA =
      Agenda.builder()
          .principal("union", "Union")
          .principal("port", "Port company")
          .issue("rise", Scale.quantity("0", "10", "0.5", "percent"))
          .issue("crews", Scale.quantity(0, 20, "cranes"))
          .build();

  private static final ImmutableSet<ActKind> DEEDS =
      ImmutableSet.of(ActKind.PERFORM, ActKind.ALLEGE_BREACH, ActKind.FIND);

  private static Stream<Course> courses(LegalPlay play, int many) {
    return LongStream.range(0, many).mapToObj(play::draw).map(Script::course);
  }

  private static Stream<ActKind> kinds(Course course) {
    return course.moves().stream().map(move -> move.act().kind());
  }

  private static Stream<Offer> offers(Course course) {
    return course.moves().stream().flatMap(move -> move.act().offersMade().stream());
  }

  private static boolean isSigned(Course course) {
    return course.end().agreements().stream()
        .flatMap(agreement -> agreement.turns().stream())
        .anyMatch(turn -> turn.stage().isSigned());
  }

  @Tag("slow")
  @Example
  void a_third_of_the_plays_on_five_issues_come_to_an_agreement_and_a_fifth_carry_it_out() {
    LegalPlay five = LegalPlay.ANY.among(Agendas.ANY.withIssues(5, 5));
    List<Course> courses = courses(five, 1000).toList();
    assertThat(courses).filteredOn(SteeredPlayTest::isSigned).hasSizeGreaterThan(400);
    assertThat(courses)
        .filteredOn(course -> kinds(course).anyMatch(DEEDS::contains))
        .hasSizeGreaterThan(220);
    assertThat(courses.stream().flatMap(SteeredPlayTest::offers).toList())
        .filteredOn(offer -> offer.terms().issues().size() == 5)
        .hasSizeGreaterThan(1000);
  }

  @Tag("slow")
  @Example
  void every_kind_of_move_occurs_in_a_thousand_plays_of_the_usual_size() {
    Map<ActKind, Integer> often = new EnumMap<>(ActKind.class);
    courses(LegalPlay.ANY, 1000)
        .flatMap(SteeredPlayTest::kinds)
        .forEach(kind -> often.merge(kind, 1, Integer::sum));
    assertThat(often.keySet()).containsExactly(ActKind.values());
  }

  @Tag("slow")
  @Example
  void texts_last_for_a_time_and_are_amended_in_their_dates() {
    Set<Class<?>> lasting = new HashSet<>();
    int amended = 0;
    for (Course course : courses(LegalPlay.ANY, 1000).toList()) {
      for (Move move : course.moves()) {
        Optional<Text> text = move.act().value(Shape.TEXT);
        Stream<Provisions> said = Stream.concat(move.act().offersMade().stream(), text.stream());
        said.flatMap(p -> p.lasts().stream()).forEach(l -> lasting.add(l.getClass()));
        if (text.filter(t -> t.amends().filter(a -> a.terms().equals(t.terms())).isPresent())
            .isPresent()) {
          amended++;
        }
      }
    }
    assertThat(lasting)
        .containsOnly(
            Lasting.Days.class, Lasting.Hours.class, Lasting.Until.class, Lasting.UntilEvent.class);
    assertThat(amended).isPositive();
  }

  @Tag("slow")
  @Example
  void every_stage_of_talks_agreements_and_obligations_can_be_asked_for() {
    for (Stage stage : Stage.values()) {
      assertThat(courses(LegalPlay.ANY.reaching(stage), 15))
          .as(stage.name())
          .allMatch(c -> c.states().stream().anyMatch(s -> s.situation().stage() == stage));
    }
    for (AgreementStage stage : AgreementStage.values()) {
      assertThat(courses(LegalPlay.ANY.reaching(stage), 15))
          .as(stage.name())
          .allMatch(
              c ->
                  c.states().stream()
                      .flatMap(s -> s.agreements().stream())
                      .anyMatch(a -> hasBeen(a, stage)));
    }
    for (ObligationState state : ObligationState.values()) {
      assertThat(courses(LegalPlay.ANY.reaching(state), 15))
          .as(state.name())
          .allMatch(c -> c.states().stream().anyMatch(s -> hasObligation(s, state)));
    }
  }

  private static boolean hasBeen(Agreement agreement, AgreementStage stage) {
    return agreement.turns().stream().anyMatch(turn -> turn.stage() == stage);
  }

  private static boolean hasObligation(Negotiation talks, ObligationState state) {
    return Stream.concat(
            talks.situation().obligations().values().stream(),
            talks.agreements().stream().flatMap(a -> a.accord().obligations().values().stream()))
        .anyMatch(status -> status.state() == state);
  }

  @Example
  void a_play_that_is_to_get_somewhere_shrinks_to_one_that_does() {
    Script least =
        ShrinkingSupportFacade.implementation.falsifyThenShrink(
            Negotiations.plays().on(AGENDA).reaching(AgreementStage.SIGNED),
            new java.util.Random(3),
            script -> TryExecutionResult.falsified(new AssertionError("whatever it is")));
    assertThat(least.course().end()).hasAgreement(AgreementStage.IN_FORCE);
    assertThat(least.moves()).hasSize(2);
  }

  @Example
  void what_cannot_be_reached_says_so() {
    LegalPlay silent = LegalPlay.ANY.on(AGENDA).only(ActKind.OPEN_ROUND, ActKind.CLOSE_ROUND);
    assertThatIllegalStateException()
        .isThrownBy(() -> silent.reaching(Stage.CONCLUDED).draw(1))
        .withMessage(
            "no play reached stage (CONCLUDED) in 40 attempts of 60 moves each: see whether agenda,"
                + " rules and kinds of moves allow it");
  }

  @Example
  void only_some_kinds_of_moves_are_made_on_request() {
    Set<ActKind> some = EnumSet.of(ActKind.OPEN_ROUND, ActKind.MAKE_OFFER, ActKind.ACCEPT);
    LegalPlay play = LegalPlay.ANY.only(some).withOneWildIn(6);
    assertThat(courses(play, 100).flatMap(SteeredPlayTest::kinds)).isNotEmpty().isSubsetOf(some);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LegalPlay.ANY.only(Set.of()))
        .withMessage("plays of no kind of move: name one or more");
  }

  @Example
  void a_kind_of_move_can_be_made_more_often_and_never() {
    long usual = count(LegalPlay.ANY, ActKind.SUSPEND);
    assertThat(count(LegalPlay.ANY.weighing(ActKind.SUSPEND, 5), ActKind.SUSPEND))
        .isGreaterThan(3 * usual);
    assertThat(count(LegalPlay.ANY.weighing(ActKind.SUSPEND, 0), ActKind.SUSPEND)).isZero();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LegalPlay.ANY.weighing(ActKind.SUSPEND, -1))
        .withMessage("kind of act (SUSPEND) is weighed (-1) times: give 0 to 1,000");
  }

  private static long count(LegalPlay play, ActKind kind) {
    return courses(play, 300).flatMap(SteeredPlayTest::kinds).filter(k -> k == kind).count();
  }

  @Example
  void all_offers_are_complete_on_request() {
    LegalPlay play =
        LegalPlay.ANY.among(Agendas.ANY.withIssues(4, 4)).weighing(ActKind.AMEND_AGENDA, 0);
    assertThat(courses(play.completeOffers(), 100).flatMap(SteeredPlayTest::offers))
        .isNotEmpty()
        .allMatch(offer -> offer.terms().issues().size() + offer.brackets().size() == 4);
  }

  @Example
  void plays_go_on_with_a_negotiation_of_any_past() {
    Negotiation past = LegalPlay.ANY.on(AGENDA).weighing(ActKind.ABANDON, 0).draw(4).course().end();
    assertThat(past).isNotOver();
    LegalPlay after = LegalPlay.ANY.after(past);
    Script script = after.draw(1);
    assertThat(script.start()).isEqualTo(past);
    assertThat(script.course().start()).isEqualTo(past);
    assertThat(script.course().end().chronicle().size())
        .isEqualTo(past.chronicle().size() + script.moves().size());
    assertThat(script.course().refusals()).isEmpty();
    Script least = script.simplest(s -> !s.course().moves().isEmpty());
    assertThat(least.start()).isEqualTo(past);
    assertThat(least.moves()).hasSize(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> after.under(RuleBook.DEFAULT))
        .withMessage(
            "plays after a negotiation have its agenda and its rule book: no other rule book can be"
                + " given");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> script.renamed(id -> id))
        .withMessage(
            "script with a past of (%s) entries cannot be rewritten: rewrite its negotiation",
            past.chronicle().size());
  }

  @Example
  void strategies_negotiate_first_on_request() {
    LegalPlay play =
        LegalPlay.ANY
            .among(Agendas.ANY.withIssues(5, 5))
            .strategies(Strategy.of(TimeDependent.conceder(2)))
            .withMoves(30, 40);
    List<Course> courses = courses(play, 60).toList();
    assertThat(courses).allMatch(course -> course.refusals().isEmpty());
    assertThat(courses)
        .filteredOn(course -> kinds(course).limit(13).anyMatch(k -> k == ActKind.ACCEPT))
        .hasSizeGreaterThan(40);
  }

  @Example
  void plays_are_made_on_any_agenda_whatever_its_scales() {
    Agenda large =
        Agenda.builder()
            .principal("buyer", "Buyer")
            .principal("seller", "Seller")
            .issue("price", Scale.quantity("0", "9000000000000", "0.01", "EUR"))
            .build();
    assertThat(courses(LegalPlay.ANY.on(large), 50)).allMatch(c -> c.refusals().isEmpty());
  }

  @Example
  void an_invariant_is_held_against_every_step() {
    Script script =
        Script.of(
            Negotiation.about(AGENDA),
            Move.by("union").opensRound(),
            Move.by("port").closesRound());
    assertThat(script.course().peek(talks -> assertThat(talks).isNotOver()))
        .isEqualTo(script.course());
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> script.course().peek(talks -> assertThat(talks).hasClosedRounds(0)))
        .withMessageStartingWith(
            "broken after move 2 (port: close a round): expected (0) closed rounds, but there are"
                + " (1)");
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(
            () ->
                script
                    .course()
                    .peek(
                        (before, move, after) ->
                            assertThat(after.closedRounds()).isEqualTo(before.closedRounds())))
        .withMessageStartingWith("broken after move 2 (port: close a round):");
  }

  /** Counts offers. */
  private static final Rule.Remembering<Integer> OFFERS =
      new Rule.Remembering<>() {
        @Override
        public String id() {
          return "offers";
        }

        @Override
        public String statement() {
          return "offers are counted";
        }

        @Override
        public Integer blank(Agenda agenda) {
          return 0;
        }

        @Override
        public Integer fold(Integer made, Situation before, Move move, Situation after) {
          return made + move.act().offersMade().size();
        }

        @Override
        public ImmutableList<Finding> check(Integer made, Situation situation, Move move) {
          return ImmutableList.of();
        }
      };

  @Property(tries = 100)
  void what_a_rule_remembers_can_be_asked_for(@ForAll("counting") Script script) {
    script
        .course()
        .peek(
            (before, move, after) ->
                assertThat(after.juncture().memory(OFFERS))
                    .isEqualTo(before.juncture().memory(OFFERS) + move.act().offersMade().size()));
  }

  @Provide
  Arbitrary<Script> counting() {
    return Negotiations.plays().under(RuleBook.DEFAULT.and(OFFERS));
  }

  @Example
  void what_no_rule_of_the_book_remembers_cannot_be_asked_for() {
    Negotiation talks =
        Negotiation.about(AGENDA, RuleBook.DEFAULT.and(Rules.mediatorBindsNothing()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> talks.juncture().memory(OFFERS))
        .withMessage("rule (offers) is not in the rule book, which has [mediator-binds-nothing]");
  }

  private static final LegalPlay COVERED = LegalPlay.ANY.on(AGENDA);

  @Property(tries = 50)
  void what_the_plays_of_a_property_met_is_counted(@ForAll("covered") Script script) {
    Coverage met = Store.getOrCreate(COVERED, Lifespan.PROPERTY, Coverage::new).get();
    assertThat(met.kinds())
        .containsAll(script.moves().stream().map(move -> move.act().kind()).toList());
  }

  @Provide
  Arbitrary<Script> covered() {
    return new Negotiations.PlayArbitrary(COVERED);
  }

  @Example
  void a_property_fails_where_no_move_occurs_that_a_rule_is_about() {
    LegalPlay rounds =
        LegalPlay.ANY
            .on(AGENDA)
            .under(RuleBook.DEFAULT.and(Rules.ratificationFirst()))
            .only(ActKind.OPEN_ROUND, ActKind.CLOSE_ROUND);
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> rounds.covering(ActKind.OPEN_ROUND, ActKind.ACCEPT).check(100, s -> {}))
        .withMessage(
            """
            this property says nothing about what its plays never met: in 100 plays, rule (ratification-first) is about moves that perform an obligation, and none of them occurred; moves that accept an offer had to occur, and did not.
            Make such moves more often (weighing), let the plays get to where they are made (reaching, after), give more tries, or take this check away (withoutCoverage).
            The plays met: %s"""
                .formatted(rounds.withoutCoverage().check(100, s -> {})));
    assertThat(rounds.check(99, s -> {}))
        .contains(" moves; 2 of %s kinds of moves (never: ".formatted(ActKind.values().length))
        .contains("; 3 of 8 stages of the talks (never: suspended, ")
        .endsWith("; refusals by no law");
  }

  @Example
  void a_property_without_an_engine_fails_with_the_simplest_play_and_how_the_original_is_drawn() {
    LegalPlay play = LegalPlay.ANY.on(AGENDA).withMoves(20, 40);
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> play.check(1_000, s -> assertThat(s.course().end()).hasClosedRounds(0)))
        .withMessageStartingWith("expected (0) closed rounds, but there are (1)")
        .withMessageContaining("\n\nThe simplest play that fails:\n\nA play of 2 moves ")
        .withMessageMatching(
            "(?s).*\nIt was found by a play of \\d+ moves: draw\\(\\d+\\) makes it again\\.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> play.check(0, s -> {}))
        .withMessage("plays (0) must be 1 or more");
  }

  @Example
  void what_a_rule_says_it_is_about_is_all_that_it_remarks_on() {
    for (Rule rule :
        dev.parley.rules.Registry.readyMade().names().stream()
            .flatMap(name -> ready(name).stream())
            .toList()) {
      Set<ActKind> remarked = EnumSet.noneOf(ActKind.class);
      courses(LegalPlay.ANY.withOneWildIn(4), 60)
          .forEach(
              course ->
                  course.end().remarks(RuleBook.DEFAULT.and(rule)).stream()
                      .forEach(
                          r ->
                              remarked.add(
                                  course.moves().get(r.entry().number() - 1).act().kind())));
      assertThat(rule.kinds()).as(rule.id()).containsAll(remarked);
    }
  }

  /** A rule that can be set up without parameters. */
  private static Optional<Rule> ready(String name) {
    try {
      return Optional.of(dev.parley.rules.Registry.readyMade().rule(name, Map.of()));
    } catch (IllegalArgumentException needsParameters) {
      return Optional.empty();
    }
  }

  @Example
  void soft_assertions_tell_all_that_fails() {
    Negotiation talks = Negotiation.about(AGENDA).with(Move.by("union").opensRound());
    Outcome again = talks.apply(Move.by("union").opensRound());
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(
            () ->
                ParleyAssertions.softly(
                    softly -> {
                      softly.assertThat(talks).isOver().hasStandingOffers(2);
                      softly.assertThat(again).isAccepted();
                      softly.assertThat(1).isEqualTo(2);
                    }))
        .withMessageContaining("expected talks that are over")
        .withMessageContaining("expected (2) standing offers, but there are (0)")
        .withMessageContaining("expected the move to be accepted, but it was refused")
        .withMessageContaining("expected: 2");
    ParleyAssertions.softly(softly -> softly.assertThat(talks).isInStage(Stage.IN_SESSION));
  }
}
