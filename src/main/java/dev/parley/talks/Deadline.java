package dev.parley.talks;

import dev.parley.evidence.When;
import dev.parley.travel.RecordForm;
import java.io.Serializable;

/**
 * A date by which something is to have happened, as somebody set it: 20 January 2025, set by the US
 * president-elect. Whether it has passed is an observation at a date that the reader gives.
 * Immutable.
 *
 * @param name the name, unique among standing deadlines
 * @param date the last day
 * @param words for what, and what is said to follow; empty when nobody says
 */
public record Deadline(String name, When date, String words) implements Serializable {
  /**
   * Checks that the name is an identifier.
   *
   * @param name the name, unique among standing deadlines
   * @param date the last day
   * @param words for what, and what is said to follow; empty when nobody says
   */
  public Deadline {
    dev.parley.agenda.Identifier.check("deadline", name);
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
