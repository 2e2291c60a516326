package dev.parley.agenda;

import dev.parley.travel.RecordForm;
import java.io.Serializable;

/**
 * The identifier of an issue of the agenda, such as {@code issue-1}. Immutable.
 *
 * @param text the identifier, by the law of {@link Identifier}
 */
public record IssueId(String text) implements Serializable, Comparable<IssueId> {
  /**
   * Checks the law of {@link Identifier}.
   *
   * @param text the identifier
   */
  public IssueId {
    Identifier.check("issue", text);
  }

  /**
   * {@return the identifier with this text}
   *
   * @param text the identifier, by the law of {@link Identifier}
   */
  public static IssueId of(String text) {
    return new IssueId(text);
  }

  @Override
  public int compareTo(IssueId other) {
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
