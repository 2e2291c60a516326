package dev.parley.talks;

import dev.parley.evidence.EntryId;

/**
 * An entry that stands in a record and that the rules would refuse. Immutable.
 *
 * @param entry the entry
 * @param refusal why it would be refused
 */
public record Rejudgement(EntryId entry, Refusal refusal) {}
