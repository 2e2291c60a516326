package dev.parley.agreement;

import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.DelegationId;
import dev.parley.agenda.IssueId;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.When;
import dev.parley.travel.RecordForm;
import java.io.Serializable;
import java.util.Optional;

/**
 * What one party said of one text, and when: it initialled it, signed it, ratified it, refused it,
 * or has left it since. Immutable.
 *
 * @param party who
 * @param kind how it is meant
 * @param on when
 * @param entry the entry that it rests on
 * @param through the delegation that gave it, or empty for the party itself
 * @param issues the issues that it covers, of a severable text; all of the text's issues otherwise
 */
public record Consent(
    ActorId party,
    Kind kind,
    When on,
    EntryId entry,
    Optional<DelegationId> through,
    ImmutableSet<IssueId> issues)
    implements Serializable {
  /** How a consent is meant, weakest first. */
  public enum Kind {
    /** Ad referendum: initialled, or accepted by those who may not commit finally. */
    PROVISIONAL,
    /** Final. */
    SIGNED,
    /** Final, and ratified. */
    RATIFIED,
    /** Refused: not ratified, not confirmed, or rejected. */
    REFUSED,
    /** Withdrawn: the party has denounced it. */
    WITHDRAWN;

    /** {@return whether it is a consent that stands} */
    public boolean stands() {
      return compareTo(RATIFIED) <= 0;
    }

    /** {@return whether it is a final consent that stands} */
    public boolean isFinal() {
      return this == SIGNED || this == RATIFIED;
    }
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
