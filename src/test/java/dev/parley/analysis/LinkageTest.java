package dev.parley.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Party;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.agreement.Obligation;
import dev.parley.agreement.Obligation.Implementation;
import dev.parley.analysis.Commitment.Precondition;
import dev.parley.analysis.Commitment.Precondition.Statement;
import dev.parley.analysis.Commitment.Relief;
import dev.parley.analysis.Commitment.Ring;
import dev.parley.analysis.Linkage.Deadlock;
import dev.parley.demand.Demand.Firmness;
import dev.parley.demand.GeneralDemand;
import dev.parley.demand.Offer;
import dev.parley.demand.Provisions.Condition;
import dev.parley.demand.Provisions.Instalment;
import dev.parley.demand.Text;
import dev.parley.demand.Tie;
import dev.parley.demand.Undertaking;
import dev.parley.demand.Undertaking.Trigger;
import dev.parley.evidence.Attribution;
import dev.parley.evidence.EntryId;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Example;

class LinkageTest {
  private static final Agenda BORDER =
      Agenda.builder()
          .principal("east", "East")
          .principal("west", "West")
          .issue(owned("release", "east"))
          .issue(owned("withdrawal", "west"))
          .issue("cease-fire", Scale.levels("none", "truce", "permanent"))
          .build();

  private static Issue owned(String id, String by) {
    return Issue.of(id, Scale.quantity(0, 100, "persons")).withObligor(ActorId.of(by));
  }

  private static Negotiation start() {
    return Negotiation.about(BORDER).with(Move.by("east").opensRound());
  }

  private static Move first(String by, String of, String issue) {
    return Move.by(by)
        .on("2024-05-02")
        .demands(
            GeneralDemand.of(by, of, issue, "at least 50").withFirmness(Firmness.PRECONDITION));
  }

  @Example
  void ties_after_each_other_are_a_ring_with_dates_and_entries() {
    Linkage linkage =
        Linkage.of(
            start()
                .with(
                    Move.by("east").on("2024-05-02").ties("release", Tie.Order.AFTER, "withdrawal"),
                    Move.by("west")
                        .on("2024-05-03")
                        .ties("withdrawal", Tie.Order.AFTER, "release")));
    assertThat(linkage.deadlock()).isEqualTo(Deadlock.RING);
    Ring ring = linkage.shortestRing().orElseThrow();
    assertThat(ring)
        .hasToString("release (east) after withdrawal; withdrawal (west) after release");
    assertThat(ring.allAfter()).isTrue();
    Statement word = ring.links().get(0).precondition().words().get(0);
    assertThat(word.entry()).isEqualTo(new EntryId(2));
    assertThat(word.since()).hasToString("2024-05-02");
    assertThat(word.attribution()).isEqualTo(Attribution.ATTESTED);
  }

  @Example
  void ties_together_are_an_exchange_and_no_ring() {
    Linkage linkage =
        Linkage.of(
            start()
                .with(
                    Move.by("east").ties("release", Tie.Order.TOGETHER, "withdrawal"),
                    Move.by("west").ties("withdrawal", Tie.Order.TOGETHER, "release")));
    assertThat(linkage.deadlock()).isEqualTo(Deadlock.NONE);
    assertThat(linkage.order()).containsExactly(ImmutableSet.of("release", "withdrawal"));
  }

  @Example
  void of_two_ties_on_the_same_issues_the_later_order_holds() {
    Negotiation talks =
        start()
            .with(
                Move.by("east").ties("release", Tie.Order.AFTER, "withdrawal"),
                Move.by("west").ties("withdrawal", Tie.Order.AFTER, "release"),
                Move.by("east").ties("release", Tie.Order.TOGETHER, "withdrawal"));
    assertThat(Linkage.of(talks).preconditions().get("release"))
        .singleElement()
        .satisfies(
            all ->
                assertThat(all)
                    .singleElement()
                    .extracting(Precondition::order)
                    .isEqualTo(Tie.Order.TOGETHER));
  }

