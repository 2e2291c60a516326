package dev.parley.bench;

import dev.parley.analysis.stability.ConflictModel;
import dev.parley.analysis.stability.OptionForm;
import dev.parley.analysis.stability.StabilityAnalysis;
import dev.parley.analysis.stability.StabilityConcept;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Conflicts of four decision makers in option form, every combination feasible and every option
 * reversible, with random payoffs: the time to build the model (states, arcs, ranks), and the time
 * to find all cells of Nash, GMR, SMR and SEQ in it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx3g"})
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
public class StabilityBenchmark {
  /** 4,096, 65,536 and 262,144 states. */
  @Param({"12", "16", "18"})
  int options;

  private ConflictModel model = ConflictModel.byArcs().decisionMakers("A").states("s").build();

  /** Builds the model that is analysed. */
  @Setup
  public void prepare() {
    model = build();
  }

  /** All four concepts, every state, every decision maker. */
  @Benchmark
  public int allFourConcepts() {
    return StabilityAnalysis.of(model).equilibria(StabilityConcept.SEQ).size();
  }

  /** The model alone. */
  @Benchmark
  public ConflictModel build() {
    OptionForm form = ConflictModel.byOptions().decisionMakers("A", "B", "C", "D");
    for (int o = 0; o < options; o++) {
      form.option(String.valueOf("ABCD".charAt(o % 4)), "option " + o);
    }
    for (String one : List.of("A", "B", "C", "D")) {
      Random lots = new Random(one.hashCode());
      form.payoff(one, taken -> lots.nextInt(1 << options));
    }
    return form.build();
  }
}
