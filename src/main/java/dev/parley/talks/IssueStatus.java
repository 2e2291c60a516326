package dev.parley.talks;

/** How an issue stands among the principals. */
public enum IssueStatus {
  /** A principal has stated no region. */
  UNSTATED,
  /** No value lies in all regions. */
  OPEN,
  /** A value lies in all regions, and nobody has agreed to it yet. */
  MET,
  /** Agreed. */
  CLOSED
}