  @Example
  void demands_that_are_preconditions_hold_up_all_that_their_makers_would_do() {
    Linkage linkage =
        Linkage.of(
            start().with(first("east", "west", "withdrawal"), first("west", "east", "release")));
    assertThat(linkage.shortestRing().orElseThrow())
        .hasToString(
            "release (east) together with talks by east;"
                + " talks by east (east) after withdrawal;"
                + " withdrawal (west) together with talks by west;"
                + " talks by west (west) after release");
    assertThat(linkage.waivers(100).fewest()).hasSize(4);
  }

  @Example
  void what_a_guarantor_undertakes_is_a_commitment_too() {
    Agenda guaranteed =
        BORDER.withPartyList(
            Iterables.concat(
                BORDER.partyList(), List.of(Party.of("umpire", "Umpire", Party.Role.GUARANTOR))));
    Undertaking watch =
        Undertaking.builder()
            .name("watch")
            .by(ActorId.of("umpire"))
            .terms(Terms.on(guaranteed).set("cease-fire", "truce").build())
            .build();
    Text text =
        Text.builder()
            .terms(Terms.on(guaranteed).set("release", 10).build())
            .addParties(ActorId.of("east"), ActorId.of("west"), ActorId.of("umpire"))
            .addUndertakings(watch)
            .build();
    Negotiation talks =
        Negotiation.about(guaranteed)
            .with(
                Move.by("east").attests(text),
                Move.by("west").attests(text),
                Move.by("umpire").attests(text));
    assertThat(Linkage.of(talks).commitments()).containsKey("cease-fire by umpire");
  }

  @Example
  void a_precondition_on_what_nobody_asked_can_do_is_a_dead_end() {
    Linkage linkage = Linkage.of(start().with(first("east", "west", "release")));
    assertThat(linkage.deadlock()).isEqualTo(Deadlock.DEAD_END);
    assertThat(linkage.deadEnds()).containsExactly("release by west");
    assertThat(linkage.shortestRing()).isEmpty();
  }

  @Example
  void an_offer_under_a_condition_goes_together_with_what_it_asks() {
    Offer offer =
        Offer.of("east", "west", Terms.on(BORDER).set("release", 10).build())
            .withConditions(Condition.of("withdrawal", "at least 50"));
    assertThat(Linkage.of(start().with(Move.by("east").offers(offer))).preconditions())
        .hasEntrySatisfying(
            "release", all -> assertThat(all).hasToString("[[together with withdrawal]]"));
  }

  @Example
  void an_offer_in_instalments_is_a_way_of_its_own_out_of_a_ring() {
    Terms all = Terms.on(BORDER).set("release", 10).build();
    Terms some = Terms.on(BORDER).set("release", 3).build();
    Offer offer =
        Offer.of("east", "west", all)
            .withInstalments(
                new Instalment("first", some, new Trigger.OnForce()),
                new Instalment("rest", all, new Trigger.After("first")));
    Negotiation ring =
        start()
            .with(
                Move.by("east").ties("release", Tie.Order.AFTER, "withdrawal"),
                Move.by("west").ties("withdrawal", Tie.Order.AFTER, "release"));
    assertThat(Linkage.of(ring).deadlock()).isEqualTo(Deadlock.RING);
    Linkage offered = Linkage.of(ring.with(Move.by("east").offers(offer)));
    assertThat(offered.deadlock()).isEqualTo(Deadlock.NONE);
    assertThat(offered.order())
        .containsSubsequence(
            ImmutableSet.of("first: release"),
            ImmutableSet.of("rest: release"),
            ImmutableSet.of("release"),
            ImmutableSet.of("withdrawal"));
  }

