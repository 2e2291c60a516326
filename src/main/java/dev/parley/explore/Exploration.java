package dev.parley.explore;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.immutables.value.Value.Enclosing;
import org.immutables.value.Value.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * What an exploration found: how far it got, what it says of each property, the figures, and what
 * never happened. Immutable.
 *
 * @param <S> the states
 * @param <M> the moves
 */
@Enclosing
public final class Exploration<S, M> {
  /**
   * What an exploration says of one property. Immutable.
   *
   * @param property the property
   * @param status the answer
   * @param detail what the answer rests on, in words
   * @param counterexample a shortest play that breaks the property, when it is violated
   * @param witness a shortest play that meets a {@code sometimes}, when there is one
   * @param <S> the states
   * @param <M> the moves
   */
  public record Verdict<S, M>(
      Property<S, M> property,
      Status status,
      String detail,
      Optional<Counterexample<S, M>> counterexample,
      Optional<Play<S, M>> witness) {
    /** The possible answers. */
    public enum Status {
      /** It is true of every reachable state; a {@code sometimes} was met. */
      HOLDS("holds"),
      /** It is broken. */
      VIOLATED("violated"),
      /** It is true, and says nothing: the case that stands beside it never arises. */
      VACUOUS("vacuous"),
      /** A {@code sometimes} that no reachable state meets. */
      NEVER_MET("never met"),
      /** It is true as far as the exploration went, which was cut. */
      HOLDS_SO_FAR("holds so far"),
      /** A {@code sometimes} that was not met as far as the exploration went, which was cut. */
      NOT_MET_SO_FAR("not met so far"),
      /** Nothing can be said: the exploration was cut, or the model is not sound. */
      UNSOUND("not judged");

      private final String words;

      Status(String words) {
        this.words = words;
      }

      @Override
      public String toString() {
        return words;
      }
    }

    @Override
    public String toString() {
      return status + ": " + property.words() + (detail.isEmpty() ? "" : " (" + detail + ")");
    }
  }

  /**
   * How far an exploration got: {@code complete to depth 14, not beyond (the bound of 100,000
   * states was hit)}. Immutable.
   *
   * @param ending why it ended
   * @param depth the depth to which every state was found and looked at; the starts have depth 0;
   *     -1 when not even that
   * @param because the bound that was hit or what went wrong, in words; empty when complete
   */
  public record Extent(Ending ending, int depth, String because) {
    /** Why an exploration ended. */
    public enum Ending {
      /** There was nothing more to find. */
      COMPLETE,
      /** The bound on states was hit. */
      STATES,
      /** The bound on depth was hit. */
      DEPTH,
      /** The bound on time was hit. */
      TIME,
      /** The bound on memory was hit. */
      MEMORY,
      /** A property was violated, and the explorer was to stop at that. */
      VIOLATION,
      /** The thread was interrupted. */
      INTERRUPTED,
      /** The model broke a law of models, so that nothing found can be trusted. */
      FAULT
    }

    /** {@return whether every reachable state was looked at} */
    public boolean isComplete() {
      return ending == Ending.COMPLETE;
    }

    @Override
    public String toString() {
      return switch (ending) {
        case COMPLETE ->
            String.format(Locale.ROOT, "complete: every reachable state, to depth %,d", depth);
        case FAULT -> "not sound: " + because;
        default ->
            depth < 0
                ? "complete to no depth (" + because + ")"
                : String.format(
                    Locale.ROOT, "complete to depth %,d, not beyond (%s)", depth, because);
      };
    }
  }

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

