package dev.parley.analysis.bargaining;

import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Terms;
import dev.parley.agenda.Value;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A place in an outcome space that moves from outcome to outcome, so that looking at a million of
 * them makes no object for each. A preference that is asked of a cursor reads it and keeps nothing
 * of it. Not immutable, and for one thread only.
 */
public final class Cursor {
  private static final BigInteger FARTHEST = BigInteger.valueOf(Long.MAX_VALUE);

  private final OutcomeSpace space;
  private final long[] counts;
  private final long[] indices;
  private long number;

  Cursor(OutcomeSpace space) {
    this.space = space;
    List<Issue> issues = space.issues();
    this.counts = new long[issues.size()];
    for (int i = 0; i < counts.length; i++) {
      BigInteger count = space.order(i).count();
      if (count.compareTo(FARTHEST) > 0) {
        throw new IllegalArgumentException(
            "issue (%s) has %s values, more than a cursor can number (%s): take fewer items or a coarser step"
                .formatted(issues.get(i).id(), Words.grouped(count), Words.grouped(FARTHEST)));
      }
      counts[i] = count.longValueExact();
    }
    this.indices = new long[counts.length];
  }

  /** {@return the space that it moves in} */
  public OutcomeSpace space() {
    return space;
  }

  /**
   * {@return where it stands: the number of the outcome, from 0; for those beyond, the last number
   * that a long holds}
   */
  public long number() {
    return number;
  }

  /**
   * {@return which value the outcome has on an issue, without making an object: the number of the
   * value in its scale's order, from 0}
   *
   * @param place the place of the issue in {@link OutcomeSpace#issues}, from 0
   */
  public long index(int place) {
    return indices[place];
  }

  /**
   * {@return the value that the outcome has on an issue}
   *
   * @param issue an issue of the space
   * @throws IllegalArgumentException if it is not an issue of the space
   */
  public Value value(IssueId issue) {
    int place = space.place(issue);
    return space.order(place).at(indices[place]);
  }

  /** {@return the outcome as terms, which stay when the cursor moves on: the complete package} */
  public Terms terms() {
    Map<IssueId, Value> values = new LinkedHashMap<>();
    for (int i = 0; i < indices.length; i++) {
      values.put(space.issues().get(i).id(), space.order(i).at(indices[i]));
    }
    return Terms.of(values);
  }

  /**
   * Moves to an outcome.
   *
   * @param to its number, from 0, below the size of the space
   * @throws IllegalArgumentException if there is none with this number
   */
  public void moveTo(long to) {
    if (to < 0 || BigInteger.valueOf(to).compareTo(space.size()) >= 0) {
      throw new IllegalArgumentException(
          "outcome (%s) does not exist: there are %s, numbered from 0".formatted(to, space.size()));
    }
    long rest = to;
    for (int i = counts.length - 1; i >= 0; i--) {
      indices[i] = rest % counts[i];
      rest /= counts[i];
    }
    number = to;
  }

  /**
   * Moves to the next outcome.
   *
   * @return whether there was one; without one it stays
   */
  public boolean next() {
    int i = counts.length - 1;
    while (i >= 0 && indices[i] == counts[i] - 1) {
      i--;
    }
    if (i < 0) {
      return false;
    }
    indices[i]++;
    for (int j = i + 1; j < counts.length; j++) {
      indices[j] = 0;
    }
    number++;
    return true;
  }

  /** Moves to an outcome that lies in the space. */
  void moveTo(Terms terms) {
    for (int i = 0; i < counts.length; i++) {
      Value value = terms.on(space.issues().get(i).id()).orElseThrow();
      indices[i] = space.order(i).indexOf(value).longValueExact();
    }
    number = space.number(terms).min(FARTHEST).longValue();
  }
}