  @Example
  void a_split_breaks_a_ring_and_no_dead_end() {
    Linkage.Builder ring =
        Linkage.builder()
            .commitment("pay", "north")
            .commitment("work", "union")
            .divisible("pay")
            .waits("pay", Precondition.after("work"))
            .waits("work", Precondition.after("pay"));
    assertThat(ring.build().splits(100).sets()).containsExactly(ImmutableSet.of("pay"));
    Linkage dead =
        ring.commitment("rain", "nobody")
            .impossible("rain")
            .commitment("harvest", "north")
            .divisible("harvest")
            .waits("harvest", Precondition.after("rain"))
            .build();
    assertThat(dead.deadlock()).isEqualTo(Deadlock.RING_AND_DEAD_END);
    assertThat(dead.splits(100).sets()).isEmpty();
    assertThat(dead.splits(100).complete()).isTrue();
  }

  /** Two rings; the harvest waits for one of them, and the feast for both. */
  @Example
  void what_needs_only_one_side_is_asked_for_by_itself() {
    Linkage rings =
        Linkage.builder()
            .commitment("pay", "north")
            .commitment("work", "union")
            .commitment("open", "south")
            .commitment("ship", "west")
            .commitment("harvest", "north")
            .commitment("feast", "south")
            .waits("pay", Precondition.after("work"))
            .waits("work", Precondition.after("pay"))
            .waits("open", Precondition.after("ship"))
            .waits("ship", Precondition.after("open"))
            .waits("harvest", Precondition.after("work"))
            .waits("feast", Precondition.after("harvest"), Precondition.after("ship"))
            .build();
    assertThat(rings.waivers(100).lowerBound()).isEqualTo(2);
    assertThat(rings.waiversFor("harvest", 100).sets())
        .containsExactly(
            ImmutableSet.of("pay"), ImmutableSet.of("work"), ImmutableSet.of("harvest"));
    assertThat(rings.exchangesFor("harvest", 100).sets())
        .containsExactly(ImmutableSet.of("pay", "work"));
    assertThat(rings.exchangesFor("feast", 100).sets())
        .containsExactly(ImmutableSet.of("pay", "work", "open", "ship"));
    assertThat(rings.waiversFor("feast", 100).fewest()).containsExactly(ImmutableSet.of("feast"));
    Linkage free = rings.with(Set.of(new Relief(Relief.Kind.WAIVE, "pay")));
    assertThat(free.waiversFor("harvest", 100).sets()).containsExactly(ImmutableSet.of());
    assertThat(free.exchangesFor("harvest", 100).sets()).isEmpty();
    assertThatThrownBy(() -> rings.waiversFor("rest", 100))
        .hasMessage(
            "commitment (rest) is not in the linkage. Commitments: pay, work, open, ship, harvest,"
                + " feast");
    assertThat(rings.waiversFor("feast", 2).complete()).isFalse();
  }

  @Example
  void a_budget_used_up_leaves_a_lower_bound() {
    Linkage.Builder rings = Linkage.builder();
    for (int i = 0; i < 6; i++) {
      rings.commitment("a" + i, "a").commitment("b" + i, "b");
      rings.waits("a" + i, Precondition.after("b" + i));
      rings.waits("b" + i, Precondition.after("a" + i));
    }
    SmallestSets<String> cut = rings.build().waivers(3);
    assertThat(cut.complete()).isFalse();
    assertThat(cut.lowerBound()).isEqualTo(6);
    SmallestSets<String> whole = rings.build().waivers(1000);
    assertThat(whole.complete()).isTrue();
    assertThat(whole.sets()).hasSize(64);
  }

  @Example
  void what_was_owed_and_is_fulfilled_is_done() {
    Offer deal =
        Offer.of(
            "east",
            "west",
            Terms.on(BORDER)
                .set("release", 10)
                .set("withdrawal", 50)
                .set("cease-fire", "truce")
                .build());
    Negotiation bound =
        start().with(Move.by("east").offers(deal)).with(Move.by("west").accepts(deal));
    assertThat(bound.situation().obligations()).isNotEmpty();
    assertThat(Linkage.of(bound).done()).isEmpty();
    for (Obligation owed : bound.situation().obligations().keySet()) {
      boolean release =
          owed.undertaking().terms().orElseThrow().on(IssueId.of("release")).isPresent();
      if (release) {
        bound = bound.with(Move.by(owed.by().text()).performs(owed, Implementation.MINIMAL));
        assertThat(Linkage.of(bound).done()).isEmpty();
        bound = bound.with(Move.by(owed.by().text()).performs(owed));
      }
    }
    assertThat(Linkage.of(bound).done()).containsExactly("release");
    assertThat(Linkage.of(bound).commitments()).containsKeys("release", "withdrawal");
  }

