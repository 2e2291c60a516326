package dev.parley.talks;

import static dev.parley.talks.Shore.grain;
import static dev.parley.talks.Shore.island;
import static dev.parley.talks.Shore.north;
import static dev.parley.talks.Shore.offer;
import static dev.parley.talks.Shore.outlet;
import static dev.parley.talks.Shore.south;
import static dev.parley.talks.Shore.talks;
import static dev.parley.talks.Shore.wants;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Mandate.Authority;
import dev.parley.agreement.Obligation;
import dev.parley.agreement.Obligation.Implementation;
import dev.parley.demand.Offer;
import dev.parley.demand.Text;
import dev.parley.demand.Undertaking;
import dev.parley.evidence.Attribution;
import dev.parley.evidence.Claim;
import dev.parley.evidence.Claim.Answer;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.Source;
import dev.parley.evidence.When;
import dev.parley.talks.Refusal.Breach;
import dev.parley.talks.Situation.IssueStatus;
import dev.parley.talks.Substantive.Direction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;

/** What moves, openings, refusals and negotiations are as values. */
class ValuesTest {
  private static final Source OUTLET = Source.report("outlet", "Outlet");

  @Example
  void what_is_only_said_or_only_happens_changes_nothing_in_the_situation() {
    Negotiation before = talks(island().opensRound(), north().offers(offer(40)));
    List<Move> words =
        List.of(
            north().claims(Claim.of("grain sent", Answer.yes(), OUTLET)),
            outlet().accuses("north", "delay"),
            south().promises("an answer"),
            north().threatens("to leave"),
            north().does(new Communicative.Commit("never")),
            south().isPartOf("a strike"),
            south().does(new Exogenous.ChangeOfGovernment("an election")));
    assertThat(words.stream().map(m -> m.act().kind()))
        .containsExactly(
            ActKind.CLAIM,
            ActKind.ACCUSE,
            ActKind.PROMISE,
            ActKind.THREATEN,
            ActKind.COMMIT,
            ActKind.INCIDENT,
            ActKind.CHANGE_OF_GOVERNMENT);
    for (Move move : words) {
      Negotiation after = before.with(move);
      assertThat(after.situation()).isEqualTo(before.situation());
      assertThat(after).isNotEqualTo(before);
      assertThat(after.chronicle().size()).isEqualTo(3);
    }
  }

  @Example
  void every_kind_of_act_says_its_own_kind_and_what_it_is_about() {
    Offer offer = offer(40);
    assertThat(south().accepts(offer).act().subject()).contains(offer);
    assertThat(south().rejects(offer).act().subject()).contains(offer);
    assertThat(north().withdraws(offer).act().subject()).contains(offer);
    assertThat(north().offers(offer).act().subject()).isEmpty();
    assertThat(south().sends("officers").act().subject())
        .contains(dev.parley.agenda.DelegationId.of("officers"));
    assertThat(south().extendsDeadline("winter", "2025").act().subject()).contains("winter");
    assertThat(ActKind.ACCEPT.words()).isEqualTo("accept an offer");
    assertThat(ActKind.ACCEPT.event()).isEqualTo(Stage.Event.AGREE);
    assertThat(ActKind.ACCEPT.who()).isEqualTo(ActKind.Who.PRINCIPAL);
    for (ActKind kind : ActKind.values()) {
      assertThat(kind.words()).isNotBlank();
    }
  }

  @Example
  void a_move_keeps_its_date_its_words_and_on_whose_word_it_is() {
    Source minister =
        Source.statementOf("minister", ActorId.of("north")).withSpeaker("the minister");
    Move move = north().on("2024-12").from(minister).saying("no less").softens("grain");
    assertThat(move.on()).isEqualTo(When.parse("2024-12"));
    assertThat(move.words()).isEqualTo("no less");
    assertThat(move.speaker()).contains("the minister");
    assertThat(move.attribution(talks().agenda())).isEqualTo(Attribution.ATTESTED);
    assertThat(north().meets().words()).isEmpty();
    assertThat(north().meets().on().isUnknown()).isTrue();
    assertThat(north().meets().speaker()).contains("");
    assertThat(north().meets().attribution(talks().agenda())).isEqualTo(Attribution.ATTESTED);
    assertThat(south().through("officers").meets().speaker()).contains("officers");
    assertThat(north().from(OUTLET).meets().speaker()).isEmpty();
    assertThat(north().from(OUTLET).meets().attribution(talks().agenda()))
        .isEqualTo(Attribution.REPORTED);
    assertThat(south().from(minister).meets().speaker()).isEmpty();
    assertThat(south().from(minister).meets().attribution(talks().agenda()))
        .isEqualTo(Attribution.ALLEGED);
    Source plain = Source.statementOf("north", ActorId.of("north"));
    assertThat(north().from(plain).meets().speaker()).contains("");
  }

