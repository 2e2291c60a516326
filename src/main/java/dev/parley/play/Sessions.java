package dev.parley.play;

import com.google.common.collect.ImmutableList;
import dev.parley.travel.RecordForm;
import java.io.Serializable;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;

/**
 * Many plays of one session, each with a seed of its own: number 5 of seed 7 is the same play
 * wherever and by whomever it is played. A part of them is {@code Sessions} too, and the
 * {@linkplain Tally tallies} of the parts merge into that of the whole, so a sweep can be shared
 * out among threads or machines: a part travels, is played where it arrives, and its tally travels
 * back. Immutable.
 *
 * @param session what is played
 * @param seed from which the seed of each play comes
 * @param from the number of the first play, from 0
 * @param to the number after the last play
 */
public record Sessions(Session session, long seed, long from, long to) implements Serializable {
  /** The most plays in one. */
  public static final long MOST = 1_000_000_000L;

  /**
   * Checks the numbers.
   *
   * @param session what is played
   * @param seed from which the seed of each play comes
   * @param from the number of the first play, from 0
   * @param to the number after the last play
   */
  public Sessions {
    if (from < 0 || to <= from || to - from > MOST) {
      throw new IllegalArgumentException(
          "plays from (%s) to (%s) must be one or more, %,d at most, and numbered from 0"
              .formatted(from, to, MOST));
    }
  }

  /**
   * {@return so many plays of a session}
   *
   * @param session what is played
   * @param plays how many, 1 or more
   * @param seed from which the seed of each play comes
   */
  public static Sessions of(Session session, long plays, long seed) {
    return new Sessions(session, seed, 0, plays);
  }

  /**
   * {@return these plays in so many parts of about the same size, in order; fewer where there are
   * fewer plays}
   *
   * @param parts how many, 1 or more
   */
  public ImmutableList<Sessions> split(int parts) {
    if (parts < 1) {
      throw new IllegalArgumentException("parts (%s) must be 1 or more".formatted(parts));
    }
    long count = Math.min(parts, to - from);
    return LongStream.range(0, count)
        .mapToObj(
            i ->
                new Sessions(
                    session,
                    seed,
                    from + (to - from) * i / count,
                    from + (to - from) * (i + 1) / count))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * {@return one of the plays, whole: what came of it}
   *
   * @param number which, as counted in the whole
   */
  public SessionResult play(long number) {
    return session.play(new SplittableRandom(seed + number * 0x9E3779B97F4A7C15L).nextLong());
  }

  /** {@return what came of all plays, by this thread: the tally} */
  public Tally tally() {
    Tally.Builder tally = new Tally.Builder(session);
    for (long number = from; number < to; number++) {
      tally.add(play(number));
    }
    return tally.build();
  }

  /**
   * {@return what came of all plays: the same tally by any number of threads}
   *
   * @param threads how many, 1 or more
   */
  public Tally tally(int threads) {
    return threads == 1
        ? tally()
        : split(threads).stream()
            .map(
                part ->
                    CompletableFuture.supplyAsync(part::tally, task -> new Thread(task).start()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .reduce(Tally::plus)
            .orElseThrow();
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
