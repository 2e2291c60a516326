package dev.parley.rules;

import static dev.parley.rules.Plays.AGENDA;
import static dev.parley.rules.Plays.audit;
import static dev.parley.rules.Plays.breaks;
import static dev.parley.rules.Plays.byEmployer;
import static dev.parley.rules.Plays.byUnion;
import static dev.parley.rules.Plays.employer;
import static dev.parley.rules.Plays.employerAsks;
import static dev.parley.rules.Plays.inWords;
import static dev.parley.rules.Plays.keeps;
import static dev.parley.rules.Plays.played;
import static dev.parley.rules.Plays.recorded;
import static dev.parley.rules.Plays.terms;
import static dev.parley.rules.Plays.under;
import static dev.parley.rules.Plays.union;
import static dev.parley.rules.Plays.unionAsks;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Issue;
import dev.parley.agenda.Ratification;
import dev.parley.agenda.Scale;
import dev.parley.demand.Demand;
import dev.parley.demand.Offer;
import dev.parley.demand.Provisions.Binding;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Rule;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class StayingSaidRulesTest {
  private static final Offer WHOLE = byEmployer("rise 5", "staff 3", "pause one");

  private static Negotiation agreed(dev.parley.talks.Rule rule, Move... before) {
    return played(played(under(rule), before), employer(WHOLE), Move.by("union").accepts(WHOLE));
  }

  private static final String NEW =
      "no-new-demands: employer raises a demand on (rise) after an agreement in principle. "
          + "Keep to what is agreed until it is signed and carried out, or over.";

  @Example
  void after_an_agreement_in_principle_no_demand_is_raised() {
    Move demand = employer(employerAsks("rise", "at most 5"));
    keeps(under(Rules.noNewDemands()), demand);
    keeps(played(under(Rules.noNewDemands()), employer(WHOLE)), demand);
    breaks(agreed(Rules.noNewDemands()), demand, NEW);
    Negotiation talks =
        played(
            under(AGENDA.withRatification(Ratification.all()), Rules.noNewDemands()),
            employer(WHOLE),
            Move.by("union").accepts(WHOLE));
    breaks(talks, demand, NEW);
    keeps(talks, Move.by("union").threatens("a strike"));
    talks = played(talks, Move.by("union").failsToRatify());
    keeps(talks, demand);
  }

  @Example
  void after_an_agreement_in_principle_a_demand_may_ask_for_less_and_not_for_more() {
    Negotiation talks = agreed(Rules.noNewDemands(), union(unionAsks("pause", "one or two")));
    assertThat(talks.situation().standingDemands()).isEmpty();
    Negotiation record =
        recorded(
            AGENDA,
            employer(WHOLE),
            Move.by("union").accepts(WHOLE),
            union(unionAsks("rise", "at least 6")),
            Move.by("union").amends(unionAsks("rise", "at least 5")),
            Move.by("union").amends(unionAsks("rise", "at least 5.5")),
            Move.by("union").amends(inWords("union", "employer", "rise", "a fair rise")));
    assertThat(audit(record, Rules.noNewDemands()))
        .isEqualTo(
            """
            [3] REFUSE no-new-demands: union raises a demand on (rise) after an agreement in \
            principle. Keep to what is agreed until it is signed and carried out, or over.
            [5] REFUSE no-new-demands: union demands more on (rise) after an agreement in \
            principle. Keep to what is agreed until it is signed and carried out, or over.\
            """);
  }

  private static Demand enough(String region) {
    return employerAsks("rise", region).withSufficient(true);
  }

  private static final String MOVED =
      "goalposts: employer asks union for (at most 4) on (rise), where (at most 5) was to be enough"
          + " and union stands at (5). Accept (at most 5), as declared.";

  @Property
  void what_was_enough_and_was_met_is_not_tightened(@ForAll @IntRange(max = 10) int asked) {
    Negotiation talks =
        played(under(Rules.goalposts()), employer(enough("at most 5")), union(byUnion("rise 5")));
    Move amended = Move.by("employer").amends(employerAsks("rise", "at most " + asked));
    if (asked < 5) {
      breaks(talks, amended, MOVED.replace("(at most 4)", "(at most " + asked + ")"));
    } else {
      keeps(talks, amended);
    }
  }

  @Example
  void to_tighten_what_was_not_met_or_not_enough_is_an_escalation() {
    Move tighter = Move.by("employer").amends(employerAsks("rise", "at most 4"));
    keeps(
        played(under(Rules.goalposts()), employer(enough("at most 5")), union(byUnion("rise 6"))),
        tighter);
    keeps(played(under(Rules.goalposts()), employer(enough("at most 5"))), tighter);
    keeps(
        played(
            under(Rules.goalposts()),
            employer(employerAsks("rise", "at most 5")),
            union(byUnion("rise 5"))),
        tighter);
  }

  @Example
  void always_means_also_when_it_was_not_met() {
    Rule always = Rules.goalposts().with("when", "always");
    breaks(
        played(under(always), employer(enough("at most 5")), union(byUnion("rise 6"))),
        Move.by("employer").amends(employerAsks("rise", "at most 4")),
        "goalposts: employer asks union for (at most 4) on (rise), where (at most 5) was to be"
            + " enough. Accept (at most 5), as declared.");
  }

  @Example
  void to_drop_a_demand_and_raise_another_moves_the_goalposts_too() {
    Negotiation talks =
        played(
            under(Rules.goalposts()),
            employer(enough("at most 5")),
            union(byUnion("rise 5")),
            Move.by("employer").drops("rise"));
    breaks(talks, employer(employerAsks("rise", "at most 4")), MOVED);
  }

  @Example
  void a_condition_that_was_to_be_enough_is_not_tightened_in_the_next_offer() {
    Negotiation talks =
        played(
            under(Rules.goalposts()),
            employer(under(byEmployer("staff 3"), "rise", "at most 5", true)),
            union(byUnion("rise 5")));
    Move tighter = employer(under(byEmployer("staff 3"), "rise", "at most 4", false));
    breaks(talks, tighter, MOVED);
    keeps(talks, employer(under(byEmployer("staff 3"), "rise", "at most 5", false)));
    keeps(talks, employer(byEmployer("rise 2")));
    keeps(
        played(
            under(Rules.goalposts()),
            employer(under(byEmployer("staff 3"), "rise", "at most 5", false)),
            union(byUnion("rise 5"))),
        tighter);
  }

  @Example
  void what_is_declared_enough_later_takes_its_place() {
    Negotiation talks =
        played(
            under(Rules.goalposts()),
            employer(enough("at most 4")),
            Move.by("employer").amends(enough("at most 6")),
            union(byUnion("rise 5")));
    breaks(
        talks,
        Move.by("employer").amends(employerAsks("rise", "at most 4")),
        MOVED.replace("(at most 5)", "(at most 6)"));
  }

  @Example
  void what_was_enough_is_read_on_a_widened_scale() {
    Negotiation talks =
        played(
            under(Rules.goalposts()),
            employer(enough("at most 5")),
            union(byUnion("rise 5")),
            Move.by("board")
                .amendsAgenda(Issue.of("rise", Scale.quantity("0", "20", "0.5", "percent"))));
    breaks(talks, Move.by("employer").amends(employerAsks("rise", "at most 4")), MOVED);
  }

  private static Negotiation riseClosed(Rule rule) {
    Offer severable = byEmployer("rise 5").withBinding(Binding.SEVERABLE);
    return played(
        under(rule),
        union(unionAsks("staff", "at least 6")),
        employer(byEmployer("staff 2")),
        employer(severable),
        Move.by("union").accepts(severable));
  }

  private static String reopens(String who, String said) {
    return "no-reopening: %s says (%s) on (rise), where (5) is agreed. ".formatted(who, said)
        + "Leave (rise) out, or keep to (5).";
  }

  @Example
  void what_is_agreed_is_not_disputed_in_any_form() {
    Negotiation talks = riseClosed(Rules.noReopening());
    breaks(talks, union(unionAsks("rise", "at least 6")), reopens("union", "at least 6"));
    breaks(talks, employer(byEmployer("rise 4", "staff 3")), reopens("employer", "4"));
    breaks(talks, employer(byEmployer("rise 6")), reopens("employer", "6"));
    breaks(
        talks,
        employer(under(byEmployer("staff 3"), "rise", "at most 4", false)),
        reopens("employer", "at most 4"));
    breaks(talks, Move.by("union").attests(terms(AGENDA, "rise 6")), reopens("union", "6"));
  }

  @Example
  void what_keeps_to_the_agreed_value_reopens_nothing() {
    Negotiation talks = riseClosed(Rules.noReopening());
    keeps(talks, union(unionAsks("rise", "at least 5")));
    keeps(talks, employer(byEmployer("rise 5", "staff 4")));
    keeps(talks, Move.by("union").attests(terms(AGENDA, "rise 5", "staff 4")));
    keeps(talks, employer(byEmployer("staff 4")));
    keeps(talks, union(inWords("union", "employer", "rise", "a fair rise")));
    keeps(under(Rules.noReopening()), employer(byEmployer("rise 4")));
  }

  @Example
  void who_was_not_among_those_who_agreed_may_still_speak() {
    Agenda three =
        Agenda.builder()
            .principal("union", "Union")
            .principal("employer", "Employer")
            .principal("city", "City")
            .issue("rise", Scale.quantity(0, 10, "percent"))
            .issue("staff", Scale.quantity(0, 12, "writers"))
            .build();
    Offer five =
        Offer.of("employer", "union", terms(three, "rise 5")).withBinding(Binding.SEVERABLE);
    Negotiation talks =
        played(
            under(three, Rules.noReopening()),
            employer(dev.parley.demand.GeneralDemand.of("employer", "union", "staff", "at most 2")),
            union(unionAsks("staff", "at least 6")),
            employer(five),
            Move.by("union").accepts(five));
    assertThat(talks.situation().settled()).hasSize(1);
    assertThat(talks.situation().closed()).isEmpty();
    keeps(
        talks,
        Move.by("city")
            .offers(
                Offer.builder()
                    .by(ActorId.of("city"))
                    .addTo(ActorId.of("employer"))
                    .terms(terms(three, "rise 3"))
                    .build()));
  }

  @Example
  void what_was_left_undisputed_is_closed_only_where_that_is_asked() {
    Negotiation lax = undisputed(Rules.noReopening());
    keeps(lax, union(byUnion("rise 6")));
    Negotiation strict = undisputed(Rules.noReopening().with("undisputed", "yes"));
    breaks(
        strict,
        union(byUnion("rise 6")),
        "no-reopening: union says (6) on (rise), where (4) is left undisputed. "
            + "Leave (rise) out, or keep to (4).");
    keeps(strict, employer(byEmployer("rise 3")));
    keeps(strict, union(byUnion("rise 4", "staff 9")));
    breaks(
        riseClosed(Rules.noReopening().with("undisputed", "yes")),
        union(unionAsks("rise", "at least 6")),
        reopens("union", "at least 6"));
  }

  private static Negotiation undisputed(Rule rule) {
    Offer offer = byEmployer("rise 4", "staff 2");
    return played(under(rule), employer(offer), Move.by("union").rejects(offer, "rise"));
  }

  @Example
  void after_an_agreement_in_principle_a_demand_in_words_or_on_more_issues_is_one_more() {
    breaks(
        agreed(Rules.noNewDemands()), employer(inWords("employer", "union", "rise", "less")), NEW);
    Demand both =
        unionAsks("rise", "at least 4")
            .withWanted(
                com.google.common.collect.ImmutableMap.of(
                    dev.parley.agenda.IssueId.of("rise"),
                    dev.parley.demand.Ask.of("at least 4"),
                    dev.parley.agenda.IssueId.of("staff"),
                    dev.parley.demand.Ask.of("at least 1")));
    Negotiation record =
        recorded(
            AGENDA,
            employer(WHOLE),
            Move.by("union").accepts(WHOLE),
            union(unionAsks("rise", "at least 5")),
            Move.by("union").amends(both));
    assertThat(audit(record, Rules.noNewDemands()).lines())
        .hasSize(2)
        .last()
        .asString()
        .startsWith("[4] REFUSE no-new-demands: union demands more on (staff) after");
  }

  @Example
  void levels_that_a_scale_gains_do_not_change_what_was_enough() {
    Negotiation talks =
        played(
            under(Rules.goalposts()),
            employer(employerAsks("pause", "at most one").withSufficient(true)),
            union(byUnion("pause one")),
            Move.by("board")
                .amendsAgenda(Issue.of("pause", Scale.levels("none", "half", "one", "two"))));
    breaks(
        talks,
        Move.by("employer").amends(employerAsks("pause", "at most half")),
        "goalposts: employer asks union for (at most half) on (pause), where (at most one) was to"
            + " be enough and union stands at (one). Accept (at most one), as declared.");
  }

  @Example
  void to_reopen_towards_several_is_said_once() {
    Agenda three =
        Agenda.builder()
            .principal("union", "Union")
            .principal("employer", "Employer")
            .principal("city", "City")
            .issue("rise", Scale.quantity(0, 10, "percent"))
            .build();
    Negotiation talks =
        recorded(
            three,
            employer(Offer.of("employer", "union", terms(three, "rise 5"))),
            Move.by("union").accepts(Offer.of("employer", "union", terms(three, "rise 5"))),
            employer(
                Offer.of("employer", "union", terms(three, "rise 4"))
                    .withTo(ActorId.of("city"), ActorId.of("union"))));
    assertThat(audit(talks, Rules.noReopening()))
        .isEqualTo("[3] REFUSE " + reopens("employer", "4"));
  }
}
