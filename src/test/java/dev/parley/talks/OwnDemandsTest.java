package dev.parley.talks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.demand.Ask;
import dev.parley.demand.Demand;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import net.jqwik.api.Example;
import org.jspecify.annotations.Nullable;

/** Demands and rules of a user's own that fail are named with the move, once. */
class OwnDemandsTest {
  /** A demand that says what somebody else makes it say. */
  private record Borrowed(Supplier<@Nullable ImmutableMap<IssueId, Ask>> what) implements Demand {
    @Override
    public String kind() {
      return "borrowed";
    }

    @Override
    public ActorId by() {
      return ActorId.of("north");
    }

    @Override
    public ImmutableSet<ActorId> of() {
      return ImmutableSet.of();
    }

    @Override
    @SuppressWarnings("NullAway") // as somebody writes it who does not know better
    public ImmutableMap<IssueId, Ask> asks() {
      return what.get();
    }

    @Override
    public Optional<Firmness> firmness() {
      return Optional.empty();
    }
  }

  private static Move demanding(Supplier<@Nullable ImmutableMap<IssueId, Ask>> what) {
    return Shore.north().demands(new Borrowed(what));
  }

  @Example
  void a_demand_that_answers_null_is_named_with_the_move() {
    Move move = demanding(() -> null);
    assertThatThrownBy(() -> Shore.talks().apply(move))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("demand (Borrowed) failed on (north: raise a demand): it answered null");
    assertThatThrownBy(() -> Shore.talks().record(move))
        .hasMessage("demand (Borrowed) failed on (north: raise a demand): it answered null");
  }

  @Example
  void a_demand_that_throws_is_asked_once_and_its_error_is_the_cause() {
    AtomicInteger asked = new AtomicInteger();
    LinkageError error = new LinkageError("no such library");
    Move move =
        demanding(
            () -> {
              asked.incrementAndGet();
              throw error;
            });
    assertThatThrownBy(() -> Shore.talks().apply(move))
        .hasMessage(
            "demand (Borrowed) failed on (north: raise a demand): java.lang.LinkageError: no such"
                + " library")
        .hasCause(error);
    assertThat(asked).hasValue(1);
  }

  @Example
  void an_error_in_a_rule_is_named_and_one_of_the_machine_is_not() {
    assertThatThrownBy(() -> under(new LinkageError("gone")).apply(Shore.north().opensRound()))
        .hasMessageStartingWith("rule (mine) failed on (")
        .hasMessageEndingWith("java.lang.LinkageError: gone");
    assertThatThrownBy(() -> under(new OutOfMemoryError()).apply(Shore.north().opensRound()))
        .isInstanceOf(OutOfMemoryError.class);
  }

  private static Negotiation under(Error error) {
    Rule rule =
        Rule.of(
            "mine",
            "nothing fails",
            (situation, move) -> {
              throw error;
            });
    return Negotiation.about(Shore.AGENDA, RuleBook.DEFAULT.and(rule));
  }

  @Example
  @SuppressWarnings("NullAway") // as above
  void a_rule_from_a_lambda_that_answers_null_is_named_once() {
    Rule rule = Rule.of("mine", "nothing is null", (situation, move) -> null);
    Negotiation talks = Negotiation.about(Shore.AGENDA, RuleBook.DEFAULT.and(rule));
    Move move = Shore.north().opensRound();
    assertThatThrownBy(() -> talks.apply(move))
        .hasMessage("rule (mine) failed on (" + move + "): it answered null");
  }
}
