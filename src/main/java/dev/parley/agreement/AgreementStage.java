package dev.parley.agreement;

/**
 * Where an agreement stands (Vienna Convention on the Law of Treaties, articles 10 to 14, 24, 54 to
 * 60). The stage of the talks is another thing: talks go on under a cease-fire that is in force,
 * and an agreement is ratified while talks are suspended.
 */
public enum AgreementStage {
  /** Somebody bound has consented, not all. */
  TABLED,
  /** All have consented, one at least provisionally: agreed in principle. */
  INITIALLED,
  /** All have consented finally. */
  SIGNED,
  /** All who must have ratified; its obligations run. */
  IN_FORCE,
  /** All have suspended it, until they resume. */
  SUSPENDED,
  /** Over: all its obligations are done, excused or discharged. */
  FULFILLED,
  /** Over: its time is up. */
  EXPIRED,
  /** Over: ended by all, or by one of two. */
  TERMINATED,
  /** Over: a later one has taken its place. */
  REPLACED,
  /** Over: refused by one whose consent it needs. */
  REFUSED;

  /** {@return whether it is over} */
  public boolean isOver() {
    return compareTo(FULFILLED) >= 0;
  }

  /** {@return whether all have consented finally, and it has not failed since} */
  public boolean isSigned() {
    return this == SIGNED || this == IN_FORCE || this == SUSPENDED || this == FULFILLED;
  }
}