  @Example
  void what_has_values_between_all_and_nothing_is_divisible() {
    Agenda agenda =
        Agenda.builder()
            .principal("east", "East")
            .principal("west", "West")
            .issue(
                Issue.of("many", Scale.quantity(0, 2, "persons")).withObligor(ActorId.of("east")))
            .issue(Issue.of("one", Scale.quantity(0, 1, "persons")).withObligor(ActorId.of("east")))
            .issue(
                Issue.of("steps", Scale.levels("none", "some", "all"))
                    .withObligor(ActorId.of("east")))
            .issue(Issue.of("switch", Scale.levels("off", "on")).withObligor(ActorId.of("east")))
            .issue(Issue.of("place", Scale.options("a", "b", "c")).withObligor(ActorId.of("east")))
            .issue(Issue.of("papers", Scale.checklist("a", "b")).withObligor(ActorId.of("east")))
            .issue(Issue.of("paper", Scale.checklist("a")).withObligor(ActorId.of("east")))
            .build();
    assertThat(Linkage.of(Negotiation.about(agenda)).divisible())
        .containsExactly("many", "steps", "papers");
  }

  @Example
  void undertakings_that_follow_each_other_are_steps_of_a_commitment() {
    Offer offer =
        Offer.of("east", "west", Terms.on(BORDER).set("release", 10).set("withdrawal", 50).build())
            .withUndertakings(
                undertaking("half", "west", new Trigger.OnForce(), "withdrawal", 25),
                undertaking("letting go", "east", new Trigger.After("half"), "release", 10));
    Linkage linkage = Linkage.of(start().with(Move.by("east").offers(offer)));
    assertThat(linkage.commitments()).containsKeys("half: withdrawal", "letting go: release");
    assertThat(linkage.preconditions())
        .hasEntrySatisfying(
            "letting go: release", all -> assertThat(all).hasToString("[[after half: withdrawal]]"))
        .hasEntrySatisfying(
            "release", all -> assertThat(all.toString()).contains("after letting go: release"));
  }

  private static Undertaking undertaking(
      String name, String by, Trigger trigger, String issue, int amount) {
    return Undertaking.builder()
        .name(name)
        .by(ActorId.of(by))
        .trigger(trigger)
        .terms(Terms.on(BORDER).set(issue, amount).build())
        .build();
  }

  @Example
  void parts_that_all_wait_for_each_other_are_told_apart() {
    Linkage.Builder builder = Linkage.builder();
    List.of("a", "b", "c", "d", "e", "f").forEach(c -> builder.commitment(c, "p"));
    Linkage linkage =
        builder
            .waits("a", Precondition.after("b"))
            .waits("b", Precondition.after("a"))
            .waits("c", Precondition.after("d"))
            .waits("d", Precondition.after("e"))
            .waits("e", Precondition.after("c"))
            .waits("f", Precondition.after("a"))
            .build();
    assertThat(linkage.components())
        .containsExactlyInAnyOrder(ImmutableSet.of("a", "b"), ImmutableSet.of("c", "d", "e"));
    assertThat(linkage).hasToString("linkage of 6 commitments, 6 of them blocked");
    assertThat(linkage.rings()).extracting(r -> r.links().size()).containsExactly(2, 3);
    assertThat(linkage.waivers(1000).sets())
        .containsExactly(
            ImmutableSet.of("a", "c"),
            ImmutableSet.of("a", "d"),
            ImmutableSet.of("a", "e"),
            ImmutableSet.of("b", "c"),
            ImmutableSet.of("b", "d"),
            ImmutableSet.of("b", "e"));
  }

