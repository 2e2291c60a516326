package dev.parley.talks;

import dev.parley.evidence.Tolerance;
import dev.parley.travel.Travelling;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.serial.Serial.Structural;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;

/**
 * The coder's choices that a verdict depends on: after how many rounds talks are stalled, how small
 * a step counts as none, how long a silence is dormancy, how much "about" may miss. They are part
 * of a negotiation and are printed with it. Immutable.
 */
@Structural
@Immutable(lazyhash = true)
public sealed interface Policy extends Travelling, WithPolicy permits ImmutablePolicy {
  /** Two rounds make a stall, every step counts, a month of silence is dormancy. */
  Policy DEFAULT = builder().build();

  /**
   * {@return after how many consecutive rounds that were held or regressed the talks are stalled, 1
   * or more; 2 unless given}
   */
  @Default
  default int stallAfter() {
    return 2;
  }

  /**
   * {@return the step up to which a position counts as not moved: a share of one step of the
   * issue's scale, from 0 to below 1; 0 unless given}
   */
  @Default
  default BigDecimal negligible() {
    return BigDecimal.ZERO;
  }

  /**
   * {@return after how many days without contact talks are dormant, 1 to 1,000,000; 30 unless
   * given}
   */
  @Default
  default int dormantAfterDays() {
    return 30;
  }

  /**
   * Returns whether the talks are a single undertaking: nothing is agreed until everything is
   * agreed. Agreements on parts then close their issues and no more; only terms that are attested
   * as the whole make an agreement in principle. The agenda of Colombia and the FARC-EP was settled
   * point by point so, over three years.
   *
   * @return whether parts never add up to an agreement in principle; no unless given: then they do
   *     when they leave no issue open
   */
  @Default
  default boolean singleUndertaking() {
    return false;
  }

  /**
   * {@return by how much a figure that is "about" may miss: the tolerance, or empty: then such a
   * figure has no range}
   */
  Optional<Tolerance> about();

  /**
   * Checks the ranges above.
   *
   * @return the policy, its negligible step without zeros at the end: 0.5 and 0.50 are one choice
   */
  @Check
  default Policy check() {
    if (stallAfter() < 1 || stallAfter() > 1000) {
      throw new IllegalArgumentException(
          "policy: a stall after (%s) rounds must be from 1 to 1000".formatted(stallAfter()));
    }
    int digits = 40; // as many as a number in a file
    if (Math.max(Math.abs((long) negligible().scale()), negligible().precision()) > digits) {
      throw new IllegalArgumentException(
          "policy: a negligible step (%s) has more than %s digits".formatted(negligible(), digits));
    }
    if (negligible().signum() < 0 || negligible().compareTo(BigDecimal.ONE) >= 0) {
      throw new IllegalArgumentException(
          "policy: a negligible step (%s) must be from 0 to below 1, as a share of one step of the scale"
              .formatted(negligible().toPlainString()));
    }
    if (dormantAfterDays() < 1 || dormantAfterDays() > 1_000_000) {
      throw new IllegalArgumentException(
          "policy: dormant after (%s) days must be from 1 to 1000000"
              .formatted(dormantAfterDays()));
    }
    BigDecimal plain =
        negligible().signum() == 0 ? BigDecimal.ZERO : negligible().stripTrailingZeros();
    return plain.scale() == negligible().scale() ? this : withNegligible(plain);
  }

  /** {@return an empty builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a policy. */
  final class Builder extends ImmutablePolicy.Builder {
    Builder() {}
  }
}
