package dev.parley.analysis.stability;

import com.google.common.collect.ImmutableList;
import dev.parley.travel.RecordForm;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongToIntFunction;

/**
 * A conflict model in option form: each decision maker has yes-or-no options, a state says of every
 * option whether it is taken, and in one move a decision maker changes any of its own. {@code YNN}
 * is the state in which the first of three options is taken. Patterns rule combinations out: {@code
 * Y-N} those with the first option and without the third.
 *
 * <p>States are numbered in ascending order of their decimal: the sum of 2<sup>o</sup> over the
 * options o taken, the first option being 0. Not thread-safe.
 *
 * @see "Xu, Hipel, Kilgour, Fang: Conflict Resolution Using the Graph Model (2018)"
 */
public final class OptionForm extends ModelBuilder<OptionForm> {
  /** The most options that a state can speak of. */
  public static final int MOST_OPTIONS = 62;

  /** The most combinations that are listed in full. */
  public static final long MOST_COMBINATIONS = 1L << 24;

  /** The most states that a model can have. */
  public static final int MOST_STATES = 1 << 22;

  /** The most moves that a model can have. */
  public static final long MOST_MOVES = 1L << 28;

  private final List<Option> options = new ArrayList<>();
  private final List<String> infeasible = new ArrayList<>();
  private Optional<String> statusQuo = Optional.empty();
  private int budget = MOST_STATES;

  OptionForm() {}

  /**
   * A yes-or-no option.
   *
   * @param owner the decision maker who takes it or does not
   * @param name its name, unique among its owner's
   * @param direction which changes its owner can make
   */
  public record Option(String owner, String name, Reversibility direction) implements Serializable {
    @Override
    public String toString() {
      return owner + ": " + name;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  @Override
  OptionForm self() {
    return this;
  }

  /**
   * Adds an option that can be taken and given up again.
   *
   * @param owner a decision maker
   * @param name its name
   * @return this
   * @throws IllegalArgumentException if there is no such decision maker, it has an option by this
   *     name, or there are too many
   */
  public OptionForm option(String owner, String name) {
    return option(owner, name, Reversibility.REVERSIBLE);
  }

  /**
   * Adds an option.
   *
   * @param owner a decision maker
   * @param name its name
   * @param direction which changes its owner can make
   * @return this
   * @throws IllegalArgumentException as {@link #option(String, String)}
   */
  public OptionForm option(String owner, String name, Reversibility direction) {
    of(owner);
    if (options.stream().anyMatch(o -> o.owner.equals(owner) && o.name.equals(name))) {
      throw new IllegalArgumentException(
          "option (%s) of (%s) appears twice: give each a name of its own".formatted(name, owner));
    }
    if (options.size() == MOST_OPTIONS) {
      throw new IllegalArgumentException(
          "option (%s) of (%s) is one too many: a model has at most %s"
              .formatted(name, owner, MOST_OPTIONS));
    }
    options.add(new Option(owner, name, direction));
    return this;
  }

  /**
   * Rules combinations out.
   *
   * @param patterns a letter for each option, in their order: Y taken, N not taken, - either
   * @return this
   */
  public OptionForm infeasible(String... patterns) {
    infeasible.addAll(List.of(patterns));
    return this;
  }

  /**
   * Builds only what can be reached from a state, by whoever moves, nearest first, and so many
   * states at most. This works where the combinations are too many to list. A model that was cut
   * says so ({@link ConflictModel#isComplete}), and no verdict rests on what it does not hold.
   *
   * @param state the present state, a letter Y or N for each option
   * @param states the most states to hold, 1 or more
   * @return this
   */
  public OptionForm reachableFrom(String state, int states) {
    if (states < 1 || states > MOST_STATES) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "states (%,d) must be from 1 to %,d", states, MOST_STATES));
    }
    statusQuo = Optional.of(state);
    budget = states;
    return this;
  }

  /**
   * States how good every state is for a decision maker, as a function of the options taken.
   *
   * @param decisionMaker a decision maker
   * @param byOptions the payoff, from a number whose bit o says whether option o is taken: higher
   *     is better, equal as good
   * @return this
   * @throws IllegalArgumentException if there is no such decision maker, or something was stated of
   *     its preferences before
   */
  public OptionForm payoff(String decisionMaker, LongToIntFunction byOptions) {
    of(decisionMaker).payoff(byOptions);
    return this;
  }

  @Override
  public ConflictModel build() {
    ImmutableList<String> names = requireSomebody();
    if (options.isEmpty()) {
      throw new IllegalArgumentException("a conflict model in option form needs an option");
    }
    OptionSpace space = new OptionSpace(names, ImmutableList.copyOf(options), patterns());
    OptionStates found =
        statusQuo.isEmpty()
            ? space.all()
            : space.reachable(OptionSpace.decimal(statusQuo.get(), options.size()), budget);
    StateNames.YesNo given = new StateNames.YesNo(found.decimals(), options.size());
    Arcs[] forward = new Arcs[names.size()];
    Arcs[] back = new Arcs[names.size()];
    space.requireMoves(found.size());
    for (int dm = 0; dm < forward.length; dm++) {
      forward[dm] = space.arcs(dm, found);
      boolean symmetric = space.isReversible(dm) && found.unexplored().isEmpty();
      back[dm] = symmetric ? forward[dm] : forward[dm].reversed();
    }
    return new ConflictModel(
        names,
        given,
        forward,
        back,
        orders(given, found.decimals()),
        Optional.of(ImmutableList.copyOf(options)),
        found.unexplored());
  }

  private List<OptionSpace.Pattern> patterns() {
    return infeasible.stream().map(p -> OptionSpace.Pattern.parse(p, options.size())).toList();
  }

  /**
   * Which changes of an option its owner can make. What was signed or delivered cannot be taken
   * back: such an option has one direction.
   */
  public enum Reversibility {
    /** It can be taken and given up again, as a blockade can. */
    REVERSIBLE,
    /** It can be taken only (no to yes), as a release. */
    TAKEN_FOR_GOOD,
    /** It can be given up only (yes to no), as a delay. */
    GIVEN_UP_FOR_GOOD
  }
}
