package dev.parley.agreement;

/** The life of an obligation, after Symboleo (Sharifi et al. 2020). */
public enum ObligationState {
  /** In force, its trigger has not happened. */
  PENDING,
  /** It is to be performed. */
  IN_EFFECT,
  /** It was performed in full. */
  FULFILLED,
  /** Its breach is attested. */
  VIOLATED,
  /** A party has suspended it. */
  SUSPENDED,
  /** Whom it is owed to has excused it. */
  EXCUSED,
  /** What it hung on has failed. */
  DISCHARGED,
  /** The agreement was ended before it was done. */
  TERMINATED;

  /** {@return whether nothing more is due} */
  public boolean isOver() {
    return this == FULFILLED || this == EXCUSED || this == DISCHARGED || this == TERMINATED;
  }
}
