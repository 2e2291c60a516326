package dev.parley.talks;

import static dev.parley.talks.Shore.grain;
import static dev.parley.talks.Shore.island;
import static dev.parley.talks.Shore.north;
import static dev.parley.talks.Shore.offer;
import static dev.parley.talks.Shore.outlet;
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
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Mandate.Authority;
import dev.parley.agenda.Value;
import dev.parley.agreement.Accord;
import dev.parley.agreement.AgreementStage;
import dev.parley.demand.Ask;
import dev.parley.demand.GeneralDemand;
import dev.parley.demand.Offer;
import dev.parley.demand.Provisions.Binding;
import dev.parley.demand.Provisions.Condition;
import dev.parley.demand.Tie;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.When;
import dev.parley.progress.Settled;
import dev.parley.talks.DemandLife.DemandState;
import dev.parley.talks.Outcome.Accepted;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Example;

/** What becomes of offers and demands. */
class OfferScenarios {
  private static final IssueId WAR = IssueId.of("war");
  private static final IssueId GRAIN = IssueId.of("grain");
  private static final ActorId SOUTH = ActorId.of("south");
  private static final ActorId WEST = ActorId.of("west");
  private static final Offer TO_BOTH = offer(40).withTo(SOUTH, WEST);

  private static Move acceptsPart(Mover who, Offer offer, IssueId... parts) {
    return who.does(new Substantive.Accept(offer, ImmutableSet.copyOf(parts), Authority.FINAL));
  }

  private static AgreementStage stage(Negotiation talks, Offer offer) {
    return talks.situation().agreements().get(offer.text()).stage();
  }

  private static Set<IssueId> settled(Negotiation talks) {
    return talks.situation().settled().stream()
        .map(Settled::issue)
        .collect(ImmutableSet.toImmutableSet());
  }

  @Example
  void an_offer_stands_until_it_is_withdrawn_and_says_so_to_whoever_comes_late() {
    Negotiation made = talks(island().opensRound(), north().offers(offer(40)));
    assertThat(made.situation().offers().get(offer(40)).open())
        .isEqualTo(Map.of(SOUTH, ImmutableSet.of(GRAIN)));
    assertThat(region(made, "north", "grain", "south")).isEqualTo("40");
    Negotiation withdrawn = made.with(north().withdraws(offer(40)));
    assertThat(withdrawn.situation().offers()).isEmpty();
    assertThat(region(withdrawn, "north", "grain", "south")).isEqualTo("not stated");
    assertThat(refused(withdrawn, south().accepts(offer(40))))
        .isEqualTo(
            "south cannot accept offer [2] (grain 40): it was withdrawn in round 1, entry [3]. No"
                + " offer to south stands.");
  }

  @Example
  void a_whole_offer_to_two_is_over_when_one_of_them_rejects_it() {
    Negotiation rejected = talks(north().offers(TO_BOTH), south().rejects(TO_BOTH));
    assertThat(rejected.situation().offers()).isEmpty();
    assertThat(refused(rejected, west().accepts(TO_BOTH)))
        .isEqualTo(
            "west cannot accept offer [1] (grain 40): it was rejected in entry [2]. No"
                + " offer to west stands.");
    assertThat(region(rejected, "north", "grain", "south")).isEqualTo("40");
  }

  @Example
  void a_severable_offer_to_two_goes_on_with_the_other_when_one_rejects_it() {
    Offer severable = TO_BOTH.withBinding(Binding.SEVERABLE);
    Negotiation rejected = talks(north().offers(severable), south().rejects(severable));
    assertThat(rejected.situation().offers().get(severable).open().keySet()).containsExactly(WEST);
    assertThat(refused(rejected, south().accepts(severable)))
        .contains("it was rejected in entry [2]");
    Negotiation accepted = rejected.with(west().accepts(severable));
    assertThat(accepted.situation().offers()).isEmpty();
    Accord tabled = accepted.situation().agreements().get(severable.text());
    assertThat(tabled.stage()).isEqualTo(AgreementStage.TABLED);
    assertThat(tabled.assents().keySet()).containsExactlyInAnyOrder(ActorId.of("north"), WEST);
    assertThat(accepted.situation().settled()).isEmpty();
  }

