package dev.parley.play;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.Agenda;
import dev.parley.evidence.When;
import dev.parley.talks.Accepted;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Outcome;
import dev.parley.talks.Policy;
import dev.parley.talks.Refusal;
import dev.parley.talks.RuleBook;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.IntFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A negotiation that was played: the numbers that it followed from, the moves that were accepted,
 * the negotiation before the first and after each of them, and the moves that were refused.
 */
public record Game(
    int seed,
    ImmutableList<Integer> numbers,
    ImmutableList<Negotiation> states,
    ImmutableList<Move> moves,
    ImmutableList<Refusal> refusals) {
  /** Plays a table by numbers. */
  public static Game play(int seed, List<Integer> numbers) {
    return play(seed, Table.of(seed), numbers);
  }

  /** Plays by the same numbers at the same table under other names, or at another scale. */
  public Game replayedWith(IntFunction<String> names, BigDecimal factor) {
    return play(seed, Table.of(seed, names, factor), numbers);
  }

  private static Game play(int seed, Agenda agenda, List<Integer> numbers) {
    ImmutableList.Builder<Negotiation> states = ImmutableList.builder();
    ImmutableList.Builder<Move> moves = ImmutableList.builder();
    ImmutableList.Builder<Refusal> refusals = ImmutableList.builder();
    Negotiation now = Negotiation.about(agenda, rules(seed));
    states.add(now);
    for (int number : numbers) {
      Move move = Player.choose(now, number);
      Outcome outcome = now.apply(move);
      if (outcome instanceof Accepted accepted) {
        now = accepted.negotiation();
        states.add(now);
        moves.add(move);
      } else {
        refusals.add((Refusal) outcome);
      }
    }
    return new Game(
        seed, ImmutableList.copyOf(numbers), states.build(), moves.build(), refusals.build());
  }

  private static RuleBook rules(int seed) {
    return RuleBook.DEFAULT.under(Policy.builder().stallAfter(1 + Math.floorMod(seed, 3)).build());
  }

  public Negotiation start() {
    return states.get(0);
  }

  public Negotiation end() {
    return states.get(states.size() - 1);
  }

  /** A move's date does not matter to whoever reads it as a sequence. */
  public static Move undated(Move move) {
    return move.withOn(When.UNKNOWN);
  }

  /** Games of up to so many moves, legal and illegal. */
  public static Arbitrary<Game> games(int most) {
    Arbitrary<Integer> seeds = Arbitraries.integers().between(0, 100_000).withoutEdgeCases();
    Arbitrary<List<Integer>> numbers =
        Arbitraries.integers()
            .between(0, 1_000_000)
            .withoutEdgeCases()
            .list()
            .ofMinSize(most / 2)
            .ofMaxSize(most);
    return Combinators.combine(seeds, numbers).as(Game::play);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("table " + seed + ", numbers " + numbers + "\n");
    moves.forEach(m -> text.append("  ").append(m.by()).append(": ").append(m.act()).append('\n'));
    return text.toString();
  }
}
