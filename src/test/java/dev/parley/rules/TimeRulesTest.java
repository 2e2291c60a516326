package dev.parley.rules;

import static dev.parley.rules.Plays.audit;
import static dev.parley.rules.Plays.board;
import static dev.parley.rules.Plays.breaks;
import static dev.parley.rules.Plays.byEmployer;
import static dev.parley.rules.Plays.byUnion;
import static dev.parley.rules.Plays.keeps;
import static dev.parley.rules.Plays.played;
import static dev.parley.rules.Plays.recorded;
import static dev.parley.rules.Plays.said;
import static dev.parley.rules.Plays.under;
import static dev.parley.rules.Plays.warns;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.demand.Offer;
import dev.parley.evidence.When;
import dev.parley.talks.Finding;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Rule;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TimeRulesTest {
  private static final Move CLOSE = Move.by("board").closesRound();
  private static final Offer FIVE = byEmployer("rise 5");

  @Property
  void exactly_the_round_after_the_last_is_one_too_many(@ForAll @IntRange(min = 1, max = 6) int n) {
    Negotiation talks = under(Rules.roundLimit(n));
    for (int i = 0; i < n; i++) {
      talks = played(talks, board(), CLOSE);
    }
    breaks(
        talks,
        board(),
        "round-limit: round %d is one too many: the limit is (%d). ".formatted(n + 1, n)
            + "Settle without another round, or end the talks.");
  }

  @Example
  void what_is_not_a_new_round_is_not_counted() {
    Negotiation talks = under(Rules.roundLimit(1));
    talks = played(talks, board(), Move.by("board").meets(), said("employer", "XXXX", FIVE));
    talks =
        played(talks, Move.by("union").declaresImpasse(), Move.by("employer").declaresImpasse());
    assertThat(talks.situation().roundOpen()).isTrue();
    keeps(talks, board());
  }

  @Example
  void a_record_goes_on_counting_after_the_limit() {
    assertThat(
            audit(
                recorded(Plays.AGENDA, board(), CLOSE, board(), CLOSE, board()),
                Rules.roundLimit(1)))
        .isEqualTo(
            """
            [3] REFUSE round-limit: round 2 is one too many: the limit is (1). \
            Settle without another round, or end the talks.
            [5] REFUSE round-limit: round 3 is one too many: the limit is (1). \
            Settle without another round, or end the talks.""");
  }

  private static Move accepts(String on) {
    return Move.by("union").on(on).accepts(FIVE);
  }

  @Example
  void an_offer_is_accepted_until_its_last_day_and_not_after() {
    Negotiation talks = played(under(Rules.offerExpiry(14)), said("employer", "2024-05-01", FIVE));
    keeps(talks, accepts("2024-05-15"));
    breaks(
        talks,
        accepts("2024-05-16"),
        "offer-expiry: union accepts on (2024-05-16) an offer of employer (rise 5) that stood for"
            + " 14 days, until (2024-05-15). Let employer make it again.");
  }

  @Example
  void an_offer_expires_only_where_the_dates_leave_no_doubt() {
    keeps(
        played(under(Rules.offerExpiry(14)), said("employer", "2024-05", FIVE)),
        accepts("2024-06-14"));
    keeps(
        played(under(Rules.offerExpiry(14)), said("employer", "2024-05-01", FIVE)),
        accepts("2024-05"));
    keeps(played(under(Rules.offerExpiry(14)), said("employer", "XXXX", FIVE)), accepts("2030"));
    keeps(
        played(under(Rules.offerExpiry(14)), said("employer", "2024-05-01~", FIVE)),
        accepts("2024-05-16"));
    breaks(
        played(under(Rules.offerExpiry(14)), said("employer", "2024-05-01~", FIVE)),
        accepts("2024-05-17"),
        "offer-expiry: union accepts on (2024-05-17) an offer of employer (rise 5) that stood for"
            + " 14 days, until (2024-05-16). Let employer make it again.");
  }

  @Example
  void an_offer_with_a_last_day_of_its_own_has_that_one() {
    Offer until = FIVE.withExpiry(When.parse("2024-12-31"));
    Negotiation talks = played(under(Rules.offerExpiry(14)), said("employer", "2024-05-01", until));
    keeps(talks, Move.by("union").on("2024-12-31").accepts(until));
  }

  @Example
  void an_offer_made_again_counts_from_then() {
    Negotiation talks =
        played(
            under(Rules.offerExpiry(14)),
            said("employer", "2024-05-01", FIVE),
            Move.by("employer").on("2024-05-02").withdraws(FIVE),
            said("employer", "2024-06-01", FIVE));
    keeps(talks, accepts("2024-06-15"));
  }

  @Example
  void other_answers_than_acceptance_are_never_too_late() {
    Negotiation talks = played(under(Rules.offerExpiry(1)), said("employer", "2024-05-01", FIVE));
    keeps(talks, Move.by("union").on("2024-07-01").rejects(FIVE));
  }

  private static Negotiation withDeadline(Rule rule) {
    return played(
        under(rule),
        Move.by("board").on("2025-01-01").setsDeadline("season", "2025-01-20", "the season"));
  }

  @Example
  void after_a_deadline_nothing_is_offered_until_it_is_extended() {
    Negotiation talks = withDeadline(Rules.deadlineRespected());
    keeps(talks, said("employer", "2025-01-20", FIVE));
    keeps(talks, said("employer", "2025-01", FIVE));
    breaks(
        talks,
        said("employer", "2025-01-21", FIVE),
        "deadline-respected: employer cannot make an offer on (2025-01-21): deadline (season) was"
            + " on (2025-01-20). Extend the deadline first.");
    talks = keeps(talks, Move.by("board").on("2025-01-21").extendsDeadline("season", "2025-02-01"));
    keeps(talks, said("employer", "2025-01-21", FIVE));
  }

  @Example
  void after_a_deadline_talk_and_procedure_go_on() {
    Negotiation talks = withDeadline(Rules.deadlineRespected());
    talks = keeps(talks, Move.by("board").on("2025-03-01").opensRound());
    keeps(talks, Move.by("union").on("2025-03-01").threatens("a strike"));
  }

  @Example
  void a_deadline_of_another_name_is_left_alone() {
    Finding.Severity refuse = Finding.Severity.REFUSE;
    Negotiation other = withDeadline(Rules.deadlineRespected().with("deadline", "budget"));
    keeps(other, said("employer", "2025-03-01", FIVE));
    Negotiation named = withDeadline(Rules.deadlineRespected().with("deadline", "season"));
    breaks(
        named,
        said("employer", "2025-03-01", FIVE),
        "deadline-respected: employer cannot make an offer on (2025-03-01): deadline (season) was"
            + " on (2025-01-20). Extend the deadline first.");
  }

  @Example
  void what_is_agreed_in_principle_has_met_its_deadline() {
    Offer whole = byEmployer("rise 5", "staff 3", "pause one");
    Negotiation talks =
        played(
            withDeadline(Rules.deadlineRespected()),
            said("employer", "2025-01-10", whole),
            Move.by("union").on("2025-01-11").accepts(whole));
    keeps(talks, said("employer", "2025-03-01", byEmployer("rise 6")));
  }

  private static Move meets(String on) {
    return Move.by("board").on(on).meets();
  }

  @Example
  void a_silence_is_remarked_on_by_the_contact_that_ends_it() {
    Negotiation talks = played(under(Rules.silenceLimit(30)), meets("2024-01-01"));
    keeps(talks, meets("2024-01-31"));
    warns(
        talks,
        said("employer", "2024-02-01", FIVE),
        "silence-limit: no contact from (2024-01-01) to (2024-02-01): more than (30) days. "
            + "Meet, if only to agree on the next date.");
  }

  @Example
  void every_contact_ends_a_silence_and_talk_does_not() {
    for (Move contact :
        new Move[] {
          Move.by("board").on("2024-01-20").opensRound(),
          meets("2024-01-20"),
          said("union", "2024-01-20", byUnion("rise 8"))
        }) {
      keeps(
          played(under(Rules.silenceLimit(30)), meets("2024-01-01"), contact), meets("2024-02-10"));
    }
    Negotiation talks =
        played(
            under(Rules.silenceLimit(30)),
            meets("2024-01-01"),
            Move.by("union").on("2024-01-20").threatens("a strike"));
    warns(
        talks,
        meets("2024-02-10"),
        "silence-limit: no contact from (2024-01-01) to (2024-02-10): more than (30) days. "
            + "Meet, if only to agree on the next date.");
    keeps(talks, Move.by("union").on("2024-12-01").threatens("a strike"));
  }

  @Example
  void a_contact_of_unknown_date_leaves_a_silence_in_doubt() {
    Negotiation talks = played(under(Rules.silenceLimit(30)), meets("2024-01-01"), meets("XXXX"));
    talks = keeps(talks, meets("2024-06-01"));
    warns(
        talks,
        meets("2024-07-02"),
        "silence-limit: no contact from (2024-06-01) to (2024-07-02): more than (30) days. "
            + "Meet, if only to agree on the next date.");
  }

  @Example
  void late_news_does_not_turn_the_clock_back() {
    Negotiation talks =
        recorded(Plays.AGENDA, meets("2024-03-01"), meets("2024-01-01"), meets("2024-03-30"));
    assertThat(audit(talks, Rules.silenceLimit(30))).isEmpty();
  }

  @Example
  void a_rule_without_a_number_that_makes_sense_is_refused() {
    assertThatThrownBy(() -> Rules.roundLimit(0)).hasMessage("rounds (0) must be 1 or more");
    assertThatThrownBy(() -> Rules.offerExpiry(0)).hasMessage("days (0) must be 1 or more");
    assertThatThrownBy(() -> Rules.silenceLimit(0)).hasMessage("days (0) must be 1 or more");
    assertThatThrownBy(() -> DeadlineRespected.KIND.rule(DeadlineRespected.DEADLINE, "Season"))
        .hasMessageStartingWith("deadline id (Season) has (S)");
  }

  @Example
  void an_offer_that_no_longer_stands_is_forgotten() {
    OfferExpiry rule = (OfferExpiry) Rules.offerExpiry(14);
    dev.parley.talks.Situation start = Negotiation.about(Plays.AGENDA).situation();
    Move offer = said("employer", "2024-05-01", FIVE);
    var made = rule.fold(rule.blank(Plays.AGENDA), start, offer, start.after(offer));
    assertThat(made).containsExactly(java.util.Map.entry(FIVE, java.time.LocalDate.of(2024, 5, 1)));
    Move rejection = Move.by("union").rejects(FIVE);
    dev.parley.talks.Situation then = start.after(offer);
    assertThat(rule.fold(made, then, rejection, then.after(rejection))).isEmpty();
  }

  @Example
  void to_close_a_round_is_a_contact() {
    Negotiation talks =
        played(
            under(Rules.silenceLimit(30)),
            Move.by("board").on("2024-01-20").opensRound(),
            Move.by("board").on("2024-02-15").closesRound());
    keeps(talks, meets("2024-03-10"));
  }
}
