package dev.parley.talks;

import static dev.parley.talks.Shore.grain;
import static dev.parley.talks.Shore.island;
import static dev.parley.talks.Shore.north;
import static dev.parley.talks.Shore.offer;
import static dev.parley.talks.Shore.refused;
import static dev.parley.talks.Shore.region;
import static dev.parley.talks.Shore.south;
import static dev.parley.talks.Shore.talks;
import static dev.parley.talks.Shore.terms;
import static dev.parley.talks.Shore.wants;
import static dev.parley.talks.Shore.west;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Terms;
import dev.parley.demand.Offer;
import dev.parley.demand.Offer.Binding;
import dev.parley.demand.Offer.Instalment;
import dev.parley.demand.Undertaking;
import dev.parley.demand.Undertaking.Trigger;
import dev.parley.evidence.When;
import dev.parley.talks.DemandLife.DemandState;
import dev.parley.talks.Obligation.Implementation;
import dev.parley.talks.Situation.IssueStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Example;

/** Agreements as attestations, ratification, and what follows. */
class AgreementScenarios {
  private static final ActorId NORTH = ActorId.of("north");
  private static final ActorId SOUTH = ActorId.of("south");
  private static final IssueId GRAIN = IssueId.of("grain");

  private static Move attestsBetween(Mover who, Terms terms, Binding binding, ActorId... among) {
    return who.does(Substantive.Attest.of(terms, ImmutableSet.copyOf(among), binding));
  }

  @Example
  void what_all_attest_can_say_who_is_bound_to_do_what() {
    Undertaking delivery =
        Undertaking.builder().name("delivery").by(SOUTH).words("by ship").build();
    Substantive.Attest with =
        new Substantive.Attest(
            terms("truce", 40), ImmutableSet.of(), Binding.WHOLE, ImmutableList.of(delivery));
    Negotiation force =
        talks(
            north().does(with),
            south().does(with),
            west().does(with),
            north().ratifies(),
            south().ratifies(),
            west().ratifies());
    assertThat(force.situation().obligations().keySet())
        .extracting(Obligation::name)
        .containsExactly("delivery");
    Negotiation without = talks(north().does(with), south().attests(terms("truce", 40)));
    assertThat(without.situation().attestations()).hasSize(2);
  }

  @Example
  void an_agreement_binds_those_who_attest_it_and_names_each_undertaking_once() {
    Undertaking ship = Undertaking.builder().name("ship").by(SOUTH).words("by ship").build();
    Undertaking cart = Undertaking.builder().name("ship").by(NORTH).words("by cart").build();
    Move twice =
        north()
            .does(
                new Substantive.Attest(
                    terms("truce", 40),
                    ImmutableSet.of(),
                    Binding.WHOLE,
                    ImmutableList.of(ship, cart)));
    assertThat(refused(talks(), twice))
        .isEqualTo("undertaking (ship) stands twice in the agreement. Give each its own name.");
    Move third =
        north()
            .does(
                new Substantive.Attest(
                    terms("truce", 40),
                    ImmutableSet.of(NORTH, ActorId.of("west")),
                    Binding.WHOLE,
                    ImmutableList.of(ship)));
    assertThat(refused(talks(), third))
        .isEqualTo(
            "undertaking (ship) binds (south), who is not among [north, west]. "
                + "An agreement can bind those who attest it.");
  }

