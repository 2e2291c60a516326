package dev.parley.testing;

import static dev.parley.testing.ParleyAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Terms;
import dev.parley.demand.Ask;
import dev.parley.demand.Demand;
import dev.parley.demand.Offer;
import dev.parley.evidence.Figure;
import dev.parley.evidence.When;
import dev.parley.talks.ActKind;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.RuleBook;
import dev.parley.testing.Fitting.OffScale;
import dev.parley.testing.Script.Course;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/** What can be relied on in what is made up. */
@Domain(NegotiationDomain.class)
@Domain(DomainContext.Global.class)
@StatisticsReport(StatisticsReportMode.OFF)
class PlayLaws {
  @Provide
  Arbitrary<Script> wild() {
    return Negotiations.plays().withOneWildIn(5).withAwkwardWords();
  }

  private static void sometimes(String label, boolean reached, double percent) {
    Statistics.label(label)
        .collect(reached)
        .coverage(c -> c.check(true).percentage(p -> p >= percent));
  }

  @Property
  void nothing_in_a_legal_play_is_refused(@ForAll Script script) {
    Course course = script.course();
    assertThat(course.refusals()).isEmpty();
    assertThat(course.moves()).isEqualTo(script.moves());
    assertThat(course.states()).hasSize(course.moves().size() + 1);
    sometimes("an agreement", !course.end().situation().agreements().isEmpty(), 20);
    sometimes("rounds", course.end().closedRounds() >= 2, 20);
    sometimes("over", course.end().isOver(), 5);
  }

  @Property
  void a_legal_play_has_as_many_moves_as_asked_for_unless_it_is_over(@ForAll long seed) {
    Script script = LegalPlay.ANY.withMoves(12, 12).draw(seed);
    assertThat(script.moves().size()).isLessThanOrEqualTo(12);
    if (script.moves().size() < 12) {
      assertThat(script.course().end()).isOver();
    }
    sometimes("all moves", script.moves().size() == 12, 80);
  }

  @Property
  void a_play_to_the_end_is_over(@ForAll long seed) {
    Course course = LegalPlay.ANY.playedToTheEnd().draw(seed).course();
    assertThat(course.end().situation().stage().isEnd()).isTrue();
    assertThat(course.end()).isOver();
    assertThat(course.refusals()).isEmpty();
  }

  @Tag("slow")
  @Property
  void the_same_seed_makes_the_same_play(@ForAll long seed) {
    LegalPlay wild = LegalPlay.ANY.withOneWildIn(6);
    assertThat(wild.draw(seed)).isEqualTo(wild.draw(seed)).hasSameHashCodeAs(wild.draw(seed));
    assertThat(Records.of(wild).draw(seed)).isEqualTo(Records.of(wild).draw(seed));
    sometimes("another seed", !wild.draw(seed).equals(wild.draw(seed + 1)), 100);
  }

  @Property
  void illegal_moves_are_mixed_in_on_request(@ForAll long seed) {
    Course course = LegalPlay.ANY.withOneWildIn(3).draw(seed).course();
    sometimes("refused", !course.refusals().isEmpty(), 90);
    sometimes("accepted", course.moves().size() >= 5, 80);
  }

  @Property
  void plays_keep_the_rules_that_they_are_played_by(@ForAll long seed) {
    RuleBook book = RuleBook.DEFAULT.and(dev.parley.rules.Rules.roundLimit(1));
    Course course = LegalPlay.ANY.under(book).withMoves(30, 40).draw(seed).course();
    assertThat(course.refusals()).isEmpty();
    assertThat(course.end()).keeps(dev.parley.rules.Rules.roundLimit(1));
    sometimes("a round", course.end().closedRounds() == 1, 50);
  }

  @Property(tries = 100)
  void any_move_can_be_taken_out_of_a_script(@ForAll("wild") Script script) {
    for (int i = 0; i < script.moves().size(); i += 3) {
      List<Move> rest = new java.util.ArrayList<>(script.moves());
      rest.remove(i);
      Course course = script.withMoves(rest).course();
      assertThat(course.moves().size() + course.refusals().size()).isEqualTo(rest.size());
    }
  }

  @Property
  void agendas_are_as_large_as_asked_for(@ForAll long seed) {
    Agenda agenda =
        Agendas.ANY.withPrincipals(2, 4).withIssues(3, 8).withMediators(1, 2).draw(seed);
    assertThat(agenda.principals().size()).isBetween(2, 4);
    assertThat(agenda.issueList().size()).isBetween(3, 8);
    assertThat(agenda.partyList().size() - agenda.principals().size()).isBetween(1, 2);
    sometimes("four", agenda.principals().size() == 4, 20);
    sometimes("eight", agenda.issueList().size() == 8, 5);
  }

  @Property
  void terms_demands_and_offers_fit_their_agenda(@ForAll Agenda agenda, @ForAll long seed) {
    Fitting fitting = new Fitting(agenda);
    assertThat(fitting.terms().draw(seed).misfits(agenda)).isEmpty();
    Offer offer = fitting.offers().draw(seed);
    assertThat(offer.terms().misfits(agenda)).isEmpty();
    assertThat(Negotiation.about(agenda).apply(Move.by(offer.by().text()).offers(offer)))
        .isAccepted();
    Demand demand = fitting.demands().draw(seed);
    assertThat(Negotiation.about(agenda).apply(Move.by(demand.by().text()).demands(demand)))
        .isAccepted();
    demand.asks().forEach((issue, ask) -> assertThat(regionOf(agenda, issue, ask)).isPresent());
    sometimes("conditions", !offer.conditions().isEmpty(), 5);
    sometimes("instalments", !offer.instalments().isEmpty(), 15);
    sometimes("undertakings", !offer.undertakings().isEmpty(), 10);
  }

