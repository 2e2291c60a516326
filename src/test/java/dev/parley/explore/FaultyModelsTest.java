package dev.parley.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.explore.Exploration.Extent.Ending;
import dev.parley.explore.Exploration.Verdict.Status;
import dev.parley.explore.Model.Next;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import net.jqwik.api.Example;

/** A model that breaks the laws of models is told so, instead of a wrong answer. */
class FaultyModelsTest {
  private record Given<S, M>(S start, Function<S, List<M>> tries, BiFunction<S, M, Next<S>> leads)
      implements Model<S, M> {
    @Override
    public List<S> starts() {
      return List.of(start);
    }

    @Override
    public List<M> moves(S state) {
      return tries.apply(state);
    }

    @Override
    public Next<S> next(S state, M move) {
      return leads.apply(state, move);
    }
  }

  private static <S, M> Exploration<S, M> explored(
      S start, Function<S, List<M>> moves, BiFunction<S, M, Next<S>> next) {
    Exploration<S, M> found =
        Explorer.of(new Given<>(start, moves, next))
            .check(Property.always("true", state -> true), Property.everyPlayEnds())
            .maxStates(10_000)
            .explore();
    if (found.extent().ending() == Ending.FAULT) {
      assertThat(found.holds()).isFalse();
      assertThat(found.verdicts())
          .allSatisfy(verdict -> assertThat(verdict.status()).isEqualTo(Status.UNSOUND));
    }
    return found;
  }

  /** Compares by identity, as any class that says nothing about it. */
  private static final class Day {
    final int number;

    Day(int number) {
      this.number = number;
    }

    @Override
    public String toString() {
      return "day " + number;
    }
  }

  private record Prices(int[] all) {
    @Override
    public String toString() {
      return "prices";
    }
  }

  private record Liar(int number) {
    private static final AtomicInteger HASHES = new AtomicInteger();

    @Override
    public int hashCode() {
      return HASHES.incrementAndGet();
    }
  }

  private static final class Counter {
    int count;

    @Override
    public boolean equals(Object other) {
      return other instanceof Counter counter && counter.count == count;
    }

    @Override
    public int hashCode() {
      return count;
    }

    @Override
    public String toString() {
      return "count " + count;
    }
  }

  @Example
  void states_that_compare_by_identity_are_named() {
    Exploration<Day, String> found =
        explored(
            new Day(0), day -> List.of("wait"), (day, move) -> Next.to(new Day(day.number + 1)));
    assertThat(found.extent())
        .hasToString(
            "not sound: states do not compare by value: move (wait) in state (day 0) led twice to"
                + " (day 1), which do not equal each other: class"
                + " dev.parley.explore.FaultyModelsTest$Day inherits equals from Object. Make it a"
                + " record, or give it equals and hashCode");
  }

  @Example
  void records_that_hold_an_array_are_named() {
    Exploration<Prices, String> found =
        explored(
            new Prices(new int[1]),
            prices -> List.of("raise"),
            (prices, move) -> Next.to(new Prices(new int[1])));
    assertThat(found.extent().because())
        .startsWith("states do not compare by value: move (raise) in state (prices) led twice")
        .endsWith("Prices and of what it holds; arrays, for one, have neither");
  }

  @Example
  void equal_states_with_different_hash_codes_are_named() {
    Exploration<Liar, String> found =
        explored(new Liar(0), liar -> List.of("lie"), (liar, move) -> Next.to(new Liar(1)));
    assertThat(found.extent().because())
        .startsWith("states do not compare by value: (Liar[number=1]) came twice from")
        .contains("equal but with the hash codes");
  }

  @Example
  void a_next_that_gives_another_state_each_time_is_named() {
    AtomicInteger dice = new AtomicInteger();
    Exploration<Integer, String> found =
        explored(0, state -> List.of("roll"), (state, move) -> Next.to(dice.incrementAndGet()));
    assertThat(found.extent().because())
        .isEqualTo(
            "the model is not deterministic: move (roll) in state (0) led to (1) and then to (2)");
  }

