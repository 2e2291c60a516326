package dev.parley.talks;

import static dev.parley.talks.Shore.grain;
import static dev.parley.talks.Shore.island;
import static dev.parley.talks.Shore.north;
import static dev.parley.talks.Shore.offer;
import static dev.parley.talks.Shore.refused;
import static dev.parley.talks.Shore.south;
import static dev.parley.talks.Shore.talks;
import static dev.parley.talks.Shore.wants;
import static dev.parley.talks.Shore.west;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Delegation;
import dev.parley.agenda.Delegation.Level;
import dev.parley.agenda.DelegationId;
import dev.parley.agenda.Issue;
import dev.parley.agenda.Issue.Better;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Mandate;
import dev.parley.agenda.Outsider;
import dev.parley.agenda.Party;
import dev.parley.agenda.Party.Role;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.agenda.Value;
import dev.parley.demand.Ask;
import dev.parley.demand.Demand;
import dev.parley.demand.EndOfWar;
import dev.parley.demand.GeneralDemand;
import dev.parley.demand.HostageList;
import dev.parley.demand.Offer;
import dev.parley.demand.Provisions.Condition;
import dev.parley.demand.Provisions.Instalment;
import dev.parley.demand.Tie;
import dev.parley.demand.Undertaking;
import dev.parley.demand.Undertaking.Trigger;
import dev.parley.talks.Outcome.Accepted;
import dev.parley.talks.Substantive.Direction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Example;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What is refused, and in which words. */
class BadInputTest {
  private static void broken(ThrowingCallable what, String message) {
    assertThatIllegalArgumentException().isThrownBy(what).withMessage(message);
  }

  private static Terms off(String issue, Value value) {
    return Terms.of(Map.of(IssueId.of(issue), value));
  }

  @Example
  void a_value_off_its_scale_is_refused_when_the_terms_are_built() {
    Terms.Builder terms = Terms.on(Shore.AGENDA);
    broken(() -> terms.set("grain", 150), "grain: 150 tons is above the scale's most (100)");
    broken(() -> terms.set("grain", -1), "grain: -1 tons is below the scale's least (0)");
    broken(
        () -> terms.set("grain", "2.5"),
        "grain: 2.5 tons lies between two steps of the scale (by 1): use 2 or 3");
    broken(
        () -> terms.set("grain", "much"),
        "grain: (much) is not a number: write one from 0 to 100 tons by 1");
    broken(
        () -> terms.set("war", "lull"),
        "war: (lull) is not on the scale (none < pause < truce < peace)");
    broken(
        () -> terms.set("custodian", "peru"),
        "custodian: (peru) is not on the scale (norway | oman | chile)");
    broken(
        () -> terms.set("list", "names, shoes"),
        "list: (shoes) is not on the scale (any of names, living, deceased)");
    broken(
        () -> terms.set("war", Value.amount(3)),
        "war: (3) is not on the scale (none < pause < truce < peace)");
    broken(terms::build, "terms need a value on one issue or more");
  }

  @Example
  void a_value_off_its_scale_is_refused_by_apply_and_by_record() {
    Offer offer = offer(40).withTerms(off("grain", Value.amount(150)));
    String message =
        "grain: 150 tons is above the scale's most (100). The scale is 0 to 100 tons by 1.";
    assertThat(refused(talks(), north().offers(offer))).isEqualTo(message);
    assertThat(((Refusal) talks().record(north().offers(offer))).message()).isEqualTo(message);
    assertThat(refused(talks(), north().attests(off("grain", Value.amount(150)))))
        .isEqualTo(message);
    assertThat(refused(talks(), north().demands(wants("north", "south", "grain", "at least 150"))))
        .isEqualTo(message);
    Offer conditional = offer(40).withConditions(Condition.of("war", "lull"));
    assertThat(refused(talks(), north().offers(conditional)))
        .isEqualTo(
            "war: (lull) is not on the scale (none < pause < truce < peace). The scale is none <"
                + " pause < truce < peace.");
    Offer stepwise =
        Offer.of("north", "south", off("grain", Value.amount(50)))
            .withInstalments(
                new Instalment("first", off("grain", Value.amount(150)), new Trigger.OnForce()));
    assertThat(refused(talks(), north().offers(stepwise))).isEqualTo(message);
    Offer bound =
        offer(40)
            .withUndertakings(
                Undertaking.builder()
                    .name("duty")
                    .by(ActorId.of("north"))
                    .terms(off("grain", Value.amount(150)))
                    .build());
    assertThat(refused(talks(), north().offers(bound))).isEqualTo(message);
  }

