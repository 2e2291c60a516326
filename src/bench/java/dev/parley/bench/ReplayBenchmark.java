package dev.parley.bench;

import dev.parley.scenario.Scenario;
import java.util.Iterator;
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
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reading and replaying a scenario of 10,000 moves, beside the YAML parser alone on the same text.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class ReplayBenchmark {
  private static final int MOVES = 10_000;

  private final String text = scenario();

  private static String scenario() {
    StringBuilder yaml =
        new StringBuilder(
            """
            parley: 1
            title: A long negotiation
            parties:
              union: {name: Union, role: principal}
              employer: {name: Employer, role: principal}
              board: {name: Mediation board, role: mediator}
            issues:
              rise: {from: 0, to: 20, by: 0.5, unit: percent}
              staff: {from: 0, to: 1000, unit: persons}
              term: {levels: [one year, two years, three years]}
            sources:
              press: {report: trade press}
            record:
            """);
    for (int i = 0; i < MOVES; i++) {
      String on = "on: 2024-%02d-%02d, source: press}%n".formatted(1 + i / 900, 1 + i / 30 % 28);
      String entry =
          switch (i % 20) {
            case 0 -> "{board opens round: [north hall], ";
            case 19 -> "{board closes round, ";
            case 5, 10, 15 -> "{employer softens: term, ";
            case 8, 18 -> "{union rejects: offer-" + (i - 1) + ", ";
            default -> {
              String parties = i % 2 == 0 ? "union offers: employer" : "employer offers: union";
              yield "{id: offer-%d, %s, staff: %d, rise: %d, "
                  .formatted(i, parties, i % 1000, i % 20);
            }
          };
      yaml.append("  - ").append(entry).append(on);
    }
    return yaml.toString();
  }

  /** Reads the text, plays every move and keeps the findings. */
  @Benchmark
  public Scenario replay() {
    return Scenario.parse("long.yaml", text);
  }

  /** Parses the text into events, and throws them away. */
  @Benchmark
  public int parserAlone() {
    int events = 0;
    LoadSettings settings = LoadSettings.builder().build();
    Iterator<Event> parsed = new ParserImpl(settings, new StreamReader(settings, text));
    while (parsed.hasNext()) {
      parsed.next();
      events++;
    }
    return events;
  }
}
