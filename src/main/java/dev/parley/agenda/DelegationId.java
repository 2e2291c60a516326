package dev.parley.agenda;

import dev.parley.travel.RecordForm;
import java.io.Serializable;

/**
 * The identifier of a delegation that a party sends, such as {@code delegation-1}. Immutable.
 *
 * @param text the identifier, by the law of {@link Identifier}
 */
public record DelegationId(String text) implements Serializable, Comparable<DelegationId> {
  /**
   * Checks the law of {@link Identifier}.
   *
   * @param text the identifier
   */
  public DelegationId {
    Identifier.check("delegation", text);
  }

  /**
   * {@return the identifier with this text}
   *
   * @param text the identifier, by the law of {@link Identifier}
   */
  public static DelegationId of(String text) {
    return new DelegationId(text);
  }

  @Override
  public int compareTo(DelegationId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
