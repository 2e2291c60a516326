package dev.parley.explore;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A sentence about all plays, and how to tell whether it is true: {@code an agreement comes before
 * the deadline}. How to choose among the kinds: {@link #always} and {@link #never} for what each
 * state must keep or avoid, {@link #everyStep} for what each move must keep, {@link #sometimes} for
 * what must be possible at all, {@link #everyPlayCanEnd} and {@link #everyPlayEnds} for the end.
 *
 * <p>An {@code always} that is true because its case never arises says nothing. Put it {@link
 * #beside} a {@code sometimes}, and it is reported as vacuous when that is never met. Immutable.
 *
 * @param <S> the states
 * @param <M> the moves
 */
public final class Property<S, M> {
  /** What kind of sentence it is. */
  public enum Kind {
    /** True in each state, or of each step. Safety. */
    ALWAYS,
    /** True in no state. Safety. */
    NEVER,
    /** True in one state at least. */
    SOMETIMES,
    /** From each state before the end, an end can be reached. Follows from {@link #ENDS}. */
    CAN_END,
    /** Each play comes to an end, however it is played. CTL's {@code AF over}. */
    ENDS
  }

  /**
   * What a step must keep.
   *
   * @param <S> the states
   * @param <M> the moves
   */
  @FunctionalInterface
  public interface StepTest<S, M> {
    /**
     * {@return whether a step is as it should be}
     *
     * @param before the state before the move
     * @param move the move
     * @param after the state after the move
     */
    boolean test(S before, M move, S after);
  }

  private final Kind kind;
  private final String sentence;
  private final @Nullable Predicate<? super S> states;
  private final @Nullable StepTest<? super S, ? super M> steps;
  private final @Nullable Property<S, M> beside;
  private final @Nullable String source;

  private Property(
      Kind kind,
      String sentence,
      @Nullable Predicate<? super S> states,
      @Nullable StepTest<? super S, ? super M> steps,
      @Nullable Property<S, M> beside,
      @Nullable String source) {
    if (sentence.isBlank()) {
      throw new IllegalArgumentException("property: the sentence must not be empty");
    }
    this.kind = kind;
    this.sentence = sentence;
    this.states = states;
    this.steps = steps;
    this.beside = beside;
    this.source = source;
  }

  /**
   * {@return a property that each reachable state must have}
   *
   * @param sentence what is always true
   * @param test tells whether it is true in a state
   * @param <S> the states
   * @param <M> the moves
   */
  public static <S, M> Property<S, M> always(String sentence, Predicate<? super S> test) {
    return new Property<>(Kind.ALWAYS, sentence, Objects.requireNonNull(test), null, null, null);
  }

  /**
   * {@return a property that no reachable state may have}
   *
   * @param sentence what never happens
   * @param test tells whether it is so in a state
   * @param <S> the states
   * @param <M> the moves
   */
  public static <S, M> Property<S, M> never(String sentence, Predicate<? super S> test) {
    return new Property<>(Kind.NEVER, sentence, Objects.requireNonNull(test), null, null, null);
  }

  /**
   * {@return a property that one reachable state at least must have}
   *
   * @param sentence what must be possible
   * @param test tells whether it is so in a state
   * @param <S> the states
   * @param <M> the moves
   */
  public static <S, M> Property<S, M> sometimes(String sentence, Predicate<? super S> test) {
    return new Property<>(Kind.SOMETIMES, sentence, Objects.requireNonNull(test), null, null, null);
  }

  /**
   * {@return a property that each step must have: {@code nobody goes back on an offer}} Of kind
   * {@link Kind#ALWAYS}.
   *
   * @param sentence what every step keeps
   * @param test tells whether a step keeps it
   * @param <S> the states
   * @param <M> the moves
   */
  public static <S, M> Property<S, M> everyStep(
      String sentence, StepTest<? super S, ? super M> test) {
    return new Property<>(Kind.ALWAYS, sentence, null, Objects.requireNonNull(test), null, null);
  }

  /**
   * {@return that no play that has not ended can get where no end can be reached any more} Judged
   * on the whole graph only.
   *
   * @param <S> the states
   * @param <M> the moves
   */
  public static <S, M> Property<S, M> everyPlayCanEnd() {
    return new Property<>(Kind.CAN_END, "every play can still end", null, null, null, null);
  }

  /**
   * {@return that no play goes on for ever and none gets stuck before its end} Judged on the whole
   * graph only, and without fairness: where the parties may wait for ever, they do.
   *
   * @param <S> the states
   * @param <M> the moves
   */
  public static <S, M> Property<S, M> everyPlayEnds() {
    return new Property<>(Kind.ENDS, "every play ends", null, null, null, null);
  }

  /**
   * Returns this property with a case that must be reached for it to say anything.
   *
   * @param sometimes a property of kind {@link Kind#SOMETIMES}
   * @return this property, reported as vacuous when the other is never met
   */
  public Property<S, M> beside(Property<S, M> sometimes) {
    if (sometimes.kind != Kind.SOMETIMES || kind == Kind.SOMETIMES) {
      throw new IllegalArgumentException(
          "property (%s): a sometimes stands beside another kind, not (%s) beside (%s)"
              .formatted(sentence, sometimes.kind, kind));
    }
    return new Property<>(kind, sentence, states, steps, sometimes, source);
  }

  /**
   * {@return this property with the Java expression that stands for it in the source of a test}
   *
   * @param expression such as {@code Haggling.IN_TIME}
   */
  public Property<S, M> writtenAs(String expression) {
    return new Property<>(kind, sentence, states, steps, beside, expression);
  }

  /** {@return the kind} */
  public Kind kind() {
    return kind;
  }

  /** {@return what the property says: one sentence} */
  public String sentence() {
    return sentence;
  }

  /** Returns what the property says, as it is printed beside a verdict. */
  String words() {
    return kind == Kind.NEVER ? "never: " + sentence : sentence;
  }

  /**
   * {@return the case that must be reached for the property to say anything: a property of kind
   * {@link Kind#SOMETIMES}, or empty}
   */
  public Optional<Property<S, M>> beside() {
    return Optional.ofNullable(beside);
  }

  /**
   * {@return the Java expression that stands for the property in the source of a test; where none
   * was given, the sentence as the name of a constant}
   */
  public String source() {
    return source != null ? source : name().toUpperCase(Locale.ROOT);
  }

  /** Returns the sentence as the name of a method. */
  String name() {
    String name =
        sentence.toLowerCase(Locale.ROOT).replaceAll("[^\\p{Alnum}]+", "_").replaceAll("^_|_$", "");
    return name.isEmpty() || Character.isDigit(name.charAt(0)) ? "it_holds_" + name : name;
  }

  boolean isLiveness() {
    return kind == Kind.CAN_END || kind == Kind.ENDS;
  }

  boolean watchesSteps() {
    return steps != null;
  }

  boolean watchesStates() {
    return states != null;
  }

  /** Returns whether the state settles the property: breaks a safety one, meets a sometimes. */
  boolean settledBy(S state) {
    return states != null && states.test(state) != (kind == Kind.ALWAYS);
  }

  /** Returns whether the step breaks the property. */
  boolean brokenBy(S before, M move, S after) {
    return steps != null && !steps.test(before, move, after);
  }

  @Override
  public String toString() {
    return kind + " " + sentence;
  }
}
