package dev.parley.demand;

import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A demand that forces withdraw. How far (per cent of forces) and by when (days) are two issues: a
 * party can give way on the timetable and insist on the extent. Immutable.
 */
@Value.Immutable
public sealed interface Withdrawal extends Demand, WithWithdrawal permits ImmutableWithdrawal {
  /**
   * Returns the issue of how far.
   *
   * @return the issue; {@code withdrawal} unless given
   */
  @Value.Default
  default IssueId extentIssue() {
    return IssueId.of("withdrawal");
  }

  /**
   * Returns the issue of by when.
   *
   * @return the issue; {@code withdrawal-days} unless given
   */
  @Value.Default
  default IssueId timetableIssue() {
    return IssueId.of("withdrawal-days");
  }

  /**
   * Returns how far.
   *
   * @return a region in per cent of forces or the issue's own unit, such as {@code "100"}, or words
   */
  Ask extent();

  /**
   * Returns by when.
   *
   * @return a region in days, such as {@code "at most 42"}, or words; empty when nothing is asked
   */
  Optional<Ask> timetable();

  @Override
  default String kind() {
    return "withdrawal";
  }

  @Override
  @Value.Lazy
  default ImmutableMap<IssueId, Ask> asks() {
    ImmutableMap.Builder<IssueId, Ask> asks = ImmutableMap.builder();
    asks.put(extentIssue(), extent());
    timetable().ifPresent(t -> asks.put(timetableIssue(), t));
    return asks.buildOrThrow();
  }

  /**
   * Returns a demand for an extent, without a timetable.
   *
   * @param by who asks
   * @param of of whom
   * @param extent a region, such as {@code "100"} per cent
   * @return the demand, its firmness not stated
   */
  static Withdrawal of(String by, String of, String extent) {
    return builder().by(ActorId.of(by)).addOf(ActorId.of(of)).extent(Ask.of(extent)).build();
  }

  /**
   * Returns an empty builder.
   *
   * @return a builder
   */
  static Builder builder() {
    return new Builder();
  }

  /** Builds the demand. */
  final class Builder extends ImmutableWithdrawal.Builder {
    Builder() {}
  }
}
