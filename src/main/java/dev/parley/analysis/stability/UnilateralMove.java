package dev.parley.analysis.stability;

/**
 * One move by one decision maker along an arc of the graph: {@code MoE from (1) to (2)}. Immutable.
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
