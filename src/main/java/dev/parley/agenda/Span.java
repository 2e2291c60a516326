package dev.parley.agenda;

import com.google.common.collect.BoundType;
import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Iterators;
import com.google.common.collect.Range;
import com.google.common.collect.TreeRangeSet;
import dev.parley.agenda.Issue.Better;
import dev.parley.travel.RecordForm;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A region on an ordered scale, as ranges of coordinates: the amount itself on a quantity, the rank
 * on levels. A range without an end runs to the end of the scale, wherever that will be. Immutable.
 *
 * @param scale the scale, levels or a quantity
 * @param ranges the ranges, closed or without end, none of them touching another
 */
public record Span(Scale scale, ImmutableRangeSet<BigDecimal> ranges) implements Region {
  /**
   * Checks that the scale has an order and that there is a range.
   *
   * @param scale the scale, levels or a quantity
   * @param ranges the ranges, closed or without end, none of them touching another
   */
  public Span {
    step(scale);
    if (ranges.isEmpty()) {
      throw new IllegalArgumentException("a region needs one value or more");
    }
    for (Range<BigDecimal> range : ranges.asRanges()) {
      if (range.hasLowerBound() && range.lowerBoundType() == BoundType.OPEN
          || range.hasUpperBound() && range.upperBoundType() == BoundType.OPEN) {
        throw new IllegalArgumentException(
            "range (%s) must hold its ends: name the next value on the scale".formatted(range));
      }
    }
  }

  static Span of(Scale scale, Range<BigDecimal> range) {
    return new Span(scale, ImmutableRangeSet.of(range));
  }

  static BigDecimal coordinate(Scale scale, Value value) {
    if (scale instanceof Scale.Levels levels && value instanceof Value.Level level) {
      return BigDecimal.valueOf(levels.rank(level));
    }
    if (value instanceof Value.Amount amount) {
      return amount.number();
    }
    throw noOrder(scale);
  }

  private static BigDecimal step(Scale scale) {
    if (scale instanceof Scale.Quantity quantity) {
      return quantity.step();
    }
    if (scale instanceof Scale.Levels) {
      return BigDecimal.ONE;
    }
    throw noOrder(scale);
  }

  private static IllegalArgumentException noOrder(Scale scale) {
    return new IllegalArgumentException(
        "the scale (%s) has no order: name its values one by one".formatted(scale.brief()));
  }

  private BigDecimal least() {
    return scale instanceof Scale.Quantity quantity ? quantity.least() : BigDecimal.ZERO;
  }

  private BigDecimal most() {
    return scale instanceof Scale.Quantity quantity ? quantity.most() : scale.length();
  }

  /** {@return the lowest coordinate in this region, on the scale} */
  public BigDecimal low() {
    return low(ranges.asRanges().iterator().next());
  }

  /** {@return the highest coordinate in this region, on the scale} */
  public BigDecimal high() {
    return high(ranges.asDescendingSetOfRanges().iterator().next());
  }

  private BigDecimal low(Range<BigDecimal> range) {
    return range.hasLowerBound() ? range.lowerEndpoint() : least();
  }

  private BigDecimal high(Range<BigDecimal> range) {
    return range.hasUpperBound() ? range.upperEndpoint() : most();
  }

  @Override
  public Optional<Better> oneSided() {
    Range<BigDecimal> span = ranges.span();
    if (span.hasLowerBound() == span.hasUpperBound()) {
      return Optional.empty();
    }
    return Optional.of(span.hasLowerBound() ? Better.MORE : Better.LESS);
  }

  @Override
  public boolean holds(Value value) {
    return scale.holds(value) && ranges.contains(coordinate(scale, value));
  }

