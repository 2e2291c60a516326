package dev.parley.scenario;

/**
 * How much a scenario file may hold, so that a hostile one ends in a message and not in a full
 * memory. Reading and writing share these limits: what was written can be read. No real record
 * comes near; one that does goes on in a new file. Immutable.
 *
 * @param bytes the most bytes of the file
 * @param depth the most mappings and lists within each other
 * @param nodes the most values, keys, mappings and lists
 * @param textLength the most characters of one text
 */
public record Limits(int bytes, int depth, int nodes, int textLength) {
  /**
   * 64 MiB, 64 levels, 300,000 values and keys (which is some 20,000 entries), texts of 100,000
   * characters.
   */
  public static final Limits DEFAULT = new Limits(64 << 20, 64, 300_000, 100_000);
}