  @Example
  void an_offer_to_two_is_agreed_when_both_have_accepted_it() {
    Negotiation one = talks(north().offers(TO_BOTH), south().accepts(TO_BOTH));
    assertThat(one.situation().stage()).isEqualTo(Stage.EXPLORATORY);
    assertThat(one.situation().offers().get(TO_BOTH).accepted())
        .isEqualTo(Map.of(SOUTH, ImmutableSet.of(GRAIN)));
    assertThat(refused(one, south().accepts(TO_BOTH)))
        .isEqualTo(
            "south cannot accept offer [1] (grain 40): it was accepted in entry [2]. No"
                + " offer to south stands.");
    Negotiation both = one.with(west().accepts(TO_BOTH));
    assertThat(stage(both, TO_BOTH)).isEqualTo(AgreementStage.IN_FORCE);
    assertThat(both.situation().closed().keySet()).containsExactly(GRAIN);
    assertThat(both.situation().stage()).isEqualTo(Stage.EXPLORATORY);
    assertThat(both.situation().concerned())
        .containsExactlyInAnyOrder(ActorId.of("north"), SOUTH, WEST);
  }

  @Example
  void a_severable_offer_is_accepted_part_by_part() {
    Offer severable = Offer.of("north", "south", terms("truce", 40)).withBinding(Binding.SEVERABLE);
    Negotiation first =
        talks(
            north().demands(wants("north", "south", "days", "10")),
            south().demands(wants("south", "north", "days", "30")),
            Move.by("west").demands(wants("west", "north", "days", "20")),
            north().offers(severable),
            acceptsPart(south(), severable, GRAIN));
    assertThat(first.situation().offers().get(severable).open())
        .isEqualTo(Map.of(SOUTH, ImmutableSet.of(WAR)));
    assertThat(settled(first)).containsExactly(GRAIN);
    assertThat(refused(first, acceptsPart(south(), severable, GRAIN)))
        .isEqualTo("south cannot accept grain, which is not open in the offer. Open in it: war.");
    Negotiation rest = first.with(south().accepts(severable));
    assertThat(settled(rest)).containsExactly(WAR, GRAIN);
    assertThat(rest.situation().closed()).isEmpty();
    assertThat(rest.situation().offers()).isEmpty();
    assertThat(rest.situation().stage()).isEqualTo(Stage.EXPLORATORY);
  }

  @Example
  void the_parts_accepted_before_are_kept_when_the_next_is() {
    Offer severable = TO_BOTH.withTerms(terms("truce", 40)).withBinding(Binding.SEVERABLE);
    Negotiation talks =
        talks(
            north().offers(severable),
            acceptsPart(south(), severable, GRAIN),
            acceptsPart(south(), severable, WAR));
    assertThat(talks.situation().offers().get(severable).accepted())
        .isEqualTo(Map.of(SOUTH, ImmutableSet.of(GRAIN, WAR)));
    assertThat(talks.situation().offers().get(severable).open().keySet()).containsExactly(WEST);
  }

  @Example
  void nothing_of_a_whole_offer_is_agreed_until_everything_is() {
    Offer whole = Offer.of("north", "south", terms("truce", 40));
    Negotiation talks = talks(north().offers(whole));
    assertThat(refused(talks, acceptsPart(south(), whole, GRAIN)))
        .isEqualTo(
            "south cannot accept only [grain] of a whole offer. Accept all of it, or make a"
                + " counter-offer.");
    assertThat(settled(talks.with(acceptsPart(south(), whole, GRAIN, WAR))))
        .containsExactly(WAR, GRAIN);
  }

  @Example
  void alternatives_stand_together_and_end_together() {
    Negotiation made = talks(north().offers(offer(40), offer(60)));
    assertThat(made.situation().offers()).containsOnlyKeys(offer(40), offer(60));
    assertThat(region(made, "north", "grain", "south")).isEqualTo("40 or 60");
    Negotiation accepted = made.with(south().accepts(offer(60)));
    assertThat(accepted.situation().offers()).isEmpty();
    assertThat(refused(accepted, south().accepts(offer(40))))
        .contains("offer [1] (grain 40): it was replaced in entry [2]");
    assertThat(accepted.situation().settled())
        .containsExactly(new Settled(GRAIN, ActorId.of("north"), SOUTH, Value.amount(60)));
    Negotiation one = made.with(north().withdraws(offer(40)));
    assertThat(one.situation().offers()).containsOnlyKeys(offer(60));
    assertThat(region(one, "north", "grain", "south")).isEqualTo("60");
  }

