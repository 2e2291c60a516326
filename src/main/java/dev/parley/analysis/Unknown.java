package dev.parley.analysis;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import java.util.Optional;

/**
 * Something that an answer would need to know: which values a party would accept on an issue.
 * Immutable.
 *
 * @param party a principal
 * @param issue the issue
 * @param words the words in which it has put its position or its condition without a region, or
 *     empty when it has said nothing
 */
public record Unknown(ActorId party, IssueId issue, Optional<String> words) {}
