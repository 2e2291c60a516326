package dev.parley.explore;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.immutables.value.Value.Immutable;

/**
 * The figures of an exploration. The counts depend on the model and the bounds only, not on the
 * threads; two models with the same counts at each depth are hardly different, which makes the
 * counts a good thing to pin in a test. Immutable.
 */
@Immutable
public sealed interface Statistics extends WithStatistics permits ImmutableStatistics {
  /** {@return the number of different states found} */
  int distinct();

  /**
   * {@return the number of states whose moves were tried; all that were found when the exploration
   * is complete}
   */
  int expanded();

  /**
   * {@return the number of successors generated: moves that were made, whether or not they led to a
   * new state} The starts are not counted.
   */
  long generated();

  /**
   * {@return how many states were found at each depth, the starts first: the states of each level;
   * the last one is partial when the exploration was cut}
   */
  ImmutableList<Integer> levels();

  /**
   * {@return the fewest moves that can be made in a state that was expanded: the smallest
   * out-degree}
   */
  int leastDegree();

  /**
   * {@return the most moves that can be made in a state that was expanded: the greatest out-degree}
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
  final class Builder extends ImmutableStatistics.Builder {
    Builder() {}
  }
}