  @Example
  void in_a_single_undertaking_parts_close_issues_and_only_the_whole_is_an_agreement() {
    Policy single = Policy.builder().singleUndertaking(true).build();
    Negotiation none = Negotiation.about(Shore.AGENDA, RuleBook.DEFAULT.under(single));
    Negotiation part =
        none.with(
            north().attestsInPart(grain(4)),
            south().attestsInPart(grain(4)),
            west().attestsInPart(grain(4)));
    assertThat(part.situation().stage()).isEqualTo(Stage.EXPLORATORY);
    assertThat(part.situation().status(GRAIN)).isEqualTo(IssueStatus.CLOSED);
    assertThat(
            talks(
                    north().attestsInPart(grain(4)),
                    south().attestsInPart(grain(4)),
                    west().attestsInPart(grain(4)))
                .situation()
                .stage())
        .isEqualTo(Stage.AGREED_IN_PRINCIPLE);
    Negotiation whole =
        part.with(
            north().attests(terms("truce", 4)),
            south().attests(terms("truce", 4)),
            west().attests(terms("truce", 4)));
    assertThat(whole.situation().stage()).isEqualTo(Stage.AGREED_IN_PRINCIPLE);
  }

  @Example
  void one_partys_word_that_there_is_a_deal_is_no_agreement() {
    Negotiation one = talks(island().opensRound(), north().attests(terms("truce", 40)));
    assertThat(one.situation().agreements()).isEmpty();
    assertThat(one.situation().stage()).isEqualTo(Stage.IN_SESSION);
    Negotiation two = one.with(south().attests(terms("truce", 40)));
    assertThat(two.situation().stage()).isEqualTo(Stage.IN_SESSION);
    assertThat(two.situation().attestations().values())
        .containsExactly(ImmutableSet.of(NORTH, SOUTH));
    Negotiation other = two.with(west().attests(terms("pause", 40)));
    assertThat(other.situation().agreements()).isEmpty();
    Negotiation all = other.with(west().attests(terms("truce", 40)));
    assertThat(all.situation().stage()).isEqualTo(Stage.AGREED_IN_PRINCIPLE);
    assertThat(all.situation().agreements()).hasSize(1);
    assertThat(all.situation().attestations()).hasSize(1);
    assertThat(all.situation().status(GRAIN)).isEqualTo(IssueStatus.CLOSED);
  }

  @Example
  void a_partial_agreement_closes_its_issues_and_the_stage_stays() {
    Negotiation open =
        talks(
            north().demands(wants("north", "south", "days", "at most 10").withOf()),
            south().demands(wants("south", "north", "days", "at least 30").withOf()),
            west().demands(wants("west", "north", "days", "at least 5").withOf()));
    assertThat(open.situation().status(IssueId.of("days"))).isEqualTo(IssueStatus.OPEN);
    assertThat(open.situation().status(GRAIN)).isEqualTo(IssueStatus.UNSTATED);
    assertThat(open.situation().openIssues()).containsExactly(IssueId.of("days"));
    Negotiation partial = open.with(north().offers(offer(40)), south().accepts(offer(40)));
    assertThat(partial.situation().status(GRAIN)).isEqualTo(IssueStatus.CLOSED);
    assertThat(partial.situation().stage()).isEqualTo(Stage.EXPLORATORY);
    Negotiation met =
        partial.with(south().amends(wants("south", "north", "days", "at least 8").withOf()));
    assertThat(met.situation().status(IssueId.of("days"))).isEqualTo(IssueStatus.MET);
    Negotiation more =
        met.with(attestsBetween(north(), grain(40), Binding.SEVERABLE, NORTH, SOUTH))
            .with(attestsBetween(south(), grain(40), Binding.SEVERABLE, NORTH, SOUTH));
    assertThat(more.situation().stage()).isEqualTo(Stage.AGREED_IN_PRINCIPLE);
  }

