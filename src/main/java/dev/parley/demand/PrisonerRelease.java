package dev.parley.demand;

import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;
import org.immutables.value.Value.Lazy;

/**
 * A demand that prisoners are released: a number of persons, or words where no number was given.
 * Nobody is named. Immutable.
 */
@Immutable
public sealed interface PrisonerRelease extends Demand, WithPrisonerRelease
    permits ImmutablePrisonerRelease {
  /** {@return the issue of how many; {@code prisoners} unless given} */
  @Default
  default IssueId issue() {
    return IssueId.of("prisoners");
  }

  /**
   * {@return how many: a region in persons, such as {@code "at least 34"}, or words such as {@code
   * "many"}}
   */
  Ask number();

  @Override
  default String kind() {
    return "prisoner release";
  }

  @Override
  @Lazy
  default ImmutableMap<IssueId, Ask> asks() {
    return ImmutableMap.of(issue(), number());
  }

  /**
   * Returns a demand for at least a number.
   *
   * @param by who asks
   * @param of of whom
   * @param least how many at least, in persons
   * @return the demand, its firmness not stated
   */
  static PrisonerRelease of(String by, String of, int least) {
    return builder()
        .by(ActorId.of(by))
        .addOf(ActorId.of(of))
        .number(Ask.of("at least " + least))
        .build();
  }

  /**
   * Returns a demand whose number nobody has reported.
   *
   * @param by who asks
   * @param of of whom
   * @param words how it was put
   * @return the demand, its firmness not stated
   */
  static PrisonerRelease inWords(String by, String of, String words) {
    return builder().by(ActorId.of(by)).addOf(ActorId.of(of)).number(Ask.inWords(words)).build();
  }

  /** {@return an empty builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds the demand. */
  final class Builder extends ImmutablePrisonerRelease.Builder {
    Builder() {}
  }
}
