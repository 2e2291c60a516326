package dev.parley.explore;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Party;
import dev.parley.evidence.When;
import dev.parley.explore.Model.Captions;
import dev.parley.explore.Model.Next;
import dev.parley.progress.Heard;
import dev.parley.talks.ActKind;
import dev.parley.talks.Finding;
import dev.parley.talks.Juncture;
import dev.parley.talks.Law;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Refusal.Breach;
import dev.parley.talks.Rule;
import dev.parley.talks.RuleBook;
import dev.parley.talks.Situation;
import dev.parley.travel.RecordForm;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A negotiation to be explored: every way in which an agenda can be negotiated under a rule book,
 * with the moves of a menu, or with the legal ones drawn from a few values of each scale.
 *
 * <pre>{@code
 * NegotiationModel model =
 *     NegotiationModel.about(agenda, RuleBook.DEFAULT.and(Rules.roundLimit(3)))
 *         .drawing(3, ActKind.MAKE_OFFER, ActKind.ACCEPT);
 * Explorer.of(model).maxStates(1_000).check(Property.everyPlayCanEnd()).explore();
 * }</pre>
 *
 * <p>A state is the situation and what the rules remember, not the history. Without a day nothing
 * is dated and time does not pass. With one, moves are made on the day that it is, and time goes on
 * to the next day on which something may be judged otherwise: an offer has lapsed, a deadline is
 * over, an obligation is late. Any play can be {@linkplain #negotiation made again} as a
 * negotiation with its chronicle, and so written down as a scenario. Immutable.
 */
public final class NegotiationModel
    implements Model<NegotiationModel.State, NegotiationModel.Happening> {
  /**
   * A state of a negotiation under exploration: where it is, and which day it is where time passes.
   * Immutable.
   *
   * @param juncture the situation, and what the rules remember
   * @param day the day, or empty in a model without time
   */
  public record State(Juncture juncture, Optional<LocalDate> day) implements Serializable {
    /** {@return where the negotiation stands} */
    public Situation situation() {
      return juncture.situation();
    }

    @Override
    public String toString() {
      return NegotiationWords.of(situation()) + day.map(d -> ", on " + d).orElse("");
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /** What can happen in a negotiation under exploration. Immutable. */
  public sealed interface Happening extends Serializable {
    /**
     * Somebody makes a move.
     *
     * @param move the move; without a date where time passes, since it is made on the day that it
     *     is
     */
    record Made(Move move) implements Happening {
      @Override
      public String toString() {
        return move.by() + " " + NegotiationWords.of(move);
      }

      private Object writeReplace() {
        return RecordForm.of(this);
      }
    }

    /**
     * Nobody moves until the next day that matters.
     *
     * @param to the first day on which something may be judged otherwise than before
     */
    record TimePasses(LocalDate to) implements Happening {
      static final String UNTIL = "time passes until ";

      @Override
      public String toString() {
        return UNTIL + to;
      }

      private Object writeReplace() {
        return RecordForm.of(this);
      }
    }
  }

  /** The most offers that are drawn for a party: more are too many to try in every state. */
  public static final int MOST_OFFERS = 1000;

  /**
   * The kinds of acts that can be drawn: their content follows from the openings and the scales.
   */
  public static final ImmutableSet<ActKind> DRAWABLE =
      Sets.immutableEnumSet(
          ActKind.OPEN_ROUND,
          ActKind.CLOSE_ROUND,
          ActKind.HOLD_MEETING,
          ActKind.SUSPEND,
          ActKind.RESUME,
          ActKind.BREAK_OFF,
          ActKind.DECLARE_IMPASSE,
          ActKind.RAISE_DEMAND,
          ActKind.AMEND_DEMAND,
          ActKind.DROP_DEMAND,
          ActKind.REJECT_DEMAND,
          ActKind.MAKE_OFFER,
          ActKind.PROPOSE,
          ActKind.WITHDRAW_OFFER,
          ActKind.ACCEPT,
          ActKind.REJECT_OFFER,
          ActKind.SIGN,
          ActKind.INITIAL,
          ActKind.RATIFY,
          ActKind.FAIL_TO_RATIFY,
          ActKind.CONFIRM,
          ActKind.DENOUNCE,
          ActKind.AGREE_TO_END,
          ActKind.JOIN,
          ActKind.SET_OFF,
          ActKind.PERFORM,
          ActKind.EXCUSE,
          ActKind.ABANDON);

  private final Negotiation from;
  private final ImmutableList<Happening> menu;
  private final boolean isOneVoice;
  private final @Nullable NegotiationDraw draw;
  private final ImmutableSet<ActKind> drawn;
  private final Optional<LocalDate> day;
  private final Optional<String> expression;
  private final NegotiationRows rows;
  private final ImmutableMap<ActorId, ImmutableMap<ActKind, String>> kinds;
  private final ImmutableMap<String, Next<State>> refusals;

  private NegotiationModel(
      Negotiation from,
      ImmutableList<Happening> menu,
      @Nullable NegotiationDraw draw,
      ImmutableSet<ActKind> drawn,
      Optional<LocalDate> day,
      Optional<String> expression) {
    this.from = from;
    this.menu = menu;
    this.isOneVoice = isOneVoice(from, menu);
    this.draw = draw;
    this.drawn = drawn;
    this.day = day;
    this.expression = expression;
    ImmutableSet<ActKind> acts =
        Stream.concat(menu.stream().map(NegotiationModel::act), drawn.stream())
            .collect(toImmutableSet());
    this.rows = new NegotiationRows(from.situation().stage(), acts);
    this.kinds = kinds(from.agenda());
    this.refusals = Maps.toMap(codes(from.ruleBook()), Next::refused);
  }

  private static ImmutableSet<String> codes(RuleBook ruleBook) {
    return Stream.concat(
            Arrays.stream(Law.values()).map(Law::name), ruleBook.rules().stream().map(Rule::id))
        .collect(toImmutableSet());
  }

  private static ActKind act(Happening move) {
    return ((Happening.Made) move).move().act().kind();
  }

  private static ImmutableMap<ActorId, ImmutableMap<ActKind, String>> kinds(Agenda agenda) {
    return Maps.toMap(
        agenda.actors().keySet(),
        by ->
            Maps.toMap(
                EnumSet.allOf(ActKind.class),
                kind -> by + " " + NegotiationWords.thirdPerson(kind.words())));
  }

  /**
   * Returns the model of a negotiation from its beginning, with nothing on its menu yet.
   *
   * @param agenda who negotiates, about what
   * @param ruleBook the rules
   * @return the model
   */
  public static NegotiationModel about(Agenda agenda, RuleBook ruleBook) {
    return after(Negotiation.about(agenda, ruleBook));
  }

  /**
   * Returns the model of how a negotiation may go on, with nothing on its menu yet.
   *
   * @param negotiation a negotiation that was played or recorded
   * @return the model
   */
  public static NegotiationModel after(Negotiation negotiation) {
    return new NegotiationModel(
        negotiation,
        ImmutableList.of(),
        null,
        ImmutableSet.of(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Returns this model with further moves to try in every state.
   *
   * @param moves the moves, without dates where time passes; those that are illegal in a state are
   *     refused there
   * @return the model
   */
  public NegotiationModel menu(Move... moves) {
    ImmutableSet.Builder<Happening> all = ImmutableSet.builder();
    all.addAll(menu);
    for (Move move : moves) {
      all.add(new Happening.Made(move));
    }
    return new NegotiationModel(from, all.build().asList(), draw, drawn, day, expression).checked();
  }

  /**
   * Returns this model with the legal moves of each state, drawn from a few values of every scale.
   * Offers are made to all other principals and give a value to every issue; demands are put to all
   * of them on one issue, for the value or better where it is known which end is better. A party
   * that is no principal proposes what principals could offer, to all of them. Whoever ratifies
   * names the agreement only where several await it.
   *
   * @param values how many values of each scale, its ends among them; 2 or more
   * @param kinds which kinds of acts; all that can be drawn when none is given
   * @return the model
   * @throws IllegalArgumentException if a kind cannot be drawn, or there would be too many offers
   */
  public NegotiationModel drawing(int values, ActKind... kinds) {
    ImmutableSet<ActKind> which = kinds.length == 0 ? DRAWABLE : ImmutableSet.copyOf(kinds);
    return new NegotiationModel(
        from, menu, new NegotiationDraw(from.agenda(), values, which), which, day, expression);
  }

  /**
   * Returns how many offers would be drawn for each party.
   *
   * @param agenda the agenda
   * @param values how many values of each scale, 2 or more
   * @return the number of packages, which {@link #drawing} wants to be {@link #MOST_OFFERS} or
   *     fewer
   */
  public static double offersDrawn(Agenda agenda, int values) {
    return NegotiationDraw.count(agenda, values);
  }

  /**
   * Returns this model with time that passes.
   *
   * @param first the day on which plays start
   * @return the model
   */
  public NegotiationModel startingOn(LocalDate first) {
    return new NegotiationModel(from, menu, draw, drawn, Optional.of(first), expression).checked();
  }

  /**
   * Returns this model with the Java expression that stands for it in the source of a test.
   *
   * @param java such as {@code ExchangeModel.MISTAKEN}
   * @return the model
   */
  public NegotiationModel writtenAs(String java) {
    return new NegotiationModel(from, menu, draw, drawn, day, Optional.of(java));
  }

  private NegotiationModel checked() {
    for (Happening move : menu) {
      if (day.isPresent() && move instanceof Happening.Made made && dated(made)) {
        throw new IllegalArgumentException(
            "move (%s) of (%s) must have no date where time passes: it is made on the day that it is"
                .formatted(made, made.move().on()));
      }
    }
    return this;
  }

  private static boolean dated(Happening.Made made) {
    return !made.move().on().isUnknown();
  }

  /**
   * Returns the property that no play breaks a rule of the book: no move is made on which the rule
   * remarks anything. A rule that refuses is kept by its nature; ask this of one that warns.
   *
   * @param rule the id of a rule of the book
   * @return the property, whose sentence is the rule's
   */
  public Property<State, Happening> keeps(String rule) {
    Rule kept =
        ruleBook().rules().stream()
            .filter(r -> r.id().equals(rule))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "rule (%s) is not in the book: it has %s"
                            .formatted(rule, ruleBook().rules().stream().map(Rule::id).toList())));
    if (kept.severity() == Finding.Severity.REFUSE) {
      throw new IllegalArgumentException(
          "rule (%s) refuses what breaks it, so that no play does: let it warn to find out whether one would"
              .formatted(rule));
    }
    Property<State, Happening> property =
        Property.everyStep(
            kept.statement(),
            (before, move, after) ->
                !(move instanceof Happening.Made made)
                    || before.juncture().remarks(stamped(made, before.day())).stream()
                        .noneMatch(finding -> finding.rule().equals(rule)));
    return expression
        .map(java -> property.writtenAs("%s.keeps(\"%s\")".formatted(java, rule)))
        .orElse(property);
  }

  /**
   * Makes a play again, as a negotiation with its chronicle.
   *
   * @param play a play of this model, such as that of a counterexample
   * @return the negotiation after the play
   */
  public Negotiation negotiation(Play<State, Happening> play) {
    Negotiation now = from;
    Optional<LocalDate> today = day;
    for (Happening move : play.moves()) {
      if (move instanceof Happening.Made made) {
        now = now.with(stamped(made, today));
      } else {
        today = Optional.of(((Happening.TimePasses) move).to());
      }
    }
    return now;
  }

  /**
   * Finds a move by its words, as transcripts print them.
   *
   * @param words such as {@code "union accepts rise 4"} or {@code "time passes until 2025-01-16"}
   * @return the move
   * @throws IllegalArgumentException if no move of the menu has these words, and none that is
   *     drawn; moves about agreements and obligations, which arise on the way, are drawn but not
   *     found
   */
  public Happening move(String words) {
    if (words.startsWith(Happening.TimePasses.UNTIL)) {
      return new Happening.TimePasses(
          LocalDate.parse(words.substring(Happening.TimePasses.UNTIL.length())));
    }
    return Stream.concat(menu.stream(), draw == null ? Stream.empty() : draw.all(from.agenda()))
        .filter(move -> move.toString().equals(words))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "move (%s) is neither on the menu nor drawn. The menu has %s"
                        .formatted(words, menu)));
  }

  /** Whether no party can have a second speaker, who would contradict the first. */
  private static boolean isOneVoice(Negotiation from, ImmutableList<Happening> menu) {
    List<Heard> heard = new ArrayList<>();
    from.situation().heard().forEachSet((line, h) -> heard.add(h));
    return from.agenda().delegations().isEmpty()
        && heard.stream().allMatch(Heard::isOneVoice)
        && menu.stream()
            .allMatch(
                h ->
                    !(h instanceof Happening.Made made)
                        || made.move().speaker().orElse("").isEmpty());
  }

  private RuleBook ruleBook() {
    return from.ruleBook();
  }

  @Override
  public List<State> starts() {
    return List.of(new State(from.juncture(), day));
  }

  @Override
  public List<Happening> moves(State state) {
    if (state.juncture().isOver()) {
      return List.of();
    }
    Optional<LocalDate> next = state.day().flatMap(state.juncture()::nextTurningDay);
    if (draw == null && next.isEmpty()) {
      return menu;
    }
    ImmutableList.Builder<Happening> moves = ImmutableList.builder();
    moves.addAll(menu);
    if (draw != null) {
      draw.addTo(moves, state.juncture());
    }
    next.ifPresent(to -> moves.add(new Happening.TimePasses(to)));
    return moves.build();
  }

  @Override
  public Next<State> next(State state, Happening move) {
    if (move instanceof Happening.Made made) {
      return state
          .juncture()
          .play(
              stamped(made, state.day()),
              after ->
                  Next.to(new State(isOneVoice ? after.withoutSpeakers() : after, state.day())),
              this::refusal);
    }
    LocalDate to = ((Happening.TimePasses) move).to();
    return Next.to(new State(state.juncture(), Optional.of(to)));
  }

  private Next<State> refusal(ImmutableList<Breach> breaches) {
    String first = breaches.get(0).code();
    if (breaches.size() == 1) {
      Next<State> known = refusals.get(first);
      return known == null ? Next.refused(first) : known;
    }
    return Next.refused(
        first,
        breaches.stream()
            .map(Breach::code)
            .distinct()
            .filter(code -> !code.equals(first))
            .toArray(String[]::new));
  }

  private static Move stamped(Happening.Made made, Optional<LocalDate> day) {
    return day.isEmpty() ? made.move() : made.move().withOn(When.on(day.get()));
  }

  @Override
  public boolean isOver(State state) {
    return state.juncture().isOver();
  }

  @Override
  public String kind(Happening move) {
    if (!(move instanceof Happening.Made made)) {
      return "time passes";
    }
    ImmutableMap<ActKind, String> ofActor = kinds.get(made.move().by());
    String kind = ofActor == null ? null : ofActor.get(made.move().act().kind());
    return kind == null ? made.move().by() + ", not on the agenda" : kind;
  }

  @Override
  public ImmutableSet<String> kinds() {
    ImmutableSet.Builder<String> all = ImmutableSet.builder();
    menu.forEach(move -> all.add(kind(move)));
    kinds.forEach(
        (by, ofActor) ->
            ofActor.forEach(
                (kind, name) -> {
                  if (drawn.contains(kind) && mayDo(by, kind)) {
                    all.add(name);
                  }
                }));
    return all.build();
  }

  private boolean mayDo(ActorId by, ActKind kind) {
    if (kind == ActKind.PROPOSE && from.agenda().isPrincipal(by)) {
      return false; // what it puts forward itself are offers
    }
    return kind.who() == ActKind.Who.PRINCIPAL
        ? from.agenda().isPrincipal(by)
        : from.agenda().actors().get(by) instanceof Party;
  }

  @Override
  public ImmutableSet<String> rules() {
    return ruleBook().rules().stream()
        .filter(rule -> rule.severity() == Finding.Severity.REFUSE)
        .map(Rule::id)
        .collect(toImmutableSet());
  }

  @Override
  public ImmutableSet<String> transitions() {
    return rows.expected();
  }

  @Override
  public Optional<String> transition(State before, Happening move, State after) {
    return move instanceof Happening.Made made
        ? rows.between(before.situation(), made.move().act().kind(), after.situation())
        : Optional.empty();
  }

  /** A move has one addressee when it is about an offer or a demand between two. */
  private static Optional<String> addressee(Happening move) {
    return move instanceof Happening.Made made
        ? NegotiationWords.addressee(made.move()).map(ActorId::text)
        : Optional.empty();
  }

  @Override
  public Captions<State, Happening> captions() {
    Captions.Builder<State, Happening> captions = Captions.builder();
    captions
        .mover(
            move ->
                move instanceof Happening.Made made
                    ? Optional.of(made.move().by().text())
                    : Optional.empty())
        .move(
            move ->
                move instanceof Happening.Made made
                    ? NegotiationWords.of(made.move())
                    : move.toString())
        .addressee(NegotiationModel::addressee)
        .addLanes(
            from.agenda().actors().keySet().stream().map(ActorId::text).toArray(String[]::new));
    expression.ifPresent(
        java ->
            captions.modelSource(java).moveSource(move -> "%s.move(\"%s\")".formatted(java, move)));
    return captions.build();
  }
}
