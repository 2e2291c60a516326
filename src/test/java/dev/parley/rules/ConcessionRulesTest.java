package dev.parley.rules;

import static dev.parley.rules.Plays.AGENDA;
import static dev.parley.rules.Plays.breaks;
import static dev.parley.rules.Plays.byEmployer;
import static dev.parley.rules.Plays.byUnion;
import static dev.parley.rules.Plays.employer;
import static dev.parley.rules.Plays.employerAsks;
import static dev.parley.rules.Plays.keeps;
import static dev.parley.rules.Plays.played;
import static dev.parley.rules.Plays.terms;
import static dev.parley.rules.Plays.under;
import static dev.parley.rules.Plays.union;
import static dev.parley.rules.Plays.unionAsks;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Issue;
import dev.parley.agenda.Issue.Better;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Scale;
import dev.parley.demand.Offer;
import dev.parley.demand.Provisions.Instalment;
import dev.parley.demand.Undertaking.Trigger;
import dev.parley.rules.Registry.Parameters;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Rule;
import java.math.BigDecimal;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ConcessionRulesTest {
  private static final String BACK =
      "no-backsliding: employer offers union on (rise) (3), after (4). "
          + "Offer (4) or better for union.";

  private static Negotiation sliding() {
    return played(
        under(Rules.noBacksliding()),
        union(unionAsks("rise", "at least 6")),
        employer(byEmployer("rise 4")));
  }

  @Property
  void an_offer_goes_back_exactly_when_it_is_farther_from_what_is_asked(
      @ForAll @IntRange(min = 0, max = 10) int rise) {
    Move offer = employer(byEmployer("rise " + rise));
    if (rise < 4) {
      breaks(sliding(), offer, BACK.replace("(3)", "(" + rise + ")"));
    } else {
      keeps(sliding(), offer);
    }
  }

  @Example
  void a_withdrawn_or_rejected_offer_still_marks_how_far_its_maker_went() {
    Offer four = byEmployer("rise 4");
    Move three = employer(byEmployer("rise 3"));
    breaks(played(sliding(), Move.by("employer").withdraws(four)), three, BACK);
    breaks(played(sliding(), Move.by("union").rejects(four)), three, BACK);
  }

  @Example
  void the_last_offer_counts_and_not_the_best_one() {
    Negotiation talks = played(under(Rules.noBacksliding()), employer(byEmployer("rise 4")));
    talks = played(talks, employer(byEmployer("rise 3")), union(unionAsks("rise", "at least 6")));
    keeps(talks, employer(byEmployer("rise 3.5")));
  }

  @Example
  void other_issues_demands_and_conditions_are_no_backsliding() {
    keeps(sliding(), employer(byEmployer("staff 0")));
    keeps(sliding(), employer(employerAsks("rise", "at most 2")));
    keeps(sliding(), employer(under(byEmployer("staff 3"), "rise", "at most 2", false)));
    Negotiation conditioned =
        played(
            under(Rules.noBacksliding()),
            union(unionAsks("rise", "at least 6")),
            employer(under(byEmployer("staff 3"), "rise", "at most 5", false)));
    keeps(conditioned, employer(byEmployer("rise 3")));
  }

  @Example
  void where_nothing_is_asked_the_better_end_tells_what_is_taken_back() {
    Agenda agenda =
        Agenda.builder()
            .principal("union", "Union")
            .principal("employer", "Employer")
            .issue(
                Issue.of("rise", Scale.quantity(0, 10, "percent"))
                    .withBetter(ImmutableMap.of(ActorId.of("employer"), Better.LESS)))
            .build();
    Offer four = Offer.of("employer", "union", terms(agenda, "rise 4"));
    Negotiation talks = played(under(agenda, Rules.noBacksliding()), employer(four));
    keeps(talks, employer(Offer.of("employer", "union", terms(agenda, "rise 5"))));
    breaks(
        talks,
        employer(Offer.of("employer", "union", terms(agenda, "rise 3"))),
        "no-backsliding: employer offers union on (rise) (at most 3), after (at most 4). "
            + "Offer (at most 4) or better for union.");
  }

  @Example
  void an_offer_is_held_against_the_last_one_on_a_widened_scale() {
    Negotiation talks =
        played(
            sliding(),
            Move.by("board")
                .amendsAgenda(Issue.of("rise", Scale.quantity("0", "20", "0.5", "percent"))));
    breaks(talks, employer(byEmployer("rise 3")), BACK);
  }

  @Example
  void every_alternative_counts_together() {
    Negotiation talks =
        played(
            under(Rules.noBacksliding()),
            union(unionAsks("rise", "at least 6")),
            Move.by("employer").offers(byEmployer("rise 4"), byEmployer("rise 5", "staff 1")));
    breaks(
        talks,
        employer(byEmployer("rise 3")),
        "no-backsliding: employer offers union on (rise) (3), after (4 or 5). "
            + "Offer (4 or 5) or better for union.");
    keeps(talks, employer(byEmployer("rise 5")));
    keeps(talks, employer(byEmployer("rise 4"))); // one of them again takes nothing back
  }

  private static Negotiation conceded(Rule rule) {
    return played(
        under(rule),
        union(unionAsks("rise", "at least 8")),
        employer(byEmployer("rise 2")),
        employer(byEmployer("rise 3")));
  }

  private static final String AGAIN =
      "reciprocity: employer concedes to union again before union has answered. "
          + "Wait for an answer of union.";

  @Example
  void nobody_concedes_twice_running() {
    breaks(conceded(Rules.reciprocity()), employer(byEmployer("rise 4")), AGAIN);
    breaks(conceded(Rules.reciprocity()), Move.by("employer").softens("rise"), AGAIN);
    keeps(conceded(Rules.reciprocity()), Move.by("employer").hardens("rise"));
    keeps(conceded(Rules.reciprocity()), employer(byEmployer("rise 3", "staff 2")));
    keeps(conceded(Rules.reciprocity()), employer(byEmployer("rise 2.5")));
  }

  @Example
  void any_answer_frees_who_conceded() {
    for (Move answer :
        new Move[] {
          Move.by("union").rejects(byEmployer("rise 3")),
          union(byUnion("rise 7")),
          Move.by("union").holds("rise"),
          Move.by("union").amends(unionAsks("rise", "at least 9")),
          Move.by("union").drops("rise")
        }) {
      keeps(played(conceded(Rules.reciprocity()), answer), Move.by("employer").softens("rise"));
    }
    for (Move none :
        new Move[] {
          Move.by("union").threatens("a strike"), Move.by("board").meets(), board(),
        }) {
      breaks(played(conceded(Rules.reciprocity()), none), employer(byEmployer("rise 4")), AGAIN);
    }
  }

  private static Move board() {
    return Move.by("board").opensRound();
  }

  @Example
  void only_a_concession_answers_where_that_is_asked() {
    Rule strict = Rules.reciprocity().with("answer", "concession");
    breaks(
        played(conceded(strict), Move.by("union").rejects(byEmployer("rise 3"))),
        employer(byEmployer("rise 4")),
        "reciprocity: employer concedes to union again before union has conceded. "
            + "Wait for a concession of union.");
    keeps(
        played(conceded(strict), Move.by("union").amends(unionAsks("rise", "at least 7"))),
        employer(byEmployer("rise 4")));
  }

  @Example
  void a_concession_obliges_the_other_and_then_its_answerer_waits_in_turn() {
    Negotiation talks =
        played(
            conceded(Rules.reciprocity()),
            Move.by("union").amends(unionAsks("rise", "at least 7")));
    breaks(
        talks,
        Move.by("union").amends(unionAsks("rise", "at least 6")),
        "reciprocity: union concedes to employer again before employer has answered. "
            + "Wait for an answer of employer.");
    keeps(talks, employer(byEmployer("rise 4")));
  }

  @Example
  void a_trade_is_no_concession() {
    Negotiation talks =
        played(
            under(Rules.reciprocity()),
            union(unionAsks("rise", "at least 8")),
            union(unionAsks("staff", "at least 6")),
            employer(byEmployer("rise 2", "staff 4")),
            employer(byEmployer("rise 3", "staff 2")));
    keeps(talks, employer(byEmployer("rise 4", "staff 1")));
    keeps(talks, employer(byEmployer("rise 4", "staff 2")));
  }

  @Example
  void to_drop_a_demand_concedes_and_to_accept_does_not() {
    Negotiation talks =
        played(
            under(Rules.reciprocity()),
            union(unionAsks("rise", "at least 8")),
            union(unionAsks("staff", "at least 6")),
            employer(byEmployer("rise 2")));
    talks = played(talks, Move.by("union").drops("staff"));
    breaks(
        talks,
        Move.by("union").drops("rise"),
        "reciprocity: union concedes to employer again before employer has answered. "
            + "Wait for an answer of employer.");
    keeps(talks, Move.by("union").accepts(byEmployer("rise 2")));
  }

  private static Negotiation sized() {
    return played(
        under(Rules.concessionSize("rise", "1")),
        union(unionAsks("rise", "at least 8")),
        union(unionAsks("staff", "at least 8")),
        employer(byEmployer("rise 2", "staff 2")));
  }

  @Property
  void a_concession_below_the_size_is_refused_and_no_other_step(
      @ForAll @IntRange(min = 0, max = 16) int halves) {
    String rise = new BigDecimal(halves).divide(new BigDecimal(2)).toPlainString();
    Move offer = employer(byEmployer("rise " + rise, "staff 2"));
    if (halves == 5) {
      breaks(
          sized(),
          offer,
          "concession-size: employer concedes (0.5 percent) to union on (rise): the least is (1). "
              + "Concede (1) or more, or hold.");
    } else {
      keeps(sized(), offer);
    }
  }

  @Example
  void a_small_step_that_closes_the_gap_is_fine_and_so_are_other_issues() {
    Negotiation near =
        played(
            under(Rules.concessionSize("rise", "1")),
            union(unionAsks("rise", "at least 8")),
            employer(byEmployer("rise 7.5")));
    keeps(near, employer(byEmployer("rise 8")));
    keeps(sized(), employer(byEmployer("rise 2", "staff 3")));
    keeps(sized(), Move.by("employer").softens("rise"));
  }

  @Example
  void a_demand_that_comes_down_is_a_concession_too() {
    breaks(
        sized(),
        Move.by("union").amends(unionAsks("rise", "at least 7.5")),
        "concession-size: union concedes (0.5 percent) to employer on (rise): the least is (1). "
            + "Concede (1) or more, or hold.");
  }

  @Example
  void a_size_is_above_zero() {
    assertThatThrownBy(() -> Rules.concessionSize("rise", "0"))
        .hasMessage("least ({rise=0}) must be above zero, on one issue or more");
    assertThatThrownBy(() -> ConcessionSize.KIND.rule(ConcessionSize.LEAST, ImmutableMap.of()))
        .hasMessage("least ({}) must be above zero, on one issue or more");
    org.assertj.core.api.Assertions.assertThat(Rules.concessionSize("rise", "0.50"))
        .isEqualTo(Rules.concessionSize("rise", "0.5"));
  }

  private static final ExchangeBalance.Rate THREE_FOR_TWO =
      new ExchangeBalance.Rate(
          new BigDecimal(3), IssueId.of("staff"), new BigDecimal(2), IssueId.of("rise"));

  private static Rule within(int tolerance, boolean instalments) {
    return Rules.exchangeBalance("3 staff for 2 rise")
        .with("tolerance", Integer.toString(tolerance))
        .with("instalments", Parameters.word(instalments));
  }

  @Property
  void an_exchange_is_balanced_exactly_within_its_tolerance(
      @ForAll @IntRange(min = 0, max = 12) int staff) {
    // At 4 per cent the rate asks for 6 writers; 20 per cent of that are 1.2.
    Move offer = union(byUnion("staff " + staff, "rise 4"));
    if (Math.abs(staff - 6) <= 1) {
      keeps(under(within(20, false)), offer);
    } else {
      breaks(
          under(within(20, false)),
          offer,
          ("exchange-balance: in the offer of union (%d) on (staff) goes for (4) on (rise): the"
                  + " rate is (3 staff for 2 rise), within (20) per cent. Change one of the two.")
              .formatted(staff));
    }
  }

  @Example
  void a_rate_holds_exactly_unless_a_tolerance_is_given_and_of_nothing_for_nothing() {
    Negotiation talks = under(Rules.exchangeBalance("3 staff for 2 rise"));
    keeps(talks, union(byUnion("staff 6", "rise 4")));
    keeps(talks, union(byUnion("staff 0", "rise 0")));
    keeps(talks, union(byUnion("staff 7")));
    keeps(talks, union(byUnion("rise 7", "pause one")));
    breaks(
        talks,
        union(byUnion("staff 7", "rise 4")),
        "exchange-balance: in the offer of union (7) on (staff) goes for (4) on (rise): "
            + "the rate is (3 staff for 2 rise). Change one of the two.");
    breaks(
        talks,
        Move.by("union").attests(terms(AGENDA, "staff 1", "rise 0")),
        "exchange-balance: in the terms that union attests (1) on (staff) goes for (0) on (rise): "
            + "the rate is (3 staff for 2 rise). Change one of the two.");
  }

  @Example
  void each_instalment_is_weighed_only_where_that_is_asked() {
    Offer steps =
        byUnion("staff 6", "rise 4")
            .withInstalments(
                new Instalment("first", terms(AGENDA, "staff 3", "rise 2"), new Trigger.OnForce()),
                new Instalment(
                    "second", terms(AGENDA, "staff 2", "rise 2"), new Trigger.After("first")));
    keeps(under(within(0, false)), union(steps));
    breaks(
        under(within(0, true)),
        union(steps),
        "exchange-balance: in instalment (second) of union (2) on (staff) goes for (2) on (rise): "
            + "the rate is (3 staff for 2 rise). Change one of the two.");
  }

  @Example
  void a_rate_reads_as_it_is_written_and_nothing_else_is_one() {
    org.assertj.core.api.Assertions.assertThat(ExchangeBalance.Rate.parse("3.0 staff for 2 rise"))
        .isEqualTo(THREE_FOR_TWO)
        .hasToString("3 staff for 2 rise");
    for (String wrong : new String[] {"3 staff", "3 staff per 2 rise", "-3 staff for 2 rise"}) {
      assertThatThrownBy(() -> ExchangeBalance.Rate.parse(wrong))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> ExchangeBalance.Rate.parse("0 staff for 2 rise"))
        .hasMessage("a rate (0 staff for 2 rise) must be of two issues, with numbers above zero");
    assertThatThrownBy(() -> ExchangeBalance.Rate.parse("1 rise for 2 rise"))
        .hasMessage("a rate (1 rise for 2 rise) must be of two issues, with numbers above zero");
    assertThatThrownBy(() -> within(-1, false))
        .hasMessage(
            "rule (exchange-balance): tolerance (-1) must be a number from 0."
                + " Write it such as tolerance: 2.5");
  }

  private static Move widensPause() {
    return Move.by("board")
        .amendsAgenda(Issue.of("pause", Scale.levels("none", "half", "one", "two")));
  }

  @Example
  void levels_that_a_scale_gains_do_not_change_what_was_offered() {
    Negotiation talks =
        played(
            under(Rules.noBacksliding()),
            union(unionAsks("pause", "two")),
            employer(byEmployer("pause one")),
            widensPause());
    breaks(
        talks,
        employer(Offer.of("employer", "union", terms(talks.agenda(), "pause half"))),
        "no-backsliding: employer offers union on (pause) (half), after (one). "
            + "Offer (one) or better for union.");
  }

  private static final Agenda THREE =
      Agenda.builder()
          .principal("union", "Union")
          .principal("employer", "Employer")
          .principal("city", "City")
          .issue("rise", Scale.quantity(0, 10, "percent"))
          .build();

  private static Move employerTo(String to, int rise) {
    return employer(Offer.of("employer", to, terms(THREE, "rise " + rise)));
  }

  @Example
  void each_waits_for_whom_it_conceded_to_and_for_nobody_else() {
    Negotiation talks =
        played(
            under(THREE, Rules.reciprocity()),
            union(unionAsks("rise", "at least 8")),
            Move.by("city")
                .demands(
                    dev.parley.demand.GeneralDemand.of("city", "employer", "rise", "at least 8")),
            employerTo("union", 2),
            employerTo("city", 2),
            employerTo("union", 3));
    talks = keeps(talks, Move.by("city").holds("rise"));
    breaks(talks, employerTo("union", 4), AGAIN);
    keeps(talks, employerTo("city", 3));
  }
}
