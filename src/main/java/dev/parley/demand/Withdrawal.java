package dev.parley.demand;

import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.IssueId;
import dev.parley.travel.Travelling;
import java.util.Optional;
import org.immutables.serial.Serial.Structural;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;
import org.immutables.value.Value.Lazy;

/**
 * A demand that forces withdraw. How far (per cent of forces) and by when (days) are two issues: a
 * party can give way on the timetable and insist on the extent. Immutable.
 */
@Structural
@Immutable
public sealed interface Withdrawal extends Travelling, Demand, WithWithdrawal
    permits ImmutableWithdrawal {
  /** {@return the issue of how far; {@code withdrawal} unless given} */
  @Default
  default IssueId extentIssue() {
    return IssueId.of("withdrawal");
  }

  /** {@return the issue of by when; {@code withdrawal-days} unless given} */
  @Default
  default IssueId timetableIssue() {
    return IssueId.of("withdrawal-days");
  }

  /**
   * {@return how far: a region in per cent of forces or the issue's own unit, such as {@code
   * "100"}, or words}
   */
  Ask extent();

  /**
   * {@return by when: a region in days, such as {@code "at most 42"}, or words; empty when nothing
   * is asked}
   */
  Optional<Ask> timetable();

  @Override
  default String kind() {
    return "withdrawal";
  }

  @Override
  @Lazy
  default ImmutableMap<IssueId, Ask> asks() {
    ImmutableMap.Builder<IssueId, Ask> asks = ImmutableMap.builder();
    asks.put(extentIssue(), extent());
    timetable().ifPresent(t -> asks.put(timetableIssue(), t));
    return asks.buildOrThrow();
  }

  /**
   * {@return a demand for an extent, without a timetable; its firmness not stated}
   *
   * @param by who asks
   * @param of of whom
   * @param extent a region, such as {@code "100"} per cent
   */
  static Withdrawal of(String by, String of, String extent) {
    return builder().between(by, of).extent(Ask.of(extent)).build();
  }

  /** {@return an empty builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds the demand. */
  final class Builder extends ImmutableWithdrawal.Builder implements DemandBuilder<Builder> {
    Builder() {}
  }
}
