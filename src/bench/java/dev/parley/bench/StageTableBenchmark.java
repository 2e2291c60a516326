package dev.parley.bench;

import com.github.oxo42.stateless4j.StateMachine;
import com.github.oxo42.stateless4j.StateMachineConfig;
import dev.parley.talks.TransitionTable;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One firing of a machine with 8 states and 12 events, by Parley's table and by stateless4j. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class StageTableBenchmark {
  /** Eight states. */
  public enum Place {
    P0,
    P1,
    P2,
    P3,
    P4,
    P5,
    P6,
    P7
  }

  /** Twelve events. */
  public enum Event {
    E0,
    E1,
    E2,
    E3,
    E4,
    E5,
    E6,
    E7,
    E8,
    E9,
    E10,
    E11
  }

  private static final int PLAYED = 4096;

  private final Event[] events = new Event[PLAYED];
  private final TransitionTable<Place, Event, Object> table;
  private final StateMachine<Place, Event> machine;
  private Place place = Place.P0;
  private int next;

  /** Gives both the same machine: from every state, every event leads to a fixed other state. */
  public StageTableBenchmark() {
    TransitionTable.Builder<Place, Event, Object> rows =
        TransitionTable.startingAt("bench", Place.P0, Event.class, Object.class);
    StateMachineConfig<Place, Event> config = new StateMachineConfig<>();
    for (Place from : Place.values()) {
      for (Event event : Event.values()) {
        Place to = Place.values()[(from.ordinal() + 1 + event.ordinal() % 7) % 8];
        rows.row(from, event, to);
        config.configure(from).permit(event, to);
      }
    }
    table = rows.build();
    machine = new StateMachine<>(Place.P0, config);
    Random random = new Random(1648);
    for (int i = 0; i < PLAYED; i++) {
      events[i] = Event.values()[random.nextInt(12)];
    }
  }

  private Event event() {
    next = (next + 1) % PLAYED;
    return events[next];
  }

  /** One firing of Parley's table. */
  @Benchmark
  public Place parley() {
    place = table.next(place, event(), this);
    return place;
  }

  /** One firing of stateless4j. */
  @Benchmark
  public Place stateless4j() {
    machine.fire(event());
    return machine.getState();
  }
}
