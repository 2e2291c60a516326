package dev.parley.testing;

import dev.parley.agenda.Agenda;
import dev.parley.agenda.Terms;
import dev.parley.agreement.AgreementStage;
import dev.parley.agreement.ObligationState;
import dev.parley.demand.Demand;
import dev.parley.demand.Offer;
import dev.parley.evidence.Figure;
import dev.parley.evidence.When;
import dev.parley.play.Strategy;
import dev.parley.talks.ActKind;
import dev.parley.talks.Negotiation;
import dev.parley.talks.RuleBook;
import dev.parley.talks.Stage;
import dev.parley.testing.Fitting.OffScale;
import dev.parley.testing.Script.Course;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.arbitraries.ArbitraryDecorator;

/**
 * The arbitraries for property tests with jqwik:
 *
 * <pre>{@code
 * @Provide
 * Arbitrary<Script> plays() {
 *   return Negotiations.plays()
 *       .among(Agendas.ANY.withPrincipals(2).withIssues(1, 5))
 *       .under(RuleBook.DEFAULT.and(Rules.roundLimit(3)))
 *       .withOneWildIn(8);
 * }
 * }</pre>
 *
 * <p>A thin coat over {@link Agendas}, {@link LegalPlay}, {@link Records}, {@link Fitting}, {@link
 * Figures} and {@link Dates}, which know nothing of jqwik. {@link NegotiationDomain} has all of
 * them by type.
 */
@SuppressWarnings("exports")
public final class Negotiations {
  private Negotiations() {}

  /** {@return agendas of two or three principals with one to four issues, unless told otherwise} */
  public static AgendaArbitrary agendas() {
    return new AgendaArbitrary(Agendas.ANY);
  }

  /** {@return plays of 10 to 30 legal moves on any agenda, unless told otherwise} */
  public static PlayArbitrary plays() {
    return new PlayArbitrary(LegalPlay.ANY);
  }

  /**
   * {@return whole records of 10 to 30 entries, one in six of them by anybody and of any kind, one
   * in twenty a word on an earlier one} They shrink to fewer entries.
   */
  public static Arbitrary<Negotiation> records() {
    return records(Records.of(LegalPlay.ANY.withOneWildIn(6)));
  }

  /**
   * {@return whole records, which shrink to fewer entries}
   *
   * @param records what they are like
   */
  public static Arbitrary<Negotiation> records(Records records) {
    return Simplified.arbitrary(records, SimplerRecords.ALL);
  }

  /**
   * {@return terms that fit an agenda, on one issue or more}
   *
   * @param agenda who negotiates about what
   */
  public static Arbitrary<Terms> terms(Agenda agenda) {
    return Simplified.byItsChoices(new Fitting(agenda).terms());
  }

  /**
   * {@return offers that fit an agenda, of any principal to one other or to all}
   *
   * @param agenda who negotiates about what
   */
  public static Arbitrary<Offer> offers(Agenda agenda) {
    return Simplified.byItsChoices(new Fitting(agenda).offers());
  }

  /**
   * {@return demands that fit an agenda, of any principal on one or two issues}
   *
   * @param agenda who negotiates about what
   */
  public static Arbitrary<Demand> demands(Agenda agenda) {
    return Simplified.byItsChoices(new Fitting(agenda).demands());
  }

  /**
   * {@return values just off a scale of an agenda, with which no terms can be built}
   *
   * @param agenda who negotiates about what
   */
  public static Arbitrary<OffScale> offTheScale(Agenda agenda) {
    return Simplified.byItsChoices(new Fitting(agenda).offTheScale());
  }

  /** {@return figures as they are reported, from 0 to 1,000} */
  public static Arbitrary<Figure> figures() {
    return Simplified.byItsChoices(Figures.ANY);
  }

