package dev.parley.demand;

/** How firm a demand is, as its maker puts it. */
public enum Firmness {
  /** It must be met before talks, or before another commitment. */
  PRECONDITION,
  /** Without it there is no agreement. */
  ESSENTIAL,
  /** It is open to bargaining. */
  NEGOTIABLE
}
