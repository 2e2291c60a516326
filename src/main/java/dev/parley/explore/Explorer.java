package dev.parley.explore;

import com.google.common.collect.ImmutableList;
import dev.parley.explore.Exploration.SearchProgress;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Visits every state of a model that can be reached, nearest first, and judges properties. It goes
 * level by level, so that the counterexample that it finds is a shortest one; among those it takes
 * the one whose moves come first in the model's order, on every run and with any number of threads.
 *
 * <p>Bounds on states, depth, time and memory end it early; then the {@link Exploration} says to
 * which depth it is complete, and nothing is ever concluded from what was not visited. Without a
 * bound it goes on until there is nothing new or the Java heap is full.
 *
 * <p>It holds its states in memory, in 4 bytes each for the state, its parent and its move, and 11
 * to 23 bytes in a hash table, besides what the state itself takes. Immutable: each setting gives a
 * new explorer.
 *
 * @param <S> the states
 * @param <M> the moves
 */
public final class Explorer<S, M> {
  /** The most states that an explorer can number. */
  public static final int MOST_STATES = Store.MOST;

  private final ExplorerSettings<S, M> settings;

  private Explorer(ExplorerSettings<S, M> settings) {
    this.settings = settings;
  }

  /**
   * {@return an explorer without properties and bounds, on one thread}
   *
   * @param model the model
   * @param <S> the states
   * @param <M> the moves
   */
  public static <S, M> Explorer<S, M> of(Model<S, M> model) {
    return new Explorer<>(new ExplorerSettings<>(model));
  }

  /**
   * {@return an explorer that judges further properties}
   *
   * @param properties the properties, with a sentence each that no other has
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // they are read only
  public final Explorer<S, M> check(Property<S, M>... properties) {
    ImmutableList<Property<S, M>> all =
        ImmutableList.<Property<S, M>>builder().addAll(settings.properties).add(properties).build();
    long sentences = all.stream().map(Property::sentence).distinct().count();
    if (sentences < all.size()) {
      throw new IllegalArgumentException(
          "properties (%s) must have different sentences".formatted(all));
    }
    return with(s -> s.properties = all);
  }

  /**
   * {@return an explorer that works with several threads} What it finds does not depend on their
   * number.
   *
   * @param threads from 1 to 64
   */
  public Explorer<S, M> threads(int threads) {
    require(threads >= 1 && threads <= 64, "threads", threads, "be from 1 to 64");
    return with(s -> s.threads = threads);
  }

  /**
   * {@return an explorer that looks at so many states at most}
   *
   * @param states 1 or more
   */
  public Explorer<S, M> maxStates(int states) {
    require(
        states >= 1 && states <= MOST_STATES, "max states", states, "be from 1 to " + MOST_STATES);
    return with(s -> s.maxStates = states);
  }

  /**
   * {@return an explorer that makes so many moves in a row at most}
   *
   * @param depth 0 or more; the starts have depth 0
   */
  public Explorer<S, M> maxDepth(int depth) {
    require(depth >= 0, "max depth", depth, "be 0 or more");
    return with(s -> s.maxDepth = depth);
  }

  /**
   * {@return an explorer that ends after some time} It looks at the clock after some ten thousand
   * moves, so that it may take a little longer.
   *
   * @param time above zero
   * @param nanos the clock: nanoseconds since any moment, such as {@code System::nanoTime}
   */
  public Explorer<S, M> maxTime(Duration time, LongSupplier nanos) {
    if (time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException("max time (%s) must be above zero".formatted(time));
    }
    return with(
        s -> {
          s.maxTime = time;
          s.clock = nanos;
        });
  }

  /**
   * {@return an explorer that ends when it holds so much, by its own estimate: its arrays, and the
   * states at the size that is given here}
   *
   * @param bytes 1 or more
   * @param bytesOfState what one state takes, 0 or more; a record of six numbers takes 40
   */
  public Explorer<S, M> maxBytes(long bytes, int bytesOfState) {
    require(bytes >= 1, "max bytes", bytes, "be 1 or more");
    require(bytesOfState >= 0, "bytes of a state", bytesOfState, "be 0 or more");
    return with(
        s -> {
          s.maxBytes = bytes;
          s.bytesOfState = bytesOfState;
        });
  }

  /**
   * {@return an explorer that stops as soon as a safety property is violated} Otherwise it goes on
   * and gives one counterexample, a shortest, for each property.
   */
  public Explorer<S, M> stopAtFirstViolation() {
    return with(s -> s.stopping = true);
  }

  /**
   * {@return an explorer that examines the model in so many states: whether it is deterministic and
   * whether the states compare by value} They are the first ones, and further on every thousandth.
   *
   * @param states 0 or more; 1000 unless given. 0 trusts the model
   */
  public Explorer<S, M> sample(int states) {
    require(states >= 0, "sample", states, "be 0 or more");
    return with(s -> s.sample = states);
  }

  /**
   * {@return an explorer that tells how it gets on, from the thread that called {@link #explore}}
   *
   * @param every how often at most
   * @param nanos the clock: nanoseconds since any moment, such as {@code System::nanoTime}
   * @param listener what is told
   */
  public Explorer<S, M> onProgress(
      Duration every, LongSupplier nanos, Consumer<? super SearchProgress> listener) {
    return with(
        s -> {
          s.interval = every;
          s.clock = nanos;
          s.listener = listener;
        });
  }

  /**
   * {@return an explorer that tells after each level how it gets on, without a clock and so without
   * a rate}
   *
   * @param listener what is told
   */
  public Explorer<S, M> onLevel(Consumer<? super SearchProgress> listener) {
    return with(
        s -> {
          s.interval = null;
          s.listener = listener;
        });
  }

  /**
   * Explores.
   *
   * @return what was found; never an exception for what the model does, nor for a bound
   */
  public Exploration<S, M> explore() {
    try (WorkerThreads threads = new WorkerThreads(settings.threads)) {
      Search<S, M> search = new Search<>(settings, threads);
      return new Judge<>(settings, search, search.run()).judge();
    }
  }

  private Explorer<S, M> with(Consumer<ExplorerSettings<S, M>> change) {
    ExplorerSettings<S, M> changed = settings.copy();
    change.accept(changed);
    return new Explorer<>(changed);
  }

  private static void require(boolean law, String name, long value, String words) {
    if (!law) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s (%d) must %s", name, value, words));
    }
  }
}
