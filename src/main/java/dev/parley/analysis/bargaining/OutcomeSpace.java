package dev.parley.analysis.bargaining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Terms;
import dev.parley.agenda.Value;
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
public final class OutcomeSpace {
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
            "issue (%s) stands twice in the outcome space".formatted(issue.id()));
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
            Words.grouped(size),
            places.keySet().stream().map(IssueId::text).collect(Collectors.joining(", ")));
  }
}
