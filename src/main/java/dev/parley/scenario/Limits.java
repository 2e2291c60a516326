package dev.parley.scenario;

/**
 * How much a document may hold, so that a hostile file ends in a message and not in a full memory.
 * No real scenario comes near.
 *
 * @param bytes the most bytes of the file
 * @param depth the most mappings and lists within each other
 * @param nodes the most nodes, keys included
 * @param textLength the most characters of one scalar
 */
record Limits(int bytes, int depth, int nodes, int textLength) {
  /**
   * 64 MiB, 64 levels, 300,000 nodes (the parser takes less than a second for so many, which is
   * some 20,000 moves), texts of 100,000 characters.
   */
  static final Limits DEFAULT = new Limits(64 << 20, 64, 300_000, 100_000);
}
