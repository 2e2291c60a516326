package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import dev.parley.evidence.EntryId;
import java.util.OptionalLong;

/**
 * What can be said of a negotiation at a date that the reader gives: that it is dormant, that a
 * deadline is so many days ahead. No state reads a clock. Immutable.
 *
 * @param kind what is observed
 * @param about the name of the deadline, the offer's terms or the obligation's name; empty for none
 * @param days how many days ahead, past or of silence; empty where a date is not known to the day
 * @param message the observation in one sentence, without a full stop
 * @param entries the entries it rests on, in order
 */
public record Observation(
    Kind kind, String about, OptionalLong days, String message, ImmutableList<EntryId> entries) {
  /** What can be observed. */
  public enum Kind {
    /** There was no contact for longer than the policy's days. */
    DORMANT,
    /** Whether there was no contact for so long cannot be told from the dates. */
    DORMANCY_UNCERTAIN,
    /** A deadline lies ahead, or is today. */
    DEADLINE_AHEAD,
    /** A deadline has passed. */
    DEADLINE_PASSED,
    /** Whether a deadline has passed cannot be told from its date. */
    DEADLINE_UNCERTAIN,
    /** A standing offer's last day has passed. */
    OFFER_LAPSED,
    /** An obligation is not done, and its date has passed. */
    OBLIGATION_OVERDUE,
    /** It would be a stall if the unreported rounds were held. */
    CANNOT_TELL_STALL
  }
}
