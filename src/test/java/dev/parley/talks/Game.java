package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.ActorId;
import dev.parley.evidence.When;
import dev.parley.testing.Choices;
import dev.parley.testing.Negotiations;
import dev.parley.testing.Player;
import dev.parley.testing.Script;
import dev.parley.testing.Script.Course;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** A play, and what came of it: the laws are about both. */
record Game(Script script, Course course) {
  static Game of(Script script) {
    return new Game(script, script.course());
  }

  /** Games of so many moves, one in six by anybody and of any kind. */
  static Arbitrary<Game> games(int least, int most) {
    return Arbitraries.of(1, 2, 3)
        .map(k -> RuleBook.DEFAULT.under(Policy.builder().stallAfter(k).build()))
        .flatMap(book -> Negotiations.plays().under(book).withMoves(least, most).withOneWildIn(6))
        .map(Game::of);
  }

  /** Returns a move that a number chooses here, one in eight by anybody and of any kind. */
  static Move choose(Negotiation talks, long number) {
    Choices choices = Choices.seeded(number);
    Player player = Player.of(choices);
    return choices.oneIn(8)
        ? player.wild(talks)
        : player.legal(talks).orElseGet(() -> player.wild(talks));
  }

  /** A move's date does not matter to whoever reads it as a sequence. */
  static Move undated(Move move) {
    return move.withOn(When.UNKNOWN);
  }

  /** The same script, under names in the other order of the alphabet. */
  Script renamed() {
    List<ActorId> all = script.agenda().actors().keySet().asList();
    List<ActorId> sorted = all.stream().sorted().toList();
    return script.renamed(
        id -> all.contains(id) ? ActorId.of("side-" + (char) ('z' - sorted.indexOf(id))) : id);
  }

  Negotiation start() {
    return course.start();
  }

  Negotiation end() {
    return course.end();
  }

  ImmutableList<Negotiation> states() {
    return course.states();
  }

  ImmutableList<Move> moves() {
    return course.moves();
  }

  ImmutableList<Refusal> refusals() {
    return course.refusals();
  }
}
