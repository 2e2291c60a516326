package dev.parley.bench;

import dev.parley.scenario.Scenario;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** What reading a scenario of 10,000 entries costs, beside a bare parse of the same file. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ReadingBenchmark {
  private static final int ENTRIES = 10_000;

  private final LoadSettings settings =
      LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
  private final String text = text();
  private final Scenario scenario = Scenario.parse("bench.yaml", text);

  private static String text() {
    StringBuilder text =
        new StringBuilder(
            """
            parley: 1
            title: Many entries
            parties: {a: {name: A, role: principal}, b: {name: B, role: principal}}
            issues: {hostages: {from: 0, to: 100, unit: persons}, days: {from: 0, to: 9, unit: days}}
            sources: {news: {report: an article}}
            record:
            """);
    for (int i = 0; i < ENTRIES; i++) {
      String on = ", on: 2024-%02d-%02d, source: news}\n".formatted(1 + i / 900, 1 + i % 28);
      switch (i % 5) {
        case 0 -> text.append("  - {id: o").append(i).append(", a offers: b, hostages: ");
        case 1 -> text.append("  - {b rejects: o").append(i - 1).append(", words: no thanks");
        case 2 -> text.append("  - {a claims: progress towards a deal, answer: yes");
        case 3 -> text.append("  - {b softens: days, words: flexible on the date");
        default -> text.append("  - {a in incident: air strikes go on");
      }
      text.append(i % 5 == 0 ? String.valueOf(i % 100) : "").append(on);
    }
    return text.toString();
  }

  /** The events of the parser, and nothing made of them. */
  @Benchmark
  public int parse() {
    int events = 0;
    ParserImpl parser = new ParserImpl(settings, new StreamReader(settings, text));
    while (parser.hasNext()) {
      parser.next();
      events++;
    }
    return events;
  }

  /** The whole scenario, recorded. */
  @Benchmark
  public Scenario read() {
    return Scenario.parse("bench.yaml", text);
  }

  /** The canonical text. */
  @Benchmark
  public String write() {
    return scenario.write();
  }
}
