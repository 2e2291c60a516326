package dev.parley.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.ActorId;
import dev.parley.analysis.bargaining.Fraction;
import dev.parley.play.SessionResult.End;
import dev.parley.talks.ActKind;
import dev.parley.talks.Entry;
import dev.parley.talks.Finding;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Rule;
import dev.parley.talks.RuleBook;
import dev.parley.talks.Situation;
import dev.parley.talks.Stage;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Strategies that meet at the table, and what the record says afterwards. */
class SessionTest {
  private static final Strategy LINEAR = Strategy.of(TimeDependent.linear());

  /**
   * In 11 rounds the seller asks 10, 9, 8, ... and the buyer offers 0, 1, 2, ...: in round 6 the
   * seller asks 5, and the buyer's next offer would be 5 too.
   */
  @Example
  void two_that_concede_evenly_meet_in_the_middle() {
    SessionResult result = Tables.price(LINEAR, LINEAR).within(11).play(1);
    assertThat(result.end()).isEqualTo(End.AGREEMENT);
    assertThat(result.rounds()).isEqualTo(6);
    assertThat(result.agreement()).hasValueSatisfying(t -> assertThat(t).hasToString("price 5"));
    assertThat(result.utilities())
        .containsEntry(ActorId.of("seller"), Fraction.of(1, 2))
        .containsEntry(ActorId.of("buyer"), Fraction.of(1, 2));
    assertThat(result.negotiation().situation().stage()).isEqualTo(Stage.CONCLUDED);
    assertThat(result.negotiation().situation().roundOpen()).isFalse();
    assertThat(result.negotiation().round(1).describe()).contains("MOVED");
    assertThat(result.negotiation().rejudge()).isEmpty();
  }

  @Example
  void one_who_holds_out_gets_more_of_one_who_gives_way() {
    SessionResult result =
        Tables.price(
                Strategy.of(TimeDependent.boulware(0.2)), Strategy.of(TimeDependent.conceder(5)))
            .within(50)
            .play(1);
    assertThat(result.utilities().get(ActorId.of("seller"))).isGreaterThan(Fraction.of(7, 10));
  }

