package dev.parley.analysis.bargaining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Terms;
import dev.parley.agenda.Value;
import dev.parley.travel.Travelling;
import java.io.Serializable;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All complete packages over some issues: with a cease-fire of 3 levels and 0 to 10 hostages there
 * are 33 outcomes. No outcome is an object until it is asked for; each has a number, from 0, which
 * is the same wherever the same issues stand in the same order: the first issue counts slowest, the
 * last one fastest, and the values of an issue follow its scale (a checklist's first item counts 1,
 * its second 2, its third 4). Immutable.
 */
public final class OutcomeSpace implements Travelling {
  private final ImmutableList<Issue> issues;
  private final ImmutableMap<IssueId, Integer> places;
  private final ImmutableList<ValueOrder> orders;
  private final BigInteger size;

  private OutcomeSpace(ImmutableList<Issue> issues) {
    if (issues.isEmpty()) {
      throw new IllegalArgumentException("an outcome space needs one issue or more");
    }
    Map<IssueId, Integer> seen = new LinkedHashMap<>();
    for (Issue issue : issues) {
      if (seen.put(issue.id(), seen.size()) != null) {
        throw new IllegalArgumentException(
            "issue (%s) appears twice in the outcome space".formatted(issue.id()));
      }
    }
    this.issues = issues;
    this.places = ImmutableMap.copyOf(seen);
    this.orders =
        issues.stream()
            .map(i -> new ValueOrder(i.scale()))
            .collect(ImmutableList.toImmutableList());
    this.size = orders.stream().map(ValueOrder::count).reduce(BigInteger.ONE, BigInteger::multiply);
  }

  /**
   * {@return all outcomes on all issues of an agenda}
   *
   * @param agenda the agenda
   */
  public static OutcomeSpace of(Agenda agenda) {
    return new OutcomeSpace(agenda.issueList());
  }

  /**
   * {@return all outcomes on some issues}
   *
   * @param issues the issues, one or more, each once
   */
  public static OutcomeSpace of(List<Issue> issues) {
    return new OutcomeSpace(ImmutableList.copyOf(issues));
  }

  /** {@return the issues, the one that counts slowest first} */
  public ImmutableList<Issue> issues() {
    return issues;
  }

  /** {@return how many outcomes there are: the exact number} */
  public BigInteger size() {
    return size;
  }

  /**
   * {@return how many values an issue can take, two or more}
   *
   * @param issue an issue of this space
   * @throws IllegalArgumentException if it is not an issue of this space
   */
  public BigInteger values(IssueId issue) {
    return orders.get(place(issue)).count();
  }

  /**
   * {@return an outcome: the complete package}
   *
   * @param number its number, from 0, below {@link #size}
   * @throws IllegalArgumentException if there is none with this number
   */
  public Terms outcome(BigInteger number) {
    if (number.signum() < 0 || number.compareTo(size) >= 0) {
      throw new IllegalArgumentException(
          "outcome (%s) does not exist: there are %s, numbered from 0".formatted(number, size));
    }
    Map<IssueId, Value> values = new LinkedHashMap<>();
    BigInteger rest = number;
    for (int i = issues.size() - 1; i >= 0; i--) {
      BigInteger[] parts = rest.divideAndRemainder(orders.get(i).count());
      values.put(issues.get(i).id(), orders.get(i).at(parts[1]));
      rest = parts[0];
    }
    return Terms.of(values);
  }

  /**
   * {@return an outcome: the complete package}
   *
   * @param number its number, from 0, below {@link #size}
   * @throws IllegalArgumentException if there is none with this number
   */
  public Terms outcome(long number) {
    return outcome(BigInteger.valueOf(number));
  }

  /**
   * {@return the number of an outcome, from 0}
   *
   * @param terms a value on each issue of this space, and on no other
   * @throws IllegalArgumentException if a value is missing, off its scale or on another issue
   */
  public BigInteger number(Terms terms) {
    check(terms);
    BigInteger number = BigInteger.ZERO;
    for (int i = 0; i < issues.size(); i++) {
      Value value = terms.on(issues.get(i).id()).orElseThrow();
      number = number.multiply(orders.get(i).count()).add(orders.get(i).indexOf(value));
    }
    return number;
  }

  private void check(Terms terms) {
    for (IssueId issue : terms.issues()) {
      issues.get(place(issue)).scale().check(issue.text(), terms.on(issue).orElseThrow());
    }
    String missing =
        issues.stream()
            .map(Issue::id)
            .filter(i -> terms.on(i).isEmpty())
            .map(IssueId::text)
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "terms (%s) are no outcome: they leave open (%s). Give a value on every issue"
              .formatted(terms, missing));
    }
  }

  /**
   * {@return a cursor at the outcome with number 0: a cursor of one's own, which no other thread
   * may move}
   */
  public Cursor cursor() {
    return new Cursor(this);
  }

  /** Returns the place of an issue of this space. */
  int place(IssueId issue) {
    Integer place = places.get(issue);
    if (place == null) {
      throw new IllegalArgumentException(noSuch(issue));
    }
    return place;
  }

  boolean has(IssueId issue) {
    return places.containsKey(issue);
  }

  String noSuch(IssueId issue) {
    return "issue (%s) is not in the outcome space. Issues: %s"
        .formatted(
            issue, places.keySet().stream().map(IssueId::text).collect(Collectors.joining(", ")));
  }

  ValueOrder order(int place) {
    return orders.get(place);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OutcomeSpace space && space.issues.equals(issues);
  }

  @Override
  public int hashCode() {
    return issues.hashCode();
  }

  /** {@return the size and the issues, such as {@code 33 outcomes over cease-fire, hostages}} */
  @Override
  public String toString() {
    return "%s outcomes over %s"
        .formatted(
            LargeNumbers.grouped(size),
            places.keySet().stream().map(IssueId::text).collect(Collectors.joining(", ")));
  }

  /**
   * A place in an outcome space that moves from outcome to outcome, so that looking at a million of
   * them makes no object for each. A preference that is asked of a cursor reads it and keeps
   * nothing of it. Not immutable, and for one thread only.
   */
  public static final class Cursor {
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
                  .formatted(
                      issues.get(i).id(),
                      LargeNumbers.grouped(count),
                      LargeNumbers.grouped(FARTHEST)));
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
     * {@return where it stands: the number of the outcome, from 0; for those beyond, the last
     * number that a long holds}
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
            "outcome (%s) does not exist: there are %s, numbered from 0"
                .formatted(to, space.size()));
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

  private Object writeReplace() {
    return new Form(issues);
  }

  /** What travels in its place. */
  private record Form(ImmutableList<Issue> issues) implements Serializable {
    private Object readResolve() {
      return new OutcomeSpace(issues);
    }
  }
}
