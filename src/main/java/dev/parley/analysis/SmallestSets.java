package dev.parley.analysis;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.travel.RecordForm;
import java.io.Serializable;

/**
 * Sets none of whose members can be left out, as far as they were searched for: all ways to free
 * two rings by one waiver in each. Immutable.
 *
 * @param <T> the members
 * @param sets the sets, smaller ones first, members in the order of the linkage
 * @param complete whether there are no others; false when the budget was used up first
 * @param lowerBound how many members a set needs at least; what is proved, even where the budget
 *     was used up
 */
public record SmallestSets<T>(ImmutableList<ImmutableSet<T>> sets, boolean complete, int lowerBound)
    implements Serializable {
  /**
   * {@return the sets with the fewest members: the sets of the least size; empty when none was
   * found}
   */
  public ImmutableList<ImmutableSet<T>> fewest() {
    return sets.stream()
        .filter(s -> s.size() == sets.get(0).size())
        .collect(ImmutableList.toImmutableList());
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
