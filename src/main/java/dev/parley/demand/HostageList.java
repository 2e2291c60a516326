package dev.parley.demand;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.IssueId;
import dev.parley.travel.Travelling;
import org.immutables.serial.Serial.Structural;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;
import org.immutables.value.Value.Lazy;

/**
 * A demand for a list of the hostages, and for what it must hold: the living, the deceased, names,
 * medical state. The library keeps which items a list has, never whom it names. Immutable.
 */
@Structural
@Immutable
public sealed interface HostageList extends Travelling, Demand, WithHostageList
    permits ImmutableHostageList {
  /** {@return the issue of what the list holds; {@code hostage-list} unless given} */
  @Default
  default IssueId issue() {
    return IssueId.of("hostage-list");
  }

  /** {@return the items that the list must hold: items of the issue's checklist, one or more} */
  ImmutableSet<String> items();

  @Override
  default String kind() {
    return "hostage list";
  }

  @Override
  @Lazy
  default ImmutableMap<IssueId, Ask> asks() {
    return ImmutableMap.of(issue(), Ask.of(String.join(", ", items())));
  }

  /** Checks that an item is asked for. */
  @Check
  default void check() {
    if (items().isEmpty()) {
      throw new IllegalArgumentException(
          "a demand for a list needs one item or more that it holds");
    }
  }

  /**
   * {@return a demand for a list, its firmness not stated}
   *
   * @param by who asks
   * @param of of whom
   * @param items what it must hold, such as {@code "living"}
   */
  static HostageList of(String by, String of, String... items) {
    return builder().between(by, of).addItems(items).build();
  }

  /** {@return an empty builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds the demand. */
  final class Builder extends ImmutableHostageList.Builder implements DemandBuilder<Builder> {
    Builder() {}
  }
}