  /**
   * {@return figures as they are reported}
   *
   * @param least the least number
   * @param most the most
   */
  public static Arbitrary<Figure> figures(int least, int most) {
    return Simplified.byItsChoices(new Figures(least, most));
  }

  /**
   * {@return dates as they are known, in the years 2023 to 2025: half of them are days, the rest
   * months, years, about, intervals, unknown}
   */
  public static Arbitrary<When> dates() {
    return Simplified.byItsChoices(Dates.ANY);
  }

  /**
   * {@return dates as they are known}
   *
   * @param first the first day
   * @param last the last day
   */
  public static Arbitrary<When> dates(LocalDate first, LocalDate last) {
    return Simplified.byItsChoices(new Dates(first, last));
  }

  /**
   * Arbitrary agendas, with the defaults of {@link Agendas#ANY}: two or three principals, one to
   * four issues, none to two mediators. They shrink to fewer parties and issues. Immutable.
   */
  @SuppressWarnings("exports")
  public static final class AgendaArbitrary extends ArbitraryDecorator<Agenda> {
    private final Agendas agendas;

    AgendaArbitrary(Agendas agendas) {
      this.agendas = agendas;
    }

    /**
     * {@return this with so many principals}
     *
     * @param number how many, 2 or more; 2 to 3 unless given
     */
    public AgendaArbitrary withPrincipals(int number) {
      return new AgendaArbitrary(agendas.withPrincipals(number));
    }

    /**
     * {@return this with so many principals}
     *
     * @param least the fewest, 2 or more
     * @param most the most
     */
    public AgendaArbitrary withPrincipals(int least, int most) {
      return new AgendaArbitrary(agendas.withPrincipals(least, most));
    }

    /**
     * {@return this with so many issues}
     *
     * @param least the fewest, 1 or more; 1 unless given
     * @param most the most; 4 unless given
     */
    public AgendaArbitrary withIssues(int least, int most) {
      return new AgendaArbitrary(agendas.withIssues(least, most));
    }

    /**
     * {@return this with so many mediators}
     *
     * @param least the fewest, 0 or more; 0 unless given
     * @param most the most; 2 unless given
     */
    public AgendaArbitrary withMediators(int least, int most) {
      return new AgendaArbitrary(agendas.withMediators(least, most));
    }

    /** {@return what it draws from: the agendas, for any engine} */
    public Agendas generator() {
      return agendas;
    }

    @Override
    protected Arbitrary<Agenda> arbitrary() {
      return Simplified.arbitrary(agendas, SimplerAgendas.ALL);
    }
  }

  /**
   * Arbitrary plays, with the defaults of {@link LegalPlay#ANY}: any agenda, no rules of one's own,
   * 10 to 30 moves, all of them legal. They shrink to fewer moves, a smaller agenda, plainer moves
   * and smaller values, in this order.
   *
   * <p>A property over them reports with its statistics which kinds of moves, stages and laws its
   * plays met, under the label {@code what the plays met}, which {@code @StatisticsReport} turns
   * off. It fails where a rule of the book is about kinds of moves of which none occurred in 100
   * plays or more. Immutable.
   */
  @SuppressWarnings("exports")
  public static final class PlayArbitrary extends ArbitraryDecorator<Script> {
    private final LegalPlay play;

    PlayArbitrary(LegalPlay play) {
      this.play = play;
    }

    private PlayArbitrary with(LegalPlay other) {
      return new PlayArbitrary(other);
    }

    /**
     * {@return this with other agendas}
     *
     * @param agendas who negotiates about what; {@link Agendas#ANY} unless given
     */
    public PlayArbitrary among(Generator<Agenda> agendas) {
      return with(play.among(agendas));
    }

    /**
     * {@return this on one agenda: any}
     *
     * @param agenda who negotiates about what
     */
    public PlayArbitrary on(Agenda agenda) {
      return with(play.on(agenda));
    }

