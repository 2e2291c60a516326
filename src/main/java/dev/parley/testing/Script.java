package dev.parley.testing;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.demand.Demand;
import dev.parley.report.Transcript;
import dev.parley.rules.Registry;
import dev.parley.scenario.DemandKinds;
import dev.parley.scenario.Layout;
import dev.parley.scenario.Scenario;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Outcome;
import dev.parley.talks.Outcome.Accepted;
import dev.parley.talks.Refusal;
import dev.parley.talks.Rule;
import dev.parley.talks.RuleBook;
import dev.parley.talks.Shape;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A play before it is played: who negotiates about what, by which rules, and what is tried, in
 * order. The moves do not depend on the state: an acceptance names its offer by content. A move
 * that is refused changes nothing, and the next one is tried. So any move can be taken out of a
 * script and the rest still plays, which is what lets it shrink. Immutable.
 *
 * @param start the negotiation before the first move: new, or one with a past
 * @param moves what is tried, in order, legal or not
 */
public record Script(Negotiation start, ImmutableList<Move> moves) {
  /** How many moves are told in full where a script is printed. */
  private static final int SHORT = 12;

  /**
   * Makes a script that begins at the beginning.
   *
   * @param agenda who negotiates about what
   * @param rules the rules beyond the machine's own laws
   * @param moves what is tried, in order, legal or not
   */
  public Script(Agenda agenda, RuleBook rules, ImmutableList<Move> moves) {
    this(Negotiation.about(agenda, rules), moves);
  }

  /**
   * {@return a script}
   *
   * @param start the negotiation before the first move
   * @param moves what is tried, in order
   */
  public static Script of(Negotiation start, Move... moves) {
    return new Script(start, ImmutableList.copyOf(moves));
  }

  /** {@return who negotiates about what: the agenda at the very beginning} */
  public Agenda agenda() {
    return start.firstAgenda();
  }

  /** {@return the rules beyond the machine's own laws} */
  public RuleBook rules() {
    return start.ruleBook();
  }

  /** {@return whether something happened before the first move: whether the start has a past} */
  public boolean hasPast() {
    return start.chronicle().size() > 0;
  }

  /**
   * {@return this script with other moves}
   *
   * @param others what is tried instead
   */
  public Script withMoves(List<Move> others) {
    return new Script(start, ImmutableList.copyOf(others));
  }

  /**
   * {@return this script under other names, by which no verdict may change}
   *
   * @param names another identifier for each actor, all of them different
   * @throws IllegalArgumentException if it {@linkplain #hasPast() has a past}
   */
  public Script renamed(UnaryOperator<ActorId> names) {
    return on(Transposed.renamed(agenda(), names));
  }

  /**
   * {@return this script with all quantities larger by a factor, by which no verdict may change}
   *
   * @param factor above zero
   * @throws IllegalArgumentException if it {@linkplain #hasPast() has a past}
   */
  public Script scaled(BigDecimal factor) {
    return on(Transposed.scaled(agenda(), factor));
  }

  private Script on(Transposed other) {
    if (hasPast()) {
      throw new IllegalArgumentException(
          "script with a past of (%s) entries cannot be rewritten: rewrite its negotiation"
              .formatted(start.chronicle().size()));
    }
    return new Script(other.agenda(), rules(), ImmutableList.copyOf(other.moves(moves)));
  }

  /**
   * Plays it.
   *
   * @return what was accepted, what was refused, and every negotiation on the way
   */
  public Course course() {
    return course(Negotiation::apply);
  }

