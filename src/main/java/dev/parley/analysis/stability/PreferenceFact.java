package dev.parley.analysis.stability;

/**
 * A preference fact: one decision maker's comparison of two states, such as {@code Local Government
 * likes (5) better than (1)}. Immutable.
 *
 * @param decisionMaker whose preference it is
 * @param state the number of the state that is weighed
 * @param than the number of the state that it is held against
 * @param isBetter whether the first is better; if not, it is worse or as good
 */
public record PreferenceFact(String decisionMaker, int state, int than, boolean isBetter) {
  static PreferenceFact better(String decisionMaker, int state, int than) {
    return new PreferenceFact(decisionMaker, state + 1, than + 1, true);
  }

  static PreferenceFact notBetter(String decisionMaker, int state, int than) {
    return new PreferenceFact(decisionMaker, state + 1, than + 1, false);
  }

  @Override
  public String toString() {
    return "%s %s (%s) better than (%s)"
        .formatted(decisionMaker, isBetter ? "likes" : "does not like", state, than);
  }
}
