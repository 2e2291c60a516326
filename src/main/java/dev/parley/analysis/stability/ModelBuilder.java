package dev.parley.analysis.stability;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A {@link ConflictModel} in the making: who decides, and what is known of their preferences. What
 * the states are, and who can move where, is said in one of two forms: {@link OptionForm} or {@link
 * ArcForm}. Of what is not stated nothing is known.
 *
 * <p>A decision maker's preferences are stated by payoffs, one for each state, or by single facts:
 * a ranking of some states and what follows from it. Not thread-safe.
 *
 * @param <B> the form
 */
abstract class ModelBuilder<B extends ModelBuilder<B>> {
  /** The most decision makers that a model can have. */
  public static final int MOST_DECISION_MAKERS = 24;

  final Map<String, PreferenceStatements> decisionMakers = new LinkedHashMap<>();

  ModelBuilder() {}

  abstract B self();

  /**
   * Adds decision makers.
   *
   * @param names their names, in the order in which they will be listed
   * @return this
   * @throws IllegalArgumentException if a name stands twice, or there are too many
   */
  public B decisionMakers(String... names) {
    for (String name : names) {
      if (decisionMakers.putIfAbsent(name, new PreferenceStatements(name)) != null) {
        throw new IllegalArgumentException(
            "decision maker (%s) appears twice: give each a name of its own".formatted(name));
      }
      if (decisionMakers.size() > MOST_DECISION_MAKERS) {
        throw new IllegalArgumentException(
            "decision maker (%s) is one too many: a model has at most %s"
                .formatted(name, MOST_DECISION_MAKERS));
      }
    }
    return self();
  }

  /**
   * States how good every state is for a decision maker. Only the order of the numbers counts.
   *
   * @param decisionMaker a decision maker
   * @param payoffs a number for each state, in their order: higher is better, equal as good
   * @return this
   * @throws IllegalArgumentException if there is no such decision maker, or something was stated of
   *     its preferences before
   */
  public B payoffs(String decisionMaker, int... payoffs) {
    of(decisionMaker).payoffs(payoffs);
    return self();
  }

  /**
   * States that a decision maker likes some states in this order. Of a state that is not named,
   * nothing is said.
   *
   * @param decisionMaker a decision maker
   * @param bestFirst the names of states, each better than the next
   * @return this
   * @throws IllegalArgumentException if there is no such decision maker, or payoffs were stated
   */
  public B ranking(String decisionMaker, String... bestFirst) {
    PreferenceStatements said = of(decisionMaker);
    for (int i = 1; i < bestFirst.length; i++) {
      said.better(bestFirst[i - 1], bestFirst[i]);
    }
    return self();
  }

  /**
   * States that a decision maker likes one state better than another.
   *
   * @param decisionMaker a decision maker
   * @param state the name of the better state
   * @param than the name of the other
   * @return this
   * @throws IllegalArgumentException if there is no such decision maker, or payoffs were stated
   */
  public B better(String decisionMaker, String state, String than) {
    of(decisionMaker).better(state, than);
    return self();
  }

  /**
   * States that a decision maker likes one state no less than another, so that the other is not
   * better.
   *
   * @param decisionMaker a decision maker
   * @param state the name of a state
   * @param than the name of a state that is worse or as good
   * @return this
   * @throws IllegalArgumentException if there is no such decision maker, or payoffs were stated
   */
  public B atLeastAsGood(String decisionMaker, String state, String than) {
    of(decisionMaker).atLeastAsGood(state, than);
    return self();
  }

  /**
   * States that a decision maker likes two states alike.
   *
   * @param decisionMaker a decision maker
   * @param one the name of a state
   * @param other the name of another
   * @return this
   * @throws IllegalArgumentException if there is no such decision maker, or payoffs were stated
   */
  public B asGood(String decisionMaker, String one, String other) {
    return atLeastAsGood(decisionMaker, one, other).atLeastAsGood(decisionMaker, other, one);
  }

  /**
   * {@return the model}
   *
   * @throws IllegalArgumentException if there is no decision maker or no state, a preference is
   *     cyclic or about an unknown state, or the space is too large
   */
  public abstract ConflictModel build();

  final PreferenceStatements of(String decisionMaker) {
    PreferenceStatements said = decisionMakers.get(decisionMaker);
    if (said == null) {
      throw new IllegalArgumentException(ConflictModel.unknown(decisionMaker, names()));
    }
    return said;
  }

  final ImmutableList<String> names() {
    return ImmutableList.copyOf(decisionMakers.keySet());
  }

  final ImmutableList<String> requireSomebody() {
    if (decisionMakers.isEmpty()) {
      throw new IllegalArgumentException("a conflict model needs a decision maker");
    }
    return names();
  }

  final PreferenceOrder[] orders(StateNames states, long[] decimals) {
    List<PreferenceOrder> orders = new ArrayList<>();
    for (PreferenceStatements said : decisionMakers.values()) {
      orders.add(said.order(states, decimals));
    }
    return orders.toArray(PreferenceOrder[]::new);
  }
}
