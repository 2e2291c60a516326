package dev.parley.talks;

import dev.parley.evidence.EntryId;

/**
 * A stretch of the record without any contact between the parties that was longer than the policy
 * allows: after 1 May 2023 writers and studios did not meet, and put nothing to each other, for 95
 * days. Such talks are dormant, which is no stall: nobody has refused anything. Immutable.
 *
 * @param after the last contact before it
 * @param until the contact that ended it
 * @param days for how many days at least: from the last day that the one may have been on to the
 *     first day that the other may have been on
 */
public record Silence(EntryId after, EntryId until, long days) {}