  /**
   * The figures of an exploration. The counts depend on the model and the bounds only, not on the
   * threads; two models with the same counts at each depth are hardly different, which makes the
   * counts a good thing to pin in a test. Immutable.
   */
  @Immutable
  public sealed interface Statistics extends ImmutableExploration.WithStatistics
      permits ImmutableExploration.Statistics {
    /** {@return the number of different states found} */
    int distinct();

    /**
     * {@return the number of states whose moves were tried; all that were found when the
     * exploration is complete}
     */
    int expanded();

    /**
     * {@return the number of successors generated: moves that were made, whether or not they led to
     * a new state} The starts are not counted.
     */
    long generated();

    /**
     * {@return how many states were found at each depth, the starts first: the states of each
     * level; the last one is partial when the exploration was cut}
     */
    ImmutableList<Integer> levels();

    /**
     * {@return the fewest moves that can be made in a state that was expanded: the smallest
     * out-degree}
     */
    int leastDegree();

    /**
     * {@return the most moves that can be made in a state that was expanded: the greatest
     * out-degree}
     */
    int mostDegree();

    /**
     * {@return how many moves were refused, by rule} A move that several rules refuse counts for
     * each.
     */
    ImmutableSortedMap<String, Long> refusals();

    /** {@return how many moves were made, by kind, by {@link Model#kind}} */
    ImmutableSortedMap<String, Long> moves();

    /** {@return in how many states the model was examined} */
    long examined();

    /**
     * {@return the explorer's own memory at the end, with references of four bytes and without the
     * states themselves} This figure alone depends on the threads.
     */
    long bytes();

    /**
     * {@return the greatest number of moves on a shortest way to a state: the depth, 0 for the
     * starts}
     */
    default int depth() {
      return levels().size() - 1;
    }

    /** {@return the number of states at the depth that has most} */
    default int widest() {
      return levels().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /** {@return the depth that has most states; the first, where several have as many} */
    default int widestDepth() {
      return Math.max(0, levels().indexOf(widest()));
    }

    /**
     * {@return the mean number of moves that can be made in a state that was expanded: the mean
     * out-degree, 0 where nothing was expanded}
     */
    default double meanDegree() {
      return expanded() == 0 ? 0 : (double) generated() / expanded();
    }

    /** {@return the figures as a table, a line each, each ended by a line feed} */
    default String table() {
      Map<String, String> rows = new LinkedHashMap<>();
      rows.put("distinct states", number(distinct()));
      rows.put("successors generated", number(generated()));
      rows.put("levels", number(levels().size()) + ", the deepest at depth " + number(depth()));
      rows.put("widest level", number(widest()) + " states at depth " + number(widestDepth()));
      rows.put(
          "moves in a state",
          "%s to %s, %s on average"
              .formatted(
                  number(leastDegree()),
                  number(mostDegree()),
                  String.format(Locale.ROOT, "%.2f", meanDegree())));
      moves().forEach((kind, times) -> rows.put("made: " + kind, number(times)));
      refusals().forEach((rule, times) -> rows.put("refused: " + rule, number(times)));
      rows.put("model examined in", number(examined()) + " states");
      int width = rows.keySet().stream().mapToInt(String::length).max().orElse(0);
      StringBuilder table = new StringBuilder();
      rows.forEach(
          (name, value) ->
              table
                  .append(name)
                  .append(" ".repeat(width - name.length() + 2))
                  .append(value)
                  .append('\n'));
      return table.toString();
    }

    private static String number(long value) {
      return String.format(Locale.ROOT, "%,d", value);
    }

    /** {@return an empty builder} */
    static Builder builder() {
      return new Builder();
    }

    /** Builds statistics. */
    final class Builder extends ImmutableExploration.Statistics.Builder {
      Builder() {}
    }
  }

  /**
   * Where a running exploration is. Immutable.
   *
   * @param states the distinct states found so far
   * @param generated the successors generated so far
   * @param depth the depth of the states that are being expanded
   * @param queue the states that were found and not yet expanded
   * @param statesPerSecond the rate since the start, or empty without a clock
   * @param timeLeft the time until a bound on states or time is hit at this rate, or empty; nobody
   *     knows when an exploration without bounds ends
   * @param share how much of the nearest bound is used up, from 0 to 1, or empty without a bound
   */
  public record SearchProgress(
      long states,
      long generated,
      int depth,
      long queue,
      OptionalDouble statesPerSecond,
      Optional<Duration> timeLeft,
      OptionalDouble share) {
    private static final double NANOS = 1e9;

    /**
     * Returns where an exploration is after so many nanoseconds, 0 without a clock, with a bound on
     * its states and perhaps one on its time.
     */
    static SearchProgress of(
        int states,
        long generated,
        int depth,
        int queue,
        long nanos,
        int maxStates,
        @Nullable Duration maxTime) {
      double rate = nanos > 0 ? states * NANOS / nanos : 0;
      OptionalDouble share = OptionalDouble.empty();
      double left = Double.POSITIVE_INFINITY;
      if (maxStates < Store.MOST) {
        share = OptionalDouble.of((double) states / maxStates);
        left = rate > 0 ? (maxStates - states) / rate : left;
      }
      if (maxTime != null) {
        double allowed = maxTime.toNanos();
        share = OptionalDouble.of(Math.max(share.orElse(0), Math.min(1, nanos / allowed)));
        left = Math.min(left, Math.max(0, allowed - nanos) / NANOS);
      }
      return new SearchProgress(
          states,
          generated,
          depth,
          queue,
          rate > 0 ? OptionalDouble.of(rate) : OptionalDouble.empty(),
          Double.isInfinite(left)
              ? Optional.empty()
              : Optional.of(Duration.ofMillis((long) (left * 1000))),
          share);
    }

    /**
     * Returns a line for a terminal, with a bar where there is a bound: {@code [#####.....] depth
     * 14, 412,000 states, 3,100 in the queue, 1,200,000 states/s, at most 3 s left}.
     *
     * @param width the characters of the bar, 1 or more
     * @return one line, without a line break
     */
    public String line(int width) {
      StringBuilder line = new StringBuilder();
      if (share.isPresent()) {
        int full = (int) Math.round(Math.min(1, Math.max(0, share.getAsDouble())) * width);
        line.append('[').append("#".repeat(full)).append(".".repeat(width - full)).append("] ");
      }
      return line.append(words()).toString();
    }

    /**
     * {@return the same without a bar, for a log: {@code depth 14, 412,000 states, 3,100 in the
     * queue}}
     */
    public String words() {
      StringBuilder line = new StringBuilder();
      line.append(
          String.format(
              Locale.ROOT, "depth %,d, %,d states, %,d in the queue", depth, states, queue));
      if (statesPerSecond.isPresent()) {
        line.append(String.format(Locale.ROOT, ", %,.0f states/s", statesPerSecond.getAsDouble()));
      }
      timeLeft.ifPresent(
          left -> line.append(", at most ").append(left.toSeconds()).append(" s left"));
      return line.toString();
    }

    @Override
    public String toString() {
      return line(20);
    }
  }

  /**
   * A play that breaks a property, and that no shorter one does: {@code A offers 5, a day passes x
   * 30, B accepts}. For a play that never ends it is a lasso, whose last steps go round in a
   * circle. Immutable.
   *
   * @param <S> the states
   * @param <M> the moves
   */
  public static final class Counterexample<S, M> {
    private final Property<S, M> property;
    private final Play<S, M> play;
    private final int loopFrom;

    Counterexample(Property<S, M> property, Play<S, M> play, int loopFrom) {
      this.property = property;
      this.play = play;
      this.loopFrom = loopFrom;
    }

    /** {@return the property that is broken} */
    public Property<S, M> property() {
      return property;
    }

    /** {@return the play that breaks it} */
    public Play<S, M> play() {
      return play;
    }

    /**
     * {@return where the circle begins, for a play that never ends: how many moves come before the
     * circle, or empty when there is none; the last state equals the one after those moves}
     */
    public OptionalInt loopFrom() {
      return loopFrom < 0 ? OptionalInt.empty() : OptionalInt.of(loopFrom);
    }

    private PrintedPlay<M> printed() {
      return play.printed(loopFrom);
    }

    /**
     * {@return the headline and the play, a line for each move; repeated moves share a line, each
     * ended by a line feed}
     */
    public String transcript() {
      return String.format(
              Locale.ROOT, "violated after %,d moves: %s\n", play.steps().size(), property.words())
          + PlayTranscript.of(printed());
    }

    /**
     * {@return the play as text in columns, one for each party that moves, each ended by a line
     * feed}
     */
    public String swimLanes() {
      return SwimLanes.of(printed());
    }

    /** {@return the play as a sequence diagram: the source for Mermaid} */
    public String mermaid() {
      return Mermaid.of(printed());
    }

    /**
     * Returns the play as a test method for JUnit or jqwik with AssertJ, which fails until the
     * mistake is mended. The property is written as {@link Property#writtenAs} says.
     *
     * @return the source, with a comment above it
     * @throws IllegalStateException when the captions do not say how the model and its moves are
     *     written in Java
     */
    public String javaTest() {
      return CounterexampleSource.of(property, play, loopFrom);
    }

    @Override
    public String toString() {
      return transcript();
    }
  }
}