  @Example
  void the_verbs_of_a_move_are_its_acts() {
    assertThat(north().attests(grain(4)).act())
        .isEqualTo(
            new Substantive.Attest(Text.builder().terms(grain(4)).comprehensive(true).build()));
    assertThat(north().attestsInPart(grain(4)).act())
        .isEqualTo(Substantive.Attest.of(grain(4), ImmutableSet.of()));
    Text text = offer(4).text();
    assertThat(north().signs(text).act()).isEqualTo(new Substantive.Sign(text));
    assertThat(north().initials(text).act()).isEqualTo(new Substantive.Initial(text));
    assertThat(north().confirms(text).act()).isEqualTo(new AfterDeal.Confirm(Optional.of(text)));
    assertThat(north().ratifies(text).act()).isEqualTo(AfterDeal.Ratify.of(Optional.of(text)));
    assertThat(north().failsToRatify(text).act())
        .isEqualTo(new AfterDeal.FailToRatify(Optional.of(text)));
    assertThat(north().denounces(text).act()).isEqualTo(new AfterDeal.Denounce(Optional.of(text)));
    assertThat(north().abandonsTalks().act()).isEqualTo(new Procedural.Abandon());
    assertThat(south().acceptsAdReferendum(offer(4)).act())
        .isEqualTo(new Substantive.Accept(offer(4), ImmutableSet.of(), Authority.AD_REFERENDUM));
    assertThat(north().hardens().act())
        .isEqualTo(new Substantive.Shift(Direction.HARDER, Optional.empty(), ImmutableSet.of()));
    assertThat(north().opensRound("doha", "cairo").act())
        .isEqualTo(new Procedural.OpenRound(ImmutableSet.of("doha", "cairo"), Optional.empty()));
    assertThat(north().drops("war", "grain").act())
        .isEqualTo(
            new Substantive.DropDemand(ImmutableSet.of(IssueId.of("war"), IssueId.of("grain"))));
    assertThat(south().acceptsInPart(offer(4), "grain").act())
        .isEqualTo(
            new Substantive.Accept(
                offer(4), ImmutableSet.of(IssueId.of("grain")), Authority.FINAL));
    Obligation owed =
        new Obligation(
            text,
            Undertaking.builder().name("ship").by(ActorId.of("south")).words("by ship").build(),
            ImmutableSet.of(ActorId.of("north")));
    assertThat(south().performs(owed).act())
        .isEqualTo(south().performs(owed, Implementation.FULL).act())
        .isEqualTo(AfterDeal.Perform.of(owed, Implementation.FULL));
    assertThat(south().performs(owed, Implementation.MINIMAL).act())
        .isEqualTo(AfterDeal.Perform.of(owed, Implementation.MINIMAL));
    assertThat(south().performs(owed, "3").act())
        .isEqualTo(
            new AfterDeal.Perform(owed, Implementation.NONE, Optional.of(new BigDecimal("3"))));
    assertThat(island().setsOff(owed).act()).isEqualTo(new AfterDeal.SetOff(owed));
    assertThat(north().excuses(owed).act()).isEqualTo(new AfterDeal.Excuse(owed));
    assertThat(north().allegesBreach(owed, "late").act())
        .isEqualTo(new AfterDeal.AllegeBreach(owed, "late"));
  }

  @Example
  void a_round_runs_on_tracks_and_a_meeting_may_add_one() {
    Negotiation open = talks(island().opensRound("doha"));
    assertThat(open.situation().tracks()).containsExactly("doha");
    Move meets =
        north()
            .does(
                new Procedural.HoldMeeting(
                    ImmutableSet.of(), Optional.of("cairo"), Optional.of("shuttle")));
    assertThat(open.with(meets).situation().tracks()).containsExactly("doha", "cairo");
    assertThat(open.with(meets, meets).situation()).isEqualTo(open.with(meets).situation());
    assertThat(open.with(meets, island().closesRound()).situation().tracks()).isEmpty();
    Negotiation met = talks(meets);
    assertThat(met.situation().tracks()).isEmpty();
    assertThat(met.situation().met()).isTrue();
    assertThat(open.with(island().closesRound()).situation().met()).isFalse();
  }

  @Example
  void openings_and_refusals_are_values() {
    Negotiation one = talks(north().offers(offer(40)));
    Negotiation same = talks(north().offers(offer(40)));
    assertThat(one.legalMoves()).isEqualTo(same.legalMoves());
    assertThat(one.legalMoves().hashCode()).isEqualTo(same.legalMoves().hashCode());
    assertThat(one.legalMoves().get(0).equals("an opening")).isFalse();
    Refusal refusal = (Refusal) one.apply(north().accepts(offer(40)));
    assertThat(refusal).isEqualTo(same.apply(north().accepts(offer(40))));
    assertThat(refusal).hasSameHashCodeAs(same.apply(north().accepts(offer(40))));
    assertThat(refusal.laws()).containsExactlyInAnyOrder(Law.NOT_ITS_MAKER);
    Breach breach = refusal.breaches().get(0);
    assertThat(breach)
        .hasToString(
            "NOT_ITS_MAKER: north cannot accept its own offer (grain 40). Withdraw it, or wait for"
                + " south.");
    Breach other = ((Refusal) one.apply(north().rejects(offer(40)))).breaches().get(0);
    assertThat(breach).isNotEqualTo(other);
    assertThat(breach.equals("a breach")).isFalse();
    assertThat(refusal.toString()).isEqualTo(refusal.message());
  }

  @Example
  void a_negotiation_says_where_it_stands() {
    Negotiation talks = talks(north().meets(), north().meets());
    assertThat(talks).hasToString("negotiation in stage EXPLORATORY after 2 entries");
    assertThat(talks.equals("talks")).isFalse();
    assertThat(talks).isNotEqualTo(talks(north().meets()));
    assertThat(talks.ruleBook()).isEqualTo(RuleBook.DEFAULT);
  }

  @Example
  void agreeing_is_measured_by_the_last_word_of_each() {
    Negotiation talks =
        talks(
            north().demands(wants("north", "south", "grain", "at least 50")),
            south().demands(wants("south", "north", "grain", "at most 20")));
    assertThat(talks.situation().gaps(IssueId.of("grain")))
        .extracting(
            g -> g.one() + " " + g.other() + " " + g.size().map(Object::toString).orElse("?"))
        .containsExactly("north south 30", "north west ?", "south west ?");
    assertThat(talks.situation().status(IssueId.of("grain"))).isEqualTo(IssueStatus.UNSTATED);
    assertThat(talks.chronicle().entry(new EntryId(3))).isEmpty();
    assertThat(talks.chronicle()).hasToString("2 entries");
  }
}
