package dev.parley.analysis;

import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Combinations of one option for each variable, by their largest concession and then by the total:
 * best first (Hart, Nilsson, Raphael 1968). What is still open is counted at the least that it can
 * cost, given the largest so far; without provisos that is exact, and nothing is tried in vain.
 */
final class CheapestFirst {
  private final List<List<Option>> variables;
  private final long[] leastLargest;
  private final Map<Long, long[]> leastTotals = new HashMap<>();
  private final PriorityQueue<Node> queue = new PriorityQueue<>();
  private int budget;
  private long made;

  /** A choice for the variables up to a depth, each on top of the one before. */
  private record Node(
      @Nullable Node before, int depth, int option, long largest, long total, long sum, long number)
      implements Comparable<Node> {
    @Override
    public int compareTo(Node other) {
      int order = Long.compare(largest, other.largest);
      order = order != 0 ? order : Long.compare(total, other.total);
      order = order != 0 ? order : Integer.compare(other.depth, depth);
      return order != 0 ? order : Long.compare(number, other.number);
    }
  }

  /** A combination: an option for each variable. */
  record Found(ImmutableIntArray options, long largest, long total) {}

  CheapestFirst(List<List<Option>> variables, int budget) {
    this.variables = variables;
    this.budget = budget;
    leastLargest = new long[variables.size() + 1];
    for (int i = variables.size() - 1; i >= 0; i--) {
      long least = variables.get(i).stream().mapToLong(o -> o.largest).min().orElse(0);
      leastLargest[i] = Math.max(leastLargest[i + 1], least);
    }
    if (variables.stream().noneMatch(List::isEmpty)) {
      push(null, -1, -1, 0, 0);
    }
  }

  private void push(@Nullable Node before, int depth, int option, long largest, long sum) {
    long most = Math.max(largest, leastLargest[depth + 1]);
    long total = sum + leastTotals(most)[depth + 1];
    queue.add(new Node(before, depth, option, most, total, sum, made++));
  }

  /** The least that the variables from each on can cost together, no concession above a limit. */
  private long[] leastTotals(long limit) {
    return leastTotals.computeIfAbsent(
        limit,
        l -> {
          long[] least = new long[variables.size() + 1];
          for (int i = variables.size() - 1; i >= 0; i--) {
            long own =
                variables.get(i).stream()
                    .filter(o -> o.largest <= l)
                    .mapToLong(o -> o.total)
                    .min()
                    .orElse(0);
            least[i] = least[i + 1] + own;
          }
          return least;
        });
  }

  /** Returns whether the budget was used up before all was tried. */
  boolean isCut() {
    return budget <= 0 && !queue.isEmpty();
  }

  /** Returns the next combination, or nothing when there is none or the budget is used up. */
  @Nullable Found next() {
    while (!queue.isEmpty() && budget > 0) {
      budget--;
      Node node = queue.remove();
      if (node.depth == variables.size() - 1) {
        return new Found(ImmutableIntArray.copyOf(chosen(node)), node.largest, node.sum);
      }
      expand(node);
    }
    return null;
  }

  private int[] chosen(Node node) {
    int[] options = new int[variables.size()];
    Arrays.fill(options, -1);
    for (Node at = node; at != null && at.depth >= 0; at = at.before) {
      options[at.depth] = at.option;
    }
    return options;
  }

  private void expand(Node node) {
    int depth = node.depth + 1;
    int[] options = chosen(node);
    List<Option.Proviso> open = open(options, depth);
    List<Option> next = variables.get(depth);
    for (int o = 0; o < next.size(); o++) {
      Option option = next.get(o);
      options[depth] = o;
      long largest = Math.max(reached(node), option.largest);
      long sum = node.sum + option.total;
      for (Option.Proviso proviso : open) {
        if (fails(proviso, options)) {
          largest = Math.max(largest, proviso.size());
          sum += proviso.size();
        }
      }
      for (Option.Proviso proviso : option.provisos) {
        if (fails(proviso, options)) {
          largest = Math.max(largest, proviso.size());
          sum += proviso.size();
        }
      }
      push(node, depth, o, largest, sum);
    }
  }

  private static long reached(Node node) {
    return node.depth < 0 ? 0 : node.largest;
  }

  /** Returns the provisos of what is chosen so far which could still fail. */
  private List<Option.Proviso> open(int[] options, int depth) {
    List<Option.Proviso> open = new ArrayList<>();
    for (int i = 0; i < depth; i++) {
      for (Option.Proviso proviso : variables.get(i).get(options[i]).provisos) {
        if (!fails(proviso, options)) {
          open.add(proviso);
        }
      }
    }
    return open;
  }

  /** A proviso fails as soon as each way has a need that what is chosen so far does not meet. */
  static boolean fails(Option.Proviso proviso, int[] options) {
    for (List<Option.Need> way : proviso.ways()) {
      if (way.stream()
          .noneMatch(n -> options[n.variable()] >= 0 && !n.options().get(options[n.variable()]))) {
        return false;
      }
    }
    return true;
  }
}
