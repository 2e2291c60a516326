package dev.parley.talks;

import static dev.parley.talks.Shore.grain;
import static dev.parley.talks.Shore.island;
import static dev.parley.talks.Shore.north;
import static dev.parley.talks.Shore.offer;
import static dev.parley.talks.Shore.ratified;
import static dev.parley.talks.Shore.refused;
import static dev.parley.talks.Shore.region;
import static dev.parley.talks.Shore.south;
import static dev.parley.talks.Shore.talks;
import static dev.parley.talks.Shore.terms;
import static dev.parley.talks.Shore.wants;
import static dev.parley.talks.Shore.west;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Mandate.Authority;
import dev.parley.agenda.Ratification;
import dev.parley.agenda.Terms;
import dev.parley.agenda.Value;
import dev.parley.agreement.Accord;
import dev.parley.agreement.Agreement;
import dev.parley.agreement.AgreementStage;
import dev.parley.agreement.Consent;
import dev.parley.agreement.Obligation;
import dev.parley.agreement.Obligation.Implementation;
import dev.parley.agreement.ObligationState;
import dev.parley.demand.Lasting;
import dev.parley.demand.Offer;
import dev.parley.demand.Provisions.Binding;
import dev.parley.demand.Provisions.Condition;
import dev.parley.demand.Provisions.Instalment;
import dev.parley.demand.Text;
import dev.parley.demand.Undertaking;
import dev.parley.demand.Undertaking.Trigger;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.When;
import dev.parley.progress.Settled;
import dev.parley.talks.DemandLife.DemandState;
import dev.parley.talks.Entry.Note;
import dev.parley.talks.Outcome.Accepted;
import dev.parley.talks.Situation.IssueStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Example;

/** Agreements: consents, ratification, what is owed, and what becomes of them. */
class AgreementScenarios {
  private static final ActorId NORTH = ActorId.of("north");
  private static final ActorId SOUTH = ActorId.of("south");
  private static final ActorId WEST = ActorId.of("west");
  private static final IssueId GRAIN = IssueId.of("grain");
  private static final IssueId WAR = IssueId.of("war");

  /** The same talks, where north delivers the grain and south ends the war. */
  private static final Agenda OWED =
      Shore.AGENDA.withIssueList(
          Shore.AGENDA.issueList().stream()
              .map(i -> i.id().equals(GRAIN) ? i.withObligor(NORTH) : i)
              .map(i -> i.id().equals(WAR) ? i.withObligor(SOUTH) : i)
              .toList());

  private static Text among(Terms terms, ActorId... parties) {
    return Text.builder().terms(terms).addParties(parties).build();
  }

  private static Negotiation owed(Move... moves) {
    return Negotiation.about(OWED).with(moves);
  }

  private static Negotiation agreed(Offer offer) {
    return talks(north().offers(offer), south().accepts(offer));
  }

  private static AgreementStage stage(Negotiation talks, Text text) {
    return talks.situation().agreements().get(text).stage();
  }

  /** What became of an agreement, over or not: the latest of that text. */
  private static Agreement history(Negotiation talks, Text text) {
    return talks.agreements().stream()
        .filter(a -> a.accord().text().equals(text))
        .reduce((a, b) -> b)
        .orElseThrow();
  }

