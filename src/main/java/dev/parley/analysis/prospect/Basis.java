package dev.parley.analysis.prospect;

/** Whether a preference was said by somebody, or is an assumption. */
public enum Basis {
  /** Used when the source says that the party prefers so: the party itself, or a report of it. */
  SAID,
  /** Used when the source assumes it: an analyst's estimate, a model's input. */
  ASSUMED
}
