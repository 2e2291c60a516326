package dev.parley.testing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import dev.parley.agenda.Agenda;
import dev.parley.agreement.Obligation;
import dev.parley.demand.Text;
import dev.parley.talks.Act;
import dev.parley.talks.ActKind;
import dev.parley.talks.AfterDeal;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Opening;
import dev.parley.talks.Outcome;
import dev.parley.talks.Outcome.Accepted;
import dev.parley.talks.Procedural;
import dev.parley.talks.RuleBook;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Plays to draw from: a negotiation starts, goes on by choosing among what is legal, and stops
 * after some moves or when it is over. {@code LegalPlay.ANY.withMoves(10, 40).under(book)} plays by
 * the rules of a book.
 *
 * <p>Unless told otherwise: any of {@link Agendas#ANY}, no rules of one's own, 10 to 30 moves, no
 * illegal ones, no end that is forced. Immutable.
 */
public final class LegalPlay implements Generator<Script> {
  /** All that is said above, unless told otherwise. */
  public static final LegalPlay ANY =
      new LegalPlay(
          Agendas.ANY, RuleBook.DEFAULT, Range.closed(10, 30), OptionalInt.empty(), false, false);

  /** How often the player tries again where its move was refused. */
  private static final int PATIENCE = 8;

  private final Generator<Agenda> agendas;
  private final RuleBook rules;
  private final Range<Integer> moves;
  private final OptionalInt oneWildIn;
  private final boolean toTheEnd;
  private final boolean awkward;

  private LegalPlay(
      Generator<Agenda> agendas,
      RuleBook rules,
      Range<Integer> moves,
      OptionalInt oneWildIn,
      boolean toTheEnd,
      boolean awkward) {
    this.agendas = agendas;
    this.rules = rules;
    this.moves = moves;
    this.oneWildIn = oneWildIn;
    this.toTheEnd = toTheEnd;
    this.awkward = awkward;
  }

  /** {@return who negotiates about what: the agendas; {@link Agendas#ANY} unless given} */
  public Generator<Agenda> agendas() {
    return agendas;
  }

  /**
   * {@return the rules beyond the machine's own laws: the rule book; without rules unless given}
   */
  public RuleBook rules() {
    return rules;
  }

  /**
   * {@return how many moves there are, unless it is over before: from 0 on; 10 to 30 unless given}
   */
  public Range<Integer> moves() {
    return moves;
  }

  /**
   * {@return how many moves there are for one by anybody of any kind, which may be illegal: 1 or
   * more, empty for none of these; empty unless given}
   */
  public OptionalInt oneWildIn() {
    return oneWildIn;
  }

  /** {@return whether the parties end the talks after the last move; not unless given} */
  public boolean endsTheTalks() {
    return toTheEnd;
  }

  /** {@return whether people say what is hard to write down and to read back; not unless given} */
  public boolean hasAwkwardWords() {
    return awkward;
  }

  /**
   * {@return this with other agendas}
   *
   * @param others who negotiates about what
   */
  public LegalPlay among(Generator<Agenda> others) {
    return new LegalPlay(others, rules, moves, oneWildIn, toTheEnd, awkward);
  }

  /**
   * {@return this on one agenda}
   *
   * @param agenda who negotiates about what
   */
  public LegalPlay on(Agenda agenda) {
    return among(choices -> agenda);
  }

  /**
   * {@return this under a rule book}
   *
   * @param book the rules beyond the machine's own laws
   */
  public LegalPlay under(RuleBook book) {
    return new LegalPlay(agendas, book, moves, oneWildIn, toTheEnd, awkward);
  }

  /**
   * {@return this with so many moves}
   *
   * @param least the fewest, 0 or more, unless it is over before
   * @param most the most
   */
  public LegalPlay withMoves(int least, int most) {
    if (least < 0 || most < least) {
      throw new IllegalArgumentException(
          "plays with (%s) to (%s) moves must have 0 or more, and no fewer at most than at least"
              .formatted(least, most));
    }
    return new LegalPlay(agendas, rules, Range.closed(least, most), oneWildIn, toTheEnd, awkward);
  }

  /**
   * {@return this with illegal moves mixed in: one move in so many is by anybody and of any kind}
   * They go on when all is over.
   *
   * @param many 1 or more
   */
  public LegalPlay withOneWildIn(int many) {
    if (many < 1) {
      throw new IllegalArgumentException(
          "plays with one wild move in (%s): it must be in 1 or more".formatted(many));
    }
    return new LegalPlay(agendas, rules, moves, OptionalInt.of(many), toTheEnd, awkward);
  }

  /**
   * {@return this with an end: after the last move the principals abandon the talks, and excuse
   * what is owed; an agreement under which nothing is owed goes on}
   */
  public LegalPlay playedToTheEnd() {
    return new LegalPlay(agendas, rules, moves, oneWildIn, true, awkward);
  }

  /**
   * {@return this with words that are hard to write down and to read back: quotes, line feeds, what
   * looks like a number}
   */
  public LegalPlay withAwkwardWords() {
    return new LegalPlay(agendas, rules, moves, oneWildIn, toTheEnd, true);
  }

  @Override
  public Script draw(Choices choices) {
    Agenda agenda = agendas.draw(choices);
    Player player = new Player(choices, awkward ? Phrases.AWKWARD : Phrases.PLAIN);
    Negotiation now = Negotiation.about(agenda, rules);
    ImmutableList.Builder<Move> tried = ImmutableList.builder();
    int many = choices.between(moves.lowerEndpoint(), moves.upperEndpoint());
    for (int i = 0; i < many && (!now.isOver() || oneWildIn.isPresent()); i++) {
      Optional<Move> move =
          oneWildIn.isPresent() && choices.oneIn(oneWildIn.getAsInt())
              ? Optional.of(player.wild(now))
              : legal(now, player);
      if (move.isPresent()) {
        tried.add(move.get());
        now = now.apply(move.get()).negotiation();
      }
    }
    if (toTheEnd) {
      end(now, tried);
    }
    return new Script(agenda, rules, tried.build());
  }

  private static Optional<Move> legal(Negotiation now, Player player) {
    for (int i = 0; i < PATIENCE; i++) {
      Optional<Move> move = player.legal(now);
      if (move.isPresent() && now.apply(move.get()) instanceof Accepted) {
        return move;
      }
    }
    return Optional.empty();
  }

  /**
   * One principal after the other abandons the talks, what awaits ratification fails, what is owed
   * is excused, and what is left all agree to end, as far as the rules allow it.
   */
  private static void end(Negotiation last, ImmutableList.Builder<Move> moves) {
    Negotiation now = last;
    for (ActKind kind :
        List.of(
            ActKind.ABANDON,
            ActKind.FAIL_TO_RATIFY, // after which the talks may be open again
            ActKind.EXCUSE,
            ActKind.AGREE_TO_END,
            ActKind.ABANDON)) {
      for (Opening opening : now.legalMoves()) {
        if (opening.kind() == kind && !now.isOver()) {
          Move move = Move.by(opening.by().text()).does(ending(opening));
          Outcome outcome = now.apply(move);
          if (outcome instanceof Accepted) {
            moves.add(move);
            now = outcome.negotiation();
          }
        }
      }
    }
  }

  private static Act ending(Opening opening) {
    return switch (opening.kind()) {
      case FAIL_TO_RATIFY -> new AfterDeal.FailToRatify(opening.subject().map(Text.class::cast));
      case AGREE_TO_END -> new AfterDeal.AgreeToEnd(opening.subject().map(Text.class::cast));
      case EXCUSE -> new AfterDeal.Excuse((Obligation) opening.subject().orElseThrow());
      default -> new Procedural.Abandon();
    };
  }
}
