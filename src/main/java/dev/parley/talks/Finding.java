package dev.parley.talks;

import dev.parley.travel.RecordForm;
import java.io.Serializable;

/**
 * Something that a rule, or the machine, remarks about a move. Immutable.
 *
 * @param rule the rule's id
 * @param severity how serious it is
 * @param message what is remarked, with names and values
 * @param hint the way out, or what to look at
 */
public record Finding(String rule, Severity severity, String message, String hint)
    implements Serializable {
  /** How serious a finding is. */
  public enum Severity {
    /** The move is illegal. */
    REFUSE,
    /** The move is legal, and remarkable. */
    WARN
  }

  @Override
  public String toString() {
    return rule + ": " + message + ". " + hint + ".";
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
