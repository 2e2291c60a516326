package dev.parley.analysis;

import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Combinations of one option for each variable, by their largest concession and then by the total:
 * best first (Hart, Nilsson, Raphael 1968). What is still open is counted at the least that it can
 * cost, given the largest so far; without provisos that is exact, and nothing is tried in vain.
 *
 * <p>A part of a combination is left out when it asks all that a combination found before asks, and
 * when another part asks the same and meets all the conditions that still matter.
 */
final class CheapestFirst {
  private final List<List<Option>> variables;
  private final Predicate<Option> among;
  private final int[] order;
  private final long[] leastLargest;
  private final Map<Long, long[]> leastTotals = new HashMap<>();
  private final PriorityQueue<Node> queue = new PriorityQueue<>();
  private final ConcessionIndex concessions;
  private final Map<Part, List<BitSet>> parts = new HashMap<>();
  private final List<BitSet> found = new ArrayList<>();
  private int budget;
  private long made;

  /** What a part of a combination asks, and which provisos of it are still open. */
  private record Part(int depth, BitSet asked, BitSet open) {}

  /** A choice for the variables up to a depth, each on top of the one before. */
  private record Node(
      @Nullable Node before,
      int depth,
      int option,
      long largest,
      long total,
      long sum,
      BitSet asked,
      long number)
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
    this(variables, option -> true, budget);
  }

  /** Takes only some of the options into account. */
  CheapestFirst(List<List<Option>> variables, Predicate<Option> among, int budget) {
    this.variables = variables;
    this.among = among;
    this.budget = budget;
    order = order(variables);
    concessions = new ConcessionIndex(variables, order);
    leastLargest = new long[variables.size() + 1];
    for (int i = variables.size() - 1; i >= 0; i--) {
      long least =
          variables.get(order[i]).stream().filter(among).mapToLong(o -> o.largest).min().orElse(0);
      leastLargest[i] = Math.max(leastLargest[i + 1], least);
    }
    if (variables.stream().noneMatch(List::isEmpty)) {
      push(null, -1, -1, 0, 0, new BitSet());
    }
  }

  /** What hangs together is chosen close together: few stay open whose conditions come later. */
  private static int[] order(List<List<Option>> variables) {
    int size = variables.size();
    List<BitSet> linked = linked(variables);
    long[] least = new long[size];
    int[] waitsFor = new int[size]; // how many of those that it is linked with have no place yet
    for (int v = 0; v < size; v++) {
      least[v] = variables.get(v).stream().mapToLong(o -> o.total).min().orElse(0);
      waitsFor[v] = linked.get(v).cardinality();
    }
    int[] closes = new int[size]; // how many that have a place wait for it alone
    int[] order = new int[size];
    BitSet placed = new BitSet(size);
    int open = 0;
    for (int i = 0; i < size; i++) {
      int best = -1;
      long fewest = Long.MAX_VALUE;
      for (int v = placed.nextClearBit(0); v < size; v = placed.nextClearBit(v + 1)) {
        int then = open - closes[v] + (waitsFor[v] > 0 ? 1 : 0);
        long cost = then * 1_000_000_000_000L - least[v];
        if (cost < fewest) {
          fewest = cost;
          best = v;
        }
      }
      order[i] = best;
      open += (waitsFor[best] > 0 ? 1 : 0) - closes[best];
      placed.set(best);
      linked.get(best).stream()
          .forEach(
              w -> {
                waitsFor[w]--;
                count(linked, placed, waitsFor, closes, w);
              });
      count(linked, placed, waitsFor, closes, best);
    }
    return order;
  }

  /** Counts one that has a place, if it waits for one alone, with that one. */
  private static void count(
      List<BitSet> linked, BitSet placed, int[] waitsFor, int[] closes, int placedOne) {
    if (placed.get(placedOne) && waitsFor[placedOne] == 1) {
      BitSet left = (BitSet) linked.get(placedOne).clone();
      left.andNot(placed);
      closes[left.nextSetBit(0)]++;
    }
  }

  /** Returns which variables each is linked with by a condition, itself left out. */
  private static List<BitSet> linked(List<List<Option>> variables) {
    List<BitSet> linked = new ArrayList<>();
    variables.forEach(v -> linked.add(new BitSet()));
    for (int v = 0; v < variables.size(); v++) {
      for (Option option : variables.get(v)) {
        for (Option.Proviso proviso : option.provisos) {
          for (List<Option.Need> way : proviso.ways()) {
            for (Option.Need need : way) {
              if (need.variable() != v) {
                linked.get(v).set(need.variable());
                linked.get(need.variable()).set(v);
              }
            }
          }
        }
      }
    }
    return linked;
  }

  private void push(
      @Nullable Node before, int depth, int option, long largest, long sum, BitSet asked) {
    long most = Math.max(largest, leastLargest[depth + 1]);
    long total = sum + leastTotals(most)[depth + 1];
    queue.add(new Node(before, depth, option, most, total, sum, asked, made++));
  }

  /** The least that the variables from each on can cost together, no concession above a limit. */
  private long[] leastTotals(long limit) {
    return leastTotals.computeIfAbsent(
        limit,
        l -> {
          long[] least = new long[variables.size() + 1];
          for (int i = variables.size() - 1; i >= 0; i--) {
            long own =
                variables.get(order[i]).stream()
                    .filter(among)
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
      if (asksAllOfOneFound(node)) {
        continue;
      }
      if (node.depth == variables.size() - 1) {
        found.add(node.asked);
        return new Found(ImmutableIntArray.copyOf(chosen(node)), node.largest, node.sum);
      }
      expand(node);
    }
    return null;
  }

  private boolean asksAllOfOneFound(Node node) {
    for (BitSet one : found) {
      if (ConcessionIndex.holdsAll(node.asked, one)) {
        return true;
      }
    }
    return false;
  }

  private int[] chosen(Node node) {
    int[] options = new int[variables.size()];
    Arrays.fill(options, -1);
    for (Node at = node; at != null && at.depth >= 0; at = at.before) {
      options[order[at.depth]] = at.option;
    }
    return options;
  }

  private void expand(Node node) {
    int depth = node.depth + 1;
    int[] options = chosen(node);
    List<Option.Proviso> open = open(options, depth);
    if (isBeaten(new Part(depth, node.asked, concessions.numbers(open)), options)) {
      return;
    }
    List<Option> next = variables.get(order[depth]);
    for (int o = 0; o < next.size(); o++) {
      Option option = next.get(o);
      if (!among.test(option)) {
        continue;
      }
      options[order[depth]] = o;
      long largest = Math.max(reached(node), option.largest);
      long sum = node.sum + option.total;
      BitSet asked = (BitSet) node.asked.clone();
      asked.or(concessions.of(option));
      for (Option.Proviso proviso : open) {
        if (fails(proviso, options)) {
          largest = Math.max(largest, proviso.size());
          sum += proviso.size();
          asked.or(concessions.heldBy(proviso.otherwise()));
        }
      }
      for (Option.Proviso proviso : option.provisos) {
        if (fails(proviso, options)) {
          largest = Math.max(largest, proviso.size());
          sum += proviso.size();
          asked.or(concessions.heldBy(proviso.otherwise()));
        }
      }
      push(node, depth, o, largest, sum, asked);
    }
  }

  /** Whether a part that asks the same came before, and meets all that matters later, or more. */
  private boolean isBeaten(Part part, int[] options) {
    BitSet meets = concessions.met(options, part.depth);
    List<BitSet> before = parts.computeIfAbsent(part, p -> new ArrayList<>());
    for (BitSet other : before) {
      BitSet lacking = (BitSet) meets.clone();
      lacking.andNot(other);
      if (lacking.isEmpty()) {
        return true;
      }
    }
    before.add(meets);
    return false;
  }

  private static long reached(Node node) {
    return node.depth < 0 ? 0 : node.largest;
  }

  /** Returns the provisos of what is chosen so far which could still fail. */
  private List<Option.Proviso> open(int[] options, int depth) {
    List<Option.Proviso> open = new ArrayList<>();
    for (int i = 0; i < depth; i++) {
      for (Option.Proviso proviso : variables.get(order[i]).get(options[order[i]]).provisos) {
        if (!fails(proviso, options) && !holds(proviso, options)) {
          open.add(proviso);
        }
      }
    }
    return open;
  }

  /** A proviso holds for good as soon as all the needs of one way are met. */
  private static boolean holds(Option.Proviso proviso, int[] options) {
    for (List<Option.Need> way : proviso.ways()) {
      boolean met = true;
      for (Option.Need need : way) {
        met &= isMet(need, options[need.variable()]);
      }
      if (met) {
        return true;
      }
    }
    return false;
  }

  /** A proviso fails as soon as each way has a need that what is chosen so far does not meet. */
  static boolean fails(Option.Proviso proviso, int[] options) {
    for (List<Option.Need> way : proviso.ways()) {
      boolean possible = true;
      for (Option.Need need : way) {
        int option = options[need.variable()];
        possible &= option < 0 || isMet(need, option);
      }
      if (possible) {
        return false;
      }
    }
    return true;
  }

  private static boolean isMet(Option.Need need, int option) {
    return option >= 0 && need.options().get(option);
  }
}
