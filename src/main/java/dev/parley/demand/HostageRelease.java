package dev.parley.demand;

import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.IssueId;
import dev.parley.travel.Travelling;
import org.immutables.serial.Serial.Structural;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;
import org.immutables.value.Value.Lazy;

/**
 * A demand that hostages are released: a number of persons, or words where no number was given.
 * Nobody is named. Immutable.
 */
@Structural
@Immutable
public sealed interface HostageRelease extends Travelling, Demand, WithHostageRelease
    permits ImmutableHostageRelease {
  /** {@return the issue of how many; {@code hostages} unless given} */
  @Default
  default IssueId issue() {
    return IssueId.of("hostages");
  }

  /**
   * {@return how many: a region in persons, such as {@code "at least 34"}, or words such as {@code
   * "many"}}
   */
  Ask number();

  @Override
  default String kind() {
    return "hostage release";
  }

  @Override
  @Lazy
  default ImmutableMap<IssueId, Ask> asks() {
    return ImmutableMap.of(issue(), number());
  }

  /**
   * {@return a demand for at least a number, its firmness not stated}
   *
   * @param by who asks
   * @param of of whom
   * @param least how many at least, in persons
   */
  static HostageRelease of(String by, String of, int least) {
    return builder().between(by, of).number(Ask.of("at least " + least)).build();
  }

  /**
   * {@return a demand whose number nobody has reported, its firmness not stated}
   *
   * @param by who asks
   * @param of of whom
   * @param words how it was put
   */
  static HostageRelease inWords(String by, String of, String words) {
    return builder().between(by, of).number(Ask.inWords(words)).build();
  }

  /** {@return an empty builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds the demand. */
  final class Builder extends ImmutableHostageRelease.Builder implements DemandBuilder<Builder> {
    Builder() {}
  }
}