  @Override
  public boolean encloses(Region other) {
    Span span = like(other);
    for (Range<BigDecimal> range : span.ranges.asRanges()) {
      if (!ranges.encloses(Range.closed(span.low(range), span.high(range)))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Region union(Region other) {
    Span span = like(other);
    if (equals(span)) {
      return this;
    }
    if (ranges.enclosesAll(span.ranges)) {
      return this;
    }
    if (span.ranges.enclosesAll(ranges)) {
      return span;
    }
    ImmutableRangeSet.Builder<BigDecimal> joined = ImmutableRangeSet.builder();
    Iterator<Range<BigDecimal>> all =
        Iterators.mergeSorted(
            List.of(ranges.asRanges().iterator(), span.ranges.asRanges().iterator()),
            Comparator.comparing(this::low));
    Range<BigDecimal> last = all.next();
    while (all.hasNext()) {
      Range<BigDecimal> range = all.next();
      if (low(range).subtract(high(last)).compareTo(step(scale)) <= 0) {
        last = last.span(range);
      } else {
        joined.add(last);
        last = range;
      }
    }
    return new Span(scale, joined.add(last).build());
  }

  @Override
  public Optional<Region> intersection(Region other) {
    TreeRangeSet<BigDecimal> both = TreeRangeSet.create(clipped());
    both.removeAll(like(other).clipped().complement());
    return both.isEmpty()
        ? Optional.empty()
        : Optional.of(new Span(scale, ImmutableRangeSet.copyOf(both)));
  }

  private ImmutableRangeSet<BigDecimal> clipped() {
    return ranges.subRangeSet(Range.closed(least(), most()));
  }

  @Override
  public BigDecimal distance(Region other) {
    Span span = like(other);
    BigDecimal nearest = null;
    for (Range<BigDecimal> mine : ranges.asRanges()) {
      for (Range<BigDecimal> theirs : span.ranges.asRanges()) {
        BigDecimal gap =
            low(mine).subtract(span.high(theirs)).max(span.low(theirs).subtract(high(mine)));
        if (gap.signum() <= 0) {
          return BigDecimal.ZERO;
        }
        nearest = nearest == null ? gap : nearest.min(gap);
      }
    }
    return Value.Amount.plain(java.util.Objects.requireNonNull(nearest));
  }

  @Override
  public Region on(Scale wider) {
    if (wider.equals(scale)) {
      return this;
    }
    if (!(scale instanceof Scale.Levels before) || !(wider instanceof Scale.Levels after)) {
      return new Span(wider, ranges);
    }
    ImmutableRangeSet.Builder<BigDecimal> moved = ImmutableRangeSet.builder();
    for (Range<BigDecimal> range : ranges.asRanges()) {
      Range<BigDecimal> to = Range.all();
      if (range.hasLowerBound()) {
        to = to.intersection(Range.atLeast(moved(before, after, range.lowerEndpoint())));
      }
      if (range.hasUpperBound()) {
        to = to.intersection(Range.atMost(moved(before, after, range.upperEndpoint())));
      }
      moved.add(to);
    }
    return new Span(wider, moved.build());
  }

  private static BigDecimal moved(Scale.Levels before, Scale.Levels after, BigDecimal rank) {
    return coordinate(after, Value.level(before.names().get(rank.intValueExact())));
  }

  private Span like(Region other) {
    if (other instanceof Span span && span.scale.getClass() == scale.getClass()) {
      return span;
    }
    throw RegionText.incomparable(this, other);
  }

  /** The same as the record's own, and several times as fast for the one range that most have. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || other instanceof Span that
            && scale.equals(that.scale)
            && ranges.span().equals(that.ranges.span())
            && (isOneRange() && that.isOneRange() || ranges.equals(that.ranges));
  }

  private boolean isOneRange() {
    return ranges.asRanges().size() == 1;
  }

  @Override
  public int hashCode() {
    return ranges.span().hashCode();
  }

  @Override
  public String describe() {
    return ranges.asRanges().stream().map(this::describe).collect(Collectors.joining(" or "));
  }

  private String describe(Range<BigDecimal> range) {
    if (!range.hasLowerBound()) {
      return range.hasUpperBound() ? "at most " + name(range.upperEndpoint()) : "anything";
    }
    if (!range.hasUpperBound()) {
      return "at least " + name(range.lowerEndpoint());
    }
    return range.lowerEndpoint().compareTo(range.upperEndpoint()) == 0
        ? name(range.lowerEndpoint())
        : name(range.lowerEndpoint()) + " to " + name(range.upperEndpoint());
  }

  private String name(BigDecimal coordinate) {
    return scale instanceof Scale.Levels levels
        ? levels.names().get(coordinate.intValueExact())
        : coordinate.toPlainString();
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
