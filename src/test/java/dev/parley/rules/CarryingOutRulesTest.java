package dev.parley.rules;

import static dev.parley.rules.Plays.AGENDA;
import static dev.parley.rules.Plays.audit;
import static dev.parley.rules.Plays.breaks;
import static dev.parley.rules.Plays.byEmployer;
import static dev.parley.rules.Plays.employer;
import static dev.parley.rules.Plays.keeps;
import static dev.parley.rules.Plays.played;
import static dev.parley.rules.Plays.recorded;
import static dev.parley.rules.Plays.terms;
import static dev.parley.rules.Plays.under;
import static dev.parley.rules.Plays.union;
import static dev.parley.rules.Plays.unionAsks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Ratification;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.agreement.Obligation;
import dev.parley.agreement.Obligation.Implementation;
import dev.parley.demand.Offer;
import dev.parley.demand.Provisions.Instalment;
import dev.parley.demand.Undertaking;
import dev.parley.demand.Undertaking.Trigger;
import dev.parley.talks.AfterDeal;
import dev.parley.talks.Finding;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Rule;
import dev.parley.talks.Substantive;
import java.util.List;
import net.jqwik.api.Example;

class CarryingOutRulesTest {
  private static Undertaking undertaking(String name, String by, String... terms) {
    return Undertaking.builder().name(name).by(ActorId.of(by)).terms(terms(AGENDA, terms)).build();
  }

  private static Offer withUndertakings(Undertaking... undertakings) {
    return byEmployer("rise 5", "staff 3", "pause one").withUndertakings(undertakings);
  }

  private static Move[] agreed(Offer offer) {
    return new Move[] {employer(offer), Move.by("union").accepts(offer)};
  }

  private static Negotiation inForce(Offer offer, Rule... rules) {
    return played(under(rules), agreed(offer));
  }

  /** The same agenda, where an agreement binds a principal only once that has ratified it. */
  private static final Agenda RATIFYING = AGENDA.withRatification(Ratification.all());

  private static Obligation owed(Negotiation talks, String name) {
    return talks.situation().obligations().keySet().stream()
        .filter(o -> o.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(talks.situation().obligations().keySet().toString()));
  }

  private static Move performs(Negotiation talks, String name) {
    Obligation obligation = owed(talks, name);
    return Move.by(obligation.by().text()).performs(obligation);
  }

  private static Move performs(Negotiation talks, String name, Implementation degree) {
    Obligation obligation = owed(talks, name);
    return Move.by(obligation.by().text()).performs(obligation, degree);
  }

  private static Offer inSteps() {
    return withUndertakings(
            undertaking("one", "employer", "rise 2"),
            undertaking("one: staff", "union", "staff 1"),
            undertaking("two", "employer", "rise 5"))
        .withInstalments(
            new Instalment("one", terms(AGENDA, "rise 2"), new Trigger.OnForce()),
            new Instalment("two", terms(AGENDA, "rise 5"), new Trigger.AfterDays(30)));
  }

  private static String tooEarly(String earlier, String by, String degree) {
    return "instalments-in-order: employer performs (two) before (%s) of %s, which is IN_EFFECT,"
            .formatted(earlier, by)
        + " implemented (%s). Let %s perform (%s) first, or excuse it."
            .formatted(degree, by, earlier);
  }

  @Example
  void nothing_of_an_instalment_is_performed_before_all_of_the_earlier_ones() {
    Negotiation talks = inForce(inSteps(), Rules.instalmentsInOrder());
    breaks(talks, performs(talks, "two"), tooEarly("one", "employer", "none"));
    talks = keeps(talks, performs(talks, "one"));
    breaks(talks, performs(talks, "two"), tooEarly("one: staff", "union", "none"));
    Negotiation half = keeps(talks, performs(talks, "one: staff", Implementation.INTERMEDIATE));
    breaks(half, performs(half, "two"), tooEarly("one: staff", "union", "intermediate"));
    talks = keeps(talks, performs(talks, "one: staff"));
    keeps(talks, performs(talks, "two"));
  }

  @Example
  void what_is_excused_lets_nobody_wait() {
    Negotiation talks = inForce(inSteps(), Rules.instalmentsInOrder());
    talks = keeps(talks, performs(talks, "one"));
    talks = keeps(talks, Move.by("employer").does(new AfterDeal.Excuse(owed(talks, "one: staff"))));
    keeps(talks, performs(talks, "two"));
  }

