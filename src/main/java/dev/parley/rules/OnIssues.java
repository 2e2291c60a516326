package dev.parley.rules;

import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.IssueId;

/**
 * A rule that is set to issues by their ids, so that whoever reads it beside an agenda can say
 * which of them are not there.
 */
public interface OnIssues {
  /** {@return the issues that its parameters name; empty when it is about all} */
  ImmutableSet<IssueId> issues();
}
