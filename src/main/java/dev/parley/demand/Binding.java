package dev.parley.demand;

/** Whether the parts of an offer or an agreement stand and fall together. */
public enum Binding {
  /** Nothing is agreed until everything is agreed. */
  WHOLE,
  /** Each issue can be accepted by itself. */
  SEVERABLE
}
