package dev.parley.analysis;

import com.google.common.collect.Range;
import dev.parley.agenda.Region;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Span;
import dev.parley.agenda.Value;
import java.math.BigDecimal;

/** A position that is widened to hold one more value, with what lies between. */
final class Widening {
  private Widening() {}

  static Region of(Region region, Value value) {
    Region exactly = Region.exactly(region.scale(), value);
    if (!(region instanceof Span span) || region.holds(value)) {
      return region.union(exactly);
    }
    BigDecimal from = ((Span) exactly).low();
    BigDecimal nearest = span.low();
    for (Range<BigDecimal> range : span.ranges().asRanges()) {
      for (BigDecimal end :
          java.util.List.of(
              range.hasLowerBound() ? range.lowerEndpoint() : span.low(),
              range.hasUpperBound() ? range.upperEndpoint() : span.high())) {
        if (end.subtract(from).abs().compareTo(nearest.subtract(from).abs()) < 0) {
          nearest = end;
        }
      }
    }
    Value other = at(region.scale(), nearest);
    return region.union(
        from.compareTo(nearest) < 0
            ? Region.between(region.scale(), value, other)
            : Region.between(region.scale(), other, value));
  }

  /** Returns the value at a coordinate of a scale with an order. */
  static Value at(Scale scale, BigDecimal coordinate) {
    return scale instanceof Scale.Levels levels
        ? Value.level(levels.names().get(coordinate.intValueExact()))
        : Value.amount(coordinate);
  }
}
