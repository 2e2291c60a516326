package dev.parley.rules;

import static java.lang.String.format;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import dev.parley.agenda.IssueId;
import dev.parley.progress.StepKind;
import dev.parley.talks.Finding;
import dev.parley.talks.Move;
import dev.parley.talks.Situation;
import dev.parley.travel.RecordForm;
import java.math.BigDecimal;

/** {@link Rules#concessionSize}. */
record ConcessionSize(Settings settings) implements Declared {
  static final Setting<ImmutableMap<IssueId, BigDecimal>> LEAST =
      Setting.of(
              "least",
              "a size above zero for each issue, with semicolons",
              "rise 0.5; staff 1",
              ConcessionSize::sizes)
          .under(ConcessionSize::aboveZero)
          .written(ConcessionSize::words);
  static final RuleKind KIND =
      new RuleKind(
          "concession-size",
          "a concession is at least of a size, unless it closes the gap",
          "The size of concessions is read as a signal of intent"
              + " (Rubin and Brown 1975, The Social Psychology of Bargaining and Negotiation)",
          ConcessionSize::new,
          LEAST);

  private static ImmutableMap<IssueId, BigDecimal> sizes(String text) {
    ImmutableMap.Builder<IssueId, BigDecimal> sizes = ImmutableMap.builder();
    for (String part : text.split(";", -1)) {
      String[] words = part.strip().split(" +", -1);
      if (words.length != 2) {
        throw new IllegalArgumentException(text);
      }
      sizes.put(IssueId.of(words[0]), Setting.decimalFromZero(words[1]));
    }
    return sizes.buildOrThrow();
  }

  private static ImmutableMap<IssueId, BigDecimal> aboveZero(
      ImmutableMap<IssueId, BigDecimal> least) {
    if (least.isEmpty() || least.values().stream().anyMatch(size -> size.signum() <= 0)) {
      throw new IllegalArgumentException(
          "least (%s) must be above zero, on one issue or more".formatted(least));
    }
    return ImmutableSortedMap.copyOf(Maps.transformValues(least, Setting::plain));
  }

  private static String words(ImmutableMap<IssueId, BigDecimal> least) {
    return least.entrySet().stream()
        .map(e -> e.getKey() + " " + e.getValue().toPlainString())
        .collect(joining("; "));
  }

  @Override
  public ImmutableSet<IssueId> issues() {
    return get(LEAST).keySet();
  }

  @Override
  public ImmutableList<Finding> check(Situation situation, Move move) {
    ImmutableList.Builder<Finding> found = ImmutableList.builder();
    for (Steps.Step step : Steps.of(situation, move)) {
      IssueId issue = step.line().issue();
      BigDecimal asked = get(LEAST).getOrDefault(issue, BigDecimal.ZERO);
      BigDecimal size = step.measured().step().orElse(asked);
      boolean closes = step.left().filter(left -> left.signum() > 0).isEmpty();
      if (step.measured().kind() == StepKind.CONCEDED && size.compareTo(asked) < 0 && !closes) {
        String unit = situation.agenda().requireIssue(issue).scale().unit();
        String least = asked.toPlainString();
        found.addAll(
            finding(
                format(
                    "%s concedes (%s %s) to %s on (%s): the least is (%s)",
                    move.by(), size.toPlainString(), unit, step.line().toward(), issue, least),
                format("Concede (%s) or more, or hold", least)));
      }
    }
    return found.build();
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
