package dev.parley.talks;

/** The life of a demand on one issue, towards one of those of whom it was made. */
public enum DemandState {
  /** It stands as it was raised. */
  STANDING,
  /** It stands as it was amended. */
  AMENDED,
  /** Its maker has taken it back. */
  DROPPED,
  /** It was dropped or settled, and stands again. */
  REOPENED,
  /** What is agreed lies in what was asked. */
  MET,
  /** Its maker agreed to something else. */
  NOT_MET,
  /** Something is agreed, and whether it is what was asked cannot be told: only words say it. */
  CANNOT_TELL;

  /** {@return whether it stands} */
  public boolean stands() {
    return this == STANDING || this == AMENDED || this == REOPENED;
  }
}
