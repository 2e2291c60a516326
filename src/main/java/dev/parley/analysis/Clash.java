package dev.parley.analysis;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.IssueId;
import dev.parley.demand.Demand;
import dev.parley.evidence.EntryId;

/**
 * Firm demands on an issue that no value meets together, and of which none could be left out: an
 * unsatisfiable core. The union holds at least 6 per cent to be essential, the studios at most 5.
 * Immutable.
 *
 * @param issue the issue
 * @param demands the demands, two or more, oldest first
 * @param entries the entries that raised them, in order
 */
public record Clash(IssueId issue, ImmutableList<Demand> demands, ImmutableList<EntryId> entries) {}
