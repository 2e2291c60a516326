package dev.parley.demand;

import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.IssueId;
import dev.parley.travel.Travelling;
import org.immutables.serial.Serial.Structural;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Immutable;
import org.immutables.value.Value.Lazy;

/** A demand on any issues: a wage rise of at least 6 per cent, an apology, a pledge. Immutable. */
@Structural
@Immutable
public sealed interface GeneralDemand extends Travelling, Demand, WithGeneralDemand
    permits ImmutableGeneralDemand {
  @Override
  default String kind() {
    return "demand";
  }

  @Override
  @Lazy
  default ImmutableMap<IssueId, Ask> asks() {
    return wanted();
  }

  /** {@return what is asked: an ask by issue, one or more} */
  ImmutableMap<IssueId, Ask> wanted();

  /** Checks that something is asked. */
  @Check
  default void check() {
    if (wanted().isEmpty()) {
      throw new IllegalArgumentException("a demand needs an ask on one issue or more");
    }
  }

  /**
   * {@return a demand on one issue, its firmness not stated}
   *
   * @param by who asks
   * @param of of whom
   * @param issue the issue
   * @param region what is accepted, in the text form of a region
   */
  static GeneralDemand of(String by, String of, String issue, String region) {
    return builder().between(by, of).putWanted(IssueId.of(issue), Ask.of(region)).build();
  }

  /** {@return an empty builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds the demand. */
  final class Builder extends ImmutableGeneralDemand.Builder implements DemandBuilder<Builder> {
    Builder() {}
  }
}
