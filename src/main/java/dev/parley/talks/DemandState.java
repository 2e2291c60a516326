package dev.parley.talks;

/** The life of a demand. */
public enum DemandState {
  /** It stands as it was raised. */
  STANDING,
  /** It stands as it was amended. */
  AMENDED,
  /** What was agreed meets it. */
  MET,
  /** Its maker has taken it back, or agreed to less. */
  DROPPED,
  /** It was met or dropped, and stands again. */
  REOPENED;

  /** {@return whether it stands} */
  public boolean stands() {
    return this != MET && this != DROPPED;
  }
}