  @Example
  void an_offer_that_is_like_one_alternative_takes_its_place_beside_the_other() {
    Offer truce = Offer.of("north", "south", terms("truce", 40));
    Offer peace = Offer.of("north", "south", terms("peace", 60));
    Offer better = Offer.of("north", "south", terms("truce", 50));
    Negotiation made = talks(north().offers(truce, peace));
    Negotiation improved = made.with(north().offers(better));
    assertThat(improved.situation().offers()).containsOnlyKeys(peace, better);
    assertThat(region(improved, "north", "grain", "south")).isEqualTo("50 or 60, tentative");
    assertThat(improved.with(south().accepts(peace)).situation().offers()).isEmpty();
    Offer other = Offer.of("north", "south", terms("pause", 70));
    assertThat(made.with(north().offers(other)).situation().offers()).containsOnlyKeys(other);
    assertThat(made.with(north().offers(truce)).situation().offers())
        .isEqualTo(made.situation().offers());
  }

  @Example
  void what_is_settled_otherwise_overtakes_an_offer_and_signing_again_settles_it_again() {
    Negotiation made = talks(north().offers(offer(40)));
    Negotiation agreed =
        made.with(
            north().attests(grain(60)),
            south().attests(grain(60)),
            Move.by("west").attests(grain(60)));
    assertThat(agreed.situation().offers()).isEmpty();
    assertThat(refused(agreed, south().accepts(offer(40))))
        .contains("it was overtaken in entry [4]");
    Negotiation disputed = agreed.with(north().offers(offer(70)));
    assertThat(disputed.situation().closed()).isEmpty();
    assertThat(disputed.with(north().attests(grain(60))).situation().closed())
        .isEqualTo(grain(60).values());
  }

  @Example
  void an_offer_is_countered_by_one_that_names_it_and_replaced_by_the_makers_next() {
    Offer counter = Offer.of("south", "north", grain(70));
    Negotiation countered = talks(north().offers(offer(40)), south().counters(offer(40), counter));
    assertThat(countered.situation().offers()).containsOnlyKeys(counter);
    assertThat(refused(countered, south().accepts(offer(40))))
        .contains("it was countered in entry [2]");
    Negotiation both = talks(north().offers(offer(40)), south().offers(counter));
    assertThat(both.situation().offers()).containsOnlyKeys(offer(40), counter);
    Negotiation replaced = both.with(north().offers(offer(50)));
    assertThat(replaced.situation().offers()).containsOnlyKeys(counter, offer(50));
    Offer other = Offer.of("north", "south", Shore.terms("truce", 40).only(ImmutableSet.of(WAR)));
    assertThat(replaced.with(north().offers(other)).situation().offers())
        .containsOnlyKeys(counter, offer(50), other);
    Offer toWest = offer(45).withTo(WEST);
    assertThat(replaced.with(north().offers(toWest)).situation().offers())
        .containsOnlyKeys(counter, offer(50), toWest);
  }

  @Example
  void an_offer_to_two_is_replaced_only_towards_those_whom_the_next_addresses() {
    Negotiation talks = talks(north().offers(TO_BOTH), north().offers(offer(50)));
    assertThat(talks.situation().offers().get(TO_BOTH).open().keySet()).containsExactly(WEST);
  }

