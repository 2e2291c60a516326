package dev.parley.talks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Scale;
import dev.parley.talks.Outcome.Accepted;
import net.jqwik.api.Example;

class RuleScenarios {
  private static final Agenda AGENDA =
      Agenda.builder()
          .principal("union", "Union")
          .principal("employer", "Employer")
          .mediator("board", "Board")
          .issue("rise", Scale.quantity(0, 20, "percent"))
          .build();

  private static final Rule QUIET_BOARD =
      Rule.of(
          "quiet-board",
          "the board makes no promises",
          (situation, move) ->
              move.act() instanceof Communicative.Promise && move.by().text().equals("board")
                  ? "the board promises something"
                  : "");

  /** Written by somebody who knows nothing of null. */
  private record Silent() implements Rule {
    @Override
    public String id() {
      return "silent";
    }

    @Override
    public String statement() {
      return "nothing is said";
    }

    @Override
    @SuppressWarnings("NullAway")
    public ImmutableList<Finding> check(Situation situation, Move move) {
      return null;
    }
  }

  /** No more than a number of rounds. */
  private record RoundLimit(int most, Finding.Severity severity)
      implements Rule.Remembering<Integer> {
    @Override
    public String id() {
      return "round-limit";
    }

    @Override
    public String statement() {
      return "no more rounds than the limit";
    }

    @Override
    public Integer blank(Agenda agenda) {
      return 0;
    }

    @Override
    public Integer fold(Integer memory, Situation before, Move move, Situation after) {
      return move.act() instanceof Procedural.OpenRound ? memory + 1 : memory;
    }

    @Override
    public ImmutableList<Finding> check(Integer memory, Situation situation, Move move) {
      return move.act() instanceof Procedural.OpenRound && memory >= most
          ? finding("round %s is one too many".formatted(memory + 1), "Settle in " + most)
          : ImmutableList.of();
    }
  }

  private static Negotiation twoRounds(RuleBook book) {
    return Negotiation.about(AGENDA, book)
        .with(
            Move.by("board").opensRound(),
            Move.by("board").closesRound(),
            Move.by("board").opensRound(),
            Move.by("board").closesRound());
  }

  @Example
  void a_rule_that_fails_is_named_with_the_move() {
    Rule failing =
        Rule.of(
            "mine",
            "nothing fails",
            (situation, move) -> {
              throw new IllegalStateException("boom");
            });
    Negotiation talks = Negotiation.about(AGENDA, RuleBook.DEFAULT.and(failing));
    assertThatThrownBy(() -> talks.apply(Move.by("union").opensRound()))
        .hasMessageStartingWith("rule (mine) failed on (")
        .hasMessageEndingWith("IllegalStateException: boom");
    Negotiation silent = Negotiation.about(AGENDA, RuleBook.DEFAULT.and(new Silent()));
    assertThatThrownBy(() -> silent.record(Move.by("union").opensRound()))
        .hasMessageStartingWith("rule (silent) failed on (")
        .hasMessageEndingWith("it answered null");
  }

  @Example
  void a_rule_from_a_lambda_refuses_with_its_id_and_words() {
    Negotiation talks = Negotiation.about(AGENDA, RuleBook.DEFAULT.and(QUIET_BOARD));
    Outcome outcome = talks.apply(Move.by("board").promises("peace"));
    assertThat(outcome).isInstanceOf(Refusal.class);
    assertThat(((Refusal) outcome).laws()).containsExactly(Law.RULE_BOOK);
    assertThat(outcome)
        .hasToString(
            "quiet-board: the board promises something. "
                + "The rule says: the board makes no promises.");
    assertThat(outcome.negotiation()).isEqualTo(talks);
    assertThat(talks.apply(Move.by("union").promises("peace"))).isInstanceOf(Accepted.class);
  }

  @Example
  void a_rule_that_remembers_counts_what_was_accepted() {
    Negotiation talks = twoRounds(RuleBook.DEFAULT.and(new RoundLimit(2, Finding.Severity.REFUSE)));
    assertThat(talks.apply(Move.by("board").opensRound()))
        .hasToString("round-limit: round 3 is one too many. Settle in 2.");
  }

  @Example
  void a_rule_that_warns_leaves_the_move_legal_and_says_so() {
    Negotiation talks = twoRounds(RuleBook.DEFAULT.and(new RoundLimit(2, Finding.Severity.WARN)));
    Outcome outcome = talks.apply(Move.by("board").opensRound());
    assertThat(outcome).isInstanceOf(Accepted.class);
    assertThat(((Accepted) outcome).findings())
        .extracting(Finding::toString)
        .containsExactly("round-limit: round 3 is one too many. Settle in 2.");
  }

  @Example
  void a_record_is_not_refused_because_rules_changed_but_rejudged_by_them() {
    Negotiation record = twoRounds(RuleBook.DEFAULT);
    assertThat(record.rejudge()).isEmpty();
    assertThat(record.rejudge(RuleBook.DEFAULT.and(new RoundLimit(1, Finding.Severity.REFUSE))))
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.entry()).hasToString("[3]");
              assertThat(r.refusal().message())
                  .isEqualTo("round-limit: round 2 is one too many. Settle in 1.");
            });
  }

  @Example
  void a_rule_stands_once_in_a_book() {
    assertThatThrownBy(() -> RuleBook.DEFAULT.and(QUIET_BOARD).and(QUIET_BOARD))
        .hasMessage("rule (quiet-board) appears twice in the book");
  }
}
