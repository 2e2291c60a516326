package dev.parley.bench;

import com.github.oxo42.stateless4j.StateMachine;
import com.github.oxo42.stateless4j.StateMachineConfig;
import dev.parley.agenda.ActorId;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What the law of identifiers costs, beside one transition of a bare state machine. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class IdentifierBenchmark {
  private final String text = "party-1";
  private final StateMachineConfig<String, String> config = new StateMachineConfig<>();

  /** Allows the one transition. */
  public IdentifierBenchmark() {
    config.configure("open").permit("close", "closed");
  }

  /** An identifier, checked. */
  @Benchmark
  public ActorId identifier() {
    return ActorId.of(text);
  }

  /** One transition of stateless4j. */
  @Benchmark
  public String transition() {
    StateMachine<String, String> machine = new StateMachine<>("open", config);
    machine.fire("close");
    return machine.getState();
  }
}