  @Example
  void an_offer_lapses_when_every_day_of_the_date_is_too_late_and_may_have_when_some_are() {
    Offer dated = offer(40).withExpiry(When.parse("2024-12-15"));
    Negotiation talks = talks(north().on("2024-12-01").offers(dated));
    assertThat(refused(talks, south().on("2024-12-16").accepts(dated)))
        .isEqualTo(
            "south cannot accept an offer that lapsed on (2024-12-15): (2024-12-16) is after it."
                + " Ask north to make it again.");
    Accepted may = (Accepted) talks.apply(south().on("2024-12").accepts(dated));
    assertThat(may.findings())
        .containsExactly(
            new Finding(
                "may-have-lapsed",
                Finding.Severity.WARN,
                "south accepts on (2024-12) an offer that stood until (2024-12-15)",
                "Some of the days that the date allows are too late"));
    assertThat(((Accepted) talks.apply(south().on("2024-12-15").accepts(dated))).findings())
        .isEmpty();
    assertThat(
            ((Accepted)
                    talks.apply(south().accepts(offer(40).withExpiry(When.parse("2024-12-15")))))
                .findings())
        .extracting(Finding::rule)
        .containsExactly("may-have-lapsed");
  }

  @Example
  void an_offer_is_not_made_after_its_own_last_day() {
    Offer dated = offer(40).withExpiry(When.parse("2024-12-15"));
    assertThat(refused(talks(), north().on("2024-12-16").offers(dated)))
        .isEqualTo(
            "offer (grain 40) lapses on (2024-12-15), before it is made (2024-12-16). Give a later"
                + " expiry.");
    assertThat(talks().apply(north().on("2024-12-15").offers(dated))).isInstanceOf(Accepted.class);
    assertThat(talks().apply(north().on("2024-12").offers(dated))).isInstanceOf(Accepted.class);
  }

  @Example
  void a_move_dated_before_the_entry_before_it_is_flagged() {
    Negotiation talks = talks(north().on("2024-12-05").meets());
    Accepted late = (Accepted) talks.apply(north().on("2024-12-04").meets());
    assertThat(late.findings())
        .containsExactly(
            new Finding(
                "out-of-order",
                Finding.Severity.WARN,
                "the move is dated (2024-12-04), before the entry that stands before it"
                    + " (2024-12-05)",
                "The order of the chronicle counts; enter it earlier, or leave it as late news"));
    assertThat(late.entry()).isEqualTo(new EntryId(2));
    assertThat(((Accepted) talks.apply(north().on("2024-12").meets())).findings()).isEmpty();
    assertThat(late.findings().get(0))
        .hasToString(
            "out-of-order: "
                + late.findings().get(0).message()
                + ". "
                + late.findings().get(0).hint()
                + ".");
  }

  @Example
  void a_delegation_that_commits_ad_referendum_accepts_provisionally_until_its_party_confirms() {
    Negotiation made = talks(south().sends("officers"), north().offers(offer(40)));
    assertThat(made.situation().delegations()).hasSize(1);
    assertThat(refused(made, south().through("officers").accepts(offer(40))))
        .isEqualTo(
            "officers (mid-level) cannot accept finally on (grain): it may commit only ad referendum. Accept ad referendum; south can confirm.");
    Negotiation provisional = made.with(south().through("officers").acceptsAdReferendum(offer(40)));
    assertThat(stage(provisional, offer(40))).isEqualTo(AgreementStage.INITIALLED);
    assertThat(provisional.situation().offers()).containsOnlyKeys(offer(40));
    assertThat(settled(provisional)).isEmpty();
    assertThat(region(provisional, "south", "grain", "north")).isEqualTo("40, tentative");
    Negotiation confirmed = provisional.with(south().accepts(offer(40)));
    assertThat(confirmed.situation().offers()).isEmpty();
    assertThat(stage(confirmed, offer(40))).isEqualTo(AgreementStage.IN_FORCE);
    assertThat(region(confirmed, "south", "grain", "north")).isEqualTo("40");
  }

  @Example
  void a_delegation_accepts_and_attests_only_where_its_mandate_reaches() {
    Offer both = Offer.of("north", "south", terms("truce", 40));
    Negotiation made = talks(north().offers(both));
    assertThat(refused(made, south().through("farmers").accepts(both)))
        .isEqualTo(
            "farmers (mid-level) cannot accept on (war): its mandate does not reach there. Let south itself speak.");
    assertThat(refused(made, south().through("farmers").attests(terms("truce", 40))))
        .isEqualTo(
            "farmers (mid-level) cannot attest on (war): its mandate does not reach there. Let south itself speak.");
    assertThat(refused(made, south().through("officers").attests(grain(40))))
        .contains("Let south itself attest it");
    Negotiation attested = made.with(south().through("farmers").attests(grain(40)));
    assertThat(attested.situation().agreements().values())
        .extracting(Accord::stage)
        .containsExactly(AgreementStage.TABLED);
  }

