package dev.parley.agenda;

import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Range;
import dev.parley.agenda.Issue.Better;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;

/**
 * A set of values on one issue's scale: what a demand would accept, or what an offer reads. "At
 * least 50 persons", "truce or permanent end", "a list that holds the living". Never empty.
 *
 * <p>{@link Span} is for ordered scales, {@link Choice} for options, {@link ItemSets} for
 * checklists. Regions are compared on one scale; {@link #sameAs} asks whether two hold the same
 * values, {@code equals} whether they are also written alike ("100" and "at least 100" of at most
 * 100 hold the same values, until the scale is widened). Immutable.
 */
public sealed interface Region extends Serializable permits Span, Choice, ItemSets {
  /** {@return the scale whose values these are} */
  Scale scale();

  /**
   * {@return whether a value lies in this region}
   *
   * @param value a value
   */
  boolean holds(Value value);

  /**
   * {@return whether every value of another region lies in this one}
   *
   * @param other a region on the same scale
   */
  boolean encloses(Region other);

  /**
   * {@return the region of all values in either}
   *
   * @param other a region on the same scale
   */
  Region union(Region other);

  /**
   * {@return the region of all values in both, or empty when no value lies in both}
   *
   * @param other a region on the same scale
   */
  Optional<Region> intersection(Region other);

  /**
   * {@return towards which end of the scale it is open, so that "this, or better" can be read from
   * it: more for "at least 50" and for a list of items to hold, less for "at most 42" and for items
   * to leave out; empty where it is bounded on both sides, or on none}
   */
  Optional<Better> oneSided();

  /**
   * Returns how far this region is from another: ranks apart on levels; 0 where they meet and else
   * 1 on options; the gap in units on a quantity; on a checklist the fewest items in which a value
   * of one differs from a value of the other.
   *
   * @param other a region on the same scale
   * @return the distance in the scale's unit; zero exactly where a value lies in both
   */
  BigDecimal distance(Region other);

  /**
   * {@return this region on a scale that was amended}
   *
   * @param wider a scale that {@linkplain Scale#widens widens} this region's
   */
  Region on(Scale wider);

  /**
   * {@return this region as it is written: the inverse of {@link #parse}, such as {@code "at least
   * 50"}, {@code "truce or permanent end"}, {@code "living, names"}}
   */
  String describe();

  /**
   * {@return whether a value lies in both}
   *
   * @param other a region on the same scale
   */
  default boolean meets(Region other) {
    return distance(other).signum() == 0;
  }

  /**
   * {@return whether two regions hold the same values: each encloses the other}
   *
   * @param other a region on the same scale
   */
  default boolean sameAs(Region other) {
    return equals(other) || encloses(other) && other.encloses(this);
  }

  /**
   * {@return the region that holds one value; on a checklist, that very set of items}
   *
   * @param scale a scale
   * @param value a value on it
   * @throws IllegalArgumentException if the value is off the scale
   */
  static Region exactly(Scale scale, Value value) {
    if (!scale.holds(value)) {
      throw new IllegalArgumentException(scale.whyOff(value));
    }
    if (value instanceof Value.Option option) {
      return new Choice((Scale.Options) scale, ImmutableSet.of(option.name()));
    }
    if (value instanceof Value.Items items) {
      return ItemSets.exactly((Scale.Checklist) scale, items);
    }
    return Span.of(scale, Range.singleton(Span.coordinate(scale, value)));
  }

  /**
   * {@return the region of a value and every one that is better, to the better end of the scale}
   *
   * @param scale a scale with an order, or a checklist
   * @param value a value on it
   * @param better which end
   * @throws IllegalArgumentException if the value is off the scale, or the scale has no order
   */
  static Region orBetter(Scale scale, Value value, Better better) {
    return better == Better.MORE ? atLeast(scale, value) : atMost(scale, value);
  }

  /**
   * {@return the region of a value and all above it; on a checklist, of these items and any others}
   *
   * @param scale a scale with an order, or a checklist
   * @param value a value on it
   * @throws IllegalArgumentException if the value is off the scale, or the scale has no order
   */
  static Region atLeast(Scale scale, Value value) {
    scale.check("at least", value);
    if (value instanceof Value.Items items) {
      return ItemSets.of((Scale.Checklist) scale, items.names(), ImmutableSet.of());
    }
    return Span.of(scale, Range.atLeast(Span.coordinate(scale, value)));
  }

  /**
   * {@return the region of a value and all below it; on a checklist, of no items but these}
   *
   * @param scale a scale with an order, or a checklist
   * @param value a value on it
   * @throws IllegalArgumentException if the value is off the scale, or the scale has no order
   */
  static Region atMost(Scale scale, Value value) {
    scale.check("at most", value);
    if (value instanceof Value.Items items) {
      Scale.Checklist list = (Scale.Checklist) scale;
      return ItemSets.of(
          list,
          ImmutableSet.of(),
          list.items().stream()
              .filter(i -> !items.names().contains(i))
              .collect(ImmutableSet.toImmutableSet()));
    }
    return Span.of(scale, Range.atMost(Span.coordinate(scale, value)));
  }

  /**
   * {@return the region between two values, both in it}
   *
   * @param scale a scale with an order
   * @param from the lower value
   * @param to the higher value
   * @throws IllegalArgumentException if a value is off the scale, the scale has no order, or the
   *     values are the wrong way round
   */
  static Region between(Scale scale, Value from, Value to) {
    scale.check("from", from);
    scale.check("to", to);
    BigDecimal low = Span.coordinate(scale, from);
    BigDecimal high = Span.coordinate(scale, to);
    if (low.compareTo(high) > 0) {
      throw new IllegalArgumentException(
          "a range from (%s) to (%s) is the wrong way round: put the lower value first"
              .formatted(from, to));
    }
    return Span.of(scale, Range.closed(low, high));
  }

  /**
   * {@return the region that holds just these values}
   *
   * @param scale a scale
   * @param values one value or more on it
   * @throws IllegalArgumentException if there is none, or one is off the scale
   */
  static Region anyOf(Scale scale, Collection<? extends Value> values) {
    return values.stream()
        .map(v -> exactly(scale, v))
        .reduce(Region::union)
        .orElseThrow(() -> new IllegalArgumentException("a region needs one value or more"));
  }

  /**
   * {@return the region that holds every value on a scale}
   *
   * @param scale a scale
   */
  static Region all(Scale scale) {
    if (scale instanceof Scale.Options options) {
      return new Choice(options, ImmutableSet.copyOf(options.names()));
    }
    if (scale instanceof Scale.Checklist list) {
      return ItemSets.of(list, ImmutableSet.of(), ImmutableSet.of());
    }
    return new Span(scale, ImmutableRangeSet.of(Range.all()));
  }

  /**
   * {@return the region that a text describes: the inverse of {@link #describe}}
   *
   * <p>Ordered scales: {@code 50}, {@code at least 50}, {@code at most 50}, {@code 50 to 60},
   * {@code anything}, and several of these joined by {@code or}. Options: names joined by {@code
   * or}. Checklists: {@code living, names} for items that must be there, {@code without condition}
   * for items that must not, both joined by {@code but}, {@code exactly living} for no others.
   *
   * @param scale a scale
   * @param text what is accepted
   * @throws IllegalArgumentException if the text describes none; the message says what would
   */
  static Region parse(Scale scale, String text) {
    return RegionText.parse(scale, text);
  }
}
