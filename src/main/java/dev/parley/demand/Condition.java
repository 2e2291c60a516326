package dev.parley.demand;

import dev.parley.agenda.IssueId;

/**
 * The "if you ..." of an offer: {@code if at least 34 hostages are released, then ...}. It states
 * its maker's region on the issue that it names; its being met is no step of its maker. Immutable.
 *
 * @param issue the issue that it names, not one that the offer itself gives a value
 * @param ask what must be so there
 * @param sufficient whether its maker has declared that meeting it is enough
 */
public record Condition(IssueId issue, Ask ask, boolean sufficient) {
  /**
   * {@return a condition that was not declared sufficient}
   *
   * @param issue the issue that it names
   * @param region what must be so there, in the text form of a region
   */
  public static Condition of(String issue, String region) {
    return new Condition(IssueId.of(issue), Ask.of(region), false);
  }
}
