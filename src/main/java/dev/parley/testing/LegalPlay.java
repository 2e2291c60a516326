package dev.parley.testing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import dev.parley.agenda.Agenda;
import dev.parley.talks.Accepted;
import dev.parley.talks.ActKind;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Opening;
import dev.parley.talks.Outcome;
import dev.parley.talks.RuleBook;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;

/**
 * Plays to draw from: a negotiation starts, goes on by choosing among what is legal, and stops
 * after some moves or when it is over. {@code LegalPlay.ANY.withMoves(10, 40).under(book)} plays by
 * the rules of a book.
 *
 * <p>Unless told otherwise: any of {@link Agendas#ANY}, no rules of one's own, 10 to 30 moves, no
 * illegal ones, no end that is forced. Immutable.
 */
@Immutable
public sealed interface LegalPlay extends Generator<Script>, WithLegalPlay
    permits ImmutableLegalPlay {
  /** All that is said above, unless told otherwise. */
  LegalPlay ANY = new Builder().build();

  /** {@return who negotiates about what: the agendas; {@link Agendas#ANY} unless given} */
  @Default
  default Generator<Agenda> agendas() {
    return Agendas.ANY;
  }

  /**
   * {@return the rules beyond the machine's own laws: the rule book; without rules unless given}
   */
  @Default
  default RuleBook rules() {
    return RuleBook.DEFAULT;
  }

  /**
   * {@return how many moves there are, unless it is over before: from 0 on; 10 to 30 unless given}
   */
  @Default
  default Range<Integer> moves() {
    return Range.closed(10, 30);
  }

  /**
   * {@return how many moves there are for one by anybody of any kind, which may be illegal: 1 or
   * more, empty for none of these; empty unless given} These go on when all is over.
   */
  OptionalInt oneWildIn();

  /** {@return whether the parties end the talks after the last move; not unless given} */
  @Default
  default boolean endsTheTalks() {
    return false;
  }

  /** {@return whether people say what is hard to write down and to read back; not unless given} */
  @Default
  default boolean hasAwkwardWords() {
    return false;
  }

  /**
   * {@return this with other agendas}
   *
   * @param others who negotiates about what
   */
  default LegalPlay among(Generator<Agenda> others) {
    return withAgendas(others);
  }

  /**
   * {@return this on one agenda}
   *
   * @param agenda who negotiates about what
   */
  default LegalPlay on(Agenda agenda) {
    return among(choices -> agenda);
  }

  /**
   * {@return this under a rule book}
   *
   * @param book the rules beyond the machine's own laws
   */
  default LegalPlay under(RuleBook book) {
    return withRules(book);
  }

  /**
   * {@return this with so many moves}
   *
   * @param least the fewest, 0 or more, unless it is over before
   * @param most the most
   */
  default LegalPlay withMoves(int least, int most) {
    if (least < 0 || most < least) {
      throw new IllegalArgumentException(
          "plays with (%s) to (%s) moves must have 0 or more, and no fewer at most than at least"
              .formatted(least, most));
    }
    return withMoves(Range.closed(least, most));
  }

  /** {@return this with an end: after the last move the principals end the talks} */
  default LegalPlay playedToTheEnd() {
    return withEndsTheTalks(true);
  }

  /**
   * {@return this with words that are hard to write down and to read back: quotes, line feeds, what
   * looks like a number}
   */
  default LegalPlay withAwkwardWords() {
    return withHasAwkwardWords(true);
  }

  /** Checks how many moves there are for a wild one. */
  @Check
  default void check() {
    if (oneWildIn().orElse(1) < 1) {
      throw new IllegalArgumentException(
          "plays with one wild move in (%s): it must be in 1 or more"
              .formatted(oneWildIn().getAsInt()));
    }
  }

  @Override
  default Script draw(Choices choices) {
    Agenda agenda = agendas().draw(choices);
    Player player = new Player(choices, hasAwkwardWords() ? Phrases.AWKWARD : Phrases.PLAIN);
    Negotiation now = Negotiation.about(agenda, rules());
    ImmutableList.Builder<Move> tried = ImmutableList.builder();
    int many = choices.between(moves().lowerEndpoint(), moves().upperEndpoint());
    for (int i = 0; i < many && (!now.isOver() || oneWildIn().isPresent()); i++) {
      Optional<Move> move =
          oneWildIn().isPresent() && choices.oneIn(oneWildIn().getAsInt())
              ? Optional.of(player.wild(now))
              : legal(now, player);
      if (move.isPresent()) {
        tried.add(move.get());
        now = now.apply(move.get()).negotiation();
      }
    }
    if (endsTheTalks()) {
      end(now, tried);
    }
    return new Script(agenda, rules(), tried.build());
  }

  /** Where its move is refused, the player tries again, up to eight times in all. */
  private static Optional<Move> legal(Negotiation now, Player player) {
    for (int i = 0; i < 8; i++) {
      Optional<Move> move = player.legal(now);
      if (move.isPresent() && now.apply(move.get()) instanceof Accepted) {
        return move;
      }
    }
    return Optional.empty();
  }

  /** One principal after the other ends the talks, as far as the rules allow it. */
  private static void end(Negotiation last, ImmutableList.Builder<Move> moves) {
    Negotiation now = last;
    for (Opening opening : last.legalMoves()) {
      if (opening.kind() == ActKind.TERMINATE && !now.isOver()) {
        Move move = Move.by(opening.by().text()).terminates();
        Outcome outcome = now.apply(move);
        if (outcome instanceof Accepted) {
          moves.add(move);
          now = outcome.negotiation();
        }
      }
    }
  }

  /** Builds plays to draw from. */
  final class Builder extends ImmutableLegalPlay.Builder {
    Builder() {}
  }
}
