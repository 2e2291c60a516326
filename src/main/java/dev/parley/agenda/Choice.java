package dev.parley.agenda;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.parley.agenda.Issue.Better;
import dev.parley.travel.RecordForm;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;

/**
 * A region on a scale of options: some of them. Immutable.
 *
 * @param scale the scale
 * @param names the options that are in the region, one or more, in the scale's order
 */
public record Choice(Scale.Options scale, ImmutableSet<String> names) implements Region {
  /**
   * Checks that there is an option and that all are on the scale; puts them in its order.
   *
   * @param scale the scale
   * @param names the options that are in the region, one or more, in the scale's order
   */
  public Choice {
    Collection<String> all = Lookup.in(scale.names(), names.size());
    for (String name : names) {
      if (!all.contains(name)) {
        throw new IllegalArgumentException(scale.whyOff(Value.option(name)));
      }
    }
    if (names.isEmpty()) {
      throw new IllegalArgumentException("a region needs one value or more");
    }
    names = scale.names().stream().filter(names::contains).collect(ImmutableSet.toImmutableSet());
  }

  @Override
  public boolean holds(Value value) {
    return value instanceof Value.Option option && names.contains(option.name());
  }

  @Override
  public boolean encloses(Region other) {
    return names.containsAll(like(other).names);
  }

  @Override
  public Region union(Region other) {
    return new Choice(scale, Sets.union(names, like(other).names).immutableCopy());
  }

  @Override
  public Optional<Region> intersection(Region other) {
    ImmutableSet<String> both = Sets.intersection(names, like(other).names).immutableCopy();
    return both.isEmpty() ? Optional.empty() : Optional.of(new Choice(scale, both));
  }

  /** Options have no order, and so no end. */
  @Override
  public Optional<Better> oneSided() {
    return Optional.empty();
  }

  @Override
  public BigDecimal distance(Region other) {
    return Sets.intersection(names, like(other).names).isEmpty() ? BigDecimal.ONE : BigDecimal.ZERO;
  }

  @Override
  public Region on(Scale wider) {
    return new Choice((Scale.Options) wider, names);
  }

  private Choice like(Region other) {
    if (other instanceof Choice choice) {
      return choice;
    }
    throw RegionText.incomparable(this, other);
  }

  @Override
  public String describe() {
    return String.join(" or ", names);
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
