package dev.parley.analysis;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.Region;
import dev.parley.evidence.EntryId;
import dev.parley.progress.Gap;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How far two principals are apart on an issue, or where they meet: the zone of possible agreement
 * (Raiffa 1982). The union asks for at least 6 per cent, the studios offer 4: two points of a scale
 * of ten, one fifth of it, apart.
 *
 * <p>Positions are public, so that this is the zone as stated. With both parties' {@linkplain
 * dev.parley.demand.Reservation reservations} there is a second zone; where one of them is missing
 * it is unknown. Immutable.
 */
@Value.Immutable
public sealed interface Zone extends WithZone permits ImmutableZone {
  /** Whether two regions meet. */
  enum Verdict {
    /** A value lies in both. */
    MEET,
    /** No value does. */
    APART,
    /** One of them is not known. */
    UNKNOWN
  }

  /**
   * A gap at the close of a round.
   *
   * @param round the round, from 1
   * @param distance the distance in units; empty where one of the two had stated no region
   */
  record AtRound(int round, Optional<BigDecimal> distance) {}

  /**
   * Returns who is apart on what, with both regions as stated.
   *
   * @return the gap
   */
  Gap gap();

  /**
   * Returns whether the stated regions meet.
   *
   * @return the verdict; unknown where one of the two has stated none
   */
  Verdict stated();

  /**
   * Returns the distance between the stated regions, in the scale's unit.
   *
   * @return zero where they meet; empty where one is not stated
   */
  Optional<BigDecimal> distance();

  /**
   * Returns the distance as a share of the whole scale.
   *
   * @return from 0 to 1, four digits; empty where the distance is
   */
  Optional<BigDecimal> share();

  /**
   * Returns where the stated regions meet.
   *
   * @return the zone of possible agreement as stated, or empty
   */
  Optional<Region> meeting();

  /**
   * Returns whether the reservations meet.
   *
   * @return the verdict; unknown where one of the two is missing
   */
  Verdict reserved();

  /**
   * Returns where the reservations meet.
   *
   * @return the zone of possible agreement, or empty
   */
  Optional<Region> reservedMeeting();

  /**
   * Returns how the gap went.
   *
   * @return the distance at the close of each round, in order
   */
  ImmutableList<AtRound> history();

  /**
   * Returns the entries that stated the two regions.
   *
   * @return the entries, in order; those of the first principal, then those of the second
   */
  ImmutableList<EntryId> entries();

  /**
   * Returns an empty builder.
   *
   * @return a builder
   */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a zone. */
  final class Builder extends ImmutableZone.Builder {
    Builder() {}
  }
}