    /**
     * {@return this under a rule book}
     *
     * @param book the rules beyond the machine's own laws; none unless given
     */
    public PlayArbitrary under(RuleBook book) {
      return with(play.under(book));
    }

    /**
     * {@return this after what has happened: plays that go on with a negotiation}
     *
     * @param talks the negotiation
     */
    public PlayArbitrary after(Negotiation talks) {
      return with(play.after(talks));
    }

    /**
     * {@return this with so many moves}
     *
     * @param least the fewest, 0 or more, unless it is over before; 10 unless given
     * @param most the most; 30 unless given
     */
    public PlayArbitrary withMoves(int least, int most) {
      return with(play.withMoves(least, most));
    }

    /**
     * {@return this with illegal moves mixed in: one move in so many is by anybody and of any kind}
     *
     * @param many 1 or more; none unless given
     */
    public PlayArbitrary withOneWildIn(int many) {
      return with(play.withOneWildIn(many));
    }

    /**
     * {@return this with moves of some kinds only}
     *
     * @param kinds one kind or more
     */
    public PlayArbitrary only(Iterable<ActKind> kinds) {
      return with(play.only(kinds));
    }

    /**
     * {@return this with moves of some kinds only}
     *
     * @param kind one kind
     * @param others the others, if there are any
     */
    public PlayArbitrary only(ActKind kind, ActKind... others) {
      return with(play.only(kind, others));
    }

    /**
     * {@return this with more moves of a kind, wherever one can be made}
     *
     * @param kind the kind
     * @param times how many times as often as usual: from 0 for never to 1,000
     */
    public PlayArbitrary weighing(ActKind kind, int times) {
      return with(play.weighing(kind, times));
    }

    /** {@return this with offers and proposals that name every issue, all of them} */
    public PlayArbitrary completeOffers() {
      return with(play.completeOffers());
    }

    /**
     * {@return this with plays that get to a stage of the talks, and then go on as usual}
     *
     * @param stage the stage
     */
    public PlayArbitrary reaching(Stage stage) {
      return with(play.reaching(stage));
    }

    /**
     * {@return this with plays in which some agreement gets to a stage}
     *
     * @param stage the stage of an agreement
     */
    public PlayArbitrary reaching(AgreementStage stage) {
      return with(play.reaching(stage));
    }

    /**
     * {@return this with plays in which some obligation gets to a state}
     *
     * @param state the state of an obligation
     */
    public PlayArbitrary reaching(ObligationState state) {
      return with(play.reaching(state));
    }

    /**
     * {@return this with strategies that negotiate first; then the play goes on as usual}
     *
     * @param strategies one or more, dealt out to the principals in turn
     */
    public PlayArbitrary strategies(Strategy... strategies) {
      return with(play.strategies(strategies));
    }

    /** {@return this with an end: after the last move the principals end the talks} */
    public PlayArbitrary playedToTheEnd() {
      return with(play.playedToTheEnd());
    }

    /** {@return this with words that are hard to write down and to read back} */
    public PlayArbitrary withAwkwardWords() {
      return with(play.withAwkwardWords());
    }

    /**
     * {@return this with a property that fails where moves of these kinds do not occur} It fails
     * after 100 plays or more, and in any case where nothing occurs that a rule of the book {@link
     * dev.parley.talks.Rule#kinds is about}.
     *
     * @param kinds the kinds of which each must occur
     */
    public PlayArbitrary covering(ActKind... kinds) {
      return with(play.covering(kinds));
    }

    /** {@return this with a property that neither reports nor checks what its plays met} */
    public PlayArbitrary withoutCoverage() {
      return with(play.withoutCoverage());
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
      return Arbitraries.fromGenerator(
          random -> {
            Coverage met = play.isCovered() ? PropertyCoverage.of(play) : new Coverage();
            Script script = play.draw(Choices.seeded(random.nextLong()), met);
            return Simplified.of(script, SimplerScripts.ALL, play.draws());
          });
    }
  }
}
