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
 * The frontier and all concepts that need no power, of a random linear additive problem of two
 * parties, issues of ten values each and numbers to six or sixteen places: scaling, merging or
 * enumeration, and picking.
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
    MILLION_MERGED(6, false, Method.MERGING, 6),
    /** A million outcomes, all looked at. */
    MILLION_ENUMERATED(6, false, Method.ENUMERATION, 6),
    /** A million outcomes worth numbers that fit no long, all looked at. */
    MILLION_OF_SIXTEEN_DIGITS(6, false, Method.ENUMERATION, 16),
    /** A million outcomes, all looked at by one thread. */
    MILLION_BY_ONE_THREAD(6, false, Method.SEQUENTIAL_ENUMERATION, 6),
    /** A hundred thousand outcomes, what one gains the other loses, merged. */
    OPPOSED_MERGED(5, true, Method.MERGING, 6),
    /** A million million outcomes, merged. */
    MILLION_MILLION_MERGED(12, false, Method.MERGING, 6);

    private final int issues;
    private final boolean opposed;
    private final Method method;
    private final long units;

    Case(int issues, boolean opposed, Method method, int digits) {
      this.issues = issues;
      this.opposed = opposed;
      this.method = method;
      this.units = (long) Math.pow(10, digits);
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
        long mine = random.nextLong(problem.units + 1);
        long yours = problem.opposed ? problem.units - mine : random.nextLong(problem.units + 1);
        first = first.value("" + v, Fraction.of(mine, problem.units));
        second = second.value("" + v, Fraction.of(yours, problem.units));
      }
      Fraction weight = weight(random);
      one.issue(issue.id(), weight, first);
      two.issue(issue.id(), problem.opposed ? weight : weight(random), second);
    }
    ready = BargainingProblem.of(space, one.build(), two.build()).by(problem.method);
    Frontier frontier = ready.frontier();
    System.out.printf(
        "%s: %s outcomes, %s efficient, complete: %s%n",
        problem, space.size(), frontier.efficient().size(), frontier.isComplete());
  }

  private Fraction weight(Random random) {
    long unit = problem.units;
    return Fraction.of(unit / 20 + random.nextLong(unit / 10), unit);
  }

  /** The frontier, then what every concept picks. */
  @Benchmark
  public List<Solution> solved() {
    Frontier frontier = ready.frontier();
    List<Solution> solutions = new ArrayList<>();
    for (SolutionConcept concept : frontier.concepts()) {
      solutions.add(frontier.solution(concept));
    }
    return solutions;
  }
}