  @Example
  void a_part_can_be_enough_to_go_on() {
    Negotiation talks = inForce(inSteps(), Rules.instalmentsInOrder().with("done", "intermediate"));
    talks = keeps(talks, performs(talks, "one"));
    Negotiation little = keeps(talks, performs(talks, "one: staff", Implementation.MINIMAL));
    breaks(little, performs(little, "two"), tooEarly("one: staff", "union", "minimal"));
    talks = keeps(talks, performs(talks, "one: staff", Implementation.INTERMEDIATE));
    keeps(talks, performs(talks, "two"));
    assertThatThrownBy(
            () -> InstalmentsInOrder.KIND.rule(InstalmentsInOrder.DONE, Implementation.NONE))
        .hasMessage("done (none) must be minimal, intermediate or full");
  }

  @Example
  void what_is_set_off_after_an_instalment_waits_for_it_and_what_is_alone_does_not() {
    Offer offer =
        withUndertakings(
            undertaking("first", "union", "staff 1"),
            undertaking("apart", "employer", "pause one"),
            undertaking("two", "employer", "rise 5").withTrigger(new Trigger.After("first")));
    Negotiation talks = inForce(offer, Rules.instalmentsInOrder());
    keeps(talks, performs(talks, "apart"));
    keeps(talks, performs(talks, "first"));
    breaks(talks, performs(talks, "two"), tooEarly("first", "union", "none"));
  }

  private static String nobody(String what, String names) {
    return "guarantor-needed: %s: nobody stands for (%s). Name a guarantor for each: state."
        .formatted(what, names);
  }

  private static Undertaking securedBy(String guarantor, Undertaking undertaking) {
    return undertaking.withGuarantor(ActorId.of(guarantor));
  }

  @Example
  void an_undertaking_needs_a_guarantor_that_is_one() {
    Undertaking pay = undertaking("pay", "employer", "rise 5");
    Undertaking hire = undertaking("hire", "employer", "staff 3");
    Negotiation talks = under(Rules.guarantorNeeded());
    keeps(talks, employer(withUndertakings(securedBy("state", pay), securedBy("state", hire))));
    breaks(
        talks,
        employer(withUndertakings(pay, securedBy("state", hire))),
        nobody("employer cannot make an offer", "pay"));
    breaks(
        talks,
        employer(withUndertakings(securedBy("union", pay), securedBy("board", hire))),
        nobody("employer cannot make an offer", "pay, hire"));
  }

  @Example
  void nobody_secures_its_own_obligation() {
    Agenda agenda =
        AGENDA.withPartyList(
            dev.parley.agenda.Party.of("union", "Union", dev.parley.agenda.Party.Role.PRINCIPAL),
            dev.parley.agenda.Party.of(
                "employer",
                "Employer",
                dev.parley.agenda.Party.Role.PRINCIPAL,
                dev.parley.agenda.Party.Role.GUARANTOR));
    Undertaking pay = securedBy("employer", undertaking("pay", "employer", "rise 5"));
    breaks(
        under(agenda, Rules.guarantorNeeded()),
        employer(withUndertakings(pay)),
        nobody("employer cannot make an offer", "pay").replace("state", "employer"));
    keeps(
        under(agenda, Rules.guarantorNeeded()),
        employer(withUndertakings(pay.withBy(ActorId.of("union")))));
  }

  @Example
  void only_some_issues_can_need_a_guarantor() {
    Rule onStaff = Rules.guarantorNeeded().with("issues", "staff");
    Undertaking pay = undertaking("pay", "employer", "rise 5");
    Undertaking hire = undertaking("hire", "employer", "staff 3", "pause one");
    keeps(under(onStaff), employer(withUndertakings(pay)));
    breaks(
        under(onStaff),
        employer(withUndertakings(pay, hire)),
        nobody("employer cannot make an offer", "hire"));
    Negotiation talks =
        played(under(RATIFYING, onStaff), agreed(byEmployer("rise 5", "staff 3", "pause one")));
    breaks(talks, Move.by("union").ratifies(), nobody("union cannot ratify", "staff"));
  }

  @Example
  void an_agreement_without_undertakings_has_nobody_to_stand_for_it() {
    Negotiation talks =
        played(
            under(RATIFYING, Rules.guarantorNeeded()),
            agreed(byEmployer("rise 5", "staff 3", "pause one")));
    breaks(talks, Move.by("union").ratifies(), nobody("union cannot ratify", "pause, rise, staff"));
    Undertaking pay = securedBy("state", undertaking("pay", "employer", "rise 5"));
    keeps(
        played(under(RATIFYING, Rules.guarantorNeeded()), agreed(withUndertakings(pay))),
        Move.by("union").ratifies());
  }