  private static Obligation named(Negotiation talks, String name) {
    return talks.situation().obligations().keySet().stream()
        .filter(o -> o.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Obligation.Status status(Negotiation talks, String name) {
    return talks.situation().obligations().get(named(talks, name));
  }

  private static ObligationState state(Negotiation talks, String name) {
    return status(talks, name).state();
  }

  private static ImmutableSet<Law> laws(Negotiation talks, Move move) {
    return ImmutableSet.copyOf(((Refusal) talks.apply(move)).laws());
  }

  @Example
  void what_all_attest_can_say_who_is_bound_to_do_what() {
    Undertaking delivery =
        Undertaking.builder().name("delivery").by(SOUTH).words("by ship").build();
    Text with =
        Text.builder()
            .terms(terms("truce", 40))
            .comprehensive(true)
            .addUndertakings(delivery)
            .build();
    Negotiation force = talks(north().attests(with), south().attests(with), west().attests(with));
    assertThat(force.situation().obligations().keySet())
        .extracting(Obligation::name)
        .containsExactly("delivery");
    assertThat(named(force, "delivery").owedTo()).containsExactly(NORTH, WEST);
    Negotiation without = talks(north().attests(with), south().attests(terms("truce", 40)));
    assertThat(without.situation().agreements().values())
        .extracting(Accord::stage)
        .containsExactly(AgreementStage.TABLED, AgreementStage.TABLED);
  }

  @Example
  void an_agreement_binds_those_who_attest_it_and_names_each_undertaking_once() {
    Undertaking ship = Undertaking.builder().name("ship").by(SOUTH).words("by ship").build();
    Undertaking cart = Undertaking.builder().name("ship").by(NORTH).words("by cart").build();
    Text twice = Text.builder().terms(terms("truce", 40)).addUndertakings(ship, cart).build();
    assertThat(refused(talks(), north().attests(twice)))
        .isEqualTo("undertaking (ship) appears twice in the agreement. Give each its own name.");
    Text third = among(terms("truce", 40), NORTH, WEST).withUndertakings(ship);
    assertThat(refused(talks(), north().attests(third)))
        .isEqualTo(
            "undertaking (ship) binds (south), who is not among north, west. "
                + "An agreement can bind those who attest it.");
  }

  private static Negotiation single() {
    Policy single = Policy.builder().singleUndertaking(true).build();
    return Negotiation.about(Shore.AGENDA, RuleBook.DEFAULT.under(single));
  }

  @Example
  void under_a_single_undertaking_a_part_waits_for_the_comprehensive_agreement() {
    Text part = among(grain(4), NORTH, SOUTH, WEST);
    Negotiation waiting =
        single().with(north().attests(part), south().attests(part), west().attests(part));
    assertThat(stage(waiting, part)).isEqualTo(AgreementStage.INITIALLED);
    assertThat(waiting.situation().stage()).isEqualTo(Stage.EXPLORATORY);
    assertThat(waiting.situation().status(GRAIN)).isNotEqualTo(IssueStatus.CLOSED);
    Negotiation otherwise =
        talks(north().attests(part), south().attests(part), west().attests(part));
    assertThat(stage(otherwise, part)).isEqualTo(AgreementStage.IN_FORCE);
    assertThat(otherwise.situation().status(GRAIN)).isEqualTo(IssueStatus.CLOSED);
    Negotiation whole =
        waiting.with(
            north().attests(terms("truce", 4)),
            south().attests(terms("truce", 4)),
            west().attests(terms("truce", 4)));
    assertThat(whole.situation().stage()).isEqualTo(Stage.CONCLUDED);
    assertThat(stage(whole, part)).isEqualTo(AgreementStage.IN_FORCE);
  }

  @Example
  void under_a_single_undertaking_a_text_may_say_that_it_stands_alone() {
    Text alone = among(grain(4), NORTH, SOUTH).withStandsAlone(true);
    Negotiation talks = single().with(north().attests(alone), south().signs(alone));
    assertThat(stage(talks, alone)).isEqualTo(AgreementStage.IN_FORCE);
    assertThat(talks.situation().stage()).isEqualTo(Stage.EXPLORATORY);
  }

  @Example
  void one_partys_word_that_there_is_a_deal_is_no_agreement() {
    Text whole = among(terms("truce", 40), NORTH, SOUTH, WEST).withComprehensive(true);
    Negotiation one = talks(island().opensRound(), north().attests(terms("truce", 40)));
    assertThat(one.situation().agreements().keySet()).containsExactly(whole);
    assertThat(stage(one, whole)).isEqualTo(AgreementStage.TABLED);
    assertThat(one.situation().stage()).isEqualTo(Stage.IN_SESSION);
    Negotiation two = one.with(south().attests(terms("truce", 40)));
    assertThat(two.situation().stage()).isEqualTo(Stage.IN_SESSION);
    assertThat(two.situation().agreements().get(whole).assents().keySet())
        .containsExactly(NORTH, SOUTH);
    Negotiation other = two.with(west().attests(terms("pause", 40)));
    assertThat(other.situation().agreements().values())
        .extracting(Accord::stage)
        .containsOnly(AgreementStage.TABLED)
        .hasSize(2);
    Negotiation all = other.with(west().attests(terms("truce", 40)));
    assertThat(all.situation().stage()).isEqualTo(Stage.CONCLUDED);
    assertThat(stage(all, whole)).isEqualTo(AgreementStage.IN_FORCE);
    assertThat(all.situation().status(GRAIN)).isEqualTo(IssueStatus.CLOSED);
  }

  @Example
  void an_agreement_among_some_settles_its_issues_among_them_and_the_talks_go_on() {
    Negotiation open =
        talks(
            north().demands(wants("north", "south", "days", "at most 10").withOf()),
            south().demands(wants("south", "north", "days", "at least 30").withOf()),
            west().demands(wants("west", "north", "days", "at least 5").withOf()));
    assertThat(open.situation().status(IssueId.of("days"))).isEqualTo(IssueStatus.OPEN);
    assertThat(open.situation().status(GRAIN)).isEqualTo(IssueStatus.UNSTATED);
    assertThat(open.situation().openIssues()).containsExactly(IssueId.of("days"));
    Negotiation partial = open.with(north().offers(offer(40)), south().accepts(offer(40)));
    assertThat(partial.situation().settled())
        .containsExactly(new Settled(GRAIN, NORTH, SOUTH, Value.amount(40)));
    assertThat(partial.situation().closed()).isEmpty();
    assertThat(partial.situation().status(GRAIN)).isEqualTo(IssueStatus.UNSTATED);
    assertThat(partial.situation().stage()).isEqualTo(Stage.EXPLORATORY);
    Negotiation met =
        partial.with(south().amends(wants("south", "north", "days", "at least 8").withOf()));
    assertThat(met.situation().status(IssueId.of("days"))).isEqualTo(IssueStatus.MET);
    assertThat(met.situation().stage()).isEqualTo(Stage.EXPLORATORY);
  }

  @Example
  void the_part_that_leaves_no_issue_unsettled_concludes_the_talks() {
    Terms rest =
        Terms.on(Shore.AGENDA)
            .set("war", "truce")
            .set("days", 5)
            .set("custodian", "oman")
            .set("list", "names")
            .build();
    Negotiation part =
        talks(
            north().attestsInPart(grain(40)),
            south().attestsInPart(grain(40)),
            west().attestsInPart(grain(40)));
    assertThat(part.situation().stage()).isEqualTo(Stage.EXPLORATORY);
    Negotiation all =
        part.with(
            north().attestsInPart(rest), south().attestsInPart(rest), west().attestsInPart(rest));
    assertThat(all.situation().stage()).isEqualTo(Stage.CONCLUDED);
    assertThat(all.situation().closed()).hasSize(5);
    Text two = among(rest, NORTH, SOUTH).withComprehensive(true);
    Negotiation some = part.with(north().attests(two), south().attests(two));
    assertThat(some.situation().stage()).isEqualTo(Stage.EXPLORATORY);
  }

  @Example
  void what_two_attest_as_the_whole_settles_nothing_for_the_third() {
    Text whole = among(grain(40), NORTH, SOUTH).withComprehensive(true);
    Negotiation signed = ratified(north().attests(whole), south().attests(whole));
    assertThat(signed.situation().stage()).isEqualTo(Stage.EXPLORATORY);
    assertThat(stage(signed, whole)).isEqualTo(AgreementStage.SIGNED);
    assertThat(signed.situation().concerned()).containsExactlyInAnyOrder(NORTH, SOUTH);
    assertThat(refused(signed, west().ratifies(whole)))
        .startsWith("west cannot ratify what it is not concerned by. Concerned: north, south.");
    assertThat(refused(signed, west().failsToRatify(whole)))
        .startsWith(
            "west cannot fail to ratify what it is not concerned by. Concerned: north, south.");
  }

  @Example
  void terms_are_attested_by_and_among_principals_concerned() {
    assertThat(refused(talks(), west().attests(among(grain(40), NORTH, SOUTH))))
        .isEqualTo(
            "west attests terms among north, south, where it is not. Leave that to those"
                + " concerned.");
    assertThat(refused(talks(), north().attests(among(grain(40), NORTH, ActorId.of("island")))))
        .isEqualTo(
            "terms are attested among island, north, of whom (island) is no principal and"
                + " undertakes nothing. Principals: north, south, west.");
  }

  @Example
  void an_agreement_is_in_force_when_all_who_must_have_ratified() {
    Text text = offer(40).text();
    Negotiation signed = ratified(north().offers(offer(40)), south().accepts(offer(40)));
    assertThat(refused(talks(), north().ratifies()))
        .isEqualTo("north cannot ratify: no agreement awaits it. Nothing is agreed yet.");
    Negotiation one = signed.with(north().ratifies());
    assertThat(stage(one, text)).isEqualTo(AgreementStage.SIGNED);
    assertThat(one.situation().agreements().get(text).is(NORTH, k -> k == Consent.Kind.RATIFIED))
        .isTrue();
    assertThat(refused(one, north().ratifies()))
        .isEqualTo("north cannot ratify: no agreement awaits it. Agreements: (grain 40) of [1].");
    Negotiation both =
        signed.with(north().on("2024-06-01").ratifies(), south().on("2024-06-02").ratifies());
    assertThat(stage(both, text)).isEqualTo(AgreementStage.IN_FORCE);
    assertThat(history(both, text).since(AgreementStage.IN_FORCE))
        .contains(When.parse("2024-06-02"));
    assertThat(both.situation().obligations()).isEmpty();
    Agenda north = Shore.AGENDA.withRatification(Ratification.by(NORTH));
    Negotiation alone =
        Negotiation.about(north)
            .with(north().offers(offer(40)), south().accepts(offer(40)), north().ratifies());
    assertThat(stage(alone, text)).isEqualTo(AgreementStage.IN_FORCE);
    assertThat(stage(agreed(offer(40)), text)).isEqualTo(AgreementStage.IN_FORCE);
  }

  @Example
  void a_failed_ratification_ends_the_agreement_and_its_issues_are_open_again() {
    Negotiation before =
        ratified(south().demands(wants("south", "north", "grain", "at least 30")))
            .with(north().offers(offer(40)), south().accepts(offer(40)));
    assertThat(before.situation().demands().values())
        .extracting(life -> life.on(GRAIN))
        .containsExactly(Optional.of(DemandState.MET));
    Negotiation failed = before.with(north().ratifies(), south().failsToRatify());
    assertThat(failed.situation().agreements()).isEmpty();
    assertThat(failed.situation().settled()).isEmpty();
    assertThat(failed.situation().status(GRAIN)).isNotEqualTo(IssueStatus.CLOSED);
    assertThat(failed.situation().demands().values())
        .extracting(life -> life.on(GRAIN))
        .containsExactly(Optional.of(DemandState.REOPENED));
    assertThat(failed.situation().position("south", "grain", "north").settled()).isEmpty();
    assertThat(region(failed, "south", "grain", "north")).isEqualTo("at least 30");
    assertThat(region(failed, "north", "grain", "south")).isEqualTo("40");
    Negotiation again = failed.with(north().offers(offer(50)), south().accepts(offer(50)));
    assertThat(stage(again, offer(50).text())).isEqualTo(AgreementStage.SIGNED);
  }

  @Example
  void talks_that_a_failed_ratification_leaves_without_an_agreement_go_on() {
    Terms terms = terms("truce", 40);
    Negotiation concluded =
        ratified(
            island().opensRound(),
            north().attests(terms),
            south().attests(terms),
            west().attests(terms));
    assertThat(concluded.situation().stage()).isEqualTo(Stage.CONCLUDED);
    assertThat(concluded.with(west().failsToRatify()).situation().stage())
        .isEqualTo(Stage.IN_SESSION);
    assertThat(concluded.with(island().closesRound(), west().failsToRatify()).situation().stage())
        .isEqualTo(Stage.IN_RECESS);
  }

  @Example
  void whoever_carries_out_an_issue_is_its_obligor() {
    Negotiation talks =
        talks(north().amendsAgenda(Shore.AGENDA.requireIssue(GRAIN).withObligor(NORTH)))
            .with(
                north().attests(grain(40)), south().attests(grain(40)), west().attests(grain(40)));
    Obligation only = named(talks, "grain");
    assertThat(talks.situation().obligations()).containsOnlyKeys(only);
    assertThat(only.by()).isEqualTo(NORTH);
    assertThat(only.owedTo()).containsExactly(SOUTH, WEST);
    assertThat(refused(talks, south().performs(only)))
        .isEqualTo("south cannot perform the obligation (grain). It is for north.");
    assertThat(refused(talks, north().excuses(only)))
        .isEqualTo("north cannot excuse the obligation (grain). It is owed to south, west.");
    Negotiation byAnother = talks.record(south().performs(only)).negotiation();
    assertThat(state(byAnother, "grain")).isEqualTo(ObligationState.IN_EFFECT);
    assertThat(stage(byAnother, only.under())).isEqualTo(AgreementStage.IN_FORCE);
    Negotiation done = talks.with(north().performs(only));
    assertThat(stage(done, only.under())).isEqualTo(AgreementStage.FULFILLED);
    assertThat(done.situation().stage()).isEqualTo(Stage.CONCLUDED);
    assertThat(done.isOver()).isTrue();
    assertThat(done.situation().status(GRAIN)).isEqualTo(IssueStatus.CLOSED);
    assertThat(refused(done, north().threatens("more")))
        .isEqualTo("north cannot threaten: the negotiation is CONCLUDED. Start a new negotiation.");
  }

  @Example
  void what_nobody_is_named_to_carry_out_is_owed_by_nobody() {
    Negotiation talks = agreed(offer(40));
    assertThat(talks.situation().obligations()).isEmpty();
    assertThat(stage(talks, offer(40).text())).isEqualTo(AgreementStage.IN_FORCE);
  }

  private static Terms step(String war, long tons) {
    return terms(war, tons);
  }

  private static Offer inSteps() {
    return Offer.of("north", "south", terms("truce", 40))
        .withInstalments(
            new Instalment("first", step("pause", 10), new Trigger.OnForce()),
            new Instalment("second", step("truce", 20), new Trigger.After("first")),
            new Instalment("third", grain(40), new Trigger.After("second")),
            new Instalment("last", step("truce", 40), new Trigger.When("the harvest is in")));
  }

  @Example
  void instalments_are_set_off_in_order_when_all_have_done_the_one_before() {
    Negotiation talks = owed(north().offers(inSteps()), south().accepts(inSteps()));
    assertThat(talks.situation().obligations()).hasSize(7);
    assertThat(state(talks, "first: grain")).isEqualTo(ObligationState.IN_EFFECT);
    assertThat(state(talks, "second: grain")).isEqualTo(ObligationState.PENDING);
    Negotiation half = talks.with(north().performs(named(talks, "first: grain")));
    assertThat(state(half, "second: grain")).isEqualTo(ObligationState.PENDING);
    Negotiation first = half.with(south().performs(named(talks, "first: war")));
    assertThat(state(first, "second: grain")).isEqualTo(ObligationState.IN_EFFECT);
    assertThat(state(first, "second: war")).isEqualTo(ObligationState.IN_EFFECT);
    assertThat(state(first, "third: grain")).isEqualTo(ObligationState.PENDING);
    assertThat(state(first, "last: grain")).isEqualTo(ObligationState.PENDING);
    Negotiation harvest = first.with(Shore.outlet().setsOff(named(talks, "last: grain")));
    assertThat(state(harvest, "last: grain")).isEqualTo(ObligationState.IN_EFFECT);
    assertThat(state(harvest, "last: war")).isEqualTo(ObligationState.PENDING);
    assertThat(refused(harvest, north().setsOff(named(talks, "last: grain"))))
        .startsWith("obligation (last: grain) is in effect: it cannot be set off.");
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
    Negotiation talks = agreed(secured());
    assertThat(named(talks, "delivery").owedTo()).containsExactly(SOUTH);
    assertThat(state(talks, "payment")).isEqualTo(ObligationState.PENDING);
    Negotiation partly =
        talks.with(north().performs(named(talks, "delivery"), Implementation.MINIMAL));
    assertThat(status(partly, "delivery").state()).isEqualTo(ObligationState.IN_EFFECT);
    assertThat(status(partly, "delivery").degree()).isEqualTo(Implementation.MINIMAL);
    assertThat(state(partly, "payment")).isEqualTo(ObligationState.PENDING);
    Negotiation delivered = partly.with(north().performs(named(talks, "delivery")));
    assertThat(status(delivered, "delivery").state()).isEqualTo(ObligationState.FULFILLED);
    assertThat(status(delivered, "delivery").degree()).isEqualTo(Implementation.FULL);
    assertThat(state(delivered, "payment")).isEqualTo(ObligationState.IN_EFFECT);
    assertThat(stage(delivered, secured().text())).isEqualTo(AgreementStage.IN_FORCE);
    assertThat(refused(delivered, north().performs(named(talks, "delivery"))))
        .isEqualTo(
            "obligation (delivery) is fulfilled: it cannot be performed. It can be: said to be"
                + " breached, verified.");
    Negotiation paid = delivered.with(south().performs(named(talks, "payment")));
    assertThat(stage(paid, secured().text())).isEqualTo(AgreementStage.FULFILLED);
    assertThat(paid.isOver()).isFalse();
  }

  @Example
  void a_performance_adds_up_to_the_amount_and_no_further() {
    Negotiation talks = agreed(secured());
    Negotiation some = talks.with(north().performs(named(talks, "delivery"), "12"));
    assertThat(status(some, "delivery").done()).isEqualByComparingTo("12");
    assertThat(status(some, "delivery").state()).isEqualTo(ObligationState.IN_EFFECT);
    Move tooMuch = north().performs(named(talks, "delivery"), "28.5");
    assertThat(refused(some, tooMuch))
        .isEqualTo("north cannot do (28.5) more for (delivery): 12 of 40 are done. Left: 28.");
    assertThat(laws(some, tooMuch)).containsExactly(Law.WITHIN_AMOUNT);
    Negotiation all = some.with(north().performs(named(talks, "delivery"), "28"));
    assertThat(status(all, "delivery").done()).isEqualByComparingTo("40");
    assertThat(status(all, "delivery").degree()).isEqualTo(Implementation.FULL);
    assertThat(state(all, "delivery")).isEqualTo(ObligationState.FULFILLED);
    assertThat(state(all, "payment")).isEqualTo(ObligationState.IN_EFFECT);
    assertThat(refused(all, south().performs(named(talks, "payment"), "3")))
        .isEqualTo(
            "obligation (payment) has no amount of which (3) could be done. Say to what degree it"
                + " is done.");
    assertThat(history(all, secured().text()).performances())
        .extracting(p -> p.obligation().name() + " " + p.status().done().toPlainString())
        .contains("delivery 12", "delivery 40");
  }

  @Example
  void without_an_amount_or_a_degree_it_is_done_in_full() {
    Negotiation talks = agreed(secured());
    Negotiation some = talks.with(north().performs(named(talks, "delivery"), "12"));
    Negotiation full = some.with(north().performs(named(talks, "delivery")));
    assertThat(state(full, "delivery")).isEqualTo(ObligationState.FULFILLED);
    assertThat(status(full, "delivery").done()).isEqualByComparingTo("40");
  }

  @Example
  void an_amount_that_is_nothing_or_less_is_not_done() {
    Negotiation talks = agreed(secured());
    assertThat(talks.apply(north().performs(named(talks, "delivery"), "-3")))
        .isInstanceOf(Refusal.class);
    assertThat(talks.apply(north().performs(named(talks, "delivery"), "0")))
        .isInstanceOf(Refusal.class);
  }

  @Example
  void a_breach_is_a_claim_until_the_obligor_or_its_guarantor_attests_it() {
    Negotiation talks = agreed(secured());
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
  void an_obligation_to_refrain_is_in_effect_until_its_time_is_up() {
    Undertaking truce =
        Undertaking.builder().name("truce").by(NORTH).words("holds its fire").refrain(true).build();
    Offer offer = offer(40).withUndertakings(truce);
    Negotiation talks = agreed(offer);
    Negotiation breached = talks.with(north().allegesBreach(named(talks, "truce"), "a shell"));
    assertThat(state(breached, "truce")).isEqualTo(ObligationState.IN_EFFECT);
    assertThat(stage(breached, offer.text())).isEqualTo(AgreementStage.IN_FORCE);
  }

  @Example
  void an_obligation_is_excused_by_each_to_whom_it_is_owed_for_itself() {
    Negotiation talks =
        owed(north().attests(grain(40)), south().attests(grain(40)), west().attests(grain(40)));
    Obligation grain = named(talks, "grain");
    Negotiation one = talks.with(south().excuses(grain));
    assertThat(state(one, "grain")).isEqualTo(ObligationState.IN_EFFECT);
    assertThat(status(one, "grain").excusedBy()).containsExactly(SOUTH);
    assertThat(stage(one, grain.under())).isEqualTo(AgreementStage.IN_FORCE);
    Negotiation both = one.with(west().excuses(grain));
    assertThat(state(both, "grain")).isEqualTo(ObligationState.EXCUSED);
    assertThat(stage(both, grain.under())).isEqualTo(AgreementStage.FULFILLED);
    assertThat(both.isOver()).isTrue();
    Negotiation secured = agreed(secured());
    assertThat(state(secured.with(south().excuses(named(secured, "delivery"))), "delivery"))
        .isEqualTo(ObligationState.EXCUSED);
  }

  @Example
  void a_suspension_of_the_talks_suspends_no_agreement() {
    Negotiation talks = agreed(secured());
    Negotiation suspended = talks.with(north().suspends());
    assertThat(suspended.situation().stage()).isEqualTo(Stage.SUSPENDED);
    assertThat(stage(suspended, secured().text())).isEqualTo(AgreementStage.IN_FORCE);
    assertThat(state(suspended, "delivery")).isEqualTo(ObligationState.IN_EFFECT);
    assertThat(suspended.with(north().resumes()).situation().stage()).isEqualTo(Stage.IN_RECESS);
    Negotiation done = suspended.with(north().performs(named(talks, "delivery")));
    assertThat(state(done, "delivery")).isEqualTo(ObligationState.FULFILLED);
    assertThat(done.situation().stage()).isEqualTo(Stage.SUSPENDED);
  }

  @Example
  void talks_that_all_abandon_are_over_once_what_was_signed_is() {
    Negotiation talks = agreed(secured());
    Negotiation one = talks.with(north().abandonsTalks());
    assertThat(one.situation().stage()).isEqualTo(Stage.EXPLORATORY);
    assertThat(refused(one, north().abandonsTalks()))
        .isEqualTo(
            "north has already said that it abandons the talks. Still there: [south, west].");
    Negotiation all = one.with(south().abandonsTalks(), west().abandonsTalks());
    assertThat(all.situation().stage()).isEqualTo(Stage.ABANDONED);
    assertThat(all.isOver()).isFalse();
    assertThat(stage(all, secured().text())).isEqualTo(AgreementStage.IN_FORCE);
    Negotiation done =
        all.with(north().performs(named(all, "delivery")), south().performs(named(all, "payment")));
    assertThat(done.isOver()).isTrue();
    assertThat(
            talks(north().abandonsTalks(), south().abandonsTalks(), west().abandonsTalks())
                .isOver())
        .isTrue();
  }

  @Example
  void an_obligation_that_is_due_is_overdue_the_day_after_unless_it_is_over() {
    Negotiation talks = agreed(secured());
    assertThat(kinds(talks, LocalDate.of(2024, 7, 1)))
        .doesNotContain(Observation.Kind.OBLIGATION_OVERDUE);
    assertThat(talks.observe(LocalDate.of(2024, 7, 3)))
        .extracting(Observation::message)
        .contains("obligation (delivery) of north is in effect, due on 2024-07-01");
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
            offer(40).text(),
            Undertaking.builder().name("tribute").by(NORTH).words("pays").build(),
            ImmutableSet.of(SOUTH));
    assertThat(refused(agreed(secured()), north().performs(none)))
        .isEqualTo("there is no obligation (tribute). Obligations: delivery, payment.");
    assertThat(refused(talks(), north().performs(none)))
        .isEqualTo("there is no obligation (tribute). No obligation has arisen.");
  }

  @Example
  void two_agreements_give_the_obligations_of_both() {
    Text war = among(terms("truce", 40).only(Set.of(WAR)), NORTH, SOUTH);
    Negotiation talks =
        owed(
            north().offers(offer(40)),
            south().accepts(offer(40)),
            north().attests(war),
            south().attests(war));
    assertThat(talks.situation().obligations().keySet())
        .extracting(Obligation::name)
        .containsExactly("grain", "war");
    assertThat(talks.situation().settled())
        .containsExactly(
            new Settled(WAR, NORTH, SOUTH, Value.level("truce")),
            new Settled(GRAIN, NORTH, SOUTH, Value.amount(40)));
  }

  @Example
  void what_was_never_put_forward_or_is_over_is_not_consented_to() {
    Text text = offer(40).text();
    for (Move move :
        List.of(
            north().signs(text),
            north().initials(text),
            north().confirms(text),
            north().ratifies(text),
            north().failsToRatify(text),
            north().denounces(text))) {
      assertThat(laws(talks(), move)).containsExactly(Law.AGREEMENT_STANDS);
    }
    assertThat(refused(talks(), north().signs(text)))
        .isEqualTo(
            "north cannot sign (grain 40): no such agreement stands. Nothing is agreed yet.");
    Refusal unknown = (Refusal) talks().record(north().signs(text));
    assertThat(unknown.laws()).containsExactly(Law.KNOWN_AGREEMENT);
    assertThat(unknown.message())
        .isEqualTo(
            "north cannot sign a text (grain 40): it was never put forward. Nothing is agreed"
                + " yet.");
    Accepted late =
        (Accepted)
            talks(north().offers(offer(40)), north().withdraws(offer(40)))
                .record(south().signs(text));
    assertThat(late.findings()).extracting(Finding::rule).containsExactly("AGREEMENT_STANDS");
    assertThat(late.negotiation().agreements()).isEmpty();
    Negotiation other = agreed(offer(50));
    assertThat(refused(other, north().denounces(text)))
        .isEqualTo(
            "north cannot denounce (grain 40): no such agreement stands."
                + " Agreements: (grain 50) of [1].");
    Negotiation failed =
        ratified(north().offers(offer(40)), south().accepts(offer(40)), south().failsToRatify());
    assertThat(laws(failed, north().ratifies(text))).containsExactly(Law.AGREEMENT_STANDS);
    Negotiation done = agreed(secured());
    done =
        done.with(
            north().performs(named(done, "delivery")), south().performs(named(done, "payment")));
    assertThat(laws(done, south().signs(secured().text()))).contains(Law.AGREEMENT_STANDS);
  }

  @Example
  void a_move_after_the_deal_that_names_nothing_means_the_only_one_that_awaits_it() {
    Text war = among(terms("truce", 40).only(Set.of(WAR)), NORTH, SOUTH);
    Negotiation two =
        ratified(
            north().offers(offer(40)),
            south().accepts(offer(40)),
            north().attests(war),
            south().attests(war));
    assertThat(refused(two, north().ratifies()))
        .isEqualTo(
            "north cannot ratify without saying what: several agreements await it."
                + " Say which: (grain 40) of [1], (war truce) of [4].");
    assertThat(laws(two, north().failsToRatify())).containsExactly(Law.ONE_AWAITS_IT);
    assertThat(refused(two, west().failsToRatify()))
        .isEqualTo(
            "west cannot fail to ratify: no agreement awaits it."
                + " Agreements: (grain 40) of [1], (war truce) of [4].");
    Accepted recorded = (Accepted) two.record(north().ratifies());
    assertThat(recorded.findings()).extracting(Finding::rule).containsExactly("ONE_AWAITS_IT");
    assertThat(recorded.negotiation().situation()).isEqualTo(two.situation());
    Negotiation one = two.with(north().ratifies(war));
    assertThat(one.with(north().ratifies()).situation())
        .isEqualTo(one.with(north().ratifies(offer(40).text())).situation());
  }

  @Example
  void only_what_awaits_it_is_confirmed_or_ratified() {
    Text text = offer(40).text();
    Negotiation inForce = agreed(offer(40));
    assertThat(refused(inForce, north().ratifies(text)))
        .isEqualTo(
            "north cannot ratify (grain 40) of [1]: it is not awaited. Agreements: (grain 40) of [1].");
    assertThat(laws(inForce, south().failsToRatify(text))).containsExactly(Law.AWAITED);
    assertThat(refused(inForce, south().confirms(text)))
        .startsWith("south cannot confirm (grain 40) of [1]: it is not awaited.");
    assertThat(laws(inForce, south().signs(text))).containsExactly(Law.AWAITED);
    assertThat(laws(inForce, south().initials(text))).containsExactly(Law.AWAITED);
    Negotiation initialled = talks(north().attests(text), south().initials(text));
    assertThat(stage(initialled, text)).isEqualTo(AgreementStage.INITIALLED);
    assertThat(stage(initialled.with(south().confirms(text)), text))
        .isEqualTo(AgreementStage.IN_FORCE);
    assertThat(stage(initialled.with(south().signs(text)), text))
        .isEqualTo(AgreementStage.IN_FORCE);
  }

  @Example
  void where_nobody_must_a_recorded_ratification_is_a_finding_and_read_as_if_it_must() {
    Text text = offer(40).text();
    Accepted recorded = (Accepted) agreed(offer(40)).record(south().failsToRatify(text));
    assertThat(recorded.findings()).extracting(Finding::rule).containsExactly("AWAITED");
    assertThat(history(recorded.negotiation(), text).stage()).isEqualTo(AgreementStage.REFUSED);
  }

  @Example
  void an_agreement_is_left_for_a_breach_that_is_alleged_and_else_not_alone() {
    Negotiation talks = agreed(secured());
    Text text = secured().text();
    assertThat(refused(talks, south().denounces(text)))
        .isEqualTo(
            "south cannot denounce (grain 40) of [1]: the text does not allow it."
                + " Agree to end it, replace it by agreement, or allege a breach of it"
                + " first.");
    assertThat(laws(talks, south().denounces(text))).containsExactly(Law.DENUNCIATION);
    Accepted recorded = (Accepted) talks.record(south().denounces(text));
    assertThat(recorded.findings()).extracting(Finding::rule).containsExactly("DENUNCIATION");
    assertThat(history(recorded.negotiation(), text).stage()).isEqualTo(AgreementStage.TERMINATED);
    Negotiation attested =
        talks.with(
            north().allegesBreach(named(talks, "delivery"), "not sent"), south().denounces(text));
    assertThat(history(attested, text).stage()).isEqualTo(AgreementStage.TERMINATED);
    assertThat(history(attested, text).accord().obligations().values())
        .extracting(Obligation.Status::state)
        .containsExactlyInAnyOrder(ObligationState.VIOLATED, ObligationState.TERMINATED);
    assertThat(attested.situation().settled()).isEmpty();
    Negotiation alleged = talks.with(south().allegesBreach(named(talks, "delivery"), "not sent"));
    assertThat(alleged.apply(south().denounces(text))).isInstanceOf(Accepted.class);
  }

  @Example
  void what_was_done_and_breached_under_an_agreement_that_is_over_stands() {
    Negotiation talks = agreed(secured());
    Text text = secured().text();
    Negotiation ended =
        talks.with(
            north().performs(named(talks, "delivery"), "12"),
            north().allegesBreach(named(talks, "delivery"), "the rest is not sent"),
            south().denounces(text));
    Obligation delivery = named(talks, "delivery");
    assertThat(history(ended, text).accord().obligations().get(delivery).done())
        .isEqualByComparingTo("12");
    assertThat(history(ended, text).accord().obligations().get(delivery).state())
        .isEqualTo(ObligationState.VIOLATED);
  }

  @Example
  void an_issue_is_settled_within_the_range_that_was_agreed_for_it() {
    Offer conditional = offer(40).withConditions(Condition.of("war", "at least truce"));
    Negotiation talks = owed(north().offers(conditional), south().accepts(conditional));
    assertThat(state(talks, "grain")).isEqualTo(ObligationState.PENDING);
    Text below = among(terms("pause", 1).only(Set.of(WAR)), NORTH, SOUTH);
    assertThat(refused(talks, north().attests(below)))
        .isEqualTo(
            "north cannot settle (war) at pause: what was agreed depends on (at least truce) there."
                + " Settle it within that, or replace the agreement.");
    assertThat(laws(talks, north().attests(below))).containsExactly(Law.WITHIN_RANGE);
    assertThat(
            talks.apply(
                north()
                    .attests(below.withTerms(terms("pause", 40)).withReplaces(conditional.text()))))
        .isInstanceOf(Accepted.class);
    Text within = among(terms("peace", 1).only(Set.of(WAR)), NORTH, SOUTH);
    Negotiation met = talks.with(north().attests(within), south().attests(within));
    assertThat(met.situation().agreements().get(conditional.text()).conditions().values())
        .containsExactly(Accord.Fulfilment.MET);
    assertThat(state(met, "grain")).isEqualTo(ObligationState.IN_EFFECT);
    Negotiation failed =
        talks
            .record(north().attests(below))
            .negotiation()
            .record(south().attests(below))
            .negotiation();
    assertThat(failed.situation().agreements().get(conditional.text()).conditions().values())
        .containsExactly(Accord.Fulfilment.FAILED);
    assertThat(state(failed, "grain")).isEqualTo(ObligationState.DISCHARGED);
  }

  @Example
  void a_condition_is_met_too_by_what_was_settled_before() {
    Text war = among(terms("truce", 1).only(Set.of(WAR)), NORTH, SOUTH);
    Offer conditional = offer(40).withConditions(Condition.of("war", "at least truce"));
    Negotiation talks =
        owed(
            north().attests(war),
            south().attests(war),
            north().offers(conditional),
            south().accepts(conditional));
    assertThat(talks.situation().agreements().get(conditional.text()).conditions().values())
        .containsExactly(Accord.Fulfilment.MET);
    assertThat(state(talks, "grain")).isEqualTo(ObligationState.IN_EFFECT);
  }

  @Example
  void a_whole_agreement_is_changed_only_by_a_text_that_names_it() {
    Offer first = Offer.of("north", "south", terms("truce", 40));
    Negotiation talks = agreed(first);
    Text other = among(grain(50), NORTH, SOUTH);
    assertThat(refused(talks, north().attests(other)))
        .isEqualTo(
            "north cannot agree to (grain 50): (grain 40; war truce) of [1] was"
                + " agreed as a whole, and says otherwise there. Let the text replace or"
                + " amend that agreement by name.");
    assertThat(laws(talks, north().attests(other))).containsExactly(Law.AMENDS_BY_NAME);
    Negotiation offered = talks.with(north().offers(offer(50)));
    assertThat(laws(offered, south().accepts(offer(50)))).containsExactly(Law.AMENDS_BY_NAME);
    Negotiation severable = agreed(first.withBinding(Binding.SEVERABLE));
    assertThat(severable.apply(north().attests(other))).isInstanceOf(Accepted.class);
    Text amending = other.withAmends(first.text());
    Negotiation amended = talks.with(north().attests(amending), south().attests(amending));
    assertThat(stage(amended, first.text())).isEqualTo(AgreementStage.IN_FORCE);
    assertThat(stage(amended, amending)).isEqualTo(AgreementStage.IN_FORCE);
    assertThat(amended.situation().settled())
        .containsExactly(
            new Settled(WAR, NORTH, SOUTH, Value.level("truce")),
            new Settled(GRAIN, NORTH, SOUTH, Value.amount(50)));
  }

  @Example
  void what_was_done_so_far_counts_for_the_amendment() {
    Offer first = Offer.of("north", "south", terms("truce", 40));
    Negotiation talks = owed(north().offers(first), south().accepts(first));
    Text amending = among(grain(50), NORTH, SOUTH).withAmends(first.text());
    Negotiation amended =
        talks.with(
            north().performs(named(talks, "grain"), "12"),
            north().attests(amending),
            south().attests(amending));
    Map<Obligation, Obligation.Status> owing =
        com.google.common.collect.Maps.filterEntries(
            amended.situation().obligations(),
            e -> e.getKey().name().equals("grain") && !e.getValue().state().isOver());
    assertThat(owing).hasSize(1);
    Map.Entry<Obligation, Obligation.Status> grain = owing.entrySet().iterator().next();
    assertThat(grain.getKey().undertaking().terms()).contains(grain(50));
    assertThat(grain.getValue().done()).isEqualByComparingTo("12");
  }

  @Example
  void an_agreement_is_replaced_at_signature_but_one_in_force_lasts_until_the_later_one_is() {
    Text first = among(grain(40), NORTH, SOUTH);
    Text second = among(grain(50), NORTH, SOUTH);
    Negotiation signed = ratified(north().attests(first), south().attests(first));
    Negotiation inForce = signed.with(north().ratifies(), south().ratifies());
    assertThat(stage(inForce, first)).isEqualTo(AgreementStage.IN_FORCE);
    Negotiation atSignature = signed.with(north().attests(second), south().attests(second));
    assertThat(history(atSignature, first).stage()).isEqualTo(AgreementStage.REPLACED);
    Negotiation both = inForce.with(north().attests(second), south().attests(second));
    assertThat(stage(both, first)).isEqualTo(AgreementStage.IN_FORCE);
    assertThat(stage(both, second)).isEqualTo(AgreementStage.SIGNED);
    Negotiation later = both.with(north().ratifies(), south().ratifies());
    assertThat(history(later, first).stage()).isEqualTo(AgreementStage.REPLACED);
    assertThat(later.situation().agreements().keySet()).containsExactly(second);
    Text same = among(terms("truce", 40), NORTH, SOUTH);
    Negotiation wider = inForce.with(north().attests(same), south().attests(same));
    wider = wider.with(north().ratifies(), south().ratifies());
    assertThat(stage(wider, first)).isEqualTo(AgreementStage.IN_FORCE);
    Text named = same.withReplaces(first);
    Negotiation byName = inForce.with(north().attests(named), south().attests(named));
    byName = byName.with(north().ratifies(), south().ratifies());
    assertThat(history(byName, first).stage()).isEqualTo(AgreementStage.REPLACED);
  }

  @Example
  void an_agreement_among_more_is_not_replaced_by_some_of_them() {
    Text all = among(grain(40), NORTH, SOUTH, WEST);
    Text some = among(grain(50), NORTH, SOUTH);
    Negotiation talks =
        talks(
            north().attests(all),
            south().attests(all),
            west().attests(all),
            north().attests(some),
            south().attests(some));
    assertThat(stage(talks, all)).isEqualTo(AgreementStage.IN_FORCE);
    assertThat(talks.situation().settled())
        .containsExactlyInAnyOrder(
            new Settled(GRAIN, NORTH, SOUTH, Value.amount(50)),
            new Settled(GRAIN, NORTH, WEST, Value.amount(40)),
            new Settled(GRAIN, SOUTH, WEST, Value.amount(40)));
  }

  @Example
  void an_interim_text_settles_for_its_time_and_ends_no_demand_and_no_talks() {
    Text interim =
        among(terms("truce", 40), NORTH, SOUTH, WEST).withInterim(true).withComprehensive(true);
    Negotiation talks =
        talks(
            north().demands(wants("north", "south", "grain", "at least 50")),
            north().offers(offer(60)),
            north().attests(interim),
            south().attests(interim),
            west().attests(interim));
    assertThat(stage(talks, interim)).isEqualTo(AgreementStage.IN_FORCE);
    assertThat(talks.situation().stage()).isEqualTo(Stage.EXPLORATORY);
    assertThat(talks.situation().closed().keySet()).containsExactly(WAR, GRAIN);
    assertThat(talks.situation().standingDemands()).hasSize(1);
    assertThat(talks.situation().offers()).containsOnlyKeys(offer(60));
  }

  @Example
  void an_undertaking_waits_for_something_that_can_happen() {
    Undertaking ship =
        Undertaking.builder()
            .name("ship")
            .by(NORTH)
            .words("by ship")
            .trigger(new Trigger.After("cart"))
            .build();
    Undertaking cart = ship.withName("cart").withTrigger(new Trigger.After("ship"));
    Text ring = among(grain(40), NORTH, SOUTH).withUndertakings(ship, cart);
    assertThat(refused(talks(), north().attests(ring)))
        .startsWith(
            "undertaking (ship) can never be due: it waits for itself, by way of ship, cart. Let"
                + " one of these wait for something else.");
    assertThat(laws(talks(), north().attests(ring))).containsExactly(Law.TRIGGERED);
    Text waiting = among(grain(40), NORTH, SOUTH).withUndertakings(ship);
    assertThat(refused(talks(), north().attests(waiting)))
        .isEqualTo(
            "undertaking (ship) waits for (cart), which is nothing that is agreed. Name another"
                + " undertaking: ship.");
    Offer before =
        offer(40).withUndertakings(cart.withTrigger(new Trigger.OnForce()).withBy(SOUTH));
    Negotiation talks = agreed(before);
    Text after = among(terms("truce", 1).only(Set.of(WAR)), NORTH, SOUTH).withUndertakings(ship);
    Negotiation both = talks.with(north().attests(after), south().attests(after));
    assertThat(state(both, "ship")).isEqualTo(ObligationState.PENDING);
    assertThat(state(both.with(south().performs(named(both, "cart"))), "ship"))
        .isEqualTo(ObligationState.IN_EFFECT);
  }

  @Example
  void an_offer_may_say_nothing_but_who_undertakes_what() {
    Undertaking ship = Undertaking.builder().name("ship").by(NORTH).words("by ship").build();
    Offer offer =
        Offer.builder().by(NORTH).addTo(SOUTH).terms(Terms.NONE).addUndertakings(ship).build();
    Negotiation made = talks(north().offers(offer));
    assertThat(made.situation().offers()).containsOnlyKeys(offer);
    Negotiation accepted = made.with(south().accepts(offer));
    assertThat(stage(accepted, offer.text())).isEqualTo(AgreementStage.IN_FORCE);
    assertThat(state(accepted, "ship")).isEqualTo(ObligationState.IN_EFFECT);
    assertThat(accepted.situation().settled()).isEmpty();
  }

  @Example
  void one_who_is_no_principal_attests_and_signs_its_own_undertakings() {
    ActorId league = ActorId.of("league");
    Undertaking guard = Undertaking.builder().name("guard").by(league).words("guards").build();
    Text letter =
        Text.builder().terms(Terms.NONE).addUndertakings(guard).addParties(league, SOUTH).build();
    Negotiation attested = talks(Move.by("league").attests(letter), south().signs(letter));
    assertThat(stage(attested, letter)).isEqualTo(AgreementStage.IN_FORCE);
    assertThat(state(attested, "guard")).isEqualTo(ObligationState.IN_EFFECT);
    assertThat(stage(talks(south().attests(letter), Move.by("league").signs(letter)), letter))
        .isEqualTo(AgreementStage.IN_FORCE);
  }

  @Example
  void whoever_is_away_when_the_talks_are_concluded_can_come_back() {
    Text whole = among(terms("truce", 4), NORTH, SOUTH, WEST).withComprehensive(true);
    Negotiation talks =
        talks(
            north().attests(whole),
            south().attests(whole),
            west().initials(whole),
            north().suspends(),
            west().confirms(whole));
    assertThat(talks.situation().stage()).isEqualTo(Stage.CONCLUDED);
    Negotiation back = talks.with(north().resumes());
    assertThat(back.situation().away()).isEmpty();
    assertThat(back.situation().stage()).isEqualTo(Stage.CONCLUDED);
  }

  @Example
  void a_denied_ratification_undoes_what_rests_on_it() {
    Negotiation talks =
        ratified(
            north().offers(offer(40)),
            south().accepts(offer(40)),
            north().ratifies(),
            south().ratifies());
    Negotiation denied = talks.deny(new EntryId(4), Note.of("2025", "it did not")).orThrow();
    assertThat(stage(denied, offer(40).text())).isEqualTo(AgreementStage.SIGNED);
    Negotiation cancelled = talks.cancel(new EntryId(2), Note.of("2025", "misread")).orThrow();
    assertThat(cancelled.agreements()).isEmpty();
  }

  @Example
  void what_hangs_on_an_open_condition_is_pending_whoever_sets_it_off() {
    Offer conditional = offer(40).withConditions(Condition.of("war", "at least truce"));
    Negotiation talks = owed(north().offers(conditional), south().accepts(conditional));
    assertThat(talks.apply(island().setsOff(named(talks, "grain")))).isInstanceOf(Refusal.class);
  }

  @Example
  void one_party_suspends_between_itself_and_others_and_all_suspend_the_agreement() {
    Text text = among(terms("truce", 40), NORTH, SOUTH);
    Negotiation inForce = owed(island().opensRound(), north().attests(text), south().signs(text));
    Negotiation one = inForce.with(north().suspends(text));
    assertThat(stage(one, text)).isEqualTo(AgreementStage.IN_FORCE);
    assertThat(one.situation().stage()).isEqualTo(Stage.IN_SESSION);
    assertThat(state(one, "grain")).isEqualTo(ObligationState.SUSPENDED);
    assertThat(state(one, "war")).isEqualTo(ObligationState.SUSPENDED);
    assertThat(refused(one, north().suspends(text)))
        .isEqualTo(
            "north has already suspended (grain 40; war truce) of [2]. Resume it"
                + " before suspending it again.");
    assertThat(refused(one, south().resumes(text)))
        .isEqualTo(
            "south cannot resume (grain 40; war truce) of [2]: it has not suspended it. Suspended by:"
                + " north.");
    assertThat(laws(one, west().suspends(text))).containsExactly(Law.CONCERNED);
    Negotiation both = one.with(south().suspends(text));
    assertThat(stage(both, text)).isEqualTo(AgreementStage.SUSPENDED);
    assertThat(state(both, "war")).isEqualTo(ObligationState.SUSPENDED);
    assertThat(both.situation().settled()).isEqualTo(inForce.situation().settled());
    Negotiation back = both.with(north().resumes(text), south().resumes(text));
    assertThat(back.situation()).isEqualTo(inForce.situation());
  }

  @Example
  void only_what_is_in_force_is_suspended() {
    Text text = offer(40).text();
    Negotiation signed = ratified(north().offers(offer(40)), south().accepts(offer(40)));
    assertThat(refused(signed, north().suspends(text)))
        .isEqualTo(
            "north cannot suspend (grain 40) of [1]: it is not in force. Wait"
                + " until all who must have ratified.");
    assertThat(laws(talks(), north().suspends(text))).contains(Law.AGREEMENT_STANDS);
    Accepted recorded = (Accepted) signed.record(north().suspends(text));
    assertThat(recorded.findings()).extracting(Finding::rule).containsExactly("AGREEMENT_STANDS");
    assertThat(recorded.negotiation().situation()).isEqualTo(signed.situation());
  }

  @Example
  void it_expires_with_the_next_move_that_is_certainly_after_its_last_day() {
    Text text = among(grain(40), NORTH, SOUTH).withLasts(new Lasting.Days(30));
    Negotiation inForce =
        owed(north().on("2024-01-01").attests(text), south().on("2024-01-02").signs(text));
    assertThat(inForce.situation().agreements().get(text).ends()).contains(When.day(2024, 2, 1));
    Negotiation last = inForce.with(island().on("2024-02-01").meets());
    assertThat(stage(last, text)).isEqualTo(AgreementStage.IN_FORCE);
    Negotiation perhaps = inForce.with(island().on("2024-02").meets());
    assertThat(stage(perhaps, text)).isEqualTo(AgreementStage.IN_FORCE);
    Negotiation over = last.with(island().on("2024-02-02").meets());
    assertThat(history(over, text).stage()).isEqualTo(AgreementStage.EXPIRED);
    assertThat(over.situation().agreements()).isEmpty();
    assertThat(over.situation().settled()).isEmpty();
    Text until = text.withLasts(new Lasting.Until(When.parse("2024-01")));
    Negotiation both =
        owed(north().on("2024-01-01").attests(until), south().on("2024-01-02").signs(until));
    assertThat(both.situation().agreements().get(until).ends()).contains(When.month(2024, 1));
  }

  @Example
  void what_one_of_three_has_left_settles_nothing_with_it_and_goes_on_among_the_rest() {
    Text text = among(grain(40), NORTH, SOUTH, WEST);
    Negotiation signed = owed(north().attests(text), south().signs(text), west().signs(text));
    Negotiation left =
        signed.with(
            north().allegesBreach(named(signed, "grain"), "not sent"), west().denounces(text));
    assertThat(stage(left, text)).isEqualTo(AgreementStage.IN_FORCE);
    assertThat(left.situation().agreements().get(text).bound()).containsExactly(NORTH, SOUTH);
    assertThat(left.situation().settled())
        .containsExactly(new Settled(GRAIN, NORTH, SOUTH, Value.amount(40)));
  }

  @Example
  void of_a_severable_proposal_the_rest_can_be_accepted_once_a_part_is_agreed() {
    Offer proposal =
        Offer.builder()
            .by(ActorId.of("island"))
            .addTo(NORTH, SOUTH)
            .terms(terms("truce", 40))
            .binding(Binding.SEVERABLE)
            .proposal(true)
            .build();
    Substantive.Accept grainOnly =
        new Substantive.Accept(proposal, ImmutableSet.of(GRAIN), Authority.FINAL);
    Negotiation part =
        talks(island().proposes(proposal), north().does(grainOnly), south().does(grainOnly));
    assertThat(part.situation().settled()).extracting(Settled::issue).containsExactly(GRAIN);
    Negotiation all = part.with(north().accepts(proposal), south().accepts(proposal));
    assertThat(all.situation().settled()).extracting(Settled::issue).containsExactly(WAR, GRAIN);
    assertThat(all.situation().offers()).isEmpty();
  }
}
