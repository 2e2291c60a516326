package dev.parley.talks;

import dev.parley.evidence.Tolerance;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The coder's choices that a verdict depends on: after how many rounds talks are stalled, how small
 * a step counts as none, how long a silence is dormancy, how much "about" may miss. They are part
 * of a negotiation and are printed with it. Immutable.
 */
@Value.Immutable(lazyhash = true)
public sealed interface Policy extends WithPolicy permits ImmutablePolicy {
  /** Two rounds make a stall, every step counts, a month of silence is dormancy. */
  Policy DEFAULT = builder().build();

  /**
   * Returns after how many consecutive rounds that were held or regressed the talks are stalled.
   *
   * @return the rounds, 1 or more; 2 unless given
   */
  @Value.Default
  default int stallAfter() {
    return 2;
  }

  /**
   * Returns the step up to which a position counts as not moved.
   *
   * @return a share of one step of the scale, from 0 to below 1; 0 unless given
   */
  @Value.Default
  default BigDecimal negligible() {
    return BigDecimal.ZERO;
  }

  /**
   * Returns after how many days without contact talks are dormant.
   *
   * @return the days, 1 or more; 30 unless given
   */
  @Value.Default
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
  @Value.Default
  default boolean singleUndertaking() {
    return false;
  }

  /**
   * Returns by how much a figure that is "about" may miss.
   *
   * @return the tolerance, or empty: then such a figure has no range
   */
  Optional<Tolerance> about();

  /** Checks the ranges above. */
  @Value.Check
  default void check() {
    if (stallAfter() < 1 || stallAfter() > 1000) {
      throw new IllegalArgumentException(
          "policy: a stall after (%s) rounds must be from 1 to 1000".formatted(stallAfter()));
    }
    if (negligible().signum() < 0 || negligible().compareTo(BigDecimal.ONE) >= 0) {
      throw new IllegalArgumentException(
          "policy: a negligible step (%s) must be from 0 to below 1, as a share of one step of the scale"
              .formatted(negligible().toPlainString()));
    }
    if (dormantAfterDays() < 1) {
      throw new IllegalArgumentException(
          "policy: dormant after (%s) days must be 1 or more".formatted(dormantAfterDays()));
    }
  }

  /**
   * Returns an empty builder.
   *
   * @return a builder
   */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a policy. */
  final class Builder extends ImmutablePolicy.Builder {
    Builder() {}
  }
}
