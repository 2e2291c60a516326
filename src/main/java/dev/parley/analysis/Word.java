package dev.parley.analysis;

import dev.parley.evidence.Attribution;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.Source;
import dev.parley.evidence.When;
import java.util.Optional;

/**
 * On whose word something stands in a record, and since when: entry [12], of November 2024, on the
 * word of Hamas. Immutable.
 *
 * @param entry the first entry that says so
 * @param since when it was said
 * @param attribution whether its actor attests it or somebody else reports it
 * @param source who reports it, or empty when the actor itself is on record
 */
public record Word(EntryId entry, When since, Attribution attribution, Optional<Source> source) {}
