package dev.parley.testing;

import dev.parley.agenda.Agenda;
import dev.parley.talks.RuleBook;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.arbitraries.ArbitraryDecorator;

/**
 * Arbitrary plays, with the defaults of {@link LegalPlay#ANY}: any agenda, no rules of one's own,
 * 10 to 30 moves, all of them legal. They shrink to fewer moves, a smaller agenda, plainer moves
 * and smaller values, in this order. Immutable.
 */
@SuppressWarnings("exports")
public final class PlayArbitrary extends ArbitraryDecorator<Script> {
  private final LegalPlay play;

  PlayArbitrary(LegalPlay play) {
    this.play = play;
  }

  /**
   * {@return this with other agendas}
   *
   * @param agendas who negotiates about what; {@link Agendas#ANY} unless given
   */
  public PlayArbitrary among(Generator<Agenda> agendas) {
    return new PlayArbitrary(play.among(agendas));
  }

  /**
   * {@return this on one agenda}
   *
   * @param agenda who negotiates about what
   */
  public PlayArbitrary on(Agenda agenda) {
    return new PlayArbitrary(play.on(agenda));
  }

  /**
   * {@return this under a rule book}
   *
   * @param book the rules beyond the machine's own laws; none unless given
   */
  public PlayArbitrary under(RuleBook book) {
    return new PlayArbitrary(play.under(book));
  }

  /**
   * {@return this with so many moves}
   *
   * @param least the fewest, 0 or more, unless it is over before; 10 unless given
   * @param most the most; 30 unless given
   */
  public PlayArbitrary withMoves(int least, int most) {
    return new PlayArbitrary(play.withMoves(least, most));
  }

  /**
   * {@return this with illegal moves mixed in: one move in so many is by anybody and of any kind}
   *
   * @param many 1 or more; none unless given
   */
  public PlayArbitrary withOneWildIn(int many) {
    return new PlayArbitrary(play.withOneWildIn(many));
  }

  /** {@return this with an end: after the last move the principals end the talks} */
  public PlayArbitrary playedToTheEnd() {
    return new PlayArbitrary(play.playedToTheEnd());
  }

  /** {@return this with words that are hard to write down and to read back} */
  public PlayArbitrary withAwkwardWords() {
    return new PlayArbitrary(play.withAwkwardWords());
  }

  /** {@return these plays, played: an arbitrary of what came of them} */
  public Arbitrary<Course> courses() {
    return map(Script::course);
  }

  /** {@return what it draws from, for any engine} */
  public LegalPlay generator() {
    return play;
  }

  @Override
  protected Arbitrary<Script> arbitrary() {
    return Simplified.arbitrary(play, SimplerScripts.ALL);
  }
}