  @Example
  void an_offer_is_not_accepted_by_its_maker_nor_by_somebody_it_was_not_made_to() {
    Negotiation talks = talks(north().offers(offer(40)));
    assertThat(refused(talks, north().accepts(offer(40))))
        .isEqualTo("north cannot accept its own offer (grain 40). Withdraw it, or wait for south.");
    assertThat(refused(talks, west().accepts(offer(40))))
        .isEqualTo(
            "west cannot accept an offer that was not made to it (grain 40). It was made to"
                + " south.");
    assertThat(refused(talks, north().rejects(offer(40))))
        .isEqualTo("north cannot reject its own offer (grain 40). Withdraw it, or wait for south.");
    assertThat(refused(talks, west().counters(offer(40), Offer.of("west", "north", grain(50)))))
        .isEqualTo(
            "west cannot counter an offer that was not made to it (grain 40). It was made to"
                + " south.");
    assertThat(refused(talks, south().withdraws(offer(40))))
        .isEqualTo(
            "south cannot withdraw the offer of north (grain 40). Reject it, or wait for north.");
  }

  @Example
  void an_offer_that_was_never_made_is_neither_answered_nor_withdrawn() {
    for (Move move : List.of(south().accepts(offer(40)), south().rejects(offer(40)))) {
      assertThat(refused(talks(), move))
          .endsWith("an offer (grain 40): it was never made. No offer to south stands.");
    }
    assertThat(refused(talks(), north().withdraws(offer(40))))
        .isEqualTo(
            "north cannot withdraw an offer (grain 40): it was never made. No offer of north"
                + " stands.");
    Negotiation talks =
        talks(north().offers(offer(40), Offer.of("north", "south", Shore.terms("truce", 5))));
    assertThat(refused(talks, south().accepts(offer(50))))
        .isEqualTo(
            "south cannot accept an offer (grain 50): it was never made. Standing offers to south:"
                + " grain 40 | grain 5; war truce.");
  }

  @Example
  void a_move_that_only_a_principal_can_make_is_refused_to_a_mediator() {
    assertThat(refused(talks(), island().demands(wants("island", "north", "grain", "5"))))
        .isEqualTo(
            "island cannot raise a demand: it is [MEDIATOR]. Principals: north, south, west.");
    assertThat(refused(talks(), island().breaksOff()))
        .isEqualTo("island cannot break off: it is [MEDIATOR]. Principals: north, south, west.");
    assertThat(refused(talks(), Shore.outlet().abandonsTalks()))
        .isEqualTo(
            "outlet cannot abandon the talks: it is an outsider. Principals: north, south,"
                + " west.");
    assertThat(refused(talks(), Shore.outlet().meets()))
        .isEqualTo(
            "outlet cannot hold a meeting: it is an outsider. Parties: north, south, west, island,"
                + " league.");
  }

  @Example
  void a_demand_or_an_offer_is_made_in_ones_own_name_to_other_principals() {
    assertThat(refused(talks(), north().demands(wants("south", "north", "grain", "5"))))
        .isEqualTo("north cannot make a demand in the name of south. Make it a move by south.");
    assertThat(refused(talks(), south().offers(offer(40))))
        .isEqualTo("south cannot make an offer in the name of north. Make it a move by north.");
    assertThat(refused(talks(), north().demands(wants("north", "north", "grain", "5"))))
        .isEqualTo("north addresses its demand to itself. Address it to south, west.");
    assertThat(refused(talks(), north().offers(offer(40).withTo(ActorId.of("island")))))
        .isEqualTo(
            "north addresses its offer to (island), whom terms cannot bind. Address it to south,"
                + " west.");
    Move shift =
        north()
            .does(
                new Substantive.Shift(
                    Direction.SOFTER,
                    Optional.of(IssueId.of("grain")),
                    ImmutableSet.of(ActorId.of("outlet"))));
    assertThat(refused(talks(), shift))
        .isEqualTo(
            "north addresses its shift to (outlet), whom terms cannot bind. Address it to south,"
                + " west.");
  }

