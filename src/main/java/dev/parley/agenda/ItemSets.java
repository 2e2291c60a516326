package dev.parley.agenda;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import dev.parley.agenda.Issue.Better;
import dev.parley.travel.RecordForm;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A region on a checklist: all the sets that hold the items required and none of those excluded. "A
 * list of the living, with names" requires two items and leaves the others open. A union of such
 * regions keeps them side by side. Immutable.
 *
 * @param scale the checklist
 * @param any the alternatives, one or more: a set is in the region when it is in any of them
 */
public record ItemSets(Scale.Checklist scale, ImmutableSet<Pattern> any) implements Region {
  /**
   * Items required and items excluded; the others may be there or not.
   *
   * @param required the items that must be there
   * @param excluded the items that must not
   */
  public record Pattern(ImmutableSet<String> required, ImmutableSet<String> excluded)
      implements Serializable {
    /**
     * Sorts both, and checks that no item is in both.
     *
     * @param required the items that must be there
     * @param excluded the items that must not
     */
    public Pattern {
      required = ImmutableSortedSet.copyOf(required);
      excluded = ImmutableSortedSet.copyOf(excluded);
      Sets.SetView<String> both = Sets.intersection(required, excluded);
      if (!both.isEmpty()) {
        throw new IllegalArgumentException(
            "items %s are both required and excluded: nothing could satisfy that".formatted(both));
      }
    }

    private boolean encloses(Pattern other) {
      return other.required.containsAll(required) && other.excluded.containsAll(excluded);
    }

    private int distance(Pattern other) {
      return Sets.intersection(required, other.excluded).size()
          + Sets.intersection(excluded, other.required).size();
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * Checks that there is an alternative and that all items are on the checklist.
   *
   * @param scale the checklist
   * @param any the alternatives, one or more: a set is in the region when it is in any of them
   */
  public ItemSets {
    if (any.isEmpty()) {
      throw new IllegalArgumentException("a region needs one value or more");
    }
    for (Pattern pattern : any) {
      Set<String> named = Sets.union(pattern.required(), pattern.excluded());
      Collection<String> all = Lookup.in(scale.items(), named.size());
      for (String item : named) {
        if (!all.contains(item)) {
          throw new IllegalArgumentException(scale.whyOff(Value.items(item)));
        }
      }
    }
  }

  static ItemSets of(
      Scale.Checklist scale, ImmutableSet<String> required, ImmutableSet<String> excluded) {
    return new ItemSets(scale, ImmutableSet.of(new Pattern(required, excluded)));
  }

  static ItemSets exactly(Scale.Checklist scale, Value.Items items) {
    return of(
        scale,
        items.names(),
        scale.items().stream()
            .filter(i -> !items.names().contains(i))
            .collect(ImmutableSet.toImmutableSet()));
  }

  @Override
  public boolean holds(Value value) {
    return value instanceof Value.Items items
        && any.stream()
            .anyMatch(
                p ->
                    items.names().containsAll(p.required)
                        && Sets.intersection(items.names(), p.excluded).isEmpty());
  }

  @Override
  public boolean encloses(Region other) {
    return like(other).any.stream().allMatch(this::covers);
  }

  /** Splits the pattern on an item that it leaves open, until one alternative holds it or none. */
  private boolean covers(Pattern pattern) {
    if (any.stream().anyMatch(p -> p.encloses(pattern))) {
      return true;
    }
    for (Pattern mine : any) {
      if (mine.distance(pattern) > 0) {
        continue;
      }
      for (String item : Sets.union(mine.required, mine.excluded)) {
        if (!pattern.required.contains(item) && !pattern.excluded.contains(item)) {
          return covers(new Pattern(with(pattern.required, item), pattern.excluded))
              && covers(new Pattern(pattern.required, with(pattern.excluded, item)));
        }
      }
    }
    return false;
  }

  private static ImmutableSet<String> with(ImmutableSet<String> items, String item) {
    return ImmutableSet.<String>builder().addAll(items).add(item).build();
  }

  @Override
  public Optional<Better> oneSided() {
    if (any.size() != 1) {
      return Optional.empty();
    }
    Pattern only = any.iterator().next();
    if (only.required().isEmpty() == only.excluded().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(only.required().isEmpty() ? Better.LESS : Better.MORE);
  }

  @Override
  public Region union(Region other) {
    List<Pattern> all = new ArrayList<>(any);
    for (Pattern pattern : like(other).any) {
      if (all.stream().noneMatch(p -> p.encloses(pattern))) {
        all.removeIf(pattern::encloses);
        all.add(pattern);
      }
    }
    return new ItemSets(scale, ImmutableSet.copyOf(all));
  }

  @Override
  public Optional<Region> intersection(Region other) {
    ImmutableSet.Builder<Pattern> both = ImmutableSet.builder();
    for (Pattern mine : any) {
      for (Pattern their : like(other).any) {
        if (mine.distance(their) == 0) {
          both.add(
              new Pattern(
                  Sets.union(mine.required, their.required).immutableCopy(),
                  Sets.union(mine.excluded, their.excluded).immutableCopy()));
        }
      }
    }
    ImmutableSet<Pattern> patterns = both.build();
    return patterns.isEmpty() ? Optional.empty() : Optional.of(new ItemSets(scale, patterns));
  }

  @Override
  public BigDecimal distance(Region other) {
    ItemSets theirs = like(other);
    int nearest = Integer.MAX_VALUE;
    for (Pattern mine : any) {
      for (Pattern their : theirs.any) {
        nearest = Math.min(nearest, mine.distance(their));
      }
    }
    return BigDecimal.valueOf(nearest);
  }

  @Override
  public Region on(Scale wider) {
    return new ItemSets((Scale.Checklist) wider, any);
  }

  private ItemSets like(Region other) {
    if (other instanceof ItemSets sets) {
      return sets;
    }
    throw RegionText.incomparable(this, other);
  }

  @Override
  public String describe() {
    return any.stream().map(this::describe).collect(Collectors.joining(" or "));
  }

  private String describe(Pattern pattern) {
    String required = String.join(", ", pattern.required);
    if (pattern.required.size() + pattern.excluded.size() == scale.items().size()) {
      return "exactly " + (required.isEmpty() ? "nothing" : required);
    }
    if (pattern.excluded.isEmpty()) {
      return required.isEmpty() ? "anything" : required;
    }
    String without = "without " + String.join(", ", pattern.excluded);
    return required.isEmpty() ? without : required + " but " + without;
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
