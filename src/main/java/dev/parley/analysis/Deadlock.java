package dev.parley.analysis;

/** Why what is blocked is blocked. */
public enum Deadlock {
  /** Everything can be carried out. */
  NONE,
  /** Some commitments wait for each other in a ring; nothing is impossible in itself. */
  RING,
  /** Something that nobody can do is waited for, and nothing waits in a ring. */
  DEAD_END,
  /** There are a ring and a dead end. */
  RING_AND_DEAD_END
}
