package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A list that grows at its end and never changes: appending costs the same whatever its length and
 * leaves the shorter list as it was; any element is found in a number of hops that grows with the
 * logarithm of the length (Myers 1983, "An applicative random-access stack"). Immutable.
 */
final class Log<T> implements Iterable<T> {
  private static final Log<Object> EMPTY = new Log<>(0, null, null, null);

  private final int size;
  private final @Nullable T last;
  private final @Nullable Log<T> before;
  private final @Nullable Log<T> jump;

  private Log(int size, @Nullable T last, @Nullable Log<T> before, @Nullable Log<T> jump) {
    this.size = size;
    this.last = last;
    this.before = before;
    this.jump = jump;
  }

  @SuppressWarnings("unchecked")
  static <T> Log<T> empty() {
    return (Log<T>) EMPTY;
  }

  Log<T> plus(T element) {
    Log<T> one = jump;
    if (one != null && one.jump != null && size - one.size == one.size - one.jump.size) {
      return new Log<>(size + 1, element, this, one.jump);
    }
    return new Log<>(size + 1, element, this, this);
  }

  int size() {
    return size;
  }

  T last() {
    return Objects.requireNonNull(last);
  }

  /** Returns the first so many elements, as a list of their own. */
  Log<T> first(int count) {
    if (count < 0 || count > size) {
      throw new IndexOutOfBoundsException(count + " of " + size);
    }
    Log<T> at = this;
    while (at.size != count) {
      Log<T> far = Objects.requireNonNull(at.jump);
      at = far.size >= count ? far : Objects.requireNonNull(at.before);
    }
    return at;
  }

  /**
   * Returns the longest beginning of which the last element has a number that is not above the
   * most; the numbers grow along the list, and the first one is not above it.
   */
  Log<T> upTo(ToIntFunction<? super T> number, int most) {
    Log<T> at = this;
    while (number.applyAsInt(at.last()) > most) {
      Log<T> far = Objects.requireNonNull(at.jump);
      boolean tooFar = far.size > 0 && number.applyAsInt(far.last()) > most;
      at = tooFar ? far : Objects.requireNonNull(at.before);
    }
    return at;
  }

  T get(int index) {
    return first(index + 1).last();
  }

  /** Returns the elements from an index on, oldest first. */
  @SuppressWarnings("unchecked")
  ImmutableList<T> from(int index) {
    Object[] all = new Object[Math.max(0, size - index)];
    Log<T> at = this;
    for (int i = all.length - 1; i >= 0; i--) {
      all[i] = at.last();
      at = Objects.requireNonNull(at.before);
    }
    return (ImmutableList<T>) ImmutableList.copyOf(Arrays.asList(all));
  }

  @Override
  public Iterator<T> iterator() {
    return from(0).iterator();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof Log<?> that) || size != that.size) {
      return false;
    }
    Log<?> mine = this;
    Log<?> theirs = that;
    while (mine != theirs) {
      if (!Objects.equals(mine.last, theirs.last)) {
        return false;
      }
      mine = Objects.requireNonNull(mine.before);
      theirs = Objects.requireNonNull(theirs.before);
    }
    return true;
  }

  @Override
  public int hashCode() {
    return size;
  }
}
