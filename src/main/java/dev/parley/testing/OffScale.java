package dev.parley.testing;

import dev.parley.agenda.Agenda;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Terms;

/**
 * A value just off the scale of its issue: 601 where there are 0 to 600 prisoners, a level that the
 * scale does not name. No terms can be built with it. Immutable.
 *
 * @param agenda who negotiates about what
 * @param issue an issue on the agenda
 * @param text what cannot be read as a value of it
 */
public record OffScale(Agenda agenda, IssueId issue, String text) {
  /**
   * Tries to build terms with it.
   *
   * @return never
   * @throws IllegalArgumentException always, with the issue, the value and the scale
   */
  public Terms build() {
    return Terms.on(agenda).set(issue.text(), text).build();
  }

  @Override
  public String toString() {
    return issue + ": " + text;
  }
}