  @Example
  void an_offer_that_offers_nothing_or_the_same_twice_is_refused() {
    assertThat(refused(talks(), north().offers()))
        .isEqualTo(
            "north makes no offer, or the same one twice. Give one offer or more, each once.");
    assertThat(refused(talks(), north().offers(offer(40), offer(40))))
        .isEqualTo(
            "north makes no offer, or the same one twice. Give one offer or more, each once.");
    Undertaking duty =
        Undertaking.builder().name("duty").by(ActorId.of("north")).words("digs").build();
    assertThat(refused(talks(), north().offers(offer(40).withUndertakings(duty, duty))))
        .isEqualTo("undertaking (duty) appears twice in the offer. Give each its own name.");
    Undertaking others = duty.withBy(ActorId.of("west"));
    assertThat(refused(talks(), north().offers(offer(40).withUndertakings(others))))
        .isEqualTo(
            "undertaking (duty) binds (west), who neither makes the offer nor is addressed by it."
                + " An offer can bind its maker and south.");
    broken(() -> duty.withWords(" "), "undertaking (duty) delivers nothing: give terms or words");
    broken(
        () -> offer(40).withTerms(Terms.NONE),
        "a text says nothing: give a value on one issue or more, or say who undertakes what");
    broken(
        () -> duty.withAmount(BigDecimal.ZERO),
        "undertaking (duty) is to do (0) of something: give more than none");
    broken(
        () -> Offer.builder().by(ActorId.of("north")).terms(grain(40)).build(),
        "an offer by (north) needs somebody it is made to");
  }

  @Example
  void a_move_in_a_stage_that_has_no_place_for_it_is_refused() {
    assertThat(refused(talks(), north().resumes()))
        .startsWith(
            "north cannot resume: talks are exploratory. What has its place then: open round, meet,"
                + " suspend, break off, leave, declare impasse, speak, agree, proceed, carry out, abandon,"
                + " communicate.");
    Negotiation open = talks(island().opensRound());
    assertThat(refused(open, island().opensRound()))
        .startsWith("island cannot open a round: talks are in session.");
    Negotiation broken = open.with(north().breaksOff());
    assertThat(refused(broken, north().attests(grain(40))))
        .startsWith("north cannot attest an agreement: talks are broken off.");
  }

  @Example
  void a_round_that_is_not_open_is_not_closed() {
    assertThat(refused(talks(), island().closesRound()))
        .isEqualTo(
            "island cannot close a round: talks are exploratory. What has its place then: open round,"
                + " meet, suspend, break off, leave, declare impasse, speak, agree, proceed, carry out,"
                + " abandon, communicate.\n"
                + "island cannot close a round: none is open. Open one first.");
    assertThat(refused(talks(north().suspends()), island().closesRound()))
        .isEqualTo("island cannot close a round: none is open. Open one first.");
  }

  @Example
  void whoever_leaves_comes_back_once() {
    Negotiation away = talks(north().suspends());
    assertThat(refused(away, north().suspends()))
        .isEqualTo("north has already suspended or walked out. Resume before leaving again.");
    assertThat(refused(away, south().resumes()))
        .isEqualTo("south cannot resume: it has neither suspended nor walked out. Away: north.");
    assertThat(refused(talks(), south().resumes()))
        .endsWith("south cannot resume: it has neither suspended nor walked out. Nobody is away.");
    Negotiation declared = talks(north().declaresImpasse());
    assertThat(refused(declared, north().declaresImpasse()))
        .isEqualTo("north has already declared an impasse. The others have not: south, west.");
  }

  @Example
  void a_delegation_is_the_partys_own_and_on_the_agenda() {
    assertThat(refused(talks(), north().sends("officers")))
        .isEqualTo(
            "north cannot act through (officers), a delegation of south. Use a delegation of"
                + " north.");
    assertThat(refused(talks(), north().through("officers").meets()))
        .isEqualTo(
            "north cannot act through (officers), a delegation of south. Use a delegation of"
                + " north.");
    assertThat(refused(talks(), south().sends("soldiers")))
        .isEqualTo("delegation (soldiers) is not on the agenda. Delegations: officers, farmers.");
    assertThat(refused(talks(), south().through("soldiers").meets()))
        .isEqualTo("delegation (soldiers) is not on the agenda. Delegations: officers, farmers.");
  }

