package dev.parley.progress;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.parley.agenda.Region;
import dev.parley.demand.Position;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a round has heard of one line so far, net: the counterpart's region as it stood when the
 * party last spoke, what was told, and what each of the party's speakers last said. The steps of a
 * round are measured from this and from the positions at both ends. Immutable.
 */
@SuppressWarnings("EnumOrdinal") // a bit for each kind: situations hold one of these for every line
public final class Heard {
  /** Nothing yet. */
  public static final Heard NOTHING = new Heard(null, 0, ImmutableList.of());

  private final @Nullable Region theirs;
  private final int told;
  private final ImmutableList<Saying> sayings;
  private int hash;

  /**
   * What one speaker last said on the line.
   *
   * @param speaker who spoke for the party
   * @param region what was stated, or empty when a demand was dropped or there were only words
   * @param dropped whether a demand was dropped
   * @param before the position before it was said
   */
  public record Saying(String speaker, Optional<Region> region, boolean dropped, Position before) {
    private boolean contradicts(Saying other) {
      if (dropped || other.dropped) {
        return dropped != other.dropped;
      }
      return region.isPresent()
          && other.region.isPresent()
          && !region.get().meets(other.region.get());
    }
  }

  private Heard(@Nullable Region theirs, int told, ImmutableList<Saying> sayings) {
    this.theirs = theirs;
    this.told = told;
    this.sayings = sayings;
  }

  /**
   * {@return the counterpart's region as it stood when the party last spoke, or empty when the
   * counterpart had none}
   */
  public Optional<Region> theirs() {
    return Optional.ofNullable(theirs);
  }

  /** {@return what was told: the set, in the order of {@link Told}} */
  public ImmutableSet<Told> told() {
    return Arrays.stream(Told.values()).filter(this::told).collect(Sets.toImmutableEnumSet());
  }

  /** {@return whether nothing was told} */
  public boolean isNothing() {
    return told == 0;
  }

  /**
   * Returns whether this was told.
   *
   * @param what one thing
   * @return whether it was
   */
  public boolean told(Told what) {
    return (told & bit(what)) != 0;
  }

  /**
   * Returns this with one thing more told. What the party itself agreed to settles what its
   * speakers said before.
   *
   * @param what what was told
   * @param towards the counterpart's region at this moment, or empty when it has none
   * @return the sum
   */
  public Heard and(Told what, Optional<Region> towards) {
    return new Heard(
        towards.orElse(null), plus(what), what == Told.AGREED ? ImmutableList.of() : sayings);
  }

  private static int bit(Told told) {
    return 1 << told.ordinal();
  }

  private int plus(Told what) {
    int less =
        switch (what) {
          case DROPPED -> bit(Told.REOPENED);
          case REOPENED -> bit(Told.DROPPED);
          case STATED -> bit(Told.DROPPED) | bit(Told.AGREED);
          case AGREED -> bit(Told.INCONSISTENT);
          default -> 0;
        };
    return told & ~less | bit(what);
  }

  /**
   * Returns what a new saying contradicts: the earliest saying, by another speaker since the
   * baseline, that cannot stand beside it and was not taken back.
   *
   * @param saying what is said now
   * @return the earlier saying, or empty when it stands uncontradicted
   */
  public Optional<Saying> contradictedBy(Saying saying) {
    if (saying.dropped) {
      return Optional.empty();
    }
    for (Saying earlier : sayings) {
      if (!earlier.speaker.equals(saying.speaker) && saying.contradicts(earlier)) {
        return Optional.of(earlier);
      }
    }
    return Optional.empty();
  }

  /**
   * Returns this with a saying kept for its speaker, in place of the one before.
   *
   * @param saying what is said now; a dropped demand takes back what others said
   * @param consistent whether it stands uncontradicted
   * @return the sum
   */
  public Heard saying(Saying saying, boolean consistent) {
    int flags = consistent ? told & ~bit(Told.INCONSISTENT) : told | bit(Told.INCONSISTENT);
    if (saying.dropped || sayings.isEmpty()) {
      return new Heard(theirs, flags, ImmutableList.of(saying));
    }
    ImmutableList.Builder<Saying> kept = ImmutableList.builder();
    for (Saying earlier : sayings) {
      if (!earlier.speaker.equals(saying.speaker)) {
        kept.add(earlier);
      }
    }
    return new Heard(theirs, flags, kept.add(saying).build());
  }

  /**
   * Returns this on a scale that was widened.
   *
   * @param wider the scale
   * @return the same, on that scale
   */
  public Heard on(dev.parley.agenda.Scale wider) {
    ImmutableList.Builder<Saying> moved = ImmutableList.builder();
    for (Saying s : sayings) {
      moved.add(
          new Saying(s.speaker, s.region.map(r -> r.on(wider)), s.dropped, s.before.on(wider)));
    }
    return new Heard(theirs == null ? null : theirs.on(wider), told, moved.build());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || other instanceof Heard that
            && Objects.equals(theirs, that.theirs)
            && told == that.told
            && sayings.equals(that.sayings);
  }

  @Override
  public int hashCode() {
    int h = hash;
    if (h == 0) {
      h = (31 * (31 * Objects.hashCode(theirs) + told) + sayings.hashCode()) * 0x9E3779B1;
      hash = h ^ (h >>> 16);
    }
    return hash;
  }

  @Override
  public String toString() {
    return told().toString();
  }
}