  @Example
  void linkages_are_equal_by_all_that_they_say() {
    Linkage one = waiting(Precondition.after("b")).build();
    assertThat(one)
        .isEqualTo(waiting(Precondition.after("b")).build())
        .hasSameHashCodeAs(waiting(Precondition.after("b")).build())
        .isNotEqualTo(waiting(Precondition.together("b")).build())
        .isNotEqualTo(waiting(Precondition.after("b")).done("b").build())
        .isNotEqualTo(waiting(Precondition.after("b")).divisible("b").build())
        .isNotEqualTo(waiting(Precondition.after("b")).commitment("c", "p").build())
        .isNotEqualTo("b");
    assertThat(one.hashCode()).isNotZero();
  }

  private static Linkage.Builder waiting(Precondition precondition) {
    return Linkage.builder().commitment("a", "p").commitment("b", "p").waits("a", precondition);
  }

  @Example
  void a_long_chain_is_no_deep_recursion() {
    int size = 20_000;
    Linkage.Builder chain = Linkage.builder();
    IntStream.range(0, size).forEach(i -> chain.commitment("c" + i, "p"));
    IntStream.range(0, size)
        .forEach(i -> chain.waits("c" + i, Precondition.after("c" + (i + 1) % size)));
    assertThat(chain.build().shortestRing().orElseThrow().links()).hasSize(size);
  }

  @Example
  void what_cannot_be_a_linkage_is_refused() {
    Linkage.Builder one = Linkage.builder().commitment("release", "east");
    assertThatThrownBy(() -> one.waits("release", Precondition.after("release")))
        .hasMessage(
            "commitment (release) refers to itself: it cannot wait for itself. Leave (release) out"
                + " of its preconditions");
    assertThatThrownBy(() -> one.commitment("release", "west"))
        .hasMessage("commitment (release) appears twice in the linkage: give each its own name");
    assertThatThrownBy(
            () ->
                Linkage.builder()
                    .commitment("release", "east")
                    .waits("release", Precondition.after("withdraw"))
                    .build())
        .hasMessage(
            "commitment (release) waits for (withdraw), which nobody can make: add it, or say that"
                + " it is impossible");
    assertThatThrownBy(() -> Linkage.builder().commitment("a", "east").done("b").build())
        .hasMessage("commitment (b) is not in the linkage: add it first. Commitments: a");
    assertThatThrownBy(
            () -> Linkage.builder().commitment("a", "east").impossible("a").waits("a").build())
        .hasMessage(
            "commitment (a) is said to be impossible, and what it waits for is said too: leave one"
                + " of them out");
    assertThatThrownBy(() -> Commitment.of(" ", "east"))
        .hasMessage("a commitment by (east) needs a name");
    Linkage linkage = Linkage.builder().commitment("a", "east").build();
    assertThatThrownBy(() -> linkage.waivers(0))
        .hasMessage("a budget of (0) sets must be 1 or more");
    assertThatThrownBy(() -> linkage.with(ImmutableSet.of(new Relief(Relief.Kind.WAIVE, "b"))))
        .hasMessage("commitment (b) is not in the linkage. Commitments: a");
  }

  @Example
  void an_instalment_order_that_contradicts_itself_is_refused_before_it_is_read() {
    Terms all = Terms.on(BORDER).set("release", 10).build();
    assertThatThrownBy(
            () ->
                Offer.of("east", "west", all)
                    .withInstalments(
                        List.of(
                            new Instalment("first", all, new Trigger.After("second")),
                            new Instalment("second", all, new Trigger.After("first")))))
        .hasMessageContaining("can never happen: its trigger waits for");
    assertThatThrownBy(
            () ->
                new Tie(
                    ActorId.of("east"),
                    IssueId.of("release"),
                    Tie.Order.AFTER,
                    ImmutableSet.of(IssueId.of("release"))))
        .hasMessage(
            "a tie of (release) refers to itself: a commitment cannot wait for itself. Leave"
                + " (release) out of [release]");
  }
}