  @Example
  void a_signature_binds_where_nobody_must_ratify() {
    Offer offer = byEmployer("rise 5", "staff 3", "pause one");
    breaks(
        played(under(Rules.guarantorNeeded()), employer(offer)),
        Move.by("union").accepts(offer),
        nobody("union cannot accept an offer", "pause, rise, staff"));
    keeps(
        played(under(Rules.guarantorNeeded()), employer(offer)),
        Move.by("union").acceptsAdReferendum(offer));
  }

  @Example
  void ratifying_what_was_agreed_before_the_rule_is_found_in_a_record() {
    Undertaking pay = undertaking("pay", "employer", "rise 5");
    Negotiation record =
        recorded(
            RATIFYING,
            employer(withUndertakings(pay)),
            Move.by("union").accepts(withUndertakings(pay)),
            Move.by("union").ratifies());
    assertThat(audit(record, Rules.guarantorNeeded()).lines())
        .containsExactly(
            "[1] REFUSE " + nobody("employer cannot make an offer", "pay"),
            "[3] REFUSE " + nobody("union cannot ratify", "pay"));
  }

  private static final Agenda THREE =
      Agenda.builder()
          .principal("union", "Union")
          .principal("employer", "Employer")
          .principal("city", "City")
          .issue(
              Issue.of("rise", Scale.quantity(0, 10, "percent"))
                  .withObligor(ActorId.of("employer")))
          .ratification(Ratification.all())
          .build();

  private static Negotiation betweenTwo(Rule... rules) {
    Offer offer = Offer.of("employer", "union", terms(THREE, "rise 5"));
    return played(
        under(THREE, rules),
        employer(offer),
        Move.by("union").accepts(offer),
        Move.by("union").ratifies(),
        Move.by("employer").ratifies());
  }

  @Example
  void those_concerned_ratify_or_all_where_that_is_asked() {
    Negotiation talks = betweenTwo(Rules.ratificationFirst());
    String name = talks.situation().obligations().keySet().iterator().next().name();
    keeps(talks, performs(talks, name));
    Negotiation strict = betweenTwo(Rules.ratificationFirst().with("principals", "all"));
    breaks(
        strict,
        performs(strict, name),
        "ratification-first: %s performs (%s) before city has ratified. "
                .formatted(owed(strict, name).by(), name)
            + "Bring it into force among all of them first.");
  }

  @Example
  void what_is_agreed_on_top_and_performed_unratified_is_found_in_a_record() {
    Terms more = terms(THREE, "rise 6");
    Negotiation record =
        played(
            betweenTwo(),
            Move.by("union").attests(more),
            Move.by("employer").attests(more),
            Move.by("city").attests(more));
    List<Obligation> owed = record.situation().obligations().keySet().asList();
    assertThat(owed).extracting(Obligation::name).containsExactly("rise", "rise");
    for (Move move :
        new Move[] {
          Move.by("employer").performs(owed.get(0), Implementation.MINIMAL),
          Move.by("employer").performs(owed.get(1), Implementation.MINIMAL),
          Move.by("union").ratifies(owed.get(1).under()),
          Move.by("employer").ratifies(owed.get(1).under()),
          Move.by("employer").performs(owed.get(1), Implementation.MINIMAL),
        }) {
      record = record.record(move).orThrow();
    }
    assertThat(audit(record, Rules.ratificationFirst()).lines())
        .containsExactly(tooEarly(9, "union, employer, city have"), tooEarly(12, "city has"));
  }

  private static String tooEarly(int entry, String who) {
    return "[%s] REFUSE ratification-first: employer performs (rise) before %s ratified. "
            .formatted(entry, who)
        + "Bring it into force among all of them first.";
  }

  private static final Rule STAFF_FIRST = Rules.orderOfIssues("staff", "rise");

  private static Negotiation apart(Rule rule) {
    return played(
        under(rule),
        union(unionAsks("pause", "two")),
        employer(Plays.employerAsks("pause", "none")));
  }

  private static final String OPEN =
      "order-of-issues: union agrees on (rise) while (staff) is open. "
          + "Agree on (staff) first, or together with it.";

  @Example
  void a_later_issue_is_agreed_after_the_earlier_or_with_it() {
    Negotiation talks = apart(STAFF_FIRST);
    Offer rise = byEmployer("rise 5");
    Offer staff = byEmployer("staff 3");
    Offer both = byEmployer("rise 5", "staff 3");
    breaks(played(talks, employer(rise)), Move.by("union").accepts(rise), OPEN);
    keeps(played(talks, employer(both)), Move.by("union").accepts(both));
    Negotiation closed = played(talks, employer(staff), Move.by("union").accepts(staff));
    keeps(played(closed, employer(rise)), Move.by("union").accepts(rise));
    keeps(played(talks, employer(rise)), Move.by("union").acceptsAdReferendum(rise));
    breaks(talks, Move.by("union").attestsInPart(terms(AGENDA, "rise 5")), OPEN);
    keeps(talks, Move.by("union").attestsInPart(terms(AGENDA, "staff 5")));
  }

