package dev.parley.analysis.prospect;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Something that would have to be known for an answer that is not given: how much work counts for
 * the south. Immutable.
 *
 * @param what what is missing
 * @param party whose preference is concerned
 * @param issue the issue, or empty when it is none in particular
 */
public record Missing(What what, ActorId party, Optional<IssueId> issue) {
  /** What is missing. */
  public enum What {
    /** Nobody has said or assumed anything of what the party prefers. */
    PREFERENCE,
    /** The packages settle the issue, and nobody has said how much it counts for the party. */
    WEIGHT,
    /** The issue counts for the party, and the packages leave it open. */
    VALUE,
    /** Nobody has said what the party has without an agreement. */
    RESERVATION,
    /** Somebody's bargaining power is stated, and not this party's. */
    POWER,
    /** What time costs is stated for somebody, and not for this party. */
    TIME_COST;

    /** Returns whether nothing is known of what is fair without it. */
    boolean isNeeded() {
      return this != POWER && this != TIME_COST;
    }
  }

  /** Returns whether some of what is missing is needed for every solution. */
  static boolean isNeeded(Collection<Missing> missing) {
    return missing.stream().anyMatch(m -> m.what.isNeeded());
  }

  /** Returns what some of the parties state beside a preference, and others do not. */
  static ImmutableList<Missing> beside(Collection<ActorId> parties, Map<ActorId, Preference> all) {
    ImmutableList.Builder<Missing> missing = ImmutableList.builder();
    boolean power = all.values().stream().anyMatch(p -> p.power().isPresent());
    boolean time = all.values().stream().anyMatch(p -> p.timeCost().isPresent());
    for (ActorId party : parties) {
      Preference own = all.get(party);
      if (power && (own == null || own.power().isEmpty())) {
        missing.add(new Missing(What.POWER, party, Optional.empty()));
      }
      if (time && parties.size() == 2 && (own == null || own.timeCost().isEmpty())) {
        missing.add(new Missing(What.TIME_COST, party, Optional.empty()));
      }
    }
    return missing.build();
  }

  @Override
  public String toString() {
    String on = issue.map(IssueId::text).orElse("");
    return switch (what) {
      case PREFERENCE -> "what (%s) prefers".formatted(party);
      case WEIGHT -> "how much (%s) counts for (%s)".formatted(on, party);
      case VALUE -> "the value of (%s), which counts for (%s)".formatted(on, party);
      case RESERVATION -> "what (%s) has without an agreement".formatted(party);
      case POWER -> "the bargaining power of (%s)".formatted(party);
      case TIME_COST -> "what time costs (%s)".formatted(party);
    };
  }
}
