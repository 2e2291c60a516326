package dev.parley.analysis.stability;

/**
 * Whether a state is stable for a decision maker, as far as the model knows. A <em>completion</em>
 * fills in what is unknown: each decision maker's preferences become a ranking, ties allowed, in
 * which every known fact holds.
 */
public enum Stability {
  /** It is stable whatever the unknowns are. */
  STABLE,
  /** It is unstable whatever the unknowns are. */
  UNSTABLE,
  /** It is stable for some completion and unstable for another. */
  DEPENDS,
  /**
   * Not decided: states or moves are missing from a model that was cut, or sequential stability
   * hangs on several unknowns at once, which are not listed one by one.
   */
  CANNOT_TELL;

  /** {@return whether it is stable whatever the unknowns are} */
  public boolean isStableWhatever() {
    return this == STABLE;
  }

  /** {@return whether it is known to be stable for some completion} */
  public boolean isStableForSome() {
    return this == STABLE || this == DEPENDS;
  }

  Stability and(Stability other) {
    if (this == UNSTABLE || other == UNSTABLE) {
      return UNSTABLE;
    }
    if (this == CANNOT_TELL || other == CANNOT_TELL) {
      return CANNOT_TELL;
    }
    return this == DEPENDS ? this : other;
  }
}
