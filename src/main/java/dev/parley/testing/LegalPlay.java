package dev.parley.testing;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import com.google.common.collect.Range;
import com.google.common.collect.Sets;
import dev.parley.agenda.Agenda;
import dev.parley.agreement.AgreementStage;
import dev.parley.agreement.ObligationState;
import dev.parley.play.Strategy;
import dev.parley.talks.ActKind;
import dev.parley.talks.Negotiation;
import dev.parley.talks.RuleBook;
import dev.parley.talks.Stage;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Plays to draw from: a negotiation starts, goes on by choosing among what is legal, and stops
 * after some moves or when it is over. {@code LegalPlay.ANY.withMoves(10, 40).under(book)} plays by
 * the rules of a book.
 *
 * <p>Unless told otherwise: any of {@link Agendas#ANY}, no rules of one's own, 10 to 30 moves, all
 * kinds of them, no illegal ones, no end that is forced. Half of such plays come to an agreement, a
 * third carry one out or break it, and a third of the offers name every issue. Immutable.
 */
public final class LegalPlay implements Generator<Script> {
  /** All that is said above, unless told otherwise. */
  public static final LegalPlay ANY = new LegalPlay(new PlaySettings.Builder().build());

  private final PlaySettings settings;

  private LegalPlay(PlaySettings settings) {
    this.settings = settings;
  }

  /** {@return who negotiates about what: the agendas; {@link Agendas#ANY} unless given} */
  public Generator<Agenda> agendas() {
    return settings.agendas();
  }

  /**
   * {@return the rules beyond the machine's own laws: the rule book; without rules unless given}
   */
  public RuleBook rules() {
    return settings.rules();
  }

  /**
   * {@return how many moves there are, unless it is over before: from 0 on; 10 to 30 unless given}
   */
  public Range<Integer> moves() {
    return settings.moves();
  }

  /**
   * {@return how many moves there are for one by anybody of any kind, which may be illegal: 1 or
   * more, empty for none of these; empty unless given}
   */
  public OptionalInt oneWildIn() {
    return settings.oneWildIn();
  }

  /** {@return whether the parties end the talks after the last move; not unless given} */
  public boolean endsTheTalks() {
    return settings.toTheEnd();
  }

  /** {@return whether people say what is hard to write down and to read back; not unless given} */
  public boolean hasAwkwardWords() {
    return settings.awkward();
  }

  /**
   * {@return this with other agendas}
   *
   * @param others who negotiates about what
   * @throws IllegalArgumentException if it goes on with a negotiation
   */
  public LegalPlay among(Generator<Agenda> others) {
    requireNoPast("agenda");
    return new LegalPlay(settings.withFrom(new PlaySettings.From(others)));
  }

  /**
   * {@return this on one agenda: any}
   *
   * @param agenda who negotiates about what
   * @throws IllegalArgumentException if it goes on with a negotiation
   */
  public LegalPlay on(Agenda agenda) {
    return among(choices -> agenda);
  }

  /**
   * {@return this under a rule book}
   *
   * @param book the rules beyond the machine's own laws
   * @throws IllegalArgumentException if it goes on with a negotiation
   */
  public LegalPlay under(RuleBook book) {
    requireNoPast("rule book");
    return new LegalPlay(settings.withRules(book));
  }

  private void requireNoPast(String what) {
    if (settings.past().isPresent()) {
      throw new IllegalArgumentException(
          "plays after a negotiation have its agenda and its rule book: no other %s can be given"
              .formatted(what));
    }
  }

  /**
   * {@return this after what has happened: plays that go on with a negotiation, on its agenda and
   * under its rules, and shrink to fewer moves after it}
   *
   * @param talks the negotiation, which is in none of their moves
   */
  public LegalPlay after(Negotiation talks) {
    return new LegalPlay(
        settings
            .withFrom(new PlaySettings.From(choices -> talks.firstAgenda()))
            .withRules(talks.ruleBook())
            .withPast(talks));
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
    return new LegalPlay(settings.withMoves(Range.closed(least, most)));
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
    return new LegalPlay(settings.withOneWildIn(many));
  }

  /**
   * {@return this with moves of some kinds only} A play has fewer moves where nothing else can be
   * done.
   *
   * @param kinds one kind or more
   */
  public LegalPlay only(Iterable<ActKind> kinds) {
    ImmutableSet<ActKind> some = Sets.immutableEnumSet(kinds);
    if (some.isEmpty()) {
      throw new IllegalArgumentException("plays of no kind of move: name one or more");
    }
    return new LegalPlay(settings.withOnly(some));
  }

  /**
   * {@return this with moves of some kinds only}
   *
   * @param kind one kind
   * @param others the others, if there are any
   */
  public LegalPlay only(ActKind kind, ActKind... others) {
    return only(Sets.immutableEnumSet(kind, others));
  }

  /**
   * {@return this with more moves of a kind, wherever one can be made}
   *
   * @param kind the kind
   * @param times how many times as often as usual: from 0 for never to 1,000
   */
  public LegalPlay weighing(ActKind kind, int times) {
    if (times < 0 || times > 1_000) {
      throw new IllegalArgumentException(
          "kind of act (%s) is weighed (%s) times: give 0 to 1,000".formatted(kind, times));
    }
    Map<ActKind, Integer> weights = new EnumMap<>(ActKind.class);
    weights.putAll(settings.weights());
    weights.put(kind, times);
    return new LegalPlay(settings.withWeights(weights));
  }

  /** {@return this with offers and proposals that name every issue, all of them} */
  public LegalPlay completeOffers() {
    return new LegalPlay(settings.withComplete(true));
  }

  /**
   * {@return this with plays that get to a stage of the talks, and then go on as usual} The way is
   * searched for: of a few moves the one is made that leads nearest. A play has more moves than
   * asked for where the way is longer, and what it shrinks to gets there too.
   *
   * @param stage the stage
   */
  public LegalPlay reaching(Stage stage) {
    return toward(new Goal.Talks(stage));
  }

  /**
   * {@return this with plays in which some agreement gets to a stage} The way is searched for, as
   * for a {@linkplain #reaching(Stage) stage of the talks}.
   *
   * @param stage the stage of an agreement
   */
  public LegalPlay reaching(AgreementStage stage) {
    return toward(new Goal.OfAgreement(stage));
  }

  /**
   * {@return this with plays in which some obligation gets to a state} The way is searched for, as
   * for a {@linkplain #reaching(Stage) stage of the talks}.
   *
   * @param state the state of an obligation
   */
  public LegalPlay reaching(ObligationState state) {
    return toward(new Goal.OfObligation(state));
  }

  private LegalPlay toward(Goal goal) {
    return new LegalPlay(settings.withGoal(goal));
  }

  /**
   * {@return this with strategies that negotiate first, for up to 12 rounds; then the play goes on
   * as usual} Each principal has a strategy, in turn, and made-up preferences: a weight for each
   * issue, and the end of its scale that the issue says is better. Checklists are left to the rest
   * of the play, and so are the last issues where there are more than 20,000 outcomes.
   *
   * @param strategies one or more; where there are fewer than principals they are dealt out again
   */
  public LegalPlay strategies(Strategy... strategies) {
    if (strategies.length == 0) {
      throw new IllegalArgumentException("plays of no strategy: name one or more");
    }
    return new LegalPlay(settings.withStrategies(strategies));
  }

  /**
   * {@return this with an end: after the last move the principals abandon the talks, and excuse
   * what is owed; an agreement under which nothing is owed goes on}
   */
  public LegalPlay playedToTheEnd() {
    return new LegalPlay(settings.withToTheEnd(true));
  }

  /**
   * {@return this with words that are hard to write down and to read back: quotes, line feeds, what
   * looks like a number}
   */
  public LegalPlay withAwkwardWords() {
    return new LegalPlay(settings.withAwkward(true));
  }

  /**
   * {@return this with properties that fail where moves of these kinds do not occur} They fail
   * after 100 plays or more, and in any case where nothing occurs that a rule of the book
   * {@linkplain dev.parley.talks.Rule#kinds is about}.
   *
   * @param kinds the kinds of which each must occur
   */
  public LegalPlay covering(ActKind... kinds) {
    return new LegalPlay(settings.withWanted(kinds).withCovered(true));
  }

  /** {@return this with properties that neither report nor check what their plays met} */
  public LegalPlay withoutCoverage() {
    return new LegalPlay(settings.withWanted().withCovered(false));
  }

  /**
   * Holds a property against plays, without any engine: those of the seeds 0, 1, 2 and so on. In a
   * test for JUnit 5:
   *
   * <pre>{@code
   * LegalPlay.ANY.on(agenda).under(rules).check(100, play ->
   *     play.course().peek(now ->
   *         assertThat(now.situation().stalledRounds()).isLessThanOrEqualTo(now.rounds().size())));
   * }</pre>
   *
   * @param plays how many plays, 1 or more
   * @param property what throws where a play does not keep it
   * @return what the plays met: kinds of moves, stages, laws
   * @throws AssertionError with the simplest play that fails, and how the original is drawn; or if
   *     nothing occurred that had to
   */
  public String check(int plays, Consumer<? super Script> property) {
    if (plays < 1) {
      throw new IllegalArgumentException("plays (%s) must be 1 or more".formatted(plays));
    }
    Coverage met = new Coverage();
    for (int seed = 0; seed < plays; seed++) {
      Script play = draw(Choices.seeded(seed), met);
      Trial trial = new Trial(property);
      if (trial.fails(play)) {
        throw trial.failure(play, draws(), seed);
      }
    }
    if (isCovered()) {
      met.check(wanted());
    }
    return met.toString();
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if 40 attempts of 60 moves each get to no stage that it is to
   *     {@linkplain #reaching(Stage) reach}
   */
  @Override
  public Script draw(Choices choices) {
    return draw(choices, new Coverage());
  }

  Script draw(Choices choices, Coverage met) {
    return Drawing.of(settings, choices, met);
  }

  boolean isCovered() {
    return settings.covered();
  }

  ImmutableSet<ActKind> wanted() {
    return settings.wanted();
  }

  /** Returns whether a script is of the kind that this draws, so that one can be shrunk to it. */
  Predicate<Script> draws() {
    return this::draws;
  }

  private boolean draws(Script script) {
    return settings.kinds().containsAll(Lists.transform(script.moves(), m -> m.act().kind()))
        && (settings.goal().isEmpty()
            || Lists.reverse(script.course().states()).stream()
                .anyMatch(talks -> settings.goal().get().from(talks) == 0));
  }

  Taste taste() {
    return settings.taste();
  }

  Negotiation start(Choices choices) {
    return settings.start(choices);
  }
}