  private static java.util.Optional<dev.parley.agenda.Region> regionOf(
      Agenda agenda, dev.parley.agenda.IssueId issue, Ask ask) {
    return ask.on(agenda.requireIssue(issue).scale());
  }

  @Property
  void no_terms_can_be_built_with_a_value_off_the_scale(@ForAll OffScale off) {
    assertThatIllegalArgumentException()
        .isThrownBy(off::build)
        .withMessageStartingWith(off.issue() + ": ")
        .withMessageContaining(off.text());
    sometimes("a number", off.text().matches("-?[0-9.]+"), 30);
    sometimes("a name", !off.text().matches("-?[0-9.]+"), 20);
  }

  @Property
  void figures_and_dates_read_back(@ForAll Figure figure, @ForAll When when) {
    assertThat(Figure.parse(figure.toString())).isEqualTo(figure);
    assertThat(When.parse(when.toString())).isEqualTo(when);
    sometimes("no figure", !figure.isKnown(), 2);
    sometimes("no date", when.isUnknown(), 1);
    sometimes("an interval", when.isInterval(), 2);
  }

  @Tag("slow")
  @Property
  void the_domain_has_values_for_each_type(
      @ForAll Terms terms,
      @ForAll Offer offer,
      @ForAll Demand demand,
      @ForAll Course course,
      @ForAll Negotiation record) {
    assertThat(terms.issues()).isNotEmpty();
    assertThat(offer.to()).isNotEmpty();
    assertThat(demand.asks()).isNotEmpty();
    sometimes("refused", !course.refusals().isEmpty(), 60);
    sometimes("a correction", record.chronicle().readings().size() < record.chronicle().size(), 20);
  }

  @Tag("slow")
  @Property(tries = 300)
  void players_get_to_every_kind_of_act(@ForAll long seed) {
    Set<ActKind> kinds = EnumSet.noneOf(ActKind.class);
    Course course = LegalPlay.ANY.withMoves(60, 60).draw(seed).course();
    course.moves().forEach(m -> kinds.add(m.act().kind()));
    for (ActKind kind : ActKind.values()) {
      Statistics.label(kind.name())
          .collect(kinds.contains(kind))
          .coverage(c -> c.check(true).count(n -> n >= 1));
    }
  }

  @Property
  void what_fails_whatever_it_is_shrinks_to_nothing(@ForAll("wild") Script script) {
    assertThat(Minimiser.minimise(script, SimplerScripts.ALL, s -> true).moves()).isEmpty();
  }

  @Example
  void the_simplest_script_of_all_is_empty_on_the_smallest_agenda() {
    Script least = Minimiser.minimise(LegalPlay.ANY.draw(5), SimplerScripts.ALL, s -> true);
    assertThat(least.moves()).isEmpty();
    assertThat(least.agenda().partyList()).hasSize(2);
    assertThat(least.agenda().issueList()).hasSize(1);
    assertThat(least.agenda().outsiders()).isEmpty();
    assertThat(least.agenda().delegationList()).isEmpty();
  }

  @Example
  void what_does_not_fail_is_not_made_simpler() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Minimiser.minimise(LegalPlay.ANY.draw(5), SimplerScripts.ALL, s -> false))
        .withMessageStartingWith("what is to be made simpler must fail, and this does not:\n");
  }

  @Example
  void what_cannot_be_drawn_from_says_so() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Agendas.ANY.withPrincipals(1))
        .withMessage("agendas with ([1..1]) principals must have (2) or more, and a most");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LegalPlay.ANY.withMoves(5, 3))
        .withMessage(
            "plays with (5) to (3) moves must have 0 or more, and no fewer at most than at least");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LegalPlay.ANY.withOneWildIn(0))
        .withMessage("plays with one wild move in (0): it must be in 1 or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Records.of(LegalPlay.ANY).withOneWordIn(0))
        .withMessage("records with a correction in (0) entries: it must be in 1 or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Figures(5, 4))
        .withMessage("figures from (5) to (4) are the wrong way round: put the lower number first");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Dates(java.time.LocalDate.of(2025, 1, 2), java.time.LocalDate.of(2025, 1, 1)))
        .withMessage(
            "dates from (2025-01-02) to (2025-01-01) are the wrong way round: put the earlier day"
                + " first");
  }

  @Example
  void choices_that_are_played_back_end_in_zeros() {
    Choices choices = Choices.recorded(List.of(7, -1, 4));
    assertThat(choices.below(5)).isEqualTo(2);
    assertThat(choices.below(5)).isEqualTo(4);
    assertThat(choices.between(10, 12)).isEqualTo(11);
    assertThat(choices.below(5)).isZero();
    assertThat(choices.oneIn(2)).isFalse();
    assertThat(choices.oneIn(1)).isTrue();
    assertThat(choices.<String>of(ImmutableList.of("a", "b"))).isEqualTo("a");
  }
}