  @Example
  void what_two_attest_as_the_whole_leaves_no_issue_in_the_way() {
    Negotiation open =
        talks(
            north().demands(wants("north", "south", "days", "at most 10").withOf()),
            south().demands(wants("south", "north", "days", "at least 30").withOf()),
            west().demands(wants("west", "north", "days", "at least 5").withOf()));
    Negotiation part =
        open.with(attestsBetween(north(), grain(40), Binding.SEVERABLE, NORTH, SOUTH))
            .with(attestsBetween(south(), grain(40), Binding.SEVERABLE, NORTH, SOUTH));
    assertThat(part.situation().stage()).isEqualTo(Stage.EXPLORATORY);
    Negotiation whole =
        open.with(attestsBetween(north(), grain(40), Binding.WHOLE, NORTH, SOUTH))
            .with(attestsBetween(south(), grain(40), Binding.WHOLE, NORTH, SOUTH));
    assertThat(whole.situation().stage()).isEqualTo(Stage.AGREED_IN_PRINCIPLE);
    assertThat(whole.situation().concerned()).containsExactly(NORTH, SOUTH);
    assertThat(refused(whole, west().ratifies()))
        .isEqualTo("west cannot ratify what it is not concerned by. Concerned: [north, south].");
    assertThat(refused(whole, west().failsToRatify()))
        .isEqualTo(
            "west cannot fail to ratify what it is not concerned by. Concerned: [north, south].");
  }

  @Example
  void terms_are_attested_by_and_among_principals_concerned() {
    assertThat(refused(talks(), attestsBetween(west(), grain(40), Binding.WHOLE, NORTH, SOUTH)))
        .isEqualTo(
            "west attests terms among [north, south], where it is not. Leave that to those"
                + " concerned.");
    assertThat(
            refused(
                talks(),
                attestsBetween(north(), grain(40), Binding.WHOLE, NORTH, ActorId.of("island"))))
        .isEqualTo(
            "terms are attested among [north, island], not all of them principals. Principals:"
                + " [north, south, west].");
  }

  private static Negotiation agreed(Offer offer) {
    return talks(north().offers(offer), south().accepts(offer));
  }

  private static Negotiation inForce(Offer offer) {
    return agreed(offer)
        .with(north().on("2024-06-01").ratifies(), south().on("2024-06-02").ratifies());
  }

