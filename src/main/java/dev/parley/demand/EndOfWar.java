package dev.parley.demand;

import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.IssueId;
import dev.parley.travel.Travelling;
import org.immutables.serial.Serial.Structural;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;
import org.immutables.value.Value.Lazy;

/**
 * A demand that a war ends, to a level of an issue whose scale runs from fighting to a permanent
 * end: no cease-fire, pause, truce, phased end, permanent end. Immutable.
 */
@Structural
@Immutable
public sealed interface EndOfWar extends Travelling, Demand, WithEndOfWar
    permits ImmutableEndOfWar {
  /** {@return the issue of how the war ends; {@code end-of-war} unless given} */
  @Default
  default IssueId issue() {
    return IssueId.of("end-of-war");
  }

  /**
   * {@return the level that is asked for: a region of the issue's levels, such as {@code "permanent
   * end"}, or words}
   */
  Ask level();

  @Override
  default String kind() {
    return "end of war";
  }

  @Override
  @Lazy
  default ImmutableMap<IssueId, Ask> asks() {
    return ImmutableMap.of(issue(), level());
  }

  /**
   * {@return a demand for one level, its firmness not stated}
   *
   * @param by who asks
   * @param of of whom
   * @param level a region of the issue's levels, such as {@code "permanent end"}
   */
  static EndOfWar of(String by, String of, String level) {
    return builder().between(by, of).level(Ask.of(level)).build();
  }

  /** {@return an empty builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds the demand. */
  final class Builder extends ImmutableEndOfWar.Builder implements DemandBuilder<Builder> {
    Builder() {}
  }
}
