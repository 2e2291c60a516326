package dev.parley.bench;

import dev.parley.scenario.Scenario;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
 * Reading a record, asking for its findings and writing it, where every entry is corrected,
 * cancelled or denied later, or answers an offer that is gone: the time should grow with the
 * number.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
public class CorrectionsBenchmark {
  private static final String HEAD =
      """
      parley: 1
      title: Many words on earlier entries
      parties: {north: {name: North, role: principal}, south: {name: South, role: principal}}
      issues: {price: {from: 0, to: 100, unit: euros}}
      record:
      """;

  /** How many words on earlier entries there are. */
  @Param({"1000", "2000", "4000", "8000", "16000"})
  int words;

  /** What they do. */
  @Param({"correct", "cancel", "deny", "gone"})
  String what;

  private String text = "";

  private String each(IntFunction<String> entry) {
    return IntStream.range(0, words)
        .mapToObj(i -> "  - {" + entry.apply(i) + "}\n")
        .collect(Collectors.joining());
  }

  @Setup
  public void write() {
    String offers = each(i -> "id: o%d, north offers: south, price: %d".formatted(i, i % 100));
    text =
        HEAD
            + offers
            + switch (what) {
              case "correct" ->
                  each(
                      i ->
                          "correct: [%d], instead: {north offers: south, price: %d}"
                              .formatted(i + 1, (i + 1) % 100));
              case "cancel" -> each(i -> "cancel: [%d]".formatted(i + 1));
              case "deny" -> each(i -> "deny: [%d]".formatted(i + 1));
              default ->
                  each(i -> "north withdraws: o" + (words - 1 - i))
                      + each(i -> "south accepts: o" + i);
            };
  }

  @Benchmark
  public int readJudgeAndWrite() {
    Scenario scenario = Scenario.parse("many.yaml", text);
    return scenario.findings().size() + scenario.write().length();
  }
}