  @Example
  void a_rejection_may_leave_parts_undisputed() {
    Offer both = Offer.of("north", "south", terms("truce", 40));
    Negotiation rejected = talks(north().offers(both), south().rejects(both, "war"));
    assertThat(region(rejected, "south", "war", "north")).isEqualTo("truce");
    assertThat(region(rejected, "south", "grain", "north")).isEqualTo("not stated");
    assertThat(refused(talks(north().offers(both)), south().rejects(both, "days")))
        .isEqualTo(
            "the rejection leaves days undisputed, but the offer does not mention it. The offer"
                + " has grain, war.");
  }

  @Example
  void a_condition_states_its_makers_region_and_is_agreed_with_the_offer() {
    Offer conditional = offer(40).withConditions(Condition.of("war", "at least truce"));
    Negotiation made = talks(north().offers(conditional));
    assertThat(region(made, "north", "war", "south")).isEqualTo("at least truce");
    assertThat(region(made, "north", "grain", "south")).isEqualTo("40, tentative");
    Negotiation accepted = made.with(south().accepts(conditional));
    assertThat(region(accepted, "south", "war", "north")).isEqualTo("at least truce");
    assertThat(settled(accepted)).containsExactly(GRAIN);
    assertThat(accepted.situation().agreements().get(conditional.text()).conditions().values())
        .containsExactly(Accord.Fulfilment.OPEN);
  }

  @Example
  void one_demand_stands_on_an_issue_at_a_time() {
    Negotiation talks = talks(north().demands(wants("north", "south", "grain", "at least 50")));
    assertThat(refused(talks, north().demands(wants("north", "south", "grain", "60"))))
        .isEqualTo("north already demands (demand) on grain. Amend or drop that demand.");
    Negotiation other = talks.with(north().demands(wants("north", "west", "grain", "60")));
    assertThat(other.situation().standingDemands()).hasSize(2);
    assertThat(region(other, "north", "grain", "south")).isEqualTo("at least 50");
    assertThat(region(other, "north", "grain", "west")).isEqualTo("60");
    GeneralDemand ofAll = wants("south", "north", "grain", "10").withOf();
    assertThat(region(talks.with(south().demands(ofAll)), "south", "grain", "west"))
        .isEqualTo("10");
  }

  @Example
  void a_demand_is_amended_and_dropped_issue_by_issue() {
    GeneralDemand both =
        wants("north", "south", "grain", "at least 50")
            .withWanted(Map.of(GRAIN, Ask.of("at least 50"), WAR, Ask.of("peace")));
    Negotiation talks = talks(north().demands(both));
    GeneralDemand half = wants("north", "south", "war", "truce");
    Negotiation amended = talks.with(north().amends(half));
    assertThat(amended.situation().standingDemands()).containsExactly(both, half);
    assertThat(region(amended, "north", "grain", "south")).isEqualTo("at least 50");
    assertThat(region(amended, "north", "war", "south")).isEqualTo("truce");
    Negotiation lighter = talks.with(north().drops("war"));
    assertThat(lighter.situation().demands().get(both).on(WAR)).contains(DemandState.DROPPED);
    assertThat(lighter.situation().demands().get(both).on(GRAIN)).contains(DemandState.STANDING);
    assertThat(region(lighter, "north", "grain", "south")).isEqualTo("at least 50");
    assertThat(region(lighter, "north", "war", "south")).isEqualTo("not stated");
    assertThat(refused(talks, north().drops("days")))
        .startsWith("north has no standing demand on (days). It demands on ");
    assertThat(refused(talks, south().drops("grain")))
        .startsWith("south has no standing demand to drop. Nothing needs to be dropped.");
    assertThat(refused(talks, south().amends(wants("south", "north", "grain", "5"))))
        .isEqualTo(
            "south has no standing demand to amend. Raise one.\n"
                + "south has no standing demand on grain to amend. Raise it as a new demand.");
    assertThat(refused(talks, north().drops()))
        .isEqualTo("north names no issue to drop. Name an issue on which it demands something.");
    Negotiation dropped = talks.with(north().drops("war", "grain"));
    assertThat(dropped.situation().demands().get(both).states().values())
        .containsOnly(DemandState.DROPPED);
    assertThat(region(dropped, "north", "war", "south")).isEqualTo("not stated");
  }