  @Example
  void part_of_an_offer_counts_as_that_part() {
    Offer both =
        byEmployer("rise 5", "staff 3").withBinding(dev.parley.demand.Provisions.Binding.SEVERABLE);
    Negotiation talks = played(apart(STAFF_FIRST), employer(both));
    breaks(
        talks,
        Move.by("union")
            .does(
                new Substantive.Accept(
                    both,
                    ImmutableSet.of(IssueId.of("rise")),
                    dev.parley.agenda.Mandate.Authority.FINAL)),
        OPEN);
    keeps(
        talks,
        Move.by("union")
            .does(
                new Substantive.Accept(
                    both,
                    ImmutableSet.of(IssueId.of("staff")),
                    dev.parley.agenda.Mandate.Authority.FINAL)));
  }

  private static Offer obliging() {
    return withUndertakings(
        undertaking("hire", "union", "staff 3"), undertaking("pay", "employer", "rise 5"));
  }

  @Example
  void a_later_issue_is_carried_out_when_nothing_is_owed_on_the_earlier() {
    Negotiation talks = inForce(obliging(), STAFF_FIRST);
    breaks(
        talks,
        performs(talks, "pay"),
        "order-of-issues: employer performs (pay) while union still owes (hire). "
            + "Let union perform that first.");
    talks = keeps(talks, performs(talks, "hire"));
    keeps(talks, performs(talks, "pay"));
  }

  @Example
  void the_order_can_be_asked_for_at_one_time_only() {
    ImmutableList<IssueId> order = ImmutableList.of(IssueId.of("staff"), IssueId.of("rise"));
    Finding.Severity refuse = Finding.Severity.REFUSE;
    Rule agreeing = Rules.orderOfIssues("staff", "rise").with("when", "agreeing");
    Rule doing = Rules.orderOfIssues("staff", "rise").with("when", "carrying-out");
    Offer rise = byEmployer("rise 5");
    breaks(played(apart(agreeing), employer(rise)), Move.by("union").accepts(rise), OPEN);
    keeps(played(apart(doing), employer(rise)), Move.by("union").accepts(rise));
    keeps(apart(doing), Move.by("union").attestsInPart(terms(AGENDA, "rise 5")));
    Negotiation talks = inForce(obliging(), agreeing);
    keeps(talks, performs(talks, "pay"));
    assertThat(inForce(obliging(), doing).apply(performs(inForce(obliging(), doing), "pay")))
        .isInstanceOf(dev.parley.talks.Refusal.class);
  }

  @Example
  void an_order_has_two_issues_or_more_each_once() {
    assertThatThrownBy(() -> Rules.orderOfIssues("rise"))
        .hasMessage("order (rise) must be of two issues or more, each once");
    assertThatThrownBy(() -> Rules.orderOfIssues("rise", "rise"))
        .hasMessage("order (rise, rise) must be of two issues or more, each once");
  }

  @Example
  void what_is_in_no_instalment_lets_nobody_wait() {
    Offer offer =
        withUndertakings(
                undertaking("apart", "union", "staff 1"), undertaking("two", "employer", "rise 5"))
            .withInstalments(
                new Instalment("one", terms(AGENDA, "rise 2"), new Trigger.OnForce()),
                new Instalment("two", terms(AGENDA, "rise 5"), new Trigger.AfterDays(30)));
    Negotiation talks = inForce(offer, Rules.instalmentsInOrder());
    keeps(talks, performs(talks, "two"));
    keeps(talks, performs(talks, "apart"));
  }

  @Example
  void an_undertaking_in_words_needs_a_guarantor_where_all_do() {
    Undertaking talk =
        Undertaking.builder().name("talk").by(ActorId.of("union")).words("talk on").build();
    breaks(
        under(Rules.guarantorNeeded()),
        employer(withUndertakings(talk)),
        nobody("employer cannot make an offer", "talk"));
    keeps(under(Rules.guarantorNeeded().with("issues", "rise")), employer(withUndertakings(talk)));
  }

  @Example
  void issues_later_in_the_order_may_stay_open_and_one_obligation_may_be_on_several() {
    Rule three = Rules.orderOfIssues("staff", "rise", "pause");
    Offer staff = byEmployer("staff 3");
    keeps(played(apart(three), employer(staff)), Move.by("union").accepts(staff));
    Negotiation talks =
        inForce(withUndertakings(undertaking("all", "employer", "staff 3", "rise 5")), STAFF_FIRST);
    keeps(talks, performs(talks, "all"));
  }
}