  /**
   * Plays it before another judge than {@link Negotiation#apply}: {@code Negotiation::record}, or a
   * wrapper of one's own that is under test.
   *
   * @param judge what comes of a move
   * @return what was accepted, what was refused, and every negotiation on the way
   */
  public Course course(BiFunction<Negotiation, Move, Outcome> judge) {
    ImmutableList.Builder<Negotiation> states = ImmutableList.builder();
    ImmutableList.Builder<Move> accepted = ImmutableList.builder();
    ImmutableList.Builder<Refusal> refusals = ImmutableList.builder();
    Negotiation now = start;
    states.add(now);
    for (Move move : moves) {
      Outcome outcome = judge.apply(now, move);
      if (outcome instanceof Accepted) {
        now = outcome.negotiation();
        states.add(now);
        accepted.add(move);
      } else {
        refusals.add((Refusal) outcome);
      }
    }
    return new Course(states.build(), accepted.build(), refusals.build());
  }

  /**
   * Returns the simplest script that still fails: with the fewest moves, on the smallest agenda,
   * with the plainest values. For use without an engine that shrinks.
   *
   * @param fails whether a script fails; this one must
   * @return a script that fails, of which nothing simpler fails
   * @throws IllegalArgumentException if this script does not fail
   */
  public Script simplest(Predicate<? super Script> fails) {
    return Minimiser.minimise(this, SimplerScripts.ALL, fails);
  }

  /**
   * {@return the script as people read it: the transcript of what was accepted, and below it what
   * was refused; lines of at most 100 columns, each ended by a line feed}
   */
  public String transcript() {
    Course course = course();
    return Transcript.of(course.end()).titled("A play of " + words(course)).text()
        + refused(course, "");
  }

  /**
   * {@return what was accepted as the text of a scenario file, with what was refused in comments
   * before its end mark, which {@link Scenario#parse} reads}
   */
  public String scenario() {
    Course course = course();
    String text =
        Scenario.builder()
            .title("A play of " + words(course))
            .negotiation(course.end())
            .build()
            .write(Layout.READABLE, kinds(course), registry());
    int end = text.lastIndexOf("...");
    return text.substring(0, end) + refused(course, "# ") + text.substring(end);
  }

  /** What a test is written for. */
  public enum Engine {
    /** JUnit 5, without jqwik. */
    JUNIT("org.junit.jupiter.api.Test"),
    /** jqwik. */
    JQWIK("net.jqwik.api.Example");

    private final String annotation;

    Engine(String annotation) {
      this.annotation = annotation;
    }
  }

  /**
   * Returns the Java source of a test class for jqwik that plays this script.
   *
   * @param name the name of the test, such as {@code nobody_accepts_twice}
   * @param statement what is asserted, in terms of {@code script}, such as {@code
   *     assertThat(script.course().end()).isOver();}
   * @return the class, with what it imports
   */
  public String javaTest(String name, String statement) {
    return javaTest(Engine.JQWIK, name, statement);
  }

  /**
   * Returns the Java source of a test class that plays this script. It compiles as it is. A rule
   * that is neither ready-made nor a public record of enum constants, texts and numbers stands
   * there as a constant, named after its id, that finds nothing: put the rule in its place.
   *
   * @param engine what the test is written for
   * @param name the name of the test, such as {@code nobody_accepts_twice}
   * @param statement what is asserted, in terms of {@code script}, such as {@code
   *     assertThat(script.course().end()).isOver();}
   * @return the class, with what it imports
   */
  public String javaTest(Engine engine, String name, String statement) {
    Optional<String> past = hasPast() ? Optional.of(of(start).scenario()) : Optional.empty();
    return new ScriptSource(start, past, moves)
        .test(engine.annotation, name, statement, transcript());
  }

  /** The rules of readers that know the script's own. */
  private Registry registry() {
    Registry registry = Registry.readyMade();
    for (Rule rule : rules().rules()) {
      if (!registry.names().contains(rule.id())) {
        registry = registry.and(rule.id(), parameters -> rule);
      }
    }
    return registry;
  }