  @Example
  @SuppressWarnings("NullAway") // as somebody writes it who does not know better
  void a_strategy_that_fails_is_named_with_its_party_and_the_round() {
    Strategy silent = named("silent", seat -> () -> null);
    assertThatThrownBy(() -> Tables.price(silent, LINEAR).within(20).play(1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageMatching(
            "strategy \\(silent\\) of \\(\\w+\\) failed in round 1: it answered null");
    Strategy absent = named("absent", seat -> null);
    assertThatThrownBy(() -> Tables.price(absent, LINEAR).within(20).play(1))
        .hasMessageMatching(
            "strategy \\(absent\\) of \\(\\w+\\) failed at the start: it answered null");
    Strategy broken =
        named(
            "broken",
            seat ->
                () -> {
                  throw new LinkageError("gone");
                });
    assertThatThrownBy(() -> Tables.price(broken, LINEAR).within(20).play(1))
        .hasMessageMatching(
            "strategy \\(broken\\) of \\(\\w+\\) failed in round 1: java.lang.LinkageError: gone")
        .hasCauseInstanceOf(LinkageError.class);
  }

  private static Strategy named(String name, Function<Seat, Strategy.Player> start) {
    return new Strategy() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Player start(Seat seat) {
        return start.apply(seat);
      }
    };
  }

  @Example
  void two_hard_liners_run_out_of_time() {
    Strategy hard = Strategy.of(Bidding.hardLiner());
    SessionResult result = Tables.price(hard, hard).within(20).play(1);
    assertThat(result.end()).isEqualTo(End.OUT_OF_TIME);
    assertThat(result.agreement()).isEmpty();
    assertThat(result.utilities()).isEmpty();
    assertThat(moves(result)).hasSize(42);
    assertThat(result.negotiation().agreements()).isEmpty();
  }

  @Example
  void one_for_whom_every_outcome_is_worse_than_none_leaves() {
    SessionResult result =
        Session.of(
                Negotiation.about(Tables.PRICE),
                Participant.of(Tables.seller("0"), LINEAR),
                Participant.of(Tables.buyer("1.5"), LINEAR))
            .play(1);
    assertThat(result.end()).isEqualTo(End.LEFT);
    assertThat(result.negotiation().situation().stage()).isEqualTo(Stage.BROKEN_OFF);
  }

  @Example
  void micro_against_itself_meets_where_the_orders_cross() {
    SessionResult result = Tables.price(new Micro(), new Micro()).play(1);
    assertThat(result.agreement()).hasValueSatisfying(t -> assertThat(t).hasToString("price 5"));
  }

  @Property(tries = 40)
  void nobody_agrees_to_less_than_no_agreement(
      @ForAll @IntRange(min = 0, max = 10) int least,
      @ForAll @IntRange(min = 0, max = 10) int most,
      @ForAll long seed) {
    for (Strategy strategy :
        List.of(
            LINEAR,
            new Micro(),
            Strategy.of(Bidding.randomWalker(), Acceptance.time(0)),
            Strategy.of(TitForTat.relative(1), Acceptance.constant(0)))) {
      SessionResult result =
          Session.of(
                  Negotiation.about(Tables.PRICE),
                  Participant.of(Tables.seller(least + "/10"), strategy),
                  Participant.of(Tables.buyer((10 - most) + "/10"), strategy))
              .within(30)
              .play(seed);
      if (least > most) {
        assertThat(result.end()).isEqualTo(End.OUT_OF_TIME);
      }
      result.outcome().ifPresent(price -> assertThat(price).isBetween(least, most));
    }
  }

  @Example
  void three_agree_only_when_all_others_have_accepted() {
    SessionResult result = Tables.three(LINEAR).within(40).play(1);
    assertThat(result.end()).isEqualTo(End.AGREEMENT);
    assertThat(moves(result).stream().filter(m -> m.act().kind() == ActKind.ACCEPT).count())
        .isGreaterThanOrEqualTo(2);
    assertThat(result.negotiation().situation().stage()).isEqualTo(Stage.CONCLUDED);
    assertThat(result.negotiation().situation().closed()).hasSize(2);
    assertThat(result.negotiation().rejudge()).isEmpty();
  }

  @Example
  void a_single_text_climbs_to_what_nobody_would_leave() {
    SessionResult result =
        Tables.three(DraftVoter.hillClimber()).under(Protocol.SINGLE_TEXT).within(200).play(3);
    assertThat(result.end()).isEqualTo(End.AGREEMENT);
    assertThat(result.negotiation().situation().stage()).isEqualTo(Stage.CONCLUDED);
    assertThat(result.negotiation().rejudge()).isEmpty();
    assertThat(moves(result).get(1).by()).isEqualTo(ActorId.of("valley"));
    result
        .utilities()
        .values()
        .forEach(u -> assertThat(u).isGreaterThanOrEqualTo(Fraction.of(1, 5)));
  }

  /** On a price all but the first draft that passes is a loss for one: nothing else is agreed. */
  @Example
  void hill_climbers_over_a_price_stay_with_the_first_draft() {
    Session session =
        Tables.price(DraftVoter.hillClimber(), DraftVoter.hillClimber())
            .under(Protocol.SINGLE_TEXT)
            .within(30);
    SessionResult result = session.play(5);
    String first = moves(result).get(1).act().offersMade().get(0).terms().toString();
    assertThat(result.agreement()).hasValueSatisfying(t -> assertThat(t).hasToString(first));
  }

  @Property(tries = 25)
  void the_same_seed_gives_the_same_negotiation(@ForAll long seed) {
    Strategy random = Strategy.of(Bidding.randomWalker());
    assertThat(Tables.price(random, random).play(seed))
        .isEqualTo(Tables.price(random, random).play(seed));
    Strategy annealer = DraftVoter.annealer(0.3);
    assertThat(Tables.three(annealer).under(Protocol.SINGLE_TEXT).play(seed))
        .isEqualTo(Tables.three(annealer).under(Protocol.SINGLE_TEXT).play(seed));
  }

  @Example
  void another_seed_gives_another_negotiation() {
    Strategy random = Strategy.of(Bidding.randomWalker());
    assertThat(Tables.price(random, random).play(1).negotiation())
        .isNotEqualTo(Tables.price(random, random).play(2).negotiation());
  }

  @Example
  void a_deadline_limits_the_rounds_and_dates_the_moves() {
    Strategy hard = Strategy.of(Bidding.hardLiner());
    SessionResult result =
        Tables.price(hard, hard)
            .until(LocalDate.of(2026, 1, 5), 7, LocalDate.of(2026, 2, 1))
            .play(1);
    assertThat(result.rounds()).isEqualTo(4);
    List<Move> moves = moves(result);
    assertThat(moves.get(0).on()).hasToString("2026-01-05");
    assertThat(moves.get(moves.size() - 1).on()).hasToString("2026-01-26");
  }

  @Example
  void a_record_is_continued_and_what_is_agreed_is_left_out() {
    Negotiation begun = Negotiation.about(Tables.PRICE).with(Move.by("seller").opensRound());
    SessionResult result =
        Session.of(
                begun,
                Participant.of(Tables.seller("0"), LINEAR),
                Participant.of(Tables.buyer("0"), LINEAR))
            .play(1);
    assertThat(moves(result).stream().filter(m -> m.act().kind() == ActKind.OPEN_ROUND)).hasSize(1);
    assertThatThrownBy(
            () ->
                Session.of(
                    result.negotiation(),
                    Participant.of(Tables.seller("0"), LINEAR),
                    Participant.of(Tables.buyer("0"), LINEAR)))
        .hasMessage("issue (price) is agreed already: leave it out of the outcome space");
  }

  /** A rule that allows no second offer. */
  private record OnceOnly() implements Rule {
    @Override
    public String id() {
      return "once-only";
    }

    @Override
    public String statement() {
      return "nothing may be countered";
    }

    @Override
    public ImmutableList<Finding> check(Situation situation, Move move) {
      return situation.offers().isEmpty() || move.act().kind() != ActKind.MAKE_OFFER
          ? ImmutableList.of()
          : ImmutableList.of(
              new Finding(id(), Finding.Severity.REFUSE, "a second offer", "Accept or leave"));
    }
  }

  @Example
  void a_rule_that_refuses_a_move_ends_the_session_and_says_why() {
    SessionResult result =
        Session.of(
                Negotiation.about(Tables.PRICE, RuleBook.DEFAULT.and(new OnceOnly())),
                Participant.of(Tables.seller("0"), LINEAR),
                Participant.of(Tables.buyer("0"), LINEAR))
            .play(1);
    assertThat(result.end()).isEqualTo(End.REFUSED);
    assertThat(result.refusal())
        .hasValueSatisfying(r -> assertThat(r.message()).contains("a second offer"));
  }

  @Example
  void what_cannot_be_played_is_said() {
    Participant seller = Participant.of(Tables.seller("0"), LINEAR);
    Negotiation start = Negotiation.about(Tables.PRICE);
    assertThatThrownBy(() -> Session.of(start, seller))
        .hasMessage("a session needs two participants or more, and has (1)");
    assertThatThrownBy(() -> Session.of(start, seller, seller))
        .hasMessage("participant (seller) appears twice");
    assertThatThrownBy(() -> Tables.three(LINEAR).under(Protocol.ALTERNATING_OFFERS))
        .hasMessage(
            "alternating offers are for two participants, and there are (3). Take stacked alternating offers");
    assertThatThrownBy(() -> Tables.three(new Micro()).play(1))
        .hasMessageStartingWith("MiCRO is defined for two parties, and (north) has 2 counterparts");
    assertThatThrownBy(() -> Tables.price(LINEAR, LINEAR).within(0))
        .hasMessage("rounds (0) must be from 1 to 10,000,000");
  }

  /** A strategy of somebody's own that does one thing. */
  private record Always(Action action) implements Strategy {
    @Override
    public String name() {
      return "always";
    }

    @Override
    public Player start(Seat seat) {
      return () -> action;
    }
  }

  @Example
  void a_strategy_that_does_what_cannot_be_done_is_named() {
    assertThatThrownBy(() -> Tables.price(new Always(Action.ACCEPT), LINEAR).play(1))
        .hasMessage("strategy of (seller) accepts before anything was offered: always");
    assertThatThrownBy(() -> Tables.price(new Always(Action.bid(11)), LINEAR).play(1))
        .hasMessage(
            "strategy of (seller) offers outcome (11), which does not exist: there are 11, numbered from 0");
  }

  private static List<Move> moves(SessionResult result) {
    return result.negotiation().chronicle().entries().stream()
        .map(e -> ((Entry.Told) e).move())
        .toList();
  }
}
