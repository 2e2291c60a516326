package dev.parley.analysis.stability;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A conflict as a graph: decision makers, the states in which the conflict can be, arcs that say
 * who can move it from which state to which, and what is known of who likes which state better. The
 * Elmira groundwater conflict has three decision makers and nine states: in state 1 the ministry
 * keeps its order, the company delays and the town does not insist.
 *
 * <p>Arcs are one decision maker's own: what it can do by itself. They need not lead back
 * (irreversible moves) nor be transitive. Preferences are ordinal, ties allowed, and may be
 * unknown. States are numbered from 1.
 *
 * <p>Built {@linkplain #byOptions by options} or {@linkplain #byArcs by arcs}. Immutable.
 *
 * @see "Kilgour, Hipel, Fang: The graph model for conflicts, Automatica 23 (1987)"
 */
public final class ConflictModel {
  private final ImmutableList<String> decisionMakers;
  private final StateNames names;
  private final Arcs[] forward;
  private final Arcs[] back;
  private final PreferenceOrder[] orders;
  private final Optional<ImmutableList<OptionForm.Option>> options;
  private final BitSet unexplored;

  ConflictModel(
      ImmutableList<String> decisionMakers,
      StateNames names,
      Arcs[] forward,
      Arcs[] back,
      PreferenceOrder[] orders,
      Optional<ImmutableList<OptionForm.Option>> options,
      BitSet unexplored) {
    this.decisionMakers = decisionMakers;
    this.names = names;
    this.forward = forward;
    this.back = back;
    this.orders = orders;
    this.options = options;
    this.unexplored = unexplored;
  }

  /** {@return an empty form of a model whose states are combinations of yes-or-no options} */
  public static OptionForm byOptions() {
    return new OptionForm();
  }

  /** {@return an empty form of a model whose states and arcs are named one by one} */
  public static ArcForm byArcs() {
    return new ArcForm();
  }

  /** {@return who decides, in the order in which they were given} */
  public ImmutableList<String> decisionMakers() {
    return decisionMakers;
  }

  /** {@return how many states there are: the number of the last state} */
  public int size() {
    return names.size();
  }

  /**
   * {@return the options of a model that was built by options, in their order; empty for a model
   * that was built by arcs}
   */
  public ImmutableList<OptionForm.Option> options() {
    return options.orElse(ImmutableList.of());
  }

  /**
   * {@return whether the model holds every state and every move: one that was cut to a budget may
   * not}
   */
  public boolean isComplete() {
    return unexplored.isEmpty();
  }

  /**
   * {@return the name of a state, in option form such as {@code YNN}}
   *
   * @param state a state's number
   */
  public String name(int state) {
    return names.name(index(state));
  }

  /**
   * {@return a state in words: in a model by options what is taken in it, such as {@code "union:
   * strike, company: raise"}, or {@code "nothing taken"}; else its name}
   *
   * @param state a state's number
   */
  public String describe(int state) {
    if (options.isEmpty()) {
      return name(state);
    }
    long taken = decimal(index(state));
    ImmutableList.Builder<String> words = ImmutableList.builder();
    for (int o = 0; o < options.get().size(); o++) {
      if ((taken >> o & 1) == 1) {
        words.add(options.get().get(o).toString());
      }
    }
    ImmutableList<String> all = words.build();
    return all.isEmpty() ? "nothing taken" : String.join(", ", all);
  }

  /**
   * {@return the number of a state, from 1}
   *
   * @param name a state's name
   * @throws IllegalArgumentException if there is no such state
   */
  public int state(String name) {
    return names.number(name) + 1;
  }

  /**
   * {@return where a decision maker can move to: the numbers of the states it reaches in one move,
   * ascending}
   *
   * @param decisionMaker a decision maker
   * @param state the number of the state that it leaves
   */
  public ImmutableList<Integer> moves(String decisionMaker, int state) {
    Arcs arcs = forward[dm(decisionMaker)];
    int from = index(state);
    int[] to = new int[arcs.end(from) - arcs.begin(from)];
    Arrays.setAll(to, at -> arcs.to(arcs.begin(from) + at) + 1);
    return Arrays.stream(to).sorted().boxed().collect(ImmutableList.toImmutableList());
  }

  /**
   * {@return whether a decision maker likes one state better than another: what was stated or
   * follows from it}
   *
   * @param decisionMaker a decision maker
   * @param state a state's number
   * @param than another state's number
   */
  public Comparison better(String decisionMaker, int state, int than) {
    return orders[dm(decisionMaker)].better(index(state), index(than));
  }

  /** {@return whether every preference of every decision maker is known} */
  public boolean isFullyKnown() {
    return Arrays.stream(orders).allMatch(PreferenceOrder.Ranked.class::isInstance);
  }

  /** Returns the same conflict with other preferences. */
  ConflictModel with(PreferenceOrder[] others) {
    return new ConflictModel(decisionMakers, names, forward, back, others, options, unexplored);
  }

  int count() {
    return decisionMakers.size();
  }

  Arcs arcs(int dm) {
    return forward[dm];
  }

  Arcs back(int dm) {
    return back[dm];
  }

  PreferenceOrder order(int dm) {
    return orders[dm];
  }

  PreferenceOrder[] orders() {
    return orders;
  }

  boolean isExplored(int state) {
    return !unexplored.get(state);
  }

  BitSet unexplored() {
    return unexplored;
  }

  /** Returns all decision makers as bits. */
  int everybody() {
    return (1 << count()) - 1;
  }

  int dm(String name) {
    int dm = decisionMakers.indexOf(name);
    if (dm < 0) {
      throw new IllegalArgumentException(unknown(name, decisionMakers));
    }
    return dm;
  }

  static String unknown(String decisionMaker, List<String> all) {
    return "decision maker (%s) is none of the model's: %s".formatted(decisionMaker, all);
  }

  int index(int state) {
    if (state < 1 || state > size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "state (%,d) is none of the model's: 1 to %,d", state, size()));
    }
    return state - 1;
  }

  /** Returns the options taken as bits, of a model by options. */
  long decimal(int state) {
    return names instanceof StateNames.YesNo bits ? bits.decimal(state) : state;
  }

  /** Returns the state with these options taken, or a negative number. */
  int find(long decimal) {
    return names instanceof StateNames.YesNo bits ? bits.find(decimal) : (int) decimal;
  }

  UnilateralMove move(int dm, int from, int to) {
    return new UnilateralMove(decisionMakers.get(dm), from + 1, to + 1);
  }

  @Override
  public String toString() {
    long moves = 0;
    for (Arcs arcs : forward) {
      moves += arcs.size();
    }
    return String.format(
        Locale.ROOT,
        "conflict of %s, %,d states, %,d moves%s",
        String.join(", ", decisionMakers),
        size(),
        moves,
        isComplete() ? "" : ", cut: not all that can be reached is held");
  }

  /**
   * One move by one decision maker along an arc of the graph: {@code MoE from (1) to (2)}.
   * Immutable.
   *
   * @param by who moves
   * @param from the number of the state that is left
   * @param to the number of the state that is reached
   */
  public record UnilateralMove(String by, int from, int to) {
    @Override
    public String toString() {
      return "%s from (%s) to (%s)".formatted(by, from, to);
    }
  }
}
