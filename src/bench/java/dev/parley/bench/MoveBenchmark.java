package dev.parley.bench;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.demand.EndOfWar;
import dev.parley.demand.HostageList;
import dev.parley.demand.Offer;
import dev.parley.demand.PrisonerRelease;
import dev.parley.demand.Withdrawal;
import dev.parley.talks.Finding;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Outcome;
import dev.parley.talks.Rule;
import dev.parley.talks.RuleBook;
import dev.parley.talks.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One move in a negotiation of 2 principals, 3 third parties and 6 issues, with all standing laws
 * and a rule of one's own asked, and its entry appended; and what a refusal costs.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 2, jvmArgs = "-Xmx1g")
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class MoveBenchmark {
  private static final int PLAYED = 200;

  /** How many moves stand in the chronicle before the ones that are measured. */
  @Param({"0", "1000", "1000000"})
  public int history;

  private Negotiation talks;
  private List<Move> moves;
  private Move refused;

  /** Nothing binding by a mediator: a rule that is asked at every move. */
  private static final class NothingByMediators implements Rule {
    @Override
    public String id() {
      return "nothing-binding-by-a-mediator";
    }

    @Override
    public String statement() {
      return "a mediator binds nobody";
    }

    @Override
    public ImmutableList<Finding> check(Situation situation, Move move) {
      return situation.agenda().isPrincipal(move.by())
          ? ImmutableList.of()
          : ImmutableList.of(
              new Finding(id(), Finding.Severity.WARN, move.by() + " acts", "Look twice"));
    }
  }

  /** Plays the history. */
  @Setup
  public void play() {
    Agenda agenda =
        Agenda.builder()
            .principal("israel", "Israel")
            .principal("hamas", "Hamas")
            .mediator("qatar", "Qatar")
            .mediator("egypt", "Egypt")
            .mediator("us", "United States")
            .issue("end-of-war", Scale.levels("none", "pause", "truce", "phased", "permanent"))
            .issue("withdrawal", Scale.quantity(0, 100, "percent"))
            .issue("withdrawal-days", Scale.quantity(0, 365, "days"))
            .issue("prisoners", Scale.quantity(0, 10000, "persons"))
            .issue("hostages", Scale.quantity(0, 250, "persons"))
            .issue("hostage-list", Scale.checklist("living", "deceased", "names", "condition"))
            .build();
    talks =
        Negotiation.about(agenda, RuleBook.DEFAULT.and(new NothingByMediators()))
            .with(
                Move.by("qatar").on("2024-12-01").opensRound("doha"),
                Move.by("hamas")
                    .on("2024-12-01")
                    .demands(EndOfWar.of("hamas", "israel", "permanent")),
                Move.by("hamas").on("2024-12-01").demands(Withdrawal.of("hamas", "israel", "100")),
                Move.by("hamas")
                    .on("2024-12-01")
                    .demands(PrisonerRelease.of("hamas", "israel", 1000)),
                Move.by("israel")
                    .on("2024-12-01")
                    .demands(HostageList.of("israel", "hamas", "living")));
    moves = new ArrayList<>();
    for (int i = 0; i < PLAYED; i++) {
      boolean even = i % 2 == 0;
      String by = even ? "israel" : "hamas";
      moves.add(
          Move.by(by)
              .on("2024-12-02")
              .offers(
                  Offer.of(
                      by,
                      even ? "hamas" : "israel",
                      Terms.on(agenda)
                          .set("prisoners", 300 + i)
                          .set("hostages", 34 + i % 100)
                          .set("withdrawal", 50 + i % 50)
                          .build())));
    }
    for (int i = 0; i < history; i++) {
      talks = talks.apply(moves.get(i % PLAYED)).orThrow();
    }
    refused =
        Move.by("israel")
            .on("2024-12-02")
            .accepts(Offer.of("israel", "hamas", Terms.on(agenda).set("prisoners", 1).build()));
  }

  /** A move on three issues that is accepted, on average over two hundred in a row. */
  @Benchmark
  @OperationsPerInvocation(PLAYED)
  public Negotiation accepted() {
    Negotiation now = talks;
    for (Move move : moves) {
      now = now.apply(move).negotiation();
    }
    return now;
  }

  /** A move that breaks two laws. */
  @Benchmark
  public Outcome refused() {
    return talks.apply(refused);
  }
}
