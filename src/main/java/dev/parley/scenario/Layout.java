package dev.parley.scenario;

/**
 * How a record is laid out. Either layout reads back equal, and in neither is a cut within an entry
 * a shorter entry: each stands within its braces.
 */
public enum Layout {
  /** For people: sources in the head, lines of at most 100 columns, labels where they are used. */
  READABLE,

  /**
   * For a file that grows at its end, as a {@link Journal} does: each entry on one line, with the
   * sources that it is the first to cite, and with a label if a later one can refer to it, so that
   * no line changes when more entries follow.
   */
  GROWING
}
