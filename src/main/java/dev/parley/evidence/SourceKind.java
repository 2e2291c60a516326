package dev.parley.evidence;

/**
 * How a source speaks: in its own voice, about others, or on paper. It is no measure of how far the
 * source is to be believed. Immutable.
 */
public enum SourceKind {
  /** Used when somebody speaks in person or for a party: a communique, an official's remark. */
  STATEMENT,
  /**
   * Used when somebody tells what others said or did: a newspaper article, an observer's account.
   */
  REPORT,
  /** Used when a text itself is the source: a signed agreement, a published list, a letter. */
  DOCUMENT
}
