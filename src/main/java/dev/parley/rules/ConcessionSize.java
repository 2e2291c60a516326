package dev.parley.rules;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import dev.parley.agenda.IssueId;
import dev.parley.progress.StepKind;
import dev.parley.talks.Finding;
import dev.parley.talks.Move;
import dev.parley.talks.Rule;
import dev.parley.talks.Situation;
import java.math.BigDecimal;
import java.util.stream.Collectors;

/**
 * Whoever concedes, concedes at least so much: on pay half a point, on staff one writer. A smaller
 * step is fine where it closes the gap; a step of unknown size is left alone, and so is one that
 * only makes the common ground wider. Immutable.
 *
 * @param least the least concession by issue, in the unit of its scale, above zero; written {@code
 *     rise 0.5; staff 1}
 * @param severity what breaking it means; illegal unless given
 */
public record ConcessionSize(ImmutableMap<IssueId, BigDecimal> least, Finding.Severity severity)
    implements Rule, OnIssues {
  static final String ID = "concession-size";

  /**
   * Checks that there are sizes, and puts the issues in order.
   *
   * @param least the least concession by issue, in the unit of its scale, above zero; written
   *     {@code rise 0.5; staff 1}
   * @param severity what breaking it means; illegal unless given
   */
  public ConcessionSize {
    if (least.isEmpty() || least.values().stream().anyMatch(size -> size.signum() <= 0)) {
      throw new IllegalArgumentException(
          "least (%s) must be above zero, on one issue or more".formatted(least));
    }
    least =
        ImmutableSortedMap.copyOf(
            com.google.common.collect.Maps.transformValues(
                least, size -> new BigDecimal(size.stripTrailingZeros().toPlainString())));
  }

  /**
   * Returns the rule about one issue, which refuses.
   *
   * @param issue the issue
   * @param least the least concession, in the unit of its scale
   * @return the rule
   */
  public static ConcessionSize of(String issue, String least) {
    return new ConcessionSize(
        ImmutableMap.of(IssueId.of(issue), new BigDecimal(least)), Finding.Severity.REFUSE);
  }

  static ConcessionSize from(Parameters p) {
    return new ConcessionSize(
        p.read(
            "least",
            "a size above zero for each issue, with semicolons",
            "rise 0.5; staff 1",
            ConcessionSize::sizes),
        p.severity(Finding.Severity.REFUSE));
  }

  private static ImmutableMap<IssueId, BigDecimal> sizes(String text) {
    ImmutableMap.Builder<IssueId, BigDecimal> sizes = ImmutableMap.builder();
    for (String part : text.split(";", -1)) {
      String[] words = part.strip().split(" +", -1);
      if (words.length != 2 || Parameters.decimalFromZero(words[1]).signum() == 0) {
        throw new IllegalArgumentException(text);
      }
      sizes.put(IssueId.of(words[0]), Parameters.decimalFromZero(words[1]));
    }
    return sizes.buildOrThrow();
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String statement() {
    return "a concession is at least of a size, unless it closes the gap";
  }

  @Override
  public String rationale() {
    return "The size of concessions is read as a signal of intent"
        + " (Rubin and Brown 1975, The Social Psychology of Bargaining and Negotiation)";
  }

  @Override
  public ImmutableMap<String, String> parameters() {
    return ImmutableMap.of(
        "least",
        least.entrySet().stream()
            .map(e -> e.getKey() + " " + e.getValue().toPlainString())
            .collect(Collectors.joining("; ")));
  }

  @Override
  public ImmutableSet<IssueId> issues() {
    return least.keySet();
  }

  @Override
  public ImmutableList<Finding> check(Situation situation, Move move) {
    ImmutableList.Builder<Finding> found = ImmutableList.builder();
    for (Steps.Step step : Steps.of(situation, move)) {
      IssueId issue = step.line().issue();
      BigDecimal asked = least.getOrDefault(issue, BigDecimal.ZERO);
      BigDecimal size = step.measured().step().orElse(asked);
      boolean closes = step.left().filter(left -> left.signum() > 0).isEmpty();
      if (step.measured().kind() == StepKind.CONCEDED && size.compareTo(asked) < 0 && !closes) {
        found.addAll(
            finding(
                "%s concedes (%s %s) to %s on (%s): the least is (%s)"
                    .formatted(
                        move.by(),
                        size.toPlainString(),
                        situation.agenda().requireIssue(issue).scale().unit(),
                        step.line().toward(),
                        issue,
                        asked.toPlainString()),
                "Concede (%s) or more, or hold".formatted(asked.toPlainString())));
      }
    }
    return found.build();
  }
}