  @Example
  void a_party_or_an_issue_that_does_not_exist_is_named_with_those_that_do() {
    String nobody =
        "(nobody) is neither a party nor an outsider here. On the agenda: north, south, west,"
            + " island, league, outlet. Use one of these, or add it to the agenda.";
    String nothing =
        "issue (fishing) is not on the agenda. Issues: war, grain, days, custodian, list. Use one"
            + " of these, or amend the agenda first.";
    assertThat(refused(talks(), Move.by("nobody").meets())).isEqualTo(nobody);
    assertThat(refused(talks(), north().accuses("nobody", "theft"))).isEqualTo(nobody);
    assertThat(refused(talks(), north().demands(wants("north", "nobody", "grain", "5"))))
        .isEqualTo(nobody);
    assertThat(refused(talks(), north().offers(offer(40).withTo(ActorId.of("nobody")))))
        .isEqualTo(nobody);
    assertThat(refused(talks(), north().demands(wants("north", "south", "fishing", "5"))))
        .isEqualTo(nothing);
    assertThat(refused(talks(), north().softens("fishing"))).isEqualTo(nothing);
    assertThat(refused(talks(), north().ties("fishing", Tie.Order.AFTER, "war")))
        .isEqualTo(nothing);
    assertThat(refused(talks(), north().ties("war", Tie.Order.AFTER, "fishing")))
        .isEqualTo(nothing);
    assertThat(refused(talks(), north().drops("fishing"))).contains(nothing);
    assertThat(refused(talks(), north().attests(off("fishing", Value.level("yes")))))
        .isEqualTo(nothing);
    assertThat(
            refused(
                talks(), north().offers(offer(40).withTerms(off("fishing", Value.level("yes"))))))
        .isEqualTo(nothing);
    broken(
        () -> Terms.on(Shore.AGENDA).set("fishing", "yes"),
        "issue (fishing) is not on the agenda. Issues: war, grain, days, custodian, list");
    broken(
        () -> talks().situation().position("north", "fishing", "south"),
        "issue (fishing) is not on the agenda. Issues: war, grain, days, custodian, list");
    assertThat(talks().situation().position("island", "grain", "south").isStated()).isFalse();
    broken(
        () -> talks().situation().position("nobody", "grain", "south"),
        "(nobody) is not a principal and has no position. Principals: north, south, west");
    Undertaking secured =
        Undertaking.builder()
            .name("duty")
            .by(ActorId.of("north"))
            .words("digs")
            .guarantor(ActorId.of("nobody"))
            .build();
    assertThat(refused(talks(), north().offers(offer(40).withUndertakings(secured))))
        .isEqualTo(nobody);
  }

  private static Agenda.Builder two() {
    return Agenda.builder()
        .principal("north", "North")
        .principal("south", "South")
        .issue("grain", Scale.quantity(0, 10, "tons"));
  }

  @Example
  void what_stands_twice_on_the_agenda_is_refused() {
    broken(
        () -> two().mediator("north", "North").build(),
        "party or outsider id (north) appears twice on the agenda");
    broken(
        () -> two().addOutsiders(new Outsider(ActorId.of("south"), "South")).build(),
        "party or outsider id (south) appears twice on the agenda");
    broken(
        () -> two().issue("grain", Scale.levels("no", "yes")).build(),
        "issue id (grain) appears twice on the agenda");
    Delegation one = Shore.AGENDA.delegationList().get(0);
    broken(
        () -> two().addDelegationList(one, one).build(),
        "delegation id (officers) appears twice on the agenda");
  }

