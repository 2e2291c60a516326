package dev.parley.demand;

import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import org.immutables.value.Value;

/**
 * A demand that a war ends, to a level of an issue whose scale runs from fighting to a permanent
 * end: no cease-fire, pause, truce, phased end, permanent end. Immutable.
 */
@Value.Immutable
public sealed interface EndOfWar extends Demand, WithEndOfWar permits ImmutableEndOfWar {
  /**
   * Returns the issue of how the war ends.
   *
   * @return the issue; {@code end-of-war} unless given
   */
  @Value.Default
  default IssueId issue() {
    return IssueId.of("end-of-war");
  }

  /**
   * Returns the level that is asked for.
   *
   * @return a region of the issue's levels, such as {@code "permanent end"}, or words
   */
  Ask level();

  @Override
  default String kind() {
    return "end of war";
  }

  @Override
  @Value.Lazy
  default ImmutableMap<IssueId, Ask> asks() {
    return ImmutableMap.of(issue(), level());
  }

  /**
   * Returns a demand for one level.
   *
   * @param by who asks
   * @param of of whom
   * @param level a region of the issue's levels, such as {@code "permanent end"}
   * @return the demand, its firmness not stated
   */
  static EndOfWar of(String by, String of, String level) {
    return builder().by(ActorId.of(by)).addOf(ActorId.of(of)).level(Ask.of(level)).build();
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
  final class Builder extends ImmutableEndOfWar.Builder {
    Builder() {}
  }
}