  @Example
  void a_demand_is_met_by_an_agreement_that_holds_it_and_yielded_where_it_does_not() {
    GeneralDemand modest = wants("south", "north", "grain", "at least 30");
    GeneralDemand greedy = wants("south", "north", "grain", "at least 90");
    for (GeneralDemand demand : new GeneralDemand[] {modest, greedy}) {
      Negotiation agreed =
          talks(south().demands(demand), north().offers(offer(40)), south().accepts(offer(40)));
      assertThat(agreed.situation().demands().get(demand).on(GRAIN))
          .contains(demand == modest ? DemandState.MET : DemandState.NOT_MET);
    }
    Negotiation met =
        talks(south().demands(modest), north().offers(offer(40)), south().accepts(offer(40)));
    assertThat(region(met, "south", "grain", "north")).isEqualTo("at least 30");
    Negotiation yielded =
        talks(south().demands(greedy), north().offers(offer(40)), south().accepts(offer(40)));
    assertThat(region(yielded, "south", "grain", "north")).isEqualTo("at least 40");
  }

  @Example
  void a_demand_is_rejected_by_whom_it_was_made_of_while_it_stands() {
    GeneralDemand demand = wants("north", "south", "grain", "50");
    Negotiation talks = talks(north().demands(demand));
    assertThat(refused(talks, west().rejects(demand)))
        .isEqualTo("west cannot reject a demand that was not made of it. It was made of south.");
    assertThat(refused(talks.with(north().drops("grain")), south().rejects(demand)))
        .isEqualTo(
            "south cannot reject a demand (demand) that stands no more. Only a demand that stands"
                + " can be rejected.");
    assertThat(refused(talks(), south().rejects(demand)))
        .isEqualTo("south cannot reject a demand (demand) that was never raised. Raise it first.");
    assertThat(talks.apply(south().rejects(demand))).isInstanceOf(Accepted.class);
  }

  @Example
  void a_tie_replaces_the_tie_of_the_same_commitment_in_the_same_order() {
    Negotiation talks =
        talks(
            north().ties("grain", Tie.Order.AFTER, "war"),
            north().ties("grain", Tie.Order.TOGETHER, "days"),
            north().ties("grain", Tie.Order.AFTER, "list", "war"),
            south().ties("grain", Tie.Order.AFTER, "war"));
    assertThat(talks.situation().ties())
        .containsExactlyInAnyOrder(
            new Tie(
                ActorId.of("north"),
                GRAIN,
                Tie.Order.TOGETHER,
                ImmutableSet.of(IssueId.of("days"))),
            new Tie(
                ActorId.of("north"),
                GRAIN,
                Tie.Order.AFTER,
                ImmutableSet.of(IssueId.of("list"), WAR)),
            new Tie(SOUTH, GRAIN, Tie.Order.AFTER, ImmutableSet.of(WAR)));
    Tie inAnothersName = new Tie(SOUTH, GRAIN, Tie.Order.AFTER, ImmutableSet.of(WAR));
    assertThat(refused(talks, north().does(new Substantive.TieCommitment(inAnothersName))))
        .isEqualTo("north cannot make a tie in the name of south. Make it a move by south.");
  }

  @Example
  void an_outsider_speaks_and_sets_deadlines_and_takes_no_position() {
    Negotiation talks =
        talks(
            outlet().threatens("to publish"),
            outlet().setsDeadline("morning", "2030", "an answer"));
    assertThat(talks.situation().deadlines()).containsOnlyKeys("morning");
    assertThat(refused(talks, outlet().opensRound()))
        .isEqualTo(
            "outlet cannot open a round: it is an outsider. Parties: north, south, west, island,"
                + " league.");
  }
}