  @Example
  void an_agenda_has_two_principals_and_an_issue_and_knows_whom_it_names() {
    broken(
        () ->
            Agenda.builder().principal("north", "North").issue("a", Scale.levels("x", "y")).build(),
        "an agenda needs two principals or more, not 1: north");
    broken(
        () -> Agenda.builder().principal("north", "North").principal("south", "South").build(),
        "an agenda needs one issue or more");
    Issue better =
        Issue.of("ships", Scale.quantity(0, 5, "ships"))
            .withBetter(Map.of(ActorId.of("east"), Better.MORE));
    broken(
        () -> two().addIssueList(better).build(),
        "issue (ships) is better for (east), who is not a party. Parties: north, south");
    Issue carried =
        Issue.of("ships", Scale.quantity(0, 5, "ships")).withObligor(ActorId.of("island"));
    broken(
        () -> two().addIssueList(carried).build(),
        "issue (ships) is carried out by (island), who is not a party. Parties: north, south");
    assertThat(two().mediator("island", "Island").addIssueList(carried).build().issueList())
        .contains(carried);
    Delegation stray =
        Delegation.builder()
            .id(DelegationId.of("envoys"))
            .party(ActorId.of("east"))
            .name("envoys")
            .level(Level.HEADS)
            .build();
    broken(
        () -> two().addDelegationList(stray).build(),
        "delegation (envoys) is sent by (east), who is not a party. Parties: north, south");
    Delegation misled =
        stray
            .withParty(ActorId.of("north"))
            .withMandate(
                Mandate.only(
                    Map.of(IssueId.of("fishing"), dev.parley.agenda.Mandate.Authority.FINAL)));
    broken(
        () -> two().addDelegationList(misled).build(),
        "delegation (envoys) has a mandate on an issue that is not there: issue (fishing) is not on"
            + " the agenda. Issues: grain");
    broken(
        () ->
            Issue.of("port", Scale.options("a", "b"))
                .withBetter(Map.of(ActorId.of("north"), Better.LESS)),
        "issue (port) is a choice among options, which have no better end: leave (better) out for"
            + " north");
    broken(
        () -> Party.builder().id(ActorId.of("north")).name("North").build(),
        "party (north) needs a role: principal, mediator, guarantor, supporter or observer");
    assertThat(Party.of("north", "North", Role.OBSERVER, Role.PRINCIPAL).roles())
        .containsExactly(Role.PRINCIPAL, Role.OBSERVER);
  }

  @Example
  void a_condition_or_a_tie_that_refers_to_itself_is_refused() {
    broken(
        () -> offer(40).withConditions(Condition.of("grain", "5")),
        "a condition on (grain) refers to itself: the offer's own terms give (40) there. Leave one"
            + " of them out");
    broken(
        () -> north().ties("grain", Tie.Order.AFTER, "war", "grain"),
        "a tie of (grain) refers to itself: a commitment cannot wait for itself. Leave (grain) out"
            + " of [war, grain]");
    broken(
        () -> north().ties("grain", Tie.Order.TOGETHER),
        "a tie of (grain) needs one issue or more that it waits for");
  }

  private static Instalment step(String name, Trigger trigger) {
    return new Instalment(name, grain(10), trigger);
  }