  /** The kinds of readers that know the script's own. */
  private static DemandKinds kinds(Course course) {
    DemandKinds kinds = DemandKinds.READY_MADE;
    for (Move move : course.moves()) {
      Optional<Demand> demand = move.act().value(Shape.DEMAND);
      if (demand.isPresent() && !kinds.names().contains(demand.get().kind())) {
        kinds = kinds.with(demand.get().kind(), said -> demand.get());
      }
    }
    return kinds;
  }

  private static String words(Course course) {
    int many = course.moves().size();
    return many == 1 ? "one move" : many + " moves";
  }

  private static String refused(Course course, String mark) {
    if (course.refusals().isEmpty()) {
      return "";
    }
    return course.refusals().stream()
        .map(
            r ->
                "  after %s: %s"
                    .formatted(
                        r.negotiation().chronicle().size() == 0
                            ? "nothing"
                            : "[" + r.negotiation().chronicle().size() + "]",
                        r.message()))
        .flatMap(String::lines)
        .map(line -> mark + line + "\n")
        .collect(Collectors.joining("", mark + "Refused:\n", ""));
  }

  /**
   * {@return the transcript of a play of up to 12 moves; of a longer one how it begins and how the
   * transcript can be seen, so that a failure tells the play that it came down to, and not the one
   * that it was found by}
   */
  @Override
  public String toString() {
    String transcript = transcript();
    return moves.size() <= SHORT
        ? transcript
        : "%s%n(%s moves in all: see its transcript(), scenario() or javaTest(...))"
            .formatted(transcript.lines().findFirst().orElse(""), moves.size());
  }

  /**
   * What came of a {@link Script}: the moves that were accepted, the negotiation before the first
   * and after each of them, and the moves that were refused. Immutable.
   *
   * @param states the negotiations, one more than moves
   * @param moves the moves that were accepted, in order
   * @param refusals the moves that were refused, in order, each with the negotiation as it stood
   */
  public record Course(
      ImmutableList<Negotiation> states,
      ImmutableList<Move> moves,
      ImmutableList<Refusal> refusals) {
    /** {@return the negotiation before the first move} */
    public Negotiation start() {
      return states.get(0);
    }

    /** {@return the negotiation after the last move: the end, which need not be over} */
    public Negotiation end() {
      return states.get(states.size() - 1);
    }

    /**
     * Holds something against every negotiation on the way, in order: an invariant.
     *
     * @param invariant what throws where a negotiation does not keep it
     * @return this
     * @throws AssertionError if it does not hold, which says after which move
     */
    public Course peek(Consumer<? super Negotiation> invariant) {
      for (int i = 0; i < states.size(); i++) {
        Negotiation talks = states.get(i);
        holds(i, () -> invariant.accept(talks));
      }
      return this;
    }

    /**
     * Holds something against every step, in order.
     *
     * @param invariant what throws where a step does not keep it
     * @return this
     * @throws AssertionError if it does not hold, which says at which move
     */
    public Course peek(StepCheck invariant) {
      for (int i = 0; i < moves.size(); i++) {
        int step = i;
        holds(
            i + 1, () -> invariant.check(states.get(step), moves.get(step), states.get(step + 1)));
      }
      return this;
    }

    private static String words(Move move) {
      return move.by() + ": " + move.act().kind().words();
    }

    private void holds(int after, Runnable check) {
      try {
        check.run();
      } catch (AssertionError broken) {
        throw new AssertionError(
            after == 0
                ? "broken before the first move: " + broken.getMessage()
                : "broken after move %s (%s): %s"
                    .formatted(after, words(moves.get(after - 1)), broken.getMessage()),
            broken);
      }
    }

    @Override
    public String toString() {
      return "a course of %s moves, %s refused".formatted(moves.size(), refusals.size());
    }
  }

  /** What each step of a play must keep. */
  @FunctionalInterface
  public interface StepCheck {
    /**
     * Checks a step; throws where it is not kept.
     *
     * @param before the negotiation before the move
     * @param move the move
     * @param after the negotiation after it
     */
    void check(Negotiation before, Move move, Negotiation after);
  }
}
