package dev.parley.bench;

import dev.parley.agenda.Agenda;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.demand.Offer;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
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

/**
 * A negotiation of a million moves, every one an object of its own, in a heap of 1 GB: rounds of
 * twenty moves, offers on two issues of three, rejections and reported shifts. That it ends is the
 * result; what it leaves in the heap is printed.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx1g")
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class HistoryBenchmark {
  private static final int MOVES = 1_000_000;

  private final Agenda agenda =
      Agenda.builder()
          .principal("union", "Union")
          .principal("employer", "Employer")
          .mediator("board", "Mediation board")
          .issue("rise", Scale.quantity("0", "20", "0.5", "percent"))
          .issue("staff", Scale.quantity(0, 1000, "persons"))
          .issue("term", Scale.levels("one year", "two years", "three years"))
          .build();

  /** Builds the negotiation and prints how much of the heap it holds. */
  @Benchmark
  public Negotiation millionMoves() {
    Negotiation talks = Negotiation.about(agenda);
    while (talks.chronicle().size() < MOVES) {
      talks = talks.apply(next(talks)).orThrow();
    }
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    long used = (runtime.totalMemory() - runtime.freeMemory()) / (1 << 20);
    System.out.printf("%,d moves, %,d rounds: %,d MB%n", MOVES, talks.closedRounds(), used);
    return talks;
  }

  private Move next(Negotiation talks) {
    int i = talks.chronicle().size();
    String day = "2024-%02d-%02d".formatted(1 + i / 30 % 12, 1 + i % 28);
    switch (i % 20) {
      case 0:
        return Move.by("board").on(day).opensRound("the board's house");
      case 19:
        return Move.by("board").on(day).closesRound();
      case 5, 10, 15:
        return Move.by("employer").on(day).softens("term");
      default:
        String by = i % 2 == 0 ? "union" : "employer";
        Terms terms = Terms.on(agenda).set("staff", i % 1000).set("rise", i % 20).build();
        return Move.by(by).on(day).offers(Offer.of(by, i % 2 == 0 ? "employer" : "union", terms));
    }
  }
}
