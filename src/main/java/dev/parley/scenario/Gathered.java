package dev.parley.scenario;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * What is read item by item. If one of the items could not be read, because of a problem of its own
 * or of what it refers to, all of them together are missing.
 */
final class Gathered<T> {
  private final ImmutableList.Builder<T> items = ImmutableList.builder();
  private boolean whole = true;

  /** Adds an item; empty if it could not be read. */
  void add(Optional<? extends T> item) {
    item.ifPresent(items::add);
    whole &= item.isPresent();
  }

  /** Returns the items; empty if one of them could not be read. */
  Optional<ImmutableList<T>> all() {
    return whole ? Optional.of(items.build()) : Optional.empty();
  }
}