  private static Obligation named(Negotiation talks, String name) {
    return talks.situation().obligations().keySet().stream()
        .filter(o -> o.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static ObligationState state(Negotiation talks, String name) {
    return talks.situation().obligations().get(named(talks, name)).state();
  }

  @Example
  void an_agreement_is_in_force_when_all_whom_it_concerns_have_ratified() {
    Negotiation agreed = agreed(offer(40));
    assertThat(refused(talks(), north().ratifies()))
        .isEqualTo(
            "north cannot ratify: stage EXPLORATORY has no place for it. It has a place for "
                + Tables.STAGE.events(Stage.EXPLORATORY)
                + ".\nnorth cannot ratify what it is not concerned by. Nothing is agreed yet.");
    Negotiation one = agreed.with(north().ratifies());
    assertThat(one.situation().stage()).isEqualTo(Stage.AGREED_IN_PRINCIPLE);
    assertThat(one.situation().ratified()).containsExactly(NORTH);
    assertThat(refused(one, north().ratifies()))
        .isEqualTo("north has already ratified. Still to ratify: [south].");
    Negotiation both = inForce(offer(40));
    assertThat(both.situation().stage()).isEqualTo(Stage.IN_FORCE);
    assertThat(both.situation().inForceSince()).contains(When.parse("2024-06-02"));
    assertThat(both.situation().obligations().keySet())
        .extracting(Obligation::name)
        .containsExactly("grain by north", "grain by south");
    assertThat(both.situation().obligations().values())
        .containsOnly(new Obligation.Status(ObligationState.IN_EFFECT, Implementation.NONE));
  }

  @Example
  void a_failed_ratification_reopens_the_talks() {
    Negotiation before =
        talks(south().demands(wants("south", "north", "grain", "at least 30")))
            .with(north().offers(offer(40)), south().accepts(offer(40)));
    assertThat(before.situation().demands().values())
        .extracting(life -> life.on(GRAIN))
        .containsExactly(Optional.of(DemandState.MET));
    Negotiation failed = before.with(north().ratifies(), south().failsToRatify());
    assertThat(failed.situation().stage()).isEqualTo(Stage.IN_RECESS);
    assertThat(failed.situation().agreements()).isEmpty();
    assertThat(failed.situation().closed()).isEmpty();
    assertThat(failed.situation().ratified()).isEmpty();
    assertThat(failed.situation().status(GRAIN)).isNotEqualTo(IssueStatus.CLOSED);
    assertThat(failed.situation().demands().values())
        .extracting(life -> life.on(GRAIN))
        .containsExactly(Optional.of(DemandState.REOPENED));
    assertThat(failed.situation().position("south", "grain", "north").settled()).isEmpty();
    assertThat(region(failed, "south", "grain", "north")).isEqualTo("at least 30");
    Negotiation again = failed.with(north().offers(offer(50)), south().accepts(offer(50)));
    assertThat(again.situation().stage()).isEqualTo(Stage.AGREED_IN_PRINCIPLE);
  }

  @Example
  void whoever_carries_out_an_issue_is_its_obligor() {
    Issue issue = Shore.AGENDA.requireIssue(GRAIN);
    Negotiation talks =
        talks(north().amendsAgenda(issue.withObligor(NORTH)))
            .with(north().offers(offer(40)), south().accepts(offer(40)))
            .with(north().ratifies(), south().ratifies());
    Obligation only = named(talks, "grain");
    assertThat(talks.situation().obligations()).containsOnlyKeys(only);
    assertThat(only.by()).isEqualTo(NORTH);
    assertThat(only.owedTo()).containsExactly(SOUTH);
    assertThat(refused(talks, south().performs(only)))
        .isEqualTo("south cannot perform the obligation (grain). It is for north.");
    assertThat(refused(talks, north().does(new AfterDeal.Excuse(only))))
        .isEqualTo("north cannot excuse the obligation (grain). It is owed to [south].");
    Negotiation byAnother = talks.record(south().performs(only)).negotiation();
    assertThat(state(byAnother, "grain")).isEqualTo(ObligationState.IN_EFFECT);
    assertThat(byAnother.situation().stage()).isEqualTo(Stage.IN_FORCE);
    Negotiation done = talks.with(north().performs(only));
    assertThat(done.situation().stage()).isEqualTo(Stage.FULFILLED);
    assertThat(done.isOver()).isTrue();
    assertThat(refused(done, north().threatens("more")))
        .isEqualTo("north cannot threaten: the negotiation is FULFILLED. Start a new negotiation.");
  }

  private static Offer inSteps() {
    return offer(40)
        .withInstalments(
            new Instalment("first", grain(10), new Trigger.OnForce()),
            new Instalment("second", grain(20), new Trigger.After("first")),
            new Instalment("third", grain(40), new Trigger.After("second")),
            new Instalment("last", grain(40), new Trigger.When("the harvest is in")));
  }

  @Example
  void instalments_are_set_off_in_order_when_all_have_done_the_one_before() {
    Negotiation talks = inForce(inSteps());
    assertThat(talks.situation().obligations()).hasSize(8);
    assertThat(state(talks, "first: grain by north")).isEqualTo(ObligationState.IN_EFFECT);
    assertThat(state(talks, "second: grain by north")).isEqualTo(ObligationState.PENDING);
    Negotiation half = talks.with(north().performs(named(talks, "first: grain by north")));
    assertThat(state(half, "second: grain by north")).isEqualTo(ObligationState.PENDING);
    Negotiation first = half.with(south().performs(named(talks, "first: grain by south")));
    assertThat(state(first, "second: grain by north")).isEqualTo(ObligationState.IN_EFFECT);
    assertThat(state(first, "second: grain by south")).isEqualTo(ObligationState.IN_EFFECT);
    assertThat(state(first, "third: grain by north")).isEqualTo(ObligationState.PENDING);
    assertThat(state(first, "last: grain by north")).isEqualTo(ObligationState.PENDING);
    Negotiation harvest =
        first.with(Shore.outlet().does(new AfterDeal.SetOff(named(talks, "last: grain by north"))));
    assertThat(state(harvest, "last: grain by north")).isEqualTo(ObligationState.IN_EFFECT);
    assertThat(state(harvest, "last: grain by south")).isEqualTo(ObligationState.PENDING);
    assertThat(
            refused(
                harvest, north().does(new AfterDeal.SetOff(named(talks, "last: grain by north")))))
        .startsWith(
            "obligation (last: grain by north) is IN_EFFECT, which has no place for SET_OFF.");
  }

  private static Offer secured() {
    return offer(40)
        .withUndertakings(
            Undertaking.builder()
                .name("delivery")
                .by(NORTH)
                .terms(grain(40))
                .due(When.parse("2024-07-01"))
                .guarantor(ActorId.of("league"))
                .build(),
            Undertaking.builder()
                .name("payment")
                .by(SOUTH)
                .words("pays the price")
                .trigger(new Trigger.After("delivery"))
                .build());
  }

  @Example
  void an_undertaking_is_owed_by_its_obligor_and_waits_for_another() {
    Negotiation talks = inForce(secured());
    assertThat(named(talks, "delivery").owedTo()).containsExactly(SOUTH);
    assertThat(state(talks, "payment")).isEqualTo(ObligationState.PENDING);
    Negotiation partly =
        talks.with(
            north().does(new AfterDeal.Perform(named(talks, "delivery"), Implementation.MINIMAL)));
    assertThat(partly.situation().obligations().get(named(talks, "delivery")))
        .isEqualTo(new Obligation.Status(ObligationState.IN_EFFECT, Implementation.MINIMAL));
    assertThat(state(partly, "payment")).isEqualTo(ObligationState.PENDING);
    Negotiation delivered = partly.with(north().performs(named(talks, "delivery")));
    assertThat(delivered.situation().obligations().get(named(talks, "delivery")))
        .isEqualTo(new Obligation.Status(ObligationState.FULFILLED, Implementation.FULL));
    assertThat(state(delivered, "payment")).isEqualTo(ObligationState.IN_EFFECT);
    assertThat(delivered.situation().stage()).isEqualTo(Stage.IN_FORCE);
    assertThat(refused(delivered, north().performs(named(talks, "delivery"))))
        .isEqualTo(
            "obligation (delivery) is FULFILLED, which has no place for PERFORM. It has a place for"
                + " [].");
  }

  @Example
  void a_breach_is_a_claim_until_the_obligor_or_its_guarantor_attests_it() {
    Negotiation talks = inForce(secured());
    AfterDeal.AllegeBreach breach = new AfterDeal.AllegeBreach(named(talks, "delivery"), "short");
    assertThat(state(talks.with(south().does(breach)), "delivery"))
        .isEqualTo(ObligationState.IN_EFFECT);
    assertThat(state(talks.with(Shore.outlet().does(breach)), "delivery"))
        .isEqualTo(ObligationState.IN_EFFECT);
    assertThat(state(talks.with(north().does(breach)), "delivery"))
        .isEqualTo(ObligationState.VIOLATED);
    Negotiation violated = talks.with(Move.by("league").does(breach));
    assertThat(state(violated, "delivery")).isEqualTo(ObligationState.VIOLATED);
    assertThat(state(violated.with(north().performs(named(talks, "delivery"))), "delivery"))
        .isEqualTo(ObligationState.FULFILLED);
  }

  @Example
  void an_obligation_is_excused_by_whom_it_is_owed_to_and_suspended_by_its_obligors_absence() {
    Negotiation talks = inForce(secured());
    Negotiation excused = talks.with(south().does(new AfterDeal.Excuse(named(talks, "delivery"))));
    assertThat(state(excused, "delivery")).isEqualTo(ObligationState.EXCUSED);
    Negotiation suspended = talks.with(north().suspends());
    assertThat(suspended.situation().stage()).isEqualTo(Stage.IN_FORCE);
    assertThat(state(suspended, "delivery")).isEqualTo(ObligationState.SUSPENDED);
    assertThat(state(suspended, "payment")).isEqualTo(ObligationState.PENDING);
    assertThat(state(suspended.with(south().suspends()), "delivery"))
        .isEqualTo(ObligationState.SUSPENDED);
    Negotiation back = suspended.with(north().resumes());
    assertThat(state(back, "delivery")).isEqualTo(ObligationState.IN_EFFECT);
    Negotiation ended = talks.with(north().terminates());
    assertThat(ended.situation().stage()).isEqualTo(Stage.IN_FORCE);
    assertThat(state(ended, "delivery")).isEqualTo(ObligationState.IN_EFFECT);
    assertThat(refused(ended, north().terminates()))
        .isEqualTo("north has already ended its part. Still there: [south, west].");
    Negotiation over = ended.with(south().terminates(), west().terminates());
    assertThat(over.situation().stage()).isEqualTo(Stage.TERMINATED);
    assertThat(over.situation().obligations().values())
        .extracting(Obligation.Status::state)
        .containsOnly(ObligationState.TERMINATED);
  }

  @Example
  void an_obligation_that_is_due_is_overdue_the_day_after_unless_it_is_over() {
    Negotiation talks = inForce(secured());
    assertThat(kinds(talks, LocalDate.of(2024, 7, 1)))
        .doesNotContain(Observation.Kind.OBLIGATION_OVERDUE);
    assertThat(talks.observe(LocalDate.of(2024, 7, 3)))
        .extracting(Observation::message)
        .contains("obligation (delivery) of north is IN_EFFECT, due on 2024-07-01");
    assertThat(
            talks.observe(LocalDate.of(2024, 7, 3)).stream()
                .filter(o -> o.kind() == Observation.Kind.OBLIGATION_OVERDUE)
                .map(o -> o.about() + " " + o.days().getAsLong())
                .toList())
        .containsExactly("delivery 2");
    Negotiation done = talks.with(north().performs(named(talks, "delivery")));
    assertThat(kinds(done, LocalDate.of(2024, 7, 3)))
        .doesNotContain(Observation.Kind.OBLIGATION_OVERDUE);
  }

  private static List<Observation.Kind> kinds(Negotiation talks, LocalDate date) {
    return talks.observe(date).stream().map(Observation::kind).toList();
  }

  @Example
  void an_obligation_that_nothing_gave_rise_to_is_unknown() {
    Obligation none =
        new Obligation(
            Undertaking.builder().name("tribute").by(NORTH).words("pays").build(),
            ImmutableSet.of(SOUTH));
    assertThat(refused(inForce(offer(40)), north().performs(none)))
        .isEqualTo(
            "there is no obligation (tribute). Obligations: [grain by north, grain by south].");
    assertThat(refused(talks(), north().performs(none)))
        .startsWith("there is no obligation (tribute). No obligation has arisen.\n");
  }

  @Example
  void two_agreements_give_the_obligations_of_both() {
    Negotiation talks =
        agreed(offer(40))
            .with(
                attestsBetween(
                    north(),
                    terms("truce", 40).only(Set.of(IssueId.of("war"))),
                    Binding.WHOLE,
                    NORTH,
                    SOUTH),
                attestsBetween(
                    south(),
                    terms("truce", 40).only(Set.of(IssueId.of("war"))),
                    Binding.WHOLE,
                    NORTH,
                    SOUTH))
            .with(north().ratifies(), south().ratifies());
    assertThat(talks.situation().obligations().keySet())
        .extracting(Obligation::name)
        .containsExactly("grain by north", "grain by south", "war by north", "war by south");
    assertThat(talks.situation().closed()).isEqualTo(Map.copyOf(terms("truce", 40).values()));
  }
}
