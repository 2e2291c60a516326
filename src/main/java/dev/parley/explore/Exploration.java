package dev.parley.explore;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Optional;

/**
 * What an exploration found: how far it got, what it says of each property, the figures, and what
 * never happened. Immutable.
 *
 * @param <S> the states
 * @param <M> the moves
 */
public final class Exploration<S, M> {
  private final Extent extent;
  private final ImmutableList<Verdict<S, M>> verdicts;
  private final Statistics statistics;
  private final ImmutableSortedSet<String> deadMoves;
  private final ImmutableSortedSet<String> deadRules;
  private final ImmutableSortedSet<String> deadTransitions;

  Exploration(
      Extent extent,
      ImmutableList<Verdict<S, M>> verdicts,
      Statistics statistics,
      ImmutableSortedSet<String> deadMoves,
      ImmutableSortedSet<String> deadRules,
      ImmutableSortedSet<String> deadTransitions) {
    this.extent = extent;
    this.verdicts = verdicts;
    this.statistics = statistics;
    this.deadMoves = deadMoves;
    this.deadRules = deadRules;
    this.deadTransitions = deadTransitions;
  }

  /** {@return how far the exploration got} */
  public Extent extent() {
    return extent;
  }

  /** {@return whether every reachable state was looked at and every property holds} */
  public boolean holds() {
    return extent.isComplete()
        && verdicts.stream().allMatch(verdict -> verdict.status() == Verdict.Status.HOLDS);
  }

  /** {@return what is said of each property, in the order in which they were given} */
  public ImmutableList<Verdict<S, M>> verdicts() {
    return verdicts;
  }

  /**
   * {@return what is said of a property}
   *
   * @param sentence the property's sentence
   */
  public Verdict<S, M> verdict(String sentence) {
    return verdicts.stream()
        .filter(verdict -> verdict.property().sentence().equals(sentence))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "property (%s) must be one of those explored: %s"
                        .formatted(sentence, verdicts)));
  }

  /**
   * {@return the first counterexample, in the order of the properties: a shortest play that breaks
   * a property, or empty}
   */
  public Optional<Counterexample<S, M>> counterexample() {
    return verdicts.stream().flatMap(verdict -> verdict.counterexample().stream()).findFirst();
  }

  /** {@return the figures} */
  public Statistics statistics() {
    return statistics;
  }

  /**
   * {@return the kinds of moves that were never made: those that the model declares, and those that
   * were tried and refused every time} Of an exploration that was cut: not as far as it went.
   */
  public ImmutableSortedSet<String> deadMoves() {
    return deadMoves;
  }

  /**
   * {@return the declared rules that never refused anything} Of an exploration that was cut: not as
   * far as it went.
   */
  public ImmutableSortedSet<String> deadRules() {
    return deadRules;
  }

  /**
   * {@return the declared transitions that were never taken} Of an exploration that was cut: not as
   * far as it went.
   */
  public ImmutableSortedSet<String> deadTransitions() {
    return deadTransitions;
  }

  /**
   * {@return how far it got, what it says of each property, what breaks them and what never
   * happened, each ended by a line feed}
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(extent).append('\n');
    verdicts.forEach(verdict -> text.append(verdict).append('\n'));
    String when = extent.isComplete() ? "" : " so far";
    if (!deadMoves.isEmpty()) {
      text.append("never made%s: %s\n".formatted(when, String.join(", ", deadMoves)));
    }
    if (!deadRules.isEmpty()) {
      text.append("never refused anything%s: %s\n".formatted(when, String.join(", ", deadRules)));
    }
    if (!deadTransitions.isEmpty()) {
      text.append("never taken%s: %s\n".formatted(when, String.join(", ", deadTransitions)));
    }
    text.append(statistics.table());
    for (Verdict<S, M> verdict : verdicts) {
      verdict.counterexample().ifPresent(broken -> text.append('\n').append(broken.transcript()));
    }
    return text.toString();
  }
}
