package dev.parley.analysis.priority;

import com.google.common.collect.Sets;
import dev.parley.agenda.Choice;
import dev.parley.agenda.Issue;
import dev.parley.agenda.Issue.Better;
import dev.parley.agenda.ItemSets;
import dev.parley.agenda.Region;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Span;
import dev.parley.agenda.Value;
import dev.parley.analysis.bargaining.Fraction;
import java.math.BigDecimal;
import java.util.Optional;

/** Values as shares of their scale. */
final class Share {
  private Share() {}

  /** Returns what a party holds out for with a region: its one value, or the end that is near. */
  static Optional<Value> heldOut(Issue issue, Region region) {
    if (region instanceof Span span) {
      if (span.low().compareTo(span.high()) == 0) {
        return Optional.of(at(issue.scale(), span.low()));
      }
      return span.oneSided()
          .map(side -> at(issue.scale(), side == Better.MORE ? span.low() : span.high()));
    }
    if (region instanceof Choice choice) {
      return choice.names().size() == 1
          ? Optional.of(Value.option(choice.names().iterator().next()))
          : Optional.empty();
    }
    ItemSets sets = (ItemSets) region;
    return sets.any().size() == 1
        ? Optional.of(Value.items(sets.any().iterator().next().required().toArray(String[]::new)))
        : Optional.empty();
  }

  private static Value at(Scale scale, BigDecimal coordinate) {
    return scale instanceof Scale.Levels levels
        ? Value.level(levels.names().get(coordinate.intValueExact()))
        : Value.amount(coordinate);
  }

  /** Returns how far two values are from each other, from 0 to 1. */
  static Fraction between(Issue issue, Value one, Value other) {
    if (one.equals(other)) {
      return Fraction.ZERO;
    }
    if (issue.scale() instanceof Scale.Checklist list) {
      int different =
          Sets.symmetricDifference(((Value.Items) one).names(), ((Value.Items) other).names())
              .size();
      return Fraction.of(different, list.items().size());
    }
    if (issue.scale() instanceof Scale.Options) {
      return Fraction.ONE;
    }
    Fraction way = height(issue, one).minus(height(issue, other));
    return way.signum() < 0 ? Fraction.ZERO.minus(way) : way;
  }

  /** Returns how much of what is good for a party a value is, from 0 to 1. */
  static Optional<Fraction> claimed(Issue issue, Value value, Optional<Better> better) {
    return issue.scale() instanceof Scale.Options
        ? Optional.empty()
        : better.map(
            side ->
                side == Better.MORE
                    ? height(issue, value)
                    : Fraction.ONE.minus(height(issue, value)));
  }

  private static Fraction height(Issue issue, Value value) {
    Scale scale = issue.scale();
    if (value instanceof Value.Items items) {
      return Fraction.of(items.names().size(), ((Scale.Checklist) scale).items().size());
    }
    BigDecimal above =
        value instanceof Value.Level level
            ? BigDecimal.valueOf(((Scale.Levels) scale).rank(level))
            : ((Value.Amount) value).number().subtract(((Scale.Quantity) scale).least());
    return scale.length().signum() == 0
        ? Fraction.ZERO
        : Fraction.of(above).over(Fraction.of(scale.length()));
  }
}
