package dev.parley.bench;

import dev.parley.agenda.Agenda;
import dev.parley.agenda.Scale;
import dev.parley.analysis.bargaining.AdditiveProfile;
import dev.parley.analysis.bargaining.Evaluation;
import dev.parley.analysis.bargaining.OutcomeSpace;
import dev.parley.analysis.bargaining.Profile;
import dev.parley.analysis.bargaining.UtilityTable;
import dev.parley.play.Bidding;
import dev.parley.play.Participant;
import dev.parley.play.Session;
import dev.parley.play.SessionResult;
import dev.parley.play.Strategy;
import dev.parley.talks.Negotiation;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Two strategies on 3 issues of 10 values through the full machine: a round is one turn of each,
 * two moves; and what it costs to set a session up.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 2, jvmArgs = "-Xmx1g")
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class SessionBenchmark {
  private static final int ROUNDS = 1_000;

  private Agenda agenda;
  private Profile first;
  private Profile second;
  private Session session;
  private long seed;

  /** Draws up the agenda, the profiles and the session. */
  @Setup
  public void sit() {
    agenda =
        Agenda.builder()
            .principal("north", "North")
            .principal("south", "South")
            .issue("a", Scale.quantity(0, 9, "units"))
            .issue("b", Scale.quantity(0, 9, "units"))
            .issue("c", Scale.quantity(0, 9, "units"))
            .build();
    first = profile("north", "0", "1");
    second = profile("south", "1", "0");
    session = session();
  }

  private Profile profile(String party, String least, String most) {
    return AdditiveProfile.on(OutcomeSpace.of(agenda), party)
        .issue("a", "0.5", Evaluation.linear(least, most))
        .issue("b", "0.3", Evaluation.linear(least, most))
        .issue("c", "0.2", Evaluation.linear(least, most))
        .reservation("0.5001")
        .build();
  }

  private Session session() {
    return Session.of(
            Negotiation.about(agenda),
            Participant.of(first, Strategy.of(Bidding.randomWalker())),
            Participant.of(second, Strategy.of(Bidding.randomWalker())))
        .within(ROUNDS);
  }

  /** A round of a session in which nothing can be agreed. */
  @Benchmark
  @OperationsPerInvocation(ROUNDS)
  public SessionResult round() {
    return session.play(seed++);
  }

  /** A session: both tables, and all checks. */
  @Benchmark
  public Session setUp() {
    return session();
  }

  /** The table of one party: 1,000 outcomes. */
  @Benchmark
  public UtilityTable table() {
    return UtilityTable.of(first);
  }
}
