package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import dev.parley.evidence.Attribution;
import dev.parley.evidence.EntryId;

/**
 * An entry of a record on which rules remark something. Immutable.
 *
 * @param entry the entry
 * @param move the move as it is read today
 * @param word on whose word it stands: a remark on an allegation is no more than the allegation is
 * @param findings what the rules remark, in the order of the book; one or more
 */
public record Remarked(
    EntryId entry, Move move, Attribution word, ImmutableList<Finding> findings) {}
