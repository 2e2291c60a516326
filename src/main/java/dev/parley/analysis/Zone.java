package dev.parley.analysis;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.Region;
import dev.parley.evidence.EntryId;
import dev.parley.progress.Gap;
import dev.parley.travel.RecordForm;
import dev.parley.travel.Travelling;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.serial.Serial.Structural;
import org.immutables.value.Value.Immutable;

/**
 * How far two principals are apart on an issue, or where they meet: the zone of possible agreement
 * (Raiffa 1982). The union asks for at least 6 per cent, the studios offer 4: two points of a scale
 * of ten, one fifth of it, apart.
 *
 * <p>Positions are public, so that this is the zone as stated. With both parties' {@linkplain
 * dev.parley.demand.Reservation reservations} there is a second zone; where one of them is missing
 * it is unknown. Immutable.
 */
@Structural
@Immutable
public sealed interface Zone extends Travelling, WithZone permits ImmutableZone {
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
  record AtRound(int round, Optional<BigDecimal> distance) implements Serializable {
    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /** {@return who is apart on what, with both regions as stated} */
  Gap gap();

  /** {@return whether the stated regions meet; unknown where one of the two has stated none} */
  Verdict stated();

  /**
   * {@return the distance between the stated regions, in the scale's unit: zero where they meet;
   * empty where one is not stated}
   */
  Optional<BigDecimal> distance();

  /**
   * {@return the distance as a share of the whole scale: from 0 to 1, four digits; empty where the
   * distance is}
   */
  Optional<BigDecimal> share();

  /** {@return where the stated regions meet: the zone of possible agreement as stated, or empty} */
  Optional<Region> meeting();

  /** {@return whether the reservations meet; unknown where one of the two is missing} */
  Verdict reserved();

  /** {@return where the reservations meet: the zone of possible agreement, or empty} */
  Optional<Region> reservedMeeting();

  /** {@return how the gap went: the distance at the close of each round, in order} */
  ImmutableList<AtRound> history();

  /**
   * {@return the entries that stated the two regions, in order; those of the first principal, then
   * those of the second}
   */
  ImmutableList<EntryId> entries();

  /** {@return an empty builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a zone. */
  final class Builder extends ImmutableZone.Builder {
    Builder() {}
  }
}