  @Example
  void an_instalment_whose_trigger_never_can_happen_is_refused() {
    broken(
        () -> offer(40).withInstalments(step("first", new Trigger.After("second"))),
        "instalment (first) can never happen: its trigger waits for (second), which is no"
            + " instalment of this offer. It has first");
    broken(
        () -> offer(40).withInstalments(step("first", new Trigger.After("first"))),
        "instalment (first) can never happen: its trigger waits for (first), which waits for it in"
            + " turn");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                offer(40)
                    .withInstalments(
                        step("first", new Trigger.After("second")),
                        step("second", new Trigger.After("first"))))
        .withMessageMatching(
            "instalment \\((first|second)\\) can never happen: its trigger waits for"
                + " \\((first|second)\\), which waits for it in turn");
    broken(
        () ->
            offer(40)
                .withInstalments(
                    step("first", new Trigger.OnForce()), step("first", new Trigger.OnForce())),
        "instalment (first) appears twice in the offer");
    broken(
        () ->
            offer(40)
                .withInstalments(
                    new Instalment("first", Shore.terms("truce", 5), new Trigger.OnForce())),
        "instalment (first) delivers (war), on which the offer gives no value: add it to the"
            + " terms");
    broken(
        () -> new Trigger.AfterDays(-1),
        "a trigger (-1 days) must not be before the agreement is in force");
    assertThat(
            offer(40)
                .withInstalments(
                    step("b", new Trigger.After("a")), step("a", new Trigger.AfterDays(0)))
                .instalments())
        .hasSize(2);
  }

  @Example
  void an_undertaking_whose_trigger_never_can_happen_is_refused_when_consent_is_given() {
    Undertaking duty =
        Undertaking.builder()
            .name("duty")
            .by(ActorId.of("north"))
            .words("digs")
            .trigger(new Trigger.After("first"))
            .build();
    Offer waiting = offer(40).withUndertakings(duty);
    assertThat(refused(talks(north().offers(waiting)), south().accepts(waiting)))
        .isEqualTo(
            "undertaking (duty) waits for (first), which is nothing that is agreed. Name another"
                + " undertaking: duty.");
    assertThat(refused(talks(), north().attests(waiting.text())))
        .isEqualTo(
            "undertaking (duty) waits for (first), which is nothing that is agreed. Name another"
                + " undertaking: duty.");
    Offer stepwise = waiting.withInstalments(step("first", new Trigger.OnForce()));
    assertThat(talks(north().offers(stepwise)).apply(south().accepts(stepwise)))
        .isInstanceOf(Accepted.class);
    Offer ring = offer(40).withUndertakings(duty.withTrigger(new Trigger.After("duty")));
    assertThat(refused(talks(north().offers(ring)), south().accepts(ring)))
        .isEqualTo(
            "undertaking (duty) can never be due: it waits for itself, by way of duty. Let one of"
                + " these wait for something else.");
  }

  @Example
  void an_identifier_with_bad_characters_is_refused_with_a_near_one() {
    broken(
        () -> ActorId.of("North Sea"),
        "party id (North Sea) has (N) at character 1: use a lower-case letter, then lower-case"
            + " letters, digits, hyphens, such as (north-sea)");
    broken(
        () -> IssueId.of("grain_2"),
        "issue id (grain_2) has (_) at character 6: use a lower-case letter, then lower-case"
            + " letters, digits, hyphens, such as (grain-2)");
    broken(
        () -> DelegationId.of("2nd"),
        "delegation id (2nd) has (2) at character 1: use a lower-case letter, then lower-case"
            + " letters, digits, hyphens, such as (nd)");
    broken(
        () -> ActorId.of(""),
        "party id () must not be empty: use a lower-case letter, then letters, digits, hyphens");
    broken(
        () -> ActorId.of("-"),
        "party id (-) has (-) at character 1: use a lower-case letter, then lower-case letters,"
            + " digits, hyphens");
    broken(
        () -> ActorId.of("a".repeat(81)),
        "party id (" + "a".repeat(20) + "...) is 81 characters long: 80 is the most");
    assertThat(ActorId.of("a".repeat(80)).text()).hasSize(80);
    broken(
        () -> north().setsDeadline("New Year", "2025", "grain"),
        "deadline id (New Year) has (N) at character 1: use a lower-case letter, then lower-case"
            + " letters, digits, hyphens, such as (new-year)");
  }

  @Example
  void a_demand_asks_for_something() {
    broken(
        () -> GeneralDemand.builder().by(ActorId.of("north")).build(),
        "a demand needs an ask on one issue or more");
    broken(() -> Ask.inWords(" "), "an ask needs a region or words: neither is given");
    broken(
        () -> HostageList.of("north", "south"),
        "a demand for a list needs one item or more that it holds");
    Demand demand = EndOfWar.of("north", "south", "peace");
    assertThat(refused(talks(), north().demands(demand)))
        .startsWith("issue (end-of-war) is not on the agenda.");
  }

  @Example
  void a_policy_stays_within_its_bounds() {
    broken(
        () -> Policy.builder().stallAfter(0).build(),
        "policy: a stall after (0) rounds must be from 1 to 1000");
    broken(
        () -> Policy.builder().stallAfter(1001).build(),
        "policy: a stall after (1001) rounds must be from 1 to 1000");
    broken(
        () -> Policy.builder().negligible(new BigDecimal("-0.1")).build(),
        "policy: a negligible step (-0.1) must be from 0 to below 1, as a share of one step of the"
            + " scale");
    broken(
        () -> Policy.builder().negligible(BigDecimal.ONE).build(),
        "policy: a negligible step (1) must be from 0 to below 1, as a share of one step of the"
            + " scale");
    broken(
        () -> Policy.builder().dormantAfterDays(0).build(),
        "policy: dormant after (0) days must be from 1 to 1000000");
    assertThat(Policy.builder().stallAfter(1000).dormantAfterDays(1).build().stallAfter())
        .isEqualTo(1000);
    assertThat(ImmutableList.of(Policy.DEFAULT.stallAfter(), Policy.DEFAULT.dormantAfterDays()))
        .containsExactly(2, 30);
  }
}
