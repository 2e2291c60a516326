package dev.parley.bench;

import dev.parley.explore.Exploration;
import dev.parley.explore.Exploration.SearchProgress;
import dev.parley.explore.Explorer;
import dev.parley.explore.Haggling;
import dev.parley.explore.Haggling.Act;
import dev.parley.explore.Haggling.Table;
import dev.parley.explore.Property;
import dev.parley.explore.Wages;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The alternating offers of 20 prices, 20 offers and 30 days, as distinct states a second: by the
 * explorer with six properties, parent links and statistics, on one thread and on two, and with the
 * graph for liveness; by a plain search with a map of parents and nothing else; and how many bytes
 * of heap a state takes. Beside it, negotiations of Parley's own.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx2g", "-XX:+UseParallelGC"})
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 8, time = 2)
public class ExplorerBenchmark {
  private static final int STATES = 701_102;
  private static final int SUCCESSORS = 1_171_400;

  private final Haggling model = new Haggling(20, 20, 30);

  @SuppressWarnings("unchecked")
  private Explorer<Table, Act> explorer() {
    return Explorer.of(model).check(model.properties().toArray(Property[]::new));
  }

  private static Exploration<Table, Act> whole(Exploration<Table, Act> found) {
    if (!found.holds() || found.statistics().distinct() != STATES) {
      throw new AssertionError(found.toString());
    }
    return found;
  }

  /** States a second on one thread. */
  @Benchmark
  @OperationsPerInvocation(STATES)
  public Exploration<Table, Act> oneThread() {
    return whole(explorer().explore());
  }

  /** States a second on two threads. */
  @Benchmark
  @OperationsPerInvocation(STATES)
  public Exploration<Table, Act> twoThreads() {
    return whole(explorer().threads(2).explore());
  }

  /** States a second on one thread, with the two properties that need the graph. */
  @Benchmark
  @OperationsPerInvocation(STATES)
  public Exploration<Table, Act> withLiveness() {
    return whole(explorer().check(Property.everyPlayCanEnd(), Property.everyPlayEnds()).explore());
  }

  /** Successors a second of two who name figures, with all standing laws, on one thread. */
  @Benchmark
  @OperationsPerInvocation(SUCCESSORS)
  public Exploration<?, ?> negotiations() {
    Exploration<?, ?> found = Explorer.of(Wages.naming(4)).explore();
    if (found.statistics().generated() != SUCCESSORS) {
      throw new AssertionError(found.toString());
    }
    return found;
  }

  /** States a second of a search that only knows its way. */
  @Benchmark
  @OperationsPerInvocation(STATES)
  public int plainSearch() {
    Map<Table, Table> parents = new HashMap<>();
    ArrayDeque<Table> queue = new ArrayDeque<>(model.starts());
    queue.forEach(start -> parents.put(start, start));
    for (Table state = queue.poll(); state != null; state = queue.poll()) {
      for (Act act : model.moves(state)) {
        Table to = model.next(state, act).state().orElseThrow();
        if (parents.putIfAbsent(to, state) == null) {
          queue.add(to);
        }
      }
    }
    return parents.size();
  }

  /** The heap when every state was found, printed in bytes a state; the time says nothing. */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @Warmup(iterations = 0)
  @Measurement(iterations = 1)
  public Exploration<Table, Act> bytesOfAState() {
    long before = used();
    Exploration<Table, Act> found =
        whole(explorer().onLevel(level -> print(level, before)).explore());
    System.out.printf(
        "%.1f bytes of its own a state%n", (double) found.statistics().bytes() / STATES);
    return found;
  }

  private static void print(SearchProgress level, long before) {
    if (level.states() == STATES) {
      System.out.printf(
          "%.1f bytes of heap a state, with the state%n", (double) (used() - before) / STATES);
    }
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
