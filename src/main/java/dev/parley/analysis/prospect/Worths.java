package dev.parley.analysis.prospect;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.Choice;
import dev.parley.agenda.Issue;
import dev.parley.agenda.ItemSets;
import dev.parley.agenda.ItemSets.Pattern;
import dev.parley.agenda.Region;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Span;
import dev.parley.agenda.Value;
import dev.parley.analysis.bargaining.Evaluation;
import dev.parley.analysis.bargaining.Fraction;
import dev.parley.analysis.bargaining.OutcomeSpace;
import dev.parley.analysis.prospect.DealAppraisal.Bounds;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.stream.LongStream;

/** What the values in a region are worth, and which they are. */
final class Worths {
  private Worths() {}

  /** Returns the worst and the best of a region's values, times a weight. */
  static Bounds of(Issue issue, Region region, Fraction weight, Evaluation worth) {
    ImmutableList<Fraction> all =
        deciding(issue.scale(), worth, region).stream()
            .map(value -> weight.times(worth.of(issue, value)))
            .collect(toImmutableList());
    return new Bounds(
        all.stream().reduce(Fraction::min).orElseThrow(),
        all.stream().reduce(Fraction::max).orElseThrow());
  }

  static Bounds plus(Bounds one, Bounds other) {
    return new Bounds(one.least().plus(other.least()), one.most().plus(other.most()));
  }

  /** Returns values of a region, the best and the worst among them. */
  private static ImmutableList<Value> deciding(Scale scale, Evaluation worth, Region region) {
    if (worth instanceof Evaluation.Table table) {
      return table.values().keySet().stream()
          .map(scale::parse)
          .filter(region::holds)
          .collect(toImmutableList());
    }
    Span span = (Span) region;
    return ImmutableList.of(at(scale, span.low()), at(scale, span.high()));
  }

  private static Value at(Scale scale, BigDecimal coordinate) {
    return scale instanceof Scale.Levels levels
        ? Value.level(levels.names().get(coordinate.intValueExact()))
        : Value.amount(coordinate);
  }

  /** Returns the value of a region that holds no other. */
  static Optional<Value> only(Region region) {
    if (region instanceof Span span) {
      return span.low().compareTo(span.high()) == 0
          ? Optional.of(at(span.scale(), span.low()))
          : Optional.empty();
    }
    if (region instanceof Choice choice) {
      return choice.names().size() == 1
          ? Optional.of(Value.option(choice.names().iterator().next()))
          : Optional.empty();
    }
    ItemSets sets = (ItemSets) region;
    Pattern first = sets.any().iterator().next();
    boolean whole =
        first.required().size() + first.excluded().size() == sets.scale().items().size();
    return sets.any().size() == 1 && whole
        ? Optional.of(Value.items(first.required().toArray(String[]::new)))
        : Optional.empty();
  }

  /** Returns a region's values, where its scale has so many at most. */
  static Optional<ImmutableList<Value>> all(Issue issue, Region region, long most) {
    OutcomeSpace scale = OutcomeSpace.of(ImmutableList.of(issue));
    if (scale.size().compareTo(BigInteger.valueOf(most)) > 0) {
      return Optional.empty();
    }
    return Optional.of(
        LongStream.range(0, scale.size().longValueExact())
            .mapToObj(number -> scale.outcome(number).on(issue.id()).orElseThrow())
            .filter(region::holds)
            .collect(toImmutableList()));
  }
}
