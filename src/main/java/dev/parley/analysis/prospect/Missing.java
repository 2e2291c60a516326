package dev.parley.analysis.prospect;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
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
    RESERVATION
  }

  @Override
  public String toString() {
    String on = issue.map(IssueId::text).orElse("");
    return switch (what) {
      case PREFERENCE -> "what (%s) prefers".formatted(party);
      case WEIGHT -> "how much (%s) counts for (%s)".formatted(on, party);
      case VALUE -> "the value of (%s), which counts for (%s)".formatted(on, party);
      case RESERVATION -> "what (%s) has without an agreement".formatted(party);
    };
  }
}