  @Example
  void a_next_that_refuses_now_and_then_is_named() {
    AtomicInteger dice = new AtomicInteger();
    Exploration<Integer, String> found =
        explored(
            0,
            state -> List.of("roll"),
            (state, move) ->
                dice.incrementAndGet() % 2 == 0 ? Next.refused("bad luck") : Next.to(state));
    assertThat(found.extent().because())
        .isEqualTo(
            "the model is not deterministic: move (roll) in state (0) led to (0) and then refused by"
                + " bad luck");
  }

  @Example
  void moves_that_come_in_another_order_are_named() {
    AtomicInteger asked = new AtomicInteger();
    Exploration<Integer, String> found =
        explored(
            0,
            state -> asked.incrementAndGet() % 2 == 0 ? List.of("a", "b") : List.of("b", "a"),
            (state, move) -> Next.to(state));
    assertThat(found.extent().because())
        .isEqualTo(
            "the model is not deterministic: state (0) had the moves [b, a] and then [a, b]");
  }

  @Example
  void a_next_that_changes_the_state_it_is_given_is_named() {
    Exploration<Counter, String> found =
        explored(
            new Counter(),
            counter -> List.of("count"),
            (counter, move) -> {
              counter.count = (counter.count + 1) % 3;
              return Next.to(counter);
            });
    assertThat(found.extent().because()).startsWith("the model changes its states");
  }

  @Example
  void a_model_that_fails_is_quoted_with_the_state_and_the_move() {
    Exploration<Integer, String> found =
        explored(
            3,
            state -> List.of("divide"),
            (state, move) -> {
              throw new ArithmeticException("by zero");
            });
    assertThat(found.extent().because())
        .isEqualTo(
            "the model failed at move (divide) in state (3): java.lang.ArithmeticException: by"
                + " zero");
  }

  @Example
  void an_error_in_a_model_is_quoted_too_and_the_machines_own_passes() {
    Exploration<Integer, String> found =
        explored(
            3,
            state -> List.of("divide"),
            (state, move) -> {
              throw new NoClassDefFoundError("Divisor");
            });
    assertThat(found.extent().because())
        .isEqualTo(
            "the model failed at move (divide) in state (3): java.lang.NoClassDefFoundError:"
                + " Divisor");
    assertThatThrownBy(
            () ->
                explored(
                    3,
                    state -> List.of("divide"),
                    (state, move) -> {
                      throw new OutOfMemoryError("not the model's");
                    }))
        .isInstanceOf(OutOfMemoryError.class);
  }

  @Example
  void a_property_that_fails_is_quoted_with_the_state() {
    Exploration<Integer, Integer> found =
        Explorer.of(Graph.of(2, "0>1"))
            .check(Property.always("one over the state is small", state -> 1 / (state - 1) < 5))
            .explore();
    assertThat(found.extent().because())
        .isEqualTo(
            "property (one over the state is small) failed at state (1):"
                + " java.lang.ArithmeticException: / by zero");
  }

  @Example
  void a_model_without_a_start_is_told_so() {
    Model<Integer, Integer> none =
        new Model<>() {
          @Override
          public List<Integer> starts() {
            return List.of();
          }

          @Override
          public List<Integer> moves(Integer state) {
            return List.of();
          }

          @Override
          public Next<Integer> next(Integer state, Integer move) {
            return Next.to(state);
          }
        };
    assertThat(Explorer.of(none).explore().extent())
        .hasToString("not sound: the model has no state to start in");
  }

  @Example
  void a_model_that_turns_bad_after_the_sample_is_noticed_when_the_play_is_made_again() {
    AtomicInteger calls = new AtomicInteger();
    Exploration<Integer, String> found =
        Explorer.of(
                new Given<Integer, String>(
                    0,
                    state -> state < 3 ? List.of("go") : List.of(),
                    (state, move) -> Next.to(calls.incrementAndGet() > 3 ? 9 : state + 1)))
            .check(Property.never("three", state -> state == 3))
            .sample(0)
            .explore();
    assertThat(found.extent().because())
        .isEqualTo(
            "the model is not deterministic: when a play was made again, state (2) led elsewhere");
  }
}
