package dev.parley.bench;

import dev.parley.agenda.Issue;
import dev.parley.agenda.Scale;
import dev.parley.analysis.bargaining.AdditiveProfile;
import dev.parley.analysis.bargaining.BargainingProblem;
import dev.parley.analysis.bargaining.BargainingProblem.Method;
import dev.parley.analysis.bargaining.Evaluation;
import dev.parley.analysis.bargaining.Fraction;
import dev.parley.analysis.bargaining.Frontier;
import dev.parley.analysis.bargaining.Frontier.Solution;
import dev.parley.analysis.bargaining.OutcomeSpace;
import dev.parley.analysis.bargaining.SolutionConcept;
import java.util.ArrayList;
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
 * The frontier and all seven concepts of a random linear additive problem of two parties, issues of
 * ten values each and numbers to six places: scaling, merging or enumeration, and picking.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 2, jvmArgs = "-Xmx1g")
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class BargainingBenchmark {
  /** What is looked at. */
  public enum Case {
    /** A million outcomes, merged. */
    MILLION_MERGED(6, false, Method.MERGING),
    /** A million outcomes, all looked at. */
    MILLION_ENUMERATED(6, false, Method.ENUMERATION),
    /** A million outcomes, all looked at by one thread. */
    MILLION_BY_ONE_THREAD(6, false, Method.SEQUENTIAL_ENUMERATION),
    /** A hundred thousand outcomes, what one gains the other loses, merged. */
    OPPOSED_MERGED(5, true, Method.MERGING),
    /** A million million outcomes, merged. */
    MILLION_MILLION_MERGED(12, false, Method.MERGING);

    private final int issues;
    private final boolean opposed;
    private final Method method;

    Case(int issues, boolean opposed, Method method) {
      this.issues = issues;
      this.opposed = opposed;
      this.method = method;
    }
  }

  /** The case. */
  @Param public Case problem;

  private BargainingProblem ready;

  /** Draws the numbers. */
  @Setup
  public void draw() {
    Random random = new Random(6);
    List<Issue> issues = new ArrayList<>();
    for (int i = 0; i < problem.issues; i++) {
      issues.add(Issue.of("issue" + i, Scale.quantity(0, 9, "units")));
    }
    OutcomeSpace space = OutcomeSpace.of(issues);
    AdditiveProfile.Builder one = AdditiveProfile.on(space, "one").reservation("0.5");
    AdditiveProfile.Builder two =
        AdditiveProfile.on(space, "two").reservation(problem.opposed ? "0.1" : "0.45");
    for (Issue issue : issues) {
      Evaluation.Table first = Evaluation.table();
      Evaluation.Table second = Evaluation.table();
      for (int v = 0; v < 10; v++) {
        int mine = random.nextInt(1_000_001);
        int yours = problem.opposed ? 1_000_000 - mine : random.nextInt(1_000_001);
        first = first.value("" + v, Fraction.of(mine, 1_000_000));
        second = second.value("" + v, Fraction.of(yours, 1_000_000));
      }
      Fraction weight = Fraction.of(50_000 + random.nextInt(100_000), 1_000_000);
      one.issue(issue.id(), weight, first);
      two.issue(
          issue.id(),
          problem.opposed ? weight : Fraction.of(50_000 + random.nextInt(100_000), 1_000_000),
          second);
    }
    ready = BargainingProblem.of(space, one.build(), two.build()).by(problem.method);
    Frontier frontier = ready.frontier();
    System.out.printf(
        "%s: %s outcomes, %s efficient, complete: %s%n",
        problem, space.size(), frontier.efficient().size(), frontier.isComplete());
  }

  /** The frontier, then what every concept picks. */
  @Benchmark
  public List<Solution> solved() {
    Frontier frontier = ready.frontier();
    List<Solution> solutions = new ArrayList<>();
    for (SolutionConcept concept : SolutionConcept.values()) {
      solutions.add(frontier.solution(concept));
    }
    return solutions;
  }
}
